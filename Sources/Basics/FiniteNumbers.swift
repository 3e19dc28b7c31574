extension Int {
  /// The number without its fraction; nil for what is no number, infinite or too large.
  ///
  /// `Int(_:)` ends the process there, and `Double(_:)` reads `nan`, `inf` and `1e30` out of any text.
  package init?(finite number: Double) { self.init(exactly: number.rounded(.towardZero)) }
}
