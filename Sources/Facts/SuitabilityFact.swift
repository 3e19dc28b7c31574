/// Something in code that speaks for or against running it as a function, found by a rule of a pack.
package struct SuitabilityFact: Sendable, Hashable {
  /// Identifier of the criterion, such as `B2`.
  package var criterion: String
  package var line: UInt32
  /// The enclosing symbol, an index into ``FileFacts/symbols``, or ``Reference/fileLevel``: then it
  /// holds for all code of the file.
  package var symbol: UInt32
  /// What was found, as written.
  package var detail: String
  /// Megabytes of a library; 0 where that is not what it is about.
  package var size: UInt32

  package init(
    criterion: String, line: UInt32, symbol: UInt32, detail: String, size: UInt32 = 0
  ) {
    self.criterion = criterion
    self.line = line
    self.symbol = symbol
    self.detail = detail
    self.size = size
  }
}
