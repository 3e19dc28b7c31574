internal import Yams

/// What a provider of functions allows, and what it asks for: a dated table for each.
package struct Provider: Sendable, Hashable {
  /// What a trigger of some kind becomes there.
  package struct Service: Sendable, Hashable {
    package var name: String
    /// Price of one event beside the run; nil where nothing is said of prices.
    package var event: Double?
  }

  package var name: String
  package var title: String
  /// The date of the table.
  package var version: String
  /// In the order of the table.
  package var platforms: [Platform]
  /// By the name of the trigger's kind; kinds without one have no equivalent there.
  package var triggers: [String: Service]
  package var container: ContainerPrice?
  package var coldStart: ColdStart?
  /// Identifiers of runtimes, by the identifier of the language.
  package var runtimes: [String: String]
  /// How functions are tried without the provider.
  package var test: String
  /// Managed services that replace a part, by what the part is for (``PartPurpose``).
  package var services: [String: String]

  /// The tables that come with the tool, read once; the first is the default's.
  package static let all: [Provider] = [
    PackageResources.provider_aws_yml, PackageResources.provider_azure_yml,
    PackageResources.provider_google_yml, PackageResources.provider_cloudflare_yml,
    PackageResources.provider_knative_yml,
  ].map { bytes in
    guard let root = try? YAMLText.documents(String(decoding: bytes, as: UTF8.self)).first else {
      preconditionFailure("a table of a provider is damaged")
    }
    return Provider(EmbeddedTable(root))
  }

  /// Names of all platforms, as `provider` in `cleave.yml` takes them.
  package static let platformNames = all.flatMap(\.platforms).map(\.name)

  /// The provider that has a platform, and the platform.
  package static func platform(_ name: String) -> (provider: Provider, platform: Platform)? {
    for provider in all {
      if let platform = provider.platforms.first(where: { $0.name == name }) {
        return (provider, platform)
      }
    }
    return nil
  }

  private init(_ table: EmbeddedTable) {
    name = table.text("provider")
    title = table.text("title")
    version = table.text("version")
    platforms = table.table("platforms").entries.map(Platform.init)
    triggers = [:]
    for (kind, service) in table.table("triggers").entries {
      triggers[kind] = Service(name: service.text("as"), event: service.numbers["event"])
    }
    container = table.optional("container").map(ContainerPrice.init)
    coldStart = table.optional("cold-start").map(ColdStart.init)
    runtimes = table.optional("runtimes")?.texts ?? [:]
    test = table.text("test")
    services = table.optional("services")?.texts ?? [:]
  }
}

/// A way to run functions at a provider.
package struct Platform: Sendable, Hashable {
  package var name: String
  package var title: String
  package var limits: ProviderLimits
  /// Nil where the machines below it are paid for anyway.
  package var prices: RunPrices?

  fileprivate init(_ name: String, _ table: EmbeddedTable) {
    self.name = name
    title = table.text("title")
    limits = ProviderLimits(title: title, table.table("limits").numbers)
    prices = table.optional("prices").map(RunPrices.init)
  }
}

/// What a platform allows a function; nil for what is not limited or not known.
package struct ProviderLimits: Sendable, Hashable {
  /// Of the platform, for messages.
  package var title: String
  /// Seconds that a run may take, for events and for requests.
  package var maxRun: Double?
  package var maxRunSync: Double?
  /// Seconds after which the front end gives up on a request.
  package var frontTimeout: Double?
  /// Megabytes.
  package var maxMemory: Double?
  package var maxPackage: Double?
  /// Seconds between two firings of a schedule.
  package var minSchedulePeriod: Double?
  /// Seconds that the start may take.
  package var startTime: Double?

  fileprivate init(title: String, _ numbers: [String: Double]) {
    self.title = title
    maxRun = numbers["max-run"]
    maxRunSync = numbers["max-run-sync"] ?? maxRun
    frontTimeout = numbers["front-timeout"]
    maxMemory = numbers["max-memory"]
    maxPackage = numbers["max-package"]
    minSchedulePeriod = numbers["min-schedule-period"]
    startTime = numbers["init"]
  }
}

/// What a run costs, in USD.
package struct RunPrices: Sendable, Hashable {
  package var request: Double
  package var gigabyteSecond: Double
  package var processorSecond: Double
  /// Processors that are paid for while it runs.
  package var processors: Double
  /// Seconds to which a run is rounded up, and the least that is paid for.
  package var step: Double
  package var leastRun: Double
  /// Megabytes that are paid for at least.
  package var leastMemory: Double
  /// A month.
  package var freeRequests: Double
  package var freeGigabyteSeconds: Double
  /// When they were looked up.
  package var checked: String

  fileprivate init(_ table: EmbeddedTable) {
    let numbers = table.numbers
    request = table["request"]
    gigabyteSecond = table["gb-second"]
    processorSecond = numbers["vcpu-second"] ?? 0
    processors = numbers["vcpus"] ?? 0
    step = numbers["step"] ?? 0.001
    leastRun = numbers["least-run"] ?? step
    leastMemory = numbers["least-memory"] ?? 128
    freeRequests = numbers["free-requests"] ?? 0
    freeGigabyteSeconds = numbers["free-gb-seconds"] ?? 0
    checked = table.text("checked")
  }
}

/// What a container costs that runs on and on.
package struct ContainerPrice: Sendable, Hashable {
  package var name: String
  /// USD a month of 730 hours, for one.
  package var month: Double
  package var processors: Double
  package var gigabytes: Double
  package var checked: String

  package static let hoursOfMonth = 730.0

  fileprivate init(_ table: EmbeddedTable) {
    let numbers = table.numbers
    name = table.text("as")
    processors = table["vcpus"]
    gigabytes = table["gb"]
    checked = table.text("checked")
    month =
      numbers["month"]
      ?? (processors * table["vcpu-hour"] + gigabytes * table["gb-hour"]) * Self.hoursOfMonth
  }
}

/// How long the first answer takes.
package struct ColdStart: Sendable, Hashable {
  /// Milliseconds of an empty function, by the identifier of the language.
  package var floors: [String: Double]
  /// Milliseconds for each megabyte of a package, and the share of it for what is compiled.
  package var perMegabyte: Double
  package var compiledShare: Double
  /// Seconds that an instance waits for the next event.
  package var idle: Double
  package var checked: String

  fileprivate init(_ table: EmbeddedTable) {
    floors = table.table("languages").numbers
    perMegabyte = table["package-mb"]
    compiledShare = table["compiled"]
    idle = table["idle"]
    checked = table.text("checked")
  }
}
