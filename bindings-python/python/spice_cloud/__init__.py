# Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.
# What is written by hand in it stands in xtask/templates/python/front.py.j2.
"""The Spice.ai Cloud Management API.

    from spice_cloud import SpiceCloud

    with SpiceCloud() as client:  # signs in with SPICE_API_TOKEN
        for app in client.apps.list():
            print(app.id, app.name)

`AsyncSpiceCloud` is the same for event loops, and `spice_cloud.testing` a local cloud for tests.
"""

from __future__ import annotations

import atexit
from collections.abc import Mapping

from ._client import SpiceCloud
from ._enum import OpenEnum
from ._errors import (
    AmbiguousOutcome,
    ApiError,
    AuthenticationError,
    BadRequest,
    Cancelled,
    ClientClosed,
    ConfigError,
    Conflict,
    ConnectError,
    DecodeError,
    DeploymentFailed,
    DryRun,
    InternalError,
    NotFound,
    PaymentRequired,
    PermissionDenied,
    ProxyError,
    RateLimited,
    RedirectError,
    ResponseTooLarge,
    RotationFailed,
    ServerError,
    SpiceCloudError,
    Timeout,
    TlsError,
    TransportError,
    Unprocessable,
    ValidationError,
    WaitTimeout,
)
from ._generated import (
    AlertSeverity,
    AlertStatus,
    AlertTarget,
    ApiKeys,
    App,
    AppConfig,
    AppliedPlan,
    AppMetrics,
    AppSecret,
    ChatChunk,
    ChatCompletion,
    Check,
    CheckOutcome,
    Cluster,
    ClusterMetrics,
    Comparison,
    ContainerImage,
    ContainerImages,
    CredentialKind,
    Deployment,
    DeploymentErrorCode,
    DeploymentStatus,
    Diagnosis,
    Executor,
    ForkSource,
    Health,
    Identity,
    ImageChannel,
    IngestionMetrics,
    InstanceMetrics,
    Limits,
    Member,
    MemberRole,
    MetricSample,
    Monitor,
    MonitorSpec,
    MonitorTemplate,
    Org,
    Plan,
    PlannedAction,
    PlannedChange,
    Reaction,
    ReactionSpec,
    ReactionTemplate,
    Region,
    Regions,
    ResourceQuantities,
    Resources,
    ResumedApp,
    RotationEvent,
    RotationReport,
    RotationStep,
    RuntimeDataset,
    RuntimeDatasets,
    RuntimeMetrics,
    RuntimeStatus,
    ScopeReport,
    ScopeSource,
    SearchHit,
    SearchResult,
    SecretDrift,
    SecretReference,
    SpicepodReport,
    SqlResult,
    TargetKind,
    UpdateChannel,
    Visibility,
)
from ._generated import resources as _resources
from ._generated.resources import Runtime
from ._logging import RequestEvent
from ._model import Model
from ._native import Meta, __version__
from ._native import shutdown as _shutdown
from ._options import Duration, Token
from ._pager import Page, Pager, Stream, Watch
from ._results import Attempt, DeploymentEvent, RawResponse
from ._secret import SecretStr
from ._typing import TYPE_CHECKING
from ._unset import UNSET, Unset

if TYPE_CHECKING:
    from ._async_client import AsyncSpiceCloud
    from ._async_pager import AsyncPager, AsyncStream, AsyncWatch
    from ._generated.async_resources import AsyncRuntime

__all__ = [
    "UNSET",
    "AlertSeverity",
    "AlertStatus",
    "AlertTarget",
    "AmbiguousOutcome",
    "ApiError",
    "ApiKeys",
    "App",
    "AppConfig",
    "AppMetrics",
    "AppSecret",
    "AppliedPlan",
    "AsyncPager",
    "AsyncRuntime",
    "AsyncSpiceCloud",
    "AsyncStream",
    "AsyncWatch",
    "Attempt",
    "AuthenticationError",
    "BadRequest",
    "Cancelled",
    "ChatChunk",
    "ChatCompletion",
    "Check",
    "CheckOutcome",
    "ClientClosed",
    "Cluster",
    "ClusterMetrics",
    "Comparison",
    "ConfigError",
    "Conflict",
    "ConnectError",
    "ContainerImage",
    "ContainerImages",
    "CredentialKind",
    "DecodeError",
    "Deployment",
    "DeploymentErrorCode",
    "DeploymentEvent",
    "DeploymentFailed",
    "DeploymentStatus",
    "Diagnosis",
    "DryRun",
    "Duration",
    "Executor",
    "ForkSource",
    "Health",
    "Identity",
    "ImageChannel",
    "IngestionMetrics",
    "InstanceMetrics",
    "InternalError",
    "Limits",
    "Member",
    "MemberRole",
    "Meta",
    "MetricSample",
    "Model",
    "Monitor",
    "MonitorSpec",
    "MonitorTemplate",
    "NotFound",
    "OpenEnum",
    "Org",
    "Page",
    "Pager",
    "PaymentRequired",
    "PermissionDenied",
    "Plan",
    "PlannedAction",
    "PlannedChange",
    "ProxyError",
    "RateLimited",
    "RawResponse",
    "Reaction",
    "ReactionSpec",
    "ReactionTemplate",
    "RedirectError",
    "Region",
    "Regions",
    "RequestEvent",
    "ResourceQuantities",
    "Resources",
    "ResponseTooLarge",
    "ResumedApp",
    "RotationEvent",
    "RotationFailed",
    "RotationReport",
    "RotationStep",
    "Runtime",
    "RuntimeDataset",
    "RuntimeDatasets",
    "RuntimeMetrics",
    "RuntimeStatus",
    "ScopeReport",
    "ScopeSource",
    "SearchHit",
    "SearchResult",
    "SecretDrift",
    "SecretReference",
    "SecretStr",
    "ServerError",
    "SpiceCloud",
    "SpiceCloudError",
    "SpicepodReport",
    "SqlResult",
    "Stream",
    "TargetKind",
    "Timeout",
    "TlsError",
    "Token",
    "TransportError",
    "Unprocessable",
    "Unset",
    "UpdateChannel",
    "ValidationError",
    "Visibility",
    "WaitTimeout",
    "Watch",
    "__version__",
]


def _publish(*homes: Mapping[str, object]) -> None:
    """Makes public classes of this module, wherever they are: for reprs, tracebacks and pickles."""
    for home in homes:
        for value in list(home.values()):
            if isinstance(value, type) and value.__module__.startswith(f"{__name__}."):
                value.__module__ = __name__


_publish(globals(), vars(_resources))

# Type checkers would take a name that is not there for one that comes late.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Reads what is for event loops when it is first asked for: most scripts have none."""
        if not name.startswith("Async") or name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from . import _async_client, _async_pager
        from ._generated import async_resources

        homes = (vars(_async_client), vars(_async_pager), vars(async_resources))
        late = {
            name: home[name]
            for name in __all__
            for home in homes
            if name.startswith("Async") and name in home
        }
        _publish(late, vars(async_resources))
        globals().update(late)
        return late[name]

    def __dir__() -> list[str]:
        """Also what has not been read yet."""
        return sorted({*globals(), *__all__})


# The core's threads are ended while the interpreter is still whole.
atexit.register(_shutdown)
