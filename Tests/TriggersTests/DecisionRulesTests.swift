import Configuration
import Facts
import Testing

@testable import Triggers

/// The acceptance vectors of the decision rules.
@Suite struct DecisionRulesTests {
  let rules = DecisionRules(platform: "aws-lambda")

  private func blocker(_ id: String, _ severity: CandidateFacts.Blocker.Severity)
    -> CandidateFacts.Blocker
  {
    .init(severity, Ground(id, "because", places: [TriggerPlace("a.c", 3)], hint: "mend it"))
  }

  private var resize: CandidateFacts {
    var facts = CandidateFacts(kind: .storage)
    facts.memory = 512
    facts.duration = 0.8
    facts.rate = 0.2
    facts.lines = 200
    return facts
  }

  private var login: CandidateFacts {
    var facts = CandidateFacts(kind: .http)
    facts.duration = 0.08
    facts.rate = 0.01
    facts.lines = 100
    facts.writtenStores = 1
    return facts
  }

  @Test func v1ImageResizeIsAFunction() {
    let decision = rules.decide(resize)
    #expect(decision.verdict == .function && decision.score == 90)
    let points = Dictionary(
      decision.reasons.compactMap { ground in ground.points.map { (ground.id, $0) } },
      uniquingKeysWith: +)
    #expect(points == ["F1": 30, "F2": 10, "F4": 15, "F5": 15, "F6": 10, "F7": 10])
  }

  @Test func v2LoginIsAFunction() {
    let decision = rules.decide(login)
    #expect(decision.verdict == .function && decision.score == 80)
  }

  @Test func v2LoginWithRegisterIsAService() {
    var facts = login
    facts.handlerCount = 3
    #expect(rules.decide(facts).verdict == .serverlessService)
    facts.handlerCount = 11
    #expect(rules.decide(facts).rule == "D14")
  }

  @Test func `what was not seen to own its data is not flagged, unless a platform runs it already`()
  {
    var facts = resize
    facts.isDataUnseen = true
    let decision = rules.decide(facts)
    #expect(decision.verdict == .keep && decision.rule == "D12" && decision.whatIf == .function)
    #expect(!decision.reasons.contains { $0.id == "F7" })
    facts.isPlatformFunction = true
    #expect(rules.decide(facts).verdict == .function)
  }

  @Test func `a borderline case says what would be enough`() {
    var facts = CandidateFacts(kind: .queue)
    #expect(rules.decide(facts).rule == "D15")
    #expect(
      rules.decide(facts).reasons[0].hint == "flagged if its duration is declared, below 1 s")
    facts.blockers = [blocker("B17", .soft)]
    #expect(
      rules.decide(facts).reasons[0].hint
        == "flagged if its rate is declared, busy less than 5 % of the time")
    // Where both are known, only the code can change.
    facts = CandidateFacts(kind: .storage)
    (facts.duration, facts.rate, facts.exclusiveShare) = (100, 0.003, 0.8)
    facts.blockers = [blocker("B17", .soft), blocker("B21", .soft)]
    let decision = rules.decide(facts)
    #expect(decision.rule == "D15" && decision.score == 48)
    #expect(
      decision.reasons[0].hint
        == "flagged if 'because' is mended and 'because' is mended")
    facts.blockers.removeLast()
    facts.kind = .dbchange
    #expect(rules.decide(facts).rule == "D15" && rules.decide(facts).reasons[0].hint == nil)
  }

  @Test func v3LoginWithSessionIsAContainer() {
    var facts = login
    facts.blockers = [blocker("B2", .container)]
    let decision = rules.decide(facts)
    #expect(decision.verdict == .containerService && decision.rule == "D9")
    #expect(decision.whatIf == .function && decision.mode == .scaleToZero)
    #expect(decision.blockers.map(\.id) == ["B2"] && decision.blockers[0].hint == "mend it")
  }

  @Test func v4SharedTableKeeps() {
    var facts = CandidateFacts(kind: .schedule)
    facts.period = 600
    facts.duration = 2
    facts.writtenStores = 1
    facts.sharedWrites = [Ground("B16", "'oms_order' is written by others too")]
    let decision = rules.decide(facts)
    #expect(decision.verdict == .keep && decision.rule == "D2" && decision.whatIf == .function)
  }

  @Test func v10EverySecondIsAContainer() {
    var facts = CandidateFacts(kind: .schedule)
    facts.period = 1
    let decision = rules.decide(facts)
    #expect(decision.verdict == .containerService && decision.rule == "D6")
    #expect(decision.mode == .alwaysOn)
    let azure = DecisionRules(platform: "azure-flex")
    #expect(azure.decide(facts).rule != "D6")
  }

  @Test func v11LongRequestIsAContainer() {
    var facts = CandidateFacts(kind: .http)
    facts.duration = 45
    let decision = rules.decide(facts)
    #expect(decision.verdict == .containerService && decision.rule == "D8")
    #expect(decision.reasons[0].hint?.contains("queue") == true)
  }

  @Test func v14SmallApplicationStaysWhole() {
    var facts = login
    facts.application = .init(lines: 4000, entryPoints: 20, asyncTriggers: 0)
    #expect(rules.decide(facts).rule == "D1" && rules.decide(facts).verdict == .keep)
    facts.isRequested = true
    #expect(rules.decide(facts).verdict == .function)
    facts.isRequested = false
    facts.application.asyncTriggers = 2
    #expect(rules.decide(facts).verdict == .function)
  }

  @Test func v20NoneIsUndeclared() {
    #expect(rules.decide(CandidateFacts(kind: .none)).verdict == .undeclared)
    #expect(rules.decide(CandidateFacts(kind: .direct)).verdict == .undeclared)
    var off = resize
    off.isEnabled = false
    #expect(rules.decide(off).verdict == .undeclared)
  }

  @Test(arguments: [
    (TriggerKind.daemon, Verdict.containerService), (.duplex, .containerService), (.cli, .keep),
    (.startup, .keep), (.inproc, .keep),
  ])
  func kindsThatAreNoFunctions(_ kind: TriggerKind, _ verdict: Verdict) {
    #expect(rules.decide(CandidateFacts(kind: kind)).verdict == verdict)
  }

  @Test func firstGateWins() {
    var facts = login
    facts.isFrontEnd = true
    facts.sharedWrites = [Ground("B16", "x")]
    #expect(rules.decide(facts).rule == "D2")
    facts.sharedWrites = []
    #expect(rules.decide(facts).rule == "D4")
    facts.isFrontEnd = false
    facts.blockers = [blocker("B7", .hard), blocker("B4", .container)]
    #expect(rules.decide(facts).rule == "D5")
    facts.blockers.removeFirst()
    facts.duration = 901
    #expect(rules.decide(facts).rule == "D7")
    facts.duration = 30
    #expect(rules.decide(facts).rule == "D8")
    facts.duration = 1
    #expect(rules.decide(facts).rule == "D9")
  }

  @Test func tooLongOrTooBig() {
    var facts = CandidateFacts(kind: .schedule)
    facts.period = 86400
    facts.timeout = 3600
    #expect(rules.decide(facts).verdict == .containerJob)
    facts.timeout = 600
    facts.memory = 20000
    #expect(rules.decide(facts).verdict == .containerJob)
    facts.memory = nil
    #expect(rules.decide(facts).reasons.contains { $0.id == "B10" && $0.points == -20 })
  }

  @Test func synchronousNeedsARate() {
    var facts = login
    facts.rate = nil
    let decision = rules.decide(facts)
    #expect(decision.rule == "D11b" && decision.verdict == .keep)
    #expect(decision.needs == ["rps or peak_rps"])
    facts.isOwnService = true
    #expect(rules.decide(facts).verdict == .containerService)
    facts.rate = 1
    facts.peakRate = 5
    #expect(rules.decide(facts).rule == "D12")
  }

  @Test func littleKnowledgeIsNeverFlagged() {
    var facts = resize
    facts.confidence = 0.4
    let decision = rules.decide(facts)
    #expect(!decision.verdict.isFlagged && decision.whatIf == .function)
  }

  @Test func entangledKeeps() {
    var facts = resize
    facts.exclusiveShare = 0.1
    facts.callsOut = 4
    #expect(rules.decide(facts).rule == "D3")
    facts.callsOut = 3
    #expect(rules.decide(facts).rule == "D12")
  }

  @Test(arguments: [
    (0.0, "0 %"), (0.001, "under 1 %"), (0.164, "16 %"), (1.0, "100 %"), (Double.infinity, "∞ %"),
  ])
  func writesShares(_ share: Double, _ want: String) {
    #expect(Figure.percent(share) == want)
  }

  @Test(arguments: [(0.08, "80 ms"), (1.5, "1.5 s"), (600.0, "10 min"), (60.0, "60 s")])
  func writesSeconds(_ seconds: Double, _ want: String) {
    #expect(Figure.seconds(seconds) == want)
  }
}
