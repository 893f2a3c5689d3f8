import SpiceCloud

/// What is said in the end.
struct Outcome: Encodable {
  var calls = 0
  var errors: [String: Int] = [:]
  var bad = 0
  var examples: [String] = []
  var hung = 0
  var slowest = 0.0
}

/// Counts calls and what went wrong with them.
actor Tally {
  /// So many examples of what was wrong are kept.
  private static let examples = 5

  private let callLimit: Double
  private(set) var result = Outcome()

  init(callLimit: Double) { self.callLimit = callLimit }

  /// Makes a call; gives what came, or nil when it failed, which is counted.
  nonisolated func call<Value: Sendable>(_ make: @Sendable () async throws -> Value) async -> Value?
  {
    let began = ContinuousClock.now
    do {
      let came = try await make()
      await count(since: began, error: nil)
      return came
    } catch {
      await count(since: began, error: error)
      return nil
    }
  }

  private func count(since began: ContinuousClock.Instant, error: (any Error)?) {
    let took = (ContinuousClock.now - began) / .seconds(1)
    result.calls += 1
    result.slowest = max(result.slowest, took)
    result.hung += took > callLimit ? 1 : 0
    switch error {
    case nil: break
    case let error as SpiceCloudError: result.errors[error.code, default: 0] += 1
    case .some(let error): expect(false, "\(error)")
    }
  }

  /// Counts an answer that is not what it has to be.
  func expect(_ holds: Bool, _ what: @autoclosure @Sendable () -> String) {
    if holds { return }
    result.bad += 1
    if result.examples.count < Self.examples { result.examples.append(what()) }
  }
}
