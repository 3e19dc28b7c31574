/// What breaks the boundaries that people decided on.
package struct CheckReport: Codable, Sendable, Equatable {
  package var format = "cleave-check"
  package var version = 1
  package var tool: String
  package var name: String
  /// By identifier what boundaries are called, where that is something else.
  package var names: BoundaryNames?
  /// Path of the analysed folder below the repository with a slash at its end; empty for the whole.
  /// Services that show findings beside the code want paths from there.
  package var prefix = ""
  /// The revision that is compared with.
  package var base: String?
  /// Boundaries that were decided on, those that only single files were put into, and production files
  /// in them; the others are not judged.
  package var boundaries = 0
  package var entered: Int?
  package var judged = 0
  package var files = 0
  /// New ones first, then by severity, rule, place.
  package var findings: [CheckFinding] = []
  /// Entries of the baseline that nothing fits any more.
  package var stale: [StaleEntry] = []
  /// What the reader should know of the run, in sentences.
  package var notes: [String] = []

  package init(tool: String, name: String) {
    self.tool = tool
    self.name = name
  }

  package var new: [CheckFinding] { findings.filter { $0.state == "new" } }
  package var known: Int { findings.count - new.count }
  /// Whether a new finding is an error.
  package var fails: Bool { findings.contains { $0.state == "new" && $0.severity == "error" } }

  /// An entry of the baseline that can go.
  package struct StaleEntry: Codable, Sendable, Equatable {
    /// Line of the baseline.
    package var line: Int
    package var text: String

    package init(line: Int, text: String) {
      self.line = line
      self.text = text
    }
  }
}

/// One thing that breaks a rule.
package struct CheckFinding: Codable, Sendable, Equatable {
  /// `crossing`, `data-crossing`, `cycle` or `second-writer`.
  package var rule: String
  /// `new` or `known`.
  package var state = "new"
  /// `error` or `warning`.
  package var severity: String
  /// Boundaries: who uses and what is used; of a cycle all of its members.
  package var boundaries: [String]
  /// The file that uses; of a cycle its members.
  package var subject: String
  /// The file or table that is used; empty for a cycle.
  package var object: String
  /// Kinds of the references, sorted; of a known dependency only those that are new.
  package var kinds: [String]
  /// References or accesses.
  package var count: Int
  /// The first places, at most ten.
  package var places: [Place]
  package var message: String
  /// From the baseline.
  package var reason: String?
  package var owner: String?
  /// Stays while lines move: of the rule, the subject and the object.
  package var fingerprint: String

  package init(
    rule: String, severity: String, boundaries: [String], subject: String, object: String
  ) {
    self.rule = rule
    self.severity = severity
    self.boundaries = boundaries
    self.subject = subject
    self.object = object
    kinds = []
    count = 0
    places = []
    message = ""
    fingerprint = ""
  }
}

/// A rule of `cleave check`, for people and for the formats that list rules.
package struct CheckRule: Sendable {
  package var id: String
  package var title: String
  package var help: String

  package static let all = [
    CheckRule(
      id: "crossing", title: "a dependency crosses decided boundaries",
      help: "A file of one decided boundary refers to a file of another one. Move the code, put an "
        + "interface or an event between them, or enter it into the baseline with a reason."),
    CheckRule(
      id: "data-crossing", title: "a boundary reads a table that another one owns",
      help: "Stored data is shared behind the back of its owner. Ask the owner for it, or keep a "
        + "read model."),
    CheckRule(
      id: "cycle", title: "decided boundaries depend on each other in a circle",
      help: "None of them can be cut out without the others. Turn one of the dependencies round."),
    CheckRule(
      id: "second-writer", title: "a boundary writes a table that another one owns",
      help: "Who writes a table answers for it; two cannot. Call the owner instead."),
  ]
}
