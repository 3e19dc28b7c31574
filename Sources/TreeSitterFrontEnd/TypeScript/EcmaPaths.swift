/// Paths inside the analysed root, separated by slashes; the root itself is empty.
enum EcmaPaths {
  /// The folder that a path lies in.
  static func folder(_ path: String) -> String {
    path.utf8.lastIndex(of: slash).map { String(path[..<$0]) } ?? ""
  }

  static func name(_ path: String) -> String {
    path.utf8.lastIndex(of: slash).map { String(path[path.utf8.index(after: $0)...]) } ?? path
  }

  /// `path` as seen from `folder`, without `.` and `..`; nil for what lies outside of the root.
  static func join(_ folder: String, _ path: String) -> String? {
    var joined: [UInt8] = []
    joined.reserveCapacity(folder.utf8.count + path.utf8.count + 1)
    for part in folder.utf8.split(separator: slash) { add(part, to: &joined) }
    for part in path.utf8.split(separator: slash) {
      if part.elementsEqual(".".utf8) { continue }
      if part.elementsEqual("..".utf8) {
        if joined.isEmpty { return nil }
        joined.removeSubrange((joined.lastIndex(of: slash) ?? 0)...)
      } else {
        add(part, to: &joined)
      }
    }
    return String(decoding: joined, as: UTF8.self)
  }

  private static let slash = UInt8(ascii: "/")

  private static func add(_ part: Substring.UTF8View, to path: inout [UInt8]) {
    if !path.isEmpty { path.append(slash) }
    path.append(contentsOf: part)
  }

  /// The folder itself, and those around it up to the root.
  static func upwards(_ folder: String) -> [String] {
    var found = [folder]
    var next = folder
    while !next.isEmpty {
      next = Self.folder(next)
      found.append(next)
    }
    return found
  }

  /// What `*` stands for where a text fits a pattern with at most one `*`; the empty text where the
  /// pattern has none.
  static func match(_ text: String, _ pattern: String) -> String? {
    guard let star = pattern.firstIndex(of: "*") else { return text == pattern ? "" : nil }
    let (head, tail) = (pattern[..<star], pattern[pattern.index(after: star)...])
    guard text.utf8.count >= head.utf8.count + tail.utf8.count, text.hasPrefix(head),
      text.hasSuffix(tail)
    else { return nil }
    return String(text.dropFirst(head.count).dropLast(tail.count))
  }

  static func fill(_ pattern: String, _ part: String) -> String {
    guard let star = pattern.firstIndex(of: "*") else { return pattern }
    return pattern[..<star] + part + pattern[pattern.index(after: star)...]
  }
}
