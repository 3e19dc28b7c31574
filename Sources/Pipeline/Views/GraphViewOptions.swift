package import ReportModel

/// What a view shows, and how much it may hide to stay readable.
package struct GraphViewOptions: Sendable, Equatable {
  package var level: GraphLevel
  /// Shows this node and what is within `focusDepth` hops of it, in both directions.
  package var focus: String?
  /// Hops around `focus`; 0 for no limit.
  package var focusDepth = 1
  /// Shows this node and all that depend on it, directly or not.
  package var reaches: String?
  package var collapse: Collapse?
  /// Folds nodes and hides edges until the picture is readable; off: everything is there.
  package var reduces: Bool
  package var roles = Roles.automatic
  package var maxNodes = 60
  /// Edges over possible edges, above which edges are hidden.
  package var maxDensity = 0.25
  /// Edges for each node, above which edges are hidden.
  package var maxEdgesPerNode = 3
  /// How many references of each edge are listed; nil for all. Counts are exact either way.
  package var evidenceLimit: Int?

  /// Folding that a person asks for.
  package enum Collapse: Sendable, Equatable {
    /// Into folders, this many components deep.
    case depth(Int)
    /// Into the shortest leading part of the path that matches this glob.
    case glob(String)

    /// A number is a depth, everything else a glob.
    package init(_ text: String) {
      if let depth = Int(text), depth > 0 { self = .depth(depth) } else { self = .glob(text) }
    }
  }

  /// Which files take part.
  package enum Roles: Sendable, Equatable {
    /// In a picture of modules or boundaries production code only, else all.
    case automatic
    case all
    case productionOnly
  }

  /// A picture for people: folded and thinned to fit, with the first evidence of each edge.
  package static func picture(_ level: GraphLevel) -> GraphViewOptions {
    var options = GraphViewOptions(level: level, reduces: true)
    options.evidenceLimit = 3
    return options
  }

  /// The whole graph of a level with all of its evidence, for programs.
  package static func complete(_ level: GraphLevel) -> GraphViewOptions {
    GraphViewOptions(level: level, reduces: false)
  }

  private init(level: GraphLevel, reduces: Bool) {
    self.level = level
    self.reduces = reduces
  }
}

/// A view that cannot be made as asked.
package enum GraphViewError: Error, Equatable, CustomStringConvertible {
  /// The document was made without `--with-symbols`.
  case noSymbols
  /// No node has this name; the nearest identifiers.
  case unknownNode(String, nearest: [String])
  /// Several nodes have this name; their identifiers.
  case ambiguousNode(String, candidates: [String])
  /// The glob of `--collapse` matches no node.
  case collapseMatchesNothing(String)
  /// The glob of `--collapse` is malformed.
  case collapseGlob(String)
  /// Boundaries lie in no folders.
  case collapseNeedsFolders
  /// Both ends of an explanation are the same part.
  case sameEnds(String)

  package var description: String {
    switch self {
    case .noSymbols:
      "the document has no symbols: run 'cleave analyze' with '--with-symbols'"
    case .unknownNode(let text, let nearest):
      "no node is called '\(text)'"
        + (nearest.isEmpty ? "" : ": did you mean \(Self.list(nearest))")
    case .ambiguousNode(let text, let candidates):
      "'\(text)' may be any of \(Self.list(candidates)): give more of the path"
    case .collapseMatchesNothing(let glob):
      "no node matches '\(glob)' of '--collapse': give a folder depth or a glob such as 'src/*'"
    case .collapseGlob(let problem):
      "the glob of '--collapse' is malformed: \(problem)"
    case .collapseNeedsFolders:
      "boundaries lie in no folders: leave out '--collapse' at level 'boundary'"
    case .sameEnds(let text):
      "'\(text)' is the same part as the other end: name two different ones"
    }
  }

  private static func list(_ ids: [String]) -> String {
    let shown = ids.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    return ids.count > 5 ? shown + " and \(ids.count - 5) more" : shown
  }
}
