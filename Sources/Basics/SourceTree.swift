#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Regular files below one folder, and nothing else: no path leads out of it, and no symbolic link is
/// followed, in whichever part of a path it stands.
///
/// Each folder on the way is opened from the one before it, so what is checked is what is read, also
/// where somebody changes the tree in between.
package struct SourceTree: Sendable {
  /// With its symbolic links resolved, where it exists.
  package let root: [UInt8]

  package init(_ root: String) {
    let path = Array(root.utf8)
    self.root = (try? FileSystem.realPath(path)) ?? path
  }

  /// The bytes of a file, at most `limit` of them; nil for what is none, is larger or lies outside.
  package func read(_ path: String, limit: Int) -> [UInt8]? {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .map(Array.init)
    guard !parts.isEmpty, parts.allSatisfy(Self.isName) else { return nil }
    let folder = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    var at = FileSystem.withCPath(root) { open($0, folder) }
    for part in parts.dropLast() where at >= 0 {
      let next = FileSystem.withCPath(part) { openat(at, $0, folder | O_NOFOLLOW) }
      close(at)
      at = next
    }
    guard at >= 0 else { return nil }
    defer { close(at) }
    // Not to block on a pipe.
    let file = FileSystem.withCPath(parts[parts.count - 1]) {
      openat(at, $0, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    }
    guard file >= 0 else { return nil }
    defer { close(file) }
    return Self.contents(file, limit: limit)
  }

  /// Whether it is the name of something in a folder.
  private static func isName(_ part: [UInt8]) -> Bool {
    !part.isEmpty && part != [0x2e] && part != [0x2e, 0x2e] && !part.contains(0)
  }

  private static func contents(_ descriptor: Int32, limit: Int) -> [UInt8]? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) <= limit
    else { return nil }
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let got = Self.readOnce(descriptor, buffer.baseAddress! + count, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failed = true }
        if got <= 0 { break }
        count += got
      }
    }
    return failed ? nil : bytes
  }

  private static func readOnce(
    _ descriptor: Int32, _ start: UnsafeMutablePointer<UInt8>, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, start, count)
    #else
      Darwin.read(descriptor, start, count)
    #endif
  }
}

/// Lines of source files, each file read once.
package final class SourceLines {
  private let tree: SourceTree
  private var known: [String: [String]?] = [:]

  private static let largest = 4 << 20
  /// Files kept at once; a long session looks at many.
  private static let keptFiles = 256

  package init(root: String) { tree = SourceTree(root) }

  /// Nil where there is no such file below the root, or it is too large.
  package func lines(_ path: String) -> [String]? {
    if let lines = known[path] { return lines }
    if known.count >= Self.keptFiles { known.removeAll() }
    let lines = tree.read(path, limit: Self.largest).map { bytes in
      String(decoding: bytes, as: UTF8.self)
        .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    }
    known[path] = .some(lines)
    return lines
  }
}
