internal import Facts
internal import TreeSitterBinding

/// What methods of rows say of other rows: `return $this->hasMany(Line::class)->orderBy('at');`.
///
/// Such a method gives something that rows of the other type are asked of, and the library adds a property
/// of its name that has the rows themselves.
extension PHPWalk {
  /// One relation, as a method gives it back.
  private struct Relation {
    /// The type of the library that stands for it.
    var kind: String
    /// The class of the rows, as it is written.
    var target: String
    var isMany: Bool
    /// The table that joins the two sides, where there is one.
    var joining: String?
  }

  private static let maxChain = 32

  /// What the method that is read says, once its body has been; nil for what is no relation.
  mutating func relationType(_ nameNode: Int) -> UInt32? {
    guard !types.isEmpty, let result = frame.results.last, let relation = relation(result) else {
      return nil
    }
    let type = inSignature { walk in
      let row = walk.classTerm(relation.target, .silentType, at: nameNode)
      var operands = [row]
      if let table = relation.joining {
        let text = walk.builtIn("string")
        operands.append(walk.draft.addText(table, of: text, at: nameNode))
      }
      return walk.draft.add(
        .apply, .silentType, base: walk.builtIn(relation.kind), at: nameNode, operands: operands)
    }
    addProperty(of: relation, nameNode)
    return type
  }

  private func relation(_ result: Int) -> Relation? {
    var call = result
    for _ in 0..<Self.maxChain {
      guard kind(call) == .memberCall, let object = child(call, fields.object),
        let nameNode = child(call, fields.name)
      else { return nil }
      guard draft.isText(object, "$this") else {
        call = object
        continue
      }
      let name = PHPName.lower(draft.text(of: nameNode))
      guard let known = PHPNames.relations[name], let list = child(call, fields.arguments) else {
        return nil
      }
      let values = children(list).filter { kind($0) == .argument }.compactMap { parts($0).last }
      guard let first = values.first, let target = writtenClass(first) else { return nil }
      let joining = known.isJoined ? joiningTable(values, target, known.type) : nil
      return Relation(
        kind: known.type, target: target, isMany: known.isMany, joining: joining)
    }
    return nil
  }

  /// The class of `Order::class` or `'App\Order'`.
  private func writtenClass(_ index: Int) -> String? {
    if let named = namedClass(index) { return draft.text(of: named) }
    guard kind(index) == .string else { return nil }
    let name = PHPName.trimmed(literal(index))
    return PHPName.isQualified(name) ? "\\" + name : nil
  }

  /// The class of `Order::class`.
  func namedClass(_ index: Int) -> Int? {
    let parts = parts(index)
    guard kind(index) == .constantAccess, parts.count == 2, draft.isText(parts[1], "class"),
      isClassName(parts[0])
    else { return nil }
    return parts[0]
  }

  /// The table that is said, else the one that the library would take.
  private func joiningTable(_ values: [Int], _ target: String, _ type: String) -> String? {
    let isOfAnyType = type == "morphtomany"
    let place = isOfAnyType ? 2 : 1
    if place < values.count, kind(values[place]) != .null, child(values[place], fields.name) == nil
    {
      return kind(values[place]) == .string ? literal(values[place]) : nil
    }
    if isOfAnyType {
      guard values.count > 1, kind(values[1]) == .string else { return nil }
      return FrameworkNames.plural(literal(values[1]))
    }
    guard let own = types.last?.name, !own.isEmpty else { return nil }
    let sides = [PHPName.last(own), PHPName.last(space.className(target))]
    return sides.map { FrameworkNames.snake($0) }.sorted().joined(separator: "_")
  }

  /// `$order->lines`, filled from the store when it is read.
  private mutating func addProperty(of relation: Relation, _ nameNode: Int) {
    let text = "$" + draft.text(of: nameNode)
    let name = draft.name(text)
    let known = types[types.count - 1].documented[name]
    guard known != nil || types[types.count - 1].properties[name] == nil else { return }
    let type = inSignature { walk in
      let row = walk.classTerm(relation.target, .silentType, at: nameNode)
      guard relation.isMany else { return row }
      let list = walk.builtIn("collection")
      return walk.draft.add(.apply, .silentType, base: list, at: nameNode, operands: [row])
    }
    let scope = types[types.count - 1].scope
    let number = known ?? draft.add(Outline.Binding(name: name, kind: .variable, scope: scope))
    let symbol = isAnonymous ? Outline.none : draft.symbol
    draft.update(number) {
      $0.type = type
      $0.marks.insert(.isExtended)
      if known == nil { $0.symbol = symbol }
    }
  }

  /// `scopeActive` is called as `Order::active()`, and gives something that rows are asked of.
  mutating func addScope(_ name: String, _ symbol: UInt32, at index: Int) {
    let rest = name.dropFirst(PHPNames.scopeMark.count)
    guard name.hasPrefix(PHPNames.scopeMark), rest.first?.isUppercase ?? false, !isAnonymous,
      let type = types.last
    else { return }
    let filed = draft.name(PHPName.lower(String(rest)))
    guard type.documented[filed] == nil else { return }
    var binding = Outline.Binding(
      name: filed, kind: .function, marks: .isStatic, scope: type.scope)
    binding.symbol = symbol
    binding.type = inSignature { walk in
      let own = walk.draft.add(.selfValue, .silent, at: index)
      let builder = walk.builtIn("builder")
      return walk.draft.add(.apply, .silentType, base: builder, at: index, operands: [own])
    }
    draft.add(binding)
  }
}
