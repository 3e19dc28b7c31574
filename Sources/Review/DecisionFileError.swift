/// What is wrong with a decisions file: every problem, by line.
package struct DecisionFileError: Error, Sendable, Hashable, CustomStringConvertible {
  package struct Problem: Sendable, Hashable {
    /// One-based.
    package var line: Int
    package var message: String
  }

  package var path: String
  package var problems: [Problem]

  package init(path: String = DecisionFile.name, problems: [Problem]) {
    self.path = path
    self.problems = problems.sorted { $0.line < $1.line }
  }

  /// `cleave.decisions.yml:12: unknown act "mve", did you mean "move"`, one line a problem.
  package var description: String {
    problems.map { "\(path):\($0.line): \($0.message)" }.joined(separator: "\n")
  }
}
