internal import Basics
internal import Synchronization

/// Paths of a build, as paths of this machine.
///
/// A database that was recorded elsewhere names files that are not here. Its paths are moved by the
/// prefix for which most entries, by their longest ending that is a project file, agree.
final class BuildPaths: Sendable {
  private let root: String
  /// Prefixes of recorded paths, and what stands for them here.
  let relocation: (from: String, to: String)?
  private let normal = Mutex<[String: String]>([:])

  init(root: String, entries: [CompileEntry], isProjectFile: (String) -> Bool) {
    self.root = root
    relocation = Self.relocation(entries, root, isProjectFile)
  }

  /// The absolute path of `path` as recorded in `directory`, in one spelling.
  func absolute(_ path: String, in directory: String) -> String {
    var whole = MicrosoftArguments.isWindowsPath(path) ? MicrosoftArguments.slashes(path) : path
    if !Self.isAbsolute(whole) { whole = directory + "/" + whole }
    if let relocation, let rest = Self.rest(of: whole, after: relocation.from) {
      whole = relocation.to + rest
    }
    return normalized(whole)
  }

  /// Without names of dots. Where a `..` may follow a symbolic link, the file system decides.
  private func normalized(_ path: String) -> String {
    if let known = normal.withLock({ $0[path] }) { return known }
    var result = PathText.normalize(path) ?? path
    if path.contains(".."), let real = try? FileSystem.realPath(Array(path.utf8)) {
      result = String(validating: real, as: UTF8.self) ?? result
    }
    normal.withLock { $0[path] = result }
    return result
  }

  static func isAbsolute(_ path: String) -> Bool {
    path.utf8.first == UInt8(ascii: "/") || MicrosoftArguments.isWindowsPath(path)
  }

  private static func rest(of path: String, after prefix: String) -> Substring? {
    guard path.hasPrefix(prefix) else { return nil }
    let rest = path.dropFirst(prefix.count)
    return rest.isEmpty || rest.first == "/" ? rest : nil
  }

  private static let sampleSize = 400

  /// Nil when the recorded files are here.
  private static func relocation(
    _ entries: [CompileEntry], _ root: String, _ isProjectFile: (String) -> Bool
  ) -> (from: String, to: String)? {
    var votes: [String: Int] = [:]
    let step = max(1, entries.count / sampleSize)
    for index in stride(from: 0, to: entries.count, by: step) {
      let entry = entries[index]
      var path = MicrosoftArguments.slashes(entry.file)
      if !isAbsolute(path) { path = MicrosoftArguments.slashes(entry.directory) + "/" + path }
      path = PathText.normalize(path) ?? path
      if PathText.relative(path, to: root) != nil { return nil }
      if let prefix = prefix(of: path, isProjectFile) { votes[prefix, default: 0] += 1 }
    }
    let best = votes.max { a, b in
      a.value != b.value ? a.value < b.value : b.key.precedesBytewise(a.key)
    }
    return best.map { ($0.key, root) }
  }

  /// What stands before the longest ending that is a project file; an ending of one name alone says
  /// too little, unless the file stands at the root's top.
  private static func prefix(of path: String, _ isProjectFile: (String) -> Bool) -> String? {
    var position = path.utf8.startIndex
    while let slash = path.utf8[position...].firstIndex(of: UInt8(ascii: "/")) {
      let ending = String(path[path.utf8.index(after: slash)...])
      if isProjectFile(ending) { return String(path[..<slash]) }
      position = path.utf8.index(after: slash)
    }
    return nil
  }
}

extension MicrosoftArguments {
  /// `C:\…`, `C:/…` or `\\server\…`.
  static func isWindowsPath(_ path: String) -> Bool {
    let start = Array(path.utf8.prefix(3))
    if start.starts(with: [0x5c, 0x5c]) { return true }
    return start.count == 3 && (0x41...0x5a).contains(start[0] & 0xdf) && start[1] == 0x3a
      && (start[2] == 0x5c || start[2] == 0x2f)
  }
}
