internal import Basics
package import Configuration
package import Facts

/// Triggers that code declares by the frameworks that it uses, found by rules that are data.
///
/// Files are surveyed one by one, in any order and at the same time, once their names are resolved;
/// what goes over several files (prefixes of routers, guards, inherited and composed annotations,
/// handlers by name) is settled in ``declarations(of:)``.
package struct CodeTriggers: Sendable {
  private var sets: [Language: RuleSet] = [:]
  /// For languages whose files say by their inclusions what they use.
  private var guarded: [Language: [FrameworkPack]] = [:]
  /// Files that people of the project write: no libraries in it, and nothing that is generated.
  private let production: Set<String>
  /// What files of settings say of variables of the environment.
  private let settings: SettingDefaults

  /// What one file says; opaque to everybody else.
  package struct Survey: Sendable {
    var file: FileSurvey
  }

  /// Names that some file of each language imports, before resolution.
  package typealias Imports = [Language: Set<String>]

  /// `packs` are those of the languages that the project has, `production` the paths of what people
  /// write in it, and `settings` the texts of files that set variables of the environment.
  package init(
    packs: [FrameworkPack], imports: Imports, production: Set<String>,
    settings: () -> [String] = { [] }
  ) {
    self.production = production
    for (language, names) in imports {
      let own = packs.filter { pack in
        pack.languages.contains(language.rawValue)
          && pack.speaksOfTriggers
      }
      if language.isCFamily {
        if !own.isEmpty { guarded[language] = own }
        continue
      }
      let active = own.filter { $0.isOfUse(names, language) }
      if !active.isEmpty { sets[language] = RuleSet(active, language) }
    }
    let variables = sets.values.reduce(into: Set<String>()) { $0.formUnion($1.variables) }
    self.settings = SettingDefaults(variables.isEmpty ? [] : settings(), of: variables)
  }

  /// The names that a file imports, as far as packs ask for them.
  package static func imports(of facts: FileFacts) -> [String] {
    guard let outline = facts.outline else { return [] }
    return outline.imports.map { outline.names[Int($0.path)] }
  }

  /// Whether some rule may speak of a file.
  package func concerns(_ facts: FileFacts) -> Bool {
    if facts.language.isCFamily {
      let names = Set(facts.inclusions.map(\.spelling))
      return (guarded[facts.language] ?? []).contains { $0.isOfUse(names, facts.language) }
    }
    return sets[facts.language] != nil
  }

  /// What a file says. Functions without names that something starts become symbols of `facts`.
  package func survey(_ facts: inout FileFacts, source: [UInt8]) -> Survey? {
    guard let rules = rules(for: facts) else { return nil }
    var reader = SurveyReader(source, facts, rules)
    reader.production = production
    reader.read()
    LazyFills(reader.tokens).settle(&facts)
    facts.suitability += reader.suitability
    ClosureSymbols(reader.closures).add(to: &facts)
    return Survey(file: reader.survey)
  }

  private func rules(for facts: FileFacts) -> RuleSet? {
    guard facts.language.isCFamily else { return sets[facts.language] }
    let names = Set(facts.inclusions.map(\.spelling))
    let own = (guarded[facts.language] ?? []).filter { $0.isOfUse(names, facts.language) }
    return own.isEmpty ? nil : RuleSet(own, facts.language)
  }

  /// The declarations of all surveyed files, as facts of those that they stand in.
  package func declarations(of surveys: [Survey]) -> [FileFacts] {
    TriggerSettlement(surveys.map(\.file), settings).facts()
  }
}

extension FrameworkPack {
  /// Whether one of the names is of what the pack is for, and none of what makes it useless.
  func isOfUse(_ names: Set<String>, _ language: Language) -> Bool {
    if imports.isEmpty, absent.isEmpty { return true }
    func has(_ wanted: [String]) -> Bool {
      let wanted = wanted.map { language.ignoresCase ? $0.lowercased() : $0 }
      return names.contains { name in
        let shown = language.ignoresCase ? name.lowercased() : name
        return wanted.contains { text in
          text.hasPrefix("*") ? shown.hasSuffix(text.dropFirst()) : shown.hasPrefix(text)
        }
      }
    }
    return (imports.isEmpty || has(imports)) && (absent.isEmpty || !has(absent))
  }
}

/// Makes functions without names symbols of their own, and gives them what stands in them.
struct ClosureSymbols {
  private let closures: [SurveyReader.Closure]

  init(_ closures: [SurveyReader.Closure]) {
    // Inner ones first.
    self.closures = closures.sorted {
      ($0.function.end - $0.function.start, $0.function.start)
        < ($1.function.end - $1.function.start, $1.function.start)
    }
  }

  func add(to facts: inout FileFacts) {
    guard !closures.isEmpty else { return }
    let own = ownPath(&facts)
    var lines: [UInt32: ClosedRange<UInt32>] = [:]
    for declaration in facts.declarations {
      lines[declaration.symbol] = declaration.line...max(declaration.line, declaration.endLine)
    }
    for closure in closures {
      let number = UInt32(facts.symbols.count)
      let range = closure.function.line...max(closure.function.line, closure.function.endLine)
      facts.symbols.append(
        Symbol(
          key: closure.symbol.key, name: closure.symbol.name,
          qualifiedName: closure.symbol.qualifiedName, kind: .function, home: .defined(own)))
      // Whatever encloses a place in the closure, unless it is declared within.
      func belongs(_ symbol: UInt32, _ line: UInt32) -> Bool {
        guard range.contains(line) else { return false }
        guard symbol != Reference.fileLevel, let declared = lines[symbol] else { return true }
        return declared.lowerBound < range.lowerBound || declared.upperBound > range.upperBound
      }
      move(&facts, to: number, belongs)
      lines[number] = range
      facts.declarations.append(
        Declaration(
          symbol: number, line: range.lowerBound, endLine: range.upperBound, traits: .definition))
    }
  }

  private func move(
    _ facts: inout FileFacts, to number: UInt32, _ belongs: (UInt32, UInt32) -> Bool
  ) {
    var around = Reference.fileLevel
    for place in facts.references.indices
    where belongs(facts.references[place].from, facts.references[place].line) {
      around = facts.references[place].from
      facts.references[place].from = number
    }
    for place in facts.dataAccesses.indices
    where belongs(facts.dataAccesses[place].symbol, facts.dataAccesses[place].line) {
      facts.dataAccesses[place].symbol = number
    }
    for place in facts.lifetime.indices
    where belongs(facts.lifetime[place].symbol, facts.lifetime[place].line) {
      facts.lifetime[place].symbol = number
    }
    for place in facts.suitability.indices
    where facts.suitability[place].size == 0
      && belongs(facts.suitability[place].symbol, facts.suitability[place].line)
    {
      facts.suitability[place].symbol = number
    }
    let line = facts.declarations.first { $0.symbol == around }?.line ?? 1
    if around != Reference.fileLevel {
      facts.references.append(Reference(from: around, to: number, kind: .address, line: line))
    }
  }

  private func ownPath(_ facts: inout FileFacts) -> UInt32 {
    if let known = facts.paths.firstIndex(of: facts.path) { return UInt32(known) }
    facts.paths.append(facts.path)
    return UInt32(facts.paths.count - 1)
  }
}
