internal import Basics
internal import Facts

/// Names that tell the configurations of one file apart, by what differs.
enum ConfigurationNames {
  private static let lengthLimit = 40

  /// One a configuration, all different; a single one has none.
  static func names(of configurations: [BuildConfiguration]) -> [String?] {
    guard configurations.count > 1 else { return configurations.map { _ in nil } }
    let flags = configurations.map { Set(words($0.arguments)) }
    let common = flags.dropFirst().reduce(flags[0]) { $0.intersection($1) }
    var names = flags.map { own in
      own.subtracting(common).sorted { rank($0, $1) }.prefix(2).joined(separator: " ")
    }
    names = names.map { $0.utf8.count > lengthLimit ? "" : $0 }
    let isClear = Set(names).count == names.count && names.count { $0.isEmpty } <= 1
    guard isClear else { return configurations.indices.map { "\($0 + 1)" } }
    return names.map { $0.isEmpty ? "default" : $0 }
  }

  /// The folders are shown by their last name: they differ in it, or in nothing that helps.
  private static func words(_ arguments: FilteredArguments) -> [String] {
    var words = arguments.flags.map { flag in
      flag.hasPrefix("-D") || !flag.contains("/") ? flag : "-I…/" + PathText.name(flag)
    }
    words.append("-x \(arguments.language.rawValue)")
    if let standard = arguments.standard { words.append("-std=" + standard) }
    return words
  }

  /// Macros say most.
  private static func rank(_ a: String, _ b: String) -> Bool {
    let (first, second) = (a.hasPrefix("-D"), b.hasPrefix("-D"))
    return first != second ? first : a.precedesBytewise(b)
  }
}
