internal import Basics
internal import Configuration
internal import Facts

/// Works out what running a part as a function would mean, by the tables of the provider.
struct OutlookModel: Sendable {
  let provider: Provider
  let platform: Platform
  let parameters: DecisionParameters

  /// Languages whose packages are compiled, or bundled by their tools.
  private static let compiled: Set<String> = [
    "c", "cpp", "objc", "objcpp", "rust", "go", "swift",
  ]
  private static let secondsOfMonth = 2_628_000.0

  func outlook(_ facts: CandidateFacts) -> Outlook {
    var outlook = Outlook(
      test: provider.test, platform: platform.title, version: provider.version)
    outlook.cost = cost(facts)
    outlook.coldStart = firstAnswer(facts)
    outlook.providers = Provider.all.count
    let ordered = [provider] + Provider.all.filter { $0.name != provider.name }
    outlook.equivalents = ordered.compactMap { provider in
      provider.triggers[facts.kind.rawValue].map {
        Outlook.Equivalent(provider: provider.title, service: $0.name)
      }
    }
    if let purpose = facts.purpose {
      outlook.services = ordered.compactMap { provider in
        provider.services[purpose].map {
          Outlook.Equivalent(provider: provider.title, service: $0)
        }
      }
    }
    return outlook
  }

  // MARK: Costs

  /// The formulas of the cost model: marginal price of a run with its event, against containers that
  /// the peak keeps busy.
  func cost(_ facts: CandidateFacts) -> RunCost? {
    guard let prices = platform.prices, let container = provider.container else { return nil }
    var assumptions: [String] = []
    let duration = usualDuration(facts)
    if facts.duration == nil { assumptions.append("\(Figure.seconds(duration)) a run") }
    let memory = facts.memory ?? parameters.assumed.memory
    if facts.memory == nil { assumptions.append("\(Figure.short(memory)) MB") }
    let billed = max(prices.leastRun, (duration / prices.step).rounded(.up) * prices.step)
    let gigabytes = max(memory, prices.leastMemory) / 1024
    let second = gigabytes * prices.gigabyteSecond + prices.processors * prices.processorSecond
    let event = provider.triggers[facts.kind.rawValue]?.event ?? 0
    let run = prices.request + event + billed * second
    let peak = facts.peakRate ?? facts.rate ?? 0
    let load = peak * duration / (parameters.maxLoad * container.processors)
    let containers = max(1, Int(min(load.rounded(.up), 1e6)))
    var cost = RunCost(
      perMillion: run * 1e6, always: Double(containers) * container.month, containers: containers,
      container: container.name, breakEvenMonth: container.month / run,
      breakEvenRate: container.month / run / Self.secondsOfMonth, assumptions: assumptions,
      checked: Array(Set([prices.checked, container.checked])).sorted())
    if let rate = facts.rate ?? facts.period.map({ 1 / $0 }) {
      let runs = rate * Self.secondsOfMonth
      let seconds = max(0, runs * billed * gigabytes - prices.freeGigabyteSeconds) / gigabytes
      cost.month =
        max(0, runs - prices.freeRequests) * prices.request + runs * event + seconds * second
    }
    return cost
  }

  /// Seconds of a run: as declared or measured, else what is usual.
  func usualDuration(_ facts: CandidateFacts) -> Double {
    if let duration = facts.duration { return duration }
    let usual = facts.isSynchronous ? parameters.assumed.request : parameters.assumed.event
    return facts.timeout.map { min($0, usual) } ?? usual
  }

  // MARK: First answer

  /// Floor of the language and what its libraries add; nil where the provider's table has no figure.
  func firstAnswer(_ facts: CandidateFacts) -> FirstAnswer? {
    guard let table = provider.coldStart, let language = facts.language,
      let floor = table.floors[language]
    else { return nil }
    let share = Self.compiled.contains(language) ? table.compiledShare : 1
    let milliseconds = floor + table.perMegabyte * (facts.packageSize ?? 0) * share
    var answer = FirstAnswer(
      milliseconds: milliseconds, packageSize: facts.packageSize, checked: table.checked)
    if let rate = facts.rate ?? facts.period.map({ 1 / $0 }), rate > 0 {
      answer.share = min(1, 1 / (rate * table.idle))
    }
    return answer
  }
}
