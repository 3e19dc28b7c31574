internal import Facts
internal import TreeSitterBinding

/// One tag of documentation: `@param Order $order`, `@template T of Base`.
struct PHPDocTag {
  var name: String
  /// What follows, to the end of the line or of the type.
  var rest: [UInt8]
  var line: UInt32
}

extension PHPWalk {
  // MARK: Comments

  /// A comment that stands before something: its documentation, or the type of a variable.
  mutating func note(comment index: Int) {
    let text = draft.tree.text(of: index)
    guard text.starts(with: "/*".utf8) else { return }
    if text.starts(with: "/**".utf8) { doc = index }
    for tag in tags(index) where tag.name == "var" || tag.name == "psalm-var" {
      readVariable(tag, at: index)
    }
  }

  /// `@var Order $order`, `@var $order Order`, or `@var Order` for what is assigned next.
  private mutating func readVariable(_ tag: PHPDocTag, at index: Int) {
    var words = tag.rest[...]
    var name: UInt32?
    if words.first == UInt8(ascii: "$") {
      let variable = words.prefix { $0 > 0x20 }
      name = draft.name(String(decoding: variable, as: UTF8.self))
      words = words.dropFirst(variable.count).drop { $0 <= 0x20 }
    }
    let bytes = Array(words)
    var reader = PHPDocTypeReader(bytes)
    guard let type = reader.read() else { return }
    reader.skipSpace()
    let rest = bytes[reader.position...]
    if name == nil, rest.first == UInt8(ascii: "$") {
      let variable = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ";") }
      name = draft.name(String(decoding: variable, as: UTF8.self))
    }
    let term = inSignature { $0.docTerm(type, .type, at: index) }
    guard term != Outline.none else { return }
    let value = draft.add(.value, .silent, base: term, at: index)
    guard let name else {
      frame.announced = value
      return
    }
    frame.locals[name] = value
    frame.pinned[name] = value
    frame.documented[name] = term
  }

  mutating func inSignature<R>(_ read: (inout PHPWalk) -> R) -> R {
    draft.openSignature()
    defer { draft.closeSignature() }
    return read(&self)
  }

  /// The tags of a comment, in order. Linear in its text.
  func tags(_ index: Int) -> [PHPDocTag] {
    let text = draft.tree.text(of: index)
    guard text.contains(UInt8(ascii: "@")) else { return [] }
    var tags: [PHPDocTag] = []
    var line = draft.line(index)
    for row in text.split(separator: 0x0a, omittingEmptySubsequences: false) {
      var start = row.drop { $0 <= 0x20 || $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "/") }
      while start.last.map({ $0 <= 0x20 || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "*") })
        ?? false
      {
        start = start.dropLast()
      }
      if start.first == UInt8(ascii: "@") {
        let name = start.dropFirst().prefix {
          $0 > 0x20 && $0 != UInt8(ascii: "(") && $0 != UInt8(ascii: ":")
        }
        let rest = start.dropFirst(name.count + 1).drop { $0 <= 0x20 }
        tags.append(
          PHPDocTag(
            name: String(decoding: name, as: UTF8.self), rest: Array(rest), line: line))
      } else if !tags.isEmpty, !start.isEmpty {
        // Types and arguments may go on over several lines.
        tags[tags.count - 1].rest += [0x20] + start
      }
      line += 1
    }
    return tags
  }

  // MARK: Types

  /// The type of a tag without a variable: `@return Order`, `@var Order[]`.
  func docType(_ tags: [PHPDocTag], _ name: String) -> PHPDocType? {
    let tag =
      tags.first { $0.name == "phpstan-" + name || $0.name == "psalm-" + name }
      ?? tags.first { $0.name == name }
    guard let tag else { return nil }
    var reader = PHPDocTypeReader(tag.rest)
    return reader.read()
  }

  /// The types of parameters by their names.
  func docParameters(_ tags: [PHPDocTag]) -> [String: PHPDocType] {
    var found: [String: PHPDocType] = [:]
    for tag in tags where tag.name.hasSuffix("param") {
      var rest = tag.rest[...]
      var name: ArraySlice<UInt8> = []
      if rest.first == UInt8(ascii: "$") {
        name = rest.prefix { $0 > 0x20 }
        rest = rest.dropFirst(name.count).drop { $0 <= 0x20 }
      }
      let bytes = Array(rest)
      var reader = PHPDocTypeReader(bytes)
      guard let type = reader.read() else { continue }
      reader.skipSpace()
      if name.isEmpty {
        name = bytes[reader.position...].drop { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: ".") }
          .prefix { $0 > 0x20 }
      }
      guard name.first == UInt8(ascii: "$") else { continue }
      let key = String(decoding: name, as: UTF8.self)
      if found[key] == nil || tag.name != "param" { found[key] = type }
    }
    return found
  }

  /// The term of a type of documentation; ``Outline/none`` for what says nothing.
  mutating func docTerm(_ type: PHPDocType, _ use: Term.Use, at index: Int) -> UInt32 {
    if type.isList {
      let element = docTerm(type.arguments[0], use, at: index)
      return element == Outline.none
        ? builtIn("array") : draft.add(.sequence, .silentType, base: element, at: index)
    }
    if type.name.isEmpty { return docUnion(type.arguments, use, at: index) }
    return docName(type, use, at: index)
  }

  /// `Collection|Order[]` is a collection of orders.
  private mutating func docUnion(
    _ types: [PHPDocType], _ use: Term.Use, at index: Int
  ) -> UInt32 {
    let lists = types.filter(\.isList)
    let others = types.filter { !$0.isList }
    let bases = others.map { docTerm($0, use, at: index) }
    guard let list = lists.first, let element = list.arguments.first else {
      return combined(bases, at: index)
    }
    let base = combined(bases, at: index)
    guard base != Outline.none else { return docTerm(list, use, at: index) }
    let operand = docTerm(element, use, at: index)
    guard operand != Outline.none else { return base }
    return draft.add(.apply, .silentType, base: base, at: index, operands: [operand])
  }

  private mutating func docName(
    _ type: PHPDocType, _ use: Term.Use, at index: Int
  ) -> UInt32 {
    let lower = PHPName.lower(type.name)
    var base = Outline.none
    if isTemplate(type.name) {
      base = draft.add(.name, .silentType, name: draft.name(type.name), at: index)
    } else if PHPNames.documentedTypes.contains(lower) || type.name.contains("-") {
      base = isOpenType(lower) ? Outline.none : draft.builtIn(draft.name(lower))
    } else if isNameOfClass(type.name) {
      base = classTerm(type.name, use, at: index)
    } else {
      return Outline.none
    }
    var operands = type.arguments.map { docTerm($0, use, at: index) }
    guard base != Outline.none, !operands.isEmpty else { return base }
    if operands.count == 2, PHPNames.keyedTypes.contains(PHPName.last(lower)) {
      operands.removeFirst()
    }
    if PHPNames.documentedLists.contains(lower) {
      guard let element = operands.last, element != Outline.none else { return base }
      return draft.add(.sequence, .silentType, base: element, at: index)
    }
    return draft.add(.apply, .silentType, base: base, at: index, operands: operands)
  }

  private func isTemplate(_ name: String) -> Bool {
    frame.templates.contains(name) || types.contains { $0.templates.contains(name) }
  }

  private func isNameOfClass(_ name: String) -> Bool {
    if name == "$this" { return true }
    return name.utf8.split(separator: 0x5c).allSatisfy { PHPName.isIdentifier($0) }
      && name.utf8.last != 0x5c
  }

  // MARK: Templates

  /// `@template T of Base` makes a type parameter of the open scope.
  mutating func readTemplates(_ tags: [PHPDocTag], at index: Int) -> Set<String> {
    var names: Set<String> = []
    var position: UInt8 = 0
    for tag in tags where tag.name.contains("template") && !tag.name.contains("extends") {
      let bytes = tag.rest
      let name = bytes.prefix { $0 > 0x20 }
      guard PHPName.isIdentifier(name), tag.name != "template-implements",
        tag.name != "template-use"
      else { continue }
      let text = String(decoding: name, as: UTF8.self)
      guard names.insert(text).inserted else { continue }
      var binding = Outline.Binding(
        name: draft.name(text), kind: .typeParameter, scope: draft.scope)
      binding.least = position
      position = position &+ 1
      var rest = bytes.dropFirst(name.count).drop { $0 <= 0x20 }
      if rest.starts(with: "of ".utf8) || rest.starts(with: "as ".utf8) {
        rest = rest.dropFirst(3)
        var reader = PHPDocTypeReader(Array(rest))
        if let bound = reader.read() {
          binding.type = inSignature { $0.docTerm(bound, .silentType, at: index) }
        }
      }
      draft.add(binding)
    }
    return names
  }
}
