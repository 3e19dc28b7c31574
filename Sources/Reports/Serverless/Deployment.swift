import Basics
package import ReportModel

/// Skeletons of descriptions of a deployment for flagged handlers: what is declared is filled in, what
/// only people know is marked.
package enum Deployment: String, CaseIterable, Sendable {
  /// AWS Serverless Application Model.
  case sam
  /// Serverless Framework, for AWS.
  case serverless
  /// Objects of Knative Serving and Eventing.
  case knative

  /// `findings` are those to deploy; those of one unit stand together. Equal input, equal text.
  package func render(_ findings: [ServerlessEntry], name: String) -> String {
    let parts = DeployedFunction.all(findings)
    switch self {
    case .sam: return SamSkeleton(name: name, functions: parts).text
    case .serverless: return FrameworkSkeleton(name: name, functions: parts).text
    case .knative: return KnativeSkeleton(name: name, functions: parts).text
    }
  }
}

/// A flagged handler with names that descriptions accept.
struct DeployedFunction {
  var finding: ServerlessEntry
  /// Letters and digits, beginning with a capital, different for each.
  var id: String

  /// Small letters, digits and hyphens.
  var label: String {
    var label = ""
    for character in id {
      if character.isUppercase, let last = label.last, last.isLowercase { label.append("-") }
      label += character.lowercased()
    }
    return label
  }

  subscript(attribute: String) -> String? { finding.settings.attributes[attribute] }

  var language: String { finding.settings.language ?? "" }
  var timeout: Int { Int(min(max((finding.settings.timeout ?? 30).rounded(.up), 1), 900)) }
  var memory: Int { Int(min(max((finding.settings.memory ?? 512).rounded(.up), 128), 10_240)) }
  var isExclusive: Bool { self["exclusive"] == "true" }

  /// What reads its events from; made up from its name where the declaration does not say it.
  var source: String {
    let source = (self["source"] ?? "").filter {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
    }
    return source.isEmpty ? label + "-events" : source
  }

  /// The folder of its file, with a slash at the end.
  var folder: String {
    let parts = finding.place.file.split(separator: "/").dropLast()
    return parts.isEmpty ? "./" : parts.joined(separator: "/") + "/"
  }

  private var file: String {
    let file = finding.place.file.split(separator: "/").last.map(String.init) ?? ""
    return file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
  }

  /// As the runtime of its language names a handler, relative to ``folder``.
  var handler: String {
    switch language {
    case "python", "javascript", "typescript", "tsx": return "\(file).\(finding.symbol)"
    case "java", "kotlin", "scala":
      return finding.settings.function.replacingLast(".", with: "::")
    case "csharp":
      return "Assembly::" + finding.settings.function.replacingLast(".", with: "::")
    case "ruby": return "\(file).\(finding.settings.function)"
    default: return "bootstrap"
    }
  }

  static func all(_ findings: [ServerlessEntry]) -> [DeployedFunction] {
    var used: [String: Int] = [:]
    return findings.map { finding in
      let words = finding.symbol.split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      var id = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
      if id.first?.isLetter != true { id = "Handler" + id }
      used[id, default: 0] += 1
      let number = used[id, default: 1]
      return DeployedFunction(finding: finding, id: number == 1 ? id : id + String(number))
    }
  }
}

extension String {
  /// With the last occurrence of a character replaced.
  fileprivate func replacingLast(_ character: Character, with other: String) -> String {
    guard let place = lastIndex(of: character) else { return self }
    return self[..<place] + other + self[index(after: place)...]
  }

  /// A double-quoted scalar of YAML, which is a string of JSON.
  var yaml: String {
    var out = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case _
      where scalar.value < 0x20 || (0x7f...0x9f).contains(scalar.value)
        || scalar.value == 0x2028 || scalar.value == 0x2029 || scalar.value == 0xfeff:
        let digits = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  /// For a comment of YAML: one line, nothing that ends it.
  var yamlComment: String { escapedForTerminal }
}
