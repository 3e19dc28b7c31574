internal import Facts
internal import TreeSitterBinding

/// Tags, directives, tables and what decides how a process lives.
extension GoWalk {
  /// `//go:build linux`, `//go:generate stringer`, `//go:embed files`: annotations of the file.
  mutating func readDirective(_ index: Int) {
    let text = draft.text(of: index)
    var rest = Substring()
    if text.hasPrefix("//go:") {
      rest = text.dropFirst(2)
    } else if text.hasPrefix("// +build ") {
      rest = "go:build " + text.dropFirst(10)
    } else {
      return
    }
    let name = rest.prefix { $0 != " " }
    let value = rest.dropFirst(name.count).drop { $0 == " " }
    draft.facts.annotations.append(
      Annotation(
        name: String(name), qualifiedName: String(name),
        arguments: value.isEmpty ? [] : [.init(key: "", value: String(value))],
        symbol: Reference.fileLevel, line: draft.line(index)))
  }

  /// The tags of a field, one annotation a key: `json:"name" db:"user_name"`.
  mutating func addTags(_ index: Int?, of symbol: UInt32) {
    guard let index else { return }
    var rest = literal(index)[...]
    while let colon = rest.firstRange(of: ":\"") {
      let key = rest[..<colon.lowerBound].drop { $0 == " " }
      let behind = rest[colon.upperBound...]
      guard !key.isEmpty, let end = closingQuote(behind) else { return }
      draft.facts.annotations.append(
        Annotation(
          name: String(key), qualifiedName: String(key),
          arguments: [.init(key: "", value: String(behind[..<end]))], symbol: symbol,
          line: draft.line(index)))
      rest = behind[behind.index(after: end)...]
    }
  }

  private func closingQuote(_ text: Substring) -> Substring.Index? {
    var isEscape = false
    return text.indices.first { index in
      defer { isEscape = !isEscape && text[index] == "\\" }
      return text[index] == "\"" && !isEscape
    }
  }

  /// The table that GORM and XORM ask a type for: `func (User) TableName() string`.
  mutating func addTable(_ index: Int, of type: String, _ symbol: UInt32) {
    guard let body = child(index, fields.body) else { return }
    var next = body
    while next < Int(draft.node(body).end) {
      if kind(next) == .returnStatement {
        let value = children(next).filter { kind($0) != nil }.flatMap { expressions($0) }.first
        guard let value, kind(value)?.isText == true else { return }
        draft.facts.dataAccesses.append(
          DataAccess(
            store: .table, name: literal(value).lowercased(), access: .define,
            line: draft.line(value), symbol: symbol))
        return
      }
      next += 1
    }
  }

  // MARK: Literals

  /// The characters of a literal: without quotes, escapes undone.
  func literal(_ index: Int) -> String {
    let bytes = draft.tree.text(of: index)
    guard bytes.count >= 2 else { return "" }
    let inner = bytes.dropFirst().dropLast()
    guard bytes.first == UInt8(ascii: "\""), inner.contains(0x5c) else {
      return String(decoding: inner, as: UTF8.self)
    }
    var text: [UInt8] = []
    var isEscape = false
    for byte in inner {
      if isEscape {
        let plain: [UInt8: UInt8] = [0x6e: 0x0a, 0x74: 0x09, 0x72: 0x0d]
        text.append(plain[byte] ?? byte)
        isEscape = false
      } else if byte == 0x5c {
        isEscape = true
      } else {
        text.append(byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  mutating func addSQL(_ text: String, at index: Int) { draft.addSQL(text, at: index) }

  /// Literals joined by `+`, with a parameter's mark for what is not known.
  mutating func addSQL(ofConcatenation operands: [Int], at index: Int) {
    guard operands.contains(where: { kind($0)?.isText == true }) else { return }
    let text = operands.map { kind($0)?.isText == true ? literal($0) : " ? " }.joined()
    addSQL(text, at: index)
  }

  // MARK: Lifetime

  mutating func addEndlessLoop(_ index: Int) {
    var detail = ""
    var next = index + 1
    while next < Int(draft.node(index).end) {
      switch kind(next) {
      case .functionLiteral:
        // What a function inside gives back does not end the loop.
        next = Int(draft.node(next).end)
        continue
      case .breakStatement, .returnStatement, .gotoStatement: detail = "exit"
      default: break
      }
      next += 1
    }
    add(.endlessLoop, index, detail)
  }

  /// Calls of the standard library that say how long the process must live.
  mutating func addLifetime(ofCall name: Int, on operand: Int) {
    guard kind(operand) == .identifier, draft.local(at: operand) == nil,
      let path = importedPaths[draft.text(of: operand)]
    else { return }
    let called = path + "." + draft.text(of: name)
    guard let fact = GoNames.lifetimeCalls[called] else { return }
    add(fact, name, called)
  }
}
