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
