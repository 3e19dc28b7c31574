/// What running a part as a function would mean: money, the first answer, the way back.
package struct Outlook: Sendable, Hashable {
  /// Nil where the machines are paid for anyway.
  package var cost: RunCost?
  /// Nil where nothing was measured for the language at the provider.
  package var coldStart: FirstAnswer?
  /// What the trigger becomes at each provider, the chosen one first; providers without it are left
  /// out.
  package var equivalents: [Equivalent] = []
  /// Providers that were looked at.
  package var providers = 0
  /// How it is tried without the provider.
  package var test: String
  /// Services that providers sell for what it is for.
  package var services: [Equivalent] = []
  /// The platform, and the date of its table.
  package var platform: String
  package var version: String

  package struct Equivalent: Sendable, Hashable {
    package var provider: String
    package var service: String
  }
}

/// What a part costs as a function and as a container that runs on and on, in USD.
package struct RunCost: Sendable, Hashable {
  /// A million runs, their events included, without what is free.
  package var perMillion: Double
  /// A month at the rate that is declared or measured, with what is free; nil where none is.
  package var month: Double?
  /// A month of the containers that the peak rate takes.
  package var always: Double
  package var containers: Int
  package var container: String
  /// Events a month and a second at which both cost the same.
  package var breakEvenMonth: Double
  package var breakEvenRate: Double
  /// What was taken for want of a declaration.
  package var assumptions: [String]
  /// When the prices of runs and containers were looked up.
  package var checked: [String]
}

/// How long the first answer of an instance takes.
package struct FirstAnswer: Sendable, Hashable {
  package var milliseconds: Double
  /// Share of the events that meet no instance, at most; nil where the rate is not known.
  package var share: Double?
  /// Megabytes of libraries that are in it; nil where nothing is known of them, so that it is the
  /// least that it takes.
  package var packageSize: Double?
  package var checked: String
}
