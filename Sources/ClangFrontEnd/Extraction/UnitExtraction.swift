internal import Basics
internal import ClangBinding
internal import Facts
internal import FrontEnd

/// The way of one parsed unit to its facts.
struct UnitExtraction {
  private let request: ExtractionUnit
  private let unit: TranslationUnit
  private let project: ProjectFiles
  private let sources: SourceCache
  private let record: PreprocessorRecord
  private let files: UnitFiles
  private let main: FileNumber
  private let overlaid: Set<[UInt8]>
  private(set) var result: UnitFacts

  init(
    _ request: ExtractionUnit, _ unit: TranslationUnit, project: ProjectFiles, sources: SourceCache
  ) {
    self.request = request
    self.unit = unit
    self.project = project
    self.sources = sources
    let directory = Array(request.workingDirectory(or: project).utf8)
    var files = UnitFiles(unit, project: project, directory: directory)
    main = files.number(of: unit.file(at: project.absoluteName(ofPath: request.path)))
    record = PreprocessorRecord(unit, files: &files)
    self.files = files
    overlaid = Set(
      request.overlays.map { overlay in
        let name = project.absoluteName(ofPath: overlay.path)
        return project.identity(ofName: name, directory: directory).realPath
      })
    result = UnitFacts(path: request.path, mode: request.mode)
  }

  /// Fills ``result``; `claim` says whether a fingerprint is new and remembers it.
  mutating func run(_ readers: FactReaders, claim: (Digest) -> Bool) {
    let directory = Array(request.workingDirectory(or: project).utf8)
    let input = HeaderPlanInput(
      unit: unit, files: files, record: record, main: main, dialect: dialect, command: command,
      search: IncludeSearch(arguments: request.arguments, directory: directory))
    var plan = HeaderPlan(input, project: project, sources: sources)
    plan.want(input, isNew: claim)
    let symbols = UnitSymbols(unit, files: files)
    let walk = TreeWalk(
      symbols, unit: unit, plan: plan,
      output: (drafts(plan), readers, InclusionClosures(plan, record, main: main)))
    walk.addMacros(record)
    walk.run()
    walk.addTriggerComments()
    result.diagnostics += walk.diagnostics
    addParts(walk, plan)
    addDependencies(plan)
    addErrors()
    result.diagnostics.sort()
  }

  private func drafts(_ plan: HeaderPlan) -> [FileDraft] {
    files.entries.indices.compactMap { i in
      let number = FileNumber(i)
      guard let file = plan[number], file.isWanted, let scan = file.source.scan else { return nil }
      let bytes = unit.withContents(of: files.entries[i].handle) { span in
        span.withUnsafeBytes { Array($0) }
      }
      return FileDraft(
        number, path: files.path(number),
        language: request.language, source: (bytes, scan))
    }
  }

  /// Language and standard: what a header's facts may depend on beside what the fingerprint shows.
  private var dialect: Digest {
    let standard = request.arguments.filter { $0.hasPrefix("-std=") || $0.hasPrefix("--std=") }
    return Digest(of: ([request.language.rawValue] + standard).joined(separator: "\0"))
  }

  private var command: Digest {
    var writer = ByteWriter()
    request.arguments.forEach { writer.write($0) }
    writer.write(request.directory)
    writer.write(request.configuration)
    return Digest(of: writer.bytes)
  }
}

// MARK: - Parts

extension UnitExtraction {
  private mutating func addParts(_ walk: TreeWalk, _ plan: HeaderPlan) {
    for i in walk.drafts.indices {
      let number = walk.drafts[i].number
      addInclusions(to: &walk.drafts[i], plan)
      walk.drafts[i].settleSymbols(walk.symbols, isMain: number == main) {
        walk.closures.sees($0, from: number)
      }
    }
    let facts = Dictionary(
      walk.drafts.map { ($0.number, $0.facts) }, uniquingKeysWith: { first, _ in first })
    for i in files.entries.indices {
      let number = FileNumber(i)
      guard let file = plan[number], !isMade(number) else { continue }
      result.parts.append(
        UnitFacts.Part(
          path: files.path(number), fingerprint: file.fingerprint, facts: facts[number]))
    }
    result.parts.sort { $0.path.precedesBytewise($1.path) }
  }

  private func addInclusions(to draft: inout FileDraft, _ plan: HeaderPlan) {
    guard let file = plan[draft.number] else { return }
    var byLine: [UInt32: SourceScan.Directive] = [:]
    for directive in draft.scan.directives { byLine[directive.line] = directive }
    var seen: Set<Inclusion> = []
    for i in file.inclusions {
      let carried = record.inclusions[i]
      let inclusion = inclusion(carried, byLine[carried.line], &draft)
      if seen.insert(inclusion).inserted { draft.facts.inclusions.append(inclusion) }
    }
    for conditional in file.conditional {
      let directive = conditional.directive
      let target = conditional.target
      draft.facts.inclusions.append(
        Inclusion(
          line: directive.line, spelling: directive.spelling, isAngled: directive.isAngled,
          isConditional: true,
          outcome: target.isProject ? .project(draft.pathNumber(target.path)) : .external))
    }
    draft.facts.inclusions.sort { ($0.line, $0.spelling) < ($1.line, $1.spelling) }
  }

  /// `directive` is nil where the line is not one that a scan recognises (a continued line).
  private func inclusion(
    _ carried: PreprocessorRecord.Inclusion, _ directive: SourceScan.Directive?,
    _ draft: inout FileDraft
  ) -> Inclusion {
    let outcome: Inclusion.Outcome
    if carried.target == .none {
      outcome = .missing
    } else if files.isProject(carried.target) {
      outcome = .project(draft.pathNumber(files.path(carried.target)))
    } else {
      outcome = .external
    }
    return Inclusion(
      line: carried.line, spelling: directive?.spelling ?? carried.missingName ?? "",
      isAngled: directive?.isAngled ?? false, isMacro: directive?.isMacro ?? true,
      outcome: outcome)
  }
}

// MARK: - Dependencies and errors

extension UnitExtraction {
  /// Whether the file is not on the disk, but in the unit itself.
  private func isMade(_ number: FileNumber) -> Bool {
    let name = files.entries[Int(number)].identity.realPath
    return overlaid.contains(name) && !FileSystem.exists(name)
  }

  private mutating func addDependencies(_ plan: HeaderPlan) {
    result.dependencies = files.entries.indices.compactMap { i in
      let entry = files.entries[i]
      let isOverlaid = overlaid.contains(entry.identity.realPath)
      let digest: Digest
      if isOverlaid {
        if isMade(FileNumber(i)) { return nil }
        digest = Digest(of: ProjectFiles.contents(of: entry.identity.realPath) ?? [])
      } else {
        digest = plan[FileNumber(i)]?.source.digest ?? sources.source(of: entry, in: unit).digest
      }
      return UnitFacts.Dependency(path: entry.identity.path, digest: digest)
    }
    result.dependencies.sort { $0.path.precedesBytewise($1.path) }
  }

  private mutating func addErrors() {
    addMissingHeaders()
    var numbers = files
    for error in unit.errors() where !error.message.hasSuffix(" file not found") {
      result.errorCount += 1
      guard result.errorCount <= 2 else { continue }
      let file = numbers.number(of: error.position.file)
      let isInside = files.isProject(file)
      result.diagnostics.append(
        Diagnostic(
          .warning, "parse-error", error.message.escapedForTerminal,
          path: isInside ? files.path(file) : request.path,
          line: isInside ? Int(error.position.line) : nil))
    }
  }

  private mutating func addMissingHeaders() {
    var names: Set<String> = []
    var places: Set<String> = []
    for inclusion in record.inclusions {
      guard inclusion.target == .none, let name = inclusion.missingName else { continue }
      names.insert(name)
      let isInside = files.isProject(inclusion.source)
      let path = isInside ? files.path(inclusion.source) : request.path
      guard places.insert(path + "\0" + name).inserted else { continue }
      result.diagnostics.append(
        Diagnostic(
          .warning, "missing-header",
          "'\(name.escapedForTerminal)' was not found"
            + (isInside ? "" : " by a header outside the path")
            + "; generate or install it, or add its folder to the include paths",
          path: path, line: isInside ? Int(inclusion.line) : nil))
    }
    result.missingIncludes = names.sorted { $0.precedesBytewise($1) }
  }
}
