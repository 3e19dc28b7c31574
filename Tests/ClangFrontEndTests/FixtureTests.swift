import Basics
import ClangBinding
import ClangFrontEnd
import Facts
import Foundation
import FrontEnd
import Testing

/// Fixtures: folders of sources whose comments say which facts must and must not be found.
@Suite struct FixtureTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/clang")
  static let cases = ["edges-c", "edges-cpp", "macros", "templates", "statics", "includes"]
  static let moreCases = ["xmacro", "triggers", "sql", "lifetime", "old-c"]

  /// Facts by path, over all units of the case.
  struct Found {
    var lines: [String: Set<FactText.Line>] = [:]

    mutating func add(_ unit: UnitFacts) {
      for part in unit.parts {
        guard let facts = part.facts else { continue }
        lines[part.path, default: []].formUnion(FactText(facts: facts).lines)
      }
      for diagnostic in unit.diagnostics {
        lines[unit.path, default: []].insert(.init(text: "diagnostic \(diagnostic.code)"))
      }
      lines[unit.path, default: []].insert(.init(text: "count errors \(unit.errorCount)"))
    }
  }

  static func extract(_ name: String, _ library: ClangLibrary) throws -> Found {
    let root = folder.appendingPathComponent(name)
    let bench = Workbench(root: root, library: library)
    let arguments = try? String(
      contentsOf: root.appendingPathComponent("arguments"), encoding: .utf8)
    var found = Found()
    for path in try paths(root) where path.hasSuffix(".c") || path.hasSuffix(".cpp") {
      let words = (arguments ?? "").split { $0.isWhitespace }.map(String.init)
      found.add(bench.extract(path, arguments: words))
    }
    return found
  }

  static func paths(_ root: URL) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted()
  }

  @Test("every expectation of a fixture holds", arguments: cases + moreCases)
  func expectations(_ name: String) throws {
    let root = Self.folder.appendingPathComponent(name)
    for library in Workbench.libraries {
      let found = try Self.extract(name, library)
      var count = 0
      for path in try Self.paths(root) {
        guard
          let source = try? String(
            contentsOf: root.appendingPathComponent(path), encoding: .utf8)
        else { continue }
        for expectation in Expectation.all(in: source) {
          count += 1
          let isMet = expectation.isMet(by: found.lines[path] ?? [])
          #expect(
            isMet,
            "\(library.version): \(name)/\(path):\(expectation.line ?? 0): \(expectation.text)")
        }
      }
      #expect(count > 0)
    }
  }

  @Test("all versions of libclang give equal facts", arguments: cases + moreCases)
  func versions(_ name: String) throws {
    let all = try Workbench.libraries.map { (try Self.extract(name, $0), $0.version) }
    guard let (first, firstVersion) = all.first else { return }
    for (other, version) in all.dropFirst() {
      for path in Set(first.lines.keys).union(other.lines.keys).sorted() {
        let a = first.lines[path] ?? []
        let b = other.lines[path] ?? []
        let only =
          (a.subtracting(b).map { "\(firstVersion): \($0)" }
          + b.subtracting(a).map { "\(version): \($0)" }).sorted()
        #expect(only.isEmpty, "\(name)/\(path)")
      }
    }
  }

  @Test("libclang is installed, so that these tests mean something")
  func installed() { #expect(!Workbench.libraries.isEmpty) }
}
