package import Basics
internal import Facts
internal import Foundation
internal import Synchronization

/// Facts by the content that they were made from, kept between runs.
///
/// A record for each unit names its dependencies with their digests, and the facts of its files,
/// which units share. Everything is written to a new file that then takes its name, so a killed run
/// or two runs at once leave nothing half-written; what is damaged counts as absent.
package final class FactCache: Sendable {
  /// Changes with the format of records.
  static let format = 3

  private let folder: [UInt8]?
  private let seed: UInt64
  private let digests: FileDigests
  private let shadows: HeaderShadows
  private let sound = Mutex<Set<Digest>>([])
  private let memory = Mutex<[Digest: [UInt8]]>([:])
  private let byFingerprint = Mutex<[Digest: Digest]>([:])
  private let firstProblem: Mutex<FileError?>

  /// Opens the cache in `folder`, or one in memory alone if it is nil or cannot be used; `inventory`
  /// says which project files could answer to an include name.
  package init(folder: String?, inventory: Inventory) {
    digests = FileDigests(inventory)
    var problem: FileError?
    var opened: (folder: [UInt8], seed: UInt64)?
    if let folder {
      do throws(FileError) { opened = try Self.open(folder) } catch { problem = error }
    }
    self.folder = opened?.folder
    seed = opened?.seed ?? 0
    // Nothing asks for them where nothing is kept.
    shadows = HeaderShadows(opened == nil ? Inventory(root: inventory.root, files: []) : inventory)
    firstProblem = Mutex(problem)
  }

  private static func open(
    _ folder: String
  ) throws(FileError) -> (folder: [UInt8], seed: UInt64) {
    let path = Array((folder + "/v\(format)").utf8)
    for part in ["/units", "/facts", "/documents"] {
      try FileSystem.createFolder(path + Array(part.utf8))
    }
    return (path, try seed(in: path + Array("/seed".utf8)))
  }

  /// A secret of this cache, so that no repository can prepare content of another's digest.
  private static func seed(in file: [UInt8]) throws(FileError) -> UInt64 {
    var secret = [UInt8](repeating: 0, count: 8)
    for index in secret.indices { secret[index] = UInt8.random(in: 0...255) }
    _ = try FileSystem.writeOnce(secret, to: file)
    let bytes = try FileSystem.read(file, limit: 64)
    if bytes.count == secret.count { return bytes.reduce(0) { $0 << 8 | UInt64($1) } }
    // A damaged one is replaced; what it named is then absent.
    try FileSystem.writeAtomically(secret, to: file)
    return secret.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Whether facts outlive the run.
  package var isPersistent: Bool { folder != nil }

  /// Why something was not kept for the next run: the first refusal of the file system, if any.
  package var problem: FileError? { firstProblem.withLock { $0 } }

  /// Writes a file of the cache; whether that went well.
  private func write(_ bytes: [UInt8], to path: [UInt8]) -> Bool {
    do throws(FileError) {
      try FileSystem.writeAtomically(bytes, to: path)
      return true
    } catch {
      firstProblem.withLock { $0 = $0 ?? error }
      return false
    }
  }

  /// The digest of a file as this run has seen it; nil if it cannot be read.
  package func digest(of path: String) -> Digest? { digests[path] }

  /// The facts of a unit, if they were stored and nothing that they depend on has changed.
  package func facts(of unit: ExtractionUnit, revision: String) -> CachedUnit? {
    guard let folder else { return nil }
    let path = recordPath(unit, revision, folder)
    guard let bytes = unsealed(path), let record = try? CachedUnit(decoding: bytes),
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
    var record = CachedUnit(
      unit: extracted.unit, blobs: [], isOwn: [],
      shadow: isPersistent ? shadows.digest(of: extracted.unit) : Digest(high: 0, low: 0))
    record.unit.parts = []
    for (part, blob) in zip(extracted.unit.parts, extracted.blobs) {
      guard let digest = blob.map(keep) ?? byFingerprint.withLock({ $0[part.fingerprint] }) else {
        continue
      }
      byFingerprint.withLock { $0[part.fingerprint] = digest }
      record.unit.parts.append(part)
      record.blobs.append(digest)
      record.isOwn.append(blob != nil)
    }
    // A unit that lost parts is taken for this run and asked for again in the next.
    if record.blobs.count == extracted.blobs.count, let folder {
      _ = write(sealed(record.encoded), to: recordPath(unit, revision, folder))
    }
    return record
  }

  /// The encoded facts with this digest.
  package func blob(_ digest: Digest) -> [UInt8]? {
    if let bytes = memory.withLock({ $0[digest] }) { return bytes }
    guard let folder, let bytes = try? FileSystem.read(blobPath(digest, folder)) else { return nil }
    return Digest(of: bytes, seed: seed) == digest ? bytes : nil
  }

  private func keep(_ blob: [UInt8]) -> Digest {
    let digest = Digest(of: blob, seed: seed)
    if let folder {
      if isSound(digest) { return digest }
      if write(blob, to: blobPath(digest, folder)) {
        sound.withLock { _ = $0.insert(digest) }
        return digest
      }
    }
    memory.withLock { $0[digest] = blob }
    return digest
  }

  /// Entries that are not named by their content begin with its digest.
  private func sealed(_ bytes: [UInt8]) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(Digest(of: bytes, seed: seed))
    return writer.bytes + bytes
  }

  /// The content of an entry; nil if it is absent or damaged.
  private func unsealed(_ path: [UInt8]) -> [UInt8]? {
    guard let entry = try? FileSystem.read(path) else { return nil }
    var reader = ByteReader(entry)
    guard let seal = try? reader.readDigest() else { return nil }
    let bytes = Array(entry.dropFirst(16))
    return Digest(of: bytes, seed: seed) == seal ? bytes : nil
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
    guard let folder, let bytes = unsealed(documentPath(key, folder)) else { return nil }
    guard let stored = try? StoredDocument(decoding: bytes),
      stored.dependencies.allSatisfy({ digests[$0.path] == $0.digest }),
      Self.areAbsent(stored.absent),
      stored.shadow == shadows.answers(to: Self.question(in: stored))
    else { return nil }
    FileSystem.touch(documentPath(key, folder))
    return stored.document
  }

  /// Keeps a finished document that was made from `basis`; `covers` says which files are part of
  /// `key`. Nothing is kept where a file is not the one that the key speaks of any more.
  package func store(
    document: [UInt8], key: Digest, basis: DocumentBasis, covers: (String) -> Bool
  ) {
    guard let folder, Self.areAbsent(basis.absent),
      let open = openDependencies(of: basis.units, covers)
    else { return }
    var question = HeaderShadows.Question()
    for unit in basis.units { question.add(shadows.question(of: unit)) }
    var stored = StoredDocument(shadow: shadows.answers(to: question), document: document)
    stored.dependencies = open
    stored.absent = basis.absent
    stored.names = question.names.sorted { $0.precedesBytewise($1) }
    stored.folders = question.folders.sorted { $0.precedesBytewise($1) }
    _ = write(sealed(stored.encoded), to: documentPath(key, folder))
  }

  private static func areAbsent(_ paths: [String]) -> Bool {
    !paths.contains { FileSystem.exists(Array($0.utf8)) }
  }

  private static func question(in stored: StoredDocument) -> HeaderShadows.Question {
    HeaderShadows.Question(names: Set(stored.names), folders: Set(stored.folders))
  }

  /// Every dependency that is not covered, each once, sorted; nil if a covered one has changed since
  /// this run looked at it first.
  private func openDependencies(
    of units: [UnitFacts], _ covers: (String) -> Bool
  ) -> [UnitFacts.Dependency]? {
    var seen: [String: Digest] = [:]
    for unit in units {
      for item in unit.dependencies {
        if let earlier = seen.updateValue(item.digest, forKey: item.path), earlier != item.digest {
          return nil
        }
      }
    }
    guard seen.allSatisfy({ !covers($0.key) || digests[$0.key] == $0.value }) else { return nil }
    return seen.keys.filter { !covers($0) }.sorted { $0.precedesBytewise($1) }.map {
      UnitFacts.Dependency(path: $0, digest: seen[$0]!)
    }
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
