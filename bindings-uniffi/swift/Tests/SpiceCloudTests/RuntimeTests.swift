import Testing

@testable import SpiceCloud
@testable import SpiceCloudTesting

/// Runtimes of apps, and what else the SDK makes of the API.
@Suite struct RuntimeTests {
  private let emulator: Emulator
  private let spice: SpiceCloud
  private let app: App
  private let words = [["role": "user", "content": "Tell me of the sea, and of the ships on it"]]

  init() async throws {
    emulator = try Emulator.start { $0.progression = .script("succeeded") }
    spice = try emulator.client()
    app = try await spice.apps.create(name: "sales-bi")
    _ = try await spice.apps.update(app, spicepod: "version: v1\nkind: Spicepod\nname: sales-bi")
    _ = try await spice.deployments.deploy(app, untilReady: true)
  }

  private func failure(_ work: () async throws -> Void) async throws -> SpiceCloudError {
    do {
      try await work()
    } catch let error as SpiceCloudError {
      return error
    }
    throw Mistake("there was no error")
  }

  @Test func aRuntimeIsThatOfAnAppOrOfAKey() async throws {
    let canary = "7h3qk9-not-a-key-that-shows"
    let error = try await failure { _ = try await spice.runtime(key: Secret(canary)).sql("SELECT 1") }
    guard case .authentication = error else { throw Mistake("\(error)") }
    let headed = try spice.withOptions { $0.headers = ["x-key": Secret(canary)] }
    let runtime = spice.runtime(key: Secret(canary), url: emulator.url)
    for value in [runtime, runtime.caller, headed.apps, error, runtime.chatStream(model: "any", messages: words)] as [Any] {
      var dumped = ""
      dump(value, to: &dumped)
      #expect(!"\(value) \(String(reflecting: value)) \(dumped)".contains(canary), "\(type(of: value))")
    }
    let key = try #require(try await spice.apiKeys.get(app).apiKey)
    for runtime in [spice.runtime(app), spice.runtime(app.id), spice.runtime(key: key)] {
      #expect(try await runtime.sql("SELECT 1 AS one").rows == [["one": 1]])
    }
  }

  @Test func aRuntimeKeepsWhatTheClientDoesDifferently() async throws {
    var slow = Fault("delay", path: "/v1/ready")
    slow.delay = .seconds(10)
    try emulator.fault(slow)
    let impatient = try spice.withOptions { $0.timeout = .milliseconds(50) }
    guard case .timeout = try await failure({ _ = try await impatient.runtime(app).ready() }) else {
      throw Mistake("it was not too late")
    }
  }

  @Test func anAnswerComesPieceByPieceAndCanBeLeftEarly() async throws {
    let pieces = spice.runtime(app).chatStream(model: "any", messages: words)
    var whole = ""
    for try await piece in pieces { whole += piece.content ?? "" }
    #expect(whole.contains("sea"))
    var count = 0
    for try await _ in pieces {
      count += 1
      if count == 2 { break }
    }
    #expect(count == 2)
    let error = try await failure { for try await _ in spice.runtime(app).chatStream(model: "any", messages: []) {} }
    guard case .validation = error else { throw Mistake("\(error)") }
  }

  @Test func aFailedDeploymentSaysWhatToGoBackTo() async throws {
    try emulator.setProgression(.script("failed:unable_to_start"), of: app)
    let error = try await failure { _ = try await spice.deployments.deploy(app, maxRedeploys: 1) }
    guard case .deploymentFailed(let details) = error else { throw Mistake("\(error)") }
    #expect(details.rollbackTo?.status == .succeeded && details.journal == nil)
    guard case .validation = try await failure({ _ = try await spice.deployments.deploy(app, maxRedeploys: -1) }) else {
      throw Mistake("a number below zero was taken")
    }
  }

  @Test func scopesThatAreMissingAreToldBeforeAnythingIsBegun() async throws {
    let token = try emulator.admin("POST", "tokens", ["kind": "oauth", "scopes": ["apps:read"]])["token"]?.text
    let reader = try emulator.client { $0.token = token.map { Secret($0) } }
    let error = try await failure { _ = try await reader.require(["apps:read", "apps:write"]) }
    guard case .permissionDenied(let details) = error else { throw Mistake("\(error)") }
    #expect(details.grantedScopes == ["apps:read"])
  }

  @Test func partsOfReportsAreWhatCallsOfTheirOwnGive() async throws {
    _ = try await spice.secrets.set(app, "LATE", "7h3qk9-example-late-one")
    let drift = try await spice.secrets.drift(app)
    let newest = try await spice.deployments.list(app).first()
    #expect(drift.changed.map(\.name) == ["LATE"] && drift.deployment?.id == newest?.id)
    #expect(try await spice.whoami().orgs.count == 1)
  }
}
