//! Which scope each operation needs, and what a token's scopes allow.

use crate::operations::Operation as Op;

/// Every scope that a token can carry.
pub(crate) const SCOPES: &[&str] = &[
    "*",
    "apps:read",
    "apps:write",
    "apps:delete",
    "deployments:read",
    "deployments:write",
    "secrets:read",
    "secrets:write",
    "config:read",
    "config:write",
    "members:read",
    "members:write",
    "members:delete",
    "monitors:read",
    "monitors:write",
    "reactions:read",
    "reactions:write",
];

/// The scope that an operation needs; nothing when it needs no token.
pub(crate) fn required(operation: Op) -> Option<&'static str> {
    Some(match operation {
        Op::Health | Op::Docs | Op::OAuthToken => return None,
        Op::Limits
        | Op::Regions
        | Op::ContainerImages
        | Op::Orgs
        | Op::Clusters
        | Op::AppsList
        | Op::AppsGet
        | Op::AppsMetrics
        | Op::ApiKeysGet
        | Op::ForksList => "apps:read",
        Op::AppsCreate | Op::AppsUpdate | Op::AppsResume | Op::ApiKeysRegenerate | Op::ForksCreate => {
            "apps:write"
        }
        Op::AppsDelete => "apps:delete",
        Op::DeploymentsList | Op::DeploymentsGet => "deployments:read",
        Op::DeploymentsCreate => "deployments:write",
        Op::SecretsList | Op::SecretsGet => "secrets:read",
        Op::SecretsSet | Op::SecretsDelete => "secrets:write",
        Op::MembersList | Op::MembersGet => "members:read",
        Op::MembersAdd | Op::MembersUpdate => "members:write",
        Op::MembersRemove => "members:delete",
        Op::MonitorsList | Op::MonitorsGet => "monitors:read",
        Op::MonitorsCreate | Op::MonitorsUpdate | Op::MonitorsDelete => "monitors:write",
        Op::ReactionsList | Op::ReactionsGet => "reactions:read",
        Op::ReactionsCreate | Op::ReactionsUpdate | Op::ReactionsDelete => "reactions:write",
    })
}

/// Whether the scopes allow what needs `needed`: writing includes reading, deleting includes nothing.
pub(crate) fn allow(scopes: &[String], needed: &str) -> bool {
    scopes.iter().any(|scope| {
        scope == "*"
            || scope == needed
            || matches!(
                (scope.strip_suffix(":write"), needed.strip_suffix(":read")),
                (Some(writes), Some(reads)) if writes == reads
            )
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::operations::ROUTES;

    /// Operation, and exactly the scopes each of which alone lets it pass; written out, not computed.
    const PASSES: &[(&str, &[&str])] = &[
        ("limits.get", &["*", "apps:read", "apps:write"]),
        ("regions.list", &["*", "apps:read", "apps:write"]),
        ("container_images.list", &["*", "apps:read", "apps:write"]),
        ("orgs.list", &["*", "apps:read", "apps:write"]),
        ("clusters.list", &["*", "apps:read", "apps:write"]),
        ("apps.list", &["*", "apps:read", "apps:write"]),
        ("apps.create", &["*", "apps:write"]),
        ("apps.get", &["*", "apps:read", "apps:write"]),
        ("apps.update", &["*", "apps:write"]),
        ("apps.delete", &["*", "apps:delete"]),
        ("apps.metrics", &["*", "apps:read", "apps:write"]),
        ("deployments.list", &["*", "deployments:read", "deployments:write"]),
        ("deployments.create", &["*", "deployments:write"]),
        ("deployments.get", &["*", "deployments:read", "deployments:write"]),
        ("secrets.list", &["*", "secrets:read", "secrets:write"]),
        ("secrets.set", &["*", "secrets:write"]),
        ("secrets.get", &["*", "secrets:read", "secrets:write"]),
        ("secrets.delete", &["*", "secrets:write"]),
        ("api_keys.get", &["*", "apps:read", "apps:write"]),
        ("api_keys.regenerate", &["*", "apps:write"]),
        ("members.list", &["*", "members:read", "members:write"]),
        ("members.add", &["*", "members:write"]),
        ("members.get", &["*", "members:read", "members:write"]),
        ("members.update", &["*", "members:write"]),
        ("members.remove", &["*", "members:delete"]),
        ("apps.resume", &["*", "apps:write"]),
        ("forks.list", &["*", "apps:read", "apps:write"]),
        ("forks.create", &["*", "apps:write"]),
        ("monitors.list", &["*", "monitors:read", "monitors:write"]),
        ("monitors.create", &["*", "monitors:write"]),
        ("monitors.get", &["*", "monitors:read", "monitors:write"]),
        ("monitors.update", &["*", "monitors:write"]),
        ("monitors.delete", &["*", "monitors:write"]),
        ("reactions.list", &["*", "reactions:read", "reactions:write"]),
        ("reactions.create", &["*", "reactions:write"]),
        ("reactions.get", &["*", "reactions:read", "reactions:write"]),
        ("reactions.update", &["*", "reactions:write"]),
        ("reactions.delete", &["*", "reactions:write"]),
    ];

    #[test]
    fn each_single_scope_opens_exactly_its_operations() {
        for route in ROUTES {
            let Some(needed) = required(route.operation) else { continue };
            let id = route.operation.id();
            let (_, passes) = PASSES.iter().find(|(name, _)| *name == id).unwrap_or_else(|| panic!("{id}"));
            for scope in SCOPES {
                assert_eq!(
                    allow(&[(*scope).to_owned()], needed),
                    passes.contains(scope),
                    "{id} with {scope}"
                );
            }
        }
    }

    #[test]
    fn no_scope_opens_nothing() {
        assert!(!allow(&[], "apps:read"));
    }

    #[test]
    fn the_table_agrees_with_the_contract() {
        let contract = crate::contract::document();
        let mut seen = BTreeSet::new();
        for (path, item) in contract["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap() {
                let Some(id) = operation["operationId"].as_str() else { continue };
                let route = ROUTES
                    .iter()
                    .find(|route| route.template == path && route.method.eq_ignore_ascii_case(method))
                    .unwrap_or_else(|| panic!("{id} has no route"));
                assert_eq!(route.operation.id(), id);
                assert_eq!(required(route.operation), operation["x-required-scope"].as_str(), "{id}");
                seen.insert(id);
            }
        }
        let served: BTreeSet<_> =
            ROUTES.iter().map(|route| route.operation.id()).filter(|id| *id != "docs.get").collect();
        assert_eq!(seen, served);
        let scopes: BTreeSet<_> =
            contract["x-scopes"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(scopes, SCOPES.iter().copied().collect());
    }
}
