import Foundation
import Testing

/// Whatever people decide about real code holds in the next result.
struct DecisionPropertyTests {
  private struct Result: Decodable {
    struct File: Decodable {
      var path: String
      var role: String
      var boundary: String
    }
    struct Boundary: Decodable {
      struct Member: Decodable { var file: Int }
      var id: String
      var members: [Member]
    }
    struct Boundaries: Decodable { var boundaries: [Boundary] }
    struct Entry: Decodable {
      var text: String
      var line: Int?

      /// Of both sides of a contradiction.
      var lines: [Int] {
        [line ?? 0] + text.matches(of: #/line (\d+)/#).compactMap { Int($0.1) }
      }
    }
    struct Decisions: Decodable {
      var contradictions: [Entry]
      var unmatched: [Entry]
    }
    var files: [File]
    var boundaries: Boundaries
    var decisions: Decisions
  }

  private enum Made {
    case place(String, String)
    case together(String, String)
    case apart(String, String)
    case accept([String])
  }

  private struct Random {
    var state: UInt64

    mutating func next(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % below
    }
  }

  private func analyse(_ folder: String, _ cache: URL) throws -> Result {
    let run = try Program.run(
      ["analyze", folder, "--format", "json"], environment: ["XDG_CACHE_HOME": cache.path])
    try #require(run.status == 0, "\(run.talk)")
    return try JSONDecoder().decode(Result.self, from: Data(run.output.utf8))
  }

  @Test(arguments: ["shop-java", "shop-python"], 1...3)
  func `random decisions hold`(_ sample: String, _ seed: Int) throws {
    let folder = try Folder()
    let source = URL(filePath: #filePath).appending(path: "../../../samples/\(sample)")
    let root = folder.url.appending(path: "code")
    try FileManager.default.copyItem(at: source.standardizedFileURL, to: root)
    let cache = folder.url.appending(path: "cache")
    let free = try analyse(root.path, cache)
    var random = Random(state: UInt64(seed) &* 0x9e37_79b9)
    let (text, made) = decisions(free, &random)
    try Data(text.utf8).write(to: root.appending(path: "cleave.decisions.yml"))
    let result = try analyse(root.path, cache)
    let torn = Set(result.decisions.contradictions.flatMap(\.lines))
    #expect(result.decisions.unmatched.isEmpty, "\(text)")
    let place = Dictionary(uniqueKeysWithValues: result.files.map { ($0.path, $0.boundary) })
    var checked = 0
    for (line, decision) in made where !torn.contains(line) {
      checked += 1
      switch decision {
      case .place(let file, let wanted): #expect(place[file] == wanted, "line \(line)\n\(text)")
      case .together(let a, let b): #expect(place[a] == place[b], "line \(line)\n\(text)")
      case .apart(let a, let b):
        #expect(place[a] != place[b] || place[a]?.hasPrefix("@") == true, "line \(line)\n\(text)")
      case .accept(let files):
        #expect(Set(files.map { place[$0] }).count == 1, "line \(line)\n\(text)")
      }
    }
    #expect(checked * 2 > made.count)
  }

  /// The text of a file, and what each line must lead to.
  private func decisions(_ result: Result, _ random: inout Random) -> (String, [(Int, Made)]) {
    var files = result.files.filter { $0.role == "production" }.map(\.path)
    let ids = result.boundaries.boundaries.map(\.id)
    var text = "version: 1\ndecisions:\n"
    var made: [(Int, Made)] = []
    func add(_ entry: String, _ decision: Made) {
      made.append((text.split(separator: "\n").count + 1, decision))
      text += entry
    }
    func file() -> String { files.remove(at: random.next(files.count)) }
    for number in 0..<12 {
      let (a, id) = (file(), ids[random.next(ids.count)])
      switch (number + random.next(2)) % 6 {
      case 0: add("  - move: \(a)\n    to: \(id)\n", .place(a, id))
      case 1: add("  - pin: \(a)\n    to: \(id)\n", .place(a, id))
      case 2: add("  - shared: \(a)\n", .place(a, "@shared"))
      case 3: add("  - dead: \(a)\n", .place(a, "@tool"))
      case 4:
        let b = file()
        add("  - keep-together: \(a)\n    with: \(b)\n", .together(a, b))
      default:
        let b = file()
        add("  - keep-apart: \(a)\n    with: \(b)\n", .apart(a, b))
      }
    }
    let accepted = result.boundaries.boundaries[random.next(ids.count)]
    let members = accepted.members.map { result.files[$0.file].path }.filter(files.contains)
    if !members.isEmpty {
      let list = members.map { "      - \($0)\n" }.joined()
      add("  - accept: \(accepted.id)\n    members:\n" + list, .accept(members))
    }
    return (text, made)
  }
}
