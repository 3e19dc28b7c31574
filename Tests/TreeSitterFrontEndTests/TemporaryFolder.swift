import Basics
import Foundation

/// A folder of its own for one test, removed at the end.
struct TemporaryFolder: ~Copyable {
  let path: String

  init() throws {
    let name = "cleave-test-\(UInt64.random(in: .min ... .max))"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    try FileSystem.createFolder(Array(path.utf8))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func bytes(_ name: String) -> [UInt8] { Array("\(path)/\(name)".utf8) }
  func bytes(_ name: [UInt8]) -> [UInt8] { Array("\(path)/".utf8) + name }
}
