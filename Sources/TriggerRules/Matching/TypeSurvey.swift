internal import Configuration
internal import Facts

/// What a file says of its types: what they are derived from, and which marks they have.
extension SurveyReader {
  mutating func readTypes() {
    for header in sites.headers {
      guard
        let symbol = index.symbols.first(where: {
          $0.kind == .type && $0.name == header.name && $0.line <= header.line
            && header.line <= $0.endLine
        }) ?? index.symbols.first(where: { $0.kind == .type && $0.name == header.name })
      else { continue }
      var type = survey.types[symbol.key] ?? SurveyedType(symbol: symbol)
      type.supertypes += header.supertypes
      type.isInterface = type.isInterface || header.isInterface
      survey.types[symbol.key] = type
    }
    survey.annotations = Set(sites.headers.lazy.filter(\.isAnnotation).map(\.name))
    for reference in index.facts.references
    where reference.kind == .inherit || reference.kind == .implement {
      guard reference.from != Reference.fileLevel else { continue }
      let key = index.facts.symbols[Int(reference.from)].key
      survey.types[key]?.supertypeKeys.append(index.facts.symbols[Int(reference.to)].key)
    }
    guard !index.facts.annotations.isEmpty else { return }
    for annotation in index.facts.annotations where annotation.symbol != Reference.fileLevel {
      let key = index.facts.symbols[Int(annotation.symbol)].key
      let name = FileFactsIndex.simple(annotation.name)
      survey.types[key]?.marks.insert(name)
      if name == "Bean" { readBean(annotation.line) }
      guard survey.language == .java || survey.language == .kotlin, rules.annotations[name] == nil,
        !Self.plainAnnotations.contains(name),
        let symbol = index.symbols.first(where: { $0.key == key }), symbol.isFunction
      else { continue }
      survey.others.append((name, symbol, annotation.line))
    }
  }

  /// The type that a method behind an annotation gives back.
  mutating func readBean(_ line: UInt32) {
    guard
      let open = (0..<tokens.count).first(where: {
        tokens.line($0) >= line && tokens.isMark($0, "(") && tokens.isWord($0 - 1)
          && !tokens.isMark($0 - 2, "@")
      })
    else { return }
    let end = tokens.close(open) + 1
    for place in max(0, open - 4)..<min(tokens.count, end + 40) where tokens.isWord(place) {
      // `Sweep sweep() { return new Sweep(); }`, `fun sweep() = Sweep()`.
      let isType = place == open - 2 || tokens.isWord(place - 1, "new") || place == end + 1
      if isType { survey.beans.insert(tokens.text(place)) }
    }
  }

  /// Annotations that nobody composes others of.
  private static let plainAnnotations: Set<String> = [
    "Override", "Autowired", "Bean", "Transactional", "SuppressWarnings", "Deprecated", "Inject",
    "Nullable", "NotNull", "JsonProperty", "Query", "PreAuthorize", "Value", "Before", "After",
  ]
}
