import Basics
import ReportModel

/// The files kept out of the boundaries for people: those with one reason are told together.
enum SharedText {
  private struct Group {
    var entries: [SharedEntry]
  }

  /// A line for each reason; `showsFiles` adds the files with their users.
  static func render(
    _ document: Document, showsFiles: Bool, _ page: inout TextPage
  ) {
    let shared = document.boundaries.shared
    guard !shared.isEmpty else { return }
    page.heading("Kept out of the boundaries")
    let more = "cleave boundaries --format tsv lists all"
    guard showsFiles else {
      return page.list(groups(shared), more: more) { group in
        line(group, document, names: names(group, document))
      }
    }
    for group in groups(shared) {
      page.line(line(group, document, users: users(group.entries[0])))
      if group.entries.count > 1 {
        page.list(group.entries, indent: 4, more: more) { entry in
          "\(document.files[entry.file].path)\(users(entry))"
        }
      }
    }
  }

  private static func groups(_ entries: [SharedEntry]) -> [Group] {
    var groups: [Group] = []
    var known: [String: Int] = [:]
    for entry in entries {
      // What is said with other numbers is said of one kind.
      let key = entry.label + "\n" + entry.reason.filter { !$0.isNumber }
      if let index = known[key] {
        groups[index].entries.append(entry)
      } else {
        known[key] = groups.count
        groups.append(Group(entries: [entry]))
      }
    }
    return groups
  }

  private static func line(
    _ group: Group, _ document: Document, users: String = "", names: String = ""
  ) -> StyledText {
    let first = group.entries[0]
    let paths = group.entries.map { document.files[$0.file].path }
    let isOne = paths.count == 1
    let title = isOne ? paths[0] : paths.count.counted("file") + place(paths) + names
    let reason = isOne ? first.reason : Self.reason(group.entries)
    return "\(title) (\(first.label, .faint)): \(reason)\(isOne ? users : "")"
  }

  /// The reason of all: a first number that differs is given from the least to the most.
  private static func reason(_ entries: [SharedEntry]) -> String {
    let first = entries[0].reason
    guard Set(entries.map(\.reason)).count > 1 else { return first }
    let parts = entries.map { numbers($0.reason) }
    var index = -1
    return first.split(separator: " ", omittingEmptySubsequences: false).map { word -> String in
      guard Int(word) != nil else { return String(word) }
      index += 1
      let values = parts.compactMap { $0.indices.contains(index) ? $0[index] : nil }
      guard let least = values.min(), let most = values.max(), least < most else {
        return String(word)
      }
      return "\(least) to \(most)"
    }.joined(separator: " ")
  }

  private static func numbers(_ text: String) -> [Int] {
    text.split(separator: " ").compactMap { Int($0) }
  }

  /// The folder that holds all of them.
  private static func place(_ paths: [String]) -> String {
    var common = paths[0].split(separator: "/").dropLast()
    for path in paths {
      let folders = path.split(separator: "/").dropLast()
      common = common.prefix(zip(common, folders).prefix { $0 == $1 }.count { _ in true })
    }
    return common.isEmpty ? "" : " in " + common.joined(separator: "/")
  }

  /// Some of the files by their own names, where they are not listed; those of one name with what is
  /// below the common folder.
  private static func names(_ group: Group, _ document: Document) -> String {
    let paths = group.entries.map { document.files[$0.file].path }
    let counts = Dictionary(grouping: paths, by: last).mapValues(\.count)
    let isRepeated = paths.prefix(3).contains { counts[last($0)]! > 1 }
    let depth = paths[0].split(separator: "/").count
    let common = (0..<depth).prefix { level in
      paths.allSatisfy { path in
        let parts = path.split(separator: "/")
        return level + 1 < parts.count && parts[level] == paths[0].split(separator: "/")[level]
      }
    }.count
    let names = paths.prefix(3).map { path in
      isRepeated ? path.split(separator: "/").dropFirst(common).joined(separator: "/") : last(path)
    }
    return " (\(names.joined(separator: ", "))\(paths.count > 3 ? ", …" : ""))"
  }

  private static func last(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func users(_ entry: SharedEntry) -> String {
    entry.users.isEmpty ? "" : "; users: " + entry.users.joined(separator: ", ")
  }
}
