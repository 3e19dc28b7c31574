internal import Facts
internal import TreeSitterBinding

/// Modules that add members to what another one exports: `module.exports = function (Posts) {
/// Posts.remove = …; };` here, `require('./remove')(Posts);` there.
extension EcmaWalk {
  /// Names the module that a mixin is applied to; no program can declare it.
  static let host = "(mixed into)"
  static let mixinScope = "module mixin"

  /// `require('./remove')(module.exports)`.
  mutating func addMixin(_ path: String, _ call: Int) {
    guard let list = child(call, fields.arguments),
      let first = children(list).first(where: { kind($0) != nil && kind($0) != .comment })
    else { return }
    let isOwn =
      kind(first) == .identifier
      ? exportsAliases.contains(draft.text(of: first)) && draft.local(at: first) == nil
      : isWholeExports(first)
    if isOwn { addImport(path, nil, as: nil, at: call, [.exported, .wildcard, .mixedIn]) }
  }

  /// Reads a function that a module exports as a whole: what it adds to its parameter.
  mutating func readMixin(_ value: Int, _ read: (inout EcmaWalk) -> Void) {
    let inner = unwrapped(value)
    let outer = mixin
    defer { mixin = outer }
    if kind(inner) == .functionExpression || kind(inner) == .arrow,
      let pattern = firstPattern(inner)
    {
      draft.open(.namespace)
      draft.setNamespace(Self.mixinScope)
      mixin = Mixin(pattern: pattern, name: draft.name(of: pattern), scope: draft.scope)
      draft.close()
    }
    read(&self)
  }

  private func firstPattern(_ function: Int) -> Int? {
    if let single = child(function, fields.parameter) {
      return kind(single) == .identifier ? single : nil
    }
    let parts = child(function, fields.parameters).map {
      children($0).filter { kind($0) != nil && kind($0) != .comment }
    }
    guard let first = parts?.first else { return nil }
    return kind(first) == .identifier ? first : nil
  }

  /// The value of a parameter that is the module which the mixin is applied to.
  mutating func hostTerm(_ parameter: Parameter) -> UInt32? {
    guard let mixin, mixin.pattern == parameter.pattern, signatureDepth == 0 else { return nil }
    let value = term(.name, .silent, name: draft.name(Self.host), at: parameter.pattern)
    self.mixin?.term = value
    return value
  }

  /// `Posts.remove = function …` in a mixin of `Posts`; whether it was that.
  mutating func readMixedIn(_ left: Int, _ right: Int, at index: Int) -> Bool {
    guard let mixin, signatureDepth == 0, mixin.term != Outline.none, kind(left) == .member,
      let object = child(left, fields.object), kind(object) == .identifier,
      draft.name(of: object) == mixin.name, draft.local(mixin.name) == mixin.term,
      let property = child(left, fields.property)
    else { return false }
    let heading = Heading(
      name: draft.text(of: property), shown: draft.text(of: left), node: index, isExported: true,
      scope: mixin.scope)
    let inner = unwrapped(right)
    if kind(inner) == .arrow || kind(inner) == .functionExpression
      || kind(inner) == .generatorExpression
    {
      readFunction(inner, heading, .method, isMethod: false)
      return true
    }
    visit(right)
    guard known(draft.name(heading.name), mixin.scope, .variable) == nil else { return true }
    var binding = Outline.Binding(
      name: draft.name(heading.name), kind: .variable, marks: .isStatic, scope: mixin.scope)
    binding.symbol = declare(heading.shown, .field, at: index)
    _ = add(binding)
    return true
  }
}

/// The function of a mixin that is being read.
struct Mixin {
  /// Its first parameter.
  var pattern: Int
  var name: UInt32
  /// The scope of what it adds.
  var scope: UInt32
  /// The parameter's value, once its body is open.
  var term = Outline.none
}
