internal import Basics
internal import Facts

/// A file that the walk found and that is of interest by its name.
struct FoundFile: Sendable {
  var rawPath: [UInt8]
  var nameStart: Int
  var naming: NamedLanguage
  var size: Int
  /// Index into ``TreeWalk/folders``.
  var folder: Int

  var name: ArraySlice<UInt8> { rawPath[nameStart...] }
}

/// Walks a tree once, by ignore rules and patterns, and follows no link to a folder.
struct TreeWalk {
  private static let slash = UInt8(ascii: "/")

  let root: [UInt8]
  let includeOnly: [FolderGlob]
  let exclude: [FolderGlob]
  private(set) var files: [FoundFile] = []
  private(set) var folders: [FolderTraits] = []
  /// Files of any kind, whether they are of interest, left out or ignored.
  private(set) var filesSeen = 0
  private(set) var diagnostics = GroupedDiagnostics()
  /// Headers that an ignore rule leaves out: a build has made them, and sources include them.
  private(set) var ignoredHeaders: [[UInt8]] = []

  /// A folder to visit, with the ignore rules of the folders above it.
  private struct Visit {
    var folder: Int
    var rules: [IgnoreRules]
  }

  init(root: [UInt8], includeOnly: [FolderGlob], exclude: [FolderGlob]) {
    self.root = root
    self.includeOnly = includeOnly
    self.exclude = exclude
  }

  /// Throws only when the root itself cannot be listed.
  mutating func run() throws(FileError) {
    _ = try FileSystem.list(root)
    folders = [
      FolderTraits(parent: 0, path: [], isTest: false, isVendored: false, mayBeVendored: false)
    ]
    var pending = [Visit(folder: 0, rules: rootRules())]
    while let visit = pending.popLast() { pending += visitFolder(visit).reversed() }
  }

  private func rootRules() -> [IgnoreRules] {
    let bytes = try? FileSystem.read(absolute(Array(".git/info/exclude".utf8)), limit: 1 << 22)
    return bytes.map { [IgnoreRules($0, baseLength: 0)] } ?? []
  }

  private mutating func visitFolder(_ visit: Visit) -> [Visit] {
    let path = folders[visit.folder].path
    let entries: [FolderEntry]
    do throws(FileError) {
      entries = try FileSystem.list(absolute(path))
    } catch {
      let shown = String(escapingInvalid: path.dropLast())
      diagnostics.add(.error, "unreadable", "\(error); the folder is left out", path: shown)
      filesSeen += 1
      return []
    }
    var rules = visit.rules
    if let own = ignoreRules(in: entries, path) { rules.append(own) }
    var next: [Visit] = []
    for entry in entries {
      if entry.name.elementsEqual(".git".utf8) { continue }
      let entryPath = path + entry.name
      let isFolder = entry.status.kind == .folder
      if !isFolder { filesSeen += 1 }
      if exclude.contains(where: { $0.matches(entryPath) }) { continue }
      if isIgnored(entryPath, nameStart: path.count, isFolder: isFolder, rules) {
        noteIgnored(entry, entryPath)
        continue
      }
      switch entry.status.kind {
      case .folder:
        next.append(Visit(folder: addFolder(entry.name, entryPath, visit.folder), rules: rules))
      case .file: addFile(entry, entryPath, visit.folder)
      case .link: noteLink(entry.name, entryPath)
      case .special: break
      }
    }
    return next
  }

  private func ignoreRules(in entries: [FolderEntry], _ path: [UInt8]) -> IgnoreRules? {
    let name = Array(".gitignore".utf8)
    guard entries.contains(where: { $0.name == name && $0.status.kind == .file }),
      let text = try? FileSystem.read(absolute(path + name), limit: 1 << 22)
    else { return nil }
    let rules = IgnoreRules(text, baseLength: path.count)
    return rules.isEmpty ? nil : rules
  }

  /// The innermost file that speaks decides, as in git.
  private func isIgnored(
    _ path: [UInt8], nameStart: Int, isFolder: Bool, _ rules: [IgnoreRules]
  ) -> Bool {
    for file in rules.reversed() {
      if let verdict = file.verdict(path, nameStart: nameStart, isFolder: isFolder) {
        return verdict
      }
    }
    return false
  }

  private mutating func noteIgnored(_ entry: FolderEntry, _ path: [UInt8]) {
    guard entry.status.kind == .file, includeOnly.isEmpty,
      case .header = NamedLanguage(name: entry.name, folder: [])
    else { return }
    ignoredHeaders.append(path)
  }

  private mutating func addFolder(_ name: [UInt8], _ path: [UInt8], _ parent: Int) -> Int {
    let text = String(decoding: name, as: UTF8.self).lowercased()
    folders.append(
      FolderTraits(
        parent: parent, path: path + [Self.slash],
        isTest: folders[parent].isTest || FolderNames.isTest(text),
        isVendored: FolderNames.isVendored(text), mayBeVendored: FolderNames.mayBeVendored(text)))
    return folders.count - 1
  }

  private mutating func addFile(_ entry: FolderEntry, _ path: [UInt8], _ folder: Int) {
    let name = entry.name
    if FolderNames.isLicence(name) { folders[folder].licences.append(path) }
    let above = folders[folder].path.dropLast()
    guard let naming = NamedLanguage(name: name, folder: above) else { return }
    if naming == .companion, FolderNames.isBuildFile(String(decoding: name, as: UTF8.self)) {
      folders[folder].hasBuildFile = true
    }
    if !includeOnly.isEmpty, !includeOnly.contains(where: { $0.matches(path) }) { return }
    if naming.isCode { folders[folder].ownSources += 1 }
    files.append(
      FoundFile(
        rawPath: path, nameStart: path.count - name.count, naming: naming,
        size: entry.status.size, folder: folder))
  }

  /// Links to folders are not followed, and what a link to a file inside leads to is found anyway.
  private mutating func noteLink(_ name: [UInt8], _ path: [UInt8]) {
    let shown = String(escapingInvalid: path)
    let target: [UInt8]
    do throws(FileError) {
      target = try FileSystem.realPath(absolute(path))
    } catch {
      guard NamedLanguage(name: name, folder: [])?.isCode ?? false else { return }
      diagnostics.add(
        .note, "broken-link", "the link leads nowhere: \(error.reason.text)", path: shown)
      return
    }
    if target == root || target.starts(with: root + [Self.slash]) { return }
    let isFolder = (try? FileSystem.status(target))?.kind == .folder
    guard isFolder || NamedLanguage(name: name, folder: []) != nil else { return }
    diagnostics.add(
      .note, "link-outside", "the link leads out of the analysed path and is not followed",
      path: shown)
  }

  private func absolute(_ path: [UInt8]) -> [UInt8] {
    path.isEmpty ? root : root + [Self.slash] + path
  }
}

extension NamedLanguage {
  /// Program code that is or could be read.
  var isCode: Bool {
    switch self {
    case .known(let language): language.isCode
    case .header: true
    case .unsupported, .companion: false
    }
  }
}
