internal import Facts

/// Names that Kotlin's language and its standard library give a meaning.
enum KotlinNames: NameLists {
  static let invoke = NameKey("invoke")
  static let anything = NameKey("Any")

  /// Functions that give what the function gives which is handed to them.
  static let givesResult = words(
    """
    let run with use lazy remember rememberSaveable runBlocking withContext coroutineScope \
    supervisorScope synchronized withLock withTimeout withTimeoutOrNull runInterruptible \
    derivedStateOf produceState measureTimedValue useLines buildString async
    """)

  /// Functions that give the value that they are called on.
  static let givesItself = words("also apply takeIf takeUnless onEach onSuccess onFailure")

  /// Functions that hand the value that they are called on to a function.
  static let handsItself = words("let also takeIf takeUnless use")

  /// Functions that call a function as if it were a member of the value that they are called on.
  static let handsReceiver = words("run apply")

  /// Functions that make something which holds what they are given.
  static let makers = words(
    """
    arrayListOf arrayOf emptyList emptySequence emptySet emptyFlow flowOf hashSetOf linkedSetOf \
    listOf listOfNotNull mutableListOf mutableSetOf mutableStateListOf mutableStateOf \
    MutableLiveData MutableSharedFlow MutableStateFlow sequenceOf setOf sortedSetOf ArrayList \
    HashSet LinkedHashSet persistentListOf persistentSetOf flow channelFlow AtomicReference
    """)

  static let mapMakers = words(
    "emptyMap hashMapOf linkedMapOf mapOf mutableMapOf persistentMapOf HashMap LinkedHashMap")

  /// What holds a value that `by` takes out of it.
  static let holders = words(
    "mutableStateOf MutableStateFlow collectAsState collectAsStateWithLifecycle")

  /// Functions that give back what they are given.
  static let checks = words("checkNotNull requireNotNull")

  /// Functions that find something by the type that is written as their argument.
  static let lookups = words(
    """
    get getAll getOrNull inject injectOrNull viewModel activityViewModel koinViewModel koinInject \
    viewModels activityViewModels mock mockk spy spyk fake getBean getKoin instance provider \
    readValue decodeFromString fromJson receive body parametersOf create anyNotNull any eq
    """)

  /// Functions that make a collection which changes.
  static let mutableMakers = words(
    """
    mutableListOf mutableMapOf mutableSetOf arrayListOf hashMapOf hashSetOf linkedMapOf \
    linkedSetOf sortedMapOf sortedSetOf MutableStateFlow MutableSharedFlow MutableLiveData \
    mutableStateOf mutableStateListOf mutableStateMapOf AtomicBoolean AtomicInt AtomicLong \
    Channel Mutex
    """)

  /// Types that every file sees.
  private static let types = words(
    """
    Any Annotation Array Boolean BooleanArray Byte ByteArray Char CharArray CharSequence Cloneable \
    Collection Comparable Comparator Deprecated DeprecationLevel Double DoubleArray Enum Float \
    FloatArray Function HashMap HashSet Int IntArray IntProgression IntRange Iterable Iterator \
    JvmField JvmInline JvmName JvmOverloads JvmStatic JvmSuppressWildcards JvmWildcard Lazy \
    LinkedHashMap LinkedHashSet List ListIterator Long LongArray LongRange Map MatchResult \
    MutableCollection MutableIterable MutableIterator MutableList MutableMap MutableSet Nothing \
    Number NumberFormatException OptIn Pair PublishedApi RandomAccess ReplaceWith Regex \
    RegexOption RequiresOptIn Result Sequence Set Short ShortArray String StringBuilder Suppress \
    Synchronized Target Throws Transient Triple UByte UByteArray UInt UIntArray ULong ULongArray \
    UShort Unit UnsafeVariance Volatile ArrayList ArrayDeque AssertionError BuilderInference \
    CharRange ClosedRange CancellationException ConcurrentModificationException DslMarker \
    ExperimentalStdlibApi ExperimentalUnsignedTypes IndexedValue KotlinVersion Metadata \
    MustBeDocumented NoSuchElementException Repeatable Retention SinceKotlin Strictfp Typography \
    UninitializedPropertyAccessException NotImplementedError SubclassOptInRequired Charsets \
    AnnotationTarget AnnotationRetention R BuildConfig dynamic JvmDefault JvmMultifileClass \
    JvmRecord PurelyImplements func Class
    """)

  /// Functions that every file sees.
  private static let functions = words(
    """
    also apply arrayListOf arrayOf arrayOfNulls assert booleanArrayOf buildList buildMap buildSet \
    buildString byteArrayOf charArrayOf check checkNotNull compareBy compareByDescending \
    compareValues compareValuesBy contentEquals doubleArrayOf emptyArray emptyList emptyMap \
    emptySequence emptySet enumValueOf enumValues enumEntries error floatArrayOf generateSequence \
    hashMapOf hashSetOf intArrayOf iterator lazy lazyOf let linkedMapOf linkedSetOf listOf \
    listOfNotNull longArrayOf mapOf maxOf minOf mutableListOf mutableMapOf mutableSetOf \
    naturalOrder nullsFirst nullsLast print println readLine readln repeat require requireNotNull \
    reverseOrder run runCatching sequence sequenceOf setOf setOfNotNull shortArrayOf sortedMapOf \
    sortedSetOf suspend synchronized takeIf takeUnless thenBy to TODO ubyteArrayOf uintArrayOf \
    ulongArrayOf use with Char suspendCoroutine
    """)

  /// Members that every value, data class, enumeration or function has, and extensions that the
  /// library adds to everything.
  private static let members = words(
    """
    equals hashCode toString name ordinal entries values valueOf copy component1 component2 \
    component3 component4 component5 component6 component7 component8 component9 let also apply \
    run takeIf takeUnless to javaClass java kotlin simpleName qualifiedName invoke isInitialized \
    getClass class runCatching constructors compareTo rangeTo wait notify notifyAll declaringClass \
    declaringJavaClass toUri call
    """)

  static let implicitTypeKeys: Set<NameKey> = Set(
    (Array(types) + Array(JavaNames.implicitTypes)).map { NameKey($0) })
  static let implicitFunctionKeys = Set(functions.map { NameKey($0) })
  static let implicitMemberKeys = Set(members.map { NameKey($0) })
  static let libraryRoots = Set(
    [
      "java", "javax", "jakarta", "org", "com", "io", "net", "kotlin", "kotlinx", "android",
      "androidx",
    ]
    .map { NameKey($0) })

  /// Types that the build makes in the project's own packages.
  static let generatedKeys = Set(["R", "BuildConfig"].map { NameKey($0) })
}

extension KotlinNames {
  /// What members of collections, sequences, flows and results give.
  private static let results: [(String, ExternalResult)] = [
    (
      "asSequence asIterable asFlow asReversed asStateFlow asSharedFlow asLiveData distinct drop "
        + "dropLast filterNotNull iterator listIterator orEmpty plus minus reversed shuffled sorted "
        + "sortedDescending subList take takeLast toList toMutableList toSet toMutableSet "
        + "toTypedArray toHashSet toCollection flowOn distinctUntilChanged conflate buffer cancellable "
        + "union intersect subtract onStart stateIn shareIn toSortedSet toPersistentList "
        + "toImmutableList stream parallelStream findFirst findAny", .same
    ),
    (
      "get getOrNull first firstOrNull last lastOrNull single singleOrNull elementAt elementAtOrNull "
        + "find findLast random randomOrNull max maxOrNull min minOrNull maxBy maxByOrNull minBy "
        + "minByOrNull value getValue await getOrThrow getOrElse getOrDefault getCompleted next "
        + "previous poll peek pop removeAt removeFirst removeLast removeFirstOrNull "
        + "removeLastOrNull receive orElse orElseThrow orElseGet element take() awaitItem "
        + "expectMostRecentItem reduce getAndSet updateAndGet getAndUpdate call", .element
    ),
    ("keys", .keys), ("values", .values), ("entries", .entries),
    ("key component1", .entryKey), ("component2", .entryValue),
    (
      "forEach map mapNotNull mapTo flatMap any all none count sumOf associate associateBy "
        + "associateWith groupBy partition maxOf minOf joinToString collect collectLatest "
        + "mapLatest flatMapLatest transform update forEachOrdered removeIf removeAll retainAll "
        + "indexOfFirst indexOfLast fold getAndUpdate updateAndGet ifPresent observe flatMapConcat "
        + "flatMapMerge maxOfOrNull minOfOrNull sumBy firstNotNullOf firstNotNullOfOrNull mapKeys "
        + "mapValues zipWithNext", .handsElement
    ),
    (
      "filter filterNot filterTo sortedBy sortedByDescending distinctBy onEach takeWhile dropWhile "
        + "takeLastWhile dropLastWhile onSuccess sortBy", .handsElementAndSame
    ),
  ]

  static let resultKeys = ExternalResult.table(of: results)
}
