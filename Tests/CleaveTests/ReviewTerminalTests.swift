import Foundation
import Testing

/// `cleave review` on a pseudo-terminal of 80 columns, as over ssh.
struct ReviewTerminalTests {
  /// A terminal of tmux with one program in it.
  private final class Screen {
    private let socket = "cleave-test-\(UUID().uuidString)"

    init(_ command: String, columns: Int = 80) throws {
      // The server lives on, and whoever waits for the end of its starter waits for open streams.
      let closing =
        "for f in /proc/$$/fd/*; do f=${f##*/}; [ $f -gt 2 ] && eval \"exec $f>&-\"; done; exec \"$@\""
      let result = try Program.tool([
        "bash", "-c", closing, "bash", "tmux", "-L", socket, "-f", "/dev/null", "new-session", "-d",
        "-x", "\(columns)", "-y", "50", "-s", "main",
        "\(command); echo \"status $?\"; sleep 60",
      ])
      try #require(result.status == 0, "\(result.talk)")
    }

    deinit { _ = try? Program.tool(["tmux", "-L", socket, "kill-server"]) }

    @discardableResult
    private func tmux(_ words: String...) throws -> String {
      let result = try Program.tool(["tmux", "-L", socket, "-f", "/dev/null"] + words)
      try #require(result.status == 0, "\(words): \(result.talk)")
      return result.output
    }

    /// All that was printed.
    var text: String {
      get throws { try tmux("capture-pane", "-p", "-S", "-500", "-t", "main") }
    }

    /// Waits until `words` stand on the screen more often than before.
    func wait(for words: String, times: Int = 1) throws -> String {
      for _ in 0..<400 {
        let text = try self.text
        if text.components(separatedBy: words).count > times { return text }
        usleep(50_000)
      }
      Issue.record("\"\(words)\" never came: \(try text)")
      return ""
    }

    func press(_ keys: String...) throws {
      for key in keys { try tmux("send-keys", "-t", "main", key) }
    }
  }

  private func project() throws -> Folder {
    let project = try Folder()
    let sample = URL(filePath: #filePath).appending(path: "../../../samples/shop-java")
      .standardizedFileURL
    try FileManager.default.copyItem(at: sample, to: project.url.appending(path: "shop"))
    return project
  }

  private func screen(_ project: Folder, _ options: String = "") throws -> Screen {
    try Screen(
      "XDG_CACHE_HOME='\(project.path)/cache' '\(Program.executable.path)' review"
        + " '\(project.path)/shop' \(options)")
  }

  private func decisions(_ project: Folder) -> String {
    (try? String(contentsOfFile: project.path + "/shop/cleave.decisions.yml", encoding: .utf8))
      ?? ""
  }

  @Test func `one key answers, u takes it back, U gives it again, and the next run goes on`() throws
  {
    let project = try project()
    var screen = try self.screen(project, "--author Ann")
    let first = try screen.wait(for: "[y,")
    #expect(first.contains("1 of ") && first.contains("less is better"))
    for line in first.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    try screen.press("?")
    _ = try screen.wait(for: "undo the last decision")
    try screen.press("y")
    _ = try screen.wait(for: "recorded: ")
    let recorded = decisions(project)
    #expect(recorded.contains("author: Ann"))
    try screen.press("u")
    _ = try screen.wait(for: "undone: ")
    #expect(!decisions(project).contains("author: Ann"))
    try screen.press("U")
    _ = try screen.wait(for: "redone: ")
    #expect(decisions(project) == recorded)
    try screen.press("x")
    _ = try screen.wait(for: "no answer has that key")
    // What says nothing asks nothing; arrows go both ways and leave nothing for later.
    try screen.press("Escape", "F5", "C-w")
    let before = try screen.text
    try screen.press("Down")
    _ = try screen.wait(for: "2 of ")
    try screen.press("Up")
    _ = try screen.wait(for: "1 of ", times: before.components(separatedBy: "1 of ").count)
    #expect(try !screen.text.contains("x1B"))
    try screen.press("g")
    _ = try screen.wait(for: "or number:")
    try screen.press("files", "Enter")
    _ = try screen.wait(for: "where files belong")
    try screen.press("g")
    _ = try screen.wait(for: "or number:", times: 2)
    try screen.press("1", "Enter", "s")
    try screen.press("q")
    let end = try screen.wait(for: "status 0")
    #expect(end.contains("1 decision recorded"))
    let count = try #require(before.firstMatch(of: #/1 of (\d+) left/#).flatMap { Int($0.1) })
    screen = try self.screen(project)
    let again = try screen.wait(for: "[y,")
    // What was left for later keeps its number, and what comes next has its own.
    let left = try #require(again.firstMatch(of: #/2 of (\d+) left/#).flatMap { Int($0.1) })
    #expect(left < count, "what is decided is not asked again")
  }

  @Test func `one kind alone is asked for`() throws {
    let project = try project()
    let screen = try self.screen(project, "--only files")
    let text = try screen.wait(for: "[y,")
    #expect(text.contains("where files belong") && !text.contains(" boundaries,"))
    let listed = try Program.run(["review", project.path + "/shop", "--only", "boundaries"])
    #expect(listed.output.contains("cleave decide accept") && !listed.output.contains("decide pin"))
  }

  @Test func `what has to be typed is typed, and nothing typed decides nothing`() throws {
    let project = try project()
    let screen = try self.screen(project)
    var text = try screen.wait(for: ",u,U,e,?,q]")
    var shown = 1
    // On to a question about a boundary.
    while !text.components(separatedBy: " left, ").last!.contains("reject it") {
      try screen.press("s")
      shown += 1
      text = try screen.wait(for: ",u,U,e,?,q]", times: shown)
      try #require(shown < 200)
    }
    try screen.press("n")
    _ = try screen.wait(for: "reason:")
    try screen.press("Enter")
    _ = try screen.wait(for: "nothing is decided")
    #expect(!decisions(project).contains("- reject"))
    try screen.press("n")
    _ = try screen.wait(for: "reason:", times: 2)
    try screen.press("too", "Space", "small", "Enter")
    _ = try screen.wait(for: "recorded: reject")
    #expect(decisions(project).contains("reason: too small"))
  }

  @Test func `Ctrl-C ends it and leaves the terminal as it was`() throws {
    let project = try project()
    let screen = try Screen(
      "XDG_CACHE_HOME='\(project.path)/cache' '\(Program.executable.path)' review"
        + " '\(project.path)/shop'; stty -a | grep -o ' -*icanon'")
    _ = try screen.wait(for: "[y,")
    try screen.press("C-c")
    let end = try screen.wait(for: "icanon")
    #expect(!end.contains("-icanon"))
  }

  @Test func `without a terminal it lists, exports, and accepts what is sure`() throws {
    let project = try project()
    let folder = project.path + "/shop"
    let listed = try Program.run(["review", folder])
    #expect(listed.status == 0 && listed.output.contains("cleave decide"))
    let script = try Program.run(["review", folder, "--export"])
    #expect(script.status == 0 && script.output.hasPrefix("#!/usr/bin/env bash"))
    for line in script.output.split(separator: "\n") { #expect(line.hasPrefix("#"), "\(line)") }
    #expect(decisions(project).isEmpty)
    let none = try Program.run(["review", folder, "--accept-above", "1"])
    #expect(none.status == 0)
    let all = try Program.run(["review", folder, "--accept-above", "0"])
    #expect(all.status == 0 && all.talk.contains("accepted: boundary "))
    let text = decisions(project)
    let count = text.components(separatedBy: "- accept:").count - 1
    #expect(count > 1)
    let again = try Program.run(["review", folder, "--accept-above", "0"])
    #expect(again.talk.contains("0 boundaries"), "\(again.talk)")
    #expect(decisions(project) == text)
    for bad in [["--accept-above", "2"], ["--accept-above", "0.5", "--export"]] {
      #expect(try Program.run(["review", folder] + bad).status == 2)
    }
  }
}
