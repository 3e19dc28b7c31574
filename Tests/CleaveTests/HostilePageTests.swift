import Foundation
import Testing

/// The review page on a repository that tries to run something in it.
struct HostilePageTests {
  /// Names that are code in one place or another of a page.
  private static let names = [
    "<img src=x onerror=alert(1)>", "\"><svg onload=alert(2)>", "';alert(3);'", "${alert(4)}",
    "javascript:alert(5)", "</script><script>alert(6)<", "a\u{1b}[31mred", "tab\tand\nline",
    "\u{202e}gnp.exe", "%3Cimg%20src%3Dx%3E", "{{7*7}}", "&lt;b&gt;",
  ]

  private func project() throws -> Folder {
    let project = try Folder()
    var number = 0
    for name in Self.names {
      number += 1
      let folder = "shop/src/\(name.replacingOccurrences(of: "/", with: "∕"))"
      for part in ["one", "two"] {
        try project.write(
          "// <img src=x onerror=alert('source')>\nint \(part)_\(number)(void);\n"
            + "int call_\(part)_\(number)(void) {\n"
            + "  const char *q = \"UPDATE \\\"<img src=x onerror=alert(8)>\\\" SET a = 1\";\n"
            + "  return one_\(max(1, number - 1))() + two_\(number)() + q[0]; // </pre><script>alert(9)</script>\n}\n"
            + "int \(part)_\(number)(void) { return \(number); }\n",
          to: "\(folder)/\(part)\(name.prefix(3).filter(\.isLetter)).c")
      }
    }
    try project.write(
      "version: 1\ndecisions:\n  - keep-together: \"src/*/one*\"\n    with: [\"src/*/two*\"]\n"
        + "    reason: \"<img src=x onerror=alert('reason')>\"\n",
      to: "shop/cleave.decisions.yml")
    return project
  }

  @Test func `names, symbols, sources and reasons are text, and nothing of them runs`() throws {
    let project = try project()
    let program = try ServedProgram(project.path + "/shop", cache: project.path + "/cache")
    let browser = try Browser()
    let window = try browser.window(program.address)
    try window.send(
      "Page.addScriptToEvaluateOnNewDocument",
      [
        "source": "window.ran = []; window.alert = (x) => window.ran.push(String(x));"
      ])
    try window.wait(for: "document.querySelectorAll('.box').length > 0")
    try window.send("Page.reload")
    try window.wait(
      for: "document.querySelectorAll('.box').length > 0 && Array.isArray(window.ran)")
    for view in [2, 3, 4, 5, 6, 7] {
      try window.press("\(view)")
      usleep(400_000)
      try window.value(
        "document.querySelectorAll('.fold[aria-expanded=false]').forEach(b => b.click())")
      try check(window, "view \(view)")
    }
    try window.press("2")
    try window.wait(for: "document.querySelectorAll('.listed li .link').length > 4")
    let modules = try window.count(".listed li .link")
    for index in 0..<modules {
      try window.value("document.querySelectorAll('.listed li .link')[\(index)].click()")
      try window.wait(for: "document.querySelector('#details .files .link')")
      try window.value("document.querySelector('#details .files .link').click()")
      try window.wait(for: "document.querySelector('#details h2')")
    }
    usleep(500_000)
    try check(window, "modules")
    let questions = min(8, try window.count("#questions .question"))
    for index in 0..<questions {
      try window.value("document.querySelectorAll('#questions .question')[\(index)].click()")
      usleep(250_000)
    }
    try check(window, "questions")
    // It was there to be run: the text of the page has it.
    try window.press("7")
    try window.wait(
      for: "document.getElementById('view').innerText.includes(\"onerror=alert('reason')\")")
    try window.press("2")
    try window.wait(for: "document.getElementById('view').innerText.includes('onerror=alert(1)')")
    #expect(try window.value("document.body.innerText.includes('\\\\x1B[31mred')") as? Bool == true)
    #expect(try window.value("document.body.innerText.includes('\\u202e')") as? Bool == false)
  }

  private func check(_ window: Window, _ place: String) throws {
    #expect(try window.value("window.ran.length") as? Int == 0, "\(place)")
    #expect(
      try window.count(
        "img, iframe, object, embed, b, body script, [onerror], [onload], [onclick], a[href^=javascript]"
      ) == 0, "\(place)")
    #expect(try window.events("Page.javascriptDialogOpening").isEmpty)
    let log = try window.events("Log.entryAdded").compactMap { $0["entry"] as? [String: Any] }
    // A violated policy would be one of these.
    #expect(log.filter { $0["source"] as? String == "security" }.isEmpty, "\(place): \(log)")
  }
}
