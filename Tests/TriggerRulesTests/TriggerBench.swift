import ClangFrontEnd
import Configuration
import Facts
import Foundation
import FrontEnd
import Testing
import TreeSitterFrontEnd
import TriggerRules

/// Runs sources through reading, resolution and the rules.
enum TriggerBench {
  static let repository = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// What is declared, a line each, by path.
  static func run(
    _ sources: [String: [UInt8]], packs: [FrameworkPack] = []
  ) throws -> [String: [Line]] {
    let (rules, surveys, _) = try survey(sources, packs)
    var lines: [String: [Line]] = [:]
    for item in rules.declarations(of: surveys) {
      lines[item.path] = item.triggers.map { Line($0, item) }
    }
    return lines
  }

  /// `function -> variable`: what is written that outlives a call.
  static func stateWrites(_ sources: [String: [UInt8]]) throws -> Set<String> {
    let (_, _, facts) = try survey(sources, [])
    return Set(
      facts.flatMap { item in
        item.references.filter { $0.kind == .globalWrite && $0.from != Reference.fileLevel }.map {
          "\(item.symbols[Int($0.from)].name) -> \(item.symbols[Int($0.to)].name)"
        }
      })
  }

  /// `B2 -> function`, `B11 -> file`: what packs say of criteria.
  static func criteria(_ sources: [String: [UInt8]]) throws -> [String] {
    let (_, _, facts) = try survey(sources, [])
    return facts.flatMap { item in
      item.suitability.map { fact in
        let isFile = fact.symbol == Reference.fileLevel
        return "\(fact.criterion) -> \(isFile ? "file" : item.symbols[Int(fact.symbol)].name)"
      }
    }
  }

  private static func survey(
    _ sources: [String: [UInt8]], _ packs: [FrameworkPack]
  ) throws -> (CodeTriggers, [CodeTriggers.Survey], [FileFacts]) {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("cleave-triggers-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    for (path, bytes) in sources {
      let file = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: file)
    }
    let inventory = try discover(root.path, options: DiscoveryOptions())
    var facts = try read(inventory)
    var imports: CodeTriggers.Imports = [:]
    for item in facts {
      imports[item.language, default: []].formUnion(CodeTriggers.imports(of: item))
    }
    let resolver = Self.frontEnd.makeResolver(for: facts, inventory: inventory)
    facts = facts.indices.map { facts[$0].outline == nil ? facts[$0] : resolver.resolve($0) }
    let languages = Set(inventory.files.compactMap { $0.language?.rawValue })
    let rules = CodeTriggers(
      packs: FrameworkPack.withTriggers(of: languages, and: packs), imports: imports,
      production: Set(inventory.files.filter { $0.role == .production }.map(\.path)),
      settings: {
        sources.filter { path, _ in
          SourceFile.setsEnvironment(String(path.split(separator: "/").last ?? ""))
            || path.hasSuffix(".yml")
        }.map { String(decoding: $0.value, as: UTF8.self) }
      })
    var surveys: [CodeTriggers.Survey] = []
    for index in facts.indices {
      let file = inventory.files.first { $0.path == facts[index].path }
      guard file?.role == .production, let source = sources[facts[index].path] else { continue }
      if let survey = rules.survey(&facts[index], source: source) { surveys.append(survey) }
      #expect(facts[index].hasValidIndexes)
    }
    return (rules, surveys, facts)
  }

  private static var frontEnd: TreeSitterFrontEnd {
    TreeSitterFrontEnd(
      grammars: GrammarSearch(folders: [repository.path + "/.build/grammars"]))
  }

  private static func read(_ inventory: Inventory) throws -> [FileFacts] {
    var facts: [FileFacts] = []
    for frontEnd in [Self.frontEnd, ClangFrontEnd(library: nil)] as [any FrontEnd] {
      let extractor = try frontEnd.makeExtractor(root: inventory.root)
      for unit in frontEnd.plan(inventory).units {
        for part in extractor.extract(unit).parts {
          if let own = part.facts { facts.append(own) }
        }
      }
    }
    return facts
  }

  /// `http POST /x -> Type.method`, behind it what else is said.
  struct Line: CustomStringConvertible {
    var text: String
    var attributes: [String: String]
    var line: UInt32

    init(_ declaration: TriggerDeclaration, _ facts: FileFacts) {
      var handler = "-"
      if case .symbol(let symbol) = declaration.handler {
        handler = facts.symbols[Int(symbol)].qualifiedName
      }
      let mark = declaration.origin == .implied ? "implied " : ""
      text = "\(mark)\(declaration.kind.rawValue) -> \(handler)"
      var attributes: [String: String] = [:]
      for item in declaration.attributes where attributes[item.key] == nil {
        attributes[item.key] = item.value
      }
      if let period = declaration.schedule?.period { attributes["period"] = String(Int(period)) }
      if !declaration.isEnabled { attributes["enabled"] = "false" }
      attributes["rule"] = declaration.rule
      self.attributes = attributes
      line = declaration.line
    }

    var description: String {
      let pairs = attributes.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      return "\(line): \(text) " + pairs.joined(separator: " ")
    }

    /// Whether it is what an expectation says: kind and handler, and each `key=value` behind them.
    func meets(_ expectation: String) -> Bool {
      var words = expectation.split(separator: " ").map(String.init)
      var pairs: [String] = []
      while let last = words.last, last.contains("="), !last.hasPrefix("/") {
        pairs.append(words.removeLast())
      }
      guard text == words.joined(separator: " ") else { return false }
      return pairs.allSatisfy { pair in
        let key = pair.prefix { $0 != "=" }
        let value = pair.dropFirst(key.count + 1).replacing("_", with: " ")
        return attributes[String(key)].map { $0 == value || $0 == pair.dropFirst(key.count + 1) }
          ?? false
      }
    }
  }
}
