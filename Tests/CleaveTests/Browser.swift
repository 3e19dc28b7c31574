import Foundation
import Testing

/// Debian's Chromium without a window, driven by its DevTools protocol over two pipes.
///
/// Answers and events come one after the other; whoever asks waits for the answer and keeps the
/// events that come before it.
final class Browser {
  private let process = Process()
  private let folder: Folder
  private let input: FileHandle
  private let output: Int32
  private var number = 0
  private var rest: [UInt8] = []
  private(set) var events: [[String: Any]] = []

  init() throws {
    folder = try Folder()
    let (commands, answers) = (folder.path + "/commands", folder.path + "/answers")
    mkfifo(commands, 0o600)
    mkfifo(answers, 0o600)
    // Opened for both ways, so that opening waits for nobody.
    output = open(answers, O_RDWR | O_CLOEXEC)
    let descriptor = open(commands, O_RDWR | O_CLOEXEC)
    input = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    process.executableURL = URL(filePath: "/bin/sh")
    // A sandbox of its own cannot be set up by root, in most containers by nobody.
    process.arguments = [
      "-c", "exec chromium \"$@\" 3<\"$COMMANDS\" 4>\"$ANSWERS\"", "sh", "--headless=new",
      "--no-sandbox", "--remote-debugging-pipe", "--user-data-dir=\(folder.path)/profile",
      "--no-first-run", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1280,800",
      "--disable-background-networking", "--disable-renderer-backgrounding",
      "--disable-backgrounding-occluded-windows", "--disable-background-timer-throttling",
      "--disable-component-update", "--disable-sync",
    ]
    var environment = ProcessInfo.processInfo.environment
    environment["COMMANDS"] = commands
    environment["ANSWERS"] = answers
    environment["HOME"] = folder.path
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.runUnblocked()
  }

  deinit {
    kill(process.processIdentifier, SIGTERM)
    process.waitUntilExit()
    close(output)
  }

  /// The result of a command. Throws what the browser says against it.
  @discardableResult
  func send(
    _ method: String, _ parameters: [String: Any] = [:], session: String? = nil
  ) throws -> [String: Any] {
    number += 1
    var message: [String: Any] = ["id": number, "method": method, "params": parameters]
    message["sessionId"] = session
    try input.write(contentsOf: try JSONSerialization.data(withJSONObject: message) + [0])
    while true {
      let answer = try receive()
      guard answer["id"] as? Int == number else {
        events.append(answer)
        continue
      }
      if let error = answer["error"] { throw BrowserError("\(method): \(error)") }
      return answer["result"] as? [String: Any] ?? [:]
    }
  }

  private func receive() throws -> [String: Any] {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if let end = rest.firstIndex(of: 0) {
        let message = Data(rest[..<end])
        rest.removeSubrange(...end)
        return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
      }
      var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 60_000) > 0 else { throw BrowserError("the browser says nothing") }
      let count = read(output, &piece, piece.count)
      guard count > 0 else { throw BrowserError("the browser has gone") }
      rest += piece[..<count]
    }
  }

  /// A new window with nothing of another one but what the browser shares.
  func window(_ address: String, width: Int = 1280, height: Int = 800) throws -> Window {
    let target =
      try send("Target.createTarget", ["url": "about:blank", "newWindow": true])["targetId"]
      as? String
    let attached = try send(
      "Target.attachToTarget", ["targetId": target ?? "", "flatten": true])
    let window = Window(self, session: attached["sessionId"] as? String ?? "")
    for domain in ["Page", "Runtime", "Log", "Network"] { try window.send("\(domain).enable") }
    try window.send(
      "Emulation.setDeviceMetricsOverride",
      ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
    try window.send("Page.navigate", ["url": address])
    return window
  }
}

struct BrowserError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

/// One page of the browser.
struct Window {
  private let browser: Browser
  private let session: String

  init(_ browser: Browser, session: String) {
    self.browser = browser
    self.session = session
  }

  @discardableResult
  func send(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
    try browser.send(method, parameters, session: session)
  }

  /// Events of this window by name.
  func events(_ method: String) throws -> [[String: Any]] {
    try send("Runtime.evaluate", ["expression": "0"])
    return browser.events.filter {
      $0["method"] as? String == method && $0["sessionId"] as? String == session
    }.compactMap { $0["params"] as? [String: Any] }
  }

  /// The value of an expression, also of one that has to be waited for.
  @discardableResult
  func value(_ expression: String) throws -> Any? {
    let answer = try send(
      "Runtime.evaluate",
      ["expression": expression, "awaitPromise": true, "returnByValue": true])
    if let problem = answer["exceptionDetails"] { throw BrowserError("\(expression): \(problem)") }
    return (answer["result"] as? [String: Any])?["value"]
  }

  func text(_ selector: String) throws -> String {
    try value("document.querySelector(\(quoted(selector)))?.innerText ?? ''") as? String ?? ""
  }

  func count(_ selector: String) throws -> Int {
    try value("document.querySelectorAll(\(quoted(selector))).length") as? Int ?? 0
  }

  /// Waits until the expression is true.
  func wait(for expression: String, _ location: SourceLocation = #_sourceLocation) throws {
    for _ in 0..<400 {
      if try value("!!(\(expression))") as? Bool == true { return }
      usleep(50_000)
    }
    Issue.record("never: \(expression)", sourceLocation: location)
    throw BrowserError("never: \(expression)")
  }

  // MARK: Hands

  struct Point { var x: Double, y: Double }

  /// The middle of an element, given by an expression.
  func middle(_ expression: String) throws -> Point {
    let found = try value(
      "(() => { const r = (\(expression)).getBoundingClientRect(); "
        + "return [r.x + r.width / 2, r.y + r.height / 2]; })()")
    let numbers = found as? [Double] ?? []
    guard numbers.count == 2 else { throw BrowserError("nowhere: \(expression)") }
    return Point(x: numbers[0], y: numbers[1])
  }

  func mouse(_ type: String, _ point: Point) throws {
    try send(
      "Input.dispatchMouseEvent",
      ["type": type, "x": point.x, "y": point.y, "button": "left", "clickCount": 1, "buttons": 1])
  }

  func click(_ expression: String) throws {
    let point = try middle(expression)
    try mouse("mousePressed", point)
    try mouse("mouseReleased", point)
  }

  /// Presses, goes there in steps, and releases unless told to hold.
  func drag(_ from: Point, to end: Point, steps: Int = 12, releases: Bool = true) throws {
    try mouse("mousePressed", from)
    for step in 1...steps {
      let share = Double(step) / Double(steps)
      try mouse(
        "mouseMoved",
        Point(x: from.x + (end.x - from.x) * share, y: from.y + (end.y - from.y) * share))
    }
    if releases { try mouse("mouseReleased", end) }
  }

  /// A key by its name; `modifiers` as the protocol has them: 1 Alt, 2 Control, 4 Meta, 8 Shift.
  func press(_ key: String, modifiers: Int = 0) throws {
    let codes = [
      "Enter": 13, "Escape": 27, "Tab": 9, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39,
      "ArrowDown": 40, "Home": 36, "End": 35, " ": 32,
    ]
    var event: [String: Any] = ["key": key, "modifiers": modifiers]
    event["windowsVirtualKeyCode"] = codes[key] ?? Int(key.uppercased().unicodeScalars.first!.value)
    event["text"] = key == "Enter" ? "\r" : key.count == 1 && modifiers & 2 == 0 ? key : nil
    event["type"] = "keyDown"
    try send("Input.dispatchKeyEvent", event)
    event["type"] = "keyUp"
    event["text"] = nil
    try send("Input.dispatchKeyEvent", event)
  }

  func type(_ text: String) throws { try send("Input.insertText", ["text": text]) }

  /// What screen readers are told: role and name of everything that is not ignored.
  func accessible() throws -> [(role: String, name: String, properties: [String: Any])] {
    let nodes = try send("Accessibility.getFullAXTree")["nodes"] as? [[String: Any]] ?? []
    return nodes.filter { $0["ignored"] as? Bool != true }.map { node in
      func value(_ key: String) -> String {
        ((node[key] as? [String: Any])?["value"] as? String) ?? ""
      }
      var properties: [String: Any] = [:]
      for property in node["properties"] as? [[String: Any]] ?? [] {
        properties[property["name"] as? String ?? ""] =
          (property["value"] as? [String: Any])?["value"]
      }
      return (value("role"), value("name"), properties)
    }
  }

  private func quoted(_ text: String) -> String {
    String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
  }
}
