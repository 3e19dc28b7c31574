internal import ArgumentParser
internal import Configuration
internal import Facts
internal import FrontEnd
internal import Pipeline
internal import Reports

struct InfoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "info", abstract: "Say what is enabled, and why something is not.")

  enum Topic: String, ExpressibleByArgument, CaseIterable {
    case languages, formats, triggers, limits
  }

  @Argument(help: "languages, formats, triggers or limits; all by default.")
  var topic: Topic?

  func run() throws {
    let topics = topic.map { [$0] } ?? Topic.allCases
    let parts = topics.map(Self.text)
    try Output.write(parts.joined(separator: "\n"))
  }

  private static func text(_ topic: Topic) -> String {
    switch topic {
    case .languages: languages
    case .formats: formats
    case .triggers: triggers
    case .limits: limits
    }
  }

  private static var languages: String {
    var text = "languages\n"
    for frontEnd in FrontEnds.all {
      for language in frontEnd.languages {
        let state =
          frontEnd.unavailability(of: language).map { "disabled: " + $0 }
          ?? frontEnd.reader(of: language)
        text += "  \(language.displayName): \(state)\n"
      }
    }
    return text
  }

  private static var formats: String {
    var text = "formats\n"
    for entry in OutputFormats.catalogue {
      text +=
        "  \(entry.command) \(entry.name): \(entry.help)\(entry.isDefault ? " (default)" : "")\n"
    }
    return text
  }

  private static var triggers: String {
    let kinds = TriggerKind.allCases.map(\.rawValue).joined(separator: ", ")
    let declarations = DeclarationPack.standard.map { pack in
      "    \(pack.name): \(pack.triggers.count) rules, \(pack.version)\n"
    }.joined()
    return """
      triggers
        kinds: \(kinds)
        declared in: comments (@trigger), annotate attributes, cleave.yml, crontab, systemd units, \
      Kubernetes CronJob, code by its frameworks
        rules over configuration, which a pack of the same name in .cleave/rules replaces:
      \(declarations)  rules over code, likewise:

      """ + packs
  }

  /// A line for each pack of rules over code: its name, its languages, how many rules it has.
  private static var packs: String {
    FrameworkPack.standardTriggers().filter { !$0.triggers.isEmpty }.map { pack in
      let count = pack.triggers.count
      return "    \(pack.name) (\(pack.languages.joined(separator: ", "))): "
        + "\(count) rule\(count == 1 ? "" : "s"), checked \(pack.version)\n"
    }.joined()
  }

  private static var limits: String {
    let table = DecisionParameters.standard
    let providers = Provider.all.map { provider in
      let platforms = provider.platforms.map { "\($0.name) (\($0.title))" }
      return "    \(provider.version): \(platforms.joined(separator: ", "))\n"
    }.joined()
    return """
      limits
        small application: \(table.smallApplication.maxLines) lines of code, \
      \(table.smallApplication.maxEntryPoints) entry points
        decision rules: version \(table.version)
        limits and prices of providers, which 'provider' in cleave.yml chooses from:
      \(providers)\
        source file: \(DiscoveryOptions().largestSource >> 20) MB; larger ones are named and left out
        parser: \(Int(AnalysisEnvironment.standardTimeLimit)) s and \
      \(WorkerCommand.memoryLimit >> 30) GB for one file

      """
  }
}

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a commented \(Configuration.fileName) to start from.")

  @Argument(help: "Folder of the repository.")
  var path = "."

  func run() throws {
    let file = path + "/" + Configuration.fileName
    guard try NewFile.write(Configuration.starter, to: file) else {
      throw UsageError("\"\(file)\" exists already; edit it")
    }
    Output.talk("wrote \(file)")
  }
}
