import Basics
import Testing

/// Work on several threads, and on deep ones.
@Suite struct ConcurrencyTests {
  @Test(
    "results stand in the order of the elements, whatever the chunk", arguments: [1, 3, 64, 500])
  func order(chunk: Int) {
    let numbers = Array(0..<257)
    #expect(numbers.concurrentMap(chunk: chunk) { $0 * $0 } == numbers.map { $0 * $0 })
  }

  @Test("two pieces of work give both results")
  func both() {
    let (sum, text) = concurrently {
      (0..<1000).reduce(0, +)
    } and: {
      String(repeating: "a", count: 3)
    }
    #expect(sum == 499_500 && text == "aaa")
  }

  @Test("a large stack serves what asks for as much inside of it")
  func stack() {
    func depth(_ n: Int) -> Int { n == 0 ? 0 : 1 + depth(n - 1) }
    let size = 256 << 20
    let found = runOnLargeStack(bytes: size + (8 << 20)) {
      (0..<3).map { _ in runOnLargeStack(bytes: size) { depth(300_000) } }
    }
    #expect(found == [300_000, 300_000, 300_000])
    #expect(
      runOnLargeStack(bytes: 1 << 20) { runOnLargeStack(bytes: size) { depth(300_000) } } == 300_000
    )
  }

  @Test("names are numbered in order of appearance, however many there are")
  func names() {
    var table = NameTable()
    let names = (0..<2000).map { "name\($0 % 1000)" }
    let numbers = names.map { table.number(of: Array($0.utf8)[...]) }
    #expect(numbers == (0..<2000).map { UInt32($0 % 1000) })
    #expect(table.names.count == 1000 && table.names[999] == "name999")
    #expect(table.number(of: []) == 1000)
  }
}
