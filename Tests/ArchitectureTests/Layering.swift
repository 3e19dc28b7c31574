/// Which target may see which: the code map of `Sources/README.md`, as rules.
struct Layering {
  struct Target {
    enum Sees {
      /// Everything of the layers below, but not these.
      case below(except: Set<String>)
      /// These and nothing else of the house.
      case only(Set<String>)
    }

    var name: String
    var layer: Int
    var sees: Sees
    /// Who may import it, where that is fewer than the layers above.
    var users: Set<String>?

    init(
      _ name: String, _ layer: Int, sees: Sees = .below(except: []), users: Set<String>? = nil
    ) {
      (self.name, self.layer, self.sees, self.users) = (name, layer, sees, users)
    }
  }

  var targets: [Target]
  /// Modules that are not of the house, and who may import them: nil for everybody.
  var outside: [String: Set<String>?]

  static let house = Layering(
    targets: [
      // A C module has one user, which wraps it.
      Target("CClang", 0, users: ["ClangBinding"]),
      Target("CExpat", 0, users: ["MarkupBinding"]),
      Target("CXXHash", 0, users: ["Basics"]),
      Target("CTreeSitter", 0, users: ["TreeSitterBinding"]),
      Target("Basics", 1),
      Target("Graphs", 1),
      Target("ClangBinding", 1),
      Target("MarkupBinding", 1),
      Target("TreeSitterBinding", 1),
      Target("Facts", 2),
      Target("Configuration", 2),
      Target("ReportModel", 2),
      Target("FrontEnd", 3),
      Target("History", 3),
      Target("Reports", 3, sees: .only(["ReportModel", "Basics"])),
      Target("ClangFrontEnd", 4),
      Target("TreeSitterFrontEnd", 4),
      Target("ConfigurationFrontEnd", 4),
      Target("DependencyGraph", 4),
      Target("TriggerRules", 4),
      Target("Clustering", 4, sees: .below(except: ["Facts"])),
      Target("Boundaries", 5),
      Target("Triggers", 6),
      Target("Evaluation", 7, sees: .below(except: ["Triggers"])),
      Target("Review", 7),
      Target(
        "Pipeline", 8,
        sees: .below(except: [
          "ClangFrontEnd", "TreeSitterFrontEnd", "ConfigurationFrontEnd", "ClangBinding",
          "TreeSitterBinding", "MarkupBinding", "Reports",
        ])),
      Target(
        "Consequences", 8,
        sees: .only(["Basics", "Graphs", "Configuration", "ReportModel", "Review"])),
      Target(
        "ReviewServer", 9,
        sees: .only(["Basics", "Consequences", "Evaluation", "ReportModel", "Review"])),
      Target("cleave", 10),
    ],
    outside: [
      "Darwin": nil, "Dispatch": nil, "Foundation": nil, "Glibc": nil, "Synchronization": nil,
      "ArgumentParser": ["cleave"], "FlyingFox": ["ReviewServer"], "FlyingSocks": ["ReviewServer"],
      "Yams": ["Configuration", "ConfigurationFrontEnd", "Review"],
    ])

  func target(_ name: String) -> Target? { targets.first { $0.name == name } }

  /// The rule that forbids `user` to see `module`; nil if there is none.
  func objection(to user: String, seeing module: String) -> String? {
    guard let user = target(user) else {
      return "\"\(user)\" has no layer: add it to Layering.swift and to Sources/README.md"
    }
    if let users = outside[module] {
      guard let users, !users.contains(user.name) else { return nil }
      return "only \(Self.list(users)) may import \"\(module)\""
    }
    guard let module = target(module) else {
      return "\"\(module)\" is no module that the house knows: add it to Layering.swift"
    }
    return objection(to: user, seeing: module)
  }

  private func objection(to user: Target, seeing module: Target) -> String? {
    if let users = module.users, !users.contains(user.name) {
      return "only \(Self.list(users)) may import \"\(module.name)\""
    }
    switch user.sees {
    case .only(let names):
      if names.contains(module.name) { return nil }
      return "\"\(user.name)\" may see only \(Self.list(names)), not \"\(module.name)\""
    case .below(let exceptions):
      if exceptions.contains(module.name) {
        return "\"\(user.name)\" may not see \"\(module.name)\""
      }
      if module.layer < user.layer { return nil }
      return """
        "\(user.name)" of layer \(user.layer) may not see "\(module.name)" of layer \
        \(module.layer): arrows point to lower layers
        """
    }
  }

  private static func list(_ names: Set<String>) -> String {
    names.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
  }
}
