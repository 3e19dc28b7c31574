import Facts
import Foundation
import FrontEnd
import Testing
import TreeSitterFrontEnd

@Suite struct GrammarTests {
  @Test("folders are searched from the nearest to the person outwards")
  func order() {
    let search = GrammarSearch(
      environment: ["CLEAVE_GRAMMARS": "/one:/two", "HOME": "/home/a", "XDG_DATA_HOME": ""],
      executable: "/there/.build/x/debug/cleave")
    #expect(
      search.folders == [
        "/one", "/two", "/there/.build/grammars", "/home/a/.local/share/cleave/grammars",
        "/usr/local/lib/cleave/grammars", "/usr/lib/cleave/grammars",
      ])
    let installed = GrammarSearch(
      environment: ["XDG_DATA_HOME": "/data"], executable: "/opt/cleave/bin/cleave")
    #expect(
      installed.folders == [
        "/opt/cleave/lib/cleave/grammars", "/data/cleave/grammars",
        "/usr/local/lib/cleave/grammars", "/usr/lib/cleave/grammars",
      ])
  }

  @Test("no folder is relative: the analysed repository must not bring a grammar")
  func relative() {
    let search = GrammarSearch(
      environment: ["CLEAVE_GRAMMARS": ".:grammars:", "HOME": "."], executable: "cleave")
    #expect(search.folders == ["/usr/local/lib/cleave/grammars", "/usr/lib/cleave/grammars"])
  }

  @Test("without its grammar a language is disabled, with what to do about it")
  func missing() throws {
    let frontEnd = TreeSitterFrontEnd(grammars: GrammarSearch(folders: ["/nowhere"]))
    let reason = try #require(frontEnd.unavailability(of: .java))
    #expect(reason.contains("libtree-sitter-java.so"))
    #expect(reason.contains("/nowhere"))
    #expect(reason.contains("CLEAVE_GRAMMARS"))
    #expect(frontEnd.unavailability != nil)
    let file = SourceFile(
      path: "A.java", rawPath: Array("A.java".utf8), language: .java, role: .production, size: 1)
    #expect(frontEnd.plan(Inventory(root: "/", files: [file])).units.isEmpty)
  }

  @Test("a file that is no library disables the language, and says which file it is")
  func broken() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/java.so"
    try Data("not a library".utf8).write(to: URL(filePath: path))
    let frontEnd = TreeSitterFrontEnd(grammars: GrammarSearch(folders: [folder.path]))
    #expect(try #require(frontEnd.unavailability(of: .java)).contains(path))
  }

  @Test("another grammar is another revision, so that the cache serves no old facts")
  func revision() {
    let here = SyntaxBench.frontEnd.revision
    let nowhere = TreeSitterFrontEnd(grammars: GrammarSearch(folders: [])).revision
    #expect(here != nowhere)
    #expect(here.contains("java"))
  }
}
