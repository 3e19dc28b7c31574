/// A syntax tree as a flat array of nodes in source order, parents before children.
///
/// Everything that is asked of a tree is a few array accesses, and nothing of it is tied to C. A
/// node's children lie behind it, each with its descendants, up to ``SyntaxNode/end``. Marks that
/// carry no meaning beyond their place (brackets, commas, semicolons) have no node.
package struct SyntaxTree: Sendable {
  package let source: [UInt8]
  package internal(set) var nodes: [SyntaxNode]
  /// Whether the parser has met such places at all.
  var mayHaveErrors = false
  /// Number of places that no rule fits, or where something is missing.
  package internal(set) var errorCount = 0
  /// Line of the first of them; 0 if there is none.
  package internal(set) var firstErrorLine: UInt32 = 0
  /// Whether nodes were left out because they lie deeper than the parser was told to go.
  package internal(set) var isCut = false

  package init(source: [UInt8]) {
    self.source = source
    nodes = []
    nodes.reserveCapacity(source.count / 5)
  }
}

/// One node of a ``SyntaxTree``; 24 bytes.
package struct SyntaxNode: Sendable {
  /// Number of the kind in the ``Grammar``, or ``Grammar/errorKind``.
  package var kind: UInt16
  /// Number of the field under which the parent has it; 0 for none.
  package var field: UInt16
  /// Bytes of the source, from `start` up to and without `stop`.
  package var start: UInt32
  package var stop: UInt32
  /// One-based.
  package var line: UInt32
  package var endLine: UInt32
  /// Index of the first node that is not a descendant.
  package var end: UInt32
}

extension SyntaxTree {
  /// The nodes directly below the node at `index`.
  package func children(of index: Int) -> Children {
    Children(nodes: nodes, position: index + 1, end: Int(nodes[index].end))
  }

  /// The first child under a field; nil for field number 0.
  package func child(of index: Int, field: UInt16) -> Int? {
    var next = index + 1
    let end = Int(nodes[index].end)
    while next < end {
      if nodes[next].field == field, field != 0 { return next }
      next = Int(nodes[next].end)
    }
    return nil
  }

  package func text(of index: Int) -> ArraySlice<UInt8> {
    source[Int(nodes[index].start)..<Int(nodes[index].stop)]
  }

  /// The indexes of a node's children.
  package struct Children: Sequence, IteratorProtocol {
    let nodes: [SyntaxNode]
    var position: Int
    let end: Int

    package mutating func next() -> Int? {
      guard position < end else { return nil }
      defer { position = Int(nodes[position].end) }
      return position
    }
  }
}
