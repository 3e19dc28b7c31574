internal import Basics
internal import Evaluation
internal import Reports

/// Files of partitions: documents, and tables of rows `path<TAB>service`.
enum PartitionFile {
  /// Either of them, told by its first character; `-` is standard input.
  static func read(_ path: String) throws -> PartitionMatch.Side {
    let bytes = try content(path)
    let isDocument = bytes.first { !isSpace($0) } == UInt8(ascii: "{")
    let rows: ReferenceDecomposition
    if isDocument {
      rows = ReferenceDecomposition(try DocumentCoder.decode(bytes))
    } else {
      rows = try table(bytes, path)
    }
    return PartitionMatch.Side(
      name: path == "-" ? "standard input" : path, isDocument: isDocument, rows: rows)
  }

  /// A table alone.
  static func table(_ path: String) throws -> ReferenceDecomposition {
    try table(try content(path), path)
  }

  private static func content(_ path: String) throws -> [UInt8] {
    if path == "-" { return try Input.read() }
    let name = Array(path.utf8)
    if (try? FileSystem.status(name, followsLinks: true))?.kind == .folder {
      throw UsageError(
        """
        "\(path)" is a folder: name a document, which \
        "cleave analyze \(path) --format json -o FILE" writes, or a table of rows path<TAB>service
        """)
    }
    do throws(FileError) { return try FileSystem.read(name) } catch {
      throw UsageError(error.description)
    }
  }

  private static func table(_ bytes: [UInt8], _ path: String) throws -> ReferenceDecomposition {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw UsageError("\"\(path)\" is not UTF-8")
    }
    do throws(ReferenceError) { return try ReferenceDecomposition(text) } catch {
      throw UsageError("\(path): \(error)")
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    [UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t")].contains(byte)
  }
}
