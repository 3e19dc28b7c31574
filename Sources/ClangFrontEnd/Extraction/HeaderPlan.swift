internal import Basics
internal import ClangBinding

/// Which files of a unit must give facts, and what their facts depend on.
///
/// A fingerprint is known before anything is visited, so that a header whose facts were delivered is
/// not visited again. It covers the content of the file and of all that it includes (a Merkle
/// digest), the conditions that were off, where inclusions led, which files define the macros that
/// it uses, and the language and its standard.
/// For a file without include guard it also covers the content of its includers, whose macros it is
/// made to depend on.
struct HeaderPlan {
  /// What one file of the unit brings with it.
  struct File {
    var source: KnownSource
    /// Indices into the inclusions of the preprocessor record.
    var inclusions: [Int] = []
    var skipped: [Range<UInt32>] = []
    var conditional: [ConditionalInclusion] = []
    /// Files that define the macros it uses, ``FileNumber/none`` for the command line.
    var macroSources: Set<FileNumber> = []
    var isGuarded = true
    var fingerprint = Digest(high: 0, low: 0)
    /// Facts are wanted.
    var isWanted = false
    /// Its declarations must be visited: it is wanted, or it includes an unguarded file that is.
    var isWalked = false
  }

  struct ConditionalInclusion {
    var directive: SourceScan.Directive
    var target: FileIdentity
  }

  /// By file number; nil for files outside the project.
  private(set) var files: [File?] = []

  subscript(number: FileNumber) -> File? {
    number >= 0 && Int(number) < files.count ? files[Int(number)] : nil
  }
}

/// What a plan is made from.
struct HeaderPlanInput {
  var unit: TranslationUnit
  var files: UnitFiles
  var record: PreprocessorRecord
  var main: FileNumber
  /// Digest of what tells apart the ways in which a header can be parsed: language and standard.
  var dialect: Digest
  /// Digest of the whole command, for the main file.
  var command: Digest
  var search: IncludeSearch
}

extension HeaderPlan {
  init(_ input: HeaderPlanInput, project: ProjectFiles, sources: SourceCache) {
    files = input.files.entries.map { entry in
      guard entry.identity.isProject else { return nil }
      var file = File(source: sources.source(of: entry, in: input.unit))
      file.isGuarded = input.unit.isGuarded(entry.handle)
      return file
    }
    addInclusions(input)
    for use in input.record.expansions where use.definitionFile != input.main {
      files[Int(use.file)]?.macroSources.insert(use.definitionFile)
    }
    addSkipped(input)
    addConditional(input, project)
    addFingerprints(input)
  }

  private mutating func addInclusions(_ input: HeaderPlanInput) {
    for (i, inclusion) in input.record.inclusions.enumerated()
    where input.files.isProject(inclusion.source) {
      files[Int(inclusion.source)]?.inclusions.append(i)
    }
  }

  private mutating func addSkipped(_ input: HeaderPlanInput) {
    var numbers = input.files
    for stretch in input.unit.skippedStretches() {
      let number = Int(numbers.number(of: stretch.file))
      guard number >= 0, number < files.count, stretch.endOffset > stretch.startOffset else {
        continue
      }
      files[number]?.skipped.append(stretch.startOffset..<stretch.endOffset)
    }
  }

  /// Directives inside stretches that are off, except those that another pass over the file
  /// carried out, and those that lead nowhere: other platforms' headers.
  private mutating func addConditional(_ input: HeaderPlanInput, _ project: ProjectFiles) {
    for number in files.indices {
      guard let file = files[number], let scan = file.source.scan, !file.skipped.isEmpty,
        !scan.directives.isEmpty
      else { continue }
      let active = Set(file.inclusions.map { input.record.inclusions[$0].line })
      let includer = input.files.entries[number].identity.realPath
      files[number]?.conditional = scan.directives.compactMap { directive in
        let offset = UInt32(clamping: directive.offset)
        guard !active.contains(directive.line), file.skipped.contains(where: { $0 ~= offset }),
          let target = input.search.resolve(directive, includer: includer, files: project)
        else { return nil }
        return ConditionalInclusion(directive: directive, target: target)
      }
    }
  }
}

// MARK: - Fingerprints

extension HeaderPlan {
  private mutating func addFingerprints(_ input: HeaderPlanInput) {
    let own = files.indices.map { ownDigest($0, input) }
    var merkle = MerkleDigests(own: own, edges: edges(input))
    for number in files.indices where files[number] != nil {
      var fingerprint = merkle.digest(of: number)
      if number == Int(input.main) {
        fingerprint = Digest.combining([fingerprint, input.command])
      }
      files[number]?.fingerprint = fingerprint
    }
  }

  /// Project files that each file includes, by number, in order of the directives.
  private func edges(_ input: HeaderPlanInput) -> [[Int]] {
    files.map { file in
      (file?.inclusions ?? []).map { Int(input.record.inclusions[$0].target) }
        .filter { $0 >= 0 && files[$0] != nil }
    }
  }

  private func ownDigest(_ number: Int, _ input: HeaderPlanInput) -> Digest {
    guard let file = files[number] else { return Digest(high: 0, low: 0) }
    var writer = ByteWriter()
    writer.write(input.files.path(FileNumber(number)))
    writer.write(file.source.digest)
    writer.write(input.dialect)
    for range in file.skipped {
      writer.write(range.lowerBound)
      writer.write(range.upperBound)
    }
    for i in file.inclusions {
      let inclusion = input.record.inclusions[i]
      writer.write(inclusion.line)
      writer.write(inclusion.target == .none ? "" : input.files.path(inclusion.target))
    }
    let macroSources = file.macroSources.map { $0 == .none ? "" : input.files.path($0) }
    macroSources.sorted { $0.precedesBytewise($1) }.forEach { writer.write($0) }
    for inclusion in file.conditional {
      writer.write(inclusion.directive.line)
      writer.write(inclusion.target.path)
    }
    if !file.isGuarded { includers(of: number, input).forEach { writer.write($0) } }
    return Digest(of: writer.bytes)
  }

  /// Digests of the files whose directives lead to `number`, sorted, one for each inclusion.
  private func includers(of number: Int, _ input: HeaderPlanInput) -> [Digest] {
    input.record.inclusions.filter { Int($0.target) == number }
      .compactMap { self[$0.source]?.source.digest }.sorted()
  }

  /// Marks what must be visited: the main file, and headers that `isNew` says yes to.
  mutating func want(_ input: HeaderPlanInput, isNew: (Digest) -> Bool) {
    for number in files.indices {
      guard let file = files[number] else { continue }
      let isWanted = number == Int(input.main) || isNew(file.fingerprint)
      files[number]?.isWanted = isWanted
      files[number]?.isWalked = isWanted
    }
    // Text of an unguarded file may stand in the middle of an includer's declaration. Few rounds:
    // as many as unguarded files include one another.
    var isChanged = true
    while isChanged {
      isChanged = false
      for inclusion in input.record.inclusions {
        guard let target = self[inclusion.target], !target.isGuarded, target.isWalked,
          let source = self[inclusion.source], !source.isWalked
        else { continue }
        files[Int(inclusion.source)]?.isWalked = true
        isChanged = true
      }
    }
  }
}

/// What each file of a unit includes, directly or not. Worked out where it is asked for.
struct InclusionClosures {
  private let edges: [[Int]]
  private let main: FileNumber
  private var known: [FileNumber: [Bool]] = [:]

  init(_ plan: HeaderPlan, _ record: PreprocessorRecord, main: FileNumber) {
    edges = plan.files.map { file in
      (file?.inclusions ?? []).map { Int(record.inclusions[$0].target) }.filter { $0 >= 0 }
    }
    self.main = main
  }

  func isMain(_ file: FileNumber) -> Bool { file == main }

  /// Whether `file` includes `other`, or is it. The main file sees everything.
  mutating func sees(_ other: FileNumber, from file: FileNumber) -> Bool {
    if file == main { return true }
    guard other >= 0, Int(other) < edges.count else { return false }
    if let flags = known[file] { return flags[Int(other)] }
    let flags = closure(of: file)
    known[file] = flags
    return flags[Int(other)]
  }

  /// Whether `other` belongs to the surroundings in which `file` is included.
  mutating func isContext(_ other: FileNumber, of file: FileNumber) -> Bool {
    guard other >= 0, !sees(other, from: file) else { return false }
    return other == main || sees(file, from: other)
  }

  private func closure(of file: FileNumber) -> [Bool] {
    var isReached = [Bool](repeating: false, count: edges.count)
    guard file >= 0, Int(file) < edges.count else { return isReached }
    var pending = [Int(file)]
    isReached[Int(file)] = true
    while let next = pending.popLast() {
      for target in edges[next] where !isReached[target] {
        isReached[target] = true
        pending.append(target)
      }
    }
    return isReached
  }
}

/// Digests over an inclusion graph: each file's own, and those of all that it includes.
private struct MerkleDigests {
  let own: [Digest]
  let edges: [[Int]]
  private var done: [Digest?]
  private var isOpen: [Bool]

  init(own: [Digest], edges: [[Int]]) {
    self.own = own
    self.edges = edges
    done = Array(repeating: nil, count: own.count)
    isOpen = Array(repeating: false, count: own.count)
  }

  /// A file that includes itself through others counts there by its own digest alone.
  mutating func digest(of file: Int) -> Digest {
    if let digest = done[file] { return digest }
    if isOpen[file] { return own[file] }
    isOpen[file] = true
    let digest = Digest.combining([own[file]] + edges[file].map { self.digest(of: $0) })
    isOpen[file] = false
    done[file] = digest
    return digest
  }
}

extension Digest {
  /// The digest of a sequence of digests.
  static func combining(_ digests: [Digest]) -> Digest {
    if digests.count == 1 { return digests[0] }
    var writer = ByteWriter()
    digests.forEach { writer.write($0) }
    return Digest(of: writer.bytes)
  }
}
