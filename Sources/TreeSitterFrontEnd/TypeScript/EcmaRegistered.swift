internal import Facts
internal import TreeSitterBinding

/// Modules that register themselves: `define('id', ['other'], function (other) { … })`, as the
/// asynchronous module definition (AMD) has it.
///
/// The function's statements are read as those of the file, its parameters as imports, and what it
/// returns as what the module exports.
extension EcmaWalk {
  /// What stands before the name that a module is registered under, as the name of an export.
  static let registration = "define "

  /// Reads a registration; whether it was one.
  mutating func readRegistration(_ call: Int) -> Bool {
    guard let function = child(call, fields.function), kind(function) == .identifier,
      draft.isText(function, "define"), let list = child(call, fields.arguments)
    else { return false }
    var arguments = children(list).filter { kind($0) != nil && kind($0) != .comment }[...]
    guard let factory = arguments.popLast(), isFactory(factory) else { return false }
    var id: String?
    if let first = arguments.first, kind(first) == .string {
      id = literal(first)
      arguments.removeFirst()
    }
    var names: [String] = []
    if let first = arguments.first {
      guard let listed = texts(of: first) else { return false }
      names = listed
    }
    isRegistered = true
    if let id { addImport("", nil, as: Self.registration + id, at: call, .exported) }
    readFactory(factory, names, at: call)
    return true
  }

  private func isFactory(_ index: Int) -> Bool {
    kind(index) == .functionExpression || kind(index) == .arrow || kind(index) == .object
  }

  /// The texts of a list that holds nothing else.
  private func texts(of list: Int) -> [String]? {
    guard kind(list) == .array else { return nil }
    let parts = children(list).filter { kind($0) != nil && kind($0) != .comment }
    return parts.allSatisfy { kind($0) == .string } ? parts.map(literal) : nil
  }

  private mutating func readFactory(_ factory: Int, _ names: [String], at call: Int) {
    if kind(factory) == .object { return readWholeExports(factory) }
    let parameters = readParameters(factory, inSignature: false)
    for (position, name) in names.enumerated() where !Self.special.contains(name) {
      addImport(name, nil, as: nil, at: call)
      guard position < parameters.count, kind(parameters[position].pattern) == .identifier else {
        continue
      }
      let alias = draft.text(of: parameters[position].pattern)
      addImport(name, Self.wholeExport, as: alias, at: parameters[position].pattern)
    }
    guard let body = child(factory, fields.body) else { return }
    guard kind(body) == .block else { return readWholeExports(body) }
    returnedName = returnedName(body)
    for statement in children(body) {
      if kind(statement) == .returnStatement {
        readReturned(statement)
      } else {
        readStatement(statement)
      }
    }
  }

  /// Names for the means of a module rather than for other modules.
  private static let special: Set<String> = ["require", "exports", "module"]

  /// The name in `return Topic;` at the end of a module.
  private func returnedName(_ body: Int) -> String? {
    for statement in children(body) where kind(statement) == .returnStatement {
      let value = children(statement).first { kind($0) != nil && kind($0) != .comment }
      if let value, kind(value) == .identifier { return draft.text(of: value) }
    }
    return nil
  }

  private mutating func readReturned(_ statement: Int) {
    let value = children(statement).first { kind($0) != nil && kind($0) != .comment }
    guard let value else { return }
    if kind(value) == .identifier, exportsAliases.contains(draft.text(of: value)) { return }
    readWholeExports(value)
  }

  /// `const Topic = {}` of a module that ends with `return Topic;`.
  mutating func readReturnedObject(_ name: String, _ value: Int, at index: Int) -> Bool {
    guard name == returnedName, kind(unwrapped(value)) == .object else { return false }
    exportsAliases.insert(name)
    addImport("", nil, as: name, at: index)
    readWholeExports(value)
    return true
  }

  /// `require(['x', 'y'], function (x, y) { … })`: the terms of what is loaded; nil for other calls.
  mutating func requiredList(_ call: Int) -> [UInt32]? {
    guard let function = child(call, fields.function),
      kind(function) == .identifier || kind(function) == .member,
      let list = child(call, fields.arguments),
      let first = children(list).first(where: { kind($0) != nil && kind($0) != .comment }),
      let names = texts(of: first), !names.isEmpty
    else { return nil }
    let last = kind(function) == .member ? child(function, fields.property) : function
    guard let last, draft.isText(last, "require") else { return nil }
    return names.map { module($0, Self.wholeExport, at: call, [.dynamic, .registered]) }
  }
}
