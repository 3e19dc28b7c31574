internal import Facts
internal import FrontEnd
internal import TreeSitterBinding

/// Kotlin up to version 2.
struct KotlinLanguage: SyntaxLanguage {
  let language = Language.kotlin
  let grammar = GrammarName("kotlin")
  let revision = 3
  let family = LanguageFamily.jvm

  func prepared(_ source: [UInt8]) -> [UInt8] { KotlinSource.plain(source) }

  func makeReader(_ grammar: Grammar) -> any OutlineReader { KotlinReader(grammar) }

  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules {
    KotlinRules(project)
  }
}
