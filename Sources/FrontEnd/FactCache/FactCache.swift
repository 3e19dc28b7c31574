package import Basics
package import Facts
internal import Foundation
internal import Synchronization

/// Facts by the content that they were made from, kept between runs.
///
/// A record for each unit names its dependencies with their digests, and the facts of its files,
/// which units share. Everything is written to a new file that then takes its name, so a killed run
/// or two runs at once leave nothing half-written; what is damaged counts as absent.
package final class FactCache: Sendable {
  /// Changes with the format of records.
  static let format = 2

  private let folder: [UInt8]?
  private let seed: UInt64
  private let digests: FileDigests
  private let shadows: HeaderShadows
  private let sound = Mutex<Set<Digest>>([])
  private let memory = Mutex<[Digest: [UInt8]]>([:])
  private let byFingerprint = Mutex<[Digest: Digest]>([:])

  /// Opens the cache in `folder`, or one in memory alone if it is nil or cannot be used; `inventory`
  /// says which project files could answer to an include name.
  package init(folder: String?, inventory: Inventory) {
    digests = FileDigests(inventory)
    shadows = HeaderShadows(inventory)
    let opened = folder.flatMap(Self.open)
    self.folder = opened?.folder
    seed = opened?.seed ?? 0
  }

  private static func open(_ folder: String) -> (folder: [UInt8], seed: UInt64)? {
    let path = Array((folder + "/v\(format)").utf8)
    do throws(FileError) {
      for part in ["/units", "/facts", "/documents"] {
        try FileSystem.createFolder(path + Array(part.utf8))
      }
      // A secret of this cache, so that no repository can prepare content of another's digest.
      var secret = [UInt8](repeating: 0, count: 8)
      for index in secret.indices { secret[index] = UInt8.random(in: 0...255) }
      _ = try FileSystem.writeOnce(secret, to: path + Array("/seed".utf8))
      let bytes = try FileSystem.read(path + Array("/seed".utf8), limit: 64)
      guard bytes.count == 8 else { return nil }
      return (path, bytes.reduce(0) { $0 << 8 | UInt64($1) })
    } catch {
      return nil
    }
  }

  /// Whether facts outlive the run.
  package var isPersistent: Bool { folder != nil }

  /// The digest of a file as this run has seen it; nil if it cannot be read.
  package func digest(of path: String) -> Digest? { digests[path] }

  /// The facts of a unit, if they were stored and nothing that they depend on has changed.
  package func facts(of unit: ExtractionUnit, revision: String) -> CachedUnit? {
    guard let folder else { return nil }
    let path = recordPath(unit, revision, folder)
    guard let bytes = try? FileSystem.read(path), let record = try? CachedUnit(decoding: bytes),
      record.shadow == shadows.digest(of: record.unit),
      record.unit.dependencies.allSatisfy({ digests[$0.path] == $0.digest }),
      record.blobs.allSatisfy(isSound)
    else { return nil }
    FileSystem.touch(path)
    return record
  }

  /// Stores what a worker found; gives back where the facts of each part are.
  package func store(
    _ extracted: ExtractedUnit, for unit: ExtractionUnit, revision: String
  ) -> CachedUnit {
    var blobs: [Digest] = []
    for (part, blob) in zip(extracted.unit.parts, extracted.blobs) {
      if let blob {
        let digest = Digest(of: blob, seed: seed)
        keep(blob, digest)
        byFingerprint.withLock { $0[part.fingerprint] = digest }
        blobs.append(digest)
      } else if let known = byFingerprint.withLock({ $0[part.fingerprint] }) {
        blobs.append(known)
      }
    }
    let record = CachedUnit(
      unit: extracted.unit, blobs: blobs, shadow: shadows.digest(of: extracted.unit))
    // A unit that lost parts is taken for this run and asked for again in the next.
    if blobs.count == extracted.blobs.count, let folder {
      try? FileSystem.writeAtomically(record.encoded, to: recordPath(unit, revision, folder))
    }
    return record
  }

  /// The encoded facts with this digest.
  package func blob(_ digest: Digest) -> [UInt8]? {
    if let bytes = memory.withLock({ $0[digest] }) { return bytes }
    guard let folder, let bytes = try? FileSystem.read(blobPath(digest, folder)) else { return nil }
    return Digest(of: bytes, seed: seed) == digest ? bytes : nil
  }

  private func keep(_ blob: [UInt8], _ digest: Digest) {
    if let folder {
      if isSound(digest) { return }
      let path = blobPath(digest, folder)
      if (try? FileSystem.writeAtomically(blob, to: path)) != nil {
        sound.withLock { _ = $0.insert(digest) }
        return
      }
    }
    memory.withLock { $0[digest] = blob }
  }

  /// Whether the stored facts with this digest are there and undamaged; looked at once in a run.
  private func isSound(_ digest: Digest) -> Bool {
    guard let folder else { return false }
    if sound.withLock({ $0.contains(digest) }) { return true }
    let path = blobPath(digest, folder)
    guard let bytes = try? FileSystem.read(path), Digest(of: bytes, seed: seed) == digest else {
      return false
    }
    FileSystem.touch(path)
    sound.withLock { _ = $0.insert(digest) }
    return true
  }

  private func recordPath(
    _ unit: ExtractionUnit, _ revision: String, _ folder: [UInt8]
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(revision)
    writer.write(digests.root)
    unit.encode(to: &writer)
    return folder + Array("/units/\(Digest(of: writer.bytes, seed: seed))".utf8)
  }

  private func blobPath(_ digest: Digest, _ folder: [UInt8]) -> [UInt8] {
    folder + Array("/facts/\(digest)".utf8)
  }

  // MARK: Finished documents

  /// A document that was made from equal inputs: the same `key` and unchanged dependencies.
  package func document(key: Digest) -> [UInt8]? {
    guard let folder, let bytes = try? FileSystem.read(documentPath(key, folder)) else {
      return nil
    }
    guard let stored = try? StoredDocument(decoding: bytes),
      stored.dependencies.allSatisfy({ digests[$0.path] == $0.digest })
    else { return nil }
    FileSystem.touch(documentPath(key, folder))
    return stored.document
  }

  /// Keeps a finished document, with the files outside the inventory that it depends on.
  package func store(
    document: [UInt8], key: Digest, dependencies: [UnitFacts.Dependency]
  ) {
    guard let folder else { return }
    let stored = StoredDocument(dependencies: dependencies, document: document)
    try? FileSystem.writeAtomically(stored.encoded, to: documentPath(key, folder))
  }

  private func documentPath(_ key: Digest, _ folder: [UInt8]) -> [UInt8] {
    folder + Array("/documents/\(key)".utf8)
  }

  /// Removes what was not used for longest until at most `limit` bytes are left.
  package func trim(to limit: Int) {
    guard let folder else { return }
    CacheTrimming(folder: folder).trim(to: limit)
  }
}
