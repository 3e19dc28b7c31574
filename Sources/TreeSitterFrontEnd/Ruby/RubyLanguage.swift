internal import Facts
internal import FrontEnd
internal import TreeSitterBinding

/// Ruby, with the conventions of Rails where a text or symbol names code.
struct RubyLanguage: SyntaxLanguage {
  let language = Language.ruby
  let grammar = GrammarName("ruby")
  let revision = 3
  let family = LanguageFamily.ruby

  func makeReader(_ grammar: Grammar) -> any OutlineReader { RubyReader(grammar) }

  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules {
    RubyRules(project)
  }
}
