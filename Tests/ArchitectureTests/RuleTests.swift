import Testing

/// The rules catch what they are for, and nothing else.
struct RuleTests {
  private func rules(_ text: String, target: String = "Graphs") -> SourceRules {
    SourceRules(SourceFile(path: "Sources/\(target)/A.swift", target: target, text: text))
  }

  // MARK: Copies

  @Test("a draft that is asked about what it is changed by is found")
  func copies() {
    for text in [
      "draft.local(draft.name(of: index))", "draft.text(ofName: draft.name(text))",
      "draft.local(name(last))",
    ] { #expect(rules(text).copyingCalls.count == 1, "\(text)") }
    for text in [
      "draft.local(name)", "draft.local(at: index)", "draft.text(of: name)",
      "draft.local(known); draft.name(of: index)",
    ] { #expect(rules(text).copyingCalls.isEmpty, "\(text)") }
  }

  // MARK: Imports

  @Test(
    "an import is found in every form",
    arguments: [
      "import Facts", "package import Facts", "@_exported public import Facts",
      "@testable import Facts", "import struct Facts.Symbol", "import Facts.Sub",
      "import Basics; import Facts", "/* a */ import /* b */ Facts // c",
      "#if os(Linux)\nimport Facts\n#endif", "@preconcurrency\nimport Facts",
      "let a = \"//\"; import Facts", "let a = \"\"\"\n  \" /*\n  \"\"\"\nimport Facts",
    ])
  func foundImports(text: String) {
    #expect(rules(text).imports.contains { $0.module == "Facts" })
  }

  @Test(
    "what only looks like an import is not one",
    arguments: [
      "// import Facts", "/* /* */ import Facts */", "let a = \"import Facts\"",
      "let a = \"\"\"\n  import Facts\n  \"\"\"", "let a = #\"\\(x) \" import Facts\"#",
      "case include, `import`, Facts", "let kind = EdgeKind.import\nFacts.read()",
      "let importFacts = 1", "#if canImport(Facts)\n#endif",
    ])
  func noImports(text: String) {
    #expect(rules(text).imports.isEmpty)
  }

  @Test("a violation carries file, line and rule")
  func violation() throws {
    let found = rules("// Says nothing.\n\nimport Facts\n").forbiddenImports(.house)
    #expect(
      found.map(\.description) == [
        """
        Sources/Graphs/A.swift:3: "Graphs" of layer 1 may not see "Facts" of layer 2: arrows \
        point to lower layers
        """
      ])
  }

  @Test(
    "the table forbids",
    arguments: [
      ("Facts", "Configuration"), ("Facts", "FrontEnd"), ("Graphs", "Facts"),
      ("Clustering", "Facts"), ("Clustering", "DependencyGraph"), ("Reports", "Facts"),
      ("Reports", "Graphs"), ("Pipeline", "ClangFrontEnd"), ("Pipeline", "Reports"),
      ("ClangFrontEnd", "ConfigurationFrontEnd"), ("ClangFrontEnd", "CClang"),
      ("cleave", "CXXHash"), ("Basics", "CClang"), ("Boundaries", "Triggers"),
      ("Boundaries", "Boundaries"), ("Graphs", "Yams"), ("Pipeline", "ArgumentParser"),
      ("Graphs", "Surprise"), ("Surprise", "Basics"),
    ])
  func forbidden(user: String, module: String) {
    #expect(Layering.house.objection(to: user, seeing: module) != nil)
  }

  @Test(
    "the table allows",
    arguments: [
      ("ClangBinding", "CClang"), ("Basics", "CXXHash"), ("Clustering", "Graphs"),
      ("Boundaries", "Clustering"), ("Reports", "ReportModel"), ("Reports", "Foundation"),
      ("Pipeline", "Review"), ("cleave", "Reports"), ("cleave", "ArgumentParser"),
      ("Review", "Yams"), ("Graphs", "Glibc"),
    ])
  func allowed(user: String, module: String) {
    #expect(Layering.house.objection(to: user, seeing: module) == nil)
  }

  // MARK: The world outside

  @Test(
    "worldly code is found",
    arguments: [
      "print(1)", "Swift.print (1)", "exit(1)", "Foundation.exit(3)", "let a = getenv(\"A\")",
      "ProcessInfo.processInfo", "FileHandle.standardError.write(d)",
      "FileHandle\n  .standardInput",
      "CommandLine.arguments", "let a = \"\\(readLine()!)\"", "defer { print() }",
    ])
  func worldly(text: String) {
    #expect(rules("\n" + text).worldliness.map(\.line) == [2])
    #expect(rules(text, target: "cleave").worldliness.isEmpty)
  }

  @Test(
    "what only looks worldly is not",
    arguments: [
      "// print(1)", "let a: Set = [\"exit\", \"print(\"]", "func print(_ a: Int) {}",
      "report.print(1)", "case exit(Int)", "enum CommandLine {}; CommandLine.split(a)",
      "let print = 1", "FileHandle(fileDescriptor: 3)", "reprint(1)",
    ])
  func unworldly(text: String) {
    #expect(rules(text).worldliness.isEmpty)
  }

  // MARK: Length

  @Test("a file of 400 lines is short enough, one of 401 is not")
  func length() {
    #expect(rules(String(repeating: "\n", count: 400)).excessLength == nil)
    #expect(rules(String(repeating: "\n", count: 401)).excessLength?.line == 401)
  }

  // MARK: Manifest

  private static let manifest = """
    func layer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
      .target(name: name, dependencies: dependencies)
    }
    func tests(_ name: String) -> Target { .testTarget(name: name + "Tests") }
    let package = Package(
      name: "house", products: [.library(name: "A", targets: ["A"])],
      dependencies: [.package(url: "https://example.com/Yams", from: "6.0.0")],
      targets: [
        .systemLibrary(name: "CClang", pkgConfig: "libclang", providers: [.apt(["libclang-dev"])]),
        // layer("Ghost", ["Facts"]),
        layer("Graphs", ["Basics", .product(name: "Yams", package: "Yams")]),
        layer(
          "Facts", ["Basics"], exclude: ["a.json"], resources: [.embedInCode("Resources")]),
        .executableTarget(name: "cleave", dependencies: ["Facts"], swiftSettings: settings),
        tests("Graphs"),
      ])
    """

  @Test("targets and dependencies are read from the manifest")
  func manifestReading() {
    let manifest = Manifest(Self.manifest)
    #expect(
      manifest.targets == [
        .init(name: "CClang", line: 9),
        .init(name: "Graphs", line: 11, dependencies: ["Basics"], products: ["Yams"]),
        .init(name: "Facts", line: 12, dependencies: ["Basics"]),
        .init(name: "cleave", line: 14, dependencies: ["Facts"]),
      ])
    #expect(manifest.tests.map(\.name) == ["GraphsTests"])
  }

  @Test("dependencies against the layers, and imports that are not declared, are found")
  func manifestRules() {
    let manifest = Manifest(Self.manifest)
    #expect(manifest.violations(.house).map(\.line) == [11, 11])
    let source = rules("import Foundation\nimport Facts\nimport Reports", target: "cleave")
    #expect(manifest.undeclaredImports(in: source, .house).map(\.line) == [3])
  }

  // MARK: Code map

  @Test("the code map is read from its table")
  func codeMap() {
    let text =
      "# A\n\n| layer | target | one line |\n| --- | --- | --- |\n| 4 | `Graphs` | a `b` |\n"
    #expect(CodeMap(text).rows == [.init(layer: 4, target: "Graphs", line: 5)])
  }
}
