import Foundation
internal import SpiceCloudNative
import Testing

@testable import SpiceCloud
@testable import SpiceCloudTesting

/// What the package does around its calls.
@Suite struct ConductTests {
  private let emulator: Emulator
  private let spice: SpiceCloud

  init() throws {
    emulator = try Emulator.start { $0.seed = "demo" }
    spice = try emulator.client()
  }

  private func failure(_ work: () async throws -> Void) async throws -> SpiceCloudError {
    do {
      try await work()
    } catch let error as SpiceCloudError {
      return error
    }
    throw Mistake("there was no error")
  }

  @Test func everyKindOfErrorHasItsCase() {
    #expect(Set(errorNames().map(\.name)) == Set(cases.keys))
  }

  @Test func errorsSayAllThatIsKnown() async throws {
    let error = try await failure { _ = try await spice.apps.get(999_999_999) }
    guard case .notFound(let details) = error else { throw Mistake("\(error)") }
    #expect(details.code == "SPICE_NOT_FOUND" && details.status == 404 && details.operation == "apps.get")
    #expect(error.route == "GET /v1/apps/{app_id}" && error.attempts.count == 1)
    #expect("\(error)".hasPrefix("NotFound (404"))
    #expect(error.isAPI && !error.isTransport)
    #expect(error.localizedDescription == details.message)
    #expect((error as any LocalizedError).recoverySuggestion == details.hint)
  }

  @Test func nothingShowsASecret() async throws {
    let canary = "example-canary-1"
    let app = try #require(try await spice.apps.list().first())
    _ = try await spice.secrets.set(app, "CANARY", Secret(canary))
    let keys = try await spice.apiKeys.get(app)
    let key = try #require(keys.apiKey).reveal()
    let other = try emulator.client { $0.token = Secret(canary) }
    let error = try await failure { _ = try await other.secrets.set(1, "CANARY", Secret(canary)) }
    let raw = try await spice.request("GET", "/v1/apps/\(app.id)/api-keys")
    for value in [spice, keys, Secret(canary), ProvidedToken(Secret(canary)), error, raw] as [Any] {
      var dumped = ""
      dump(value, to: &dumped)
      for text in ["\(value)", String(reflecting: value), dumped] {
        #expect(!text.contains(canary) && !text.contains(key), "\(type(of: value))")
      }
    }
    #expect("\(Secret(canary))" == "[redacted]" && Secret("a") == "a" && Secret("a") != "b")
  }

  @Test func modelsAreValues() async throws {
    let app = try #require(try await spice.apps.list().first())
    let (one, other) = (try await spice.apps.get(app), try await spice.apps.get(app.id))
    #expect(one == other && one.hashValue == other.hashValue && one.meta.attempts == 1)
    #expect(one.meta.requestID != other.meta.requestID)
  }

  @Test func aListThatFailsGivesWhatCameBeforeAndSaysWhereItGoesOn() async throws {
    let names = try await spice.apps.list().toArray().map(\.name)
    var broken = Fault("status", path: "/v1/apps", status: 401)
    broken.nth = [3]
    try emulator.fault(broken)
    var told: [String] = []
    let error = try await failure {
      for try await app in spice.apps.list(pageSize: 10) { told.append(app.name) }
    }
    #expect(error.nextOffset == 20 && told == Array(names.prefix(20)))
    let rest = try await spice.apps.list(offset: error.nextOffset).toArray().map(\.name)
    #expect(rest == Array(names.dropFirst(20)))
    #expect(try await spice.apps.list(offset: 20).first()?.name == names[20])
  }

  @Test func badInputIsRefusedBeforeAnythingIsSent() async throws {
    try emulator.clearRequests()
    let wrong: [() async throws -> Void] = [
      { _ = try await spice.apps.list(pageSize: -1).toArray() },
      { _ = try await spice.apps.list(offset: -1).toArray() },
      { _ = try spice.withOptions { $0.timeout = .seconds(-1) } },
      { _ = try await spice.apps.update(1, imageTag: "1", clear: [.imageTag]) },
      { _ = try await spice.apps.create(name: "sales-bi", extra: ["name": "x"]) },
      { _ = try await spice.apps.update(1, spicepod: ["a": .double(.nan)]) },
      { _ = try await spice.secrets.set(1, "9bad", "example-1") },
      { _ = try await spice.apps.create(name: "x") },
    ]
    for (place, work) in wrong.enumerated() {
      let error = try await failure(work)
      guard case .validation(let details) = error else { throw Mistake("\(place): \(error)") }
      #expect(!details.fieldErrors.isEmpty)
    }
    #expect(try emulator.requests().isEmpty)
    let error = try await failure { _ = try SpiceCloud { $0.baseURL = "nowhere" } }
    guard case .config = error else { throw Mistake("\(error)") }
  }

  @Test func aTokenProviderIsAskedAndWhatItThrowsIsTheCause() async throws {
    struct NoTokenToday: Error {}
    let (token, asked) = (try emulator.mint(), Locked(0))
    let spice = try emulator.client { options in
      options.tokenProvider = {
        asked.with { $0 += 1 }
        return ProvidedToken(token, expiresIn: .seconds(3600))
      }
    }
    for _ in 0..<3 { _ = try await spice.regions.list() }
    #expect(asked.with { $0 } == 1)
    let other = try emulator.client { $0.tokenProvider = { throw NoTokenToday() } }
    let error = try await failure { _ = try await other.regions.list() }
    guard case .config(let details) = error else { throw Mistake("\(error)") }
    #expect(details.cause is NoTokenToday && "\(error)".contains("NoTokenToday"))
  }

  @Test(arguments: ["__panic_for_tests", "__panic_in_native_for_tests"])
  func aPanicEndsNobody(_ operation: String) async throws {
    let error = try await failure { try await spice.panic(operation) }
    guard case .internalError = error else { throw Mistake("\(error)") }
    _ = try await spice.regions.list()
  }

  @Test func everyAttemptIsToldToTheHook() async throws {
    try emulator.fault(Fault("status", status: 503, times: 1))
    let (told, tell) = AsyncStream.makeStream(of: RequestEvent.self)
    let spice = try emulator.client { options in
      options.timeScale = 100
      options.onRequest = { tell.yield($0) }
    }
    #expect(try await spice.regions.list().meta.attempts == 2)
    var events = told.makeAsyncIterator()
    let event = try #require(await events.next())
    #expect(event.operation == "regions.list" && event.method == "GET" && event.path == "/v1/regions")
    #expect(event.status == 503)
  }

  @Test func manyCallsGoAtOnce() async throws {
    let count = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<200 { group.addTask { try await spice.regions.list().regions.count } }
      return try await group.reduce(0) { sum, _ in sum + 1 }
    }
    #expect(count == 200)
  }

  @Test func wordsThatAreNotKnownAreKept() {
    let later: DeploymentStatus = "later"
    #expect(later.rawValue == "later" && !later.isKnown && !later.isTerminal)
    #expect(DeploymentStatus.succeeded.isTerminal && DeploymentStatus.succeeded == "succeeded")
  }

  @Test func jsonIsWrittenAsItIsRead() throws {
    let value: JSONValue = ["a\"\n\u{1}é": [1, -2.5, true, nil, ["b": [:]]], "c": "\\"]
    #expect(try JSONValue(parsing: value.json) == value)
  }

  @Test func patternsOfPathsHaveWildcards() {
    #expect(isMatch("/v1/*/deployments", "/v1/apps/deployments") && !isMatch("/v1/*/x", "/v1/a/b/x"))
    #expect(isMatch("**/x", "/v1/a/b/x") && isMatch("**", "/") && !isMatch("/v1", "/v1/"))
  }
}
