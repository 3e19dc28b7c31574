internal import Facts
internal import TreeSitterBinding

/// Migrations and `schema.rb`: tables that are made and changed, their columns and keys.
extension RubyWalk {
  private static let changes: Set<String> = [
    "change_table", "add_column", "remove_column", "rename_column", "change_column", "drop_table",
    "add_index", "remove_index", "add_reference", "remove_reference", "add_timestamps",
    "change_column_null", "change_column_default", "rename_table", "add_foreign_key",
    "add_belongs_to", "remove_columns", "add_columns", "remove_foreign_key",
  ]
  private static let withColumn: Set<String> = [
    "add_column", "rename_column", "add_reference", "add_belongs_to",
  ]

  /// Whether a call was read as one of a schema.
  mutating func readSchema(_ index: Int, _ name: String) -> Bool {
    let arguments = arguments(index)
    guard let first = arguments.first, let table = constantText(first) else { return false }
    if name == "create_table" || name == "create_join_table" {
      add(.table, joined(name, table, arguments), .define, at: index)
      if let block = child(index, fields.block) { readColumns(block, of: table) }
      visitOptions(arguments)
      return true
    }
    guard Self.changes.contains(name) else { return false }
    add(.table, table, .define, at: index)
    if name == "add_foreign_key", arguments.count > 1, let other = constantText(arguments[1]) {
      addKey(table, other, at: index)
    }
    if name == "rename_table", arguments.count > 1, let other = constantText(arguments[1]) {
      add(.table, other, .define, at: index)
    }
    if Self.withColumn.contains(name) {
      for argument in arguments.dropFirst() {
        guard let column = constantText(argument) else { continue }
        addColumn(name.hasSuffix("reference") || name.hasSuffix("to") ? column + "_id" : column)
      }
    }
    if let block = child(index, fields.block) { readColumns(block, of: table) }
    visitOptions(arguments)
    return true
  }

  private func joined(_ name: String, _ table: String, _ arguments: [Int]) -> String {
    guard name == "create_join_table", arguments.count > 1,
      let other = constantText(arguments[1])
    else { return table }
    if let given = option("table_name", in: arguments).flatMap(constantText) { return given }
    return table < other ? table + "_" + other : other + "_" + table
  }

  private mutating func visitOptions(_ arguments: [Int]) {
    for argument in arguments.dropFirst() where !isText(argument) { visit(argument) }
  }

  /// `t.string :name`, `t.references :customer, foreign_key: true`.
  private mutating func readColumns(_ block: Int, of table: String) {
    let list = child(block, fields.parameters)
    let parameter = list.flatMap { list in
      children(list).first { kind($0) == .identifier }
    }
    guard let body = child(block, fields.body) else { return }
    guard let parameter else {
      visitChildren(body)
      return
    }
    let name = draft.text(of: parameter)
    for statement in children(body) {
      guard kind(statement) == .call, let receiver = child(statement, fields.receiver),
        draft.text(of: receiver) == name, let method = child(statement, fields.method)
      else {
        visit(statement)
        continue
      }
      readColumn(statement, draft.text(of: method), of: table)
    }
  }

  private mutating func readColumn(_ index: Int, _ type: String, of table: String) {
    let arguments = arguments(index)
    let isReference = type == "references" || type == "belongs_to"
    for argument in arguments {
      guard isText(argument), let name = constantText(argument) else { continue }
      // What is referenced is an association, which a class declares.
      addColumn(isReference ? name + "_id" : name)
      if isReference, let key = option("foreign_key", in: arguments),
        kind(key) != .falseLiteral
      {
        let given = option("to_table", in: Array(children(key))).flatMap(constantText)
        addKey(table, given ?? RubyNames.plural(name), at: index)
      }
      // The second text of `t.column :name, :string` is its type.
      if type == "column" || type == "index" { break }
    }
    visitOptions(arguments)
  }

  private mutating func addKey(_ table: String, _ other: String, at index: Int) {
    draft.facts.foreignKeys.append(
      ForeignKey(
        table: table.lowercased(), referenced: other.lowercased(), line: draft.line(index)))
  }

  /// Every row has a member of this name, which no method of the project needs to be.
  private mutating func addColumn(_ name: String) {
    draft.add(Outline.Binding(name: draft.name(name), kind: .namespace, scope: 0))
  }
}
