package import Facts

/// Readers of the small languages inside C and C++ source, given from outside.
package struct FactReaders: Sendable {
  /// The tables that a string literal reads and writes, and the routines that it calls, if it is SQL.
  package var sql: @Sendable (_ literal: String) -> [SQLScanner.Access]
  /// A trigger declaration: the text behind `@trigger` or `trigger:`; nil if it is malformed.
  package var trigger: @Sendable (_ text: String) -> TriggerText?

  package struct TriggerText: Sendable, Hashable {
    package var kind: TriggerKind
    package var attributes: [TriggerDeclaration.Attribute]

    package init(kind: TriggerKind, attributes: [TriggerDeclaration.Attribute] = []) {
      self.kind = kind
      self.attributes = attributes
    }
  }

  package init(
    sql: @escaping @Sendable (_ literal: String) -> [SQLScanner.Access],
    trigger: @escaping @Sendable (_ text: String) -> TriggerText?
  ) {
    self.sql = sql
    self.trigger = trigger
  }
}
