internal import Facts

/// Keys of the names that Rust treats in a way of its own, and the paths of imports as keys.
struct RustNameTable: Sendable {
  static let crate = NameKey("crate")
  static let dollarCrate = NameKey("$crate")
  static let own = NameKey("self")
  static let above = NameKey("super")

  /// The names of macros, which have a mark, to the names as they are written, and back.
  private(set) var baseOfMacro: [NameKey: NameKey] = [:]
  private var macroOfBase: [NameKey: NameKey] = [:]
  /// `::serde` to `serde`.
  private(set) var absolute: [NameKey: NameKey] = [:]
  /// For each file and import the names of its path.
  private(set) var paths: [[[NameKey]]] = []
  /// Macros that a crate offers at its top, wherever they stand.
  var exported: [Int: [NameKey: [Entity]]] = [:]
  let library = Set(["std", "core", "alloc", "proc_macro", "test"].map { NameKey($0) })

  init(_ project: ProjectIndex) {
    for file in project.files {
      for (number, name) in file.outline.names.enumerated() {
        if name.hasSuffix("!") {
          let base = NameKey(String(name.dropLast()))
          baseOfMacro[file.keys[number]] = base
          macroOfBase[base] = file.keys[number]
        } else if name.hasPrefix("::") {
          absolute[file.keys[number]] = NameKey(String(name.dropFirst(2)))
        }
      }
    }
    paths = project.files.map { file in
      file.outline.imports.map { Self.path(file.outline.names[Int($0.path)]) }
    }
    addAbsolutes(project)
  }

  private mutating func addAbsolutes(_ project: ProjectIndex) {
    for file in project.files {
      for item in file.outline.imports {
        let path = file.outline.names[Int(item.path)]
        guard path.hasPrefix("::") else { continue }
        let head = path.dropFirst(2).prefix { $0 != ":" }
        absolute[NameKey("::" + head)] = NameKey(String(head))
      }
    }
  }

  static func path(_ text: String) -> [NameKey] {
    var names = text.split(separator: ":").map(String.init)
    if text.hasPrefix("::"), !names.isEmpty { names[0] = "::" + names[0] }
    return names.map { NameKey($0) }
  }

  /// The key of a name as that of a macro; one that no file has stays what it is.
  func macro(_ base: NameKey) -> NameKey { macroOfBase[base] ?? NameKey(value: base.value &+ 1) }
}
