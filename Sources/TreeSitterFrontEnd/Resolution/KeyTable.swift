/// A dictionary by name keys, which are as good as random already and are not hashed again.
///
/// Filled once, then asked by many; nothing is removed. Constant time on average.
struct KeyTable<Value> {
  private var keys: [NameKey] = []
  private var values: [Value] = []
  /// Open addressing: a power of two of indexes into both arrays, or -1.
  private var slots: [Int32]

  init(minimumCapacity: Int = 0) {
    var size = 16
    while size < minimumCapacity * 2 { size *= 2 }
    slots = Array(repeating: -1, count: size)
  }

  subscript(key: NameKey) -> Value? {
    let found = slots[slot(of: key)]
    return found < 0 ? nil : values[Int(found)]
  }

  /// Changes the value of a key, which begins as `start`.
  mutating func update(_ key: NameKey, from start: Value, _ change: (inout Value) -> Void) {
    let slot = slot(of: key)
    if slots[slot] >= 0 { return change(&values[Int(slots[slot])]) }
    var value = start
    change(&value)
    slots[slot] = Int32(keys.count)
    keys.append(key)
    values.append(value)
    if keys.count * 2 > slots.count { grow() }
  }

  /// The slot that holds a key, or the free one that would.
  private func slot(of key: NameKey) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: key.value) & mask
    while slots[slot] >= 0, keys[Int(slots[slot])] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (index, key) in keys.enumerated() { slots[slot(of: key)] = Int32(index) }
  }
}

extension KeyTable: Sendable where Value: Sendable {}
