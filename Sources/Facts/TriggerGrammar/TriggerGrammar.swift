/// The grammar by which comments and attributes declare what starts a function.
///
/// ```
/// decl  = "@trigger" ws kind { ws key "=" value } ;
/// value = '"' { any char except '"' } '"' | token ;
/// ```
///
/// `\trigger`, `@trigger{…}` and `\trigger{…}` are read as well. A declaration goes on in the next
/// line only with a pair; prose ends it.
package enum TriggerGrammar {
  /// A declaration within a text.
  package struct Entry: Sendable, Hashable {
    package var kind: TriggerKind
    package var attributes: [TriggerDeclaration.Attribute]
    /// Lines from the start of the text to the declaration.
    package var lineOffset: Int
    /// The declaration as written, on one line.
    package var evidence: String
  }

  /// Something that breaks the grammar; what is left of the declaration stays valid.
  package struct Problem: Sendable, Hashable {
    package var message: String
    /// Lines from the start of the text.
    package var lineOffset: Int
    /// Bytes from the start of the line, counted from one.
    package var column: Int
  }

  package struct Result: Sendable, Hashable {
    package var entries: [Entry] = []
    package var problems: [Problem] = []
  }

  /// The kinds that can be declared.
  package static let kinds: [TriggerKind] = [
    .http, .rpc, .duplex, .schedule, .queue, .topic, .stream, .storage, .dbchange, .eventbus,
    .identity, .iot, .log, .workflow, .ci, .cli, .startup, .daemon, .none,
  ]

  /// Declarations in a comment, with or without its markers. Linear in the text.
  package static func parse(comment text: String) -> Result {
    guard text.utf8.count >= 8, text.contains("trigger") else { return Result() }
    var reader = TriggerReader(Array(text.utf8))
    return reader.readComment()
  }

  /// The declaration in the text of an `annotate` attribute, `trigger:<kind> k=v …`; further
  /// arguments of the attribute are further pairs. Other annotations yield nothing.
  package static func parse(annotation text: String, arguments: [String] = []) -> Result {
    guard text.hasPrefix("trigger:") else { return Result() }
    var reader = TriggerReader(Array(([text] + arguments).joined(separator: " ").utf8))
    return reader.readAnnotation()
  }
}

extension TriggerGrammar.Result {
  /// What carried the declarations into the source.
  package enum Carrier: Sendable {
    case comment, attribute

    var rule: String { self == .comment ? "comment.trigger" : "attribute.annotate" }
    var origin: TriggerDeclaration.Origin { self == .comment ? .comment : .attribute }
  }

  /// The entries as facts; `line` is that of the start of the text.
  package func declarations(
    by carrier: Carrier, of handler: TriggerDeclaration.Handler, line: UInt32
  ) -> [TriggerDeclaration] {
    entries.map {
      TriggerDeclaration(
        kind: $0.kind, origin: carrier.origin, rule: carrier.rule, handler: handler,
        attributes: $0.attributes, line: line + UInt32($0.lineOffset), evidence: $0.evidence)
    }
  }
}
