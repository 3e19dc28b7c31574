/// Follows the statements of a script through the bodies of the routines that it defines.
///
/// A body ends with the END of its outermost block, with the dollar quote that it stands in, with the
/// batch, or where the next definition begins: whichever the dialect has.
struct SQLRoutine {
  /// The routine whose body is open.
  private(set) var name: String?
  private var isPackage = false
  private var depth = 0
  private var wasOpened = false
  /// Inside of dollar quotes.
  private(set) var isQuoted = false
  private var wasQuoted = false

  /// Takes account of a statement before its accesses are said to be the routine's.
  mutating func enter(_ statement: SQLStatement) {
    if depth == 0, !isQuoted, statement.begins(with: .create), !statement.createsTemporary {
      close()
    }
    for mark in statement.blockMarks {
      switch mark {
      case .routine(let routine) where depth == 0 || isPackage && depth <= 0:
        name = routine
        wasOpened = false
      case .package: isPackage = true
      case .begin:
        depth += 1
        wasOpened = true
      case .end: depth -= 1
      case .quote:
        isQuoted.toggle()
        wasQuoted = true
      case .routine: break
      }
    }
  }

  /// Closes the routine if the statement was its last.
  mutating func leave() {
    let isClosed = wasOpened && depth <= 0 || wasQuoted && !isQuoted
    guard isClosed || depth < 0 else { return }
    if isPackage, depth == 0 {
      name = nil
      wasOpened = false
    } else {
      close()
    }
  }

  /// The quote around a body may end behind it.
  private mutating func close() {
    let wasInQuote = isQuoted
    self = SQLRoutine()
    isQuoted = wasInQuote
  }
}

extension SQLStatement {
  /// What opens and closes blocks and bodies, in order.
  enum BlockMark {
    case routine(String), package, begin, end, quote
  }

  func begins(with keyword: SQLKeyword) -> Bool { self.keyword(0) == keyword }

  var createsTemporary: Bool {
    tokens.prefix(4).contains { $0.keyword == .temp || $0.keyword == .temporary }
  }

  /// The name of the view that the statement creates.
  var definedView: String? {
    guard begins(with: .create),
      let view = tokens.prefix(8).firstIndex(where: { $0.keyword == .view })
    else { return nil }
    var index = view + 1
    while let word = keyword(index), [.if, .not, .exists].contains(word) { index += 1 }
    return name(at: index)?.name.full
  }

  /// Linear in the tokens.
  var blockMarks: [BlockMark] {
    let isDefinition = begins(with: .create) || begins(with: .alter)
    var marks: [BlockMark] = []
    for index in tokens.indices {
      if isWord("package", index), isDefinition, index < 6 { marks.append(.package) }
      let isRoutine = ["procedure", "proc", "function"].contains { isWord($0, index) }
      if isRoutine,
        isDefinition && index < Self.headLength || !isDefinition && index < 1 || followsAs(index),
        let routine = routineName(at: index + 1)
      {
        marks.append(.routine(routine))
      }
      if let mark = mark(at: index) { marks.append(mark) }
    }
    return marks
  }

  /// `CREATE DEFINER = a@b SQL SECURITY INVOKER PROCEDURE` is about the longest.
  private static let headLength = 12

  /// `AS PROCEDURE`: the first of a package.
  private func followsAs(_ index: Int) -> Bool {
    keyword(index - 1) == .as || keyword(index - 1) == .is
  }

  private func routineName(at start: Int) -> String? {
    var index = start
    while let word = keyword(index), [.if, .not, .exists].contains(word) { index += 1 }
    return name(at: index)?.name.table
  }

  private func mark(at index: Int) -> BlockMark? {
    let token = tokens[index]
    if token.kind == .punctuation, bytes[token.range.lowerBound] == UInt8(ascii: "$") {
      return .quote
    }
    switch token.keyword {
    case .begin where !["tran", "transaction", "work"].contains(where: { isWord($0, index + 1) }):
      return keyword(index - 1) == .end ? nil : .begin
    case .case: return keyword(index - 1) == .end ? nil : .begin
    case .end
    where !["if", "loop", "while", "repeat", "for"].contains(where: { isWord($0, index + 1) }):
      return .end
    default: return nil
    }
  }
}
