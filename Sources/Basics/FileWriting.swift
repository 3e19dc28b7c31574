#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension FileSystem {
  /// The end of the name of a file that is being written; one that is old was left by a killed run.
  package static let temporarySuffix: [UInt8] = Array(".cleave-tmp".utf8)

  /// Writes a whole file: readers see the old content or the new, never a part of it.
  ///
  /// The bytes go to a new file in the same folder, which then takes the name. They are not forced
  /// to the disk: after a power failure the file may be damaged, which its reader must notice.
  package static func writeAtomically(
    _ bytes: [UInt8], to path: [UInt8]
  ) throws(FileError) {
    try replace(path, by: bytes, mode: ownMode)
  }

  /// For the user alone.
  private static let ownMode: mode_t = 0o600
  /// What the user's mask leaves of it.
  private static let sharedMode: mode_t = 0o666

  private static func replace(
    _ path: [UInt8], by bytes: [UInt8], mode: mode_t
  ) throws(FileError) {
    let temporary = try writeTemporary(bytes, beside: path, mode: mode)
    try rename(temporary, to: path)
  }

  private static func rename(_ temporary: [UInt8], to path: [UInt8]) throws(FileError) {
    let result = withCPath(temporary) { from in withCPath(path) { systemRename(from, $0) } }
    guard result == 0 else {
      let code = errno
      _ = withCPath(temporary) { unlink($0) }
      throw FileError("write", path: path, errno: code)
    }
  }

  private static func systemRename(
    _ from: UnsafePointer<CChar>, _ to: UnsafePointer<CChar>
  ) -> Int32 {
    #if canImport(Glibc)
      Glibc.rename(from, to)
    #else
      Darwin.rename(from, to)
    #endif
  }

  /// Writes to what a person named: a device or a pipe directly, a file atomically, also through a
  /// symbolic link. A new file is for whom the user's mask says, an old one for whom it was.
  package static func write(_ bytes: [UInt8], to path: [UInt8]) throws(FileError) {
    guard let kind = (try? status(path, followsLinks: true))?.kind else {
      return try replace(path, by: bytes, mode: sharedMode)
    }
    guard kind == .special else { return try rewrite(try realPath(path), bytes) }
    let descriptor = withCPath(path) { open($0, O_WRONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw FileError("write", path: path, errno: errno) }
    var code = writeAll(bytes, to: descriptor)
    if close(descriptor) != 0, code == 0 { code = errno }
    guard code == 0 else { throw FileError("write", path: path, errno: code) }
  }

  private static func rewrite(_ path: [UInt8], _ bytes: [UInt8]) throws(FileError) {
    var old = stat()
    let isKnown = withCPath(path) { stat($0, &old) } == 0
    let mode = isKnown ? old.st_mode & 0o777 : sharedMode
    let temporary = try writeTemporary(bytes, beside: path, mode: mode)
    // The mask holds for new files; this one was there.
    _ = withCPath(temporary) { chmod($0, mode) }
    try rename(temporary, to: path)
  }

  /// Like ``writeAtomically(_:to:)``, but a file that is there already stays, and `false` comes back.
  /// `isShared` makes a file for whom the user's mask says, instead of the user alone.
  package static func writeOnce(
    _ bytes: [UInt8], to path: [UInt8], isShared: Bool = false
  ) throws(FileError) -> Bool {
    let temporary = try writeTemporary(
      bytes, beside: path, mode: isShared ? sharedMode : ownMode)
    let result = withCPath(temporary) { from in withCPath(path) { link(from, $0) } }
    let code = errno
    _ = withCPath(temporary) { unlink($0) }
    if result == 0 { return true }
    guard code == EEXIST else { throw FileError("write", path: path, errno: code) }
    return false
  }

  /// Makes the folder and those above it, for the user alone; one that exists stays as it is.
  package static func createFolder(_ path: [UInt8]) throws(FileError) {
    if withCPath(path, { mkdir($0, 0o700) }) == 0 { return }
    let code = errno
    if code == ENOENT, let slash = path.lastIndex(of: 0x2f), slash > 0 {
      try createFolder(Array(path[..<slash]))
      if withCPath(path, { mkdir($0, 0o700) }) == 0 || errno == EEXIST { return }
      throw FileError("create", path: path, errno: errno)
    }
    let isFolder = (try? status(path, followsLinks: true))?.kind == .folder
    guard code == EEXIST, isFolder else { throw FileError("create", path: path, errno: code) }
  }

  /// Removes a file or a symbolic link; one that is gone already is no error.
  package static func remove(_ path: [UInt8]) throws(FileError) {
    if withCPath(path, { unlink($0) }) != 0, errno != ENOENT {
      throw FileError("remove", path: path, errno: errno)
    }
  }

  /// Removes the folders that `path` lies in, from the inmost up, as long as they are empty; `root`
  /// stays.
  package static func removeEmptyFolders(above path: [UInt8], in root: [UInt8]) {
    var folder = path[...]
    while let slash = folder.lastIndex(of: UInt8(ascii: "/")), slash > root.count {
      folder = folder[..<slash]
      if withCPath(Array(folder), { rmdir($0) }) != 0 { return }
    }
  }

  /// Sets the time of the last change to now, as a mark of use.
  package static func touch(_ path: [UInt8]) {
    _ = withCPath(path) { utimes($0, nil) }
  }

  private static func writeTemporary(
    _ bytes: [UInt8], beside path: [UInt8], mode: mode_t
  ) throws(FileError) -> [UInt8] {
    let number = UInt64.random(in: .min ... .max)
    let temporary = path + Array(".\(number)".utf8) + temporarySuffix
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let descriptor = withCPath(temporary) { open($0, flags, mode) }
    guard descriptor >= 0 else { throw FileError("write", path: path, errno: errno) }
    var code = writeAll(bytes, to: descriptor)
    // Some file systems report a full disk only now.
    if close(descriptor) != 0, code == 0 { code = errno }
    guard code == 0 else {
      _ = withCPath(temporary) { unlink($0) }
      throw FileError("write", path: path, errno: code)
    }
    return temporary
  }

  /// Zero, or the `errno` of the write that failed.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let count = systemWrite(descriptor, buffer.baseAddress! + done, buffer.count - done)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        done += count
      }
      return 0
    }
  }

  private static func systemWrite(
    _ descriptor: Int32, _ start: UnsafeRawPointer, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, start, count)
    #else
      Darwin.write(descriptor, start, count)
    #endif
  }
}
