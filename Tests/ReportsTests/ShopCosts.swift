import ReportModel

extension Fixtures {
  /// Adds to the small shop what its cuts take and who owns its tables.
  static func fillCosts(_ document: inout Document) {
    let order = Place(file: "src/orders/order.cpp", line: 13)
    let cart = Place(file: "src/cart/cart.cpp", line: 10)
    var costs = CutReport()
    costs.points = 174
    costs.prices = [
      PriceEntry(name: "call", item: 10, place: 1, reason: "every place learns to fail"),
      PriceEntry(name: "transaction", item: 60, place: 0, reason: "steps with compensations"),
    ]
    func part(
      _ contract: String, _ items: Int, _ references: Int, _ accesses: Int, _ points: Double,
      _ names: [String], _ place: Place?
    ) -> CrossingCostEntry.ContractEntry {
      .init(
        contract: contract, items: items, references: references, accesses: accesses,
        points: points, examples: names, places: place.map { [$0] } ?? [])
    }
    costs.crossings = [
      CrossingCostEntry(
        from: "cart", to: "orders", points: 131, imports: 1,
        contracts: [
          part("call", 1, 1, 0, 11, ["Order::place"], cart),
          part("write", 2, 0, 3, 36, ["orders"], cart),
          part("library", 1, 4, 0, 2, ["Money"], cart),
          part("event", 1, 0, 2, 10, ["placed"], cart),
          part("state", 1, 1, 0, 22, ["open_carts"], cart),
          part("read-model", 1, 0, 30, 50, ["accounts"], nil),
        ]),
      CrossingCostEntry(
        from: "orders", to: "cart", points: 43, imports: 0,
        contracts: [
          part("move", 1, 3, 0, 6, ["Cart::tax"], order), part("cycle", 1, 0, 0, 30, [], nil),
          part("transaction", 1, 0, 0, 7, ["Order::place"], order),
        ]),
    ]
    costs.boundaries = [
      .init(
        boundary: "orders", incoming: 131, outgoing: 43, operationsOffered: 1, operationsUsed: 0,
        talk: 5, parts: ["call": 11, "write": 36, "cycle": 30]),
      .init(
        boundary: "cart", incoming: 43, outgoing: 131, operationsOffered: 0, operationsUsed: 1,
        talk: 5, parts: ["call": 11]),
    ]
    costs.cycles = [
      .init(
        members: ["orders", "cart"],
        breakers: [
          .init(from: "orders", to: "cart", references: 3, points: 6, places: [order])
        ])
    ]
    costs.transactions = [
      .init(
        place: order, symbol: "Order::place", home: "orders",
        writes: [
          .init(table: "cart_items", owner: "cart", place: order),
          .init(table: "orders", owner: "orders", place: order),
        ], certain: true, enclosing: 2),
      .init(
        place: cart, symbol: "Cart::clear", home: nil,
        writes: [.init(table: "orders", owner: "orders", place: cart)], certain: false,
        enclosing: 0),
    ]
    document.boundaries.costs = costs
    document.tables[0].ownership = OwnershipEntry(
      owner: "orders", reason: "maps it, writes it at 1 of 2 places",
      parties: [
        .init(
          boundary: "orders", reads: 1, writes: 1, maps: true, readPlaces: [order],
          writePlaces: [order]),
        .init(
          boundary: "cart", reads: 0, writes: 1, maps: false, readPlaces: [],
          writePlaces: [cart]),
        .init(
          boundary: "@shared", reads: 2, writes: 0, maps: false, readPlaces: [cart],
          writePlaces: []),
      ], purity: 0.082, finding: "written-by-several",
      ways: [
        .init(
          way: "merge", points: -31, text: "2 boundaries become one", figures: [Figure("files", 2)]),
        .init(way: "call-owner", points: 17, text: "1 write in 1 function", figures: []),
        .init(way: "move-files", points: 40, text: "1 file moves", figures: []),
      ], transactions: [0])
  }
}
