internal import Facts
internal import TreeSitterBinding

/// Annotations of types.
extension PythonWalk {
  /// What an annotation says of a value.
  struct DeclaredType {
    var term: UInt32
    /// The value is the type itself: `type[Order]`.
    var isType = false

    static let unknown = DeclaredType(term: Outline.none)
  }

  /// The declared type of a value; what wraps a type without changing its members falls away.
  mutating func readDeclaredType(_ index: Int) -> DeclaredType {
    var next = index
    while kind(next) == .type || kind(next) == .parenthesized,
      let inner = children(next).first(where: { kind($0) != .comment && kind($0) != nil })
    {
      next = inner
    }
    if kind(next) == .string { return readTypeText(next) }
    if let (name, arguments) = generic(next), let argument = arguments.first {
      if name == "type" || name == "Type" {
        return DeclaredType(term: readType(argument, .type), isType: true)
      }
      if PythonNames.transparentTypes.contains(name) {
        for other in arguments.dropFirst() where name == "Annotated" { visit(other) }
        return readDeclaredType(argument)
      }
    }
    return DeclaredType(term: readType(next, .type))
  }

  /// What an iterator of the declared type gives: `T` of `Iterator[T]` and `Generator[T, None, None]`.
  func yieldedType(_ index: Int) -> Int? {
    var next = index
    while kind(next) == .type,
      let inner = children(next).first(where: { kind($0) != .comment && kind($0) != nil })
    {
      next = inner
    }
    guard let (name, arguments) = generic(next), PythonNames.iterators.contains(name) else {
      return nil
    }
    return arguments.first
  }

  /// The last name and the arguments of a generic type.
  private func generic(_ index: Int) -> (name: String, arguments: [Int])? {
    switch kind(index) {
    case .subscription:
      guard let base = child(index, fields.value) else { return nil }
      let arguments = children(index).filter { draft.node($0).field == fields.subscripts }
      return (lastName(base), arguments.flatMap(elements))
    case .genericType:
      guard let base = children(index).first(where: { kind($0) == .identifier }),
        let list = first(index, .typeParameter)
      else { return nil }
      return (draft.text(of: base), children(list).filter { kind($0) == .type })
    default: return nil
    }
  }

  /// The elements of a tuple without brackets, or the thing itself.
  private func elements(_ index: Int) -> [Int] {
    kind(index) == .tuple && draft.tree.text(of: index).first != UInt8(ascii: "(")
      ? Array(children(index)) : [index]
  }

  /// The term of a type; ``Outline/none`` for what names none.
  mutating func readType(_ index: Int, _ use: Term.Use) -> UInt32 {
    switch kind(index) {
    case .type, .parenthesized, .constrainedType, .splatType:
      return readTypes(children(index), use)
    case .identifier: return readTypeName(index, use)
    case .attribute, .memberType: return readMemberType(index, use)
    case .subscription, .genericType: return readGenericType(index, use)
    case .binary, .unionType: return readUnion(index, use)
    case .string: return readTypeText(index).term
    case .list, .tuple: return Outline.none(after: readTypes(children(index), use))
    case .call:
      visit(index)
      return Outline.none
    default: return Outline.none
    }
  }

  private mutating func readTypes(_ parts: SyntaxTree.Children, _ use: Term.Use) -> UInt32 {
    var found = Outline.none
    for part in parts {
      let type = readType(part, use)
      if found == Outline.none { found = type }
    }
    return found
  }

  private mutating func readTypeName(_ index: Int, _ use: Term.Use) -> UInt32 {
    let name = draft.name(of: index)
    if draft.isText(index, "None") || draft.isText(index, "Any") { return Outline.none }
    return draft.add(.name, use, name: alias(of: name) ?? name, at: index)
  }

  private mutating func readMemberType(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let object = child(index, fields.object) ?? children(index).first(where: { _ in true }),
      let name = child(index, fields.attribute) ?? Array(children(index)).last
    else { return Outline.none }
    let base =
      kind(object) == .attribute || kind(object) == .memberType || kind(object) == .type
      ? readType(object, .silent)
      : readTypeName(object, .silent)
    guard base != Outline.none else { return base }
    return draft.add(.member, use, name: draft.name(of: name), base: base, at: name)
  }

  private mutating func readGenericType(_ index: Int, _ use: Term.Use) -> UInt32 {
    guard let (name, arguments) = generic(index),
      let baseNode = child(index, fields.value)
        ?? children(index).first(where: { kind($0) == .identifier })
    else { return Outline.none }
    let base = readType(baseNode, use)
    if name == "Literal" { return base }
    if PythonNames.transparentTypes.contains(name), use != .inherit {
      let types = arguments.map { readType($0, .type) }
      return types.first ?? Outline.none
    }
    // A tuple of any length, and what a function takes, are no elements.
    let operands = arguments.map { readType($0, .type) }
    guard base != Outline.none, !operands.isEmpty else { return base }
    let isCallable = name == "Callable"
    return isCallable
      ? base : draft.add(.apply, .silentType, base: base, at: index, operands: operands)
  }

  /// `A | None` is an A; `A | B` is known to be neither.
  private mutating func readUnion(_ index: Int, _ use: Term.Use) -> UInt32 {
    var operands: [Int] = []
    var next = index
    while kind(next) == .binary || kind(next) == .unionType {
      let parts = children(next).filter { kind($0) != nil }
      guard parts.count == 2 else { break }
      operands.append(parts[1])
      next = parts[0]
    }
    operands.append(next)
    let types = operands.reversed().map { readType($0, use) }.filter { $0 != Outline.none }
    return types.count == 1 ? types[0] : Outline.none
  }

  /// The last name of a dotted one: `Model` of `models.Model` and of `models.Model[int]`.
  func lastName(_ index: Int) -> String {
    switch kind(index) {
    case .attribute: child(index, fields.attribute).map { draft.text(of: $0) } ?? ""
    case .subscription: child(index, fields.value).map(lastName) ?? ""
    case .identifier: draft.text(of: index)
    case .memberType: Array(children(index)).last.map { draft.text(of: $0) } ?? ""
    case .call: child(index, fields.function).map(lastName) ?? ""
    default: ""
    }
  }
}

// MARK: - Types in texts

extension PythonWalk {
  /// The type that a text names, for what is declared further down: `"Order"`, `"list[Order]"`.
  mutating func readTypeText(_ index: Int) -> DeclaredType {
    var text = PythonTypeText(literal(index))
    let type = text.read()
    guard text.isAtEnd, let type else { return .unknown }
    if type.name.last == "type" || type.name.last == "Type", let inner = type.arguments.first {
      return DeclaredType(term: add(inner, at: index), isType: true)
    }
    return DeclaredType(term: add(type, at: index))
  }

  private mutating func add(_ type: PythonTypeText.TypeName, at index: Int) -> UInt32 {
    if let last = type.name.last, PythonNames.transparentTypes.contains(last),
      let inner = type.arguments.first
    {
      return add(inner, at: index)
    }
    guard !type.name.isEmpty else {
      // Several types, of which `None` is none.
      let terms = type.arguments.map { add($0, at: index) }.filter { $0 != Outline.none }
      return terms.count == 1 ? terms[0] : Outline.none
    }
    var term = Outline.none
    for (position, part) in type.name.enumerated() {
      if position == 0, part == "None" || part == "Any" { return Outline.none }
      let use: Term.Use = position == type.name.count - 1 ? .type : .silent
      let name = draft.name(part)
      term =
        position == 0
        ? draft.add(.name, use, name: alias(of: name) ?? name, at: index)
        : draft.add(.member, use, name: name, base: term, at: index)
    }
    let operands = type.arguments.map { add($0, at: index) }
    guard !operands.isEmpty, type.name.last != "Literal" else { return term }
    return draft.add(.apply, .silentType, base: term, at: index, operands: operands)
  }
}

extension Outline {
  /// Nothing, once something was read for its own sake.
  fileprivate static func none(after term: UInt32) -> UInt32 { none }
}

/// A type as a text has it.
struct PythonTypeText {
  struct TypeName {
    /// Empty for a union, whose members are the arguments.
    var name: [String]
    var arguments: [TypeName] = []
  }

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { position >= bytes.count }

  /// Nil for anything that is no type. Linear in the text.
  mutating func read() -> TypeName? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 32 else { return nil }
    var types: [TypeName] = []
    repeat {
      guard let type = readSingle() else { return nil }
      types.append(type)
    } while skip("|")
    return types.count == 1 ? types[0] : TypeName(name: [], arguments: types)
  }

  private mutating func readSingle() -> TypeName? {
    var type = TypeName(name: [])
    repeat {
      guard let name = readIdentifier() else { return nil }
      type.name.append(name)
    } while skip(".")
    guard skip("[") else { return type }
    if type.name.last == "Literal" {
      while position < bytes.count, bytes[position] != UInt8(ascii: "]") { position += 1 }
      return skip("]") ? type : nil
    }
    while !skip("]") {
      // Lists of parameters and dots say nothing of elements.
      if skip("...") || skip("[") || skip(",") { continue }
      guard let argument = read() else { return nil }
      type.arguments.append(argument)
    }
    return type
  }

  private mutating func readIdentifier() -> String? {
    skipSpace()
    let start = position
    while position < bytes.count, PythonNames.isIdentifier(bytes[position]) { position += 1 }
    guard position > start else { return nil }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    skipSpace()
    return name
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
  }

  private mutating func skip(_ mark: StaticString) -> Bool {
    skipSpace()
    let isHere = mark.withUTF8Buffer { bytes[min(position, bytes.count)...].starts(with: $0) }
    if isHere { position += mark.utf8CodeUnitCount }
    if isHere { skipSpace() }
    return isHere
  }
}
