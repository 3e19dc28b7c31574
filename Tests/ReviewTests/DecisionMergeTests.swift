import Basics
import Foundation
import Review
import Testing

/// Two branches record one decision each on a common base; git merges the files.
struct DecisionMergeTests {
  @Test(arguments: [(40, 0.95), (80, 0.96), (150, 0.97)])
  func independentDecisionsMerge(_ baseSize: Int, _ wanted: Double) throws {
    var generator = SeededGenerator(seed: UInt64(baseSize))
    let folder = try TemporaryFolder()
    let rounds = 200
    var clean = 0
    var base: String?
    for round in 0..<rounds {
      if round % 25 == 0 {
        base = nil
        for number in 0..<baseSize {
          base = try DecisionFile(base).recording(RandomDecisions.make(number, &generator)).text
        }
      }
      let mine = RandomDecisions.make(baseSize + 1, &generator)
      let theirs = RandomDecisions.make(baseSize + 2, &generator)
      let merged = try folder.merge(
        base: base ?? "", ours: try DecisionFile(base).recording(mine).text,
        theirs: try DecisionFile(base).recording(theirs).text)
      guard let merged else { continue }
      clean += 1
      let decisions = try DecisionFile(merged).decisions.map(\.decision)
      #expect(decisions.count == baseSize + 2)
      #expect(decisions.contains(mine) && decisions.contains(theirs))
    }
    let share = Double(clean) / Double(rounds)
    #expect(share >= wanted, "\(clean) of \(rounds) merged")
  }

  @Test
  func changesOfDifferentEntriesMerge() throws {
    var generator = SeededGenerator(seed: 5)
    var base: String?
    for number in 0..<12 {
      base = try DecisionFile(base).recording(RandomDecisions.make(number, &generator)).text
    }
    let folder = try TemporaryFolder()
    let decisions = try DecisionFile(base).decisions.map(\.decision)
    for first in decisions.indices {
      for second in decisions.indices where second != first {
        var (mine, theirs) = (decisions[first], decisions[second])
        mine.reason = "mine is better"
        theirs.reason = "theirs is better"
        let merged = try folder.merge(
          base: base!, ours: try DecisionFile(base).recording(mine).text,
          theirs: try DecisionFile(base).recording(theirs).text)
        #expect(merged != nil, "\(mine.title) and \(theirs.title)")
      }
    }
  }
}

/// A folder for one test, removed with it.
private final class TemporaryFolder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "cleave-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// What `git merge-file` makes of the three texts; nil where it finds a conflict.
  func merge(base: String, ours: String, theirs: String) throws -> String? {
    for (name, text) in [("base", base), ("ours", ours), ("theirs", theirs)] {
      try Data(text.utf8).write(to: url.appending(path: name))
    }
    let process = Process()
    // libclang, which other tests run in this process, changes the folder of the process.
    process.currentDirectoryURL = URL(filePath: "/")
    process.executableURL = URL(filePath: "/usr/bin/env")
    let names = ["ours", "base", "theirs"].map { url.appending(path: $0).path }
    process.arguments = ["git", "merge-file", "-q"] + names
    try process.run()
    process.waitUntilExit()
    let status = process.terminationStatus
    try #require(process.terminationReason == .exit && status < 127, "git merge-file failed")
    if status != 0 { return nil }
    return String(decoding: try Data(contentsOf: url.appending(path: "ours")), as: UTF8.self)
  }
}
