internal import Basics

/// How near a folder of headers is to a file that includes from it; less is nearer.
///
/// Steps up to the common folder and down from there. Folders beside the way up are far: builds
/// search the folders above a source and the include folders in those, seldom its neighbours.
struct Nearness: Comparable, Hashable, Sendable {
  private static let besidePenalty = 2
  private static let includeNames: Set<String> = ["include", "includes", "inc", "headers"]

  private let cost: Int
  private let up: Int

  init(of folder: String, to own: String) {
    let common = PathText.commonDepth(folder, own)
    let down = PathText.depth(folder) - common
    up = PathText.depth(own) - common
    let isOnTheWay =
      down == 0 || (down == 1 && Self.includeNames.contains(PathText.name(folder)))
    cost = up + down + (isOnTheWay ? 0 : Self.besidePenalty)
  }

  static func < (a: Nearness, b: Nearness) -> Bool { (a.cost, a.up) < (b.cost, b.up) }
}
