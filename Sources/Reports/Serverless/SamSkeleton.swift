import ReportModel

/// A template of the AWS Serverless Application Model.
struct SamSkeleton {
  let name: String
  let functions: [DeployedFunction]

  var text: String {
    var lines = [
      "# A skeleton: check what is marked with FILL IN, then `sam validate --lint`.",
      "AWSTemplateFormatVersion: \"2010-09-09\"",
      "Transform: AWS::Serverless-2016-10-31",
      "Description: \(("functions that were cut out of " + name).yaml)",
      "Resources:",
    ]
    var made: Set<String> = []
    for function in functions {
      lines += resource(function)
      lines += source(function, &made)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func resource(_ function: DeployedFunction) -> [String] {
    var lines = [
      "  # \(function.finding.id.yamlComment)",
      "  \(function.id)Function:",
      "    Type: AWS::Serverless::Function",
    ]
    if function.handler == "bootstrap" {
      lines += ["    Metadata:", "      BuildMethod: makefile"]
    }
    lines += [
      "    Properties:",
      "      CodeUri: \(function.folder.yaml)",
      "      Handler: \(function.handler.yaml)"
        + (function.language == "csharp" ? " # FILL IN the name of the assembly" : ""),
      "      Runtime: \((function.finding.settings.runtime ?? "provided.al2023").yaml)",
      "      MemorySize: \(function.memory)",
      "      Timeout: \(function.timeout)",
    ]
    if function.isExclusive { lines.append("      ReservedConcurrentExecutions: 1") }
    return lines + event(function)
  }

  private func event(_ function: DeployedFunction) -> [String] {
    func event(_ type: String, _ properties: [(String, String)]) -> [String] {
      [
        "      Events:", "        Declared:", "          Type: \(type)",
        "          Properties:",
      ] + properties.map { "            \($0.0): \($0.1)" }
    }
    let id = function.id
    switch function.finding.kind {
    case "http":
      return event(
        "HttpApi",
        [("Path", Self.path(function).yaml), ("Method", Self.method(function).yaml)])
    case "schedule":
      return event(
        "Schedule",
        [("Schedule", (ScheduleText(function).aws ?? "rate(1 day)").yaml + fill(function))])
    case "queue":
      return event("SQS", [("Queue", "!GetAtt \(id)Queue.Arn"), ("BatchSize", "10")])
    case "topic": return event("SNS", [("Topic", "!Ref \(id)Topic")])
    case "stream":
      return event(
        "Kinesis", [("Stream", "!GetAtt \(id)Stream.Arn"), ("StartingPosition", "LATEST")])
    case "storage":
      return event("S3", [("Bucket", "!Ref \(id)Bucket"), ("Events", "\"s3:ObjectCreated:*\"")])
    case "dbchange":
      return event(
        "DynamoDB", [("Stream", "!GetAtt \(id)Table.StreamArn"), ("StartingPosition", "LATEST")])
    case "log":
      return event(
        "CloudWatchLogs", [("LogGroupName", function.source.yaml), ("FilterPattern", "\"\"")])
    case "iot": return event("IoTRule", [("Sql", "SELECT * FROM '\(function.source)'".yaml)])
    case "identity":
      return event("Cognito", [("UserPool", "!Ref \(id)Users"), ("Trigger", "PostConfirmation")])
    case "eventbus", "ci":
      return event("EventBridgeRule", [("Pattern", "{detail-type: [\(function.source.yaml)]}")])
    default: return []
    }
  }

  private func fill(_ function: DeployedFunction) -> String {
    ScheduleText(function).aws == nil ? " # FILL IN when it runs" : ""
  }

  /// What an event comes from, where the template must have it.
  private func source(_ function: DeployedFunction, _ made: inout Set<String>) -> [String] {
    let id = function.id
    func resource(_ name: String, _ type: String, _ properties: [String] = []) -> [String] {
      guard made.insert(id + name).inserted else { return [] }
      return ["  \(id)\(name):", "    Type: \(type)"]
        + (properties.isEmpty ? [] : ["    Properties:"] + properties.map { "      " + $0 })
    }
    switch function.finding.kind {
    case "queue":
      return resource(
        "Queue", "AWS::SQS::Queue", ["VisibilityTimeout: \(min(function.timeout * 6, 43_200))"])
    case "topic": return resource("Topic", "AWS::SNS::Topic")
    case "stream": return resource("Stream", "AWS::Kinesis::Stream", ["ShardCount: 1"])
    case "storage": return resource("Bucket", "AWS::S3::Bucket")
    case "identity": return resource("Users", "AWS::Cognito::UserPool")
    case "dbchange":
      return resource(
        "Table", "AWS::DynamoDB::Table",
        [
          "BillingMode: PAY_PER_REQUEST", "AttributeDefinitions:", "  - AttributeName: id",
          "    AttributeType: S", "KeySchema:", "  - AttributeName: id", "    KeyType: HASH",
          "StreamSpecification:", "  StreamViewType: NEW_AND_OLD_IMAGES",
        ])
    default: return []
    }
  }

  /// With `{name}` for the parts that vary, from `:name`, `<int:name>` and `*`.
  static func path(_ function: DeployedFunction) -> String {
    let parts = (function["path"] ?? "/" + function.label).split(separator: "/").map {
      part -> String in
      let name = part.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      if part.hasPrefix(":") || part.hasPrefix("{") { return "{\(name.isEmpty ? "id" : name)}" }
      if part.hasPrefix("<") {
        let end = part.split(separator: ":").last ?? part
        return "{\(end.filter { $0.isLetter || $0.isNumber || $0 == "_" })}"
      }
      if part.contains("*") { return "{rest+}" }
      return String(part.filter { $0.isASCII && !" \"'\\".contains($0) })
    }
    return "/" + parts.filter { !$0.isEmpty }.joined(separator: "/")
  }

  static func method(_ function: DeployedFunction) -> String {
    let method = (function["method"] ?? "ANY").split(separator: ",").first.map(String.init) ?? "ANY"
    return method.allSatisfy(\.isLetter) ? method.lowercased() : "any"
  }
}
