internal import Facts
internal import FrontEnd
internal import TreeSitterBinding

/// TypeScript up to version 5, without markup in expressions.
struct TypeScriptLanguage: SyntaxLanguage {
  let language = Language.typescript
  let grammar = GrammarName("typescript")
  let revision = 4
  let family = LanguageFamily.ecma

  func makeReader(_ grammar: Grammar) -> any OutlineReader { EcmaReader(grammar) }

  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules {
    EcmaRules(project, inventory)
  }
}

/// TypeScript with markup in expressions, which excludes casts in angle brackets.
struct TSXLanguage: SyntaxLanguage {
  let language = Language.tsx
  let grammar = GrammarName("typescript", symbol: "tree_sitter_tsx")
  let revision = 4
  let family = LanguageFamily.ecma

  func makeReader(_ grammar: Grammar) -> any OutlineReader { EcmaReader(grammar) }

  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules {
    EcmaRules(project, inventory)
  }
}

/// JavaScript, with or without markup in expressions.
struct JavaScriptLanguage: SyntaxLanguage {
  let language = Language.javascript
  let grammar = GrammarName("javascript")
  let revision = 4
  let family = LanguageFamily.ecma

  func makeReader(_ grammar: Grammar) -> any OutlineReader { EcmaReader(grammar) }

  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules {
    EcmaRules(project, inventory)
  }
}
