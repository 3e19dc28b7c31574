internal import Basics

/// The business words of folders: what is left of their names without what many of them have in
/// common and without the technical words that follow.
struct BusinessNames {
  /// For each path given, as the names from the root; empty where no folder names any business.
  private(set) var names: [String] = []

  /// Words that say what kind of a part a folder is, after its business.
  private static let suffixes: Set<String> = [
    "api", "app", "bundle", "client", "component", "contract", "contracts", "core", "domain",
    "event", "events", "impl", "lib", "messages", "module", "ms", "plugin", "server", "service",
    "services", "spec", "svc", "web",
  ]
  private static let sortedSuffixes = suffixes.sorted()

  init(_ paths: [[String]]) {
    let candidates = paths.map { path in path.reversed().filter(Self.isBusiness) }
    var counts: [String: Int] = [:]
    let named = candidates.compactMap(\.first)
    for name in named { for word in Set(Self.words(name)) { counts[word, default: 0] += 1 } }
    let limit = max(2, named.count / 2)
    let common = Set(counts.filter { $0.value > limit }.keys)
    names = candidates.map { folders in
      folders.lazy.map { Self.name($0, without: common) }.first { !$0.isEmpty } ?? ""
    }
  }

  private static func isBusiness(_ folder: String) -> Bool {
    let name = folder.lowercased()
    return !BusinessFolders.wrappers.contains(name) && !BusinessFolders.layers.contains(name)
      && !suffixes.contains(name)
  }

  /// `OrderHistory-Service` is `order`, `history`, `service`.
  private static func words(_ name: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    for character in name {
      if "-_. ".contains(character) || character.isUppercase && wasLower {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if !"-_. ".contains(character) { word.append(character) }
      wasLower = character.isLowercase || character.isNumber
    }
    return word.isEmpty ? words : words + [word.lowercased()]
  }

  private static func name(_ folder: String, without common: Set<String>) -> String {
    var words = words(folder).filter { !common.contains($0) }
    while words.count > 1, suffixes.contains(words[words.count - 1]) { words.removeLast() }
    if words.count == 1 { return stem(words[0]) }
    return singular(words.joined(separator: "-"))
  }

  /// `orderservice` is `order`.
  private static func stem(_ word: String) -> String {
    var word = Substring(word)
    while let suffix = sortedSuffixes.first(where: {
      word.hasSuffix($0) && word.count > $0.count + 2
    }) {
      word = word.dropLast(suffix.count)
    }
    return singular(String(word))
  }

  /// `orders` is `order`, `categories` is `category`.
  static func singular(_ word: String) -> String {
    if word.count > 4, word.hasSuffix("ies") { return word.dropLast(3) + "y" }
    let isPlural =
      word.count > 3 && word.hasSuffix("s") && !["ss", "us", "is"].contains(where: word.hasSuffix)
    return isPlural ? String(word.dropLast()) : word
  }
}
