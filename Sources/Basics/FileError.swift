#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file operation that the system refused, or that a limit of ours stopped.
package struct FileError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Reason: Sendable, Equatable {
    case missing, permission, diskFull, readOnly, notAFile, notAFolder, exists, loop, nameTooLong
    case tooManyOpenFiles
    /// The file holds more bytes than the reader allows.
    case tooLarge(limit: Int)
    /// Any other refusal, by its `errno`.
    case other(Int32)
  }

  /// What was tried: `read`, `write`, `list`, ….
  package var operation: String
  /// The path, safe to print.
  package var path: String
  package var reason: Reason

  package init(_ operation: String, path: [UInt8], reason: Reason) {
    self.operation = operation
    self.path = String(escapingInvalid: path)
    self.reason = reason
  }

  init(_ operation: String, path: [UInt8], errno code: Int32) {
    self.init(operation, path: path, reason: Reason(errno: code))
  }

  /// Lower case, without a full stop, the path in quotes, and what to do where that is known.
  package var description: String { "cannot \(operation) \"\(path)\": \(reason.text)" }
}

extension FileError.Reason {
  init(errno code: Int32) {
    switch code {
    case ENOENT: self = .missing
    case EACCES, EPERM: self = .permission
    case ENOSPC, EDQUOT: self = .diskFull
    case EROFS: self = .readOnly
    case EISDIR: self = .notAFile
    case ENOTDIR: self = .notAFolder
    case EEXIST: self = .exists
    case ELOOP: self = .loop
    case ENAMETOOLONG: self = .nameTooLong
    case EMFILE, ENFILE: self = .tooManyOpenFiles
    default: self = .other(code)
    }
  }

  package var text: String {
    switch self {
    case .missing: "it does not exist"
    case .permission: "permission denied; check the owner and mode of the file and its folders"
    case .diskFull: "no space left; free some space or choose another folder"
    case .readOnly: "the file system is read-only; choose another folder"
    case .notAFile: "it is not a regular file"
    case .notAFolder: "a part of the path is not a folder"
    case .exists: "it exists already"
    case .loop: "its symbolic links form a loop"
    case .nameTooLong: "the path is too long"
    case .tooManyOpenFiles: "too many open files; raise the limit with ulimit -n"
    case .tooLarge(let limit): "it is larger than \(limit) bytes"
    case .other(let code): String(cString: strerror(code)).lowercasedFirst
    }
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
