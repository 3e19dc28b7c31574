import Testing

@testable import TreeSitterFrontEnd

/// Tables by keys that are not hashed again.
@Suite struct KeyTableTests {
  @Test("keys are told apart, whatever bits they share", arguments: [0, 20, 48])
  func collisions(shift: UInt64) {
    let keys = (0..<500).map { NameKey(value: $0 << shift) }
    var table = KeyTable<Int>()
    for (number, key) in keys.enumerated() { table.update(key, from: number) { $0 += 1 } }
    for key in keys.prefix(10) { table.update(key, from: -1) { $0 += 1000 } }
    for (number, key) in keys.enumerated() {
      #expect(table[key] == number + (number < 10 ? 1001 : 1))
    }
    #expect(table[NameKey(value: 500 << shift)] == nil)
    #expect(KeyTable<Int>()[.root] == nil)
  }

  @Test("a dotted name is made of the keys of its parts")
  func parts() {
    let parts = NameKey.parts("a.bc..d.")
    #expect(parts == [NameKey("a"), NameKey("bc"), NameKey("d")])
    #expect(NameKey(dotted: "a.bc.d") == parts.reduce(.root) { $0.appending($1) })
    #expect(NameKey.parts("") == [] && NameKey(dotted: "") == .root)
    #expect(NameKey.parts("ä\\ö", separator: "\\") == [NameKey("ä"), NameKey("ö")])
  }
}
