internal import DependencyGraph
internal import Facts

/// Units that live in one boundary and serve only another: moving them is cheaper than a contract.
///
/// Such a unit is used by code of one other side and by nothing of its own, and it uses less of its
/// own side than is used of it. What starts by itself, what maps or accesses data, and values
/// (which may be copied) are left where they are. Linear in references.
enum GuestUnits {
  private struct Ties {
    /// References from outside the unit, by side; shared code counts as a side.
    var users: [Int: Int] = [:]
    /// References of the unit to its own side.
    var own = 0
  }

  /// For each guest the side that uses it.
  static func find(_ scope: CutScope, _ units: CodeUnits) -> [Int32: Int] {
    let graph = scope.graph
    let fixed = fixedUnits(graph, units)
    var ties: [Int32: Ties] = [:]
    for edge in graph.symbolEdges {
      let target = units.unitOf[Int(edge.to)]
      let source = edge.from >= 0 ? units.unitOf[Int(edge.from)] : -1
      guard source != target else { continue }
      let from = scope.sideOfFile[Int(edge.fromFile)]
      let to = scope.side(ofSymbol: edge.to)
      if from != CutScope.nobody, to >= 0 {
        ties[target, default: Ties()].users[from, default: 0] += Int(edge.count)
      }
      if source >= 0, from >= 0, from == to { ties[source, default: Ties()].own += Int(edge.count) }
    }
    var guests: [Int32: Int] = [:]
    for (unit, tie) in ties where !fixed.contains(unit) && !units.isValue[Int(unit)] {
      guard tie.users.count == 1, let (side, references) = tie.users.first, side >= 0,
        side != scope.side(ofSymbol: unit), references > tie.own
      else { continue }
      guests[unit] = side
    }
    return guests
  }

  private static func fixedUnits(_ graph: CodeGraph, _ units: CodeUnits) -> Set<Int32> {
    var fixed: Set<Int32> = []
    for (index, symbol) in graph.symbols.enumerated()
    where symbol.traits.contains(.entryPoint) || symbol.traits.contains(.mutableState) {
      fixed.insert(units.unitOf[index])
    }
    for trigger in graph.triggers where trigger.symbol >= 0 {
      fixed.insert(units.unitOf[Int(trigger.symbol)])
    }
    for use in graph.dataUses where use.symbol >= 0 {
      fixed.insert(units.unitOf[Int(use.symbol)])
    }
    for node in graph.lifetime where node.symbol >= 0 {
      fixed.insert(units.unitOf[Int(node.symbol)])
    }
    return fixed
  }
}
