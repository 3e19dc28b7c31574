internal import Facts

/// Whether a `.h` is C or C++, by the sources in its folder, above it, and overall.
struct HeaderLanguages: Sendable {
  /// One value a folder: of its own sources, or of the nearest folder above with any.
  private let byFolder: [Language]

  init(files: [FoundFile], folders: [FolderTraits]) {
    var counts = [(c: Int, cpp: Int)](repeating: (0, 0), count: folders.count)
    for file in files {
      switch file.naming {
      case .known(.c): counts[file.folder].c += 1
      case .known(.cpp): counts[file.folder].cpp += 1
      default: break
      }
    }
    var totals = counts
    for index in folders.indices.dropFirst().reversed() {
      totals[folders[index].parent].c += totals[index].c
      totals[folders[index].parent].cpp += totals[index].cpp
    }
    var languages: [Language] = []
    for (index, folder) in folders.enumerated() {
      let own = counts[index].c + counts[index].cpp > 0 ? counts[index] : totals[index]
      if own.c + own.cpp > 0 {
        languages.append(own.cpp > own.c ? .cpp : .c)
      } else {
        languages.append(index == 0 ? .c : languages[folder.parent])
      }
    }
    byFolder = languages
  }

  /// C++ text is C++ wherever it stands; all else goes by the neighbours.
  func language(folder: Int, isPlusPlus: Bool) -> Language {
    isPlusPlus ? .cpp : byFolder[folder]
  }
}
