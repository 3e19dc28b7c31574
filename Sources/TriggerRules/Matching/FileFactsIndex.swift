internal import Facts

/// Finds the declarations of one file by lines, and what its names refer to.
struct FileFactsIndex {
  let facts: FileFacts
  /// Functions, methods and types, sorted by line, outer ones first.
  private(set) var symbols: [KnownSymbol] = []
  /// Types that the file knows by other names, by those.
  var aliases: [String: String] = [:]
  private var referencesByLine: [UInt32: [Int]] = [:]
  private var inclusionsByLine: [UInt32: [Int]] = [:]

  init(_ facts: FileFacts) {
    self.facts = facts
    for declaration in facts.declarations where declaration.traits.contains(.definition) {
      let symbol = facts.symbols[Int(declaration.symbol)]
      guard [.function, .method, .type].contains(symbol.kind) else { continue }
      symbols.append(
        KnownSymbol(
          key: symbol.key, name: symbol.name, qualifiedName: symbol.qualifiedName,
          kind: symbol.kind, path: facts.path, line: declaration.line,
          endLine: declaration.endLine, isAbstract: declaration.traits.contains(.abstract)))
    }
    symbols.sort { ($0.line, $1.endLine, $0.key) < ($1.line, $0.endLine, $1.key) }
  }

  mutating func indexLines() {
    guard referencesByLine.isEmpty else { return }
    for (index, reference) in facts.references.enumerated() {
      referencesByLine[reference.line, default: []].append(index)
    }
    for (index, inclusion) in facts.inclusions.enumerated() {
      inclusionsByLine[inclusion.line, default: []].append(index)
    }
  }

  mutating func markOverrides(at lines: Set<UInt32>) {
    for place in symbols.indices where symbols[place].isFunction {
      let first = symbols[place].line
      symbols[place].isOverride =
        lines.contains(first)
        || lines.contains(first + 1)
          && symbols[place].endLine > first
    }
  }

  /// Whether a function of this name begins in a line.
  func declares(_ name: String, at line: UInt32) -> Bool {
    symbols.contains { $0.line == line && $0.isFunction && $0.name == name }
  }

  /// Whether a line calls a function of this name that one of the files declares, or makes a value of
  /// such a type, and the source leaves no doubt about it.
  func calls(_ name: String, at line: UInt32, in files: Set<String>) -> Bool {
    (referencesByLine[line] ?? []).contains { place in
      let reference = facts.references[place]
      guard reference.kind == .call || reference.kind == .type, !reference.isProbable else {
        return false
      }
      let symbol = facts.symbols[Int(reference.to)]
      guard symbol.name == name else { return false }
      switch symbol.home {
      case .defined(let path), .declared(let path): return files.contains(facts.paths[Int(path)])
      case .external: return false
      }
    }
  }

  /// The innermost function around a line.
  func function(at line: UInt32) -> KnownSymbol? {
    symbols.last { $0.isFunction && $0.line <= line && line <= $0.endLine }
  }

  /// The innermost function of this name around a line that begins at `first` or later. Logarithmic,
  /// and linear in what begins between the two lines.
  func function(named name: String, at line: UInt32, from first: UInt32) -> KnownSymbol? {
    var low = 0
    var high = symbols.count
    while low < high {
      let middle = (low + high) / 2
      if symbols[middle].line <= line { low = middle + 1 } else { high = middle }
    }
    while low > 0, symbols[low - 1].line >= first {
      low -= 1
      if line <= symbols[low].endLine, symbols[low].name == name, symbols[low].isFunction {
        return symbols[low]
      }
    }
    return nil
  }

  func type(at line: UInt32) -> KnownSymbol? {
    symbols.last { $0.kind == .type && $0.line <= line && line <= $0.endLine }
  }

  /// The type around a symbol of this file.
  func type(of symbol: KnownSymbol) -> KnownSymbol? {
    symbols.last {
      $0.kind == .type && $0.line <= symbol.line && symbol.endLine <= $0.endLine
        && $0.key != symbol.key
    }
  }

  /// The declaration that an annotation at a line marks, by the facts, else the next one.
  func marked(by name: String, at line: UInt32) -> KnownSymbol? {
    for annotation in facts.annotations
    where annotation.line == line && annotation.symbol != Reference.fileLevel {
      guard Self.simple(annotation.name) == name || annotation.name == name else { continue }
      if let own = symbol(annotation.symbol) { return own }
    }
    return symbols.first { $0.line >= line }
  }

  private func symbol(_ index: UInt32) -> KnownSymbol? {
    let key = facts.symbols[Int(index)].key
    return symbols.first { $0.key == key }
  }

  static func simple(_ name: String) -> String {
    guard let last = name.lastIndex(where: { $0 == "." || $0 == "\\" || $0 == ":" }) else {
      return name
    }
    return String(name[name.index(after: last)...])
  }

  /// What a name refers to in some lines: functions before types, other things last.
  func target(of name: String, in lines: ClosedRange<UInt32>) -> KnownSymbol? {
    var best: (rank: Int, symbol: KnownSymbol)?
    for line in lines.lowerBound...min(lines.upperBound, lines.lowerBound + 200) {
      for index in referencesByLine[line] ?? [] {
        let symbol = facts.symbols[Int(facts.references[index].to)]
        guard symbol.name == name, case .defined(let path) = symbol.home else { continue }
        let rank =
          switch symbol.kind {
          case .function, .method: 0
          case .type: 1
          default: 2
          }
        if rank < best?.rank ?? 3 {
          let known = KnownSymbol(
            key: symbol.key, name: symbol.name, qualifiedName: symbol.qualifiedName,
            kind: symbol.kind, path: facts.paths[Int(path)], line: 0, endLine: 0)
          best = (rank, known)
        }
      }
    }
    return best?.symbol ?? alias(name, in: lines)
  }

  /// A type that the file knows by another name: `use Api\Song as ApiSong`.
  private func alias(_ name: String, in lines: ClosedRange<UInt32>) -> KnownSymbol? {
    guard let own = aliases[name] else { return nil }
    for line in lines.lowerBound...min(lines.upperBound, lines.lowerBound + 20) {
      for index in referencesByLine[line] ?? [] {
        let symbol = facts.symbols[Int(facts.references[index].to)]
        guard symbol.kind == .type, symbol.name == own,
          case .defined(let path) = symbol.home
        else { continue }
        return KnownSymbol(
          key: symbol.key, name: symbol.name, qualifiedName: symbol.qualifiedName, kind: .type,
          path: facts.paths[Int(path)], line: 0, endLine: 0)
      }
    }
    return nil
  }

  /// References that a framework's text was resolved to, in some lines.
  func wired(in lines: ClosedRange<UInt32>) -> [KnownSymbol] {
    lines.flatMap { line in
      (referencesByLine[line] ?? []).compactMap { index in
        let reference = facts.references[index]
        guard reference.kind == .wiring else { return nil }
        let symbol = facts.symbols[Int(reference.to)]
        guard case .defined(let path) = symbol.home else { return nil }
        return KnownSymbol(
          key: symbol.key, name: symbol.name, qualifiedName: symbol.qualifiedName,
          kind: symbol.kind, path: facts.paths[Int(path)], line: reference.line, endLine: 0)
      }
    }
  }

  /// The project file that an import at a line leads to; with a name, the one for that.
  func imported(at lines: ClosedRange<UInt32>, name: String = "") -> String? {
    var first: String?
    for line in lines.lowerBound...min(lines.upperBound, lines.lowerBound + 40) {
      for index in inclusionsByLine[line] ?? [] {
        let inclusion = facts.inclusions[index]
        guard case .project(let path) = inclusion.outcome else { continue }
        if !name.isEmpty, inclusion.spelling.hasSuffix("." + name) {
          return facts.paths[Int(path)]
        }
        if first == nil { first = facts.paths[Int(path)] }
      }
    }
    return first
  }
}
