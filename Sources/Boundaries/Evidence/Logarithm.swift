internal import Foundation

extension Double {
  /// Logarithm to base 2 of a count.
  static func logBase2(_ count: Int) -> Double { log2(Double(count)) }
}
