internal import Basics
package import Facts

/// A code file as discovery found it, given to linking before any facts.
package struct LinkedFile: Sendable {
  package var path: String
  package var language: Language
  package var role: String

  package init(path: String, language: Language, role: String) {
    self.path = path
    self.language = language
    self.role = role
  }
}

/// Links the facts of single files into one graph.
///
/// Give every file first, then facts in a fixed order, then take `link()`. Time and memory are linear
/// in the number of references, but for one sort.
///
/// A reference whose definition was visible to the parser goes there. One that was only declared goes
/// to the only definition with its key; among several, to the nearest, marked probable; to the
/// declaration where the project has no definition.
package struct Linker: Sendable {
  var graph = CodeGraph()
  var fileIndex: [String: Int32] = [:]
  var symbols = SymbolTable()
  var references = ReferenceTable()
  /// Number of fact sets seen for each file.
  var variants: [UInt16]
  /// For each file the configuration labels of its variants, in order of appearance.
  var labels: [[UInt16: String]]
  var data = DataTable()

  package init(files: [LinkedFile]) {
    let sorted = files.sorted { $0.path.precedesBytewise($1.path) }
    graph.files = sorted.map { FileNode(path: $0.path, language: $0.language, role: $0.role) }
    for (index, file) in sorted.enumerated() { fileIndex[file.path] = Int32(index) }
    variants = Array(repeating: 0, count: sorted.count)
    labels = Array(repeating: [:], count: sorted.count)
  }

  /// Records how a unit fared, for its main file.
  package mutating func add(unit: UnitFacts) {
    guard let index = fileIndex[unit.path] else { return }
    let file = Int(index)
    graph.files[file].errors += Int(unit.errorCount)
    addMissing(unit.missingIncludes, to: file)
    graph.files[file].mode = min(graph.files[file].mode ?? unit.mode, unit.mode)
  }

  /// Adds one set of facts of one file, found in units parsed by `mode`.
  package mutating func add(
    _ facts: FileFacts, mode: ExtractionMode, configuration: String? = nil
  ) {
    data.add(facts, file: fileIndex[facts.path] ?? -1)
    guard let file = fileIndex[facts.path] else { return addOutsideCode(facts) }
    let variant = variants[Int(file)]
    guard variant < UInt16.max else { return }
    variants[Int(file)] += 1
    if let configuration { labels[Int(file)][variant] = configuration }
    record(facts, mode: mode, at: Int(file))
    addMissing(facts.inclusions.filter { $0.isImport && $0.outcome == .missing }, to: Int(file))
    let paths = facts.paths.map { fileIndex[$0] ?? -1 }
    let ids = symbols.intern(facts, file: file, paths: paths)
    references.add(facts, file: file, variant: variant, symbols: ids)
    references.addInclusions(facts, file: file, variant: variant, paths: paths)
    data.add(behaviourOf: facts, file: file, symbols: ids)
  }

  /// Adds what is declared about a file beside its facts: only ``FileFacts/triggers``, and the symbols
  /// that they name.
  package mutating func add(triggersOf facts: FileFacts) {
    guard let file = fileIndex[facts.path] else { return }
    let paths = facts.paths.map { fileIndex[$0] ?? -1 }
    let ids = symbols.intern(facts, file: file, paths: paths)
    data.add(behaviourOf: facts, file: file, symbols: ids)
  }

  private mutating func addMissing(_ imports: [Inclusion], to file: Int) {
    addMissing(imports.map(\.spelling), to: file)
  }

  private mutating func addMissing(_ names: [String], to file: Int) {
    if names.isEmpty { return }
    graph.files[file].missingIncludes = Array(
      Set(graph.files[file].missingIncludes).union(names)
    ).sorted { $0.precedesBytewise($1) }
  }

  private mutating func addOutsideCode(_ facts: FileFacts) {
    guard !facts.symbols.isEmpty else {
      return data.add(behaviourOf: facts, file: -1, symbols: [])
    }
    // What it says of code is said of the files that declare it.
    let paths = facts.paths.map { fileIndex[$0] ?? -1 }
    let ids = symbols.intern(facts, file: -1, paths: paths)
    let files = ids.map { $0 < 0 ? -1 : symbols.instances[Int($0)].file }
    references.add(
      companion: facts, companion(facts.path), symbols: ids, files: files)
    data.add(behaviourOf: facts, file: -1, symbols: ids, files: files)
  }

  private mutating func companion(_ path: String) -> Int32 {
    if let last = graph.companions.last, last == path { return Int32(graph.companions.count - 1) }
    graph.companions.append(path)
    return Int32(graph.companions.count - 1)
  }

  private mutating func record(_ facts: FileFacts, mode: ExtractionMode, at file: Int) {
    graph.files[file].lines = max(graph.files[file].lines, Int(facts.lineCount))
    graph.files[file].codeLines = max(graph.files[file].codeLines, Int(facts.codeLineCount))
    graph.files[file].mode = min(graph.files[file].mode ?? mode, mode)
    let external = Int(facts.externalReferenceCount)
    let unresolved = Int(facts.unresolvedReferenceCount)
    graph.files[file].externalReferences = max(graph.files[file].externalReferences, external)
    guard unresolved > graph.files[file].unresolvedReferences else { return }
    graph.files[file].unresolvedReferences = unresolved
    graph.files[file].openReferences = facts.openReferences
  }

  /// The graph of everything that was added; modules are assigned by a later pass.
  package consuming func link() -> CodeGraph {
    var graph = graph
    for (index, byVariant) in labels.enumerated() {
      graph.files[index].configurations = Set(byVariant.values).sorted { $0.precedesBytewise($1) }
    }
    let homes = symbols.resolve(files: graph.files)
    graph.symbols = homes.nodes
    references.resolve(homes: homes, files: &graph.files, symbols: symbols)
    references.removeRepeats(variants: variants, labels: labels, files: graph.files)
    references.count(into: &graph.files)
    references.buildFileEdges(into: &graph)
    references.buildSymbolEdges(into: &graph)
    data.build(into: &graph, homes: homes)
    graph.moduleOfFile = Array(repeating: 0, count: graph.files.count)
    return graph
  }
}

extension ExtractionMode: Comparable {
  /// Better modes come first.
  package static func < (a: ExtractionMode, b: ExtractionMode) -> Bool { a.rawValue < b.rawValue }
}
