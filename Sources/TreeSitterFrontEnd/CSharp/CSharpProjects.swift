internal import Basics
internal import FrontEnd

/// The projects of a repository, which say what files see each other.
struct CSharpProjects: Sendable {
  /// A `using` that a build file adds to all files of a project.
  struct Using: Sendable {
    var name: String
    var isStatic: Bool
  }

  /// For each file its project; nil where no project file is above it.
  let projectOf: [Int?]
  /// For each project its steps along references to the others; nil for those that it cannot see.
  private let steps: [[Int?]]
  let usings: [[Using]]
  private let isImplicit: [Bool]

  init(_ paths: [String], _ inventory: Inventory) {
    let files = inventory.files.map(\.path)
    let projectFiles = files.filter { $0.hasSuffix(".csproj") }
    // Project files of one folder share its sources.
    let folders = Set(projectFiles.map(Self.folder)).sorted { $0.precedesBytewise($1) }
    let numbers = Dictionary(
      uniqueKeysWithValues: folders.enumerated().map { ($0.element, $0.offset) })
    projectOf = paths.map { Self.project(above: $0, numbers) }
    let common = Set(files.filter { $0.hasSuffix("Directory.Build.props") })
    var references = Array(repeating: [Int](), count: folders.count)
    var isOpen = Array(repeating: false, count: folders.count)
    var found = Array(repeating: [Using](), count: folders.count)
    var isImplicit = Array(repeating: false, count: folders.count)
    let byName = Self.byName(projectFiles, numbers)
    for file in projectFiles {
      let number = numbers[Self.folder(file)]!
      for source in [file] + Self.above(file, common) {
        let text = Self.text(source, inventory)
        let build = BuildFile(text, path: source)
        isImplicit[number] = isImplicit[number] || BuildFile.hasImplicitUsings(text)
        found[number] += build.usings
        isOpen[number] = isOpen[number] || build.isOpen
        references[number] += build.references.compactMap { numbers[Self.folder($0)] }
        references[number] += build.assemblies.compactMap { byName[$0] }
      }
    }
    usings = found
    self.isImplicit = isImplicit
    steps = folders.indices.map {
      isOpen[$0]
        ? Array(repeating: 1, count: folders.count)
        : Self.steps(from: $0, references)
    }
  }

  /// Whether a file sees namespaces of the platform that it does not name; so it may where there is no
  /// project file to say so.
  func hasImplicitUsings(_ file: Int) -> Bool { projectOf[file].map { isImplicit[$0] } ?? true }

  /// How far what one file declares is from another; nil if it cannot be seen there.
  func distance(from file: Int, to other: Int) -> Int? {
    guard let own = projectOf[file], let far = projectOf[other] else { return 0 }
    return own == far ? 0 : steps[own][far]
  }

  private static func steps(from start: Int, _ references: [[Int]]) -> [Int?] {
    var found = [Int?](repeating: nil, count: references.count)
    found[start] = 0
    var queue = [start]
    var next = 0
    while next < queue.count {
      let project = queue[next]
      next += 1
      for other in references[project] where found[other] == nil {
        found[other] = found[project]! + 1
        queue.append(other)
      }
    }
    return found
  }

  // MARK: Paths

  static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func project(above path: String, _ numbers: [String: Int]) -> Int? {
    var next = folder(path)
    while true {
      if let number = numbers[next] { return number }
      if next.isEmpty { return nil }
      next = folder(next)
    }
  }

  /// The nearest file of common properties above a project.
  private static func above(_ path: String, _ common: Set<String>) -> [String] {
    var next = folder(path)
    while true {
      let file = next.isEmpty ? "Directory.Build.props" : next + "/Directory.Build.props"
      if common.contains(file) { return [file] }
      if next.isEmpty { return [] }
      next = folder(next)
    }
  }

  /// Assemblies are called like the project files, unless these say otherwise.
  private static func byName(_ files: [String], _ numbers: [String: Int]) -> [String: Int] {
    var table: [String: Int] = [:]
    for file in files {
      let name = file.split(separator: "/").last.map { String($0.dropLast(".csproj".count)) } ?? ""
      table[name] = numbers[folder(file)]
    }
    return table
  }

  private static func text(_ path: String, _ inventory: Inventory) -> [UInt8] {
    guard let file = inventory.files.first(where: { $0.path == path }) else { return [] }
    let full = Array(inventory.root.utf8) + [UInt8(ascii: "/")] + file.rawPath
    return (try? FileSystem.read(full, limit: 4 << 20)) ?? []
  }
}

/// What a project file says of references and usings. It is read tag by tag: conditions hold.
private struct BuildFile {
  /// Paths of referenced project files, relative to the root.
  var references: [String] = []
  /// Names of referenced assemblies.
  var assemblies: [String] = []
  var usings: [CSharpProjects.Using] = []
  /// A reference depends on properties that only a build knows.
  var isOpen = false

  init(_ bytes: [UInt8], path: String) {
    let folder = CSharpProjects.folder(path)
    for tag in BuildTags.read(bytes) {
      guard let include = tag.attributes["Include"] else { continue }
      switch tag.name {
      case "ProjectReference":
        for item in include.split(separator: ";") {
          let text = item.filter { !$0.isWhitespace || $0 == " " }
          if text.contains("$(") || text.contains("*") {
            isOpen = true
          } else if let target = Self.resolve(String(text), from: folder) {
            references.append(target)
          }
        }
      case "Reference": assemblies.append(String(include.prefix { $0 != "," }))
      case "Using":
        guard tag.attributes["Alias"] == nil else { continue }
        usings.append(
          .init(name: include, isStatic: tag.attributes["Static"]?.lowercased() == "true"))
      default: break
      }
    }
  }

  static func hasImplicitUsings(_ text: [UInt8]) -> Bool {
    let text = String(decoding: text, as: UTF8.self).lowercased()
    return text.contains("<implicitusings>enable") || text.contains("<implicitusings>true")
  }

  /// A path relative to a folder; nil where it leaves the repository.
  private static func resolve(_ path: String, from folder: String) -> String? {
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
      if let tag = tag(bytes[(start + 1)..<end]) { tags.append(tag) }
      position = end + 1
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
