internal import Facts

/// Finds handlers that no reference of their file leads to: by names, by types and their methods.
struct HandlerSearch {
  private let surveys: [FileSurvey]
  private var fileOf: [String: Int] = [:]
  private var functions: [String: [KnownSymbol]] = [:]
  private var types: [String: [KnownSymbol]] = [:]
  private var typesByKey: [String: SurveyedType] = [:]
  /// Types by the keys of what they are derived from.
  private var derived: [String: [String]] = [:]
  /// Methods by the folder and the full name of their type, which stands apart from them.
  private var methodsInGo: [String: [KnownSymbol]] = [:]
  /// Handlers by the names that commands and tasks are asked for by.
  private var tasks: [String: HandlerReference] = [:]
  /// Texts of constants whose name has one value in the whole project.
  private(set) var constants: [String: String] = [:]

  init(_ surveys: [FileSurvey]) {
    self.surveys = surveys
    var doubtful: Set<String> = []
    for (index, survey) in surveys.enumerated() {
      fileOf[survey.path] = index
      for symbol in survey.symbols {
        if symbol.isFunction {
          functions[symbol.name, default: []].append(symbol)
          // `Admin.plugins.install = function`: known by its last name as well.
          if symbol.name.contains("."), ModulePath.languages.contains(survey.language) {
            functions[FileFactsIndex.simple(symbol.name), default: []].append(symbol)
          }
          if survey.language == .go, let dot = symbol.qualifiedName.lastIndex(of: ".") {
            let owner = Self.package(of: symbol) + symbol.qualifiedName[..<dot]
            methodsInGo[owner, default: []].append(symbol)
          }
        } else {
          types[symbol.name, default: []].append(symbol)
        }
      }
      for (key, type) in survey.types.sorted(by: { $0.key < $1.key }) {
        typesByKey[key] = type
        for above in type.supertypeKeys { derived[above, default: []].append(key) }
      }
      for (name, text) in survey.constants {
        if let known = constants[name], known != text { doubtful.insert(name) }
        constants[name] = text
      }
    }
    for name in doubtful { constants[name] = nil }
    for name in Array(constants.keys) where name.contains(where: \.isLowercase) {
      constants[name] = nil
    }
  }

  private static func package(of symbol: KnownSymbol) -> String {
    String(symbol.path[..<(symbol.path.lastIndex(of: "/") ?? symbol.path.startIndex)]) + ":"
  }

  /// Remembers the name that a command or a task has.
  mutating func note(_ found: FoundTrigger) {
    guard ["cli", "queue"].contains(found.kind), found.handler != .none else { return }
    let name = found.task ?? found.attributes.first { $0.key == "name" }?.value
    if let name, tasks[name] == nil { tasks[name] = found.handler }
  }

  /// The annotations of a type that no other is derived from; nil for others.
  func marks(ofBase type: KnownSymbol) -> Set<String>? {
    derived[type.key] == nil ? typesByKey[type.key]?.marks : nil
  }

  func isInterface(_ type: KnownSymbol) -> Bool { typesByKey[type.key]?.isInterface ?? false }

  /// Methods of the types that implement an interface, by the name of its method.
  func implementations(of method: KnownSymbol, owner: KnownSymbol) -> [KnownSymbol] {
    var found: [KnownSymbol] = []
    var open = [owner.key]
    var seen = Set(open)
    while let key = open.popLast() {
      for lower in derived[key] ?? [] where seen.insert(lower).inserted {
        open.append(lower)
        guard let type = typesByKey[lower], !type.isInterface else { continue }
        found += methods(of: type.symbol, named: [method.name])
      }
    }
    return found.sorted { ($0.path, $0.line) < ($1.path, $1.line) }
  }

  /// The methods of a type itself, in the order of the source.
  private func methods(of type: KnownSymbol, named names: [String]) -> [KnownSymbol] {
    guard let file = fileOf[type.path] else { return [] }
    let symbols = surveys[file].symbols
    guard let own = symbols.first(where: { $0.key == type.key && $0.kind == .type }) else {
      return []
    }
    let inner = symbols.filter {
      $0.kind == .type && $0.key != own.key && own.line <= $0.line && $0.endLine <= own.endLine
        && ($0.line, $0.endLine) != (own.line, own.endLine)
    }
    let all = symbols.filter { symbol in
      symbol.isFunction && own.line <= symbol.line && symbol.endLine <= own.endLine
        && !inner.contains { $0.line <= symbol.line && symbol.endLine <= $0.endLine }
    }
    // Methods of Go stand anywhere in the package of their type.
    if surveys[file].language == .go, !names.contains("*") {
      return (methodsInGo[Self.package(of: own) + own.qualifiedName] ?? [])
        .filter { names.contains($0.name) }
    }
    // `toMail|via`: the first of these that it has.
    if names.count == 1, names[0].contains("|") {
      let found = names[0].split(separator: "|").lazy.compactMap { name in
        all.first { $0.name == name }
      }
      return found.first.map { [$0] } ?? []
    }
    guard names.contains("*") else { return all.filter { names.contains($0.name) } }
    if surveys[file].language == .go {
      return (methodsInGo[Self.package(of: own) + own.qualifiedName] ?? [])
        .filter { $0.name.first?.isUppercase ?? false }
    }
    // Those that the library asks for, where the source tells.
    let overrides = all.filter { $0.isOverride && $0.name != "Dispose" }
    return overrides.isEmpty
      ? all.filter { $0.name != own.name && !$0.name.hasPrefix("_") && !$0.name.hasPrefix("init") }
      : overrides
  }

  /// What a declaration in a file starts; empty where no code of the project is found.
  func symbols(_ handler: HandlerReference, in file: Int) -> [KnownSymbol] {
    let found: [KnownSymbol] =
      switch handler {
      case .none, .platform, .elsewhere: []
      case .symbol(let symbol): [symbol]
      case .type(let type, let names): symbols(of: type, names)
      case .name(let name, let names): symbols(named: name, names, in: file)
      case .wrapped(let name, let wrapper, let names):
        wrapped(symbols(named: name, names, in: file), name, wrapper)
      }
    let own = surveys[file].path
    guard ModulePath.languages.contains(surveys[file].language), !ModulePath.isBrowserSide(own)
    else { return found }
    return found.filter { !ModulePath.isBrowserSide($0.path) }
  }

  /// What a wrapper is handed; the wrapper itself where that may be something else than a function.
  private func wrapped(
    _ found: [KnownSymbol], _ name: String, _ wrapper: KnownSymbol
  ) -> [KnownSymbol] {
    if !found.isEmpty { return found }
    let isHandler = name.split(separator: ".").count > 2
    return isHandler ? [] : [wrapper]
  }

  /// The methods of a type, or of the nearest type above that has them; the type itself, if none has.
  private func symbols(of type: KnownSymbol, _ names: [String]) -> [KnownSymbol] {
    if names.isEmpty { return [type] }
    var level = [type.key]
    var seen = Set(level)
    var depth = 0
    while !level.isEmpty, depth < 8 {
      depth += 1
      for key in level {
        let symbol = typesByKey[key]?.symbol ?? type
        let found = methods(of: symbol, named: names)
        if !found.isEmpty { return found }
      }
      level = level.flatMap { typesByKey[$0]?.supertypeKeys ?? [] }
        .filter { seen.insert($0).inserted }
    }
    return [type]
  }

  /// `module.function`, `Type.method`, `orders#index`, `App\\Jobs\\Send`, the name of a task.
  private func symbols(named name: String, _ names: [String], in file: Int) -> [KnownSymbol] {
    if let known = tasks[name] ?? tasks[String(name.prefix { !$0.isWhitespace })],
      case .name = known
    {
    } else if let known = tasks[name] ?? tasks[String(name.prefix { !$0.isWhitespace })] {
      return symbols(known, in: file)
    }
    let parts = name.split { ".#@:\\/".contains($0) }.map(String.init)
    guard let last = parts.last else { return [] }
    if parts.count > 1, ModulePath.languages.contains(surveys[file].language) {
      let all = (functions[last] ?? []).filter {
        ModulePath.isBrowserSide(surveys[file].path) || !ModulePath.isBrowserSide($0.path)
      }
      if let near = ModulePath.nearest(all, to: Array(parts.dropLast())) { return [near] }
      // Rather none than one of another place that has the same name.
      if parts.count > 2 { return [] }
    }
    if parts.count > 1, let found = method(last, of: Array(parts.dropLast())) { return found }
    if let only = types[last], only.count == 1, !names.isEmpty || functions[last] == nil {
      return symbols(of: only[0], names)
    }
    // `newServer` makes a `server`, by habit.
    let small = last.prefix(1).lowercased() + last.dropFirst()
    if !names.isEmpty, types[last] == nil, let only = types[small], only.count == 1 {
      return symbols(of: only[0], names)
    }
    if let only = functions[last], only.count == 1 { return only }
    if parts.count > 1 {
      let modules = Array(parts.dropLast())
      if let near = Self.nearest(functions[last] ?? [], to: modules) { return [near] }
      if let near = Self.nearest(types[last] ?? [], to: modules) {
        return symbols(of: near, names)
      }
      // Of several, the one whose file or folder bears the name of the module.
      let near = (functions[last] ?? []).filter {
        $0.path.contains("/\(modules[modules.count - 1])/")
      }
      if near.count == 1 { return near }
    }
    return []
  }

  /// The only one whose path ends with most of the modules: `controllers.write.users` is
  /// `src/controllers/write/users.js` rather than `src/api/users.js`.
  private static func nearest(_ found: [KnownSymbol], to modules: [String]) -> KnownSymbol? {
    func fit(_ symbol: KnownSymbol) -> Int {
      var parts = symbol.path.split(separator: "/").map { String($0.prefix { $0 != "." }) }
      if ["index", "__init__", "mod"].contains(parts.last ?? "") { parts.removeLast() }
      return zip(parts.reversed(), modules.reversed()).prefix { $0 == $1 }.count
    }
    let best = found.map(fit).max() ?? 0
    let nearest = found.filter { fit($0) == best }
    return best > 0 && nearest.count == 1 ? nearest[0] : nil
  }

  /// The method of the only type of a name, or of the one whose full name ends with it.
  private func method(_ name: String, of path: [String]) -> [KnownSymbol]? {
    let type = path[path.count - 1]
    for candidate in [type, Self.camel(type), Self.camel(type) + "Controller"] {
      guard var found = types[candidate] else { continue }
      if found.count > 1 {
        let end = "." + (path.dropLast() + [candidate]).joined(separator: ".")
        found = found.filter { ("." + Self.dotted($0.qualifiedName)).hasSuffix(end) }
      }
      guard found.count == 1 else { continue }
      let methods = methods(of: found[0], named: [name])
      if !methods.isEmpty { return methods }
    }
    return nil
  }

  private static func dotted(_ name: String) -> String {
    name.split { ".\\:/".contains($0) }.joined(separator: ".")
  }

  private static func camel(_ name: String) -> String {
    name.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}
