internal import Facts
internal import TreeSitterBinding

/// Closures: what they get, and what they give.
extension SwiftWalk {
  /// What calling a closure gives, as far as it is known.
  @discardableResult
  mutating func visitLambda(_ index: Int, _ given: Given) -> UInt32 {
    let mark = draft.localMark
    let outer = (result, self.given, keyPathRoot)
    (result, self.given, keyPathRoot) = (Outline.none, [], Outline.none)
    for list in children(index) where kind(list) == .captures { readCaptures(list) }
    var parameter = given.parameter
    if given.function != Outline.none {
      parameter = draft.add(
        .handed, .silent, name: given.function, base: given.base, at: index)
    }
    addParameters(ofLambda: index, parameter, given)
    let statements = first(index, .statements).map { parts($0) } ?? []
    let last = visitStatements(statements)
    let returned = self.given.first { $0 != Outline.none }
    let term = statements.count == 1 && last != Outline.none ? last : returned ?? Outline.none
    draft.forgetLocals(since: mark)
    (result, self.given, keyPathRoot) = outer
    return term
  }

  private mutating func readCaptures(_ list: Int) {
    for item in children(list) where kind(item) == .capture {
      let names = children(item).filter { kind($0) != nil && kind($0) != .modifiers }
      guard has(item, "="), let nameNode = names.first(where: { kind($0) == .simpleIdentifier }),
        let value = names.last, value != nameNode
      else { continue }
      let term = visit(value)
      draft.addLocal(name(nameNode), term)
    }
  }

  private mutating func addParameters(
    ofLambda index: Int, _ parameter: UInt32, _ given: Given
  ) {
    let text = given.function == Outline.none ? "" : draft.text(ofName: given.function)
    let isPair = SwiftNames.handsPairs.contains(text)
    // What comes first is the result so far.
    let isFold = text == "reduce"
    guard let type = first(index, .lambdaType), let list = first(type, .lambdaParameters) else {
      draft.addLocal(draft.name("$0"), isFold ? Outline.none : parameter)
      draft.addLocal(
        draft.name("$1"), isPair || isFold ? parameter : tuplePart(1, of: parameter, at: index))
      draft.addLocal(draft.name("$2"), Outline.none)
      return
    }
    for part in children(type) where isType(part) { _ = readType(part, .type) }
    let parameters = children(list).filter { kind($0) == .lambdaParameter }
    for (position, part) in parameters.enumerated() {
      let names = children(part).filter { kind($0) == .simpleIdentifier }
      let typeNode = children(part).first { isType($0) }
      guard let nameNode = names.last else { continue }
      if let typeNode {
        addLocal(name(nameNode), type: readType(typeNode, .type), at: part)
      } else if isFold {
        draft.addLocal(name(nameNode), position == 1 ? parameter : Outline.none)
      } else if position == 0 || isPair {
        // Two parameters for one value take it apart: `map { key, value in`.
        let isApart = parameters.count == 2 && !isPair
        draft.addLocal(
          name(nameNode), isApart ? apart(parameter, 0, at: part) : parameter)
      } else {
        draft.addLocal(
          name(nameNode),
          parameters.count == 2 ? tuplePart(position, of: parameter, at: part) : Outline.none)
      }
    }
  }

  private mutating func apart(_ value: UInt32, _ position: Int, at index: Int) -> UInt32 {
    tuplePart(position, of: value, at: index)
  }
}
