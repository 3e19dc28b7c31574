internal import Basics
internal import Yams

extension MarkupDialect {
  /// The dialects of a text: a YAML document each.
  ///
  /// - Throws: ``ConfigurationError`` with every problem; `path` names the text in it.
  package static func dialects(text: String, path: String) throws(ConfigurationError)
    -> [MarkupDialect]
  {
    var reader = YAMLReader()
    var dialects: [MarkupDialect] = []
    do throws(YAMLFailure) {
      for node in try YAMLText.documents(text) {
        var dialect = MarkupDialect()
        dialect.read(node, &reader)
        dialects.append(dialect)
      }
    } catch {
      reader.report(error.line, error.message)
    }
    guard reader.problems.isEmpty else {
      throw ConfigurationError(path: path, problems: reader.problems)
    }
    return dialects
  }

  /// The dialects that come with the tool.
  package static let standard: [MarkupDialect] = {
    do throws(ConfigurationError) {
      return try dialects(
        text: String(decoding: PackageResources.markup_yml, as: UTF8.self), path: "markup")
    } catch {
      preconditionFailure("the dialects of the tool are damaged: \(error)")
    }
  }()

  private mutating func read(_ node: Node, _ reader: inout YAMLReader) {
    let keys = [
      "dialect", "version", "roots", "package", "elements", "statements", "fragments", "namespace",
      "targets",
    ]
    var dialect = MarkupDialect()
    reader.mapping(node, "dialect", keys: keys) { reader, key, value, _ in
      let texts = { (reader: inout YAMLReader) in reader.texts(value, key).map(\.text) }
      switch key {
      case "dialect": dialect.name = reader.text(value, key) ?? ""
      case "version": dialect.version = reader.text(value, key) ?? ""
      case "roots": dialect.roots = texts(&reader)
      case "package": dialect.package = texts(&reader).map(Place.init)
      case "namespace": dialect.namespace = texts(&reader).map(Place.init)
      case "statements": dialect.statements = texts(&reader)
      case "fragments": dialect.fragments = texts(&reader)
      case "targets": dialect.targets = texts(&reader)
      default: dialect.elements = reader.rules(value, key)
      }
    }
    if dialect.name.isEmpty {
      reader.report(node.line, "'dialect' is missing, give the dialect a name")
    }
    if dialect.roots.isEmpty {
      reader.report(node.line, "'roots' is missing, say which files are of the dialect")
    }
    self = dialect
  }
}

extension YAMLReader {
  fileprivate mutating func rules(_ node: Node, _ what: String) -> [MarkupDialect.Rule] {
    guard case .sequence(let sequence) = node else {
      report(node.line, "'\(what)' must be a list, not \(node.shape)")
      return []
    }
    return sequence.map { rule($0) }
  }

  private mutating func rule(_ node: Node) -> MarkupDialect.Rule {
    var rule = MarkupDialect.Rule()
    let keys = ["element", "within", "part", "kept"] + MarkupDialect.Rule.places.map(\.key)
    mapping(node, "elements", keys: keys) { reader, key, value, _ in
      switch key {
      case "element": rule.elements = reader.texts(value, key).map(\.text)
      case "within": rule.within = reader.texts(value, key).map(\.text)
      case "part": rule.isPart = reader.flag(value, key) ?? false
      case "kept": rule.isKept = reader.flag(value, key) ?? false
      default:
        let places = reader.texts(value, key).map { MarkupDialect.Place($0.text) }
        for known in MarkupDialect.Rule.places where known.key == key {
          rule[keyPath: known.path] = places
        }
      }
    }
    if rule.elements.isEmpty { report(node.line, "a rule needs 'element'") }
    return rule
  }
}

extension MarkupDialect.Rule {
  fileprivate typealias PlacesPath = any WritableKeyPath<Self, [MarkupDialect.Place]> & Sendable

  /// The keys that have places.
  fileprivate static let places: [(key: String, path: PlacesPath)] = [
    ("type", \.type), ("names", \.names), ("parent", \.parent), ("statement", \.statement),
    ("asks", \.asks), ("sql", \.sql), ("wires", \.wires), ("wires-types", \.wiresTypes),
    ("serves", \.serves), ("uses", \.uses), ("keeps", \.keeps), ("keeps-like", \.keepsLike),
    ("defines", \.defines), ("starts", \.starts),
  ]
}
