//! Organizations, their plan, clusters and members, and the users that exist.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::clock::rfc3339;
use crate::errors::ApiFailure;

/// A user who has signed in once and can be added to organizations.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct User {
    pub(crate) id: i64,
    pub(crate) username: String,
    pub(crate) email: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Plan {
    Pro,
    Enterprise,
}

impl Plan {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Pro => "pro",
            Self::Enterprise => "enterprise",
        }
    }
}

/// What a plan allows.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Limits {
    pub(crate) apps: i64,
    pub(crate) replicas: i64,
    pub(crate) spicepods: i64,
    /// -1 means no limit.
    pub(crate) users: i64,
    pub(crate) api_rps: i64,
    pub(crate) request_timeout_secs: i64,
    pub(crate) sql_query_timeout_secs: i64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Cluster {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) region: String,
    /// Whether apps can be put there; a cluster may exist for other purposes.
    pub(crate) deployable: bool,
    pub(crate) created_at: Timestamp,
    pub(crate) updated_at: Timestamp,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Member {
    pub(crate) user_id: i64,
    pub(crate) roles: Vec<String>,
    pub(crate) created_at: Timestamp,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Org {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) plan: Plan,
    pub(crate) limits: Limits,
    pub(crate) owner_id: i64,
    pub(crate) members: Vec<Member>,
    pub(crate) clusters: Vec<Cluster>,
}

impl Org {
    /// Refuses more replicas than the plan allows.
    pub(crate) fn check_replicas(&self, wanted: Option<i64>) -> Result<(), ApiFailure> {
        let allowed = self.limits.replicas;
        match wanted {
            Some(wanted) if wanted > allowed => Err(ApiFailure::new(
                403,
                format!("The organization's plan allows at most {allowed} replicas"),
            )),
            _ => Ok(()),
        }
    }

    pub(crate) fn member(&self, user_id: i64) -> Option<&Member> {
        self.members.iter().find(|member| member.user_id == user_id)
    }

    pub(crate) fn is_named(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    pub(crate) fn limits_view(&self) -> Value {
        let limits = &self.limits;
        json!({
            "apps": limits.apps,
            "replicas": limits.replicas,
            "spicepods": limits.spicepods,
            "users": limits.users,
            "api_rps": limits.api_rps,
            "request_timeout_secs": limits.request_timeout_secs,
            "sql_query_timeout_secs": limits.sql_query_timeout_secs,
        })
    }

    pub(crate) fn clusters_view(&self) -> Value {
        let clusters: Vec<Value> = self.clusters.iter().map(Cluster::view).collect();
        json!({ "clusters": clusters })
    }

    pub(crate) fn view(&self, role: &str) -> Value {
        json!({ "id": self.id, "name": self.name, "role": role })
    }
}

impl Cluster {
    /// Name of the cluster's data host, without the domain.
    pub(crate) fn cname(&self) -> String {
        format!("private-{}-{}-prod-data", self.name, self.region)
    }

    fn view(&self) -> Value {
        json!({
            "cluster_name": self.name,
            "region": self.region,
            "cloud_provider": "aws",
            "endpoint": format!("https://{}.spiceai.io", self.cname()),
            "created_at": rfc3339(self.created_at),
            "updated_at": rfc3339(self.updated_at),
        })
    }
}
