#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What the file system knows about a name, without following a symbolic link unless asked.
package struct FileStatus: Sendable, Hashable {
  package enum Kind: UInt8, Sendable, Hashable {
    case file, folder, link
    /// A device, a pipe or a socket: never opened.
    case special
  }

  package var kind: Kind
  /// Size in bytes.
  package var size: Int
  /// Seconds since 1970 of the last change of the content.
  package var modified: Int

  package init(kind: Kind, size: Int, modified: Int) {
    self.kind = kind
    self.size = size
    self.modified = modified
  }
}

/// One name of a folder.
package struct FolderEntry: Sendable, Hashable {
  /// The name's bytes as the file system has them; any byte but zero and `/`.
  package var name: [UInt8]
  package var status: FileStatus
}

/// The file system in terms of bytes: a path need not be UTF-8. Every failure is a ``FileError``.
package enum FileSystem {
  /// The bytes of a regular file, symbolic links followed. Pipes and devices are refused unopened,
  /// as reading them may never end.
  package static func read(
    _ path: [UInt8], limit: Int = .max
  ) throws(FileError) -> [UInt8] {
    let file = try open(path)
    defer { close(file.descriptor) }
    guard file.size <= limit else {
      throw FileError("read", path: path, reason: .tooLarge(limit: limit))
    }
    // One byte more than expected shows the end of the file, or that it has grown.
    let bytes = try fill(file.descriptor, path, capacity: file.size + 1)
    if bytes.count <= file.size { return bytes }
    return try readGrown(file.descriptor, path, start: bytes, limit: limit)
  }

  /// The first bytes of a regular file, at most `count`.
  package static func readHead(_ path: [UInt8], count: Int) throws(FileError) -> [UInt8] {
    let file = try open(path)
    defer { close(file.descriptor) }
    return try fill(file.descriptor, path, capacity: min(count, file.size))
  }

  /// Status of the thing at `path`; with `followsLinks`, of what a symbolic link leads to.
  package static func status(
    _ path: [UInt8], followsLinks: Bool = false
  ) throws(FileError) -> FileStatus {
    var status = stat()
    let result = withCPath(path) { followsLinks ? stat($0, &status) : lstat($0, &status) }
    guard result == 0 else { throw FileError("look at", path: path, errno: errno) }
    return FileStatus(status)
  }

  /// Whether something is there, symbolic links followed.
  package static func exists(_ path: [UInt8]) -> Bool {
    withCPath(path) { access($0, F_OK) } == 0
  }

  /// The names in a folder with their own status, sorted bytewise, without `.` and `..`.
  ///
  /// Names that vanish while the folder is read are left out.
  package static func list(_ path: [UInt8]) throws(FileError) -> [FolderEntry] {
    guard let folder = withCPath(path, { opendir($0) }) else {
      throw FileError("list", path: path, errno: errno)
    }
    defer { closedir(folder) }
    let descriptor = dirfd(folder)
    var entries: [FolderEntry] = []
    while let record = readdir(folder) {
      let name = nameBytes(record)
      if name == [0x2e] || name == [0x2e, 0x2e] { continue }
      var status = stat()
      let result = withCPath(name) { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
      if result == 0 { entries.append(FolderEntry(name: name, status: FileStatus(status))) }
    }
    entries.sort { $0.name.lexicographicallyPrecedes($1.name) }
    return entries
  }

  /// The absolute path with every symbolic link resolved; the thing must exist.
  package static func realPath(_ path: [UInt8]) throws(FileError) -> [UInt8] {
    guard let resolved = withCPath(path, { realpath($0, nil) }) else {
      throw FileError("find", path: path, errno: errno)
    }
    defer { free(resolved) }
    return Array(UnsafeRawBufferPointer(start: resolved, count: strlen(resolved)))
  }

  /// Calls `body` with `path` as a C string. A path with a zero byte names nothing.
  static func withCPath<Result>(
    _ path: [UInt8], _ body: (UnsafePointer<CChar>) -> Result
  ) -> Result {
    var terminated = path.contains(0) ? [] : path
    terminated.append(0)
    return terminated.withUnsafeBytes { body($0.assumingMemoryBound(to: CChar.self).baseAddress!) }
  }
}

extension FileStatus {
  init(_ status: stat) {
    #if canImport(Darwin)
      let modified = status.st_mtimespec.tv_sec
    #else
      let modified = status.st_mtim.tv_sec
    #endif
    let kind: Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .special
      }
    self.init(kind: kind, size: Int(status.st_size), modified: Int(modified))
  }
}

extension FileSystem {
  private static func open(
    _ path: [UInt8]
  ) throws(FileError) -> (descriptor: Int32, size: Int) {
    // Not to block on a pipe that takes the place of the file.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK
    let descriptor = withCPath(path) { openFile($0, flags) }
    guard descriptor >= 0 else { throw FileError("read", path: path, errno: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw FileError("read", path: path, reason: .notAFile)
    }
    return (descriptor, Int(status.st_size))
  }

  private static func openFile(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 {
    #if canImport(Glibc)
      Glibc.open(path, flags)
    #else
      Darwin.open(path, flags)
    #endif
  }

  /// Up to `capacity` bytes from where the descriptor stands.
  private static func fill(
    _ descriptor: Int32, _ path: [UInt8], capacity: Int
  ) throws(FileError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
      while count < capacity {
        let got = Self.readOnce(descriptor, buffer.baseAddress! + count, capacity - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard failure == 0 else { throw FileError("read", path: path, errno: failure) }
    return bytes
  }

  private static func readGrown(
    _ descriptor: Int32, _ path: [UInt8], start: [UInt8], limit: Int
  ) throws(FileError) -> [UInt8] {
    var bytes = start
    while bytes.count <= limit {
      let more = try fill(descriptor, path, capacity: 1 << 20)
      if more.isEmpty { return bytes }
      bytes += more
    }
    throw FileError("read", path: path, reason: .tooLarge(limit: limit))
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

  private static func nameBytes(_ record: UnsafeMutablePointer<dirent>) -> [UInt8] {
    let offset = MemoryLayout<dirent>.offset(of: \.d_name)!
    let start = UnsafeRawPointer(record).advanced(by: offset)
    return Array(
      UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self)))
    )
  }
}
