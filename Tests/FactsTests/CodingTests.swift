import Basics
import Facts
import Testing

@Suite struct CodingTests {
  @Test(arguments: 0..<40) func `facts come back as they were`(seed: UInt64) throws {
    let facts = sampleFacts(seed: seed)
    let back = try FileFacts(decoding: facts.encoded)
    #expect(back == facts)
    // `==` on text is by canonical equivalence: compare the bytes too.
    #expect(back.encoded == facts.encoded)
  }

  @Test(arguments: 0..<20) func `bodies of outlines come back, and damage is seen`(
    seed: UInt64
  ) throws {
    let outline = try #require(sampleFacts(seed: seed * 2 + 1).outline)
    let body = try outline.decodedBody()
    #expect(body.encoded == outline.body)
    for position in outline.body.indices {
      var damaged = outline
      damaged.body[position] ^= 0x15
      guard let terms = try? damaged.decodedBody() else { continue }
      for (index, term) in terms.terms.enumerated() where term.base != Outline.none {
        #expect(term.base & Terms.bodyBit == 0 || term.base & ~Terms.bodyBit < index)
      }
    }
  }

  @Test func `every kind of term comes back with every use`() throws {
    var terms = Terms()
    for kind in Term.Kind.allCases {
      for use in Term.Use.allCases { terms.terms.append(Term(kind, use, scope: 0, line: 1)) }
    }
    var outline = try #require(sampleFacts(seed: 1).outline)
    outline.body = terms.encoded
    #expect(try outline.decodedBody() == terms)
  }

  @Test(arguments: 0..<10) func `units come back as they were`(seed: UInt64) throws {
    let unit = sampleUnit(seed: seed)
    #expect(try UnitFacts(decoding: unit.encoded) == unit)
  }

  @Test func `empty facts come back`() throws {
    let facts = FileFacts(path: "", language: .sql)
    #expect(try FileFacts(decoding: facts.encoded) == facts)
    #expect(facts.encoded.count >= FileFacts.leastSize)
  }

  @Test func `every truncation throws`() {
    let bytes = sampleUnit(seed: 3).encoded
    for end in 0..<bytes.count {
      #expect(throws: ByteReaderError.self) { try UnitFacts(decoding: Array(bytes[..<end])) }
    }
  }

  @Test func `flipped bits never trap, and what decodes has valid indexes`() {
    let bytes = sampleUnit(seed: 5).encoded
    var accepted = 0
    for position in bytes.indices {
      for bit in 0..<8 {
        var damaged = bytes
        damaged[position] ^= 1 << UInt8(bit)
        guard let unit = try? UnitFacts(decoding: damaged) else { continue }
        accepted += 1
        #expect(unit.parts.allSatisfy { $0.facts?.hasValidIndexes ?? true })
      }
    }
    #expect(accepted < bytes.count * 8)
  }

  @Test func `random bytes never trap`() {
    var random = SeededGenerator(seed: 1)
    for length in 0..<2000 {
      let bytes = (0..<length % 97).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      _ = try? FileFacts(decoding: bytes)
      _ = try? UnitFacts(decoding: bytes)
    }
  }

  @Test func `a count beyond the bytes is refused before memory is taken`() {
    var writer = ByteWriter()
    writer.write("a.c")
    writer.write("c")
    for _ in 0..<4 { writer.write(0) }
    writer.write(0)
    writer.write(1 << 40)
    #expect(throws: ByteReaderError.self) { try FileFacts(decoding: writer.bytes) }
  }

  @Test func `an index that points to nothing throws`() {
    var facts = sampleFacts(seed: 1)
    facts.references.append(Reference(from: 0, to: 5000, kind: .call, line: 1))
    #expect(throws: ByteReaderError.self) { try FileFacts(decoding: facts.encoded) }
  }

  @Test func `a reference takes few bytes`() {
    let few = sampleFacts(seed: 2, references: 0).encoded.count
    let many = sampleFacts(seed: 2, references: 100_000).encoded.count
    #expect(many - few < 500_000)
  }
}
