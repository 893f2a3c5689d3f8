// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

/// Roll-outs of an app.
public struct DeploymentsResource: Sendable {
  let caller: Caller

  /// Lists an app's deployments, newest first, page by page.
  ///
  /// `GET /v1/apps/{app_id}/deployments`, scope `deployments:read`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter status: Only deployments with this status.
  /// - Parameter pageSize: How many items to ask for at a time; 100 if not given.
  /// - Parameter offset: How many items to pass over; the error of a list that failed says it as
  ///   `nextOffset`.
  /// - Parameter limit: How many items there may be in all; no limit if not given.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func list(
    _ app: some AppReference,
    status: DeploymentStatus? = nil,
    pageSize: Int? = nil,
    offset: Int? = nil,
    limit: Int? = nil
  ) -> Pager<Deployment> {
    let path = ["app_id": JSONValue(app._appID)]
    let params: @Sendable (Int?, Int?) throws -> Params = { size, most in
      let query = try sent(
        [
          ("status", status.map { JSONValue($0) })
        ])
      return try Params(path: path, query: query, pageSize: size, offset: offset, limit: most)
    }
    return caller.pages("deployments.list", params, pageSize, limit, { try Deployment.read(&$0, $1) })
  }

  /// Starts a deployment, which is queued at first.
  ///
  /// `POST /v1/apps/{app_id}/deployments`, scope `deployments:write`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter imageTag: Runtime version from the list of container images.
  /// - Parameter channel: Stream of releases.
  /// - Parameter replicas: How many replicas, 1 to 10; the plan may allow fewer.
  /// - Parameter branch: Git branch that is being deployed.
  /// - Parameter commitSHA: Git commit that is being deployed.
  /// - Parameter commitMessage: What is being deployed, in words.
  /// - Parameter debug: Run in debug mode.
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
  public func create(
    _ app: some AppReference,
    imageTag: String? = nil,
    channel: UpdateChannel? = nil,
    replicas: Int? = nil,
    branch: String? = nil,
    commitSHA: String? = nil,
    commitMessage: String? = nil,
    debug: Bool? = nil,
    extra: [String: JSONValue] = [:]
  ) async throws -> Deployment {
    let path = ["app_id": JSONValue(app._appID)]
    let body = try sent(
      [
        ("image_tag", imageTag.map { JSONValue($0) }),
        ("channel", channel.map { JSONValue($0) }),
        ("replicas", replicas.map { JSONValue($0) }),
        ("branch", branch.map { JSONValue($0) }),
        ("commit_sha", commitSHA.map { JSONValue($0) }),
        ("commit_message", commitMessage.map { JSONValue($0) }),
        ("debug", debug.map { JSONValue($0) }),
      ], extra: extra)
    return try await caller.call("deployments.create", try Params(path: path, body: body), Deployment.read)
  }

  /// Reads one deployment.
  ///
  /// `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter deployment: Identifier of the deployment, or the object itself.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func get(
    _ app: some AppReference,
    _ deployment: some DeploymentReference
  ) async throws -> Deployment {
    let path = ["app_id": JSONValue(app._appID), "deployment_id": JSONValue(deployment._deploymentID)]
    return try await caller.call("deployments.get", try Params(path: path), Deployment.read)
  }

  /// Deploys once more what an earlier deployment ran. That is its image tag, replicas, branch and
  /// commit. The API has no way back, so this starts a new deployment and gives it at once; `wait`
  /// follows it. The app's spicepod and secrets stay as they are now, because the API does not keep
  /// those of a deployment.
  ///
  /// Calls `deployments.list`, `deployments.get` and `deployments.create`; needs their scopes.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter to: Identifier of the deployment to go back to; if not given, the last one that
  ///   succeeded before the newest.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: ``SpiceCloudError/conflict(_:)``: It conflicts with what is there.
  /// - Throws: ``SpiceCloudError/api(_:)``: The body is larger than 1 MiB.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func rollback(_ app: some AppReference, to: Int? = nil) async throws -> Deployment {
    let path = ["app_id": JSONValue(app._appID)]
    let body = try sent(
      [
        ("to", to.map { JSONValue($0) })
      ])
    return try await caller.call("deployments.rollback", try Params(path: path, body: body), Deployment.read)
  }

  /// Starts a deployment and waits until it has succeeded: `create` and `wait`.
  ///
  /// `POST /v1/apps/{app_id}/deployments`, scope `deployments:write`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter imageTag: Runtime version from the list of container images.
  /// - Parameter channel: Stream of releases.
  /// - Parameter replicas: How many replicas, 1 to 10; the plan may allow fewer.
  /// - Parameter branch: Git branch that is being deployed.
  /// - Parameter commitSHA: Git commit that is being deployed.
  /// - Parameter commitMessage: What is being deployed, in words.
  /// - Parameter debug: Run in debug mode.
  /// - Parameter extra: Further members to send as they are, for what this version does not know.
  /// - Parameter timeout: Limit of the wait; 15 minutes if not given. The deployment itself goes
  ///   on.
  /// - Parameter pollInterval: How long to wait between the first looks; 2 seconds if not given. It
  ///   grows to 10 seconds.
  /// - Parameter redeployOn: Codes of failures after which it is deployed again, such as those of
  ///   missing capacity.
  /// - Parameter maxRedeploys: How often at most it is deployed again; 3 times if not given.
  /// - Parameter rollbackOnFailure: Whether a deployment that fails for good is followed by one
  ///   that goes back to what ran before.
  /// - Parameter untilReady: Whether to wait until the app's runtime is ready, too, with all its
  ///   datasets.
  /// - Parameter onEvent: Called with each step, in the task that waits.
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
  /// - Throws: ``SpiceCloudError/deploymentFailed(_:)``: The deployment ended as failed.
  /// - Throws: ``SpiceCloudError/waitTimeout(_:)``: The wait reached its limit.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func deploy(
    _ app: some AppReference,
    imageTag: String? = nil,
    channel: UpdateChannel? = nil,
    replicas: Int? = nil,
    branch: String? = nil,
    commitSHA: String? = nil,
    commitMessage: String? = nil,
    debug: Bool? = nil,
    extra: [String: JSONValue] = [:],
    timeout: Duration? = nil,
    pollInterval: Duration? = nil,
    redeployOn: [DeploymentErrorCode] = [],
    maxRedeploys: Int? = nil,
    rollbackOnFailure: Bool = false,
    untilReady: Bool = false,
    onEvent: (DeploymentEvent) async throws -> Void = { _ in }
  ) async throws -> Deployment {
    let body = try sent(
      [
        ("image_tag", imageTag.map { JSONValue($0) }),
        ("channel", channel.map { JSONValue($0) }),
        ("replicas", replicas.map { JSONValue($0) }),
        ("branch", branch.map { JSONValue($0) }),
        ("commit_sha", commitSHA.map { JSONValue($0) }),
        ("commit_message", commitMessage.map { JSONValue($0) }),
        ("debug", debug.map { JSONValue($0) }),
      ], extra: extra)
    let wait = try deploys(timeout, pollInterval, redeployOn, maxRedeploys, rollbackOnFailure, untilReady)
    let path = ["app_id": JSONValue(app._appID)]
    let params = try Params(path: path, body: body, wait: wait)
    return try await caller.follow("deployments.deploy", params, DeploymentEvent.read, onEvent, Deployment.read)
  }

  /// Waits until a deployment has succeeded.
  ///
  /// `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter deployment: Identifier of the deployment, or the object itself.
  /// - Parameter timeout: Limit of the wait; 15 minutes if not given. The deployment itself goes
  ///   on.
  /// - Parameter pollInterval: How long to wait between the first looks; 2 seconds if not given. It
  ///   grows to 10 seconds.
  /// - Parameter onEvent: Called with each step, in the task that waits.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: ``SpiceCloudError/deploymentFailed(_:)``: The deployment ended as failed.
  /// - Throws: ``SpiceCloudError/waitTimeout(_:)``: The wait reached its limit.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func wait(
    _ app: some AppReference,
    _ deployment: some DeploymentReference,
    timeout: Duration? = nil,
    pollInterval: Duration? = nil,
    onEvent: (DeploymentEvent) async throws -> Void = { _ in }
  ) async throws -> Deployment {
    let wait = try waitLimits(timeout, pollInterval)
    let path = ["app_id": JSONValue(app._appID), "deployment_id": JSONValue(deployment._deploymentID)]
    let params = try Params(path: path, wait: wait)
    return try await caller.follow("deployments.wait", params, DeploymentEvent.read, onEvent, Deployment.read)
  }

  /// Follows a deployment: gives an event for each step, and ends when the deployment does.
  ///
  /// `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`.
  ///
  /// After the event of a failed deployment comes its error. What is thrown is thrown while events
  /// are taken. Leaving the loop early stops following; the deployment goes on.
  ///
  /// - Parameter app: Identifier of the app, or the object itself.
  /// - Parameter deployment: Identifier of the deployment, or the object itself.
  /// - Parameter timeout: Limit of the wait; 15 minutes if not given. The deployment itself goes
  ///   on.
  /// - Parameter pollInterval: How long to wait between the first looks; 2 seconds if not given. It
  ///   grows to 10 seconds.
  /// - Throws: ``SpiceCloudError/badRequest(_:)``: A malformed body, parameter or identifier.
  /// - Throws: ``SpiceCloudError/authentication(_:)``: A missing, malformed, expired or revoked
  ///   token.
  /// - Throws: ``SpiceCloudError/permissionDenied(_:)``: The scope, the role, the organization or
  ///   the plan does not allow it.
  /// - Throws: ``SpiceCloudError/notFound(_:)``: It does not exist, or is hidden from the caller.
  /// - Throws: ``SpiceCloudError/rateLimited(_:)``: Too many requests.
  /// - Throws: ``SpiceCloudError/server(_:)``: The server failed.
  /// - Throws: ``SpiceCloudError/deploymentFailed(_:)``: The deployment ended as failed.
  /// - Throws: ``SpiceCloudError/waitTimeout(_:)``: The wait reached its limit.
  /// - Throws: What any call may meet, such as ``SpiceCloudError/timeout(_:)``.
  public func watch(
    _ app: some AppReference,
    _ deployment: some DeploymentReference,
    timeout: Duration? = nil,
    pollInterval: Duration? = nil
  ) -> Steps<DeploymentEvent> {
    let path = ["app_id": JSONValue(app._appID), "deployment_id": JSONValue(deployment._deploymentID)]
    return caller.stream("deployments.watch", { try DeploymentEvent.read(&$0, $1) }) {
      try Params(path: path, wait: waitLimits(timeout, pollInterval))
    }
  }
}
