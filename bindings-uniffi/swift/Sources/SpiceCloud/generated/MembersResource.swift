// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/// Members of the organization.
public struct MembersResource: Sendable {
  let caller: Caller

  /// Lists the members of the organization.
  ///
  /// `GET /v1/members`, scope `members:read`.
  ///
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func list() async throws -> [Member] {
    return try await caller.list("members.list", try Params(), Member.read)
  }

  /// Adds a user to the organization. The user must have signed in to Spice.ai once.
  ///
  /// `POST /v1/members`, scope `members:write`.
  ///
  /// - Parameter username: Spice.ai user name; the user must have signed in once.
  /// - Parameter roles: Roles; `member` when left out.
  /// - Parameter extra: Further members to send as they are, for what this version does not know.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/conflict(_:)``: It conflicts with what is there.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func add(
    username: String,
    roles: [MemberRole]? = nil,
    extra: [String: JSONValue] = [:]
  ) async throws -> Member {
    let body = try sent(
      [
        ("username", JSONValue(username)),
        ("roles", roles.map { JSONValue($0) }),
      ], extra: extra)
    return try await caller.call("members.add", try Params(body: body), Member.read)
  }

  /// Reads a member of the organization.
  ///
  /// `GET /v1/members/{user_id}`, scope `members:read`.
  ///
  /// - Parameter user: Identifier of the user, or the object itself.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func get(_ user: some UserReference) async throws -> Member {
    let path = ["user_id": JSONValue(user._userID)]
    return try await caller.call("members.get", try Params(path: path), Member.read)
  }

  /// Replaces all roles of a member. Owners cannot be changed.
  ///
  /// `PATCH /v1/members/{user_id}`, scope `members:write`.
  ///
  /// - Parameter user: Identifier of the user, or the object itself.
  /// - Parameter roles: Every role that the member shall have.
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
  public func update(
    _ user: some UserReference,
    roles: [MemberRole],
    extra: [String: JSONValue] = [:]
  ) async throws -> Member {
    let path = ["user_id": JSONValue(user._userID)]
    let body = try sent(
      [
        ("roles", JSONValue(roles))
      ], extra: extra)
    return try await caller.call("members.update", try Params(path: path, body: body), Member.read)
  }

  /// Removes a member from the organization. Owners cannot be removed.
  ///
  /// `DELETE /v1/members/{user_id}`, scope `members:delete`.
  ///
  /// - Parameter user: Identifier of the user, or the object itself.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func remove(_ user: some UserReference) async throws {
    let path = ["user_id": JSONValue(user._userID)]
    try await caller.perform("members.remove", try Params(path: path))
  }
}
