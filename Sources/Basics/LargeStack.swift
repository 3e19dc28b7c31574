#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Runs `body` on a thread of its own with a large stack and waits for it.
///
/// The syntax tree of deeply nested code is as deep as the code; the usual stack is not. The pages
/// are reserved, not used, until code needs them. Falls back to the caller's thread where no thread
/// can be made.
package func runOnLargeStack<R>(bytes: Int = 256 << 20, _ body: @escaping () -> R) -> R {
  let errand = Errand(body)
  let context = Unmanaged.passRetained(errand)
  let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
  defer { attributes.deallocate() }
  pthread_attr_init(attributes)
  defer { pthread_attr_destroy(attributes) }
  pthread_attr_setstacksize(attributes, bytes)
  #if canImport(Glibc)
    var thread: pthread_t = 0
  #else
    var thread: pthread_t?
  #endif
  let failure = pthread_create(&thread, attributes, threadMain, context.toOpaque())
  guard failure == 0 else {
    context.release()
    return body()
  }
  #if canImport(Glibc)
    pthread_join(thread, nil)
  #else
    if let thread { pthread_join(thread, nil) }
  #endif
  return errand.takeResult()
}

/// A piece of work without its type, so that a C function can run it.
private class AnyErrand {
  func run() {}
}

private final class Errand<R>: AnyErrand {
  private let body: () -> R
  private var result: R?

  init(_ body: @escaping () -> R) { self.body = body }

  override func run() { result = body() }

  func takeResult() -> R {
    guard let result else { preconditionFailure("the thread ended without a result") }
    return result
  }
}

#if canImport(Glibc)
  private func threadMain(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let context { Unmanaged<AnyErrand>.fromOpaque(context).takeRetainedValue().run() }
    return nil
  }
#else
  private func threadMain(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    Unmanaged<AnyErrand>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }
#endif
