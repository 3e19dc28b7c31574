internal import Basics
internal import Consequences
internal import ReportModel
internal import Review

/// What every view of the page begins with: boundaries, the modules in them, what crosses.
///
/// Long lists are arrays of numbers, so that five thousand modules stay a small message.
struct MapPicture: Encodable {
  var revision: Int
  var name: String
  var verdict: SplitVerdict
  var boundaries: [Box]
  /// Labels and identifiers of modules.
  var modules: [String]
  var moduleIds: [String]
  /// `[module, boundary, files, lines, confidence, decided]`: what of a module is in a boundary.
  /// Confidence is 0 firm, 1 likely, 2 open, of the least sure file; decided is 1 where people put
  /// all of it here.
  var pieces: [[Int]]
  /// `[boundary, boundary, references]`, imports left out.
  var crossings: [[Int]]
  var figures: [FigureChange]
  var questions: Int
  var openQuestions: Int
  var status: Status

  struct Box: Encodable {
    var id: String
    var name: String
    /// `boundary`, or `label` for what is in none.
    var kind: String
    var files: Int
    var lines: Int
    var stability: Double?
    var vocabulary: [String]
    var isAccepted: Bool
    /// It was not there when the code was analysed.
    var isNew: Bool
  }

  struct FigureChange: Encodable {
    var id: String
    var label: String
    var before: Double
    var now: Double
  }

  struct Status: Encodable {
    var undo: String?
    var redo: String?
    /// Decisions whose whole effect shows in the next analysis.
    var pending: Int
    var canAnalyse: Bool
    var isAnalysing: Bool
    var problem: String?
    var findings: Int
  }
}

extension ReviewSession {
  func picture() -> MapPicture {
    let boxes = boxes()
    var number: [String: Int] = [:]
    for (index, box) in boxes.enumerated() { number[box.id] = index }
    let placement = state.followed.counted.placement
    let crossings = state.followed.counted.count.pairs.compactMap { pair, count -> [Int]? in
      guard let from = number[placement.names[pair.from]], let to = number[placement.names[pair.to]]
      else { return nil }
      return [from, to, count]
    }.sorted { $0.lexicographicallyPrecedes($1) }
    let questions = questions()
    return MapPicture(
      revision: state.revision, name: document.name, verdict: document.boundaries.verdict,
      boundaries: boxes, modules: document.modules.map(\.label),
      moduleIds: document.modules.map(\.id),
      pieces: pieces(number).map {
        [$0.module, $0.boundary, $0.files, $0.lines, $0.confidence, $0.isDecided ? 1 : 0]
      }, crossings: crossings, figures: figures(), questions: questions.count,
      openQuestions: questions.count(where: \.isOpen), status: status)
  }

  private var status: MapPicture.Status {
    MapPicture.Status(
      undo: log.done.last?.title, redo: log.undone.last?.title, pending: pending,
      canAnalyse: settings.analyse != nil, isAnalysing: isAnalysing,
      problem: problem ?? analysisProblem, findings: state.followed.plan.findings.count)
  }

  /// In the order of the map; labels last.
  func boxes() -> [MapPicture.Box] {
    let known = Dictionary(
      document.boundaries.boundaries.map { ($0.id, $0) }, uniquingKeysWith: { a, _ in a })
    let originals = Set(original.boundaries.boundaries.map(\.id))
    let new = document.boundaries.boundaries.map(\.id).filter { !originals.contains($0) }
    let accepted = Set(
      state.followed.decisions.filter { $0.decision.act == .accept }.map(\.decision.subject))
    var boxes = (order + new).compactMap { id -> MapPicture.Box? in
      guard let entry = known[id] else { return nil }
      return MapPicture.Box(
        id: id, name: entry.name, kind: "boundary", files: entry.members.count, lines: entry.lines,
        stability: originals.contains(id) ? entry.stability : nil,
        vocabulary: Array(entry.vocabulary.prefix(5)), isAccepted: accepted.contains(id),
        isNew: !originals.contains(id))
    }
    var labels: [String: (files: Int, lines: Int)] = ["@shared": (0, 0)]
    for file in document.files where file.role == "production" && file.boundary.hasPrefix("@") {
      labels[file.boundary, default: (0, 0)].files += 1
      labels[file.boundary, default: (0, 0)].lines += file.lines
    }
    for (id, size) in labels.sorted(by: { $0.key.precedesBytewise($1.key) }) {
      boxes.append(
        MapPicture.Box(
          id: id, name: Self.labelNames[id] ?? id, kind: "label", files: size.files,
          lines: size.lines, stability: nil, vocabulary: [], isAccepted: false, isNew: false))
    }
    return boxes
  }

  private static let labelNames = [
    "@shared": "Shared code", "@infra": "Infrastructure", "@tool": "Tools and dead code",
    "@test": "Test code", "@generated": "Generated code", "@vendored": "Vendored code",
  ]

  /// The figures that an act can change, as analysed and as they are now.
  func figures() -> [MapPicture.FigureChange] {
    let (base, now) = (ground.base, state.followed.counted)
    var figures = [
      MapPicture.FigureChange(
        id: "points", label: "points of all cuts", before: ground.points(base),
        now: ground.points(now))
    ]
    figures.append(
      MapPicture.FigureChange(
        id: "boundaries", label: "boundaries",
        before: Double(original.boundaries.boundaries.count),
        now: Double(document.boundaries.boundaries.count)))
    let labels = [
      "calls": "calls across", "state": "state shared across", "types": "types across",
      "imports": "imports across", "writes": "foreign writes", "reads": "foreign reads",
      "transactions": "split transactions", "circles": "circles",
    ]
    for part in ground.parts(base, now) {
      figures.append(
        MapPicture.FigureChange(
          id: part.part, label: labels[part.part] ?? part.part, before: Double(part.before),
          now: Double(part.after)))
    }
    return figures
  }
}
