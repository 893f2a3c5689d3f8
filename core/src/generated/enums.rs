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
