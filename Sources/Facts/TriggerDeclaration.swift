/// What starts a piece of code, from the catalogue of triggers.
package enum TriggerKind: String, Sendable, Hashable, CaseIterable, Comparable {
  case http, rpc, duplex, schedule, queue, topic, stream, storage, dbchange, eventbus, identity
  case iot, log, workflow, ci, inproc, cli, startup, daemon, signal
  /// A function that a configuration declares without an event.
  case direct
  /// An event that a platform's extension has and the catalogue does not.
  case unknown
  /// `@trigger none`: suppresses every trigger that would be inferred for the function.
  case none

  package static func < (a: TriggerKind, b: TriggerKind) -> Bool { a.rawValue < b.rawValue }

  /// Whether an event starts it and nobody waits for the answer.
  package var isAsynchronous: Bool {
    switch self {
    case .http, .rpc, .identity, .workflow, .duplex: false
    case .cli, .startup, .daemon, .signal, .inproc, .direct, .none: false
    case .schedule, .queue, .topic, .stream, .storage, .dbchange, .eventbus, .iot, .log, .ci,
      .unknown:
      true
    }
  }
}

/// A trigger as one file declares it, before it is joined to the code that it starts.
package struct TriggerDeclaration: Sendable, Hashable {
  package enum Origin: String, Sendable, Hashable {
    case comment, attribute, configuration
    /// A description of an interface that the code serves.
    case contract
    /// By a framework that the code uses: an annotation, a registration, a route.
    case code
    /// Implied by what code does (timers, watches, event loops): reported and never flagged.
    case implied
  }

  /// How the declaration names the code that it starts.
  package enum Handler: Sendable, Hashable {
    /// A symbol of the same file, an index into ``FileFacts/symbols``.
    case symbol(UInt32)
    /// A qualified or unqualified function name.
    case name(String)
    /// A command line or the words of a container's command; linked to the program it starts.
    case command([String])
    /// A function that a platform starts.
    case function(DeclaredFunction)
    /// An operation of an interface, which a function of that name may serve.
    case operation(String)
    /// A method of a type, wherever in the repository: `Shop.Mails::send|perform`, the first that it has.
    case method(String)
    /// What takes messages of a class, by the name of that class.
    case messages(String)
    /// The declaration reaches no code.
    case nothing
  }

  package var kind: TriggerKind
  package var origin: Origin
  /// The rule or carrier that found it, such as `comment.trigger` or `kubernetes.cronjob`.
  package var rule: String
  package var handler: Handler
  /// Keys and values in source order, keys as the trigger grammar has them (`cron`, `source`, …).
  package var attributes: [Attribute]
  package var line: UInt32
  /// The declaration as written, shortened to one line, for quoting.
  package var evidence: String

  package struct Attribute: Sendable, Hashable {
    package var key: String
    package var value: String

    package init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  package init(
    kind: TriggerKind, origin: Origin, rule: String, handler: Handler,
    attributes: [Attribute] = [], line: UInt32, evidence: String
  ) {
    self.kind = kind
    self.origin = origin
    self.rule = rule
    self.handler = handler
    self.attributes = attributes
    self.line = line
    self.evidence = evidence
  }

  /// The value of the first attribute named `key`.
  package subscript(key: String) -> String? { attributes.first { $0.key == key }?.value }

  /// How sure the rule is, 0 to 1: an attribute of declarations in code.
  package static let confidenceKey = "confidence"
  /// What to do about something that is told and never flagged.
  package static let hintKey = "hint"
  /// Makes a declaration of the kind ``TriggerKind/none`` one that says something of functions which
  /// others declare, in its folder and below: the family of their rules, and kinds behind it.
  package static let defaultsKey = "defaults"

  /// The key of the mark that the kind is taken from the type of a parameter alone: what a function can
  /// be started by, not what does it.
  package static let signatureKey = "signature"

  package var confidence: Double? { self[Self.confidenceKey].flatMap(Double.init) }
}
