// swift-tools-version: 6.2
import PackageDescription

// One settings list for every target: language mode 6, upcoming features, warnings as errors.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
]

/// A library target of the product, and the layers below that it may import.
func layer(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [],
  resources: [Resource] = [], extra: [SwiftSetting] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: exclude, resources: resources,
    swiftSettings: settings + extra)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "cleave",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "cleave", targets: ["cleave"]),
    // For Tests/Benchmarks, which is a package of its own.
    .library(name: "Clustering", targets: ["Graphs", "Clustering"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    // Layer 0: C libraries, module maps only.
    .systemLibrary(name: "CClang", pkgConfig: "libclang", providers: [.apt(["libclang-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    .systemLibrary(
      name: "CTreeSitter", pkgConfig: "tree-sitter", providers: [.apt(["libtree-sitter-dev"])]),

    // Layer 1: base and bindings.
    layer("Basics", ["CXXHash"]),
    layer("Graphs", []),
    layer("ClangBinding", ["CClang"], extra: [.strictMemorySafety()]),
    layer("TreeSitterBinding", ["CTreeSitter"], extra: [.strictMemorySafety()]),
    layer("MarkupBinding", ["CExpat"], extra: [.strictMemorySafety()]),

    // Layer 2: models.
    layer("Facts", ["Basics"]),
    layer(
      "Configuration", ["Basics", .product(name: "Yams", package: "Yams")],
      resources: [.embedInCode("Resources")]),
    layer("ReportModel", ["Basics"], exclude: ["document.schema.json"]),

    // Layer 3: input.
    layer("FrontEnd", ["Basics", "Facts", "Configuration"]),
    layer("History", ["Basics"]),

    // Layer 4: front ends, graph, clustering.
    layer("ClangFrontEnd", ["Basics", "Facts", "Configuration", "FrontEnd", "ClangBinding"]),
    layer(
      "TreeSitterFrontEnd",
      ["Basics", "Facts", "Configuration", "FrontEnd", "TreeSitterBinding"]),
    layer(
      "ConfigurationFrontEnd",
      [
        "Basics", "Facts", "Configuration", "FrontEnd", "MarkupBinding",
        .product(name: "Yams", package: "Yams"),
      ]),
    layer("TriggerRules", ["Basics", "Facts", "Configuration"]),
    layer("DependencyGraph", ["Basics", "Graphs", "Facts", "Configuration"]),
    layer("Clustering", ["Basics", "Graphs"]),

    // Layers 5 to 7: analysis.
    layer(
      "Boundaries",
      ["Basics", "Graphs", "Facts", "Configuration", "History", "DependencyGraph", "Clustering"]),
    layer(
      "Triggers",
      ["Basics", "Graphs", "Facts", "Configuration", "DependencyGraph", "Boundaries"]),
    layer(
      "Review",
      [
        "Basics", "Facts", "Configuration", "DependencyGraph", "Clustering", "Boundaries",
        "Triggers", .product(name: "Yams", package: "Yams"),
      ], exclude: ["decisions.schema.json"]),
    layer(
      "Evaluation",
      [
        "Basics", "Graphs", "Facts", "DependencyGraph", "Clustering", "Boundaries", "ReportModel",
      ]),

    // Output: sees the document and nothing of the analysis.
    layer("Reports", ["Basics", "ReportModel"]),

    // Layer 8: assembly.
    layer(
      "Pipeline",
      [
        "Basics", "Graphs", "Facts", "Configuration", "FrontEnd", "History", "DependencyGraph",
        "Clustering", "Boundaries", "TriggerRules", "Triggers", "Review", "Evaluation",
        "ReportModel",
      ]),

    layer(
      "Consequences", ["Basics", "Graphs", "Configuration", "ReportModel", "Review"]),

    // Layer 9: the review page.
    layer(
      "ReviewServer",
      [
        "Basics", "Evaluation", "ReportModel", "Review", "Consequences",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ], resources: [.embedInCode("Resources")]),

    // Layer 10: the tool.
    .executableTarget(
      name: "cleave",
      dependencies: [
        "Basics", "Facts", "Configuration", "FrontEnd", "History", "ClangFrontEnd",
        "TreeSitterFrontEnd", "ConfigurationFrontEnd", "Boundaries", "Triggers", "Review",
        "Evaluation", "ReportModel",
        "Reports", "Pipeline", "Consequences", "ReviewServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Tests, one target a source target, and two for the whole.
    tests("Architecture", []),
    tests("Basics", ["Basics"]),
    tests("Graphs", ["Basics", "Graphs"]),
    tests("Configuration", ["Basics", "Configuration"]),
    tests("Facts", ["Basics", "Facts"]),
    tests("FrontEnd", ["Basics", "Facts", "Configuration", "FrontEnd"]),
    tests("History", ["Basics", "History"]),
    tests(
      "ClangFrontEnd",
      ["Basics", "Facts", "Configuration", "FrontEnd", "ClangFrontEnd", "ClangBinding"]),
    tests("MarkupBinding", ["MarkupBinding"]),
    tests("TreeSitterBinding", ["TreeSitterBinding"]),
    tests(
      "TreeSitterFrontEnd",
      [
        "Basics", "Facts", "Configuration", "FrontEnd", "DependencyGraph", "TreeSitterFrontEnd",
        "TreeSitterBinding", "ConfigurationFrontEnd",
      ]),
    tests(
      "ConfigurationFrontEnd",
      ["Basics", "Facts", "Configuration", "FrontEnd", "ConfigurationFrontEnd"]),
    tests(
      "TriggerRules",
      [
        "Basics", "Facts", "Configuration", "FrontEnd", "TreeSitterFrontEnd", "ClangFrontEnd",
        "TriggerRules",
      ]),
    tests("DependencyGraph", ["Basics", "Graphs", "Facts", "DependencyGraph"]),
    tests("Clustering", ["Basics", "Graphs", "Clustering"]),
    tests(
      "Boundaries",
      [
        "Basics", "Graphs", "Facts", "Configuration", "History", "DependencyGraph", "Clustering",
        "Boundaries",
      ]),
    tests(
      "Triggers",
      ["Basics", "Graphs", "Facts", "Configuration", "DependencyGraph", "Boundaries", "Triggers"]),
    tests(
      "Review",
      ["Basics", "Facts", "DependencyGraph", "Clustering", "Boundaries", "Triggers", "Review"]),
    tests(
      "Evaluation",
      [
        "Basics", "Graphs", "Facts", "DependencyGraph", "Clustering", "Boundaries", "ReportModel",
        "Evaluation",
      ]),
    tests("Reports", ["Basics", "ReportModel", "Reports"]),
    tests(
      "Consequences",
      ["Basics", "Graphs", "Configuration", "ReportModel", "Review", "Consequences"]),
    tests(
      "ReviewServer",
      [
        "Basics", "Graphs", "Configuration", "ReportModel", "Review", "Consequences",
        "ReviewServer",
      ]),
    tests("Pipeline", ["Basics", "Graphs", "ReportModel", "Reports", "Pipeline"]),
    tests("Cleave", ["ClangBinding", "cleave"]),
  ]
)
