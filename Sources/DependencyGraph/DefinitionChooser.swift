/// Chooses among several definitions of a symbol that the parser saw only declared: programs of one
/// repository often define functions of the same name.
struct DefinitionChooser {
  private struct Question: Hashable {
    var instance: Int32
    var file: Int32
  }

  private let homes: SymbolHomes
  private let files: [FileNode]
  private let symbols: SymbolTable
  private var known: [Question: Int32] = [:]

  init(homes: SymbolHomes, files: [FileNode], symbols: SymbolTable) {
    self.homes = homes
    self.files = files
    self.symbols = symbols
  }

  /// The node of the definition that is nearest to the using file, then to the declaring one, by
  /// shared leading folders; -1 where two are equally near.
  mutating func choose(instance: Int32, from file: Int32) -> Int32 {
    let question = Question(instance: instance, file: file)
    if let answer = known[question] { return answer }
    let answer = nearest(instance: instance, from: file)
    known[question] = answer
    return answer
  }

  private func nearest(instance: Int32, from file: Int32) -> Int32 {
    guard let candidates = homes.choices[instance] else { return -1 }
    let user = files[Int(file)].path
    let declaring = symbols.instances[Int(instance)].file
    let declaration = declaring >= 0 ? files[Int(declaring)].path : user
    var best: (node: Int32, score: (Int, Int, Int)) = (-1, (-1, -1, -1))
    var isTie = false
    for node in candidates {
      let home = homes.nodes[Int(node)].file
      if home == file { return node }
      guard home >= 0 else { continue }
      let path = files[Int(home)].path
      let score = (
        stem(path) == stem(declaration) ? 1 : 0, sharedFolders(path, user),
        sharedFolders(path, declaration)
      )
      if score > best.score {
        best = (node, score)
        isTie = false
      } else if score == best.score {
        isTie = true
      }
    }
    return isTie ? -1 : best.node
  }

  private func sharedFolders(_ a: String, _ b: String) -> Int {
    zip(folders(a), folders(b)).prefix { $0 == $1 }.count
  }

  private func folders(_ path: String) -> [Substring] {
    path.split(separator: "/").dropLast()
  }

  private func stem(_ path: String) -> Substring {
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    return name.prefix { $0 != "." }
  }
}
