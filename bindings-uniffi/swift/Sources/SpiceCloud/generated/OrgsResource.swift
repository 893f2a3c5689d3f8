// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/// Organizations of the caller.
public struct OrgsResource: Sendable {
  let caller: Caller

  /// Lists the organizations that the caller belongs to; an empty list when there is none.
  ///
  /// `GET /v1/orgs`, scope `apps:read`.
  ///
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func list() async throws -> [Org] {
    return try await caller.list("orgs.list", try Params(), Org.read)
  }
}
