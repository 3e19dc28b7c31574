#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Runs `body` on a thread of its own with a large stack and waits for it.
///
/// The syntax tree of deeply nested code is as deep as the code; the usual stack is not. The pages
/// are reserved, not used, until code needs them. Stays on the caller's thread where that has as much
/// left, and where no thread can be made.
package func runOnLargeStack<R>(bytes: Int = 256 << 20, _ body: @escaping () -> R) -> R {
  if Stack.remaining >= bytes { return body() }
  let errand = Errand(stackSize: bytes, body)
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

/// The stack of the thread that asks, where we have made it.
private enum Stack {
  /// What the machine and the C library keep of a stack for themselves, and a bit.
  private static let margin = 1 << 16
  /// For each thread of ours the lowest address of its stack.
  private static let lowest: pthread_key_t = {
    var key = pthread_key_t()
    pthread_key_create(&key, nil)
    return key
  }()

  /// Says of the thread that has just begun how large its stack is.
  static func note(size: Int) {
    pthread_setspecific(lowest, UnsafeRawPointer(bitPattern: here - UInt(size - margin)))
  }

  /// Bytes below the caller's frame; 0 where nothing is known.
  static var remaining: Int {
    guard let lowest = pthread_getspecific(lowest) else { return 0 }
    return Int(here) - Int(bitPattern: lowest)
  }

  private static var here: UInt {
    var mark: UInt8 = 0
    return withUnsafePointer(to: &mark) { UInt(bitPattern: $0) }
  }
}

/// A piece of work without its type, so that a C function can run it.
private class AnyErrand {
  let stackSize: Int

  init(stackSize: Int) { self.stackSize = stackSize }

  func run() {}
}

private final class Errand<R>: AnyErrand {
  private let body: () -> R
  private var result: R?

  init(stackSize: Int, _ body: @escaping () -> R) {
    self.body = body
    super.init(stackSize: stackSize)
  }

  override func run() {
    Stack.note(size: stackSize)
    result = body()
  }

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
