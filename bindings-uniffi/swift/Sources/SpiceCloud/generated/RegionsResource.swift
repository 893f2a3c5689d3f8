// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/// Regions that apps can run in.
public struct RegionsResource: Sendable {
  let caller: Caller

  /// Lists the regions that apps can run in, and the default one.
  ///
  /// `GET /v1/regions`, scope `apps:read`.
  ///
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func list() async throws -> Regions {
    return try await caller.call("regions.list", try Params(), Regions.read)
  }
}
