//! Bodies and filters from the arguments of a call.

use std::collections::BTreeMap;

use serde_json::{Map, Value};
use spice_cloud::{
    AddMember, ApplyPlan, Chat, CreateApp, CreateDeployment, CreateFork, CreateMonitor, CreateReaction,
    DeployOptions, GetAppMetrics, LintSpicepod, ListContainerImages, ListDeployments, MemberRole, Method,
    MonitorSpec, MonitorTemplate, PlanState, RawRequest, ReactionSpec, ReactionTemplate, RegenerateApiKey,
    RollbackDeployment, SearchDatasets, UpdateApp, UpdateMember, UpdateMonitor, UpdateReaction, WaitOptions,
};

use super::{Args, seconds};

pub(super) fn create_app(args: &mut Args<'_>) -> Result<CreateApp, String> {
    let mut params = CreateApp::builder().name(args.need::<String>("name")?).build();
    params.region = args.take("region")?;
    params.cname = args.take("cname")?;
    params.cluster_name = args.take("cluster_name")?;
    params.description = args.take("description")?;
    params.visibility = args.take("visibility")?;
    params.tags = args.take("tags")?;
    params.update_channel = args.take("update_channel")?;
    params.replicas = args.take("replicas")?;
    params.resources = args.take("resources")?;
    params.executor = args.take("executor")?;
    params.storage_size_gb = args.take("storage_size_gb")?;
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn update_app(args: &mut Args<'_>) -> Result<UpdateApp, String> {
    let mut params = UpdateApp::default();
    params.description = args.take("description")?;
    params.visibility = args.take("visibility")?;
    params.production_branch = args.take("production_branch")?;
    params.tags = args.patch("tags")?;
    params.spicepod = args.take("spicepod")?;
    params.image_tag = args.patch("image_tag")?;
    params.image = args.take("image")?;
    params.registry = args.take("registry")?;
    params.update_channel = args.patch("update_channel")?;
    params.version = args.take("version")?;
    params.replicas = args.take("replicas")?;
    params.resources = args.take("resources")?;
    params.executor = args.take("executor")?;
    params.region = args.take("region")?;
    params.cluster_name = args.patch("cluster_name")?;
    params.node_group = args.take("node_group")?;
    params.storage_size_gb = args.take("storage_size_gb")?;
    params.storage_claim_size_gb = args.take("storage_claim_size_gb")?;
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn create_deployment(args: &mut Args<'_>) -> Result<CreateDeployment, String> {
    let mut params = CreateDeployment::default();
    params.image_tag = args.take("image_tag")?;
    params.channel = args.take("channel")?;
    params.replicas = args.take("replicas")?;
    params.branch = args.take("branch")?;
    params.commit_sha = args.take("commit_sha")?;
    params.commit_message = args.take("commit_message")?;
    params.debug = args.take("debug")?;
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn regenerate_api_key(args: &mut Args<'_>) -> Result<RegenerateApiKey, String> {
    let mut params = RegenerateApiKey::default();
    params.key_number = args.take("key_number")?;
    params.both_keys_stop_working = args.take("both_keys_stop_working")?;
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn add_member(args: &mut Args<'_>) -> Result<AddMember, String> {
    let mut params = AddMember::builder().username(args.need::<String>("username")?).build();
    params.roles = args.take("roles")?;
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn update_member(args: &mut Args<'_>) -> Result<UpdateMember, String> {
    let mut params = UpdateMember::builder().roles(args.need::<Vec<MemberRole>>("roles")?).build();
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn create_fork(args: &mut Args<'_>) -> Result<CreateFork, String> {
    let mut params = CreateFork::default();
    params.name = args.take("name")?;
    params.region = args.take("region")?;
    params.cluster_name = args.take("cluster_name")?;
    params.scheduler_state_location = args.take("scheduler_state_location")?;
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn create_monitor(args: &mut Args<'_>) -> Result<CreateMonitor, String> {
    let mut params = CreateMonitor::builder()
        .name(args.need::<String>("name")?)
        .template_id(args.need::<MonitorTemplate>("template_id")?)
        .spec(args.need::<MonitorSpec>("spec")?)
        .build();
    params.description = args.take("description")?;
    params.status = args.take("status")?;
    params.targets = args.take("targets")?;
    params.recipient_user_ids = args.take("recipient_user_ids")?;
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn update_monitor(args: &mut Args<'_>) -> Result<UpdateMonitor, String> {
    let mut params = UpdateMonitor::default();
    params.name = args.take("name")?;
    params.description = args.patch("description")?;
    params.status = args.take("status")?;
    params.template_id = args.take("template_id")?;
    params.spec = args.take("spec")?;
    params.targets = args.take("targets")?;
    params.recipient_user_ids = args.take("recipient_user_ids")?;
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn create_reaction(args: &mut Args<'_>) -> Result<CreateReaction, String> {
    let mut params = CreateReaction::builder()
        .name(args.need::<String>("name")?)
        .template_id(args.need::<ReactionTemplate>("template_id")?)
        .spec(args.need::<ReactionSpec>("spec")?)
        .build();
    params.description = args.take("description")?;
    params.status = args.take("status")?;
    params.targets = args.take("targets")?;
    params.recipient_user_ids = args.take("recipient_user_ids")?;
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn update_reaction(args: &mut Args<'_>) -> Result<UpdateReaction, String> {
    let mut params = UpdateReaction::default();
    params.name = args.take("name")?;
    params.description = args.patch("description")?;
    params.status = args.take("status")?;
    params.template_id = args.take("template_id")?;
    params.spec = args.take("spec")?;
    params.targets = args.take("targets")?;
    params.recipient_user_ids = args.take("recipient_user_ids")?;
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn container_images(args: &mut Args<'_>) -> Result<ListContainerImages, String> {
    let mut filter = ListContainerImages::default();
    filter.channel = args.take("channel")?;
    Ok(filter)
}

pub(super) fn app_metrics(args: &mut Args<'_>) -> Result<GetAppMetrics, String> {
    let mut filter = GetAppMetrics::default();
    filter.window = args.take("window")?;
    Ok(filter)
}

pub(super) fn deployments(args: &mut Args<'_>) -> Result<ListDeployments, String> {
    let mut filter = ListDeployments::default();
    filter.status = args.take("status")?;
    Ok(filter)
}

pub(super) fn wait(args: &mut Args<'_>) -> Result<WaitOptions, String> {
    let mut options = WaitOptions::default();
    if let Some(limit) = args.take("timeout")? {
        options.timeout = seconds(limit)?;
    }
    if let Some(interval) = args.take("poll_interval")? {
        options.poll_interval = seconds(interval)?;
    }
    Ok(options)
}

pub(super) fn deploy(args: &mut Args<'_>) -> Result<DeployOptions, String> {
    let mut options = DeployOptions::from(wait(args)?);
    options.redeploy_on = args.take("redeploy_on")?.unwrap_or_default();
    options.max_redeploys = args.take("max_redeploys")?.unwrap_or(options.max_redeploys);
    options.rollback_on_failure = args.take("rollback_on_failure")?.unwrap_or_default();
    options.until_ready = args.take("until_ready")?.unwrap_or_default();
    Ok(options)
}

pub(super) fn rollback(args: &mut Args<'_>) -> Result<RollbackDeployment, String> {
    let mut params = RollbackDeployment::default();
    params.to = args.take("to")?;
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn lint(args: &mut Args<'_>) -> Result<LintSpicepod, String> {
    let mut params = LintSpicepod::default();
    params.spicepod = args.take("spicepod")?;
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn plan(args: &mut Args<'_>) -> Result<PlanState, String> {
    let mut params = PlanState::builder().desired(args.need::<Value>("desired")?).build();
    params.prune = args.take("prune")?;
    params.values = args.take("values")?;
    params.fingerprints = args.take("fingerprints")?;
    params.fingerprint_key = args.take("fingerprint_key")?;
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn apply(args: &mut Args<'_>) -> Result<ApplyPlan, String> {
    let mut params = ApplyPlan::builder().document(args.need::<String>("document")?).build();
    params.values = args.take("values")?;
    params.fingerprint_key = args.take("fingerprint_key")?;
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn search(args: &mut Args<'_>) -> Result<SearchDatasets, String> {
    let mut params = SearchDatasets::builder().text(args.need::<String>("text")?).build();
    params.datasets = args.take("datasets")?;
    params.max_results = args.take("max_results")?;
    params.condition = args.take("condition")?;
    params.additional_columns = args.take("additional_columns")?;
    params.keywords = args.take("keywords")?;
    params.extra = args.extra()?;
    Ok(params)
}

pub(super) fn chat(args: &mut Args<'_>) -> Result<Chat, String> {
    let messages: Vec<BTreeMap<String, String>> = args.need("messages")?;
    let mut params = Chat::builder().model(args.need::<String>("model")?).messages(messages).build();
    params.temperature = args.take("temperature")?;
    params.max_tokens = args.take("max_tokens")?;
    params.extra = args.extra()?;
    Ok(params)
}

/// Names and values of secrets, in the order in which they are written.
pub(super) fn secrets(args: &mut Args<'_>) -> Result<Vec<(String, String)>, String> {
    let secrets: Map<String, Value> = args.need("secrets")?;
    let text = |(name, value): (String, Value)| match value {
        Value::String(value) => Ok((name, value)),
        other => Err(format!("the secret {name} is no text: {other}")),
    };
    secrets.into_iter().map(text).collect()
}

pub(super) fn request(args: &mut Args<'_>) -> Result<RawRequest, String> {
    let name: String = args.need("method")?;
    let methods = [Method::Get, Method::Post, Method::Put, Method::Patch, Method::Delete];
    let method = methods.into_iter().find(|method| method.as_str() == name);
    let method = method.ok_or_else(|| format!("{name} is no method"))?;
    let mut request = RawRequest::new(method, args.need::<String>("path")?);
    let query: BTreeMap<String, String> = args.take("query")?.unwrap_or_default();
    for (name, value) in query {
        request = request.query(name, value);
    }
    if let Some(body) = args.take::<Value>("body")? {
        request = request.body(body);
    }
    if args.take("idempotent")?.unwrap_or(false) {
        request = request.idempotent();
    }
    Ok(request)
}
