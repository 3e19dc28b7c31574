internal import Basics
internal import Yams

/// What a construction of a library says of the function of a platform that it declares:
/// `new lambda.Function(this, "F", { handler: "orders.create", code: Code.fromAsset("src") })`.
///
/// Keys are compared without regard to case and to `_`, since each language has its own habit.
package struct ConstructRule: Sendable, Hashable {
  /// Names of the construction.
  package var names: [String] = []
  /// Keys of the handler; the first that has a value counts, here and below.
  package var handler: [String] = []
  /// The handler where none is named.
  package var usual = ""
  /// Keys of the source.
  package var file: [String] = []
  /// Keys of the folder that is deployed.
  package var code: [String] = []
  /// Keys of the source inside of that folder.
  package var main: [String] = []
  /// That source, where none is named.
  package var usualMain = ""
  /// Where the construction has one of its own.
  package var runtime = ""
  /// Whether the source is called after the file of the construction and the function, where none is named.
  package var isBeside = false
  /// Whether the folder is one that an image is built of.
  package var isImage = false
  /// Names in its code that tell a construction of the same name for something else.
  package var unless: [String] = []

  package init() {}

  init(_ node: Node, _ reader: inout YAMLReader) {
    var rule = ConstructRule()
    let keys = [
      "type", "handler", "usual", "file", "code", "main", "usual-main", "runtime", "beside",
      "image", "unless",
    ]
    reader.mapping(node, "constructs", keys: keys) { reader, key, value, _ in
      switch key {
      case "type": rule.names = reader.texts(value, key).map(\.text)
      case "handler": rule.handler = reader.texts(value, key).map(\.text)
      case "usual": rule.usual = reader.text(value, key) ?? ""
      case "file": rule.file = reader.texts(value, key).map(\.text)
      case "code": rule.code = reader.texts(value, key).map(\.text)
      case "main": rule.main = reader.texts(value, key).map(\.text)
      case "usual-main": rule.usualMain = reader.text(value, key) ?? ""
      case "runtime": rule.runtime = reader.text(value, key) ?? ""
      case "unless": rule.unless = reader.texts(value, key).map(\.text)
      case "beside": rule.isBeside = reader.flag(value, key) ?? false
      default: rule.isImage = reader.flag(value, key) ?? false
      }
    }
    if rule.names.isEmpty { reader.report(node.line, "a construct needs 'type' with a name") }
    self = rule
  }
}
