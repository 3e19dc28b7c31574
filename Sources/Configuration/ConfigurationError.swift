/// What is wrong with a configuration file: every problem, by line.
package struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
  package struct Problem: Sendable, Hashable {
    /// One-based.
    package var line: Int
    package var message: String

    package init(line: Int, message: String) {
      self.line = line
      self.message = message
    }
  }

  /// The file as it was named.
  package var path: String
  /// Sorted by line.
  package var problems: [Problem]

  package init(path: String, problems: [Problem]) {
    self.path = path
    self.problems = problems.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  /// `cleave.yml:12: 'exlude' is not a key of 'cleave.yml', did you mean 'exclude'`, a line each.
  package var description: String {
    problems.map { "\(path):\($0.line): \($0.message)" }.joined(separator: "\n")
  }
}
