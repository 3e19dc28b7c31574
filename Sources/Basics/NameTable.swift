/// Gives every distinct name a number, in order of appearance.
package struct NameTable: Sendable {
  package private(set) var names: [String] = []
  private var starts: [Int] = [0]
  private var bytes: [UInt8] = []
  /// Open addressing: index of a name, or -1.
  private var slots = [Int32](repeating: -1, count: 256)

  package init() {}

  package mutating func number(of text: ArraySlice<UInt8>) -> UInt32 {
    var slot = Self.hash(text) & (slots.count - 1)
    while slots[slot] >= 0 {
      let known = Int(slots[slot])
      if bytes[starts[known]..<starts[known + 1]].elementsEqual(text) { return UInt32(known) }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(names.count)
    names.append(String(decoding: text, as: UTF8.self))
    bytes.append(contentsOf: text)
    starts.append(bytes.count)
    if names.count * 2 > slots.count { grow() }
    return UInt32(names.count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for index in names.indices {
      var slot = Self.hash(bytes[starts[index]..<starts[index + 1]]) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  /// FNV-1a: names are short.
  private static func hash(_ text: ArraySlice<UInt8>) -> Int {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: (value ^ value >> 29) & 0x7fff_ffff_ffff_ffff)
  }
}
