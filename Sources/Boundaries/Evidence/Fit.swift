internal import Clustering
internal import Graphs

/// How far the groups that one view makes by itself are groups of the dependencies as well.
///
/// Of the files that the view speaks of: the modularity on the dependencies of the groups that Leiden
/// finds in the view alone, over the modularity that Leiden reaches on the dependencies. Modularity
/// counts what is beyond chance, so a view that says nothing of the structure gets 0, whatever its
/// weights; this is how folders are trusted, too.
struct Fit {
  let value: Double

  /// What a view has to say, 0 to 1.
  var voice: Double { Self.voice(value) }

  /// Only what is beyond a half has a voice, as folders are final from there on: where people make the
  /// same change in every part, each of them works everywhere, or all parts speak the same words,
  /// groups reach about a third.
  static func voice(_ trust: Double) -> Double { max(0, 2 * trust - 1) }

  init(_ view: [WeightedEdge], to dependencies: [WeightedEdge], count: Int, seed: UInt64) {
    var isSeen = [Bool](repeating: false, count: count)
    for edge in view { (isSeen[edge.source], isSeen[edge.target]) = (true, true) }
    let seen = dependencies.filter {
      $0.source < count && $0.target < count && isSeen[$0.source] && isSeen[$0.target]
    }
    let glue = UndirectedGraph(nodeCount: count, edges: seen)
    let leiden = Leiden(.modularity, seed: seed)
    let (free, own) = (
      leiden.partition(glue), leiden.partition(UndirectedGraph(nodeCount: count, edges: view))
    )
    let reachable = glue.modularity(of: free.labels, count: max(1, free.count))
    guard reachable > 0 else {
      value = 0
      return
    }
    value = min(1, max(0, glue.modularity(of: own.labels, count: max(1, own.count)) / reachable))
  }
}
