internal import Basics
internal import Consequences
internal import ReportModel
internal import Review

/// What the page wants decided: an act and what it is about, as people see it.
struct ActRequest: Decodable, Sendable {
  /// An answer to a question, in the words of `cleave decide`; then the rest but name and reason is
  /// empty.
  var words: [String]?
  /// Further decisions that belong to the answer.
  var also: [[String]]?
  var act: String?
  /// Boundaries that the act is about, the first one first.
  var boundaries: [String]?
  var pieces: [PieceName]?
  var files: [String]?
  /// Where files go, the new name, or the verdict.
  var to: String?
  /// Name of an accepted or merged boundary.
  var name: String?
  var reason: String?
  var parts: [Part]?
  /// The state that the person saw.
  var revision: Int
  /// Whether a decision of somebody else since then gives way.
  var replace: Bool?
  /// Whether it is only weighed; never read.
  var isWeighed = false

  private enum CodingKeys: String, CodingKey {
    case words, also, act, boundaries, pieces, files, to, name, reason, parts, revision, replace
  }

  struct Part: Decodable, Sendable {
    var name: String
    var pieces: [PieceName]?
    var files: [String]?
  }
}

/// Why an act was refused, in a sentence, and with which status.
struct ActProblem: Error {
  var status: Int
  var message: String
  /// Decisions of others that stand against it.
  var conflicts: [String] = []

  static func invalid(_ message: String) -> ActProblem { ActProblem(status: 422, message: message) }
}

/// The decisions that an act comes to.
struct ReadAct {
  var decisions: [Decision]
  var title: String
}

extension ReviewSession {
  /// Reads the request against what there is now.
  func read(_ request: ActRequest) throws -> ReadAct {
    do {
      var decisions =
        try request.words.map { try batch([$0] + (request.also ?? []), request) }
        ?? composed(request)
      decisions = completed(decisions, request)
      guard let first = decisions.first else {
        throw ActProblem(
          status: 409, message: "what this is about is no longer there; look at the map again")
      }
      let more = decisions.count > 1 ? " and \(decisions.count - 1) more" : ""
      return ReadAct(decisions: decisions, title: title(first) + more)
    } catch let error as DecisionWordsError {
      throw ActProblem.invalid(error.description)
    }
  }

  /// What people read in the history.
  func title(_ decision: Decision) -> String {
    let names = BoundaryNames(document)
    return decision.title { names[$0] } + (decision.to.map { " → \(names[$0])" } ?? "")
  }

  /// Decisions of one act; what is remembered of their target is said once.
  private func batch(_ words: [[String]], _ request: ActRequest) throws -> [Decision] {
    var request = request
    var decisions: [Decision] = []
    for each in words {
      decisions.append(try decision(each, request))
      if decisions.last?.around.isEmpty == false { request.isWeighed = true }
    }
    return decisions
  }

  private func decision(_ words: [String], _ request: ActRequest) throws -> Decision {
    var given = DecisionWords(words)
    given.reason = request.reason.flatMap { $0.isEmpty ? nil : $0 }
    given.name = request.name.flatMap { $0.isEmpty ? nil : $0 }
    given.author = settings.author
    given.date = settings.today()
    given.remembersSurroundings = !request.isWeighed
    for part in request.parts ?? [] {
      let files = files(part.pieces ?? [], part.files ?? [])
      for pattern in MemberPatterns.describe(files, in: state.scope) {
        given.parts.append("\(part.name)=\(pattern)")
      }
    }
    return try given.decision(
      in: state.scope, after: state.followed.decisions.map(\.decision))
  }

  private func composed(_ request: ActRequest) throws -> [Decision] {
    guard let act = request.act.flatMap(DecisionAct.init) else {
      throw ActProblem.invalid("no act \"\(request.act ?? "")\"")
    }
    if act.concernsBoundary {
      let names = request.boundaries ?? []
      return [
        try decision([act.rawValue] + names + (act == .rename ? [request.to ?? ""] : []), request)
      ]
    }
    let patterns = try patterns(act, request)
    switch act {
    case .move, .pin:
      return try batch(patterns.map { [act.rawValue, $0, request.to ?? ""] }, request)
    case .keepTogether, .keepApart:
      return [try decision([act.rawValue] + patterns, request)]
    case .serverless:
      let operand =
        (request.files?.first.map(Glob.escaping) ?? "") + (request.name.map { ":" + $0 } ?? "")
      var plain = request
      plain.name = nil
      return [try decision([act.rawValue, operand, request.to ?? ""], plain)]
    default: return try patterns.map { try decision([act.rawValue, $0], request) }
    }
  }

  /// Patterns for the files of the request, each of them once.
  private func patterns(_ act: DecisionAct, _ request: ActRequest) throws -> [String] {
    guard act == .keepApart else {
      let files = files(request.pieces ?? [], request.files ?? [])
      // What stays where it is, whatever matches it, need not be left out.
      return MemberPatterns.describe(files, in: state.scope) { [document] in
        document.files[$0].role == "production"
      }
    }
    // What is one thing for people must be one pattern, or it would be kept apart from itself.
    let single =
      (request.pieces ?? []).map { files([$0], []) }
      + (request.files ?? []).map { files([], [$0]) }
    return try single.map { files in
      let patterns = MemberPatterns.describe(files, in: state.scope)
      guard patterns.count == 1 else {
        throw ActProblem.invalid(
          "no one pattern describes what is chosen of a module; choose files of it instead")
      }
      return patterns[0]
    }
  }

  /// Adds decisions on single files where an earlier, narrower one would hold them back.
  private func completed(_ decisions: [Decision], _ request: ActRequest) -> [Decision] {
    guard let first = decisions.first, [.move, .pin, .shared, .dead].contains(first.act),
      request.words == nil
    else { return decisions }
    let placement = placement(with: decisions)
    let target = first.act == .shared ? "@shared" : first.act == .dead ? "@tool" : first.to ?? ""
    let files = files(request.pieces ?? [], request.files ?? [])
    let astray = files.filter { placement.names[placement.of[$0]] != target }
    var all = decisions
    for file in astray {
      var own = first
      own.subject = Glob.escaping(document.files[file].path)
      own.around = []
      all.removeAll { $0.slot == own.slot }
      all.append(own)
    }
    return all
  }

  // MARK: Doing

  struct Done: Encodable {
    var revision: Int
    /// Nil where the file said so already.
    var title: String?
    var report: WhatIfReport
  }

  /// Records the act, unless somebody else has decided on the same since.
  func act(_ request: ActRequest) throws -> Done {
    refresh()
    if let problem { throw ActProblem(status: 409, message: problem) }
    let read = try read(request)
    let newer = newer(than: request.revision, read.decisions).filter { other in
      !read.decisions.contains { $0.slot == other.slot && $0.agrees(with: other) }
    }
    if !newer.isEmpty, request.replace != true {
      throw ActProblem(
        status: 409, message: "somebody else has decided on this meanwhile",
        conflicts: newer.map(title))
    }
    let report = whatIf(read)
    let act = try record(read.decisions, title: read.title)
    return Done(revision: state.revision, title: act?.title, report: report)
  }

  /// What the act would change, without doing it.
  func whatIf(_ read: ReadAct) -> WhatIfReport {
    WhatIf(ground, state.followed.counted, placement(with: read.decisions))
      .report(act: read.title)
  }
}
