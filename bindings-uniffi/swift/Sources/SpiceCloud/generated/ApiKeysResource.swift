// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/// The two runtime keys of an app.
public struct ApiKeysResource: Sendable {
  let caller: Caller

  /// Reads both runtime keys of an app, in clear.
  ///
  /// `GET /v1/apps/{app_id}/api-keys`, scope `apps:read`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func get(_ app: some AppReference) async throws -> ApiKeys {
    let path = ["app_id": JSONValue(app._appID)]
    return try await caller.call("api_keys.get", try Params(path: path), ApiKeys.read)
  }

  /// Replaces a runtime key; the old one stops working at once.
  ///
  /// `POST /v1/apps/{app_id}/api-keys`, scope `apps:write`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter keyNumber: 0 both, 1 primary (when left out), 2 secondary.
  /// - Parameter bothKeysStopWorking: Must be true to replace both keys: whoever uses either is
  ///   locked out at once. It is not sent.
  /// - Parameter extra: Further members to send as they are, for what this version does not know.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func regenerate(
    _ app: some AppReference,
    keyNumber: Int? = nil,
    bothKeysStopWorking: Bool? = nil,
    extra: [String: JSONValue] = [:]
  ) async throws -> ApiKeys {
    let path = ["app_id": JSONValue(app._appID)]
    let body = try sent(
      [
        ("key_number", keyNumber.map { JSONValue($0) }),
        ("both_keys_stop_working", bothKeysStopWorking.map { JSONValue($0) }),
      ], extra: extra)
    return try await caller.call("api_keys.regenerate", try Params(path: path, body: body), ApiKeys.read)
  }

  /// Replaces both keys of an app so that clients never stand without one. The second key is
  /// replaced and handed to `distribute`; `verify` has to pass several times in a row before the
  /// first one is touched. When it does not pass, this stops with a
  /// ``SpiceCloudError/rotationFailed(_:)``, and the first key goes on working. The journal, which
  /// holds no key, says how far it got: a later call goes on from there.
  ///
  /// Calls `api_keys.get`, `api_keys.regenerate` and `apps.get`; needs their scopes.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter journal: The journal of a rotation that did not come to its end, to go on from
  ///   there.
  /// - Parameter grace: How long to wait after the second key was verified, so that everybody has
  ///   it, before the first is replaced; 30 s if not given.
  /// - Parameter verifyTimes: How often in a row `verify` has to pass; 3 if not given.
  /// - Parameter verifyTimeout: How long it may take until it does; 2 minutes if not given.
  /// - Parameter verifyInterval: How long to wait between two tries; 1 s if not given.
  /// - Parameter distribute: Hands a new key, with its number, to whoever uses it. What it throws
  ///   stops the rotation.
  /// - Parameter verify: Says whether a key works. Without it, the SDK asks the app's runtime with
  ///   the key.
  /// - Parameter onEvent: Called with each step, in the task that waits.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: ``SpiceCloudError/rotationFailed(_:)``: A key was not distributed or not verified;
  ///   `cause` is what was thrown. The other key goes on working.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func rotate(
    _ app: some AppReference,
    journal: String? = nil,
    grace: Duration? = nil,
    verifyTimes: Int? = nil,
    verifyTimeout: Duration? = nil,
    verifyInterval: Duration? = nil,
    distribute: (Int, Secret) async throws -> Void,
    verify: ((Int, Secret) async throws -> Bool)? = nil,
    onEvent: (RotationEvent) async throws -> Void = { _ in }
  ) async throws -> RotationReport {
    let path = ["app_id": JSONValue(app._appID)]
    let body = try sent(
      [
        ("journal", journal.map { JSONValue($0) }),
        ("grace", try grace.map { .double(try notNegative("grace", $0)) }),
        ("verify_times", verifyTimes.map { JSONValue($0) }),
        ("verify_timeout", try verifyTimeout.map { .double(try notNegative("verifyTimeout", $0)) }),
        ("verify_interval", try verifyInterval.map { .double(try notNegative("verifyInterval", $0)) }),
      ])
    let params = try Params(path: path, body: body, verifies: verify != nil)
    let readEvent = { (rows: inout Rows, _: Meta) in try RotationEvent.read(&rows) }
    return try await caller.follow("api_keys.rotate", params, readEvent, onEvent, RotationReport.read) { asked in
      try await keep(asked, distribute, verify)
    }
  }
}
