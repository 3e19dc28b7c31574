internal import Basics

/// A git repository as far as its files say it, found without running anything.
///
/// Of what the repository holds, only the objects and the commit of `HEAD` are taken on; its
/// configuration, hooks, attributes, replacements and alternates are never looked at by git.
package struct GitRepository: Sendable, Equatable {
  /// The folder that is checked out, absolute.
  package let top: [UInt8]
  /// Path of the analysed folder below ``top`` with a slash at its end; empty for the whole.
  package let prefix: [UInt8]
  /// The commit that is checked out: 40 or 64 hexadecimal digits.
  package let head: String
  /// Where history ends although it does not: the commits of a shallow clone, one a line.
  package let shallow: [UInt8]
  /// Some objects were left on the server.
  package let isPartial: Bool
  let objects: [UInt8]
  let folders: GitFolders
  /// Names of the packs of objects, which change when objects are fetched.
  package let packs: [[UInt8]]

  /// The repository that `root`, an absolute path without symbolic links, lies in; nil if in none.
  package static func find(at root: [UInt8]) throws(HistoryObstacle) -> GitRepository? {
    var top = root
    while !isEntry(top + dotGit) {
      guard let slash = top.lastIndex(of: slash), top.count > 1 else { return nil }
      top = slash == 0 ? [Self.slash] : Array(top[..<slash])
    }
    let folders = try GitFolders(of: top)
    return try GitRepository(top: top, root: root, folders)
  }

  private init(top: [UInt8], root: [UInt8], _ folders: GitFolders) throws(HistoryObstacle) {
    self.top = top
    let below = root.dropFirst(top.count).drop { $0 == Self.slash }
    prefix = below.isEmpty ? [] : Array(below) + [Self.slash]
    self.folders = folders
    objects = folders.common + Array("/objects".utf8)
    packs = try Self.packs(objects)
    let mark = Array(".promisor".utf8)
    isPartial = packs.contains { $0.suffix(mark.count).elementsEqual(mark) }
    shallow = try Self.shallow(folders.common)
    head = try GitReferences(folders).head()
  }

  /// Throws where git would read objects from other places.
  private static func packs(_ objects: [UInt8]) throws(HistoryObstacle) -> [[UInt8]] {
    let alternates = objects + Array("/info/alternates".utf8)
    if isEntry(alternates), (try? FileSystem.read(alternates, limit: 1)) != [] {
      throw HistoryObstacle(
        "its objects lie in another repository (\"objects/info/alternates\"); "
          + "\"git repack -a -d\" and the removal of that file bring them here")
    }
    guard isEntry(objects, .folder), let entries = try? FileSystem.list(objects) else {
      throw HistoryObstacle(
        "\"\(text(objects))\" cannot be read; check that it is a folder, its owner and its mode")
    }
    let packs = (try? FileSystem.list(objects + Array("/pack".utf8))) ?? []
    guard (entries + packs).allSatisfy({ $0.status.kind == .file || $0.status.kind == .folder })
    else {
      throw HistoryObstacle("its objects are links to other places; a clone of it has its own")
    }
    return packs.map(\.name)
  }

  private static func shallow(_ common: [UInt8]) throws(HistoryObstacle) -> [UInt8] {
    let path = common + Array("/shallow".utf8)
    guard isEntry(path) else { return [] }
    guard isEntry(path, .file), let text = try? FileSystem.read(path, limit: 1 << 22),
      text.split(separator: UInt8(ascii: "\n")).allSatisfy({ GitReferences.isName($0) })
    else { throw HistoryObstacle("its file \"shallow\" is damaged; \"git fetch\" writes it anew") }
    return text
  }

  private static let slash = UInt8(ascii: "/")
  private static let dotGit = Array("/.git".utf8)

  static func text(_ path: [UInt8]) -> String { String(escapingInvalid: path).escapedForTerminal }

  /// Whether something is there, or something of that kind; links are not followed.
  static func isEntry(_ path: [UInt8], _ kind: FileStatus.Kind? = nil) -> Bool {
    guard let status = try? FileSystem.status(path) else { return false }
    return kind == nil || status.kind == kind
  }
}

/// Where a repository keeps what is its own and what its working trees have in common.
struct GitFolders: Sendable, Equatable {
  /// With `HEAD`.
  var own: [UInt8]
  /// With objects and branches.
  var common: [UInt8]

  private static let limit = 4096

  init(of top: [UInt8]) throws(HistoryObstacle) {
    let entry = top + Array("/.git".utf8)
    if GitRepository.isEntry(entry, .folder) {
      (own, common) = (entry, entry)
      guard !GitRepository.isEntry(entry + Array("/commondir".utf8)) else {
        throw HistoryObstacle("its \".git\" says that it is a part of another repository")
      }
      return
    }
    guard GitRepository.isEntry(entry, .file),
      let text = try? FileSystem.read(entry, limit: Self.limit),
      let named = Self.value(text, after: Array("gitdir:".utf8)),
      let folder = try? FileSystem.realPath(Self.resolve(named, from: top))
    else {
      throw HistoryObstacle(
        "\"\(GitRepository.text(entry))\" leads to no repository; remove it or repair it")
    }
    own = folder
    common = folder
    if Self.isInside(folder, of: top) { return }
    if let shared = Self.common(ofWorkingTree: folder, at: top) {
      common = shared
      return
    }
    // A file can name any folder. It is believed where the other side knows this one as well.
    throw HistoryObstacle(
      "\"\(GitRepository.text(entry))\" leads to \"\(GitRepository.text(folder))\", which does not "
        + "know this folder as one of its working trees")
  }

  /// In the folder itself, or in the `.git` of a repository that it lies in as a submodule.
  private static func isInside(_ folder: [UInt8], of top: [UInt8]) -> Bool {
    if folder.starts(with: top + [slash]) { return true }
    var above = top
    while let end = above.lastIndex(of: slash) {
      above = Array(above[..<end])
      if folder.starts(with: above + Array("/.git/modules/".utf8)) { return true }
    }
    return false
  }

  /// The repository that `folder` is a working tree's part of, if it says that the tree is at `top`.
  private static func common(ofWorkingTree folder: [UInt8], at top: [UInt8]) -> [UInt8]? {
    func file(_ name: String) -> [UInt8]? {
      let path = folder + Array("/\(name)".utf8)
      guard GitRepository.isEntry(path, .file),
        let text = try? FileSystem.read(path, limit: limit), let value = value(text, after: [])
      else { return nil }
      return resolve(value, from: folder)
    }
    guard let back = file("gitdir"), let end = back.lastIndex(of: slash),
      let home = try? FileSystem.realPath(Array(back[..<end])), home == top,
      let named = file("commondir"), let common = try? FileSystem.realPath(named),
      folder.starts(with: common + Array("/worktrees/".utf8))
    else { return nil }
    return common
  }

  private static let slash = UInt8(ascii: "/")

  /// What follows `key` in the one line of a file.
  static func value(_ text: [UInt8], after key: [UInt8]) -> [UInt8]? {
    guard text.starts(with: key) else { return nil }
    var value = text.dropFirst(key.count).drop { $0 == UInt8(ascii: " ") }
    while let last = value.last, [0x0a, 0x0d, 0x20].contains(last) { value.removeLast() }
    return value.isEmpty || value.contains(0x0a) || value.contains(0) ? nil : Array(value)
  }

  private static func resolve(_ path: [UInt8], from folder: [UInt8]) -> [UInt8] {
    path.first == slash ? path : folder + [slash] + path
  }
}
