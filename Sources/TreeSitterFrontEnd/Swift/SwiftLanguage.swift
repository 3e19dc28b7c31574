internal import Facts
internal import FrontEnd
internal import TreeSitterBinding

/// Swift up to version 6.
struct SwiftLanguage: SyntaxLanguage {
  let language = Language.swift
  let grammar = GrammarName("swift")
  let revision = 1
  let family = LanguageFamily.swift

  func prepared(_ source: [UInt8]) -> [UInt8] { SwiftSource.plain(source) }

  func makeReader(_ grammar: Grammar) -> any OutlineReader { SwiftReader(grammar) }

  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules {
    SwiftRules(project, SwiftModules(inventory, project))
  }
}
