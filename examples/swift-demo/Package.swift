// swift-tools-version: 6.0

import PackageDescription

let package = Package(
  name: "Demo",
  platforms: [.macOS(.v13)],
  dependencies: [.package(path: "../../bindings-uniffi/swift")],
  targets: [
    .executableTarget(
      name: "Demo",
      dependencies: [
        .product(name: "SpiceCloud", package: "swift"),
        .product(name: "SpiceCloudTesting", package: "swift"),
      ])
  ]
)
