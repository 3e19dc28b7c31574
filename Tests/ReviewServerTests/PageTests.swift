import Foundation
import Testing

/// The files of the page, read as text.
struct PageTests {
  private static let folder = URL(filePath: #filePath)
    .appending(path: "../../../Sources/ReviewServer/Resources").standardizedFileURL

  private static func texts() throws -> [(name: String, text: String)] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
      ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
    }
  }

  @Test func `no script makes markup or code of text, and none asks another server`() throws {
    let texts = try Self.texts()
    #expect(texts.count > 12)
    for (name, text) in texts {
      for word in [
        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(",
        "setAttribute(\"on", "createContextualFragment", "DOMParser", "srcdoc", "postMessage",
        "https://", "//cdn", "XMLHttpRequest", "WebSocket", "import(\"http",
      ] { #expect(!text.contains(word), "\(name): \(word)") }
      let addresses = text.components(separatedBy: "http://").dropFirst()
      #expect(addresses.allSatisfy { $0.hasPrefix("www.w3.org/2000/svg") }, "\(name)")
    }
  }

  @Test func `the page holds no script and no style inside, which the policy would refuse`() throws
  {
    let page = try #require(try Self.texts().first { $0.name == "index.html" }?.text)
    #expect(page.components(separatedBy: "<script").count == 2)
    #expect(page.contains("<script type=\"module\" src=\"/main.js\"></script>"))
    #expect(!page.contains("<style") && !page.contains("style=") && !page.contains("onclick"))
  }

  @Test func `every file is served, and what scripts import is there`() async throws {
    let served = try await Served.start()
    for (name, text) in try Self.texts() {
      let path = name == "index.html" ? "/" : "/\(name)"
      let answer = try await served.ask("GET", path)
      #expect(answer.status == 200 && answer.body == Data(text.utf8), "\(name)")
      for line in text.split(separator: "\n") where line.contains(" from \"./") {
        let file = line.components(separatedBy: "\"./")[1].prefix { $0 != "\"" }
        #expect(try await served.ask("GET", "/\(file)").status == 200, "\(name): \(file)")
      }
    }
  }
}
