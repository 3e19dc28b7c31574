// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the product never sees what it is compared with.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "cleave", path: "../..")],
  targets: [
    .systemLibrary(name: "CIgraph", pkgConfig: "igraph", providers: [.apt(["libigraph-dev"])]),
    .executableTarget(
      name: "LeidenBenchmark",
      dependencies: ["CIgraph", .product(name: "Clustering", package: "cleave")],
      swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")]),
  ]
)
