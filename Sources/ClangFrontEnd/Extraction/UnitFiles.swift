internal import Basics
internal import ClangBinding

/// The number of a file within one unit, or ``none``.
typealias FileNumber = Int32

extension FileNumber {
  /// No file: a predefined buffer, the command line.
  static let none: FileNumber = -1
}

/// The files that one unit has read, numbered in the order in which they were met.
struct UnitFiles {
  struct Entry {
    var identity: FileIdentity
    var handle: FileHandle
  }

  private let project: ProjectFiles
  private let unit: TranslationUnit
  private let directory: [UInt8]
  private(set) var entries: [Entry] = []
  private var byHandle: [FileHandle: FileNumber] = [:]
  private var byIdentity: [FileIdentity: FileNumber] = [:]
  private var last: (handle: FileHandle, number: FileNumber)?

  init(_ unit: TranslationUnit, project: ProjectFiles, directory: [UInt8]) {
    self.unit = unit
    self.project = project
    self.directory = directory
  }

  /// The number of a file; two handles of one file have one number.
  mutating func number(of handle: FileHandle?) -> FileNumber {
    guard let handle else { return .none }
    if let last, last.handle == handle { return last.number }
    let number = byHandle[handle] ?? add(handle)
    last = (handle, number)
    return number
  }

  private mutating func add(_ handle: FileHandle) -> FileNumber {
    let identity = project.identity(ofName: unit.name(of: handle), directory: directory)
    let number = byIdentity[identity] ?? FileNumber(entries.count)
    if number == entries.count { entries.append(Entry(identity: identity, handle: handle)) }
    byIdentity[identity] = number
    byHandle[handle] = number
    return number
  }

  func isProject(_ number: FileNumber) -> Bool {
    number >= 0 && entries[Int(number)].identity.isProject
  }

  /// Relative to the root for project files, else absolute.
  func path(_ number: FileNumber) -> String { entries[Int(number)].identity.path }
}

/// What is known of a file's content.
struct KnownSource {
  /// Of the bytes that the parser saw.
  var digest: Digest
  /// Project files only.
  var scan: SourceScan?
}

/// Scans by content. The digest is taken anew in each unit, at a hundredth of the cost of parsing:
/// a modification time would miss a file that is written twice in a second.
final class SourceCache {
  private var scans: [Digest: SourceScan] = [:]

  func source(of entry: UnitFiles.Entry, in unit: TranslationUnit) -> KnownSource {
    unit.withContents(of: entry.handle) { span in
      span.withUnsafeBytes { bytes in
        let digest = Digest(of: bytes)
        guard entry.identity.isProject else { return KnownSource(digest: digest) }
        let scan = scans[digest] ?? SourceScan(Array(bytes))
        scans[digest] = scan
        return KnownSource(digest: digest, scan: scan)
      }
    }
  }
}
