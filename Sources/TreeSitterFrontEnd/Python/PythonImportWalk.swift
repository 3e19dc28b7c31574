/// The way of one name through imports that hand it on: each module is asked for it once.
struct PythonImportWalk {
  private struct Step: Hashable {
    var module: Int
    var name: NameKey
  }

  /// Names are not handed on further, nor through more modules.
  private static let (depth, limit) = (64, 1_024)

  private var seen: Set<Step> = []
  private var depth = 0
  private var count = 0

  /// Whether a module is to be asked; ``leave()`` follows if it is.
  mutating func enter(_ module: Int, _ name: NameKey) -> Bool {
    count += 1
    guard depth < Self.depth, count <= Self.limit,
      seen.insert(Step(module: module, name: name)).inserted
    else { return false }
    depth += 1
    return true
  }

  mutating func leave() { depth -= 1 }
}
