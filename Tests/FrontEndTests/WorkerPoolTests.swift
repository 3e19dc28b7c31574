import Basics
import Facts
import Foundation
import Synchronization
import Testing

@testable import FrontEnd

/// Workers that crash, hang and lie, as scripts of the shell: each loses one unit and no more.
@Suite struct WorkerPoolTests {
  /// Answers each unit from a file of its name, and does what the name of a bad one says.
  private static let script = """
    take() { head -c "$1"; }
    while :; do
      take "$SIZE" >"$FOLDER/request.$$"
      [ -s "$FOLDER/request.$$" ] || exit 0
      name=$(tr -d '\\000' <"$FOLDER/request.$$" | grep -ao 'unit-[a-z]*-[0-9]*')
      echo "$$" >>"$FOLDER/workers"
      case $name in
        *crash*) kill -SEGV $$ ;;
        *leave*) exit 0 ;;
        *half*) head -c 20 "$FOLDER/answer.$OTHER"; exit 1 ;;
        *garbage*) echo 'no frame at all' ;;
        *nonsense*) printf '\\005\\0\\0\\0\\0\\0\\0\\0abcde' ;;
        *other*) cat "$FOLDER/answer.$OTHER" ;;
        *overlong*) printf '\\0\\0\\0\\0\\0\\1\\0\\0'; exec sleep 1000 ;;
        *promise*) printf '\\0\\0\\0\\077\\0\\0\\0\\0'; exec sleep 1000 ;;
        *sleep*) exec sleep 1000 ;;
        *) cat "$FOLDER/answer.$name" ;;
      esac
    done
    """

  /// A folder with the answers, and the program that gives them.
  private struct Stage {
    let folder: TemporaryFolder
    var units: [ExtractionUnit]
    var program: WorkerProgram

    init(_ names: [String]) throws {
      folder = try TemporaryFolder()
      units = names.enumerated().map { number, name in
        // Names of one length, so that the script knows how much to read.
        let digits = String(10000 + number) + String(repeating: "0", count: 10 - name.utf8.count)
        return ExtractionUnit(
          frontEnd: "shell", path: "unit-\(name)-\(digits)", language: .c, mode: .direct)
      }
      for unit in units {
        let answer = ExtractedUnit(UnitFacts(path: unit.path, mode: .direct)).encoded
        try folder.write(Array("answer.\(unit.path)".utf8), Frame.enclose(answer))
      }
      program = WorkerProgram(
        command: ["/bin/sh", "-c", WorkerPoolTests.script],
        environment: [
          "FOLDER": folder.path, "SIZE": "\(Frame.enclose(units[0].encoded).count)",
          "OTHER": units[0].path, "PATH": "/usr/bin:/bin",
        ])
    }

    /// What came of each unit: its path, or the code of the diagnostic.
    func run(jobs: Int = 3, timeLimit: Double = 30) -> [String?] {
      signal(SIGPIPE, SIG_IGN)
      var outcomes = [String?](repeating: nil, count: units.count)
      let pool = WorkerPool(program: program, jobs: jobs, timeLimit: timeLimit)
      pool.run(units) { index, outcome in
        #expect(outcomes[index] == nil, "one outcome for each unit")
        switch outcome {
        case .extracted(let extracted): outcomes[index] = extracted.unit.path
        case .lost(let diagnostic):
          #expect(diagnostic.path == units[index].path)
          outcomes[index] = "\(diagnostic.code): \(diagnostic.message)"
        }
      }
      return outcomes
    }

    /// Processes that have worked and still live.
    var survivors: [Int32] {
      let text = (try? String(contentsOfFile: folder.path + "/workers", encoding: .utf8)) ?? ""
      return Set(text.split(separator: "\n").compactMap { Int32($0) }).filter { kill($0, 0) == 0 }
    }
  }

  @Test(arguments: [1, 2, 7, 100]) func `all units are done, each once`(jobs: Int) throws {
    let stage = try Stage(Array(repeating: "good", count: 40))
    #expect(stage.run(jobs: jobs) == stage.units.map(\.path))
    #expect(stage.survivors.isEmpty)
  }

  @Test func `no units need no workers`() {
    let pool = WorkerPool(program: WorkerProgram(command: ["/no/such/program"]), jobs: 3)
    pool.run([]) { _, _ in Issue.record("there was nothing to do") }
  }

  @Test(arguments: [
    ("crash", "parser-crashed: the parser ended with signal 11; "),
    ("leave", "parser-crashed: the parser ended; "), ("half", "parser-crashed: the parser ended; "),
    ("garbage", "parser-crashed: "), ("nonsense", "parser-crashed: "),
    ("other", "parser-crashed: "),
    ("overlong", "parser-crashed: "),
  ])
  func `a bad worker loses one unit, and the rest is done`(name: String, told: String) throws {
    let names = (0..<12).map { [2, 7, 8].contains($0) ? name : "good" }
    let stage = try Stage(names)
    let outcomes = stage.run()
    for (index, outcome) in outcomes.enumerated() {
      if names[index] == "good" {
        #expect(outcome == stage.units[index].path)
      } else {
        #expect(outcome?.hasPrefix(told) ?? false, "\(outcome ?? "nothing")")
      }
    }
    #expect(stage.survivors.isEmpty)
  }

  @Test(arguments: ["sleep", "promise"])
  func `a worker that hangs is stopped when its time is up`(name: String) throws {
    let stage = try Stage(["good", name, "good", "good", name, "good"])
    let outcomes = stage.run(timeLimit: 2)
    let lost = [1, 4].map { outcomes[$0] ?? "nothing" }
    #expect(lost.allSatisfy { $0.hasPrefix("parser-timeout: the parser took more than 2 s") })
    #expect([0, 2, 3, 5].map { outcomes[$0] } == [0, 2, 3, 5].map { stage.units[$0].path })
    #expect(stage.survivors.isEmpty)
  }

  @Test func `a worker that does not read is stopped when its time is up`() throws {
    var stage = try Stage(["good", "good"])
    // Far more than a pipe holds.
    stage.units[0].overlays = [.init(path: "a.h", content: [UInt8](repeating: 32, count: 4 << 20))]
    stage.program.command = ["/bin/sleep", "1000"]
    let outcomes = stage.run(jobs: 1, timeLimit: 1)
    #expect(outcomes.allSatisfy { $0?.hasPrefix("parser-timeout") ?? false }, "\(outcomes)")
  }

  @Test func `a worker that answers before it has heard the question is not believed`() throws {
    var stage = try Stage(["good"])
    stage.units[0].overlays = [.init(path: "a.h", content: [UInt8](repeating: 32, count: 4 << 20))]
    stage.program.command = [
      "/bin/sh", "-c", "cat \"$FOLDER/answer.\(stage.units[0].path)\"; exec sleep 1000",
    ]
    #expect(stage.run()[0]?.hasPrefix("parser-crashed") ?? false)
  }

  @Test(arguments: [
    (["/bin/sh", "-c", "exit 3"], "parser-crashed: the parser ended; "),
    (["/bin/sh", "-c", "kill -ABRT $$"], "parser-crashed: the parser ended with signal 6; "),
    (["/bin/sh", "-c", "exec <&-; exec sleep 1000"], "parser-"),
    (["/no/such/program"], "worker-not-started: "), (["/etc/passwd"], "worker-not-started: "),
  ])
  func `a worker that cannot start loses every unit and ends`(
    command: [String], told: String
  ) throws {
    var stage = try Stage(Array(repeating: "good", count: 5))
    stage.program.command = command
    let outcomes = stage.run(timeLimit: 2)
    #expect(outcomes.allSatisfy { $0?.hasPrefix(told) ?? false }, "\(outcomes)")
  }

  @Test func `a request to stop is followed at once, by all`() throws {
    let stage = try Stage(["good", "sleep", "sleep", "good"])
    let cancellation = Cancellation()
    let pool = WorkerPool(
      program: stage.program, jobs: 4, timeLimit: 500, cancellation: cancellation)
    let heard = Mutex(0)
    pool.run(stage.units) { _, _ in
      heard.withLock { $0 += 1 }
      if heard.withLock({ $0 }) == 2 { cancellation.request() }
    }
    #expect(heard.withLock { $0 } == 2)
    #expect(stage.survivors.isEmpty)
  }

  @Test func `large questions and answers go through`() throws {
    var stage = try Stage(["good"])
    let content = (0..<(3 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    stage.units[0].overlays = [.init(path: "a.h", content: content)]
    var facts = UnitFacts(path: stage.units[0].path, mode: .direct)
    facts.missingIncludes = (0..<200_000).map { "missing-\($0).h" }
    let answer = Frame.enclose(ExtractedUnit(facts).encoded)
    #expect(answer.count > 1 << 20)
    try stage.folder.write(Array("answer.\(stage.units[0].path)".utf8), answer)
    stage.program.environment["SIZE"] = "\(Frame.enclose(stage.units[0].encoded).count)"
    #expect(stage.run() == stage.units.map(\.path))
    let request = try FileSystem.list(Array(stage.folder.path.utf8)).first {
      $0.name.starts(with: "request.".utf8)
    }
    let name = stage.folder.path + "/" + String(decoding: try #require(request).name, as: UTF8.self)
    #expect(try FileSystem.read(Array(name.utf8)) == [])
  }

  #if os(Linux)
    @Test func `a worker has the environment that it is given, and hears every signal`() throws {
      setenv("CPATH", "/somewhere", 1)
      var stage = try Stage(["good"])
      stage.program.command = [
        "/bin/sh", "-c",
        "tr '\\000' '\\n' </proc/$$/environ >\"$FOLDER/environment\"; "
          + "for f in 0 1 2; do s=$(readlink /proc/$$/fd/$f); echo \"$s\" >>\"$FOLDER/streams\"; done; "
          + "grep SigIgn /proc/$$/status >\"$FOLDER/signals\"",
      ]
      _ = stage.run()
      func text(_ name: String) throws -> [Substring] {
        try String(contentsOfFile: stage.folder.path + "/" + name, encoding: .utf8)
          .split(separator: "\n")
      }
      let size = stage.program.environment["SIZE"] ?? ""
      #expect(
        try text("environment") == [
          "FOLDER=\(stage.folder.path)", "OTHER=\(stage.units[0].path)", "PATH=/usr/bin:/bin",
          "SIZE=\(size)",
        ])
      #expect(try text("streams").map { $0.prefix(5) } == ["pipe:", "pipe:", "/dev/"])
      // The 31 of old; what lies above belongs to the C library.
      let ignored = try #require(try text("signals").first?.split(separator: "\t").last)
      #expect(try #require(UInt64(ignored, radix: 16)) & 0x7fff_ffff == 0)
    }
  #endif
}
