internal import Basics
internal import ClangBinding
internal import Facts

/// The facts of one file while its unit is being visited.
struct FileDraft {
  let number: FileNumber
  let bytes: [UInt8]
  let scan: SourceScan
  var facts: FileFacts
  /// Unit symbols in the order of their numbers in this file.
  private(set) var used: [Int] = []
  private var numbers: [Int: UInt32] = [:]
  /// Bodies of functions and types, for what is known by its line alone.
  var spans: [Span] = []
  /// Starts of functions, for comments that stand before them.
  var functions: [(offset: UInt32, symbol: UInt32)] = []
  private var pendingMacros: [(to: UInt32, line: UInt32)] = []

  struct Span {
    var first: UInt32
    var last: UInt32
    var symbol: UInt32
  }

  init(
    _ number: FileNumber, path: String, language: Language,
    source: (bytes: [UInt8], scan: SourceScan)
  ) {
    self.number = number
    bytes = source.bytes
    scan = source.scan
    facts = FileFacts(path: path, language: language)
    facts.lineCount = scan.lineCount
    facts.codeLineCount = scan.codeLineCount
  }

  /// The number of a unit's symbol in this file; nil stands for code that no symbol encloses.
  mutating func number(of symbol: Int?) -> UInt32 {
    guard let symbol else { return Reference.fileLevel }
    if let number = numbers[symbol] { return number }
    let number = UInt32(used.count)
    used.append(symbol)
    numbers[symbol] = number
    return number
  }

  mutating func addReference(
    _ kind: EdgeKind, from: Int?, to: Int, line: UInt32, isProbable: Bool = false
  ) {
    facts.references.append(
      Reference(
        from: number(of: from), to: number(of: to), kind: kind, line: line, isProbable: isProbable))
  }

  /// A macro's use, whose enclosing function is known when all functions are.
  mutating func addMacroUse(_ symbol: Int, line: UInt32) {
    pendingMacros.append((number(of: symbol), line))
  }

  /// Gives the uses of macros their enclosing functions. O(n log n) in uses and spans, which nest.
  mutating func settleMacros() {
    spans.sort { ($0.first, $1.last) < ($1.first, $0.last) }
    let uses = pendingMacros.enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    var open: [Span] = []
    var next = 0
    for (_, use) in uses {
      while next < spans.count, spans[next].first <= use.line {
        while let last = open.last, last.last < spans[next].first { open.removeLast() }
        open.append(spans[next])
        next += 1
      }
      while let last = open.last, last.last < use.line { open.removeLast() }
      let from = open.last?.symbol ?? Reference.fileLevel
      facts.references.append(Reference(from: from, to: use.to, kind: .macro, line: use.line))
    }
    pendingMacros = []
  }

  /// The number of a path among the facts' paths, added if new.
  mutating func pathNumber(_ path: String) -> UInt32 {
    if let index = pathNumbers[path] { return index }
    let index = UInt32(facts.paths.count)
    facts.paths.append(path)
    pathNumbers[path] = index
    return index
  }

  private var pathNumbers: [String: UInt32] = [:]
}

extension FileDraft {
  /// Turns the unit's symbols into the file's.
  ///
  /// A header's facts must not depend on the unit that happened to be parsed first, so a home counts
  /// only if `isVisible` says that the file itself includes it; linking finds the others by key.
  /// Types that are only declared have no home there at all: which of several declarations comes
  /// first is the unit's affair.
  mutating func settleSymbols(
    _ symbols: UnitSymbols, isMain: Bool, isVisible: (FileNumber) -> Bool
  ) {
    facts.symbols = used.map { index in
      var symbol = symbols.symbols[index]
      if !isMain, symbol.kind == .type, !symbol.isFileKeyed { symbol.declarationFile = .none }
      return Symbol(
        key: symbol.key, name: symbol.name, qualifiedName: symbol.qualifiedName, kind: symbol.kind,
        home: home(of: symbol, symbols.files, isVisible))
    }
  }

  private mutating func home(
    of symbol: UnitSymbol, _ files: UnitFiles, _ isVisible: (FileNumber) -> Bool
  ) -> SymbolHome {
    if symbol.definitionFile != .none, isVisible(symbol.definitionFile) {
      return .defined(pathNumber(files.path(symbol.definitionFile)))
    }
    if symbol.declarationFile != .none, symbol.isFileKeyed || isVisible(symbol.declarationFile) {
      let path = pathNumber(files.path(symbol.declarationFile))
      return symbol.definitionFile == symbol.declarationFile ? .defined(path) : .declared(path)
    }
    return .declared(pathNumber(facts.path))
  }
}
