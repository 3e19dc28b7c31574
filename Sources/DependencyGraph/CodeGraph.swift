internal import Basics
package import Facts

/// The dependencies of a repository, from symbol to module, immutable once linked.
///
/// Files, symbols, tables and modules are dense indexes into its lists; every list has an order that
/// depends on the input alone. What later stages learn stands in tables of their own beside it.
package struct CodeGraph: Sendable {
  /// Code files, sorted bytewise by path.
  package var files: [FileNode] = []
  /// Symbols that a project file defines or declares, sorted by (file, line, key).
  package var symbols: [SymbolNode] = []
  /// Files beside the code that say how parts of it belong together, sorted bytewise by path.
  package var companions: [String] = []
  /// Sorted by (from, to); never from a file to itself.
  package var fileEdges: [FileEdge] = []
  /// The groups of evidence of all file edges, each edge's contiguous and sorted by kind.
  package var evidence: [EvidenceGroup] = []
  /// Lines of all groups, each group's contiguous and ascending.
  package var evidenceLines: [UInt32] = []
  /// Sorted by (from file, from, to, kind). Includes uses inside one file.
  package var symbolEdges: [SymbolEdge] = []
  /// The line of each use that a symbol edge stands for, those of an edge together.
  package var symbolLines: [UInt32] = []
  /// Sorted by (store, name).
  package var stores: [StoreNode] = []
  /// Sorted by (store, file, line, access).
  package var dataUses: [DataUse] = []
  package var lifetime: [LifetimeNode] = []
  package var suitability: [SuitabilityNode] = []
  package var triggers: [TriggerNode] = []
  /// Sorted by id.
  package var modules: [ModuleNode] = []
  /// For each file the index of its module.
  package var moduleOfFile: [Int32] = []
  /// What the build links together, in the order of build files.
  package var targets: [TargetNode] = []

  package init() {}

  /// Index of the file at `path`, by binary search.
  package func file(at path: String) -> Int? {
    position(of: path, among: files.count) { files[$0].path }
  }

  private func position(of path: String, among count: Int, _ pathAt: (Int) -> String) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if pathAt(middle).precedesBytewise(path) { low = middle + 1 } else { high = middle }
    }
    return low < count && pathAt(low) == path ? low : nil
  }

  /// The path of a place: of a code file, or of a companion, whose indexes follow those of the files.
  package func path(ofPlace index: Int) -> String {
    index < files.count ? files[index].path : companions[index - files.count]
  }

  /// The file that the lines of a group stand in, as ``path(ofPlace:)`` takes it.
  package func place(of group: EvidenceGroup, in edge: FileEdge) -> Int {
    group.companion < 0 ? Int(edge.from) : files.count + Int(group.companion)
  }

  /// The file that an access by code is written in, as ``path(ofPlace:)`` takes it.
  package func place(of use: DataUse) -> Int {
    if files[Int(use.file)].path == use.path { return Int(use.file) }
    let companion = position(of: use.path, among: companions.count) { companions[$0] }
    return companion.map { files.count + $0 } ?? Int(use.file)
  }

  /// Number of references of an edge, those under inactive conditions included.
  package func count(of edge: FileEdge) -> Int {
    evidence[edge.groups.range].reduce(0) { $0 + $1.lines.count }
  }
}

/// A half-open range with 32-bit bounds.
package struct CompactRange: Sendable, Hashable {
  package var start: UInt32
  package var end: UInt32

  package init(_ start: Int, _ end: Int) {
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  package var range: Range<Int> { Int(start)..<Int(end) }
  package var count: Int { Int(end - start) }
}

/// A code file.
package struct FileNode: Sendable {
  package var path: String
  package var language: Language
  /// `production`, `test`, `generated` or `vendored`, as discovery labelled it.
  package var role: String
  package var lines = 0
  package var codeLines = 0
  package var mode: ExtractionMode?
  /// Compiler errors of the units that have it as their main file.
  package var errors = 0
  package var missingIncludes: [String] = []
  package var resolvedReferences = 0
  package var externalReferences = 0
  package var unresolvedReferences = 0
  package var openReferences = OpenReferences()
  /// Labels of its configurations, sorted; empty where there is one.
  package var configurations: [String] = []

  package init(path: String, language: Language, role: String) {
    self.path = path
    self.language = language
    self.role = role
  }
}

/// A symbol at its home: where it is defined, or where it is declared if no definition is known.
package struct SymbolNode: Sendable {
  package var name: String
  package var qualifiedName: String
  package var kind: SymbolKind
  package var file: Int32
  /// One-based; 0 where the declaration was not seen.
  package var line: UInt32
  package var endLine: UInt32
  package var traits: Declaration.Traits
}

/// All references from one file to another.
package struct FileEdge: Sendable {
  package var from: Int32
  package var to: Int32
  /// Indexes into ``CodeGraph/evidence``.
  package var groups: CompactRange

  package init(from: Int32, to: Int32, groups: CompactRange) {
    self.from = from
    self.to = to
    self.groups = groups
  }
}

/// References of one kind and marking between two files.
package struct EvidenceGroup: Sendable {
  package var kind: EdgeKind
  package var isProbable: Bool
  package var isConditional: Bool
  /// What the imports are for.
  package var purpose: Inclusion.Purpose
  /// Bit i set: configuration i of the referring file has it. Zero: all have.
  package var configurations: UInt32
  /// The file beside the code that the lines stand in, an index into ``CodeGraph/companions``; -1 for
  /// the referring file itself.
  package var companion: Int32
  /// Indexes into ``CodeGraph/evidenceLines``.
  package var lines: CompactRange

  package init(
    kind: EdgeKind, isProbable: Bool = false, isConditional: Bool = false,
    purpose: Inclusion.Purpose = .use, configurations: UInt32 = 0, companion: Int32 = -1,
    lines: CompactRange
  ) {
    self.kind = kind
    self.isProbable = isProbable
    self.isConditional = isConditional
    self.purpose = purpose
    self.configurations = configurations
    self.companion = companion
    self.lines = lines
  }
}

/// References of one kind from a symbol, or from a file outside all symbols, to a symbol.
package struct SymbolEdge: Sendable {
  package var fromFile: Int32
  /// The referring symbol, or -1 at file level.
  package var from: Int32
  package var to: Int32
  package var kind: EdgeKind
  package var isProbable: Bool
  package var count: UInt32
  /// The first line, as evidence.
  package var line: UInt32
  /// Indexes into ``CodeGraph/symbolLines``.
  package var lines: CompactRange
  /// The file beside the code that the line stands in, an index into ``CodeGraph/companions``; -1 for
  /// the referring file itself.
  package var companion: Int32 = -1
}

/// A table, queue or other named store.
package struct StoreNode: Sendable {
  package var store: DataAccess.Store
  package var name: String
  /// Indexes of the stores that its foreign keys point to, ascending.
  package var references: [Int32]
  /// Whether it holds nothing of its own: a view, or a routine whose body is known. What is done to
  /// it counts as done to what is behind it as well.
  package var isDerived: Bool
}

/// One access of a store. `file` counts into ``CodeGraph/files``; schema files are code's neighbours
/// and stand in `path` alone.
package struct DataUse: Sendable {
  package var store: Int32
  /// Whose access it is; -1 where it stands in a file that is not code (a schema).
  package var file: Int32
  /// Where it is written, which for a mapping is beside the code.
  package var path: String
  package var line: UInt32
  /// The accessing symbol, or -1.
  package var symbol: Int32
  package var access: DataAccess.Access
  /// The view or routine by which the store is used, or -1.
  package var through: Int32
}

/// A lifetime fact with its symbol linked.
package struct LifetimeNode: Sendable {
  package var kind: LifetimeFact.Kind
  package var file: Int32
  package var line: UInt32
  /// -1 at file level.
  package var symbol: Int32
  package var detail: String
}

/// What speaks for or against running code as a function, with its symbol linked.
package struct SuitabilityNode: Sendable {
  package var criterion: String
  package var file: Int32
  package var line: UInt32
  /// -1 at file level, where it holds for the whole file.
  package var symbol: Int32
  package var detail: String
  /// Megabytes of a library; 0 where that is not what it is about.
  package var size: UInt32
}

/// A trigger declaration with its place, its handler linked where it is a symbol of the same file.
package struct TriggerNode: Sendable {
  package var declaration: TriggerDeclaration
  package var path: String
  /// Index of the file if it is code, else -1.
  package var file: Int32
  /// The handler symbol where the declaration stands at one, else -1; names and commands are joined
  /// later.
  package var symbol: Int32
}

/// A program or library that a build makes, with the files that its list names.
package struct TargetNode: Sendable {
  package var name: String
  package var kind: BuildTarget.Kind
  /// Indexes into ``CodeGraph/files``, in the order of the list.
  package var files: [Int32]
  /// Libraries of the repository that are linked to it, as indexes into ``CodeGraph/targets``.
  package var links: [Int32] = []
  /// The build file and the line that declares it.
  package var path: String
  package var line: Int
}

/// A module, by the contract: a folder, a header-and-source unit of a flat folder, or declared.
package struct ModuleNode: Sendable {
  package enum Kind: String, Sendable {
    case folder
    /// A folder with a build of its own.
    case build
    /// A source with its header, or one file of a large folder.
    case unit
    /// By a person.
    case declared
  }

  /// Without the level's prefix: the folder's path, the unit's path without suffix, the name.
  package var id: String
  package var kind: Kind
}

extension CodeGraph {
  /// Takes in what builds link; targets without a file of the graph are left out.
  package mutating func add(_ builds: [BuildTarget]) {
    var links: [[String]] = []
    for build in builds {
      let files = build.sources.compactMap { file(at: $0).map(Int32.init) }
      guard !files.isEmpty else { continue }
      targets.append(
        TargetNode(
          name: build.name, kind: build.kind, files: files, path: build.path, line: build.line))
      links.append(build.links)
    }
    let libraries = Dictionary(
      grouping: targets.indices.filter { targets[$0].kind == .library }
    ) { targets[$0].name }
    for (target, names) in links.enumerated() {
      // Of several libraries of one name none is meant for sure.
      targets[target].links = names.compactMap { name in
        libraries[name].flatMap { $0.count == 1 ? Int32($0[0]) : nil }
      }
    }
  }

  /// The uses of stores that hold data of their own.
  package var storedUses: some Sequence<DataUse> {
    dataUses.lazy.filter { !stores[Int($0.store)].isDerived }
  }

  /// Reads and writes by symbols of what a transaction holds: tables and collections.
  package var tableUses: some Sequence<DataUse> {
    storedUses.filter { use in
      let store = stores[Int(use.store)].store
      return use.symbol >= 0 && use.access != .define && (store == .table || store == .collection)
    }
  }

  /// Where production code opens a transaction, in the order of places.
  package var transactionStarts: [LifetimeNode] {
    lifetime.filter { node in
      node.kind == .transactionStarted && node.symbol >= 0 && node.file >= 0
        && files[Int(node.file)].role == "production"
    }
  }
}
