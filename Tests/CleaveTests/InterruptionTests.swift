import Foundation
import Testing

#if os(Linux)
  /// Runs that are stopped, killed, or not alone.
  struct InterruptionTests {
    /// Five files, and one that takes for ever: it includes itself twice, sixty levels deep.
    private static func endlessProject() throws -> Folder {
      let project = try Folder.project()
      try project.write(endless, to: "src/endless.c")
      return project
    }

    private static let endless =
      "#if __INCLUDE_LEVEL__ < 60\n#include \"endless.c\"\n#include \"endless.c\"\n#endif\n"

    /// Starts an analysis and waits until all that is left is the endless file.
    private func start(_ project: Folder, _ cache: Folder) throws -> RunningProgram {
      let program = try RunningProgram(
        ["analyze", project.path, "--jobs", "2"], cache: cache.url)
      let isReady = waitUntil {
        let paths = FileManager.default.enumerator(atPath: cache.path)?.allObjects ?? []
        let units = paths.compactMap { $0 as? String }.filter { $0.contains("/units/") }
        return units.count == 3 && program.children.count >= 1
      }
      #expect(isReady, "the files beside the endless one were not read: \(program.talk)")
      return program
    }

    @Test func `Ctrl-C ends with 130, leaves no process, and what was read is kept`() throws {
      let (project, cache) = (try Self.endlessProject(), try Folder())
      let program = try start(project, cache)
      let children = program.children
      #expect(program.end(by: SIGINT) == 130)
      #expect(!RunningProgram.isAlive(children))
      #expect(program.talk.contains("interrupted"))
      try FileManager.default.removeItem(atPath: project.path + "/src/endless.c")
      let again = try Program.run("analyze", project.path, "--timings", cache: cache.url)
      #expect(again.status == 0)
      #expect(again.talk.contains("units: 3, of them from the cache: 3"), "\(again.talk)")
    }

    @Test func `a second run at the same cache does not wait for the first`() throws {
      let (project, cache) = (try Self.endlessProject(), try Folder())
      let program = try start(project, cache)
      let second = try Program.run(
        "analyze", project.path, "-x", "endless.c", "--timings", cache: cache.url)
      #expect(second.status == 0)
      #expect(second.talk.contains("units: 3, of them from the cache: 3"), "\(second.talk)")
      #expect(program.process.isRunning)
      #expect(program.end(by: SIGTERM) == 130)
    }

    @Test func `a killed run leaves no process and a cache that works`() throws {
      let (project, cache) = (try Self.endlessProject(), try Folder())
      let program = try start(project, cache)
      let children = program.children
      #expect(program.end(by: SIGKILL) == -SIGKILL)
      #expect(waitUntil { !RunningProgram.isAlive(children) })
      let again = try Program.run(
        "analyze", project.path, "-x", "endless.c", "--timings", cache: cache.url)
      #expect(again.status == 0)
      #expect(again.talk.contains("units: 3, of them from the cache: 3"), "\(again.talk)")
    }

    @Test func `runs that start and die at any moment leave a sound cache`() throws {
      let (project, cache) = (try Folder.project(), try Folder())
      let expected = try Program.run("analyze", project.path, "--format", "json", "--no-cache")
      for delay in 0..<12 {
        let program = try RunningProgram(["analyze", project.path], cache: cache.url)
        usleep(UInt32(delay) * 20_000)
        _ = program.end(by: SIGKILL)
        if delay.isMultiple(of: 4) {
          let result = try Program.run(
            "analyze", project.path, "--format", "json", cache: cache.url)
          #expect(result.status == 0)
          #expect(result.output == expected.output)
          try project.write("/* changed \(delay) */\n" + Self.text, to: "src/text/text.c")
          try FileManager.default.removeItem(atPath: project.path + "/src/text/text.c")
          try project.write(Self.text, to: "src/text/text.c")
        }
      }
    }

    private static let text =
      "#include \"text.h\"\nint text_length(const char *s) { return s[0]; }\n"

    @Test func `several runs at once on an empty cache agree`() throws {
      let (project, cache) = (try Folder.project(), try Folder())
      let result = try Program.shell(
        """
        for i in 1 2 3 4; do
          cleave analyze '\(project.path)' --format json -o '\(cache.path)'/out.$i &
        done
        wait
        for i in 2 3 4; do cmp '\(cache.path)'/out.1 '\(cache.path)'/out.$i || exit 1; done
        """, cache: cache.url)
      #expect(result.status == 0, "\(result.output) \(result.talk)")
      let alone = try Program.run("analyze", project.path, "--format", "json", "--no-cache")
      #expect(try String(contentsOfFile: cache.path + "/out.1", encoding: .utf8) == alone.output)
    }
  }
#endif
