internal import Basics
internal import Facts
internal import FrontEnd

/// How one directive of one file was resolved without a build.
struct ResolvedInclude: Sendable, Hashable {
  /// Index into ``HeaderIndex/files``.
  var target: Int
  /// The folder that must be searched for it; nil for what stands beside the including file.
  var folder: String?
  var isAngled: Bool
  /// The system has a header of this name too, which the project's own goes before.
  var isInstalled = false
  /// Folders that must be searched later, as they have a file of the name too.
  var rivals: [String] = []
}

/// What a file's directives come to.
struct FileIncludes: Sendable {
  var resolved: [ResolvedInclude] = []
  /// Names that must be spelled otherwise, by the directive's index.
  var corrections: [Int: String] = [:]
  /// Directives for which two files are equally near: the directive's index and the candidates, the
  /// chosen one first.
  var ambiguous: [(directive: Int, candidates: [Int])] = []
}

/// Resolves include names by the repository alone: own folder first, then the nearest file whose path
/// ends with the name.
///
/// An angled name is never taken for a project header of a name in a standard, nor for one of a bare
/// name that the system also has, nor for one outside of a folder that is searched: a conventional
/// include folder, one that quoted names have shown to be searched, or the folder of the only header
/// of that name, which the build must search or the program could not be compiled.
struct IncludeResolution: Sendable {
  let index: HeaderIndex
  let system: SystemHeaders
  /// Folders that includes are known to be searched in.
  var established: Set<String> = []
  /// Whether the build finds the name outside the project: then its spelling is right.
  var isFoundByBuild: @Sendable (String) -> Bool = { _ in false }

  private static let conventional: Set<String> = [
    "include", "includes", "inc", "src", "source", "headers",
  ]
  /// Searched for names with a folder in them.
  private static let libraries: Set<String> = ["lib", "libs"]

  /// All files' includes; files and scans correspond.
  static func resolve(
    _ scans: [ScannedSource], _ index: HeaderIndex, _ system: SystemHeaders,
    isFoundByBuild: @escaping @Sendable (String) -> Bool
  ) -> [FileIncludes] {
    var resolution = IncludeResolution(
      index: index, system: system, isFoundByBuild: isFoundByBuild)
    let first = resolution
    let numbers = Array(scans.indices)
    let quoted = numbers.concurrentMap { first.includes(of: $0, scans[$0], angled: false) }
    resolution.established = Set(quoted.flatMap { $0.resolved.compactMap(\.folder) })
    let second = resolution
    let angled = numbers.concurrentMap { second.includes(of: $0, scans[$0], angled: true) }
    return zip(quoted, angled).map { quoted, angled in
      FileIncludes(
        resolved: quoted.resolved + angled.resolved,
        corrections: quoted.corrections.merging(angled.corrections) { first, _ in first },
        ambiguous: quoted.ambiguous + angled.ambiguous)
    }
  }

  func includes(of file: Int, _ scan: ScannedSource, angled: Bool) -> FileIncludes {
    var result = FileIncludes()
    for (number, directive) in scan.directives.enumerated() where directive.isAngled == angled {
      var name = directive.name
      if name.utf8.contains(UInt8(ascii: "\\")) {
        name = MicrosoftArguments.slashes(name)
        result.corrections[number] = name
      }
      if resolve(name, file, number, angled, &result) { continue }
      guard !system.contains(name), !isFoundByBuild(name),
        let spelling = spelling(of: name, from: file, angled: angled)
      else { continue }
      result.corrections[number] = spelling
      _ = resolve(spelling, file, number, angled, &result)
    }
    return result
  }

  private func resolve(
    _ name: String, _ file: Int, _ number: Int, _ angled: Bool, _ result: inout FileIncludes
  ) -> Bool {
    let folder = index.files[file].folder
    if !angled, let path = PathText.join(folder, name), let target = index.file(at: path) {
      result.resolved.append(ResolvedInclude(target: target, folder: nil, isAngled: false))
      return true
    }
    // What this machine has happens to be installed; only a qualified name means the project's own.
    if angled, system.contains(name),
      SystemHeaders.isStandard(name) || !name.utf8.contains(UInt8(ascii: "/"))
    {
      return false
    }
    let ranked = ranked(name, from: file, angled: angled)
    guard let best = ranked.first else { return false }
    let equal = ranked.filter { $0.distance == best.distance }
    if equal.count > 1 { result.ambiguous.append((number, equal.map(\.file))) }
    result.resolved.append(
      ResolvedInclude(
        target: best.file, folder: best.folder, isAngled: angled,
        isInstalled: angled && system.contains(name),
        rivals: ranked.dropFirst().map(\.folder)))
    return true
  }

  private struct Candidate {
    var file: Int
    /// The folder to search.
    var folder: String
    var distance: Nearness
    var isConventional: Bool
  }

  private func ranked(_ name: String, from file: Int, angled: Bool) -> [Candidate] {
    guard let (suffix, steps) = plain(name) else { return [] }
    let found = index.files(endingWith: suffix)
    if found.isEmpty { return [] }
    let own = index.files[file]
    var candidates = found.compactMap { candidate($0, suffix, steps, from: own) }
    candidates.removeAll { !mayUse(index.files[$0.file].source.role, from: own.source.role) }
    if angled {
      if candidates.count > 1 || !isProduct(candidates) || system.contains(name) {
        candidates.removeAll { !$0.isConventional }
      }
      // Who means the file beside writes quotes, if there is another of the name.
      let elsewhere = candidates.filter { $0.folder != own.folder }
      if !elsewhere.isEmpty { candidates = elsewhere }
    }
    if !angled, SystemHeaders.isStandard(name) {
      candidates.removeAll {
        !$0.isConventional && PathText.commonDepth($0.folder, own.folder) == 0
      }
    }
    let products = candidates.filter { index.files[$0.file].source.role != .test }
    if own.source.role != .test, !products.isEmpty { candidates = products }
    candidates.sort { isNearer($0, $1) }
    if let best = candidates.first, isMadeNearer(suffix, than: best, from: own) { return [] }
    return candidates
  }

  /// Whether the only candidate is no test's header.
  private func isProduct(_ candidates: [Candidate]) -> Bool {
    candidates.first.map { index.files[$0.file].source.role != .test } ?? false
  }

  /// The name without leading `../`, and how many there were; nil for what cannot be searched.
  private func plain(_ name: String) -> (suffix: String, steps: Int)? {
    guard name.utf8.first != UInt8(ascii: "/") else { return nil }
    var parts: [Substring] = []
    var steps = 0
    for part in name.split(separator: "/") where part != "." {
      if part != ".." { parts.append(part) } else if parts.popLast() == nil { steps += 1 }
    }
    guard !parts.isEmpty, steps == 0 || (steps == 1 && parts.count > 1) else { return nil }
    return (parts.joined(separator: "/"), steps)
  }

  private func candidate(
    _ file: Int, _ suffix: String, _ steps: Int, from own: HeaderIndex.File
  ) -> Candidate? {
    let path = index.files[file].source.path
    var folder = String(path.utf8.dropLast(suffix.utf8.count))!
    if folder.hasSuffix("/") { folder.removeLast() }
    if steps == 1 {
      // `../x/y.h` is found from any folder beside `x`, and from `x` itself.
      let first = suffix.prefix { $0 != "/" }
      folder += (folder.isEmpty ? "" : "/") + first
    }
    let name = PathText.name(folder)
    return Candidate(
      file: file, folder: folder, distance: Nearness(of: folder, to: own.folder),
      isConventional: folder.isEmpty || established.contains(folder)
        || Self.conventional.contains(name)
        || (suffix.utf8.contains(UInt8(ascii: "/")) && Self.libraries.contains(name)))
  }

  private func isNearer(_ a: Candidate, _ b: Candidate) -> Bool {
    if a.distance != b.distance { return a.distance < b.distance }
    if a.isConventional != b.isConventional { return a.isConventional }
    return a.file < b.file
  }

  /// Third-party code does not reach into the product; the product may reach anywhere.
  private func mayUse(_ role: FileRole, from own: FileRole) -> Bool {
    own != .vendored || role == .vendored
  }

  /// Whether a header that the build would make stands nearer than the one that was found.
  private func isMadeNearer(
    _ name: String, than best: Candidate, from own: HeaderIndex.File
  ) -> Bool {
    index.templateFolders(of: name).contains { Nearness(of: $0, to: own.folder) < best.distance }
  }

  /// A bare name in another case, far away, is rather the header of another system.
  private func isPlausible(_ candidate: Candidate, from own: HeaderIndex.File) -> Bool {
    let name = PathText.folder(index.files[candidate.file].source.path)
    return candidate.folder.isEmpty || name != candidate.folder
      || PathText.commonDepth(candidate.folder, own.folder) > (own.source.role == .vendored ? 1 : 0)
  }

  /// The one spelling that differs in case alone and names a file; nil if there is none or several.
  private func spelling(of name: String, from file: Int, angled: Bool) -> String? {
    guard let (suffix, steps) = plain(name), steps == 0,
      index.files(endingWith: suffix).isEmpty, index.templateFolders(of: suffix).isEmpty
    else { return nil }
    let own = index.files[file]
    let found = index.filesIgnoringCase(endingWith: suffix)
    let spellings = found.compactMap { number -> (String, isOwn: Bool)? in
      let path = index.files[number].source.path
      let spelling = String(path.utf8.suffix(suffix.utf8.count))
      guard let spelling, let candidate = candidate(number, spelling, 0, from: own),
        isPlausible(candidate, from: own),
        !angled || candidate.isConventional,
        mayUse(index.files[number].source.role, from: own.source.role)
      else { return nil }
      return (spelling, !angled && candidate.folder == own.folder)
    }
    let beside = spellings.filter(\.isOwn)
    let choice = beside.isEmpty ? spellings : beside
    return choice.count == 1 ? choice[0].0 : nil
  }
}
