internal import Facts
internal import FrontEnd
internal import TreeSitterBinding

/// C# up to version 13.
struct CSharpLanguage: SyntaxLanguage {
  let language = Language.csharp
  let grammar = GrammarName("c-sharp")
  let revision = 5
  let family = LanguageFamily.csharp

  func makeReader(_ grammar: Grammar) -> any OutlineReader { CSharpReader(grammar) }

  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules {
    CSharpRules(project, CSharpProjects(project.files.map(\.facts.path), inventory))
  }
}
