internal import Basics
internal import Facts
package import FrontEnd

/// Decides how each C and C++ file is to be parsed: by the build's own commands where there are any,
/// else by what the repository shows. Nothing is executed.
package struct CompilationPlanner: Sendable {
  /// Name of the front end in units.
  package var frontEnd: String

  package init(frontEnd: String = "clang") { self.frontEnd = frontEnd }

  /// Units for every source, once a configuration, and for every header that no source reaches;
  /// sorted by path.
  package func plan(_ inventory: Inventory) -> ExtractionPlan {
    var planning = Planning(inventory: inventory, frontEnd: frontEnd)
    planning.run()
    var plan = ExtractionPlan(units: planning.units, diagnostics: planning.diagnostics)
    plan.absent = planning.absent
    return plan
  }
}

/// The state of one planning.
private struct Planning {
  private static let buildStandards: [Language: String] = [
    .c: "gnu17", .cpp: "gnu++17", .objc: "gnu17", .objcpp: "gnu++17",
  ]
  private static let inferredStandards: [Language: String] = [
    .c: "gnu17", .cpp: "gnu++20", .objc: "gnu17", .objcpp: "gnu++20",
  ]

  private let inventory: Inventory
  private let frontEnd: String
  private let index: HeaderIndex
  private let build: BuildConfigurations
  private let neighbours: NeighbourConfigurations
  private let scans: [ScannedSource]
  private let includes: [FileIncludes]
  private var overlays: [Int: ExtractionUnit.Overlay] = [:]
  private let overriding: Set<String>
  /// What Apple's frameworks declare, as far as the sources name it; nil without Objective-C.
  private let prelude: ExtractionUnit.Overlay?
  private var walk: ClosureWalk
  private var isReached: [Bool]
  private(set) var units: [ExtractionUnit] = []
  private(set) var diagnostics: [Diagnostic] = []

  var absent: [String] { build.absent }

  init(inventory: Inventory, frontEnd: String) {
    self.inventory = inventory
    self.frontEnd = frontEnd
    let (index, root) = (HeaderIndex(inventory), Array(inventory.root.utf8))
    self.index = index
    build =
      inventory.compileCommands.map {
        BuildConfigurations.read($0, index, root: inventory.root)
      } ?? BuildConfigurations()
    neighbours = NeighbourConfigurations(build)
    let scans = index.files.concurrentMap(chunk: 32) {
      $0.text.map(ScannedSource.init(text:))
        ?? ScannedSource(path: root + [UInt8(ascii: "/")] + $0.source.rawPath)
    }
    self.scans = scans
    prelude = ObjectivePrelude.overlay(index, root: root)
    let outside = neighbours.foldersOutside(inventory.root)
    let tests = FileTests()
    includes = IncludeResolution.resolve(scans, index, SystemHeaders()) { name in
      outside.contains { tests.isFile($0 + "/" + name) }
    }
    overriding = Self.overriding(includes, index)
    walk = ClosureWalk(index: index, includes: includes)
    isReached = Array(repeating: false, count: index.files.count)
  }

  /// Folders whose headers are meant though the system has some of the same names; none that holds
  /// headers of the standards.
  private static func overriding(_ includes: [FileIncludes], _ index: HeaderIndex) -> Set<String> {
    var folders: Set<String> = []
    for file in includes {
      for include in file.resolved where include.isInstalled {
        folders.insert(include.folder ?? "")
      }
    }
    if folders.isEmpty { return [] }
    for file in index.files where folders.contains(file.folder) {
      if SystemHeaders.isStandard(PathText.name(file.source.path)) { folders.remove(file.folder) }
    }
    return folders
  }

  mutating func run() {
    makeOverlays()
    for file in index.files.indices where isPlanned(file) && !index.files[file].isHeader {
      plan(file)
    }
    for file in index.files.indices where isPlanned(file) && !isReached[file] { plan(file) }
    planUnlisted()
    units.sort {
      $0.path != $1.path
        ? $0.path.precedesBytewise($1.path)
        : ($0.configuration ?? "").precedesBytewise($1.configuration ?? "")
    }
    diagnostics += build.diagnostics.all
    noteAmbiguous()
    noteMade()
    noteModes()
    diagnostics.sort()
  }

  private func isPlanned(_ file: Int) -> Bool {
    index.files[file].source.language?.isCFamily ?? false && !index.files[file].isBuilt
      && scans[file].isReadable
  }

  private mutating func makeOverlays() {
    var making = SourceOverlays(root: inventory.root, index: index)
    for file in index.files.indices {
      if let overlay = making.overlay(file, scans[file], includes[file]) {
        overlays[file] = overlay
      }
    }
    diagnostics += making.diagnostics.all
  }

  private mutating func plan(_ file: Int) {
    let source = index.files[file].source
    let closure = walk.closure(of: file)
    for reached in closure.files { isReached[reached] = true }
    let overlays = closure.files.compactMap { self.overlays[$0] }.sorted {
      $0.path.precedesBytewise($1.path)
    }
    if let configurations = build.byFile[source.path] {
      add(configurations, source.path, overlays)
    } else if let language = source.language {
      add(inferred(closure, source, language, overlays + (prelude.map { [$0] } ?? [])))
    }
  }

  private mutating func add(
    _ configurations: [BuildConfiguration], _ path: String, _ overlays: [ExtractionUnit.Overlay]
  ) {
    let names = ConfigurationNames.names(of: configurations)
    for (configuration, name) in zip(configurations, names) {
      let language = configuration.arguments.language
      units.append(
        ExtractionUnit(
          frontEnd: frontEnd, path: path, language: language, mode: .compileCommand,
          configuration: name,
          arguments: configuration.arguments.arguments(
            defaultStandard: Self.buildStandards[language]!),
          directory: configuration.directory, overlays: overlays))
    }
  }

  private mutating func add(_ unit: ExtractionUnit) { units.append(unit) }

  /// A neighbour's arguments, if the build has any, then the folders that the includes ask for.
  private func inferred(
    _ closure: IncludeClosure, _ source: SourceFile, _ language: Language,
    _ overlays: [ExtractionUnit.Overlay]
  ) -> ExtractionUnit {
    let folder = PathText.folder(source.path)
    let neighbour = neighbours.nearest(to: folder, language)
    var arguments =
      neighbour?.arguments.arguments(defaultStandard: Self.buildStandards[language]!)
      ?? ["-x", language.parserName, "-std=" + Self.inferredStandards[language]!]
    if language.isObjective, prelude != nil { arguments += ObjectivePrelude.arguments }
    if neighbour == nil, hasConfigurationHeader(closure) { arguments.append("-DHAVE_CONFIG_H") }
    arguments += closure.quotedFolders.flatMap { ["-iquote", absolute($0)] }
    // Behind the system's, but for those that must go before it.
    arguments += closure.angledFolders.flatMap {
      [overriding.contains($0) ? "-I" : "-idirafter", absolute($0)]
    }
    return ExtractionUnit(
      frontEnd: frontEnd, path: source.path, language: language, mode: .inferred,
      arguments: arguments, directory: neighbour?.directory ?? inventory.root, overlays: overlays)
  }

  /// The convention of Autoconf: the header is included if this macro is defined.
  private func hasConfigurationHeader(_ closure: IncludeClosure) -> Bool {
    closure.files.contains { PathText.name(index.files[$0].source.path) == "config.h" }
  }

  private func absolute(_ folder: String) -> String {
    folder.isEmpty ? inventory.root : inventory.root + "/" + folder
  }

  /// Sources that the build compiles and the inventory leaves out, as ignored ones that it makes.
  private mutating func planUnlisted() {
    let paths = build.byFile.keys.filter { index.file(at: $0) == nil }
    for path in paths.sorted(by: { $0.precedesBytewise($1) }) {
      add(build.byFile[path]!, path, [])
    }
  }

  private mutating func noteAmbiguous() {
    var grouped = GroupedDiagnostics(limit: 30)
    var seen: Set<String> = []
    for file in index.files.indices {
      for (number, candidates) in includes[file].ambiguous {
        let directive = scans[file].directives[number]
        let paths = candidates.map { "\"\(index.files[$0].source.path)\"" }
        guard seen.insert(directive.name + "\n" + paths.joined()).inserted else { continue }
        grouped.add(
          .note, "ambiguous-include",
          "\"\(directive.name)\" is read as \(paths[0]); \(paths.dropFirst().prefix(3).joined(separator: ", ")) "
            + "\(paths.count == 2 ? "is" : "are") as near; a compile database would tell",
          path: index.files[file].source.path, line: directive.line)
      }
    }
    if neighbours.isEmpty { diagnostics += grouped.all }
  }

  private mutating func noteMade() {
    let paths = index.files.filter { $0.text != nil }.map { "\"\($0.source.path)\"" }
    guard let first = paths.first else { return }
    diagnostics.append(
      Diagnostic(
        .note, "header-from-template",
        "\(first)\(paths.count > 1 ? " and \(paths.count - 1) more" : "") "
          + "\(paths.count > 1 ? "are" : "is") made by a build and not there; features in "
          + "\(paths.count > 1 ? "their templates" : "its template") count as switched on"))
  }

  private mutating func noteModes() {
    let inferred = units.count { $0.mode == .inferred }
    guard inferred > 0 else { return }
    let text =
      neighbours.isEmpty
      ? "no compile commands found: the arguments of \(inferred) units are inferred; "
        + "name a compile_commands.json with --compile-commands for exact facts"
      : "\(inferred) of \(units.count) units have no compile command; their arguments are inferred"
    diagnostics.append(Diagnostic(.note, "no-compile-command", text))
  }
}
