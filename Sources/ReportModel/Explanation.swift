/// Why one part depends on another: the shortest chain and every direct edge, with its evidence.
package struct Explanation: Codable, Sendable, Equatable {
  package var from: End
  package var to: End
  /// A shortest chain of dependencies, one hop each; empty where `from` does not reach `to`.
  package var chain: [Hop]
  /// Every direct dependency of a member of `from` on a member of `to`, sorted by (from, to).
  package var edges: [Hop]
  /// The same the other way round.
  package var reverse: [Hop]

  /// One of the two parts.
  package struct End: Codable, Sendable, Equatable {
    /// Identifier of the node, with the prefix of its level.
    package var id: String
    package var label: String
    /// Number of files (or symbols) that it stands for.
    package var members: Int

    package init(id: String, label: String, members: Int) {
      self.id = id
      self.label = label
      self.members = members
    }
  }

  /// A dependency between two files, or two symbols.
  package struct Hop: Codable, Sendable, Equatable {
    /// Identifiers of the nodes.
    package var from: String
    package var to: String
    package var kinds: [String: Int]
    package var count: Int
    package var evidence: [ViewEvidence]
    /// Roles of the two files, such as `test`, where they are no production code.
    package var fromRole: String?
    package var toRole: String?

    package init(
      from: String, to: String, kinds: [String: Int], count: Int, evidence: [ViewEvidence]
    ) {
      self.from = from
      self.to = to
      self.kinds = kinds
      self.count = count
      self.evidence = evidence
    }
  }

  package init(from: End, to: End, chain: [Hop], edges: [Hop], reverse: [Hop]) {
    self.from = from
    self.to = to
    self.chain = chain
    self.edges = edges
    self.reverse = reverse
  }
}
