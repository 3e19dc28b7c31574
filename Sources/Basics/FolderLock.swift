#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Keeps two processes, or two threads, from changing one thing; given up by the system if the
/// process dies.
package final class FolderLock {
  private let descriptor: Int32

  /// A file of its own, made if need be.
  package init(_ path: String) throws(FileError) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    try wait(path)
  }

  /// The folder itself, so that nothing is left in it.
  package init(folder: String) throws(FileError) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    try wait(folder)
  }

  private func wait(_ path: String) throws(FileError) {
    guard descriptor >= 0 else { throw FileError("open", path: Array(path.utf8), errno: errno) }
    // Some file systems know no locks: then one writer at a time is up to the people.
    while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
  }

  package func release() { close(descriptor) }
}
