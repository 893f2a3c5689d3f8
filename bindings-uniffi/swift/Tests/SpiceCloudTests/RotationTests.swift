import Testing

@testable import SpiceCloud
@testable import SpiceCloudTesting

/// What a rotation does with the functions that it is given.
@Suite struct RotationTests {
  private struct VaultIsClosed: Error {}

  private let emulator: Emulator
  private let spice: SpiceCloud
  private let app: App
  private let before: ApiKeys

  init() async throws {
    emulator = try Emulator.start()
    spice = try emulator.client { $0.timeScale = 100 }
    app = try await spice.apps.create(name: "rotate-me")
    before = try await spice.apiKeys.get(app)
  }

  private func failure(_ work: () async throws -> Void) async throws -> SpiceCloudError.Details {
    do {
      try await work()
    } catch SpiceCloudError.rotationFailed(let details) {
      return details
    }
    throw Mistake("the rotation did not fail")
  }

  @Test func functionsAreWaitedForAndToldWhichKeyItIs() async throws {
    var (given, steps): ([Int: Secret], [String]) = ([:], [])
    let report = try await spice.apiKeys.rotate(app, grace: .seconds(1)) { slot, key in
      try await Task.sleep(for: .milliseconds(10))
      given[slot] = key
    } verify: { slot, key in
      await Task.yield()
      return given[slot] == key
    } onEvent: { event in
      steps.append("\(event.step) \(event.slot)")
    }
    #expect(given == [2: report.keys.apiKey2, 1: report.keys.apiKey].compactMapValues { $0 })
    #expect(Array(steps.prefix(4)) == ["started 2", "replaced 2", "distributed 2", "verified 2"])
    for key in given.values.map({ $0.reveal() }) {
      #expect(!"\(report)".contains(key) && !report.journal.contains(key))
    }
    let after = try await spice.apiKeys.get(app)
    #expect(after.apiKey == given[1] && after.apiKey2 == given[2])
  }

  @Test func whatIsThrownStopsTheRotationAndIsItsCause() async throws {
    let details = try await failure {
      _ = try await spice.apiKeys.rotate(app) { _, _ in throw VaultIsClosed() }
    }
    #expect(details.cause is VaultIsClosed && details.message.contains("VaultIsClosed"))
    #expect(try await spice.apiKeys.get(app).apiKey == before.apiKey)
    let report = try await spice.apiKeys.rotate(
      app, journal: details.journal, distribute: { _, _ in }, verify: { _, _ in true })
    #expect(report.keys.apiKey != before.apiKey)
  }

  @Test func aCancellationOfTheFunctionsOwnIsAFailureLikeAnyOther() async throws {
    let details = try await failure {
      _ = try await spice.apiKeys.rotate(app) { _, _ in throw CancellationError() }
    }
    #expect(details.cause is CancellationError)
  }

  @Test func aKeyThatDoesNotPassStopsTheRotationWithoutACause() async throws {
    var asked = 0
    let details = try await failure {
      _ = try await spice.apiKeys.rotate(app, verifyTimeout: .seconds(3)) { _, _ in
      } verify: { _, _ in
        asked += 1
        return false
      }
    }
    #expect(asked > 1 && details.message.contains("key 2") && details.cause == nil)
    #expect(try await spice.apiKeys.get(app).apiKey == before.apiKey)
  }

  @Test func aTaskThatIsCancelledWhileAKeyIsHandedOverGoesNoFurther() async throws {
    let (begun, begin) = AsyncStream.makeStream(of: Void.self)
    let wasAsked = Locked(false)
    let task = Task {
      try await spice.apiKeys.rotate(app) { _, _ in
        begin.yield()
        try await Task.sleep(for: .seconds(60))
      } verify: { _, _ in
        wasAsked.with { $0 = true }
        return true
      }
    }
    for await _ in begun { break }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    let after = try await spice.apiKeys.get(app)
    #expect(after.apiKey == before.apiKey && after.apiKey2 != before.apiKey2 && !wasAsked.with { $0 })
  }
}
