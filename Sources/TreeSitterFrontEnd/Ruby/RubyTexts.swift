internal import Facts
internal import TreeSitterBinding

/// Texts: what they say, and the SQL in them.
extension RubyWalk {
  /// The text of a literal; what is put in while the program runs becomes a parameter's mark.
  func literal(_ index: Int) -> String {
    switch kind(index) {
    case .symbol, .bareSymbol, .hashKeySymbol:
      return draft.text(of: index).droppingColon
    case .chainedString: return children(index).map(literal).joined()
    default: break
    }
    var text = ""
    for part in children(index) {
      switch kind(part) {
      case .stringContent, .heredocContent: text += draft.text(of: part)
      case .escape: text += escape(draft.text(of: part))
      case .interpolation: text += "?"
      default: break
      }
    }
    return text
  }

  private func escape(_ text: String) -> String {
    switch text {
    case "\\n": "\n"
    case "\\t": "\t"
    default: text.hasPrefix("\\") ? String(text.dropFirst()) : text
    }
  }

  func isText(_ index: Int) -> Bool {
    switch kind(index) {
    case .string, .symbol, .delimitedSymbol, .chainedString: true
    default: false
    }
  }

  /// The text of a literal, where it is one and nothing is put in.
  func constantText(_ index: Int) -> String? {
    guard isText(index), !hasInterpolation(index) else { return nil }
    return literal(index)
  }

  private func hasInterpolation(_ index: Int) -> Bool {
    children(index).contains { kind($0) == .interpolation || hasInterpolation($0) }
  }

  mutating func visitString(_ index: Int) -> UInt32 {
    visitInterpolations(index)
    let text = literal(index)
    addSQL(text, index)
    let type = builtIn("String")
    return hasInterpolation(index) ? type : draft.addText(text, of: type, at: index)
  }

  mutating func visitInterpolations(_ index: Int) {
    for part in children(index) {
      switch kind(part) {
      case .interpolation: visitChildren(part)
      case .string: visitInterpolations(part)
      default: break
      }
    }
  }

  mutating func addSQL(_ text: String, _ index: Int) { draft.addSQL(text, at: index) }

  mutating func add(
    _ store: DataAccess.Store, _ name: String, _ access: DataAccess.Access, at index: Int
  ) {
    guard !name.isEmpty else { return }
    draft.facts.dataAccesses.append(
      DataAccess(
        store: store, name: store == .table ? name.lowercased() : name, access: access,
        line: draft.line(index), symbol: draft.symbol))
  }

  mutating func addEndlessLoop(_ index: Int) {
    let isLeft = nodes(in: index).contains {
      kind($0) == .breakStatement || kind($0) == .returnStatement
    }
    add(.endlessLoop, index, isLeft ? "exit" : "")
  }
}
