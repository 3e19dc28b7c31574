internal import Facts

/// Names that C#'s language and its libraries give a meaning.
enum CSharpNames {
  /// Types whose objects change; a static field that holds one is state, read-only or not.
  static let mutableTypes: Set<String> = [
    "ArrayList", "BlockingCollection", "ConcurrentBag", "ConcurrentDictionary",
    "ConcurrentQueue", "ConcurrentStack", "Dictionary", "HashSet", "Hashtable", "LinkedList",
    "List", "MemoryCache", "ObservableCollection", "PriorityQueue", "Queue", "Random",
    "SortedDictionary", "SortedList", "SortedSet", "Stack", "StringBuilder", "ThreadLocal",
    "AsyncLocal", "ConditionalWeakTable",
  ]

  /// Members that every object, enumeration, nullable value or delegate has.
  static let implicitMembers: Set<String> = [
    "BeginInvoke", "CompareTo", "Deconstruct", "EndInvoke", "Equals", "GetHashCode", "GetType",
    "HasFlag", "HasValue", "GetValueOrDefault", "Invoke", "MemberwiseClone", "ReferenceEquals",
    "ToString", "Value", "DynamicInvoke",
  ]

  /// Types that nothing is derived from, and whose values no extension of another type takes. A text
  /// is a sequence of characters too, but has members of its own for most of what sequences have.
  static let finalTypes: Set<String> = [
    "bool", "byte", "char", "decimal", "double", "float", "int", "long", "sbyte", "short", "string",
    "uint", "ulong", "ushort", "nint", "nuint", "String", "Guid", "DateTime", "DateTimeOffset",
    "DateOnly", "TimeOnly", "TimeSpan", "Span`1", "ReadOnlySpan`1", "Memory`1", "ReadOnlyMemory`1",
  ]

  /// Methods of the platform that hand an object of its own to a function, which sets it up.
  static let builders: Set<String> = [
    "AddAuthorization", "AddControllers", "AddCors", "AddJsonOptions", "AddMvc", "AddSwaggerGen",
    "ConfigureAppConfiguration", "ConfigureLogging", "ConfigureServices",
    "ConfigureWebHostDefaults", "CreateTable", "Entity", "UseEndpoints", "UseKestrel",
  ]

  /// First names of the namespaces of the platform.
  static let libraryRoots: Set<String> = ["Microsoft", "System", "Windows"]

  /// Methods that register types for injection.
  static func isRegistration(_ name: String) -> Bool { registrations.contains(name) }

  private static let registrations: Set<String> = {
    var names: Set<String> = [
      "AddHostedService", "AddDbContext", "AddDbContextPool", "AddPooledDbContextFactory",
      "AddHttpClient", "AddGrpcClient", "AddAuthenticationHandler", "RegisterType",
      "RegisterInstance", "Decorate", "MapGrpcService", "MapHub", "AddHealthCheck",
      "AddHttpMessageHandler", "UseMiddleware", "RegisterGeneric",
    ]
    for lifetime in ["Scoped", "Transient", "Singleton"] {
      names.formUnion(
        ["Add", "TryAdd", "AddKeyed", "TryAddKeyed"].map { $0 + lifetime } + [lifetime])
    }
    return names
  }()

  /// Constructors and static methods by which a process lives on.
  static let lifetimeTypes: [String: LifetimeFact.Kind] = [
    "FileSystemWatcher": .fileWatched, "HttpListener": .socketListened, "Mutex": .lockHeld,
    "PeriodicTimer": .timerArmed, "StreamWriter": .fileWritten, "TcpListener": .socketListened,
    "Thread": .threadStarted, "Timer": .timerArmed,
  ]

  static let lifetimeCalls: [String: LifetimeFact.Kind] = [
    "File.AppendAllText": .fileWritten, "File.Create": .fileWritten,
    "File.WriteAllBytes": .fileWritten, "File.WriteAllLines": .fileWritten,
    "File.WriteAllText": .fileWritten, "File.WriteAllTextAsync": .fileWritten,
    "Process.Start": .processForked, "Task.Delay": .slept, "Task.Run": .threadStarted,
    "Thread.Sleep": .slept, "Task.Factory.StartNew": .threadStarted,
  ]

  /// Members of libraries that give a value of their type argument, or a promise of one.
  static let typedResults: Set<String> = [
    "As", "Cast", "CreateInstance", "Deserialize", "DeserializeObject", "For", "Get",
    "GetRequiredKeyedService", "GetRequiredService", "GetService", "GetValue", "GetCustomAttribute",
    "Map", "Of", "OfType", "Resolve", "Create", "Build", "Freeze", "DeserializeAsync",
    "ReadFromJsonAsync", "GetFromJsonAsync", "Set", "Bind", "ReadAs", "ReadAsAsync",
  ]

  /// What members of collections, queries, tasks and options give.
  static let results: [(String, ExternalResult)] = [
    (
      "AsQueryable AsEnumerable AsReadOnly ToList ToArray ToHashSet Distinct Skip Take Reverse "
        + "AsNoTracking AsNoTrackingWithIdentityResolution AsSplitQuery IgnoreQueryFilters Append "
        + "Prepend Concat Union Except Intersect DefaultIfEmpty ConfigureAwait GetAwaiter Clone "
        + "AsSpan ToImmutableArray ToImmutableList ToFrozenSet Slice TakeLast SkipLast OfType Cast "
        + "AsTracking AsParallel TagWith GetEnumerator WithCancellation GetRange FromSqlRaw "
        + "FromSqlInterpolated Order OrderDescending", .same
    ),
    (
      "ElementAt ElementAtOrDefault Find Peek Dequeue Pop GetResult Current Result this[] "
        + "CurrentValue Object GetValueOrDefault Entity Min Max Target", .element
    ),
    (
      "First FirstOrDefault Single SingleOrDefault Last LastOrDefault FirstOrNull MinBy MaxBy",
      .handsElementAndElement
    ),
    ("ToListAsync ToArrayAsync ToHashSetAsync", .pendingSame),
    (
      "FirstAsync FirstOrDefaultAsync SingleAsync SingleOrDefaultAsync LastAsync FindAsync "
        + "LastOrDefaultAsync ElementAtAsync", .pendingElement
    ),
    ("Keys", .keys), ("Values", .values), ("Key", .entryKey), ("Value", .entryValue),
    (
      "ForEach Select SelectMany Any All Count Sum Average Aggregate RemoveAll GroupBy "
        + "ToDictionary ToLookup Exists AnyAsync AllAsync CountAsync SumAsync Zip ContinueWith Setup "
        + "Returns Property HasOne HasMany HasKey OwnsOne OwnsMany HasIndex Ignore RuleFor ForMember "
        + "Configure TrueForAll LongCount FindIndex ToDictionaryAsync Verify MaxAsync MinAsync Join "
        + "GroupJoin", .handsElement
    ),
    (
      "Where OrderBy OrderByDescending ThenBy ThenByDescending TakeWhile SkipWhile DistinctBy "
        + "Include FindAll ExceptBy UnionBy", .handsElementAndSame
    ),
  ]
}
