// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/// Runtime versions that apps can run.
public struct ContainerImagesResource: Sendable {
  let caller: Caller

  /// Lists the runtime versions of a channel, and the default one.
  ///
  /// `GET /v1/container-images`, scope `apps:read`.
  ///
  /// - Parameter channel: Channel of the images; stable when left out.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func list(channel: ImageChannel? = nil) async throws -> ContainerImages {
    let query = try sent(
      [
        ("channel", channel.map { JSONValue($0) })
      ])
    return try await caller.call("container_images.list", try Params(query: query), ContainerImages.read)
  }
}
