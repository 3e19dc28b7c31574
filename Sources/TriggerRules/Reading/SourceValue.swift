/// A value as a source writes it, as far as it can be told without running anything.
indirect enum SourceValue: Sendable, Hashable {
  /// A literal; what is put in at run time shows as it is written.
  case text(String)
  /// A name, dotted where it is of something, or a number.
  case word(String)
  case list([SourceValue])
  case table([SourceArgument])
  case chain(SourceChain)
  case function(SourceFunction)
  /// Anything else, as written and shortened.
  case other(String)

  /// The text of a literal.
  var literal: String? { if case .text(let text) = self { text } else { nil } }

  /// What can be said of it in one line.
  var shown: String? {
    switch self {
    case .text(let text), .word(let text), .other(let text): text
    case .list(let values):
      values.isEmpty ? nil : values.compactMap(\.shown).joined(separator: ",")
    case .chain(let chain): chain.spelling
    case .table, .function: nil
    }
  }

  /// The values of a list, or the value itself.
  var all: [SourceValue] { if case .list(let values) = self { values } else { [self] } }

  /// The value under a key, of a table or of the arguments of a construction.
  subscript(key: String) -> SourceValue? {
    switch self {
    case .table(let entries): entries.first { $0.key == key }?.value
    case .chain(let chain):
      chain.links.last?.arguments?.lazy.compactMap {
        $0.key == key ? $0.value : $0.value[table: key]
      }
      .first
    default: nil
    }
  }

  private subscript(table key: String) -> SourceValue? {
    if case .table = self { self[key] } else { nil }
  }
}

/// An argument, an attribute of an annotation or an entry of a table.
struct SourceArgument: Sendable, Hashable {
  /// Empty where it has none.
  var key: String
  var value: SourceValue
  var line: UInt32
  var endLine: UInt32
}

/// A function without a name, where it is handed on.
struct SourceFunction: Sendable, Hashable {
  var line: UInt32
  var endLine: UInt32
  var parameters: [String]
  /// Of the tokens.
  var start: Int
  var end: Int
}

/// One name of a chain, with its arguments if it is called.
struct SourceLink: Sendable, Hashable {
  var name: String
  var types: [String] = []
  var arguments: [SourceArgument]?
  var block: SourceFunction?
  var line: UInt32

  /// Arguments without names.
  var plain: [SourceArgument] { (arguments ?? []).filter(\.key.isEmpty) }
}

/// Calls and members of one another: `r.Group("/v1").GET("/x", list)`.
struct SourceChain: Sendable, Hashable {
  var links: [SourceLink]
  var line: UInt32
  var endLine: UInt32
  /// Shortened, on one line.
  var spelling: String
  /// Of the tokens.
  var start: Int
  var end: Int

  /// The names, with dots between them.
  var dotted: String { links.map(\.name).joined(separator: ".") }
  var isPlain: Bool { links.allSatisfy { $0.arguments == nil && $0.block == nil } }
}
