internal import Facts

/// Finds the calls and annotations of a file that the rules speak of.
struct SiteReader {
  let tokens: SourceTokens
  let rules: RuleSet
  private var reader: ChainReader
  private(set) var sites: [CallSite] = []
  /// Types of the library that a type of the file is derived from, and the line of its name.
  private(set) var headers: [TypeHeader] = []
  /// Names that are declared with the type of a router.
  private(set) var typed: Set<String> = []
  private(set) var guards: Set<String> = []
  private(set) var constants: [String: String] = [:]
  /// Values that are assigned to names that rules know.
  private(set) var assigned: [(name: String, value: SourceValue, line: UInt32)] = []
  /// Names that something is assigned to which is no call of the list of makers.
  private(set) var foreign: Set<String> = []
  /// Words that criteria are shown by.
  private(set) var shown: [Int] = []
  private var seen: Set<Int> = []
  /// Calls with an expression of cron among their arguments, and the place of that.
  private(set) var clocked: [(chain: SourceChain, clock: Int)] = []

  /// `class Name : Base<Row>, Other`.
  struct TypeHeader: Sendable {
    var name: String
    var line: UInt32
    var supertypes: [String]
    var isInterface: Bool
    var isAnnotation: Bool
    /// Its own parameters of types: `Handler<T>`.
    var parameters: Set<String> = []
  }

  init(_ tokens: SourceTokens, _ rules: RuleSet) {
    self.tokens = tokens
    self.rules = rules
    reader = ChainReader(tokens)
  }

  mutating func read() {
    for index in 0..<tokens.count {
      guard tokens[index].kind == .word else {
        // The name of a library: `from "sharp"`.
        if tokens[index].kind == .text, rules.importsByText,
          rules.watch(of: tokens.bytes(index)).contains(.criterion)
        {
          shown.append(index)
        }
        if tokens[index].kind == .text, rules.hasClocks { readClocked(index) }
        continue
      }
      let watch = rules.watch(of: tokens.bytes(index))
      readHeader(index)
      readConstant(index)
      guard !watch.isEmpty else { continue }
      if watch.contains(.criterion) { shown.append(index) }
      if watch.contains(.guardName) { guards.insert(tokens.text(index)) }
      if watch.contains(.makerType) { readTyped(index) }
      if watch.contains(.assign) { readAssigned(index) }
      let isCall = watch.contains(.call)
      if isCall || watch.contains(.annotation) { readSite(index, isCall: isCall) }
    }
    sites.sort { ($0.chain.start, $1.chain.end) < ($1.chain.start, $0.chain.end) }
    nest()
  }

  // MARK: Sites

  private mutating func readSite(_ index: Int, isCall: Bool) {
    let start = reader.start(of: index)
    guard !seen.contains(start) else { return }
    let isAnnotation = isAnnotation(start)
    guard isCall || isAnnotation, !isDeclared(start, index) else { return }
    seen.insert(start)
    guard var chain = reader.chain(at: start) else { return }
    if !isAnnotation, chain.isPlain { return }
    if !rules.constructs.isEmpty { chain = chain.withoutBuilders }
    var site = CallSite(chain: chain, isAnnotation: isAnnotation)
    if !isAnnotation { site.bound = bound(start) }
    sites.append(site)
  }

  /// Whether the word is the name of something that is declared here: `func get(`, `def task(`,
  /// `List<Job> schedule(`.
  private func isDeclared(_ start: Int, _ index: Int) -> Bool {
    // `Type Space::name(`, with what it gives before it.
    if tokens.lexis.isCFamily, start > 0, start < index, isTypeBefore(start) { return true }
    guard start == index, index > 0 else { return false }
    guard tokens.isWord(index - 1) else { return isBehindType(index) }
    let before = tokens.text(index - 1)
    let words = ["func", "def", "fn", "fun", "function", "class", "import", "struct", "interface"]
    if words.contains(before) { return true }
    guard writesTypesFirst, tokens.isMark(index + 1, "(") else { return false }
    // Macros that declare something are written in capitals.
    let isMacro = tokens.lexis.isCFamily && !tokens.text(index).contains(where: \.isLowercase)
    return !isMacro && !ChainReader.isKeyword(before) && !Self.operators.contains(before)
  }

  private func isTypeBefore(_ start: Int) -> Bool {
    guard tokens.isWord(start - 1), tokens.line(start - 1) == tokens.line(start) else {
      return false
    }
    let before = tokens.text(start - 1)
    return !ChainReader.isKeyword(before) && !before.hasPrefix("co_")
  }

  /// Words before a value, in languages that write the type before the name.
  private static let operators: Set<String> = [
    "assert", "is", "as", "out", "ref", "instanceof", "with",
  ]

  private var writesTypesFirst: Bool {
    tokens.lexis.writesTypesFirst || tokens.lexis.isCFamily
  }

  /// A type with arguments, or one of lists, right before a name that stands before parameters.
  private func isBehindType(_ index: Int) -> Bool {
    guard rules.language == .java || rules.language == .csharp, tokens.isMark(index + 1, "(") else {
      return false
    }
    if tokens.isPair(index - 2, "[", "]") { return true }
    guard tokens.isMark(index - 1, ">"), !tokens.isMark(index - 2, "-"),
      !tokens.isMark(index - 2, "=")
    else { return false }
    return reader.typeOpen(index - 1).map { tokens.isWord($0 - 1) } ?? false
  }

  private func isAnnotation(_ start: Int) -> Bool {
    if tokens.isMark(start - 1, "@") { return !tokens.isWord(start, "interface") }
    guard rules.language == .csharp || rules.language == .php || rules.language == .rust else {
      return false
    }
    var place = start - 1
    if tokens.isMark(place, ":"), tokens.isWord(place - 1) { place -= 2 }
    for _ in 0..<24 {
      if tokens.isMark(place, "[") { return opensAttributes(place) }
      guard tokens.isMark(place, ",") else { return false }
      place -= 1
      while place >= 0, !tokens.isMark(place, ","), !tokens.isMark(place, "[") {
        if let open = tokens.open(place) { place = open }
        if tokens[place].kind == .mark, [0x28, 0x7b, 0x3b].contains(tokens[place].byte),
          tokens.open(place) == nil, Int(tokens[place].partner) > start
        {
          return false
        }
        place -= 1
      }
    }
    return false
  }

  private func opensAttributes(_ bracket: Int) -> Bool {
    if rules.language != .csharp {
      return tokens.isMark(bracket - 1, "#") || tokens.isMark(bracket - 2, "#")
    }
    guard bracket > 0 else { return true }
    let last = tokens[bracket - 1]
    guard last.kind == .mark else { return false }
    return [0x7b, 0x7d, 0x3b, 0x5d, 0x28, 0x2c].contains(last.byte)
  }

  /// The variable that the value at `start` is assigned to.
  private func bound(_ start: Int) -> String {
    var place = start - 1
    while tokens.isWord(place),
      ["await", "new", "try"].contains(tokens.text(place))
        || tokens.isMark(place, "&") || tokens.isMark(place, "!")
    {
      place -= 1
    }
    while tokens.isMark(place, "&") { place -= 1 }
    guard tokens.isMark(place, "="), !tokens.isMark(place - 1, "="), !tokens.isMark(place - 1, "!"),
      !tokens.isMark(place + 1, ">")
    else { return "" }
    place -= 1
    if tokens.isMark(place, ":") { place -= 1 }
    if tokens.isMark(place, "|"), tokens.isMark(place - 1, "|") { place -= 2 }
    // `name: Type =`, also with arguments of the type.
    var back = place
    for _ in 0..<8 where back > 0 {
      if tokens.isMark(back, ":"), tokens.isWord(back - 1), !tokens.isMark(back - 1, ":") {
        return tokens.text(back - 1)
      }
      guard
        tokens.isWord(back) || tokens.isMark(back, ".") || tokens.isMark(back, "<")
          || tokens.isMark(back, ">") || tokens.isMark(back, "*") || tokens.isMark(back, "&")
      else { break }
      if tokens.line(back) != tokens.line(place) { break }
      back -= 1
    }
    // `router, err :=`.
    while tokens.isMark(place - 1, ","), tokens.isWord(place - 2) { place -= 2 }
    return tokens.isWord(place) ? tokens.text(place) : ""
  }

  private mutating func nest() {
    var open: [Int] = []
    for index in sites.indices {
      while let last = open.last, sites[last].chain.end <= sites[index].chain.start {
        open.removeLast()
      }
      sites[index].parent = open.last ?? -1
      open.append(index)
    }
  }

  /// The call around a text that is an expression of cron, where it is an argument or in a table that is.
  private mutating func readClocked(_ index: Int) {
    let length = tokens[index].end - tokens[index].start
    guard length >= 9, length <= 40, Self.isCron(tokens.text(index)) else { return }
    var place = index - 1
    let limit = max(0, index - 200)
    while place >= limit {
      if let open = tokens.open(place) {
        place = open - 1
        continue
      }
      if tokens.isMark(place, "(") { break }
      if tokens.isMark(place, ";") { return }
      if tokens.isMark(place, "{") {
        guard tokens.isMark(place - 1, "(") || tokens.isMark(place - 1, ",") else { return }
      }
      place -= 1
    }
    guard place >= limit, place > 0, tokens.isWord(place - 1),
      rules.rules(ofCall: tokens.text(place - 1)).isEmpty,
      let chain = reader.chain(at: reader.start(of: place - 1))
    else { return }
    clocked.append((chain, index))
  }

  /// Five or six fields of cron.
  private static func isCron(_ text: String) -> Bool {
    let fields = text.split(separator: " ")
    return (5...6).contains(fields.count)
      && fields.allSatisfy { field in field.allSatisfy { "0123456789*/-,?L#".contains($0) } }
  }

  // MARK: Types

  private static let typeWords: Set<String> = [
    "class", "struct", "interface", "object", "record", "trait", "protocol", "actor", "enum",
  ]

  private mutating func readHeader(_ index: Int) {
    let length = tokens[index].end - tokens[index].start
    guard length >= 4, length <= 9, index + 2 < tokens.count, tokens.isWord(index + 1) else {
      return
    }
    let word = tokens.text(index)
    guard Self.typeWords.contains(word), !tokens.isMark(index - 1, "."),
      !tokens.isMark(index - 1, ":") || tokens.lexis.isPython
    else { return }
    let name = tokens.text(index + 1)
    var names: [String] = []
    var parameters: Set<String> = []
    var next = index + 2
    let end = headerEnd(next)
    if tokens.isMark(next, "<"), tokens.lexis.hasTypeArguments, let close = reader.typeClose(next) {
      parameters = Set(reader.typeNames(next + 1..<close))
      next = close + 1
    }
    while next < end {
      if tokens.isMark(next, "<"), !tokens.lexis.isRuby, let close = reader.typeClose(next) {
        names += reader.typeNames(next + 1..<close).map { "<" + $0 }
        next = close + 1
        continue
      }
      if tokens.isMark(next, "("), !tokens.lexis.isPython {
        next = tokens.close(next) + 1
        continue
      }
      if tokens.isWord(next), !tokens.isMark(next + 1, "."), !tokens.isPair(next + 1, ":", ":") {
        let base = FileFactsIndex.simple(tokens.text(next))
        if !["extends", "implements", "with", "final", "public", "where", "virtual"].contains(base)
        {
          names.append(base)
        }
      }
      next += 1
    }
    headers.append(
      TypeHeader(
        name: name, line: tokens.line(index), supertypes: names,
        isInterface: word == "interface" || word == "protocol" || word == "trait",
        isAnnotation: tokens.isMark(index - 1, "@") || tokens.isWord(index - 1, "annotation"),
        parameters: parameters))
  }

  private func headerEnd(_ start: Int) -> Int {
    var place = start
    let limit = min(tokens.count, start + 120)
    while place < limit {
      if tokens.isMark(place, "{") || tokens.isMark(place, ";") { return place }
      if tokens.lexis.isRuby, tokens.line(place) != tokens.line(start - 1) { return place }
      if tokens.lexis.isPython, tokens.isMark(place, "(") { return tokens.close(place) }
      if tokens.lexis.isPython, tokens.isMark(place, ":") { return place }
      if tokens.isMark(place, "("), tokens.close(place) > place { place = tokens.close(place) }
      place += 1
    }
    return place
  }

  /// `r *gin.Engine`, `app: FastifyInstance`, `IEndpointRouteBuilder app`.
  private mutating func readTyped(_ index: Int) {
    var back = index - 1
    while tokens.isMark(back, "."), tokens.isWord(back - 1) { back -= 2 }
    while tokens.isMark(back, "*") || tokens.isMark(back, "&") || tokens.isWord(back, "mut")
      || tokens.isWord(back, "any") || tokens.isWord(back, "some") || tokens.isWord(back, "inout")
      || tokens.isWord(back, "dyn") || tokens.isMark(back, "\\")
    {
      back -= 1
    }
    if tokens.isMark(back, ":"), tokens.isWord(back - 1) {
      typed.insert(tokens.text(back - 1))
    } else if rules.language == .go, tokens.isWord(back) {
      typed.insert(tokens.text(back))
    } else {
      var next = index + 1
      if tokens.isMark(next, "<"), let close = reader.typeClose(next) { next = close + 1 }
      while tokens.isMark(next, "&") || tokens.isMark(next, "*") || tokens.isMark(next, "?") {
        next += 1
      }
      if tokens.isWord(next), tokens.line(next) == tokens.line(index) {
        typed.insert(tokens.text(next))
      }
    }
  }

  // MARK: Assignments

  /// `QUEUE = "orders"`, where the name is one of a constant.
  private mutating func readConstant(_ index: Int) {
    guard tokens.isMark(index + 1, "="), index + 2 < tokens.count, tokens[index + 2].kind == .text,
      let first = tokens.bytes(index).first, first >= 0x41, first <= 0x5a
    else { return }
    if constants.count < 4096 { constants[tokens.text(index)] = tokens.text(index + 2) }
  }

  private mutating func readAssigned(_ index: Int) {
    var next = index + 1
    // `name: Type =`.
    if tokens.isMark(next, ":"), tokens.isWord(next + 1) {
      next += 2
      if tokens.isMark(next, "[") { next = tokens.close(next) + 1 }
    }
    guard tokens.isMark(next, "=") || tokens.isMark(next, ":"), !tokens.isMark(next + 1, "=") else {
      return
    }
    next += 1
    guard next < tokens.count else { return }
    let end: Int
    if tokens[next].kind == .mark, [0x28, 0x5b, 0x7b].contains(tokens[next].byte) {
      end = tokens.close(next) + 1
    } else if let chain = reader.chain(at: next, inValue: true) {
      end = chain.end
    } else {
      return
    }
    guard end <= tokens.count, end > next else { return }
    assigned.append(
      (tokens.text(index), reader.value(in: next..<end), tokens.line(index)))
  }

  /// Whether a name stands for what another file or a caller gives: nothing else is assigned to it.
  func isOpen(_ name: String, _ makers: (SourceChain) -> Bool) -> Bool {
    for index in 0..<tokens.count where tokens.isWord(index, name) {
      guard tokens.isMark(index + 1, "="), !tokens.isMark(index + 2, "="),
        !tokens.isMark(index + 2, ">"), !tokens.isMark(index - 1, ".")
      else { continue }
      var next = index + 2
      while tokens.isWord(next, "await") || tokens.isWord(next, "new") { next += 1 }
      if tokens.isWord(next, "require") || tokens.isWord(next, "module") { continue }
      var copy = reader
      guard let chain = copy.chain(at: next) else { return false }
      if !makers(chain) { return false }
    }
    return true
  }
}
