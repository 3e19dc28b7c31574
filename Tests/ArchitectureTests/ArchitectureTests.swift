import Testing

/// The rules of `Sources/README.md`, on the sources as they are.
///
/// A violation is printed as `file:line: rule`.
struct ArchitectureTests {
  let layering = Layering.house
  let sources: [SourceRules]
  let manifest: Manifest

  /// Read once for all tests.
  private static let readSources = Result { try Repository.sources().map(SourceRules.init) }

  init() throws {
    sources = try Self.readSources.get()
    manifest = Manifest(try Repository.text("Package.swift"))
  }

  private func expectNone(_ violations: [Violation]) {
    for violation in violations { Issue.record("\(violation)") }
  }

  @Test("imports point to lower layers")
  func imports() {
    #expect(sources.flatMap(\.imports).count > 100, "the reader of imports finds too little")
    expectNone(sources.flatMap { $0.forbiddenImports(layering) })
  }

  @Test("the manifest allows no more than the layers do")
  func manifestDependencies() {
    expectNone(manifest.violations(layering))
  }

  @Test("every import is declared in the manifest")
  func declaredImports() {
    expectNone(sources.flatMap { manifest.undeclaredImports(in: $0, layering) })
  }

  @Test("only the tool reads the environment, prints and exits")
  func worldliness() {
    expectNone(sources.flatMap(\.worldliness))
  }

  @Test("no draft is copied by a question to it")
  func copies() {
    expectNone(sources.flatMap(\.copyingCalls))
  }

  @Test("no source file is too long")
  func length() {
    expectNone(sources.compactMap(\.excessLength))
  }

  @Test("what lies under Sources belongs to a target")
  func strayFiles() throws {
    #expect(try Repository.strayFiles() == [])
  }

  @Test("folders, manifest, table of layers and code map name the same targets")
  func targets() throws {
    let folders = try Repository.folders("Sources")
    #expect(manifest.targets.map(\.name).sorted() == folders)
    #expect(layering.targets.map(\.name).sorted() == folders)
    let map = try CodeMap(Repository.text("Sources/README.md"))
    #expect(map.rows.map(\.target).sorted() == folders)
    for row in map.rows where layering.target(row.target)?.layer != row.layer {
      Issue.record("Sources/README.md:\(row.line): \"\(row.target)\" is of another layer")
    }
  }

  @Test("every folder of tests is a target, or it would never run")
  func testTargets() throws {
    let folders = try Repository.folders("Tests").filter { $0.hasSuffix("Tests") }
    #expect(manifest.tests.map(\.name).sorted() == folders)
  }

  @Test("the repository has five visible entries")
  func topLevel() throws {
    let generated: Set = ["Package.resolved"]
    let entries = try Repository.entries("").filter { !generated.contains($0) }
    #expect(entries == ["Package.swift", "README.md", "Sources", "Tests", "samples"])
  }
}
