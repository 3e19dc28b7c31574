internal import Facts
internal import FrontEnd
internal import TreeSitterBinding

/// Java up to version 21.
struct JavaLanguage: SyntaxLanguage {
  let language = Language.java
  let grammar = GrammarName("java")
  let revision = 5
  let family = LanguageFamily.jvm

  func makeReader(_ grammar: Grammar) -> any OutlineReader { JavaReader(grammar) }

  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules {
    JavaRules(project)
  }
}
