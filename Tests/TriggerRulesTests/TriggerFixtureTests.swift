import Foundation
import Testing

/// Fixtures: `Fixtures/triggers/LANGUAGE/CASE`, sources whose comments say which triggers they declare.
///
/// `// want: KIND -> HANDLER key=value …` must be declared in the file, with at least these values (`_`
/// stands for a space in them); `// want: !KIND -> HANDLER` must not. `// want: none` is for files that
/// declare nothing at all, and `// want: total N` for the number of all declarations of the file.
@Suite struct TriggerFixtureTests {
  static let folder = TriggerBench.repository.appendingPathComponent("Tests/Fixtures/triggers")

  static let cases: [String] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.split(separator: "/").count == 2 }.sorted()
  }()

  @Test("every expectation of a fixture holds", arguments: cases)
  func expectations(_ name: String) throws {
    let sources = try Self.sources(name)
    let found = try TriggerBench.run(sources)
    var count = 0
    for (path, source) in sources.sorted(by: { $0.key < $1.key }) {
      let lines = found[path] ?? []
      for (number, text) in Self.expectations(in: source) {
        count += 1
        let shown = lines.map(\.description).joined(separator: "\n  ")
        #expect(
          Self.isMet(text, by: lines), "\(name)/\(path):\(number): \(text)\n  \(shown)")
      }
    }
    #expect(count > 0)
  }

  @Test(.timeLimit(.minutes(1))) func `variables that lead to one another many times over end`()
    throws
  {
    var source = "import * as lambda from 'aws-cdk-lib/aws-lambda';\n"
    for level in 0..<14 {
      let next = "a\(level + 1)"
      source += "const a\(level) = [\(next), \(next), \(next), \(next), \(next)];\n"
    }
    source += "const a14 = a0;\nrule.addTarget(a0);\n"
    #expect(try TriggerBench.run(["stack.ts": Array(source.utf8)]).isEmpty)
  }

  private static func isMet(_ text: String, by lines: [TriggerBench.Line]) -> Bool {
    if text == "none" { return lines.isEmpty }
    if text.hasPrefix("total ") { return Int(text.dropFirst(6)) == lines.count }
    if text.hasPrefix("!") { return !lines.contains { $0.meets(String(text.dropFirst())) } }
    return lines.contains { $0.meets(text) }
  }

  private static func expectations(in source: [UInt8]) -> [(Int, String)] {
    String(decoding: source, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated().compactMap { index, line in
        guard let mark = line.firstRange(of: " want: ") else { return nil }
        return (index + 1, String(line[mark.upperBound...]))
      }
  }

  static func sources(_ name: String) throws -> [String: [UInt8]] {
    let root = folder.appendingPathComponent(name)
    var sources: [String: [UInt8]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
      guard let data = try? Data(contentsOf: root.appendingPathComponent(path)) else { continue }
      sources[path] = Array(data)
    }
    return sources
  }
}
