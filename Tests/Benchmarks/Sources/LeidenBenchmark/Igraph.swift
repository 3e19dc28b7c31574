import CIgraph
import Graphs

/// The same graph in igraph, and its Leiden.
final class IgraphGraph {
  private var graph = igraph_t()
  private var strengths = igraph_vector_t()
  private var weights = igraph_vector_t()
  private let totalWeight: Double

  init(nodes: Int, edges: [WeightedEdge]) {
    var ends = igraph_vector_int_t()
    igraph_vector_int_init(&ends, igraph_integer_t(2 * edges.count))
    igraph_vector_init(&weights, igraph_integer_t(edges.count))
    for (index, edge) in edges.enumerated() {
      ends.stor_begin[2 * index] = igraph_integer_t(edge.source)
      ends.stor_begin[2 * index + 1] = igraph_integer_t(edge.target)
      weights.stor_begin[index] = edge.weight
    }
    igraph_create(&graph, &ends, igraph_integer_t(nodes), igraph_bool_t(false))
    igraph_vector_int_destroy(&ends)
    igraph_vector_init(&strengths, igraph_integer_t(nodes))
    for edge in edges {
      strengths.stor_begin[edge.source] += edge.weight
      strengths.stor_begin[edge.target] += edge.weight
    }
    totalWeight = edges.reduce(0) { $0 + $1.weight }
  }

  deinit {
    igraph_vector_destroy(&strengths)
    igraph_vector_destroy(&weights)
    igraph_destroy(&graph)
  }

  /// Modularity at resolution 1, `iterations` rounds, randomness 0.01 as its manual has it.
  func leiden(seed: UInt64, iterations: Int) -> [Int] {
    igraph_rng_seed(igraph_rng_default(), igraph_uint_t(seed))
    var membership = igraph_vector_int_t()
    igraph_vector_int_init(&membership, 0)
    var clusters: igraph_integer_t = 0
    var quality: igraph_real_t = 0
    let status = igraph_community_leiden(
      &graph, &weights, &strengths, 1 / (2 * totalWeight), 0.01, igraph_bool_t(false),
      igraph_integer_t(iterations), &membership, &clusters, &quality)
    precondition(status == IGRAPH_SUCCESS, "igraph failed")
    defer { igraph_vector_int_destroy(&membership) }
    return (0..<Int(igraph_vector_int_size(&membership))).map {
      Int(membership.stor_begin[$0])
    }
  }
}
