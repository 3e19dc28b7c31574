internal import Basics

/// What the names of files say a group is about: the word, or pair of words, that most of its files
/// carry and few others do.
struct FileThemes {
  /// For each file its words and pairs of adjacent words, as numbers.
  private let phrasesOf: [[Int]]
  private let texts: [String]
  /// Files that carry each phrase.
  private let holders: [Int]

  /// A theme below this balance of precision and recall would promise too much.
  private static let least = 0.3

  /// - Parameter stems: of every file the name without its folder and ending.
  init(_ stems: [String]) {
    var numbers: [String: Int] = [:]
    var texts: [String] = []
    phrasesOf = stems.map { stem in
      var own: [Int] = []
      for phrase in Self.phrases(stem) {
        let number = numbers[phrase] ?? texts.count
        if number == texts.count {
          numbers[phrase] = number
          texts.append(phrase)
        }
        if !own.contains(number) { own.append(number) }
      }
      return own
    }
    var holders = [Int](repeating: 0, count: texts.count)
    for own in phrasesOf { for phrase in own { holders[phrase] += 1 } }
    self.texts = texts
    self.holders = holders
  }

  /// The phrase with the best harmonic mean of precision (of the files that carry it, those in the
  /// group) and recall (of the group, the files that carry it); the longer of nearly equal ones.
  func theme(of members: [Int]) -> String? {
    var inside: [Int: Int] = [:]
    for member in members { for phrase in phrasesOf[member] { inside[phrase, default: 0] += 1 } }
    func balance(_ phrase: Int) -> Double {
      2 * Double(inside[phrase]!) / Double(holders[phrase] + members.count)
    }
    let best = inside.keys.filter { inside[$0]! > 1 && balance($0) >= Self.least }.max { a, b in
      let (x, y) = (balance(a), balance(b))
      return x != y ? x < y : texts[b].precedesBytewise(texts[a])
    }
    guard let best else { return nil }
    // Of a pair that always stands together both words are as good: the pair says more.
    let longer = inside.keys.filter {
      inside[$0]! * 10 >= inside[best]! * 9 && texts[$0].contains("-")
        && texts[$0].split(separator: "-").contains(Substring(texts[best]))
    }
    return longer.min { texts[$0].precedesBytewise(texts[$1]) }.map { texts[$0] } ?? texts[best]
  }

  /// `issue_relations_controller` gives `issue`, `relation`, `issue-relation`.
  private static func phrases(_ stem: String) -> [String] {
    let words = words(stem)
    return words + zip(words, words.dropFirst()).map { $0 + "-" + $1 }
  }

  /// The words of a file's name in the singular, without those that say a role:
  /// `issue_relations_controller` gives `issue`, `relation`.
  static func words(_ stem: String) -> [String] {
    var words: [String] = []
    Words.forEach(in: stem) { bytes in
      let plain = String(decoding: bytes, as: UTF8.self)
      let word = BusinessNames.singular(plain)
      let saysRole = [word, plain].contains {
        BusinessFolders.roles.contains($0) || BusinessFolders.generic.contains($0)
          || BusinessFolders.wrappers.contains($0) || Words.isCommon($0)
      }
      if !saysRole { words.append(word) }
    }
    return words
  }
}
