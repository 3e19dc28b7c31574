/// Which of today's files changed in which commit.
package struct ChangeHistory: Sendable, Equatable {
  /// A commit that changed at least one of today's files and not too many files at all.
  package struct Commit: Sendable, Equatable {
    /// Its name, in hexadecimal digits.
    package var id: String
    /// Number of a person; nil for a program (`dependabot[bot]`).
    package var author: Int?
    /// Indexes of today's files, ascending.
    package var files: [Int]

    package init(id: String, author: Int?, files: [Int]) {
      self.id = id
      self.author = author
      self.files = files
    }
  }

  /// Newest first.
  package var commits: [Commit]
  package var fileCount: Int
  package var authorCount: Int
  /// What files of today were called before, sorted by that; no file has such a name today.
  package var formerNames: [FormerName] = []

  /// A name that a file had once.
  package struct FormerName: Sendable, Equatable {
    /// As today's paths are.
    package var path: String
    package var file: Int
    /// How like the contents before and after the renaming were, 0.5 to 1; of several the least.
    package var likeness: Double

    package init(path: String, file: Int, likeness: Double) {
      self.path = path
      self.file = file
      self.likeness = likeness
    }
  }

  package init(commits: [Commit], fileCount: Int, authorCount: Int) {
    self.commits = commits
    self.fileCount = fileCount
    self.authorCount = authorCount
  }
}
