import Foundation
import Testing

/// The review page in a browser, on the sample in Java.
@Suite(.serialized)
struct ReviewPageTests {
  /// A server, a browser and a window with the map in it.
  private final class Stage {
    let project: Folder
    var program: ServedProgram
    let browser: Browser

    init(_ project: Folder? = nil) throws {
      self.project = try project ?? Folder.shop()
      program = try ServedProgram(
        self.project.path + "/shop", cache: self.project.path + "/cache")
      browser = try Browser()
    }

    func window(width: Int = 1280, height: Int = 800) throws -> Window {
      let window = try browser.window(program.address, width: width, height: height)
      // Seen from afar modules are painted.
      let modules = width < 800 ? ".box" : ".cell"
      try window.wait(for: "document.querySelectorAll('\(modules)').length > 5")
      try window.wait(for: "document.querySelectorAll('#questions .question').length > 5")
      return window
    }

    func again() throws {
      program = try ServedProgram(project.path + "/shop", cache: project.path + "/cache")
    }

    var decisions: String { project.text("shop/cleave.decisions.yml") ?? "" }
  }

  private func cell(_ name: String, in boundary: String) -> String {
    "[...document.querySelectorAll('.cell')].find(c => "
      + "c.dataset.key === 'module:src/main/java/de/nordlicht/shop/\(name)\\n\(boundary)')"
  }

  private func box(_ id: String) -> String {
    "[...document.querySelectorAll('.box')].find(b => b.dataset.id === '\(id)')"
  }

  private func problems(_ window: Window) throws {
    #expect(try window.events("Runtime.exceptionThrown").isEmpty)
    let log = try window.events("Log.entryAdded").compactMap { $0["entry"] as? [String: Any] }
    #expect(log.filter { $0["level"] as? String == "error" }.isEmpty, "\(log)")
  }

  @Test
  func `it loads from this machine alone, keeps the key out of the address, survives a reload`()
    throws
  {
    let stage = try Stage()
    let window = try stage.window()
    #expect(try window.text("#name") == "shop")
    #expect(try window.text("#details h2") == "shop can be split")
    #expect(
      try window.value("location.href") as? String
        == stage.program.address.components(separatedBy: "#")[0])
    let host = String(stage.program.address.dropFirst(7).prefix { $0 != "/" })
    let requests = try window.events("Network.requestWillBeSent")
    #expect(requests.count > 10)
    for request in requests {
      let url = (request["request"] as? [String: Any])?["url"] as? String ?? ""
      #expect(url.hasPrefix("http://\(host)/"), "\(url)")
    }
    try window.send("Page.reload")
    try window.wait(for: "document.querySelectorAll('.cell').length > 5")
    try problems(window)
  }

  @Test func `without the key the page shows nothing of the repository`() throws {
    let stage = try Stage()
    let window = try stage.browser.window(stage.program.address.components(separatedBy: "#")[0])
    // The page says that it loads before it says that the key is missing.
    try window.wait(
      for: "document.getElementById('notice')?.textContent.includes('cleave serve') === true")
    #expect(try window.value("document.getElementById('notice').hidden") as? Bool == false)
    #expect(try window.count(".cell") == 0)
  }

  @Test func `a module is dragged onto a boundary, shows what it costs, and is back after undo`()
    throws
  {
    let stage = try Stage()
    let window = try stage.window()
    let from = try window.middle(cell("live", in: "live"))
    let to = try window.middle(box("notify"))
    try window.drag(from, to: to, releases: false)
    try window.wait(for: "document.querySelector('.ghost .tag')")
    #expect(try window.text(".ghost").contains("points"))
    #expect(stage.decisions.isEmpty)
    try window.mouse("mouseReleased", to)
    try window.wait(for: cell("live", in: "notify"))
    #expect(
      stage.decisions.contains("move: \"src/main/java/de/nordlicht/shop/live/**\"")
        || stage.decisions.contains("shop/live/"))
    #expect(stage.decisions.contains("to: notify"))
    #expect(try window.text("#status").hasPrefix("Decided: move"))
    try window.send("Page.reload")
    try window.wait(for: cell("live", in: "notify"))
    try window.press("z", modifiers: 2)
    try window.wait(for: cell("live", in: "live"))
    #expect(!stage.decisions.contains("to: notify"))
    try window.press("z", modifiers: 2 | 8)
    try window.wait(for: cell("live", in: "notify"))
    try problems(window)
  }

  @Test func `a drag that is broken off, or ends nowhere, changes nothing`() throws {
    let stage = try Stage()
    let window = try stage.window()
    let from = try window.middle(cell("live", in: "live"))
    let to = try window.middle(box("notify"))
    try window.drag(from, to: to, releases: false)
    try window.press("Escape")
    try window.mouse("mouseReleased", to)
    try window.drag(from, to: Window.Point(x: 5, y: 5))
    try window.drag(from, to: try window.middle(box("live")))
    #expect(try window.count(".ghost") == 0)
    #expect(stage.decisions.isEmpty)
    try problems(window)
  }

  @Test func `all of it goes by keys: move, answer, undo`() throws {
    let stage = try Stage()
    let window = try stage.window()
    try window.value("document.querySelector('.view > .map').focus()")
    try window.press("Home")
    try window.wait(for: "document.activeElement.classList.contains('cell')")
    let key = try window.value("document.activeElement.dataset.key") as? String ?? ""
    try window.press("ArrowDown")
    #expect(try window.value("document.activeElement.dataset.key") as? String != key)
    try window.press("Home")
    try window.press("m")
    try window.wait(for: "document.querySelector('dialog[open] .targets .tag')")
    try window.type("account")
    try window.wait(for: "document.querySelectorAll('.targets li').length === 1")
    try window.press("Enter")
    try window.wait(for: "document.querySelectorAll('dialog').length === 0")
    try window.wait(for: "document.getElementById('status').textContent.startsWith('Decided')")
    #expect(stage.decisions.contains("to: accounts"))
    try window.press("j")
    try window.wait(for: "document.querySelector('#details .answer')")
    let asked = try window.text("#details h2")
    try window.press("y")
    try window.wait(for: "document.querySelector('#details h2').innerText !== \(quoted(asked))")
    #expect(stage.decisions.contains("- accept:") || stage.decisions.contains("- pin:"))
    try window.press("z", modifiers: 2)
    try window.press("z", modifiers: 2)
    try window.wait(for: "document.getElementById('undo').disabled")
    #expect(!stage.decisions.contains("to: accounts") && !stage.decisions.contains("- accept:"))
    try problems(window)
  }

  private func quoted(_ text: String) -> String {
    String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
  }

  @Test func `two windows see one another's acts, and are told when they disagree`() throws {
    let stage = try Stage()
    let (one, two) = (try stage.window(), try stage.window())
    try one.drag(try one.middle(cell("live", in: "live")), to: try one.middle(box("notify")))
    try one.wait(for: cell("live", in: "notify"))
    try two.wait(for: cell("live", in: "notify"))
    // The second one acts on what it saw before the first one's next act.
    try two.value(
      "window.fetch = (f => (u, o) => String(u).includes('changes') ? new Promise(() => {}) : f(u, o))(window.fetch)"
    )
    try one.drag(try one.middle(cell("live", in: "notify")), to: try one.middle(box("search")))
    try one.wait(for: cell("live", in: "search"))
    usleep(500_000)
    if try two.value("!!(\(cell("live", in: "notify")))") as? Bool == true {
      try two.drag(try two.middle(cell("live", in: "notify")), to: try two.middle(box("cart")))
      try two.wait(for: "document.getElementById('status').classList.contains('wrong')")
      try two.wait(for: cell("live", in: "search"))
    }
    #expect(stage.decisions.contains("to: search"))
    try problems(one)
  }

  @Test func `a killed server loses nothing, and the page says what to do`() throws {
    let stage = try Stage()
    let window = try stage.window()
    try window.drag(
      try window.middle(cell("live", in: "live")), to: try window.middle(box("notify")))
    try window.wait(for: cell("live", in: "notify"))
    #expect(stage.program.end(by: SIGKILL) == -SIGKILL)
    #expect(stage.decisions.contains("to: notify"))
    try window.wait(for: "!document.getElementById('notice').hidden")
    #expect(try window.text("#notice").contains("Decisions are in the file"))
    try stage.again()
    let again = try stage.window()
    try again.wait(for: cell("live", in: "notify"))
  }

  @Test func `Ctrl-C ends it with 130, and a port that is taken is said`() throws {
    let stage = try Stage()
    let port = stage.program.address.split(separator: ":")[2].prefix { $0 != "/" }
    let other = try Program.run(
      [
        "serve", stage.project.path + "/shop", "--port", String(port), "--cache-dir",
        stage.project.path + "/cache",
      ])
    #expect(other.status == 2 && other.output.isEmpty)
    #expect(other.talk.contains("127.0.0.1:\(port)") && other.talk.contains("--port"))
    #expect(stage.program.end(by: SIGINT) == 130)
  }

  @Test func `every control has a name and a role, in every view`() throws {
    let stage = try Stage()
    let window = try stage.window()
    let controls: Set = [
      "button", "textbox", "searchbox", "combobox", "tab", "link", "checkbox", "radio", "option",
      "gridcell",
    ]
    for view in 1...7 {
      try window.press("\(view)")
      try window.wait(
        for:
          "document.querySelectorAll('[role=tab]')[\(view - 1)].getAttribute('aria-selected') === 'true'"
      )
      usleep(400_000)
      let nodes = try window.accessible()
      let nameless = nodes.filter {
        controls.contains($0.role) && $0.role != "gridcell" && $0.name.isEmpty
      }
      #expect(nameless.isEmpty, "view \(view): \(nameless)")
      #expect(nodes.count { $0.role == "tab" } == 7)
      #expect(nodes.contains { $0.role == "main" } && nodes.contains { $0.role == "tabpanel" })
      #expect(nodes.contains { $0.role == "heading" && $0.name.contains("Questions") })
      #expect(nodes.contains { $0.role == "status" || $0.role == "StaticText" })
    }
    try window.press("1")
    try window.value("document.querySelector('#questions .question').click()")
    try window.wait(for: "document.querySelector('#details .answer')")
    let answers = try window.accessible().filter { $0.role == "button" && $0.name.hasPrefix("y ") }
    #expect(!answers.isEmpty)
    try problems(window)
  }

  @Test(arguments: [true, false])
  func `text can be read in light and in dark, wide and narrow`(_ isDark: Bool) throws {
    let stage = try Stage()
    let window = try stage.window(width: isDark ? 420 : 1280)
    try window.send(
      "Emulation.setEmulatedMedia",
      ["features": [["name": "prefers-color-scheme", "value": isDark ? "dark" : "light"]]])
    let worst = try window.value(Self.contrast) as? [String: Any]
    #expect(worst?["ratio"] as? Double ?? 0 >= 4.5, "\(worst ?? [:])")
    #expect(try window.value("document.documentElement.scrollWidth <= innerWidth") as? Bool == true)
  }

  /// The lowest contrast of any text with what is behind it.
  private static let contrast = """
    (() => {
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const rgb = (colour) => { context.clearRect(0, 0, 1, 1); context.fillStyle = colour; context.fillRect(0, 0, 1, 1);
        return context.getImageData(0, 0, 1, 1).data; };
      const light = (c) => [0, 1, 2].map(i => c[i] / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
        .reduce((s, v, i) => s + v * [0.2126, 0.7152, 0.0722][i], 0);
      const behind = (node) => { for (let n = node; n; n = n.parentElement) { const c = rgb(getComputedStyle(n).backgroundColor);
        if (c[3] === 255) return c; } return rgb('white'); };
      let worst = { ratio: 99, text: '' };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const text = walker.currentNode.data.trim(), node = walker.currentNode.parentElement;
        if (!text || !node.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || node.closest('svg, script, noscript, .toast, :disabled, .hidden')) continue;
        const [a, b] = [light(rgb(getComputedStyle(node).color)), light(behind(node))];
        const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (ratio < worst.ratio) worst = { ratio, text: text.slice(0, 40), colour: getComputedStyle(node).color, node: node.className };
      }
      return worst;
    })()
    """
}
