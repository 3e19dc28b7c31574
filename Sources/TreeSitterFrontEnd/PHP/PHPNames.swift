internal import Facts

/// Names of the language, its library and its habits, as data.
enum PHPNames {
  /// Before the full name of a class that a text gives.
  static let classMark = "@class:"
  /// Before the name of a function that a text gives.
  static let callbackMark = "@callback:"
  static let constructor = "__construct"
  static let invoker = "__invoke"
  /// Methods through which a type has members that its source does not show.
  static let magicMembers: Set<String> = ["__call", "__callstatic", "__get", "__set"]
  static let literalConstants: Set<String> = ["true", "false", "null"]
  static let superglobals: Set<String> = [
    "$GLOBALS", "$_SERVER", "$_GET", "$_POST", "$_FILES", "$_COOKIE", "$_SESSION", "$_REQUEST",
    "$_ENV", "$argc", "$argv", "$php_errormsg", "$http_response_header",
  ]
  /// Conditions that always hold.
  static let endless: Set<String> = ["(true)", "(1)"]

  // MARK: Types

  /// Names that no class can have; some of them the grammar takes for classes.
  static let reservedTypes: Set<String> = [
    "object", "mixed", "never", "iterable", "null", "void", "true", "false", "int", "float", "bool",
    "string",
  ]
  /// What documentation calls by a name that is no class.
  static let documentedTypes: Set<String> = [
    "int", "integer", "float", "double", "string", "bool", "boolean", "array", "iterable", "list",
    "callable", "object", "mixed", "null", "void", "never", "resource", "true", "false", "scalar",
    "numeric", "number", "array-key", "class-string", "closure", "no-return", "empty", "int-mask",
    "key-of", "value-of", "non-empty-list", "non-empty-array", "noreturn", "unknown", "any",
    "literal-string", "binary", "func",
  ]
  /// Those that are made of one thing, the last argument.
  static let documentedLists: Set<String> = [
    "array", "iterable", "list", "non-empty-list", "non-empty-array", "associative-array",
    "non-empty-string-array", "callable-array",
  ]
  /// Types whose first of two arguments is a key.
  static let keyedTypes: Set<String> = [
    "array", "iterable", "list", "non-empty-array", "traversable", "iterator", "iteratoraggregate",
    "generator", "arrayaccess", "arrayobject", "arrayiterator", "collection", "arraycollection",
    "readablecollection", "lazycollection", "selectable", "persistentcollection",
    "splobjectstorage",
    "weakmap", "arrayable", "enumerable", "paginator", "lengthawarepaginator",
  ]
  /// Types of which the documentation knows more.
  static let vagueTypes: Set<String> = [
    "array", "iterable", "object", "mixed", "callable", "string", "self", "static", "builder",
    "belongsto", "hasmany", "hasone", "belongstomany", "paginator", "lengthawarepaginator",
  ]

  // MARK: Functions

  /// Functions that hand elements of an array to a function.
  static let elementFunctions: Set<String> = [
    "array_map", "array_filter", "array_walk", "usort", "uasort", "array_find", "array_any",
    "array_all",
  ]
  /// Functions whose texts name functions.
  static let callbackFunctions: Set<String> = [
    "add_action", "add_filter", "remove_action", "remove_filter", "call_user_func",
    "call_user_func_array", "array_map", "array_filter", "array_walk", "usort", "uasort", "uksort",
    "preg_replace_callback", "register_shutdown_function", "set_error_handler",
    "set_exception_handler", "spl_autoload_register", "ob_start", "add_shortcode",
    "register_activation_hook", "register_deactivation_hook", "is_callable",
  ]
  /// Calls that give an instance of the class that they are asked for: of containers and of mocks.
  static let locators: Set<String> = [
    "app", "resolve", "make", "makewith", "createmock", "createstub", "createpartialmock",
    "createconfiguredmock", "getmockforabstractclass", "mock", "spy", "partialmock",
  ]
  /// Calls behind which a variable has the type that is named.
  static let assertions: Set<String> = [
    "isinstanceof", "assertinstanceof", "nullorisinstanceof",
  ]

  // MARK: Rows and their relations

  /// Methods that say how rows are related: the type of the library that they give, whether there are many
  /// on the other side, and whether a table joins the sides.
  static let relations: [String: (type: String, isMany: Bool, isJoined: Bool)] = [
    "hasone": ("hasone", false, false), "hasmany": ("hasmany", true, false),
    "belongsto": ("belongsto", false, false), "belongstomany": ("belongstomany", true, true),
    "morphone": ("morphone", false, false), "morphmany": ("morphmany", true, false),
    "morphtomany": ("morphtomany", true, true), "morphedbymany": ("morphtomany", true, true),
    "hasonethrough": ("hasonethrough", false, false),
    "hasmanythrough": ("hasmanythrough", true, false),
  ]
  /// Before the name of a method that narrows what is asked for.
  static let scopeMark = "scope"

  // MARK: The container of the library

  /// The namespace of what a container gives by a text.
  static let container = "@container"
  /// Calls that say what a container gives.
  static let containerCalls: Set<String> = [
    "bind", "bindif", "singleton", "singletonif", "scoped", "scopedif",
  ]
  /// What stands for the container.
  static let containers: Set<String> = ["$this->app", "$app", "app()", "app", "$container"]
  /// The method of a class that says what its static calls are made on.
  static let accessor = "getfacadeaccessor"

  // MARK: Collections

  /// What members of the library's collections give.
  static let results: [(String, ExternalResult)] = [
    (
      """
      filter reject each sortby sortbydesc sort reverse unique values where wherein wherenotnull
      wherenotin take skip slice concat merge push toarray all getiterator getvalues matching
      tap latest oldest orderby with load when unless diff except only keyby shuffle prepend
      forpage cursor lazy paginate items
      """, .handsElementAndSame
    ),
    (
      """
      first last pop shift find current firstorfail sole firstwhere findorfail firstornew
      firstorcreate next random offsetget create updateorcreate getresults
      """, .element
    ),
    (
      "map exists forall every some contains sum reduce partition flatmap groupby pluck foreach",
      .handsElement
    ),
  ]

  // MARK: Lifetime

  static let lifetimeCalls: [String: LifetimeFact.Kind] = [
    "sleep": .slept, "usleep": .slept, "time_nanosleep": .slept, "time_sleep_until": .slept,
    "pcntl_fork": .processForked, "proc_open": .processForked, "popen": .processForked,
    "exec": .processForked, "shell_exec": .processForked, "system": .processForked,
    "passthru": .processForked, "pcntl_exec": .processForked,
    "stream_socket_server": .socketListened, "socket_listen": .socketListened,
    "socket_create_listen": .socketListened, "stream_socket_accept": .connectionAccepted,
    "socket_accept": .connectionAccepted, "pcntl_signal": .signalHandled,
    "pcntl_alarm": .timerArmed, "file_put_contents": .fileWritten,
    "move_uploaded_file": .fileWritten, "inotify_add_watch": .fileWatched,
    "shmop_open": .sharedMemory, "shm_attach": .sharedMemory, "apcu_store": .sharedMemory,
    "sem_acquire": .lockHeld, "flock": .lockHeld,
  ]
}
