// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/// Dedicated clusters of the organization.
public struct ClustersResource: Sendable {
  let caller: Caller

  /// Lists the dedicated clusters of the organization.
  ///
  /// `GET /v1/clusters`, scope `apps:read`.
  ///
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func list() async throws -> [Cluster] {
    return try await caller.list("clusters.list", try Params(), Cluster.read)
  }
}
