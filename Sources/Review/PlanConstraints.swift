package import Clustering

extension ReplayPlan {
  /// The plan as constraints of a clustering whose nodes are files.
  ///
  /// Settled boundaries are pinned under their index in `boundaries`. Files that were put into a
  /// boundary that is not settled are kept together with its core, whose most central file the caller
  /// knows best; here it is the first that has no place of its own. Labelled files are to be left out
  /// of the clustering, rejected groupings to be looked for in its result.
  package var clusteringConstraints: ClusteringConstraints {
    var constraints = ClusteringConstraints()
    let index = SeparationIndex(apart: keepApart.map(\.groups), together: keepTogether)
    var settled = Set(boundaries.flatMap(\.members)).union(labels.map(\.file))
    for (label, boundary) in boundaries.enumerated() {
      for file in boundary.members {
        constraints.fixed.append(FixedNode(file, label: label))
      }
      if !boundary.isSettled, !boundary.members.isEmpty,
        let anchor = index.compatible(
          boundary.core.filter { !settled.contains($0) }, with: boundary.members
        ).first
      {
        settled.formUnion(index.company(of: anchor))
        constraints.fixed.append(FixedNode(anchor, label: label))
      }
    }
    constraints.keepTogether = keepTogether
    for separation in keepApart {
      for (index, group) in separation.groups.enumerated() {
        for other in separation.groups[..<index] {
          for file in group {
            for second in other { constraints.keepApart.append(NodePair(second, file)) }
          }
        }
      }
    }
    return constraints
  }
}
