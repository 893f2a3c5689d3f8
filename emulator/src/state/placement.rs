//! Where an app runs: a region, or a dedicated cluster in a region.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::catalog;
use super::orgs::{Cluster, Org};
use crate::errors::ApiFailure;

/// Region and, on dedicated hardware, cluster of an app.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Placement {
    pub(crate) region: String,
    pub(crate) cluster: Option<String>,
}

impl Placement {
    /// Reads `region`, `cname` and `cluster_name` of a body; what it does not name stays as it is at present.
    pub(crate) fn read(
        org: &Org,
        body: &Map<String, Value>,
        present: Option<&Self>,
    ) -> Result<Self, ApiFailure> {
        let wanted = wanted_region(body)?;
        let cluster = match body.get("cluster_name") {
            Some(Value::String(name)) => Some(deployable_cluster(org, name)?),
            Some(_) => None,
            None => match present.and_then(|present| present.cluster.as_deref()) {
                Some(name) => Some(deployable_cluster(org, name)?),
                None => None,
            },
        };
        if let Some(cluster) = cluster {
            return match wanted {
                Some(region) if region.id != cluster.region => Err(ApiFailure::field(
                    "region",
                    format!("region '{}' does not match cluster region '{}'", region.id, cluster.region),
                )),
                _ => Ok(Self { region: cluster.region.clone(), cluster: Some(cluster.name.clone()) }),
            };
        }
        let now = present.map(|present| present.region.as_str());
        let region = match wanted {
            // An app may stay in a region that takes no new ones.
            Some(region) if region.disabled && now != Some(region.id) => {
                return Err(ApiFailure::field("region", format!("Region '{}' is disabled", region.id)));
            }
            Some(region) => region.id,
            None => now.unwrap_or(catalog::DEFAULT_REGION),
        };
        Ok(Self { region: region.to_owned(), cluster: None })
    }

    /// Name of the data host, without the domain.
    pub(crate) fn cname(&self, org: &Org) -> String {
        match self.cluster(org) {
            Some(cluster) => cluster.cname(),
            None => catalog::cname(&self.region),
        }
    }

    pub(crate) fn cluster<'a>(&self, org: &'a Org) -> Option<&'a Cluster> {
        let name = self.cluster.as_deref()?;
        org.clusters.iter().find(|cluster| cluster.name == name)
    }
}

fn wanted_region(body: &Map<String, Value>) -> Result<Option<&'static catalog::Region>, ApiFailure> {
    let named = |field: &str| match body.get(field).and_then(Value::as_str) {
        Some(text) => catalog::region(field, text).map(Some),
        None => Ok(None),
    };
    match (named("region")?, named("cname")?) {
        (Some(region), Some(cname)) if region.id != cname.id => {
            Err(ApiFailure::field("cname", "region and cname name different regions"))
        }
        (region, cname) => Ok(region.or(cname)),
    }
}

fn deployable_cluster<'a>(org: &'a Org, name: &str) -> Result<&'a Cluster, ApiFailure> {
    match org.clusters.iter().find(|cluster| cluster.name == name) {
        Some(cluster) if cluster.deployable => Ok(cluster),
        Some(_) => Err(ApiFailure::field("cluster_name", format!("'{name}' is not a deployable cluster"))),
        None => Err(ApiFailure::field("cluster_name", format!("Cluster '{name}' not found"))),
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use serde_json::json;

    use super::*;
    use crate::seeds;

    fn org() -> Org {
        let cluster = |name: &str, deployable| Cluster {
            id: name.to_owned(),
            name: name.to_owned(),
            region: "us-east-1".to_owned(),
            deployable,
            created_at: Timestamp::UNIX_EPOCH,
            updated_at: Timestamp::UNIX_EPOCH,
        };
        let mut org = seeds::example_org();
        org.clusters = vec![cluster("prod", true), cluster("watch", false)];
        org
    }

    fn read(body: &Value, present: Option<&Placement>) -> Result<Placement, String> {
        Placement::read(&org(), body.as_object().unwrap(), present).map_err(|failure| failure.message)
    }

    #[test]
    fn nothing_named_means_the_default_or_no_change() {
        assert_eq!(read(&json!({}), None).unwrap().region, "us-west-2");
        let present = Placement { region: "us-east-1".to_owned(), cluster: None };
        assert_eq!(read(&json!({}), Some(&present)).unwrap(), present);
    }

    #[test]
    fn disabled_regions_keep_only_whom_they_have() {
        let present = Placement { region: "us-east-2".to_owned(), cluster: None };
        assert!(read(&json!({ "region": "us-east-2" }), None).unwrap_err().contains("disabled"));
        assert_eq!(read(&json!({ "region": "us-east-2" }), Some(&present)).unwrap(), present);
    }

    #[test]
    fn a_cluster_brings_its_region() {
        let placed = read(&json!({ "cluster_name": "prod" }), None).unwrap();
        assert_eq!(placed.region, "us-east-1");
        assert_eq!(placed.cname(&org()), "private-prod-us-east-1-prod-data");
        assert_eq!(
            read(&json!({ "cluster_name": "prod", "region": "us-west-2" }), None).unwrap_err(),
            "region 'us-west-2' does not match cluster region 'us-east-1'"
        );
        assert!(read(&json!({ "region": "us-west-2" }), Some(&placed)).is_err());
        assert_eq!(read(&json!({ "cluster_name": null }), Some(&placed)).unwrap().cluster, None);
    }

    #[test]
    fn unusable_clusters_are_refused() {
        assert_eq!(read(&json!({ "cluster_name": "none" }), None).unwrap_err(), "Cluster 'none' not found");
        assert_eq!(
            read(&json!({ "cluster_name": "watch" }), None).unwrap_err(),
            "'watch' is not a deployable cluster"
        );
    }

    #[test]
    fn region_and_cname_must_agree() {
        assert!(read(&json!({ "region": "us-east-1", "cname": "us-west-2" }), None).is_err());
        assert!(read(&json!({ "region": "us-east-1", "cname": "us-east-1-prod-aws-data" }), None).is_ok());
    }
}
