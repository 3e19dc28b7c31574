internal import Basics
internal import Facts

/// A type and all that its members may come from, the nearest first, as far as it is known.
struct Ancestry: Sendable {
  /// The type itself, then level by level what it is derived from, each once.
  var types: ArraySlice<Entity>
  /// How many of them come before something that is external or was not found.
  var known: Int
  /// How many of them come before one that has members which its source does not show.
  var plain: Int

  /// Types have no more above them.
  static let limit = 256

  /// Walks up from a type; linear in what is above it.
  init(_ type: Entity, _ project: ProjectIndex) {
    var queue = [type]
    var seen = [project.canonical(type)]
    var next = 0
    var (known, plain) = (Int.max, Int.max)
    while next < queue.count, next < Self.limit {
      let current = queue[next]
      if plain == .max, project.marks(current).contains(.isExtended) { plain = next }
      project.forEachOrigin(of: current) { above in
        guard above.kind == .type || above.kind == .value else {
          known = min(known, next)
          return
        }
        let whole = project.canonical(above.entity)
        if !seen.contains(whole) {
          seen.append(whole)
          queue.append(above.entity)
        }
      }
      next += 1
    }
    self.init(types: queue[..<next], known: known, plain: plain)
  }

  /// What a walk along the first `count` types met.
  func isOpen(before count: Int) -> Bool { known < count }
  func isExtended(before count: Int) -> Bool { plain < count }
}

/// The ancestries of all types of a project, made once they are known.
struct Ancestries: Sendable {
  private var types: [Entity] = []
  private var lines: [Line] = []
  /// For each file where its bindings begin in `lineOf`.
  private var starts: [Int] = []
  /// Index into `lines`, or -1 for what is no type.
  private var lineOf: [Int32] = []

  private struct Line: Sendable {
    var types: Range<Int>
    var known: Int
    var plain: Int
  }

  init() {}

  /// Linear in the types and what is above them, on all cores.
  init(_ project: ProjectIndex) {
    let found = Array(project.files.indices).concurrentMap(chunk: 32) { number in
      Self.ancestries(number, project)
    }
    starts.reserveCapacity(found.count)
    for (number, own) in found.enumerated() {
      starts.append(lineOf.count)
      lineOf.append(
        contentsOf: repeatElement(-1, count: project.files[number].outline.bindings.count))
      for (binding, ancestry) in own {
        lineOf[starts[number] + binding] = Int32(lines.count)
        let first = types.count
        types += ancestry.types
        lines.append(
          Line(types: first..<types.count, known: ancestry.known, plain: ancestry.plain))
      }
    }
  }

  private static func ancestries(
    _ number: Int, _ project: ProjectIndex
  ) -> [(binding: Int, ancestry: Ancestry)] {
    let bindings = project.files[number].outline.bindings
    return bindings.indices.compactMap { index in
      guard BindingKinds.types.contains(bindings[index].kind) else { return nil }
      let entity = Entity(file: Int32(number), binding: UInt32(index))
      return (index, Ancestry(entity, project))
    }
  }

  /// Nil for what is no type.
  subscript(type: Entity) -> Ancestry? {
    guard !starts.isEmpty else { return nil }
    let index = lineOf[starts[Int(type.file)] + Int(type.binding)]
    guard index >= 0 else { return nil }
    let line = lines[Int(index)]
    return Ancestry(types: types[line.types], known: line.known, plain: line.plain)
  }
}

extension Ancestry {
  fileprivate init(types: ArraySlice<Entity>, known: Int, plain: Int) {
    self.types = types
    self.known = known
    self.plain = plain
  }
}
