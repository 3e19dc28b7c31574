internal import Basics

/// A name, or a dotted name, as 64 bits: names of different files can be compared without a table
/// that they share.
///
/// A key of two names is made from the keys of both, so that `a.b` can be found from `a` and `b`.
/// Two names with one key would be taken for each other; among a million names that is as likely as
/// one in ten million.
struct NameKey: Sendable, Hashable, Comparable {
  let value: UInt64

  /// The empty dotted name.
  static let root = NameKey(value: 0x9e37_79b9_7f4a_7c15)

  init(value: UInt64) { self.value = value }

  /// The key of a single name.
  init(_ name: String) { value = Digest(of: name).low }

  /// The key of a name whose parts are separated by dots.
  init(dotted name: String) { self = Self.parts(name).reduce(.root) { $0.appending($1) } }

  /// The keys of the parts of a name.
  static func parts(_ name: String, separator: Character = ".") -> [NameKey] {
    name.utf8.split(separator: separator.asciiValue ?? 0).map { NameKey(utf8: $0) }
  }

  private init(utf8 name: Substring.UTF8View) {
    let digest = name.withContiguousStorageIfAvailable { Digest(of: UnsafeRawBufferPointer($0)) }
    value = (digest ?? Digest(of: Array(name))).low
  }

  func appending(_ name: NameKey) -> NameKey {
    var mixed = (value ^ name.value &* 0xff51_afd7_ed55_8ccd) &+ 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ mixed >> 32) &* 0xc4ce_b9fe_1a85_ec53
    return NameKey(value: mixed ^ mixed >> 29)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }

  static func < (a: NameKey, b: NameKey) -> Bool { a.value < b.value }
}
