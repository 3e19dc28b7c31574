internal import Basics
internal import Configuration
internal import Facts
internal import MarkupBinding

/// Reads what XML files of known dialects say of code: mappings of types and statements, wirings of
/// parts. XML of any other kind is passed over after its first tag.
struct MarkupReader {
  /// Larger files hold data.
  private static let largestSize = 16 << 20
  /// Links of one file.
  private static let mostLinks = 200_000

  private static let dialects: [String: MarkupDialect] = {
    var table: [String: MarkupDialect] = [:]
    for dialect in MarkupDialect.standard {
      for root in dialect.roots { table[root] = dialect }
    }
    return table
  }()

  let bytes: [UInt8]

  func read(into findings: inout ConfigurationFindings) {
    guard bytes.count <= Self.largestSize,
      let tree = MarkupParser.tree(of: bytes, accepts: { Self.dialects[$0] != nil }),
      let dialect = Self.dialects[tree.elements[0].name]
    else { return }
    if let problem = tree.problem {
      findings.note(
        .warning, "malformed-xml",
        "what follows is not read: \(problem.message)", line: Int(problem.line))
    }
    var walk = MarkupWalk(tree: tree, dialect: dialect)
    walk.run()
    if !dialect.statements.isEmpty { walk.addStatements() }
    if walk.links.count > Self.mostLinks {
      findings.note(
        .warning, "malformed-xml", "only the first \(Self.mostLinks) links are read", line: 1)
    }
    findings.facts.links = Array(walk.links.prefix(Self.mostLinks))
  }
}

/// Goes through a tree and applies the rules of its dialect.
struct MarkupWalk {
  typealias End = DeclaredLink.End

  let tree: MarkupTree
  let dialect: MarkupDialect
  private(set) var links: [DeclaredLink] = []
  /// Rules by the name of their elements.
  private var rules: [String: [MarkupDialect.Rule]] = [:]
  private var packageName = ""

  /// What holds inside an element.
  private struct Context {
    /// What is talked about, its names first.
    var subject: End?
    var type: String?
    /// Inside of a property by which a proxy gets its target.
    var isPassing = false
  }

  init(tree: MarkupTree, dialect: MarkupDialect) {
    self.tree = tree
    self.dialect = dialect
    for rule in dialect.elements {
      for name in rule.elements { rules[name, default: []].append(rule) }
    }
    packageName = values(dialect.package, 0).first?.text ?? ""
  }

  mutating func add(_ link: DeclaredLink) { links.append(link) }

  mutating func run() {
    var contexts: [Context] = []
    contexts.reserveCapacity(tree.elements.count)
    for (index, element) in tree.elements.enumerated() {
      var context = element.parent < 0 ? Context() : contexts[element.parent]
      if let name = element["name"], dialect.targets.contains(name) { context.isPassing = true }
      for rule in (rules[element.name] ?? []) + (rules["*"] ?? []) where isWithin(rule, index) {
        context = apply(rule, index, context)
      }
      contexts.append(context)
    }
  }

  private func isWithin(_ rule: MarkupDialect.Rule, _ index: Int) -> Bool {
    if rule.within.isEmpty { return true }
    var next = tree.elements[index].parent
    while next >= 0 {
      if rule.within.contains(tree.elements[next].name) { return true }
      next = tree.elements[next].parent
    }
    return false
  }

  // MARK: One rule

  private mutating func apply(
    _ rule: MarkupDialect.Rule, _ index: Int, _ around: Context
  ) -> Context {
    let line = tree.elements[index].line
    var context = around
    let type = typeNames(rule.type, index).first
    let names = values(rule.names, index).flatMap(names)
    let statement = values(rule.statement, index).first
    if let statement {
      context = Context(subject: End(.statement, statement.text))
    } else if rule.isPart || !names.isEmpty {
      context = openPart(rule, index, type?.text, names, around)
    } else if let type {
      context = Context(subject: End(.type, type.text), type: type.text)
    }
    addRow(rule, index, context, around)
    guard let subject = context.subject else { return context }
    let wiring: DeclaredLink.Relation = context.isPassing ? .passes : .wires
    for value in values(rule.wires, index) {
      for name in self.names(value) where End(.component, name) != subject {
        add(DeclaredLink(wiring, from: subject, to: End(.component, name), line: value.line))
      }
    }
    for value in typeNames(rule.wiresTypes, index) where value.text.contains(".") {
      add(DeclaredLink(wiring, from: subject, to: End(.type, value.text), line: value.line))
    }
    for value in typeNames(rule.serves, index) {
      add(DeclaredLink(.wires, from: End(.type, value.text), to: subject, line: value.line))
    }
    for value in typeNames(rule.uses, index) {
      add(DeclaredLink(.uses, from: subject, to: End(.type, value.text), line: value.line))
    }
    for value in values(rule.defines, index) {
      add(DeclaredLink(.defines, from: subject, to: End(.table, value.text), line: value.line))
    }
    for value in values(rule.starts, index) {
      add(DeclaredLink(.starts, from: subject, to: End(.text, value.text), line: value.line))
    }
    for value in values(rule.asks, index) {
      add(DeclaredLink(.asks, from: subject, to: End(.text, value.text), line: line))
    }
    if !rule.sql.isEmpty {
      var text = StatementText()
      for content in tree.elements[index].content {
        if case .text(let piece, let line) = content { text.add(piece, line) }
      }
      for place in rule.sql {
        if case .child(let name) = place.source {
          for child in tree.children(index) where tree.elements[child].name == name {
            let own = tree.text(child)
            text.add(own.text.trimmingPrefix { $0.isWhitespace }, own.line)
          }
        }
      }
      addAccesses(text, from: [subject])
    }
    return context
  }

  /// A part: what its names stand for, and that a part around it gets it.
  private mutating func openPart(
    _ rule: MarkupDialect.Rule, _ index: Int, _ type: String?, _ names: [String], _ around: Context
  ) -> Context {
    let line = tree.elements[index].line
    let subject = End(.component, names.first ?? "#\(index)")
    for name in names.isEmpty ? ["#\(index)"] : names {
      let own = End(.component, name)
      if let type { add(DeclaredLink(.stands, from: own, to: End(.type, type), line: line)) }
      for parent in values(rule.parent, index).flatMap(self.names) where parent != name {
        add(DeclaredLink(.stands, from: own, to: End(.component, parent), line: line))
      }
    }
    if let outer = around.subject, outer != subject {
      add(DeclaredLink(around.isPassing ? .passes : .wires, from: outer, to: subject, line: line))
    }
    return Context(subject: subject, type: type)
  }

  private mutating func addRow(
    _ rule: MarkupDialect.Rule, _ index: Int, _ context: Context, _ around: Context
  ) {
    guard rule.isKept, let type = context.type else { return }
    let from = End(.type, type)
    let line = tree.elements[index].line
    if let table = values(rule.keeps, index).first {
      add(DeclaredLink(.keeps, from: from, to: End(.table, table.text), line: line))
    } else if rule.keeps.isEmpty {
      guard let like = typeNames(rule.keepsLike, index).first?.text ?? around.type else { return }
      add(DeclaredLink(.keeps, from: from, to: End(.type, like), line: line))
    } else {
      let name =
        type.split(whereSeparator: { $0 == "." || $0 == "$" }).last.map(String.init) ?? type
      add(DeclaredLink(.keeps, from: from, to: End(.table, name), line: line))
    }
  }

  private static func kind(of store: DataAccess.Store) -> End.Kind {
    switch store {
    case .procedure: .procedure
    case .function: .function
    default: .table
    }
  }

  /// Adds what a statement reads and writes, for all names that it goes by.
  mutating func addAccesses(_ text: StatementText, from ends: [End]) {
    for access in SQLScanner.scan(script: text.bytes).accesses where access.access != .define {
      for end in ends {
        add(
          DeclaredLink(
            access.access == .write ? .writes : .reads, from: end,
            to: End(Self.kind(of: access.store), access.name), line: text.line(access.line)))
      }
    }
  }
}

// MARK: - Values

extension MarkupWalk {
  struct Value {
    var text: String
    var line: UInt32
  }

  /// What the places of an element hold, without those that hold nothing, the first first.
  func values(_ places: [MarkupDialect.Place], _ index: Int) -> [Value] {
    var found: [Value] = []
    for place in places {
      for value in raw(place.source, index) {
        let text = value.text.trimmed
        if !text.isEmpty { found.append(Value(text: place.scope + text, line: value.line)) }
      }
    }
    return found
  }

  private func raw(_ source: MarkupDialect.Place.Source, _ index: Int) -> [Value] {
    let element = tree.elements[index]
    switch source {
    case .attribute(let name):
      return element.attributes.filter { Self.matches($0.name, name) }.map {
        Value(text: $0.value, line: element.line)
      }
    case .text:
      let own = tree.text(index)
      return [Value(text: own.text, line: own.line)]
    case .child(let name):
      return tree.children(index).filter { tree.elements[$0].name == name }.map {
        let own = tree.text($0)
        return Value(text: own.text, line: own.line)
      }
    case .childAttribute(let name, let attribute):
      return tree.children(index).filter { tree.elements[$0].name == name }.compactMap { child in
        tree.elements[child][attribute].map {
          Value(text: $0, line: tree.elements[child].line)
        }
      }
    }
  }

  private static func matches(_ name: String, _ pattern: String) -> Bool {
    pattern.hasPrefix("*") ? name.hasSuffix(pattern.dropFirst()) : name == pattern
  }

  /// The names of types among the values, in full; placeholders and prose are none.
  func typeNames(_ places: [MarkupDialect.Place], _ index: Int) -> [Value] {
    values(places, index).compactMap { value in
      // What follows a comma is an assembly; PHP separates namespaces by backslashes.
      var name = String(value.text.prefix { $0 != "," }).trimmed
        .split(separator: "\\").joined(separator: ".")
      let isName = name.utf8.allSatisfy {
        $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7a || $0 >= 0x30 && $0 <= 0x39 || $0 >= 0x80
          || $0 == 0x2e || $0 == 0x5f || $0 == 0x24
      }
      guard isName, !name.isEmpty, name.utf8.count < 512 else { return nil }
      if !name.contains("."), !packageName.isEmpty { name = packageName + "." + name }
      return Value(text: name, line: value.line)
    }
  }

  /// The names of parts in a value, which may be a list.
  private func names(_ value: Value) -> [String] {
    let scope = value.text.firstIndex(of: ":").map { String(value.text[...$0]) } ?? ""
    return value.text.dropFirst(scope.count)
      .split { $0 == "," || $0 == ";" || $0.isWhitespace }
      .filter { !$0.contains("${") && !$0.contains("#{") }
      .map { scope + $0 }
  }
}

extension String {
  /// Without white space around it.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  func trimmingPrefix(_ isDropped: (Character) -> Bool) -> String { String(drop(while: isDropped)) }
}
