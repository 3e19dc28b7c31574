import Foundation
import ReportModel
import Testing

@testable import Reports

@Suite struct DocumentCoderTests {
  @Test(arguments: Fixtures.documents.map(\.name))
  func bytesAreThoseOfFoundation(name: String) throws {
    let document = try #require(Fixtures.documents.first { $0.name == name }).document
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let wanted = String(decoding: try encoder.encode(document), as: UTF8.self) + "\n"
    let bytes = try DocumentCoder.encode(document)
    #expect(String(decoding: bytes, as: UTF8.self) == wanted)
    #expect(try DocumentCoder.decode(bytes) == document)
  }

  @Test(arguments: Fixtures.documents.map(\.name))
  func aDocumentOfAnotherHandIsReadAsWell(name: String) throws {
    let document = try #require(Fixtures.documents.first { $0.name == name }).document
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted]
    #expect(try DocumentCoder.decode(Array(encoder.encode(document))) == document)
  }

  @Test func purposesOfImportsAreKept() throws {
    var document = Fixtures.shop
    document.edges[0].evidence = [
      .init(kind: "import", lines: [1], purpose: "types"),
      .init(kind: "import", lines: [2], conditional: true, purpose: "late", configurations: ["a"]),
    ]
    let bytes = try DocumentCoder.encode(document)
    var read = Document(tool: "", name: "")
    #expect(try #require(SplitDocument(bytes)).read(into: &read) && read.edges == document.edges)
    #expect(try DocumentCoder.decode(bytes) == document)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted]
    #expect(try DocumentCoder.decode(Array(encoder.encode(document))) == document)
  }

  @Test func edgesAreReadDirectlyInTheirOwnFormOnly() throws {
    let bytes = try DocumentCoder.encode(Fixtures.shop)
    let split = try #require(SplitDocument(bytes))
    var document = Document(tool: "", name: "")
    #expect(split.read(into: &document))
    #expect(document.edges == Fixtures.shop.edges && !document.edges.isEmpty)
    #expect(EdgeReader.read(Array("[]".utf8)[...]) == [])
    for text in [
      "", "[", "[ ]", "[]]", "{}", "[{}]", "[{\"from\":1,\"to\":2,\"evidence\":[]}]",
      "[{\"evidence\":[],\"from\":-1,\"to\":2}]", "[{\"evidence\":[],\"from\":1.5,\"to\":2}]",
      "[{\"evidence\":[],\"from\":12345678901234567,\"to\":2}]",
      "[{\"evidence\":[{\"kind\":\"c\\u0061ll\",\"lines\":[]}],\"from\":1,\"to\":2}]",
    ] {
      #expect(EdgeReader.read(Array(text.utf8)[...]) == nil, "\(text)")
    }
    #expect(SplitDocument(Array("{\"edges\":[],\"edges\":[]}".utf8)) == nil)
  }

  @Test func aListOfEdgesIsReadInPieces() throws {
    var document = Fixtures.shop
    document.edges = (0..<200).map { number in
      EdgeEntry(
        from: number % 6, to: (number + 1) % 6,
        evidence: [.init(kind: "call", lines: Array(1...(1 + number % 7)))])
    }
    document.edges[50].evidence[0].file = ",{evidence:"
    var json = JSONText()
    json.edges(document.edges)
    for parts in [1, 2, 7, 64, 500] {
      #expect(EdgeReader.read(json.bytes[...], parts: parts) == document.edges, "\(parts)")
    }
  }

  /// One that is damaged within is told as if it had been read at once.
  @Test func whatIsWrongInABulkyMemberIsNamed() throws {
    let text = String(decoding: try DocumentCoder.encode(Fixtures.shop), as: UTF8.self)
    let wrong = text.replacing("\"role\":", with: "\"roll\":")
    #expect(throws: DocumentError.notADocument("'files[0].role' is missing")) {
      try DocumentCoder.decode(Array(wrong.utf8))
    }
  }

  @Test func escapesAreThoseOfFoundation() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.withoutEscapingSlashes]
    for value in 0..<0x300 {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      var json = JSONText()
      json.string("a\(scalar)/b")
      #expect(json.text == String(decoding: try encoder.encode("a\(scalar)/b"), as: UTF8.self))
    }
  }

  @Test func numbersAreDecimal() {
    for value in [0, 1, 9, 10, 99, 100, -1, -10, .max, .min] {
      var json = JSONText()
      json.number(value)
      #expect(json.text == String(value))
    }
  }

  @Test func aCutDocumentIsSaidToBeTruncated() throws {
    let bytes = try DocumentCoder.encode(Fixtures.shop)
    #expect(throws: DocumentError.empty) { try DocumentCoder.decode([]) }
    for length in stride(from: 1, to: bytes.count - 2, by: 97) {
      #expect(throws: DocumentError.truncated, "\(length)") {
        try DocumentCoder.decode(Array(bytes.prefix(length)))
      }
    }
  }

  @Test(arguments: [
    ("\n \t", DocumentError.empty),
    ("digraph {}", .notADocument("it does not begin with '{'")),
    ("{}", .notADocument("'format' is missing")),
    ("{\"format\":\"x\",\"version\":1}", .notADocument("'format' is not 'cleave-document'")),
    ("{\"format\":\"cleave-document\",\"version\":2}", .unsupportedVersion(2)),
    (
      "{\"format\":\"cleave-document\",\"version\":\"1\"}",
      .notADocument("'version' has the wrong type")
    ),
    ("{\"format\":\"cleave-document\",\"version\":1}", .notADocument("'tool' is missing")),
    ("{nonsense}", .notADocument("it is not valid JSON")),
  ])
  func whatIsNoDocumentIsRefused(text: String, error: DocumentError) {
    #expect(throws: error) { try DocumentCoder.decode(Array(text.utf8)) }
  }

  static let damages: [@Sendable (inout Document) -> Void] = [
    { $0.files[0].module = 4 }, { $0.files[0].module = -1 }, { $0.files[0].lines = .max },
    { $0.edges[0].to = 6 }, { $0.edges[0].from = -1 }, { $0.symbolEdges?[0].to = 2 },
    { $0.symbols?[0].file = 6 }, { $0.cycles.files[0].members[0] = 6 },
    { $0.cycles.modules[0].breakers[0].to = 4 }, { $0.boundaries.shared[0].file = 9 },
    { $0.boundaries.boundaries[0].members[0].file = 6 },
    { $0.boundaries.boundaries[0].members[0].inside = .max },
    { $0.completeness[0].resolved = .max },
    { $0.boundaries.crossings[0].count = -1 }, { $0.symbols = nil },
    { $0.tables[0].ownership?.transactions = [2] },
    { $0.tables[0].ownership?.ways[0].points = 1e13 },
    { $0.tables[0].ownership?.parties[0].writes = .max },
    { $0.boundaries.costs.crossings[0].contracts[0].items = -1 },
    { $0.boundaries.costs.crossings[1].points = 1e300 },
    { $0.boundaries.costs.boundaries[0].talk = .max }, { $0.boundaries.costs.points = -1e300 },
    { $0.boundaries.costs.cycles[0].breakers[0].references = -1 },
    { $0.boundaries.costs.transactions[0].enclosing = .max },
  ]

  /// An index that leads out of its list must not reach a reader.
  @Test(arguments: damages.indices)
  func damagedDocumentsAreRefused(index: Int) throws {
    var document = Fixtures.shop
    Self.damages[index](&document)
    let bytes = try DocumentCoder.encode(document)
    let error = try #require(throws: DocumentError.self) { try DocumentCoder.decode(bytes) }
    guard case .outOfRange = error else {
      Issue.record("\(error)")
      return
    }
  }
}

@Suite struct SchemaTests {
  private static let schema = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../Sources/ReportModel/document.schema.json")

  /// Validates lines of documents; prints `valid` or the first error for each.
  private static let script = """
    import json, sys
    try:
      from jsonschema import Draft202012Validator
    except ImportError:
      sys.exit("the Python package 'jsonschema' is missing: Tests/run installs it")
    schema = json.load(open(sys.argv[1]))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for line in sys.stdin:
      error = next(validator.iter_errors(json.loads(line)), None)
      print('valid' if error is None else error.json_path + ': ' + error.message[:200])
    """

  private func validate(_ texts: [String]) throws -> [Substring] {
    let result = try run(
      ["python3", "-c", Self.script, Self.schema.path()], input: texts.joined())
    try #require(result.status == 0, "\(result.talk)")
    return result.output.split(separator: "\n")
  }

  @Test func documentsFollowTheSchema() throws {
    let texts = try Fixtures.documents.map {
      String(decoding: try DocumentCoder.encode($0.document), as: UTF8.self)
    }
    #expect(try validate(texts) == texts.map { _ in "valid" })
  }

  /// The schema is no formality: it refuses what the types would not write.
  @Test func otherShapesAreRefused() throws {
    let text = String(decoding: try DocumentCoder.encode(Fixtures.shop), as: UTF8.self)
    let changes = [
      ("\"version\":1", "\"version\":2"), ("\"role\":\"production\"", "\"role\":\"prod\""),
      ("\"kind\":\"include\"", "\"kind\":\"includes\""), ("\"tables\":[", "\"tablets\":["),
      ("\"stability\":0.75", "\"stability\":1.75"), ("\"lines\":410", "\"lines\":-1"),
      ("\"severity\":\"note\"", "\"severity\":\"hint\""), ("\"id\":\"module:", "\"id\":\"mod:"),
      ("\"verdict\":\"keep\"", "\"verdict\":\"stay\""), ("\"name\":\"shop\"", "\"name\":null"),
    ]
    for (old, _) in changes { try #require(text.contains(old), "\(old)") }
    let broken = changes.map { text.replacing($0.0, with: $0.1) }
    for (line, change) in zip(try validate(broken), changes) {
      #expect(line != "valid", "\(change)")
    }
  }
}
