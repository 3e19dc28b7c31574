/// Names that Swift's language and its standard library give a meaning.
enum SwiftNames: NameLists {
  /// Functions that make a sequence of what the closure gives.
  static let mapping = words("map compactMap mapValues concurrentMap")

  /// Functions that give what the closure gives which is handed to them.
  static let givesResult = words(
    """
    flatMap withLock sync withTaskGroup withThrowingTaskGroup withCheckedContinuation \
    withCheckedThrowingContinuation withUnsafeBytes withUnsafeMutableBytes withUnsafePointer \
    withUnsafeMutablePointer withUnsafeBufferPointer withExtendedLifetime withAnimation \
    withLockedValue withLockVoid autoreleasepool perform run performAndWait read write
    """)

  /// Functions that give what they are given first.
  static let givesArgument = words(
    """
    Array Set ArraySlice ContiguousArray AnySequence AnyCollection Optional min max abs \
    XCTUnwrap type unsafeDowncast ObservedObject StateObject State Published Binding
    """)

  /// Functions of libraries that give a value of the type that they are told first.
  static let givesType = words(
    "decode decodeIfPresent content object get resolve value fetch load instance nestedContainer")

  /// Functions whose closure gets two elements.
  static let handsPairs = words(
    "sorted sort max min elementsEqual starts lexicographicallyPrecedes isLess")

  static let operators = words(
    """
    + - * / % == != < > <= >= === !== && || ?? ... ..< & | ^ << >> &+ &- &* &<< &>> ~= ~ ! += -= \
    *= /= %= |= &= ^= <<= >>= .== .!=
    """)

  /// Attributes of the compiler, which name no type.
  static let attributes = words(
    """
    available discardableResult escaping autoclosure main testable objc objcMembers nonobjc \
    inlinable usableFromInline frozen unchecked Sendable sendable preconcurrency unknown inline \
    convention dynamicCallable dynamicMemberLookup propertyWrapper resultBuilder globalActor \
    attached freestanding implementation retroactive NSCopying NSManaged IBOutlet IBAction \
    IBInspectable IBDesignable IBSegueAction NSApplicationMain UIApplicationMain warn_unqualified_access \
    GKInspectable requires_stored_property_inits backDeployed isolated unsafe safe concurrent \
    nonexhaustive abi export specialized lifetime _spi _exported _implementationOnly \
    _alwaysEmitIntoClient _disfavoredOverload _transparent _cdecl _silgen_name _optimize _semantics \
    _specialize _unsafeInheritExecutor _documentation _originallyDefinedIn _eagerMove _nonSendable \
    _marker _unavailableFromAsync _inheritActorContext _implicitSelfCapture _staticInitializeObjCMetadata \
    _hasMissingDesignatedInitializers _fixed_layout _effects _dynamicReplacement _extern _rawLayout
    """)

  /// Those that say nothing to readers of a program.
  static let markers = words(
    """
    discardableResult escaping autoclosure testable inlinable usableFromInline frozen unchecked \
    Sendable sendable preconcurrency unknown inline convention retroactive available
    """)

  /// Types and protocols that every file sees.
  private static let types = words(
    """
    Any AnyObject AnyClass AnyHashable AnySequence AnyCollection AnyIterator AnyKeyPath Array \
    ArraySlice AsyncIteratorProtocol AsyncSequence AsyncStream AsyncThrowingStream Actor \
    BidirectionalCollection Bool CaseIterable Character ClosedRange Clock Codable CodingKey \
    Collection CollectionDifference Comparable ContiguousArray ContiguousClock Copyable Escapable \
    CustomDebugStringConvertible CustomReflectable CustomStringConvertible CVarArg Decodable \
    DecodingError Decoder Dictionary Double Duration Encodable EncodingError Encoder \
    Equatable Error ExpressibleByArrayLiteral ExpressibleByBooleanLiteral \
    ExpressibleByDictionaryLiteral ExpressibleByFloatLiteral ExpressibleByIntegerLiteral \
    ExpressibleByNilLiteral ExpressibleByStringInterpolation ExpressibleByStringLiteral \
    ExpressibleByUnicodeScalarLiteral ExpressibleByExtendedGraphemeClusterLiteral \
    BinaryFloatingPoint BinaryInteger FixedWidthInteger Float Float16 Float80 FloatingPoint \
    Hashable Hasher Identifiable Int Int8 Int16 Int32 Int64 Int128 InstantProtocol \
    IteratorProtocol KeyPath KeyedDecodingContainer KeyedEncodingContainer KeyValuePairs \
    LazyCollection LazySequence LosslessStringConvertible MainActor ManagedBuffer \
    MutableCollection Mirror MemoryLayout Never Numeric ObjectIdentifier OpaquePointer Optional \
    OptionSet OSStatus PartialKeyPath PartialRangeFrom PartialRangeThrough PartialRangeUpTo Range \
    RandomAccessCollection RandomNumberGenerator RangeExpression RangeReplaceableCollection \
    RawRepresentable ReferenceWritableKeyPath Regex RegexComponent Result Sendable Sequence Set \
    SetAlgebra SIMD2 SIMD3 SIMD4 SignedInteger SignedNumeric SingleValueDecodingContainer \
    SingleValueEncodingContainer SIMD StaticString Strideable String StringInterpolationProtocol \
    StringProtocol Substring SystemRandomNumberGenerator Task TaskGroup TaskLocal TaskPriority \
    TextOutputStream TextOutputStreamable ThrowingTaskGroup DiscardingTaskGroup UInt UInt8 UInt16 \
    UInt32 UInt64 UInt128 UnboundedRange Unicode UnkeyedDecodingContainer UnkeyedEncodingContainer \
    Unmanaged UnsafeBufferPointer UnsafeMutableBufferPointer UnsafeMutablePointer \
    UnsafeMutableRawBufferPointer UnsafeMutableRawPointer UnsafePointer UnsafeRawBufferPointer \
    UnsafeRawPointer UnsignedInteger UTF8 UTF16 Void WritableKeyPath CancellationError \
    CheckedContinuation UnsafeContinuation SuspendingClock GlobalActor Executor SerialExecutor \
    UnownedSerialExecutor CommandLine DefaultIndices EmptyCollection CollectionOfOne Repeated Slice \
    Zip2Sequence StrideTo StrideThrough CustomPlaygroundDisplayConvertible func Span InlineArray \
    RawSpan MutableSpan
    """)

  /// Functions that every file sees.
  private static let functions = words(
    """
    abs assert assertionFailure debugPrint dump fatalError getVaList isKnownUniquelyReferenced max \
    min numericCast precondition preconditionFailure print readLine repeatElement sequence stride \
    swap transcode type unsafeBitCast unsafeDowncast withExtendedLifetime withUnsafeBytes \
    withUnsafeMutableBytes withUnsafeMutablePointer withUnsafePointer withVaList zip withTaskGroup \
    withThrowingTaskGroup withDiscardingTaskGroup withThrowingDiscardingTaskGroup \
    withTaskCancellationHandler withCheckedContinuation withCheckedThrowingContinuation \
    withUnsafeContinuation withUnsafeThrowingContinuation withoutActuallyEscaping exit file fileID \
    line function column filePath dsohandle selector isolation externalMacro defer nil \
    withUnsafeTemporaryAllocation extractIsolation colorLiteral imageLiteral available keyPath \
    _stdlib_isOSVersionAtLeast oldValue newValue error _isDebugAssertConfiguration
    """)

  /// Members that every value or many types of the library have.
  private static let members = words(
    """
    self hashValue rawValue allCases id description debugDescription localizedDescription hash \
    isEqual copy mutableCopy perform encode init
    """)

  /// Members that take an element of the collection, or a set like the one that has them.
  static let takingKeys = Set(
    words(
      """
      contains insert remove append firstIndex lastIndex union formUnion intersection \
      formIntersection subtract subtracting symmetricDifference isSuperset isSubset isDisjoint \
      update prepend push split
      """
    ).map { NameKey($0) })

  /// Members of the library's own that extensions of a project often have as well.
  static let commonKeys = Set(
    words(
      """
      contains insert remove append isEmpty count first last map compactMap flatMap filter split \
      joined prefix suffix hasPrefix hasSuffix index firstIndex lastIndex formUnion union next \
      reduce sorted sort reversed removeAll removeFirst removeLast popLast dropFirst dropLast \
      forEach allSatisfy min max starts enumerated description hash write read load store update \
      get set value values key keys subscript replacing trimming distance advanced init capacity \
      reserveCapacity replaceSubrange firstRange ranges range indices startIndex endIndex name \
      path id text data string encode decode encoded decoded
      """
    ).map { NameKey($0) })

  static let typeKeys = Set(types.map { NameKey($0) })
  static let functionKeys = Set(functions.map { NameKey($0) })
  static let memberKeys = Set(members.map { NameKey($0) })

  /// Types of libraries that nothing else is derived from.
  static let finalKeys = Set(
    words(
      """
      Array Bool Character ClosedRange CharacterSet Data Date DateComponents DateInterval Decimal \
      Dictionary Double Duration Float Int Int8 Int16 Int32 Int64 Locale Range Set String Substring \
      TimeInterval UInt UInt8 UInt16 UInt32 UInt64 URL URLComponents URLRequest UUID Void func
      """
    ).map { NameKey($0) })

  /// The full name of an initialiser: `init(id:_:)`.
  static func initializer(_ labels: [String?]) -> String {
    "init(" + labels.map { ($0 ?? "_") + ":" }.joined() + ")"
  }

  static let typeNames = types
}

extension SwiftNames {
  /// What members of collections, tasks and wrappers of the library give.
  private static let results: [(String, ExternalResult)] = [
    (
      "lazy dropLast reversed shuffled prefix suffix sorted makeIterator unsorted joined union "
        + "intersection subtracting symmetricDifference elements makeAsyncIterator projectedValue "
        + "publisher eraseToAnyPublisher receive removeDuplicates debounce throttle subscribe "
        + "share merging appending unique uniqued compacted async chunked", .same
    ),
    (
      "last randomElement popLast popFirst removeFirst removeLast remove next subscript wrappedValue "
        + "pointee get wait value element baseAddress load current withLock update", .element
    ),
    ("keys", .keys), ("values", .values),
    ("key 0 offset", .entryKey), ("1", .entryValue),
    (
      "forEach map compactMap flatMap mapValues contains allSatisfy removeAll firstIndex lastIndex "
        + "sink reduce partition concurrentMap onChange onReceive count", .handsElement
    ),
    ("filter sort dropFirst drop onDelete", .handsElementAndSame),
    ("first min max", .handsElementAndElement),
  ]

  static let resultKeys = ExternalResult.table(of: results)
}
