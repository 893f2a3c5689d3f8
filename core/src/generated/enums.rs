// Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.

//! The sets of words that the API uses. Words that are not listed are kept as they are.

use crate::wire::open_enum::open_enum;

open_enum! {
    /// Who may see an app.
    pub enum Visibility {
        /// Anyone may see the app.
        Public = "public",
        /// Only members of the organization may see the app; the default.
        Private = "private",
    }
}

open_enum! {
    /// The stream of runtime releases that an app follows.
    pub enum UpdateChannel {
        /// Releases meant for production.
        Stable = "stable",
        /// Releases ahead of stable; named by the vendor's 2026 documents.
        Preview = "preview",
        /// Builds of every night.
        Nightly = "nightly",
        /// Builds inside the vendor.
        Internal = "internal",
        /// Builds inside the vendor's sandbox; named only by the Dec 2025 schema.
        InternalSandbox = "internal-sandbox",
    }
}

open_enum! {
    /// The channel of a container image.
    pub enum ImageChannel {
        /// Images for every plan; the default.
        Stable = "stable",
        /// Images for the enterprise plan.
        Enterprise = "enterprise",
    }
}

open_enum! {
    /// Where a deployment stands.
    pub enum DeploymentStatus {
        /// Accepted and waiting; the state that creation answers with.
        Queued = "queued",
        /// Being rolled out. With an error code it is still going on and waits for capacity.
        InProgress = "in_progress",
        /// Rolled out. Final.
        Succeeded = "succeeded",
        /// Not rolled out. Final.
        Failed = "failed",
        /// A historical record that a newer deployment has replaced; not a state that a deployment
        /// starts in.
        Created = "created",
    }
}

impl DeploymentStatus {
    /// Whether nothing more will happen after this.
    pub fn is_terminal(&self) -> bool {
        matches!(self, Self::Succeeded | Self::Failed)
    }
}

open_enum! {
    /// Why a deployment failed or is being held up.
    pub enum DeploymentErrorCode {
        /// Not enough CPU at the moment; the platform goes on trying.
        InsufficientCpu = "insufficient_cpu",
        /// Not enough memory at the moment; the platform goes on trying.
        InsufficientMemory = "insufficient_memory",
        /// Not enough storage at the moment; the platform goes on trying.
        InsufficientStorage = "insufficient_storage",
        /// Not enough instances at the moment; the platform goes on trying.
        InsufficientInstances = "insufficient_instances",
        /// The app asks for more than any node has. Final.
        PodExceedsNodeCapacity = "pod_exceeds_node_capacity",
        /// The runtime did not start. Final.
        UnableToStart = "unable_to_start",
        /// The platform failed. Final.
        InternalError = "internal_error",
    }
}

impl DeploymentErrorCode {
    /// Whether this means waiting for capacity, which ends by itself.
    pub fn is_capacity(&self) -> bool {
        matches!(
            self,
            Self::InsufficientCpu
                | Self::InsufficientMemory
                | Self::InsufficientStorage
                | Self::InsufficientInstances
        )
    }
}

open_enum! {
    /// A role in an organization.
    pub enum MemberRole {
        /// Owns the organization; cannot be changed or removed through the API.
        Owner = "owner",
        /// Manages the organization.
        Admin = "admin",
        /// Works with the organization's apps; the default.
        Member = "member",
        /// Reads only.
        Viewer = "viewer",
        /// Manages billing; named by older documents.
        Billing = "billing",
    }
}

open_enum! {
    /// What a monitor watches.
    pub enum MonitorTemplate {
        /// Failures, evictions and restarts of instances.
        InstanceHealth = "instance_health",
        /// Memory of each instance, in percent of its limit.
        MemoryWorkingSet = "memory_working_set",
        /// CPU of each instance, in percent of its limit, which the app must have.
        ContainerCpu = "container_cpu",
        /// Queries that fail, per second.
        QueryFailures = "query_failures",
        /// HTTP answers of 500 and above, per second.
        Http5xx = "http_5xx",
        /// Flight SQL requests that fail, per second.
        FlightFailures = "flight_failures",
        /// How long the slowest hundredth of queries takes, in milliseconds.
        QueryLatencyP99 = "query_latency_p99",
        /// Calls of models that fail, per second; the app must have a model.
        LlmFailures = "llm_failures",
        /// Refreshes that fail, for each dataset; the app must accelerate one.
        DatasetRefreshErrors = "dataset_refresh_errors",
        /// State of each dataset as a number: 0 initializing, 1 ready, 2 disabled, 3 error, 4
        /// refreshing, 5 shutting down.
        DatasetStatus = "dataset_status",
        /// How long the slowest twentieth of queries takes; only monitors of old have it.
        QueryLatencyP95 = "query_latency_p95",
    }
}

open_enum! {
    /// What a reaction watches.
    pub enum ReactionTemplate {
        /// Tasks that fail.
        TaskHistoryError = "task_history_error",
        /// Tasks that run out of time.
        TaskHistoryTimeout = "task_history_timeout",
        /// Tasks that take more milliseconds than the threshold.
        TaskHistorySlow = "task_history_slow",
        /// Rows of a dataset that match.
        DatasetRowMatch = "dataset_row_match",
        /// Results of a query over datasets.
        DatasetQuery = "dataset_query",
    }
}

open_enum! {
    /// Whether a monitor or a reaction is switched on.
    pub enum AlertStatus {
        /// It is switched on; that says nothing of what it watches.
        Active = "active",
        /// It is switched off, and still counts towards the limit.
        Disabled = "disabled",
    }
}

open_enum! {
    /// How what is measured is compared with a threshold.
    pub enum Comparison {
        /// Greater than the threshold.
        GT = "GT",
        /// Greater than the threshold, or equal to it.
        GEQ = "GEQ",
        /// Less than the threshold.
        LT = "LT",
        /// Less than the threshold, or equal to it.
        LEQ = "LEQ",
        /// Equal to the threshold.
        EQ = "EQ",
        /// Not equal to the threshold.
        NEQ = "NEQ",
    }
}

open_enum! {
    /// How bad it is; it has no influence on who is told.
    pub enum AlertSeverity {
        /// A warning.
        Warn = "warn",
        /// Critical; the default.
        Critical = "critical",
    }
}

open_enum! {
    /// How people are told.
    pub enum TargetKind {
        /// By e-mail.
        Email = "email",
        /// In a Slack channel; the organization must be connected to Slack.
        Slack = "slack",
        /// By a request to an HTTPS address.
        Http = "http",
    }
}

open_enum! {
    /// What has happened in a rotation.
    pub enum RotationStep {
        /// The keys were looked at, and nothing was changed yet.
        Started = "started",
        /// The key was replaced.
        Replaced = "replaced",
        /// Clients were given the key.
        Distributed = "distributed",
        /// The key has passed.
        Verified = "verified",
    }
}

open_enum! {
    /// How scopes were found out.
    pub enum ScopeSource {
        /// The token says so.
        Claims = "claims",
        /// Reads were tried.
        Probes = "probes",
        /// There was no way to tell.
        Undetermined = "undetermined",
    }
}

open_enum! {
    /// What a client signs in with.
    pub enum CredentialKind {
        /// A fixed token.
        Token = "token",
        /// Client credentials, for which tokens are fetched.
        ClientCredentials = "client_credentials",
        /// A function that gives tokens.
        TokenProvider = "token_provider",
    }
}

open_enum! {
    /// What is done.
    pub enum PlannedAction {
        /// It is made.
        Create = "create",
        /// It is changed.
        Update = "update",
        /// It is removed.
        Delete = "delete",
        /// The app is deployed.
        Deploy = "deploy",
    }
}

open_enum! {
    /// How something was found.
    pub enum CheckOutcome {
        /// As it should be.
        Ok = "ok",
        /// It works, and may not for long.
        Warning = "warning",
        /// It does not work.
        Failed = "failed",
        /// It could not be looked at.
        Skipped = "skipped",
    }
}
