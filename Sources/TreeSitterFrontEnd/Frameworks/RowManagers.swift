internal import Facts

/// Which classes of a project give rows of which types, and which relations lead back to a type.
///
/// An entity has a manager as an attribute of its class, `objects = OrderManager()`, and a relation to
/// another, `order = ForeignKey(Order, related_name="lines")`, gives that one an attribute.
struct RowManagers: Sendable {
  /// The other side of a relation.
  struct Relation: Sendable, Hashable {
    var row: Entity
    /// There is one row at most on this side.
    var isOne: Bool
  }

  /// The class of the first manager of each entity.
  private var managers: [Entity: Entity] = [:]
  /// The entities that each class gives rows of.
  private var rows: [Entity: Set<Entity>] = [:]
  /// Nil where several have the name.
  private var relations: [Entity: [NameKey: Relation?]] = [:]

  init() {}

  /// Linear in the attributes of the entities, inherited ones among them.
  init(_ project: ProjectIndex, of entities: [Entity], isManager: (Entity) -> Bool) {
    let members = Self.attributes(project)
    let kept = Set(entities)
    for entity in entities.sorted(by: { ($0.file, $0.binding) < ($1.file, $1.binding) }) {
      for type in project.ancestry(of: entity).types where type == entity || !kept.contains(type) {
        for member in members[type] ?? [] { add(member, of: entity, project, isManager) }
      }
    }
  }

  /// The attributes of classes that have a value, by class.
  private static func attributes(_ project: ProjectIndex) -> [Entity: [Entity]] {
    var members: [Entity: [Entity]] = [:]
    for (number, file) in project.files.enumerated() {
      for (index, binding) in file.outline.bindings.enumerated()
      where binding.kind == .variable && binding.marks.contains(.isStatic)
        && binding.type != Outline.none
      {
        let scope = file.outline.scopes[Int(binding.scope)]
        guard scope.kind == .type, scope.owner != Outline.none else { continue }
        members[Entity(file: Int32(number), binding: scope.owner), default: []].append(
          Entity(file: Int32(number), binding: UInt32(index)))
      }
    }
    return members
  }

  private mutating func add(
    _ member: Entity, of entity: Entity, _ project: ProjectIndex, _ isManager: (Entity) -> Bool
  ) {
    let binding = project[member]
    let value = project.meaning(binding.type, in: member.file).asValue
    if let name = relatedName(binding, project.files[Int(member.file)]) {
      return addRelation(name, to: value, of: entity, project)
    }
    guard value.kind == .value, isManager(value.entity) else { return }
    if managers[entity] == nil { managers[entity] = value.entity }
    for type in project.ancestry(of: value.entity).types { rows[type, default: []].insert(entity) }
  }

  // MARK: Relations

  /// The name that an attribute gives to its other side, empty for the one of the library; nil for what
  /// is no relation.
  private func relatedName(_ binding: Outline.Binding, _ file: FileIndex) -> String? {
    let signature = file.outline.signature
    let term = signature.terms[Int(binding.type)]
    guard term.kind == .value, term.count == 1 else { return nil }
    let operand = signature.operands[Int(term.operands)]
    guard operand != Outline.none, operand & Terms.bodyBit == 0 else { return nil }
    let text = signature.terms[Int(operand)]
    return text.kind == .text && text.name != Outline.none
      ? file.outline.names[Int(text.name)] : nil
  }

  private mutating func addRelation(
    _ text: String, to value: Meaning, of entity: Entity, _ project: ProjectIndex
  ) {
    // One row of the other type, or something of the library that gives its rows.
    let other = value.kind == .external ? project.signatureArguments(of: value).first : value
    guard let other, other.kind == .type || other.kind == .value else { return }
    let own = project.files[Int(entity.file)].name(of: entity.binding).lowercased()
    let isOne = text.hasPrefix(Self.oneMark)
    var name = isOne ? String(text.dropFirst(Self.oneMark.count)) : text
    if name.hasSuffix("+") { return }
    if name.isEmpty { name = isOne ? own : own + "_set" }
    for mark in ["%(class)s", "%(model_name)s"] {
      guard let range = name.firstRange(of: mark) else { continue }
      name.replaceSubrange(range, with: own)
    }
    let relation = Relation(row: entity, isOne: isOne)
    let key = NameKey(name)
    let known = relations[other.entity]?[key]
    relations[other.entity, default: [:]][key] =
      known == nil || known == .some(relation) ? .some(relation) : .some(nil)
  }

  /// Before the name that a relation of one row to one has.
  static let oneMark = "1:"

  // MARK: Answers

  var hasRelations: Bool { !relations.isEmpty }

  func manager(of row: Entity) -> Entity? { managers[row] }

  /// The one type whose rows a class gives; nil where there are several.
  func row(of manager: Entity) -> Entity? {
    guard let rows = rows[manager], rows.count == 1 else { return nil }
    return rows.first
  }

  func relation(_ name: NameKey, of type: Entity) -> Relation? {
    relations[type]?[name] ?? nil
  }

  /// Whether a method belongs to a class that gives rows of several types.
  func isShared(_ method: Entity, _ project: ProjectIndex) -> Bool {
    let scope = project.files[Int(method.file)].outline.scopes[Int(project[method].scope)]
    guard scope.owner != Outline.none else { return false }
    return (rows[Entity(file: method.file, binding: scope.owner)]?.count ?? 0) > 1
  }
}
