// swift-tools-version: 6.0

import PackageDescription

let package = Package(
  name: "Demo",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "spice-cloud", path: "../../bindings-uniffi/swift")],
  targets: [
    .executableTarget(
      name: "Demo",
      dependencies: [
        .product(name: "SpiceCloud", package: "spice-cloud"),
        .product(name: "SpiceCloudTesting", package: "spice-cloud"),
      ])
  ]
)
