import Testing

@testable import TriggerRules

@Suite("what is filled once is no state") struct LazyFillTests {
  private func writes(_ path: String, _ source: String) throws -> Set<String> {
    try TriggerBench.stateWrites([path: Array(source.utf8)])
  }

  @Test("a variable that is filled when it is first needed is read")
  func filled() throws {
    let python = """
      rates = None
      last = None
      key = None
      mode = None

      def load():
          global rates
          if rates is None:
              found = 1
              rates = found
          return rates

      def keep(value):
          global last
          last = value

      def reset():
          global key
          key = None

      def get():
          global key
          if not key:
              key = 1
          return key

      def other():
          global mode
          if mode != None:
              mode = 2
      """
    // What something else sets back is state, whoever fills it.
    #expect(
      try writes("a.py", python) == ["keep -> last", "reset -> key", "get -> key", "other -> mode"])
  }

  @Test("in other languages as well")
  func languages() throws {
    let script = """
      let client = null;
      let count = 0;
      let page;
      export function open() { if (!client) { client = make(); } return client; }
      export function add() { count = count + 1; }
      export function first() { page ??= make(); return page; }
      function make() { return {}; }
      """
    #expect(try writes("a.js", script) == ["add -> count"])
    let go = """
      package a

      var table map[string]int
      var hits int

      func Table() map[string]int {
      	if table == nil {
      		table = load()
      	}
      	return table
      }

      func Hit() { hits = hits + 1 }

      func load() map[string]int { return nil }
      """
    #expect(try writes("a.go", go) == ["Hit -> hits"])
  }

  @Test(
    "what only looks like it is a write",
    arguments: [
      "if other is None:\n        rates = 1",
      "if rates is None:\n        pass\n    else:\n        rates = 1",
      "rates = 1", "if rates is None:\n        rates = None",
    ])
  func others(_ body: String) throws {
    let source = "rates = 3\nother = 2\n\ndef f():\n    global rates\n    \(body)\n"
    #expect(try writes("a.py", source) == ["f -> rates"])
  }
}
