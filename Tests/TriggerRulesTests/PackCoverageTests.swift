import Configuration
import Foundation
import Testing

/// Every pack has something that it finds and something that it leaves alone, in a fixture.
@Suite struct PackCoverageTests {
  /// The sources of all fixtures, by case.
  private static func all() throws -> [(name: String, sources: [String: [UInt8]])] {
    try TriggerFixtureTests.cases.map { ($0, try TriggerFixtureTests.sources($0)) }
  }

  @Test func `each pack of triggers has a fixture in which it finds something`() throws {
    var found: Set<String> = []
    for (_, sources) in try Self.all() {
      for line in try TriggerBench.run(sources).values.flatMap({ $0 }) {
        if let rule = line.attributes["rule"] { found.insert(rule) }
      }
    }
    let without = FrameworkPack.standardTriggers().filter { pack in
      !pack.triggers.isEmpty && !pack.triggers.contains { found.contains($0.id) }
    }
    #expect(without.map(\.name) == [], "packs that no fixture shows at work")
  }

  @Test func `each pack of triggers has a fixture that it says nothing of`() throws {
    var negative: [String] = []
    for (_, sources) in try Self.all() {
      for source in sources.values {
        let text = String(decoding: source, as: UTF8.self)
        let isNegative =
          text.contains(" want: !") || text.contains(" want: none")
          || text.contains(" want: total")
        if isNegative { negative.append(text) }
      }
    }
    let without = FrameworkPack.standardTriggers().filter { pack in
      !pack.triggers.isEmpty && !pack.imports.isEmpty
        && !negative.contains { text in
          pack.imports.contains { text.localizedCaseInsensitiveContains($0) }
        }
    }
    #expect(without.map(\.name) == [], "packs without a fixture of what they leave alone")
  }

  /// `want: B2 -> HANDLER`, `want: !B2 -> HANDLER`, `want: B11 -> file`.
  private static let suitability = TriggerBench.repository
    .appendingPathComponent("Tests/Fixtures/suitability")

  static let files: [String] = {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: suitability.path)) ?? []
    return names.filter { $0.contains(".") }.sorted()
  }()

  @Test(arguments: files)
  func criteria(_ file: String) throws {
    let source = try Data(contentsOf: Self.suitability.appendingPathComponent(file))
    let found = try TriggerBench.criteria([file: Array(source)])
    var count = 0
    for line in String(decoding: source, as: UTF8.self).split(separator: "\n") {
      guard let mark = line.firstRange(of: " want: ") else { continue }
      count += 1
      let text = String(line[mark.upperBound...])
      if text.hasPrefix("!") {
        #expect(!found.contains(String(text.dropFirst())), "\(file): \(text): \(found)")
      } else {
        #expect(found.contains(text), "\(file): \(text): \(found)")
      }
    }
    #expect(count > 1)
  }

  @Test func `each pack of criteria has a fixture for and against`() throws {
    let packs = FrameworkPack.standardTriggers().filter { !$0.criteria.isEmpty }
    let names = Set(Self.files.map { String($0.split(separator: "/")[0]) })
    #expect(packs.map(\.name).filter { !names.contains($0) } == [])
    for name in names {
      let own = Self.files.filter { $0.hasPrefix(name + "/") }
      let texts = own.compactMap {
        try? String(contentsOf: Self.suitability.appendingPathComponent($0), encoding: .utf8)
      }
      #expect(texts.contains { $0.contains(" want: B") }, "\(name)")
      #expect(texts.contains { $0.contains(" want: !B") }, "\(name)")
    }
  }
}
