internal import Basics
internal import FrontEnd

/// A source as the parser should see it: UTF-8 without zero bytes, line for line.
struct SourceText: Sendable {
  var bytes: [UInt8]
  /// How the file stands on the disk.
  var encoding: TextEncoding

  /// Judges by the first 64 KB and converts; nil for binary content.
  init?(_ original: [UInt8]) {
    encoding = TextEncoding(head: original.prefix(1 << 16))
    if encoding == .bytes, original.withUnsafeBytes({ $0.contains(0) }) { encoding = .withZeros }
    switch encoding {
    case .bytes: bytes = original
    case .withZeros: bytes = original.map { $0 == 0 ? 0x20 : $0 }
    case .utf16LittleEndian: bytes = Self.decode(original, low: 0, high: 1)
    case .utf16BigEndian: bytes = Self.decode(original, low: 1, high: 0)
    case .binary: return nil
    }
  }

  private static func decode(_ bytes: [UInt8], low: Int, high: Int) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 0, to: bytes.count - 1, by: 2) {
      units.append(UInt16(bytes[index + low]) | UInt16(bytes[index + high]) << 8)
    }
    if units.first == 0xfeff { units.removeFirst() }
    let text = Array(String(decoding: units, as: UTF16.self).utf8)
    return text.contains(0) ? text.map { $0 == 0 ? 0x20 : $0 } : text
  }
}

/// What a scan of a file keeps of it.
struct ScannedSource: Sendable {
  var directives: [IncludeDirective] = []
  var encoding: TextEncoding = .bytes
  var isReadable = true

  /// Larger files are data; their includes are not followed.
  static let sizeLimit = 64 << 20

  /// Of a text that is not on the disk.
  init(text: [UInt8]) { directives = IncludeScanner.scan(text) }

  init(path: [UInt8]) {
    guard let bytes = try? FileSystem.read(path, limit: Self.sizeLimit),
      let text = SourceText(bytes)
    else {
      isReadable = false
      return
    }
    encoding = text.encoding
    directives = IncludeScanner.scan(text.bytes)
  }
}
