internal import Facts
internal import TreeSitterBinding

/// Functions, methods and their parameters.
extension EcmaWalk {
  /// One parameter: its pattern, and the term of its type.
  struct Parameter {
    var pattern: Int
    var type: UInt32
    var preset: Int?
    var node: Int
  }

  mutating func readNamedFunction(_ index: Int, isExported: Bool) {
    let heading = Heading(self, index, isExported: isExported)
    readFunction(index, heading, .function, isMethod: false)
  }

  mutating func readMethod(
    _ index: Int, _ name: String, _ decorators: [Int],
    traits: Declaration.Traits = [], marks: Outline.Binding.Marks = []
  ) {
    if has(index, "get") || has(index, "set") {
      return readAccessor(index, name, decorators, marks)
    }
    let heading = Heading(name: name, node: index, isExported: true)
    readFunction(
      index, heading, .method, isMethod: true, traits: traits, marks: marks,
      decorators: decorators)
  }

  /// A function with a name; overloads of one name are one function.
  ///
  /// `isMethod` says that `this` is the instance of the type around it.
  mutating func readFunction(
    _ index: Int, _ heading: Heading, _ symbolKind: SymbolKind, isMethod: Bool,
    traits: Declaration.Traits = [], marks: Outline.Binding.Marks? = nil, decorators: [Int] = []
  ) {
    let scope = heading.scope ?? draft.scope
    let name = draft.name(heading.name)
    let earlier = known(name, scope, .function)
    let isLocal = draft.isInFunction && symbolKind == .function
    let hasSymbol = anonymousDepth == 0 && !isLocal
    let symbol =
      earlier.map { draft.symbol(ofBinding: $0) }
      ?? (hasSymbol
        ? declare(heading.shown, symbolKind, at: heading.node, traits: traits) : Outline.none)
    let owner = earlier ?? add(function(name, heading, scope, marks, symbol))
    if symbol != Outline.none {
      draft.functions.append((draft.node(statement(heading.node)).start, symbol))
    }
    draft.open(.function, owner: owner, symbol: symbol == Outline.none ? nil : symbol)
    for decorator in decorators { readDecorator(decorator, of: draft.symbol) }
    readTypeParameters(index)
    let parameters = readParameters(index, inSignature: true)
    let result = readResult(index)
    draft.setResult(result.type, of: owner, isOverload: earlier != nil, result.isInferred)
    if earlier == nil {
      draft.update(owner) { $0.parameters = parameters.map { Self.signatureTerm($0.type) } }
    }
    readFunctionBody(index, parameters, isRead: result.isInferred, hasThis: isMethod)
    draft.close()
  }

  private func function(
    _ name: UInt32, _ heading: Heading, _ scope: UInt32, _ marks: Outline.Binding.Marks?,
    _ symbol: UInt32
  ) -> Outline.Binding {
    var binding = Outline.Binding(
      name: name, kind: .function, marks: marks ?? self.marks(heading), scope: scope)
    binding.symbol = symbol
    return binding
  }

  /// Where the statement begins that a declaration stands in: comments stand before that.
  private func statement(_ index: Int) -> Int {
    var start = index
    while start > 0 {
      switch kind(start - 1) {
      case .exportStatement, .lexical, .variable, .ambient, .expressionStatement, .assignment:
        start -= 1
      default:
        guard kind(start - 1) == nil, isDeclarationWord(start - 1) else { return start }
        start -= 1
      }
    }
    return start
  }

  private func isDeclarationWord(_ index: Int) -> Bool {
    for word in ["export", "default", "const", "let", "var", "declare"] as [StaticString]
    where draft.isText(index, word) { return true }
    return false
  }

  /// What a function gives: as declared, or else the expression that it consists of.
  private mutating func readResult(_ index: Int) -> (type: UInt32, isInferred: Bool) {
    if let type = child(index, fields.returnType) {
      openSignature()
      defer { closeSignature() }
      return (Self.signatureTerm(readType(type, .type)), false)
    }
    guard let result = onlyResult(index) else { return (Outline.none, false) }
    return (Outline.none, !usesLocals(result))
  }

  /// Whether an expression uses values of the body around it, which no signature can.
  private mutating func usesLocals(_ expression: Int) -> Bool {
    guard draft.isInFunction else { return false }
    for index in expression..<Int(draft.node(expression).end)
    where kind(index) == .identifier || kind(index) == .shorthand {
      let local = draft.local(at: index) ?? Outline.none
      if local != Outline.none, local & Terms.bodyBit != 0 { return true }
    }
    return false
  }

  /// The expression that a function consists of: `() => x`, `{ return x; }`.
  private func onlyResult(_ index: Int) -> Int? {
    guard let body = child(index, fields.body) else { return nil }
    var result = body
    if kind(body) == .block {
      var statements = children(body).filter { kind($0) != .comment }.makeIterator()
      guard let only = statements.next(), statements.next() == nil, kind(only) == .returnStatement,
        let value = children(only).first(where: { kind($0) != nil && kind($0) != .comment })
      else { return nil }
      result = value
    }
    let inner = unwrapped(result)
    return kind(inner) == .object || isMarkup(inner) || !isFlat(body) ? nil : result
  }

  /// Signatures are read again and again: those of deep nests of functions are left out.
  private func isFlat(_ body: Int) -> Bool { signatureDepth < 8 && draft.node(body).isSmall }

  private func isMarkup(_ index: Int) -> Bool {
    kind(index) == .markup || kind(index) == .closedMarkup
  }

  /// The parameters as locals, and the statements; of an arrow with an expression, its result.
  private mutating func readFunctionBody(
    _ index: Int, _ parameters: [Parameter], isRead: Bool, hasThis isMethod: Bool
  ) {
    let outerThis = hasThis
    hasThis = isMethod
    let mark = draft.localMark
    let owner = draft.owner
    if isRead, let body = onlyResult(index) {
      openSignature()
      addLocals(parameters)
      var result = Self.signatureTerm(visit(body))
      if has(index, "async"), result != Outline.none {
        let value = term(
          .member, .silent, name: draft.name(EcmaNames.awaited), base: result, at: body)
        let promise = term(.name, .silentType, name: draft.name("Promise"), at: body)
        result = term(.apply, .silentType, base: promise, at: body, operands: [value])
      }
      closeSignature()
      draft.setResult(result, of: owner, isOverload: false, true)
    } else {
      addLocals(parameters)
      if let body = child(index, fields.body) { visit(body) }
    }
    draft.forgetLocals(since: mark)
    hasThis = outerThis
  }

  /// Getters and setters are used as a variable is.
  private mutating func readAccessor(
    _ index: Int, _ text: String, _ decorators: [Int], _ marks: Outline.Binding.Marks
  ) {
    let name = draft.name(text)
    let earlier = known(name, draft.scope, .variable)
    let symbol =
      earlier.map { draft.symbol(ofBinding: $0) }
      ?? (anonymousDepth == 0 ? declare(text, .method, at: index) : Outline.none)
    var binding = Outline.Binding(name: name, kind: .variable, marks: marks, scope: draft.scope)
    binding.symbol = symbol
    let owner = earlier ?? add(binding)
    if symbol != Outline.none { draft.functions.append((draft.node(index).start, symbol)) }
    draft.open(.function, symbol: symbol == Outline.none ? nil : symbol)
    for decorator in decorators { readDecorator(decorator, of: draft.symbol) }
    let parameters = readParameters(index, inSignature: true)
    if has(index, "get") {
      let result = readResult(index).type
      if result != Outline.none { draft.update(owner) { $0.type = result } }
    } else if let type = parameters.first?.type, draft.type(ofBinding: owner) == Outline.none {
      draft.update(owner) { $0.type = Self.signatureTerm(type) }
    }
    readFunctionBody(index, parameters, isRead: false, hasThis: true)
    draft.close()
  }

  // MARK: Parameters

  mutating func readParameters(_ index: Int, inSignature: Bool) -> [Parameter] {
    if let single = child(index, fields.parameter) {
      return [Parameter(pattern: single, type: Outline.none, node: single)]
    }
    guard let list = child(index, fields.parameters) else { return [] }
    if inSignature { openSignature() }
    defer { if inSignature { closeSignature() } }
    var found: [Parameter] = []
    for part in children(list) {
      switch kind(part) {
      case .requiredParameter, .optionalParameter:
        let type = child(part, fields.type).map { readType($0, .type) } ?? Outline.none
        guard let pattern = child(part, fields.pattern) else { continue }
        found.append(
          Parameter(
            pattern: pattern, type: type, preset: child(part, fields.value), node: part))
      case .identifier, .objectPattern, .arrayPattern, .assignmentPattern, .restPattern:
        found.append(Parameter(pattern: part, type: Outline.none, node: part))
      default: break
      }
    }
    return found
  }

  /// The names of parameters become locals; `given` are values of the first ones, where nothing else
  /// is said.
  mutating func addLocals(_ parameters: [Parameter], given: [UInt32] = []) {
    for (position, parameter) in parameters.enumerated() {
      for part in children(parameter.node) where kind(part) == .decorator {
        readDecorator(part, of: draft.symbol)
      }
      let preset = parameter.preset.map { visit($0) } ?? Outline.none
      var value = position < given.count ? given[position] : hostTerm(parameter) ?? Outline.none
      if parameter.type != Outline.none {
        value = term(.value, .silent, base: parameter.type, at: parameter.node)
      } else if preset != Outline.none {
        value = preset
      }
      if kind(parameter.pattern) == .restPattern, parameter.type != Outline.none {
        for part in children(parameter.pattern) where kind(part) == .identifier {
          draft.addLocal(draft.name(of: part), value)
        }
      } else {
        addLocals(of: parameter.pattern, value)
      }
    }
  }

  /// The names of a pattern become locals.
  mutating func addLocals(of pattern: Int, _ value: UInt32) {
    if kind(pattern) == .assignmentPattern, value == Outline.none,
      let left = child(pattern, fields.left), let right = child(pattern, fields.right)
    {
      return addLocals(of: left, visit(right))
    }
    for (node, term) in parts(of: pattern, value) { draft.addLocal(draft.name(of: node), term) }
  }

  /// A function without a name of its own, such as an argument.
  mutating func visitFunction(_ index: Int, given: [UInt32]) -> UInt32 {
    outsideSignature { walk in
      let outerThis = walk.hasThis
      if walk.kind(index) != .arrow { walk.hasThis = false }
      let isGeneric = walk.child(index, walk.fields.typeParameters) != nil
      if isGeneric {
        walk.draft.open(.function)
        walk.readTypeParameters(index)
      }
      let mark = walk.draft.localMark
      let parameters = walk.readParameters(index, inSignature: false)
      walk.addLocals(parameters, given: given)
      if let type = walk.child(index, walk.fields.returnType) { _ = walk.readType(type, .type) }
      if let body = walk.child(index, walk.fields.body) { walk.visit(body) }
      walk.draft.forgetLocals(since: mark)
      if isGeneric { walk.draft.close() }
      walk.hasThis = outerThis
    }
    return Outline.none
  }
}

extension SyntaxNode {
  /// Of a few thousand bytes at most.
  fileprivate var isSmall: Bool { stop - start < 4096 }
}
