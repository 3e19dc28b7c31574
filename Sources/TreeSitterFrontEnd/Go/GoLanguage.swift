internal import Facts
internal import FrontEnd
internal import TreeSitterBinding

/// Go up to version 1.26.
struct GoLanguage: SyntaxLanguage {
  let language = Language.go
  let grammar = GrammarName("go")
  let revision = 4
  let family = LanguageFamily.go

  func prepared(_ source: [UInt8]) -> [UInt8] { GoSource.plain(source) }

  func makeReader(_ grammar: Grammar) -> any OutlineReader { GoReader(grammar) }

  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules {
    GoRules(project, inventory)
  }
}
