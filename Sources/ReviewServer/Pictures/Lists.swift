internal import Basics
internal import Consequences
internal import Evaluation
internal import ReportModel
internal import Review

/// A question with what each answer would change.
struct QuestionPicture: Encodable {
  /// Nil where it has its answer.
  var question: ReviewQuestion?
  /// By the key of the answer; absent where it moves nothing.
  var effects: [String: Effect]
  /// The module and boundary of the file that it is about.
  var piece: PieceName?

  struct Effect: Encodable {
    var points: Double
    var crossing: Int
    var splitTransactions: Int
    var circles: Int
    var along: Int
    var files: Int
  }
}

/// A question as a line of the list.
struct QuestionLine: Encodable {
  var id: String
  var kind: String
  var question: String
  var isOpen: Bool
  var cost: Int
}

/// A table and who has to do with it now.
struct TablePicture: Encodable {
  var name: String
  var store: String
  var owner: String?
  var ownerBefore: String?
  var parties: [Party]
  var ownership: OwnershipEntry?
  var definedAt: [Place]
  var readers: [Place]
  var writers: [Place]

  struct Party: Encodable {
    var boundary: String
    var reads: Int
    var writes: Int
    var maps: Bool
  }
}

/// What was decided, in this sitting and in the file.
struct HistoryPicture: Encodable {
  var done: [String]
  var undone: [String]
  var decisions: [Line]

  struct Line: Encodable {
    var line: Int
    var slot: String
    var title: String
    var reason: String?
    var author: String?
    var date: String?
    var findings: [String]
  }
}

extension ReviewSession {
  func questionLines() -> [QuestionLine] {
    refresh()
    return questions().map {
      QuestionLine(
        id: $0.id, kind: $0.kind.rawValue, question: $0.question, isOpen: $0.isOpen, cost: $0.cost)
    }
  }

  func question(_ id: String) -> QuestionPicture {
    refresh()
    guard let question = questions().first(where: { $0.id == id }) else {
      return QuestionPicture(effects: [:])
    }
    var effects: [String: QuestionPicture.Effect] = [:]
    for answer in question.answers {
      guard let act = answer.words.first.flatMap(DecisionAct.init), act.movesFiles,
        act != .pin, act != .dead,
        let read = try? read(
          ActRequest(
            words: answer.words, also: answer.also, revision: state.revision, isWeighed: true))
      else { continue }
      let report = whatIf(read)
      effects[answer.key] = QuestionPicture.Effect(
        points: report.pointsAfter - report.pointsBefore,
        crossing: report.crossings.reduce(0) { $0 + $1.after - $1.before },
        splitTransactions: report.transactions.reduce(0) { $0 + ($1.becomesSplit ? 1 : -1) },
        circles: report.newCycles.count - report.endedCycles.count, along: report.along.count,
        files: report.fileCount)
    }
    var piece: PieceName?
    if question.kind == .placement {
      let path = question.files?.first ?? String(question.id.dropFirst("place ".count))
      piece = document.files.first { $0.path == path }.map {
        PieceName(module: document.modules[$0.module].id, boundary: $0.boundary)
      }
    }
    return QuestionPicture(question: question, effects: effects, piece: piece)
  }

  func tables() -> [TablePicture] {
    refresh()
    let base = Dictionary(
      uniqueKeysWithValues: ground.ownership(ground.base).map { ($0.table, $0.owner) })
    return ground.ownership(state.followed.counted).map { standing in
      let table = original.tables[standing.table]
      return TablePicture(
        name: table.name, store: table.store, owner: standing.owner,
        ownerBefore: base[standing.table] ?? nil,
        parties: standing.parties.map {
          TablePicture.Party(
            boundary: $0.key, reads: $0.value.reads, writes: $0.value.writes, maps: $0.value.maps)
        }.sorted { ($1.writes, $1.reads, $0.boundary) < ($0.writes, $0.reads, $1.boundary) },
        ownership: table.ownership, definedAt: Array(table.definedAt.prefix(5)),
        readers: Array(table.readers.prefix(20)), writers: Array(table.writers.prefix(20)))
    }
  }

  func serverless() -> ServerlessReport {
    refresh()
    var report = original.serverless
    for placed in state.followed.decisions where placed.decision.act == .serverless {
      let decision = placed.decision
      let files = Set(state.scope.files(matching: [decision.subject]).map { state.scope.files[$0] })
      for index in report.findings.indices
      where files.contains(report.findings[index].place.file)
        && (decision.name == nil || decision.name == report.findings[index].symbol)
      {
        report.findings[index].verdict = decision.to ?? report.findings[index].verdict
      }
    }
    return report
  }

  func history() -> HistoryPicture {
    refresh()
    var findings: [Int: [String]] = [:]
    for finding in state.followed.plan.findings {
      for line in finding.lines { findings[line, default: []].append(finding.message) }
    }
    return HistoryPicture(
      done: log.done.map(\.title), undone: log.undone.reversed().map(\.title),
      decisions: state.followed.decisions.map { placed in
        let decision = placed.decision
        return HistoryPicture.Line(
          line: placed.line, slot: decision.slot, title: title(decision),
          reason: decision.reason, author: decision.author, date: decision.date,
          findings: findings[placed.line] ?? [])
      })
  }

  /// The measures of papers, of the boundaries as analysed and as they are now.
  func metrics() -> [String: MetricsReport] {
    refresh()
    return [
      "before": PartitionMetrics(original).report(), "now": PartitionMetrics(document).report(),
    ]
  }

  /// Files, tables and triggers whose name holds the text, whatever the case.
  func search(_ text: String) -> SearchPicture {
    refresh()
    let wanted = text.lowercased()
    guard !wanted.isEmpty else { return SearchPicture(files: [], tables: []) }
    let files = document.files.lazy.filter {
      $0.role == "production" && $0.path.lowercased().contains(wanted)
    }.prefix(SearchPicture.limit).map { [document = self.document] file in
      SearchPicture.File(
        path: file.path,
        piece: PieceName(module: document.modules[file.module].id, boundary: file.boundary))
    }
    let tables = document.tables.lazy.map(\.name).filter { $0.lowercased().contains(wanted) }
    return SearchPicture(
      files: Array(files), tables: Array(tables.prefix(SearchPicture.limit)))
  }
}

struct SearchPicture: Encodable {
  static let limit = 30
  var files: [File]
  var tables: [String]

  struct File: Encodable {
    var path: String
    var piece: PieceName
  }
}
