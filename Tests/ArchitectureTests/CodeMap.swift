/// The table of targets in `Sources/README.md`: rows of the form "| layer | `target` | …".
struct CodeMap {
  struct Row: Equatable {
    var layer: Int
    var target: String
    var line: Int
  }

  let rows: [Row]

  init(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    rows = zip(1..., lines).compactMap { number, line in
      let cells = line.split(separator: "|").map { $0.filter { $0 != " " } }
      guard line.hasPrefix("|"), cells.count >= 3, let layer = Int(cells[0]) else { return nil }
      let target = cells[1]
      guard target.count > 2, target.first == "`", target.last == "`" else { return nil }
      return Row(layer: layer, target: String(target.dropFirst().dropLast()), line: number)
    }
  }
}
