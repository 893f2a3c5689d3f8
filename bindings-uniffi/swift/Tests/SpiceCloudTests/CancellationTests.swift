import Foundation
import Testing

@testable import SpiceCloud
@testable import SpiceCloudTesting

/// Whoever gives a call up drops its request, and the server sees it.
@Suite struct CancellationTests {
  private let emulator: Emulator
  private let spice: SpiceCloud

  init() throws {
    emulator = try Emulator.start()
    spice = try emulator.client()
  }

  private func slow(_ method: String) throws {
    var fault = Fault("delay", method: method)
    fault.delay = .seconds(600)
    try emulator.fault(fault)
  }

  /// Waits until a request is on its way.
  private func awaitRequest() async throws {
    while try emulator.admin("GET", "faults").json.contains("\"fired\":0") { await Task.yield() }
  }

  /// The server's record of a connection that was closed before there was an answer.
  private func expectDropped() async throws {
    while try emulator.requests().isEmpty { await Task.yield() }
    let record = try #require(try emulator.requests().last)
    #expect(record.members["client_left"] == true)
    #expect(record.status == nil)
  }

  @Test func aTaskThatIsCancelledDropsItsRequest() async throws {
    try slow("GET")
    let task = Task { try await spice.apps.get(1) }
    try await awaitRequest()
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    try await expectDropped()
  }

  @Test func aGroupThatEndsDropsItsRequests() async throws {
    try slow("GET")
    struct Enough: Error {}
    await #expect(throws: Enough.self) {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { _ = try await spice.regions.list() }
        group.addTask {
          try await awaitRequest()
          throw Enough()
        }
        for try await _ in group {}
      }
    }
    try await expectDropped()
  }

  @Test func whatWasCancelledBeforeSendsNothing() async throws {
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await spice.regions.list()
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try emulator.requests().isEmpty)
  }

  @Test func aChangeThatMayHaveBeenSentIsToldOf() async throws {
    try slow("POST")
    let (told, tell) = AsyncStream.makeStream(of: String.self)
    let spice = try emulator.client { options in
      options.onLog = { level, words in if level == .warn { tell.yield(words) } }
    }
    let task = Task { try await spice.apps.create(name: "sales-bi") }
    try await awaitRequest()
    task.cancel()
    var words = told.makeAsyncIterator()
    #expect(
      await words.next() == "apps.create was cancelled, but the request of a change may have been sent already")
  }

  @Test func aClientThatIsClosedEndsItsCalls() async throws {
    try slow("GET")
    let task = Task { try await spice.regions.list() }
    try await awaitRequest()
    spice.close()
    for work in [{ _ = try await task.value }, { _ = try await spice.regions.list() }] {
      await #expect {
        try await work()
      } throws: { error in
        if case .clientClosed? = error as? SpiceCloudError { return true }
        return false
      }
    }
  }

  @Test func aListThatIsLeftEarlyStopsFetching() async throws {
    let emulator = try Emulator.start { $0.seed = "demo" }
    let spice = try emulator.client()
    for try await _ in spice.apps.list(pageSize: 5) { break }
    // Pages may be on their way already, but not all six.
    #expect(try emulator.count("GET", "/v1/apps") < 6)
    #expect(try await spice.apps.list().first() != nil)
    #expect(try await spice.apps.list(pageSize: 5).toArray(max: 7).count == 7)
    #expect(try await spice.apps.list(limit: 4).toArray().count == 4)
  }
}
