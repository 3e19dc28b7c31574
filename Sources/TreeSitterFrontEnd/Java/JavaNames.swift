/// Names that Java's language and its standard library give a meaning.
enum JavaNames {
  /// Types whose objects change; a static field that holds one is state, final or not.
  static let mutableTypes: Set<String> = [
    "ArrayBlockingQueue", "ArrayDeque", "ArrayList", "AtomicBoolean", "AtomicInteger",
    "AtomicLong", "AtomicReference", "BitSet", "ConcurrentHashMap", "ConcurrentLinkedDeque",
    "ConcurrentLinkedQueue", "ConcurrentSkipListMap", "CopyOnWriteArrayList",
    "CopyOnWriteArraySet", "HashMap", "HashSet", "Hashtable", "IdentityHashMap",
    "LinkedBlockingDeque",
    "LinkedBlockingQueue", "LinkedHashMap", "LinkedHashSet", "LinkedList", "LongAdder",
    "PriorityBlockingQueue", "PriorityQueue", "Properties", "Stack", "StringBuffer",
    "StringBuilder", "ThreadLocal", "TreeMap", "TreeSet", "Vector", "WeakHashMap",
  ]

  /// Types that are known without an import, and those of the language itself.
  static let implicitTypes: Set<String> = Set(
    """
    AbstractMethodError Appendable ArithmeticException ArrayIndexOutOfBoundsException \
    ArrayStoreException AssertionError AutoCloseable Boolean BootstrapMethodError Byte CharSequence \
    Character Class ClassCastException ClassCircularityError ClassFormatError ClassLoader \
    ClassNotFoundException ClassValue CloneNotSupportedException Cloneable Comparable Deprecated \
    Double Enum EnumConstantNotPresentException Error Exception ExceptionInInitializerError Float \
    FunctionalInterface IllegalAccessError IllegalAccessException IllegalArgumentException \
    IllegalCallerException IllegalMonitorStateException IllegalStateException \
    IllegalThreadStateException IncompatibleClassChangeError IndexOutOfBoundsException \
    InheritableThreadLocal InstantiationError InstantiationException Integer InternalError \
    InterruptedException Iterable LayerInstantiationException LinkageError Long MatchException Math \
    Module ModuleLayer NegativeArraySizeException NoClassDefFoundError NoSuchFieldError \
    NoSuchFieldException NoSuchMethodError NoSuchMethodException NullPointerException Number \
    NumberFormatException Object OutOfMemoryError Override Package Process ProcessBuilder \
    ProcessHandle Readable Record ReflectiveOperationException Runnable Runtime RuntimeException \
    RuntimePermission SafeVarargs ScopedValue SecurityException SecurityManager Short StackOverflowError \
    StackTraceElement StackWalker StrictMath String StringBuffer StringBuilder \
    StringIndexOutOfBoundsException StringTemplate SuppressWarnings System Thread ThreadDeath \
    ThreadGroup ThreadLocal Throwable TypeNotPresentException UnknownError UnsatisfiedLinkError \
    UnsupportedClassVersionError UnsupportedOperationException VerifyError VirtualMachineError \
    VirtualThread Void WrongThreadException boolean byte char double float int long short
    """.split(separator: " ").map(String.init))

  /// Members that every object, enumeration or record has.
  static let implicitMembers: Set<String> = [
    "clone", "compareTo", "equals", "finalize", "getClass", "getDeclaringClass", "hashCode",
    "length",
    "name", "notify", "notifyAll", "ordinal", "toString", "valueOf", "values", "wait",
  ]

  /// Annotations with which Lombok adds accessors, constructors and builders.
  static let extendingAnnotations: Set<String> = [
    "AllArgsConstructor", "Builder", "CommonsLog", "Data", "Getter", "Log", "Log4j2",
    "NoArgsConstructor",
    "RequiredArgsConstructor", "Setter", "Slf4j", "SuperBuilder", "Value", "With",
  ]

  /// Annotations whose text is SQL.
  static let queryAnnotations: Set<String> = ["Delete", "Insert", "Select", "Update"]

  /// Constructors and static methods by which a process lives on, with the fact that they stand for.
  static let lifetimeTypes: [String: String] = [
    "Thread": "thread-started", "ServerSocket": "socket-listened", "FileWriter": "file-written",
    "FileOutputStream": "file-written", "RandomAccessFile": "file-written", "Timer": "timer-armed",
  ]
}

extension JavaNames {
  /// What members of collections, streams, optionals and futures give.
  static let results: [(String, ExternalResult)] = [
    (
      "stream parallelStream sequential parallel distinct limit skip iterator listIterator spliterator "
        + "subList reversed descendingIterator descendingSet toList unordered findFirst findAny min "
        + "max or headSet tailSet headMap tailMap descendingMap", .same
    ),
    (
      "get getOne orElse orElseThrow orElseGet next previous getFirst getLast first last poll pollFirst "
        + "pollLast peekFirst peekLast pop element take takeFirst takeLast join getOrDefault "
        + "elementAt firstElement lastElement removeFirst removeLast getBody getIfAvailable "
        + "ceiling floor higher lower resultNow", .element
    ),
    ("keySet navigableKeySet descendingKeySet", .keys),
    ("values", .values), ("entrySet", .entries), ("getKey", .entryKey), ("getValue", .entryValue),
    (
      "forEach forEachOrdered map mapToInt mapToLong mapToDouble mapToObj flatMap anyMatch allMatch "
        + "noneMatch removeIf ifPresent ifPresentOrElse thenAccept thenApply thenCompose",
      .handsElement
    ),
    ("filter peek sorted takeWhile dropWhile", .handsElementAndSame),
  ]
}
