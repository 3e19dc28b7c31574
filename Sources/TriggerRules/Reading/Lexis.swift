internal import Facts

/// How a language writes comments and texts: all that it takes to cut a source into words.
struct Lexis: Sendable {
  enum Quote: Sendable { case none, text, character, name }

  var hasHashComments = false
  var hasSlashComments = true
  var nestsComments = false
  var single = Quote.text
  var back = Quote.none
  var hasTripleQuotes = false
  /// The byte before the bracket that opens an expression inside a text; 0 for none.
  var interpolation: UInt8 = 0
  /// Whether a text may go over several lines.
  var isMultiline = false
  var hasRegexes = false
  /// Whether `<` right behind a name opens arguments that are types.
  var hasTypeArguments = false
  /// Whether a bracket `{` where a value stands is a function, not a table.
  var bracesAreFunctions = false
  /// Whether arguments may stand without brackets.
  var hasBareArguments = false
  var isPHP = false
  var isRuby = false
  var isPython = false
  var isCFamily = false
  /// Java and C#: lists are made by their types.
  var writesTypesFirst = false
  /// Whether libraries take texts and numbers as pointers: `aws.String("x")`.
  var hasPointedValues = false
  var dollarIsLetter = false

  static func of(_ language: Language) -> Lexis {
    var lexis = Lexis()
    switch language {
    case .java, .jsp:
      lexis.single = .character
      (lexis.hasTripleQuotes, lexis.hasTypeArguments) = (true, true)
      lexis.writesTypesFirst = true
    case .kotlin, .scala:
      (lexis.single, lexis.back) = (.character, .name)
      (lexis.hasTripleQuotes, lexis.hasTypeArguments) = (true, true)
      (lexis.nestsComments, lexis.bracesAreFunctions) = (true, true)
      lexis.interpolation = UInt8(ascii: "$")
    case .swift:
      (lexis.single, lexis.back) = (.none, .name)
      (lexis.hasTripleQuotes, lexis.hasTypeArguments) = (true, true)
      (lexis.nestsComments, lexis.bracesAreFunctions) = (true, true)
      lexis.interpolation = UInt8(ascii: "\\")
      lexis.dollarIsLetter = true
    case .csharp:
      (lexis.single, lexis.hasTripleQuotes, lexis.hasTypeArguments) = (.character, true, true)
      lexis.writesTypesFirst = true
    case .go:
      (lexis.single, lexis.back) = (.character, .text)
      lexis.hasPointedValues = true
    case .rust:
      (lexis.single, lexis.nestsComments) = (.character, true)
      (lexis.hasTypeArguments, lexis.isMultiline) = (true, true)
    case .python:
      (lexis.hasHashComments, lexis.hasSlashComments) = (true, false)
      (lexis.hasTripleQuotes, lexis.isPython) = (true, true)
    case .ruby:
      (lexis.hasHashComments, lexis.hasSlashComments, lexis.back) = (true, false, .text)
      (lexis.hasRegexes, lexis.isRuby, lexis.isMultiline) = (true, true, true)
      (lexis.interpolation, lexis.hasBareArguments) = (UInt8(ascii: "#"), true)
    case .php:
      (lexis.hasHashComments, lexis.back, lexis.isMultiline) = (true, .text, true)
      (lexis.isPHP, lexis.dollarIsLetter) = (true, true)
    case .javascript, .typescript, .tsx:
      (lexis.back, lexis.hasRegexes, lexis.dollarIsLetter) = (.text, true, true)
      lexis.interpolation = UInt8(ascii: "$")
      lexis.hasTypeArguments = language != .javascript
    default:
      (lexis.single, lexis.isCFamily) = (.character, true)
      lexis.hasTypeArguments = language.isPlusPlus
    }
    return lexis
  }
}
