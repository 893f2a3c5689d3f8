// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/// Secrets of an app: set, listed, deleted, never read back.
public struct SecretsResource: Sendable {
  let caller: Caller

  /// Lists an app's secrets, without their values.
  ///
  /// `GET /v1/apps/{app_id}/secrets`, scope `secrets:read`.
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
  public func list(_ app: some AppReference) async throws -> [AppSecret] {
    let path = ["app_id": JSONValue(app._appID)]
    return try await caller.list("secrets.list", try Params(path: path), AppSecret.read)
  }

  /// Creates a secret or replaces its value. Running deployments see it only after the next
  /// deployment.
  ///
  /// `POST /v1/apps/{app_id}/secrets`, scope `secrets:write`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter name: Name: letters, digits and underscores, not starting with a digit.
  /// - Parameter value: The value; stored encrypted, never given back.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/api(_:)``: The body is larger than 1 MiB.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func set(
    _ app: some AppReference,
    _ name: String,
    _ value: Secret
  ) async throws -> AppSecret {
    let path = ["app_id": JSONValue(app._appID)]
    let body = ["name": JSONValue(name), "value": JSONValue(value)]
    return try await caller.call("secrets.set", try Params(path: path, body: body), AppSecret.read)
  }

  /// Reads when a secret was set; its value is never given back.
  ///
  /// `GET /v1/apps/{app_id}/secrets/{name}`, scope `secrets:read`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter name: Name of the secret.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func get(_ app: some AppReference, _ name: String) async throws -> AppSecret {
    let path = ["app_id": JSONValue(app._appID), "name": JSONValue(name)]
    return try await caller.call("secrets.get", try Params(path: path), AppSecret.read)
  }

  /// Deletes a secret for good.
  ///
  /// `DELETE /v1/apps/{app_id}/secrets/{name}`, scope `secrets:write`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter name: Name of the secret.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func delete(_ app: some AppReference, _ name: String) async throws {
    let path = ["app_id": JSONValue(app._appID), "name": JSONValue(name)]
    try await caller.perform("secrets.delete", try Params(path: path))
  }

  /// Finds the secrets that have changed since the last deployment that succeeded. The runtime goes
  /// on with their old values until the next deployment. Nothing is changed.
  ///
  /// Calls `secrets.list` and `deployments.list`; needs their scopes.
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
  public func drift(_ app: some AppReference) async throws -> SecretDrift {
    let path = ["app_id": JSONValue(app._appID)]
    return try await caller.call("secrets.drift", try Params(path: path), SecretDrift.read)
  }

  /// Sets several secrets, one after the other.
  ///
  /// Running deployments see them only after the next deployment. At the first secret that fails,
  /// the error's hint names those that were set before it.
  ///
  /// `POST /v1/apps/{app_id}/secrets` for each, scope `secrets:write`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter secrets: Names and values.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/api(_:)``: The body is larger than 1 MiB.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func setMany(
    _ app: some AppReference,
    _ secrets: KeyValuePairs<String, Secret>
  ) async throws -> [AppSecret] {
    try await setMany(app, secrets.map { ($0, $1) })
  }

  /// The same for names and values that are no literal.
  public func setMany(
    _ app: some AppReference,
    _ secrets: [(String, Secret)]
  ) async throws -> [AppSecret] {
    let params = try Params(path: ["app_id": JSONValue(app._appID)], secrets: secrets)
    return try await caller.list("secrets.set_many", params, AppSecret.read)
  }
}
