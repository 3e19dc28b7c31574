import Basics
import Clustering
import Review
import Testing

struct ReplayTests {
  static let files = [
    "README.c", "src/cart/Cart.cpp", "src/cart/Price.cpp", "src/cart/Price.h",
    "src/orders/Order.cpp", "src/orders/Order.h", "src/orders/tax/Tax.cpp", "src/util/log.c",
    "src/util/text.c",
  ]

  private let scope = ReviewScope(
    files: files,
    boundaries: [
      ReviewScope.KnownBoundary(id: "b-cart", name: "cart", members: [1, 2, 3]),
      ReviewScope.KnownBoundary(id: "b-orders", name: "orders", members: [4, 5, 6]),
    ])

  private func replay(_ entries: String) throws -> ReplayPlan {
    let file = try DecisionFile("version: 1\ndecisions:\n" + entries + "\n")
    return Replay.plan(file.decisions, for: scope)
  }

  private func members(_ plan: ReplayPlan, _ id: String) -> [String]? {
    plan.boundaries.first { $0.id == id }?.members.map { Self.files[$0] }
  }

  @Test
  func acceptHoldsMembersAndTakesNewFiles() throws {
    let plan = try replay("- accept: b-orders\n  name: orders\n  members: [src/orders/**]")
    #expect(members(plan, "b-orders") == Array(Self.files[4...6]))
    #expect(plan.boundaries[0].isSettled && plan.boundaries[0].name == "orders")
    let later = ReviewScope(files: Self.files + ["src/orders/New.cpp"], boundaries: [])
    let decisions = try DecisionFile(
      "version: 1\ndecisions:\n- accept: b-orders\n  members: [src/orders/**]"
    ).decisions
    #expect(Replay.plan(decisions, for: later).boundaries[0].members == [4, 5, 6, 9])
  }

  @Test
  func mostSpecificPatternWins() throws {
    let plan = try replay(
      """
      - accept: all
        members: [src/**]
      - accept: b-cart
        members: [src/cart/**]
      - accept: prices
        members: [src/cart/Price.*]
      - move: src/cart/Price.h
        to: b-orders
      - shared: src/util/*
      - pin: src/util/text.c
        to: all
      """)
    #expect(
      members(plan, "all") == [
        "src/orders/Order.cpp", "src/orders/Order.h",
        "src/orders/tax/Tax.cpp", "src/util/text.c",
      ])
    #expect(members(plan, "b-cart") == ["src/cart/Cart.cpp"])
    #expect(members(plan, "prices") == ["src/cart/Price.cpp"])
    #expect(members(plan, "b-orders") == ["src/cart/Price.h"])
    #expect(plan.labels.map { Self.files[$0.file] } == ["src/util/log.c"])
    #expect(plan.findings.isEmpty)
    #expect(plan.boundaries.first { $0.id == "b-orders" }?.core == [4, 5, 6])
  }

  @Test
  func anExplicitMoveGoesBeforeALiteralMember() throws {
    let plan = try replay(
      "- accept: b-cart\n  members: [src/cart/Price.cpp, src/cart/Cart.cpp]\n"
        + "- move: src/cart/Price*\n  to: b-orders")
    #expect(members(plan, "b-cart") == ["src/cart/Cart.cpp"])
    #expect(members(plan, "b-orders") == ["src/cart/Price.cpp", "src/cart/Price.h"])
    #expect(plan.findings.isEmpty)
  }

  @Test
  func mergeAndRename() throws {
    let text = """
      - accept: b-cart
        members: [src/cart/**]
      - merge: b-orders
        with: b-cart
        name: sales
        members: [src/cart/**, src/orders/**]
      - move: README.c
        to: b-cart
      - rename: sales
        to: selling
      """
    let plan = try replay(text)
    #expect(plan.boundaries.map(\.id) == ["b-orders"])
    #expect(plan.boundaries[0].members == [0, 1, 2, 3, 4, 5, 6])
    #expect(plan.boundaries[0].name == "selling")
    #expect(plan.findings.isEmpty)

    // The next partition no longer knows the boundary that was absorbed.
    let next = ReviewScope(
      files: Self.files,
      boundaries: [.init(id: "b-orders", name: "selling", members: Array(0...6))])
    let file = try DecisionFile("version: 1\ndecisions:\n" + text)
    let again = Replay.plan(file.decisions, for: next)
    #expect(again.boundaries[0].members == [0, 1, 2, 3, 4, 5, 6])
    #expect(again.findings.isEmpty)
  }

  @Test
  func splitPlacesOnlyItsOwnFiles() throws {
    let plan = try replay(
      """
      - accept: b-orders
        members: [src/orders/**]
      - split: orders
        into:
          tax: ["**/*ax*", "**/*.c"]
          core: [src/orders/*.cpp]
        members: [src/orders/**]
      """)
    #expect(members(plan, "tax") == ["src/orders/tax/Tax.cpp"])
    #expect(members(plan, "core") == ["src/orders/Order.cpp"])
    #expect(members(plan, "b-orders") == ["src/orders/Order.h"])
    #expect(plan.findings.isEmpty)
  }

  @Test
  func rejectedGroupingIsRecognised() throws {
    let plan = try replay("- reject: b-cart\n  reason: no\n  members: [src/cart/**]")
    let rejected = try #require(plan.rejected.first)
    #expect(rejected.matches([1, 2, 3]))
    #expect(!rejected.matches([1, 2]) && !rejected.matches([1, 2, 3, 4, 5]))
    #expect(rejected.reason == "no")
  }

  @Test
  func keepTogetherFollowsPlacedFiles() throws {
    let plan = try replay(
      """
      - pin: src/orders/Order.h
        to: b-orders
      - keep-together: src/orders/Order.h
        with: src/util/text.c
      - keep-together: src/util/*
        with: README.c
      - keep-together: src/cart/Cart.cpp
        with: src/cart/Price.*
      """)
    #expect(
      members(plan, "b-orders") == [
        "README.c", "src/orders/Order.h", "src/util/log.c",
        "src/util/text.c",
      ])
    #expect(plan.keepTogether == [[1, 2, 3]])
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var entries: String
    var kind: ReplayFinding.Kind
    var lines: [Int]
    var words: [String]
    var applied: Int
    var testDescription: String { entries }
  }

  static let faults: [Fault] = [
    Fault(
      entries: "- move: src/old/Price.h\n  to: b-cart", kind: .stale, lines: [3],
      words: ["no file matches \"src/old/Price.h\"", "is it \"src/cart/Price.h\" now"], applied: 0),
    Fault(
      entries: "- move: src/cart/Price.h\n  to: b-odrers", kind: .stale, lines: [3],
      words: ["no boundary \"b-odrers\"", "is it \"b-orders\" now"], applied: 0),
    Fault(
      entries: "- accept: x\n  members: [src/gone/**, src/cart/**]", kind: .partlyStale,
      lines: [3], words: ["no file matches \"src/gone/**\""], applied: 1),
    Fault(
      entries: "- rename: nowhere\n  to: x", kind: .stale, lines: [3],
      words: ["no boundary \"nowhere\""], applied: 0),
    Fault(
      entries: "- rename: gone\n  to: x\n  members: [src/cart/**]", kind: .matchedByMembers,
      lines: [3], words: ["\"gone\" is taken for \"b-cart\""], applied: 1),
    Fault(
      entries: "- merge: gone\n  with: away", kind: .stale, lines: [3],
      words: ["no boundary \"gone\""], applied: 0),
    Fault(
      entries: "- split: gone\n  into: {a: src/cart/Cart.cpp}", kind: .stale, lines: [3],
      words: ["no boundary \"gone\""], applied: 0),
    Fault(
      entries: "- pin: src/c*/Cart.cpp\n  to: b-cart\n- pin: src/*t/Cart.cpp\n  to: b-orders",
      kind: .contradiction, lines: [3, 5], words: ["src/cart/Cart.cpp", "(line 5)"], applied: 2),
    Fault(
      entries: "- pin: README.c\n  to: b-cart\n- shared: README.c", kind: .contradiction,
      lines: [3, 5], words: ["settle the same matter", "line 5 holds"], applied: 1),
    Fault(
      entries: "- accept: x\n  date: 2025-02-01\n  members: [src/**]\n"
        + "- reject: x\n  date: 2025-01-01\n  reason: no",
      kind: .contradiction, lines: [3, 6], words: ["line 3 holds"], applied: 1),
    Fault(
      entries: "- keep-together: src/cart/*\n  with: README.c\n- keep-apart: README.c\n"
        + "  with: src/cart/Cart.cpp",
      kind: .contradiction, lines: [3, 5], words: ["apart", "(line 3)"], applied: 2),
    Fault(
      entries: "- pin: README.c\n  to: b-cart\n- pin: src/util/log.c\n  to: b-orders\n"
        + "- keep-together: README.c\n  with: src/util/log.c",
      kind: .contradiction, lines: [5, 7], words: ["keeps \"src/util/log.c\" together"],
      applied: 3),
    Fault(
      entries: "- keep-apart: src/cart/**\n  with: src/cart/Cart.cpp", kind: .contradiction,
      lines: [3], words: ["apart from itself"], applied: 1),
    Fault(
      entries: "- accept: x\n  members: [src/cart/**]\n- reject: b-cart\n  reason: no",
      kind: .contradiction, lines: [3, 5], words: ["rejects the files of \"x\""], applied: 2),
    Fault(
      entries: "- rename: b-cart\n  to: sales\n- rename: b-orders\n  to: sales",
      kind: .contradiction, lines: [3, 5], words: ["which is the name of \"b-cart\""], applied: 2),
  ]

  @Test(arguments: faults)
  func faultsAreNamedByLine(_ fault: Fault) throws {
    let plan = try replay(fault.entries)
    #expect(plan.findings.count == 1)
    let finding = try #require(plan.findings.first)
    #expect(finding.kind == fault.kind)
    #expect(finding.lines == fault.lines)
    for word in fault.words { #expect(finding.message.contains(word), "\(finding.message)") }
    #expect(plan.applied == fault.applied)
    #expect(finding.diagnostic.path == "cleave.decisions.yml")
    #expect(finding.diagnostic.line == fault.lines[0])
  }

  /// Whatever is decided, the plan can be carried out, and does not depend on the order of files.
  @Test
  func plansAreFreeOfContradictions() throws {
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<300 {
      let decisions = (0..<25).map { PlacedDecision(random(&generator), line: $0 + 1) }
      let plan = Replay.plan(decisions, for: scope)
      let resolved = ResolvedConstraints(
        nodeCount: Self.files.count, plan.clusteringConstraints)
      #expect(resolved.contradictions.isEmpty)
      let labelled = Set(plan.labels.map(\.file))
      let placed = plan.boundaries.flatMap(\.members)
      #expect(Set(placed).count == placed.count)
      #expect(labelled.isDisjoint(with: placed))
      #expect(labelled.isDisjoint(with: plan.keepTogether.joined()))
      #expect(Replay.plan(decisions.shuffled(using: &generator), for: scope) == plan)
    }
  }

  private func random(_ generator: inout SeededGenerator) -> Decision {
    let patterns = Self.files + ["src/**", "src/cart/*", "**/*.h", "src/util/**", "**/?a*"]
    let names = ["b-cart", "b-orders", "cart", "orders", "new", "gone"]
    func pattern() -> String { patterns[generator.next(below: patterns.count)] }
    func name() -> String { names[generator.next(below: names.count)] }
    let act = DecisionAct.allCases[generator.next(below: DecisionAct.allCases.count)]
    var decision = Decision(act, act.concernsBoundary ? name() : pattern())
    for field in act.requiredFields {
      switch field {
      case .to: decision.to = name()
      case .with: decision.with = [act.concernsBoundary ? name() : pattern()]
      case .into:
        decision.into = [
          .init(name: "p", patterns: [pattern()]), .init(name: name(), patterns: [pattern()]),
        ]
      default: decision.reason = "r"
      }
    }
    if act.ownFields.contains(.members), generator.next(below: 2) == 0 {
      decision.members = [pattern(), pattern()]
    }
    return decision
  }
}
