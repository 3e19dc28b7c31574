import DependencyGraph
import Facts
import Testing

/// Files of one language whose calls all stay inside what `group` makes of their paths.
private func modules(
  _ paths: [String], language: Language = .java, builds: Set<String> = [],
  includes: [(String, String)] = [], group: (String) -> String
) -> [String: String] {
  var graph = CodeGraph()
  let sorted = paths.sorted()
  graph.files = sorted.map {
    FileNode(path: $0, language: language, role: $0.contains("test") ? "test" : "production")
  }
  var pairs: [(Int, Int, EdgeKind)] = []
  for (a, first) in sorted.enumerated() {
    for (b, second) in sorted.enumerated() where a != b {
      if includes.contains(where: { $0 == (first, second) }) {
        pairs.append((a, b, .include))
      } else if group(first) == group(second) {
        pairs.append((a, b, .call))
      }
    }
  }
  for (from, to, kind) in pairs {
    let start = graph.evidence.count
    graph.evidence.append(
      EvidenceGroup(
        kind: kind, lines: CompactRange(start, start + 1)))
    graph.evidenceLines.append(1)
    graph.fileEdges.append(
      FileEdge(from: Int32(from), to: Int32(to), groups: CompactRange(start, start + 1)))
  }
  ModuleAssignment(buildFolders: builds).assign(to: &graph)
  var result: [String: String] = [:]
  for (file, module) in zip(sorted, graph.moduleOfFile) {
    result[file] = graph.modules[Int(module)].id
  }
  return result
}

private func folder(_ path: String) -> String {
  path.split(separator: "/").dropLast().joined(separator: "/")
}

private func files(_ folder: String, _ count: Int, _ ending: String) -> [String] {
  (0..<count).map { "\(folder)/n\($0).\(ending)" }
}

@Test("folders that hold one other folder are one step with it, in every build")
func longPackages() {
  let deep = "src/main/java/com/example/shop/web"
  let paths =
    files("api/\(deep)/orders", 30, "java") + files("api/\(deep)/billing/impl", 12, "java")
    + files("web/\(deep)/views", 3, "java")
    + files("web/\(deep)/forms", 3, "java")
    + files("api/src/test/java/com/example", 2, "java")
  let found = modules(paths, builds: ["", "api", "web"], group: folder)
  #expect(found["api/\(deep)/orders/n0.java"] == "api/\(deep)/orders")
  #expect(found["api/\(deep)/billing/impl/n0.java"] == "api/\(deep)/billing/impl")
  #expect(found["web/\(deep)/views/n2.java"] == "web")
  #expect(found["api/src/test/java/com/example/n0.java"] == "api")
}

@Test("no module reaches beyond one build, however close its files are to others")
func builds() {
  let paths = files("libs/a/src", 3, "java") + files("libs/b/src", 3, "java")
  let apart = modules(paths, builds: ["libs/a", "libs/b"]) { _ in "all" }
  #expect(Set(apart.values) == ["libs/a", "libs/b"])
  let together = modules(paths) { _ in "all" }
  #expect(Set(together.values) == ["libs"])
}

@Test("without a build the first step has the name of its last folder")
func names() {
  let found = modules(
    ["a/b/c.c", "a/b/d.c", "a/b/net/e.c", "a/b/net/f.c"], language: .c, group: folder)
  #expect(found["a/b/c.c"] == "a/b")
  #expect(found["a/b/net/e.c"] == "a/b/net")
  #expect(modules(["x.c", "y.c"], language: .c, group: folder)["x.c"] == ".")
}

@Test("a large flat folder is units of source and header, but a package stays whole")
func flatFolders() {
  let sources = files("src", 41, "c") + files("src/sub", 2, "c")
  let found = modules(
    sources + ["src/n0.h"], language: .c, includes: [("src/n0.c", "src/n0.h")], group: folder)
  #expect(found["src/n0.c"] == "src/n0")
  #expect(found["src/n0.h"] == "src/n0")
  #expect(found["src/n1.c"] == "src/n1.c")
  #expect(found["src/sub/n1.c"] == "src/sub")
  #expect(modules(files("src", 40, "c"), language: .c, group: folder)["src/n1.c"] == "src")
  #expect(modules(files("src", 41, "java"), group: folder)["src/n1.java"] == "src")
  #expect(modules(files("src", 41, "py"), language: .python, group: folder).count == 41)
  let small = modules(
    files("src", 41, "py") + (0..<20).flatMap { files("lib/part\($0)", 20, "py") },
    language: .python, group: folder)
  #expect(small["src/n1.py"] == "src", "a small part of the whole is one box")
}

@Test("layers, whose references lead from folder to folder, are modules, but handfuls are not")
func layers() {
  let layered =
    files("app/controllers", 45, "rb") + files("app/models", 45, "rb")
    + files("lib/shop", 30, "rb") + (0..<20).map { "lib/shop/format\($0)/a.rb" }
    + files("config", 2, "rb")
  // Each calls those of the other layers alone.
  let found = modules(layered, language: .ruby, builds: [""]) { path in
    String(path.drop { !$0.isNumber }.prefix { $0.isNumber })
  }
  #expect(found["app/controllers/n1.rb"] == "app/controllers")
  #expect(found["app/models/n44.rb"] == "app/models")
  #expect(found["lib/shop/n1.rb"] == "lib/shop")
  #expect(found["lib/shop/format3/a.rb"] == "lib/shop")
  #expect(found["config/n1.rb"] == "config")
}

@Test("a step has the name of the folder where its files are")
func lastOfStep() {
  let found = modules(
    ["setup.py", "x.py", "src/shop/a.py", "src/shop/b.py"],
    language: .python, builds: [""], group: folder)
  #expect(found["src/shop/a.py"] == "src/shop")
}
