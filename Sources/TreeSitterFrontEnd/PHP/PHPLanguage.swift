internal import Facts
internal import FrontEnd
internal import TreeSitterBinding

/// PHP up to version 8.3, in files of code and in templates.
struct PHPLanguage: SyntaxLanguage {
  let language = Language.php
  let grammar = GrammarName("php")
  let revision = 3
  let family = LanguageFamily.php

  func makeReader(_ grammar: Grammar) -> any OutlineReader { PHPReader(grammar) }

  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules {
    PHPRules(project, inventory)
  }
}
