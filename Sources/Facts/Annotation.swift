/// An annotation, attribute or decorator, with what its source says.
package struct Annotation: Sendable, Hashable {
  /// As written, without the mark: `GetMapping`, `app.route`.
  package var name: String
  /// With its package where the file's own imports say it; else as written.
  package var qualifiedName: String
  /// Values by key, in source order; the key of an unnamed argument is empty. Literals come without
  /// their quotes, lists one entry an element, everything else as written.
  package var arguments: [TriggerDeclaration.Attribute]
  /// The annotated symbol, an index into ``FileFacts/symbols``, or ``Reference/fileLevel``.
  package var symbol: UInt32
  package var line: UInt32

  package init(
    name: String, qualifiedName: String, arguments: [TriggerDeclaration.Attribute] = [],
    symbol: UInt32, line: UInt32
  ) {
    self.name = name
    self.qualifiedName = qualifiedName
    self.arguments = arguments
    self.symbol = symbol
    self.line = line
  }

  /// The first value of an argument called `key`.
  package subscript(key: String) -> String? { arguments.first { $0.key == key }?.value }
}
