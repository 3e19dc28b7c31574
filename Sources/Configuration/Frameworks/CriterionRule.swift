internal import Basics
internal import Yams

/// By which names code shows that a criterion of ``Criterion`` holds, as data.
package struct CriterionRule: Sendable, Hashable {
  /// What the names are of; exactly one in a rule.
  package enum Form: String, Sendable, Hashable, CaseIterable {
    /// A call by its last name.
    case call
    /// A member of one of the receivers, called or not.
    case member
    /// A name of a type, wherever it stands outside of imports.
    case type
    /// An annotation, attribute or decorator.
    case annotation
    /// A library that the file imports, by a whole word of its name: it holds for the file.
    case `import`
  }

  package var criterion = ""
  package var form = Form.call
  package var names: [String] = []
  /// Names that must stand right before the dot; empty for any.
  package var receivers: [String] = []
  /// Words that may not stand among the arguments.
  package var without: [String] = []
  /// What methods of an annotated type must give back, to hold for these alone; empty for the type.
  package var returns: [String] = []
  /// Annotations of the type or the method under which it does not hold.
  package var unless: [String] = []
  /// Megabytes that it adds to a package.
  package var size: UInt32 = 0

  package init() {}

  init(_ node: Node, _ reader: inout YAMLReader) {
    var rule = CriterionRule()
    var forms = 0
    let keys =
      Form.allCases.map(\.rawValue) + [
        "id", "receiver", "without", "returns", "unless", "size",
      ]
    reader.mapping(node, "criteria", keys: keys) { reader, key, value, line in
      switch key {
      case "id":
        rule.criterion = reader.text(value, key) ?? ""
        if Criterion.all[rule.criterion] == nil {
          reader.report(
            line,
            "'\(rule.criterion.escapedForTerminal)' is no criterion, use one of "
              + Criterion.identifiers.joined(separator: ", "))
        }
      case "receiver": rule.receivers = reader.texts(value, key).map(\.text)
      case "without": rule.without = reader.texts(value, key).map(\.text)
      case "returns": rule.returns = reader.texts(value, key).map(\.text)
      case "unless": rule.unless = reader.texts(value, key).map(\.text)
      case "size": rule.size = UInt32(clamping: Int(finite: reader.number(value, key) ?? 0) ?? .max)
      default:
        forms += 1
        rule.form = Form(rawValue: key) ?? .call
        rule.names = reader.texts(value, key).map(\.text)
      }
    }
    if forms != 1 {
      let known = Form.allCases.map(\.rawValue).joined(separator: ", ")
      reader.report(node.line, "a criterion needs exactly one of \(known)")
    }
    if rule.criterion.isEmpty { reader.report(node.line, "'id' is missing, say which criterion") }
    self = rule
  }
}
