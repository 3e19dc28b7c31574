internal import Facts
internal import FrontEnd
internal import TreeSitterBinding

/// Rust, editions 2015 to 2024.
struct RustLanguage: SyntaxLanguage {
  let language = Language.rust
  let grammar = GrammarName("rust")
  let revision = 2
  let family = LanguageFamily.rust

  func makeReader(_ grammar: Grammar) -> any OutlineReader { RustReader(grammar) }

  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules {
    RustRules(project, inventory)
  }
}
