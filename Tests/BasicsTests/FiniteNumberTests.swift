import Basics
import Testing

@Suite struct FiniteNumberTests {
  @Test(arguments: [
    (2.9, 2), (-2.9, -2), (0, 0), (1e15, 1_000_000_000_000_000), (.nan, nil), (.infinity, nil),
    (-.infinity, nil), (1e30, nil), (9_223_372_036_854_775_808, nil),
    (-9_223_372_036_854_775_808, Int.min),
  ])
  func `what does not fit is nil`(_ number: Double, _ wanted: Int?) {
    #expect(Int(finite: number) == wanted)
  }
}
