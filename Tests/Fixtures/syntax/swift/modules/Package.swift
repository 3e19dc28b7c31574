// swift-tools-version:5.9
import PackageDescription

let package = Package(
  name: "shop",
  targets: [
    .target(name: "Store"),
    .target(name: "Shop", dependencies: ["Store", .product(name: "Log", package: "log")]),
    .executableTarget(name: "App", dependencies: [.target(name: "Shop")], path: "lib/app"),
    .testTarget(name: "ShopTests", dependencies: ["Shop"]),
  ])
