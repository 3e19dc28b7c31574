/// The targets of a `Package.swift`, read as text: a manifest is a program, which is never run.
struct SwiftManifest {
  struct Target: Equatable {
    var name: String
    /// Relative to the package; nil where the usual folders hold it.
    var path: String?
  }

  private(set) var targets: [Target] = []
  private let text: [UInt8]

  private static let makers = [
    ".target(", ".executableTarget(", ".testTarget(", ".macro(", ".systemLibrary(", ".plugin(",
  ]

  /// Linear in the text, and in the nesting of calls of targets.
  init(_ text: String) {
    self.text = Array(text.utf8)
    var position = 0
    while position < self.text.count {
      let rest = self.text[position...]
      if rest.starts(with: "//".utf8) { position = rest.firstIndex(of: 0x0a) ?? self.text.count }
      if rest.first == UInt8(ascii: "\"") {
        position = rest.dropFirst().firstIndex { $0 == 0x22 || $0 == 0x0a } ?? self.text.count
      }
      for maker in Self.makers where rest.starts(with: maker.utf8) {
        read(from: position + maker.utf8.count)
      }
      position += 1
    }
  }

  /// The arguments of one call, up to its closing bracket.
  private mutating func read(from start: Int) {
    var depth = 1
    var position = start
    var label: [UInt8] = []
    var name: String?
    var path: String?
    while position < text.count, depth > 0 {
      let byte = text[position]
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "/") where position + 1 < text.count && text[position + 1] == byte:
        position = text[position...].firstIndex(of: 0x0a) ?? text.count
      case UInt8(ascii: "\""):
        let end = text[(position + 1)...].firstIndex(of: byte) ?? text.count
        let value = String(decoding: text[(position + 1)..<end], as: UTF8.self)
        if depth == 1, label.elementsEqual("name".utf8) { name = name ?? value }
        if depth == 1, label.elementsEqual("path".utf8) { path = path ?? value }
        position = end
      case UInt8(ascii: ","): label = []
      case UInt8(ascii: ":"), 0x20, 0x0a, 0x0d, 0x09: break
      default:
        if depth == 1 { label.append(byte) }
      }
      position += 1
    }
    guard let name else { return }
    let target = Target(name: name, path: path)
    if !targets.contains(target) { targets.append(target) }
  }
}
