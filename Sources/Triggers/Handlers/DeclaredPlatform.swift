internal import DependencyGraph
internal import Facts

/// The platform that a repository declares its functions for.
enum DeclaredPlatform {
  /// By a part of the names of the rules that find its functions.
  private static let platforms: [Substring: String] = [
    "azure": "azure-flex", "azure-resource": "azure-flex", "azure-workflow": "azure-flex",
    "gcp": "gcp-run-functions", "firebase": "gcp-run-functions", "eventarc": "gcp-run-functions",
    "cloudflare": "cloudflare-workers", "worker": "cloudflare-workers", "knative": "knative",
    "lambda": "aws-lambda", "sam": "aws-lambda", "cloudformation": "aws-lambda",
    "cdk": "aws-lambda", "chalice": "aws-lambda", "zappa": "aws-lambda",
    "serverless": "aws-lambda",
  ]
  private static let usual = "aws-lambda"

  /// That of most declarations; of several with as many AWS, else the first by name.
  static func of(_ graph: CodeGraph) -> String {
    var count: [String: Int] = [:]
    for node in graph.triggers
    where node.declaration.origin != .implied && !node.declaration.isByName {
      let parts = node.declaration.rule.split(separator: ".")
      // `azure.function`, `dotnet.azure.queue`.
      guard let name = parts.prefix(2).lazy.compactMap({ platforms[$0] }).first else { continue }
      count[name, default: 0] += 1
    }
    let most = count.values.max() ?? 0
    let best = count.filter { $0.value == most }.keys.sorted()
    return best.contains(usual) ? usual : best.first ?? usual
  }
}
