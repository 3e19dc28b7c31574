import Configuration
import Testing

@Test func `the rules for splitting are complete and the last one always holds`() {
  let rules = SplitRules.standard
  #expect(
    rules.rules.map(\.id)
      == Array(Set(rules.rules.map(\.id))).sorted { a, b in
        rules.rules.firstIndex { $0.id == a }! < rules.rules.firstIndex { $0.id == b }!
      })
  #expect(rules.decide([:]).id == "split" && rules.decide([:]).isSplit)
  #expect(rules.rules.dropLast().allSatisfy { !$0.isSplit && !$0.conditions.isEmpty })
  #expect(!rules.part.isEmpty)
}

@Test(arguments: [
  (["boundaries": 1.0], "one-part"),
  (["code-lines": 4999, "entry-points": 25, "async-triggers": 1], "small"),
  (["code-lines": 4999, "entry-points": 25, "async-triggers": 2], "split"),
  (["code-lines": 5000, "entry-points": 25, "async-triggers": 1], "split"),
  (["entry-points": 0, "stores": 0], "library"),
  (["entry-points": 0, "stores": 1], "split"),
  (["shared-writes": 0.6, "stores": 5, "crossing-share": 0.6], "shared-core"),
  (["shared-writes": 0.6, "stores": 4], "split"),
  (["owner-share": 0.85, "stores": 3, "programs": 2], "one-owner"),
  (["owner-share": 0.85, "stores": 3, "programs": 3], "split"),
  (["owner-share": 0.84, "stores": 3, "programs": 1], "split"),
  (["owner-share": 1, "stores": 2, "programs": 1], "split"),
  (["largest-share": 0.66, "programs": 1], "one-giant"),
  (["largest-share": 0.66, "programs": 3], "split"),
  (["crossing-share": 0.51, "agreement": 0.1], "tangled"),
  (["agreement": 0.39], "unstable"),
  (["state-tied-share": 0.6], "one-process"),
])
func `the first rule that holds decides`(figures: [String: Double], id: String) {
  #expect(SplitRules.standard.decide(figures).id == id)
}

@Test func `texts say the figures`() {
  let tangled = SplitRules.standard["tangled"]
  #expect(tangled.sentence(["crossing-share": 0.514]).hasPrefix("51 % of the references"))
  let process = SplitRules.standard["one-process"].sentence(
    ["state-tied-share": 0.7],
    words: ["variable": "v", "users": "3", "writers": "2", "tied-parts": "4"])
  #expect(process.hasPrefix("4 parts with 70 % of the code") && !process.contains("{"))
}
