public import SpiceCloud
internal import SpiceCloudNative

/// A local Spice.ai Cloud in this process, for tests. It listens on the loopback address until it is stopped.
///
/// ```swift
/// let emulator = try Emulator.start()
/// let spice = try emulator.client()
/// let app = try await spice.apps.create(name: "sales-bi")
/// emulator.stop()
/// ```
public final class Emulator: Sendable {
  private let native: NativeEmulator

  /// Where it listens: `http://127.0.0.1:PORT`.
  public let url: String
  /// The port that it listens on.
  public let port: Int
  /// A token that may do everything in the first organization, and nothing anywhere else.
  public let token: Secret
  /// Id of an OAuth client that may do everything in the first organization.
  public let clientID: String
  /// Secret of that client.
  public let clientSecret: Secret

  private init(_ native: NativeEmulator) {
    self.native = native
    url = native.url()
    port = Int(native.port())
    token = Secret(native.token())
    clientID = native.clientId()
    clientSecret = Secret(native.clientSecret())
  }

  /// Starts one.
  ///
  /// - Parameter configure: Says what it is started with.
  /// - Throws: ``EmulatorRefusal``: A setting is wrong, or it cannot listen there.
  public static func start(_ configure: (inout EmulatorOptions) -> Void = { _ in }) throws -> Emulator {
    var options = EmulatorOptions()
    configure(&options)
    return try start(settings: options.settings)
  }

  /// Starts one with settings in the form that its administration has.
  public static func start(settings: JSONValue) throws -> Emulator {
    Emulator(try refusing { try NativeEmulator.start(settings: settings.json) })
  }

  /// A client of this emulator. Options come before the emulator's.
  public func client(_ configure: (inout SpiceCloud.Options) -> Void = { _ in }) throws -> SpiceCloud {
    var options = SpiceCloud.Options()
    options.baseURL = url
    configure(&options)
    let signsIn = options.token != nil || options.clientID != nil || options.tokenProvider != nil
    if !signsIn { options.token = token }
    return try SpiceCloud(options: options)
  }

  /// Makes a token.
  public func mint(_ token: MintedToken = MintedToken()) throws -> Secret {
    Secret(try admin("POST", "tokens", token.settings)["token"]?.text ?? "")
  }

  /// Makes chosen requests go wrong, and gives the id of the rule.
  @discardableResult
  public func fault(_ fault: Fault) throws -> String { try addFault(fault.settings) }

  /// Adds a rule in the form of the administration, and gives its id.
  @discardableResult
  public func addFault(_ rule: JSONValue) throws -> String { try admin("POST", "faults", rule)["id"]?.text ?? "" }

  /// Takes all faults away.
  public func clearFaults() throws { try admin("DELETE", "faults") }

  /// The requests so far, oldest first, without secrets.
  public func requests() throws -> [RequestRecord] {
    guard case .array(let records)? = try admin("GET", "requests")["requests"] else { return [] }
    return records.map(RequestRecord.init)
  }

  /// How many requests there were, of a method and with paths as ``Fault`` takes them.
  public func count(_ method: String? = nil, _ path: String = "**") throws -> Int {
    let fits = try requests().filter { record in
      (method == nil || record.method == method?.uppercased()) && isMatch(path[...], record.path[...])
    }
    return fits.count
  }

  /// Forgets the requests so far.
  public func clearRequests() throws { try admin("DELETE", "requests") }

  /// Everything that there is, without secrets.
  public func state() throws -> JSONValue { try admin("GET", "state") }

  /// Moves its clock forward.
  public func advance(_ by: Duration) throws {
    try admin("POST", "clock", ["advance": .string("\(milliseconds(by))ms")])
  }

  /// Stops its clock at the present.
  public func freeze() throws { try admin("POST", "clock", ["freeze": true]) }

  /// Says how new deployments move on, of one app or of all.
  public func setProgression(_ progression: Progression, of app: (any AppReference)? = nil) throws {
    guard case .object(var settings) = progression.settings else { return }
    if let app { settings["app_id"] = .int(app._appID) }
    try admin("POST", "progression", .object(settings))
  }

  /// Loads rows into a dataset of an app's runtime, in place of what is there.
  public func load(_ app: any AppReference, _ dataset: String, rows: [[String: JSONValue]]) throws {
    try admin("PUT", "apps/\(app._appID)/datasets/\(dataset)", ["rows": .array(rows.map(JSONValue.object))])
  }

  /// Says what it does as older servers do; what is not set is off.
  public func setQuirks(_ quirks: Quirks) throws { try admin("POST", "quirks", quirks.settings) }

  /// Says how many requests each token may make in a minute; nil for as many as it likes.
  public func setRateLimit(_ limit: RateLimit?) throws {
    if let limit { try admin("POST", "rate-limit", limit.settings) } else { try admin("DELETE", "rate-limit") }
  }

  /// Goes back to how it started: state, clock, randomness, faults and the log of requests.
  public func reset() throws { try admin("POST", "reset") }

  /// Copies everything that requests can change, for ``restore(_:)``.
  public func snapshot() throws -> EmulatorSnapshot {
    EmulatorSnapshot(native: try refusing { try native.snapshot() })
  }

  /// Puts everything back as it was. The log of requests goes on.
  public func restore(_ snapshot: EmulatorSnapshot) throws {
    try refusing { try native.restore(snapshot: snapshot.native) }
  }

  /// Any call of the administration, which also listens under `/_emulator/`.
  ///
  /// - Parameter method: The HTTP method.
  /// - Parameter path: What stands behind `/_emulator/`, such as `apps/1`.
  /// - Parameter body: What is sent as JSON.
  /// - Throws: ``EmulatorRefusal``: The administration refuses it, or there is no such thing.
  @discardableResult
  public func admin(_ method: String, _ path: String, _ body: JSONValue? = nil) throws -> JSONValue {
    try JSONValue(parsing: try refusing { try native.admin(method: method, path: path, body: body?.json) })
  }

  /// Stops it; its port is free then. May be repeated.
  public func stop() {
    // It can only fail for a bug, and there is nobody to tell.
    try? native.stop()
  }
}

extension Emulator: CustomStringConvertible {
  public var description: String { "Emulator(url: \(url))" }
}

/// Everything that requests to an emulator can change, at one moment.
public struct EmulatorSnapshot: Sendable {
  let native: NativeSnapshot
}

/// The emulator refuses a setting or an administrative call.
public struct EmulatorRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// Why.
  public let description: String
  /// The HTTP status of the refusal, where there is one.
  public let status: Int?
}

/// A request that an emulator has seen; it holds no secret.
public struct RequestRecord: Sendable, Hashable {
  /// All that is known of it, under the names of the administration.
  public let members: JSONValue

  /// The HTTP method.
  public var method: String { members["method"]?.text ?? "" }
  /// The path.
  public var path: String { members["path"]?.text ?? "" }
  /// Whose token it came with.
  public var token: String? { members["token"]?.text }
  /// The status that was answered; nil when the connection was gone before.
  public var status: Int? {
    guard case .int(let status)? = members["status"] else { return nil }
    return status
  }
}

private func refusing<Value>(_ work: () throws -> Value) throws -> Value {
  do {
    return try native(work)
  } catch NativeFailure.Refused(let words, let status) {
    throw EmulatorRefusal(description: words, status: status.map(Int.init))
  }
}

/// Whether a path fits a pattern: `*` is anything within a segment, `**` anything.
func isMatch(_ pattern: Substring, _ path: Substring) -> Bool {
  guard let first = pattern.first else { return path.isEmpty }
  guard first == "*" else {
    return first == path.first && isMatch(pattern.dropFirst(), path.dropFirst())
  }
  let isDeep = pattern.hasPrefix("**")
  let rest = pattern.dropFirst(isDeep ? 2 : 1)
  if isMatch(rest, path) { return true }
  guard let next = path.first, isDeep || next != "/" else { return false }
  return isMatch(pattern, path.dropFirst())
}
