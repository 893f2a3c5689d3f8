// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

//! The operations as data: routes, scopes, what may be repeated, and what is checked before anything is sent.

use crate::operation::{Evidence, Field, Host, Method, Operation, Param, Retry, Rules, Scope, Strategy};

/// Check that the API answers
pub(crate) static HEALTH_GET: Operation = Operation {
    id: "health.get",
    method: Method::Get,
    path: "/v1/health",
    scope: None,
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: false,
    path_params: &[],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &[],
    max_page_size: None,
};

/// Read the plan's limits
pub(crate) static LIMITS_GET: Operation = Operation {
    id: "limits.get",
    method: Method::Get,
    path: "/v1/limits",
    scope: Some(Scope { name: "apps:read", is_guess: true }),
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &[],
    max_page_size: None,
};

/// List regions
pub(crate) static REGIONS_LIST: Operation = Operation {
    id: "regions.list",
    method: Method::Get,
    path: "/v1/regions",
    scope: Some(Scope { name: "apps:read", is_guess: false }),
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &[],
    max_page_size: None,
};

/// List runtime images
pub(crate) static CONTAINER_IMAGES_LIST: Operation = Operation {
    id: "container_images.list",
    method: Method::Get,
    path: "/v1/container-images",
    scope: Some(Scope { name: "apps:read", is_guess: false }),
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[],
    body: &[],
    query: &[Field {
        name: "channel",
        required: false,
        secret: false,
        rules: Rules { one_of: &["stable", "enterprise"], ..Rules::NONE },
    }],
    body_required: false,
    envelope: &[],
    max_page_size: None,
};

/// List organizations
pub(crate) static ORGS_LIST: Operation = Operation {
    id: "orgs.list",
    method: Method::Get,
    path: "/v1/orgs",
    scope: Some(Scope { name: "apps:read", is_guess: false }),
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialDocs,
    authenticated: true,
    path_params: &[],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &["orgs"],
    max_page_size: None,
};

/// List dedicated clusters
pub(crate) static CLUSTERS_LIST: Operation = Operation {
    id: "clusters.list",
    method: Method::Get,
    path: "/v1/clusters",
    scope: Some(Scope { name: "apps:read", is_guess: false }),
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialDocs,
    authenticated: true,
    path_params: &[],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &["clusters"],
    max_page_size: None,
};

/// List apps
pub(crate) static APPS_LIST: Operation = Operation {
    id: "apps.list",
    method: Method::Get,
    path: "/v1/apps",
    scope: Some(Scope { name: "apps:read", is_guess: false }),
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &["apps", "projects"],
    max_page_size: Some(1000),
};

/// Create an app
pub(crate) static APPS_CREATE: Operation = Operation {
    id: "apps.create",
    method: Method::Post,
    path: "/v1/apps",
    scope: Some(Scope { name: "apps:write", is_guess: false }),
    retry: Retry::Reconcile(Strategy::App),
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[],
    body: &[
        Field {
            name: "name",
            required: true,
            secret: false,
            rules: Rules {
                pattern: Some("^[a-zA-Z0-9-]+$"),
                min_length: Some(4),
                max_length: Some(38),
                ..Rules::NONE
            },
        },
        Field {
            name: "region",
            required: false,
            secret: false,
            rules: Rules { pattern: Some("^[a-z]{2,3}-[a-z]+-\\d+$"), ..Rules::NONE },
        },
        Field {
            name: "cname",
            required: false,
            secret: false,
            rules: Rules { min_length: Some(1), ..Rules::NONE },
        },
        Field {
            name: "cluster_name",
            required: false,
            secret: false,
            rules: Rules { nullable: true, ..Rules::NONE },
        },
        Field { name: "description", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field {
            name: "visibility",
            required: false,
            secret: false,
            rules: Rules { one_of: &["public", "private"], ..Rules::NONE },
        },
        Field {
            name: "tags",
            required: false,
            secret: false,
            rules: Rules { item_pattern: Some("^[A-Za-z0-9_@-]*$"), nullable: true, ..Rules::NONE },
        },
        Field {
            name: "update_channel",
            required: false,
            secret: false,
            rules: Rules { nullable: true, ..Rules::NONE },
        },
        Field {
            name: "replicas",
            required: false,
            secret: false,
            rules: Rules { minimum: Some(1), maximum: Some(10), ..Rules::NONE },
        },
        Field { name: "resources", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field { name: "executor", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field {
            name: "storage_size_gb",
            required: false,
            secret: false,
            rules: Rules { above: Some(0), ..Rules::NONE },
        },
    ],
    query: &[],
    body_required: true,
    envelope: &[],
    max_page_size: None,
};

/// Read an app
pub(crate) static APPS_GET: Operation = Operation {
    id: "apps.get",
    method: Method::Get,
    path: "/v1/apps/{app_id}",
    scope: Some(Scope { name: "apps:read", is_guess: false }),
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[Param { name: "app_id", pattern: None }],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &[],
    max_page_size: None,
};

/// Change an app
pub(crate) static APPS_UPDATE: Operation = Operation {
    id: "apps.update",
    method: Method::Put,
    path: "/v1/apps/{app_id}",
    scope: Some(Scope { name: "apps:write", is_guess: false }),
    retry: Retry::Upsert,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[Param { name: "app_id", pattern: None }],
    body: &[
        Field { name: "description", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field {
            name: "visibility",
            required: false,
            secret: false,
            rules: Rules { one_of: &["public", "private"], ..Rules::NONE },
        },
        Field { name: "production_branch", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field {
            name: "tags",
            required: false,
            secret: false,
            rules: Rules { item_pattern: Some("^[A-Za-z0-9_@-]*$"), nullable: true, ..Rules::NONE },
        },
        Field { name: "spicepod", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field {
            name: "image_tag",
            required: false,
            secret: false,
            rules: Rules { min_length: Some(1), nullable: true, ..Rules::NONE },
        },
        Field { name: "image", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field { name: "registry", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field {
            name: "update_channel",
            required: false,
            secret: false,
            rules: Rules { nullable: true, ..Rules::NONE },
        },
        Field { name: "version", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field {
            name: "replicas",
            required: false,
            secret: false,
            rules: Rules { minimum: Some(1), maximum: Some(10), ..Rules::NONE },
        },
        Field { name: "resources", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field { name: "executor", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field {
            name: "region",
            required: false,
            secret: false,
            rules: Rules { pattern: Some("^[a-z]{2,3}-[a-z]+-\\d+$"), ..Rules::NONE },
        },
        Field {
            name: "cluster_name",
            required: false,
            secret: false,
            rules: Rules { nullable: true, ..Rules::NONE },
        },
        Field { name: "node_group", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field {
            name: "storage_size_gb",
            required: false,
            secret: false,
            rules: Rules { above: Some(0), ..Rules::NONE },
        },
        Field {
            name: "storage_claim_size_gb",
            required: false,
            secret: false,
            rules: Rules { above: Some(0), ..Rules::NONE },
        },
    ],
    query: &[],
    body_required: true,
    envelope: &[],
    max_page_size: None,
};

/// Delete an app
pub(crate) static APPS_DELETE: Operation = Operation {
    id: "apps.delete",
    method: Method::Delete,
    path: "/v1/apps/{app_id}",
    scope: Some(Scope { name: "apps:delete", is_guess: false }),
    retry: Retry::Delete,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[Param { name: "app_id", pattern: None }],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &[],
    max_page_size: None,
};

/// Read an app's metrics
pub(crate) static APPS_METRICS: Operation = Operation {
    id: "apps.metrics",
    method: Method::Get,
    path: "/v1/apps/{app_id}/metrics",
    scope: Some(Scope { name: "apps:read", is_guess: true }),
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[Param { name: "app_id", pattern: None }],
    body: &[],
    query: &[Field {
        name: "window",
        required: false,
        secret: false,
        rules: Rules { pattern: Some("^[0-9]+(ms|s|m|h|d|w|y)$"), ..Rules::NONE },
    }],
    body_required: false,
    envelope: &[],
    max_page_size: None,
};

/// List deployments
pub(crate) static DEPLOYMENTS_LIST: Operation = Operation {
    id: "deployments.list",
    method: Method::Get,
    path: "/v1/apps/{app_id}/deployments",
    scope: Some(Scope { name: "deployments:read", is_guess: false }),
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[Param { name: "app_id", pattern: None }],
    body: &[],
    query: &[Field { name: "status", required: false, secret: false, rules: Rules { ..Rules::NONE } }],
    body_required: false,
    envelope: &["deployments"],
    max_page_size: Some(100),
};

/// Start a deployment
pub(crate) static DEPLOYMENTS_CREATE: Operation = Operation {
    id: "deployments.create",
    method: Method::Post,
    path: "/v1/apps/{app_id}/deployments",
    scope: Some(Scope { name: "deployments:write", is_guess: false }),
    retry: Retry::Reconcile(Strategy::Deployment),
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[Param { name: "app_id", pattern: None }],
    body: &[
        Field {
            name: "image_tag",
            required: false,
            secret: false,
            rules: Rules { min_length: Some(1), ..Rules::NONE },
        },
        Field { name: "channel", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field {
            name: "replicas",
            required: false,
            secret: false,
            rules: Rules { minimum: Some(1), maximum: Some(10), ..Rules::NONE },
        },
        Field { name: "branch", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field { name: "commit_sha", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field { name: "commit_message", required: false, secret: false, rules: Rules { ..Rules::NONE } },
        Field { name: "debug", required: false, secret: false, rules: Rules { ..Rules::NONE } },
    ],
    query: &[],
    body_required: false,
    envelope: &[],
    max_page_size: None,
};

/// Read a deployment
pub(crate) static DEPLOYMENTS_GET: Operation = Operation {
    id: "deployments.get",
    method: Method::Get,
    path: "/v1/apps/{app_id}/deployments/{deployment_id}",
    scope: Some(Scope { name: "deployments:read", is_guess: false }),
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialDocs,
    authenticated: true,
    path_params: &[Param { name: "app_id", pattern: None }, Param { name: "deployment_id", pattern: None }],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &[],
    max_page_size: None,
};

/// List secrets
pub(crate) static SECRETS_LIST: Operation = Operation {
    id: "secrets.list",
    method: Method::Get,
    path: "/v1/apps/{app_id}/secrets",
    scope: Some(Scope { name: "secrets:read", is_guess: false }),
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[Param { name: "app_id", pattern: None }],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &["secrets"],
    max_page_size: None,
};

/// Set a secret
pub(crate) static SECRETS_SET: Operation = Operation {
    id: "secrets.set",
    method: Method::Post,
    path: "/v1/apps/{app_id}/secrets",
    scope: Some(Scope { name: "secrets:write", is_guess: false }),
    retry: Retry::Upsert,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[Param { name: "app_id", pattern: None }],
    body: &[
        Field {
            name: "name",
            required: true,
            secret: false,
            rules: Rules { pattern: Some("^[a-zA-Z_][a-zA-Z0-9_]*$"), ..Rules::NONE },
        },
        Field { name: "value", required: true, secret: true, rules: Rules { ..Rules::NONE } },
    ],
    query: &[],
    body_required: true,
    envelope: &[],
    max_page_size: None,
};

/// Read a secret's entry
pub(crate) static SECRETS_GET: Operation = Operation {
    id: "secrets.get",
    method: Method::Get,
    path: "/v1/apps/{app_id}/secrets/{name}",
    scope: Some(Scope { name: "secrets:read", is_guess: false }),
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[
        Param { name: "app_id", pattern: None },
        Param { name: "name", pattern: Some("^[a-zA-Z_][a-zA-Z0-9_]*$") },
    ],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &[],
    max_page_size: None,
};

/// Delete a secret
pub(crate) static SECRETS_DELETE: Operation = Operation {
    id: "secrets.delete",
    method: Method::Delete,
    path: "/v1/apps/{app_id}/secrets/{name}",
    scope: Some(Scope { name: "secrets:write", is_guess: false }),
    retry: Retry::Delete,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[
        Param { name: "app_id", pattern: None },
        Param { name: "name", pattern: Some("^[a-zA-Z_][a-zA-Z0-9_]*$") },
    ],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &[],
    max_page_size: None,
};

/// Read the runtime keys
pub(crate) static API_KEYS_GET: Operation = Operation {
    id: "api_keys.get",
    method: Method::Get,
    path: "/v1/apps/{app_id}/api-keys",
    scope: Some(Scope { name: "apps:read", is_guess: false }),
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[Param { name: "app_id", pattern: None }],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &[],
    max_page_size: None,
};

/// Replace a runtime key
pub(crate) static API_KEYS_REGENERATE: Operation = Operation {
    id: "api_keys.regenerate",
    method: Method::Post,
    path: "/v1/apps/{app_id}/api-keys",
    scope: Some(Scope { name: "apps:write", is_guess: false }),
    retry: Retry::Reconcile(Strategy::ApiKeys),
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[Param { name: "app_id", pattern: None }],
    body: &[Field {
        name: "key_number",
        required: false,
        secret: false,
        rules: Rules { one_of: &["0", "1", "2"], ..Rules::NONE },
    }],
    query: &[],
    body_required: false,
    envelope: &[],
    max_page_size: None,
};

/// List members
pub(crate) static MEMBERS_LIST: Operation = Operation {
    id: "members.list",
    method: Method::Get,
    path: "/v1/members",
    scope: Some(Scope { name: "members:read", is_guess: false }),
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &["members"],
    max_page_size: None,
};

/// Add a member
pub(crate) static MEMBERS_ADD: Operation = Operation {
    id: "members.add",
    method: Method::Post,
    path: "/v1/members",
    scope: Some(Scope { name: "members:write", is_guess: false }),
    retry: Retry::Reconcile(Strategy::Member),
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[],
    body: &[
        Field {
            name: "username",
            required: true,
            secret: false,
            rules: Rules { min_length: Some(1), ..Rules::NONE },
        },
        Field { name: "roles", required: false, secret: false, rules: Rules { ..Rules::NONE } },
    ],
    query: &[],
    body_required: true,
    envelope: &[],
    max_page_size: None,
};

/// Read a member
pub(crate) static MEMBERS_GET: Operation = Operation {
    id: "members.get",
    method: Method::Get,
    path: "/v1/members/{user_id}",
    scope: Some(Scope { name: "members:read", is_guess: false }),
    retry: Retry::Safe,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[Param { name: "user_id", pattern: None }],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &[],
    max_page_size: None,
};

/// Change a member's roles
pub(crate) static MEMBERS_UPDATE: Operation = Operation {
    id: "members.update",
    method: Method::Patch,
    path: "/v1/members/{user_id}",
    scope: Some(Scope { name: "members:write", is_guess: false }),
    retry: Retry::Upsert,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[Param { name: "user_id", pattern: None }],
    body: &[Field {
        name: "roles",
        required: true,
        secret: false,
        rules: Rules { min_items: Some(1), ..Rules::NONE },
    }],
    query: &[],
    body_required: true,
    envelope: &[],
    max_page_size: None,
};

/// Remove a member
pub(crate) static MEMBERS_REMOVE: Operation = Operation {
    id: "members.remove",
    method: Method::Delete,
    path: "/v1/members/{user_id}",
    scope: Some(Scope { name: "members:delete", is_guess: false }),
    retry: Retry::Delete,
    host: Host::Control,
    evidence: Evidence::OfficialSpec,
    authenticated: true,
    path_params: &[Param { name: "user_id", pattern: None }],
    body: &[],
    query: &[],
    body_required: false,
    envelope: &[],
    max_page_size: None,
};

/// Exchange client credentials for a token
pub(crate) static OAUTH_TOKEN: Operation = Operation {
    id: "oauth.token",
    method: Method::Post,
    path: "/api/oauth/token",
    scope: None,
    retry: Retry::Upsert,
    host: Host::Portal,
    evidence: Evidence::OfficialSpec,
    authenticated: false,
    path_params: &[],
    body: &[],
    query: &[],
    body_required: true,
    envelope: &[],
    max_page_size: None,
};

/// Every operation, in the contract's order.
pub(crate) static ALL: &[&Operation] = &[
    &HEALTH_GET,
    &LIMITS_GET,
    &REGIONS_LIST,
    &CONTAINER_IMAGES_LIST,
    &ORGS_LIST,
    &CLUSTERS_LIST,
    &APPS_LIST,
    &APPS_CREATE,
    &APPS_GET,
    &APPS_UPDATE,
    &APPS_DELETE,
    &APPS_METRICS,
    &DEPLOYMENTS_LIST,
    &DEPLOYMENTS_CREATE,
    &DEPLOYMENTS_GET,
    &SECRETS_LIST,
    &SECRETS_SET,
    &SECRETS_GET,
    &SECRETS_DELETE,
    &API_KEYS_GET,
    &API_KEYS_REGENERATE,
    &MEMBERS_LIST,
    &MEMBERS_ADD,
    &MEMBERS_GET,
    &MEMBERS_UPDATE,
    &MEMBERS_REMOVE,
    &OAUTH_TOKEN,
];

/// Path prefixes that name the same things: the contract's and the newer one.
pub(crate) static PATH_ALIASES: &[(&str, &str)] = &[("/v1/apps", "/v1/projects")];
