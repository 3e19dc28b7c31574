/// What a project file, or one of common properties, says of references and usings. It is read tag by
/// tag: conditions hold.
struct CSharpBuildFile: Sendable {
  /// Paths of referenced project files, relative to the root.
  var references: [String] = []
  /// Paths of sources, or of folders of sources, of other projects that are compiled here as well.
  var sources: [String] = []
  /// Names of referenced assemblies, and of project files whose folder only a build knows.
  var assemblies: [String] = []
  /// Paths of build files that it takes in, relative to the root.
  var imports: [String] = []
  /// The file of common properties further up is taken in as well.
  var isContinued = false
  var usings: [CSharpProjects.Using] = []
  /// Whether namespaces of the platform are seen without being named; nil if it does not say.
  var isImplicit: Bool?
  /// A reference depends on properties that only a build knows.
  var isOpen = false

  private static let file = "$(MSBuildThisFileDirectory)"
  private static let project = "$(MSBuildProjectDirectory)"

  private let folder: String
  private let isProject: Bool

  init(_ bytes: [UInt8], path: String) {
    folder = CSharpProjects.folder(path)
    isProject = path.hasSuffix(".csproj")
    for tag in BuildTags.read(bytes) { add(tag) }
  }

  private mutating func add(_ tag: BuildTags.Tag) {
    let include = tag.attributes["Include"] ?? ""
    let items = include.split(separator: ";").map { String($0).trimmingSpace }
    switch tag.name {
    case "ProjectReference":
      // What only takes part in building, such as an analyzer, is not seen by the code.
      let isTool =
        tag.attributes["OutputItemType"] == "Analyzer"
        || tag.attributes["ReferenceOutputAssembly"]?.lowercased() == "false"
      if !isTool { for item in items { addReference(item) } }
    case "Reference": assemblies += items.map { String($0.prefix { $0 != "," }).trimmingSpace }
    case "Compile":
      for item in items where item.hasPrefix("..") || item.hasPrefix("$(") {
        // `../Shared/**/*.cs` stands for any file of the folder.
        let known = item.prefix { $0 != "*" }
        let path = known.count < item.count ? known + "x" : known
        if let path = resolve(String(path)) { sources.append(path) }
      }
    case "Using":
      guard tag.attributes["Alias"] == nil else { return }
      let isStatic = tag.attributes["Static"]?.lowercased() == "true"
      usings += items.map { .init(name: $0, isStatic: isStatic) }
    case "ImplicitUsings":
      guard !tag.text.isEmpty else { return }
      isImplicit = ["enable", "true"].contains(tag.text.lowercased())
    case "Import": addImport(tag.attributes["Project"] ?? "")
    default: break
    }
  }

  private mutating func addReference(_ item: String) {
    if let path = resolve(item) {
      references.append(path)
      return
    }
    let last = item.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last ?? ""
    if last.hasSuffix(".csproj"), !last.contains("$("), !last.contains("*") {
      assemblies.append(String(last.dropLast(".csproj".count)))
    } else if item.contains("$(") || item.contains("*") {
      isOpen = true
    }
  }

  private mutating func addImport(_ item: String) {
    if item.contains("GetPathOfFileAbove") || item.contains("GetDirectoryNameOfFileAbove") {
      isContinued = true
    } else if let path = resolve(item) {
      imports.append(path)
    }
  }

  /// A path relative to the folder; nil where it leaves the repository, or only a build knows it.
  private func resolve(_ path: String) -> String? {
    var path = path
    for own in isProject ? [Self.file, Self.project] : [Self.file] where path.hasPrefix(own) {
      path = String(path.dropFirst(own.count))
    }
    guard !path.contains("$("), !path.contains("*") else { return nil }
    var parts = folder.split(separator: "/").map(String.init)
    for part in path.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch part {
      case ".": break
      case "..":
        if parts.isEmpty { return nil }
        parts.removeLast()
      default: parts.append(String(part))
      }
    }
    return parts.joined(separator: "/")
  }
}

/// The tags of an XML text with their attributes, in order; comments are left out.
enum BuildTags {
  struct Tag: Equatable {
    var name: String
    var attributes: [String: String] = [:]
    /// What stands between it and the next tag.
    var text = ""
  }

  /// Never fails: what is no tag is skipped. Linear.
  static func read(_ bytes: [UInt8]) -> [Tag] {
    var tags: [Tag] = []
    var position = 0
    while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[start...].starts(with: "<!--".utf8) {
        position = endOfComment(bytes, start + 4)
        continue
      }
      guard let end = endOfTag(bytes, start + 1) else { break }
      position = end + 1
      guard var tag = tag(bytes[(start + 1)..<end]) else { continue }
      let text = bytes[position...].prefix { $0 != UInt8(ascii: "<") }.prefix(1 << 12)
      tag.text = String(decoding: text, as: UTF8.self).trimmingSpace
      tags.append(tag)
    }
    return tags
  }

  private static func endOfComment(_ bytes: [UInt8], _ start: Int) -> Int {
    var next = start
    while next < bytes.count {
      if bytes[next] == UInt8(ascii: "-"), bytes[next...].starts(with: "-->".utf8) {
        return next + 3
      }
      next += 1
    }
    return bytes.count
  }

  private static func endOfTag(_ bytes: [UInt8], _ start: Int) -> Int? {
    var quote: UInt8?
    for index in start..<max(start, bytes.count) {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return nil
  }

  private static func tag(_ bytes: ArraySlice<UInt8>) -> Tag? {
    let isEnd: (UInt8) -> Bool = { $0 <= 0x20 || $0 == UInt8(ascii: "/") }
    let name = bytes.prefix { !isEnd($0) }
    guard !name.isEmpty else { return nil }
    var tag = Tag(name: String(decoding: name, as: UTF8.self))
    var rest = bytes.dropFirst(name.count)
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let key = rest[..<equals].filter { $0 > 0x20 }
      let value = rest[(equals + 1)...].drop { $0 <= 0x20 }
      guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
        let end = value.dropFirst().firstIndex(of: quote)
      else { break }
      tag.attributes[String(decoding: key, as: UTF8.self)] =
        String(decoding: value[(value.startIndex + 1)..<end], as: UTF8.self)
      rest = rest[(end + 1)...]
    }
    return tag
  }
}

extension String {
  /// Without white space around it.
  fileprivate var trimmingSpace: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
