internal import Basics
internal import Configuration
internal import Synchronization

/// What packs say of the files of a folder that are read as one, kept until other folders come.
///
/// Each file of the folder asks for its own part. Reading all of them each time would take a time that
/// grows with the square of their number.
final class FolderReadings: Sendable {
  /// A file that is read with others, by its content.
  struct File: Sendable, Hashable {
    var path: String
    var digest: Digest
  }

  private struct Reading: Sendable {
    var files: [File]
    var pack: DeclarationPack
    var findings: [ConfigurationFindings]
  }

  /// Files come folder by folder, to few threads.
  private static let mostKept = 4
  private let kept = Mutex<[Reading]>([])

  /// The findings of each file, in the order of `files`; made where they are not known.
  func findings(
    of files: [File], _ pack: DeclarationPack, make: () -> [ConfigurationFindings]
  ) -> [ConfigurationFindings] {
    kept.withLock { kept in
      if let known = kept.first(where: { $0.files == files && $0.pack == pack }) {
        return known.findings
      }
      let findings = make()
      kept =
        [Reading(files: files, pack: pack, findings: findings)] + kept.prefix(Self.mostKept - 1)
      return findings
    }
  }
}
