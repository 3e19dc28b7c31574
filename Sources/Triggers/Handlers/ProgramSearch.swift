internal import Basics
internal import DependencyGraph
internal import Facts

/// Finds the program that is a declared function: its sources hand a function to the runtime.
struct ProgramSearch {
  /// How a language's library is asked to run a function.
  private struct Entry {
    var language: Language
    /// One of these is in the file.
    var marks: [String]
    /// The call whose argument is the function.
    var calls: [String]
  }

  private static let entries = [
    Entry(
      language: .go, marks: ["lambda.Start"],
      calls: ["lambda.StartWithOptions(", "lambda.StartHandler(", "lambda.Start("]),
    Entry(
      language: .rust, marks: ["lambda_runtime", "lambda_http", "lambda!("],
      calls: ["service_fn(", "handler_fn("]),
    Entry(
      language: .swift, marks: ["AWSLambdaRuntime", "LambdaRuntime", "HummingbirdLambda"], calls: []
    ),
    Entry(
      language: .csharp, marks: ["LambdaBootstrapBuilder", "AddAWSLambdaHosting"],
      calls: ["LambdaBootstrapBuilder.Create("]),
    Entry(language: .cpp, marks: ["run_handler"], calls: ["run_handler("]),
  ]

  let join: FunctionJoin
  let function: DeclaredFunction
  let files: Range<Int>

  func code(_ languages: Set<Language>) -> HandlerCode? {
    for entry in Self.entries where languages.isEmpty || languages.contains(entry.language) {
      let found = files.filter { file in
        join.graph.files[file].language == entry.language
          && entry.marks.contains { join.text(file).contains($0) }
      }
      let mains = found.filter { begins($0, entry) }
      guard let file = choice(mains.isEmpty ? found : mains) else { continue }
      for call in entry.calls {
        if let name = argument(of: call, in: file),
          let code = join.code(named: name, in: file)
        {
          return code
        }
      }
      var program = join.code(ofFile: file, as: "main")
      program.isProgram = true
      return program
    }
    return nil
  }

  /// Whether a process can begin in the file.
  private func begins(_ file: Int, _ entry: Entry) -> Bool {
    let path = join.graph.files[file].path
    let text = join.text(file)
    switch entry.language {
    case .swift:
      return path.hasSuffix("/main.swift") || path == "main.swift" || text.contains("@main")
    case .go: return text.contains("package main")
    default: return text.contains("fn main") || text.contains(" main(")
    }
  }

  /// The file of the program that the handler or the archive is called after; the only one otherwise.
  private func choice(_ found: [Int]) -> Int? {
    if found.count <= 1 { return found.first }
    let names = names
    for name in names {
      let named = found.filter { file in
        let parts = join.graph.files[file].path.split(separator: "/")
        let stem = parts.last?.prefix { $0 != "." }
        return stem.map(String.init) == name || parts.dropLast().contains { $0 == name }
      }
      if let best = nearest(named, to: name) { return best }
    }
    for path in makefiles {
      guard let text = join.buildText(path), let name = names.first,
        let source = Self.source(of: name, in: text)
      else { continue }
      if let file = found.first(where: { join.graph.files[$0].path.contains(source) }) {
        return file
      }
    }
    return nil
  }

  /// Names that the program may have, the handler's first.
  private var names: [String] {
    let texts = [function.handler, function.code].map { text -> String in
      let last = text.split(separator: "/").last.map(String.init) ?? ""
      return last.hasSuffix(".zip") ? String(last.dropLast(4)) : last
    }
    let general: Set<String> = ["", "bootstrap", "main", "provided", "handler"]
    let parents = function.handler.split(separator: "/").dropLast().suffix(1).map(String.init)
    return (texts + parents + [function.name]).filter { !general.contains($0) }
  }

  private func nearest(_ files: [Int], to name: String) -> Int? {
    if files.count <= 1 { return files.first }
    let own = files.filter { file in
      let parts = join.graph.files[file].path.split(separator: "/")
      return parts.dropLast().last.map(String.init) == name
        || parts.last?.prefix { $0 != "." } == name[...]
    }
    return own.count == 1 ? own[0] : nil
  }

  private var makefiles: [String] { [function.home + "Makefile"] }

  /// The source that a line of a build builds as `name`: `go build -o bin/name cmd/name/main.go`.
  private static func source(of name: String, in text: String) -> String? {
    for line in text.split(whereSeparator: \.isNewline) where line.contains("go build") {
      let all = line.split(whereSeparator: \.isWhitespace).map(String.init)
      let build = all.firstIndex(of: "build") ?? 0
      let words = all[build...].prefix { $0 != "&&" && $0 != ";" }
      guard let place = words.firstIndex(of: "-o"), place + 2 < words.endIndex,
        words[place + 1].split(separator: "/").last.map(String.init) == name
      else { continue }
      let source = words[words.endIndex - 1]
      return source.hasPrefix("./") ? String(source.dropFirst(2)) : source
    }
    return nil
  }

  /// The plain name that a call gets, without what it is a member of.
  private func argument(of call: String, in file: Int) -> String? {
    let text = join.text(file)
    guard let place = text.firstRange(of: call) else { return nil }
    let word = text[place.upperBound...].prefix {
      $0.isLetter || $0.isNumber || $0 == "_" || $0 == "."
    }
    let next = text[word.endIndex...].first
    guard next == ")" || next == ",", let name = word.split(separator: ".").last else { return nil }
    return String(name)
  }
}
