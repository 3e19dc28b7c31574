import Foundation
import Review
import Testing
import Triggers

/// The schema of the decisions file says what the reader takes.
struct SchemaTests {
  private func schema() throws -> [String: Any] {
    let file = URL(filePath: #filePath).appending(
      path: "../../../Sources/Review/decisions.schema.json")
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: file.standardizedFileURL))
    return try #require(value as? [String: Any])
  }

  @Test(arguments: DecisionAct.allCases)
  func `each act has its fields, and those it needs`(_ act: DecisionAct) throws {
    let parts = try #require(try schema()["$defs"] as? [String: Any])
    let entry = try #require(parts["act-\(act.rawValue)"] as? [String: Any])
    let properties = try #require(entry["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set([act.rawValue] + act.fields.map(\.rawValue)))
    let required = try #require(entry["required"] as? [String])
    #expect(Set(required) == Set([act.rawValue] + act.requiredFields.map(\.rawValue)))
    if act == .serverless {
      let verdicts = try #require((properties["to"] as? [String: Any])?["enum"] as? [String])
      #expect(verdicts == Verdict.allCases.map(\.rawValue))
    }
  }

  @Test func `there are no other acts`() throws {
    let parts = try #require(try schema()["$defs"] as? [String: Any])
    let acts = parts.keys.filter { $0.hasPrefix("act-") }.map { String($0.dropFirst(4)) }
    #expect(Set(acts) == Set(DecisionAct.allCases.map(\.rawValue)))
  }
}
