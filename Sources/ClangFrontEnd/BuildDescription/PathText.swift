/// Paths as text with `/` between names, without asking the file system.
enum PathText {
  private static let slash = UInt8(ascii: "/")

  /// `folder/name` with `.` and `..` resolved in the text; nil if it leads above the start. The empty
  /// folder is the root of relative paths.
  static func join(_ folder: String, _ name: String) -> String? {
    if name.utf8.first == slash { return normalize(name) }
    return normalize(folder.isEmpty ? name : folder + "/" + name)
  }

  static func normalize(_ path: String) -> String? {
    if !needsWork(path) { return path }
    var parts: [Substring] = []
    for part in path.split(separator: "/") {
      if part == "." { continue }
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return (path.utf8.first == slash ? "/" : "") + parts.joined(separator: "/")
  }

  /// Whether there is a name of dots, an empty name, or a slash at the end.
  private static func needsWork(_ path: String) -> Bool {
    var isStart = true
    for byte in path.utf8.first == slash ? path.utf8.dropFirst() : path.utf8[...] {
      if isStart, byte == UInt8(ascii: ".") || byte == slash { return true }
      isStart = byte == slash
    }
    return isStart
  }

  /// The folder of a path, empty at the top.
  static func folder(_ path: String) -> String {
    guard let last = path.utf8.lastIndex(of: slash) else { return "" }
    return String(path[..<last])
  }

  static func name(_ path: String) -> String {
    guard let last = path.utf8.lastIndex(of: slash) else { return path }
    return String(path[path.utf8.index(after: last)...])
  }

  /// Number of names that both begin with.
  static func commonDepth(_ a: String, _ b: String) -> Int {
    let (a, b) = (a.utf8, b.utf8)
    if a.isEmpty || b.isEmpty { return 0 }
    var (i, j, count) = (a.startIndex, b.startIndex, 0)
    while i < a.endIndex, j < b.endIndex, a[i] == b[j] {
      if a[i] == slash { count += 1 }
      a.formIndex(after: &i)
      b.formIndex(after: &j)
    }
    let endsA = i == a.endIndex || a[i] == slash
    let endsB = j == b.endIndex || b[j] == slash
    return endsA && endsB ? count + 1 : count
  }

  static func depth(_ path: String) -> Int {
    path.isEmpty ? 0 : path.utf8.count { $0 == slash } + 1
  }

  /// The path relative to `root`; nil outside it.
  static func relative(_ path: String, to root: String) -> String? {
    guard path.utf8.count > root.utf8.count + 1, path.utf8.starts(with: root.utf8),
      path.utf8.dropFirst(root.utf8.count).first == slash
    else { return nil }
    return String(path.utf8.dropFirst(root.utf8.count + 1))
  }
}
