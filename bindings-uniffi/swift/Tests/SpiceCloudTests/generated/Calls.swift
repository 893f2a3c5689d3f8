// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

@testable import SpiceCloud

/// Calls an operation by its public name, as scenarios do.
func perform(_ spice: SpiceCloud, _ call: Call) async throws -> Any? {
  switch call.operation {
  case "apps.list":
    let list = spice.apps.list(
      pageSize: try call.take("page_size"),
      offset: try call.take("offset"),
      limit: try call.take("limit"))
    return try await call.listed(list)
  case "client.reconcile": return try await spice.reconcile(try call.error()).map(made)
  case "apps.find": return try await spice.apps.find(try call.need("name"))
  case "apps.create":
    return try await spice.apps.create(
      name: try call.need("name"),
      region: try call.take("region"),
      cname: try call.take("cname"),
      clusterName: try call.take("cluster_name"),
      description: try call.take("description"),
      visibility: try call.take("visibility"),
      tags: try call.take("tags"),
      updateChannel: try call.take("update_channel"),
      replicas: try call.take("replicas"),
      resources: try call.take("resources"),
      executor: try call.take("executor"),
      storageSizeGB: try call.take("storage_size_gb"),
      extra: try call.extra())
  case "apps.get":
    return try await spice.apps.get(try call.app())
  case "apps.update":
    let cleared = call.cleared(UpdateAppField.self)
    return try await spice.apps.update(
      try call.app(),
      description: try call.take("description"),
      visibility: try call.take("visibility"),
      productionBranch: try call.take("production_branch"),
      tags: try call.take("tags"),
      spicepod: try call.take("spicepod"),
      imageTag: try call.take("image_tag"),
      image: try call.take("image"),
      registry: try call.take("registry"),
      updateChannel: try call.take("update_channel"),
      version: try call.take("version"),
      replicas: try call.take("replicas"),
      resources: try call.take("resources"),
      executor: try call.take("executor"),
      region: try call.take("region"),
      clusterName: try call.take("cluster_name"),
      nodeGroup: try call.take("node_group"),
      storageSizeGB: try call.take("storage_size_gb"),
      storageClaimSizeGB: try call.take("storage_claim_size_gb"),
      clear: cleared,
      extra: try call.extra())
  case "apps.update_if_unchanged":
    let cleared = call.cleared(UpdateAppField.self)
    return try await spice.apps.updateIfUnchanged(
      try call.appAsRead(),
      description: try call.take("description"),
      visibility: try call.take("visibility"),
      productionBranch: try call.take("production_branch"),
      tags: try call.take("tags"),
      spicepod: try call.take("spicepod"),
      imageTag: try call.take("image_tag"),
      image: try call.take("image"),
      registry: try call.take("registry"),
      updateChannel: try call.take("update_channel"),
      version: try call.take("version"),
      replicas: try call.take("replicas"),
      resources: try call.take("resources"),
      executor: try call.take("executor"),
      region: try call.take("region"),
      clusterName: try call.take("cluster_name"),
      nodeGroup: try call.take("node_group"),
      storageSizeGB: try call.take("storage_size_gb"),
      storageClaimSizeGB: try call.take("storage_claim_size_gb"),
      clear: cleared,
      extra: try call.extra())
  case "apps.delete":
    return try await spice.apps.delete(try call.app())
  case "apps.metrics":
    return try await spice.apps.metrics(try call.app(), window: try call.take("window"))
  case "apps.resume":
    return try await spice.apps.resume(try call.app())
  case "apps.lint":
    return try await spice.apps.lint(try call.app(), spicepod: try call.take("spicepod"))
  case "deployments.list":
    let list = spice.deployments.list(
      try call.app(),
      status: try call.take("status"),
      pageSize: try call.take("page_size"),
      offset: try call.take("offset"),
      limit: try call.take("limit"))
    return try await call.listed(list)
  case "deployments.create":
    return try await spice.deployments.create(
      try call.app(),
      imageTag: try call.take("image_tag"),
      channel: try call.take("channel"),
      replicas: try call.take("replicas"),
      branch: try call.take("branch"),
      commitSHA: try call.take("commit_sha"),
      commitMessage: try call.take("commit_message"),
      debug: try call.take("debug"),
      extra: try call.extra())
  case "deployments.deploy":
    return try await call.followed { onEvent in
      try await spice.deployments.deploy(
        try call.app(),
        imageTag: try call.take("image_tag"),
        channel: try call.take("channel"),
        replicas: try call.take("replicas"),
        branch: try call.take("branch"),
        commitSHA: try call.take("commit_sha"),
        commitMessage: try call.take("commit_message"),
        debug: try call.take("debug"),
        extra: try call.extra(),
        timeout: try call.take("timeout"),
        pollInterval: try call.take("poll_interval"),
        redeployOn: try call.take("redeploy_on") ?? [],
        maxRedeploys: try call.take("max_redeploys"),
        rollbackOnFailure: try call.take("rollback_on_failure") ?? false,
        untilReady: try call.take("until_ready") ?? false,
        onEvent: onEvent)
    }
  case "deployments.get":
    return try await spice.deployments.get(try call.app(), try call.deployment())
  case "deployments.wait":
    return try await spice.deployments.wait(
      try call.app(),
      try call.deployment(),
      timeout: try call.take("timeout"),
      pollInterval: try call.take("poll_interval"))
  case "deployments.watch":
    let watch = spice.deployments.watch(
      try call.app(),
      try call.deployment(),
      timeout: try call.take("timeout"),
      pollInterval: try call.take("poll_interval"))
    return try await call.watched(watch)
  case "deployments.rollback":
    return try await spice.deployments.rollback(try call.app(), to: try call.take("to"))
  case "secrets.list":
    return try await spice.secrets.list(try call.app())
  case "secrets.set":
    return try await spice.secrets.set(
      try call.app(),
      try call.need("name"),
      try call.need("value"))
  case "secrets.set_many": return try await spice.secrets.setMany(try call.app(), try call.secrets())
  case "secrets.get":
    return try await spice.secrets.get(try call.app(), try call.need("name"))
  case "secrets.delete":
    return try await spice.secrets.delete(try call.app(), try call.need("name"))
  case "secrets.drift":
    return try await spice.secrets.drift(try call.app())
  case "api_keys.get":
    return try await spice.apiKeys.get(try call.app())
  case "api_keys.regenerate":
    return try await spice.apiKeys.regenerate(
      try call.app(),
      keyNumber: try call.take("key_number"),
      bothKeysStopWorking: try call.take("both_keys_stop_working"),
      extra: try call.extra())
  case "api_keys.rotate":
    return try await call.rotated(spice) { app, work in
      try await spice.apiKeys.rotate(
        app,
        journal: try call.take("journal"),
        grace: try call.take("grace"),
        verifyTimes: try call.take("verify_times"),
        verifyTimeout: try call.take("verify_timeout"),
        verifyInterval: try call.take("verify_interval"),
        distribute: work.distribute,
        verify: work.verify,
        onEvent: work.onEvent)
    }
  case "forks.list":
    return try await spice.forks.list(try call.app())
  case "forks.create":
    return try await spice.forks.create(
      try call.app(),
      name: try call.take("name"),
      region: try call.take("region"),
      clusterName: try call.take("cluster_name"),
      schedulerStateLocation: try call.take("scheduler_state_location"),
      extra: try call.extra())
  case "monitors.list":
    return try await spice.monitors.list(try call.app())
  case "monitors.create":
    return try await spice.monitors.create(
      try call.app(),
      name: try call.need("name"),
      templateID: try call.need("template_id"),
      spec: try call.need("spec"),
      description: try call.take("description"),
      status: try call.take("status"),
      targets: try call.take("targets"),
      recipientUserIds: try call.take("recipient_user_ids"),
      extra: try call.extra())
  case "monitors.get":
    return try await spice.monitors.get(try call.app(), try call.need("monitor"))
  case "monitors.update":
    let cleared = call.cleared(UpdateMonitorField.self)
    return try await spice.monitors.update(
      try call.app(),
      try call.need("monitor"),
      name: try call.take("name"),
      description: try call.take("description"),
      status: try call.take("status"),
      templateID: try call.take("template_id"),
      spec: try call.take("spec"),
      targets: try call.take("targets"),
      recipientUserIds: try call.take("recipient_user_ids"),
      clear: cleared,
      extra: try call.extra())
  case "monitors.delete":
    return try await spice.monitors.delete(try call.app(), try call.need("monitor"))
  case "reactions.list":
    return try await spice.reactions.list(try call.app())
  case "reactions.create":
    return try await spice.reactions.create(
      try call.app(),
      name: try call.need("name"),
      templateID: try call.need("template_id"),
      spec: try call.need("spec"),
      description: try call.take("description"),
      status: try call.take("status"),
      targets: try call.take("targets"),
      recipientUserIds: try call.take("recipient_user_ids"),
      extra: try call.extra())
  case "reactions.get":
    return try await spice.reactions.get(try call.app(), try call.need("reaction"))
  case "reactions.update":
    let cleared = call.cleared(UpdateReactionField.self)
    return try await spice.reactions.update(
      try call.app(),
      try call.need("reaction"),
      name: try call.take("name"),
      description: try call.take("description"),
      status: try call.take("status"),
      templateID: try call.take("template_id"),
      spec: try call.take("spec"),
      targets: try call.take("targets"),
      recipientUserIds: try call.take("recipient_user_ids"),
      clear: cleared,
      extra: try call.extra())
  case "reactions.delete":
    return try await spice.reactions.delete(try call.app(), try call.need("reaction"))
  case "members.list":
    return try await spice.members.list()
  case "members.add":
    return try await spice.members.add(
      username: try call.need("username"),
      roles: try call.take("roles"),
      extra: try call.extra())
  case "members.get":
    return try await spice.members.get(try call.user())
  case "members.update":
    return try await spice.members.update(
      try call.user(),
      roles: try call.need("roles"),
      extra: try call.extra())
  case "members.remove":
    return try await spice.members.remove(try call.user())
  case "regions.list":
    return try await spice.regions.list()
  case "container_images.list":
    return try await spice.containerImages.list(channel: try call.take("channel"))
  case "orgs.list":
    return try await spice.orgs.list()
  case "clusters.list":
    return try await spice.clusters.list()
  case "runtime.sql":
    return try await spice.runtimeOf(call).sql(try call.need("sql"))
  case "runtime.search":
    return try await spice.runtimeOf(call).search(
      text: try call.need("text"),
      datasets: try call.take("datasets"),
      maxResults: try call.take("max_results"),
      condition: try call.take("condition"),
      additionalColumns: try call.take("additional_columns"),
      keywords: try call.take("keywords"),
      extra: try call.extra())
  case "runtime.chat":
    return try await spice.runtimeOf(call).chat(
      model: try call.need("model"),
      messages: try call.need("messages"),
      temperature: try call.take("temperature"),
      maxTokens: try call.take("max_tokens"),
      extra: try call.extra())
  case "runtime.chat_stream":
    let pieces = try spice.runtimeOf(call).chatStream(
      model: try call.need("model"),
      messages: try call.need("messages"),
      temperature: try call.take("temperature"),
      maxTokens: try call.take("max_tokens"),
      extra: try call.extra())
    return try await call.all(pieces)
  case "runtime.ready":
    return try await spice.runtimeOf(call).ready()
  case "runtime.health":
    return try await spice.runtimeOf(call).health()
  case "runtime.datasets":
    return try await spice.runtimeOf(call).datasets()
  case "runtime.metrics":
    return try await spice.runtimeOf(call).metrics()
  case "client.health":
    return try await spice.health()
  case "client.limits":
    return try await spice.limits()
  case "client.whoami":
    return try await spice.whoami()
  case "client.require":
    return try await spice.require(try call.need("scopes"))
  case "client.plan":
    return try await spice.plan(
      desired: try call.need("desired"),
      prune: try call.take("prune"),
      values: try call.take("values"),
      fingerprints: try call.take("fingerprints"),
      fingerprintKey: try call.take("fingerprint_key"))
  case "client.apply":
    return try await spice.apply(
      document: try call.need("document"),
      values: try call.take("values"),
      fingerprintKey: try call.take("fingerprint_key"))
  case "client.doctor":
    return try await spice.doctor()
  case "client.request": return try await call.request(spice)
  default: throw Mistake("there is no call of the name \(call.operation)")
  }
}

/// The public names of all operations.
let operationNames = [
  "apps.list",
  "apps.find",
  "apps.create",
  "apps.get",
  "apps.update",
  "apps.update_if_unchanged",
  "apps.delete",
  "apps.metrics",
  "apps.resume",
  "apps.lint",
  "deployments.list",
  "deployments.create",
  "deployments.deploy",
  "deployments.get",
  "deployments.wait",
  "deployments.watch",
  "deployments.rollback",
  "secrets.list",
  "secrets.set",
  "secrets.set_many",
  "secrets.get",
  "secrets.delete",
  "secrets.drift",
  "api_keys.get",
  "api_keys.regenerate",
  "api_keys.rotate",
  "forks.list",
  "forks.create",
  "monitors.list",
  "monitors.create",
  "monitors.get",
  "monitors.update",
  "monitors.delete",
  "reactions.list",
  "reactions.create",
  "reactions.get",
  "reactions.update",
  "reactions.delete",
  "members.list",
  "members.add",
  "members.get",
  "members.update",
  "members.remove",
  "regions.list",
  "container_images.list",
  "orgs.list",
  "clusters.list",
  "runtime.sql",
  "runtime.search",
  "runtime.chat",
  "runtime.chat_stream",
  "runtime.ready",
  "runtime.health",
  "runtime.datasets",
  "runtime.metrics",
  "client.health",
  "client.limits",
  "client.whoami",
  "client.require",
  "client.plan",
  "client.apply",
  "client.doctor",
  "client.reconcile",
  "client.request",
]

extension ResourceQuantities: FromJSON {
  static func from(_ json: JSONValue) throws -> ResourceQuantities {
    try Call.part("ResourceQuantities", json) { rows, _ in try ResourceQuantities.read(&rows) }
  }
}

extension Resources: FromJSON {
  static func from(_ json: JSONValue) throws -> Resources {
    try Call.part("Resources", json) { rows, _ in try Resources.read(&rows) }
  }
}

extension Executor: FromJSON {
  static func from(_ json: JSONValue) throws -> Executor {
    try Call.part("Executor", json) { rows, _ in try Executor.read(&rows) }
  }
}

extension AlertTarget: FromJSON {
  static func from(_ json: JSONValue) throws -> AlertTarget {
    try Call.part("AlertTarget", json) { rows, _ in try AlertTarget.read(&rows) }
  }
}

extension MonitorSpec: FromJSON {
  static func from(_ json: JSONValue) throws -> MonitorSpec {
    try Call.part("MonitorSpec", json) { rows, _ in try MonitorSpec.read(&rows) }
  }
}

extension ReactionSpec: FromJSON {
  static func from(_ json: JSONValue) throws -> ReactionSpec {
    try Call.part("ReactionSpec", json) { rows, _ in try ReactionSpec.read(&rows) }
  }
}

extension Visibility: FromJSON {
  static func from(_ json: JSONValue) throws -> Visibility { Self(rawValue: try String.from(json)) }
}

extension UpdateChannel: FromJSON {
  static func from(_ json: JSONValue) throws -> UpdateChannel { Self(rawValue: try String.from(json)) }
}

extension ImageChannel: FromJSON {
  static func from(_ json: JSONValue) throws -> ImageChannel { Self(rawValue: try String.from(json)) }
}

extension DeploymentStatus: FromJSON {
  static func from(_ json: JSONValue) throws -> DeploymentStatus { Self(rawValue: try String.from(json)) }
}

extension DeploymentErrorCode: FromJSON {
  static func from(_ json: JSONValue) throws -> DeploymentErrorCode { Self(rawValue: try String.from(json)) }
}

extension MemberRole: FromJSON {
  static func from(_ json: JSONValue) throws -> MemberRole { Self(rawValue: try String.from(json)) }
}

extension MonitorTemplate: FromJSON {
  static func from(_ json: JSONValue) throws -> MonitorTemplate { Self(rawValue: try String.from(json)) }
}

extension ReactionTemplate: FromJSON {
  static func from(_ json: JSONValue) throws -> ReactionTemplate { Self(rawValue: try String.from(json)) }
}

extension AlertStatus: FromJSON {
  static func from(_ json: JSONValue) throws -> AlertStatus { Self(rawValue: try String.from(json)) }
}

extension Comparison: FromJSON {
  static func from(_ json: JSONValue) throws -> Comparison { Self(rawValue: try String.from(json)) }
}

extension AlertSeverity: FromJSON {
  static func from(_ json: JSONValue) throws -> AlertSeverity { Self(rawValue: try String.from(json)) }
}

extension TargetKind: FromJSON {
  static func from(_ json: JSONValue) throws -> TargetKind { Self(rawValue: try String.from(json)) }
}

extension RotationStep: FromJSON {
  static func from(_ json: JSONValue) throws -> RotationStep { Self(rawValue: try String.from(json)) }
}

extension ScopeSource: FromJSON {
  static func from(_ json: JSONValue) throws -> ScopeSource { Self(rawValue: try String.from(json)) }
}

extension CredentialKind: FromJSON {
  static func from(_ json: JSONValue) throws -> CredentialKind { Self(rawValue: try String.from(json)) }
}

extension PlannedAction: FromJSON {
  static func from(_ json: JSONValue) throws -> PlannedAction { Self(rawValue: try String.from(json)) }
}

extension CheckOutcome: FromJSON {
  static func from(_ json: JSONValue) throws -> CheckOutcome { Self(rawValue: try String.from(json)) }
}
