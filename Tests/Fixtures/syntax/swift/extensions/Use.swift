// swift-format-ignore-file
func use(_ order: Order, _ orders: [Order], _ name: String, _ any: some Priced) {
  _ = order.price  // want: field use -> Order.price @Extensions.swift
  order.lines[0].print()  // want: call use -> Order.Line.print
  order.log()  // want: call use -> Priced.log
  any.log()  // want: call use -> Priced.log
  _ = name.shouted  // want: field use -> String.shouted
  _ = "a".twice()  // want: call use -> String.twice
  _ = orders.total()  // want: probable-call use -> Array.total
}

func wrong(_ order: Order) {
  // The extension is of another type.
  _ = order.shouted  // want: !field wrong -> String.shouted
  let text = String(shouting: "a")  // want: call wrong -> String.init
  _ = text
}

class Cache {
  static var shared = Cache()  // want: declare field Cache.shared definition mutableState
  func read() -> Self { self }
}

func change() {
  Cache.shared = Cache()  // want: global-write change -> Cache.shared
  Cache.shared.read().read()  // want: call change -> Cache.read
}
