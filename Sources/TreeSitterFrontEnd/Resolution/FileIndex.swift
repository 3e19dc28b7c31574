internal import Facts

/// A declaration of any file.
struct Entity: Sendable, Hashable {
  var file: Int32
  /// Index into ``Outline/bindings``.
  var binding: UInt32

  static let nothing = Entity(file: -1, binding: Outline.none)
}

/// Kinds of declarations that may be meant.
struct BindingKinds: OptionSet, Sendable, Hashable {
  let rawValue: UInt16

  init(rawValue: UInt16) { self.rawValue = rawValue }
  init(_ kind: Outline.Binding.Kind) { rawValue = 1 << UInt16(kind.rawValue) }

  static let types: BindingKinds = [
    BindingKinds(.type), BindingKinds(.typeParameter), BindingKinds(.alias),
  ]
  static let functions = BindingKinds(.function)
  static let values: BindingKinds = [BindingKinds(.variable), BindingKinds(.enumCase)]

  func contains(_ kind: Outline.Binding.Kind) -> Bool { contains(BindingKinds(kind)) }
}

/// The outline of one file, ready for lookups.
final class FileIndex: Sendable {
  let facts: FileFacts
  let outline: Outline
  let isTest: Bool
  /// Keys of the outline's names.
  let keys: [NameKey]
  /// The folders that the file lies in, for nearness.
  let folders: [Substring]
  /// Full names of the scopes that have one.
  private let namespaces: [UInt32: NameKey]
  /// Bindings by scope and key.
  private let order: [UInt32]

  init(_ facts: FileFacts, isTest: Bool) {
    self.facts = facts
    self.isTest = isTest
    let outline = facts.outline ?? Outline()
    let keys = outline.names.map { NameKey($0) }
    self.outline = outline
    self.keys = keys
    namespaces = Self.namespaces(outline)
    folders = facts.path.split(separator: "/").dropLast()
    order = outline.bindings.indices.map { UInt32($0) }.sorted { a, b in
      let (x, y) = (outline.bindings[Int(a)], outline.bindings[Int(b)])
      if x.scope != y.scope { return x.scope < y.scope }
      let (first, second) = (keys[Int(x.name)], keys[Int(y.name)])
      return first != second ? first < second : a < b
    }
  }

  /// The bindings of a scope with this name, in source order. Logarithmic.
  func bindings(in scope: UInt32, named key: NameKey) -> ArraySlice<UInt32> {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      let other = outline.bindings[Int(order[middle])].scope
      let isBefore = other != scope ? other < scope : self.key(order[middle]) < key
      if isBefore { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < order.count {
      guard outline.bindings[Int(order[end])].scope == scope, self.key(order[end]) == key else {
        break
      }
      end += 1
    }
    return order[low..<end]
  }

  /// The bindings of a scope, in the order of their keys. Logarithmic, and linear in the scope.
  func bindings(in scope: UInt32) -> ArraySlice<UInt32> {
    var low = 0
    var high = order.count
    while low < high {
      let middle = (low + high) / 2
      if outline.bindings[Int(order[middle])].scope < scope {
        low = middle + 1
      } else {
        high = middle
      }
    }
    let end = order[low...].firstIndex { outline.bindings[Int($0)].scope != scope }
    return order[low..<(end ?? order.count)]
  }

  /// The functions of a scope, in the order of their keys. Logarithmic, and linear in the scope.
  func functions(in scope: UInt32) -> [UInt32] {
    bindings(in: scope).filter { kind($0) == .function }
  }

  /// The name that people know a declaration by.
  func name(of binding: UInt32) -> String {
    let item = outline.bindings[Int(binding)]
    guard item.symbol != Outline.none else { return outline.names[Int(item.name)] }
    return facts.symbols[Int(item.symbol)].name
  }

  /// The key of a binding's name.
  func key(_ binding: UInt32) -> NameKey { keys[Int(outline.bindings[Int(binding)].name)] }

  func kind(_ binding: UInt32) -> Outline.Binding.Kind { outline.bindings[Int(binding)].kind }

  private static func namespaces(_ outline: Outline) -> [UInt32: NameKey] {
    var found: [UInt32: NameKey] = [:]
    for (index, scope) in outline.scopes.enumerated() where scope.name != Outline.none {
      found[UInt32(index)] = NameKey(dotted: outline.names[Int(scope.name)])
    }
    return found
  }

  /// The full name of the namespace that a scope's declarations belong to.
  func namespace(of scope: UInt32) -> NameKey {
    if namespaces.isEmpty { return .root }
    var next = scope
    while next != Outline.none {
      if let name = namespaces[next] { return name }
      next = outline.scopes[Int(next)].parent
    }
    return .root
  }
}
