/// The targets of `Package.swift`, read from its text.
///
/// What it cannot read is missing in ``targets``; the tests compare them with the folders.
struct Manifest {
  struct Target: Equatable {
    var name: String
    var line: Int
    /// Targets of this package.
    var dependencies: [String] = []
    /// Products of other packages.
    var products: [String] = []
  }

  /// Of the product, without tests.
  private(set) var targets: [Target] = []
  private(set) var tests: [Target] = []

  private let tokens: [Token]
  private static let declarations: Set<String> = [
    "layer", "target", "executableTarget", "systemLibrary",
  ]
  private static let testDeclarations: Set<String> = ["tests", "testTarget"]

  init(_ text: String) {
    tokens = SwiftTokens.read(text)
    for index in tokens.indices where tokens[index].kind == .word {
      let word = tokens[index].text
      if Self.declarations.contains(word), let target = target(at: index) {
        targets.append(target)
      } else if Self.testDeclarations.contains(word), var target = target(at: index) {
        if word == "tests" { target.name += "Tests" }
        tests.append(target)
      }
    }
  }

  /// The target that the call at `index` declares; nil if it is no such call.
  private func target(at index: Int) -> Target? {
    guard index == 0 || tokens[index - 1].text != "func" else { return nil }
    var next = index + 1
    guard next < tokens.count, tokens[next].isMark("(") else { return nil }
    next += 1
    if next + 1 < tokens.count, tokens[next].text == "name", tokens[next + 1].isMark(":") {
      next += 2
    }
    guard next + 1 < tokens.count, tokens[next].kind == .string, !tokens[next + 1].isMark("+")
    else { return nil }
    var target = Target(name: tokens[next].text, line: tokens[index].line)
    readDependencies(of: &target, from: next + 1)
    return target
  }

  /// Dependencies are the strings right inside a list that has no label or the label
  /// `dependencies`, products stand in `.product(name:…)`.
  private func readDependencies(of target: inout Target, from start: Int) {
    var (parentheses, brackets) = (1, 0)
    var label = ""
    for index in start..<tokens.count {
      let token = tokens[index]
      switch (token.kind, token.text) {
      case (.mark, "("): parentheses += 1
      case (.mark, ")"): parentheses -= 1
      case (.mark, "["): brackets += 1
      case (.mark, "]"): brackets -= 1
      case (.mark, ",") where parentheses == 1 && brackets == 0: label = ""
      case (.mark, ":") where parentheses == 1 && brackets == 0: label = tokens[index - 1].text
      case (.string, _)
      where parentheses == 1 && brackets == 1 && ["", "dependencies"].contains(label):
        target.dependencies.append(token.text)
      case (.string, _) where parentheses == 2 && tokens[index - 4].text == "product":
        target.products.append(token.text)
      default: break
      }
      if parentheses == 0 { return }
    }
  }

  /// Dependencies that the table forbids.
  func violations(_ layering: Layering) -> [Violation] {
    targets.flatMap { target in
      (target.dependencies + target.products).compactMap { module in
        layering.objection(to: target.name, seeing: module)
          .map { Violation(file: "Package.swift", line: target.line, rule: $0) }
      }
    }
  }

  /// Imports of targets and products that the manifest does not declare: they build only by luck.
  func undeclaredImports(in file: SourceRules, _ layering: Layering) -> [Violation] {
    guard let target = targets.first(where: { $0.name == file.file.target }) else { return [] }
    let declared = Set(target.dependencies + target.products)
    return file.imports.compactMap { found in
      let isFree = layering.outside[found.module].map { $0 == nil } ?? false
      guard !isFree, !declared.contains(found.module) else { return nil }
      let rule = "\"\(target.name)\" does not declare \"\(found.module)\" in Package.swift"
      return Violation(file: file.file.path, line: found.line, rule: rule)
    }
  }
}
