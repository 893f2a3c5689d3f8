// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/// Apps that were made from another app.
public struct ForksResource: Sendable {
  let caller: Caller

  /// Lists the apps that were forked from an app.
  ///
  /// `GET /v1/apps/{app_id}/forks`, scope `apps:read`.
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
  public func list(_ app: some AppReference) async throws -> [App] {
    let path = ["app_id": JSONValue(app._appID)]
    return try await caller.list("forks.list", try Params(path: path), App.read)
  }

  /// Creates an app from another one's configuration and secrets, there or elsewhere. The fork is
  /// not deployed: look at its `sharedState` first.
  ///
  /// `POST /v1/apps/{app_id}/forks`, scope `apps:write`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter name: Name; that of the app with `-fork` behind it when left out, and then
  ///   `-fork-2` and so on.
  /// - Parameter region: Region identifier; where the app is when neither this nor a cluster is
  ///   given.
  /// - Parameter clusterName: Dedicated cluster.
  /// - Parameter schedulerStateLocation: `s3://` address for the state of the scheduler, apart from
  ///   the app's own; a distributed app needs it, and no other takes it.
  /// - Parameter extra: Further members to send as they are, for what this version does not know.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/paymentRequired(_:)``: The organization has used up what it has
  ///   paid for.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/conflict(_:)``: It conflicts with what is there.
  /// - Throws: ``SpiceCloudError/unprocessable(_:)``: It is understood, and cannot be done as
  ///   things are.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func create(
    _ app: some AppReference,
    name: String? = nil,
    region: String? = nil,
    clusterName: String? = nil,
    schedulerStateLocation: String? = nil,
    extra: [String: JSONValue] = [:]
  ) async throws -> App {
    let path = ["app_id": JSONValue(app._appID)]
    let body = try sent(
      [
        ("name", name.map { JSONValue($0) }),
        ("region", region.map { JSONValue($0) }),
        ("cluster_name", clusterName.map { JSONValue($0) }),
        ("scheduler_state_location", schedulerStateLocation.map { JSONValue($0) }),
      ], extra: extra)
    return try await caller.call("forks.create", try Params(path: path, body: body), App.read)
  }
}
