internal import Basics

/// The references of a repository, read from its files.
struct GitReferences {
  private let folders: GitFolders

  private static let deepest = 5
  private static let longest = 1024
  private static let packedLimit = 1 << 28

  init(_ folders: GitFolders) { self.folders = folders }

  /// The commit that is checked out.
  func head() throws(HistoryObstacle) -> String {
    var (folder, name) = (folders.own, Array("HEAD".utf8))
    for _ in 0..<Self.deepest {
      guard let text = read(folder, name) ?? packed(name) else {
        if name == Array("HEAD".utf8) {
          throw HistoryObstacle("its \"HEAD\" cannot be read; check its owner and its mode")
        }
        throw HistoryObstacle("it has no commit yet")
      }
      if Self.isName(text[...]) { return String(decoding: text, as: UTF8.self).lowercased() }
      guard let next = GitFolders.value(text, after: Array("ref:".utf8)), Self.isReference(next)
      else { break }
      if next == Array("refs/heads/.invalid".utf8) {
        throw HistoryObstacle("its references are in a form that is not known here (reftable)")
      }
      (folder, name) = (folders.common, next)
    }
    throw HistoryObstacle("its \"HEAD\" is damaged; \"git status\" says more")
  }

  /// The object that a branch, a tag, a remote's branch or `HEAD` stands for; nil if there is none.
  func object(named name: [UInt8]) -> String? {
    let prefixes = ["", "refs/", "refs/tags/", "refs/heads/", "refs/remotes/"].map {
      Array($0.utf8)
    }
    for prefix in prefixes {
      let full = prefix + name
      guard full == Array("HEAD".utf8) || Self.isReference(full) else { continue }
      if let found = follow(full) { return found }
    }
    return nil
  }

  private func follow(_ start: [UInt8]) -> String? {
    var name = start
    for _ in 0..<Self.deepest {
      let folder = name == Array("HEAD".utf8) ? folders.own : folders.common
      guard let text = read(folder, name) ?? packed(name) else { return nil }
      if Self.isName(text[...]) { return String(decoding: text, as: UTF8.self).lowercased() }
      guard let next = GitFolders.value(text, after: Array("ref:".utf8)), Self.isReference(next)
      else { return nil }
      name = next
    }
    return nil
  }

  /// Whether it is the name of an object: 40 or 64 hexadecimal digits.
  static func isName(_ text: some Collection<UInt8>) -> Bool {
    (text.count == 40 || text.count == 64)
      && text.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
      }
  }

  /// Whether it stays below `refs`.
  private static func isReference(_ name: [UInt8]) -> Bool {
    let parts = name.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.count > 1 && parts[0].elementsEqual("refs".utf8)
      && parts.allSatisfy { !$0.isEmpty && !$0.elementsEqual("..".utf8) }
  }

  private func read(_ folder: [UInt8], _ name: [UInt8]) -> [UInt8]? {
    let path = folder + [UInt8(ascii: "/")] + name
    guard GitRepository.isEntry(path, .file),
      let text = try? FileSystem.read(path, limit: Self.longest)
    else { return nil }
    return GitFolders.value(text, after: [])
  }

  private func packed(_ name: [UInt8]) -> [UInt8]? {
    let path = folders.common + Array("/packed-refs".utf8)
    guard GitRepository.isEntry(path, .file),
      let text = try? FileSystem.read(path, limit: Self.packedLimit)
    else { return nil }
    for line in text.split(separator: UInt8(ascii: "\n")) where line.count > name.count {
      let value = line.prefix { $0 != UInt8(ascii: " ") }
      if line.dropFirst(value.count + 1).elementsEqual(name) { return Array(value) }
    }
    return nil
  }
}
