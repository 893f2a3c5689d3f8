// swift-tools-version: 6.0

import PackageDescription

// The library `spice_cloud_native` is linked from where `cargo xtask develop swift` has put it; on Apple's platforms releases
// have it as an XCFramework in the place of `SpiceCloudFFI` (docs/swift.md).
let package = Package(
  name: "spice-cloud",
  platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
  products: [
    .library(name: "SpiceCloud", targets: ["SpiceCloud"]),
    .library(name: "SpiceCloudTesting", targets: ["SpiceCloudTesting"]),
  ],
  targets: [
    .systemLibrary(name: "SpiceCloudFFI", path: "Sources/SpiceCloudFFI"),
    // What UniFFI writes; nobody but this package imports it.
    .target(
      name: "SpiceCloudNative", dependencies: ["SpiceCloudFFI"],
      swiftSettings: [.swiftLanguageMode(.v5)]),
    .target(name: "SpiceCloud", dependencies: ["SpiceCloudNative"]),
    .target(name: "SpiceCloudTesting", dependencies: ["SpiceCloud", "SpiceCloudNative"]),
    .testTarget(name: "SpiceCloudTests", dependencies: ["SpiceCloud", "SpiceCloudNative", "SpiceCloudTesting"]),
  ]
)
