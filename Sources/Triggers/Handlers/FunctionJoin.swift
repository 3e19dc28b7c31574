internal import DependencyGraph
internal import Facts

/// The code of a declared function.
struct HandlerCode {
  /// The function, an index into the graph's symbols; nil where what is named is no function there, as
  /// a variable that holds one.
  var symbol: Int?
  var place: TriggerPlace
  /// Unqualified.
  var name: String
  /// Functions where the code begins.
  var entries: [Int]
  /// Whether it is all of a program, which hands what it runs to the runtime itself.
  var isProgram = false
}

extension HandlerCode {
  /// The same under the name by which a configuration knows it.
  init(of code: HandlerCode, as name: String) {
    self = code
    self.name = name
  }
}

/// Finds the code of functions that a configuration declares by the rules of their runtimes.
///
/// | handler | code |
/// | --- | --- |
/// | `src/orders.create` | the export, function or method `create` of `src/orders` with an ending of the runtime |
/// | `com.shop.Orders::create`, `com.shop.Orders` | the method, or `handleRequest` |
/// | `Shop::Shop.Orders::Create` | the method of the type, whatever the assembly |
/// | a program | the file that hands a function to the runtime, and that function |
/// | `create` | the function of that name in the folder's main file |
final class FunctionJoin {
  let graph: CodeGraph
  let folders: HandlerFolders
  private let texts: RepositoryTexts
  private let symbolsOfFile: [[Int]]
  private let fileAt: [String: Int]
  private var textOfFile: [Int: String] = [:]
  /// Functions by the last two parts of their qualified names, and types by the last one, in the order
  /// of files.
  private lazy var functionsNamed = named(parts: 2) { isFunction($0) }
  private lazy var typesNamed = named(parts: 1) { graph.symbols[$0].kind == .type }
  /// Functions that code itself hands to a platform.
  private lazy var platformFunctions = Set(
    graph.triggers.lazy.filter { node in
      node.declaration.origin == .code && node.symbol >= 0
        && node.declaration.isOfPlatform
    }.map { Int($0.symbol) })

  init(_ graph: CodeGraph, _ texts: RepositoryTexts) {
    self.graph = graph
    self.texts = texts
    folders = HandlerFolders(graph)
    var symbolsOfFile = Array(repeating: [Int](), count: graph.files.count)
    for (index, symbol) in graph.symbols.enumerated() {
      symbolsOfFile[Int(symbol.file)].append(index)
    }
    self.symbolsOfFile = symbolsOfFile
    fileAt = Dictionary(
      graph.files.enumerated().map { ($0.element.path, $0.offset) }, uniquingKeysWith: { a, _ in a }
    )
  }

  /// `isUpwards` says that paths may be relative to folders above that of the declaration.
  func code(of function: DeclaredFunction, isUpwards: Bool = false) -> HandlerCode? {
    let languages = HandlerRuntime.languages(of: function.runtime)
    let places = folders.folders(of: function) + (isUpwards ? folders.above(function) : [])
    for folder in places {
      let search = HandlerSearch(join: self, function: function, folder: folder)
      if let code = search.code(languages) { return code }
    }
    return nil
  }

  /// The code of `Shop.Mails::send|perform`.
  func code(ofMethod text: String) -> HandlerCode? {
    guard let mark = text.firstRange(of: "::") else { return nil }
    let type = String(text[..<mark.lowerBound])
    let all = 0..<graph.files.count
    for name in text[mark.upperBound...].split(separator: "|") {
      if let symbol = methods(String(name), of: type, in: all).first { return code(symbol) }
    }
    // It may be inherited.
    guard let found = types(type, in: all).first else { return nil }
    return code(found)
  }

  // MARK: Files

  func file(at path: String) -> Int? { fileAt[path] }

  func text(_ file: Int) -> String {
    if let known = textOfFile[file] { return known }
    let text = texts.text(graph.files[file].path) ?? ""
    textOfFile[file] = text
    return text
  }

  func buildText(_ path: String) -> String? { texts.text(path) }

  // MARK: Names

  /// What a file calls `name`: a function, else the place where the word stands first.
  func code(named name: String, in file: Int) -> HandlerCode? {
    let own = symbolsOfFile[file]
    let functions = own.filter { isFunction($0) }
    if let symbol = functions.first(where: { graph.symbols[$0].name == name }) {
      return code(symbol)
    }
    // A variable that code hands to a platform: `exports.app = onRequest(app)`.
    if let symbol = own.first(where: {
      graph.symbols[$0].name == name && platformFunctions.contains($0)
    }) {
      return code(symbol)
    }
    guard let line = line(of: name, in: file) else { return nil }
    // A function without a name that is given one there: `exports.api = onRequest(() => …)`.
    let given = functions.filter {
      Int(graph.symbols[$0].line) == line && platformFunctions.contains($0)
    }
    if given.count == 1 { return HandlerCode(of: code(given[0]), as: name) }
    let known = own.first {
      graph.symbols[$0].name == name && !isFunction($0)
    }.map { Int(graph.symbols[$0].line) }
    return HandlerCode(
      place: TriggerPlace(graph.files[file].path, known ?? line), name: name,
      entries: own.filter { graph.symbols[$0].name == name } + functions)
  }

  func code(_ symbol: Int) -> HandlerCode {
    let node = graph.symbols[symbol]
    return HandlerCode(
      symbol: symbol, place: TriggerPlace(graph.files[Int(node.file)].path, Int(node.line)),
      name: node.name, entries: [symbol])
  }

  /// The file as a whole, under the name of what starts it.
  func code(ofFile file: Int, as name: String) -> HandlerCode {
    code(named: name, in: file)
      ?? HandlerCode(
        place: TriggerPlace(graph.files[file].path, 1), name: name,
        entries: symbolsOfFile[file].filter { isFunction($0) })
  }

  /// Methods of a type, by the end of the type's qualified name.
  func methods(_ name: String, of type: String, in files: Range<Int>) -> [Int] {
    let type = type.replacing("$", with: ".").replacing("/", with: ".").replacing("+", with: ".")
    let wanted = type + "." + name
    return (functionsNamed[Self.last(2, of: wanted)] ?? []).filter { found in
      let symbol = graph.symbols[found.symbol]
      guard symbol.name == name, files.contains(Int(symbol.file)) else { return false }
      return found.name == wanted || found.name.hasSuffix("." + wanted)
    }.map(\.symbol)
  }

  /// Types by the end of their qualified name.
  func types(_ name: String, in files: Range<Int>) -> [Int] {
    (typesNamed[Self.last(1, of: name)] ?? []).filter { found in
      let symbol = graph.symbols[found.symbol]
      guard files.contains(Int(symbol.file)), name.hasSuffix(symbol.name) else { return false }
      return found.name == name || found.name.hasSuffix("." + name)
        || name.hasSuffix("." + found.name)
    }.map(\.symbol)
  }

  /// A symbol with its qualified name, parted by dots.
  private struct Named {
    var symbol: Int
    var name: String
  }

  private func named(parts: Int, _ fits: (Int) -> Bool) -> [Substring: [Named]] {
    var index: [Substring: [Named]] = [:]
    for symbol in symbolsOfFile.joined() where fits(symbol) {
      let name = Self.dotted(graph.symbols[symbol].qualifiedName)
      index[Self.last(parts, of: name), default: []].append(Named(symbol: symbol, name: name))
    }
    return index
  }

  /// The last parts of a name, as many as there are.
  private static func last(_ count: Int, of name: String) -> Substring {
    var start = name.endIndex
    for part in 0..<count {
      guard let dot = name[..<start].lastIndex(of: ".") else { return name[...] }
      start = dot
      if part == count - 1 { start = name.index(after: dot) }
    }
    return name[start...]
  }

  private static func dotted(_ name: String) -> String {
    name.replacing("::", with: ".").replacing("\\", with: ".").replacing("#", with: ".")
  }

  func isFunction(_ symbol: Int) -> Bool {
    let kind = graph.symbols[symbol].kind
    return kind == .function || kind == .method
  }

  /// The one-based line where a word stands first, outside of comments that take the whole line.
  private func line(of word: String, in file: Int) -> Int? {
    guard !word.isEmpty else { return nil }
    let lines = text(file).split(omittingEmptySubsequences: false) { $0.isNewline }
    let index = lines.firstIndex { line in
      let start = line.drop(while: \.isWhitespace)
      guard !start.hasPrefix("//"), !start.hasPrefix("#"), !start.hasPrefix("*") else {
        return false
      }
      return line.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "$") }.contains {
        $0 == word
      }
    }
    return index.map { $0 + 1 }
  }
}
