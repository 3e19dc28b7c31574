// swift-format-ignore-file
extension Order: Priced {  // want: implement Order -> Priced
  typealias Unit = Int
  var price: Int { lines.count }  // want: field Order.price -> Order.lines
}

extension Order.Line {  // want: type Order.Line -> Order.Line @Types.swift
  func print() { order().log() }  // want: call Order.Line.print -> Priced.log
  func order() -> Order { Order() }  // want: call Order.Line.order -> Order
}

extension Priced {
  func log() { _ = price }  // want: field Priced.log -> Priced.price
}

extension String {
  var shouted: String { uppercased() }
  init(shouting text: String) { self = text.shouted }
  func twice() -> String { self + self }
}

extension Array where Element == Order {
  func total() -> Int { first?.price ?? 0 }
}
