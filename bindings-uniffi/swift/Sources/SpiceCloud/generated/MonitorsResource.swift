// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/// What watches the figures of an app, and tells people.
public struct MonitorsResource: Sendable {
  let caller: Caller

  /// Lists the monitors of an app.
  ///
  /// `GET /v1/apps/{app_id}/monitors`, scope `monitors:read`.
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
  public func list(_ app: some AppReference) async throws -> [Monitor] {
    let path = ["app_id": JSONValue(app._appID)]
    return try await caller.list("monitors.list", try Params(path: path), Monitor.read)
  }

  /// Watches a figure of an app, and tells people when it is out of bounds. It is live at once.
  ///
  /// `POST /v1/apps/{app_id}/monitors`, scope `monitors:write`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter name: Name, unique over the monitors and reactions of an app whatever the case.
  /// - Parameter templateID: What the monitor watches.
  /// - Parameter spec: When the monitor fires.
  /// - Parameter description: Free text.
  /// - Parameter status: Whether it is switched on; active when left out.
  /// - Parameter targets: Where people are told: one to three, at most one of each kind. Whoever
  ///   makes the call, by e-mail, when left out.
  /// - Parameter recipientUserIds: Members who get the e-mail, at most 50. Whoever makes the call
  ///   when left out; an empty list for none.
  /// - Parameter extra: Further members to send as they are, for what this version does not know.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
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
    name: String,
    templateID: MonitorTemplate,
    spec: MonitorSpec,
    description: String? = nil,
    status: AlertStatus? = nil,
    targets: [AlertTarget]? = nil,
    recipientUserIds: [Int]? = nil,
    extra: [String: JSONValue] = [:]
  ) async throws -> Monitor {
    let path = ["app_id": JSONValue(app._appID)]
    let body = try sent(
      [
        ("name", JSONValue(name)),
        ("templateId", JSONValue(templateID)),
        ("spec", JSONValue(spec)),
        ("description", description.map { JSONValue($0) }),
        ("status", status.map { JSONValue($0) }),
        ("targets", targets.map { JSONValue($0) }),
        ("recipientUserIds", recipientUserIds.map { JSONValue($0) }),
      ], extra: extra)
    return try await caller.call("monitors.create", try Params(path: path, body: body), Monitor.read)
  }

  /// Reads a monitor of an app.
  ///
  /// `GET /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:read`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter monitor: Identifier of the monitor, a UUID.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func get(_ app: some AppReference, _ monitor: String) async throws -> Monitor {
    let path = ["app_id": JSONValue(app._appID), "monitor": JSONValue(monitor)]
    return try await caller.call("monitors.get", try Params(path: path), Monitor.read)
  }

  /// Changes what is named and leaves the rest. A `spec` or `targets` that is given replaces the
  /// whole of it.
  ///
  /// `PATCH /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:write`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter monitor: Identifier of the monitor, a UUID.
  /// - Parameter name: Name, unique over the monitors and reactions of an app whatever the case.
  /// - Parameter description: Free text; null removes it.
  /// - Parameter status: Whether it is switched on.
  /// - Parameter templateID: What the monitor watches; another needs a `spec` as well.
  /// - Parameter spec: Replaces the whole of when it fires.
  /// - Parameter targets: Replaces all of where people are told: one to three, at most one of each
  ///   kind.
  /// - Parameter recipientUserIds: Replaces the members who get the e-mail, at most 50; an empty
  ///   list for none.
  /// - Parameter clear: What is cleared; what is nil here is left as it is.
  /// - Parameter extra: Further members to send as they are, for what this version does not know.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/conflict(_:)``: It conflicts with what is there.
  /// - Throws: ``SpiceCloudError/unprocessable(_:)``: It is understood, and cannot be done as
  ///   things are.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func update(
    _ app: some AppReference,
    _ monitor: String,
    name: String? = nil,
    description: String? = nil,
    status: AlertStatus? = nil,
    templateID: MonitorTemplate? = nil,
    spec: MonitorSpec? = nil,
    targets: [AlertTarget]? = nil,
    recipientUserIds: [Int]? = nil,
    clear: Set<UpdateMonitorField> = [],
    extra: [String: JSONValue] = [:]
  ) async throws -> Monitor {
    let path = ["app_id": JSONValue(app._appID), "monitor": JSONValue(monitor)]
    let body = try sent(
      [
        ("name", name.map { JSONValue($0) }),
        ("description", description.map { JSONValue($0) }),
        ("status", status.map { JSONValue($0) }),
        ("templateId", templateID.map { JSONValue($0) }),
        ("spec", spec.map { JSONValue($0) }),
        ("targets", targets.map { JSONValue($0) }),
        ("recipientUserIds", recipientUserIds.map { JSONValue($0) }),
      ], cleared: clear.map(\.rawValue), extra: extra)
    return try await caller.call("monitors.update", try Params(path: path, body: body), Monitor.read)
  }

  /// Deletes a monitor for good.
  ///
  /// `DELETE /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:write`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter monitor: Identifier of the monitor, a UUID.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func delete(_ app: some AppReference, _ monitor: String) async throws {
    let path = ["app_id": JSONValue(app._appID), "monitor": JSONValue(monitor)]
    try await caller.perform("monitors.delete", try Params(path: path))
  }
}
