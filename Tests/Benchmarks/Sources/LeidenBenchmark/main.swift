import CIgraph
import Clustering
import Graphs

/// What one method reached over all runs.
struct Record {
  var seconds: [Double] = []
  var modularity: [Double] = []
  var clusters: [Int] = []
  var connected = true

  mutating func add(_ elapsed: Duration, _ partition: Partition, _ graph: UndirectedGraph) {
    let (whole, fraction) = elapsed.components
    seconds.append(Double(whole) + Double(fraction) * 1e-18)
    modularity.append(Quality.modularity.value(partition, graph))
    clusters.append(partition.count)
    connected = connected && isConnected(partition, graph)
  }

  func line(_ name: String) -> String {
    let time = "median \(round(median(seconds), 4)) s"
    let spread = "(\(round(seconds.min() ?? 0, 4)) to \(round(seconds.max() ?? 0, 4)))"
    let quality = "modularity \(round(median(modularity), 5))"
    let count = "clusters \(clusters.sorted()[clusters.count / 2])"
    return "  \(name): \(time) \(spread), \(quality), \(count), connected: \(connected)"
  }
}

func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
}

func round(_ value: Double, _ digits: Int) -> Double {
  let factor = (0..<digits).reduce(1.0) { product, _ in product * 10 }
  return (value * factor).rounded() / factor
}

/// Whether every cluster holds together by its own edges.
func isConnected(_ partition: Partition, _ graph: UndirectedGraph) -> Bool {
  graph.connectedComponentCount(within: partition.labels) == partition.count
}

func compare(_ plan: PlantedPartition, runs: Int) {
  let edges = plan.generate()
  let graph = UndirectedGraph(nodeCount: plan.nodes, edges: edges)
  let igraph = IgraphGraph(nodes: plan.nodes, edges: edges)
  var (ours, theirs) = (Record(), Record())
  let clock = ContinuousClock()
  for run in 0..<runs {
    let seed = UInt64(run + 1)
    func measureOurs() {
      var result = Partition([Int]())
      let time = clock.measure { result = Leiden(seed: seed).partition(graph) }
      ours.add(time, result, graph)
    }
    func measureTheirs() {
      var labels: [Int] = []
      let time = clock.measure { labels = igraph.leiden(seed: seed, iterations: 2) }
      theirs.add(time, Partition(labels), graph)
    }
    if run % 2 == 0 {
      measureOurs()
      measureTheirs()
    } else {
      measureTheirs()
      measureOurs()
    }
  }
  print("\(plan.nodes) nodes, \(edges.count) edges, \(plan.inside) inside, \(runs) runs")
  print(ours.line("cleave"))
  print(theirs.line("igraph"))
  print("  time ratio cleave / igraph: \(round(median(ours.seconds) / median(theirs.seconds), 3))")
}

let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let runs = arguments.first ?? 11
let largest = arguments.dropFirst().first ?? 100_000
print("igraph \(IGRAPH_VERSION), modularity, 2 iterations, one thread, alternating order")
for (nodes, edges) in [(20_000, 127_000), (100_000, 635_000), (500_000, 3_200_000)]
where nodes <= largest {
  for inside in [0.8, 0.5] {
    let plan = PlantedPartition(
      nodes: nodes, edges: edges, groupSize: 100, inside: inside, seed: 7)
    compare(plan, runs: runs)
  }
}
