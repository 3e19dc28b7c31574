internal import CTreeSitter
#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Why a grammar cannot be used.
package enum GrammarError: Error, Sendable, Equatable, CustomStringConvertible {
  case cannotOpen(path: String, reason: String)
  case lacksSymbol(path: String, symbol: String)
  /// The grammar was made for another version of the runtime.
  case wrongVersion(path: String, version: Int, accepted: ClosedRange<Int>)

  package var description: String {
    switch self {
    case .cannotOpen(let path, let reason):
      "cannot load the grammar '\(path)': \(reason); run Tests/setup, or install it anew"
    case .lacksSymbol(let path, let symbol):
      "'\(path)' lacks '\(symbol)'; install a grammar that was built as a plain shared library"
    case .wrongVersion(let path, let version, let accepted):
      "'\(path)' is of grammar version \(version), the runtime takes \(accepted.lowerBound) to "
        + "\(accepted.upperBound); install another version of the grammar"
    }
  }
}

/// The grammar of one language, loaded from a shared library that stays open.
///
/// Kinds of nodes and fields are numbers that hold for this grammar only.
@safe package final class Grammar: @unchecked Sendable {
  package let path: String
  /// Version of the format of its tables.
  package let version: Int
  let language: OpaquePointer
  private let kinds: [NodeKind]
  private let kindNumbers: [String: [UInt16]]
  private let fieldNumbers: [String: UInt16]

  /// What a number of a node kind stands for.
  package struct NodeKind: Sendable, Equatable {
    package var name: String
    /// A rule of the grammar; others are words and marks of the source text.
    package var isNamed: Bool
  }

  /// Opens the shared library at `path` and takes the grammar that its function `symbol` gives.
  ///
  /// This runs code of the library: `path` must not come from an analysed repository.
  package init(path: String, symbol: String) throws(GrammarError) {
    // Lazily, because libraries out of Python packages also refer to an interpreter.
    guard let handle = unsafe dlopen(path, RTLD_LAZY | RTLD_LOCAL) else {
      let reason = unsafe dlerror().map { unsafe String(cString: $0) } ?? "no reason given"
      throw .cannotOpen(path: path, reason: reason)
    }
    guard let function = unsafe dlsym(handle, symbol) else {
      throw .lacksSymbol(path: path, symbol: symbol)
    }
    typealias Maker = @convention(c) () -> OpaquePointer?
    guard let language = unsafe unsafeBitCast(function, to: Maker.self)() else {
      throw .lacksSymbol(path: path, symbol: symbol)
    }
    let version = Int(unsafe ts_language_version(language))
    guard Self.acceptedVersions.contains(version) else {
      throw .wrongVersion(path: path, version: version, accepted: Self.acceptedVersions)
    }
    self.path = path
    self.version = version
    unsafe self.language = language
    kinds = unsafe Self.kinds(of: language)
    fieldNumbers = unsafe Self.fields(of: language)
    var numbers: [String: [UInt16]] = [:]
    for (number, kind) in kinds.enumerated() {
      numbers[kind.name, default: []].append(UInt16(number))
    }
    kindNumbers = numbers
  }

  package static let acceptedVersions =
    Int(TREE_SITTER_MIN_COMPATIBLE_LANGUAGE_VERSION)...Int(TREE_SITTER_LANGUAGE_VERSION)

  /// Number of kinds; every kind's number is below.
  package var kindCount: Int { kinds.count }

  package func kind(_ number: UInt16) -> NodeKind {
    let index = Int(number)
    return index < kinds.count ? kinds[index] : NodeKind(name: "ERROR", isNamed: true)
  }

  /// Numbers of the kind with this name; a grammar may have several, or none in another version.
  package func numbers(ofKind name: String) -> [UInt16] { kindNumbers[name] ?? [] }

  /// The number of a field, which is never 0; nil if this version of the grammar has none.
  package func number(ofField name: String) -> UInt16? { fieldNumbers[name] }

  /// Number of the kind that stands for text that no rule fits.
  package static let errorKind = UInt16.max

  private static func kinds(of language: OpaquePointer) -> [NodeKind] {
    let count = unsafe ts_language_symbol_count(language)
    return (0..<UInt16(clamping: count)).map { number in
      let name = unsafe ts_language_symbol_name(language, number)
      return NodeKind(
        name: unsafe name.map { unsafe String(cString: $0) } ?? "",
        isNamed: unsafe ts_language_symbol_type(language, number) == TSSymbolTypeRegular)
    }
  }

  private static func fields(of language: OpaquePointer) -> [String: UInt16] {
    let count = unsafe ts_language_field_count(language)
    var numbers: [String: UInt16] = [:]
    for number in stride(from: UInt16(1), through: UInt16(clamping: count), by: 1) {
      guard let name = unsafe ts_language_field_name_for_id(language, number) else { continue }
      numbers[unsafe String(cString: name)] = number
    }
    return numbers
  }
}
