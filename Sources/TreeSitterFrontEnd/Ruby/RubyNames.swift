internal import Facts

/// Names that Ruby and Rails give a meaning.
enum RubyNames {
  // MARK: Names that no source can have

  /// The class or module around.
  static let selfType = "<self>"
  /// What it is derived from.
  static let superType = "<super>"
  /// A module whose methods become methods of the type itself.
  static let extended = "<extend>"
  static let routeMark = "<route>"
  /// Before the name of the class of an association's rows.
  static let rowMark = "<row>"
  /// Before the name of a method of classes that includes a module into them.
  static let macroMark = "<macro>"
  /// Before the name of a method: what it hands to its block.
  static let yieldMark = "<yield>"
  /// Methods of modules that are called with the type that takes them in.
  static let inclusions: Set<String> = ["included", "prepended", "extended", "append_features"]

  // MARK: Paths

  static func isRoutes(_ path: String) -> Bool {
    path.hasSuffix("routes.rb") || path.contains("config/routes/")
  }

  static func isSchema(_ path: String) -> Bool {
    path.contains("db/migrate/") || path.hasSuffix("schema.rb") || path.contains("/migrations/")
      || path.contains("db/post_migrate/") || path.hasSuffix("_migration.rb")
  }

  // MARK: Inflections

  /// `OrderItem` of `order_item`.
  static func camelized(_ name: Substring) -> String {
    name.split(separator: "_", omittingEmptySubsequences: true).map {
      $0.prefix(1).uppercased() + $0.dropFirst()
    }.joined()
  }

  /// `Admin::Orders` of `admin/orders`.
  static func constantPath(_ path: String) -> String {
    if path.contains("::") { return path }
    return path.split(separator: "/").map(camelized).joined(separator: "::")
  }

  /// The class that an association is named after.
  static func className(of name: String, isPlural: Bool) -> String {
    constantPath(isPlural ? singular(name) : name)
  }

  static func plural(_ name: String) -> String { FrameworkNames.plural(name) }

  /// The singular of the last word, by the usual rules.
  static func singular(_ name: String) -> String {
    let lower = name.lowercased()
    for (one, many) in irregular where lower.hasSuffix(many) {
      return String(name.dropLast(many.count - 1)) + one.dropFirst()
    }
    for word in uncountable where lower.hasSuffix(word) { return name }
    if lower.hasSuffix("ies"), lower.count > 4 { return name.dropLast(3) + "y" }
    for ending in ["sses", "xes", "ches", "shes", "zzes"] where lower.hasSuffix(ending) {
      return String(name.dropLast(2))
    }
    if lower.hasSuffix("oes") || lower.hasSuffix("uses") { return String(name.dropLast(2)) }
    if lower.hasSuffix("ss") || !lower.hasSuffix("s") { return name }
    return String(name.dropLast())
  }

  private static let irregular = [
    ("person", "people"), ("child", "children"), ("man", "men"), ("mouse", "mice"),
    ("analysis", "analyses"), ("status", "statuses"), ("quiz", "quizzes"), ("datum", "data"),
    ("movie", "movies"), ("address", "addresses"), ("alias", "aliases"), ("axis", "axes"),
    ("medium", "media"), ("half", "halves"), ("leaf", "leaves"), ("use", "uses"),
    ("cause", "causes"), ("house", "houses"), ("warehouse", "warehouses"), ("shoe", "shoes"),
    ("purchase", "purchases"), ("database", "databases"), ("case", "cases"),
  ]
  private static let uncountable = [
    "equipment", "information", "rice", "money", "species", "series", "fish", "sheep", "news",
    "metadata",
  ]

  // MARK: Calls

  static let jobCalls: Set<String> = [
    "perform_later", "perform_now", "perform_async", "perform_in", "perform_at", "perform_inline",
  ]
  /// Methods of a class of rows that give one of them.
  static let rowGivers: Set<String> = [
    "find", "find_by", "find_by!", "find_by_id", "first", "first!", "last", "last!", "take",
    "create", "create!", "build", "find_or_create_by", "find_or_create_by!",
    "find_or_initialize_by", "instance", "find_signed", "sole", "find_sole_by",
  ]
  /// Methods of a class of rows that give some of them.
  static let relationGivers: Set<String> = [
    "where", "all", "order", "joins", "includes", "limit", "unscoped", "none", "preload",
    "eager_load", "left_joins", "left_outer_joins", "distinct", "select", "not", "or", "offset",
    "group", "having", "references", "reorder", "readonly", "lock", "with_deleted", "rewhere",
  ]
  /// Methods that hand each element to a block.
  static let iterators: Set<String> = [
    "each", "map", "collect", "select", "reject", "filter", "find_each", "detect", "find", "any?",
    "all?", "none?", "sum", "sort_by", "group_by", "flat_map", "each_with_index", "filter_map",
    "partition", "min_by", "max_by", "count", "index_by", "each_with_object", "reverse_each",
    "to_h", "uniq", "find_all", "delete_if", "keep_if", "reject!", "select!", "each_entry",
    "index_with", "sort_by!", "take_while", "drop_while", "find_index", "one?", "each_index",
  ]
  /// Those that classes of rows have for all rows.
  static let rowIterators: Set<String> = [
    "find_each", "select", "find", "any?", "all?", "none?", "sum", "count", "find_all", "one?",
    "index_by", "partition", "each",
  ]
  /// Methods of classes by which libraries and frameworks let them declare attributes.
  static let declarers: Set<String> = [
    "preference", "config_accessor", "class_name_attribute", "field", "property", "option", "param",
    "prop", "setting",
  ]
  /// Those that hand it on together with what came out so far.
  static let folders: Set<String> = ["inject", "reduce"]
  /// Those that give what the block gives for each.
  static let mappers: Set<String> = ["map", "collect", "flat_map", "filter_map"]
  /// Methods that call the one that is named by a symbol.
  static let senders: Set<String> = ["send", "public_send", "__send__", "try", "try!"]
  /// What methods of arrays give.
  static let results: [(String, ExternalResult)] = [
    (
      "to_a compact uniq sort sort_by reverse select reject filter take drop flatten shuffle rotate "
        + "find_all take_while drop_while dup clone freeze presence push append prepend concat each "
        + "each_with_index compact_blank without excluding including lazy", .same
    ),
    (
      "first last find detect min_by max_by sample pop shift min max sole second third fetch",
      .element
    ),
  ]
  static let changers: Set<String> = [
    "<<", "push", "[]=", "add", "delete", "clear", "merge!", "update", "store", "unshift",
    "concat", "pop", "shift", "insert", "replace", "append", "delete_if", "reject!", "select!",
  ]
  static let containers: Set<String> = [
    "Hash", "Array", "Set", "Concurrent::Map", "Concurrent::Hash", "Concurrent::Array",
    "ThreadSafe::Cache", "Queue",
  ]

  static func isCallback(_ name: String) -> Bool {
    [
      "before_", "after_", "around_", "skip_before_", "skip_after_", "validates", "append_before_",
      "prepend_before_",
    ].contains { name.hasPrefix($0) } || name == "validate" || name == "rescue_from"
      || name == "set_callback"
  }

  // MARK: Lifetime

  static let transactions: Set<String> = ["transaction", "with_lock"]
  static let lifetimeFunctions: [String: LifetimeFact.Kind] = [
    "loop": .endlessLoop, "sleep": .slept, "fork": .processForked, "system": .processForked,
    "spawn": .processForked, "trap": .signalHandled,
  ]
  static let files: Set<String> = ["File", "IO"]
  static let lifetimeCalls: [String: LifetimeFact.Kind] = [
    "Thread.new": .threadStarted, "Thread.start": .threadStarted, "Thread.fork": .threadStarted,
    "Process.fork": .processForked, "Process.spawn": .processForked,
    "Kernel.system": .processForked,
    "IO.popen": .processForked, "Open3.capture2": .processForked, "Open3.capture3": .processForked,
    "Open3.popen3": .processForked, "Signal.trap": .signalHandled, "Kernel.sleep": .slept,
    "TCPServer.new": .socketListened, "TCPServer.open": .socketListened,
    "UNIXServer.new": .socketListened, "WEBrick::HTTPServer.new": .socketListened,
    "EventMachine.run": .eventLoop, "EM.run": .eventLoop, "Listen.to": .fileWatched,
    "File.write": .fileWritten, "IO.write": .fileWritten, "File.binwrite": .fileWritten,
    "FileUtils.cp": .fileWritten, "FileUtils.mv": .fileWritten, "FileUtils.touch": .fileWritten,
    "FileUtils.rm": .fileWritten, "FileUtils.rm_rf": .fileWritten,
    "FileUtils.mkdir_p": .fileWritten, "File.delete": .fileWritten,
  ]
}
