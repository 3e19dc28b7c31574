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
      let key = entry.label + "\n" + entry.reason
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
    return "\(title) (\(first.label, .faint)): \(first.reason)\(isOne ? users : "")"
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

  /// Some of the files by their own names, where they are not listed.
  private static func names(_ group: Group, _ document: Document) -> String {
    let names = group.entries.prefix(3).map { entry in
      let path = document.files[entry.file].path
      return path.split(separator: "/").last.map(String.init) ?? path
    }
    return " (\(names.joined(separator: ", "))\(group.entries.count > 3 ? ", …" : ""))"
  }

  private static func users(_ entry: SharedEntry) -> String {
    entry.users.isEmpty ? "" : "; users: " + entry.users.joined(separator: ", ")
  }
}
