// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

// From the core's rows to what people get.

extension Health {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> Health {
    var fields = try row.fields()
    let status = try fields.required(0, "status", &row) { try $0.text() }
    let timestamp = try fields.time(1, "timestamp", &row)
    return Health(
      status: status,
      timestamp: timestamp,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension Limits {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> Limits {
    let fields = try row.fields()
    let apps = try fields.optional(0, &row) { try $0.int() }
    let replicas = try fields.optional(1, &row) { try $0.int() }
    let spicepods = try fields.optional(2, &row) { try $0.int() }
    let users = try fields.optional(3, &row) { try $0.int() }
    let apiRPS = try fields.optional(4, &row) { try $0.int() }
    let requestTimeoutSecs = try fields.optional(5, &row) { try $0.int() }
    let sqlQueryTimeoutSecs = try fields.optional(6, &row) { try $0.int() }
    return Limits(
      apps: apps,
      replicas: replicas,
      spicepods: spicepods,
      users: users,
      apiRPS: apiRPS,
      requestTimeoutSecs: requestTimeoutSecs,
      sqlQueryTimeoutSecs: sqlQueryTimeoutSecs,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension Region {
  static func read(_ row: inout Rows) throws -> Region {
    let fields = try row.fields()
    let name = try fields.required(0, "name", &row) { try $0.text() }
    let region = try fields.required(1, "region", &row) { try $0.text() }
    let cname = try fields.optional(2, &row) { try $0.text() }
    let provider = try fields.optional(3, &row) { try $0.text() }
    let providerName = try fields.optional(4, &row) { try $0.text() }
    let isDefault = try fields.optional(5, &row) { try $0.flag() }
    let disabled = try fields.optional(6, &row) { try $0.flag() }
    return Region(
      name: name,
      region: region,
      cname: cname,
      provider: provider,
      providerName: providerName,
      isDefault: isDefault,
      disabled: disabled,
      extra: try fields.others(&row)
    )
  }
}

extension Regions {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> Regions {
    let fields = try row.fields()
    let regions = try fields.list(0, &row) { try Region.read(&$0) }
    let `default` = try fields.optional(1, &row) { try $0.text() }
    return Regions(
      regions: regions,
      default: `default`,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension ContainerImage {
  static func read(_ row: inout Rows) throws -> ContainerImage {
    let fields = try row.fields()
    let name = try fields.optional(0, &row) { try $0.text() }
    let tag = try fields.required(1, "tag", &row) { try $0.text() }
    let channel = try fields.optional(2, &row) { ImageChannel(rawValue: try $0.text()) }
    return ContainerImage(
      name: name,
      tag: tag,
      channel: channel,
      extra: try fields.others(&row)
    )
  }
}

extension ContainerImages {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> ContainerImages {
    let fields = try row.fields()
    let images = try fields.list(0, &row) { try ContainerImage.read(&$0) }
    let `default` = try fields.optional(1, &row) { try $0.text() }
    return ContainerImages(
      images: images,
      default: `default`,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension Org {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> Org {
    let fields = try row.fields()
    let id = try fields.optional(0, &row) { try $0.int() }
    let name = try fields.required(1, "name", &row) { try $0.text() }
    let displayName = try fields.optional(2, &row) { try $0.text() }
    let role = try fields.optional(3, &row) { MemberRole(rawValue: try $0.text()) }
    return Org(
      id: id,
      name: name,
      displayName: displayName,
      role: role,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension Cluster {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> Cluster {
    var fields = try row.fields()
    let clusterName = try fields.required(0, "cluster_name", &row) { try $0.text() }
    let region = try fields.optional(1, &row) { try $0.text() }
    let cloudProvider = try fields.optional(2, &row) { try $0.text() }
    let endpoint = try fields.optional(3, &row) { try $0.text() }
    let createdAt = try fields.time(4, "created_at", &row)
    let updatedAt = try fields.time(5, "updated_at", &row)
    return Cluster(
      clusterName: clusterName,
      region: region,
      cloudProvider: cloudProvider,
      endpoint: endpoint,
      createdAt: createdAt,
      updatedAt: updatedAt,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension ResourceQuantities {
  static func read(_ row: inout Rows) throws -> ResourceQuantities {
    let fields = try row.fields()
    let cpu = try fields.optional(0, &row) { try $0.text() }
    let memory = try fields.optional(1, &row) { try $0.text() }
    let ephemeralStorage = try fields.optional(2, &row) { try $0.text() }
    return ResourceQuantities(
      cpu: cpu,
      memory: memory,
      ephemeralStorage: ephemeralStorage,
      extra: try fields.others(&row)
    )
  }
}

extension Resources {
  static func read(_ row: inout Rows) throws -> Resources {
    let fields = try row.fields()
    let limits = try fields.optional(0, &row) { try ResourceQuantities.read(&$0) }
    let requests = try fields.optional(1, &row) { try ResourceQuantities.read(&$0) }
    return Resources(
      limits: limits,
      requests: requests,
      extra: try fields.others(&row)
    )
  }
}

extension Executor {
  static func read(_ row: inout Rows) throws -> Executor {
    let fields = try row.fields()
    let replicas = try fields.optional(0, &row) { try $0.int() }
    let resources = try fields.optional(1, &row) { try Resources.read(&$0) }
    let storageSizeGB = try fields.optional(2, &row) { try $0.double() }
    return Executor(
      replicas: replicas,
      resources: resources,
      storageSizeGB: storageSizeGB,
      extra: try fields.others(&row)
    )
  }
}

extension AppConfig {
  static func read(_ row: inout Rows) throws -> AppConfig {
    let fields = try row.fields()
    let spicepod = try fields.optional(0, &row) { try $0.json() }
    let registry = try fields.optional(1, &row) { try $0.text() }
    let image = try fields.optional(2, &row) { try $0.text() }
    let imageTag = try fields.optional(3, &row) { try $0.text() }
    let updateChannel = try fields.optional(4, &row) { UpdateChannel(rawValue: try $0.text()) }
    let version = try fields.optional(5, &row) { try $0.text() }
    let replicas = try fields.optional(6, &row) { try $0.int() }
    let resources = try fields.optional(7, &row) { try Resources.read(&$0) }
    let executor = try fields.optional(8, &row) { try Executor.read(&$0) }
    let region = try fields.optional(9, &row) { try $0.text() }
    let clusterName = try fields.optional(10, &row) { try $0.text() }
    let nodeGroup = try fields.optional(11, &row) { try $0.text() }
    let storageSizeGB = try fields.optional(12, &row) { try $0.double() }
    let storageClaimSizeGB = try fields.optional(13, &row) { try $0.double() }
    return AppConfig(
      spicepod: spicepod,
      registry: registry,
      image: image,
      imageTag: imageTag,
      updateChannel: updateChannel,
      version: version,
      replicas: replicas,
      resources: resources,
      executor: executor,
      region: region,
      clusterName: clusterName,
      nodeGroup: nodeGroup,
      storageSizeGB: storageSizeGB,
      storageClaimSizeGB: storageClaimSizeGB,
      extra: try fields.others(&row)
    )
  }
}

extension ForkSource {
  static func read(_ row: inout Rows) throws -> ForkSource {
    let fields = try row.fields()
    let id = try fields.optional(0, &row) { try $0.int() }
    let name = try fields.optional(1, &row) { try $0.text() }
    return ForkSource(
      id: id,
      name: name,
      extra: try fields.others(&row)
    )
  }
}

extension App {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> App {
    var fields = try row.fields()
    let id = try fields.required(0, "id", &row) { try $0.int() }
    let name = try fields.required(1, "name", &row) { try $0.text() }
    let description = try fields.optional(2, &row) { try $0.text() }
    let visibility = try fields.optional(3, &row) { Visibility(rawValue: try $0.text()) }
    let createdAt = try fields.time(4, "created_at", &row)
    let region = try fields.optional(5, &row) { try $0.text() }
    let cname = try fields.optional(6, &row) { try $0.text() }
    let clusterID = try fields.optional(7, &row) { try $0.text() }
    let clusterName = try fields.optional(8, &row) { try $0.text() }
    let endpoint = try fields.optional(9, &row) { try $0.text() }
    let productionBranch = try fields.optional(10, &row) { try $0.text() }
    let apiKey = try fields.optional(11, &row) { Secret(try $0.text()) }
    let tags = try fields.map(12, &row) { try $0.text() }
    let warning = try fields.optional(13, &row) { try $0.text() }
    let forkedFrom = try fields.optional(14, &row) { try ForkSource.read(&$0) }
    let config = try fields.optional(15, &row) { try AppConfig.read(&$0) }
    let sharedState = try fields.optional(16, &row) { try $0.json() }
    return App(
      id: id,
      name: name,
      description: description,
      visibility: visibility,
      createdAt: createdAt,
      region: region,
      cname: cname,
      clusterID: clusterID,
      clusterName: clusterName,
      endpoint: endpoint,
      productionBranch: productionBranch,
      apiKey: apiKey,
      tags: tags,
      warning: warning,
      forkedFrom: forkedFrom,
      config: config,
      sharedState: sharedState,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension ResumedApp {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> ResumedApp {
    let fields = try row.fields()
    let deploymentID = try fields.optional(0, &row) { try $0.int() }
    return ResumedApp(
      deploymentID: deploymentID,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension InstanceMetrics {
  static func read(_ row: inout Rows) throws -> InstanceMetrics {
    let fields = try row.fields()
    let cpuUsagePercent = try fields.optional(0, &row) { try $0.double() }
    let memoryUsageBytes = try fields.optional(1, &row) { try $0.double() }
    let diskReadBytes = try fields.optional(2, &row) { try $0.double() }
    let diskReadOperations = try fields.optional(3, &row) { try $0.double() }
    let diskWriteBytes = try fields.optional(4, &row) { try $0.double() }
    let diskWriteOperations = try fields.optional(5, &row) { try $0.double() }
    return InstanceMetrics(
      cpuUsagePercent: cpuUsagePercent,
      memoryUsageBytes: memoryUsageBytes,
      diskReadBytes: diskReadBytes,
      diskReadOperations: diskReadOperations,
      diskWriteBytes: diskWriteBytes,
      diskWriteOperations: diskWriteOperations,
      extra: try fields.others(&row)
    )
  }
}

extension IngestionMetrics {
  static func read(_ row: inout Rows) throws -> IngestionMetrics {
    let fields = try row.fields()
    let rowsIngested = try fields.optional(0, &row) { try $0.double() }
    let bytesIngested = try fields.optional(1, &row) { try $0.double() }
    return IngestionMetrics(
      rowsIngested: rowsIngested,
      bytesIngested: bytesIngested,
      extra: try fields.others(&row)
    )
  }
}

extension ClusterMetrics {
  static func read(_ row: inout Rows) throws -> ClusterMetrics {
    let fields = try row.fields()
    let activeExecutorsCount = try fields.optional(0, &row) { try $0.double() }
    return ClusterMetrics(
      activeExecutorsCount: activeExecutorsCount,
      extra: try fields.others(&row)
    )
  }
}

extension AppMetrics {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> AppMetrics {
    let fields = try row.fields()
    let metrics = try fields.map(0, &row) { try InstanceMetrics.read(&$0) }
    let ingestion = try fields.optional(1, &row) { try IngestionMetrics.read(&$0) }
    let cluster = try fields.optional(2, &row) { try ClusterMetrics.read(&$0) }
    return AppMetrics(
      metrics: metrics,
      ingestion: ingestion,
      cluster: cluster,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension Deployment {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> Deployment {
    var fields = try row.fields()
    let id = try fields.required(0, "id", &row) { try $0.int() }
    let status = try fields.required(1, "status", &row) { DeploymentStatus(rawValue: try $0.text()) }
    let createdAt = try fields.time(2, "created_at", &row)
    let startedAt = try fields.time(3, "started_at", &row)
    let updatedAt = try fields.time(4, "updated_at", &row)
    let finishedAt = try fields.time(5, "finished_at", &row)
    let image = try fields.optional(6, &row) { try $0.text() }
    let imageTag = try fields.optional(7, &row) { try $0.text() }
    let channel = try fields.optional(8, &row) { UpdateChannel(rawValue: try $0.text()) }
    let replicas = try fields.optional(9, &row) { try $0.int() }
    let branch = try fields.optional(10, &row) { try $0.text() }
    let commitSHA = try fields.optional(11, &row) { try $0.text() }
    let commitMessage = try fields.optional(12, &row) { try $0.text() }
    let debug = try fields.optional(13, &row) { try $0.flag() }
    let errorCode = try fields.optional(14, &row) { DeploymentErrorCode(rawValue: try $0.text()) }
    let errorMessage = try fields.optional(15, &row) { try $0.text() }
    let creationSource = try fields.optional(16, &row) { try $0.text() }
    let createdBy = try fields.optional(17, &row) { try $0.json() }
    return Deployment(
      id: id,
      status: status,
      createdAt: createdAt,
      startedAt: startedAt,
      updatedAt: updatedAt,
      finishedAt: finishedAt,
      image: image,
      imageTag: imageTag,
      channel: channel,
      replicas: replicas,
      branch: branch,
      commitSHA: commitSHA,
      commitMessage: commitMessage,
      debug: debug,
      errorCode: errorCode,
      errorMessage: errorMessage,
      creationSource: creationSource,
      createdBy: createdBy,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension AppSecret {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> AppSecret {
    var fields = try row.fields()
    let id = try fields.optional(0, &row) { try $0.int() }
    let name = try fields.required(1, "name", &row) { try $0.text() }
    let value = try fields.optional(2, &row) { try $0.text() }
    let createdAt = try fields.time(3, "created_at", &row)
    let updatedAt = try fields.time(4, "updated_at", &row)
    return AppSecret(
      id: id,
      name: name,
      value: value,
      createdAt: createdAt,
      updatedAt: updatedAt,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension ApiKeys {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> ApiKeys {
    let fields = try row.fields()
    let apiKey = try fields.optional(0, &row) { Secret(try $0.text()) }
    let apiKey2 = try fields.optional(1, &row) { Secret(try $0.text()) }
    let regeneratedKey = try fields.optional(2, &row) { try $0.int() }
    return ApiKeys(
      apiKey: apiKey,
      apiKey2: apiKey2,
      regeneratedKey: regeneratedKey,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension AlertTarget {
  static func read(_ row: inout Rows) throws -> AlertTarget {
    let fields = try row.fields()
    let kind = try fields.optional(0, &row) { TargetKind(rawValue: try $0.text()) }
    let emails = try fields.optional(1, &row) { try $0.list { try $0.text() } }
    let channelID = try fields.optional(2, &row) { try $0.text() }
    let url = try fields.optional(3, &row) { try $0.text() }
    let method = try fields.optional(4, &row) { try $0.text() }
    let token = try fields.optional(5, &row) { Secret(try $0.text()) }
    return AlertTarget(
      kind: kind,
      emails: emails,
      channelID: channelID,
      url: url,
      method: method,
      token: token,
      extra: try fields.others(&row)
    )
  }
}

extension MonitorSpec {
  static func read(_ row: inout Rows) throws -> MonitorSpec {
    let fields = try row.fields()
    let op = try fields.optional(0, &row) { Comparison(rawValue: try $0.text()) }
    let threshold = try fields.optional(1, &row) { try $0.double() }
    let window = try fields.optional(2, &row) { try $0.text() }
    let sustainSecs = try fields.optional(3, &row) { try $0.int() }
    let severity = try fields.optional(4, &row) { AlertSeverity(rawValue: try $0.text()) }
    let dataset = try fields.optional(5, &row) { try $0.text() }
    let datasets = try fields.optional(6, &row) { try $0.list { try $0.text() } }
    let includeDetails = try fields.optional(7, &row) { try $0.flag() }
    return MonitorSpec(
      op: op,
      threshold: threshold,
      window: window,
      sustainSecs: sustainSecs,
      severity: severity,
      dataset: dataset,
      datasets: datasets,
      includeDetails: includeDetails,
      extra: try fields.others(&row)
    )
  }
}

extension ReactionSpec {
  static func read(_ row: inout Rows) throws -> ReactionSpec {
    let fields = try row.fields()
    let op = try fields.optional(0, &row) { Comparison(rawValue: try $0.text()) }
    let threshold = try fields.optional(1, &row) { try $0.double() }
    let dataset = try fields.optional(2, &row) { try $0.text() }
    let datasets = try fields.optional(3, &row) { try $0.list { try $0.text() } }
    let column = try fields.optional(4, &row) { try $0.text() }
    let value = try fields.optional(5, &row) { try $0.json() }
    let conditions = try fields.optional(6, &row) { try $0.list { try $0.json() } }
    let query = try fields.optional(7, &row) { try $0.text() }
    let queryLanguage = try fields.optional(8, &row) { try $0.text() }
    let model = try fields.optional(9, &row) { try $0.text() }
    let includeDetails = try fields.optional(10, &row) { try $0.flag() }
    return ReactionSpec(
      op: op,
      threshold: threshold,
      dataset: dataset,
      datasets: datasets,
      column: column,
      value: value,
      conditions: conditions,
      query: query,
      queryLanguage: queryLanguage,
      model: model,
      includeDetails: includeDetails,
      extra: try fields.others(&row)
    )
  }
}

extension Monitor {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> Monitor {
    var fields = try row.fields()
    let id = try fields.required(0, "id", &row) { try $0.text() }
    let name = try fields.required(1, "name", &row) { try $0.text() }
    let description = try fields.optional(2, &row) { try $0.text() }
    let status = try fields.optional(3, &row) { AlertStatus(rawValue: try $0.text()) }
    let templateID = try fields.optional(4, &row) { MonitorTemplate(rawValue: try $0.text()) }
    let spec = try fields.optional(5, &row) { try MonitorSpec.read(&$0) }
    let targets = try fields.list(6, &row) { try AlertTarget.read(&$0) }
    let recipientUserIds = try fields.list(7, &row) { try $0.int() }
    let lastFiredAt = try fields.time(8, "last_fired_at", &row)
    let lastResolvedAt = try fields.time(9, "last_resolved_at", &row)
    let evaluationUnavailableReason = try fields.optional(10, &row) { try $0.text() }
    return Monitor(
      id: id,
      name: name,
      description: description,
      status: status,
      templateID: templateID,
      spec: spec,
      targets: targets,
      recipientUserIds: recipientUserIds,
      lastFiredAt: lastFiredAt,
      lastResolvedAt: lastResolvedAt,
      evaluationUnavailableReason: evaluationUnavailableReason,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension Reaction {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> Reaction {
    var fields = try row.fields()
    let id = try fields.required(0, "id", &row) { try $0.text() }
    let name = try fields.required(1, "name", &row) { try $0.text() }
    let description = try fields.optional(2, &row) { try $0.text() }
    let status = try fields.optional(3, &row) { AlertStatus(rawValue: try $0.text()) }
    let templateID = try fields.optional(4, &row) { ReactionTemplate(rawValue: try $0.text()) }
    let spec = try fields.optional(5, &row) { try ReactionSpec.read(&$0) }
    let targets = try fields.list(6, &row) { try AlertTarget.read(&$0) }
    let recipientUserIds = try fields.list(7, &row) { try $0.int() }
    let lastFiredAt = try fields.time(8, "last_fired_at", &row)
    let lastResolvedAt = try fields.time(9, "last_resolved_at", &row)
    return Reaction(
      id: id,
      name: name,
      description: description,
      status: status,
      templateID: templateID,
      spec: spec,
      targets: targets,
      recipientUserIds: recipientUserIds,
      lastFiredAt: lastFiredAt,
      lastResolvedAt: lastResolvedAt,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension Member {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> Member {
    var fields = try row.fields()
    let userID = try fields.required(0, "user_id", &row) { try $0.int() }
    let username = try fields.required(1, "username", &row) { try $0.text() }
    let roles = try fields.list(2, &row) { MemberRole(rawValue: try $0.text()) }
    let isOwner = try fields.optional(3, &row) { try $0.flag() }
    let createdAt = try fields.time(4, "created_at", &row)
    return Member(
      userID: userID,
      username: username,
      roles: roles,
      isOwner: isOwner,
      createdAt: createdAt,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension SecretReference {
  static func read(_ row: inout Rows) throws -> SecretReference {
    let fields = try row.fields()
    let name = try fields.required(0, "name", &row) { try $0.text() }
    let place = try fields.required(1, "place", &row) { try $0.text() }
    return SecretReference(
      name: name,
      place: place,
      extra: try fields.others(&row)
    )
  }
}

extension SpicepodReport {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> SpicepodReport {
    let fields = try row.fields()
    let ok = try fields.required(0, "ok", &row) { try $0.flag() }
    let references = try fields.list(1, &row) { try SecretReference.read(&$0) }
    let missing = try fields.list(2, &row) { try $0.text() }
    let unused = try fields.list(3, &row) { try $0.text() }
    return SpicepodReport(
      ok: ok,
      references: references,
      missing: missing,
      unused: unused,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension SecretDrift {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> SecretDrift {
    let fields = try row.fields()
    let ok = try fields.required(0, "ok", &row) { try $0.flag() }
    let changed = try fields.list(1, &row) { try AppSecret.read(&$0) }
    let deployment = try fields.optional(2, &row) { try Deployment.read(&$0) }
    let unknown = try fields.list(3, &row) { try $0.text() }
    return SecretDrift(
      ok: ok,
      changed: changed,
      deployment: deployment,
      unknown: unknown,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension RotationEvent {
  static func read(_ row: inout Rows) throws -> RotationEvent {
    let fields = try row.fields()
    let step = try fields.required(0, "step", &row) { RotationStep(rawValue: try $0.text()) }
    let slot = try fields.required(1, "slot", &row) { try $0.int() }
    let journal = try fields.required(2, "journal", &row) { try $0.text() }
    return RotationEvent(
      step: step,
      slot: slot,
      journal: journal,
      extra: try fields.others(&row)
    )
  }
}

extension RotationReport {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> RotationReport {
    let fields = try row.fields()
    let keys = try fields.required(0, "keys", &row) { try ApiKeys.read(&$0) }
    let journal = try fields.required(1, "journal", &row) { try $0.text() }
    return RotationReport(
      keys: keys,
      journal: journal,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension ScopeReport {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> ScopeReport {
    let fields = try row.fields()
    let granted = try fields.list(0, &row) { try $0.text() }
    let unknown = try fields.list(1, &row) { try $0.text() }
    let source = try fields.required(2, "source", &row) { ScopeSource(rawValue: try $0.text()) }
    return ScopeReport(
      granted: granted,
      unknown: unknown,
      source: source,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension Identity {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> Identity {
    var fields = try row.fields()
    let credential = try fields.required(0, "credential", &row) { CredentialKind(rawValue: try $0.text()) }
    let org = try fields.optional(1, &row) { try $0.text() }
    let orgs = try fields.list(2, &row) { try Org.read(&$0) }
    let scopes = try fields.list(3, &row) { try $0.text() }
    let refused = try fields.list(4, &row) { try $0.text() }
    let source = try fields.required(5, "source", &row) { ScopeSource(rawValue: try $0.text()) }
    let expiresAt = try fields.time(6, "expires_at", &row)
    return Identity(
      credential: credential,
      org: org,
      orgs: orgs,
      scopes: scopes,
      refused: refused,
      source: source,
      expiresAt: expiresAt,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension PlannedChange {
  static func read(_ row: inout Rows) throws -> PlannedChange {
    let fields = try row.fields()
    let action = try fields.required(0, "action", &row) { PlannedAction(rawValue: try $0.text()) }
    let target = try fields.required(1, "target", &row) { try $0.text() }
    let text = try fields.required(2, "text", &row) { try $0.text() }
    return PlannedChange(
      action: action,
      target: target,
      text: text,
      extra: try fields.others(&row)
    )
  }
}

extension Plan {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> Plan {
    let fields = try row.fields()
    let isEmpty = try fields.required(0, "is_empty", &row) { try $0.flag() }
    let changes = try fields.list(1, &row) { try PlannedChange.read(&$0) }
    let warnings = try fields.list(2, &row) { try $0.text() }
    let text = try fields.required(3, "text", &row) { try $0.text() }
    let document = try fields.required(4, "document", &row) { try $0.text() }
    return Plan(
      isEmpty: isEmpty,
      changes: changes,
      warnings: warnings,
      text: text,
      document: document,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension AppliedPlan {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> AppliedPlan {
    let fields = try row.fields()
    let app = try fields.optional(0, &row) { try App.read(&$0) }
    let changes = try fields.list(1, &row) { try PlannedChange.read(&$0) }
    let deployment = try fields.optional(2, &row) { try Deployment.read(&$0) }
    let fingerprints = try fields.required(3, "fingerprints", &row) { try $0.text() }
    return AppliedPlan(
      app: app,
      changes: changes,
      deployment: deployment,
      fingerprints: fingerprints,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension Check {
  static func read(_ row: inout Rows) throws -> Check {
    let fields = try row.fields()
    let name = try fields.required(0, "name", &row) { try $0.text() }
    let outcome = try fields.required(1, "outcome", &row) { CheckOutcome(rawValue: try $0.text()) }
    let detail = try fields.required(2, "detail", &row) { try $0.text() }
    let hint = try fields.optional(3, &row) { try $0.text() }
    return Check(
      name: name,
      outcome: outcome,
      detail: detail,
      hint: hint,
      extra: try fields.others(&row)
    )
  }
}

extension Diagnosis {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> Diagnosis {
    let fields = try row.fields()
    let ok = try fields.required(0, "ok", &row) { try $0.flag() }
    let checks = try fields.list(1, &row) { try Check.read(&$0) }
    let text = try fields.required(2, "text", &row) { try $0.text() }
    return Diagnosis(
      ok: ok,
      checks: checks,
      text: text,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension SqlResult {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> SqlResult {
    let fields = try row.fields()
    let rowCount = try fields.required(0, "row_count", &row) { try $0.int() }
    let rows = try fields.list(1, &row) { try $0.json() }
    let schema = try fields.optional(2, &row) { try $0.json() }
    let executionTimeMs = try fields.optional(3, &row) { try $0.double() }
    return SqlResult(
      rowCount: rowCount,
      rows: rows,
      schema: schema,
      executionTimeMs: executionTimeMs,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension SearchHit {
  static func read(_ row: inout Rows) throws -> SearchHit {
    let fields = try row.fields()
    let dataset = try fields.optional(0, &row) { try $0.text() }
    let score = try fields.optional(1, &row) { try $0.double() }
    let matches = try fields.optional(2, &row) { try $0.json() }
    let primaryKey = try fields.optional(3, &row) { try $0.json() }
    let data = try fields.optional(4, &row) { try $0.json() }
    let metadata = try fields.optional(5, &row) { try $0.json() }
    return SearchHit(
      dataset: dataset,
      score: score,
      matches: matches,
      primaryKey: primaryKey,
      data: data,
      metadata: metadata,
      extra: try fields.others(&row)
    )
  }
}

extension SearchResult {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> SearchResult {
    let fields = try row.fields()
    let results = try fields.list(0, &row) { try SearchHit.read(&$0) }
    let durationMs = try fields.optional(1, &row) { try $0.double() }
    return SearchResult(
      results: results,
      durationMs: durationMs,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension ChatCompletion {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> ChatCompletion {
    let fields = try row.fields()
    let id = try fields.optional(0, &row) { try $0.text() }
    let model = try fields.optional(1, &row) { try $0.text() }
    let content = try fields.optional(2, &row) { try $0.text() }
    let choices = try fields.list(3, &row) { try $0.json() }
    let usage = try fields.optional(4, &row) { try $0.json() }
    return ChatCompletion(
      id: id,
      model: model,
      content: content,
      choices: choices,
      usage: usage,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension ChatChunk {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> ChatChunk {
    let fields = try row.fields()
    let id = try fields.optional(0, &row) { try $0.text() }
    let model = try fields.optional(1, &row) { try $0.text() }
    let content = try fields.optional(2, &row) { try $0.text() }
    let choices = try fields.list(3, &row) { try $0.json() }
    return ChatChunk(
      id: id,
      model: model,
      content: content,
      choices: choices,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension RuntimeStatus {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> RuntimeStatus {
    let fields = try row.fields()
    let ok = try fields.required(0, "ok", &row) { try $0.flag() }
    let status = try fields.required(1, "status", &row) { try $0.int() }
    let text = try fields.required(2, "text", &row) { try $0.text() }
    return RuntimeStatus(
      ok: ok,
      status: status,
      text: text,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension RuntimeDataset {
  static func read(_ row: inout Rows) throws -> RuntimeDataset {
    let fields = try row.fields()
    let name = try fields.required(0, "name", &row) { try $0.text() }
    let source = try fields.optional(1, &row) { try $0.text() }
    let status = try fields.optional(2, &row) { try $0.text() }
    let errorMessage = try fields.optional(3, &row) { try $0.text() }
    return RuntimeDataset(
      name: name,
      source: source,
      status: status,
      errorMessage: errorMessage,
      extra: try fields.others(&row)
    )
  }
}

extension RuntimeDatasets {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> RuntimeDatasets {
    let fields = try row.fields()
    let ready = try fields.required(0, "ready", &row) { try $0.flag() }
    let datasets = try fields.list(1, &row) { try RuntimeDataset.read(&$0) }
    return RuntimeDatasets(
      ready: ready,
      datasets: datasets,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}

extension MetricSample {
  static func read(_ row: inout Rows) throws -> MetricSample {
    let fields = try row.fields()
    let name = try fields.required(0, "name", &row) { try $0.text() }
    let labels = try fields.map(1, &row) { try $0.text() }
    let value = try fields.required(2, "value", &row) { try $0.double() }
    return MetricSample(
      name: name,
      labels: labels,
      value: value,
      extra: try fields.others(&row)
    )
  }
}

extension RuntimeMetrics {
  static func read(_ row: inout Rows, _ meta: Meta = Meta()) throws -> RuntimeMetrics {
    let fields = try row.fields()
    let text = try fields.required(0, "text", &row) { try $0.text() }
    let samples = try fields.list(1, &row) { try MetricSample.read(&$0) }
    return RuntimeMetrics(
      text: text,
      samples: samples,
      extra: try fields.others(&row),
      aside: Aside(value: meta)
    )
  }
}
