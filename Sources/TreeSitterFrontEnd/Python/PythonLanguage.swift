internal import Facts
internal import FrontEnd
internal import TreeSitterBinding

/// Python 3, and Python 2 as far as its grammar goes.
struct PythonLanguage: SyntaxLanguage {
  let language = Language.python
  let grammar = GrammarName("python")
  let revision = 6
  let family = LanguageFamily.python

  func makeReader(_ grammar: Grammar) -> any OutlineReader { PythonReader(grammar) }

  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules {
    PythonRules(project, inventory)
  }
}
