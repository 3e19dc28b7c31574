// swift-format-ignore-file
struct Line {
  var price = 0
  func print() {}
}

struct Settings {}
