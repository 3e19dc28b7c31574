import ReportModel

/// A `serverless.yml` of the Serverless Framework, for AWS.
struct FrameworkSkeleton {
  let name: String
  let functions: [DeployedFunction]

  var text: String {
    let service = name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
    var lines = [
      "# A skeleton: check what is marked with FILL IN, then `serverless package`.",
      "service: \(String(service).yaml)", "frameworkVersion: \"4\"", "provider:", "  name: aws",
      "functions:",
    ]
    for function in functions { lines += entry(function) }
    return lines.joined(separator: "\n") + "\n"
  }

  private func entry(_ function: DeployedFunction) -> [String] {
    let folder = function.folder == "./" ? "" : function.folder
    let isPath = ["python", "javascript", "typescript", "tsx", "ruby"].contains(function.language)
    var lines = [
      "  # \(function.finding.id.yamlComment)",
      "  \(function.label):",
      "    handler: \(((isPath ? folder : "") + function.handler).yaml)",
      "    runtime: \((function.finding.settings.runtime ?? "provided.al2023").yaml)",
      "    memorySize: \(function.memory)",
      "    timeout: \(function.timeout)",
    ]
    if function.isExclusive { lines.append("    reservedConcurrency: 1") }
    let event = event(function)
    return lines + (event.isEmpty ? [] : ["    events:"] + event.map { "      " + $0 })
  }

  private func event(_ function: DeployedFunction) -> [String] {
    let account = "arn:aws:SERVICE:us-east-1:000000000000:"
    func arn(_ service: String, _ rest: String) -> String {
      (account.replacing("SERVICE", with: service) + rest).yaml + " # FILL IN the account"
    }
    switch function.finding.kind {
    case "http":
      return [
        "- httpApi:", "    method: \(SamSkeleton.method(function).yaml)",
        "    path: \(SamSkeleton.path(function).yaml)",
      ]
    case "schedule":
      let schedule = ScheduleText(function).aws
      return [
        "- schedule: \((schedule ?? "rate(1 day)").yaml)"
          + (schedule == nil ? " # FILL IN when it runs" : "")
      ]
    case "queue": return ["- sqs: " + arn("sqs", function.source)]
    case "topic": return ["- sns: \(function.source.yaml)"]
    case "stream": return ["- stream: " + arn("kinesis", "stream/\(function.source)")]
    case "dbchange":
      return ["- stream: " + arn("dynamodb", "table/\(function.source)/stream/FILL-IN")]
    case "storage": return ["- s3: \(function.source.yaml)"]
    case "log": return ["- cloudwatchLog: \(function.source.yaml)"]
    case "iot": return ["- iot:", "    sql: \("SELECT * FROM '\(function.source)'".yaml)"]
    case "identity":
      return [
        "- cognitoUserPool:", "    pool: \(function.source.yaml)", "    trigger: PostConfirmation",
      ]
    case "eventbus", "ci":
      return ["- eventBridge:", "    pattern: {detail-type: [\(function.source.yaml)]}"]
    default: return []
    }
  }
}
