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

  /// The runtime of an app: its data, by SQL, search and chat.
  ///
  /// Nothing is sent before it is used. The app's key is fetched then, and again when it was
  /// replaced, for which the client needs the scope `apps:read`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter url: Where the runtime is, if not where the app's region says.
  public func runtime(_ app: some AppReference, url: String? = nil) -> RuntimeResource {
    RuntimeResource(caller: caller.bound(["app_id": JSONValue(app._appID)], url))
  }

  /// The runtime of an app: its data, by SQL, search and chat.
  ///
  /// Nothing is sent before it is used, and nothing but the runtime is asked.
  ///
  /// - Parameter key: A key of the app, from ``apiKeys``.
  /// - Parameter url: Where the runtime is, if not where the app's region says.
  public func runtime(key: Secret, url: String? = nil) -> RuntimeResource {
    RuntimeResource(caller: caller.bound(["key": JSONValue(key)], url))
  }

  /// Says whether the API is up. Needs no token.
  ///
  /// `GET /v1/health`.
  ///
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func health() async throws -> Health {
    return try await caller.call("health.get", try Params(), Health.read)
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
    return try await caller.call("limits.get", try Params(), Limits.read)
  }

  /// Tells what the client signs in with and which scopes it has. Scopes and organization are read
  /// from the token where it is a JWT, without trusting it for anything; else they are tried out
  /// with reads that change nothing; what neither tells is unknown.
  ///
  /// Calls `orgs.list`, `apps.list` and `members.list`; needs their scopes.
  ///
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func whoami() async throws -> Identity {
    return try await caller.call("client.whoami", try Params(), Identity.read)
  }

  /// Fails with the scopes that are missing, before anything is begun. Scopes of which it cannot be
  /// known whether they are granted pass, and are named in the answer.
  ///
  /// Calls `orgs.list`, `apps.list` and `members.list`; needs their scopes.
  ///
  /// - Parameter scopes: Scopes, such as `deployments:write`.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func require(_ scopes: [String]) async throws -> ScopeReport {
    let body = ["scopes": JSONValue(scopes)]
    return try await caller.call("client.require", try Params(body: body), ScopeReport.read)
  }

  /// Compares what is there with what should be, and says what `apply` would change. That is an
  /// app, its configuration, its secrets and the organization's members. Nothing is changed, and no
  /// value of a secret is kept: secrets are compared by keyed fingerprints, whose key is never
  /// written down.
  ///
  /// Calls `apps.list`, `apps.get`, `secrets.list` and `members.list`; needs their scopes.
  ///
  /// - Parameter desired: The desired state, as YAML or JSON text or as an object with `app`,
  ///   `secrets` and `members`.
  /// - Parameter prune: Whether secrets, tags and members that the desired state does not name are
  ///   removed; false if not given.
  /// - Parameter values: Values of secrets by their names; others come from the environment.
  /// - Parameter fingerprints: The `fingerprints` of the last `apply`, by which secrets that have
  ///   not changed are recognised. Without them a secret that is there is left as it is.
  /// - Parameter fingerprintKey: Key of the fingerprints; if not given, it is made of the token or
  ///   client secret that the client signs in with.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func plan(
    desired: JSONValue,
    prune: Bool? = nil,
    values: [String: Secret]? = nil,
    fingerprints: String? = nil,
    fingerprintKey: Secret? = nil
  ) async throws -> Plan {
    let body = try sent(
      [
        ("desired", JSONValue(desired)),
        ("prune", prune.map { JSONValue($0) }),
        ("values", values.map { JSONValue($0) }),
        ("fingerprints", fingerprints.map { JSONValue($0) }),
        ("fingerprint_key", fingerprintKey.map { JSONValue($0) }),
      ])
    return try await caller.call("client.plan", try Params(body: body), Plan.read)
  }

  /// Does what a plan says, in an order that is safe. There is one deployment at the end, where the
  /// runtime needs it. When anything has changed since the plan was made, nothing is done: make a
  /// new plan. Each change happens once; what has been done when one fails is told by the error's
  /// hint, and a new plan goes on from there.
  ///
  /// Calls `apps.list`, `apps.get`, `apps.create`, `apps.update`, `secrets.list`, `secrets.set`,
  /// `secrets.delete`, `members.list`, `members.add`, `members.update`, `members.remove`,
  /// `deployments.create` and `deployments.get`; needs their scopes.
  ///
  /// - Parameter document: The `document` of a plan.
  /// - Parameter values: Values of secrets by their names, as for the plan.
  /// - Parameter fingerprintKey: Key of the fingerprints, as for the plan.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/conflict(_:)``: It conflicts with what is there.
  /// - Throws: ``SpiceCloudError/api(_:)``: The body is larger than 1 MiB.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func apply(
    document: String,
    values: [String: Secret]? = nil,
    fingerprintKey: Secret? = nil
  ) async throws -> AppliedPlan {
    let body = try sent(
      [
        ("document", JSONValue(document)),
        ("values", values.map { JSONValue($0) }),
        ("fingerprint_key", fingerprintKey.map { JSONValue($0) }),
      ])
    return try await caller.call("client.apply", try Params(body: body), AppliedPlan.read)
  }

  /// Looks at the way to the API step by step. That is address, name, connection, TLS, proxy,
  /// clock, credentials, organization, rate limits. The report holds no secrets and can be pasted
  /// anywhere. It does not fail for what it finds.
  ///
  /// Calls `health.get` and `orgs.list`; needs their scopes.
  ///
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func doctor() async throws -> Diagnosis {
    return try await caller.call("client.doctor", try Params(), Diagnosis.read)
  }
}
