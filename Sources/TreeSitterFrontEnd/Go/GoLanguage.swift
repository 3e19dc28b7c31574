internal import Facts
internal import FrontEnd
internal import TreeSitterBinding

/// Go up to version 1.24.
struct GoLanguage: SyntaxLanguage {
  let language = Language.go
  let grammar = GrammarName("go")
  let revision = 3
  let family = LanguageFamily.go

  func makeReader(_ grammar: Grammar) -> any OutlineReader { GoReader(grammar) }

  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules {
    GoRules(project, inventory)
  }
}
