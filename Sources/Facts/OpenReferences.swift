package import Basics

/// References that lead nowhere, by what the source leaves open.
package struct OpenReferences: Sendable, Hashable {
  /// What is not known.
  package enum Cause: UInt8, Sendable, CaseIterable {
    /// The value, whose member is used, is of a type that the source does not say.
    case receiver
    /// The name is declared nowhere.
    case name
    /// The type is known, and neither it nor what it is derived from has the member.
    case member
    /// Several declarations fit equally well.
    case choice

    /// The words of reports.
    package var words: String {
      switch self {
      case .receiver: "value of unknown type"
      case .name: "name without declaration"
      case .member: "member without declaration"
      case .choice: "several declarations that fit"
      }
    }
  }

  private var counts = [UInt32](repeating: 0, count: Cause.allCases.count)

  package init() {}

  package subscript(cause: Cause) -> UInt32 {
    get { counts[Int(cause.rawValue)] }
    set { counts[Int(cause.rawValue)] = newValue }
  }
}

extension OpenReferences: ByteCodable {
  package static var leastSize: Int { Cause.allCases.count }

  package func encode(to writer: inout ByteWriter) {
    for cause in Cause.allCases { writer.write(self[cause]) }
  }

  package init(from reader: inout ByteReader) throws(ByteReaderError) {
    for cause in Cause.allCases { self[cause] = try reader.readUInt32() }
  }
}
