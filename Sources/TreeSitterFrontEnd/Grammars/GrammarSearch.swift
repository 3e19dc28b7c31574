internal import Basics
internal import Synchronization
internal import TreeSitterBinding

/// Where shared libraries with grammars are looked for.
package struct GrammarSearch: Sendable {
  /// In this order; never a folder of the analysed repository, because a grammar is code that runs.
  package var folders: [String]

  package init(folders: [String]) { self.folders = folders }

  /// What a process must find in its environment to find the same grammars.
  package static let variables = ["CLEAVE_GRAMMARS", "XDG_DATA_HOME", "HOME"]

  /// The folders of `CLEAVE_GRAMMARS` (separated by colons), `grammars` of the build folder that the
  /// executable lies in, the user's, those that an installation brings, the system's.
  package init(environment: [String: String], executable: String) {
    var folders = (environment["CLEAVE_GRAMMARS"] ?? "").split(separator: ":").map(String.init)
    let parts = executable.split(separator: "/")
    if let build = parts.lastIndex(of: ".build") {
      folders.append("/" + parts[...build].joined(separator: "/") + "/grammars")
    }
    if parts.count > 2, parts[parts.count - 2] == "bin" {
      folders.append(
        "/" + (parts.dropLast(2) + ["lib", "cleave", "grammars"]).joined(separator: "/"))
    }
    let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    if let data = data ?? environment["HOME"].map({ $0 + "/.local/share" }) {
      folders.append(data + "/cleave/grammars")
    }
    folders += ["/usr/local/lib/cleave/grammars", "/usr/lib/cleave/grammars"]
    var seen: Set<String> = []
    self.folders = folders.filter { $0.hasPrefix("/") && seen.insert($0).inserted }
  }

  /// The first file that holds the grammar; nil if there is none.
  func path(of name: GrammarName) -> String? {
    for folder in folders {
      for path in Self.fileNames(name).map({ folder + "/" + $0 }) {
        let status = try? FileSystem.status(Array(path.utf8), followsLinks: true)
        if status?.kind == .file { return path }
      }
    }
    return nil
  }

  /// As Emacs and as Neovim and Helix name them.
  private static func fileNames(_ name: GrammarName) -> [String] {
    let stems = ["libtree-sitter-\(name.file)", "tree-sitter-\(name.file)", name.file]
    return stems.flatMap { stem in ["so", "dylib"].map { "\(stem).\($0)" } }
  }
}

/// The grammars of languages, each opened at its first use, or why one is missing.
final class GrammarShelf: Sendable {
  private let search: GrammarSearch
  private let known = Mutex<[GrammarName: Result<Grammar, MissingGrammar>]>([:])

  init(_ search: GrammarSearch) { self.search = search }

  subscript(name: GrammarName) -> Result<Grammar, MissingGrammar> {
    known.withLock { known in
      if let result = known[name] { return result }
      let result = load(name)
      known[name] = result
      return result
    }
  }

  private func load(_ name: GrammarName) -> Result<Grammar, MissingGrammar> {
    guard let path = search.path(of: name) else {
      return .failure(
        MissingGrammar(
          reason: "no grammar 'libtree-sitter-\(name.file).so' in "
            + search.folders.map { "'\($0)'" }.joined(separator: ", ")
            + "; run Tests/setup, or name a folder that has it in 'CLEAVE_GRAMMARS'"))
    }
    do throws(GrammarError) {
      return .success(try Grammar(path: path, symbol: name.symbol))
    } catch {
      return .failure(MissingGrammar(reason: error.description))
    }
  }

  /// Changes when another file is found for the grammar, or the file is replaced. Opens nothing.
  func fingerprint(_ name: GrammarName) -> String {
    guard let path = search.path(of: name),
      let status = try? FileSystem.status(Array(path.utf8), followsLinks: true)
    else { return "none" }
    return "\(path) \(status.size) \(status.modified)"
  }
}

struct MissingGrammar: Error, Sendable {
  var reason: String
}
