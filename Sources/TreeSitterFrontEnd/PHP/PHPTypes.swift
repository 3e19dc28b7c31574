internal import Facts
internal import TreeSitterBinding

/// Types as declarations write them.
extension PHPWalk {
  /// The term of a type; ``Outline/none`` for one that says nothing.
  mutating func readNativeType(_ index: Int, _ use: Term.Use) -> UInt32 {
    switch kind(index) {
    case .namedType, .optionalType:
      return parts(index).last.map { readNativeType($0, use) } ?? Outline.none
    case .name where PHPNames.reservedTypes.contains(PHPName.lower(draft.text(of: index))):
      return builtIn(draft.text(of: index))
    case .name, .qualifiedName, .relativeScope: return classTerm(index, use)
    case .primitiveType: return builtIn(draft.text(of: index))
    case .unionType, .intersectionType, .mixedType, .typeList:
      let types = parts(index).map { readNativeType($0, use) }
      return combined(types, at: index)
    default: return Outline.none
    }
  }

  /// A type of the language; nothing where any value may be meant.
  func isOpenType(_ name: String) -> Bool {
    ["mixed", "object", "callable", "null", "void", "never"].contains(PHPName.lower(name))
  }

  mutating func builtIn(_ name: String) -> UInt32 {
    isOpenType(name) ? Outline.none : draft.builtIn(draft.name(PHPName.lower(name)))
  }

  /// A value that may be of several types has the members of all that are known; those of the
  /// language have none.
  mutating func combined(_ types: [UInt32], at index: Int) -> UInt32 {
    let classes = types.filter { $0 != Outline.none && !isBuiltIn($0) }
    // What a type is derived from must be known to other files.
    if classes.count < 2 || classes.contains(where: { $0 & Terms.bodyBit != 0 }) {
      return classes.first ?? types.first { $0 != Outline.none } ?? Outline.none
    }
    innerTypes += 1
    let name = draft.name("|\(innerTypes)")
    let owner = draft.add(Outline.Binding(name: name, kind: .type, scope: draft.scope))
    draft.open(.type, owner: owner)
    for type in classes { draft.addSupertype(type) }
    draft.close()
    return draft.add(.name, .silentType, name: name, at: index)
  }

  private func isBuiltIn(_ term: UInt32) -> Bool {
    guard term & Terms.bodyBit == 0 else { return false }
    let known = draft.outline.signature.terms[Int(term)]
    guard known.kind == .name, known.use == .silentType else { return false }
    return ![0x5c, 0x7c].contains(draft.text(ofName: known.name).utf8.first)
  }

  /// The term of a class as it is written: `self`, `Order`, `\App\Order`.
  mutating func classTerm(_ index: Int, _ use: Term.Use) -> UInt32 {
    classTerm(draft.text(of: index), use, at: index)
  }

  mutating func classTerm(_ written: String, _ use: Term.Use, at index: Int) -> UInt32 {
    switch PHPName.lower(written) {
    case "self":
      return types.isEmpty ? Outline.none : draft.add(.selfValue, .silent, at: index)
    case "static", "$this":
      guard !types.isEmpty else { return Outline.none }
      return draft.add(.selfValue, .silent, name: draft.name("static"), at: index)
    case "parent":
      guard let parent = types.last?.parent else { return Outline.none }
      return draft.add(.name, .silentType, name: draft.name(PHPName.file(parent)), at: index)
    default:
      let name = space.className(PHPName.trimmedInside(written))
      return draft.add(.name, use, name: draft.name(PHPName.file(name)), at: index)
    }
  }

  /// Whether a node is the name of a class, and no value that has one.
  func isClassName(_ index: Int) -> Bool {
    [.name, .qualifiedName, .relativeScope].contains(kind(index))
  }
}

extension PHPName {
  /// Without white space and comments, which may stand between the parts of a name.
  static func trimmedInside(_ name: String) -> String {
    name.utf8.allSatisfy { $0 > 0x20 } ? name : name.filter { !$0.isWhitespace }
  }
}

// MARK: - Types of documentation

/// A type as comments write it: `Order|null`, `array<int, Order>`, `Order[]`, `class-string<T>`.
struct PHPDocType: Equatable {
  /// Empty for several types, which are the arguments.
  var name: String
  var arguments: [PHPDocType] = []
  /// `Order[]` is a list of the argument.
  static let list = "[]"

  var isList: Bool { name == Self.list }
}

/// Reads a type at the beginning of a text. Linear in the text.
struct PHPDocTypeReader {
  private let bytes: [UInt8]
  private(set) var position: Int
  private var depth = 0

  init(_ bytes: [UInt8], at position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Nil where no type begins.
  mutating func read() -> PHPDocType? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 24 else { return nil }
    var types: [PHPDocType] = []
    repeat {
      if !types.isEmpty { skipSpace() }
      guard let type = readSingle() else { return types.isEmpty ? nil : joined(types) }
      types.append(type)
    } while skipMark(of: "|&")
    return joined(types)
  }

  private func joined(_ types: [PHPDocType]) -> PHPDocType {
    types.count == 1 ? types[0] : PHPDocType(name: "", arguments: types)
  }

  private mutating func readSingle() -> PHPDocType? {
    _ = skip("?")
    var type: PHPDocType
    if skip("(") {
      guard let inner = read() else { return nil }
      skipSpace()
      // A condition (`(T is Order ? A : B)`) says nothing.
      guard skip(")") else { return nil }
      type = inner
    } else if next == UInt8(ascii: "'") || next == UInt8(ascii: "\"") {
      guard readQuoted() else { return nil }
      type = PHPDocType(name: "string")
    } else {
      guard let name = readName() else { return nil }
      type = PHPDocType(name: name)
    }
    readArguments(&type)
    while skip("[") {
      while let byte = next, byte != UInt8(ascii: "]"), byte > 0x20 { position += 1 }
      guard skip("]") else { return nil }
      type = PHPDocType(name: PHPDocType.list, arguments: [type])
    }
    return type
  }

  private mutating func readArguments(_ type: inout PHPDocType) {
    if skip("<") {
      repeat {
        skipSpace()
        guard let argument = read() else { break }
        type.arguments.append(argument)
        skipSpace()
      } while skip(",")
      skipSpace()
      _ = skip(">")
    } else if next == UInt8(ascii: "{") {
      skipBraces("{", "}")
    } else if next == UInt8(ascii: "("), ["callable", "Closure", "\\Closure"].contains(type.name) {
      skipBraces("(", ")")
      if skip(":") {
        skipSpace()
        _ = readSingle()
      }
    }
  }

  private mutating func readName() -> String? {
    let start = position
    while let byte = next {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f, 0x5c, 0x2d, 0x24, 0x2a, 0x80...0xff:
        position += 1
      case UInt8(ascii: ":"):
        // A constant: `Order::*`.
        guard position + 1 < bytes.count, bytes[position + 1] == byte else { return name(start) }
        position += 2
      default: return name(start)
      }
    }
    return name(start)
  }

  private func name(_ start: Int) -> String? {
    start == position ? nil : String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func readQuoted() -> Bool {
    let mark = bytes[position]
    position += 1
    while let byte = next, byte != 0x0a {
      position += 1
      if byte == mark { return true }
    }
    return false
  }

  private mutating func skipBraces(_ open: Unicode.Scalar, _ close: Unicode.Scalar) {
    var level = 0
    while let byte = next {
      position += 1
      if byte == UInt8(ascii: open) { level += 1 }
      if byte == UInt8(ascii: close) { level -= 1 }
      if level == 0 { return }
    }
  }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 { position += 1 }
  }

  private mutating func skip(_ mark: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: mark) else { return false }
    position += 1
    return true
  }

  /// A mark between types, also with space around it.
  private mutating func skipMark(of marks: String) -> Bool {
    var place = position
    while place < bytes.count, bytes[place] == 0x20 { place += 1 }
    guard place < bytes.count, marks.utf8.contains(bytes[place]) else { return false }
    // `Order &$order`: what follows belongs to the variable.
    let isReference = place + 1 < bytes.count && bytes[place + 1] == UInt8(ascii: "$")
    if bytes[place] == UInt8(ascii: "&"), isReference { return false }
    position = place + 1
    return true
  }
}
