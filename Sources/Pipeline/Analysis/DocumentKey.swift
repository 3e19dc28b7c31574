internal import Basics
internal import Boundaries
internal import Configuration
internal import Facts
internal import FrontEnd
internal import Triggers

/// Everything that a finished document depends on, but for files outside the inventory.
struct DocumentKey {
  let digest: Digest
  private let covered: Set<String>

  /// Reads every file of the inventory: what no front end reads may be a template of a header.
  init(
    _ options: AnalysisOptions, _ environment: AnalysisEnvironment, _ inventory: Inventory,
    _ cache: FactCache
  ) {
    var writer = ByteWriter()
    writer.write(environment.version)
    writer.write(environment.build)
    let languages = Set(inventory.files.compactMap(\.language))
    // To say its revision, a front end may have to load its parser.
    for frontEnd in environment.frontEnds
    where frontEnd.languages.contains(where: languages.contains) {
      writer.write(frontEnd.name)
      writer.write(frontEnd.revision)
    }
    writer.write(inventory.root)
    Self.write(options, to: &writer)
    var covered: Set<String> = []
    for file in inventory.files {
      writer.write(file.path)
      writer.write(file.role.rawValue)
      writer.write(file.language?.rawValue)
      covered.insert(file.path)
      if let digest = cache.digest(of: file.path) { writer.write(digest) }
    }
    writer.write(inventory.ignoredHeaders)
    for item in inventory.unsupported {
      writer.write(item.name)
      writer.write(item.files)
      writer.write(item.bytes)
    }
    for diagnostic in inventory.diagnostics { writer.write(diagnostic.message) }
    if let path = inventory.compileCommands {
      writer.write(path)
      if let digest = cache.digest(of: path) { writer.write(digest) }
    }
    if options.extent == .whole {
      writer.write(PastReading(options, environment, inventory).state)
    }
    digest = Digest(of: writer.bytes)
    self.covered = covered
  }

  /// Whether the file at `path` is part of the digest.
  func covers(_ path: String) -> Bool { covered.contains(path) }

  private static func write(_ options: AnalysisOptions, to writer: inout ByteWriter) {
    writer.write(options.withSymbols)
    writer.write(options.extent.rawValue)
    writer.write(options.boundaries.granularity.rawValue)
    writer.write(options.boundaries.count ?? 0)
    writer.write(options.boundaries.seed)
    for name in options.boundaries.weights.keys.sorted() {
      writer.write("\(name)=\(options.boundaries.weights[name]!)")
    }
    // The weights are above; a dictionary is described in the order of its hashes.
    var configuration = options.configuration
    configuration.weights = [:]
    writer.write(String(describing: configuration))
    if options.extent == .whole { writer.write(options.decisions) }
    if let traces = options.traces {
      writer.write(traces.source)
      writer.write(traces.summary.digest)
    }
    for boundary in options.earlier {
      writer.write(boundary.id)
      writer.write(boundary.name)
      for path in boundary.paths { writer.write(path) }
    }
  }
}
