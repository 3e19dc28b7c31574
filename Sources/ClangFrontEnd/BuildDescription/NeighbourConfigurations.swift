internal import Basics
internal import Facts

/// The build's arguments for files that it does not compile: those of the nearest file that it does.
struct NeighbourConfigurations: Sendable {
  private struct Place: Hashable {
    var folder: String
    var language: Language
  }

  private var byPlace: [Place: BuildConfiguration] = [:]
  private let folders: [String]

  init(_ build: BuildConfigurations) {
    var folders: Set<String> = []
    for path in build.byFile.keys.sorted(by: { $0.precedesBytewise($1) }) {
      guard let configuration = build.byFile[path]?.first else { continue }
      folders.formUnion(configuration.arguments.folders)
      var folder = PathText.folder(path)
      // The first file by name stands for its folder, and for those above that have none nearer.
      while byPlace[Place(folder: folder, language: configuration.arguments.language)] == nil {
        byPlace[Place(folder: folder, language: configuration.arguments.language)] = configuration
        if folder.isEmpty { break }
        folder = PathText.folder(folder)
      }
    }
    self.folders = folders.sorted { $0.precedesBytewise($1) }
  }

  var isEmpty: Bool { byPlace.isEmpty }

  /// Nil where the build compiles nothing of this language.
  func nearest(to folder: String, _ language: Language) -> BuildConfiguration? {
    var folder = folder
    while true {
      if let found = byPlace[Place(folder: folder, language: language)] { return found }
      if folder.isEmpty { return nil }
      folder = PathText.folder(folder)
    }
  }

  /// Folders that the build searches and that are not the project's.
  func foldersOutside(_ root: String) -> [String] {
    folders.filter { PathText.relative($0, to: root) == nil && $0 != root }
  }
}
