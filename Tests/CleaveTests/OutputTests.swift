import Foundation
import Testing

/// Where the result goes may be full, closed or not there.
struct OutputTests {
  @Test func `a full disk is told, ends with 3 and leaves nothing half-written`() throws {
    let project = try Folder.project()
    let place = try Folder()
    let device = try Program.run("analyze", project.path, "-o", "/dev/full")
    #expect(device.status == 3)
    #expect(device.talk == "cleave: cannot write \"/dev/full\": \(full)\n")
    let stream = try Program.shell("cleave analyze '\(project.path)' --format json >/dev/full")
    #expect(stream.status == 3)
    #expect(stream.talk.contains("cannot write the result"), "\(stream.talk)")
    // The limit of file sizes is the full disk that every machine has.
    try place.write("old\n", to: "result.json")
    let file = try Program.shell(
      "ulimit -f 2; cleave analyze '\(project.path)' --format json -o '\(place.path)/result.json'")
    #expect(file.status == 3)
    #expect(file.talk.contains("cannot write"), "\(file.talk)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == ["result.json"])
    #expect(try String(contentsOfFile: place.path + "/result.json", encoding: .utf8) == "old\n")
  }

  private let full = "no space left; free some space or choose another folder"

  @Test func `help to a full disk is no success, and talk that nobody hears is no crash`() throws {
    #expect(try Program.shell("cleave --help >/dev/full").status == 3)
    #expect(try Program.shell("cleave analyze /no/such 2>/dev/full").status == 2)
    #expect(try Program.shell("cleave analyze /no/such 2>&-").status == 2)
  }

  @Test func `a reader that goes away is a quiet end`() throws {
    let project = try Folder.project()
    let result = try Program.shell(
      """
      mkfifo '\(project.path)/pipe'
      (exec 3<'\(project.path)/pipe'; exec 3<&-) &
      cleave analyze '\(project.path)' --format json >'\(project.path)/pipe'
      echo "status $?"
      """)
    #expect(result.output == "status 0\n")
    #expect(result.talk.isEmpty)
  }

  @Test(arguments: ["<&-", ">&-", "2>&-", "<&- >&-", "<&- 2>&-", "<&- >&- 2>&-"])
  func `closed standard streams mix up nothing`(streams: String) throws {
    let project = try Folder.project()
    let (kept, talk) = (project.path + "/kept.tsv", project.path + "/talk")
    let result = try Program.shell(
      "cleave boundaries '\(project.path)' --format tsv -o '\(kept)' \(streams)\n"
        + "echo $?; cleave boundaries '\(project.path)' --format tsv --no-cache \(streams)\n"
        + "echo $? >'\(talk)'")
    let rows = try Program.run("boundaries", project.path, "--format", "tsv").output
    #expect(try String(contentsOfFile: kept, encoding: .utf8) == rows)
    // Where there is no standard output, nothing that was opened later is taken for it.
    #expect(result.output == "0\n" + (streams.contains(" >") || streams.hasPrefix(">") ? "" : rows))
    let isClosed = streams.contains(" >") || streams.hasPrefix(">")
    #expect(try String(contentsOfFile: talk, encoding: .utf8) == (isClosed ? "3\n" : "0\n"))
  }

  @Test(arguments: ["<&-", "</"])
  func `a document from a standard input that cannot be read is wrong use`(stream: String) throws {
    let result = try Program.shell("cleave graph --from - \(stream)")
    #expect(result.status == 2)
    #expect(result.talk.contains("cannot read standard input"), "\(result.talk)")
  }

  @Test func `a place that is not there is told before the work`() throws {
    let project = try Folder.project()
    for place in ["/no/such/folder/x", project.path, ""] {
      let result = try Program.run("analyze", project.path, "-o", place)
      #expect(result.status == 2, "\(place)")
      #expect(result.output.isEmpty)
    }
  }

  @Test func `a result is for whom the mask says, an old file for whom it was`() throws {
    let project = try Folder.project()
    let (new, old) = (project.path + "/new.tsv", project.path + "/old.tsv")
    try project.write("", to: "old.tsv")
    chmod(old, 0o620)
    let result = try Program.shell(
      "umask 027; for f in '\(new)' '\(old)'; do "
        + "cleave boundaries '\(project.path)' --format tsv -o \"$f\" || exit; done")
    #expect(result.status == 0, "\(result.talk)")
    let modes = try [new, old].map {
      try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int
    }
    #expect(modes == [0o640, 0o620])
  }

  @Test(arguments: ["/dev/null", "/proc/none"])
  func `a cache that cannot be written is told once and costs nothing else`(place: String) throws {
    let project = try Folder.project()
    let with = try Program.run(
      "boundaries", project.path, "--format", "tsv", "--cache-dir", place + "/cache")
    #expect(with.status == 0)
    #expect(with.talk.split(separator: "\n").count == 1)
    #expect(with.talk.contains("\"\(place)"), "\(with.talk)")
    let without = try Program.run("boundaries", project.path, "--format", "tsv", "--no-cache")
    #expect(with.output == without.output)
    #expect(without.talk.isEmpty)
  }

  @Test func `a cache on a full disk is told, and nothing of the result is lost`() throws {
    let project = try Folder.project()
    let cache = try Folder()
    let result = try Program.shell(
      "(ulimit -f 0; cleave boundaries '\(project.path)' --format tsv 2>&1) | cat",
      cache: cache.url)
    let lines = result.output.split(separator: "\n")
    #expect(lines.filter { $0.contains("not all is kept") }.count == 1)
    #expect(lines.count == 6)
    let after = try Program.run(
      "boundaries", project.path, "--format", "tsv", "--timings", cache: cache.url)
    #expect(lines.filter { $0.contains("\t") } == after.output.split(separator: "\n"))
    #expect(after.talk.contains("from the cache: 0"), "\(after.talk)")
  }
}
