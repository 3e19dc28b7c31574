internal import Basics
internal import Graphs

/// What the first words of file names say: `OmsOrderController` and `OmsCartItemMapper` belong to one
/// part, whatever folders of layers they lie in.
///
/// The names without the words for roles are read like paths, `oms/order` and `oms/cart/item`, so that
/// the cut of their tree that fits the dependencies best is found as it is for folders (``FolderCut``).
enum NameTree {
  /// A part has at least this share of the files: what is smaller is a component of the part that its
  /// first words name. Without it each table of a layered system is a part.
  private static let leastShare = 0.04

  /// The view of names in the form of that of folders, with the trust that it has reached: modularity
  /// of its parts over the one that Leiden reaches (`reachable`) on `glue`, whose nodes are the files
  /// called `stems`. O(edges · words + files).
  static func view(_ stems: [String], glue: UndirectedGraph, reachable: Double) -> FolderView {
    let tree = FolderTree(stems.map { (FileThemes.words($0) + [""]).joined(separator: "/") })
    let least = max(2, Int(leastShare * Double(stems.count)))
    return FolderView(names: tree, least: least, glue: glue, reachable: reachable)
  }
}
