internal import Facts
internal import FrontEnd
internal import TreeSitterBinding

/// Pages of JSP and files of tags, read as the Java that they stand for.
struct JSPLanguage: SyntaxLanguage {
  let language = Language.jsp
  let grammar = GrammarName("java")
  let revision = 1
  let family = LanguageFamily.jvm

  func prepared(_ source: [UInt8]) -> [UInt8] { PageSource(source).java() }

  func makeReader(_ grammar: Grammar) -> any OutlineReader { JSPReader(grammar) }

  func makeRules(_ project: ProjectIndex, _ inventory: Inventory) -> any NameRules {
    JavaRules(project, only: .jsp)
  }
}

/// Reads a page that was written as Java, and the other pages that it includes.
struct JSPReader: OutlineReader {
  private let java: JavaReader

  init(_ grammar: Grammar) { java = JavaReader(grammar) }

  func read(into draft: inout OutlineDraft) {
    java.read(into: &draft)
    readIncludes(&draft)
    name(&draft)
  }

  private func readIncludes(_ draft: inout OutlineDraft) {
    for (index, node) in draft.tree.nodes.enumerated()
    where java.kinds[node.kind] == .blockComment {
      let text = draft.text(of: index)
      let marks = [(PageSource.includeMark, false), (PageSource.forwardMark, true)]
      for (mark, isLate) in marks where text.hasPrefix(mark) {
        let path = String(text.dropFirst(mark.count).dropLast(2))
        draft.add(
          Outline.Import(
            path: draft.name(path), line: node.line,
            marks: isLate ? [.registered, .dynamic] : .registered))
      }
    }
  }

  /// Calls the page's class after its file.
  private func name(_ draft: inout OutlineDraft) {
    let file = draft.facts.path.split(separator: "/").last ?? ""
    let name = file.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
    for index in draft.facts.symbols.indices {
      let symbol = draft.facts.symbols[index]
      guard symbol.qualifiedName.hasPrefix(PageSource.className) else { continue }
      let rest = symbol.qualifiedName.dropFirst(PageSource.className.count)
      draft.facts.symbols[index].qualifiedName = name + rest
      draft.facts.symbols[index].key = draft.facts.path + "#" + symbol.key
      if rest.isEmpty { draft.facts.symbols[index].name = name }
    }
  }
}

/// Where the pages of a project lie.
struct PageIndex: Sendable {
  private var files: [String: Int32] = [:]

  init(_ project: ProjectIndex) {
    for (number, file) in project.files.enumerated() where file.facts.language == .jsp {
      files[file.facts.path] = Int32(number)
    }
  }

  /// The page at a path that is relative to a page, or begins at the root of its web application:
  /// the nearest folder around it that has the path.
  func page(_ path: String, from file: String) -> Int32? {
    var folders = file.split(separator: "/").dropLast().map(String.init)
    let parts = path.split(separator: "/").map(String.init)
    if !path.hasPrefix("/") { return files[Self.joined(folders, parts)] }
    while true {
      if let found = files[Self.joined(folders, parts)] { return found }
      if folders.popLast() == nil { return nil }
    }
  }

  private static func joined(_ folders: [String], _ parts: [String]) -> String {
    var path = folders
    for part in parts where part != "." {
      if part == ".." { _ = path.popLast() } else { path.append(part) }
    }
    return path.joined(separator: "/")
  }
}
