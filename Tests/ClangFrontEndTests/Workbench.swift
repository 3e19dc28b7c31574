import Basics
import ClangBinding
import ClangFrontEnd
import Facts
import Foundation
import FrontEnd

/// A folder of sources and an extractor for it.
struct Workbench {
  let root: URL
  let extractor: ClangExtractor

  /// Every installed libclang; the tests run with each.
  static let libraries: [ClangLibrary] = ClangLibrary.installed().compactMap {
    try? ClangLibrary(path: $0)
  }

  static let readers = FactReaders(
    sql: { text in
      // Reads only what the fixtures hold: the real scanner has its own tests.
      let words = text.lowercased().split { " \n\t\"(".contains($0) }.map(String.init)
      let write = words.first == "update" ? words.dropFirst().first : nil
      if let write { return [SQLScanner.Access(access: .write, table: write, line: 0)] }
      guard let mark = words.firstIndex(where: { $0 == "from" || $0 == "into" }),
        mark + 1 < words.count
      else { return [] }
      let access: DataAccess.Access = words[mark] == "from" ? .read : .write
      return [SQLScanner.Access(access: access, table: words[mark + 1], line: 0)]
    },
    trigger: { text in
      var words = text.split(separator: " ").map(String.init)
      guard !words.isEmpty, let kind = TriggerKind(rawValue: words.removeFirst()) else {
        return nil
      }
      let pattern = /([a-z_]+)=(?:"([^"]*)"|(\S+))/
      return FactReaders.TriggerText(
        kind: kind,
        attributes: text.matches(of: pattern).map {
          TriggerDeclaration.Attribute(key: String($0.1), value: String($0.2 ?? $0.3 ?? ""))
        })
    })

  init(root: URL, library: ClangLibrary) {
    self.root = root
    extractor = ClangExtractor(root: root.path, library: library, readers: Self.readers)
  }

  /// A new folder that holds `files`; the caller removes it by ``remove()``.
  init(files: [String: String], library: ClangLibrary) throws {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("cleave-clang-\(UUID().uuidString)")
    for (path, text) in files {
      let url = root.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    self.init(root: root, library: library)
  }

  func remove() { try? FileManager.default.removeItem(at: root) }

  func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: root.appendingPathComponent(path))
  }

  func extract(
    _ path: String, arguments: [String] = [], overlays: [ExtractionUnit.Overlay] = []
  ) -> UnitFacts {
    extractor.extract(
      ExtractionUnit(
        frontEnd: "clang", path: path, language: path.hasSuffix(".c") ? .c : .cpp,
        mode: .compileCommand, arguments: arguments, directory: root.path, overlays: overlays))
  }
}

extension UnitFacts {
  func facts(_ path: String) -> FileFacts? { parts.first { $0.path == path }?.facts }

  func lines(_ path: String) -> [String] {
    facts(path).map { FactText(facts: $0).lines.map(\.text) } ?? []
  }
}
