internal import TreeSitterBinding

/// The kinds of nodes that a language's reader tells apart, by the numbers of one grammar.
///
/// The raw values of `Kind` are the grammar's names. Kinds that a version of the grammar lacks never
/// occur, those that the reader does not know are nil.
struct NodeKinds<Kind>: Sendable
where Kind: CaseIterable & Sendable & RawRepresentable<String> {
  private let byNumber: [Kind?]

  init(_ grammar: Grammar) {
    var table = [Kind?](repeating: nil, count: grammar.kindCount)
    for kind in Kind.allCases {
      for number in grammar.numbers(ofKind: kind.rawValue) { table[Int(number)] = kind }
    }
    byNumber = table
  }

  @inline(__always)
  subscript(number: UInt16) -> Kind? {
    Int(number) < byNumber.count ? byNumber[Int(number)] : nil
  }
}
