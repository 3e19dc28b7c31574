// swift-format-ignore-file
public struct Row {
  public var id: Int
  public init(id: Int) { self.id = id }
}

public protocol Rows {
  func row(_ id: Int) -> Row?
}

struct Settings {}
