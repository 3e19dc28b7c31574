package import Basics

/// Who owns which file, as a `CODEOWNERS` file says it, with the rules of GitHub and GitLab.
///
/// The last pattern that matches a file decides; one without owners takes them away. In sections, which
/// GitLab has, the last pattern of each section decides, and the owners of all sections count. A line
/// that cannot be read is passed over, as both do.
package struct OwnerRules: Sendable {
  private struct Rule: Sendable {
    var globs: [Glob]
    var owners: [String]
    /// `!pattern`: no owners by this section, whatever follows.
    var isExclusion: Bool

    func matches(_ path: String) -> Bool { globs.contains { $0.matches(path) } }
  }

  private var sections: [[Rule]] = []
  /// Of the text.
  package let digest: Digest

  /// Where the file may be, the first of them counts.
  package static let locations = [
    ".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS",
  ]
  private static let largestSize = 3 << 20
  private static let mostRules = 5_000

  /// The rules of the repository at `top`; nil if it has none. Links are not followed.
  package static func find(at top: [UInt8]) -> OwnerRules? {
    for location in locations {
      let path = top + Array("/\(location)".utf8)
      guard GitRepository.isEntry(path, .file), let real = try? FileSystem.realPath(path),
        real == path, let text = try? FileSystem.read(path, limit: largestSize)
      else { continue }
      return OwnerRules(String(decoding: text, as: UTF8.self))
    }
    return nil
  }

  package init(_ text: String) {
    digest = Digest(of: Array(text.utf8))
    // The part before the first section is one by itself.
    var names = [""]
    sections = [[]]
    var (current, standard, count) = (0, [String](), 0)
    for line in text.split(whereSeparator: \.isNewline) {
      let words = Self.words(line)
      guard !words.isEmpty, count < Self.mostRules else { continue }
      if let section = Section(line) {
        standard = section.owners
        if let known = names.firstIndex(of: section.name) {
          current = known
        } else {
          current = names.count
          names.append(section.name)
          sections.append([])
        }
      } else if let rule = Self.rule(words, standard) {
        sections[current].append(rule)
        count += 1
      }
    }
  }

  /// The owners of a path relative to the top of the repository, sorted; lower case.
  package func owners(of path: String) -> [String] {
    var owners: Set<String> = []
    for rules in sections {
      if rules.contains(where: { $0.isExclusion && $0.matches(path) }) { continue }
      if let rule = rules.last(where: { !$0.isExclusion && $0.matches(path) }) {
        owners.formUnion(rule.owners)
      }
    }
    return owners.sorted { $0.precedesBytewise($1) }
  }

  private static func rule(_ words: [String], _ standard: [String]) -> Rule? {
    let isExclusion = words[0].hasPrefix("!")
    let pattern = isExclusion ? String(words[0].dropFirst()) : words[0]
    let globs = globs(pattern)
    if globs.isEmpty { return nil }
    let named = words.dropFirst().filter(isOwner).map { $0.lowercased() }
    return Rule(
      globs: globs, owners: named.isEmpty ? standard : Array(named), isExclusion: isExclusion)
  }

  private static func isOwner(_ word: String) -> Bool { word.contains("@") && word.count > 1 }

  /// The pattern as globs: for what it names, and for what lies below a folder that it names.
  private static func globs(_ pattern: String) -> [Glob] {
    var body = pattern[...]
    let isAnchored = body.dropLast().contains("/")
    while body.hasPrefix("/") { body = body.dropFirst() }
    let isFolder = body.hasSuffix("/")
    while body.hasSuffix("/") { body = body.dropLast() }
    if body.isEmpty {
      return isFolder || pattern == "/" ? [try? Glob("**")].compactMap(\.self) : []
    }
    // Classes, alternatives and their like are no part of these patterns.
    var text = isAnchored ? "" : "**/"
    var isEscaped = false
    for character in body {
      if "[]{}".contains(character), !isEscaped { text += "\\" }
      isEscaped = character == "\\" && !isEscaped
      text.append(character)
    }
    var texts = isFolder ? [] : [text]
    // `docs/*` is what lies in `docs` and not deeper.
    if !(isAnchored && body.hasSuffix("/*")) { texts.append(text + "/**") }
    return texts.compactMap { try? Glob($0) }
  }

  /// The words of a line up to a comment; a backslash takes a blank or `#` into a word.
  private static func words(_ line: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    var isEscaped = false
    for character in line {
      if isEscaped {
        if character != " ", character != "#" { word.append("\\") }
        word.append(character)
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == " " || character == "\t" {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else if character == "#", word.isEmpty {
        return words
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }

  /// `[Name]`, `^[Name]` for an optional one, `[Name][2]` with a number of approvals, then owners of
  /// all rules that name none.
  private struct Section {
    var name: String
    var owners: [String]

    init?(_ line: Substring) {
      var rest = line.drop { $0 == " " || $0 == "\t" }
      if rest.first == "^" { rest = rest.dropFirst() }
      guard rest.first == "[", let end = rest.firstIndex(of: "]") else { return nil }
      name = rest[rest.index(after: rest.startIndex)..<end].lowercased()
      rest = rest[rest.index(after: end)...]
      if rest.first == "[", let close = rest.firstIndex(of: "]") {
        rest = rest[rest.index(after: close)...]
      }
      guard rest.isEmpty || rest.first == " " || rest.first == "\t" else { return nil }
      owners = OwnerRules.words(rest).filter(OwnerRules.isOwner).map { $0.lowercased() }
    }
  }
}
