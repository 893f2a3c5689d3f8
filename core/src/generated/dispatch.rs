// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

//! From an operation to its call, for hosts that have its name and its parameters as data.

use super::models;
use crate::channel::{AnyPages, AnyPieces, Extent, model, pages as erased, reply};
use crate::client::Client;
use crate::error::Result;
use crate::pending::Pending;
use crate::reply::Reply;
use crate::request::Request;
use crate::workflows;

/// Makes the call of an operation, whatever it gives; nothing for lists in pages.
pub(crate) fn call(client: &Client, request: Request) -> Option<Pending<Reply>> {
    Some(match request.operation.id {
        "apps.create" => reply(client.change::<models::App>(request)),
        "apps.get" => reply(client.send::<models::App>(request)),
        "apps.update" => reply(client.send::<models::App>(request)),
        "apps.delete" => reply(client.send::<()>(request)),
        "apps.metrics" => reply(client.send::<models::AppMetrics>(request)),
        "apps.resume" => reply(client.send::<models::ResumedApp>(request)),
        "apps.lint" => reply(client.work(request, workflows::apps_lint)),
        "deployments.create" => reply(client.change::<models::Deployment>(request)),
        "deployments.get" => reply(client.send::<models::Deployment>(request)),
        "deployments.rollback" => reply(client.work(request, workflows::deployments_rollback)),
        "secrets.list" => reply(client.send::<Vec<models::AppSecret>>(request)),
        "secrets.set" => reply(client.send::<models::AppSecret>(request)),
        "secrets.get" => reply(client.send::<models::AppSecret>(request)),
        "secrets.delete" => reply(client.send::<()>(request)),
        "secrets.drift" => reply(client.work(request, workflows::secrets_drift)),
        "api_keys.get" => reply(client.send::<models::ApiKeys>(request)),
        "api_keys.regenerate" => reply(client.change::<models::ApiKeys>(request)),
        "forks.list" => reply(client.send::<Vec<models::App>>(request)),
        "forks.create" => reply(client.send::<models::App>(request)),
        "monitors.list" => reply(client.send::<Vec<models::Monitor>>(request)),
        "monitors.create" => reply(client.send::<models::Monitor>(request)),
        "monitors.get" => reply(client.send::<models::Monitor>(request)),
        "monitors.update" => reply(client.send::<models::Monitor>(request)),
        "monitors.delete" => reply(client.send::<()>(request)),
        "reactions.list" => reply(client.send::<Vec<models::Reaction>>(request)),
        "reactions.create" => reply(client.send::<models::Reaction>(request)),
        "reactions.get" => reply(client.send::<models::Reaction>(request)),
        "reactions.update" => reply(client.send::<models::Reaction>(request)),
        "reactions.delete" => reply(client.send::<()>(request)),
        "members.list" => reply(client.send::<Vec<models::Member>>(request)),
        "members.add" => reply(client.change::<models::Member>(request)),
        "members.get" => reply(client.send::<models::Member>(request)),
        "members.update" => reply(client.send::<models::Member>(request)),
        "members.remove" => reply(client.send::<()>(request)),
        "regions.list" => reply(client.send::<models::Regions>(request)),
        "container_images.list" => reply(client.send::<models::ContainerImages>(request)),
        "orgs.list" => reply(client.send::<Vec<models::Org>>(request)),
        "clusters.list" => reply(client.send::<Vec<models::Cluster>>(request)),
        "runtime.sql" => reply(client.work(request, workflows::runtime_sql)),
        "runtime.search" => reply(client.work(request, workflows::runtime_search)),
        "runtime.chat" => reply(client.work(request, workflows::runtime_chat)),
        "runtime.ready" => reply(client.work(request, workflows::runtime_ready)),
        "runtime.health" => reply(client.work(request, workflows::runtime_health)),
        "runtime.datasets" => reply(client.work(request, workflows::runtime_datasets)),
        "runtime.metrics" => reply(client.work(request, workflows::runtime_metrics)),
        "health.get" => reply(client.send::<models::Health>(request)),
        "limits.get" => reply(client.send::<models::Limits>(request)),
        "client.whoami" => reply(client.work(request, workflows::client_whoami)),
        "client.require" => reply(client.work(request, workflows::client_require)),
        "client.plan" => reply(client.work(request, workflows::client_plan)),
        "client.apply" => reply(client.work(request, workflows::client_apply)),
        "client.doctor" => reply(client.work(request, workflows::client_doctor)),
        _ => return None,
    })
}

/// The pages of a list; nothing for other operations.
pub(crate) fn pages(client: &Client, request: &Request, extent: Extent) -> Option<Box<dyn AnyPages>> {
    Some(match request.operation.id {
        "apps.list" => erased(client.paginate::<models::App>(request.clone()), extent),
        "deployments.list" => erased(client.paginate::<models::Deployment>(request.clone()), extent),
        _ => return None,
    })
}

/// The pieces of an answer that comes piece by piece; nothing for other operations.
pub(crate) fn streams(client: &Client, request: &Request) -> Option<Result<Box<dyn AnyPieces>>> {
    Some(match request.operation.id {
        "runtime.chat_stream" => client
            .stream(request.clone(), workflows::runtime_chat_stream)
            .map(|pieces| Box::new(pieces) as Box<dyn AnyPieces>),
        _ => return None,
    })
}

/// Reads a model of answers by its name, from JSON; nothing when there is none of that name.
pub(crate) fn read(name: &str, json: &str) -> Option<Result<Reply>> {
    Some(match name {
        "Health" => model::<models::Health>(name, json),
        "Limits" => model::<models::Limits>(name, json),
        "Region" => model::<models::Region>(name, json),
        "Regions" => model::<models::Regions>(name, json),
        "ContainerImage" => model::<models::ContainerImage>(name, json),
        "ContainerImages" => model::<models::ContainerImages>(name, json),
        "Org" => model::<models::Org>(name, json),
        "Cluster" => model::<models::Cluster>(name, json),
        "ResourceQuantities" => model::<models::ResourceQuantities>(name, json),
        "Resources" => model::<models::Resources>(name, json),
        "Executor" => model::<models::Executor>(name, json),
        "AppConfig" => model::<models::AppConfig>(name, json),
        "ForkSource" => model::<models::ForkSource>(name, json),
        "App" => model::<models::App>(name, json),
        "ResumedApp" => model::<models::ResumedApp>(name, json),
        "InstanceMetrics" => model::<models::InstanceMetrics>(name, json),
        "IngestionMetrics" => model::<models::IngestionMetrics>(name, json),
        "ClusterMetrics" => model::<models::ClusterMetrics>(name, json),
        "AppMetrics" => model::<models::AppMetrics>(name, json),
        "Deployment" => model::<models::Deployment>(name, json),
        "AppSecret" => model::<models::AppSecret>(name, json),
        "ApiKeys" => model::<models::ApiKeys>(name, json),
        "AlertTarget" => model::<models::AlertTarget>(name, json),
        "MonitorSpec" => model::<models::MonitorSpec>(name, json),
        "ReactionSpec" => model::<models::ReactionSpec>(name, json),
        "Monitor" => model::<models::Monitor>(name, json),
        "Reaction" => model::<models::Reaction>(name, json),
        "Member" => model::<models::Member>(name, json),
        "SpicepodReport" => model::<models::SpicepodReport>(name, json),
        "SecretReference" => model::<models::SecretReference>(name, json),
        "SecretDrift" => model::<models::SecretDrift>(name, json),
        "RotationEvent" => model::<models::RotationEvent>(name, json),
        "RotationReport" => model::<models::RotationReport>(name, json),
        "ScopeReport" => model::<models::ScopeReport>(name, json),
        "Identity" => model::<models::Identity>(name, json),
        "Plan" => model::<models::Plan>(name, json),
        "PlannedChange" => model::<models::PlannedChange>(name, json),
        "AppliedPlan" => model::<models::AppliedPlan>(name, json),
        "Diagnosis" => model::<models::Diagnosis>(name, json),
        "Check" => model::<models::Check>(name, json),
        "SqlResult" => model::<models::SqlResult>(name, json),
        "SearchResult" => model::<models::SearchResult>(name, json),
        "SearchHit" => model::<models::SearchHit>(name, json),
        "ChatCompletion" => model::<models::ChatCompletion>(name, json),
        "ChatChunk" => model::<models::ChatChunk>(name, json),
        "RuntimeStatus" => model::<models::RuntimeStatus>(name, json),
        "RuntimeDatasets" => model::<models::RuntimeDatasets>(name, json),
        "RuntimeDataset" => model::<models::RuntimeDataset>(name, json),
        "RuntimeMetrics" => model::<models::RuntimeMetrics>(name, json),
        "MetricSample" => model::<models::MetricSample>(name, json),
        _ => return None,
    })
}
