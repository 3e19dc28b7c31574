import Basics
import Review
import Testing

struct DecisionWordsTests {
  private let scope = ReviewScope(
    files: ReplayTests.files + ["odd/a*b.c", "odd/a\\xFFb.c"],
    boundaries: [
      ReviewScope.KnownBoundary(id: "b-cart", name: "cart", members: [1, 2, 3]),
      ReviewScope.KnownBoundary(id: "b-orders", name: "orders", members: [4, 5, 6]),
      ReviewScope.KnownBoundary(id: "b-util", name: "util", members: [0, 7]),
    ])

  private func decide(
    _ line: String, reason: String? = nil, name: String? = nil, parts: [String] = []
  ) throws -> Decision {
    var words = DecisionWords(line.split(separator: " ").map(String.init))
    (words.reason, words.name, words.parts) = (reason, name, parts)
    return try words.decision(in: scope)
  }

  @Test
  func acceptStoresIntent() throws {
    let decision = try decide("accept orders")
    #expect(decision.subject == "b-orders")
    #expect(decision.name == "orders")
    #expect(decision.members == ["src/orders/**"])
    #expect(try decide("accept b-util").members == ["README.c", "src/util/log.c"])
  }

  @Test
  func placesTakePathsFoldersAndPatterns() throws {
    #expect(try decide("move src/cart/Price.h orders").subject == "src/cart/Price.h")
    #expect(try decide("pin ./src/cart/ orders").subject == "src/cart/**")
    #expect(try decide("shared src/util").subject == "src/util/**")
    #expect(try decide("dead **/*.h").subject == "**/*.h")
    #expect(try decide("shared odd/a*b.c").subject == "odd/a\\*b.c")
    #expect(try decide("shared odd/a\\xFFb.c").subject == "odd/a\\\\xFFb.c")
    let move = try decide("move src/cart/Price.h boundary:b-orders")
    #expect(move.to == "b-orders" && move.around == ["src/orders/**"])
  }

  @Test
  func mergeAndSplit() throws {
    let merge = try decide("merge orders cart", name: "sales")
    #expect(merge.subject == "b-orders" && merge.with == ["b-cart"] && merge.name == "sales")
    #expect(merge.members == ["src/cart/**", "src/orders/**"])
    let split = try decide(
      "split orders", parts: ["tax=src/orders/tax", "orders=src/orders/*.h", "orders=**/Order.cpp"])
    #expect(
      split.into == [
        Decision.Part(name: "orders", patterns: ["**/Order.cpp", "src/orders/*.h"]),
        Decision.Part(name: "tax", patterns: ["src/orders/tax/**"]),
      ])
  }

  @Test
  func keepSortsItsPatterns() throws {
    let keep = try decide("keep-apart src/orders src/cart")
    #expect(keep.subject == "src/cart/**" && keep.with == ["src/orders/**"])
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var line: String
    var parts: [String] = []
    var reason: String?
    var name: String?
    var message: String
    var testDescription: String { line }
  }

  static let refusals: [Refusal] = [
    Refusal(line: "mve a b", message: "unknown act \"mve\", did you mean \"move\""),
    Refusal(line: "accept", message: "write: accept BOUNDARY [--as NAME]"),
    Refusal(line: "move src/cart/Cart.cpp", message: "write: move PATH|GLOB BOUNDARY"),
    Refusal(line: "accept ordres", message: "no boundary \"ordres\", did you mean \"orders\""),
    Refusal(
      line: "accept zzzzzz", message: "no boundary \"zzzzzz\", see \"cleave boundaries\""),
    Refusal(
      line: "pin src/Price.cpp orders",
      message: "no file matches \"src/Price.cpp\", did you mean \"src/cart/Price.cpp\""),
    Refusal(
      line: "shared /etc",
      message: "pattern \"/etc\": paths are relative to the root; "
        + "remove the first \"/\""),
    Refusal(line: "shared ../x", message: "pattern \"../x\": a path may not leave the root"),
    Refusal(line: "reject cart", message: "a rejection needs a reason; add --reason TEXT"),
    Refusal(
      line: "reject cart", reason: "  ", message: "a rejection needs a reason; add --reason TEXT"),
    Refusal(
      line: "rename cart orders",
      message: "\"orders\" is the name of another boundary; choose another"),
    Refusal(
      line: "rename cart @shared",
      message: "names that start with \"@\" are labels; choose another"),
    Refusal(
      line: "merge cart b-cart", message: "\"b-cart\" is named twice; a merge needs two boundaries"
    ),
    Refusal(line: "split cart", message: "write: split BOUNDARY --into NAME=GLOB…"),
    Refusal(line: "split cart", parts: ["x"], message: "\"x\" is not of the form NAME=GLOB"),
    Refusal(
      line: "split cart", parts: ["x=src/util"],
      message: "\"src/util/**\" matches no file of the boundary \"b-cart\""),
    Refusal(
      line: "move README.c cart", name: "x",
      message: "\"--as\" does not go with \"move\"; write: move PATH|GLOB BOUNDARY"),
  ]

  @Test(arguments: refusals)
  func wrongWordsAreExplained(_ refusal: Refusal) {
    let error = #expect(throws: DecisionWordsError.self) {
      try decide(
        refusal.line, reason: refusal.reason, name: refusal.name, parts: refusal.parts)
    }
    #expect(error?.description == refusal.message)
  }

  @Test
  func boundariesOfEarlierDecisionsAreKnown() throws {
    let split = try decide("split orders", parts: ["tax=src/orders/tax"])
    let move = try DecisionWords(["move", "README.c", "tax"]).decision(in: scope, after: [split])
    #expect(move.to == "tax" && move.around.isEmpty)
  }

  /// Every decision from words is read back from the file as it was, and replays without findings.
  @Test
  func wordsToFileToPlan() throws {
    let decisions = [
      try decide("accept orders"), try decide("reject util", reason: "grab: bag"),
      try decide("rename cart baskets"),
      try decide("move src/cart/Price.h orders"), try decide("shared odd/a*b.c"),
      try decide("keep-together src/cart/Cart.cpp src/cart/Price.cpp"),
    ]
    var text: String?
    for decision in decisions { text = try DecisionFile(text).recording(decision).text }
    let file = try DecisionFile(text)
    #expect(Set(file.decisions.map(\.decision)) == Set(decisions))
    let plan = Replay.plan(file.decisions, for: scope)
    #expect(plan.findings.isEmpty && plan.applied == decisions.count)
  }
}

struct MemberPatternsTests {
  @Test(arguments: [
    (["a/x.c", "a/y.c"], ["b/z.c"], ["a/**"]),
    (["x.c"], [], ["**"]),
    (["a/b/c/x.c"], ["a/y.c"], ["a/b/**"]),
    (["a/x.c", "a/y.c"], ["a/b/z.c"], ["a/*"]),
    (["a/x.c", "a/y.c"], ["a/z.h"], ["a/*.c"]),
    (["a/order.c", "a/order.h"], ["a/ordering.c", "a/z.h"], ["a/order.*"]),
    (["a/t_one.c", "a/t_two.h"], ["a/x.c", "a/x.h"], ["a/t_*"]),
    (["a/OrderLine.c", "a/OrderList.h"], ["a/x.c", "a/x.h"], ["a/Order*"]),
    (["a/x.c"], ["a/y.c"], ["a/x.c"]),
    (["a[1]/x.c", "a[1]/y*.c"], ["a1/x.c", "a[1]/yy.c"], ["a\\[1\\]/x.c", "a\\[1\\]/y\\*.c"]),
  ])
  func examples(_ members: [String], _ others: [String], _ expected: [String]) {
    let scope = ReviewScope(files: members + others, boundaries: [])
    #expect(MemberPatterns.describe(Array(members.indices), in: scope) == expected)
  }

  @Test
  func exactOnRandomSets() throws {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<200 {
      let files =
        Set((0..<120).map { _ in RandomDecisions.path(&generator) }).sorted()
        + ["src/x.c", "src/cart/a{b}.c", "top.c"]
      let scope = ReviewScope(files: files, boundaries: [])
      let density = 1 + generator.next(below: 9)
      let members = files.indices.filter { _ in generator.next(below: 10) < density }
      let patterns = MemberPatterns.describe(members, in: scope)
      var found: Set<Int> = []
      for pattern in patterns { found.formUnion(scope.files(matching: try Glob(pattern))) }
      #expect(found.sorted() == members)
      #expect(patterns.count <= members.count)
    }
  }
}
