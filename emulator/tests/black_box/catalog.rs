//! What the platform offers: health, limits, regions, images, clusters, metrics.

use serde_json::{Value, json};

use spice_cloud_emulator::MintToken;

use crate::support::{Api, SPICEPOD, START};

#[tokio::test]
async fn health_needs_no_token_and_shows_the_clock() {
    let api = Api::start().with_token(None);
    assert_eq!(api.get("/v1/health").await.body, json!({ "status": "ok", "timestamp": START }));
    api.advance(1500);
    assert_eq!(api.get("/v1/health").await.body["timestamp"], "2026-01-01T00:00:01.500Z");
}

#[tokio::test]
async fn regions_and_images_name_their_default() {
    let api = Api::start();
    let regions = api.get("/v1/regions").await.body;
    let default =
        regions["regions"].as_array().unwrap().iter().find(|region| region["isDefault"] == true).unwrap();
    assert_eq!(default["region"], regions["default"]);
    assert_eq!(default["cname"], "us-west-2-prod-aws-data");
    let stable = api.get("/v1/container-images").await.body;
    assert_eq!(stable["default"], "1.5.0-models");
    assert_eq!(stable["images"][0]["name"], "spiceai/spiceai:1.5.0-models");
    assert_eq!(api.get("/v1/container-images?channel=stable").await.body, stable);
    let enterprise = api.get("/v1/container-images?channel=enterprise").await.body;
    assert!(enterprise["images"].as_array().unwrap().iter().all(|image| image["channel"] == "enterprise"));
    assert_eq!(api.get("/v1/container-images?channel=weekly").await.status, 400);
}

#[tokio::test]
async fn limits_follow_the_plan() {
    let api = Api::demo();
    let pro = api.get("/v1/limits").await.body;
    let enterprise = api.with_org("northwind").get("/v1/limits").await.body;
    assert!(pro["apps"].as_i64() < enterprise["apps"].as_i64());
    assert_eq!(pro["users"], -1);
}

#[tokio::test]
async fn clusters_belong_to_an_organization() {
    let api = Api::demo();
    assert_eq!(api.get("/v1/clusters").await.body, json!({ "clusters": [] }));
    let clusters = api.with_org("northwind").get("/v1/clusters").await.body;
    assert_eq!(clusters["clusters"][0]["cluster_name"], "northwind-prod");
    let apps = api.with_org("northwind").get("/v1/apps").await.body;
    let placed =
        apps["apps"].as_array().unwrap().iter().find(|app| app["cluster_name"] == "northwind-prod").unwrap();
    assert_eq!(placed["endpoint"], clusters["clusters"][0]["endpoint"]);
    assert!(placed["cluster_id"].is_string());
}

#[tokio::test]
async fn an_enterprise_may_use_its_clusters_and_images() {
    let api = Api::demo();
    let token = api.emulator.mint(MintToken::new().org("northwind"));
    let api = api.with_token(Some(&token));
    let create = async |body: Value| api.post("/v1/apps", body).await;
    let wrong = json!({ "name": "elsewhere", "cluster_name": "northwind-prod", "region": "us-west-2" });
    let refused = create(wrong).await;
    assert_eq!(
        (refused.status, refused.error()),
        (400, "region 'us-west-2' does not match cluster region 'us-east-1'")
    );
    let wrong = json!({ "name": "elsewhere", "cluster_name": "northwind-observability" });
    assert_eq!(create(wrong).await.error(), "'northwind-observability' is not a deployable cluster");
    let created = create(json!({ "name": "at-home", "cluster_name": "northwind-prod" })).await;
    assert_eq!((created.status, &created.body["region"]), (201, &json!("us-east-1")));
    let app = format!("/v1/apps/{}", created.id());
    api.put(&app, json!({ "spicepod": SPICEPOD })).await;
    let deployment =
        api.post(&format!("{app}/deployments"), json!({ "image_tag": "1.5.0-enterprise" })).await;
    assert_eq!((deployment.status, &deployment.body["image_tag"]), (202, &json!("1.5.0-enterprise")));
    let moved = api.put(&app, json!({ "cluster_name": null, "region": "us-west-2" })).await;
    assert_eq!((&moved.body["cluster_name"], &moved.body["region"]), (&Value::Null, &json!("us-west-2")));
}

#[tokio::test]
async fn metrics_are_there_once_something_runs() {
    let api = Api::start();
    let app = api.deployable("my-app").await;
    let path = format!("{app}/metrics");
    assert_eq!(api.get(&path).await.body, json!({ "metrics": {}, "ingestion": null, "cluster": null }));
    api.post(&format!("{app}/deployments"), json!({ "replicas": 2 })).await;
    api.advance(1000);
    let metrics = api.get(&path).await.body;
    assert_eq!(metrics["metrics"].as_object().unwrap().len(), 2);
    assert_eq!(api.get(&path).await.body, metrics);
    let rates = api.get(&format!("{path}?window=5m")).await.body;
    assert!(rates["ingestion"]["rows_ingested"].as_i64() < metrics["ingestion"]["rows_ingested"].as_i64());
    assert_eq!(api.get(&format!("{path}?window=soon")).await.status, 400);
    assert_eq!(api.get("/v1/apps/1/metrics").await.status, 404);
}
