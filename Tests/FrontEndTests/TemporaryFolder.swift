import Basics
import Foundation

/// A folder of its own for one test, removed at the end.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    let name = "cleave-test-\(UInt64.random(in: .min ... .max))"
    let path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileSystem.createFolder(Array(path.utf8))
    self.path = String(decoding: try FileSystem.realPath(Array(path.utf8)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String = "int x;\n") throws {
    try write(Array(name.utf8), Array(text.utf8))
  }

  func write(_ name: [UInt8], _ bytes: [UInt8]) throws {
    let full = Array("\(path)/".utf8) + name
    try FileSystem.createFolder(Array(full[..<full.lastIndex(of: 0x2f)!]))
    try FileSystem.writeAtomically(bytes, to: full)
  }

  func link(_ name: String, to target: String) {
    symlink(target, "\(path)/\(name)")
  }
}
