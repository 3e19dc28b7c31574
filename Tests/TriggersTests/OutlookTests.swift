import Facts
import Testing

@testable import Triggers

/// What running a part as a function would mean, against the figures of the cost model.
@Suite struct OutlookTests {
  private let rules = DecisionRules(platform: "aws-lambda")

  private func request(memory: Double, duration: Double, rate: Double? = nil) -> CandidateFacts {
    var facts = CandidateFacts(kind: .http)
    (facts.memory, facts.duration, facts.rate) = (memory, duration, rate)
    return facts
  }

  /// The published table: gigabytes, seconds, requests a second at which one container costs the same.
  @Test(arguments: [
    (0.125, 0.02, 11.0), (0.125, 0.1, 9.7), (0.5, 0.1, 6.7), (0.5, 0.5, 2.6), (1, 0.1, 4.8),
    (1, 0.5, 1.4), (1, 2, 0.4),
  ])
  func breaksEven(_ gigabytes: Double, _ duration: Double, _ rate: Double) throws {
    let facts = request(memory: gigabytes * 1024, duration: duration)
    let cost = try #require(rules.model.cost(facts))
    #expect(abs(cost.breakEvenRate - rate) < 0.06, "\(cost.breakEvenRate)")
    #expect(abs(cost.always - 36.04) < 0.01 && cost.assumptions.isEmpty && cost.month == nil)
  }

  /// Schedules at 1 GB without what is free: every minute a second costs 0.73 a month.
  @Test func countsWhatIsFree() throws {
    var facts = CandidateFacts(kind: .schedule)
    (facts.memory, facts.duration, facts.period) = (1024, 1, 60)
    let cost = try #require(rules.model.cost(facts))
    #expect(abs(cost.perMillion * 43_800 / 1e6 - 0.74) < 0.01)
    #expect(cost.month == 0)
    (facts.duration, facts.period) = (30, 60)
    let busy = try #require(rules.model.cost(facts)?.month)
    #expect(abs(busy - (43_800 * 30 - 400_000) * 0.0000166667) < 0.01)
  }

  @Test func takesMoreContainersForAPeak() throws {
    var facts = request(memory: 1024, duration: 0.5, rate: 1)
    #expect(rules.model.cost(facts)?.containers == 1)
    facts.peakRate = 7
    #expect(rules.model.cost(facts)?.containers == 5)
  }

  @Test func saysWhatItAssumes() throws {
    let cost = try #require(rules.model.cost(CandidateFacts(kind: .queue)))
    #expect(cost.assumptions == ["1 s a run", "1024 MB"])
  }

  @Test func v12SteadyRateIsAContainer() {
    let decision = rules.decide(request(memory: 1024, duration: 0.1, rate: 20))
    #expect(decision.verdict == .containerService && decision.rule == "D10")
    #expect(decision.mode == .alwaysOn)
  }

  @Test func v13CalmRateIsAFunction() {
    let decision = rules.decide(request(memory: 1024, duration: 0.1, rate: 0.5))
    #expect(decision.verdict == .function)
  }

  /// Every minute for 30 s: half of the time, where a container is cheaper.
  @Test func busyScheduleIsAContainer() {
    var facts = CandidateFacts(kind: .schedule)
    (facts.memory, facts.duration, facts.period) = (128, 30, 60)
    #expect(rules.decide(facts).rule == "D10")
    facts.duration = nil
    facts.timeout = 30
    #expect(rules.decide(facts).rule != "D10")
  }

  @Test func v22LateFirstAnswerIsAContainer() {
    var facts = request(memory: 512, duration: 0.05, rate: 0.01)
    facts.language = "python"
    facts.packageSize = 60
    facts.latency = 0.3
    let decision = rules.decide(facts)
    #expect(decision.verdict == .containerService && decision.rule == "D11")
    #expect(decision.outlook?.coldStart?.milliseconds == 2186)
    facts.latency = 3
    #expect(rules.decide(facts).verdict == .function)
    facts.kind = .queue
    facts.latency = 0.3
    #expect(rules.decide(facts).verdict == .function)
  }

  @Test func compiledPackagesStartFaster() {
    var facts = request(memory: 512, duration: 0.05)
    facts.language = "go"
    facts.packageSize = 10
    #expect(rules.model.firstAnswer(facts)?.milliseconds == 49 + 35 * 10 * 0.3)
    facts.language = "cobol"
    #expect(rules.model.firstAnswer(facts) == nil)
  }

  @Test func tellsEquivalentsAndServices() throws {
    var facts = CandidateFacts(kind: .storage)
    facts.purpose = "images"
    let outlook = try #require(rules.decide(facts).outlook)
    #expect(outlook.equivalents.map(\.provider).first == "AWS" && outlook.providers == 5)
    #expect(outlook.services.contains { $0.provider == "Cloudflare" })
    #expect(rules.decide(CandidateFacts(kind: .daemon)).outlook == nil)
  }

  @Test func knativeSaysNothingOfMoney() {
    let rules = DecisionRules(platform: "knative")
    let decision = rules.decide(request(memory: 1024, duration: 0.1, rate: 20))
    #expect(decision.outlook?.cost == nil && decision.rule != "D10")
  }

  @Test func v21HardwareIsAJob() {
    var facts = CandidateFacts(kind: .queue)
    facts.blockers = [.init(.container, Ground("B12", "needs a processor"))]
    #expect(rules.decide(facts).verdict == .containerJob && rules.decide(facts).rule == "D7")
    facts.kind = .http
    #expect(rules.decide(facts).verdict == .containerService)
  }

  @Test func v15PlatformFunctionsNeedNoRate() {
    var facts = CandidateFacts(kind: .http)
    facts.isPlatformFunction = true
    let decision = rules.decide(facts)
    #expect(decision.rule != "D11b")
    #expect(decision.reasons.contains { $0.id == "F10" && $0.points == 20 })
  }

  @Test func aCatchAllIsCalledWhatItIs() {
    var facts = CandidateFacts(kind: .http)
    facts.isPlatformFunction = true
    facts.isCatchAll = true
    let decision = rules.decide(facts)
    #expect(decision.verdict == .containerService && decision.rule == "D14")
    #expect(decision.reasons[0].text.contains("whole program"))
  }

  @Test(arguments: [
    (0.0, "0"), (0.01, "0.01"), (0.0456, "0.046"), (0.996, "1"), (4.76, "4.8"), (20, "20"),
    (0.1, "0.1"), (0.25, "0.25"),
  ])
  func writesRates(_ rate: Double, _ want: String) {
    #expect(Figure.exact(rate) == want)
  }
}
