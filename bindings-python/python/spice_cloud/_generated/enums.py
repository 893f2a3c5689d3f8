# Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.
"""The sets of words that the API uses. Words that are not listed are kept as they are."""

from __future__ import annotations

from .._enum import OpenEnum
from .._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import ClassVar


class Visibility(OpenEnum):
    """Who may see an app."""

    __slots__ = ()

    PUBLIC: ClassVar[Visibility]
    """Anyone may see the app."""

    PRIVATE: ClassVar[Visibility]
    """Only members of the organization may see the app; the default."""

    KNOWN: ClassVar[tuple[Visibility, ...]]

    _words: ClassVar[dict[str, str]] = {"PUBLIC": "public", "PRIVATE": "private"}


class UpdateChannel(OpenEnum):
    """The stream of runtime releases that an app follows."""

    __slots__ = ()

    STABLE: ClassVar[UpdateChannel]
    """Releases meant for production."""

    PREVIEW: ClassVar[UpdateChannel]
    """Releases ahead of stable; named by the vendor's 2026 documents."""

    NIGHTLY: ClassVar[UpdateChannel]
    """Builds of every night."""

    INTERNAL: ClassVar[UpdateChannel]
    """Builds inside the vendor."""

    INTERNAL_SANDBOX: ClassVar[UpdateChannel]
    """Builds inside the vendor's sandbox; named only by the Dec 2025 schema."""

    KNOWN: ClassVar[tuple[UpdateChannel, ...]]

    _words: ClassVar[dict[str, str]] = {
        "STABLE": "stable",
        "PREVIEW": "preview",
        "NIGHTLY": "nightly",
        "INTERNAL": "internal",
        "INTERNAL_SANDBOX": "internal-sandbox",
    }


class ImageChannel(OpenEnum):
    """The channel of a container image."""

    __slots__ = ()

    STABLE: ClassVar[ImageChannel]
    """Images for every plan; the default."""

    ENTERPRISE: ClassVar[ImageChannel]
    """Images for the enterprise plan."""

    KNOWN: ClassVar[tuple[ImageChannel, ...]]

    _words: ClassVar[dict[str, str]] = {"STABLE": "stable", "ENTERPRISE": "enterprise"}


class DeploymentStatus(OpenEnum):
    """Where a deployment stands."""

    __slots__ = ()

    QUEUED: ClassVar[DeploymentStatus]
    """Accepted and waiting; the state that creation answers with."""

    IN_PROGRESS: ClassVar[DeploymentStatus]
    """Being rolled out. With an error code it is still going on and waits for capacity."""

    SUCCEEDED: ClassVar[DeploymentStatus]
    """Rolled out. Final."""

    FAILED: ClassVar[DeploymentStatus]
    """Not rolled out. Final."""

    CREATED: ClassVar[DeploymentStatus]
    """A historical record that a newer deployment has replaced; not a state that a deployment
    starts in.
    """

    KNOWN: ClassVar[tuple[DeploymentStatus, ...]]

    _words: ClassVar[dict[str, str]] = {
        "QUEUED": "queued",
        "IN_PROGRESS": "in_progress",
        "SUCCEEDED": "succeeded",
        "FAILED": "failed",
        "CREATED": "created",
    }

    @property
    def is_terminal(self) -> bool:
        """Whether nothing more will happen after this."""
        return self in {DeploymentStatus.SUCCEEDED, DeploymentStatus.FAILED}


class DeploymentErrorCode(OpenEnum):
    """Why a deployment failed or is being held up."""

    __slots__ = ()

    INSUFFICIENT_CPU: ClassVar[DeploymentErrorCode]
    """Not enough CPU at the moment; the platform goes on trying."""

    INSUFFICIENT_MEMORY: ClassVar[DeploymentErrorCode]
    """Not enough memory at the moment; the platform goes on trying."""

    INSUFFICIENT_STORAGE: ClassVar[DeploymentErrorCode]
    """Not enough storage at the moment; the platform goes on trying."""

    INSUFFICIENT_INSTANCES: ClassVar[DeploymentErrorCode]
    """Not enough instances at the moment; the platform goes on trying."""

    POD_EXCEEDS_NODE_CAPACITY: ClassVar[DeploymentErrorCode]
    """The app asks for more than any node has. Final."""

    UNABLE_TO_START: ClassVar[DeploymentErrorCode]
    """The runtime did not start. Final."""

    INTERNAL_ERROR: ClassVar[DeploymentErrorCode]
    """The platform failed. Final."""

    KNOWN: ClassVar[tuple[DeploymentErrorCode, ...]]

    _words: ClassVar[dict[str, str]] = {
        "INSUFFICIENT_CPU": "insufficient_cpu",
        "INSUFFICIENT_MEMORY": "insufficient_memory",
        "INSUFFICIENT_STORAGE": "insufficient_storage",
        "INSUFFICIENT_INSTANCES": "insufficient_instances",
        "POD_EXCEEDS_NODE_CAPACITY": "pod_exceeds_node_capacity",
        "UNABLE_TO_START": "unable_to_start",
        "INTERNAL_ERROR": "internal_error",
    }

    @property
    def is_capacity(self) -> bool:
        """Whether this means waiting for capacity, which ends by itself."""
        return self in {
            DeploymentErrorCode.INSUFFICIENT_CPU,
            DeploymentErrorCode.INSUFFICIENT_MEMORY,
            DeploymentErrorCode.INSUFFICIENT_STORAGE,
            DeploymentErrorCode.INSUFFICIENT_INSTANCES,
        }


class MemberRole(OpenEnum):
    """A role in an organization."""

    __slots__ = ()

    OWNER: ClassVar[MemberRole]
    """Owns the organization; cannot be changed or removed through the API."""

    ADMIN: ClassVar[MemberRole]
    """Manages the organization."""

    MEMBER: ClassVar[MemberRole]
    """Works with the organization's apps; the default."""

    VIEWER: ClassVar[MemberRole]
    """Reads only."""

    BILLING: ClassVar[MemberRole]
    """Manages billing; named by older documents."""

    KNOWN: ClassVar[tuple[MemberRole, ...]]

    _words: ClassVar[dict[str, str]] = {
        "OWNER": "owner",
        "ADMIN": "admin",
        "MEMBER": "member",
        "VIEWER": "viewer",
        "BILLING": "billing",
    }


class MonitorTemplate(OpenEnum):
    """What a monitor watches."""

    __slots__ = ()

    INSTANCE_HEALTH: ClassVar[MonitorTemplate]
    """Failures, evictions and restarts of instances."""

    MEMORY_WORKING_SET: ClassVar[MonitorTemplate]
    """Memory of each instance, in percent of its limit."""

    CONTAINER_CPU: ClassVar[MonitorTemplate]
    """CPU of each instance, in percent of its limit, which the app must have."""

    QUERY_FAILURES: ClassVar[MonitorTemplate]
    """Queries that fail, per second."""

    HTTP_5XX: ClassVar[MonitorTemplate]
    """HTTP answers of 500 and above, per second."""

    FLIGHT_FAILURES: ClassVar[MonitorTemplate]
    """Flight SQL requests that fail, per second."""

    QUERY_LATENCY_P99: ClassVar[MonitorTemplate]
    """How long the slowest hundredth of queries takes, in milliseconds."""

    LLM_FAILURES: ClassVar[MonitorTemplate]
    """Calls of models that fail, per second; the app must have a model."""

    DATASET_REFRESH_ERRORS: ClassVar[MonitorTemplate]
    """Refreshes that fail, for each dataset; the app must accelerate one."""

    DATASET_STATUS: ClassVar[MonitorTemplate]
    """State of each dataset as a number: 0 initializing, 1 ready, 2 disabled, 3 error, 4
    refreshing, 5 shutting down.
    """

    QUERY_LATENCY_P95: ClassVar[MonitorTemplate]
    """How long the slowest twentieth of queries takes; only monitors of old have it."""

    KNOWN: ClassVar[tuple[MonitorTemplate, ...]]

    _words: ClassVar[dict[str, str]] = {
        "INSTANCE_HEALTH": "instance_health",
        "MEMORY_WORKING_SET": "memory_working_set",
        "CONTAINER_CPU": "container_cpu",
        "QUERY_FAILURES": "query_failures",
        "HTTP_5XX": "http_5xx",
        "FLIGHT_FAILURES": "flight_failures",
        "QUERY_LATENCY_P99": "query_latency_p99",
        "LLM_FAILURES": "llm_failures",
        "DATASET_REFRESH_ERRORS": "dataset_refresh_errors",
        "DATASET_STATUS": "dataset_status",
        "QUERY_LATENCY_P95": "query_latency_p95",
    }


class ReactionTemplate(OpenEnum):
    """What a reaction watches."""

    __slots__ = ()

    TASK_HISTORY_ERROR: ClassVar[ReactionTemplate]
    """Tasks that fail."""

    TASK_HISTORY_TIMEOUT: ClassVar[ReactionTemplate]
    """Tasks that run out of time."""

    TASK_HISTORY_SLOW: ClassVar[ReactionTemplate]
    """Tasks that take more milliseconds than the threshold."""

    DATASET_ROW_MATCH: ClassVar[ReactionTemplate]
    """Rows of a dataset that match."""

    DATASET_QUERY: ClassVar[ReactionTemplate]
    """Results of a query over datasets."""

    KNOWN: ClassVar[tuple[ReactionTemplate, ...]]

    _words: ClassVar[dict[str, str]] = {
        "TASK_HISTORY_ERROR": "task_history_error",
        "TASK_HISTORY_TIMEOUT": "task_history_timeout",
        "TASK_HISTORY_SLOW": "task_history_slow",
        "DATASET_ROW_MATCH": "dataset_row_match",
        "DATASET_QUERY": "dataset_query",
    }


class AlertStatus(OpenEnum):
    """Whether a monitor or a reaction is switched on."""

    __slots__ = ()

    ACTIVE: ClassVar[AlertStatus]
    """It is switched on; that says nothing of what it watches."""

    DISABLED: ClassVar[AlertStatus]
    """It is switched off, and still counts towards the limit."""

    KNOWN: ClassVar[tuple[AlertStatus, ...]]

    _words: ClassVar[dict[str, str]] = {"ACTIVE": "active", "DISABLED": "disabled"}


class Comparison(OpenEnum):
    """How what is measured is compared with a threshold."""

    __slots__ = ()

    GT: ClassVar[Comparison]
    """Greater than the threshold."""

    GEQ: ClassVar[Comparison]
    """Greater than the threshold, or equal to it."""

    LT: ClassVar[Comparison]
    """Less than the threshold."""

    LEQ: ClassVar[Comparison]
    """Less than the threshold, or equal to it."""

    EQ: ClassVar[Comparison]
    """Equal to the threshold."""

    NEQ: ClassVar[Comparison]
    """Not equal to the threshold."""

    KNOWN: ClassVar[tuple[Comparison, ...]]

    _words: ClassVar[dict[str, str]] = {
        "GT": "GT",
        "GEQ": "GEQ",
        "LT": "LT",
        "LEQ": "LEQ",
        "EQ": "EQ",
        "NEQ": "NEQ",
    }


class AlertSeverity(OpenEnum):
    """How bad it is; it has no influence on who is told."""

    __slots__ = ()

    WARN: ClassVar[AlertSeverity]
    """A warning."""

    CRITICAL: ClassVar[AlertSeverity]
    """Critical; the default."""

    KNOWN: ClassVar[tuple[AlertSeverity, ...]]

    _words: ClassVar[dict[str, str]] = {"WARN": "warn", "CRITICAL": "critical"}


class TargetKind(OpenEnum):
    """How people are told."""

    __slots__ = ()

    EMAIL: ClassVar[TargetKind]
    """By e-mail."""

    SLACK: ClassVar[TargetKind]
    """In a Slack channel; the organization must be connected to Slack."""

    HTTP: ClassVar[TargetKind]
    """By a request to an HTTPS address."""

    KNOWN: ClassVar[tuple[TargetKind, ...]]

    _words: ClassVar[dict[str, str]] = {"EMAIL": "email", "SLACK": "slack", "HTTP": "http"}


class RotationStep(OpenEnum):
    """What has happened in a rotation."""

    __slots__ = ()

    STARTED: ClassVar[RotationStep]
    """The keys were looked at, and nothing was changed yet."""

    REPLACED: ClassVar[RotationStep]
    """The key was replaced."""

    DISTRIBUTED: ClassVar[RotationStep]
    """Clients were given the key."""

    VERIFIED: ClassVar[RotationStep]
    """The key has passed."""

    KNOWN: ClassVar[tuple[RotationStep, ...]]

    _words: ClassVar[dict[str, str]] = {
        "STARTED": "started",
        "REPLACED": "replaced",
        "DISTRIBUTED": "distributed",
        "VERIFIED": "verified",
    }


class ScopeSource(OpenEnum):
    """How scopes were found out."""

    __slots__ = ()

    CLAIMS: ClassVar[ScopeSource]
    """The token says so."""

    PROBES: ClassVar[ScopeSource]
    """Reads were tried."""

    UNDETERMINED: ClassVar[ScopeSource]
    """There was no way to tell."""

    KNOWN: ClassVar[tuple[ScopeSource, ...]]

    _words: ClassVar[dict[str, str]] = {
        "CLAIMS": "claims",
        "PROBES": "probes",
        "UNDETERMINED": "undetermined",
    }


class CredentialKind(OpenEnum):
    """What a client signs in with."""

    __slots__ = ()

    TOKEN: ClassVar[CredentialKind]
    """A fixed token."""

    CLIENT_CREDENTIALS: ClassVar[CredentialKind]
    """Client credentials, for which tokens are fetched."""

    TOKEN_PROVIDER: ClassVar[CredentialKind]
    """A function that gives tokens."""

    KNOWN: ClassVar[tuple[CredentialKind, ...]]

    _words: ClassVar[dict[str, str]] = {
        "TOKEN": "token",
        "CLIENT_CREDENTIALS": "client_credentials",
        "TOKEN_PROVIDER": "token_provider",
    }


class PlannedAction(OpenEnum):
    """What is done."""

    __slots__ = ()

    CREATE: ClassVar[PlannedAction]
    """It is made."""

    UPDATE: ClassVar[PlannedAction]
    """It is changed."""

    DELETE: ClassVar[PlannedAction]
    """It is removed."""

    DEPLOY: ClassVar[PlannedAction]
    """The app is deployed."""

    KNOWN: ClassVar[tuple[PlannedAction, ...]]

    _words: ClassVar[dict[str, str]] = {
        "CREATE": "create",
        "UPDATE": "update",
        "DELETE": "delete",
        "DEPLOY": "deploy",
    }


class CheckOutcome(OpenEnum):
    """How something was found."""

    __slots__ = ()

    OK: ClassVar[CheckOutcome]
    """As it should be."""

    WARNING: ClassVar[CheckOutcome]
    """It works, and may not for long."""

    FAILED: ClassVar[CheckOutcome]
    """It does not work."""

    SKIPPED: ClassVar[CheckOutcome]
    """It could not be looked at."""

    KNOWN: ClassVar[tuple[CheckOutcome, ...]]

    _words: ClassVar[dict[str, str]] = {
        "OK": "ok",
        "WARNING": "warning",
        "FAILED": "failed",
        "SKIPPED": "skipped",
    }
