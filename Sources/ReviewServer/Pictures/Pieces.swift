internal import Basics
internal import Consequences
internal import ReportModel
internal import Review

/// What of a module is in one boundary.
struct Piece {
  /// Index into the document's modules.
  var module: Int
  /// Index into the boxes of the picture.
  var boundary: Int
  var files = 0
  var lines = 0
  var confidence = 0
  var isDecided = true
}

/// A piece as the page names it: by identifiers, which outlive a change of the picture.
struct PieceName: Codable, Hashable, Sendable {
  var module: String
  var boundary: String
}

extension ReviewSession {
  /// Sorted by boundary, then by label of the module.
  func pieces(_ number: [String: Int]) -> [Piece] {
    let document = document
    let sure = confidences
    let placed = Set(state.followed.plan.boundaries.flatMap(\.members))
    var found: [Int: [Int: Piece]] = [:]
    for (index, file) in document.files.enumerated() where file.role == "production" {
      guard let boundary = number[file.boundary] else { continue }
      var piece =
        found[boundary]?[file.module] ?? Piece(module: file.module, boundary: boundary)
      piece.files += 1
      piece.lines += file.lines
      piece.confidence = max(piece.confidence, sure[index])
      piece.isDecided = piece.isDecided && placed.contains(index)
      found[boundary, default: [:]][file.module] = piece
    }
    return found.keys.sorted().flatMap { boundary in
      found[boundary]!.values.sorted { a, b in
        let (x, y) = (document.modules[a.module].label, document.modules[b.module].label)
        return x != y ? x.precedesBytewise(y) : a.module < b.module
      }
    }
  }

  /// For each file 0 firm, 1 likely, 2 open.
  private var confidences: [Int] {
    var found = [Int](repeating: 0, count: document.files.count)
    for member in document.boundaries.boundaries.flatMap(\.members) {
      found[member.file] = member.confidence == "open" ? 2 : member.confidence == "likely" ? 1 : 0
    }
    return found
  }

  /// Production files of the pieces and paths, ascending.
  func files(_ pieces: [PieceName], _ paths: [String]) -> [Int] {
    let wanted = Set(pieces)
    let named = Set(paths)
    let modules = document.modules.map(\.id)
    return document.files.indices.filter { index in
      let file = document.files[index]
      guard file.role == "production" else { return false }
      return named.contains(file.path)
        || wanted.contains(PieceName(module: modules[file.module], boundary: file.boundary))
    }
  }

  /// References between pieces as `module, boundary, module, boundary, references` in a row, imports
  /// left out; boundaries as in the picture. A text, because it may be long.
  func edgeList() -> String {
    var number: [String: Int] = [:]
    for (index, box) in boxes().enumerated() { number[box.id] = index }
    let sides = document.files.map { $0.role == "production" ? number[$0.boundary] ?? -1 : -1 }
    struct Key: Hashable {
      var numbers: SIMD4<Int32>
    }
    var counts: [Key: Int] = [:]
    for edge in document.edges where sides[edge.from] >= 0 && sides[edge.to] >= 0 {
      let (a, b) = (document.files[edge.from].module, document.files[edge.to].module)
      if a == b && sides[edge.from] == sides[edge.to] { continue }
      let weight = edge.evidence.reduce(0) { $0 + ($1.isImport ? 0 : $1.lines.count) }
      guard weight > 0 else { continue }
      let key = SIMD4(Int32(a), Int32(sides[edge.from]), Int32(b), Int32(sides[edge.to]))
      counts[Key(numbers: key), default: 0] += weight
    }
    let rows = counts.sorted { a, b in
      let (x, y) = (a.key.numbers, b.key.numbers)
      return (x.x, x.y, x.z, x.w) < (y.x, y.y, y.z, y.w)
    }
    let text = rows.map { row in
      let key = row.key.numbers
      return "\(key.x),\(key.y),\(key.z),\(key.w),\(row.value)"
    }.joined(separator: ",")
    return "{\"revision\":\(state.revision),\"edges\":[\(text)]}"
  }
}

extension EdgeEntry.Evidence {
  /// Lines that only bring names in.
  var isImport: Bool { kind.hasSuffix("include") || kind.hasSuffix("import") }
}
