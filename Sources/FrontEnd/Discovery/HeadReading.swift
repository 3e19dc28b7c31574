internal import Basics

/// The heads of all files that a front end may read, several at a time.
struct HeadReading: Sendable {
  /// One a file; nil where it is not wanted or could not be read.
  var heads: [SourceHead?]
  var problems: [Diagnostic]

  static func read(_ files: [FoundFile], root: [UInt8]) -> HeadReading {
    let results = files.concurrentMap(chunk: 512) { file in
      file.naming.isReadable ? readOne(file, root) : nil
    }
    return HeadReading(
      heads: results.map { try? $0?.get() },
      problems: zip(files, results).compactMap { file, result in
        guard case .failure(let error) = result else { return nil }
        return Diagnostic(
          .error, "unreadable", "\(error); the file is left out",
          path: String(escapingInvalid: file.rawPath))
      })
  }

  private static func readOne(
    _ file: FoundFile, _ root: [UInt8]
  ) -> Result<SourceHead, FileError> {
    do throws(FileError) {
      let path = root + [UInt8(ascii: "/")] + file.rawPath
      let head = try FileSystem.readHead(path, count: SourceHead.length)
      return .success(SourceHead(head, isHeader: file.naming == .header))
    } catch {
      return .failure(error)
    }
  }
}

extension NamedLanguage {
  fileprivate var isReadable: Bool {
    switch self {
    case .known, .header: true
    case .unsupported, .companion: false
    }
  }
}
