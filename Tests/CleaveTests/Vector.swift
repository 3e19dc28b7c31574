import Foundation
import Testing

/// A repository of some files, and what a run says of its triggers.
enum Vector {
  /// Two more events, so that an application is not small.
  static let events = """
    # @trigger queue source=a
    def one(message):
        return message

    # @trigger queue source=b
    def two(message):
        return message

    """

  struct Finding: Decodable {
    var symbol: String
    var kind: String
    var verdict: String
    var score: Int?
    var whatIf: String?
    var reasons: [Ground]
    var blockers: [Ground]
    var needs: [String]
    var unit: [String]?
    var outlook: Outlook?

    struct Ground: Decodable {
      var id: String
      var points: Int?
      var places: [Place]
      var hint: String?
    }
    struct Place: Decodable {
      var file: String
      var line: Int
    }
    struct Outlook: Decodable {
      var cost: Cost?
      var coldStart: ColdStart?
    }
    struct Cost: Decodable {
      var breakEvenRate: Double
    }
    struct ColdStart: Decodable {
      var milliseconds: Double
    }

    /// The rule that decided.
    var rule: String { reasons.first { $0.points == nil }?.id ?? "" }
  }

  struct Part: Decodable {
    struct Serverless: Decodable { var findings: [Finding] }
    var serverless: Serverless
  }

  /// Findings of a repository of some files, and of two queue consumers.
  static func findings(
    _ files: [String: String], _ options: [String] = []
  ) throws -> [Finding] {
    var all = files
    all["events/consumers.py"] = Self.events
    let folder = try Folder(all)
    let result = try Program.run(
      ["serverless", folder.path, "--format", "json", "--no-cache", "--no-history"] + options)
    try #require(result.status == 0, "\(result.talk)")
    return try JSONDecoder().decode(Part.self, from: Data(result.output.utf8)).serverless.findings
      .filter { !["one", "two"].contains($0.symbol) }
  }

  static func finding(
    _ symbol: String, in files: [String: String], _ options: [String] = []
  ) throws -> Finding {
    try #require(try findings(files, options).first { $0.symbol == symbol })
  }
}
