import Foundation
import Testing

/// The sample shop in the languages that are read with grammars, as the program shows it: kept word
/// for word, equal with one worker process and with two.
@Suite struct LanguageSampleTests {
  /// A sample, the folder of its goldens, and two modules of it that need each other.
  struct Sample: Sendable, CustomTestStringConvertible {
    var name: String
    var goldens: String
    var payments: String
    var orders: String

    var path: String { Repository.root.appending(path: "samples/" + name).path }
    var testDescription: String { name }

    /// What is run on the document, by the name of the golden.
    var views: [(golden: String, arguments: [String])] {
      [
        ("analyze.txt", ["analyze"]),
        ("boundaries.txt", ["boundaries"]),
        ("serverless.txt", ["serverless"]),
        ("graph-module.dot", ["graph"]),
        ("graph-boundary.dot", ["graph", "--level", "boundary"]),
        ("explain.txt", ["explain", payments, orders]),
      ]
    }
  }

  static let samples = [
    Sample(
      name: "shop-java", goldens: "ShopJava",
      payments: "src/main/java/de/nordlicht/shop/payments",
      orders: "src/main/java/de/nordlicht/shop/orders"),
    Sample(
      name: "shop-python", goldens: "ShopPython", payments: "src/nordlicht/payments",
      orders: "src/nordlicht/orders"),
    Sample(
      name: "shop-typescript", goldens: "ShopTypeScript", payments: "src/payments",
      orders: "src/orders"),
  ]

  @Test(arguments: samples)
  func `every view of the sample is as kept`(sample: Sample) throws {
    let folder = try Folder()
    var documents: [String] = []
    for jobs in 1...2 {
      let document = folder.path + "/\(jobs).json"
      let result = try Program.run([
        "analyze", sample.path, "--format", "json", "--no-cache", "--no-history", "--jobs",
        String(jobs),
        "-o", document,
      ])
      try #require(result.status == 0, "\(result.talk)")
      documents.append(document)
    }
    let texts = try documents.map { try String(contentsOfFile: $0, encoding: .utf8) }
    #expect(texts[0] == texts[1])
    #expect(!texts[0].contains(Repository.root.path))
    for (golden, arguments) in sample.views {
      let result = try Program.run(arguments + ["--from", documents[0]])
      #expect(result.status == 0 && result.talk.isEmpty, "\(result.talk)")
      try Golden.expect(result.output, is: golden, in: sample.goldens)
    }
  }

  @Test(arguments: samples, ["graph-module.dot", "graph-boundary.dot"])
  func `dot draws the kept pictures`(sample: Sample, golden: String) throws {
    let file = Repository.root.appending(path: "Tests/Goldens/\(sample.goldens)/\(golden)").path
    let result = try Program.tool(["timeout", "20", "dot", "-Tsvg", "-o", "/dev/null", file])
    #expect(result.status == 0 && result.talk.isEmpty, "\(result.talk)")
  }
}
