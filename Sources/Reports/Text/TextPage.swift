import Basics
import ReportModel

/// Collects lines of text for people: headings, wrapped paragraphs, lists and tables.
struct TextPage {
  let options: TextOptions
  private(set) var lines: [String] = []

  init(_ options: TextOptions) { self.options = options }

  /// All lines with their ends; empty for an empty page.
  var text: String { lines.isEmpty ? "" : lines.joined(separator: "\n") + "\n" }

  private var width: Int { max(60, options.width) }

  mutating func heading(_ text: String) {
    gap()
    lines.append(StyledText(text, .heading).rendered(options.palette))
  }

  /// An empty line, unless the page just began or one is there.
  mutating func gap() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// A paragraph that starts at `indent` and goes on two columns further in.
  mutating func line(_ text: StyledText, indent: Int = 2) {
    let broken = text.wrapped(
      first: width - indent, rest: width - indent - 2, breaksWords: options.breaksWords)
    for (index, part) in broken.enumerated() {
      let margin = String(repeating: " ", count: indent + (index == 0 ? 0 : 2))
      lines.append(margin + part.rendered(options.palette))
    }
  }

  /// A line to be copied whole, never broken, with what it does as a comment of the shell.
  mutating func command(_ text: String, _ effect: String, indent: Int = 2) {
    let line: StyledText = "\(text, .strong)  \("# " + effect, .faint)"
    lines.append(String(repeating: " ", count: indent) + line.rendered(options.palette))
  }

  /// One line for each of `items` as far as the limit goes, and one that counts the rest.
  mutating func list<Item>(
    _ items: [Item], indent: Int = 2, more: String, _ text: (Item) -> StyledText
  ) {
    let shown = self.shown(items)
    for item in shown { line(text(item), indent: indent) }
    rest(of: items, shown: shown.count, indent: indent, more: more)
  }

  /// As many of `items` as the limit lets through; never all but one.
  func shown<Item>(_ items: [Item]) -> [Item] {
    options.limit.map { items.count > $0 + 1 ? Array(items.prefix($0)) : items } ?? items
  }

  /// A line that counts what is not shown, if there is any.
  mutating func rest<Item>(of items: [Item], shown: Int, indent: Int = 2, more: String) {
    let rest = items.count - shown
    if rest > 0 { line("\("… and \(rest.grouped) more: \(more)", .faint)", indent: indent) }
  }

  /// How a column of a table is set.
  struct Column {
    var title: String
    var isNumber = false
    /// Cells that are wider are cut.
    var most = 40
  }

  /// A table with a faint line of titles; the last column takes what width is left.
  mutating func table(_ columns: [Column], _ rows: [[StyledText]], indent: Int = 2) {
    var widths = columns.indices.map { column in
      let widest = rows.map { $0[column].width }.max() ?? 0
      return max(columns[column].title.count, min(widest, columns[column].most))
    }
    let used = widths.dropLast().reduce(0) { $0 + $1 + 2 } + indent
    widths[widths.count - 1] = max(8, min(widths[widths.count - 1], width - used))
    let titles = columns.map { StyledText($0.title, .faint) }
    for row in [titles] + rows {
      var text = String(repeating: " ", count: indent)
      for (index, cell) in row.enumerated() {
        let cut = cell.cut(to: widths[index])
        let pad = String(repeating: " ", count: widths[index] - cut.width)
        let isLast = index == row.count - 1
        let shown = cut.rendered(options.palette)
        text += columns[index].isNumber ? pad + shown : isLast ? shown : shown + pad
        text += isLast ? "" : "  "
      }
      while text.last == " " { text.removeLast() }
      lines.append(text)
    }
  }
}

extension Place {
  /// `file:line`, the form that editors and terminals open.
  var text: String { line > 0 ? "\(file):\(line)" : file }

  /// The same in at most `width` columns: what is left out stands in the middle of the path, the name
  /// of the file and the line stay as long as they can.
  func text(within width: Int) -> String {
    let whole = text
    if whole.count <= width { return whole }
    let folders = whole.split(separator: "/", omittingEmptySubsequences: false)
    for count in (1..<max(2, folders.count - 1)).reversed() {
      let tail = folders.suffix(count).joined(separator: "/")
      for head in [folders[0] + "/…/", "…/"] where head.count + tail.count <= width {
        return head + tail
      }
    }
    let tail = whole.suffix(max(width / 2, line > 0 ? "\(line)".count + 6 : 1))
    return whole.prefix(max(0, width - tail.count - 1)) + "…" + tail
  }
}

extension [Place] {
  /// The first places, and how many more there are.
  func summary(_ most: Int = 3) -> String {
    let shown = prefix(most).map(\.text).joined(separator: ", ")
    return count > most ? shown + " and \((count - most).grouped) more" : shown
  }
}

extension [String: Int] {
  /// Kinds with their counts, the most frequent first.
  var kindSummary: String {
    sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.precedesBytewise($1.key) }
      .map { "\($0.key) \($0.value.grouped)" }.joined(separator: ", ")
  }
}
