internal import CTreeSitter

/// Parses sources of one language, one after another. One thread at a time.
@safe package final class SyntaxParser {
  package let grammar: Grammar
  private let handle: OpaquePointer?
  /// For each kind whether it has nodes of its own in a ``SyntaxTree``.
  private let isKept: [Bool]
  /// Nodes below this depth are left out, so that code that recurses over a tree stays within its
  /// stack, whatever the source.
  private let depthLimit: Int

  package init(grammar: Grammar, depthLimit: Int = 4_000) {
    self.grammar = grammar
    self.depthLimit = depthLimit
    unsafe handle = ts_parser_new()
    unsafe ts_parser_set_language(handle, grammar.language)
    isKept = (0..<grammar.kindCount).map { number in
      let kind = grammar.kind(UInt16(number))
      return kind.isNamed || !Self.marks.contains(kind.name)
    }
  }

  deinit { unsafe ts_parser_delete(handle) }

  private static let marks: Set<String> = ["(", ")", "[", "]", "{", "}", ",", ";", ".", "\"", "'"]

  /// Why there is no tree.
  package enum Failure: Error, Sendable, Equatable {
    /// Four gigabytes or more.
    case tooLarge
    case timedOut
  }

  /// The tree of `source`, which may be anything: what no rule fits is counted as an error.
  ///
  /// `timeLimit` in seconds bounds grammars that take far more than linear time on broken text.
  package func parse(_ source: [UInt8], timeLimit: Double = 60) throws(Failure) -> SyntaxTree {
    guard source.count < Int(UInt32.max) else { throw .tooLarge }
    unsafe ts_parser_reset(handle)
    unsafe ts_parser_set_timeout_micros(handle, UInt64(max(0, timeLimit) * 1_000_000))
    let parsed: OpaquePointer? = unsafe source.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        unsafe ts_parser_parse_string(handle, nil, text.baseAddress, UInt32(text.count))
      }
    }
    guard let tree = unsafe parsed else { throw .timedOut }
    defer { unsafe ts_tree_delete(tree) }
    var flat = SyntaxTree(source: source)
    let root = unsafe ts_tree_root_node(tree)
    flat.mayHaveErrors = unsafe ts_node_has_error(root)
    unsafe flatten(root, into: &flat)
    return flat
  }

  /// Copies the tree in one walk. Children of nodes that are not kept take their place.
  private func flatten(_ root: TSNode, into tree: inout SyntaxTree) {
    var cursor = unsafe ts_tree_cursor_new(root)
    defer { unsafe ts_tree_cursor_delete(&cursor) }
    // Indexes of the kept nodes from the root down; -1 for one that is not kept.
    var open: [Int] = []
    while true {
      open.append(unsafe add(&cursor, to: &tree))
      if open.count < depthLimit {
        if unsafe ts_tree_cursor_goto_first_child(&cursor) { continue }
      } else if unsafe ts_node_child_count(ts_tree_cursor_current_node(&cursor)) > 0 {
        cut(open, in: &tree)
      }
      while true {
        close(open.removeLast(), in: &tree)
        if unsafe ts_tree_cursor_goto_next_sibling(&cursor) { break }
        guard !open.isEmpty, unsafe ts_tree_cursor_goto_parent(&cursor) else { return }
      }
    }
  }

  /// What has lost its children is of no kind any more: readers may count on the children of a kind.
  private func cut(_ open: [Int], in tree: inout SyntaxTree) {
    tree.isCut = true
    if let kept = open.last(where: { $0 >= 0 }) { tree.nodes[kept].kind = Grammar.errorKind }
  }

  private func close(_ index: Int, in tree: inout SyntaxTree) {
    if index >= 0 { tree.nodes[index].end = UInt32(tree.nodes.count) }
  }

  @unsafe private func add(
    _ cursor: UnsafeMutablePointer<TSTreeCursor>, to tree: inout SyntaxTree
  ) -> Int {
    let node = unsafe ts_tree_cursor_current_node(cursor)
    let kind = unsafe ts_node_symbol(node)
    if tree.mayHaveErrors, unsafe kind == Grammar.errorKind || ts_node_is_missing(node) {
      tree.errorCount += 1
      if tree.firstErrorLine == 0 {
        tree.firstErrorLine = unsafe ts_node_start_point(node).row + 1
      }
    }
    guard kind == Grammar.errorKind || isKept[Int(kind)] else { return -1 }
    tree.nodes.append(
      SyntaxNode(
        kind: kind, field: unsafe ts_tree_cursor_current_field_id(cursor),
        start: unsafe ts_node_start_byte(node), stop: unsafe ts_node_end_byte(node),
        line: unsafe ts_node_start_point(node).row + 1,
        endLine: unsafe ts_node_end_point(node).row + 1, end: 0))
    return tree.nodes.count - 1
  }
}
