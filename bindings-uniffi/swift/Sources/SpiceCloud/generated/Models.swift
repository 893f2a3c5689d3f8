// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

import Foundation

// What the API answers with, the parts of it that people build too, and what stands for it.

/// What stands for an `App`: the object itself, or its number.
public protocol AppReference: Sendable {
  /// For the SDK only.
  var _appID: Int { get }
}

extension Int: AppReference {
  /// For the SDK only.
  public var _appID: Int { self }
}

extension App: AppReference {
  /// For the SDK only.
  public var _appID: Int { id }
}

/// What stands for a `Deployment`: the object itself, or its number.
public protocol DeploymentReference: Sendable {
  /// For the SDK only.
  var _deploymentID: Int { get }
}

extension Int: DeploymentReference {
  /// For the SDK only.
  public var _deploymentID: Int { self }
}

extension Deployment: DeploymentReference {
  /// For the SDK only.
  public var _deploymentID: Int { id }
}

/// What stands for a `Member`: the object itself, or its number.
public protocol UserReference: Sendable {
  /// For the SDK only.
  var _userID: Int { get }
}

extension Int: UserReference {
  /// For the SDK only.
  public var _userID: Int { self }
}

extension Member: UserReference {
  /// For the SDK only.
  public var _userID: Int { userID }
}

/// Whether the API answers.
public struct Health: Sendable, Hashable {
  /// `ok` when healthy.
  public let status: String
  /// The server's time.
  public let timestamp: Date?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// What the organization's plan allows. Members that the documents do not name are kept as extra
/// fields.
public struct Limits: Sendable, Hashable {
  /// How many apps.
  public let apps: Int?
  /// How many replicas.
  public let replicas: Int?
  /// How many spicepods.
  public let spicepods: Int?
  /// How many users; -1 means no limit.
  public let users: Int?
  /// API requests per second.
  public let apiRPS: Int?
  /// Limit of one request, in seconds.
  public let requestTimeoutSecs: Int?
  /// Limit of one SQL query, in seconds.
  public let sqlQueryTimeoutSecs: Int?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// A place where apps can run.
public struct Region: Sendable, Hashable {
  /// Display name, such as `US West`.
  public let name: String
  /// Identifier to pass when an app is created, such as `us-west-2`.
  public let region: String
  /// Internal name whose host is `https://<cname>.spiceai.io`; older documents want it instead of
  /// `region`.
  public let cname: String?
  /// Cloud provider, such as `aws`.
  public let provider: String?
  /// Display name of the provider.
  public let providerName: String?
  /// Whether apps without a region go here.
  public let isDefault: Bool?
  /// Whether new apps are refused here.
  public let disabled: Bool?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
}

/// The regions and which of them is the default.
public struct Regions: Sendable, Hashable {
  /// Every region that the organization may use.
  public let regions: [Region]
  /// Identifier of the default region.
  public let `default`: String?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// A published build of the Spice runtime.
public struct ContainerImage: Sendable, Hashable {
  /// Full image name.
  public let name: String?
  /// Tag to pass as `imageTag`.
  public let tag: String
  /// The channel of a container image.
  public let channel: ImageChannel?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
}

/// The images of a channel and which of them is the default.
public struct ContainerImages: Sendable, Hashable {
  /// Images, newest first.
  public let images: [ContainerImage]
  /// Tag of the default image.
  public let `default`: String?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// An organization that the caller belongs to.
public struct Org: Sendable, Hashable {
  /// Identifier.
  public let id: Int?
  /// Handle; what the `X-Org-Name` header takes.
  public let name: String
  /// Display name; only tolerated by a vendor client, not documented.
  public let displayName: String?
  /// A role in an organization.
  public let role: MemberRole?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// A dedicated cluster of the organization.
public struct Cluster: Sendable, Hashable {
  /// Name to pass as `clusterName` when an app is created.
  public let clusterName: String
  /// Region of the cluster.
  public let region: String?
  /// Cloud provider.
  public let cloudProvider: String?
  /// Data-plane address.
  public let endpoint: String?
  /// When it was created.
  public let createdAt: Date?
  /// When it was last changed.
  public let updatedAt: Date?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// Amounts in Kubernetes notation.
public struct ResourceQuantities: Sendable, Hashable {
  /// CPU, such as `2` or `500m`.
  public let cpu: String?
  /// Memory, such as `16Gi`.
  public let memory: String?
  /// Scratch storage, such as `10Gi`.
  public let ephemeralStorage: String?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]

  /// Amounts in Kubernetes notation.
  public init(
    cpu: String? = nil,
    memory: String? = nil,
    ephemeralStorage: String? = nil,
    extra: [String: JSONValue] = [:]
  ) {
    self.cpu = cpu
    self.memory = memory
    self.ephemeralStorage = ephemeralStorage
    self.extra = extra
  }
}

extension ResourceQuantities: WirePart {
  var wire: [String: JSONValue] {
    wireMembers(
      [
        ("cpu", cpu.map { JSONValue($0) }),
        ("memory", memory.map { JSONValue($0) }),
        ("ephemeral-storage", ephemeralStorage.map { JSONValue($0) }),
      ], extra)
  }
}

/// What one replica may use.
public struct Resources: Sendable, Hashable {
  /// Amounts in Kubernetes notation.
  public let limits: ResourceQuantities?
  /// Amounts in Kubernetes notation.
  public let requests: ResourceQuantities?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]

  /// What one replica may use.
  public init(
    limits: ResourceQuantities? = nil,
    requests: ResourceQuantities? = nil,
    extra: [String: JSONValue] = [:]
  ) {
    self.limits = limits
    self.requests = requests
    self.extra = extra
  }
}

extension Resources: WirePart {
  var wire: [String: JSONValue] {
    wireMembers(
      [
        ("limits", limits.map { JSONValue($0) }),
        ("requests", requests.map { JSONValue($0) }),
      ], extra)
  }
}

/// Executors of a distributed app.
public struct Executor: Sendable, Hashable {
  /// How many executors.
  public let replicas: Int?
  /// What one replica may use.
  public let resources: Resources?
  /// Storage of each executor, in gigabytes.
  public let storageSizeGB: Double?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]

  /// Executors of a distributed app.
  public init(
    replicas: Int? = nil,
    resources: Resources? = nil,
    storageSizeGB: Double? = nil,
    extra: [String: JSONValue] = [:]
  ) {
    self.replicas = replicas
    self.resources = resources
    self.storageSizeGB = storageSizeGB
    self.extra = extra
  }
}

extension Executor: WirePart {
  var wire: [String: JSONValue] {
    wireMembers(
      [
        ("replicas", replicas.map { JSONValue($0) }),
        ("resources", resources.map { JSONValue($0) }),
        ("storage_size_gb", storageSizeGB.map { JSONValue($0) }),
      ], extra)
  }
}

/// How an app runs. Answers nest it; requests take its members flat.
public struct AppConfig: Sendable, Hashable {
  /// The manifest: an object, or YAML text as it was sent.
  public let spicepod: JSONValue?
  /// Image registry.
  public let registry: String?
  /// Image name.
  public let image: String?
  /// Pinned runtime version; nothing when the channel decides.
  public let imageTag: String?
  /// Stream of releases that the app follows.
  public let updateChannel: UpdateChannel?
  /// Runtime version range, such as `2.x`.
  public let version: String?
  /// How many replicas.
  public let replicas: Int?
  /// What one replica may use.
  public let resources: Resources?
  /// Executors of a distributed app.
  public let executor: Executor?
  /// Region that the app runs in.
  public let region: String?
  /// Dedicated cluster that the app runs on.
  public let clusterName: String?
  /// Node group.
  public let nodeGroup: String?
  /// Persistent storage, in gigabytes.
  public let storageSizeGB: Double?
  /// Older name of `storageSizeGB`.
  public let storageClaimSizeGB: Double?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
}

/// The app that an app was forked from.
public struct ForkSource: Sendable, Hashable {
  /// Identifier.
  public let id: Int?
  /// Name.
  public let name: String?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
}

/// A Spice app (called a project since Aug 2026). Lists leave `config` out.
public struct App: Sendable, Hashable {
  /// Identifier.
  public let id: Int
  /// Name, unique in the organization whatever the case.
  public let name: String
  /// Free text.
  public let description: String?
  /// Who may see an app.
  public let visibility: Visibility?
  /// When it was created. An app whose name had been deleted before may come back with its old
  /// time.
  public let createdAt: Date?
  /// Region that the app runs in.
  public let region: String?
  /// Internal name of the region's data host.
  public let cname: String?
  /// Identifier of the dedicated cluster.
  public let clusterID: String?
  /// Dedicated cluster.
  public let clusterName: String?
  /// Data-plane address of the app (2026).
  public let endpoint: String?
  /// Git branch that production follows.
  public let productionBranch: String?
  /// Primary runtime key; older servers put it here.
  public let apiKey: Secret?
  /// Free key-value pairs.
  public let tags: [String: String]
  /// Set when the app was created but its first configuration was not applied.
  public let warning: String?
  /// The app that this one was forked from.
  public let forkedFrom: ForkSource?
  /// How the app runs; absent from lists.
  public let config: AppConfig?
  /// What a fork has in common with the app that it was forked from, such as a replication slot;
  /// only in the answer that made the fork.
  public let sharedState: JSONValue?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// What came of resuming an app.
public struct ResumedApp: Sendable, Hashable {
  /// Identifier of the deployment that was started.
  public let deploymentID: Int?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// Load of one instance. Figures without data are absent.
public struct InstanceMetrics: Sendable, Hashable {
  /// CPU, in percent.
  public let cpuUsagePercent: Double?
  /// Memory, in bytes.
  public let memoryUsageBytes: Double?
  /// Disk reads, in bytes.
  public let diskReadBytes: Double?
  /// Disk reads.
  public let diskReadOperations: Double?
  /// Disk writes, in bytes.
  public let diskWriteBytes: Double?
  /// Disk writes.
  public let diskWriteOperations: Double?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
}

/// What was ingested. With a window these are rates per second.
public struct IngestionMetrics: Sendable, Hashable {
  /// Rows.
  public let rowsIngested: Double?
  /// Bytes.
  public let bytesIngested: Double?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
}

/// A distributed app's executors.
public struct ClusterMetrics: Sendable, Hashable {
  /// Executors at work.
  public let activeExecutorsCount: Double?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
}

/// Load and ingestion of an app; may be partial.
public struct AppMetrics: Sendable, Hashable {
  /// Load, by instance.
  public let metrics: [String: InstanceMetrics]
  /// What was ingested.
  public let ingestion: IngestionMetrics?
  /// A distributed app's executors.
  public let cluster: ClusterMetrics?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// One roll-out of an app.
public struct Deployment: Sendable, Hashable {
  /// Identifier; grows with time.
  public let id: Int
  /// Where a deployment stands.
  public let status: DeploymentStatus
  /// When it was asked for.
  public let createdAt: Date?
  /// When the roll-out began.
  public let startedAt: Date?
  /// When it last changed.
  public let updatedAt: Date?
  /// When it ended; older servers only.
  public let finishedAt: Date?
  /// Image name.
  public let image: String?
  /// Runtime version.
  public let imageTag: String?
  /// Stream of releases.
  public let channel: UpdateChannel?
  /// How many replicas.
  public let replicas: Int?
  /// Git branch.
  public let branch: String?
  /// Git commit.
  public let commitSHA: String?
  /// What was deployed, in words.
  public let commitMessage: String?
  /// Whether it runs in debug mode.
  public let debug: Bool?
  /// Why it failed, or, while in progress, what it waits for.
  public let errorCode: DeploymentErrorCode?
  /// The same in words; set and cleared together with the code.
  public let errorMessage: String?
  /// What created it, such as `api`.
  public let creationSource: String?
  /// Who created it: a number, a text or an object, by the age of the server.
  public let createdBy: JSONValue?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// A secret of an app, without its value.
public struct AppSecret: Sendable, Hashable {
  /// Identifier.
  public let id: Int?
  /// Name; `${secrets:NAME}` in a spicepod.
  public let name: String
  /// Asterisks, or nothing: the API never gives a value back.
  public let value: String?
  /// When it was first set.
  public let createdAt: Date?
  /// When it was last set.
  public let updatedAt: Date?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// Both runtime keys of an app, in clear.
public struct ApiKeys: Sendable, Hashable {
  /// Primary key.
  public let apiKey: Secret?
  /// Secondary key.
  public let apiKey2: Secret?
  /// Which key a regeneration replaced: 0 both, 1 primary, 2 secondary; only in its answer.
  public let regeneratedKey: Int?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// Where people are told. The members that are of use depend on the kind.
public struct AlertTarget: Sendable, Hashable {
  /// How people are told; must be given.
  public let kind: TargetKind?
  /// E-mail addresses, at most 20, of an e-mail target.
  public let emails: [String]?
  /// Identifier of the Slack channel, not its name.
  public let channelID: String?
  /// Public HTTPS address.
  public let url: String?
  /// HTTP method: `POST` (when left out), `PUT` or `PATCH`.
  public let method: String?
  /// Bearer token for the address; never given back. One that is left out stays as it is as long as
  /// the address does.
  public let token: Secret?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]

  /// Where people are told. The members that are of use depend on the kind.
  public init(
    kind: TargetKind? = nil,
    emails: [String]? = nil,
    channelID: String? = nil,
    url: String? = nil,
    method: String? = nil,
    token: Secret? = nil,
    extra: [String: JSONValue] = [:]
  ) {
    self.kind = kind
    self.emails = emails
    self.channelID = channelID
    self.url = url
    self.method = method
    self.token = token
    self.extra = extra
  }
}

extension AlertTarget: WirePart {
  var wire: [String: JSONValue] {
    wireMembers(
      [
        ("type", kind.map { JSONValue($0) }),
        ("emails", emails.map { JSONValue($0) }),
        ("channelId", channelID.map { JSONValue($0) }),
        ("url", url.map { JSONValue($0) }),
        ("method", method.map { JSONValue($0) }),
        ("token", token.map { JSONValue($0) }),
      ], extra)
  }
}

/// When a monitor fires.
public struct MonitorSpec: Sendable, Hashable {
  /// How what is measured is compared; must be given.
  public let op: Comparison?
  /// What it is compared with, in the unit of the template; must be given.
  public let threshold: Double?
  /// Time that is looked at: `1m`, `5m` (when left out), `15m`, `30m` or `1h`.
  public let window: String?
  /// How many seconds it must last; 300 when left out.
  public let sustainSecs: Int?
  /// How bad it is; critical when left out.
  public let severity: AlertSeverity?
  /// The dataset to watch.
  public let dataset: String?
  /// The datasets to watch, at most 20; goes before `dataset`. All when neither is given.
  public let datasets: [String]?
  /// Whether people are shown the text of queries and data; no when left out.
  public let includeDetails: Bool?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]

  /// When a monitor fires.
  public init(
    op: Comparison? = nil,
    threshold: Double? = nil,
    window: String? = nil,
    sustainSecs: Int? = nil,
    severity: AlertSeverity? = nil,
    dataset: String? = nil,
    datasets: [String]? = nil,
    includeDetails: Bool? = nil,
    extra: [String: JSONValue] = [:]
  ) {
    self.op = op
    self.threshold = threshold
    self.window = window
    self.sustainSecs = sustainSecs
    self.severity = severity
    self.dataset = dataset
    self.datasets = datasets
    self.includeDetails = includeDetails
    self.extra = extra
  }
}

extension MonitorSpec: WirePart {
  var wire: [String: JSONValue] {
    wireMembers(
      [
        ("op", op.map { JSONValue($0) }),
        ("threshold", threshold.map { JSONValue($0) }),
        ("window", window.map { JSONValue($0) }),
        ("sustainSecs", sustainSecs.map { JSONValue($0) }),
        ("severity", severity.map { JSONValue($0) }),
        ("dataset", dataset.map { JSONValue($0) }),
        ("datasets", datasets.map { JSONValue($0) }),
        ("includeDetails", includeDetails.map { JSONValue($0) }),
      ], extra)
  }
}

/// When a reaction fires. Reactions to data conventionally compare with `EQ` and 0.
public struct ReactionSpec: Sendable, Hashable {
  /// How what is measured is compared; must be given.
  public let op: Comparison?
  /// What it is compared with, in the unit of the template; must be given.
  public let threshold: Double?
  /// The dataset to watch.
  public let dataset: String?
  /// The datasets that a query is about.
  public let datasets: [String]?
  /// The column whose value must match.
  public let column: String?
  /// The value that the column must have.
  public let value: JSONValue?
  /// Conditions instead of one column and its value.
  public let conditions: [JSONValue]?
  /// The query.
  public let query: String?
  /// Language of the query: `gql` (when left out) or `cypher`.
  public let queryLanguage: String?
  /// A model of the spicepod that puts results into words.
  public let model: String?
  /// Whether people are shown the text of queries and data; no when left out.
  public let includeDetails: Bool?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]

  /// When a reaction fires. Reactions to data conventionally compare with `EQ` and 0.
  public init(
    op: Comparison? = nil,
    threshold: Double? = nil,
    dataset: String? = nil,
    datasets: [String]? = nil,
    column: String? = nil,
    value: JSONValue? = nil,
    conditions: [JSONValue]? = nil,
    query: String? = nil,
    queryLanguage: String? = nil,
    model: String? = nil,
    includeDetails: Bool? = nil,
    extra: [String: JSONValue] = [:]
  ) {
    self.op = op
    self.threshold = threshold
    self.dataset = dataset
    self.datasets = datasets
    self.column = column
    self.value = value
    self.conditions = conditions
    self.query = query
    self.queryLanguage = queryLanguage
    self.model = model
    self.includeDetails = includeDetails
    self.extra = extra
  }
}

extension ReactionSpec: WirePart {
  var wire: [String: JSONValue] {
    wireMembers(
      [
        ("op", op.map { JSONValue($0) }),
        ("threshold", threshold.map { JSONValue($0) }),
        ("dataset", dataset.map { JSONValue($0) }),
        ("datasets", datasets.map { JSONValue($0) }),
        ("column", column.map { JSONValue($0) }),
        ("value", value.map { JSONValue($0) }),
        ("conditions", conditions.map { JSONValue($0) }),
        ("query", query.map { JSONValue($0) }),
        ("queryLanguage", queryLanguage.map { JSONValue($0) }),
        ("model", model.map { JSONValue($0) }),
        ("includeDetails", includeDetails.map { JSONValue($0) }),
      ], extra)
  }
}

/// A monitor of an app.
public struct Monitor: Sendable, Hashable {
  /// Identifier, a UUID.
  public let id: String
  /// Name, unique over the monitors and reactions of an app whatever the case.
  public let name: String
  /// Free text.
  public let description: String?
  /// Whether the monitor is switched on.
  public let status: AlertStatus?
  /// What the monitor watches.
  public let templateID: MonitorTemplate?
  /// When the monitor fires.
  public let spec: MonitorSpec?
  /// Where people are told, without any token.
  public let targets: [AlertTarget]
  /// Members who get the e-mail.
  public let recipientUserIds: [Int]
  /// When it last fired.
  public let lastFiredAt: Date?
  /// When what it fired for last came to an end. It is still going on when it fired later than
  /// that.
  public let lastResolvedAt: Date?
  /// Why nothing can be measured, such as `cpu_limit_missing`.
  public let evaluationUnavailableReason: String?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// A reaction of an app.
public struct Reaction: Sendable, Hashable {
  /// Identifier, a UUID.
  public let id: String
  /// Name, unique over the monitors and reactions of an app whatever the case.
  public let name: String
  /// Free text.
  public let description: String?
  /// Whether the reaction is switched on.
  public let status: AlertStatus?
  /// What the reaction watches.
  public let templateID: ReactionTemplate?
  /// When the reaction fires.
  public let spec: ReactionSpec?
  /// Where people are told, without any token.
  public let targets: [AlertTarget]
  /// Members who get the e-mail.
  public let recipientUserIds: [Int]
  /// When it last fired.
  public let lastFiredAt: Date?
  /// When what it fired for last came to an end. It is still going on when it fired later than
  /// that.
  public let lastResolvedAt: Date?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// A member of the organization.
public struct Member: Sendable, Hashable {
  /// Identifier of the user.
  public let userID: Int
  /// Spice.ai user name.
  public let username: String
  /// Roles in the organization.
  public let roles: [MemberRole]
  /// Whether the member owns the organization; absent from the answers to adding and updating.
  public let isOwner: Bool?
  /// When the member joined.
  public let createdAt: Date?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// A place of a spicepod that refers to a secret.
public struct SecretReference: Sendable, Hashable {
  /// Name of the secret.
  public let name: String
  /// Where it stands, such as `datasets[0].params.pg_pass`.
  public let place: String
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
}

/// A spicepod beside the secrets of its app.
public struct SpicepodReport: Sendable, Hashable {
  /// Whether all secrets that it refers to are there.
  public let ok: Bool
  /// Where it refers to secrets.
  public let references: [SecretReference]
  /// Names of secrets that it refers to and the app does not have.
  public let missing: [String]
  /// Names of secrets that the app has and it does not refer to.
  public let unused: [String]
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// Secrets beside the deployment that runs.
public struct SecretDrift: Sendable, Hashable {
  /// Whether the runtime has the present value of every secret, as far as their times tell.
  public let ok: Bool
  /// Secrets that were set after the deployment began: the runtime may have an older value, or
  /// none.
  public let changed: [AppSecret]
  /// The last deployment that succeeded; nothing when there is none.
  public let deployment: Deployment?
  /// Names of secrets of which the API does not say when they were set.
  public let unknown: [String]
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// A step of a rotation.
public struct RotationEvent: Sendable, Hashable {
  /// What has happened in a rotation.
  public let step: RotationStep
  /// Number of the key that it is about: 2 first, then 1.
  public let slot: Int
  /// How far the rotation is. Kept somewhere, it lets another process go on; it holds no key.
  public let journal: String
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
}

/// A rotation that has come to its end.
public struct RotationReport: Sendable, Hashable {
  /// Both runtime keys of an app, in clear.
  public let keys: ApiKeys
  /// What was done. It holds no key.
  public let journal: String
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// Scopes that were asked for.
public struct ScopeReport: Sendable, Hashable {
  /// Those that are granted.
  public let granted: [String]
  /// Those of which it cannot be known without a change.
  public let unknown: [String]
  /// How scopes were found out.
  public let source: ScopeSource
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// What a client signs in with, and what that grants.
public struct Identity: Sendable, Hashable {
  /// What a client signs in with.
  public let credential: CredentialKind
  /// Organization that the client names, or that the token says it is for.
  public let org: String?
  /// Organizations that it reaches, as far as it may ask.
  public let orgs: [Org]
  /// Scopes that are granted, as far as is known; what they imply is not repeated.
  public let scopes: [String]
  /// Scopes that are known not to be granted.
  public let refused: [String]
  /// How scopes were found out.
  public let source: ScopeSource
  /// When the token ends, if it says so.
  public let expiresAt: Date?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// One change.
public struct PlannedChange: Sendable, Hashable {
  /// What is done.
  public let action: PlannedAction
  /// What is changed, such as `app`, `secret:PG_PASS` or `member:ada`.
  public let target: String
  /// The change in a line.
  public let text: String
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
}

/// What has to change for a desired state.
public struct Plan: Sendable, Hashable {
  /// Whether everything is as it should be.
  public let isEmpty: Bool
  /// What `apply` would do, in its order.
  public let changes: [PlannedChange]
  /// What should be known before.
  public let warnings: [String]
  /// The plan for people to read.
  public let text: String
  /// The plan for `apply`. It holds no secret and may be kept in a file.
  public let document: String
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// What was done.
public struct AppliedPlan: Sendable, Hashable {
  /// The app as it is now.
  public let app: App?
  /// What was done, in order.
  public let changes: [PlannedChange]
  /// The deployment that was waited for; nothing when none was needed.
  public let deployment: Deployment?
  /// What the next plan recognises secrets by. It holds no secret, and tells nothing without the
  /// key.
  public let fingerprints: String
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// Something that was looked at.
public struct Check: Sendable, Hashable {
  /// What was looked at, such as `tls`.
  public let name: String
  /// How something was found.
  public let outcome: CheckOutcome
  /// What was found.
  public let detail: String
  /// What to do about it.
  public let hint: String?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
}

/// What was found on the way to the API.
public struct Diagnosis: Sendable, Hashable {
  /// Whether nothing was found that is wrong.
  public let ok: Bool
  /// What was looked at, in order.
  public let checks: [Check]
  /// The report as text, without secrets.
  public let text: String
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// Rows.
public struct SqlResult: Sendable, Hashable {
  /// How many rows there are.
  public let rowCount: Int
  /// The rows, each an object with the columns by name.
  public let rows: [JSONValue]
  /// What the columns are, in the JSON form of Arrow's schemas, if the runtime says so.
  public let schema: JSONValue?
  /// How long the query took, in milliseconds, if the runtime says so.
  public let executionTimeMs: Double?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// Something that was found.
public struct SearchHit: Sendable, Hashable {
  /// Where it was found.
  public let dataset: String?
  /// How well it fits: more is better.
  public let score: Double?
  /// What fits, by column.
  public let matches: JSONValue?
  /// What identifies the row.
  public let primaryKey: JSONValue?
  /// Columns that were asked for.
  public let data: JSONValue?
  /// What else is known of it.
  public let metadata: JSONValue?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
}

/// What was found.
public struct SearchResult: Sendable, Hashable {
  /// What was found, the best first.
  public let results: [SearchHit]
  /// How long it took, in milliseconds.
  public let durationMs: Double?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// An answer.
public struct ChatCompletion: Sendable, Hashable {
  /// Name of the answer.
  public let id: String?
  /// Who has answered.
  public let model: String?
  /// The words of the answer.
  public let content: String?
  /// The answers as they came.
  public let choices: [JSONValue]
  /// How many tokens it took.
  public let usage: JSONValue?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// A piece of an answer.
public struct ChatChunk: Sendable, Hashable {
  /// Name of the answer.
  public let id: String?
  /// Who answers.
  public let model: String?
  /// The words that it adds.
  public let content: String?
  /// The pieces as they came.
  public let choices: [JSONValue]
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// How a runtime is.
public struct RuntimeStatus: Sendable, Hashable {
  /// Whether all is well.
  public let ok: Bool
  /// The HTTP status of the answer.
  public let status: Int
  /// What it says.
  public let text: String
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// A dataset of a runtime.
public struct RuntimeDataset: Sendable, Hashable {
  /// Name of the dataset.
  public let name: String
  /// Where its data comes from.
  public let source: String?
  /// How it is, such as `ready`.
  public let status: String?
  /// What is wrong with it.
  public let errorMessage: String?
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
}

/// The datasets of a runtime.
public struct RuntimeDatasets: Sendable, Hashable {
  /// Whether all of them are ready.
  public let ready: Bool
  /// The datasets.
  public let datasets: [RuntimeDataset]
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// A number that is counted.
public struct MetricSample: Sendable, Hashable {
  /// What is counted.
  public let name: String
  /// What tells it from others of its name.
  public let labels: [String: String]
  /// The number.
  public let value: Double
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
}

/// What a runtime counts.
public struct RuntimeMetrics: Sendable, Hashable {
  /// Prometheus' text, as it came.
  public let text: String
  /// The same, line by line. Values that are no finite number are left out.
  public let samples: [MetricSample]
  /// Members that this version does not know, under the API's names.
  public let extra: [String: JSONValue]
  let aside: Aside<Meta>

  /// About the call that gave this. It is no part of equality.
  public var meta: Meta { aside.value }
}

/// What a change can clear.
public enum UpdateAppField: String, Sendable, CaseIterable {
  /// Replaces all key-value pairs; null removes them. Values: letters, digits, `_`, `@`, `-` (the
  /// vendor's deploy action).
  case tags = "tags"
  /// Runtime version to pin; null lets the channel decide again.
  case imageTag = "image_tag"
  /// Stream of releases to follow; null clears it.
  case updateChannel = "update_channel"
  /// Dedicated cluster; null takes the app off it.
  case clusterName = "cluster_name"
}

/// What a change can clear.
public enum UpdateMonitorField: String, Sendable, CaseIterable {
  /// Free text; null removes it.
  case description = "description"
}

/// What a change can clear.
public enum UpdateReactionField: String, Sendable, CaseIterable {
  /// Free text; null removes it.
  case description = "description"
}
