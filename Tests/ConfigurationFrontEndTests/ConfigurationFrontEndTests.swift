import Basics
import Facts
import FrontEnd
import Testing

@testable import ConfigurationFrontEnd

/// Files in a folder of their own, extracted as a run does it.
struct Repository {
  let root: String

  init(_ files: [String: [UInt8]]) throws {
    root = "/tmp/cleave-configuration-\(UInt64.random(in: 0 ... .max))"
    for (path, content) in files.sorted(by: { $0.key < $1.key }) {
      var folder = root
      try FileSystem.createFolder(Array(folder.utf8))
      for part in path.split(separator: "/").dropLast() {
        folder += "/" + part
        try FileSystem.createFolder(Array(folder.utf8))
      }
      try FileSystem.write(content, to: Array("\(root)/\(path)".utf8))
    }
  }

  static func language(_ path: String) -> Language {
    switch path.split(separator: ".").last {
    case "sql": .sql
    case "xml": .xml
    case "yaml", "yml": .yaml
    case "timer", "service", "path", "socket": .systemd
    default: .crontab
    }
  }

  func extract(_ paths: [String]) -> [UnitFacts] {
    let files = paths.sorted().map {
      SourceFile(
        path: $0, rawPath: Array($0.utf8), language: Self.language($0), role: .production, size: 0)
    }
    let frontEnd = ConfigurationFrontEnd()
    let plan = frontEnd.plan(Inventory(root: root, files: files))
    let extractor = frontEnd.makeExtractor(root: root)
    return plan.units.map { extractor.extract($0) }
  }
}

func extract(_ files: [String: String]) throws -> [UnitFacts] {
  let repository = try Repository(files.mapValues { Array($0.utf8) })
  return repository.extract(Array(files.keys))
}

/// `kind rule line command | key=value …`, one a declaration.
func triggers(_ units: [UnitFacts]) -> [String] {
  units.flatMap { $0.parts.flatMap { $0.facts?.triggers ?? [] } }.map { trigger in
    let command =
      switch trigger.handler {
      case .command(let words): words.joined(separator: "·")
      default: "-"
      }
    let pairs = trigger.attributes.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    return "\(trigger.kind.rawValue) \(trigger.rule) \(trigger.line) \(command) | \(pairs)"
  }
}

@Suite struct CrontabTests {
  @Test func readsTheSystemsCrontab() throws {
    let text = """
      # comment
      SHELL=/bin/sh
      MAILTO = "root@example"
      CRON_TZ=Europe/Berlin
      15 2 * * *  shop  /opt/shop/bin/shop report --day $(date +\\%F) >/dev/null 2>&1
      @reboot     shop  /opt/shop/bin/warm
      @daily root cd / && run-parts /etc/cron.daily%input
      """
    #expect(
      try triggers(extract(["deploy/cron.d/shop": text])) == [
        "schedule crontab 5 /opt/shop/bin/shop·report·--day·$·(·date·+%F·)·>·/dev/null·>&·1 "
          + "| cron=15 2 * * * tz=Europe/Berlin",
        "startup crontab 6 /opt/shop/bin/warm | tz=Europe/Berlin",
        "schedule crontab 7 cd·/·&&·run-parts·/etc/cron.daily | cron=@daily tz=Europe/Berlin",
      ])
  }

  @Test func readsAUsersCrontab() throws {
    let text =
      "*/5 * * * * ./poll --once\r\n0 3 * * * find /tmp -delete\r\n0 4 * * 0 backup now\r\n"
    #expect(
      try triggers(extract(["crontab": text])) == [
        "schedule crontab 1 ./poll·--once | cron=*/5 * * * *",
        "schedule crontab 2 find·/tmp·-delete | cron=0 3 * * *",
        "schedule crontab 3 backup·now | cron=0 4 * * 0",
      ])
  }

  @Test func seesAUserColumnElsewhere() throws {
    let text = "*/10 * * * *  shop  flock -n /run/x.lock timeout 5m /opt/shop/bin/shop job clean\n"
    #expect(
      try triggers(extract(["deploy/crontab": text])) == [
        "schedule crontab 1 flock·-n·/run/x.lock·timeout·5m·/opt/shop/bin/shop·job·clean "
          + "| cron=*/10 * * * * exclusive=true timeout=300s"
      ])
  }

  @Test(arguments: ["61 * * * * x", "* * * *", "@never x", "hello", "0 3 * * *", "@daily"])
  func reportsBadLines(_ line: String) throws {
    let units = try extract(["crontab": "\n\(line)\n0 0 * * * ok\n"])
    #expect(triggers(units).count == 1)
    #expect(units[0].diagnostics.map(\.code) == ["malformed-crontab"])
    #expect(units[0].diagnostics.map(\.line) == [2])
  }
}

@Suite struct SystemdTests {
  static let service = """
    [Service]
    Type=oneshot
    ExecStartPre=/bin/true
    ExecStart=-/opt/bin/shop job "session cleanup" \\
      --fast
    TimeoutStartSec=5min
    MemoryMax=512M
    """

  @Test func joinsATimerToItsService() throws {
    let units = try extract([
      "a/clean.timer": "[Timer]\n# x\nOnCalendar=*-*-* *:20:00\nOnCalendar=Mon 03:00\n",
      "a/clean.service": Self.service,
    ])
    #expect(
      triggers(units) == [
        "schedule systemd.timer 3 /opt/bin/shop·job·session cleanup·--fast "
          + "| cron=*-*-* *:20:00; Mon 03:00 timeout=300s memory=512MB"
      ])
    let timer = try #require(units.first { $0.path == "a/clean.timer" })
    #expect(timer.dependencies.map(\.path) == ["a/clean.timer", "a/clean.service"])
    let trigger = try #require(timer.parts[0].facts?.triggers.first)
    #expect(trigger.schedule?.period == 1200)
  }

  @Test func aChangedServiceChangesTheTimersFingerprint() throws {
    let timer = "[Timer]\nOnCalendar=daily\n"
    let one = try extract(["x.timer": timer, "x.service": "[Service]\nExecStart=/a\n"])
    let two = try extract(["x.timer": timer, "x.service": "[Service]\nExecStart=/b\n"])
    let print = { (units: [UnitFacts]) in units.first { $0.path == "x.timer" }!.parts[0].fingerprint
    }
    #expect(print(one) != print(two))
    let again = try extract(["x.timer": timer, "x.service": "[Service]\nExecStart=/a\n"])
    #expect(print(one) == print(again))
  }

  @Test func readsOtherUnits() throws {
    let units = try extract([
      "a.timer": "[Timer]\nOnBootSec=5min\nOnUnitActiveSec=15min\nUnit=job.service\n",
      "sub/job.service": "[Service]\nType=oneshot\nExecStart=/bin/job\n",
      "b.timer": "[Timer]\nOnBootSec=1min\n",
      "c.path": "[Path]\nPathExistsGlob=/in/*.csv\nUnit=job.service\n",
      "d.service": "[Service]\nExecStart=/bin/d --serve\nRestart=always\n",
      "e.service": "[Service]\nType=oneshot\nExecStart=/bin/e\n",
      "f.service": "[Unit]\nDescription=none\n",
      "g.socket": "[Socket]\nListenStream=80\n",
    ])
    #expect(
      triggers(units) == [
        "schedule systemd.timer 3 /bin/job | rate=15min", "startup systemd.timer 2 - | ",
        "storage systemd.path 2 /bin/job | source=/in/*.csv",
        "daemon systemd.service 2 /bin/d·--serve | ", "cli systemd.service 3 /bin/e | ",
        "duplex systemd.socket 2 - | source=80",
      ])
  }

  @Test func reportsABadCalendar() throws {
    let units = try extract(["x.timer": "[Timer]\nOnCalendar=every full moon\n"])
    #expect(units[0].diagnostics.map(\.code) == ["malformed-timer"])
    #expect(triggers(units).count == 1)
  }
}

@Suite struct KubernetesTests {
  static let job = """
    apiVersion: batch/v1
    kind: CronJob
    metadata: {name: reindex}
    spec:
      schedule: "30 3 * * *"
      timeZone: Europe/Berlin
      concurrencyPolicy: Forbid
      suspend: true
      jobTemplate:
        spec:
          activeDeadlineSeconds: 600
          template:
            spec:
              initContainers: [{name: x, command: [no]}]
              containers:
                - image: registry:5000/shop:1.2
                  command: [/opt/shop, job]
                  args: [reindex]
                  resources: {limits: {memory: 256Mi}}

    """
  static let want =
    "schedule kubernetes.cronjob 5 /opt/shop·job·reindex | cron=30 3 * * * name=reindex "
    + "tz=Europe/Berlin exclusive=true enabled=false timeout=600s memory=256MB"

  @Test func readsACronJob() throws {
    #expect(try triggers(extract(["k.yaml": Self.job])) == [Self.want])
  }

  @Test func readsDocumentsAndLists() throws {
    let simple = """
      apiVersion: batch/v1beta1
      kind: CronJob
      spec:
        schedule: '@hourly'
        jobTemplate: {spec: {template: {spec: {containers: [{image: "a/report@sha256:1"}]}}}}
      """
    let list = """
      apiVersion: v1
      kind: List
      items:
      - apiVersion: batch/v1
        kind: CronJob
        spec: {schedule: "0 1 * * *", jobTemplate: {}}
      """
    let units = try extract([
      "k.yaml": ["kind: Service", simple, list].joined(separator: "\n---\n")
    ])
    #expect(
      triggers(units) == [
        "schedule kubernetes.cronjob 6 report | cron=@hourly",
        "schedule kubernetes.cronjob 14 - | cron=0 1 * * *",
      ])
  }

  @Test func passesOverOtherYAML() throws {
    let others = ["a: 1", "kind: Deployment\napiVersion: apps/v1", "a: [", "", "- {kind: CronJob}"]
    for text in others {
      let units = try extract(["x.yml": text])
      #expect(triggers(units).isEmpty && units[0].diagnostics.isEmpty)
    }
  }

  @Test func saysWhatATemplateIs() throws {
    let template = "{{- if .Values.x }}\napiVersion: batch/v1\nkind: CronJob\n{{ end }}\n"
    let units = try extract(["chart/templates/job.yaml": template])
    #expect(units[0].diagnostics.map(\.code) == ["yaml-template"])
    let broken = try extract(["x.yaml": "apiVersion: batch/v1\nkind: CronJob\nspec: [\n"])
    #expect(broken[0].diagnostics.map(\.code) == ["malformed-yaml"])
    let bad = Self.job.replacing("30 3 * * *", with: "99 3 * * *")
    #expect(try extract(["x.yaml": bad])[0].diagnostics.map(\.line) == [5])
  }
}

@Suite struct ScriptTests {
  @Test func readsASchema() throws {
    let units = try extract(["db/s.sql": "CREATE TABLE a (b int REFERENCES c);\nDELETE FROM d;\n"])
    let facts = try #require(units[0].parts[0].facts)
    #expect(facts.dataAccesses.map(\.name) == ["a", "d"])
    #expect(facts.dataAccesses.map(\.access) == [.define, .write])
    #expect(facts.foreignKeys.map(\.referenced) == ["c"])
    #expect(facts.lineCount == 2 && units[0].mode == .direct)
  }

  @Test func readsUTF16() throws {
    let text = "\u{feff}CREATE TABLE caf\u{e9} (x int);"
    let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    let units = try Repository(["s.sql": bytes]).extract(["s.sql"])
    #expect(units[0].parts[0].facts?.dataAccesses.map(\.name) == ["caf\u{e9}"])
  }

  @Test func reportsWhatCannotBeRead() throws {
    let units = try Repository([:]).extract(["gone.sql"])
    #expect(units[0].diagnostics.map(\.code) == ["unreadable-file"])
    #expect(units[0].errorCount == 1 && units[0].parts.isEmpty)
  }

  /// Every reader takes any bytes.
  @Test(arguments: ["x.sql", "x.yaml", "crontab", "x.timer", "x.service"])
  func survivesArbitraryBytes(_ path: String) throws {
    var generator = SeededGenerator(seed: 11)
    var bytes = Array("apiVersion: batch/v1\nkind: CronJob\n[Timer]\nOnCalendar=".utf8)
    for _ in 0..<4000 { bytes.append(UInt8(generator.next(below: 256))) }
    let units = try Repository([path: bytes]).extract([path])
    #expect(units.count == 1 && units[0].parts.count == 1)
  }
}
