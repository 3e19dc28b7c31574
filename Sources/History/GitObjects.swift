internal import Basics
internal import Foundation

/// Asks git for objects of a repository: what a name stands for, what a commit holds, contents.
///
/// Only `cat-file` and `ls-tree` run, in a repository of our own that has nothing but the objects.
struct GitObjects {
  let program: GitProgram
  let repository: GitRepository
  let place: PrivateRepository
  let isCancelled: @Sendable () -> Bool

  /// An entry of a tree: a plain file.
  struct Entry {
    var path: [UInt8]
    var object: [UInt8]
    var size: Int
  }

  private static let time = Duration.seconds(300)

  /// The commit that an expression such as `main`, `v1.2~3` or `4f8cdc2` means.
  func commit(_ revision: String) throws(HistoryObstacle) -> String {
    let unknown = HistoryObstacle(
      "there is no commit \"\(revision.escapedForTerminal)\"; name a branch, a tag or a commit, and "
        + "fetch it first where the clone is shallow")
    let bytes = Array(revision.utf8)
    let marks = Array("~^@".utf8)
    let name = Array(bytes.prefix { !marks.contains($0) })
    let rest = bytes.dropFirst(name.count)
    let isSound =
      !name.isEmpty && name.first != UInt8(ascii: "-")
      && rest.allSatisfy { $0 == 0x7e || $0 == 0x5e || (0x30...0x39).contains($0) }
    guard isSound else { throw unknown }
    let references = GitReferences(repository.folders)
    let start = references.object(named: name) ?? abbreviation(name)
    guard let start else { throw unknown }
    let question = Array(start.utf8) + rest + Array("^{commit}\n".utf8)
    var answer: [UInt8] = []
    try run(["cat-file", "--batch-check"], input: question) { answer += $0 }
    let words = answer.split(separator: UInt8(ascii: " "))
    guard words.count == 3, words[1].elementsEqual("commit".utf8), GitReferences.isName(words[0])
    else { throw unknown }
    return String(decoding: words[0], as: UTF8.self)
  }

  /// At least four hexadecimal digits.
  private func abbreviation(_ name: [UInt8]) -> String? {
    let digits = Set("0123456789abcdefABCDEF".utf8)
    guard (4...64).contains(name.count), name.allSatisfy(digits.contains) else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  /// The plain files of a commit below the analysed folder, with paths relative to it.
  func files(of commit: String) throws(HistoryObstacle) -> [Entry] {
    var output: [UInt8] = []
    try run(["ls-tree", "-r", "-z", "-l", "--full-tree", commit], input: []) { output += $0 }
    var entries: [Entry] = []
    for line in output.split(separator: 0) {
      // `100644 blob <id> <size>\t<path>`
      guard let tab = line.firstIndex(of: 0x09) else { throw nonsense }
      let words = line[..<tab].split(separator: UInt8(ascii: " "))
      guard words.count == 4 else { throw nonsense }
      guard words[0].starts(with: "100".utf8), words[1].elementsEqual("blob".utf8) else { continue }
      let path = line[line.index(after: tab)...]
      guard path.starts(with: repository.prefix) else { continue }
      let size = Int(String(decoding: words[3], as: UTF8.self)) ?? 0
      entries.append(
        Entry(
          path: Array(path.dropFirst(repository.prefix.count)), object: Array(words[2]), size: size)
      )
    }
    return entries
  }

  /// Calls `take` with the content of each entry, in order.
  func contents(
    of entries: [Entry], _ take: (Entry, ArraySlice<UInt8>) throws(HistoryObstacle) -> Void
  ) throws(HistoryObstacle) {
    var reading = BatchReading(entries: entries)
    var names: [UInt8] = []
    for entry in entries { names += entry.object + [0x0a] }
    try run(["cat-file", "--batch"], input: names) { piece throws(HistoryObstacle) in
      try reading.take(piece, take)
    }
    guard reading.isComplete else { throw nonsense }
  }

  private var nonsense: HistoryObstacle {
    HistoryObstacle("git cannot read its objects; \"git fsck\" says what is damaged or missing")
  }

  // MARK: Processes

  /// The input goes through a file, so that nobody waits for anybody.
  private func run(
    _ words: [String], input: [UInt8], _ take: (ArraySlice<UInt8>) throws(HistoryObstacle) -> Void
  ) throws(HistoryObstacle) {
    let name = "\(place.path)/input"
    do throws(FileError) {
      try FileSystem.writeAtomically(input, to: Array(name.utf8))
    } catch {
      throw HistoryObstacle(error.description, isPassing: true)
    }
    let source = open(name, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw HistoryObstacle("\"\(name)\" cannot be read", isPassing: true) }
    defer { close(source) }
    let command = [program.path, "--no-pager", "--no-replace-objects", "-C", place.path] + words
    let started = ChildStart.alone { () -> (process: pid_t, output: Int32)? in
      guard let pipe = ChildPipe() else { return nil }
      let process = ChildStart(
        command, environment: place.environment, input: source, output: pipe.write
      ).spawn()
      close(pipe.write)
      if let process { return (process, pipe.read) }
      close(pipe.read)
      return nil
    }
    guard let started else {
      throw HistoryObstacle(
        "\"\(program.path.escapedForTerminal)\" cannot be started", isPassing: true)
    }
    defer { close(started.output) }
    do throws(HistoryObstacle) { try read(started.output, take) } catch {
      kill(started.process, SIGKILL)
      _ = Self.status(of: started.process)
      throw error
    }
    guard Self.status(of: started.process) == 0 else { throw nonsense }
  }

  private func read(
    _ output: Int32, _ take: (ArraySlice<UInt8>) throws(HistoryObstacle) -> Void
  ) throws(HistoryObstacle) {
    let start = ContinuousClock.now
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      if isCancelled() { throw HistoryObstacle("interrupted", isPassing: true) }
      if ContinuousClock.now - start > Self.time {
        throw HistoryObstacle("git takes too long to read its objects", isPassing: true)
      }
      var request = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
      guard poll(&request, 1, 100) > 0 else { continue }
      let count = Foundation.read(output, &buffer, buffer.count)
      if count == 0 { return }
      if count < 0 {
        guard errno == EINTR || errno == EAGAIN else { throw nonsense }
        continue
      }
      try take(buffer[..<count])
    }
  }

  private static func status(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status
  }
}

/// Takes the answer of `git cat-file --batch` apart: `<id> blob <size>\n<content>\n` for each.
private struct BatchReading {
  let entries: [GitObjects.Entry]
  private var next = 0
  private var rest: [UInt8] = []
  /// Bytes of the present content that are still to come, with the end of its line; nil in a head.
  private var left: Int?

  init(entries: [GitObjects.Entry]) { self.entries = entries }

  var isComplete: Bool { next == entries.count && left == nil && rest.isEmpty }

  mutating func take(
    _ piece: ArraySlice<UInt8>,
    _ done: (GitObjects.Entry, ArraySlice<UInt8>) throws(HistoryObstacle) -> Void
  ) throws(HistoryObstacle) {
    rest += piece
    var at = 0
    defer { rest.removeFirst(at) }
    while at < rest.count {
      if left == nil {
        guard let end = rest[at...].firstIndex(of: 0x0a) else { return }
        let words = rest[at..<end].split(separator: UInt8(ascii: " "))
        guard next < entries.count, words.count == 3, words[1].elementsEqual("blob".utf8),
          let size = Int(String(decoding: words[2], as: UTF8.self)), size >= 0
        else {
          throw HistoryObstacle(
            "git misses contents, which a partial clone has left on the server; \"git fetch "
              + "--refetch\" brings them")
        }
        left = size + 1
        at = end + 1
      }
      guard let size = left, rest.count - at >= size else { return }
      try done(entries[next], rest[at..<(at + size - 1)])
      next += 1
      at += size
      left = nil
    }
  }
}
