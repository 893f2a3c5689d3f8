// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

//! What the API answers with.

use std::collections::BTreeMap;

use super::enums::*;
use crate::meta::Meta;
use crate::wire::model::{Identified, wire_model};
use crate::wire::{Extra, JsonValue, Secret, Timestamp};

/// Whether the API answers.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Health {
    /// `ok` when healthy.
    pub status: String,
    /// The server's time.
    pub timestamp: Option<Timestamp>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(Health as result {
    status = "status",
    timestamp = "timestamp",
});

/// What the organization's plan allows. Members that the documents do not name are kept as extra
/// fields.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Limits {
    /// How many apps.
    pub apps: Option<i64>,
    /// How many replicas.
    pub replicas: Option<i64>,
    /// How many spicepods.
    pub spicepods: Option<i64>,
    /// How many users; -1 means no limit.
    pub users: Option<i64>,
    /// API requests per second.
    pub api_rps: Option<i64>,
    /// Limit of one request, in seconds.
    pub request_timeout_secs: Option<i64>,
    /// Limit of one SQL query, in seconds.
    pub sql_query_timeout_secs: Option<i64>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(Limits as result {
    apps = "apps",
    replicas = "replicas",
    spicepods = "spicepods",
    users = "users",
    api_rps = "api_rps",
    request_timeout_secs = "request_timeout_secs",
    sql_query_timeout_secs = "sql_query_timeout_secs",
});

/// A place where apps can run.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Region {
    /// Display name, such as `US West`.
    pub name: String,
    /// Identifier to pass when an app is created, such as `us-west-2`.
    pub region: String,
    /// Internal name whose host is `https://<cname>.spiceai.io`; older documents want it instead of
    /// `region`.
    pub cname: Option<String>,
    /// Cloud provider, such as `aws`.
    pub provider: Option<String>,
    /// Display name of the provider.
    pub provider_name: Option<String>,
    /// Whether apps without a region go here.
    pub is_default: Option<bool>,
    /// Whether new apps are refused here.
    pub disabled: Option<bool>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
}

wire_model!(Region {
    name = "name",
    region = "region",
    cname = "cname",
    provider = "provider",
    provider_name = "providerName" | "provider_name",
    is_default = "isDefault" | "is_default",
    disabled = "disabled",
});

/// The regions and which of them is the default.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Regions {
    /// Every region that the organization may use.
    pub regions: Vec<Region>,
    /// Identifier of the default region.
    pub default: Option<String>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(Regions as result {
    regions = "regions",
    default = "default",
});

/// A published build of the Spice runtime.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ContainerImage {
    /// Full image name.
    pub name: Option<String>,
    /// Tag to pass as `image_tag`.
    pub tag: String,
    /// The channel of a container image.
    pub channel: Option<ImageChannel>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
}

wire_model!(ContainerImage {
    name = "name",
    tag = "tag",
    channel = "channel",
});

/// The images of a channel and which of them is the default.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ContainerImages {
    /// Images, newest first.
    pub images: Vec<ContainerImage>,
    /// Tag of the default image.
    pub default: Option<String>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(ContainerImages as result {
    images = "images",
    default = "default",
});

/// An organization that the caller belongs to.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Org {
    /// Identifier.
    pub id: Option<i64>,
    /// Handle; what the `X-Org-Name` header takes.
    pub name: String,
    /// Display name; only tolerated by a vendor client, not documented.
    pub display_name: Option<String>,
    /// A role in an organization.
    pub role: Option<MemberRole>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(Org as result {
    id = "id",
    name = "name",
    display_name = "display_name",
    role = "role",
});

/// A dedicated cluster of the organization.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Cluster {
    /// Name to pass as `cluster_name` when an app is created.
    pub cluster_name: String,
    /// Region of the cluster.
    pub region: Option<String>,
    /// Cloud provider.
    pub cloud_provider: Option<String>,
    /// Data-plane address.
    pub endpoint: Option<String>,
    /// When it was created.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(Cluster as result dated {
    cluster_name = "cluster_name",
    region = "region",
    cloud_provider = "cloud_provider",
    endpoint = "endpoint",
    created_at = "created_at",
    updated_at = "updated_at",
});

/// Amounts in Kubernetes notation.
#[derive(Clone, Debug, PartialEq, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct ResourceQuantities {
    /// CPU, such as `2` or `500m`.
    pub cpu: Option<String>,
    /// Memory, such as `16Gi`.
    pub memory: Option<String>,
    /// Scratch storage, such as `10Gi`.
    pub ephemeral_storage: Option<String>,
    /// Members that this version does not know, as they came.
    #[builder(default)]
    pub extra: Extra,
}

wire_model!(ResourceQuantities as input {
    cpu = "cpu",
    memory = "memory",
    ephemeral_storage = "ephemeral-storage" | "ephemeral_storage",
});

/// What one replica may use.
#[derive(Clone, Debug, PartialEq, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct Resources {
    /// Amounts in Kubernetes notation.
    pub limits: Option<ResourceQuantities>,
    /// Amounts in Kubernetes notation.
    pub requests: Option<ResourceQuantities>,
    /// Members that this version does not know, as they came.
    #[builder(default)]
    pub extra: Extra,
}

wire_model!(Resources as input {
    limits = "limits",
    requests = "requests",
});

/// Executors of a distributed app.
#[derive(Clone, Debug, PartialEq, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct Executor {
    /// How many executors.
    pub replicas: Option<i64>,
    /// What one replica may use.
    pub resources: Option<Resources>,
    /// Storage of each executor, in gigabytes.
    pub storage_size_gb: Option<f64>,
    /// Members that this version does not know, as they came.
    #[builder(default)]
    pub extra: Extra,
}

wire_model!(Executor as input {
    replicas = "replicas",
    resources = "resources",
    storage_size_gb = "storage_size_gb",
});

/// How an app runs. Answers nest it; requests take its members flat.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AppConfig {
    /// The manifest: an object, or YAML text as it was sent.
    pub spicepod: Option<JsonValue>,
    /// Image registry.
    pub registry: Option<String>,
    /// Image name.
    pub image: Option<String>,
    /// Pinned runtime version; nothing when the channel decides.
    pub image_tag: Option<String>,
    /// Stream of releases that the app follows.
    pub update_channel: Option<UpdateChannel>,
    /// Runtime version range, such as `2.x`.
    pub version: Option<String>,
    /// How many replicas.
    pub replicas: Option<i64>,
    /// What one replica may use.
    pub resources: Option<Resources>,
    /// Executors of a distributed app.
    pub executor: Option<Executor>,
    /// Region that the app runs in.
    pub region: Option<String>,
    /// Dedicated cluster that the app runs on.
    pub cluster_name: Option<String>,
    /// Node group.
    pub node_group: Option<String>,
    /// Persistent storage, in gigabytes.
    pub storage_size_gb: Option<f64>,
    /// Older name of `storage_size_gb`.
    pub storage_claim_size_gb: Option<f64>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
}

wire_model!(AppConfig {
    spicepod = "spicepod",
    registry = "registry",
    image = "image",
    image_tag = "image_tag",
    update_channel = "update_channel",
    version = "version",
    replicas = "replicas",
    resources = "resources",
    executor = "executor",
    region = "region",
    cluster_name = "cluster_name",
    node_group = "node_group",
    storage_size_gb = "storage_size_gb",
    storage_claim_size_gb = "storage_claim_size_gb",
});

/// The app that an app was forked from.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ForkSource {
    /// Identifier.
    pub id: Option<i64>,
    /// Name.
    pub name: Option<String>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
}

wire_model!(ForkSource {
    id = "id",
    name = "name",
});

/// A Spice app (called a project since Aug 2026). Lists leave `config` out.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct App {
    /// Identifier.
    pub id: i64,
    /// Name, unique in the organization whatever the case.
    pub name: String,
    /// Free text.
    pub description: Option<String>,
    /// Who may see an app.
    pub visibility: Option<Visibility>,
    /// When it was created. An app whose name had been deleted before may come back with its old time.
    pub created_at: Option<Timestamp>,
    /// Region that the app runs in.
    pub region: Option<String>,
    /// Internal name of the region's data host.
    pub cname: Option<String>,
    /// Identifier of the dedicated cluster.
    pub cluster_id: Option<String>,
    /// Dedicated cluster.
    pub cluster_name: Option<String>,
    /// Data-plane address of the app (2026).
    pub endpoint: Option<String>,
    /// Git branch that production follows.
    pub production_branch: Option<String>,
    /// Primary runtime key; older servers put it here.
    pub api_key: Option<Secret>,
    /// Free key-value pairs.
    pub tags: BTreeMap<String, String>,
    /// Set when the app was created but its first configuration was not applied.
    pub warning: Option<String>,
    /// The app that this one was forked from.
    pub forked_from: Option<ForkSource>,
    /// How the app runs; absent from lists.
    pub config: Option<AppConfig>,
    /// What a fork has in common with the app that it was forked from, such as a replication slot; only
    /// in the answer that made the fork.
    pub shared_state: Option<JsonValue>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(App as result dated {
    id = "id",
    name = "name",
    description = "description",
    visibility = "visibility",
    created_at = "created_at",
    region = "region",
    cname = "cname",
    cluster_id = "cluster_id",
    cluster_name = "cluster_name",
    endpoint = "endpoint",
    production_branch = "production_branch",
    api_key = "api_key",
    tags = "tags",
    warning = "warning",
    forked_from = "forked_from",
    config = "config",
    shared_state = "shared_state",
});

/// What came of resuming an app.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ResumedApp {
    /// Identifier of the deployment that was started.
    pub deployment_id: Option<i64>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(ResumedApp as result {
    deployment_id = "deployment_id",
});

/// Load of one instance. Figures without data are absent.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InstanceMetrics {
    /// CPU, in percent.
    pub cpu_usage_percent: Option<f64>,
    /// Memory, in bytes.
    pub memory_usage_bytes: Option<f64>,
    /// Disk reads, in bytes.
    pub disk_read_bytes: Option<f64>,
    /// Disk reads.
    pub disk_read_operations: Option<f64>,
    /// Disk writes, in bytes.
    pub disk_write_bytes: Option<f64>,
    /// Disk writes.
    pub disk_write_operations: Option<f64>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
}

wire_model!(InstanceMetrics {
    cpu_usage_percent = "cpu_usage_percent",
    memory_usage_bytes = "memory_usage_bytes",
    disk_read_bytes = "disk_read_bytes",
    disk_read_operations = "disk_read_operations",
    disk_write_bytes = "disk_write_bytes",
    disk_write_operations = "disk_write_operations",
});

/// What was ingested. With a window these are rates per second.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct IngestionMetrics {
    /// Rows.
    pub rows_ingested: Option<f64>,
    /// Bytes.
    pub bytes_ingested: Option<f64>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
}

wire_model!(IngestionMetrics {
    rows_ingested = "rows_ingested",
    bytes_ingested = "bytes_ingested",
});

/// A distributed app's executors.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ClusterMetrics {
    /// Executors at work.
    pub active_executors_count: Option<f64>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
}

wire_model!(ClusterMetrics {
    active_executors_count = "active_executors_count",
});

/// Load and ingestion of an app; may be partial.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AppMetrics {
    /// Load, by instance.
    pub metrics: BTreeMap<String, InstanceMetrics>,
    /// What was ingested.
    pub ingestion: Option<IngestionMetrics>,
    /// A distributed app's executors.
    pub cluster: Option<ClusterMetrics>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(AppMetrics as result {
    metrics = "metrics",
    ingestion = "ingestion",
    cluster = "cluster",
});

/// One roll-out of an app.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Deployment {
    /// Identifier; grows with time.
    pub id: i64,
    /// Where a deployment stands.
    pub status: DeploymentStatus,
    /// When it was asked for.
    pub created_at: Option<Timestamp>,
    /// When the roll-out began.
    pub started_at: Option<Timestamp>,
    /// When it last changed.
    pub updated_at: Option<Timestamp>,
    /// When it ended; older servers only.
    pub finished_at: Option<Timestamp>,
    /// Image name.
    pub image: Option<String>,
    /// Runtime version.
    pub image_tag: Option<String>,
    /// Stream of releases.
    pub channel: Option<UpdateChannel>,
    /// How many replicas.
    pub replicas: Option<i64>,
    /// Git branch.
    pub branch: Option<String>,
    /// Git commit.
    pub commit_sha: Option<String>,
    /// What was deployed, in words.
    pub commit_message: Option<String>,
    /// Whether it runs in debug mode.
    pub debug: Option<bool>,
    /// Why it failed, or, while in progress, what it waits for.
    pub error_code: Option<DeploymentErrorCode>,
    /// The same in words; set and cleared together with the code.
    pub error_message: Option<String>,
    /// What created it, such as `api`.
    pub creation_source: Option<String>,
    /// Who created it: a number, a text or an object, by the age of the server.
    pub created_by: Option<JsonValue>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(Deployment as result dated {
    id = "id",
    status = "status",
    created_at = "created_at",
    started_at = "started_at",
    updated_at = "updated_at",
    finished_at = "finished_at",
    image = "image",
    image_tag = "image_tag",
    channel = "channel",
    replicas = "replicas",
    branch = "branch",
    commit_sha = "commit_sha",
    commit_message = "commit_message",
    debug = "debug",
    error_code = "error_code",
    error_message = "error_message",
    creation_source = "creation_source",
    created_by = "created_by",
});

/// A secret of an app, without its value.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AppSecret {
    /// Identifier.
    pub id: Option<i64>,
    /// Name; `${secrets:NAME}` in a spicepod.
    pub name: String,
    /// Asterisks, or nothing: the API never gives a value back.
    pub value: Option<String>,
    /// When it was first set.
    pub created_at: Option<Timestamp>,
    /// When it was last set.
    pub updated_at: Option<Timestamp>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(AppSecret as result dated {
    id = "id",
    name = "name",
    value = "value",
    created_at = "created_at",
    updated_at = "updated_at",
});

/// Both runtime keys of an app, in clear.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ApiKeys {
    /// Primary key.
    pub api_key: Option<Secret>,
    /// Secondary key.
    pub api_key_2: Option<Secret>,
    /// Which key a regeneration replaced: 0 both, 1 primary, 2 secondary; only in its answer.
    pub regenerated_key: Option<i64>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(ApiKeys as result {
    api_key = "api_key",
    api_key_2 = "api_key_2",
    regenerated_key = "regenerated_key",
});

/// Where people are told. The members that are of use depend on the kind.
#[derive(Clone, Debug, PartialEq, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct AlertTarget {
    /// How people are told; must be given.
    pub kind: Option<TargetKind>,
    /// E-mail addresses, at most 20, of an e-mail target.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<String>>| items.into_iter().map(Into::into).collect())]
    pub emails: Option<Vec<String>>,
    /// Identifier of the Slack channel, not its name.
    pub channel_id: Option<String>,
    /// Public HTTPS address.
    pub url: Option<String>,
    /// HTTP method: `POST` (when left out), `PUT` or `PATCH`.
    pub method: Option<String>,
    /// Bearer token for the address; never given back. One that is left out stays as it is as long as
    /// the address does.
    pub token: Option<Secret>,
    /// Members that this version does not know, as they came.
    #[builder(default)]
    pub extra: Extra,
}

wire_model!(AlertTarget as input {
    kind = "type" | "kind",
    emails = "emails",
    channel_id = "channelId" | "channel_id",
    url = "url",
    method = "method",
    token = "token",
});

/// When a monitor fires.
#[derive(Clone, Debug, PartialEq, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct MonitorSpec {
    /// How what is measured is compared; must be given.
    pub op: Option<Comparison>,
    /// What it is compared with, in the unit of the template; must be given.
    pub threshold: Option<f64>,
    /// Time that is looked at: `1m`, `5m` (when left out), `15m`, `30m` or `1h`.
    pub window: Option<String>,
    /// How many seconds it must last; 300 when left out.
    pub sustain_secs: Option<i64>,
    /// How bad it is; critical when left out.
    pub severity: Option<AlertSeverity>,
    /// The dataset to watch.
    pub dataset: Option<String>,
    /// The datasets to watch, at most 20; goes before `dataset`. All when neither is given.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<String>>| items.into_iter().map(Into::into).collect())]
    pub datasets: Option<Vec<String>>,
    /// Whether people are shown the text of queries and data; no when left out.
    pub include_details: Option<bool>,
    /// Members that this version does not know, as they came.
    #[builder(default)]
    pub extra: Extra,
}

wire_model!(MonitorSpec as input {
    op = "op",
    threshold = "threshold",
    window = "window",
    sustain_secs = "sustainSecs" | "sustain_secs",
    severity = "severity",
    dataset = "dataset",
    datasets = "datasets",
    include_details = "includeDetails" | "include_details",
});

/// When a reaction fires. Reactions to data conventionally compare with `EQ` and 0.
#[derive(Clone, Debug, PartialEq, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct ReactionSpec {
    /// How what is measured is compared; must be given.
    pub op: Option<Comparison>,
    /// What it is compared with, in the unit of the template; must be given.
    pub threshold: Option<f64>,
    /// The dataset to watch.
    pub dataset: Option<String>,
    /// The datasets that a query is about.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<String>>| items.into_iter().map(Into::into).collect())]
    pub datasets: Option<Vec<String>>,
    /// The column whose value must match.
    pub column: Option<String>,
    /// The value that the column must have.
    pub value: Option<JsonValue>,
    /// Conditions instead of one column and its value.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<JsonValue>>| items.into_iter().map(Into::into).collect())]
    pub conditions: Option<Vec<JsonValue>>,
    /// The query.
    pub query: Option<String>,
    /// Language of the query: `gql` (when left out) or `cypher`.
    pub query_language: Option<String>,
    /// A model of the spicepod that puts results into words.
    pub model: Option<String>,
    /// Whether people are shown the text of queries and data; no when left out.
    pub include_details: Option<bool>,
    /// Members that this version does not know, as they came.
    #[builder(default)]
    pub extra: Extra,
}

wire_model!(ReactionSpec as input {
    op = "op",
    threshold = "threshold",
    dataset = "dataset",
    datasets = "datasets",
    column = "column",
    value = "value",
    conditions = "conditions",
    query = "query",
    query_language = "queryLanguage" | "query_language",
    model = "model",
    include_details = "includeDetails" | "include_details",
});

/// A monitor of an app.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Monitor {
    /// Identifier, a UUID.
    pub id: String,
    /// Name, unique over the monitors and reactions of an app whatever the case.
    pub name: String,
    /// Free text.
    pub description: Option<String>,
    /// Whether the monitor is switched on.
    pub status: Option<AlertStatus>,
    /// What the monitor watches.
    pub template_id: Option<MonitorTemplate>,
    /// When the monitor fires.
    pub spec: Option<MonitorSpec>,
    /// Where people are told, without any token.
    pub targets: Vec<AlertTarget>,
    /// Members who get the e-mail.
    pub recipient_user_ids: Vec<i64>,
    /// When it last fired.
    pub last_fired_at: Option<Timestamp>,
    /// When what it fired for last came to an end. It is still going on when it fired later than that.
    pub last_resolved_at: Option<Timestamp>,
    /// Why nothing can be measured, such as `cpu_limit_missing`.
    pub evaluation_unavailable_reason: Option<String>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(Monitor as result {
    id = "id",
    name = "name",
    description = "description",
    status = "status",
    template_id = "templateId" | "template_id",
    spec = "spec",
    targets = "targets",
    recipient_user_ids = "recipientUserIds" | "recipient_user_ids",
    last_fired_at = "last_fired_at",
    last_resolved_at = "last_resolved_at",
    evaluation_unavailable_reason = "evaluation_unavailable_reason",
});

/// A reaction of an app.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Reaction {
    /// Identifier, a UUID.
    pub id: String,
    /// Name, unique over the monitors and reactions of an app whatever the case.
    pub name: String,
    /// Free text.
    pub description: Option<String>,
    /// Whether the reaction is switched on.
    pub status: Option<AlertStatus>,
    /// What the reaction watches.
    pub template_id: Option<ReactionTemplate>,
    /// When the reaction fires.
    pub spec: Option<ReactionSpec>,
    /// Where people are told, without any token.
    pub targets: Vec<AlertTarget>,
    /// Members who get the e-mail.
    pub recipient_user_ids: Vec<i64>,
    /// When it last fired.
    pub last_fired_at: Option<Timestamp>,
    /// When what it fired for last came to an end. It is still going on when it fired later than that.
    pub last_resolved_at: Option<Timestamp>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(Reaction as result {
    id = "id",
    name = "name",
    description = "description",
    status = "status",
    template_id = "templateId" | "template_id",
    spec = "spec",
    targets = "targets",
    recipient_user_ids = "recipientUserIds" | "recipient_user_ids",
    last_fired_at = "last_fired_at",
    last_resolved_at = "last_resolved_at",
});

/// A member of the organization.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Member {
    /// Identifier of the user.
    pub user_id: i64,
    /// Spice.ai user name.
    pub username: String,
    /// Roles in the organization.
    pub roles: Vec<MemberRole>,
    /// Whether the member owns the organization; absent from the answers to adding and updating.
    pub is_owner: Option<bool>,
    /// When the member joined.
    pub created_at: Option<Timestamp>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(Member as result dated {
    user_id = "user_id",
    username = "username",
    roles = "roles",
    is_owner = "is_owner",
    created_at = "created_at",
});

/// A bearer token.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub(crate) struct OAuthToken {
    /// The token; opaque.
    pub(crate) access_token: Secret,
    /// `Bearer`.
    pub(crate) token_type: Option<String>,
    /// Lifetime in seconds; 3600 in every sample, not always present, and read whatever stands here.
    pub(crate) expires_in: Option<JsonValue>,
    /// Scopes of the token, space-separated.
    pub(crate) scope: Option<String>,
    /// Members that this version does not know, as they came.
    pub(crate) extra: Extra,
    /// About the call that this came from; not part of equality.
    pub(crate) meta: Meta,
}

wire_model!(OAuthToken as result {
    access_token = "access_token",
    token_type = "token_type",
    expires_in = "expires_in",
    scope = "scope",
});

/// A spicepod beside the secrets of its app.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SpicepodReport {
    /// Whether all secrets that it refers to are there.
    pub ok: bool,
    /// Where it refers to secrets.
    pub references: Vec<SecretReference>,
    /// Names of secrets that it refers to and the app does not have.
    pub missing: Vec<String>,
    /// Names of secrets that the app has and it does not refer to.
    pub unused: Vec<String>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(SpicepodReport as result {
    ok = "ok",
    references = "references",
    missing = "missing",
    unused = "unused",
});

/// A place of a spicepod that refers to a secret.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SecretReference {
    /// Name of the secret.
    pub name: String,
    /// Where it stands, such as `datasets[0].params.pg_pass`.
    pub place: String,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
}

wire_model!(SecretReference {
    name = "name",
    place = "place",
});

/// Secrets beside the deployment that runs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SecretDrift {
    /// Whether the runtime has the present value of every secret, as far as their times tell.
    pub ok: bool,
    /// Secrets that were set after the deployment began: the runtime may have an older value, or none.
    pub changed: Vec<AppSecret>,
    /// The last deployment that succeeded; nothing when there is none.
    pub deployment: Option<Deployment>,
    /// Names of secrets of which the API does not say when they were set.
    pub unknown: Vec<String>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(SecretDrift as result {
    ok = "ok",
    changed = "changed",
    deployment = "deployment",
    unknown = "unknown",
});

/// A step of a rotation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RotationEvent {
    /// What has happened in a rotation.
    pub step: RotationStep,
    /// Number of the key that it is about: 2 first, then 1.
    pub slot: i64,
    /// How far the rotation is. Kept somewhere, it lets another process go on; it holds no key.
    pub journal: String,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
}

wire_model!(RotationEvent {
    step = "step",
    slot = "slot",
    journal = "journal",
});

/// A rotation that has come to its end.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RotationReport {
    /// Both runtime keys of an app, in clear.
    pub keys: ApiKeys,
    /// What was done. It holds no key.
    pub journal: String,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(RotationReport as result {
    keys = "keys",
    journal = "journal",
});

/// Scopes that were asked for.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ScopeReport {
    /// Those that are granted.
    pub granted: Vec<String>,
    /// Those of which it cannot be known without a change.
    pub unknown: Vec<String>,
    /// How scopes were found out.
    pub source: ScopeSource,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(ScopeReport as result {
    granted = "granted",
    unknown = "unknown",
    source = "source",
});

/// What a client signs in with, and what that grants.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Identity {
    /// What a client signs in with.
    pub credential: CredentialKind,
    /// Organization that the client names, or that the token says it is for.
    pub org: Option<String>,
    /// Organizations that it reaches, as far as it may ask.
    pub orgs: Vec<Org>,
    /// Scopes that are granted, as far as is known; what they imply is not repeated.
    pub scopes: Vec<String>,
    /// Scopes that are known not to be granted.
    pub refused: Vec<String>,
    /// How scopes were found out.
    pub source: ScopeSource,
    /// When the token ends, if it says so.
    pub expires_at: Option<Timestamp>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(Identity as result {
    credential = "credential",
    org = "org",
    orgs = "orgs",
    scopes = "scopes",
    refused = "refused",
    source = "source",
    expires_at = "expires_at",
});

/// What has to change for a desired state.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Plan {
    /// Whether everything is as it should be.
    pub is_empty: bool,
    /// What `apply` would do, in its order.
    pub changes: Vec<PlannedChange>,
    /// What should be known before.
    pub warnings: Vec<String>,
    /// The plan for people to read.
    pub text: String,
    /// The plan for `apply`. It holds no secret and may be kept in a file.
    pub document: String,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(Plan as result {
    is_empty = "is_empty",
    changes = "changes",
    warnings = "warnings",
    text = "text",
    document = "document",
});

/// One change.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PlannedChange {
    /// What is done.
    pub action: PlannedAction,
    /// What is changed, such as `app`, `secret:PG_PASS` or `member:ada`.
    pub target: String,
    /// The change in a line.
    pub text: String,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
}

wire_model!(PlannedChange {
    action = "action",
    target = "target",
    text = "text",
});

/// What was done.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct AppliedPlan {
    /// The app as it is now.
    pub app: Option<App>,
    /// What was done, in order.
    pub changes: Vec<PlannedChange>,
    /// The deployment that was waited for; nothing when none was needed.
    pub deployment: Option<Deployment>,
    /// What the next plan recognises secrets by. It holds no secret, and tells nothing without the key.
    pub fingerprints: String,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(AppliedPlan as result {
    app = "app",
    changes = "changes",
    deployment = "deployment",
    fingerprints = "fingerprints",
});

/// What was found on the way to the API.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Diagnosis {
    /// Whether nothing was found that is wrong.
    pub ok: bool,
    /// What was looked at, in order.
    pub checks: Vec<Check>,
    /// The report as text, without secrets.
    pub text: String,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(Diagnosis as result {
    ok = "ok",
    checks = "checks",
    text = "text",
});

/// Something that was looked at.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Check {
    /// What was looked at, such as `tls`.
    pub name: String,
    /// How something was found.
    pub outcome: CheckOutcome,
    /// What was found.
    pub detail: String,
    /// What to do about it.
    pub hint: Option<String>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
}

wire_model!(Check {
    name = "name",
    outcome = "outcome",
    detail = "detail",
    hint = "hint",
});

/// Rows.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SqlResult {
    /// How many rows there are.
    pub row_count: i64,
    /// The rows, each an object with the columns by name.
    pub rows: Vec<JsonValue>,
    /// What the columns are, in the JSON form of Arrow's schemas, if the runtime says so.
    pub schema: Option<JsonValue>,
    /// How long the query took, in milliseconds, if the runtime says so.
    pub execution_time_ms: Option<f64>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(SqlResult as result {
    row_count = "row_count",
    rows = "rows",
    schema = "schema",
    execution_time_ms = "execution_time_ms",
});

/// What was found.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SearchResult {
    /// What was found, the best first.
    pub results: Vec<SearchHit>,
    /// How long it took, in milliseconds.
    pub duration_ms: Option<f64>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(SearchResult as result {
    results = "results",
    duration_ms = "duration_ms",
});

/// Something that was found.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct SearchHit {
    /// Where it was found.
    pub dataset: Option<String>,
    /// How well it fits: more is better.
    pub score: Option<f64>,
    /// What fits, by column.
    pub matches: Option<JsonValue>,
    /// What identifies the row.
    pub primary_key: Option<JsonValue>,
    /// Columns that were asked for.
    pub data: Option<JsonValue>,
    /// What else is known of it.
    pub metadata: Option<JsonValue>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
}

wire_model!(SearchHit {
    dataset = "dataset",
    score = "_score" | "score",
    matches = "matches",
    primary_key = "primary_key",
    data = "data",
    metadata = "metadata",
});

/// An answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatCompletion {
    /// Name of the answer.
    pub id: Option<String>,
    /// Who has answered.
    pub model: Option<String>,
    /// The words of the answer.
    pub content: Option<String>,
    /// The answers as they came.
    pub choices: Vec<JsonValue>,
    /// How many tokens it took.
    pub usage: Option<JsonValue>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(ChatCompletion as result {
    id = "id",
    model = "model",
    content = "content",
    choices = "choices",
    usage = "usage",
});

/// A piece of an answer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ChatChunk {
    /// Name of the answer.
    pub id: Option<String>,
    /// Who answers.
    pub model: Option<String>,
    /// The words that it adds.
    pub content: Option<String>,
    /// The pieces as they came.
    pub choices: Vec<JsonValue>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(ChatChunk as result {
    id = "id",
    model = "model",
    content = "content",
    choices = "choices",
});

/// How a runtime is.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RuntimeStatus {
    /// Whether all is well.
    pub ok: bool,
    /// The HTTP status of the answer.
    pub status: i64,
    /// What it says.
    pub text: String,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(RuntimeStatus as result {
    ok = "ok",
    status = "status",
    text = "text",
});

/// The datasets of a runtime.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RuntimeDatasets {
    /// Whether all of them are ready.
    pub ready: bool,
    /// The datasets.
    pub datasets: Vec<RuntimeDataset>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(RuntimeDatasets as result {
    ready = "ready",
    datasets = "datasets",
});

/// A dataset of a runtime.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RuntimeDataset {
    /// Name of the dataset.
    pub name: String,
    /// Where its data comes from.
    pub source: Option<String>,
    /// How it is, such as `ready`.
    pub status: Option<String>,
    /// What is wrong with it.
    pub error_message: Option<String>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
}

wire_model!(RuntimeDataset {
    name = "name",
    source = "from" | "source",
    status = "status",
    error_message = "error_message",
});

/// What a runtime counts.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct RuntimeMetrics {
    /// Prometheus' text, as it came.
    pub text: String,
    /// The same, line by line. Values that are no finite number are left out.
    pub samples: Vec<MetricSample>,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
    /// About the call that this came from; not part of equality.
    pub meta: Meta,
}

wire_model!(RuntimeMetrics as result {
    text = "text",
    samples = "samples",
});

/// A number that is counted.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct MetricSample {
    /// What is counted.
    pub name: String,
    /// What tells it from others of its name.
    pub labels: BTreeMap<String, String>,
    /// The number.
    pub value: f64,
    /// Members that this version does not know, as they came.
    pub extra: Extra,
}

wire_model!(MetricSample {
    name = "name",
    labels = "labels",
    value = "value",
});

impl Identified for App {
    fn identity(&self) -> i64 {
        self.id
    }
}

impl Identified for Deployment {
    fn identity(&self) -> i64 {
        self.id
    }
}
