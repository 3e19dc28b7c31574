import Basics
import Facts
import FrontEnd
import Testing

@testable import Pipeline

/// Which unit's facts stand for a header that several units share.
@Suite struct SharedFactsTests {
  /// A folder with a cache and an inventory of nothing.
  private let cache = FactCache(folder: nil, inventory: Inventory(root: "/nowhere"))

  private func fingerprint(_ name: String) -> Digest { Digest(of: Array(name.utf8)) }

  /// A unit whose parts are written `name=facts`, or `name` where the facts come from another unit.
  private func unit(_ path: String, _ parts: String...) -> CachedUnit {
    var facts = UnitFacts(path: path, mode: .inferred)
    for part in parts {
      let pair = part.split(separator: "=").map(String.init)
      var file = pair.count > 1 ? FileFacts(path: pair[0], language: .c) : nil
      file?.lineCount = pair.count > 1 ? UInt32(pair[1])! : 0
      facts.parts.append(
        UnitFacts.Part(path: pair[0], fingerprint: fingerprint(pair[0]), facts: file))
    }
    let planned = ExtractionUnit(
      frontEnd: "test", path: path, language: .c, mode: .inferred)
    return cache.store(ExtractedUnit(facts), for: planned, revision: "1")
  }

  @Test func `the first unit's facts stand for all of one fingerprint`() {
    var units: [CachedUnit?] = [
      unit("a.c", "a.h=1"), nil, unit("b.c", "a.h=2", "b.h=5"), unit("c.c", "a.h", "b.h=6"),
    ]
    #expect(SharedFacts.unowned(units).isEmpty)
    SharedFacts.unify(&units)
    #expect(units[2]?.blobs[0] == units[0]?.blobs[0])
    #expect(units[3]?.blobs == units[2]?.blobs)
    #expect(units[2]?.blobs[1] != units[0]?.blobs[0])
  }

  @Test func `a unit that became the first must find the facts itself`() {
    let first = unit("a.c", "a.h=1", "b.h=1")
    let second = unit("b.c", "a.h", "b.h=2")
    let third = unit("c.c", "a.h", "b.h")
    #expect(SharedFacts.unowned([first, second, third]).isEmpty)
    #expect(SharedFacts.unowned([nil, second, third]) == [1])
    #expect(SharedFacts.unowned([second, first, third]) == [0])
    #expect(SharedFacts.unowned([third, second, first]) == [0])
    #expect(SharedFacts.unowned([]).isEmpty)
  }
}
