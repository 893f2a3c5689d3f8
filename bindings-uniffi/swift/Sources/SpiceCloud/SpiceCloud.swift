/// A client of Spice.ai Cloud.
///
/// ```swift
/// let spice = try SpiceCloud()
/// for try await app in spice.apps.list() {
///   print(app.name)
/// }
/// ```
///
/// Without options it reads the environment: `SPICE_API_TOKEN`, or `SPICE_CLIENT_ID` and `SPICE_CLIENT_SECRET`. It may be used from
/// all tasks at once. Cancelling a task drops its request.
public struct SpiceCloud: Sendable {
  let caller: Caller

  /// Opens a client.
  ///
  /// - Parameter configure: Sets options.
  /// - Throws: ``SpiceCloudError/config(_:)``: an option is wrong, or there is nothing to sign in with.
  public init(_ configure: (inout Options) -> Void = { _ in }) throws {
    var options = Options()
    configure(&options)
    try self.init(options: options)
  }

  /// Opens a client with a token.
  public init(token: Secret) throws {
    try self.init { $0.token = token }
  }

  /// Opens a client with options.
  ///
  /// - Throws: ``SpiceCloudError/config(_:)``: an option is wrong, or there is nothing to sign in with.
  public init(options: Options) throws {
    caller = try Caller(options)
  }

  private init(caller: Caller) {
    self.caller = caller
  }

  /// A copy that does some things differently. It shares connections, token and log with this client.
  ///
  /// - Parameter configure: Sets options.
  public func withOptions(_ configure: (inout CallOptions) -> Void) throws -> SpiceCloud {
    var options = CallOptions()
    configure(&options)
    return SpiceCloud(caller: caller.with(try options.settings()))
  }

  /// Makes a request that no method stands for, with the same credentials, retries and errors.
  ///
  /// - Parameter method: The HTTP method.
  /// - Parameter path: The path, such as `/v1/apps`.
  /// - Parameter query: What stands in the query; a name may come several times.
  /// - Parameter body: What is sent as JSON.
  /// - Parameter isIdempotent: Whether sending the request twice does no harm, so that it may be repeated.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func request(
    _ method: String, _ path: String, query: [(String, String)] = [], body: JSONValue? = nil,
    isIdempotent: Bool = false
  ) async throws -> RawResponse {
    let raw = try sent([
      ("method", .string(method)),
      ("path", .string(path)),
      ("query", .array(query.map { .array([.string($0.0), .string($0.1)]) })),
      ("body", body),
      ("idempotent", .bool(isIdempotent)),
    ])
    return try await caller.call("request", try Params(raw: raw), RawResponse.read)
  }

  /// Finds out what became of a change that failed with ``SpiceCloudError/ambiguousOutcome(_:)``. It only looks, and sends no
  /// change.
  ///
  /// - Parameter error: What the change failed with.
  /// - Returns: What the change has made; nil when nothing of it is there, so that it did not happen and may be tried again.
  /// - Throws: ``SpiceCloudError/ambiguousOutcome(_:)``: nobody can tell yet; ``SpiceCloudError/conflict(_:)``: something else
  ///   was there first; ``SpiceCloudError/validation(_:)``: the error tells of no change that can be found out, as those of raw
  ///   requests; and what any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func reconcile(_ error: SpiceCloudError) async throws -> Reconciled? {
    let details = error.details
    return try await caller.optional("reconcile", try Params(change: details.change ?? "")) { rows, meta in
      switch details.operation {
      case "apps.create", "apps.update": return .app(try App.read(&rows, meta))
      case "api_keys.regenerate": return .apiKeys(try ApiKeys.read(&rows, meta))
      case "members.add": return .member(try Member.read(&rows, meta))
      default: return .deployment(try Deployment.read(&rows, meta))
      }
    }
  }

  /// Ends all calls of this client and of its copies, and refuses later ones.
  public func close() { caller.close() }

  /// Makes an operation that proves that a panic ends nobody; builds for release do not have them.
  package func panic(_ operation: String) async throws {
    try await caller.perform(operation, try Params())
  }
}

/// What a change has made, from ``SpiceCloud/reconcile(_:)``.
public enum Reconciled: Sendable, Hashable {
  /// The deployment that was started.
  case deployment(Deployment)
  /// The app that was created, or updated.
  case app(App)
  /// The keys after one was replaced.
  case apiKeys(ApiKeys)
  /// The member that was added.
  case member(Member)
}

extension SpiceCloud: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// What is known of it; credentials are not shown.
  public var description: String { caller.shown }

  /// What is known of it; credentials are not shown.
  public var debugDescription: String { description }

  /// Nothing: `dump` would show what is inside.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
