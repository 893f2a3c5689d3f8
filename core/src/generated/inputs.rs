// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

//! What people give: bodies and filters, each with a builder, and the arguments that take an id or the object.

use std::collections::BTreeMap;
use std::time::Duration;

use super::enums::*;
use super::models::*;
use crate::wire::reference::reference;
use crate::wire::{Body, Extra, IntoBody, IntoQuery, JsonValue, Patch, Query, Secret};

reference! {
    /// Takes the identifier of an [`App`] or the object itself.
    pub struct AppId(App.id);
}

reference! {
    /// Takes the identifier of a [`Deployment`] or the object itself.
    pub struct DeploymentId(Deployment.id);
}

reference! {
    /// Takes the identifier of a [`Member`] or the object itself.
    pub struct UserId(Member.user_id);
}

/// A new app.
#[derive(Clone, Debug, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct CreateApp {
    /// Name: 4 to 38 letters, digits and hyphens, unique in the organization whatever the case.
    pub name: String,
    /// Region identifier from the list of regions.
    pub region: Option<String>,
    /// Internal name of the region; older servers want it instead of `region`.
    pub cname: Option<String>,
    /// Dedicated cluster; with a region, the region must be the cluster's.
    pub cluster_name: Option<String>,
    /// Free text.
    pub description: Option<String>,
    /// Who may see the app; private when left out.
    #[builder(into)]
    pub visibility: Option<Visibility>,
    /// Free key-value pairs. Values: letters, digits, `_`, `@`, `-` (the vendor's deploy action).
    #[builder(with = |entries: impl IntoIterator<Item = (impl Into<String>, impl Into<String>)>| entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect())]
    pub tags: Option<BTreeMap<String, String>>,
    /// Stream of releases to follow; null clears it.
    #[builder(into)]
    pub update_channel: Option<UpdateChannel>,
    /// How many replicas, 1 to 10; the plan may allow fewer.
    pub replicas: Option<i64>,
    /// What one replica may use.
    pub resources: Option<Resources>,
    /// Executors of a distributed app.
    pub executor: Option<Executor>,
    /// Persistent storage, in gigabytes.
    pub storage_size_gb: Option<f64>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for CreateApp {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("name", self.name);
        body.put("region", self.region);
        body.put("cname", self.cname);
        body.put("cluster_name", self.cluster_name);
        body.put("description", self.description);
        body.put("visibility", self.visibility);
        body.put("tags", self.tags);
        body.put("update_channel", self.update_channel);
        body.put("replicas", self.replicas);
        body.put("resources", self.resources);
        body.put("executor", self.executor);
        body.put("storage_size_gb", self.storage_size_gb);
        body
    }
}

/// Changes to an app: what is left out stays as it is.
#[derive(Clone, Debug, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct UpdateApp {
    /// Free text.
    pub description: Option<String>,
    /// Who may see the app.
    #[builder(into)]
    pub visibility: Option<Visibility>,
    /// Git branch that production follows.
    pub production_branch: Option<String>,
    /// Replaces all key-value pairs; null removes them. Values: letters, digits, `_`, `@`, `-` (the
    /// vendor's deploy action).
    #[builder(into, default)]
    pub tags: Patch<BTreeMap<String, String>>,
    /// The manifest: YAML text or an object.
    #[builder(into)]
    pub spicepod: Option<JsonValue>,
    /// Runtime version to pin; null lets the channel decide again.
    #[builder(into, default)]
    pub image_tag: Patch<String>,
    /// Image name.
    pub image: Option<String>,
    /// Image registry.
    pub registry: Option<String>,
    /// Stream of releases to follow; null clears it.
    #[builder(into, default)]
    pub update_channel: Patch<UpdateChannel>,
    /// Runtime version range, such as `2.x`.
    pub version: Option<String>,
    /// How many replicas, 1 to 10; the plan may allow fewer.
    pub replicas: Option<i64>,
    /// What one replica may use.
    pub resources: Option<Resources>,
    /// Executors of a distributed app.
    pub executor: Option<Executor>,
    /// Region identifier.
    pub region: Option<String>,
    /// Dedicated cluster; null takes the app off it.
    #[builder(into, default)]
    pub cluster_name: Patch<String>,
    /// Node group.
    pub node_group: Option<String>,
    /// Persistent storage, in gigabytes.
    pub storage_size_gb: Option<f64>,
    /// Older name of `storage_size_gb`.
    pub storage_claim_size_gb: Option<f64>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for UpdateApp {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("description", self.description);
        body.put("visibility", self.visibility);
        body.put("production_branch", self.production_branch);
        body.put("tags", self.tags);
        body.put("spicepod", self.spicepod);
        body.put("image_tag", self.image_tag);
        body.put("image", self.image);
        body.put("registry", self.registry);
        body.put("update_channel", self.update_channel);
        body.put("version", self.version);
        body.put("replicas", self.replicas);
        body.put("resources", self.resources);
        body.put("executor", self.executor);
        body.put("region", self.region);
        body.put("cluster_name", self.cluster_name);
        body.put("node_group", self.node_group);
        body.put("storage_size_gb", self.storage_size_gb);
        body.put("storage_claim_size_gb", self.storage_claim_size_gb);
        body
    }
}

/// What to roll out; everything may be left out.
#[derive(Clone, Debug, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct CreateDeployment {
    /// Runtime version from the list of container images.
    pub image_tag: Option<String>,
    /// Stream of releases.
    #[builder(into)]
    pub channel: Option<UpdateChannel>,
    /// How many replicas, 1 to 10; the plan may allow fewer.
    pub replicas: Option<i64>,
    /// Git branch that is being deployed.
    pub branch: Option<String>,
    /// Git commit that is being deployed.
    pub commit_sha: Option<String>,
    /// What is being deployed, in words.
    pub commit_message: Option<String>,
    /// Run in debug mode.
    pub debug: Option<bool>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for CreateDeployment {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("image_tag", self.image_tag);
        body.put("channel", self.channel);
        body.put("replicas", self.replicas);
        body.put("branch", self.branch);
        body.put("commit_sha", self.commit_sha);
        body.put("commit_message", self.commit_message);
        body.put("debug", self.debug);
        body
    }
}

/// Which key to replace.
#[derive(Clone, Debug, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct RegenerateApiKey {
    /// 0 both, 1 primary (when left out), 2 secondary.
    pub key_number: Option<i64>,
    /// Must be true to replace both keys: whoever uses either is locked out at once. It is not sent.
    pub both_keys_stop_working: Option<bool>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for RegenerateApiKey {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("key_number", self.key_number);
        body.put("both_keys_stop_working", self.both_keys_stop_working);
        body
    }
}

/// Where a fork goes; everything may be left out.
#[derive(Clone, Debug, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct CreateFork {
    /// Name; that of the app with `-fork` behind it when left out, and then `-fork-2` and so on.
    pub name: Option<String>,
    /// Region identifier; where the app is when neither this nor a cluster is given.
    pub region: Option<String>,
    /// Dedicated cluster.
    pub cluster_name: Option<String>,
    /// `s3://` address for the state of the scheduler, apart from the app's own; a distributed app
    /// needs it, and no other takes it.
    pub scheduler_state_location: Option<String>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for CreateFork {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("name", self.name);
        body.put("region", self.region);
        body.put("cluster_name", self.cluster_name);
        body.put("scheduler_state_location", self.scheduler_state_location);
        body
    }
}

/// A new monitor.
#[derive(Clone, Debug, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct CreateMonitor {
    /// Name, unique over the monitors and reactions of an app whatever the case.
    pub name: String,
    /// What the monitor watches.
    #[builder(into)]
    pub template_id: MonitorTemplate,
    /// When the monitor fires.
    pub spec: MonitorSpec,
    /// Free text.
    pub description: Option<String>,
    /// Whether it is switched on; active when left out.
    #[builder(into)]
    pub status: Option<AlertStatus>,
    /// Where people are told: one to three, at most one of each kind. Whoever makes the call, by
    /// e-mail, when left out.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<AlertTarget>>| items.into_iter().map(Into::into).collect())]
    pub targets: Option<Vec<AlertTarget>>,
    /// Members who get the e-mail, at most 50. Whoever makes the call when left out; an empty list for
    /// none.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<i64>>| items.into_iter().map(Into::into).collect())]
    pub recipient_user_ids: Option<Vec<i64>>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for CreateMonitor {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("name", self.name);
        body.put("templateId", self.template_id);
        body.put("spec", self.spec);
        body.put("description", self.description);
        body.put("status", self.status);
        body.put("targets", self.targets);
        body.put("recipientUserIds", self.recipient_user_ids);
        body
    }
}

/// Changes to a monitor: what is left out stays as it is.
#[derive(Clone, Debug, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct UpdateMonitor {
    /// Name, unique over the monitors and reactions of an app whatever the case.
    pub name: Option<String>,
    /// Free text; null removes it.
    #[builder(into, default)]
    pub description: Patch<String>,
    /// Whether it is switched on.
    #[builder(into)]
    pub status: Option<AlertStatus>,
    /// What the monitor watches; another needs a `spec` as well.
    #[builder(into)]
    pub template_id: Option<MonitorTemplate>,
    /// Replaces the whole of when it fires.
    pub spec: Option<MonitorSpec>,
    /// Replaces all of where people are told: one to three, at most one of each kind.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<AlertTarget>>| items.into_iter().map(Into::into).collect())]
    pub targets: Option<Vec<AlertTarget>>,
    /// Replaces the members who get the e-mail, at most 50; an empty list for none.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<i64>>| items.into_iter().map(Into::into).collect())]
    pub recipient_user_ids: Option<Vec<i64>>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for UpdateMonitor {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("name", self.name);
        body.put("description", self.description);
        body.put("status", self.status);
        body.put("templateId", self.template_id);
        body.put("spec", self.spec);
        body.put("targets", self.targets);
        body.put("recipientUserIds", self.recipient_user_ids);
        body
    }
}

/// A new reaction.
#[derive(Clone, Debug, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct CreateReaction {
    /// Name, unique over the monitors and reactions of an app whatever the case.
    pub name: String,
    /// What the reaction watches.
    #[builder(into)]
    pub template_id: ReactionTemplate,
    /// When the reaction fires.
    pub spec: ReactionSpec,
    /// Free text.
    pub description: Option<String>,
    /// Whether it is switched on; active when left out.
    #[builder(into)]
    pub status: Option<AlertStatus>,
    /// Where people are told: one to three, at most one of each kind. Whoever makes the call, by
    /// e-mail, when left out.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<AlertTarget>>| items.into_iter().map(Into::into).collect())]
    pub targets: Option<Vec<AlertTarget>>,
    /// Members who get the e-mail, at most 50. Whoever makes the call when left out; an empty list for
    /// none.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<i64>>| items.into_iter().map(Into::into).collect())]
    pub recipient_user_ids: Option<Vec<i64>>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for CreateReaction {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("name", self.name);
        body.put("templateId", self.template_id);
        body.put("spec", self.spec);
        body.put("description", self.description);
        body.put("status", self.status);
        body.put("targets", self.targets);
        body.put("recipientUserIds", self.recipient_user_ids);
        body
    }
}

/// Changes to a reaction: what is left out stays as it is.
#[derive(Clone, Debug, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct UpdateReaction {
    /// Name, unique over the monitors and reactions of an app whatever the case.
    pub name: Option<String>,
    /// Free text; null removes it.
    #[builder(into, default)]
    pub description: Patch<String>,
    /// Whether it is switched on.
    #[builder(into)]
    pub status: Option<AlertStatus>,
    /// What the reaction watches; another needs a `spec` as well.
    #[builder(into)]
    pub template_id: Option<ReactionTemplate>,
    /// Replaces the whole of when it fires.
    pub spec: Option<ReactionSpec>,
    /// Replaces all of where people are told: one to three, at most one of each kind.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<AlertTarget>>| items.into_iter().map(Into::into).collect())]
    pub targets: Option<Vec<AlertTarget>>,
    /// Replaces the members who get the e-mail, at most 50; an empty list for none.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<i64>>| items.into_iter().map(Into::into).collect())]
    pub recipient_user_ids: Option<Vec<i64>>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for UpdateReaction {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("name", self.name);
        body.put("description", self.description);
        body.put("status", self.status);
        body.put("templateId", self.template_id);
        body.put("spec", self.spec);
        body.put("targets", self.targets);
        body.put("recipientUserIds", self.recipient_user_ids);
        body
    }
}

/// A user to add.
#[derive(Clone, Debug, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct AddMember {
    /// Spice.ai user name; the user must have signed in once.
    pub username: String,
    /// Roles; `member` when left out.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<MemberRole>>| items.into_iter().map(Into::into).collect())]
    pub roles: Option<Vec<MemberRole>>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for AddMember {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("username", self.username);
        body.put("roles", self.roles);
        body
    }
}

/// New roles for a member.
#[derive(Clone, Debug, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct UpdateMember {
    /// Every role that the member shall have.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<MemberRole>>| items.into_iter().map(Into::into).collect())]
    pub roles: Vec<MemberRole>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for UpdateMember {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("roles", self.roles);
        body
    }
}

/// Where to go back to.
#[derive(Clone, Debug, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct RollbackDeployment {
    /// Identifier of the deployment to go back to; if not given, the last one that succeeded before the
    /// newest.
    pub to: Option<i64>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for RollbackDeployment {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("to", self.to);
        body
    }
}

/// What to check.
#[derive(Clone, Debug, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct LintSpicepod {
    /// The spicepod, as YAML text or as an object; if not given, the one that the app has.
    #[builder(into)]
    pub spicepod: Option<JsonValue>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for LintSpicepod {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("spicepod", self.spicepod);
        body
    }
}

/// How to rotate.
#[derive(Clone, Debug, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct RotateKeys {
    /// The journal of a rotation that did not come to its end, to go on from there.
    pub journal: Option<String>,
    /// How long to wait after the second key was verified, so that everybody has it, before the first
    /// is replaced; 30 s if not given.
    pub grace: Option<Duration>,
    /// How often in a row `verify` has to pass; 3 if not given.
    pub verify_times: Option<i64>,
    /// How long it may take until it does; 2 minutes if not given.
    pub verify_timeout: Option<Duration>,
    /// How long to wait between two tries; 1 s if not given.
    pub verify_interval: Option<Duration>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for RotateKeys {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("journal", self.journal);
        body.put("grace", self.grace);
        body.put("verify_times", self.verify_times);
        body.put("verify_timeout", self.verify_timeout);
        body.put("verify_interval", self.verify_interval);
        body
    }
}

/// What should be.
#[derive(Clone, Debug, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct PlanState {
    /// The desired state, as YAML or JSON text or as an object with `app`, `secrets` and `members`.
    #[builder(into)]
    pub desired: JsonValue,
    /// Whether secrets, tags and members that the desired state does not name are removed; false if not
    /// given.
    pub prune: Option<bool>,
    /// Values of secrets by their names; others come from the environment.
    #[builder(with = |entries: impl IntoIterator<Item = (impl Into<String>, impl Into<Secret>)>| entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect())]
    pub values: Option<BTreeMap<String, Secret>>,
    /// The `fingerprints` of the last `apply`, by which secrets that have not changed are recognised.
    /// Without them a secret that is there is left as it is.
    pub fingerprints: Option<String>,
    /// Key of the fingerprints; if not given, it is made of the token or client secret that the client
    /// signs in with.
    #[builder(into)]
    pub fingerprint_key: Option<Secret>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for PlanState {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("desired", self.desired);
        body.put("prune", self.prune);
        body.put("values", self.values);
        body.put("fingerprints", self.fingerprints);
        body.put("fingerprint_key", self.fingerprint_key);
        body
    }
}

/// What to do.
#[derive(Clone, Debug, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct ApplyPlan {
    /// The `document` of a plan.
    pub document: String,
    /// Values of secrets by their names, as for the plan.
    #[builder(with = |entries: impl IntoIterator<Item = (impl Into<String>, impl Into<Secret>)>| entries.into_iter().map(|(key, value)| (key.into(), value.into())).collect())]
    pub values: Option<BTreeMap<String, Secret>>,
    /// Key of the fingerprints, as for the plan.
    #[builder(into)]
    pub fingerprint_key: Option<Secret>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for ApplyPlan {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("document", self.document);
        body.put("values", self.values);
        body.put("fingerprint_key", self.fingerprint_key);
        body
    }
}

/// What to search for.
#[derive(Clone, Debug, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct SearchDatasets {
    /// What is looked for, in words.
    pub text: String,
    /// Where to look; everywhere that can be searched if not given.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<String>>| items.into_iter().map(Into::into).collect())]
    pub datasets: Option<Vec<String>>,
    /// How many results there may be.
    pub max_results: Option<i64>,
    /// A condition of SQL that results have to meet.
    pub condition: Option<String>,
    /// Columns to give beside those that were searched.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<String>>| items.into_iter().map(Into::into).collect())]
    pub additional_columns: Option<Vec<String>>,
    /// Words of which a result has to have one.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<String>>| items.into_iter().map(Into::into).collect())]
    pub keywords: Option<Vec<String>>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for SearchDatasets {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("text", self.text);
        body.put("datasets", self.datasets);
        body.put("limit", self.max_results);
        body.put("where", self.condition);
        body.put("additional_columns", self.additional_columns);
        body.put("keywords", self.keywords);
        body
    }
}

/// What to ask.
#[derive(Clone, Debug, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct Chat {
    /// Name of the model, as the spicepod has it.
    pub model: String,
    /// What was said so far, each with `role` and `content`.
    #[builder(with = |items: impl IntoIterator<Item = impl Into<BTreeMap<String, String>>>| items.into_iter().map(Into::into).collect())]
    pub messages: Vec<BTreeMap<String, String>>,
    /// How freely the model may answer.
    pub temperature: Option<f64>,
    /// How long the answer may be, in tokens.
    pub max_tokens: Option<i64>,
    /// Further members to send as they are, for what this version does not know.
    #[builder(default)]
    pub extra: Extra,
}

impl IntoBody for Chat {
    fn into_body(self) -> Body {
        let mut body = Body::from(self.extra);
        body.put("model", self.model);
        body.put("messages", self.messages);
        body.put("temperature", self.temperature);
        body.put("max_tokens", self.max_tokens);
        body
    }
}

/// What to ask for; everything may be left out.
#[derive(Clone, Debug, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct ListContainerImages {
    /// Channel of the images; stable when left out.
    #[builder(into)]
    pub channel: Option<ImageChannel>,
}

impl IntoQuery for ListContainerImages {
    fn into_query(self) -> Query {
        let mut query = Query::default();
        query.put("channel", self.channel);
        query
    }
}

/// What to ask for; everything may be left out.
#[derive(Clone, Debug, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct GetAppMetrics {
    /// Window such as `5m`, which turns counters into rates.
    pub window: Option<String>,
}

impl IntoQuery for GetAppMetrics {
    fn into_query(self) -> Query {
        let mut query = Query::default();
        query.put("window", self.window);
        query
    }
}

/// What to ask for; everything may be left out.
#[derive(Clone, Debug, Default, bon::Builder)]
#[builder(on(String, into))]
#[non_exhaustive]
pub struct ListDeployments {
    /// Only deployments with this status.
    #[builder(into)]
    pub status: Option<DeploymentStatus>,
}

impl IntoQuery for ListDeployments {
    fn into_query(self) -> Query {
        let mut query = Query::default();
        query.put("status", self.status);
        query
    }
}
