//! The operations that are served: their ids, routes and nothing else.

use Operation as Op;

/// An operation of the API.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Operation {
    Health,
    Docs,
    OAuthToken,
    Limits,
    Regions,
    ContainerImages,
    Orgs,
    Clusters,
    AppsList,
    AppsCreate,
    AppsGet,
    AppsUpdate,
    AppsDelete,
    AppsMetrics,
    AppsResume,
    DeploymentsList,
    DeploymentsCreate,
    DeploymentsGet,
    SecretsList,
    SecretsSet,
    SecretsGet,
    SecretsDelete,
    ApiKeysGet,
    ApiKeysRegenerate,
    ForksList,
    ForksCreate,
    MonitorsList,
    MonitorsCreate,
    MonitorsGet,
    MonitorsUpdate,
    MonitorsDelete,
    ReactionsList,
    ReactionsCreate,
    ReactionsGet,
    ReactionsUpdate,
    ReactionsDelete,
    MembersList,
    MembersAdd,
    MembersGet,
    MembersUpdate,
    MembersRemove,
}

/// A route: method, path template and what it does.
pub(crate) struct Route {
    pub(crate) method: &'static str,
    pub(crate) template: &'static str,
    pub(crate) operation: Operation,
}

const fn route(method: &'static str, template: &'static str, operation: Operation) -> Route {
    Route { method, template, operation }
}

/// Every route, under the prefix `/v1/apps`; `/v1/projects` is the same by one rule of the router.
pub(crate) const ROUTES: &[Route] = &[
    route("GET", "/v1/health", Op::Health),
    route("GET", "/v1/docs", Op::Docs),
    route("GET", "/v1/docs/openapi.json", Op::Docs),
    route("GET", "/openapi.json", Op::Docs),
    route("POST", "/api/oauth/token", Op::OAuthToken),
    route("GET", "/v1/limits", Op::Limits),
    route("GET", "/v1/regions", Op::Regions),
    route("GET", "/v1/container-images", Op::ContainerImages),
    route("GET", "/v1/orgs", Op::Orgs),
    route("GET", "/v1/clusters", Op::Clusters),
    route("GET", "/v1/apps", Op::AppsList),
    route("POST", "/v1/apps", Op::AppsCreate),
    route("GET", "/v1/apps/{app_id}", Op::AppsGet),
    route("PUT", "/v1/apps/{app_id}", Op::AppsUpdate),
    route("DELETE", "/v1/apps/{app_id}", Op::AppsDelete),
    route("GET", "/v1/apps/{app_id}/metrics", Op::AppsMetrics),
    route("POST", "/v1/apps/{app_id}/resume", Op::AppsResume),
    route("GET", "/v1/apps/{app_id}/deployments", Op::DeploymentsList),
    route("POST", "/v1/apps/{app_id}/deployments", Op::DeploymentsCreate),
    route("GET", "/v1/apps/{app_id}/deployments/{deployment_id}", Op::DeploymentsGet),
    route("GET", "/v1/apps/{app_id}/secrets", Op::SecretsList),
    route("POST", "/v1/apps/{app_id}/secrets", Op::SecretsSet),
    route("GET", "/v1/apps/{app_id}/secrets/{name}", Op::SecretsGet),
    route("DELETE", "/v1/apps/{app_id}/secrets/{name}", Op::SecretsDelete),
    route("GET", "/v1/apps/{app_id}/api-keys", Op::ApiKeysGet),
    route("POST", "/v1/apps/{app_id}/api-keys", Op::ApiKeysRegenerate),
    route("GET", "/v1/apps/{app_id}/forks", Op::ForksList),
    route("POST", "/v1/apps/{app_id}/forks", Op::ForksCreate),
    route("GET", "/v1/apps/{app_id}/monitors", Op::MonitorsList),
    route("POST", "/v1/apps/{app_id}/monitors", Op::MonitorsCreate),
    route("GET", "/v1/apps/{app_id}/monitors/{monitor}", Op::MonitorsGet),
    route("PATCH", "/v1/apps/{app_id}/monitors/{monitor}", Op::MonitorsUpdate),
    route("DELETE", "/v1/apps/{app_id}/monitors/{monitor}", Op::MonitorsDelete),
    route("GET", "/v1/apps/{app_id}/reactions", Op::ReactionsList),
    route("POST", "/v1/apps/{app_id}/reactions", Op::ReactionsCreate),
    route("GET", "/v1/apps/{app_id}/reactions/{reaction}", Op::ReactionsGet),
    route("PATCH", "/v1/apps/{app_id}/reactions/{reaction}", Op::ReactionsUpdate),
    route("DELETE", "/v1/apps/{app_id}/reactions/{reaction}", Op::ReactionsDelete),
    route("GET", "/v1/members", Op::MembersList),
    route("POST", "/v1/members", Op::MembersAdd),
    route("GET", "/v1/members/{user_id}", Op::MembersGet),
    route("PATCH", "/v1/members/{user_id}", Op::MembersUpdate),
    route("DELETE", "/v1/members/{user_id}", Op::MembersRemove),
];

impl Operation {
    /// The id that the contract gives it; the documents themselves are no operation of the contract.
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Health => "health.get",
            Self::Docs => "docs.get",
            Self::OAuthToken => "oauth.token",
            Self::Limits => "limits.get",
            Self::Regions => "regions.list",
            Self::ContainerImages => "container_images.list",
            Self::Orgs => "orgs.list",
            Self::Clusters => "clusters.list",
            Self::AppsList => "apps.list",
            Self::AppsCreate => "apps.create",
            Self::AppsGet => "apps.get",
            Self::AppsUpdate => "apps.update",
            Self::AppsDelete => "apps.delete",
            Self::AppsMetrics => "apps.metrics",
            Self::AppsResume => "apps.resume",
            Self::DeploymentsList => "deployments.list",
            Self::DeploymentsCreate => "deployments.create",
            Self::DeploymentsGet => "deployments.get",
            Self::SecretsList => "secrets.list",
            Self::SecretsSet => "secrets.set",
            Self::SecretsGet => "secrets.get",
            Self::SecretsDelete => "secrets.delete",
            Self::ApiKeysGet => "api_keys.get",
            Self::ApiKeysRegenerate => "api_keys.regenerate",
            Self::ForksList => "forks.list",
            Self::ForksCreate => "forks.create",
            Self::MonitorsList => "monitors.list",
            Self::MonitorsCreate => "monitors.create",
            Self::MonitorsGet => "monitors.get",
            Self::MonitorsUpdate => "monitors.update",
            Self::MonitorsDelete => "monitors.delete",
            Self::ReactionsList => "reactions.list",
            Self::ReactionsCreate => "reactions.create",
            Self::ReactionsGet => "reactions.get",
            Self::ReactionsUpdate => "reactions.update",
            Self::ReactionsDelete => "reactions.delete",
            Self::MembersList => "members.list",
            Self::MembersAdd => "members.add",
            Self::MembersGet => "members.get",
            Self::MembersUpdate => "members.update",
            Self::MembersRemove => "members.remove",
        }
    }

    /// Whether it changes something, which the role `viewer` may not.
    pub(crate) fn writes(self) -> bool {
        ROUTES.iter().any(|route| route.operation == self && route.method != "GET")
    }
}
