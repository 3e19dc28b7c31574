internal import Configuration
internal import Facts

/// A symbol by what it takes to name it in the facts of any file.
struct KnownSymbol: Sendable, Hashable {
  var key: String
  var name: String
  var qualifiedName: String
  var kind: SymbolKind
  var path: String
  var line: UInt32
  var endLine: UInt32
  var isAbstract = false
  var isOverride = false

  var isFunction: Bool { kind == .function || kind == .method }
  var identity: SymbolIdentity { SymbolIdentity(path: path, key: key) }
}

/// What tells a symbol from all others, wherever it was met.
struct SymbolIdentity: Sendable, Hashable {
  var path: String
  var key: String
}

/// What a declaration says of the code that it starts, before the whole project is known.
enum HandlerReference: Sendable, Hashable {
  case symbol(KnownSymbol)
  /// A type, one of whose methods it is.
  case type(KnownSymbol, methods: [String])
  /// What code declares of a function that a platform starts.
  case platform(DeclaredFunction)
  /// A function that is declared, whose code is in no file of its own.
  case elsewhere
  /// A name that no reference of the file resolves.
  case name(String, methods: [String])
  /// A name that a call of a function of the project is handed: `tryRoute(controllers.orders.list)`.
  case wrapped(String, by: KnownSymbol, methods: [String])
  case none
}

/// Where the path of a route goes on from.
struct RouterReference: Sendable, Hashable {
  /// The variable; empty for none.
  var name: String
  /// The line of the use.
  var line: UInt32
}

/// A match of a rule.
struct FoundTrigger: Sendable {
  var rule: Int
  var kind: String
  var attributes: [TriggerDeclaration.Attribute] = []
  var path: String?
  var verb: String?
  var handler: HandlerReference
  var router = RouterReference(name: "", line: 0)
  /// Of what is around, from the outside in.
  var segments: [String] = []
  var line: UInt32
  var evidence: String
  /// Simple name of the type around, where a route is declared in one.
  var owner: KnownSymbol?
  var isUnknown = false
  var isOff = false
  /// The name under which others ask for it: of a command or a task.
  var task: String?
  /// The function around, where its callers say when it fires.
  var wrapper: Wrapper?

  /// A function that hands its own argument on to a library as the time.
  struct Wrapper: Sendable {
    var function: KnownSymbol
    /// The name of the argument, and its place among the parameters.
    var key: String
    var position: Int?
  }
}

/// A call of a function of the project with a time among its arguments.
struct ClockCall: Sendable {
  var function: KnownSymbol?
  /// The file that the name was imported from.
  var imported: String?
  var name: String
  /// Where the time stands: under a key, or at a place.
  var key: String
  var position: Int?
  var clock: String
  var found: FoundTrigger

  /// Whether it calls a function that hands on the argument.
  func isCall(of wrapper: FoundTrigger.Wrapper) -> Bool {
    let last = FileFactsIndex.simple(wrapper.function.name)
    guard name == last, key.isEmpty ? position == wrapper.position : key == wrapper.key else {
      return false
    }
    if let function { return function.key == wrapper.function.key }
    return imported == wrapper.function.path
  }
}

/// A router that begins, or that hangs on another under a path.
struct RouterBinding: Sendable {
  var name: String
  /// Lines in which the name means it.
  var first: UInt32
  var last: UInt32
  var line: UInt32
  var segments: [String]
  var parent: RouterReference
}

/// `app.use("/x", router)`: what lies under a path of a router.
struct RouterMount: Sendable {
  enum Target: Sendable, Hashable {
    case variable(String, line: UInt32)
    /// Everything in a file, or one variable of it.
    case file(String, name: String)
    /// Everything in the body of a function.
    case function(KnownSymbol)
    /// A dotted name of a module.
    case module(String)
  }

  var target: Target
  var segments: [String]
  var parent: RouterReference
  var line: UInt32
}

/// What one file says of triggers.
struct FileSurvey: Sendable {
  var path: String
  var language: Language
  /// The rules that it was read by, which matches refer to.
  var rules: [TriggerRule] = []
  var found: [FoundTrigger] = []
  var bindings: [RouterBinding] = []
  var mounts: [RouterMount] = []
  /// Functions, methods and types that it declares.
  var symbols: [KnownSymbol] = []
  /// Names of guards that stand in it.
  var guards: Set<String> = []
  /// Values that variables of the environment have where they are not set: `env('QUEUE', 'sync')`.
  var fallbacks: Set<SettingDefaults.Value> = []
  /// For each type, by its key: the marks that it has, the names of what it is derived from, and the
  /// keys of those that the project declares.
  var types: [String: SurveyedType] = [:]
  /// Texts of constants by their names.
  var constants: [String: String] = [:]
  /// Own annotations, by their names, with what they stand for.
  var composed: [String: FoundTrigger] = [:]
  /// Annotations of functions that no rule knows, where they may be composed ones.
  var others: [(name: String, symbol: KnownSymbol, line: UInt32)] = []
  /// Annotations that it declares.
  var annotations: Set<String> = []
  /// Types that methods marked as such make parts of the program.
  var beans: Set<String> = []
  /// Calls of the project's functions with a time, which declare something if those hand it on.
  var clockCalls: [ClockCall] = []
}

struct SurveyedType: Sendable {
  var symbol: KnownSymbol
  var marks: Set<String> = []
  var supertypes: [String] = []
  var supertypeKeys: [String] = []
  var isInterface = false
}
