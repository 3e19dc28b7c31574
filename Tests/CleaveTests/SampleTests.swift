import ClangBinding
import Foundation
import Testing

/// The sample as the program shows it: what people see first, kept word for word.
///
/// Equal with every libclang that is installed, in one process or two.
@Suite struct SampleTests {
  /// What is run on the document, by the name of the golden.
  static let views: [(golden: String, arguments: [String])] = [
    ("analyze.txt", ["analyze"]),
    ("boundaries.txt", ["boundaries"]),
    ("boundaries.tsv", ["boundaries", "--format", "tsv"]),
    ("serverless.txt", ["serverless"]),
    ("serverless.tsv", ["serverless", "--format", "tsv"]),
    ("graph-module.dot", ["graph"]),
    ("graph-boundary.dot", ["graph", "--level", "boundary"]),
    ("explain.txt", ["explain", "src/payments", "src/orders"]),
    ("review.txt", ["review"]),
    ("metrics.txt", ["metrics"]),
  ]

  static let sample = Repository.root.appending(path: "samples/shop").path

  /// Every installed libclang; the first writes the goldens.
  static let libraries = ClangLibrary.installed()

  /// The document of the sample by each libclang; what it is to be independent of differs, too.
  private static func document(_ library: Int, in folder: Folder) throws -> String {
    let result = try Program.run(
      [
        "analyze", sample, "--format", "json", "--no-cache", "--no-history", "--jobs",
        String(library % 2 + 1),
        "-o", folder.path + "/document.json",
      ], environment: ["CLEAVE_LIBCLANG": libraries[library]])
    try #require(result.status == 0, "\(result.talk)")
    return folder.path + "/document.json"
  }

  /// References to the system's headers depend on the system.
  private static func anywhere(_ output: String) -> String {
    output.replacing(#/[0-9,]+ external/#, with: "some external")
  }

  @Test(arguments: libraries.indices)
  func `every view of the sample is as kept`(library: Int) throws {
    let folder = try Folder()
    let document = try Self.document(library, in: folder)
    for (golden, arguments) in Self.views {
      let result = try Program.run(arguments + ["--from", document])
      #expect(result.status == 0, "\(result.talk)")
      #expect(result.talk.isEmpty)
      try Golden.expect(Self.anywhere(result.output), is: golden, mayWrite: library == 0)
    }
    try check(document)
  }

  /// The document follows its schema, and tells nothing of the machine or the time.
  private func check(_ document: String) throws {
    let text = try String(contentsOfFile: document, encoding: .utf8)
    for word in [Self.sample, NSHomeDirectory() + "/", "/usr/", "/tmp/"] {
      #expect(!text.contains("\"" + word), "\(word)")
    }
    let script = """
      import json, sys
      from jsonschema import Draft202012Validator
      schema, document = (json.load(open(name)) for name in sys.argv[1:])
      for error in Draft202012Validator(schema).iter_errors(document):
        print(error.json_path + ': ' + error.message[:200])
      """
    let schema = Repository.root.appending(path: "Sources/ReportModel/document.schema.json").path
    let result = try Program.tool(["python3", "-c", script, schema, document])
    #expect(result.status == 0 && result.output.isEmpty, "\(result.output)\(result.talk)")
  }

  @Test(arguments: views.map(\.golden).filter { $0.hasSuffix(".dot") })
  func `dot draws the kept pictures`(golden: String) throws {
    let file = Repository.root.appending(path: "Tests/Goldens/Shop/" + golden).path
    let result = try Program.tool(["timeout", "20", "dot", "-Tsvg", "-o", "/dev/null", file])
    #expect(result.status == 0 && result.talk.isEmpty, "\(result.talk)")
  }
}
