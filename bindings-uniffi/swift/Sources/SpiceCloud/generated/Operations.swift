// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

// What every client has: its resources, and the operations of its own.

extension SpiceCloud {
  /// Spice apps, called projects since Aug 2026.
  public var apps: AppsResource { AppsResource(caller: caller) }

  /// Roll-outs of an app.
  public var deployments: DeploymentsResource { DeploymentsResource(caller: caller) }

  /// Secrets of an app: set, listed, deleted, never read back.
  public var secrets: SecretsResource { SecretsResource(caller: caller) }

  /// The two runtime keys of an app.
  public var apiKeys: ApiKeysResource { ApiKeysResource(caller: caller) }

  /// Apps that were made from another app.
  public var forks: ForksResource { ForksResource(caller: caller) }

  /// What watches the figures of an app, and tells people.
  public var monitors: MonitorsResource { MonitorsResource(caller: caller) }

  /// What watches the data of an app, and tells people.
  public var reactions: ReactionsResource { ReactionsResource(caller: caller) }

  /// Members of the organization.
  public var members: MembersResource { MembersResource(caller: caller) }

  /// Regions that apps can run in.
  public var regions: RegionsResource { RegionsResource(caller: caller) }

  /// Runtime versions that apps can run.
  public var containerImages: ContainerImagesResource { ContainerImagesResource(caller: caller) }

  /// Organizations of the caller.
  public var orgs: OrgsResource { OrgsResource(caller: caller) }

  /// Dedicated clusters of the organization.
  public var clusters: ClustersResource { ClustersResource(caller: caller) }

  /// Spice apps under the API's newer name: the same as ``apps``.
  public var projects: AppsResource { apps }

  /// Says whether the API is up. Needs no token.
  ///
  /// `GET /v1/health`.
  ///
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func health() async throws -> Health {
    try await caller.call("health.get", try Params(), Health.read)
  }

  /// Reads what the organization's plan allows.
  ///
  /// `GET /v1/limits`, scope `apps:read` (a guess: no source states it).
  ///
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func limits() async throws -> Limits {
    try await caller.call("limits.get", try Params(), Limits.read)
  }
}
