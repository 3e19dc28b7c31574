internal import Facts

/// The programs and libraries of a makefile: what its rules link of objects.
struct MakeRules {
  private(set) var targets: [BuildTarget] = []

  init(_ path: String, _ text: String, _ sources: ListedSources) {
    let make = MakeText(text)
    let folder = String(path.folderPath)
    // Found files are called as the pattern calls them.
    let wildcard = { (pattern: String) in
      sources.matching(pattern, in: folder, recursive: false).map {
        let name = String($0.lastPathComponent)
        return pattern.contains("/") ? pattern.folderPath + "/" + name : name
      }
    }
    for rule in make.rules {
      for name in make.words(rule.targets) where Self.isProduct(name) {
        guard let kind = Self.kind(name, rule.recipe) else { continue }
        var found: [String] = []
        var links: [String] = []
        var hasObjects = false
        for word in make.words(rule.prerequisites, wildcard: wildcard) {
          if Self.isLibrary(word) { links.append(String(word.lastPathComponent)) }
          let isObject = Self.isObject(word)
          hasObjects = hasObjects || isObject
          let source =
            isObject
            ? sources.source(ofObject: word, in: folder)
            : Self.isSource(word) ? sources.source(word, in: folder) : nil
          if let source, !found.contains(source) { found.append(source) }
        }
        if found.count > 1 || hasObjects && !found.isEmpty {
          targets.append(
            BuildTarget(
              name: String(name.lastPathComponent), kind: kind, sources: found, links: links,
              path: path, line: rule.line))
        }
      }
    }
  }

  private static func isObject(_ word: String) -> Bool {
    [".o", ".lo", ".obj"].contains(where: word.hasSuffix)
  }

  private static func isSource(_ word: String) -> Bool {
    [".c", ".cc", ".cpp", ".cxx", ".C", ".m", ".mm"].contains(where: word.hasSuffix)
  }

  /// No pattern, no step on the way, no name of an act.
  private static func isProduct(_ name: String) -> Bool {
    !name.contains("%") && !name.hasPrefix(".") && !isObject(name) && !isSource(name)
      && ![".d", ".h", ".dep", ".y", ".l"].contains(where: name.hasSuffix)
      && !["all", "clean", "install", "test", "tests", "check", "depend", "dep"].contains(name)
  }

  private static func isLibrary(_ name: String) -> Bool {
    [".a", ".la", ".so", ".dylib", ".lib", ".dll"].contains(where: name.hasSuffix)
      || name.lastPathComponent.contains(".so.")
  }

  private static func kind(_ name: String, _ recipe: String) -> BuildTarget.Kind? {
    if isLibrary(name) { return .library }
    if recipe.contains("$(AR)") || recipe.contains("ar r") { return .library }
    return recipe.contains("-o") || recipe.contains("$@") || recipe.contains("LINK")
      ? .program : nil
  }
}

/// The programs and libraries of a list of Automake: `bin_PROGRAMS`, `lib_LTLIBRARIES`, `x_SOURCES`.
struct AutomakeList {
  private(set) var targets: [BuildTarget] = []

  init(_ path: String, _ text: String, _ sources: ListedSources) {
    let make = MakeText(text)
    let folder = String(path.folderPath)
    for (name, line) in make.assigned {
      guard let bar = name.lastIndex(of: "_") else { continue }
      let kind: BuildTarget.Kind
      switch name[name.index(after: bar)...] {
      case "PROGRAMS": kind = .program
      case "LIBRARIES", "LTLIBRARIES": kind = .library
      default: continue
      }
      // Programs of tests only.
      if name.hasPrefix("check_") || name.hasPrefix("EXTRA_") { continue }
      for target in make.words(make.value(name) ?? "") {
        let list = Self.canonical(target) + "_SOURCES"
        // Without a list a program has one source of its own name.
        let words = make.value(list).map { make.words($0) } ?? [target + ".c"]
        var found: [String] = []
        for word in words {
          if let source = sources.source(word, in: folder), !found.contains(source) {
            found.append(source)
          }
        }
        let place = make.assigned.first { $0.name == list }?.line ?? line
        let links = ["_LDADD", "_LIBADD"].flatMap {
          make.words(make.value(Self.canonical(target) + $0) ?? "")
        }
        targets.append(
          BuildTarget(
            name: String(target.lastPathComponent), kind: kind, sources: found,
            links: links.map { String($0.lastPathComponent) }, path: path, line: place))
      }
    }
  }

  /// Every other sign than letters and digits is `_` in names of variables.
  private static func canonical(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}
