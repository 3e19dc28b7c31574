internal import Consequences
internal import ReportModel
internal import Review

/// What came of a step through the history.
struct StepPicture: Encodable {
  var revision: Int
  /// What was undone, redone or taken out; nil where there was nothing.
  var title: String?
}

/// What an act would change.
struct WeighedPicture: Encodable {
  var title: String
  var report: WhatIfReport
}

extension ReviewSession {
  func weigh(_ request: ActRequest) throws -> WeighedPicture {
    refresh()
    var request = request
    request.isWeighed = true
    let read = try read(request)
    return WeighedPicture(title: read.title, report: whatIf(read))
  }

  /// Takes back the last act; `title` is the one that the person saw there.
  func undo(_ title: String?) throws -> StepPicture {
    refresh()
    try expect(title, log.done.last?.title)
    return try step { try undo() }
  }

  func redo(_ title: String?) throws -> StepPicture {
    refresh()
    try expect(title, log.undone.last?.title)
    return try step { try redo() }
  }

  func withdraw(_ slot: String) throws -> StepPicture {
    refresh()
    let decision = state.followed.decisions.last { $0.decision.slot == slot }?.decision
    guard let decision else {
      throw ActProblem(status: 409, message: "that decision is no longer in the file")
    }
    return try step { try withdraw(slot: slot, title: "withdraw " + title(decision)) }
  }

  func analyse() throws -> StepPicture {
    guard startAnalysis() else {
      throw ActProblem(status: 409, message: "there is nothing to analyse, or it is on its way")
    }
    return StepPicture(revision: state.revision)
  }

  /// Two windows share one history: what is on top may be of the other.
  private func expect(_ seen: String?, _ now: String?) throws {
    guard let seen, seen != now else { return }
    throw ActProblem(
      status: 409, message: "meanwhile something else was done in another window",
      conflicts: now.map { [$0] } ?? [])
  }

  private func step(_ work: () throws -> DecisionLog.Act?) throws -> StepPicture {
    do {
      let act = try work()
      return StepPicture(revision: state.revision, title: act?.title)
    } catch let changed as DecisionLog.Changed {
      throw ActProblem(status: 409, message: changed.description)
    }
  }
}
