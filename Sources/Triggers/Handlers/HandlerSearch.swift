internal import DependencyGraph
internal import Facts

/// Looks for one declared function below one folder.
struct HandlerSearch {
  let join: FunctionJoin
  let function: DeclaredFunction
  /// With `/` at its end, or empty.
  let folder: String

  private var files: Range<Int> { join.folders.files(in: folder) }

  func code(_ languages: Set<Language>) -> HandlerCode? {
    let handler = function.handler
    if function.isImage { return image(languages) ?? withoutFile.code(languages) }
    if !function.file.isEmpty { return named(file: function.file, handler) }
    if handler.contains("::"), !languages.isSubset(of: [.ruby]) || languages.isEmpty {
      return method(handler)
    }
    if !languages.isDisjoint(with: HandlerRuntime.compiled) || isProgram(languages) {
      if let code = ProgramSearch(join: join, function: function, files: files).code(languages) {
        return code
      }
    }
    if let code = module(handler, languages) { return code }
    if languages.isEmpty || !languages.isDisjoint(with: HandlerRuntime.jvm) {
      if let code = type(handler) { return code }
    }
    if handler.isEmpty { return template() }
    return handler.contains("/") || handler.contains(".") ? nil : exported(handler, languages)
  }

  /// Without a runtime, a name without dots or a path of a built program; the name of an assembly.
  private func isProgram(_ languages: Set<Language>) -> Bool {
    if languages == [.csharp] { return !function.handler.isEmpty }
    return languages.isEmpty && !function.handler.isEmpty && !function.handler.contains(".")
  }

  // MARK: Files and exports

  /// `src/orders.create`: the file is what stands before a dot, the function after the last.
  private func module(_ handler: String, _ languages: Set<Language>) -> HandlerCode? {
    let nameStart = handler.lastIndex(of: "/").map { handler.index(after: $0) }
    let name = handler[(nameStart ?? handler.startIndex)...]
    let folder = handler[..<(nameStart ?? handler.startIndex)]
    let words = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    if let code = script(handler) { return code }
    for count in (1..<words.count).reversed() {
      let stem = words[..<count].joined(separator: ".")
      let inner = words[..<count].joined(separator: "/")
      for candidate in stem == inner ? [stem] : [stem, inner] {
        let path = folder + candidate
        guard let file = source(String(path), languages) else { continue }
        let export = words[words.count - 1]
        if let code = join.code(named: export, in: file) { return code }
        if let code = join.code(named: words[count], in: file) { return code }
      }
    }
    return nil
  }

  /// `public/index.php`, `handler.js`: a file as it is.
  private func script(_ handler: String) -> HandlerCode? {
    guard let parts = HandlerFolders.parts(folder, handler),
      let file = join.file(at: parts.joined(separator: "/"))
    else { return nil }
    for name in ["main", "handler", "handle"] {
      if let code = join.code(named: name, in: file) { return code }
    }
    let stem = parts[parts.count - 1].prefix { $0 != "." }
    return join.code(ofFile: file, as: String(stem))
  }

  private static let endings: [(Language, [String])] = [
    (.typescript, [".ts", ".mts", ".cts"]), (.tsx, [".tsx"]),
    (.javascript, [".js", ".mjs", ".cjs", ".jsx"]), (.python, [".py"]), (.ruby, [".rb"]),
    (.php, [".php"]), (.swift, [".swift"]), (.go, [".go"]), (.csharp, [".cs"]),
    (.kotlin, [".kt"]), (.java, [".java"]),
  ]

  /// The source of a module, also where a build has moved it.
  private func source(_ module: String, _ languages: Set<Language>) -> Int? {
    let endings = Self.endings.filter { languages.isEmpty || languages.contains($0.0) }
      .flatMap(\.1)
    guard let parts = HandlerFolders.parts("", module) else { return nil }
    var variants = [parts, ["src"] + parts]
    if let first = parts.first, HandlerFolders.built.contains(first) {
      let rest = Array(parts.dropFirst())
      variants += [rest, ["src"] + rest, ["lib"] + rest]
    }
    for variant in variants where !variant.isEmpty {
      let path = folder + variant.joined(separator: "/")
      for ending in endings {
        if let file = join.file(at: path + ending) ?? join.file(at: path + "/index" + ending) {
          return file
        }
      }
      if let file = join.file(at: path + "/__init__.py") { return file }
    }
    return nil
  }

  /// A file that the configuration names, and the function in it.
  private func named(file: String, _ handler: String) -> HandlerCode? {
    guard let file = source(of: file) else {
      return handler.contains(".") ? method(handler.replacingLastDot()) : nil
    }
    let names =
      handler.isEmpty ? ["main", "default", "run", "handler", "fetch", "exports"] : [handler]
    for name in names {
      if let code = join.code(named: name, in: file) { return code }
    }
    return join.code(ofFile: file, as: handler.isEmpty ? "default" : handler)
  }

  /// The file at a path, or the one that a build makes it from.
  private func source(of file: String) -> Int? {
    guard let parts = HandlerFolders.parts(folder, file) else { return nil }
    if let found = join.file(at: parts.joined(separator: "/")) { return found }
    guard let place = parts.firstIndex(where: HandlerFolders.built.contains) else { return nil }
    for source in [["src"], []] {
      let moved = (parts[..<place] + source + parts[(place + 1)...]).joined(separator: "/")
      let stem = moved.lastIndex(of: ".").map { moved[..<$0] } ?? moved[...]
      for ending in Self.endings.flatMap(\.1) {
        if let found = join.file(at: stem + ending) { return found }
      }
    }
    return nil
  }

  // MARK: Types

  /// `type::method`, `assembly::type::method`.
  private func method(_ handler: String) -> HandlerCode? {
    let parts = handler.split(separator: "::").map(String.init)
    guard parts.count >= 2 else { return nil }
    let (type, method) = (parts[parts.count - 2], parts[parts.count - 1])
    if let symbol = join.methods(method, of: type, in: files).first { return join.code(symbol) }
    // It may be inherited, or of a language whose types have other names.
    guard let found = join.types(type, in: files).first else { return nil }
    return join.code(ofFile: Int(join.graph.symbols[found].file), as: method)
  }

  /// A class that the runtime knows how to call.
  private func type(_ handler: String) -> HandlerCode? {
    // `target/orders.jar:com.shop.Orders`.
    let name =
      handler.firstRange(of: ".jar:").map { String(handler[$0.upperBound...]) }
      ?? handler.replacing("/", with: ".")
    for method in ["handleRequest", "handle", "apply", "main"] {
      if let symbol = join.methods(method, of: name, in: files).first { return join.code(symbol) }
    }
    guard !name.isEmpty, let found = join.types(name, in: files).first else { return nil }
    return join.code(named: "handleRequest", in: Int(join.graph.symbols[found].file))
  }

  // MARK: Names alone

  /// A function that the folder's main file offers.
  private func exported(_ name: String, _ languages: Set<Language>) -> HandlerCode? {
    for stem in ["index", "function", "main", "src/index", "app"] {
      if let file = source(stem, languages), let code = join.code(named: name, in: file) {
        return code
      }
    }
    if let file = source(name, languages) {
      for name in ["handler", "Main", "main"] {
        if let code = join.code(named: name, in: file) { return code }
      }
    }
    let depth = folder.utf8.count
    for file in files {
      let path = join.graph.files[file].path
      guard path.hasSuffix(".go"), !path.utf8.dropFirst(depth).contains(UInt8(ascii: "/")),
        let code = join.code(named: name, in: file)
      else { continue }
      return code
    }
    return nil
  }

  /// A folder of a platform whose templates say what the file and the function are called.
  private func template() -> HandlerCode? {
    guard !function.code.isEmpty || !function.name.isEmpty else { return nil }
    for stem in ["handler", "function", "func", "index", "main", "function/handler"] {
      guard let file = source(stem, []) else { continue }
      for name in ["handle", "Handle", "handler", "Handler", "main"] {
        if let code = join.code(named: name, in: file) { return code }
      }
      return join.code(ofFile: file, as: "handler")
    }
    return nil
  }
}

extension String {
  /// `Shop.Orders.Create` as `Shop.Orders::Create`.
  fileprivate func replacingLastDot() -> String {
    guard let dot = lastIndex(of: ".") else { return self }
    return self[..<dot] + "::" + self[index(after: dot)...]
  }
}
