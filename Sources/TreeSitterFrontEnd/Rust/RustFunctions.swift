internal import Facts
internal import TreeSitterBinding

/// Functions and methods.
extension RustWalk {
  /// What the heading of a function gives.
  private struct Heading {
    var patterns: [(node: Int, type: UInt32)] = []
    var parameters: [UInt32] = []
    var result = Outline.none
    var receiver: Int?
    var isOpen = false
  }

  mutating func readFunction(_ index: Int, _ attributes: [Int]) {
    guard let nameNode = child(index, fields.name) else { return }
    let name = draft.text(of: nameNode)
    let isMember = draft.outline.scopes[Int(draft.scope)].kind == .type
    var traits: Declaration.Traits = kind(index) == .functionSignature ? [.abstract] : []
    if isEntry(name, isMember, attributes) { traits.insert(.entryPoint) }
    let symbol = declare(name, isMember ? .method : .function, at: index, traits: traits)
    draft.functions.append((start(of: index, attributes), symbol))
    readAttributes(attributes, of: symbol)
    let owner = draft.add(binding(draft.name(of: nameNode), .function, symbol))
    addProceduralMacro(name, symbol, attributes)
    draft.open(.function, owner: owner, symbol: symbol)
    let heading = readHeading(index)
    finish(owner, heading)
    readBody(index, heading)
    draft.close()
  }

  /// Comments stand before the attributes.
  private func start(of index: Int, _ attributes: [Int]) -> UInt32 {
    draft.node(attributes.first ?? index).start
  }

  private func isEntry(_ name: String, _ isMember: Bool, _ attributes: [Int]) -> Bool {
    guard !isMember, functionDepth == 0, moduleDepth == 0 else { return false }
    return name == "main"
      || attributes.contains { RustNames.entryAttributes.contains(attributeName($0)) }
  }

  private mutating func finish(_ function: UInt32, _ heading: Heading) {
    let count = heading.parameters.count
    draft.update(function) {
      $0.parameters = heading.parameters
      $0.type = heading.result
      $0.least = UInt8(clamping: count)
      // A method may be called with its receiver as an argument.
      $0.most = heading.isOpen ? 255 : UInt8(clamping: count + (heading.receiver == nil ? 0 : 1))
      if heading.receiver == nil { $0.marks.insert(.isStatic) }
    }
  }

  // MARK: Headings

  private mutating func readHeading(_ index: Int) -> Heading {
    signature { walk in
      var heading = Heading()
      let generics = walk.readGenerics(index)
      if let list = walk.child(index, walk.fields.parameters) {
        walk.readParameters(list, into: &heading)
      }
      if let result = walk.child(index, walk.fields.returnType) {
        heading.result = walk.readType(result, .type)
      }
      walk.finishGenerics(generics, index)
      return heading
    }
  }

  private mutating func readParameters(_ list: Int, into heading: inout Heading) {
    for part in parts(list) {
      switch kind(part) {
      case .selfParameter: heading.receiver = part
      case .attributeItem: break
      case .variadicParameter: heading.isOpen = true
      case .parameter:
        guard let pattern = child(part, fields.pattern) else { continue }
        let type = child(part, fields.type).map { readType($0, .type) } ?? Outline.none
        if kind(pattern) == .selfWord {
          heading.receiver = part
        } else {
          heading.patterns.append((pattern, type))
          heading.parameters.append(type)
        }
      default:
        heading.parameters.append(readType(part, .type))
      }
    }
  }

  // MARK: Bodies

  private mutating func readBody(_ index: Int, _ heading: Heading) {
    guard let body = child(index, fields.body) else { return }
    let mark = draft.localMark
    functionDepth += 1
    if let receiver = heading.receiver {
      draft.addLocal(draft.name("self"), value(of: selfType, at: receiver))
    }
    for (pattern, type) in heading.patterns { bind(pattern, value(of: type, at: pattern)) }
    visit(body)
    functionDepth -= 1
    draft.forgetLocals(since: mark)
  }

  /// A function that a compiler runs has a second name, which macros are called by.
  private mutating func addProceduralMacro(
    _ name: String, _ symbol: UInt32, _ attributes: [Int]
  ) {
    for item in attributes {
      switch attributeName(item) {
      case "proc_macro", "proc_macro_attribute": addMacro(name, symbol, isExported: true)
      case "proc_macro_derive":
        if let derived = attributeWords(item).first { addMacro(derived, symbol, isExported: true) }
      default: break
      }
    }
  }
}
