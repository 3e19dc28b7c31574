import Basics
import ReportModel

/// What the cuts between boundaries take, and who owns which data, for people.
enum CutText {
  private static let more = "cleave boundaries --costs shows all"

  /// The costliest crossings, the cycles and the tables that need a decision.
  static func short(_ document: Document, _ page: inout TextPage) {
    let costs = document.boundaries.costs
    if !costs.crossings.isEmpty {
      page.heading("What the cuts take")
      page.line(
        "\(points(costs.points)) for \(costs.crossings.count.counted("crossing")):"
          + " 1 is the work at one call that must learn to wait and to fail")
      let sorted = costliest(costs.crossings)
      for crossing in sorted.prefix(5) { page.line(line(crossing)) }
      rest(sorted.count - 5, &page)
      outlook(costs, &page)
      cycles(costs.cycles, &page)
      transactions(costs.transactions, most: 3, &page)
    }
    data(document, isFull: false, &page)
  }

  /// Every crossing with its contracts, every boundary, every table with its ways out, and the
  /// prices.
  static func full(_ document: Document, _ page: inout TextPage) {
    let costs = document.boundaries.costs
    page.heading("What the cuts take")
    page.line("\(points(costs.points)) for \(costs.crossings.count.counted("crossing"))")
    for crossing in costliest(costs.crossings) {
      page.line(
        "\(crossing.from, .strong) uses \(crossing.to, .strong): \(points(crossing.points))")
      for part in crossing.contracts { page.line(detail(part), indent: 4) }
    }
    outlook(costs, &page)
    cycles(costs.cycles, &page)
    transactions(costs.transactions, most: .max, &page)
    boundaries(costs.boundaries, &page)
    data(document, isFull: true, &page)
    prices(costs.prices, &page)
  }

  // MARK: Crossings

  private static func costliest(_ crossings: [CrossingCostEntry]) -> [CrossingCostEntry] {
    crossings.enumerated().sorted {
      (-$0.element.points, $0.offset) < (-$1.element.points, $1.offset)
    }.map(\.element)
  }

  private static func line(_ crossing: CrossingCostEntry) -> StyledText {
    let parts = crossing.contracts.sorted { $0.points > $1.points }.filter { $0.points > 0 }
    let place = parts.first?.places.first.map { ", \($0.text)" } ?? ""
    return "\(crossing.from, .strong) uses \(crossing.to, .strong):"
      + " \(points(crossing.points)): \(parts.map(brief).joined(separator: "; "))\(place, .faint)"
  }

  /// Items with what they are, such as `3 operations called at 12 places`.
  private static func brief(_ part: CrossingCostEntry.ContractEntry) -> String {
    let uses = part.references + part.accesses
    let places = uses.counted("place")
    switch part.contract {
    case "call": return part.items.counted("operation") + " called at " + places
    case "state": return part.items.counted("variable") + " shared at " + places
    case "write": return part.items.counted("command") + " for writes at " + places
    case "event": return part.items.counted("channel") + " at " + places
    case "read-model": return part.items.counted("table") + " read at " + places
    case "library": return part.items.counted("type or constant", "types or constants")
    case "move": return part.items.counted("part") + " to move over"
    case "transaction": return part.items.counted("transaction") + " split"
    case "cycle": return "closes a circle"
    default: return "\(part.contract) \(part.items)"
    }
  }

  private static func detail(_ part: CrossingCostEntry.ContractEntry) -> StyledText {
    let names = part.examples.isEmpty ? "" : ": " + part.examples.map(tail).joined(separator: ", ")
    let places = part.places.first.map { ", \($0.text)" } ?? ""
    return
      "\(part.contract, .strong) \(part.points.fixed(0)): \(brief(part))\(names)\(places, .faint)"
  }

  /// The last two parts of a qualified name; paths as they are.
  private static func tail(_ name: String) -> String {
    guard !name.contains("/") else { return name }
    let mark = name.contains("::") ? "::" : "."
    return name.split(separator: mark, omittingEmptySubsequences: false).suffix(2)
      .joined(separator: mark)
  }

  private static func points(_ points: Double) -> String {
    Int(points.rounded()).counted("point")
  }

  private static func rest(_ count: Int, _ page: inout TextPage) {
    if count > 0 { page.line("\("… and \(count.grouped) more: \(more)", .faint)") }
  }

  /// What there would be to run, and the parts that most others wait for.
  private static func outlook(_ costs: CutReport, _ page: inout TextPage) {
    guard let figures = costs.outlook else { return }
    func count(_ name: String) -> Int {
      Int(figures.first { $0.name == name }?.value ?? 0)
    }
    var text =
      "to run: \(count("services").counted("service")), \(count("with-data")) with data of their own;"
      + " \(count("network-operations").counted("operation")) over the network,"
      + " \(count("waiting-places").counted("place")) that wait for them"
    if let price = figures.first(where: { $0.name == "running-cost" }), let unit = price.unit {
      text += "; about \(price.value.fixed(0)) \(unit) if each runs on and on"
    }
    page.line("\(text)")
    let heaviest = costs.boundaries.enumerated().filter { $0.element.stops != nil }.sorted { a, b in
      (-(a.element.stops!.count), a.offset) < (-(b.element.stops!.count), b.offset)
    }
    guard let first = heaviest.first?.element, let stops = first.stops else { return }
    let same = heaviest.count { $0.element.stops!.count == stops.count }
    let others = same > 1 ? ", and so for \(same - 1) more" : ""
    let names = stops.prefix(5).joined(separator: ", ") + (stops.count > 5 ? ", …" : "")
    page.line(
      "if \(first.boundary) stops, \(stops.count) of the \(costs.boundaries.count - 1) others stop"
        + " with it (\(names))\(others)")
  }

  private static func cycles(_ cycles: [BoundaryCycleEntry], _ page: inout TextPage) {
    for cycle in cycles {
      let count = cycle.members.count.counted("boundary", "boundaries")
      page.line(
        "\("\(count) wait for each other", .doubtful):"
          + " \(cycle.members.joined(separator: ", ")); cheapest to turn around:"
          + " \(cycle.breakers.prefix(5).map(breaker).joined(separator: ", "))")
      rest(cycle.breakers.count - 5, &page)
    }
  }

  private static func breaker(_ breaker: BoundaryCycleEntry.Breaker) -> String {
    let place = breaker.places.first.map { " at \($0.text)" } ?? ""
    return "\(breaker.from) to \(breaker.to) (\(points(breaker.points)),"
      + " \(breaker.references.counted("use"))\(place))"
  }

  private static func transactions(
    _ transactions: [SplitTransactionEntry], most: Int, _ page: inout TextPage
  ) {
    let certain = transactions.filter(\.certain)
    guard !transactions.isEmpty else { return }
    let possible = transactions.count - certain.count
    let perhaps = possible > 0 ? ", \(possible.grouped) more if certain overrides run" : ""
    let count = certain.count.counted("transaction")
    let end = certain.isEmpty && most != .max ? "" : ":"
    page.line(
      "\("\(count) would be split", certain.isEmpty ? .plain : .doubtful)\(perhaps)\(end)")
    let shown = most == .max ? certain + transactions.filter { !$0.certain } : certain
    for transaction in shown.prefix(most) {
      let writes = transaction.writes.map { "\($0.table) of \($0.owner)" }
      let around = transaction.enclosing > 0 ? ", and \(transaction.enclosing) around it" : ""
      page.line(
        "\(transaction.symbol) writes \(writes.prefix(6).joined(separator: ", "))\(around),"
          + " \(transaction.place.text, .faint)", indent: 4)
    }
    if most != .max, shown.count > most { rest(shown.count - most, &page) }
  }

  // MARK: Boundaries

  private static func boundaries(_ costs: [BoundaryCostEntry], _ page: inout TextPage) {
    guard !costs.isEmpty else { return }
    page.heading("To cut one out")
    let sorted = costs.enumerated().sorted { a, b in
      let (x, y) = (sum(a.element), sum(b.element))
      return x != y ? x > y : a.offset < b.offset
    }.map(\.element)
    page.table(
      [
        .init(title: "boundary", most: 24), .init(title: "points", isNumber: true),
        .init(title: "uses", isNumber: true), .init(title: "used", isNumber: true),
        .init(title: "calls", isNumber: true), .init(title: "talk", isNumber: true),
        .init(title: "stops", isNumber: true), .init(title: "mostly"),
      ],
      sorted.map { cost in
        let parts = cost.parts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(2)
        return [
          StyledText(cost.boundary, .strong), StyledText(sum(cost).fixed(0)),
          StyledText(cost.outgoing.fixed(0)), StyledText(cost.incoming.fixed(0)),
          "\(cost.operationsOffered)", "\(cost.talk)", "\(cost.stops?.count ?? 0)",
          StyledText(parts.map { "\($0.key) \($0.value.fixed(0))" }.joined(separator: ", ")),
        ]
      })
  }

  private static func sum(_ cost: BoundaryCostEntry) -> Double { cost.incoming + cost.outgoing }

  // MARK: Data

  private static func data(_ document: Document, isFull: Bool, _ page: inout TextPage) {
    let owned = document.tables.filter { $0.ownership != nil }
    guard !owned.isEmpty else { return }
    page.heading("Who owns the data")
    let findings = owned.filter { $0.ownership?.finding != nil }
    let purities = owned.compactMap { $0.ownership?.purity }
    let purity =
      purities.isEmpty
      ? "" : "; mean purity \((purities.reduce(0, +) / Double(purities.count)).fixed(2))"
    func count(_ finding: String) -> String {
      findings.count { $0.ownership?.finding == finding }.grouped
    }
    page.line(
      "\(owned.count.counted("table or store", "tables and stores")):"
        + " \(count("written-by-several")) written by several boundaries,"
        + " \(count("written-by-other")) by another than the owner,"
        + " \(count("written-by-shared")) by shared code\(purity)")
    let sorted = findings.enumerated().sorted { a, b in
      let (x, y) = (price(a.element), price(b.element))
      return x != y ? x > y : a.offset < b.offset
    }.map(\.element)
    let shown = isFull ? sorted : Array(sorted.prefix(5))
    for table in shown { section(table, isFull: isFull, &page) }
    rest(sorted.count - shown.count, &page)
    guard isFull else { return }
    for table in owned where table.ownership?.finding == nil { section(table, isFull: true, &page) }
  }

  private static func price(_ table: TableEntry) -> Double {
    table.ownership?.ways.first?.points ?? 0
  }

  private static func section(_ table: TableEntry, isFull: Bool, _ page: inout TextPage) {
    guard let ownership = table.ownership else { return }
    let style: TextStyle = ownership.finding == nil ? .plain : .bad
    let owner = ownership.owner ?? "nobody"
    page.line("\(table.name, .strong) of \(owner, style): \(ownership.reason)")
    for party in ownership.parties where isFull || party.writes > 0 {
      guard isFull || party.boundary != ownership.owner else { continue }
      let places = party.writes > 0 ? party.writePlaces : party.readPlaces
      let does = [
        party.maps ? "maps it" : "",
        party.writes > 0 ? "writes it at " + party.writes.counted("place") : "",
        party.reads > 0 ? "reads it at " + party.reads.counted("place") : "",
      ].filter { !$0.isEmpty }.joined(separator: ", ")
      page.line(
        "\(party.boundary) \(does)\(places.isEmpty ? "" : ": ")\(places.summary(2), .faint)",
        indent: 4)
    }
    for way in isFull ? ownership.ways : Array(ownership.ways.prefix(2)) {
      page.line("\(way.way, .strong), \(points(way.points)): \(way.text)", indent: 6)
    }
  }

  private static func prices(_ prices: [PriceEntry], _ page: inout TextPage) {
    guard !prices.isEmpty else { return }
    page.heading("Prices")
    for price in prices {
      let place = price.place > 0 ? " and \(price.place.fixed(0)) a place" : ""
      page.line("\(price.name, .strong): \(price.item.fixed(0)) each\(place): \(price.reason)")
    }
  }
}
