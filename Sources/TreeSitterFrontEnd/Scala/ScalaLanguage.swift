internal import Facts
internal import FrontEnd
internal import TreeSitterBinding

/// Scala 2.12 to 3.
struct ScalaLanguage: SyntaxLanguage {
  let language = Language.scala
  let grammar = GrammarName("scala")
  let revision = 2
  let family = LanguageFamily.jvm

  func makeReader(_ grammar: Grammar) -> any OutlineReader { ScalaReader(grammar) }

  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules {
    ScalaRules(project)
  }
}
