internal import Basics
internal import Consequences
package import ReportModel
internal import Review

/// What people review: a document, the decisions file beside the code, and what was done in this
/// sitting. Every window asks the same one.
///
/// The file is the truth. It is read before every answer, so that what a terminal, an editor or
/// another window wrote is seen, and every act is in it before it is answered.
package actor ReviewSession {
  package struct Settings: Sendable {
    /// Folder with the decisions file and the sources.
    package var root: String
    package var author: String?
    /// `YYYY-MM-DD`.
    package var today: @Sendable () -> String
    /// Analyses anew with the decisions of the file; nil for a saved document.
    package var analyse: (@Sendable () async throws -> Document)?

    package init(root: String, today: @escaping @Sendable () -> String) {
      self.root = root
      self.today = today
    }
  }

  /// One state of everything, by number.
  struct State {
    var revision: Int
    var followed: FollowedDecisions
    /// Names the boundaries as they are now.
    var scope: ReviewScope
  }

  let settings: Settings
  let file: DecisionsFile
  let lines: SourceLines
  var log: DecisionLog
  /// The document as it was analysed.
  private(set) var ground: CutGround
  private(set) var order: [String]
  private var originalScope: ReviewScope
  /// Decisions that the document was made with, by matter.
  private var analysed: [String: Decision] = [:]
  private var text: String?
  private(set) var state: State
  private var asked: [ReviewQuestion]?
  /// Why the file could not be read last time; the state is then that of before.
  private(set) var problem: String?
  private(set) var isAnalysing = false
  private(set) var analysisProblem: String?
  /// When each matter was decided on last.
  private var changes: [String: Int] = [:]

  package init(_ document: Document, _ settings: Settings) throws {
    self.settings = settings
    file = DecisionsFile(root: settings.root)
    lines = SourceLines(root: settings.root)
    log = DecisionLog(file.store)
    text = try file.text()
    let decisions = try DecisionFile(text).decisions
    ground = CutGround(document)
    order = MapOrder.order(ground)
    originalScope = ReviewScope(document)
    analysed = Dictionary(decisions.map { ($0.decision.slot, $0.decision) }) { $1 }
    let followed = FollowedDecisions(decisions, on: ground, in: originalScope)
    state = State(revision: 1, followed: followed, scope: ReviewScope(followed.document))
  }

  var document: Document { state.followed.document }
  var original: Document { ground.document }

  // MARK: The file

  /// Takes in what was written to the file since.
  func refresh() {
    do {
      let now = try file.text()
      if now.map({ Array($0.utf8) }) == text.map({ Array($0.utf8) }) {
        if problem != nil {
          problem = nil
          state.revision += 1
        }
        return
      }
      let decisions = try DecisionFile(now).decisions
      text = now
      problem = nil
      follow(decisions)
    } catch {
      let description = "\(error)"
      if problem != description {
        problem = description
        state.revision += 1
      }
    }
  }

  private func follow(_ decisions: [PlacedDecision]) {
    let before = Self.bySlot(state.followed.decisions)
    let after = Self.bySlot(decisions)
    let followed = FollowedDecisions(decisions, on: ground, in: originalScope)
    asked = nil
    state = State(
      revision: state.revision + 1, followed: followed, scope: ReviewScope(followed.document))
    for slot in Set(before.keys).union(after.keys) where before[slot] != after[slot] {
      changes[slot] = state.revision
    }
  }

  private static func bySlot(_ decisions: [PlacedDecision]) -> [String: Decision] {
    Dictionary(decisions.map { ($0.decision.slot, $0.decision) }) { $1 }
  }

  /// Waits until there is something newer than `revision`, or for so long.
  func wait(after revision: Int, seconds: Double) async -> Int {
    let step = 0.2
    var left = seconds
    refresh()
    while state.revision == revision, left > 0, !Task.isCancelled {
      try? await Task.sleep(for: .seconds(step))
      left -= step
      refresh()
    }
    return state.revision
  }

  /// What is still asked; found once for each state of the decisions.
  func questions() -> [ReviewQuestion] {
    if let asked { return asked }
    let questions = ReviewQuestions.all(
      document, decided: state.followed.decisions.map(\.decision))
    asked = questions
    return questions
  }

  /// Decisions whose whole effect shows in the next analysis only.
  var pending: Int {
    let now = Self.bySlot(state.followed.decisions)
    return Set(now.keys).union(analysed.keys).count { now[$0] != analysed[$0] }
  }

  // MARK: Acts

  /// Where files would be with these decisions as well.
  func placement(with decisions: [Decision]) -> Placement {
    FollowedDecisions.placement(
      FollowedDecisions.with(decisions, state.followed.decisions), on: ground, in: originalScope)
  }

  /// Decisions on the same matters that came after `revision`.
  func newer(than revision: Int, _ decisions: [Decision]) -> [Decision] {
    let held = Self.bySlot(state.followed.decisions)
    return decisions.filter { (changes[$0.slot] ?? 0) > revision }.compactMap { held[$0.slot] }
  }

  func record(_ decisions: [Decision], title: String) throws -> DecisionLog.Act? {
    let act = try file.locked { try log.record(decisions, title: title) }
    refresh()
    return act
  }

  func withdraw(slot: String, title: String) throws -> DecisionLog.Act? {
    let act = try file.locked { try log.withdraw(slot: slot, title: title) }
    refresh()
    return act
  }

  func undo() throws -> DecisionLog.Act? {
    let act = try file.locked { try log.undo() }
    refresh()
    return act
  }

  func redo() throws -> DecisionLog.Act? {
    let act = try file.locked { try log.redo() }
    refresh()
    return act
  }

  // MARK: Analysis

  /// Starts an analysis with the decisions of now; false where there is none to start.
  func startAnalysis() -> Bool {
    guard let analyse = settings.analyse, !isAnalysing else { return false }
    isAnalysing = true
    analysisProblem = nil
    state.revision += 1
    let decisions = state.followed.decisions
    Task {
      do {
        let document = try await analyse()
        self.take(document, madeWith: decisions)
      } catch {
        self.fail("\(error)")
      }
    }
    return true
  }

  private func take(_ document: Document, madeWith decisions: [PlacedDecision]) {
    isAnalysing = false
    ground = CutGround(document)
    order = MapOrder.order(ground)
    originalScope = ReviewScope(document)
    analysed = Self.bySlot(decisions)
    follow(state.followed.decisions)
  }

  private func fail(_ description: String) {
    isAnalysing = false
    analysisProblem = description
    state.revision += 1
  }
}
