internal import Facts

extension OutlineDraft {
  func symbol(ofBinding binding: UInt32) -> UInt32 { outline.bindings[Int(binding)].symbol }
  func type(ofBinding binding: UInt32) -> UInt32 { outline.bindings[Int(binding)].type }
  func inner(ofBinding binding: UInt32) -> UInt32 { outline.bindings[Int(binding)].inner }

  /// The binding whose inside is open.
  var owner: UInt32 { outline.scopes[Int(scope)].owner }

  func isType(_ scope: UInt32) -> Bool { outline.scopes[Int(scope)].kind == .type }
  func parent(of scope: UInt32) -> UInt32 { outline.scopes[Int(scope)].parent }

  /// What a function gives. Overloads that give different things leave it open.
  mutating func setResult(
    _ type: UInt32, of binding: UInt32, isOverload: Bool, _ isInferred: Bool
  ) {
    guard isOverload else {
      return update(binding) {
        $0.type = type
        if isInferred { $0.marks.insert(.isInferred) }
      }
    }
    let known = self.type(ofBinding: binding)
    guard type != Outline.none else { return }
    let shared = isSame(known, type) ? (isPlain(known) ? known : head(known)) : Outline.none
    update(binding) { $0.type = shared }
  }

  private func isPlain(_ index: UInt32) -> Bool {
    outline.signature.terms[Int(index)].kind == .name
  }

  /// A generic type without its arguments, in which overloads may differ.
  private func head(_ index: UInt32) -> UInt32 {
    let term = outline.signature.terms[Int(index)]
    return term.kind == .apply && term.base != Outline.none ? term.base : index
  }

  /// Whether two terms of the signature are the same name, whatever its arguments.
  private func isSame(_ a: UInt32, _ b: UInt32) -> Bool {
    guard a != Outline.none, b != Outline.none else { return false }
    let first = outline.signature.terms[Int(head(a))]
    let second = outline.signature.terms[Int(head(b))]
    return first.kind == .name && second.kind == .name && first.name == second.name
  }
}
