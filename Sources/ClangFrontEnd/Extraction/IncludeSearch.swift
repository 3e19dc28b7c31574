internal import Basics

/// The folders that a unit's arguments name for inclusions, in the order of the search.
struct IncludeSearch {
  private var quoted: [[UInt8]] = []
  private var angled: [[UInt8]] = []

  /// Relative folders are relative to `directory`.
  init(arguments: [String], directory: [UInt8]) {
    var bySwitch: [Substring: [[UInt8]]] = [:]
    var pending: Substring?
    for argument in arguments {
      if let flag = pending {
        bySwitch[flag, default: []].append(ProjectFiles.absolute(Array(argument.utf8), directory))
        pending = nil
      } else if let flag = Self.switches.first(where: { argument.hasPrefix($0) }) {
        let folder = argument.dropFirst(flag.utf8.count)
        if folder.isEmpty {
          pending = flag
        } else {
          bySwitch[flag, default: []].append(ProjectFiles.absolute(Array(folder.utf8), directory))
        }
      }
    }
    quoted = bySwitch["-iquote"] ?? []
    angled = ["-I", "-isystem", "-idirafter"].flatMap { bySwitch[$0] ?? [] }
  }

  /// Each folder once, in the order of the search, but for the includer's own.
  var folders: [[UInt8]] {
    var seen: Set<[UInt8]> = []
    return (quoted + angled).filter { seen.insert($0).inserted }
  }

  private static let switches: [Substring] = ["-iquote", "-isystem", "-idirafter", "-I"]

  /// The file that a directive in `includer` would reach, by the file system of now; nil if none.
  func resolve(
    _ directive: SourceScan.Directive, includer: [UInt8], files: ProjectFiles
  ) -> FileIdentity? {
    guard !directive.isMacro else { return nil }
    let name = Array(directive.spelling.utf8)
    if name.first == UInt8(ascii: "/") { return files.existingFile(name) }
    let ownFolder = Array(includer[..<(includer.lastIndex(of: UInt8(ascii: "/")) ?? 0)])
    var folders = directive.isAngled ? angled : [ownFolder] + quoted + angled
    if directive.isNext {
      let own = folders.lastIndex(of: ownFolder)
      folders.removeSubrange(..<(own.map { $0 + 1 } ?? 0))
    }
    for folder in folders {
      if let found = files.existingFile(folder + [UInt8(ascii: "/")] + name) { return found }
    }
    return nil
  }
}
