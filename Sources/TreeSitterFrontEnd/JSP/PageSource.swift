/// Writes a page of JSP as the Java that it stands for, every piece on its own line.
///
/// What is between the tags disappears, imports become imports, code becomes the body of one method,
/// declarations become members, and a bean a variable of its class. Other pages that a page includes
/// are left as comments, which ``JSPReader`` reads.
struct PageSource {
  /// The class that stands for the page until its name is known.
  static let className = "JSPPage"
  static let includeMark = "/*include "
  static let forwardMark = "/*forward "

  /// What every page knows without declaring it.
  private static let objects: String = {
    let names = [
      "request", "response", "session", "application", "out", "pageContext", "config", "page",
      "exception",
    ]
    return names.map { "var \($0) = \"\";" }.joined(separator: " ") + " "
  }()

  private let source: [UInt8]
  private var result: [UInt8] = []
  private var lateImports: [String] = []
  private var heritage = ""
  private var isOpen = false
  private var at = 0
  /// Folders of tags by the prefix that they are used with.
  private var folders: [String: String] = [:]

  init(_ source: [UInt8]) { self.source = source }

  /// Linear in the source, which may be anything.
  consuming func java() -> [UInt8] {
    var page = self
    while page.at < page.source.count { page.step() }
    page.openBody()
    page.write("}}")
    let late = page.lateImports.map { "import \($0);" }.joined()
    return Array(late.utf8) + page.result
  }

  private mutating func step() {
    let byte = source[at]
    if byte == 0x0a {
      result.append(byte)
      at += 1
    } else if byte == 0x3c {
      readTag()
    } else {
      at += 1
    }
  }

  private mutating func write(_ text: String) { result += Array(text.utf8) }

  private func begins(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard source.count - at >= count else { return false }
    return text.withUTF8Buffer { source[at..<(at + count)].elementsEqual($0) }
  }

  /// The index of `text` from here on, or the end.
  private func index(of text: String, from start: Int) -> Int {
    let bytes = Array(text.utf8)
    var index = start
    while index + bytes.count <= source.count {
      if source[index] == bytes[0], source[index..<(index + bytes.count)].elementsEqual(bytes) {
        return index
      }
      index += 1
    }
    return source.count
  }

  private mutating func openBody() {
    guard !isOpen else { return }
    isOpen = true
    write("class \(Self.className)\(heritage) { void _jspService() { " + Self.objects)
  }

  private mutating func readTag() {
    if begins("<%--") {
      skip(to: index(of: "--%>", from: at + 4) + 4)
    } else if begins("<%@") {
      let end = index(of: "%>", from: at + 3)
      readDirective(at + 3..<min(end, source.count))
      at = min(end + 2, source.count)
    } else if begins("<%") {
      readCode()
    } else {
      readElement()
    }
  }

  /// Leaves a range out, but for its line ends.
  private mutating func skip(to end: Int) {
    while at < min(end, source.count) {
      if source[at] == 0x0a { result.append(0x0a) }
      at += 1
    }
  }

  private mutating func readCode() {
    openBody()
    at += 2
    let mark: UInt8 = at < source.count ? source[at] : 0
    let end = index(of: "%>", from: at)
    let isExpression = mark == 0x3d
    let isDeclaration = mark == 0x21
    if isExpression || isDeclaration { at += 1 }
    if isExpression { write(" out.print(") }
    if isDeclaration { write(" } ") }
    result += at <= end ? source[at..<end] : []
    if isExpression { write(");") }
    if isDeclaration { write(" void _jspMore() { " + Self.objects) }
    if !isExpression, !isDeclaration { result.append(0x20) }
    at = min(end + 2, source.count)
  }

  // MARK: Directives and elements

  private mutating func readDirective(_ range: Range<Int>) {
    let name = word(range)
    let attributes = attributes(range)
    var written = range.lowerBound
    func value(_ key: String) -> String? {
      attributes.first { $0.name == key }.map { String(decoding: source[$0.value], as: UTF8.self) }
    }
    for attribute in attributes {
      lines(written..<attribute.value.lowerBound)
      written = attribute.value.upperBound
      let text = String(decoding: source[attribute.value], as: UTF8.self)
      switch (name, attribute.name) {
      case ("page", "import"), ("tag", "import"): readImports(attribute.value)
      case ("include", "file"):
        include(text, isLate: false)
        lines(attribute.value)
      case ("page", "extends"):
        if !isOpen, Self.isTypeName(text) { heritage = " extends " + text }
        lines(attribute.value)
      default: lines(attribute.value)
      }
    }
    lines(written..<range.upperBound)
    if name == "taglib", let prefix = value("prefix"), let folder = value("tagdir") {
      folders[prefix] = folder
    }
  }

  /// Writes the line ends of a range.
  private mutating func lines(_ range: Range<Int>) {
    guard range.lowerBound < range.upperBound else { return }
    for byte in source[range] where byte == 0x0a { result.append(byte) }
  }

  private mutating func readImports(_ range: Range<Int>) {
    var name = ""
    func isName(_ text: String) -> Bool {
      Self.isTypeName(text.replacing("static ", with: "").replacing(".*", with: ""))
    }
    for index in range.lowerBound...range.upperBound {
      let byte = index < range.upperBound ? source[index] : 0x2c
      switch byte {
      case 0x2c, 0x3b:
        let text = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if isName(text) { isOpen ? lateImports.append(text) : write("import \(text);") }
        name = ""
      case 0x0a:
        result.append(byte)
        name += " "
      default: name.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
  }

  private mutating func readElement() {
    let start = at + 1
    var end = start
    while end < source.count, Self.isName(source[end]) || source[end] == 0x3a { end += 1 }
    let name = String(decoding: source[start..<end], as: UTF8.self)
    at = max(end, at + 1)
    guard let colon = name.firstIndex(of: ":") else { return }
    let isPage = ["jsp:include", "jsp:forward", "c:import"].contains(name)
    let folder = folders[String(name[..<colon])]
    guard isPage || name == "jsp:useBean" || folder != nil else { return }
    if let folder {
      include(folder + "/" + name[name.index(after: colon)...] + ".tag", isLate: false)
    }
    guard isPage || name == "jsp:useBean" else { return }
    let close = index(of: ">", from: end)
    let attributes = attributes(end..<close)
    func value(_ keys: String...) -> String? {
      attributes.first { keys.contains($0.name) }
        .map { String(decoding: source[$0.value], as: UTF8.self) }
    }
    if isPage, let page = value("page", "url") { include(page, isLate: true) }
    if name == "jsp:useBean" { addBean(value("id"), value("class"), value("type")) }
    skip(to: close)
  }

  private mutating func addBean(_ id: String?, _ made: String?, _ type: String?) {
    guard let id, let name = type ?? made, Self.isTypeName(name), Self.isTypeName(id),
      !id.contains(".")
    else { return }
    openBody()
    let value = made.map { Self.isTypeName($0) ? "new \($0)()" : "null" } ?? "null"
    write(" \(name) \(id) = \(value); ")
  }

  private mutating func include(_ page: String, isLate: Bool) {
    let path = page.prefix { $0 != "?" && $0 != "#" }
    guard !path.isEmpty, !path.contains("${"), !path.contains("<%"), !path.contains("*/"),
      !path.contains("://"), !path.contains(where: \.isNewline)
    else { return }
    write((isLate ? Self.forwardMark : Self.includeMark) + path + "*/")
  }

  private func word(_ range: Range<Int>) -> String {
    let text = source[range].drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
    return String(decoding: text, as: UTF8.self)
  }

  /// The attributes in a range, with where their values stand.
  private func attributes(_ range: Range<Int>) -> [(name: String, value: Range<Int>)] {
    var found: [(name: String, value: Range<Int>)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard source[index] == 0x3d else {
        index += 1
        continue
      }
      var nameEnd = index
      while nameEnd > range.lowerBound, source[nameEnd - 1] <= 0x20 { nameEnd -= 1 }
      var nameStart = nameEnd
      while nameStart > range.lowerBound, Self.isName(source[nameStart - 1]) { nameStart -= 1 }
      var open = index + 1
      while open < range.upperBound, source[open] <= 0x20 { open += 1 }
      guard open < range.upperBound, source[open] == 0x22 || source[open] == 0x27 else {
        index += 1
        continue
      }
      var close = open + 1
      while close < range.upperBound, source[close] != source[open] { close += 1 }
      let name = String(decoding: source[nameStart..<nameEnd], as: UTF8.self)
      found.append((name, open + 1..<close))
      index = close + 1
    }
    return found
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7a || byte >= 0x30 && byte <= 0x39 || byte == 0x5f
      || byte == 0x2d
  }

  private static func isTypeName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { isName($0) && $0 != 0x2d || $0 == 0x2e || $0 == 0x24 }
  }
}
