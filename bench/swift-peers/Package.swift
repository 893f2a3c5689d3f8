// swift-tools-version: 6.0

import PackageDescription

let package = Package(
  name: "Bench",
  platforms: [.macOS(.v13)],
  dependencies: [.package(path: "../../bindings-uniffi/swift")],
  targets: [
    .executableTarget(
      name: "Worker", dependencies: [.product(name: "SpiceCloud", package: "swift")])
  ]
)
