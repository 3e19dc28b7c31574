internal import Facts

extension PythonNames {
  /// The binding of a module itself.
  static let moduleBinding = "<module>"
  /// Parts of a pair that a loop takes apart.
  static let keyOfPair = "<key>"
  static let valueOfPair = "<value>"

  // MARK: Texts that name code

  /// Before a dotted name, in full.
  static let dottedMark = "@dotted:"
  /// Before an application's label and a model's name, in lower case.
  static let modelMark = "@model:"
  /// Before the end of a module's name, a colon and a class.
  static let classMark = "@class:"

  /// Before the name of a fixture of tests.
  static let fixtureMark = "@fixture:"

  /// A model as Django names it: `label.Model`, or `Model` of the application that a file is in.
  static func model(_ text: String, in path: String) -> String {
    let name = text.lowercased()
    if name.contains(".") { return modelMark + name }
    return modelMark + (PythonPaths.modelLabel(of: path) ?? "") + "." + name
  }

  /// Whether a text consists of identifiers with dots between.
  static func isDotted(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 200 else { return false }
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      guard let first = part.utf8.first, !(0x30...0x39).contains(first) else { return false }
      return part.utf8.allSatisfy(isIdentifier)
    }
  }

  static func isIdentifier(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x5f: true
    default: byte >= 0x80
    }
  }

  /// `MAX_SIZE`, by custom.
  static func isConstant(_ name: String) -> Bool {
    name.utf8.contains { (0x41...0x5a).contains($0) }
      && name.utf8.allSatisfy {
        (0x41...0x5a).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5f
      }
  }

  // MARK: Types

  /// Types of functions that yield.
  static let iterators: Set<String> = [
    "Iterator", "Generator", "Iterable", "AsyncIterator", "AsyncGenerator", "AsyncIterable",
  ]

  /// Types that add nothing to the members of their first argument.
  static let transparentTypes: Set<String> = [
    "Optional", "Annotated", "Final", "ClassVar", "Required", "NotRequired", "ReadOnly",
    "InitVar", "Mapped", "Awaitable",
  ]
  static let abstractBases: Set<String> = ["ABC", "ABCMeta", "Protocol"]
  /// Functions that get the type although no decorator says so.
  static let typeMethods: Set<String> = ["__new__", "__init_subclass__", "__class_getitem__"]
  /// Objects that can change, by the functions that make them.
  static let containers: Set<String> = [
    "list", "dict", "set", "defaultdict", "OrderedDict", "deque", "Counter", "bytearray",
    "WeakKeyDictionary", "WeakValueDictionary", "Queue",
  ]
  /// Methods that change what they are called on.
  static let changers: Set<String> = [
    "append", "add", "update", "pop", "setdefault", "clear", "extend", "insert", "remove",
    "discard", "popleft", "appendleft", "popitem",
  ]

  /// Whether a decorator makes a method look like an attribute.
  static func isProperty(_ name: String) -> Bool {
    let last = name.split(separator: ".").last ?? ""
    return ["property", "cached_property", "hybrid_property", "classproperty", "setter", "getter"]
      .contains(last) || last.hasSuffix("_property")
  }

  // MARK: Frameworks

  /// Attributes through which a model's rows are reached.
  static let managers: Set<String> = ["objects", "_default_manager", "_base_manager"]
  static let singleRelations: Set<String> = [
    "ForeignKey", "OneToOneField", "ParentalKey", "TreeForeignKey", "TreeOneToOneField",
  ]
  static let oneToOne: Set<String> = ["OneToOneField", "TreeOneToOneField"]
  static let manyRelations: Set<String> = [
    "ManyToManyField", "ParentalManyToManyField", "TreeManyToManyField",
  ]
  static let relations = singleRelations.union(manyRelations).union([
    "GenericRelation", "relationship",
  ])
  /// What a library makes of a relation to several rows.
  static let relatedRows = "RelatedManager"
  /// Methods that make a class of managers from one of queries, and a manager.
  static let managerOfQuery = "from_queryset"
  static let queryAsManager = "as_manager"
  /// Calls that load a class by name.
  static let loaders: Set<String> = ["get_model", "get_class", "get_classes"]
  static let dynamicImports: Set<String> = ["import_module", "__import__"]
  /// Calls whose texts name a module or something in one.
  static let wiringCalls: Set<String> = [
    "include", "import_string", "import_by_path", "import_from_string", "load_object", "url",
    "send_task", "signature", "autodiscover_tasks", "import_module", "patch", "resolve_class",
    "get_callable", "include_router", "config_from_object", "from_object",
    "enable_signing", "override_settings",
  ]

  // MARK: Collections

  /// What members of the library's collections and of query sets give.
  static let results: [(String, ExternalResult)] = [
    (
      """
      filter exclude all order_by select_related prefetch_related distinct annotate using only
      defer select_for_update none reverse union intersection difference iterator copy sort
      for_update with_entities filter_by options join outerjoin
      """, .same
    ),
    (
      """
      get first last create get_or_404 latest earliest pop popleft __getitem__ setdefault one
      one_or_none scalar_one scalar_one_or_none __next__ aget acreate afirst alast
      """, .element
    ),
    ("keys", .keys), ("values", .values), ("items", .entries),
    (keyOfPair, .entryKey), (valueOfPair, .entryValue),
  ]

  // MARK: Lifetime

  static let lifetimeCalls: [String: LifetimeFact.Kind] = [
    "threading.Thread": .threadStarted, "threading.Timer": .timerArmed, "time.sleep": .slept,
    "asyncio.sleep": .slept, "gevent.sleep": .slept, "os.fork": .processForked,
    "multiprocessing.Process": .processForked, "multiprocessing.Pool": .processForked,
    "subprocess.Popen": .processForked, "subprocess.run": .processForked,
    "subprocess.call": .processForked, "subprocess.check_call": .processForked,
    "subprocess.check_output": .processForked, "os.system": .processForked,
    "signal.signal": .signalHandled, "asyncio.run": .eventLoop, "uvicorn.run": .eventLoop,
    "concurrent.futures.ThreadPoolExecutor": .threadStarted,
    "concurrent.futures.ProcessPoolExecutor": .processForked,
    "socketserver.TCPServer": .socketListened, "http.server.HTTPServer": .socketListened,
    "shared_memory.SharedMemory": .sharedMemory,
    "multiprocessing.shared_memory.SharedMemory": .sharedMemory,
  ]
  static let lifetimeMethods: [String: LifetimeFact.Kind] = [
    "run_forever": .eventLoop, "serve_forever": .eventLoop, "run_until_complete": .eventLoop,
    "write_text": .fileWritten, "write_bytes": .fileWritten,
  ]
}
