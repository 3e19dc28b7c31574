package import Boundaries
package import Configuration
package import FrontEnd
package import History
package import ReportModel
package import Triggers

/// What is asked of an analysis.
package struct AnalysisOptions: Sendable {
  /// Path of the repository as the person gave it.
  package var path: String
  package var discovery = DiscoveryOptions()
  package var boundaries = BoundaryOptions()
  /// Number of worker processes.
  package var jobs = 1
  /// Nil for none.
  package var cacheFolder: String?
  /// Bytes that the cache may take between runs.
  package var cacheLimit = 4 << 30
  /// Whether the document carries symbols and the edges between them.
  package var withSymbols = false
  /// Modules declared by name and patterns.
  package var modules: [DeclaredModule] = []
  /// Triggers declared by hand and the provider come from here; the rest has become options.
  package var configuration = Configuration()
  /// How often and how long things were seen to run.
  package var traces: MeasuredTraces?
  /// Text of the decisions file; nil if there is none.
  package var decisions: String?
  /// The boundaries of an earlier document.
  package var earlier: [EarlierBoundary] = []

  /// A boundary as an earlier document has it.
  package struct EarlierBoundary: Sendable, Hashable {
    package var id: String
    package var name: String
    package var paths: [String]
  }

  /// How far the analysis goes.
  package var extent = Extent.whole

  package enum Extent: String, Sendable {
    case whole
    /// Files, dependencies and data alone: no boundaries, no history, no triggers.
    case graph
  }

  package struct DeclaredModule: Sendable {
    package var name: String
    package var contains: @Sendable (String) -> Bool

    package init(name: String, contains: @escaping @Sendable (String) -> Bool) {
      self.name = name
      self.contains = contains
    }
  }

  package init(path: String) { self.path = path }
}

extension AnalysisOptions {
  /// The boundaries of `document`, for ``earlier``.
  package static func earlier(_ document: Document) -> [EarlierBoundary] {
    document.boundaries.boundaries.map { boundary in
      EarlierBoundary(
        id: boundary.id, name: boundary.name,
        paths: boundary.members.map { document.files[$0.file].path })
    }
  }
}

/// What the tool gives an analysis to work with.
package struct AnalysisEnvironment: Sendable {
  /// Version of the tool, part of every document and cache key.
  package var version: String
  /// Tells builds of one version apart: another build may find other facts.
  package var build = ""
  package var frontEnds: [any FrontEnd]
  /// What a worker process runs; the root is appended to its arguments.
  package var worker: WorkerProgram
  /// The program that lists commits; nil where there is none.
  package var git: GitProgram?
  /// Where short-lived folders can be made.
  package var temporaryFolder = "/tmp"
  /// Seconds that one file may take.
  package var timeLimit = Self.standardTimeLimit
  package static let standardTimeLimit = 120.0
  package var cancellation = Cancellation()
  package var progress: @Sendable (Progress) -> Void = { _ in }
  /// How finished documents are kept in the cache; nil to keep none.
  package var codec: DocumentCodec?

  package init(version: String, frontEnds: [any FrontEnd], worker: WorkerProgram) {
    self.version = version
    self.frontEnds = frontEnds
    self.worker = worker
  }
}

/// The byte form of documents, given from outside because formats see no analysis.
package struct DocumentCodec: Sendable {
  package var encode: @Sendable (Document) throws -> [UInt8]
  package var decode: @Sendable ([UInt8]) throws -> Document

  package init(
    encode: @escaping @Sendable (Document) throws -> [UInt8],
    decode: @escaping @Sendable ([UInt8]) throws -> Document
  ) {
    self.encode = encode
    self.decode = decode
  }
}

/// How far an analysis is.
package struct Progress: Sendable, Equatable {
  package var stage: String
  package var done: Int
  package var total: Int
}

/// Seconds for each stage, in order.
package struct StageTiming: Sendable, Equatable {
  package var stage: String
  package var seconds: Double
}

/// Why an analysis ended without a document.
package enum AnalysisError: Error, CustomStringConvertible {
  case discovery(DiscoveryError)
  /// There is nothing at all, or nothing that the given filters leave.
  case nothingToAnalyse(String)
  /// Nothing that any front end reads; the text names what is there instead.
  case noSupportedLanguage(String)
  /// A front end that is needed cannot run.
  case unavailable(String)
  case decisions(String)
  case interrupted

  package var description: String {
    switch self {
    case .discovery(let error): error.description
    case .nothingToAnalyse(let text), .noSupportedLanguage(let text): text
    case .unavailable(let text): text
    case .decisions(let text): text
    case .interrupted: "interrupted; what was read so far is in the cache, run again to go on"
    }
  }
}
