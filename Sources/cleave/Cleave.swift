internal import ArgumentParser

@main
struct Cleave: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cleave", abstract: "Shows where a monolith splits.")
}
