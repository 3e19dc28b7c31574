package import ReportModel

/// A way to write a result: what `--format` takes.
package struct OutputFormat<Input>: Sendable {
  package let name: String
  /// One line for help and for `cleave info formats`.
  package let help: String
  package let render: @Sendable (Input, TextOptions) throws -> String
}

/// Every format there is, by what it shows; the first of a list is the default.
package enum OutputFormats {
  package static let analysis: [OutputFormat<Document>] = [
    .init(name: "text", help: "summary for people", render: SummaryReport.render),
    .init(name: "json", help: "the document, which every command reads with --from") {
      document, _ in String(decoding: try DocumentCoder.encode(document), as: UTF8.self)
    },
  ]

  package static let graph: [OutputFormat<GraphView>] = [
    .init(name: "dot", help: "picture for Graphviz' dot") { view, _ in DotReport.render(view) },
    .init(name: "json", help: "nodes, and edges with all evidence") { view, _ in
      GraphJSONReport.render(view)
    },
    .init(name: "tsv", help: "edges: from, to, count, kinds") { view, _ in
      EdgeListReport.render(view)
    },
    .init(name: "mermaid", help: "picture for pages that draw Mermaid") { view, _ in
      MermaidReport.render(view)
    },
  ]

  package static let boundaries: [OutputFormat<Document>] = [
    .init(name: "text", help: "members of each boundary with reasons", render: BoundaryText.render),
    .init(name: "json", help: "files, boundaries and tables of the document") { document, _ in
      try DocumentParts.boundaries(document)
    },
    .init(name: "tsv", help: "path, boundary") { document, _ in BoundaryTable.render(document) },
  ]

  package static let serverless: [OutputFormat<Document>] = [
    .init(name: "text", help: "verdicts with reasons", render: ServerlessText.render),
    .init(name: "json", help: "triggers and verdicts of the document") { document, _ in
      try DocumentParts.serverless(document)
    },
    .init(name: "tsv", help: "path, line, symbol, kind, verdict") { document, _ in
      ServerlessTable.render(document)
    },
    .init(
      name: "dot", help: "picture of what runs on and on and what only at times",
      render: SplitPicture.render),
  ]

  package static let review: [OutputFormat<ReviewList>] = [
    .init(name: "text", help: "questions in the order of asking", render: ReviewText.render)
  ]

  package static let check: [OutputFormat<CheckReport>] = [
    .init(name: "text", help: "new findings with file and line", render: CheckText.render),
    .init(name: "json", help: "all findings, known ones with their reasons") { report, _ in
      try DocumentParts.encodeSafely(report)
    },
    .init(name: "sarif", help: "SARIF 2.1.0 for code scanning") { report, _ in
      try SarifReport.render(report)
    },
    .init(name: "github", help: "annotations of GitHub's workflows") { report, _ in
      AnnotationReport.render(report)
    },
    .init(name: "junit", help: "test report for build servers") { report, _ in
      JUnitReport.render(report)
    },
    .init(name: "markdown", help: "comment of a pull request") { report, _ in
      CheckMarkdown.render(report)
    },
  ]

  package static let whatIf: [OutputFormat<WhatIfReport>] = [
    .init(name: "text", help: "costs, tables, transactions, circles", render: WhatIfText.render),
    .init(name: "json", help: "all figures, before and after") { report, _ in
      try DocumentParts.encodeSafely(report)
    },
  ]

  package static let difference: [OutputFormat<DifferenceReport>] = [
    .init(
      name: "text", help: "what changed; nothing where nothing did", render: DifferenceText.render),
    .init(name: "json", help: "every change") { report, _ in try DocumentParts.encodeSafely(report)
    },
  ]

  package static let plan: [OutputFormat<PlanReport>] = [
    .init(name: "text", help: "steps with seams, data and tests", render: PlanText.render),
    .init(name: "markdown", help: "the same as a page with boxes to tick") { report, _ in
      PlanMarkdown.render(report)
    },
    .init(name: "json", help: "all steps with all figures") { report, _ in
      try DocumentParts.encodeSafely(report)
    },
  ]

  package static let evaluation: [OutputFormat<EvaluationReport>] = [
    .init(
      name: "text", help: "scores beside those of trivial methods", render: EvaluationText.render),
    .init(name: "json", help: "all scores") { report, _ in try DocumentParts.evaluation(report) },
    .init(name: "tsv", help: "method, measure, value") { report, _ in
      EvaluationTable.render(report)
    },
  ]

  package static let metrics: [OutputFormat<MetricsReport>] = [
    .init(name: "text", help: "measures with their variants", render: MetricsText.render),
    .init(name: "json", help: "all measures and what they are made of") { report, _ in
      try DocumentParts.metrics(report)
    },
    .init(name: "tsv", help: "kind, name, measure, value") { report, _ in
      MetricsTable.render(report)
    },
  ]

  package static let comparison: [OutputFormat<ComparisonReport>] = [
    .init(name: "text", help: "scores, and the files that moved", render: ComparisonText.render),
    .init(name: "json", help: "all scores and files") { report, _ in
      try DocumentParts.comparison(report)
    },
    .init(name: "tsv", help: "scores: score, direction, measure, value; files: move, path, A, B") {
      report, _ in ComparisonTable.render(report)
    },
  ]

  package static let explanation: [OutputFormat<Explanation>] = [
    .init(name: "text", help: "the shortest chain and every edge", render: ExplanationText.render),
    .init(name: "json", help: "chain and edges with all evidence") { explanation, _ in
      try DocumentParts.explanation(explanation)
    },
  ]

  /// Names and help of all formats by command, for help and `cleave info formats`.
  package static var catalogue: [Entry] {
    entries("analyze", analysis) + entries("graph", graph) + entries("boundaries", boundaries)
      + entries("serverless", serverless) + entries("explain", explanation)
      + entries("review", review) + entries("what-if", whatIf) + entries("check", check)
      + entries("diff", difference)
      + entries("plan", plan) + entries("evaluate", evaluation)
      + entries("compare", comparison) + entries("metrics", metrics)
  }

  package struct Entry: Sendable, Equatable {
    package let command: String
    package let name: String
    package let help: String
    package let isDefault: Bool
  }

  private static func entries<Input>(
    _ command: String, _ formats: [OutputFormat<Input>]
  ) -> [Entry] {
    formats.enumerated().map { index, format in
      Entry(command: command, name: format.name, help: format.help, isDefault: index == 0)
    }
  }
}
