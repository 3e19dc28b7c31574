internal import CExpat

/// Reads XML that nobody vouches for.
///
/// Nothing outside of the text is ever opened: there are no handlers for external entities and no
/// parameter entities are read, so that references to them stay empty. Entities made of entities, by
/// which a small file could stand for a huge text, end the reading, and so does more of anything than
/// the limits allow.
@safe package final class MarkupParser {
  package struct Limits: Sendable {
    package var depth = 256
    package var elements = 200_000
    /// Bytes of all texts and attributes, entities replaced.
    package var bytes = 32 << 20
    /// Bytes of one entity.
    package var entity = 4096

    package init() {}
  }

  private let parser: XML_Parser
  private let limits: Limits
  private let accepts: (String) -> Bool
  private var tree = MarkupTree()
  private var open: [Int] = []
  private var bytes = 0
  /// Text since the last tag, and the line that it begins on.
  private var text: [UInt8] = []
  private var textLine: UInt32 = 0
  private var stop: String?
  private var isRefused = false

  /// The tree of `source`, in UTF-8 or else taken for Latin-1, as far as it can be read.
  ///
  /// Nil if the root element's name is not one that `accepts` wants; nothing behind it is read then.
  package static func tree(
    of source: [UInt8], limits: Limits = Limits(), accepts: (String) -> Bool
  ) -> MarkupTree? {
    withoutActuallyEscaping(accepts) { accepts in
      MarkupParser(source, limits, accepts)?.parse(source)
    }
  }

  private init?(_ source: [UInt8], _ limits: Limits, _ accepts: @escaping (String) -> Bool) {
    let isUTF8 = unsafe source.withUnsafeBufferPointer {
      unsafe String(validating: $0, as: UTF8.self) != nil
    }
    guard let parser = unsafe XML_ParserCreate(isUTF8 ? "UTF-8" : "ISO-8859-1") else { return nil }
    unsafe self.parser = parser
    self.limits = limits
    self.accepts = accepts
  }

  deinit { unsafe XML_ParserFree(parser) }

  private func parse(_ source: [UInt8]) -> MarkupTree? {
    setHandlers()
    let status = unsafe source.withUnsafeBufferPointer { bytes in
      unsafe bytes.withMemoryRebound(to: CChar.self) { text in
        unsafe XML_Parse(parser, text.baseAddress, Int32(clamping: text.count), 1)
      }
    }
    if isRefused || tree.elements.isEmpty { return nil }
    if status != XML_STATUS_OK {
      tree.problem = MarkupTree.Problem(message: stop ?? message, line: line)
    }
    return tree
  }

  private var message: String {
    let text = unsafe XML_ErrorString(XML_GetErrorCode(parser))
    return unsafe text.map { unsafe String(cString: $0) } ?? "it is no XML"
  }

  private var line: UInt32 { UInt32(clamping: unsafe XML_GetCurrentLineNumber(parser)) }

  private func setHandlers() {
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        unsafe MarkupParser.from(data).begin(name, attributes)
      },
      { data, _ in unsafe MarkupParser.from(data).end() })
    unsafe XML_SetCharacterDataHandler(parser) { data, text, count in
      unsafe MarkupParser.from(data).add(
        UnsafeRawBufferPointer(start: text, count: Int(max(0, count))))
    }
    unsafe XML_SetEntityDeclHandler(parser) { data, _, _, value, count, _, _, _, _ in
      guard let value = unsafe value else { return }
      unsafe MarkupParser.from(data).declare(
        entity: UnsafeRawBufferPointer(start: value, count: Int(max(0, count))))
    }
  }

  private static func from(_ data: UnsafeMutableRawPointer?) -> MarkupParser {
    unsafe Unmanaged<MarkupParser>.fromOpaque(data!).takeUnretainedValue()
  }

  // MARK: What the parser tells

  private func begin(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard stop == nil, !isRefused, let name = unsafe name else { return }
    let full = unsafe String(cString: name)
    let local = full.lastIndex(of: ":").map { String(full[full.index(after: $0)...]) } ?? full
    if tree.elements.isEmpty, !accepts(local) {
      isRefused = true
      unsafe XML_StopParser(parser, 0)
      return
    }
    flush()
    var element = MarkupTree.Element(name: local, line: line, parent: open.last ?? -1)
    unsafe readAttributes(attributes, into: &element)
    if let parent = open.last {
      tree.elements[parent].content.append(.element(tree.elements.count))
    }
    open.append(tree.elements.count)
    tree.elements.append(element)
    if open.count > limits.depth { halt("its elements are nested too deeply") }
    if tree.elements.count > limits.elements { halt("it has too many elements") }
  }

  private func readAttributes(
    _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?, into element: inout MarkupTree.Element
  ) {
    guard let list = unsafe list else { return }
    var index = 0
    while let name = unsafe list[index], let value = unsafe list[index + 1] {
      let attribute = unsafe MarkupTree.Attribute(
        name: String(cString: name), value: String(cString: value))
      count(attribute.value.utf8.count)
      element.attributes.append(attribute)
      index += 2
    }
  }

  private func end() {
    guard stop == nil, !isRefused else { return }
    flush()
    _ = open.popLast()
  }

  private func add(_ piece: UnsafeRawBufferPointer) {
    guard stop == nil, !isRefused else { return }
    if text.isEmpty { textLine = line }
    unsafe text.append(contentsOf: piece)
    count(piece.count)
  }

  private func flush() {
    guard !text.isEmpty, let parent = open.last else { return }
    tree.elements[parent].content.append(
      .text(String(decoding: text, as: UTF8.self), line: textLine))
    text.removeAll(keepingCapacity: true)
  }

  private func declare(entity value: UnsafeRawBufferPointer) {
    let bytes = unsafe Array(value)
    if bytes.count > limits.entity { halt("it has an entity of more than \(limits.entity) bytes") }
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "&") {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      if next != UInt8(ascii: "#") { halt("it has entities that are made of entities") }
    }
  }

  private func count(_ more: Int) {
    bytes += more
    if bytes > limits.bytes { halt("it stands for more than \(limits.bytes) bytes of text") }
  }

  private func halt(_ reason: String) {
    guard stop == nil else { return }
    stop = reason
    unsafe XML_StopParser(parser, 0)
  }
}
