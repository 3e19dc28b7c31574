internal import Facts
internal import TreeSitterBinding

/// Calls.
extension RubyWalk {
  mutating func visitCall(_ index: Int) -> UInt32 {
    guard let method = child(index, fields.method) else {
      // `handler.(order)`.
      let base = child(index, fields.receiver).map { visit($0) } ?? Outline.none
      readArguments(index)
      visitBlockOf(index, base)
      return base == Outline.none
        ? base
        : draft.add(.member, .call, name: draft.name("call"), base: base, at: index)
    }
    if kind(method) == .superWord {
      let operands = readArguments(index)
      visitBlockOf(index, Outline.none)
      return visitSuper(method, operands)
    }
    guard let receiver = child(index, fields.receiver) else {
      return visitOwnCall(index, method)
    }
    return visitMemberCall(index, receiver, method)
  }

  private mutating func visitOwnCall(_ index: Int, _ method: Int) -> UInt32 {
    let name = draft.text(of: method)
    if readMacro(index, name) { return Outline.none }
    noteCall(index, nil, name)
    if RubyNames.senders.contains(name) || name == "method", let sent = sentName(index) {
      addAddress(literal(sent), at: sent)
    }
    let operands = readArguments(index)
    if name == "new", selfKind == .type {
      let term = draft.add(
        .construct, .call, base: selfTerm(at: method), at: method, operands: operands)
      visitBlockOf(index, term)
      return term
    }
    if name == "raise", operands.count > 0 {
      visitBlockOf(index, Outline.none)
      return Outline.none
    }
    let term = callOfSelf(method, operands)
    visitBlockOf(index, Outline.none)
    return term
  }

  private mutating func visitMemberCall(_ index: Int, _ receiver: Int, _ method: Int) -> UInt32 {
    let name = draft.text(of: method)
    if kind(receiver) == .selfWord, name == "class", selfKind == .instance {
      return draft.add(.name, .silent, name: draft.name(RubyNames.selfType), at: method)
    }
    if readReopening(index, receiver, name) { return Outline.none }
    if let cache = visitCache(receiver, name, at: index) { return cache }
    noteCall(index, receiver, name)
    noteEngine(receiver, name)
    markChange(of: receiver, by: name)
    let base = visitReceiver(receiver)
    let operands = readArguments(index)
    if RubyNames.senders.contains(name), base != Outline.none, let sent = sentName(index) {
      return draft.add(.member, .call, name: draft.name(literal(sent)), base: base, at: sent)
    }
    let isClass = isPath(receiver) || (selfKind == .type && kind(receiver) == .selfWord)
    if name == "new", isClass || isOwnClass(receiver) {
      let term = draft.add(.construct, .call, base: base, at: method, operands: operands)
      visitBlockOf(index, term)
      return term
    }
    if name == "tap" || name == "then", let block = child(index, fields.block) {
      visitBlock(block, element: base)
      return name == "tap" ? base : Outline.none
    }
    if base != Outline.none, isPath(receiver) { wireJob(name, base, at: method) }
    let term = draft.add(
      .member, .call, name: draft.name(of: method), base: base, at: method, operands: operands)
    let given = visitBlockOf(index, base, isClass: isPath(receiver), after: term)
    return mapped(name, given, at: index) ?? term
  }

  /// A local keeps its name, which may say more of it than its value.
  mutating func visitReceiver(_ index: Int) -> UInt32 {
    let value = visit(index)
    guard kind(index) == .identifier else { return value }
    let name = draft.name(of: index)
    guard draft.local(name) != nil else { return value }
    return draft.add(.labeled, .silent, name: name, base: value, at: index)
  }

  /// `send(:check)`, `try(:name)`: the name of the method that is called.
  private func sentName(_ index: Int) -> Int? {
    arguments(index).first.flatMap { kind($0) == .symbol ? $0 : nil }
  }

  /// `lines.map { … }`: a sequence of what the block gives.
  private mutating func mapped(_ name: String, _ value: UInt32, at index: Int) -> UInt32? {
    guard value != Outline.none, RubyNames.mappers.contains(name) else { return nil }
    let element = name == "flat_map" ? element(of: value, at: index) : value
    return draft.add(.sequence, .silent, base: element, at: index)
  }

  /// `self.class`.
  private func isOwnClass(_ index: Int) -> Bool {
    guard kind(index) == .call, let receiver = child(index, fields.receiver),
      let method = child(index, fields.method)
    else { return false }
    return kind(receiver) == .selfWord && draft.isText(method, "class")
  }

  /// The terms of the arguments of a call.
  @discardableResult
  mutating func readArguments(_ index: Int) -> [UInt32] {
    guard let list = child(index, fields.arguments) else { return [] }
    var operands: [UInt32] = []
    for part in children(list) where kind(part) != .comment {
      if kind(part) == .blockArgument {
        readBlockArgument(part)
      } else {
        operands.append(visit(part))
      }
    }
    return operands
  }

  /// `&method(:check)` names a method of `self`; `&:check` one of whatever it is handed.
  private mutating func readBlockArgument(_ index: Int) {
    for part in children(index) {
      if kind(part) == .symbol { continue }
      if kind(part) == .call, let method = child(part, fields.method),
        draft.isText(method, "method"),
        child(part, fields.receiver) == nil, let list = child(part, fields.arguments),
        let name = children(list).first(where: { kind($0) == .symbol })
      {
        addAddress(literal(name), at: name)
      } else {
        visit(part)
      }
    }
  }

  /// A method of `self` that is named, not called.
  mutating func addAddress(_ name: String, at index: Int, isStatic: Bool? = nil) {
    guard types.count > 1, let last = name.unicodeScalars.last, last != "=" else { return }
    let me = memberSelf(isStatic: isStatic ?? (selfKind == .type && methodDepth > 0), at: index)
    _ = draft.add(.member, .address, name: draft.name(name), base: me, at: index)
  }

  /// The block of a call: its parameter is an element of what the method goes through. The term of
  /// what it gives.
  @discardableResult
  private mutating func visitBlockOf(
    _ index: Int, _ base: UInt32, isClass: Bool = false, after term: UInt32 = Outline.none
  ) -> UInt32 {
    let name = child(index, fields.method).map { draft.text(of: $0) } ?? ""
    var value = Outline.none
    if base != Outline.none {
      if name == "new" || name == "create" || name == "create!" || name == "build" {
        value = term == Outline.none ? base : term
      } else if isClass ? RubyNames.rowIterators.contains(name) : RubyNames.iterators.contains(name)
      {
        value =
          isClass ? draft.add(.value, .silent, base: base, at: index) : element(of: base, at: index)
      }
    }
    if value == Outline.none { value = yielded(index, name, base) }
    guard let block = child(index, fields.block) else {
      return visitSymbol(handedTo: index, element: value)
    }
    if base != Outline.none, RubyNames.folders.contains(name) {
      let value = element(of: base, at: index)
      return visitBlock(block, element: value, place: 1)
    }
    return visitBlock(block, element: value)
  }

  /// What the method that is called hands to its block, where that has a parameter.
  private mutating func yielded(_ index: Int, _ name: String, _ base: UInt32) -> UInt32 {
    guard let block = child(index, fields.block), child(block, fields.parameters) != nil,
      !name.isEmpty
    else { return Outline.none }
    let base = child(index, fields.receiver) == nil ? selfTerm(at: index) : base
    guard base != Outline.none else { return base }
    return draft.add(
      .member, .silent, name: draft.name(RubyNames.yieldMark + name), base: base, at: index)
  }

  /// `lines.map(&:price)` calls `price` on each.
  private mutating func visitSymbol(handedTo index: Int, element: UInt32) -> UInt32 {
    guard element != Outline.none, let list = child(index, fields.arguments),
      let argument = first(list, .blockArgument), let name = first(argument, .symbol)
    else { return Outline.none }
    return draft.add(.member, .call, name: draft.name(literal(name)), base: element, at: name)
  }

  /// `SendReceipt.perform_later(order)` runs `perform` of a new one.
  private mutating func wireJob(_ name: String, _ base: UInt32, at index: Int) {
    guard RubyNames.jobCalls.contains(name) else { return }
    let value = draft.add(.value, .silent, base: base, at: index)
    _ = draft.add(.member, .wiring, name: draft.name("perform"), base: value, at: index)
  }

  /// `Rails.cache.fetch("key")`: the cache is known by the path to it.
  private mutating func visitCache(_ receiver: Int, _ name: String, at index: Int) -> UInt32? {
    guard kind(receiver) == .call, let object = child(receiver, fields.receiver),
      let inner = child(receiver, fields.method), kind(object) == .constant,
      draft.isText(object, "Rails"), draft.isText(inner, "cache")
    else { return nil }
    let base = draft.add(
      .name, .silentType, name: draft.name("Rails::cache"), at: receiver)
    let operands = readArguments(index)
    let term = draft.add(
      .member, .call, name: draft.name(name), base: base, at: index, operands: operands)
    if let block = child(index, fields.block) { visitBlock(block, element: Outline.none) }
    return term
  }
}
