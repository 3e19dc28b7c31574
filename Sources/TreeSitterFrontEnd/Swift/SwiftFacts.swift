internal import Facts
internal import TreeSitterBinding

/// Attributes and what decides how a process lives.
extension SwiftWalk {
  mutating func readAttributes(_ attributes: [Int], of symbol: UInt32) {
    for attribute in attributes { readAttribute(attribute, of: symbol) }
  }

  func attributeName(_ index: Int) -> String {
    guard let type = first(index, .userType) else { return "" }
    return children(type).filter { kind($0) == .typeIdentifier }.map { nameText($0) }
      .joined(separator: ".")
  }

  /// `@Name`, `@Name(…)`: wrappers, builders, actors, macros, or marks for the compiler.
  mutating func readAttribute(_ index: Int, of symbol: UInt32) {
    let name = attributeName(index)
    guard !name.isEmpty, let type = first(index, .userType) else { return }
    if !SwiftNames.attributes.contains(name) { _ = readType(type, .annotation) }
    if SwiftNames.markers.contains(name) { return }
    let arguments = readArguments(of: index, after: type)
    draft.facts.annotations.append(
      Annotation(
        name: name, qualifiedName: name, arguments: arguments, symbol: symbol,
        line: draft.line(index)))
  }

  /// Arguments stand flat behind the name: labels, colons, values.
  private mutating func readArguments(
    of index: Int, after type: Int
  ) -> [TriggerDeclaration.Attribute] {
    var found: [TriggerDeclaration.Attribute] = []
    let nodes = children(index).filter { $0 > type }
    let wrapper = attributeName(index)
    var label = ""
    var count = 0
    for (position, part) in nodes.enumerated() {
      guard kind(part) != nil else { continue }
      let isLabel = position + 1 < nodes.count && draft.isText(nodes[position + 1], ":")
      if isLabel, kind(part) == .simpleIdentifier {
        label = nameText(part)
        continue
      }
      found.append(.init(key: label, value: spelledText(part) ?? draft.text(of: part)))
      let text = label.isEmpty ? "#\(count)" : label
      label = ""
      count += 1
      let outer = keyPathRoot
      if startsWith(part, "\\") {
        keyPathRoot = draft.add(
          .name, .silentType, name: draft.name("EnvironmentValues"), at: part)
      }
      let given = Given(function: draft.name(wrapper))
      _ = visit(part, wanting: mayBeImplicit(part) ? addArgument(text, given, part) : Outline.none)
      keyPathRoot = outer
    }
    return found
  }

  /// The member in `@Environment(\.member)`.
  mutating func environmentKey(_ attribute: Int) -> UInt32? {
    guard attributeName(attribute) == "Environment",
      let path = first(attribute, .navigation), startsWith(path, "\\"),
      let (object, nameNode) = member(path), kind(object) == .keyPath
    else { return nil }
    return name(nameNode)
  }

  // MARK: Lifetime

  mutating func addEndlessLoop(_ index: Int) {
    let isLeft = nodes(in: index).contains {
      draft.isText($0, "break") || draft.isText($0, "return")
    }
    add(.endlessLoop, index, isLeft ? "exit" : "")
  }

  mutating func addLifetime(ofCall nameNode: Int, on object: Int?) {
    let text = nameText(nameNode)
    let owner = object.map { draft.text(of: $0) } ?? ""
    switch (owner, text) {
    case ("Task", "sleep"), ("Thread", "sleep"), ("", "sleep"), ("", "usleep"):
      add(.slept, nameNode, owner.isEmpty ? text : owner + "." + text)
    case ("Thread", "detachNewThread"), ("", "Thread"): add(.threadStarted, nameNode, text)
    case ("Timer", "scheduledTimer"), ("DispatchSource", "makeTimerSource"):
      add(.timerArmed, nameNode, text)
    case ("", "fork"): add(.processForked, nameNode, text)
    case ("", "dispatchMain"), ("RunLoop.main", "run"): add(.eventLoop, nameNode, text)
    case ("DispatchSource", "makeSignalSource"), ("", "signal"), ("", "sigaction"):
      add(.signalHandled, nameNode, text)
    default: break
    }
  }
}
