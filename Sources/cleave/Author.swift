internal import Basics
internal import Foundation
internal import History

/// Who decides, where nobody says so on the command line.
enum Author {
  /// `given`, else what git's configuration of the repository says, else `CLEAVE_AUTHOR`.
  static func name(_ given: String?, _ path: String) -> String? {
    if let given { return given }
    if let root = try? FileSystem.realPath(Array(path.utf8)),
      let name = GitIdentity.name(at: root)
    {
      return name
    }
    let name = ProcessInfo.processInfo.environment["CLEAVE_AUTHOR"] ?? ""
    return name.isEmpty ? nil : name
  }
}
