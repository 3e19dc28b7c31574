internal import Basics
internal import FrontEnd

/// Makes the content that the parser must see in place of what is on the disk.
struct SourceOverlays {
  let root: String
  let index: HeaderIndex
  private(set) var diagnostics = GroupedDiagnostics(limit: 20)

  init(root: String, index: HeaderIndex) {
    self.root = root
    self.index = index
  }

  /// Nil for a file that the parser can take as it is.
  mutating func overlay(
    _ file: Int, _ scan: ScannedSource, _ includes: FileIncludes
  ) -> ExtractionUnit.Overlay? {
    let source = index.files[file].source
    if let text = index.files[file].text {
      return ExtractionUnit.Overlay(
        path: source.path, content: Self.corrected(text, scan, includes))
    }
    let isRenamed = !source.rawPath.elementsEqual(source.path.utf8)
    guard scan.isReadable, scan.encoding != .bytes || isRenamed || !includes.corrections.isEmpty
    else { return nil }
    let path = Array(root.utf8) + [UInt8(ascii: "/")] + source.rawPath
    guard let bytes = try? FileSystem.read(path, limit: ScannedSource.sizeLimit),
      let text = SourceText(bytes)
    else { return nil }
    note(scan, includes, source.path)
    return ExtractionUnit.Overlay(
      path: source.path, content: Self.corrected(text.bytes, scan, includes))
  }

  /// The text with other names in some directives; no line moves.
  private static func corrected(
    _ text: [UInt8], _ scan: ScannedSource, _ includes: FileIncludes
  ) -> [UInt8] {
    if includes.corrections.isEmpty { return text }
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 64)
    var position = 0
    for (number, directive) in scan.directives.enumerated() {
      guard let name = includes.corrections[number], directive.range.upperBound <= text.count,
        directive.range.lowerBound >= position
      else { continue }
      result += text[position..<directive.range.lowerBound]
      result += Array(name.utf8)
      position = directive.range.upperBound
    }
    result += text[position...]
    return result
  }

  private mutating func note(_ scan: ScannedSource, _ includes: FileIncludes, _ path: String) {
    switch scan.encoding {
    case .utf16LittleEndian, .utf16BigEndian:
      diagnostics.add(.note, "utf16-source", "the file is read as UTF-16", path: path)
    case .withZeros:
      diagnostics.add(.note, "zero-bytes", "zero bytes are read as blanks", path: path)
    case .bytes, .binary: break
    }
    for (number, directive) in scan.directives.enumerated() {
      guard let name = includes.corrections[number] else { continue }
      let isSlash = name.utf8.elementsEqual(MicrosoftArguments.slashes(directive.name).utf8)
      diagnostics.add(
        .note, isSlash ? "backslash-include" : "include-case",
        "\"\(directive.name)\" is read as \"\(name)\"", path: path, line: directive.line)
    }
  }
}
