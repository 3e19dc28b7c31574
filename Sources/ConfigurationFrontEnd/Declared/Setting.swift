/// A setting of a configuration file, whatever the format: a text, a mapping or a list, with its place.
final class Setting {
  enum Content {
    case text(String)
    case mapping([Setting])
    case list([Setting])
    case nothing
  }

  /// The key in the mapping, or the index in the list, under which it stands.
  let key: String
  /// Where the key stands, one-based; that of the element in a list.
  let line: Int
  /// YAML's tag where the file has one, such as `!GetAtt`.
  let tag: String
  private(set) var content: Content
  private(set) unowned(unsafe) var parent: Setting?
  /// The file, relative to the root, where it is not that of the document.
  var file: String?
  private var places: [String: Int]?

  init(key: String = "", line: Int, tag: String = "", _ content: Content) {
    self.key = key
    self.line = line
    self.tag = tag
    self.content = content
    for child in children { child.parent = self }
  }

  var children: [Setting] {
    switch content {
    case .mapping(let children), .list(let children): children
    case .text, .nothing: []
    }
  }

  var text: String? { if case .text(let text) = content { text } else { nil } }

  var isNothing: Bool {
    switch content {
    case .nothing: true
    case .text(let text): text.isEmpty || text == "~" || text == "null"
    default: false
    }
  }

  /// The child with a key; the last where there are several.
  func child(_ name: String) -> Setting? {
    let children = children
    if children.count <= 8 { return children.last { $0.key == name } }
    if places == nil {
      places = Dictionary(
        children.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { $1 })
    }
    return places?[name].map { children[$0] }
  }

  /// Puts other content in the place of a text, such as that of the file that it names.
  func replace(by content: Content) {
    self.content = content
    places = nil
    for child in children { child.parent = self }
  }

  var top: Setting {
    var setting = self
    while let parent = setting.parent { setting = parent }
    return setting
  }

  /// The file that it stands in: its own, or that of the nearest setting around it.
  var home: String? {
    var setting: Setting? = self
    while let current = setting {
      if let file = current.file { return file }
      setting = current.parent
    }
    return nil
  }

  /// The setting in one line, as YAML would have it in its flow style, at most `limit` bytes.
  func flow(limit: Int) -> String {
    var text = ""
    if !key.isEmpty, case .mapping? = parent?.content { text = key + ": " }
    write(to: &text, limit: limit)
    return text
  }

  private func write(to text: inout String, limit: Int) {
    guard text.utf8.count < limit else { return }
    let mark = tag.hasPrefix("!") ? tag + " " : ""
    switch content {
    case .nothing: return
    case .text(let own): text += mark + own
    case .mapping(let children):
      text += mark + "{"
      for (index, child) in children.enumerated() where text.utf8.count < limit {
        text += (index == 0 ? "" : ", ") + child.key + ": "
        child.write(to: &text, limit: limit)
      }
      text += "}"
    case .list(let children):
      text += mark + "["
      for (index, child) in children.enumerated() where text.utf8.count < limit {
        text += index == 0 ? "" : ", "
        child.write(to: &text, limit: limit)
      }
      text += "]"
    }
  }
}

/// How many settings one file may come to: aliases can stand for billions.
struct SettingBudget {
  static let most = 400_000
  static let deepest = 100

  private(set) var left = SettingBudget.most
  private(set) var isExceeded = false

  /// Whether one more setting may be made.
  mutating func take(depth: Int) -> Bool {
    guard left > 0, depth < Self.deepest else {
      isExceeded = true
      return false
    }
    left -= 1
    return true
  }
}
