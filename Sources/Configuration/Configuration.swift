package import Basics

/// What a person says about a repository: the content of `cleave.yml`, or the defaults.
package struct Configuration: Sendable, Hashable {
  package static let fileName = "cleave.yml"
  package static let version = 1

  /// A module that a person declares.
  package struct Module: Sendable, Hashable {
    package var name: String
    package var globs: [Glob]
    package var line: Int
  }

  /// Files whose role is not what it is recognised as.
  package struct Roles: Sendable, Hashable {
    package var test: [Glob] = []
    package var generated: [Glob] = []
    package var vendored: [Glob] = []
    /// What is run by tools and people, and is no part of any service: pages' scripts, set-up, build.
    package var tool: [Glob] = []
  }

  /// A view of evidence that boundaries are made from.
  package enum View: String, Sendable, Hashable, CaseIterable {
    case dependencies, data, folders, names, builds, history, teams
  }

  /// A trigger that is declared by hand, as written; the triggers' own grammar judges the values.
  package struct Trigger: Sendable, Hashable {
    package struct Attribute: Sendable, Hashable {
      package var key: String
      package var value: String
      package var line: Int
    }

    package var kind: String
    /// A function, or `path:function`.
    package var handler: String
    /// In source order.
    package var attributes: [Attribute]
    package var line: Int
  }

  /// If there are any, only files that one of them matches are analysed.
  package var include: [Glob] = []
  package var exclude: [Glob] = []
  /// In source order: the first that matches a file has it.
  package var modules: [Module] = []
  package var roles = Roles()
  /// A compile database or a folder with one, relative to the root.
  package var compileCommands: String?
  /// Whether the history of changes is read where there is one.
  package var usesHistory = true
  /// How much each view counts; those that are not named keep their own weight.
  package var weights: [View: Double] = [:]
  package var triggers: [Trigger] = []
  package var rules: [RuleFolder] = []
  /// What stands in ``rules``; comes on top of the packs of the tool.
  package var packs: [FrameworkPack] = []
  /// What stands there about formats of configuration; replaces packs of the same name.
  package var declarations: [DeclarationPack] = []
  /// Whose limits decide what can run serverless; nil for the platform that most declared functions are
  /// of, and for AWS where there are none.
  package var provider: String?
  package var check = Check()
  /// Lines of the file that change nothing; see ``reservedKeys``.
  package var ineffective: [ConfigurationError.Problem] = []

  /// Keys that are read and judged, for features that are not there yet: they change nothing.
  package static let reservedKeys: [String] = []

  package init() {}
}

/// Which findings `cleave check` looks for, and how much each matters.
package struct Check: Sendable, Hashable {
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    case error, warning, off
  }

  /// A dependency that crosses an accepted boundary.
  package var crossings = Severity.error
  /// A new cycle between boundaries.
  package var cycles = Severity.error
  /// A second writer of data that a boundary owns.
  package var writers = Severity.error
  /// A flagged function that is stateless no longer.
  package var state = Severity.error
  /// A file of known findings, relative to the root.
  package var baseline: String?

  package init() {}
}
