internal import Configuration
internal import Facts

/// Methods that a framework calls by the names of their types and their own.
extension SurveyReader {
  /// The public methods of a type that no mark of the rule's `unless` takes out.
  mutating func matchActions(of type: KnownSymbol, _ rule: TriggerRule, _ number: Int) {
    let names = rule.methods.map { FrameworkPack.Pattern($0) }
    let isPage = rule.captures.contains { $0.key == "path" && $0.places == [.constant("file")] }
    for method in index.symbols
    where method.isFunction && method.name != type.name && index.type(of: method)?.key == type.key {
      guard names.contains(where: { $0.matches(method.name) }), isPublic(method, anyResult: isPage),
        !rule.unless.contains(where: ownMarks(of: method).contains)
      else { continue }
      var found = FoundTrigger(
        rule: number, kind: rule.kind, handler: .symbol(method), line: method.line,
        evidence: "\(type.name).\(method.name)")
      found.path = isPage ? pagePath : Self.actionPath(type.name, method.name)
      found.verb = Self.verb(ofAction: method.name)
      survey.found.append(found)
    }
  }

  /// Names of the annotations of a symbol itself.
  private func ownMarks(of symbol: KnownSymbol) -> Set<String> {
    Set(
      index.facts.annotations.lazy.filter { annotation in
        annotation.symbol != Reference.fileLevel
          && index.facts.symbols[Int(annotation.symbol)].key == symbol.key
      }.map { FileFactsIndex.simple($0.name) })
  }

  /// Whether the words before the name of a method say so, that it is one of an object, and that it gives
  /// back an answer: others that are public are mostly no actions.
  private func isPublic(_ method: KnownSymbol, anyResult: Bool) -> Bool {
    guard
      var place = (0..<tokens.count).first(where: {
        tokens.line($0) >= method.line && tokens.isWord($0, method.name)
          && (tokens.isMark($0 + 1, "(") || tokens.isMark($0 + 1, "<"))
      }), tokens.line(place) <= method.endLine
    else { return false }
    var isPublic = false
    var hasResult = anyResult
    while place > 0 {
      place -= 1
      if tokens[place].kind == .mark, [0x3b, 0x7b, 0x7d].contains(tokens[place].byte) { break }
      if ["static", "override", "abstract"].contains(tokens.text(place)) { return false }
      if tokens.isWord(place, "public") { isPublic = true }
      let word = tokens.text(place)
      if word == "string" || word.hasSuffix("Result") { hasResult = true }
    }
    return isPublic && hasResult
  }

  /// `CartController.Index` is `/cart`, `CartController.AddAsync` is `/cart/add`.
  private static func actionPath(_ type: String, _ method: String) -> String {
    let controller = type.hasSuffix("Controller") ? String(type.dropLast(10)) : type
    let action = method.hasSuffix("Async") ? String(method.dropLast(5)) : method
    let path = "/" + controller.lowercased()
    return action == "Index" ? path : path + "/" + action.lowercased()
  }

  /// `Pages/Account/Login.cshtml.cs` is `/account/login`.
  private var pagePath: String {
    var parts = survey.path.split(separator: "/").map { $0.lowercased() }
    if let start = parts.lastIndex(of: "pages") { parts.removeFirst(start + 1) }
    let name = parts.popLast().map { String($0.prefix { $0 != "." }) } ?? ""
    return "/" + (name == "index" ? parts : parts + [name]).joined(separator: "/")
  }

  /// `OnPostAsync` answers POST.
  private static func verb(ofAction name: String) -> String {
    let verbs = ["Get", "Post", "Put", "Patch", "Delete", "Head", "Options"]
    return verbs.first { name.hasPrefix("On" + $0) }?.uppercased() ?? "ANY"
  }
}
