import ReportModel

/// Objects of Knative: a service that scales to zero for each unit, and what sends it events.
struct KnativeSkeleton {
  let name: String
  let functions: [DeployedFunction]

  var text: String {
    let documents = functions.flatMap { [service($0)] + source($0) }
    return "# A skeleton: put in the images, check what is marked with FILL IN.\n"
      + documents.map { "---\n" + $0.joined(separator: "\n") + "\n" }.joined()
  }

  private func service(_ function: DeployedFunction) -> [String] {
    var lines = [
      "# \(function.finding.id.yamlComment)",
      "apiVersion: serving.knative.dev/v1", "kind: Service", "metadata:",
      "  name: \(function.label)", "spec:", "  template:", "    metadata:",
      "      annotations:", "        autoscaling.knative.dev/min-scale: \"0\"",
    ]
    if function.isExclusive {
      lines.append("        autoscaling.knative.dev/max-scale: \"1\"")
    }
    lines += ["    spec:"]
    if function.isExclusive { lines.append("      containerConcurrency: 1") }
    return lines + [
      "      timeoutSeconds: \(min(function.timeout, 600))",
      "      containers:",
      "        - image: registry.example/\(function.label) # FILL IN the image",
      "          resources:", "            limits:", "              memory: \(function.memory)Mi",
    ]
  }

  private func source(_ function: DeployedFunction) -> [[String]] {
    func sink(_ key: String) -> [String] {
      [
        "  \(key):", "    ref:", "      apiVersion: serving.knative.dev/v1",
        "      kind: Service", "      name: \(function.label)",
      ]
    }
    func head(_ version: String, _ kind: String) -> [String] {
      [
        "apiVersion: \(version)", "kind: \(kind)", "metadata:", "  name: \(function.label)",
        "spec:",
      ]
    }
    switch function.finding.kind {
    case "http", "rpc", "identity": return []
    case "schedule":
      let cron = ScheduleText(function).unix
      return [
        head("sources.knative.dev/v1", "PingSource") + [
          "  schedule: \((cron ?? "0 0 * * *").yaml)"
            + (cron == nil ? " # FILL IN when it runs" : "")
        ] + sink("sink")
      ]
    case "stream":
      return [
        head("sources.knative.dev/v1", "KafkaSource") + [
          "  bootstrapServers: [\"kafka:9092\"] # FILL IN", "  topics: [\(function.source.yaml)]",
        ] + sink("sink")
      ]
    case "queue":
      return [
        head("sources.knative.dev/v1alpha1", "RabbitmqSource") + [
          "  rabbitmqClusterReference:", "    name: rabbitmq # FILL IN",
          "  rabbitmqResourcesConfig:", "    queueName: \(function.source.yaml)",
        ] + sink("sink")
      ]
    default:
      return [
        head("eventing.knative.dev/v1", "Trigger") + [
          "  broker: default", "  filter:", "    attributes:",
          "      type: \(function.source.yaml) # FILL IN the type of the event",
        ] + sink("subscriber")
      ]
    }
  }
}
