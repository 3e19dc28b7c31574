internal import Basics
package import Configuration
internal import Facts

extension Configuration {
  /// What is wrong with the triggers that are declared by hand, judged by the triggers' own grammar;
  /// sorted by line, empty where all is well.
  package var triggerProblems: [ConfigurationError.Problem] {
    let kinds = TriggerGrammar.kinds.map(\.rawValue) + [TriggerKind.direct.rawValue]
    var problems: [ConfigurationError.Problem] = []
    for trigger in triggers {
      if !kinds.contains(trigger.kind) {
        let name = "'\(trigger.kind.escapedForTerminal)'"
        problems.append(
          .init(
            line: trigger.line,
            message: "\(name) is not a kind of trigger"
              + NearestName.hint(for: trigger.kind, among: kinds)))
      }
      for attribute in trigger.attributes {
        guard let problem = TriggerKey(rawValue: attribute.key)?.problem(with: attribute.value)
        else { continue }
        problems.append(.init(line: attribute.line, message: problem))
      }
    }
    return problems.sorted { $0.line < $1.line }
  }
}
