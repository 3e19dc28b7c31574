import DependencyGraph
import Facts
import Testing

/// What one line declares several times over has one order, whatever the seed of hashes.
@Suite struct TriggerOrderTests {
  private func triggers(_ handlers: [TriggerDeclaration.Handler]) -> [TriggerNode] {
    var facts = FileFacts(path: "jobs.yaml", language: .yaml)
    facts.triggers = handlers.map {
      TriggerDeclaration(
        kind: .schedule, origin: .configuration, rule: "kubernetes.cronjob", handler: $0, line: 3,
        evidence: "kind: CronJob")
    }
    var linker = Linker(files: [])
    linker.add(facts, mode: .direct)
    return linker.link().triggers
  }

  @Test func `containers of one job are sorted`() {
    let handlers = (10..<60).map { TriggerDeclaration.Handler.command(["task\($0)"]) }
    for given in [handlers, handlers.reversed(), handlers.shuffled()] {
      #expect(triggers(given).map(\.declaration.handler) == handlers)
    }
  }

  @Test func `rules and attributes decide where handlers do not`() {
    var facts = FileFacts(path: "a.yaml", language: .yaml)
    for rule in ["b", "a"] {
      for number in [3, 1, 2] {
        facts.triggers.append(
          TriggerDeclaration(
            kind: .http, origin: .configuration, rule: rule, handler: .nothing,
            attributes: [.init(key: "path", value: "/\(number)")], line: 1, evidence: "x"))
      }
    }
    var linker = Linker(files: [])
    linker.add(facts, mode: .direct)
    let found = linker.link().triggers.map { $0.declaration.rule + ($0.declaration["path"] ?? "") }
    #expect(found == ["a/1", "a/2", "a/3", "b/1", "b/2", "b/3"])
  }
}
