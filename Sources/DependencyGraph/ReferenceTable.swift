internal import Basics
internal import Facts

/// All references of the project in one compact list, from facts to edges.
struct ReferenceTable: Sendable {
  /// One reference; 28 bytes. Before `resolve` the symbols are instances, after it nodes.
  struct Row: Sendable {
    var fromFile: Int32
    /// -1 at file level.
    var from: Int32
    /// -1 for an inclusion.
    var to: Int32
    /// Target file; set by `resolve`, or at once for inclusions.
    var toFile: Int32
    var line: UInt32
    var variant: UInt16
    var kind: EdgeKind
    var marks: Marks
    /// The file beside the code that the line stands in; -1 for the referring file.
    var companion: Int32 = -1
  }

  struct Marks: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let probable = Marks(rawValue: 1)
    static let conditional = Marks(rawValue: 2)
    static let types = Marks(rawValue: 4)
    static let late = Marks(rawValue: 8)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    init(_ inclusion: Inclusion) {
      self = inclusion.isConditional ? .conditional : []
      switch inclusion.purpose {
      case .use: break
      case .types: insert(.types)
      case .late: insert(.late)
      }
    }

    var purpose: Inclusion.Purpose {
      contains(.types) ? .types : contains(.late) ? .late : .use
    }
  }

  private(set) var rows: [Row] = []
  /// For each row, parallel to `rows`, the configurations that have it; empty if no file has several.
  private var masks: [UInt32] = []

  mutating func add(_ facts: FileFacts, file: Int32, variant: UInt16, symbols: [Int32]) {
    for reference in facts.references {
      let to = symbols[Int(reference.to)]
      guard to >= 0 else { continue }
      let from = reference.from == Reference.fileLevel ? -1 : symbols[Int(reference.from)]
      rows.append(
        Row(
          fromFile: file, from: from, to: to, toFile: -1, line: reference.line, variant: variant,
          kind: reference.kind, marks: reference.isProbable ? .probable : []))
    }
  }

  /// Adds what a file beside the code says: each reference is one of the file of its `from`.
  mutating func add(
    companion facts: FileFacts, _ companion: Int32, symbols: [Int32], files: [Int32]
  ) {
    for reference in facts.references where reference.from != Reference.fileLevel {
      let (from, to) = (symbols[Int(reference.from)], symbols[Int(reference.to)])
      guard from >= 0, to >= 0, files[Int(reference.from)] >= 0 else { continue }
      rows.append(
        Row(
          fromFile: files[Int(reference.from)], from: from, to: to, toFile: -1,
          line: reference.line, variant: 0, kind: reference.kind,
          marks: reference.isProbable ? .probable : [], companion: companion))
    }
  }

  mutating func addInclusions(_ facts: FileFacts, file: Int32, variant: UInt16, paths: [Int32]) {
    for inclusion in facts.inclusions {
      guard case .project(let path) = inclusion.outcome, Int(path) < paths.count else { continue }
      let target = paths[Int(path)]
      guard target >= 0 else { continue }
      rows.append(
        Row(
          fromFile: file, from: -1, to: -1, toFile: target, line: inclusion.line,
          variant: variant, kind: inclusion.isImport ? .import : .include,
          marks: Marks(inclusion)))
    }
  }

  /// Replaces instances by nodes, choosing the nearest of several definitions.
  mutating func resolve(homes: SymbolHomes, files: inout [FileNode], symbols: SymbolTable) {
    var chooser = DefinitionChooser(homes: homes, files: files, symbols: symbols)
    var kept = 0
    var unknown: Set<Unknown> = []
    for index in rows.indices {
      var row = rows[index]
      if row.from >= 0 { row.from = homes.nodeOfInstance[Int(row.from)] }
      if row.to >= 0 {
        let known = homes.nodeOfInstance[Int(row.to)]
        let target = known >= 0 ? known : chooser.choose(instance: row.to, from: row.fromFile)
        if target < 0 {
          unknown.insert(Unknown(row))
          continue
        }
        if known < 0 { row.marks.insert(.probable) }
        row.to = target
        row.toFile = homes.nodes[Int(target)].file
      }
      rows[kept] = row
      kept += 1
    }
    rows.removeSubrange(kept...)
    for place in unknown { files[Int(place.file)].unresolvedReferences += 1 }
  }

  /// A reference that leads nowhere, told once however many units have seen it.
  private struct Unknown: Hashable {
    var file: Int32
    var line: UInt32
    var to: Int32
    var kind: EdgeKind

    init(_ row: Row) {
      file = row.fromFile
      line = row.line
      to = row.to
      kind = row.kind
    }
  }

  /// Counts the references of each file, after ``removeRepeats(variants:labels:files:)``: how many
  /// units have seen a header is a matter of chance, or of the number of jobs.
  func count(into files: inout [FileNode]) {
    for row in rows { files[Int(row.fromFile)].resolvedReferences += 1 }
  }

  /// Takes the union over the variants of each file: the same reference in several is one, with the
  /// greatest number of repeats in any of them; an inclusion that is active in one is active.
  mutating func removeRepeats(variants: [UInt16], labels: [[UInt16: String]], files: [FileNode]) {
    groupByFile(count: files.count)
    rows = fileRanges().concurrentMap { [rows] range in
      rows[range].sorted(by: Self.precedes)
    }.flatMap(\.self)
    let maskOf = files.indices.map { ConfigurationMask(files[$0].configurations, labels[$0]) }
    var kept = 0
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, Self.isSame(rows[start], rows[end]) { end += 1 }
      let file = Int(rows[start].fromFile)
      let count = variants[file] > 1 ? mostInOneVariant(start..<end) : end - start
      let mask = maskOf[file].mask(of: rows[start..<end].lazy.map(\.variant))
      for offset in 0..<count {
        rows[kept] = rows[start + offset]
        masks.append(mask)
        kept += 1
      }
      start = end
    }
    rows.removeSubrange(kept...)
    dropInactiveTwins()
  }

  /// Brings the rows of each file together, in the order of the files. Linear.
  private mutating func groupByFile(count: Int) {
    var next = [Int](repeating: 0, count: count + 1)
    for row in rows { next[Int(row.fromFile) + 1] += 1 }
    for file in 0..<count { next[file + 1] += next[file] }
    var order = [Int](repeating: 0, count: rows.count)
    for index in rows.indices {
      let file = Int(rows[index].fromFile)
      order[next[file]] = index
      next[file] += 1
    }
    rows = order.map { rows[$0] }
  }

  /// Where the rows of each file stand, once they stand together; files without any are left out.
  private func fileRanges() -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < rows.count {
      var end = start + 1
      while end < rows.count, rows[end].fromFile == rows[start].fromFile { end += 1 }
      ranges.append(start..<end)
      start = end
    }
    return ranges
  }

  /// Removes conditional inclusions that another variant has as active ones.
  private mutating func dropInactiveTwins() {
    var kept = 0
    for index in rows.indices {
      let isTwin =
        rows[index].marks.contains(.conditional) && kept > 0
        && rows[kept - 1].kind == .include && rows[kept - 1].line == rows[index].line
        && rows[kept - 1].fromFile == rows[index].fromFile
        && rows[kept - 1].toFile == rows[index].toFile
        && !rows[kept - 1].marks.contains(.conditional)
      if isTwin { continue }
      rows[kept] = rows[index]
      masks[kept] = masks[index]
      kept += 1
    }
    rows.removeSubrange(kept...)
    masks.removeSubrange(kept...)
  }

  private func mostInOneVariant(_ range: Range<Int>) -> Int {
    var best = 0
    var run = 0
    for index in range {
      let continues = index > range.lowerBound && rows[index].variant == rows[index - 1].variant
      run = continues ? run + 1 : 1
      best = max(best, run)
    }
    return best
  }

  private static func precedes(_ a: Row, _ b: Row) -> Bool {
    if a.fromFile != b.fromFile { return a.fromFile < b.fromFile }
    if a.toFile != b.toFile { return a.toFile < b.toFile }
    if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
    if a.companion != b.companion { return a.companion < b.companion }
    if a.line != b.line { return a.line < b.line }
    if a.marks != b.marks { return a.marks.rawValue < b.marks.rawValue }
    if a.to != b.to { return a.to < b.to }
    if a.from != b.from { return a.from < b.from }
    return a.variant < b.variant
  }

  private static func isSame(_ a: Row, _ b: Row) -> Bool {
    a.fromFile == b.fromFile && a.toFile == b.toFile && a.kind == b.kind && a.line == b.line
      && a.marks == b.marks && a.to == b.to && a.from == b.from && a.companion == b.companion
  }
}

/// Which configurations of a file a reference stands in, as a bit set over the sorted labels.
private struct ConfigurationMask {
  private var bitOfVariant: [UInt16: UInt32] = [:]
  private var all: UInt32 = 0

  init(_ sortedLabels: [String], _ labels: [UInt16: String]) {
    guard sortedLabels.count > 1 else { return }
    for (variant, label) in labels {
      guard let bit = sortedLabels.firstIndex(of: label), bit < 32 else { continue }
      bitOfVariant[variant] = 1 << UInt32(bit)
      all |= 1 << UInt32(bit)
    }
  }

  /// Zero where every configuration has it, or where there is only one.
  func mask(of variants: some Sequence<UInt16>) -> UInt32 {
    if all == 0 { return 0 }
    let mask = variants.reduce(UInt32(0)) { $0 | (bitOfVariant[$1] ?? all) }
    return mask == all ? 0 : mask
  }
}

extension ReferenceTable {
  /// Groups the rows, which are sorted, into file edges with their evidence.
  func buildFileEdges(into graph: inout CodeGraph) {
    var index = 0
    while index < rows.count {
      let row = rows[index]
      var end = index
      while end < rows.count, rows[end].fromFile == row.fromFile, rows[end].toFile == row.toFile {
        end += 1
      }
      if row.fromFile != row.toFile, row.toFile >= 0 {
        let first = graph.evidence.count
        appendGroups(index..<end, to: &graph)
        graph.fileEdges.append(
          FileEdge(
            from: row.fromFile, to: row.toFile,
            groups: CompactRange(first, graph.evidence.count)))
      }
      index = end
    }
  }

  private struct GroupKey: Hashable, Comparable {
    var kind: EdgeKind
    var marks: Marks
    var mask: UInt32
    var companion: Int32

    static func < (a: GroupKey, b: GroupKey) -> Bool {
      (a.kind.rawValue, a.marks.rawValue, a.mask, a.companion)
        < (b.kind.rawValue, b.marks.rawValue, b.mask, b.companion)
    }
  }

  private func appendGroups(_ range: Range<Int>, to graph: inout CodeGraph) {
    var lines: [(key: GroupKey, line: UInt32)] = range.map {
      (
        GroupKey(
          kind: rows[$0].kind, marks: rows[$0].marks, mask: masks[$0],
          companion: rows[$0].companion), rows[$0].line
      )
    }
    lines.sort { $0.key != $1.key ? $0.key < $1.key : $0.line < $1.line }
    var start = 0
    while start < lines.count {
      let key = lines[start].key
      let first = graph.evidenceLines.count
      while start < lines.count, lines[start].key == key {
        graph.evidenceLines.append(lines[start].line)
        start += 1
      }
      graph.evidence.append(
        EvidenceGroup(
          kind: key.kind, isProbable: key.marks.contains(.probable),
          isConditional: key.marks.contains(.conditional), purpose: key.marks.purpose,
          configurations: key.mask, companion: key.companion,
          lines: CompactRange(first, graph.evidenceLines.count)))
    }
  }

  /// Merges the rows into edges between symbols.
  func buildSymbolEdges(into graph: inout CodeGraph) {
    let order = fileRanges().concurrentMap { range in
      range.filter { rows[$0].to >= 0 }.sorted { Self.precedesBySymbol(rows[$0], rows[$1]) }
    }
    for index in order.joined() {
      let row = rows[index]
      let isProbable = row.marks.contains(.probable)
      if let last = graph.symbolEdges.last, last.fromFile == row.fromFile, last.from == row.from,
        last.to == row.to, last.kind == row.kind, last.isProbable == isProbable,
        last.companion == row.companion
      {
        graph.symbolEdges[graph.symbolEdges.count - 1].count += 1
        graph.symbolEdges[graph.symbolEdges.count - 1].lines.end += 1
      } else {
        graph.symbolEdges.append(
          SymbolEdge(
            fromFile: row.fromFile, from: row.from, to: row.to, kind: row.kind,
            isProbable: isProbable, count: 1, line: row.line,
            lines: CompactRange(graph.symbolLines.count, graph.symbolLines.count + 1),
            companion: row.companion))
      }
      graph.symbolLines.append(row.line)
    }
  }

  private static func precedesBySymbol(_ a: Row, _ b: Row) -> Bool {
    if a.fromFile != b.fromFile { return a.fromFile < b.fromFile }
    if a.from != b.from { return a.from < b.from }
    if a.to != b.to { return a.to < b.to }
    if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
    if a.marks != b.marks { return a.marks.rawValue < b.marks.rawValue }
    if a.companion != b.companion { return a.companion < b.companion }
    return a.line < b.line
  }
}
