// swift-format-ignore-file
import Log
import Store  // want: !import-external Store

// want: import-external Log
public struct Order {
  let row: Row  // want: type Order.row -> Row @Sources/Store/Row.swift
  let lines: [Line]  // want: type Order.lines -> Line @Sources/Shop/Line.swift
  let settings = Settings()  // want: call Order.settings -> Settings @Sources/Shop/Line.swift

  func total() -> Int {
    lines.reduce(0) { $0 + $1.price }
  }

  func first() -> Int {
    lines.first?.price ?? row.id  // want: field Order.first -> Line.price
  }

  func each() {
    for line in lines { line.print() }  // want: call Order.each -> Line.print
    lines.forEach { $0.print() }  // want: call Order.each -> Line.print
    _ = lines.map(\.price)  // want: field Order.each -> Line.price
    _ = lines.filter { line in line.price > 0 }  // want: field Order.each -> Line.price
  }
}
