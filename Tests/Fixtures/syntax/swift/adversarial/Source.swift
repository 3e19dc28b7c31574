// swift-format-ignore-file
#if os(Linux)
import Glibc
struct Clock { func now() -> Int { 0 } }
#else
import Darwin
struct Clock { func now() -> Int { 1 } }
#endif

#warning("not done")

struct Promise<Value> {
  func succeed(_ value: Value) {}
}

func tick(_ clock: Clock, _ promise: Promise<Void>, _ done: (Int) -> ()) {
  _ = clock.now() // want: call tick -> Clock.now
  promise.succeed(()) // want: call tick -> Promise.succeed
  let text = #"a "quoted" () \(not) "# + "\(name("x") + "()")"
  switch clock.now() {
  case 0: ()
  default: done(1)
  }
  #if DEBUG
    if text.isEmpty { done(2) }
  #endif
  done(3)
}

func name(_ text: String) -> String { text } // want: declare function name definition

struct `class` {
  var `default`: Int = 0
}

func quoted(_ value: `class`) {
  _ = value.default // want: field quoted -> class.default
}

struct Outer {
  struct Clock { func stop() {} }
  func run(_ clock: Clock) {
    clock.stop() // want: call Outer.run -> Outer.Clock.stop
    func inner() { clock.stop() } // want: call Outer.run -> Outer.Clock.stop
    inner()
  }
}
