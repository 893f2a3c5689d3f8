import Foundation

@testable import SpiceCloud

/// Keeps what shows of one scenario while it is played, for `cargo xtask canary`: where `CANARY_RECORD` names a folder, the log
/// at its finest level, every result and every error in all the ways in which it can be shown, and the requests of the emulator.
final class Recorder {
  private let folder: URL
  private let log: Locked<FileHandle>
  /// What came of each call. How it shows is found out at the end, so that no scenario takes longer for it.
  private var replies: [(String, Result<Any?, SpiceCloudError>)] = []
  private var shown = ""

  private init(_ folder: URL) throws {
    self.folder = folder
    let file = folder.appendingPathComponent("log.txt")
    try Data().write(to: file)
    log = Locked(try FileHandle(forWritingTo: file))
  }

  /// The record of a file of scenarios; none, unless somebody asks for it.
  static func of(_ folder: String, _ name: String) throws -> Recorder? {
    guard let place = ProcessInfo.processInfo.environment["CANARY_RECORD"] else { return nil }
    let name = name.hasSuffix(".json") ? String(name.dropLast(5)) : name
    let path = URL(fileURLWithPath: place).appendingPathComponent("swift/\(folder)/\(name)")
    try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
    return try Recorder(path)
  }

  /// Has a client log to the record.
  func listen(_ options: inout SpiceCloud.Options) {
    let log = log
    options.logLevel = .debug
    options.onLog = { level, line in log.with { $0.write(Data("\(level) \(line)\n".utf8)) } }
  }

  /// Keeps what came of a call.
  func reply(_ call: String, _ came: Result<Any?, SpiceCloudError>) { replies.append((call, came)) }

  private func add(_ call: String, _ came: Result<Any?, SpiceCloudError>) {
    switch came {
    case .success(let result):
      show(call, result as Any)
      if let error = (result as? [String: Any])?["error"] as? SpiceCloudError { show("\(call), how it ended", error) }
    case .failure(let error): show(call, error)
    }
  }

  /// Writes how all of it shows, a panic, what shows of the client, and what the emulator kept of its requests.
  func finish(_ client: SpiceCloud, _ requests: [JSONValue]) async throws {
    for (call, came) in replies { add(call, came) }
    do {
      // Panics on purpose, where the native library was built for tests.
      try await client.panic("__panic_for_tests")
    } catch let error as SpiceCloudError {
      show("a panic", error)
    }
    show("the client", client)
    try Data(shown.utf8).write(to: folder.appendingPathComponent("shown.txt"))
    try Data(JSONValue.array(requests).json.utf8).write(to: folder.appendingPathComponent("requests.json"))
  }

  private func show(_ what: String, _ value: Any) {
    var dumped = ""
    dump(value, to: &dumped)
    shown += "== \(what)\n-- describing\n\(String(describing: value))\n"
    shown += "-- reflecting\n\(String(reflecting: value))\n-- dump\n\(dumped)\n"
    guard let error = value as? any Error else { return }
    let reason = (error as? any LocalizedError).map { "\($0.errorDescription ?? "") \($0.recoverySuggestion ?? "")" }
    shown += "-- localizedDescription\n\(error.localizedDescription) \(reason ?? "")\n"
  }
}
