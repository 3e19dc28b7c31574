internal import Facts

/// Names that Scala's language and its standard library give a meaning.
enum ScalaNames: NameLists {
  static let apply = NameKey("apply")
  static let anything: Set<NameKey> = [NameKey("Any"), NameKey("AnyRef"), NameKey("Object")]
  static let root = NameKey("_root_")

  /// Functions and objects that make something which holds what they are given.
  static let makers = words(
    """
    Some Option Seq List Vector Set Array IndexedSeq Iterable Iterator Stream LazyList Future Try \
    Success Queue ListBuffer ArrayBuffer HashSet ListSet SortedSet TreeSet Promise AtomicReference \
    NonEmptyList Buffer Source Form
    """)

  /// Members that make pairs of the elements of two collections or queries.
  static let joiners = words("join joinLeft joinRight joinFull zip")
  static let mapMakers = words("Map HashMap TrieMap ListMap SortedMap TreeMap ConcurrentHashMap")

  /// Types of which the last argument is what they hold, if all is well.
  static let outcomes = words("Either EitherT \\/ \\/- Validation Xor Ior ZIO Disjunction")

  /// Patterns that take the one value out of what holds it.
  static let holders = words("Some Success Right Full Valid JsSuccess")

  /// Functions that find something by the type that is written as their argument.
  private static let lookups = words(
    """
    instanceOf inject as mock spy extract read readAs getInstance validate convertTo parse \
    fromJson implicitly summon expectMsgType expectNoMessage actorOf getAs mapTo any
    """)

  /// Functions that hand their first argument to a function in the next list.
  static let handsArgument = words("using defining resource withResource")

  /// Objects and types whose values change.
  static let mutableMakers = words(
    """
    ListBuffer ArrayBuffer TrieMap AtomicReference AtomicInteger AtomicLong AtomicBoolean Promise \
    StringBuilder TMap
    """)

  /// Types that stand for a table, with its name as an argument.
  static let tables = words("Table")

  /// What strings begin with that the library gives a meaning.
  static let interpolators = words("s f raw")

  static let comparisons = words("== != <= >= === =!= ==== !== /==")

  /// Operators that are almost always those of numbers, truth values and collections.
  static let operators = words(
    """
    + - * / % & | ^ < > <= >= == != && || ++ :+ -> << >> >>> :: ::: +: ++: --
    """)

  /// Types that every file sees.
  private static let types = words(
    """
    Any AnyRef AnyVal App Array ArrowAssoc BigDecimal BigInt Boolean Byte Char Class Console \
    DelayedInit Double Dynamic Either Equals Equiv Float Fractional Function Function0 Function1 \
    Function2 Function3 IndexedSeq Int Integral Iterable Iterator LazyList Left List Long Map \
    Manifest ClassManifest Nil None Nothing Null Numeric Option Ordered Ordering PartialFunction \
    PartialOrdering Predef Product Product1 Product2 Proxy Range Right Seq Serializable Set Short \
    Singleton Some Specializable Stream String StringBuilder StringContext Symbol Throwable \
    Traversable TraversableOnce Tuple1 Tuple2 Tuple3 Tuple4 Tuple5 Unit Vector cloneable deprecated \
    inline native noinline remote specialized throws transient unchecked volatile main tailrec \
    () func switch varargs Conversion Matchable CanEqual Tuple Mirror nowarn targetName
    """)

  /// Functions and values that every file sees.
  private static let functions = words(
    """
    println print printf assert assume require ensuring identity implicitly locally classOf valueOf \
    summon ??? augmentString wrapString any2stringadd int2Integer long2Long true false Nil None Left \
    Right Some Option Seq List Map Set Vector Array Range Ordering Predef String BigDecimal BigInt \
    StringContext Tuple2 sys math collection concurrent synchronized throw error exit charWrapper intWrapper readLine breakOut
    """)

  /// Members that every value has.
  private static let members = words(
    """
    equals hashCode toString getClass eq ne asInstanceOf isInstanceOf synchronized wait notify \
    notifyAll == != ## clone finalize copy productIterator productElement productArity \
    productPrefix canEqual unapply apply curried unapplySeq ensuring formatted -> → ordinal \
    values valueOf fromOrdinal type nn value withName maxId update must should mustEqual mustBe \
    must_== must_!= mustNotEqual shouldBe shouldEqual shouldNot mustNot aka like which asScala \
    asJava toScala toJava in when that ignore cannot can \
    isDefined isEmpty nonEmpty mkString size length toMap toString tap pipe inspectBetween === !== some asRight asLeft valid pure |> mapN tupled void as
    """)

  static let implicitTypeKeys: Set<NameKey> = Set(
    (Array(types) + Array(JavaNames.implicitTypes)).map { NameKey($0) }
      + (4...22).flatMap { [NameKey("Function\($0)"), NameKey("Tuple\($0)")] })
  static let lookupKeys = Set(lookups.map { NameKey($0) })
  static let implicitFunctionKeys = Set(functions.map { NameKey($0) })
  static let implicitMemberKeys = Set(members.map { NameKey($0) })
  static let libraryRoots = Set(
    words("java javax jakarta org com io net scala scalaz cats akka sun").map { NameKey($0) })
}

extension ScalaNames {
  /// What members of collections, options, futures and results give.
  private static let results: [(String, ExternalResult)] = [
    (
      "toSeq toList toSet toVector toIndexedSeq toIterable toArray toBuffer toStream toOption iterator "
        + "reverse sorted distinct tail init take drop takeRight dropRight slice orElse par seq view "
        + "force asScala asJava updated appended prepended filterKeys :+ +: ++ + - recover result "
        + "headOption lastOption find minOption maxOption reduceOption some toIterator transform "
        + "future recoverWith intersect diff union padTo andThen concat bindFromRequest fill "
        + "bind discardingErrors withError withGlobalError rightMap leftMap swap firstOption list",
      .same
    ),
    (
      "head last get apply getOrElse min max maxBy minBy reduce reduceLeft reduceRight sum product next "
        + "value dequeue pop remove orNull getOrThrow futureValue await elementAt poll peek "
        + "valueOr", .element
    ),
    ("keys keySet keysIterator", .keys), ("values valuesIterator", .values),
    (
      "foreach fold map flatMap exists forall count collect collectFirst groupBy foldLeft indexWhere "
        + "mapValues onComplete zipWithIndex sumBy traverse mapConcat mapAsync runForeach subflatMap "
        + "semiflatMap contains foldMap countBy", .handsElement
    ),
    (
      "filter filterNot withFilter sortBy sortWith takeWhile dropWhile distinctBy partition span "
        + "tapEach groupMap on", .handsElementAndSame
    ),
    ("_1", .part(0)), ("_2", .part(1)), ("_3", .part(2)), ("_4", .part(3)), ("_5", .part(4)),
  ]

  static let resultKeys = ExternalResult.table(of: results)
}
