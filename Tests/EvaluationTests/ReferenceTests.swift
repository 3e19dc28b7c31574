import Evaluation
import Testing

@Suite struct ReferenceTests {
  @Test func `rows are read in any order, comments and empty lines are not`() throws {
    let reference = try ReferenceDecomposition("# a\nb.c\tpay\r\n\n./a.c\torders\nc.c\t@shared\n")
    #expect(reference.rows.map(\.path) == ["a.c", "b.c", "c.c"])
    #expect(reference.scored.map(\.service) == ["orders", "pay"])
  }

  @Test(arguments: [
    ("a.c\tx\na.c\ty\n", 2), ("a.c x\n", 1), ("\tx\n", 1), ("a\tb\tc\n", 1), ("# c\na.c\t\n", 2),
  ])
  func `what is no table is refused, with its line`(_ text: String, _ line: Int) {
    let error = #expect(throws: ReferenceError.self) { try ReferenceDecomposition(text) }
    #expect(error?.line == line)
  }
}
