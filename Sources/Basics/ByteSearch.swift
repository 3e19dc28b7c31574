#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension Collection<UInt8> {
  /// Whether the bytes of `text` occur in a row.
  package func contains(_ text: StaticString) -> Bool {
    let needle = UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    let found = withContiguousStorageIfAvailable { bytes in
      UnsafeRawBufferPointer(bytes).contains(needle)
    }
    return found ?? Array(self).contains(text)
  }

  /// Whether the bytes of `text` occur in a row.
  package func contains(bytesOf text: String) -> Bool {
    let needle = Array(text.utf8)
    let found = withContiguousStorageIfAvailable { bytes in
      needle.withUnsafeBytes { UnsafeRawBufferPointer(bytes).contains($0) }
    }
    return found ?? Array(self).contains(bytesOf: text)
  }

  /// Whether the last bytes are those of `text`.
  package func ends(with text: StaticString) -> Bool {
    let tail = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return count >= tail.count && dropFirst(count - tail.count).elementsEqual(tail)
  }

  /// Whether the first bytes are those of `text`.
  package func starts(with text: StaticString) -> Bool {
    starts(with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }
}

extension UnsafeRawBufferPointer {
  /// Goes from one occurrence of the first byte to the next.
  fileprivate func contains(_ needle: UnsafeRawBufferPointer) -> Bool {
    guard let first = needle.first, let start = needle.baseAddress else { return true }
    guard var place = baseAddress, count >= needle.count else { return false }
    let end = place + (count - needle.count + 1)
    while let found = memchr(place, Int32(first), end - place) {
      if memcmp(found, start, needle.count) == 0 { return true }
      place = UnsafeRawPointer(found) + 1
    }
    return false
  }
}
