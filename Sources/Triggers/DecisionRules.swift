package import Configuration
internal import Facts

/// The rules by which a candidate gets its verdict; the first that holds decides.
package struct DecisionRules: Sendable {
  package var parameters: DecisionParameters
  let model: OutlookModel

  var limits: ProviderLimits { model.platform.limits }

  /// By the tables of a platform; of the first where there is none of that name.
  package init(platform name: String, parameters: DecisionParameters = .standard) {
    self.parameters = parameters
    let (provider, platform) =
      Provider.platform(name) ?? (Provider.all[0], Provider.all[0].platforms[0])
    model = OutlookModel(provider: provider, platform: platform, parameters: parameters)
  }

  package func decide(_ facts: CandidateFacts) -> Decision {
    var decision = verdict(facts)
    decision.blockers = blockers(facts)
    decision.warnings = facts.blockers.filter { $0.severity == .warning }.map(\.ground)
    if decision.rule == "D2" || decision.rule == "D9" {
      var repaired = facts.repaired
      // Unknown durations are told in what it needs; what is usual stands for them here.
      repaired.duration = model.usualDuration(facts)
      let other = verdict(repaired).verdict
      if other != decision.verdict { decision.whatIf = other }
    }
    decision.needs += needs(facts, decision)
    if facts.couldBeFunction { decision.outlook = model.outlook(facts) }
    return decision
  }

  private func verdict(_ facts: CandidateFacts) -> Decision { gate(facts) ?? score(facts) }

  // MARK: Gates

  private func gate(_ facts: CandidateFacts) -> Decision? {
    declaration(facts) ?? entanglement(facts) ?? processLife(facts) ?? limit(facts)
      ?? containerNeed(facts) ?? money(facts) ?? latency(facts)
  }

  /// D0 and D1, and kinds that start nothing by themselves.
  private func declaration(_ facts: CandidateFacts) -> Decision? {
    if !facts.isEnabled || facts.kind == .direct || facts.kind == .none {
      let text =
        facts.isEnabled ? "no event is declared to start it" : "its trigger is switched off"
      return decision(.undeclared, Ground("D0", text))
    }
    switch facts.kind {
    case .unknown:
      return decision(.undeclared, Ground("D0", "its event is of a kind that is not known"))
    case .daemon:
      return decision(
        .containerService, .alwaysOn, Ground("D5", "declared as a process that stays"))
    case .startup, .signal, .inproc, .cli:
      let what =
        facts.kind == .cli ? "a person starts it by hand" : "it is part of its process's life"
      return decision(.keep, Ground("D0", what + ", no event does"))
    default: break
    }
    let small = parameters.smallApplication
    let application = facts.application
    if !facts.isRequested, application.lines < small.maxLines,
      application.entryPoints <= small.maxEntryPoints,
      application.asyncTriggers <= small.maxAsyncTriggers
    {
      return decision(
        .keep,
        Ground("D1", "\(application.lines) lines are a small application, one program is enough"))
    }
    return nil
  }

  /// D2 and D3.
  private func entanglement(_ facts: CandidateFacts) -> Decision? {
    if !facts.sharedWrites.isEmpty {
      let count = facts.sharedWrites.count
      return decision(
        .keep,
        Ground(
          "D2", "writes \(count == 1 ? "a table" : "\(count) tables") that others write too",
          places: facts.sharedWrites.flatMap { $0.places.prefix(1) },
          hint: "give it its own store first"))
    }
    if facts.exclusiveShare < parameters.minExclusiveShare, facts.callsOut > parameters.maxCallsOut
    {
      return decision(
        .keep,
        Ground(
          "D3",
          "only \(Figure.percent(facts.exclusiveShare)) of its code is its own, and it calls the "
            + "rest at \(facts.callsOut) places",
          hint: "separate what it uses first"))
    }
    return nil
  }

  /// D4 and D5.
  private func processLife(_ facts: CandidateFacts) -> Decision? {
    if facts.isFrontEnd {
      return decision(
        .containerService, .alwaysOn, Ground("D4", "a front end serves people all the time"))
    }
    if facts.kind == .duplex {
      return decision(
        .containerService, .alwaysOn, Ground("D5", "it holds connections to its clients"))
    }
    guard let blocker = facts.blockers.first(where: { $0.severity == .hard }) else { return nil }
    var ground = blocker.ground
    ground.id = "D5"
    return decision(.containerService, .alwaysOn, ground)
  }

  /// D6 to D8.
  private func limit(_ facts: CandidateFacts) -> Decision? {
    if let period = facts.period, let least = limits.minSchedulePeriod, period < least {
      let text =
        "fires every \(Figure.seconds(period)), \(limits.title) not oftener than every "
        + Figure.seconds(least)
      return decision(.containerService, .alwaysOn, Ground("D6", text))
    }
    let longest = facts.isSynchronous ? limits.maxRunSync : limits.maxRun
    if let duration = facts.knownDuration, let longest, duration > longest {
      return tooBig(
        facts,
        "a run takes \(Figure.seconds(duration)), \(limits.title) allows "
          + Figure.seconds(longest))
    }
    if let memory = facts.memory, let most = limits.maxMemory, memory > most {
      return tooBig(
        facts, "needs \(Figure.short(memory)) MB, \(limits.title) allows \(Figure.short(most)) MB")
    }
    if let size = facts.packageSize, let most = limits.maxPackage, size > most {
      return tooBig(
        facts,
        "brings \(Figure.short(size)) MB of libraries, \(limits.title) allows "
          + "\(Figure.short(most)) MB")
    }
    if let hardware = facts.blockers.first(where: { $0.ground.id == "B12" }) {
      return tooBig(facts, hardware.ground.text, hardware.ground.places)
    }
    if facts.isSynchronous, let duration = facts.knownDuration, let front = limits.frontTimeout,
      duration > front
    {
      let text =
        "a request takes \(Figure.seconds(duration)), the front of \(limits.title) waits "
        + Figure.seconds(front)
      return decision(
        .containerService, .scaleToZero,
        Ground("D8", text, hint: "accept it, answer 202 and do it from a queue"))
    }
    return nil
  }

  private func tooBig(
    _ facts: CandidateFacts, _ text: String, _ places: [TriggerPlace] = []
  ) -> Decision {
    let ground = Ground("D7", text, places: places)
    return facts.isSynchronous
      ? decision(.containerService, .scaleToZero, ground) : decision(.containerJob, ground)
  }

  /// D9: what a container can do and a function cannot.
  private func containerNeed(_ facts: CandidateFacts) -> Decision? {
    let found = facts.blockers.filter { $0.severity == .container }
    guard let first = found.first else { return nil }
    // Pages are asked for all the time, as in D4.
    let keepsRunning = found.contains { ["B5", "B8", "B20"].contains($0.ground.id) }
    var ground = first.ground
    ground.id = "D9"
    return decision(.containerService, keepsRunning ? .alwaysOn : .scaleToZero, ground)
  }

  /// D10, for rates and durations that somebody declared or measured.
  private func money(_ facts: CandidateFacts) -> Decision? {
    guard let duration = facts.duration, let rate = facts.rate ?? facts.period.map({ 1 / $0 }),
      let cost = model.cost(facts)
    else { return nil }
    if rate >= cost.breakEvenRate {
      let text =
        "\(Figure.exact(rate)) events a second are above \(Figure.exact(cost.breakEvenRate)), "
        + "from where \(cost.container) is cheaper"
      return decision(.containerService, .alwaysOn, Ground("D10", text))
    }
    guard rate * duration >= parameters.busyShare else { return nil }
    let text =
      "its events keep an instance busy \(Figure.percent(rate * duration)) of the time, from "
      + "\(Figure.percent(parameters.busyShare)) a container is cheaper"
    return decision(.containerService, .alwaysOn, Ground("D10", text))
  }

  /// D11.
  private func latency(_ facts: CandidateFacts) -> Decision? {
    guard facts.isSynchronous, let latency = facts.latency,
      let first = model.firstAnswer(facts), first.milliseconds > latency * 1000
    else { return nil }
    let text =
      "a first answer takes \(Figure.seconds(first.milliseconds / 1000)), "
      + "\(Figure.seconds(latency)) are declared"
    return decision(
      .containerService, .alwaysOn,
      Ground("D11", text, hint: "or pay for instances that wait"))
  }

  // MARK: Score

  /// D11b to D16.
  private func score(_ facts: CandidateFacts) -> Decision {
    let scoring = Scoring(facts, parameters, start: model.firstAnswer(facts)?.milliseconds)
    var result: Decision
    if facts.isCatchAll {
      result = decision(
        .containerService, .scaleToZero,
        Ground(
          "D14", "one route takes every request: a whole program in one function",
          hint: "declare its inner routes, or run it as a container"))
    } else if parameters.syncNeedsRate, facts.isSynchronous, !scoring.hasRateEvidence,
      !facts.isPlatformFunction
    {
      result = inherit(
        facts, "D11b", "no declared rate says that it is rarely or unevenly used")
      result.needs.append("rps or peak_rps")
    } else if scoring.score >= parameters.scoreFlag, facts.confidence < parameters.minConfidence {
      result = inherit(
        facts, "D12", "possible, but too little of the code that it reaches is known")
      result.whatIf = .function
    } else if scoring.score >= parameters.scoreFlag, facts.isDataUnseen, !facts.isPlatformFunction {
      result = inherit(facts, "D12", "possible, but what it reads and writes was not seen")
      result.whatIf = .function
    } else if scoring.score >= parameters.scoreFlag, facts.isClockUnknown,
      !facts.isPlatformFunction
    {
      result = inherit(facts, "D12", "possible, but nothing that can be read says when it runs")
      result.whatIf = .function
      result.needs.append("cron or rate")
    } else if scoring.score >= parameters.scoreFlag, let fit = fit(facts, scoring) {
      result = fit
    } else if scoring.score >= parameters.scoreMaybe {
      result = inherit(facts, "D15", "a borderline case")
      result.reasons[0].hint = scoring.cheapestChanges ?? result.reasons[0].hint
    } else {
      result = inherit(facts, "D16", "little speaks for a function")
    }
    result.score = scoring.score
    result.reasons += scoring.grounds
    return result
  }

  private func fit(_ facts: CandidateFacts, _ scoring: Scoring) -> Decision? {
    if facts.handlerCount > parameters.maxHandlers {
      return decision(
        .containerService, .scaleToZero,
        Ground("D14", "\(facts.handlerCount) handlers share its data", hint: "split it"))
    }
    if facts.handlerCount == 1 {
      let length = facts.knownDuration == nil ? "" : "short-lived, "
      return decision(.function, Ground("D12", length + "started by an event, on its own"))
    }
    guard scoring.ownsData || facts.isDataUnseen else { return nil }
    let data =
      facts.isDataUnseen
      ? "belong together, what data they use was not seen"
      : facts.writtenStores > 0
        ? "share data of their own" : "belong together, no data that they share was found"
    return decision(.serverlessService, Ground("D13", "\(facts.handlerCount) handlers \(data)"))
  }

  /// A container where the boundaries propose the part as a service, else it stays. What runs by the
  /// clock serves nobody: its container ends with the run.
  private func inherit(_ facts: CandidateFacts, _ rule: String, _ text: String) -> Decision {
    guard facts.isOwnService else {
      return decision(
        .keep, Ground(rule, text + ", and its part is not proposed as a service"))
    }
    let ground = Ground(rule, text + "; it goes with its part, which is proposed as a service")
    return facts.kind == .schedule
      ? decision(.containerJob, ground) : decision(.containerService, .scaleToZero, ground)
  }

  // MARK: Parts

  private func decision(_ verdict: Verdict, _ ground: Ground) -> Decision {
    Decision(verdict: verdict, rule: ground.id, reasons: [ground])
  }

  private func decision(
    _ verdict: Verdict, _ mode: ContainerMode, _ ground: Ground
  ) -> Decision {
    Decision(verdict: verdict, mode: mode, rule: ground.id, reasons: [ground])
  }

  private func blockers(_ facts: CandidateFacts) -> [Ground] {
    facts.sharedWrites + facts.blockers.filter { $0.severity > .warning }.map(\.ground)
  }

  private func needs(_ facts: CandidateFacts, _ decision: Decision) -> [String] {
    guard decision.score != nil || decision.whatIf != nil else { return [] }
    var needs: [String] = []
    if facts.knownDuration == nil { needs.append("duration_ms") }
    if facts.rate == nil, facts.period == nil, facts.kind != .schedule,
      !decision.needs.contains("rps or peak_rps")
    {
      needs.append("rps")
    }
    return needs
  }
}
