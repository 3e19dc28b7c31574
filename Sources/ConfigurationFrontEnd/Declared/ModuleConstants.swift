/// The texts that the files of a module give names to: locals, and variables by their defaults.
struct ModuleConstants {
  private var texts: [String: String] = [:]
  /// Names within names that are followed, and how long a text may grow.
  private static let deepest = 4
  private static let longest = 4096

  /// Linear in the files.
  init(_ documents: [Setting]) {
    for document in documents {
      for block in document.child("locals").map(Self.each) ?? [] {
        for entry in block.children { note("local." + entry.key, entry) }
      }
      for entry in document.child("variable")?.children ?? [] {
        if let value = entry.child("default") { note("var." + entry.key, value) }
      }
    }
  }

  private mutating func note(_ name: String, _ setting: Setting) {
    if let text = setting.text, texts[name] == nil { texts[name] = text }
  }

  /// The blocks of one name.
  private static func each(_ setting: Setting) -> [Setting] {
    if case .list(let blocks) = setting.content { blocks } else { [setting] }
  }

  /// A text that is a name, or that has some in it.
  func resolved(_ text: String) -> String { resolved(text, depth: 0) }

  private func resolved(_ text: String, depth: Int) -> String {
    guard depth < Self.deepest, !texts.isEmpty, text.utf8.count <= Self.longest else { return text }
    if let whole = texts[text] { return resolved(whole, depth: depth + 1) }
    guard text.contains("${local.") || text.contains("${var.") else { return text }
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "${"), result.utf8.count <= Self.longest {
      guard let end = rest[start.upperBound...].firstIndex(of: "}") else { break }
      let name = String(rest[start.upperBound..<end])
      result += rest[..<start.lowerBound]
      result += texts[name].map { resolved($0, depth: depth + 1) } ?? "${\(name)}"
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }
}
