// swift-tools-version: 6.0

import PackageDescription

let package = Package(
  name: "Soak",
  platforms: [.macOS(.v13)],
  dependencies: [.package(path: "../../../bindings-uniffi/swift")],
  targets: [
    .executableTarget(
      name: "Soak", dependencies: [.product(name: "SpiceCloud", package: "swift")])
  ]
)
