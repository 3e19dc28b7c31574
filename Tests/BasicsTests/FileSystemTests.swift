import Basics
import Foundation
import Testing

@Suite struct FileSystemTests {
  @Test func `a written file reads back, and no temporary file stays`() throws {
    let folder = try TemporaryFolder()
    for size in [0, 1, 5000] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
      try FileSystem.writeAtomically(bytes, to: folder.bytes("a"))
      #expect(try FileSystem.read(folder.bytes("a")) == bytes)
    }
    #expect(try FileSystem.list(Array(folder.path.utf8)).map(\.name) == [Array("a".utf8)])
  }

  @Test func `names are bytes, sorted, with their own status`() throws {
    let folder = try TemporaryFolder()
    let odd: [UInt8] = [0xff, 0x0a, 0x22]
    try FileSystem.writeAtomically([1, 2, 3], to: folder.bytes(odd))
    try FileSystem.createFolder(folder.bytes("B"))
    symlink("nowhere", folder.path + "/a")
    let entries = try FileSystem.list(Array(folder.path.utf8))
    #expect(entries.map(\.name) == [[0x42], [0x61], odd])
    #expect(entries.map(\.status.kind) == [.folder, .link, .file])
    #expect(entries[2].status.size == 3)
  }

  @Test func `a head is no longer than the file`() throws {
    let folder = try TemporaryFolder()
    try FileSystem.writeAtomically([1, 2, 3], to: folder.bytes("a"))
    #expect(try FileSystem.readHead(folder.bytes("a"), count: 2) == [1, 2])
    #expect(try FileSystem.readHead(folder.bytes("a"), count: 9) == [1, 2, 3])
  }

  @Test func `refusals have their reason`() throws {
    let folder = try TemporaryFolder()
    let path = Array(folder.path.utf8)
    symlink("loop", folder.path + "/loop")
    mkfifo(folder.path + "/pipe", 0o600)
    try FileSystem.writeAtomically([1, 2, 3], to: folder.bytes("a"))
    #expect(
      reason { () throws(FileError) in _ = try FileSystem.read(folder.bytes("no")) } == .missing)
    #expect(reason { () throws(FileError) in _ = try FileSystem.read(path) } == .notAFile)
    #expect(
      reason { () throws(FileError) in _ = try FileSystem.read(folder.bytes("loop")) } == .loop)
    #expect(
      reason { () throws(FileError) in _ = try FileSystem.read(folder.bytes("pipe")) } == .notAFile)
    #expect(
      reason { () throws(FileError) in _ = try FileSystem.list(folder.bytes("a")) } == .notAFolder)
    #expect(
      reason { () throws(FileError) in _ = try FileSystem.read(folder.bytes("a"), limit: 2) }
        == .tooLarge(limit: 2))
    #expect(
      reason { () throws(FileError) in _ = try FileSystem.read(folder.bytes("a\0b")) } == .missing)
    #expect(
      reason { () throws(FileError) in
        _ = try FileSystem.read(folder.bytes(String(repeating: "x", count: 5000)))
      } == .nameTooLong)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `permissions are a reason of their own`() throws {
    let folder = try TemporaryFolder()
    try FileSystem.writeAtomically([1], to: folder.bytes("a"))
    chmod(folder.path + "/a", 0)
    #expect(
      reason { () throws(FileError) in _ = try FileSystem.read(folder.bytes("a")) } == .permission)
  }

  @Test(.enabled(if: FileSystem.exists(Array("/dev/full".utf8))))
  func `a full disk says what to do`() {
    let path = Array("/dev/full".utf8)
    let error = #expect(throws: FileError.self) { try FileSystem.write([1], to: path) }
    #expect(error?.reason == .diskFull)
    #expect(
      error?.description
        == "cannot write \"/dev/full\": no space left; free some space or choose another folder")
  }

  @Test func `writing once keeps the first`() throws {
    let folder = try TemporaryFolder()
    #expect(try FileSystem.writeOnce([1], to: folder.bytes("seed")))
    #expect(try !FileSystem.writeOnce([2], to: folder.bytes("seed")))
    #expect(try FileSystem.read(folder.bytes("seed")) == [1])
    #expect(try FileSystem.list(Array(folder.path.utf8)).count == 1)
  }

  @Test func `writing through a link changes what it leads to`() throws {
    let folder = try TemporaryFolder()
    try FileSystem.writeAtomically([1], to: folder.bytes("a"))
    symlink("a", folder.path + "/link")
    try FileSystem.write([7], to: folder.bytes("link"))
    #expect(try FileSystem.read(folder.bytes("a")) == [7])
    #expect(try FileSystem.status(folder.bytes("link")).kind == .link)
  }

  @Test func `folders are made with those above them`() throws {
    let folder = try TemporaryFolder()
    try FileSystem.createFolder(folder.bytes("x/y/z"))
    try FileSystem.createFolder(folder.bytes("x/y/z"))
    #expect(try FileSystem.status(folder.bytes("x/y/z")).kind == .folder)
    try FileSystem.writeAtomically([], to: folder.bytes("f"))
    #expect(
      reason { () throws(FileError) in try FileSystem.createFolder(folder.bytes("f")) } == .exists)
  }

  @Test func `writers at once leave one whole content`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.bytes("a")
    await withTaskGroup(of: Void.self) { group in
      for writer in 0..<16 {
        group.addTask {
          for _ in 0..<20 {
            try? FileSystem.writeAtomically(
              [UInt8](repeating: UInt8(writer), count: 9000), to: path)
          }
        }
      }
    }
    let bytes = try FileSystem.read(path)
    #expect(bytes.count == 9000 && Set(bytes).count == 1)
    #expect(try FileSystem.list(Array(folder.path.utf8)).count == 1)
  }
}

private func reason(_ body: () throws(FileError) -> Void) -> FileError.Reason? {
  do throws(FileError) {
    try body()
    return nil
  } catch {
    return error.reason
  }
}
