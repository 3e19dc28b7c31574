internal import Basics
internal import Dispatch
internal import Synchronization

/// The heads of all files that a front end may read, several at a time.
struct HeadReading: Sendable {
  /// One a file; nil where it is not wanted or could not be read.
  var heads: [SourceHead?]
  var problems: [Diagnostic]

  private static let chunk = 512

  static func read(_ files: [FoundFile], root: [UInt8]) -> HeadReading {
    let chunks = (files.count + chunk - 1) / chunk
    let results = Mutex<[HeadReading?]>(Array(repeating: nil, count: chunks))
    DispatchQueue.concurrentPerform(iterations: chunks) { number in
      let range = (number * chunk)..<min(files.count, (number + 1) * chunk)
      let result = readChunk(files[range], root)
      results.withLock { $0[number] = result }
    }
    let parts = results.withLock { $0.compactMap(\.self) }
    return HeadReading(heads: parts.flatMap(\.heads), problems: parts.flatMap(\.problems))
  }

  private static func readChunk(_ files: ArraySlice<FoundFile>, _ root: [UInt8]) -> HeadReading {
    var result = HeadReading(heads: [], problems: [])
    for file in files {
      guard file.naming.isReadable else {
        result.heads.append(nil)
        continue
      }
      do throws(FileError) {
        let path = root + [UInt8(ascii: "/")] + file.rawPath
        result.heads.append(SourceHead(try FileSystem.readHead(path, count: SourceHead.length)))
      } catch {
        result.heads.append(nil)
        result.problems.append(
          Diagnostic(
            .error, "unreadable", "\(error); the file is left out",
            path: String(escapingInvalid: file.rawPath)))
      }
    }
    return result
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
