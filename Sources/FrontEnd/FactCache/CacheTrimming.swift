internal import Basics

/// Keeps the cache within its size.
struct CacheTrimming {
  let folder: [UInt8]

  private struct Item {
    var path: [UInt8]
    var size: Int
    var used: Int
  }

  /// Removes the files that were used longest ago. A record whose facts are gone counts as absent, so
  /// the order in which things go does not matter. Failures are ignored: another run may be at it.
  func trim(to limit: Int) {
    var items = ["units", "facts", "documents"].flatMap(list)
    var total = items.reduce(0) { $0 + $1.size }
    if total <= limit { return }
    items.sort { $0.used < $1.used }
    for item in items where total > limit {
      try? FileSystem.remove(item.path)
      total -= item.size
    }
  }

  private func list(_ part: String) -> [Item] {
    let path = folder + Array("/\(part)".utf8)
    return ((try? FileSystem.list(path)) ?? []).map {
      Item(
        path: path + [UInt8(ascii: "/")] + $0.name, size: $0.status.size,
        used: $0.status.modified)
    }
  }
}
