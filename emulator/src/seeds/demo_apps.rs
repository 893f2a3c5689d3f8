//! The apps of the demo: what they are called, what they hold and how their deployments went.

/// How the deployments of a demo app went, oldest first.
#[derive(Clone, Copy)]
pub(super) enum History {
    /// Never deployed.
    None,
    /// Deployed once, well.
    Good,
    /// A record that was replaced, then two that went well.
    Long,
    /// One that went well, then one that found no memory.
    OutOfMemory,
    /// One that did not start.
    Broken,
    /// One that went well, then one that waits in the queue.
    Queued,
    /// One that went well, then one in progress that waits for CPU.
    Waiting,
    /// Deployed once, well, and paused since.
    Paused,
}

pub(super) struct DemoApp {
    pub(super) name: &'static str,
    pub(super) description: &'static str,
    /// A data source of the spicepod, as `from: source`.
    pub(super) source: &'static str,
    pub(super) region: &'static str,
    pub(super) team: &'static str,
    pub(super) secrets: &'static [&'static str],
    pub(super) history: History,
}

const fn app(
    name: &'static str,
    description: &'static str,
    source: &'static str,
    region: &'static str,
    team: &'static str,
    secrets: &'static [&'static str],
    history: History,
) -> DemoApp {
    DemoApp { name, description, source, region, team, secrets, history }
}

const EAST: &str = "us-east-1";
const WEST: &str = "us-west-2";

/// Apps of `acme`: more than a page of twenty holds.
pub(super) const ACME: &[DemoApp] = &[
    app(
        "orders-api",
        "Orders for the shop front",
        "postgres:public.orders",
        WEST,
        "shop",
        &["PG_HOST", "PG_PASS"],
        History::Long,
    ),
    app(
        "customer-360",
        "One view of each customer",
        "snowflake:crm.customers",
        WEST,
        "crm",
        &["SNOWFLAKE_PASSWORD"],
        History::Good,
    ),
    app(
        "fraud-signals",
        "Features for the fraud model",
        "kafka:payments",
        EAST,
        "risk",
        &["KAFKA_PASSWORD"],
        History::OutOfMemory,
    ),
    app(
        "inventory-live",
        "Stock by warehouse",
        "dremio:stock.levels",
        WEST,
        "supply",
        &["DREMIO_PASSWORD"],
        History::Good,
    ),
    app(
        "support-assistant",
        "Answers from the handbook",
        "github:github.com/acme/handbook/files/main",
        WEST,
        "support",
        &["OPENAI_API_KEY", "GITHUB_TOKEN"],
        History::Waiting,
    ),
    app(
        "clickstream",
        "Page views, last 30 days",
        "s3://acme-events/clicks/",
        EAST,
        "web",
        &["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"],
        History::Queued,
    ),
    app(
        "pricing-engine",
        "Prices and discounts",
        "mysql:pricing.rules",
        WEST,
        "shop",
        &["MYSQL_PASS"],
        History::Good,
    ),
    app(
        "marketing-reports",
        "Campaign figures",
        "databricks:marketing.campaigns",
        EAST,
        "web",
        &["DATABRICKS_TOKEN"],
        History::Broken,
    ),
    app(
        "sensor-archive",
        "Readings from the plants",
        "delta_lake:s3://acme-plants/readings/",
        WEST,
        "plants",
        &[],
        History::Long,
    ),
    app("geo-lookup", "Places and postcodes", "duckdb:places", WEST, "supply", &[], History::Paused),
    app(
        "billing-mirror",
        "Invoices for the finance team",
        "mssql:dbo.invoices",
        EAST,
        "finance",
        &["MSSQL_PASSWORD"],
        History::Good,
    ),
    app(
        "search-catalog",
        "Product search with embeddings",
        "postgres:public.products",
        WEST,
        "shop",
        &["PG_PASS", "OPENAI_API_KEY"],
        History::Good,
    ),
    app(
        "hr-dashboard",
        "Headcount and leave",
        "sharepoint:site:hr/files",
        EAST,
        "people",
        &["SHAREPOINT_CLIENT_SECRET"],
        History::None,
    ),
    app(
        "log-explorer",
        "Searchable service logs",
        "clickhouse:logs.events",
        WEST,
        "platform",
        &["CLICKHOUSE_PASS"],
        History::Good,
    ),
    app(
        "forecasting",
        "Demand by week",
        "iceberg:https://catalog.example.com/v1/namespaces/sales",
        EAST,
        "supply",
        &[],
        History::Good,
    ),
    app(
        "partner-feed",
        "Data for resellers",
        "ftp://partner.example.com/feed/",
        WEST,
        "shop",
        &["FTP_PASS"],
        History::None,
    ),
    app(
        "release-notes",
        "Notes across repositories",
        "github:github.com/acme/shop/issues",
        WEST,
        "platform",
        &["GITHUB_TOKEN"],
        History::Good,
    ),
    app("loyalty-points", "Balances and awards", "dynamodb:loyalty", EAST, "crm", &[], History::Good),
    app(
        "shipping-status",
        "Parcels on the way",
        "https://shipping.example.com/parcels.csv",
        WEST,
        "supply",
        &[],
        History::Good,
    ),
    app(
        "data-quality",
        "Checks over all sources",
        "spice.ai:acme/checks/results",
        WEST,
        "platform",
        &[],
        History::Good,
    ),
    app(
        "sandbox-ada",
        "Where Ada tries things out",
        "file:samples.parquet",
        WEST,
        "platform",
        &[],
        History::None,
    ),
    app(
        "returns-risk",
        "Which returns look like fraud",
        "postgres:public.returns",
        EAST,
        "finance",
        &["PG_HOST", "PG_PASS"],
        History::Good,
    ),
    app(
        "warehouse-map",
        "Where everything lies",
        "s3://acme-warehouse/",
        WEST,
        "logistics",
        &["S3_KEY"],
        History::Good,
    ),
    app(
        "press-archive",
        "Articles about us, searchable",
        "s3://acme-press/",
        EAST,
        "marketing",
        &[],
        History::None,
    ),
    app(
        "route-planner",
        "Tours of the delivery vans",
        "postgres:public.tours",
        WEST,
        "logistics",
        &["PG_PASS"],
        History::Good,
    ),
];

/// Apps of `northwind`.
pub(super) const NORTHWIND: &[DemoApp] = &[
    app(
        "route-planner",
        "Routes for the fleet",
        "postgres:public.routes",
        EAST,
        "fleet",
        &["PG_PASS"],
        History::Long,
    ),
    app(
        "cold-chain",
        "Temperatures in transit",
        "kafka:temperatures",
        EAST,
        "fleet",
        &["KAFKA_PASSWORD"],
        History::Good,
    ),
    app(
        "customs-desk",
        "Declarations and answers",
        "s3://northwind-customs/",
        WEST,
        "trade",
        &["OPENAI_API_KEY"],
        History::Good,
    ),
    app("harbour-watch", "Berths and arrivals", "mqtt:berths", WEST, "trade", &[], History::None),
];
