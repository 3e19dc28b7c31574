import Basics
import Configuration
import Facts
import Foundation
import FrontEnd
import Testing

@testable import ConfigurationFrontEnd

/// Fixtures: `Fixtures/declared/CASE`, files of a format or several, and `expected` with one line for
/// each declaration and each diagnostic. `UPDATE_GOLDEN=1` writes it anew; read what changes.
@Suite struct DeclaredFixtureTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/declared")

  static let cases = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  @Test func `there are fixtures`() { #expect(Self.cases.count >= 10) }

  @Test(arguments: cases)
  func declarations(of name: String) throws {
    let root = Self.folder.appending(path: name)
    let text = try Declared.text(of: root.path)
    let file = root.appending(path: "expected")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(text.utf8).write(to: file)
    }
    let wanted = try String(contentsOf: file, encoding: .utf8)
    let (new, old) = (Set(text.split(separator: "\n")), Set(wanted.split(separator: "\n")))
    for line in new.subtracting(old).sorted() { Issue.record("\(name): not expected: \(line)") }
    for line in old.subtracting(new).sorted() { Issue.record("\(name): missing: \(line)") }
    #expect(text == wanted)
  }
}

/// Each pack finds something in one fixture, and reads a file of `left-alone` that declares nothing.
@Suite struct DeclaredCoverageTests {
  private static let names = DeclarationPack.standard.map(\.name)

  @Test func `each pack finds something`() throws {
    var found: Set<String> = []
    for name in DeclaredFixtureTests.cases {
      let file = DeclaredFixtureTests.folder.appending(path: name + "/expected")
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let parts = line.split(separator: "\t")
        if parts.count > 2 { found.insert(String(parts[2])) }
      }
    }
    let without = DeclarationPack.standard.filter { pack in
      let rules = pack.triggers.map(\.id) + (pack.defaults.isEmpty ? [] : [pack.name + ".defaults"])
      return !rules.contains(where: found.contains)
    }
    #expect(without.map(\.name) == [])
  }

  @Test func `each pack leaves something alone that looks like its own`() throws {
    let root = DeclaredFixtureTests.folder.appending(path: "left-alone")
    let inventory = try discover(root.path)
    var tried: Set<String> = []
    for unit in ConfigurationFrontEnd().plan(inventory).units {
      let bytes = Array(try Data(contentsOf: root.appending(path: unit.path)))
      for format in DeclarationPack.Format.allCases where format.rawValue == unit.language.rawValue
      {
        let packs = DeclarationReader.packs(DeclarationPack.standard, for: unit.path, format, bytes)
        tried.formUnion(packs.map(\.name))
      }
    }
    #expect(Self.names.filter { !tried.contains($0) } == [])
    let expected = root.appending(path: "expected")
    #expect(try String(contentsOf: expected, encoding: .utf8) == "\n")
  }
}

/// What a run finds in a folder, as lines.
enum Declared {
  static func text(of folder: String) throws -> String {
    let inventory = try discover(folder)
    let frontEnd = ConfigurationFrontEnd()
    let extractor = frontEnd.makeExtractor(root: inventory.root)
    var lines: [String] = []
    for unit in frontEnd.plan(inventory).units {
      let facts = extractor.extract(unit)
      for trigger in facts.parts.flatMap({ $0.facts?.triggers ?? [] }) {
        lines.append("\(unit.path):\(trigger.line)\t\(Self.line(trigger))")
      }
      for item in facts.diagnostics {
        lines.append(
          "\(unit.path):\(item.line ?? 0)\t\(item.severity.rawValue) \(item.code): \(item.message)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func line(_ trigger: TriggerDeclaration) -> String {
    let handler =
      switch trigger.handler {
      case .function(let function):
        "\(function.name) = "
          + [function.code, function.file, function.handler, function.runtime]
          .map { $0.isEmpty ? "-" : $0 }.joined(separator: " ")
      case .command(let words): "$ " + words.joined(separator: " ")
      case .operation(let name): "operation \(name)"
      case .method(let name): "method \(name)"
      case .messages(let name): "messages \(name)"
      default: "nothing"
      }
    let pairs = trigger.attributes.map { " \($0.key)=\($0.value)" }.joined()
    return "\(trigger.kind.rawValue)\t\(trigger.rule)\t\(handler)\t|\(pairs)"
  }
}
