package import Basics

/// What of a source declares that something starts it, as data: an annotation, a call, a type that is
/// derived from one of a library's, a parameter of a type of a provider, a function of a name.
///
/// Names are matched as text (``FrameworkPack/Pattern``), never by regular expressions, so a rule takes
/// time linear in what it looks at.
package struct TriggerRule: Sendable, Hashable {
  /// What it looks for; exactly one in a rule.
  package enum Form: String, Sendable, Hashable, CaseIterable {
    /// An annotation, attribute or decorator; what it marks is the handler.
    case annotation
    /// A call by its last name, functions of macros among them.
    case call
    /// A type that is derived from one of these.
    case extends
    /// A function with a parameter of one of these types.
    case parameter
    /// A function of this name, in files of ``files`` where there are some.
    case function
    /// A name that a value is assigned to; a call behind its entries is looked at one by one.
    case assign
    /// A route that the language's reader has led to its handler, in files of ``files``.
    case wired
  }

  /// What an annotation must mark.
  package enum Target: String, Sendable, Hashable, CaseIterable {
    case method, type, parameter, any
  }

  package var id = ""
  /// The name of a kind of trigger; `stem` takes it from the type of an event.
  package var kind = ""
  package var form = Form.call
  package var names: [FrameworkPack.Pattern] = []
  package var target = Target.method
  /// What must stand right before the called name: a name, or a maker of ``FrameworkPack/makers``.
  package var receivers: [FrameworkPack.Pattern] = []
  /// Names before it that are of something else.
  package var notReceivers: [FrameworkPack.Pattern] = []
  package var files: [Glob] = []
  /// What is said of the trigger, by its key (`path`, `cron`, `source`, …).
  package var captures: [Capture] = []
  package var verb: [Place] = []
  /// Annotations of the type around whose ``path`` stands before that of the method.
  package var prefixes: [String] = []
  /// Whether a path that begins with a slash does not go on from that of the type.
  package var isAbsolute = false
  package var handlers: [Place] = []
  /// Whether the handler is a function that one of ``FrameworkPack/constructs`` declares: the one that
  /// the value at ``handlers`` leads to, or the call itself where there are none.
  package var isConstruct = false
  /// Whether a text that names the handler is one of a platform's: `src/orders.create`.
  package var isPlatform = false
  /// Names of the method that is called, where the handler is a type.
  package var methods: [String] = []
  /// Annotations or calls, one of which the project must have; else it is unknown whether it is on.
  package var requires: [String] = []
  /// Annotations of the type around, or of the handler, or calls around, under which it says nothing.
  package var unless: [String] = []
  /// Marks that switch off or make conditional.
  package var conditions: [String] = []
  /// Annotations beside it or names behind it that let one run at a time.
  package var exclusive: [String] = []
  /// A key of its own whose value is the kind of the source: `jms:` in `from("jms:x")`.
  package var schemes: [String: String] = [:]
  /// Names behind the call that say when, and the schedule that each stands for.
  package var clock: [String: String] = [:]
  /// Fields of a calendar, and what each is where the source does not say it: `hour`, `0`.
  package var fields: [String: String] = [:]
  package var unit = "s"
  /// Whether a literal text must stand where ``path`` is taken from.
  package var isLiteral = true
  /// Calls around it, one of which there must be; `outer` in a place stands for that. Of a derived
  /// type, what it must be derived from as well.
  package var inside: [String] = []
  /// Keys, one of which must have a value; `schedule` for any time.
  package var must: [String] = []
  /// Beginnings that the path must have.
  package var begins: [String] = []
  /// Whether the called function may be one of the project itself: a convention, not a library.
  package var isOwn = false
  /// Annotations that make a type one that the framework looks at; without one of them it is unknown
  /// whether the trigger is on.
  package var stereotypes: [String] = []
  /// Kinds by the type of a parameter of the handler, where that stands in the same file.
  package var kindsOfParameters: [String: String] = [:]
  /// Names that the parameters of a function must have, each one of several: `event|evt`.
  package var parameters: [String] = []
  /// Libraries, one of which the file itself must name.
  package var imported: [String] = []
  /// Annotations or calls, one of which the project must have; else it says nothing.
  package var needs: [String] = []
  /// Whether each public method of the type is one of its own, by the name of the type and its own.
  package var isAction = false
  /// `NAME=value`: as long as sources fall back to this value of a variable, and no file of settings gives
  /// it another, who asks for it runs it at once: it is told and never flagged.
  package var inline: [String] = []
  /// Reported, and never flagged.
  package var isImplied = false
  package var confidence = 0.95
  /// In the file of its pack.
  package var line = 0

  /// A key of what is said of a trigger, and where that stands.
  package struct Capture: Sendable, Hashable {
    package var key: String
    /// The first that says something.
    package var places: [Place]
  }

  /// A place in a call or an annotation.
  package enum Place: Sendable, Hashable {
    /// Counted from 0, from the end where negative; arguments with names do not count.
    case argument(Int)
    /// A named argument, an attribute, or a key of an argument that is a table.
    case key(String)
    /// The same of another call of the chain.
    /// `outer` is the call around that ``inside`` asks for.
    case other(String, argument: Int)
    case otherKey(String, String)
    case constant(String)
    /// The called name itself.
    case callee
    /// The name before it.
    case receiver
    case typeArgument(Int)
    /// What the annotation marks, or the function around the call.
    case owner
    /// The function that is written as the last argument, or behind the call.
    case block
    /// The key of the entry, of assigned tables.
    case entry
    /// The name of the type around.
    case type
    /// All arguments with names, as a table.
    case call
  }

  package init() {}

  /// Stands in a place for the call that made the value before this one: `@receiver.schedule`.
  package static let receiverName = "@receiver"

  /// Whether some place asks for that call.
  package var asksReceiver: Bool {
    captures.flatMap(\.places).contains { place in
      switch place {
      case .otherKey(Self.receiverName, _), .other(Self.receiverName, _): true
      default: false
      }
    }
  }
}

/// How paths go on from one router to the next.
package struct MountRule: Sendable, Hashable {
  package var names: [FrameworkPack.Pattern] = []
  /// An annotation of a type would be ``TriggerRule/prefixes``; this is a call.
  package var receivers: [FrameworkPack.Pattern] = []
  /// What stands before the paths of what is mounted; empty for nothing.
  package var paths: [TriggerRule.Place] = []
  /// The router that it is for; without one, calls inside and the variable that it is assigned to.
  package var routers: [TriggerRule.Place] = []
  /// Segments of its own behind the path: `resources :orders`.
  package var isMember = false

  package init() {}
}
