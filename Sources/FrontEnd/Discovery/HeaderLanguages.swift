internal import Facts

/// Whether a `.h` is C, C++ or Objective-C, by the sources in its folder, above it, and overall.
struct HeaderLanguages: Sendable {
  /// One value a folder: of its own sources, or of the nearest folder above with any.
  private let byFolder: [Language]

  init(files: [FoundFile], folders: [FolderTraits]) {
    var counts = [Counts](repeating: Counts(), count: folders.count)
    for file in files {
      switch file.naming {
      case .known(.c): counts[file.folder].c += 1
      case .known(.cpp): counts[file.folder].cpp += 1
      case .known(.objc), .known(.objcpp): counts[file.folder].objc += 1
      default: break
      }
    }
    var totals = counts
    for index in folders.indices.dropFirst().reversed() {
      totals[folders[index].parent].c += totals[index].c
      totals[folders[index].parent].cpp += totals[index].cpp
      totals[folders[index].parent].objc += totals[index].objc
    }
    var languages: [Language] = []
    for (index, folder) in folders.enumerated() {
      let own = counts[index].isEmpty ? totals[index] : counts[index]
      if !own.isEmpty {
        languages.append(own.language)
      } else {
        languages.append(index == 0 ? .c : languages[folder.parent])
      }
    }
    byFolder = languages
  }

  /// C++ text is C++ wherever it stands; all else goes by the neighbours.
  func language(folder: Int, isPlusPlus: Bool) -> Language {
    if isPlusPlus { return byFolder[folder] == .objc ? .objcpp : .cpp }
    return byFolder[folder]
  }

  /// Sources by language.
  private struct Counts {
    var c = 0
    var cpp = 0
    var objc = 0

    var isEmpty: Bool { c + cpp + objc == 0 }

    var language: Language {
      if objc > 0, objc >= c + cpp { return .objc }
      return cpp > c ? .cpp : .c
    }
  }
}
