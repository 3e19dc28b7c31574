#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// A shared library that stays open for the life of the process: LLVM does not survive unloading.
@safe struct DynamicLibrary: @unchecked Sendable {
  let path: String
  private let handle: UnsafeMutableRawPointer

  init(opening path: String) throws(ClangLibraryError) {
    guard let handle = unsafe dlopen(path, RTLD_NOW | RTLD_LOCAL) else {
      let reason = unsafe dlerror().map { unsafe String(cString: $0) } ?? "no reason given"
      throw .cannotOpen(path: path, reason: reason)
    }
    self.path = path
    unsafe self.handle = handle
  }

  /// The function called `name` as the C function type `F`.
  @unsafe func function<F>(_ name: String) throws(ClangLibraryError) -> F {
    guard let symbol = unsafe dlsym(handle, name) else {
      throw .lacksFunction(path: path, name: name)
    }
    return unsafe unsafeBitCast(symbol, to: F.self)
  }
}
