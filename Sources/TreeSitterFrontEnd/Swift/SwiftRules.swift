internal import Basics
internal import Facts

/// What names mean in Swift: the own module, imported ones, extensions of types from outside.
struct SwiftRules: NameRules {
  private let names: SwiftVisibility
  private let extensions: SwiftExtensions
  /// Names that types of the project declare.
  private let memberNames: Set<NameKey>

  init(_ project: ProjectIndex, _ modules: SwiftModules) {
    names = SwiftVisibility(project, modules)
    extensions = SwiftExtensions(project, names)
    var members: Set<NameKey> = []
    for (number, file) in project.files.enumerated() {
      for (index, binding) in file.outline.bindings.enumerated()
      where binding.symbol != Outline.none && binding.kind != .type {
        let scope = file.outline.scopes[Int(binding.scope)]
        guard scope.kind == .type, scope.owner != Outline.none else { continue }
        let owner = Entity(file: Int32(number), binding: scope.owner)
        if extensions.extended[owner] == nil { members.insert(file.key(UInt32(index))) }
      }
    }
    memberNames = members
  }

  func kinds(for use: Term.Use) -> [BindingKinds] {
    switch use {
    case .silentType, .type, .inherit, .implement: [.types]
    case .annotation: [.types, .functions]
    case .call: [[.functions, .types, .values]]
    case .silent, .read, .write, .readWrite, .wiring, .address:
      [[.values, .functions, .types]]
    }
  }

  func memberKinds(for use: Term.Use, of base: Meaning.Kind) -> [BindingKinds] {
    kinds(for: use)
  }
  func parts(_ project: ProjectIndex) -> [[Entity]] { extensions.parts }
  func constructorName(of type: NameKey) -> NameKey { Self.constructor }
  var mapsGiveEntries: Bool { true }
  var absentTypesAreBuiltIn: Bool { true }
  var invocation: NameKey? { Self.invocationName }

  private static let constructor = NameKey("init")
  private static let invocationName = NameKey("callAsFunction")

  // MARK: Lookups

  private func declared(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, _ project: ProjectIndex
  ) -> Finding {
    let found = names.declarations(name, in: file, project) { kinds.contains(project.kind($0)) }
    return found.isEmpty ? .nothing : .entities(found)
  }

  /// Extensions see the type parameters of the type that they add to.
  func lookup(
    _ name: NameKey, _ kinds: BindingKinds, in file: Int, scope: UInt32, _ project: ProjectIndex
  ) -> Finding {
    if kinds.contains(.typeParameter),
      let parameter = typeParameter(name, file, scope, project)
    {
      return .entities([parameter])
    }
    return declared(name, kinds, in: file, project)
  }

  private func typeParameter(
    _ name: NameKey, _ number: Int, _ scope: UInt32, _ project: ProjectIndex
  ) -> Entity? {
    let scopes = project.files[number].outline.scopes
    var next = scope
    while next != Outline.none {
      let item = scopes[Int(next)]
      next = item.parent
      guard item.kind == .type, item.owner != Outline.none,
        let type = extensions.typeOf[Entity(file: Int32(number), binding: item.owner)],
        let inner = project.inner(type)
      else { continue }
      let file = project.files[Int(type.file)]
      let found = file.bindings(in: inner, named: name).first { file.kind($0) == .typeParameter }
      if let found { return Entity(file: type.file, binding: found) }
    }
    return nil
  }

  func fallback(
    _ name: NameKey, _ use: Term.Use, in file: Int, _ project: ProjectIndex
  ) -> Finding {
    if names.modules.byName[name] != nil, use.isType || use == .read || use == .silent {
      return .namespace(name)
    }
    if SwiftNames.typeKeys.contains(name) || SwiftNames.functionKeys.contains(name) {
      return .external
    }
    return names.isOpen[file] ? .external : .nothing
  }

  func member(
    _ name: NameKey, of namespace: NameKey, for use: Term.Use, in file: Int,
    _ project: ProjectIndex
  ) -> Finding {
    let modules = names.modules.byName[namespace] ?? []
    let found = modules.flatMap { names.declarations(name, inModule: $0) }
    return found.isEmpty ? .external : .entities(found)
  }

  func target(ofImport index: Int, in file: Int, _ project: ProjectIndex) -> Finding {
    let item = project.files[file].outline.imports[index]
    let key = project.files[file].keys[Int(item.path)]
    guard let modules = names.modules.byName[key] else { return .external }
    guard item.name != Outline.none else { return .namespace(key) }
    let name = project.files[file].keys[Int(item.name)]
    let found = modules.flatMap { names.declarations(name, inModule: $0) }
    return found.isEmpty ? .namespace(key) : .entities(found)
  }

  /// Declarations for several systems, and what a protocol asks for and provides, stand beside each
  /// other in one file.
  func variants(_ entities: [Entity], in file: Int, _ project: ProjectIndex) -> [Entity]? {
    guard let first = entities.first, project.kind(first) != .function,
      project.kind(first) != .constructor,
      entities.allSatisfy({ $0.file == first.file })
    else { return nil }
    return [first]
  }

  // MARK: Extensions of types from outside

  /// Where nothing is known of the receiver, it may have such a member itself, so only those count
  /// whose name no type of the project has.
  func extensions(
    _ query: ExtensionQuery, in file: Int, _ project: ProjectIndex
  ) -> [ExtensionLevel] {
    guard let known = extensions.members[query.name],
      query.receiver != .unknown || !memberNames.contains(query.name)
    else { return [] }
    let visible = known.filter { entity in
      let module = names.modules.moduleOf[Int(entity.file)]
      return query.kinds.contains(project.kind(entity))
        && (module == names.modules.moduleOf[file] || names.imports[file].contains(module))
        && (!project.marks(entity).contains(.isPrivate) || Int(entity.file) == file)
    }
    return visible.isEmpty ? [] : [ExtensionLevel(entities: visible, claim: .possible)]
  }

  func fit(
    _ receiver: Meaning, _ function: Entity, _ project: ProjectIndex
  ) -> ExtensionFit? {
    let scope = project.files[Int(function.file)].outline.scopes[Int(project[function].scope)]
    guard scope.owner != Outline.none,
      let extended = extensions.extended[Entity(file: function.file, binding: scope.owner)]
    else { return ExtensionFit.none }
    // What the library has as well is the library's, unless the type is known for that of the extension.
    let name = project.files[Int(function.file)].key(function.binding)
    let open = SwiftNames.commonKeys.contains(name) ? ExtensionFit.none : .possible
    switch receiver.kind {
    case .unknown: return open
    case .external:
      if receiver.key == .root { return open }
      if receiver.key == extended { return .certain }
      let isFinal =
        SwiftNames.finalKeys.contains(extended) || SwiftNames.finalKeys.contains(receiver.key)
      return isFinal && !Self.wide.contains(extended) ? ExtensionFit.none : open
    case .value, .type:
      if Self.wide.contains(extended) { return open }
      if SwiftNames.finalKeys.contains(extended) { return ExtensionFit.none }
      return isAbove(extended, receiver.entity, project) ? .certain : ExtensionFit.none
    case .function, .namespace, .module: return ExtensionFit.none
    }
  }

  /// Protocols that final types of the library conform to, and what holds any value.
  private static let wide = Set(
    SwiftNames.words(
      """
      Collection Sequence BidirectionalCollection RandomAccessCollection MutableCollection \
      RangeReplaceableCollection Optional StringProtocol BinaryInteger FixedWidthInteger Comparable \
      Equatable Hashable Codable Encodable Decodable CustomStringConvertible Numeric \
      FloatingPoint BinaryFloatingPoint DataProtocol SignedInteger UnsignedInteger Array Set \
      ArraySlice Dictionary
      """
    ).map { NameKey($0) })

  private func isAbove(_ extended: NameKey, _ type: Entity, _ project: ProjectIndex) -> Bool {
    project.ancestry(of: type).types.contains { type in
      var isFound = false
      project.forEachOrigin(of: type) { above in
        isFound = isFound || above.kind == .external && above.key == extended
      }
      return isFound
    }
  }

  func takesElements(_ name: NameKey) -> Bool { SwiftNames.takingKeys.contains(name) }
  var privateIsOfFile: Bool { true }
  var aliasesConstruct: Bool { true }
  func isImplicit(_ name: NameKey) -> Bool { SwiftNames.memberKeys.contains(name) }
  func isFinal(_ type: NameKey) -> Bool { SwiftNames.finalKeys.contains(type) }
  func result(ofExternal member: NameKey) -> ExternalResult {
    SwiftNames.resultKeys[member] ?? .unknown
  }
}
