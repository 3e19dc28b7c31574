/// The elements of an XML document, in document order, with the lines that they begin on.
package struct MarkupTree: Sendable {
  package struct Attribute: Sendable, Hashable {
    /// With its prefix, as written.
    package var name: String
    package var value: String
  }

  /// What stands between the tags of an element.
  package enum Content: Sendable, Hashable {
    case text(String, line: UInt32)
    /// Index into ``MarkupTree/elements``.
    case element(Int)
  }

  package struct Element: Sendable, Hashable {
    /// Without its prefix.
    package var name: String
    /// One-based.
    package var line: UInt32
    /// Index of the element around it; -1 for the root.
    package var parent: Int
    package var attributes: [Attribute] = []
    package var content: [Content] = []

    package subscript(attribute: String) -> String? {
      attributes.first { $0.name == attribute }?.value
    }
  }

  /// Why a document was not read to its end.
  package struct Problem: Error, Sendable, Hashable {
    package var message: String
    package var line: UInt32
  }

  /// Those around an element come before it; the first is the root.
  package internal(set) var elements: [Element] = []
  /// What follows this place is not in the tree.
  package internal(set) var problem: Problem?

  /// The children of an element that are elements.
  package func children(_ index: Int) -> [Int] {
    elements[index].content.compactMap { if case .element(let child) = $0 { child } else { nil } }
  }

  /// The text of an element itself, without that of elements inside it, and the line of its first
  /// character that is not white space.
  package func text(_ index: Int) -> (text: String, line: UInt32) {
    var text = ""
    var line: UInt32?
    for case .text(let piece, let start) in elements[index].content {
      if line == nil, let first = piece.utf8.firstIndex(where: { $0 > 0x20 }) {
        line = start + UInt32(clamping: piece.utf8[..<first].count { $0 == 0x0a })
      }
      text += piece
    }
    return (text, line ?? elements[index].line)
  }
}
