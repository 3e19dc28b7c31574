import Basics
import Configuration
import DependencyGraph
import Facts
import Testing

@testable import Triggers

/// A repository written down as symbols, uses and declarations.
struct SketchedCode {
  private var files: [String: FileFacts] = [:]
  private var homes: [String: String] = [:]
  private var line: [String: UInt32] = [:]
  var roles: [String: String] = [:]
  var others: [FileFacts] = []
  /// What the build lists.
  var builds: [BuildTarget] = []

  private mutating func symbol(_ key: String, in path: String) -> UInt32 {
    var facts = files[path] ?? FileFacts(path: path, language: .cpp)
    defer { files[path] = facts }
    if let index = facts.symbols.firstIndex(where: { $0.key == key }) { return UInt32(index) }
    let home = homes[key] ?? path
    if let place = facts.paths.firstIndex(of: home) {
      append(key, UInt32(place), &facts)
    } else {
      facts.paths.append(home)
      append(key, UInt32(facts.paths.count - 1), &facts)
    }
    return UInt32(facts.symbols.count - 1)
  }

  private func append(_ key: String, _ path: UInt32, _ facts: inout FileFacts) {
    let name = key.split(separator: ":").last.map(String.init) ?? key
    let isVariable = name.hasPrefix("g_")
    facts.symbols.append(
      Symbol(
        key: key, name: name, qualifiedName: key, kind: isVariable ? .variable : .function,
        home: .defined(path)))
  }

  /// Defines a function of ten lines, or a variable where the name begins with `g_`.
  mutating func define(_ key: String, in path: String, _ traits: Declaration.Traits = []) {
    homes[key] = path
    let index = symbol(key, in: path)
    let start = line[path, default: 1]
    line[path] = start + 10
    let isVariable = files[path]!.symbols[Int(index)].kind == .variable
    files[path]!.declarations.append(
      Declaration(
        symbol: index, line: start, endLine: start + 9,
        traits: traits.union(isVariable ? [.definition, .mutableState] : .definition)))
    files[path]!.lineCount = start + 9
  }

  mutating func use(_ from: String, _ to: String, _ kind: EdgeKind = .call, line: UInt32 = 1) {
    let path = homes[from] ?? from
    let source = homes[from] == nil ? Reference.fileLevel : symbol(from, in: path)
    let target = symbol(to, in: path)
    files[path]!.references.append(Reference(from: source, to: target, kind: kind, line: line))
  }

  mutating func access(_ from: String, _ table: String, _ access: DataAccess.Access) {
    let path = homes[from]!
    let index = symbol(from, in: path)
    files[path]!.dataAccesses.append(
      DataAccess(store: .table, name: table, access: access, line: 3, symbol: index))
  }

  mutating func show(_ criterion: String, _ detail: String, in path: String) {
    files[path]!.suitability.append(
      SuitabilityFact(
        criterion: criterion, line: 1, symbol: Reference.fileLevel, detail: detail, size: 1))
  }

  mutating func note(_ from: String, _ kind: LifetimeFact.Kind, _ detail: String = "") {
    let path = homes[from]!
    let index = symbol(from, in: path)
    files[path]!.lifetime.append(
      LifetimeFact(kind: kind, line: 4, symbol: index, detail: detail))
  }

  /// Declares by a comment before the function.
  mutating func declare(_ key: String, _ comment: String) {
    let path = homes[key]!
    let index = symbol(key, in: path)
    files[path]!.triggers += TriggerGrammar.parse(comment: "@trigger " + comment)
      .declarations(by: .comment, of: .symbol(index), line: 2)
  }

  mutating func configure(_ path: String, _ kind: TriggerKind, _ command: String, cron: String) {
    var facts = FileFacts(path: path, language: .crontab)
    facts.triggers = [
      TriggerDeclaration(
        kind: kind, origin: .configuration, rule: "crontab",
        handler: .command(ShellWords.split(command)),
        attributes: [.init(key: "cron", value: cron)], line: 7, evidence: command)
    ]
    others.append(facts)
  }

  var graph: CodeGraph {
    let paths = files.keys.sorted { $0.precedesBytewise($1) }
    var linker = Linker(
      files: paths.map {
        LinkedFile(path: $0, language: .cpp, role: roles[$0] ?? "production")
      })
    for path in paths { linker.add(files[path]!, mode: .inferred) }
    for facts in others { linker.add(facts, mode: .direct) }
    var graph = linker.link()
    graph.add(builds)
    return graph
  }

  func analyze(
    _ configuration: Configuration = Configuration(), texts: [String: String] = [:],
    name: String = "repo", isRequested: Bool = true
  ) -> ServerlessResult {
    var analysis = ServerlessAnalysis(graph, proposal: nil, configuration: configuration)
    analysis.isRequested = isRequested
    let manifests = texts.keys.filter { $0.hasSuffix("pyproject.toml") }
    return analysis.run(
      configuration,
      RepositoryTexts(name: name, manifests: manifests.sorted(), text: { texts[$0] }))
  }
}

/// `path:line symbol kind verdict rule`, one a finding.
func rows(_ result: ServerlessResult) -> [String] {
  result.findings.map { finding in
    "\(finding.place.path):\(finding.place.line) \(finding.symbol) \(finding.kind.rawValue) "
      + "\(finding.decision.verdict.rawValue) \(finding.decision.rule)"
  }
}

@Suite struct ServerlessAnalysisTests {
  private var resize: SketchedCode {
    var code = SketchedCode()
    code.define("media::resize", in: "media/resize.cpp")
    code.define("media::decode", in: "media/decode.cpp")
    code.use("media::resize", "media::decode")
    code.access("media::resize", "thumbnails", .write)
    code.declare("media::resize", "storage source=up rps=0.2 duration_ms=800 memory=512MB")
    return code
  }

  @Test func flagsAnIndependentHandler() {
    let result = resize.analyze()
    #expect(rows(result) == ["media/resize.cpp:1 resize storage function D12"])
    #expect(result.findings[0].id == "media/resize.cpp#media::resize@storage")
    #expect(result.findings[0].decision.score == 100)
    #expect(result.findings[0].declaration.hasPrefix("@trigger storage"))
  }

  @Test func flagsNothingWithoutADeclaration() {
    var code = SketchedCode()
    code.define("f", in: "a.cpp")
    code.note("f", .timerArmed, "timer_create")
    let result = code.analyze()
    #expect(result.findings.isEmpty)
    #expect(result.implied.map(\.kind) == [.schedule] && result.implied[0].symbol == "f")
  }

  @Test func keepsASmallApplication() {
    let result = resize.analyze(isRequested: false)
    #expect(rows(result) == ["media/resize.cpp:1 resize storage keep D1"])
  }

  @Test func aSecondWriterKeeps() {
    var code = resize
    code.define("admin::purge", in: "admin/purge.cpp")
    code.access("admin::purge", "thumbnails", .write)
    let result = code.analyze()
    #expect(rows(result) == ["media/resize.cpp:1 resize storage keep D2"])
    #expect(result.findings[0].decision.whatIf == .function)
    let places = result.findings[0].decision.blockers[0].places
    #expect(places == [TriggerPlace("media/resize.cpp", 3), TriggerPlace("admin/purge.cpp", 3)])
  }

  @Test func aSecondWriterInTestsDoesNot() {
    var code = resize
    code.define("test::purge", in: "tests/purge.cpp")
    code.access("test::purge", "thumbnails", .write)
    code.use("test::purge", "media::decode")
    code.roles["tests/purge.cpp"] = "test"
    #expect(rows(code.analyze()) == ["media/resize.cpp:1 resize storage function D12"])
  }

  @Test func aWriterThatOthersCallKeeps() {
    var code = SketchedCode()
    code.define("store", in: "store.cpp")
    code.access("store", "orders", .write)
    for name in ["job", "page"] {
      code.define(name, in: "\(name).cpp")
      code.use(name, "store")
    }
    code.declare("job", "schedule cron=\"*/10 * * * *\" duration_ms=2000")
    #expect(rows(code.analyze()) == ["job.cpp:1 job schedule keep D2"])
  }

  @Test func handlersThatShareTheirTableAreAService() {
    var code = SketchedCode()
    code.define("save", in: "users.cpp")
    code.access("save", "users", .write)
    for name in ["login", "register"] {
      code.define(name, in: "\(name).cpp")
      code.use(name, "save")
      code.declare(name, "http path=/\(name) rps=0.01 duration_ms=80")
    }
    #expect(
      rows(code.analyze()) == [
        "login.cpp:1 login http serverless-service D13",
        "register.cpp:1 register http serverless-service D13",
      ])
  }

  @Test func whatSharesDataWithWhatStaysStaysAsWell() {
    var code = SketchedCode()
    code.define("save", in: "users.cpp")
    code.access("save", "users", .write)
    for (name, trigger) in [("login", "http path=/login"), ("clean", "queue source=q")] {
      code.define(name, in: "\(name).cpp")
      code.use(name, "save")
      code.declare(name, trigger)
    }
    let result = code.analyze()
    #expect(
      rows(result) == ["clean.cpp:1 clean queue keep D13", "login.cpp:1 login http keep D11b"])
    #expect(result.findings[0].decision.whatIf == .serverlessService)
    #expect(result.findings[0].unit.isEmpty)
  }

  @Test func theClientOfAStoreSaysThatDataWasNotSeen() {
    var code = SketchedCode()
    code.define("send", in: "send.cpp")
    code.declare("send", "queue source=q")
    let plain = code.analyze().findings[0].decision
    code.show("B25", "redis", in: "send.cpp")
    let unseen = code.analyze().findings[0].decision
    #expect(plain.reasons.contains { $0.id == "F7" } && !unseen.reasons.contains { $0.id == "F7" })
    #expect(unseen.warnings.map(\.id) == ["B25"])
    #expect(unseen.warnings[0].places == [TriggerPlace("send.cpp", 1)])
    #expect((plain.score ?? 0) - (unseen.score ?? 0) == 10)
    // What it reads is seen.
    code.access("send", "mails", .read)
    #expect(code.analyze().findings[0].decision.warnings.isEmpty)
  }

  @Test(arguments: [
    (LifetimeFact.Kind.endlessLoop, "", "container-service D5"),
    (.endlessLoop, "exit", "function D12"), (.eventLoop, "epoll_wait", "container-service D5"),
    (.eventLoop, "poll", "function D12"), (.socketListened, "listen", "container-service D5"),
    (.threadStarted, "pthread_create", "container-service D9"),
    (.lockHeld, "flock", "container-service D9"), (.fileWritten, "fopen", "container-service D9"),
    (.processForked, "fork", "container-service D5"),
    (.sharedMemory, "shm_open", "container-service D5"),
    (.slept, "sleep", "function D12"), (.signalHandled, "signal", "function D12"),
  ])
  func theLifeOfTheProcessDecides(_ kind: LifetimeFact.Kind, _ detail: String, _ want: String) {
    var code = resize
    code.note("media::decode", kind, detail)
    let result = code.analyze()
    #expect(rows(result) == ["media/resize.cpp:1 resize storage \(want)"])
    for ground in result.findings[0].decision.blockers {
      #expect(ground.places == [TriggerPlace("media/decode.cpp", 4)])
    }
  }

  @Test func stateThatOthersUseIsABlocker() {
    var code = resize
    code.define("g_cache", in: "cache.cpp")
    code.use("media::decode", "g_cache", .globalWrite, line: 5)
    #expect(rows(code.analyze()) == ["media/resize.cpp:1 resize storage function D12"])
    #expect(code.analyze().findings[0].decision.blockers.map(\.id) == ["B4"])
    code.define("page", in: "page.cpp")
    code.use("page", "g_cache", .globalRead)
    #expect(rows(code.analyze()) == ["media/resize.cpp:1 resize storage container-service D9"])
  }

  @Test func sessionsAreABlocker() {
    var code = resize
    code.define("web::g_sessions", in: "web.cpp")
    code.use("media::decode", "web::g_sessions", .globalRead)
    #expect(rows(code.analyze()) == ["media/resize.cpp:1 resize storage container-service D9"])
    var page = SketchedCode()
    page.define("dispatch", in: "web.cpp")
    page.declare("dispatch", "http path=/ state=session rps=6")
    #expect(rows(page.analyze()) == ["web.cpp:1 dispatch http container-service D4"])
  }

  @Test func noneSuppresses() {
    var code = resize
    code.note("media::resize", .timerArmed, "alarm")
    code.declare("media::resize", "none")
    let result = code.analyze()
    #expect(result.findings.isEmpty && result.implied.isEmpty)
  }

  // MARK: Configuration

  @Test func joinsByHand() throws {
    var code = resize
    code.define("a::run", in: "a.cpp")
    code.define("b::run", in: "b.cpp")
    code.define("a::clean", in: "c.cpp")
    let configuration = try Configuration(
      text: """
        version: 1
        triggers:
          - {kind: schedule, handler: clean, cron: "0 3 * * *", timeout: 10s}
          - {kind: queue, handler: run}
          - {kind: queue, handler: "b.cpp:run", source: q}
          - {kind: queue, handler: "a::run"}
          - {kind: topic, handler: gone}
          - {kind: direct, handler: "c.cpp:clean"}
        """)
    let result = code.analyze(configuration)
    #expect(
      rows(result) == [
        "a.cpp:1 run queue function D12", "b.cpp:1 run queue function D12",
        "c.cpp:1 clean direct undeclared D0", "c.cpp:1 clean schedule function D12",
        "cleave.yml:4  queue keep D0", "cleave.yml:7  topic keep D0",
        "media/resize.cpp:1 resize storage function D12",
      ])
    #expect(result.diagnostics.map(\.code) == ["ambiguous-handler", "unknown-handler"])
    #expect(result.diagnostics.map(\.line) == [4, 7])
  }

  @Test func judgesHandTriggers() throws {
    let configuration = try Configuration(
      text: """
        version: 1
        triggers:
          - {kind: shedule, handler: f}
          - kind: schedule
            handler: f
            cron: "61 * * * *"
        """)
    #expect(
      configuration.triggerProblems.map { "\($0.line): \($0.message)" } == [
        "3: 'shedule' is not a kind of trigger, did you mean 'schedule'",
        "6: '61' is not a minute, which goes from 0 to 59",
      ])
  }

  @Test func theConfigurationKnowsTheGrammarsKeys() {
    #expect(Configuration.triggerKeys == TriggerKey.allCases.map(\.rawValue))
  }

  private var shop: SketchedCode {
    var code = SketchedCode()
    code.define("main", in: "src/main.cpp", .entryPoint)
    code.define("report", in: "src/main.cpp")
    code.define("job", in: "src/main.cpp")
    code.define("reports::nightly", in: "src/nightly.cpp")
    code.define("jobs::cancel_unpaid", in: "src/jobs.cpp")
    code.define("jobs::warm_cache", in: "src/jobs.cpp")
    code.use("main", "report", .address, line: 2)
    code.use("main", "job", .address, line: 2)
    code.use("report", "reports::nightly")
    code.use("job", "jobs::cancel_unpaid")
    code.use("job", "jobs::warm_cache")
    code.use("src/jobs.cpp", "jobs::cancel_unpaid", .address, line: 1)
    code.declare("reports::nightly", "schedule cron=\"15 2 * * *\" timeout=1m")
    code.builds = [
      BuildTarget(
        name: "shop", kind: .program, sources: ["src/main.cpp"], path: "CMakeLists.txt", line: 1)
    ]
    return code
  }

  private let texts = [
    "src/main.cpp": "x\n {\"report\", report}, {\"job\", job},\n",
    "src/jobs.cpp": "{\"order-timeout\", cancel_unpaid},\n",
  ]

  @Test(arguments: [
    "[project.scripts]\ntool = \"tool.cli:main\"\n[tool.x]\na = 1\n",
    "[tool.poetry]\nscripts.tool = 'tool.cli:main' # the command\n",
    "[tool.poetry.scripts]\n\"tool\" = { reference = \"tool.cli:main\", type = \"console\" }\n",
  ])
  func aProjectOfPythonNamesItsFirstFunction(_ manifest: String) {
    var code = SketchedCode()
    code.define("cli", in: "src/tool/cli.py", .entryPoint)
    code.define("main", in: "src/tool/cli.py")
    code.define("report", in: "src/tool/cli.py")
    code.use("main", "report")
    code.configure("crontab", .schedule, "/opt/bin/tool report", cron: "0 4 * * *")
    let found = rows(code.analyze(texts: ["pyproject.toml": manifest]))
    #expect(
      found.count == 1 && found[0].hasPrefix("src/tool/cli.py:21 report schedule"), "\(found)")
  }

  @Test(arguments: [
    ("/opt/bin/shop job order-timeout --config x", "src/jobs.cpp:1 cancel_unpaid"),
    ("cd /x && flock l shop job warm-cache", "src/jobs.cpp:11 warm_cache"),
    ("shop job warm", "src/jobs.cpp:11 warm_cache"), ("shop --version", "src/main.cpp:1 main"),
    ("shop job", "src/main.cpp:21 job"), ("shop job 17 /x/y", "src/main.cpp:21 job"),
    ("/usr/bin/find / -delete", "crontab:7 "), ("shopping job", "crontab:7 "),
  ])
  func joinsCommands(_ command: String, _ want: String) {
    var code = shop
    code.configure("crontab", .schedule, command, cron: "0 4 * * *")
    let found = rows(code.analyze(texts: texts)).filter { !$0.contains("nightly") }
    #expect(found.count == 1 && found[0].hasPrefix(want + " schedule"), "\(found)")
  }

  @Test func aWrapperStandsForWhatItPrepares() {
    var code = shop
    code.configure("crontab", .schedule, "shop report --day x", cron: "15 2 * * *")
    let result = code.analyze(texts: texts)
    #expect(result.findings.map(\.symbol) == ["nightly"])
    #expect(result.findings[0].declaredAt.map(\.path) == ["src/nightly.cpp", "crontab"])
    #expect(result.diagnostics.map(\.code) == ["duplicate-trigger"])
    code.others = []
    code.configure("crontab", .schedule, "shop report", cron: "0 9 * * *")
    #expect(code.analyze(texts: texts).diagnostics.map(\.code) == ["conflicting-trigger"])
  }

  @Test func aServiceStandsForItself() {
    var code = shop
    code.define("serve", in: "src/main.cpp")
    code.define("poller", in: "src/poller.cpp")
    code.use("main", "serve", .address, line: 2)
    code.use("serve", "poller")
    code.declare("poller", "daemon")
    code.configure("shop.service", .daemon, "shop serve", cron: "")
    let found = rows(code.analyze(texts: texts)).filter { $0.contains(" daemon ") }
    #expect(
      found == [
        "src/main.cpp:31 serve daemon container-service D5",
        "src/poller.cpp:1 poller daemon container-service D5",
      ])
  }

  @Test func aConstantTableLeadsToItsFunctions() {
    var code = resize
    code.define("media::table", in: "media/table.cpp")
    code.use("media::decode", "media::g_table", .globalRead)
    code.define("media::g_table", in: "media/table.cpp")
    code.define("media::hook", in: "media/table.cpp")
    code.use("media::g_table", "media::hook", .address)
    code.use("media::resize", "media::g_table", .globalRead)
    code.note("media::hook", .socketListened, "listen")
    #expect(rows(code.analyze()) == ["media/resize.cpp:1 resize storage container-service D5"])
  }

  @Test func aSingleProgramBearsTheRepositorysName() {
    var code = shop
    code.configure("crontab", .schedule, "repo", cron: "0 4 * * *")
    #expect(code.analyze().findings.map(\.symbol) == ["main", "nightly"])
    var two = code
    two.define("other::main", in: "tools/main.cpp", .entryPoint)
    #expect(two.analyze().findings.map(\.symbol).contains(""))
  }

  @Test func equalInputGivesEqualResults() {
    var code = shop
    code.configure("crontab", .schedule, "shop job order-timeout", cron: "0 4 * * *")
    let first = code.analyze(texts: texts)
    for _ in 0..<5 {
      let again = code.analyze(texts: texts)
      #expect(again.findings == first.findings && again.diagnostics == first.diagnostics)
    }
  }
}
