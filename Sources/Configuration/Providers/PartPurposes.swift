internal import Yams

/// What parts are for where providers sell that as a service, by the words that say it:
/// `purposes.yml`.
package struct PartPurposes: Sendable {
  private let purposes: [(name: String, words: Set<String>)]

  /// The table that comes with the tool, read once.
  package static let standard: PartPurposes = {
    let text = String(decoding: PackageResources.purposes_yml, as: UTF8.self)
    guard let root = try? YAMLText.documents(text).first,
      case .mapping(let mapping)? = root.value("purposes")
    else { preconditionFailure("purposes.yml is damaged") }
    return PartPurposes(
      purposes: mapping.map { key, value in
        (key.text ?? "", Set(value.elements.compactMap(\.text)))
      })
  }()

  /// The first purpose that a word of a name, a route or a path is of: words end where letters do and
  /// where a capital follows a small letter.
  package func purpose(of text: String) -> String? {
    let words = Set(Self.words(text))
    return purposes.first { !$0.words.isDisjoint(with: words) }?.name
  }

  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasSmall = false
    for character in text {
      if !character.isLetter || character.isUppercase && wasSmall {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if character.isLetter { word.append(character) }
      wasSmall = character.isLowercase
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }
}
