// swift-format-ignore-file
struct Order {
  struct Line {}
  var lines: [Line] = []
}

protocol Priced {
  associatedtype Unit
  var price: Int { get }
}
