import Testing

@testable import TriggerRules

@Suite("what files of settings say of variables") struct SettingTests {
  private func first(_ texts: [String], fallback: [String] = ["sync"]) -> String? {
    var defaults = SettingDefaults(texts, of: ["QUEUE"])
    defaults.add(Set(fallback.map { SettingDefaults.Value(name: "QUEUE", text: $0) }))
    return defaults.first(holding: ["QUEUE=sync"])?.text
  }

  @Test(
    "another value is one, in whatever form",
    arguments: [
      "QUEUE=redis", "export QUEUE=redis", "QUEUE: redis", "  \"QUEUE\": \"redis\",",
      "ENV QUEUE=redis", "A=1\nQUEUE='redis'\n", "QUEUE=${QUEUE:-redis}",
      "- name: QUEUE\n  value: redis", "- name: QUEUE\r\n  value: 'redis'\r\n",
    ])
  func other(_ text: String) { #expect(first([text]) == nil) }

  @Test(
    "what says nothing of it changes nothing",
    arguments: [
      "", "# QUEUE=redis", "MY_QUEUE=redis", "QUEUES=redis", "QUEUE", "- QUEUE", "QUEUE=",
      "QUEUE=sync", "QUEUE=$QUEUE", "- name: QUEUE", "- name: QUEUE\n  other: redis", "QUEUE redis",
    ])
  func same(_ text: String) { #expect(first([text]) == "sync") }

  @Test("sources must fall back to it, and to nothing else")
  func fallbacks() {
    #expect(first([], fallback: []) == nil)
    #expect(first([], fallback: ["sync", "redis"]) == nil)
    #expect(first([], fallback: ["redis"]) == nil)
  }
}
