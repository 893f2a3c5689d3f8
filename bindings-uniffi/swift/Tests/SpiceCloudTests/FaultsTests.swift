import Foundation
import Testing

@testable import SpiceCloud

/// Plays every case of `tests/faults`: one test for each. Where `FAULTS_REPORT` names a folder, each that passes leaves a
/// file there, for `cargo xtask faults`. One after the other: each has a limit of time, which others would use up.
@Suite(.serialized) struct FaultsTests {
  @Test(arguments: try documents("tests/faults").map(\.0))
  func fault(_ name: String) async throws {
    let text = try readText("tests/faults/\(name)")
    try await play(try JSONValue(parsing: text), text: text, recorder: try Recorder.of("faults", name))
    guard let folder = ProcessInfo.processInfo.environment["FAULTS_REPORT"] else { return }
    let place = URL(fileURLWithPath: folder).appendingPathComponent("swift")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Data().write(to: place.appendingPathComponent(name.replacingOccurrences(of: ".json", with: "")))
  }
}
