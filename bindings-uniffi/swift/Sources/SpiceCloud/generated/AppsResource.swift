// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/// Spice apps, called projects since Aug 2026.
public struct AppsResource: Sendable {
  let caller: Caller

  /// Lists the organization's apps, page by page, without their configuration.
  ///
  /// `GET /v1/apps`, scope `apps:read`.
  ///
  /// - Parameter pageSize: How many items to ask for at a time; 100 if not given.
  /// - Parameter offset: How many items to pass over; the error of a list that failed says it as
  ///   `nextOffset`.
  /// - Parameter limit: How many items there may be in all; no limit if not given.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func list(pageSize: Int? = nil, offset: Int? = nil, limit: Int? = nil) -> Pager<App> {
    let params: @Sendable (Int?, Int?) throws -> Params = { size, most in
      return try Params(pageSize: size, offset: offset, limit: most)
    }
    return caller.pages("apps.list", params, pageSize, limit, { try App.read(&$0, $1) })
  }

  /// Creates an app. It does not run until it has a spicepod and a deployment.
  ///
  /// `POST /v1/apps`, scope `apps:write`.
  ///
  /// - Parameter name: Name: 4 to 38 letters, digits and hyphens, unique in the organization
  ///   whatever the case.
  /// - Parameter region: Region identifier from the list of regions.
  /// - Parameter cname: Internal name of the region; older servers want it instead of `region`.
  /// - Parameter clusterName: Dedicated cluster; with a region, the region must be the cluster's.
  /// - Parameter description: Free text.
  /// - Parameter visibility: Who may see the app; private when left out.
  /// - Parameter tags: Free key-value pairs. Values: letters, digits, `_`, `@`, `-` (the vendor's
  ///   deploy action).
  /// - Parameter updateChannel: Stream of releases to follow; null clears it.
  /// - Parameter replicas: How many replicas, 1 to 10; the plan may allow fewer.
  /// - Parameter resources: What one replica may use.
  /// - Parameter executor: Executors of a distributed app.
  /// - Parameter storageSizeGB: Persistent storage, in gigabytes.
  /// - Parameter extra: Further members to send as they are, for what this version does not know.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/conflict(_:)``: It conflicts with what is there.
  /// - Throws: ``SpiceCloudError/api(_:)``: The body is larger than 1 MiB.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func create(
    name: String,
    region: String? = nil,
    cname: String? = nil,
    clusterName: String? = nil,
    description: String? = nil,
    visibility: Visibility? = nil,
    tags: [String: String]? = nil,
    updateChannel: UpdateChannel? = nil,
    replicas: Int? = nil,
    resources: Resources? = nil,
    executor: Executor? = nil,
    storageSizeGB: Double? = nil,
    extra: [String: JSONValue] = [:]
  ) async throws -> App {
    let body = try sent(
      [
        ("name", JSONValue(name)),
        ("region", region.map { JSONValue($0) }),
        ("cname", cname.map { JSONValue($0) }),
        ("cluster_name", clusterName.map { JSONValue($0) }),
        ("description", description.map { JSONValue($0) }),
        ("visibility", visibility.map { JSONValue($0) }),
        ("tags", tags.map { JSONValue($0) }),
        ("update_channel", updateChannel.map { JSONValue($0) }),
        ("replicas", replicas.map { JSONValue($0) }),
        ("resources", resources.map { JSONValue($0) }),
        ("executor", executor.map { JSONValue($0) }),
        ("storage_size_gb", storageSizeGB.map { JSONValue($0) }),
      ], extra: extra)
    return try await caller.call("apps.create", try Params(body: body), App.read)
  }

  /// Reads an app with its configuration.
  ///
  /// `GET /v1/apps/{app_id}`, scope `apps:read`.
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
  public func get(_ app: some AppReference) async throws -> App {
    let path = ["app_id": JSONValue(app._appID)]
    return try await caller.call("apps.get", try Params(path: path), App.read)
  }

  /// Changes what is named and leaves the rest; null clears where the API allows it. Nothing is
  /// deployed.
  ///
  /// `PUT /v1/apps/{app_id}`, scope `apps:write`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter description: Free text.
  /// - Parameter visibility: Who may see the app.
  /// - Parameter productionBranch: Git branch that production follows.
  /// - Parameter tags: Replaces all key-value pairs; null removes them. Values: letters, digits,
  ///   `_`, `@`, `-` (the vendor's deploy action).
  /// - Parameter spicepod: The manifest: YAML text or an object.
  /// - Parameter imageTag: Runtime version to pin; null lets the channel decide again.
  /// - Parameter image: Image name.
  /// - Parameter registry: Image registry.
  /// - Parameter updateChannel: Stream of releases to follow; null clears it.
  /// - Parameter version: Runtime version range, such as `2.x`.
  /// - Parameter replicas: How many replicas, 1 to 10; the plan may allow fewer.
  /// - Parameter resources: What one replica may use.
  /// - Parameter executor: Executors of a distributed app.
  /// - Parameter region: Region identifier.
  /// - Parameter clusterName: Dedicated cluster; null takes the app off it.
  /// - Parameter nodeGroup: Node group.
  /// - Parameter storageSizeGB: Persistent storage, in gigabytes.
  /// - Parameter storageClaimSizeGB: Older name of `storageSizeGB`.
  /// - Parameter clear: What is cleared; what is nil here is left as it is.
  /// - Parameter extra: Further members to send as they are, for what this version does not know.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/conflict(_:)``: It conflicts with what is there.
  /// - Throws: ``SpiceCloudError/api(_:)``: The body is larger than 1 MiB.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func update(
    _ app: some AppReference,
    description: String? = nil,
    visibility: Visibility? = nil,
    productionBranch: String? = nil,
    tags: [String: String]? = nil,
    spicepod: JSONValue? = nil,
    imageTag: String? = nil,
    image: String? = nil,
    registry: String? = nil,
    updateChannel: UpdateChannel? = nil,
    version: String? = nil,
    replicas: Int? = nil,
    resources: Resources? = nil,
    executor: Executor? = nil,
    region: String? = nil,
    clusterName: String? = nil,
    nodeGroup: String? = nil,
    storageSizeGB: Double? = nil,
    storageClaimSizeGB: Double? = nil,
    clear: Set<UpdateAppField> = [],
    extra: [String: JSONValue] = [:]
  ) async throws -> App {
    let path = ["app_id": JSONValue(app._appID)]
    let body = try sent(
      [
        ("description", description.map { JSONValue($0) }),
        ("visibility", visibility.map { JSONValue($0) }),
        ("production_branch", productionBranch.map { JSONValue($0) }),
        ("tags", tags.map { JSONValue($0) }),
        ("spicepod", spicepod.map { JSONValue($0) }),
        ("image_tag", imageTag.map { JSONValue($0) }),
        ("image", image.map { JSONValue($0) }),
        ("registry", registry.map { JSONValue($0) }),
        ("update_channel", updateChannel.map { JSONValue($0) }),
        ("version", version.map { JSONValue($0) }),
        ("replicas", replicas.map { JSONValue($0) }),
        ("resources", resources.map { JSONValue($0) }),
        ("executor", executor.map { JSONValue($0) }),
        ("region", region.map { JSONValue($0) }),
        ("cluster_name", clusterName.map { JSONValue($0) }),
        ("node_group", nodeGroup.map { JSONValue($0) }),
        ("storage_size_gb", storageSizeGB.map { JSONValue($0) }),
        ("storage_claim_size_gb", storageClaimSizeGB.map { JSONValue($0) }),
      ], cleared: clear.map(\.rawValue), extra: extra)
    return try await caller.call("apps.update", try Params(path: path, body: body), App.read)
  }

  /// Deletes an app and stops what it runs.
  ///
  /// `DELETE /v1/apps/{app_id}`, scope `apps:delete`.
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
  public func delete(_ app: some AppReference) async throws {
    let path = ["app_id": JSONValue(app._appID)]
    try await caller.perform("apps.delete", try Params(path: path))
  }

  /// Reads load and ingestion of an app, as far as they are known.
  ///
  /// `GET /v1/apps/{app_id}/metrics`, scope `apps:read` (a guess: no source states it).
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter window: Window such as `5m`, which turns counters into rates.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func metrics(_ app: some AppReference, window: String? = nil) async throws -> AppMetrics {
    let path = ["app_id": JSONValue(app._appID)]
    let query = try sent(
      [
        ("window", window.map { JSONValue($0) })
      ])
    return try await caller.call("apps.metrics", try Params(path: path, query: query), AppMetrics.read)
  }

  /// Ends the pause of an app and starts a deployment of it.
  ///
  /// `POST /v1/apps/{app_id}/resume`, scope `apps:write`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
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
  public func resume(_ app: some AppReference) async throws -> ResumedApp {
    let path = ["app_id": JSONValue(app._appID)]
    return try await caller.call("apps.resume", try Params(path: path), ResumedApp.read)
  }

  /// Compares the secrets that a spicepod refers to with those of the app. It says which of those
  /// that stand as `${secrets:NAME}` are missing, and which ones nothing refers to. Nothing is
  /// changed.
  ///
  /// Calls `apps.get` and `secrets.list`; needs their scopes.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter spicepod: The spicepod, as YAML text or as an object; if not given, the one that
  ///   the app has.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func lint(
    _ app: some AppReference,
    spicepod: JSONValue? = nil
  ) async throws -> SpicepodReport {
    let path = ["app_id": JSONValue(app._appID)]
    let body = try sent(
      [
        ("spicepod", spicepod.map { JSONValue($0) })
      ])
    return try await caller.call("apps.lint", try Params(path: path, body: body), SpicepodReport.read)
  }

  /// Finds the app with a name, whatever its case, or gives nil.
  ///
  /// Walks all pages until it is found.
  ///
  /// `GET /v1/apps`, scope `apps:read`.
  ///
  /// - Parameter name: Name of the app.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func find(_ name: String) async throws -> App? {
    try await caller.optional("apps.find", try Params(name: name), App.read)
  }

  /// Changes an app like `update`, unless somebody else has changed it since it was read.
  ///
  /// If somebody has, this fails with ``SpiceCloudError/conflict(_:)`` of the kind `stale_write`,
  /// and what they wrote stays. The API has no such condition, so the SDK reads the app again
  /// before the request, and once more when the answer is lost: a change that comes in the moment
  /// between that look and the request is not noticed.
  ///
  /// `GET` and `PUT /v1/apps/{app_id}`, scopes `apps:read` and `apps:write`.
  ///
  /// - Parameter app: The app as it was read; one from a list does not tell enough.
  /// - Parameter description: Free text.
  /// - Parameter visibility: Who may see the app.
  /// - Parameter productionBranch: Git branch that production follows.
  /// - Parameter tags: Replaces all key-value pairs; null removes them. Values: letters, digits,
  ///   `_`, `@`, `-` (the vendor's deploy action).
  /// - Parameter spicepod: The manifest: YAML text or an object.
  /// - Parameter imageTag: Runtime version to pin; null lets the channel decide again.
  /// - Parameter image: Image name.
  /// - Parameter registry: Image registry.
  /// - Parameter updateChannel: Stream of releases to follow; null clears it.
  /// - Parameter version: Runtime version range, such as `2.x`.
  /// - Parameter replicas: How many replicas, 1 to 10; the plan may allow fewer.
  /// - Parameter resources: What one replica may use.
  /// - Parameter executor: Executors of a distributed app.
  /// - Parameter region: Region identifier.
  /// - Parameter clusterName: Dedicated cluster; null takes the app off it.
  /// - Parameter nodeGroup: Node group.
  /// - Parameter storageSizeGB: Persistent storage, in gigabytes.
  /// - Parameter storageClaimSizeGB: Older name of `storageSizeGB`.
  /// - Parameter clear: What is cleared; what is nil here is left as it is.
  /// - Parameter extra: Further members to send as they are, for what this version does not know.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/conflict(_:)``: It conflicts with what is there.
  /// - Throws: ``SpiceCloudError/api(_:)``: The body is larger than 1 MiB.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: ``SpiceCloudError/ambiguousOutcome(_:)``: Nobody can tell whether it was changed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func updateIfUnchanged(
    _ app: App,
    description: String? = nil,
    visibility: Visibility? = nil,
    productionBranch: String? = nil,
    tags: [String: String]? = nil,
    spicepod: JSONValue? = nil,
    imageTag: String? = nil,
    image: String? = nil,
    registry: String? = nil,
    updateChannel: UpdateChannel? = nil,
    version: String? = nil,
    replicas: Int? = nil,
    resources: Resources? = nil,
    executor: Executor? = nil,
    region: String? = nil,
    clusterName: String? = nil,
    nodeGroup: String? = nil,
    storageSizeGB: Double? = nil,
    storageClaimSizeGB: Double? = nil,
    clear: Set<UpdateAppField> = [],
    extra: [String: JSONValue] = [:]
  ) async throws -> App {
    let config = app.config.map { config in
      JSONValue.object(
        wireMembers(
          [
            ("spicepod", config.spicepod.map { JSONValue($0) }),
            ("registry", config.registry.map { JSONValue($0) }),
            ("image", config.image.map { JSONValue($0) }),
            ("image_tag", config.imageTag.map { JSONValue($0) }),
            ("update_channel", config.updateChannel.map { JSONValue($0) }),
            ("version", config.version.map { JSONValue($0) }),
            ("replicas", config.replicas.map { JSONValue($0) }),
            ("resources", config.resources.map { JSONValue($0) }),
            ("executor", config.executor.map { JSONValue($0) }),
            ("region", config.region.map { JSONValue($0) }),
            ("cluster_name", config.clusterName.map { JSONValue($0) }),
            ("node_group", config.nodeGroup.map { JSONValue($0) }),
            ("storage_size_gb", config.storageSizeGB.map { JSONValue($0) }),
            ("storage_claim_size_gb", config.storageClaimSizeGB.map { JSONValue($0) }),
          ], [:]))
    }
    let unchanged = wireMembers(
      [
        ("id", JSONValue(app.id)),
        ("name", JSONValue(app.name)),
        ("description", app.description.map { JSONValue($0) }),
        ("visibility", app.visibility.map { JSONValue($0) }),
        ("region", app.region.map { JSONValue($0) }),
        ("cluster_name", app.clusterName.map { JSONValue($0) }),
        ("production_branch", app.productionBranch.map { JSONValue($0) }),
        ("tags", JSONValue(app.tags)),
        ("config", config),
      ], [:])
    let body = try sent(
      [
        ("description", description.map { JSONValue($0) }),
        ("visibility", visibility.map { JSONValue($0) }),
        ("production_branch", productionBranch.map { JSONValue($0) }),
        ("tags", tags.map { JSONValue($0) }),
        ("spicepod", spicepod.map { JSONValue($0) }),
        ("image_tag", imageTag.map { JSONValue($0) }),
        ("image", image.map { JSONValue($0) }),
        ("registry", registry.map { JSONValue($0) }),
        ("update_channel", updateChannel.map { JSONValue($0) }),
        ("version", version.map { JSONValue($0) }),
        ("replicas", replicas.map { JSONValue($0) }),
        ("resources", resources.map { JSONValue($0) }),
        ("executor", executor.map { JSONValue($0) }),
        ("region", region.map { JSONValue($0) }),
        ("cluster_name", clusterName.map { JSONValue($0) }),
        ("node_group", nodeGroup.map { JSONValue($0) }),
        ("storage_size_gb", storageSizeGB.map { JSONValue($0) }),
        ("storage_claim_size_gb", storageClaimSizeGB.map { JSONValue($0) }),
      ], cleared: clear.map(\.rawValue), extra: extra)
    let params = try Params(path: ["app_id": JSONValue(app.id)], body: body, unchanged: unchanged)
    return try await caller.call("apps.update_if_unchanged", params, App.read)
  }
}
