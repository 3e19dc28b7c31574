internal import Basics

/// Keeps the cache within its size.
struct CacheTrimming {
  /// Seconds after which a file that is still being written was left by a killed run.
  private static let patience = 3600

  let folder: [UInt8]

  private struct Item {
    var path: [UInt8]
    var size: Int
    var used: Int
  }

  /// Removes the files that were used longest ago. A record whose facts are gone counts as absent, so
  /// the order in which things go does not matter. Failures are ignored: another run may be at it.
  func trim(to limit: Int) {
    var items = ["/units", "/facts", "/documents", ""].flatMap(list)
    removeLeftovers(&items)
    var total = items.reduce(0) { $0 + $1.size }
    if total <= limit { return }
    items.sort { $0.used < $1.used }
    for item in items where total > limit {
      try? FileSystem.remove(item.path)
      total -= item.size
    }
  }

  private func removeLeftovers(_ items: inout [Item]) {
    let suffix = FileSystem.temporarySuffix
    guard let now = items.map(\.used).max() else { return }
    items.removeAll { item in
      guard item.path.suffix(suffix.count).elementsEqual(suffix),
        item.used < now - Self.patience
      else { return false }
      try? FileSystem.remove(item.path)
      return true
    }
  }

  private func list(_ part: String) -> [Item] {
    let path = folder + Array(part.utf8)
    let entries = ((try? FileSystem.list(path)) ?? []).filter {
      $0.status.kind == .file && !$0.name.elementsEqual("seed".utf8)
    }
    return entries.map {
      Item(
        path: path + [UInt8(ascii: "/")] + $0.name, size: $0.status.size,
        used: $0.status.modified)
    }
  }
}
