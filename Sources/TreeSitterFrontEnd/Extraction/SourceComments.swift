internal import Basics
internal import Facts
internal import TreeSitterBinding

/// What the comments of a file say, and the lines that are left without them.
struct SourceComments {
  private let tree: SyntaxTree
  /// Byte ranges and first lines of the comments, in source order. None begins inside another: a
  /// grammar may put the text of a comment, or the line that it ends, into a comment of its own.
  private let comments: [(range: Range<Int>, line: UInt32)]

  /// `isComment` tells for each kind of the grammar.
  init(_ tree: SyntaxTree, isComment: [Bool]) {
    self.tree = tree
    var end = 0
    comments = tree.nodes.compactMap { node in
      guard Int(node.kind) < isComment.count, isComment[Int(node.kind)], Int(node.start) >= end
      else { return nil }
      end = Int(node.stop)
      return (Int(node.start)..<end, node.line)
    }
  }

  /// For each kind of a grammar whether it is one of comments.
  static func kinds(of grammar: Grammar) -> [Bool] {
    (0..<grammar.kindCount).map { number in
      let kind = grammar.kind(UInt16(number))
      return kind.isNamed && (kind.name == "comment" || kind.name.hasSuffix("_comment"))
    }
  }

  /// Counts lines, and those that hold more than white space and comments.
  func countLines(into facts: inout FileFacts) {
    var lines = 0
    var codeLines = 0
    var isCode = false
    var next = 0
    var position = 0
    let source = tree.source
    while position < source.count {
      if next < comments.count, comments[next].range.lowerBound == position {
        let range = comments[next].range
        for byte in source[range] where byte == 0x0a {
          lines += 1
          codeLines += isCode ? 1 : 0
          isCode = false
        }
        next += 1
        position = max(range.upperBound, position + 1)
        continue
      }
      let byte = source[position]
      if byte == 0x0a {
        lines += 1
        codeLines += isCode ? 1 : 0
        isCode = false
      } else if byte > 0x20 {
        isCode = true
      }
      position += 1
    }
    let isOpen = !source.isEmpty && source.last != 0x0a
    facts.lineCount = UInt32(clamping: lines + (isOpen ? 1 : 0))
    facts.codeLineCount = UInt32(clamping: codeLines + (isCode ? 1 : 0))
  }

  /// The `@trigger` declarations of comments, each joined to the function that follows it.
  func readTriggers(into facts: inout FileFacts, functions: [(start: UInt32, symbol: UInt32)])
    -> [Diagnostic]
  {
    let functions = functions.sorted { $0.start < $1.start }
    var diagnostics: [Diagnostic] = []
    var next = 0
    while next < comments.count {
      let comment = comments[next]
      let last = lastLine(from: next)
      next = last + 1
      let bytes = tree.source[comment.range.lowerBound..<comments[last].range.upperBound]
      guard bytes.contains("trigger") else { continue }
      let result = TriggerGrammar.parse(comment: String(decoding: bytes, as: UTF8.self))
      for problem in result.problems {
        diagnostics.append(
          Diagnostic(
            .warning, "malformed-trigger", problem.message, path: facts.path,
            line: Int(comment.line) + problem.lineOffset))
      }
      guard !result.entries.isEmpty else { continue }
      let handler = function(behind: last, functions)
      for entry in result.entries {
        facts.triggers.append(
          TriggerDeclaration(
            kind: entry.kind, origin: .comment, rule: "comment.trigger",
            handler: handler.map { .symbol($0) } ?? .nothing, attributes: entry.attributes,
            line: comment.line + UInt32(clamping: entry.lineOffset), evidence: entry.evidence))
      }
    }
    return diagnostics
  }

  /// The last of the comments that are one text: each to the end of its line, one line after another.
  private func lastLine(from first: Int) -> Int {
    var last = first
    while last + 1 < comments.count, isLine(last), isLine(last + 1) {
      let between = tree.source[
        comments[last].range.upperBound..<comments[last + 1].range.lowerBound]
      let isEnded = tree.source[comments[last].range].last == 0x0a
      let breaks = between.count { $0 == 0x0a }
      guard breaks == (isEnded ? 0 : 1), between.allSatisfy({ $0 <= 0x20 }) else { break }
      last += 1
    }
    return last
  }

  private func isLine(_ number: Int) -> Bool {
    let bytes = tree.source[comments[number].range]
    return bytes.first == UInt8(ascii: "#") || bytes.starts(with: [0x2f, 0x2f])
  }

  /// The function that begins behind a comment, with nothing but comments between.
  private func function(
    behind number: Int, _ functions: [(start: UInt32, symbol: UInt32)]
  ) -> UInt32? {
    var position = comments[number].range.upperBound
    var next = number + 1
    while position < tree.source.count {
      if next < comments.count, comments[next].range.lowerBound == position {
        position = comments[next].range.upperBound
        next += 1
      } else if tree.source[position] <= 0x20 {
        position += 1
      } else {
        break
      }
    }
    return functions.first { Int($0.start) == position }?.symbol
  }
}
