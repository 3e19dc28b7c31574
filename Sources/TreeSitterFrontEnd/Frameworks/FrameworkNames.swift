internal import Configuration

/// How frameworks make the names of stores and parts from those of types.
enum FrameworkNames {
  /// `path` is that of the file, relative to the root.
  static func name(of type: String, _ naming: FrameworkPack.Naming, path: String) -> String {
    switch naming {
    case .same: type
    case .snake: snake(type)
    case .plural: plural(type)
    case .pluralSnake: plural(snake(type))
    case .camel: camel(type)
    case .application: application(path) + "_" + type.lowercased()
    }
  }

  /// `OrderItem` as `order_item`, `HTTPServer` as `http_server`.
  static func snake(_ name: String) -> String {
    let letters = Array(name)
    var text = ""
    for (index, letter) in letters.enumerated() {
      if letter.isUppercase, index > 0 {
        let last = letters[index - 1]
        let isNextLower = index + 1 < letters.count && letters[index + 1].isLowercase
        if last.isLowercase || last.isNumber || (last.isUppercase && isNextLower) { text += "_" }
      }
      text.append(letter)
    }
    return text.lowercased()
  }

  /// The first letter in lower case, unless the second is a capital as well (as for Java beans).
  static func camel(_ name: String) -> String {
    if name.dropFirst().first?.isUppercase ?? true { return name }
    return name.prefix(1).lowercased() + name.dropFirst()
  }

  /// The English plural of the last word, by its usual rules.
  static func plural(_ name: String) -> String {
    let lower = name.lowercased()
    for (one, many) in irregular where lower.hasSuffix(one) {
      return String(name.dropLast(one.count - 1)) + many.dropFirst()
    }
    if uncountable.contains(where: lower.hasSuffix) { return name }
    if lower.hasSuffix("y"), let before = lower.dropLast().last, !"aeiou".contains(before) {
      return String(name.dropLast()) + "ies"
    }
    if ["s", "x", "z", "ch", "sh"].contains(where: lower.hasSuffix) { return name + "es" }
    return name + "s"
  }

  private static let irregular = [
    ("person", "people"), ("child", "children"), ("man", "men"), ("mouse", "mice"),
    ("analysis", "analyses"), ("status", "statuses"), ("quiz", "quizzes"), ("datum", "data"),
  ]

  private static let uncountable = [
    "equipment", "information", "rice", "money", "species", "series", "fish", "sheep", "news",
    "metadata",
  ]

  /// The folder of the application that a file belongs to: `shop` of `shop/models/order.py`.
  private static func application(_ path: String) -> String {
    var folders = path.split(separator: "/").dropLast()
    if folders.last == "models" { folders.removeLast() }
    return String(folders.last ?? "")
  }
}
