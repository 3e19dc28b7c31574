import Basics
import Facts
import Foundation
import Testing

@testable import FrontEnd

@Suite struct FactCacheTests {
  /// A repository with one unit and what a parser would find in it.
  private struct Bench {
    let root: TemporaryFolder
    let home: TemporaryFolder
    let unit = ExtractionUnit(frontEnd: "t", path: "src/a.c", language: .c, mode: .inferred)

    init() throws {
      root = try TemporaryFolder()
      home = try TemporaryFolder()
      try root.write("src/a.c", "#include \"x.h\"\n#include <gone.h>\n")
      try root.write("include/x.h", "int x;\n")
      try root.write(".gitignore", "build/\n")
    }

    var folder: String { home.path + "/cache" }

    func cache() throws -> FactCache {
      FactCache(folder: folder, inventory: try discover(root.path))
    }

    func extracted(symbol: String = "x") throws -> ExtractedUnit {
      var facts = UnitFacts(path: unit.path, mode: .inferred)
      let cache = try self.cache()
      for path in ["src/a.c", "include/x.h"] {
        var found = FileFacts(path: path, language: .c)
        found.paths = [symbol]
        facts.parts.append(
          .init(path: path, fingerprint: Digest(of: path + symbol), facts: found))
        facts.dependencies.append(
          .init(path: path, digest: try #require(cache.digest(of: path))))
      }
      facts.missingIncludes = ["gone.h"]
      facts.searchFolders = ["src", "build/generated", "include"].map { root.path + "/" + $0 }
      return ExtractedUnit(facts)
    }

    func store() throws { _ = try cache().store(extracted(), for: unit, revision: "1") }

    var isKnown: Bool { get throws { try cache().facts(of: unit, revision: "1") != nil } }

    /// Every file of the cache.
    func files() throws -> [[UInt8]] {
      try ["units", "facts", "documents"].flatMap { part in
        let path = Array("\(folder)/v\(FactCache.format)/\(part)".utf8)
        return try FileSystem.list(path).map { path + [0x2f] + $0.name }
      }
    }
  }

  @Test func `what was stored comes back, with the facts of each file`() throws {
    let bench = try Bench()
    try bench.store()
    let cache = try bench.cache()
    let known = try #require(cache.facts(of: bench.unit, revision: "1"))
    let facts = try known.blobs.map { try FileFacts(decoding: try #require(cache.blob($0))) }
    #expect(facts.map(\.path) == ["src/a.c", "include/x.h"])
    #expect(try bench.cache().facts(of: bench.unit, revision: "2") == nil)
    var other = bench.unit
    other.arguments = ["-DX"]
    #expect(try bench.cache().facts(of: other, revision: "1") == nil)
  }

  /// A change of the repository, and whether the facts still hold after it.
  @Test(arguments: [
    ("other/unrelated.h", "", true), ("src/a.c", "changed", false),
    ("include/x.h", "int y;\n", false),
    // Found before the one that was included, or in place of the one that was missing.
    ("src/x.h", "", false), ("other/gone.h", "", false),
    // The same where discovery does not look, because it is ignored.
    ("build/generated/x.h", "", false), ("build/generated/gone.h", "", false),
    ("build/elsewhere/gone.h", "", true), ("build/generated/y.h", "", true),
  ])
  func `a file that could change the facts undoes them`(
    path: String, text: String, holds: Bool
  ) throws {
    let bench = try Bench()
    try bench.root.write("build/generated/old.h", "")
    try bench.store()
    #expect(try bench.isKnown)
    try bench.root.write(path, text)
    #expect(try bench.isKnown == holds)
  }

  @Test func `a header that goes away undoes the facts, and they hold again when it is back`()
    throws
  {
    let bench = try Bench()
    try bench.store()
    try FileSystem.remove(Array((bench.root.path + "/include/x.h").utf8))
    #expect(try !bench.isKnown)
    try bench.root.write("include/x.h", "int x;\n")
    #expect(try bench.isKnown)
  }

  @Test func `a document holds as long as its files and what could shadow them`() throws {
    let bench = try Bench()
    try bench.store()
    let key = Digest(of: "key")
    let unit = try bench.extracted().unit
    try bench.cache().store(document: [1, 2], key: key, basis: DocumentBasis(units: [unit])) {
      $0 == "src/a.c"
    }
    #expect(try bench.cache().document(key: key) == [1, 2])
    #expect(try bench.cache().document(key: Digest(of: "other")) == nil)
    try bench.root.write("build/generated/gone.h", "")
    #expect(try bench.cache().document(key: key) == nil)
    try FileSystem.remove(Array((bench.root.path + "/build/generated/gone.h").utf8))
    #expect(try bench.cache().document(key: key) == [1, 2])
    try bench.root.write("include/x.h", "int z;\n")
    #expect(try bench.cache().document(key: key) == nil)
  }

  @Test func `a document does not hold once something is there that was looked for`() throws {
    let bench = try Bench()
    let (key, folder) = (Digest(of: "key"), bench.root.path + "/made")
    let basis = DocumentBasis(units: [try bench.extracted().unit], absent: [folder])
    try bench.cache().store(document: [1], key: key, basis: basis) { _ in true }
    #expect(try bench.cache().document(key: key) == [1])
    try FileSystem.createFolder(Array(folder.utf8))
    #expect(try bench.cache().document(key: key) == nil)
  }

  @Test func `a document of files that changed during the run is not kept`() throws {
    let bench = try Bench()
    let cache = try bench.cache()
    _ = cache.digest(of: "src/a.c")
    try bench.root.write("src/a.c", "written while the run is on\n")
    let unit = try bench.extracted().unit
    cache.store(document: [1], key: Digest(of: "key"), basis: DocumentBasis(units: [unit])) { _ in
      true
    }
    #expect(try bench.cache().document(key: Digest(of: "key")) == nil)
  }

  @Test func `every damage of an entry makes it absent, never wrong`() throws {
    let bench = try Bench()
    try bench.store()
    let key = Digest(of: "key")
    let unit = try bench.extracted().unit
    try bench.cache().store(document: [1, 2, 3], key: key, basis: DocumentBasis(units: [unit])) {
      _ in true
    }
    let intact = try #require(try bench.cache().facts(of: bench.unit, revision: "1"))
    var generator = SeededGenerator(seed: 11)
    for file in try bench.files() {
      let whole = try FileSystem.read(file)
      for round in 0..<60 {
        var bytes = whole
        if round.isMultiple(of: 2) {
          bytes.removeLast(1 + generator.next(below: bytes.count))
        } else {
          bytes[generator.next(below: bytes.count)] ^= UInt8(1 + generator.next(below: 255))
        }
        try FileSystem.writeAtomically(bytes, to: file)
        let cache = try bench.cache()
        if let found = cache.facts(of: bench.unit, revision: "1") {
          // Damage elsewhere does not show; what is given must be what was stored.
          for blob in found.blobs { #expect(cache.blob(blob) != nil) }
          #expect(found.unit == intact.unit)
        }
        let document = cache.document(key: key)
        #expect(document == nil || document == [1, 2, 3])
      }
      try FileSystem.writeAtomically(whole, to: file)
      #expect(try bench.isKnown)
    }
  }

  @Test(arguments: [0, 3, 7, 9]) func `a damaged secret is replaced`(length: Int) throws {
    let bench = try Bench()
    try bench.store()
    let secret = Array("\(bench.folder)/v\(FactCache.format)/seed".utf8)
    try FileSystem.writeAtomically([UInt8](repeating: 1, count: length), to: secret)
    #expect(try bench.cache().isPersistent)
    #expect(try !bench.isKnown)
    try bench.store()
    #expect(try bench.isKnown)
  }

  @Test func `caches do not share a secret`() throws {
    let (one, other) = (try Bench(), try Bench())
    try one.store()
    try other.store()
    let names = try [one, other].map { try $0.files().map { $0.suffix(32) } }
    #expect(Set(names[0]).isDisjoint(with: names[1]))
  }

  @Test func `two at once on one folder agree`() async throws {
    let bench = try Bench()
    let extracted = try bench.extracted()
    await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask {
          guard let cache = try? bench.cache() else { return }
          for _ in 0..<20 {
            _ = cache.store(extracted, for: bench.unit, revision: "1")
            #expect(cache.facts(of: bench.unit, revision: "1") != nil)
          }
        }
      }
    }
    #expect(try bench.isKnown)
    #expect(try bench.files().allSatisfy { !$0.suffix(11).elementsEqual(".cleave-tmp".utf8) })
  }

  @Test func `the oldest goes until the rest fits, and what was half-written goes anyway`() throws {
    let bench = try Bench()
    let cache = try bench.cache()
    for number in 0..<20 {
      var unit = bench.unit
      unit.arguments = ["-D\(number)"]
      _ = cache.store(try bench.extracted(symbol: "s\(number)"), for: unit, revision: "1")
    }
    let leftover = "\(bench.folder)/v\(FactCache.format)/facts/x.1.cleave-tmp"
    let fresh = "\(bench.folder)/v\(FactCache.format)/facts/y.2.cleave-tmp"
    for path in [leftover, fresh] { try FileSystem.writeAtomically([0], to: Array(path.utf8)) }
    let files = try bench.files()
    for (age, file) in files.enumerated() {
      var times = [timeval](repeating: timeval(tv_sec: 1_700_000_000 + age, tv_usec: 0), count: 2)
      utimes(String(decoding: file, as: UTF8.self), &times)
    }
    var old = [timeval](repeating: timeval(tv_sec: 1_600_000_000, tv_usec: 0), count: 2)
    utimes(leftover, &old)
    let total = try files.reduce(0) { $0 + (try FileSystem.status($1).size) }
    cache.trim(to: total)
    #expect(try bench.files().count == files.count - 1)
    #expect(!FileSystem.exists(Array(leftover.utf8)))
    #expect(FileSystem.exists(Array(fresh.utf8)))
    cache.trim(to: total / 2)
    let left = try bench.files()
    #expect(try left.reduce(0) { $0 + (try FileSystem.status($1).size) } <= total / 2)
    #expect(left.count > files.count / 4)
    // Those that were used last have stayed.
    let order = files.filter { $0 != Array(leftover.utf8) }
    #expect(Set(left) == Set(order.suffix(left.count)))
    cache.trim(to: 0)
    #expect(try bench.files().isEmpty)
    try bench.store()
    #expect(try bench.isKnown)
  }

  @Test func `a folder that cannot be used costs persistence alone, and the reason is kept`() throws
  {
    let bench = try Bench()
    try FileSystem.writeAtomically([], to: Array(bench.folder.utf8))
    let cache = try bench.cache()
    #expect(!cache.isPersistent)
    #expect(cache.problem != nil)
    let stored = cache.store(try bench.extracted(), for: bench.unit, revision: "1")
    #expect(stored.blobs.count == 2)
    #expect(stored.blobs.allSatisfy { cache.blob($0) != nil })
  }
}
