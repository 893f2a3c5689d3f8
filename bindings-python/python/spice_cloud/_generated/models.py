# Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.
"""What the API answers with, and the parts of it that people build too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from .._model import EMPTY, Answer, Model
from .._secret import SecretStr
from .._typing import TYPE_CHECKING
from .enums import (
    AlertSeverity,
    AlertStatus,
    CheckOutcome,
    Comparison,
    CredentialKind,
    DeploymentErrorCode,
    DeploymentStatus,
    ImageChannel,
    MemberRole,
    MonitorTemplate,
    PlannedAction,
    ReactionTemplate,
    RotationStep,
    ScopeSource,
    TargetKind,
    UpdateChannel,
    Visibility,
)

if TYPE_CHECKING:
    from typing import Any, ClassVar


class Health(Answer):
    """Whether the API answers."""

    status: str
    """`ok` when healthy."""

    timestamp: datetime | None = None
    """The server's time."""

    _fields: ClassVar[dict[str, object]] = {"status": str, "timestamp": datetime}

    def __init__(
        self,
        *,
        status: str,
        timestamp: datetime | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"status": status, "timestamp": timestamp}, extra)


class Limits(Answer):
    """What the organization's plan allows.

    Members that the documents do not name are kept as extra fields.
    """

    apps: int | None = None
    """How many apps."""

    replicas: int | None = None
    """How many replicas."""

    spicepods: int | None = None
    """How many spicepods."""

    users: int | None = None
    """How many users; -1 means no limit."""

    api_rps: int | None = None
    """API requests per second."""

    request_timeout_secs: int | None = None
    """Limit of one request, in seconds."""

    sql_query_timeout_secs: int | None = None
    """Limit of one SQL query, in seconds."""

    _fields: ClassVar[dict[str, object]] = {
        "apps": int,
        "replicas": int,
        "spicepods": int,
        "users": int,
        "api_rps": int,
        "request_timeout_secs": int,
        "sql_query_timeout_secs": int,
    }

    def __init__(
        self,
        *,
        apps: int | None = None,
        replicas: int | None = None,
        spicepods: int | None = None,
        users: int | None = None,
        api_rps: int | None = None,
        request_timeout_secs: int | None = None,
        sql_query_timeout_secs: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "apps": apps,
                "replicas": replicas,
                "spicepods": spicepods,
                "users": users,
                "api_rps": api_rps,
                "request_timeout_secs": request_timeout_secs,
                "sql_query_timeout_secs": sql_query_timeout_secs,
            },
            extra,
        )


class Region(Model):
    """A place where apps can run."""

    name: str
    """Display name, such as `US West`."""

    region: str
    """Identifier to pass when an app is created, such as `us-west-2`."""

    cname: str | None = None
    """Internal name whose host is `https://<cname>.spiceai.io`; older documents want it instead of
    `region`.
    """

    provider: str | None = None
    """Cloud provider, such as `aws`."""

    provider_name: str | None = None
    """Display name of the provider."""

    is_default: bool | None = None
    """Whether apps without a region go here."""

    disabled: bool | None = None
    """Whether new apps are refused here."""

    _fields: ClassVar[dict[str, object]] = {
        "name": str,
        "region": str,
        "cname": str,
        "provider": str,
        "provider_name": str,
        "is_default": bool,
        "disabled": bool,
    }

    def __init__(
        self,
        *,
        name: str,
        region: str,
        cname: str | None = None,
        provider: str | None = None,
        provider_name: str | None = None,
        is_default: bool | None = None,
        disabled: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "name": name,
                "region": region,
                "cname": cname,
                "provider": provider,
                "provider_name": provider_name,
                "is_default": is_default,
                "disabled": disabled,
            },
            extra,
        )


class Regions(Answer):
    """The regions and which of them is the default."""

    regions: tuple[Region, ...]
    """Every region that the organization may use."""

    default: str | None = None
    """Identifier of the default region."""

    _fields: ClassVar[dict[str, object]] = {"regions": [Region], "default": str}

    def __init__(
        self,
        *,
        regions: Sequence[Region | Mapping[str, Any]],
        default: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"regions": regions, "default": default}, extra)


class ContainerImage(Model):
    """A published build of the Spice runtime."""

    name: str | None = None
    """Full image name."""

    tag: str
    """Tag to pass as `image_tag`."""

    channel: ImageChannel | None = None
    """The channel of a container image."""

    _fields: ClassVar[dict[str, object]] = {"name": str, "tag": str, "channel": ImageChannel}

    def __init__(
        self,
        *,
        name: str | None = None,
        tag: str,
        channel: ImageChannel | str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"name": name, "tag": tag, "channel": channel}, extra)


class ContainerImages(Answer):
    """The images of a channel and which of them is the default."""

    images: tuple[ContainerImage, ...]
    """Images, newest first."""

    default: str | None = None
    """Tag of the default image."""

    _fields: ClassVar[dict[str, object]] = {"images": [ContainerImage], "default": str}

    def __init__(
        self,
        *,
        images: Sequence[ContainerImage | Mapping[str, Any]],
        default: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"images": images, "default": default}, extra)


class Org(Answer):
    """An organization that the caller belongs to."""

    id: int | None = None
    """Identifier."""

    name: str
    """Handle; what the `X-Org-Name` header takes."""

    display_name: str | None = None
    """Display name; only tolerated by a vendor client, not documented."""

    role: MemberRole | None = None
    """A role in an organization."""

    _fields: ClassVar[dict[str, object]] = {
        "id": int,
        "name": str,
        "display_name": str,
        "role": MemberRole,
    }

    def __init__(
        self,
        *,
        id: int | None = None,
        name: str,
        display_name: str | None = None,
        role: MemberRole | str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"id": id, "name": name, "display_name": display_name, "role": role}, extra)


class Cluster(Answer):
    """A dedicated cluster of the organization."""

    cluster_name: str
    """Name to pass as `cluster_name` when an app is created."""

    region: str | None = None
    """Region of the cluster."""

    cloud_provider: str | None = None
    """Cloud provider."""

    endpoint: str | None = None
    """Data-plane address."""

    created_at: datetime | None = None
    """When it was created."""

    updated_at: datetime | None = None
    """When it was last changed."""

    _fields: ClassVar[dict[str, object]] = {
        "cluster_name": str,
        "region": str,
        "cloud_provider": str,
        "endpoint": str,
        "created_at": datetime,
        "updated_at": datetime,
    }

    def __init__(
        self,
        *,
        cluster_name: str,
        region: str | None = None,
        cloud_provider: str | None = None,
        endpoint: str | None = None,
        created_at: datetime | None = None,
        updated_at: datetime | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "cluster_name": cluster_name,
                "region": region,
                "cloud_provider": cloud_provider,
                "endpoint": endpoint,
                "created_at": created_at,
                "updated_at": updated_at,
            },
            extra,
        )


class ResourceQuantities(Model):
    """Amounts in Kubernetes notation."""

    cpu: str | None = None
    """CPU, such as `2` or `500m`."""

    memory: str | None = None
    """Memory, such as `16Gi`."""

    ephemeral_storage: str | None = None
    """Scratch storage, such as `10Gi`."""

    _fields: ClassVar[dict[str, object]] = {"cpu": str, "memory": str, "ephemeral_storage": str}

    def __init__(
        self,
        *,
        cpu: str | None = None,
        memory: str | None = None,
        ephemeral_storage: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"cpu": cpu, "memory": memory, "ephemeral_storage": ephemeral_storage}, extra)


class Resources(Model):
    """What one replica may use."""

    limits: ResourceQuantities | None = None
    """Amounts in Kubernetes notation."""

    requests: ResourceQuantities | None = None
    """Amounts in Kubernetes notation."""

    _fields: ClassVar[dict[str, object]] = {
        "limits": ResourceQuantities,
        "requests": ResourceQuantities,
    }

    def __init__(
        self,
        *,
        limits: ResourceQuantities | Mapping[str, Any] | None = None,
        requests: ResourceQuantities | Mapping[str, Any] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"limits": limits, "requests": requests}, extra)


class Executor(Model):
    """Executors of a distributed app."""

    replicas: int | None = None
    """How many executors."""

    resources: Resources | None = None
    """What one replica may use."""

    storage_size_gb: float | None = None
    """Storage of each executor, in gigabytes."""

    _fields: ClassVar[dict[str, object]] = {
        "replicas": int,
        "resources": Resources,
        "storage_size_gb": float,
    }

    def __init__(
        self,
        *,
        replicas: int | None = None,
        resources: Resources | Mapping[str, Any] | None = None,
        storage_size_gb: float | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {"replicas": replicas, "resources": resources, "storage_size_gb": storage_size_gb},
            extra,
        )


class AppConfig(Model):
    """How an app runs. Answers nest it; requests take its members flat."""

    spicepod: Any = None
    """The manifest: an object, or YAML text as it was sent."""

    registry: str | None = None
    """Image registry."""

    image: str | None = None
    """Image name."""

    image_tag: str | None = None
    """Pinned runtime version; nothing when the channel decides."""

    update_channel: UpdateChannel | None = None
    """Stream of releases that the app follows."""

    version: str | None = None
    """Runtime version range, such as `2.x`."""

    replicas: int | None = None
    """How many replicas."""

    resources: Resources | None = None
    """What one replica may use."""

    executor: Executor | None = None
    """Executors of a distributed app."""

    region: str | None = None
    """Region that the app runs in."""

    cluster_name: str | None = None
    """Dedicated cluster that the app runs on."""

    node_group: str | None = None
    """Node group."""

    storage_size_gb: float | None = None
    """Persistent storage, in gigabytes."""

    storage_claim_size_gb: float | None = None
    """Older name of `storage_size_gb`."""

    _fields: ClassVar[dict[str, object]] = {
        "spicepod": object,
        "registry": str,
        "image": str,
        "image_tag": str,
        "update_channel": UpdateChannel,
        "version": str,
        "replicas": int,
        "resources": Resources,
        "executor": Executor,
        "region": str,
        "cluster_name": str,
        "node_group": str,
        "storage_size_gb": float,
        "storage_claim_size_gb": float,
    }

    def __init__(
        self,
        *,
        spicepod: Any = None,
        registry: str | None = None,
        image: str | None = None,
        image_tag: str | None = None,
        update_channel: UpdateChannel | str | None = None,
        version: str | None = None,
        replicas: int | None = None,
        resources: Resources | Mapping[str, Any] | None = None,
        executor: Executor | Mapping[str, Any] | None = None,
        region: str | None = None,
        cluster_name: str | None = None,
        node_group: str | None = None,
        storage_size_gb: float | None = None,
        storage_claim_size_gb: float | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "spicepod": spicepod,
                "registry": registry,
                "image": image,
                "image_tag": image_tag,
                "update_channel": update_channel,
                "version": version,
                "replicas": replicas,
                "resources": resources,
                "executor": executor,
                "region": region,
                "cluster_name": cluster_name,
                "node_group": node_group,
                "storage_size_gb": storage_size_gb,
                "storage_claim_size_gb": storage_claim_size_gb,
            },
            extra,
        )


class ForkSource(Model):
    """The app that an app was forked from."""

    id: int | None = None
    """Identifier."""

    name: str | None = None
    """Name."""

    _fields: ClassVar[dict[str, object]] = {"id": int, "name": str}

    def __init__(
        self,
        *,
        id: int | None = None,
        name: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"id": id, "name": name}, extra)


class App(Answer):
    """A Spice app (called a project since Aug 2026). Lists leave `config` out."""

    id: int
    """Identifier."""

    name: str
    """Name, unique in the organization whatever the case."""

    description: str | None = None
    """Free text."""

    visibility: Visibility | None = None
    """Who may see an app."""

    created_at: datetime | None = None
    """When it was created. An app whose name had been deleted before may come back with its old
    time.
    """

    region: str | None = None
    """Region that the app runs in."""

    cname: str | None = None
    """Internal name of the region's data host."""

    cluster_id: str | None = None
    """Identifier of the dedicated cluster."""

    cluster_name: str | None = None
    """Dedicated cluster."""

    endpoint: str | None = None
    """Data-plane address of the app (2026)."""

    production_branch: str | None = None
    """Git branch that production follows."""

    api_key: SecretStr | None = None
    """Primary runtime key; older servers put it here."""

    tags: Mapping[str, str] = EMPTY
    """Free key-value pairs."""

    warning: str | None = None
    """Set when the app was created but its first configuration was not applied."""

    forked_from: ForkSource | None = None
    """The app that this one was forked from."""

    config: AppConfig | None = None
    """How the app runs; absent from lists."""

    shared_state: Any = None
    """What a fork has in common with the app that it was forked from, such as a replication slot;
    only in the answer that made the fork.
    """

    _fields: ClassVar[dict[str, object]] = {
        "id": int,
        "name": str,
        "description": str,
        "visibility": Visibility,
        "created_at": datetime,
        "region": str,
        "cname": str,
        "cluster_id": str,
        "cluster_name": str,
        "endpoint": str,
        "production_branch": str,
        "api_key": SecretStr,
        "tags": {str: str},
        "warning": str,
        "forked_from": ForkSource,
        "config": AppConfig,
        "shared_state": object,
    }

    def __init__(
        self,
        *,
        id: int,
        name: str,
        description: str | None = None,
        visibility: Visibility | str | None = None,
        created_at: datetime | None = None,
        region: str | None = None,
        cname: str | None = None,
        cluster_id: str | None = None,
        cluster_name: str | None = None,
        endpoint: str | None = None,
        production_branch: str | None = None,
        api_key: SecretStr | str | None = None,
        tags: Mapping[str, str] | None = None,
        warning: str | None = None,
        forked_from: ForkSource | Mapping[str, Any] | None = None,
        config: AppConfig | Mapping[str, Any] | None = None,
        shared_state: Any = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "id": id,
                "name": name,
                "description": description,
                "visibility": visibility,
                "created_at": created_at,
                "region": region,
                "cname": cname,
                "cluster_id": cluster_id,
                "cluster_name": cluster_name,
                "endpoint": endpoint,
                "production_branch": production_branch,
                "api_key": api_key,
                "tags": tags,
                "warning": warning,
                "forked_from": forked_from,
                "config": config,
                "shared_state": shared_state,
            },
            extra,
        )


class ResumedApp(Answer):
    """What came of resuming an app."""

    deployment_id: int | None = None
    """Identifier of the deployment that was started."""

    _fields: ClassVar[dict[str, object]] = {"deployment_id": int}

    def __init__(
        self,
        *,
        deployment_id: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"deployment_id": deployment_id}, extra)


class InstanceMetrics(Model):
    """Load of one instance. Figures without data are absent."""

    cpu_usage_percent: float | None = None
    """CPU, in percent."""

    memory_usage_bytes: float | None = None
    """Memory, in bytes."""

    disk_read_bytes: float | None = None
    """Disk reads, in bytes."""

    disk_read_operations: float | None = None
    """Disk reads."""

    disk_write_bytes: float | None = None
    """Disk writes, in bytes."""

    disk_write_operations: float | None = None
    """Disk writes."""

    _fields: ClassVar[dict[str, object]] = {
        "cpu_usage_percent": float,
        "memory_usage_bytes": float,
        "disk_read_bytes": float,
        "disk_read_operations": float,
        "disk_write_bytes": float,
        "disk_write_operations": float,
    }

    def __init__(
        self,
        *,
        cpu_usage_percent: float | None = None,
        memory_usage_bytes: float | None = None,
        disk_read_bytes: float | None = None,
        disk_read_operations: float | None = None,
        disk_write_bytes: float | None = None,
        disk_write_operations: float | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "cpu_usage_percent": cpu_usage_percent,
                "memory_usage_bytes": memory_usage_bytes,
                "disk_read_bytes": disk_read_bytes,
                "disk_read_operations": disk_read_operations,
                "disk_write_bytes": disk_write_bytes,
                "disk_write_operations": disk_write_operations,
            },
            extra,
        )


class IngestionMetrics(Model):
    """What was ingested. With a window these are rates per second."""

    rows_ingested: float | None = None
    """Rows."""

    bytes_ingested: float | None = None
    """Bytes."""

    _fields: ClassVar[dict[str, object]] = {"rows_ingested": float, "bytes_ingested": float}

    def __init__(
        self,
        *,
        rows_ingested: float | None = None,
        bytes_ingested: float | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"rows_ingested": rows_ingested, "bytes_ingested": bytes_ingested}, extra)


class ClusterMetrics(Model):
    """A distributed app's executors."""

    active_executors_count: float | None = None
    """Executors at work."""

    _fields: ClassVar[dict[str, object]] = {"active_executors_count": float}

    def __init__(
        self,
        *,
        active_executors_count: float | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"active_executors_count": active_executors_count}, extra)


class AppMetrics(Answer):
    """Load and ingestion of an app; may be partial."""

    metrics: Mapping[str, InstanceMetrics] = EMPTY
    """Load, by instance."""

    ingestion: IngestionMetrics | None = None
    """What was ingested."""

    cluster: ClusterMetrics | None = None
    """A distributed app's executors."""

    _fields: ClassVar[dict[str, object]] = {
        "metrics": {str: InstanceMetrics},
        "ingestion": IngestionMetrics,
        "cluster": ClusterMetrics,
    }

    def __init__(
        self,
        *,
        metrics: Mapping[str, InstanceMetrics | Mapping[str, Any]] | None = None,
        ingestion: IngestionMetrics | Mapping[str, Any] | None = None,
        cluster: ClusterMetrics | Mapping[str, Any] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"metrics": metrics, "ingestion": ingestion, "cluster": cluster}, extra)


class Deployment(Answer):
    """One roll-out of an app."""

    id: int
    """Identifier; grows with time."""

    status: DeploymentStatus
    """Where a deployment stands."""

    created_at: datetime | None = None
    """When it was asked for."""

    started_at: datetime | None = None
    """When the roll-out began."""

    updated_at: datetime | None = None
    """When it last changed."""

    finished_at: datetime | None = None
    """When it ended; older servers only."""

    image: str | None = None
    """Image name."""

    image_tag: str | None = None
    """Runtime version."""

    channel: UpdateChannel | None = None
    """Stream of releases."""

    replicas: int | None = None
    """How many replicas."""

    branch: str | None = None
    """Git branch."""

    commit_sha: str | None = None
    """Git commit."""

    commit_message: str | None = None
    """What was deployed, in words."""

    debug: bool | None = None
    """Whether it runs in debug mode."""

    error_code: DeploymentErrorCode | None = None
    """Why it failed, or, while in progress, what it waits for."""

    error_message: str | None = None
    """The same in words; set and cleared together with the code."""

    creation_source: str | None = None
    """What created it, such as `api`."""

    created_by: Any = None
    """Who created it: a number, a text or an object, by the age of the server."""

    _fields: ClassVar[dict[str, object]] = {
        "id": int,
        "status": DeploymentStatus,
        "created_at": datetime,
        "started_at": datetime,
        "updated_at": datetime,
        "finished_at": datetime,
        "image": str,
        "image_tag": str,
        "channel": UpdateChannel,
        "replicas": int,
        "branch": str,
        "commit_sha": str,
        "commit_message": str,
        "debug": bool,
        "error_code": DeploymentErrorCode,
        "error_message": str,
        "creation_source": str,
        "created_by": object,
    }

    def __init__(
        self,
        *,
        id: int,
        status: DeploymentStatus | str,
        created_at: datetime | None = None,
        started_at: datetime | None = None,
        updated_at: datetime | None = None,
        finished_at: datetime | None = None,
        image: str | None = None,
        image_tag: str | None = None,
        channel: UpdateChannel | str | None = None,
        replicas: int | None = None,
        branch: str | None = None,
        commit_sha: str | None = None,
        commit_message: str | None = None,
        debug: bool | None = None,
        error_code: DeploymentErrorCode | str | None = None,
        error_message: str | None = None,
        creation_source: str | None = None,
        created_by: Any = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "id": id,
                "status": status,
                "created_at": created_at,
                "started_at": started_at,
                "updated_at": updated_at,
                "finished_at": finished_at,
                "image": image,
                "image_tag": image_tag,
                "channel": channel,
                "replicas": replicas,
                "branch": branch,
                "commit_sha": commit_sha,
                "commit_message": commit_message,
                "debug": debug,
                "error_code": error_code,
                "error_message": error_message,
                "creation_source": creation_source,
                "created_by": created_by,
            },
            extra,
        )


class AppSecret(Answer):
    """A secret of an app, without its value."""

    id: int | None = None
    """Identifier."""

    name: str
    """Name; `${secrets:NAME}` in a spicepod."""

    value: str | None = None
    """Asterisks, or nothing: the API never gives a value back."""

    created_at: datetime | None = None
    """When it was first set."""

    updated_at: datetime | None = None
    """When it was last set."""

    _fields: ClassVar[dict[str, object]] = {
        "id": int,
        "name": str,
        "value": str,
        "created_at": datetime,
        "updated_at": datetime,
    }

    def __init__(
        self,
        *,
        id: int | None = None,
        name: str,
        value: str | None = None,
        created_at: datetime | None = None,
        updated_at: datetime | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "id": id,
                "name": name,
                "value": value,
                "created_at": created_at,
                "updated_at": updated_at,
            },
            extra,
        )


class ApiKeys(Answer):
    """Both runtime keys of an app, in clear."""

    api_key: SecretStr | None = None
    """Primary key."""

    api_key_2: SecretStr | None = None
    """Secondary key."""

    regenerated_key: int | None = None
    """Which key a regeneration replaced: 0 both, 1 primary, 2 secondary; only in its answer."""

    _fields: ClassVar[dict[str, object]] = {
        "api_key": SecretStr,
        "api_key_2": SecretStr,
        "regenerated_key": int,
    }

    def __init__(
        self,
        *,
        api_key: SecretStr | str | None = None,
        api_key_2: SecretStr | str | None = None,
        regenerated_key: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {"api_key": api_key, "api_key_2": api_key_2, "regenerated_key": regenerated_key},
            extra,
        )


class AlertTarget(Model):
    """Where people are told. The members that are of use depend on the kind."""

    kind: TargetKind | None = None
    """How people are told; must be given."""

    emails: tuple[str, ...] | None = None
    """E-mail addresses, at most 20, of an e-mail target."""

    channel_id: str | None = None
    """Identifier of the Slack channel, not its name."""

    url: str | None = None
    """Public HTTPS address."""

    method: str | None = None
    """HTTP method: `POST` (when left out), `PUT` or `PATCH`."""

    token: SecretStr | None = None
    """Bearer token for the address; never given back. One that is left out stays as it is as long
    as the address does.
    """

    _fields: ClassVar[dict[str, object]] = {
        "kind": TargetKind,
        "emails": [str],
        "channel_id": str,
        "url": str,
        "method": str,
        "token": SecretStr,
    }

    def __init__(
        self,
        *,
        kind: TargetKind | str | None = None,
        emails: Sequence[str] | None = None,
        channel_id: str | None = None,
        url: str | None = None,
        method: str | None = None,
        token: SecretStr | str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "kind": kind,
                "emails": emails,
                "channel_id": channel_id,
                "url": url,
                "method": method,
                "token": token,
            },
            extra,
        )


class MonitorSpec(Model):
    """When a monitor fires."""

    op: Comparison | None = None
    """How what is measured is compared; must be given."""

    threshold: float | None = None
    """What it is compared with, in the unit of the template; must be given."""

    window: str | None = None
    """Time that is looked at: `1m`, `5m` (when left out), `15m`, `30m` or `1h`."""

    sustain_secs: int | None = None
    """How many seconds it must last; 300 when left out."""

    severity: AlertSeverity | None = None
    """How bad it is; critical when left out."""

    dataset: str | None = None
    """The dataset to watch."""

    datasets: tuple[str, ...] | None = None
    """The datasets to watch, at most 20; goes before `dataset`. All when neither is given."""

    include_details: bool | None = None
    """Whether people are shown the text of queries and data; no when left out."""

    _fields: ClassVar[dict[str, object]] = {
        "op": Comparison,
        "threshold": float,
        "window": str,
        "sustain_secs": int,
        "severity": AlertSeverity,
        "dataset": str,
        "datasets": [str],
        "include_details": bool,
    }

    def __init__(
        self,
        *,
        op: Comparison | str | None = None,
        threshold: float | None = None,
        window: str | None = None,
        sustain_secs: int | None = None,
        severity: AlertSeverity | str | None = None,
        dataset: str | None = None,
        datasets: Sequence[str] | None = None,
        include_details: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "op": op,
                "threshold": threshold,
                "window": window,
                "sustain_secs": sustain_secs,
                "severity": severity,
                "dataset": dataset,
                "datasets": datasets,
                "include_details": include_details,
            },
            extra,
        )


class ReactionSpec(Model):
    """When a reaction fires. Reactions to data conventionally compare with `EQ` and 0."""

    op: Comparison | None = None
    """How what is measured is compared; must be given."""

    threshold: float | None = None
    """What it is compared with, in the unit of the template; must be given."""

    dataset: str | None = None
    """The dataset to watch."""

    datasets: tuple[str, ...] | None = None
    """The datasets that a query is about."""

    column: str | None = None
    """The column whose value must match."""

    value: Any = None
    """The value that the column must have."""

    conditions: tuple[Any, ...] | None = None
    """Conditions instead of one column and its value."""

    query: str | None = None
    """The query."""

    query_language: str | None = None
    """Language of the query: `gql` (when left out) or `cypher`."""

    model: str | None = None
    """A model of the spicepod that puts results into words."""

    include_details: bool | None = None
    """Whether people are shown the text of queries and data; no when left out."""

    _fields: ClassVar[dict[str, object]] = {
        "op": Comparison,
        "threshold": float,
        "dataset": str,
        "datasets": [str],
        "column": str,
        "value": object,
        "conditions": [object],
        "query": str,
        "query_language": str,
        "model": str,
        "include_details": bool,
    }

    def __init__(
        self,
        *,
        op: Comparison | str | None = None,
        threshold: float | None = None,
        dataset: str | None = None,
        datasets: Sequence[str] | None = None,
        column: str | None = None,
        value: Any = None,
        conditions: Sequence[Any] | None = None,
        query: str | None = None,
        query_language: str | None = None,
        model: str | None = None,
        include_details: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "op": op,
                "threshold": threshold,
                "dataset": dataset,
                "datasets": datasets,
                "column": column,
                "value": value,
                "conditions": conditions,
                "query": query,
                "query_language": query_language,
                "model": model,
                "include_details": include_details,
            },
            extra,
        )


class Monitor(Answer):
    """A monitor of an app."""

    id: str
    """Identifier, a UUID."""

    name: str
    """Name, unique over the monitors and reactions of an app whatever the case."""

    description: str | None = None
    """Free text."""

    status: AlertStatus | None = None
    """Whether the monitor is switched on."""

    template_id: MonitorTemplate | None = None
    """What the monitor watches."""

    spec: MonitorSpec | None = None
    """When the monitor fires."""

    targets: tuple[AlertTarget, ...] = ()
    """Where people are told, without any token."""

    recipient_user_ids: tuple[int, ...] = ()
    """Members who get the e-mail."""

    last_fired_at: datetime | None = None
    """When it last fired."""

    last_resolved_at: datetime | None = None
    """When what it fired for last came to an end. It is still going on when it fired later than
    that.
    """

    evaluation_unavailable_reason: str | None = None
    """Why nothing can be measured, such as `cpu_limit_missing`."""

    _fields: ClassVar[dict[str, object]] = {
        "id": str,
        "name": str,
        "description": str,
        "status": AlertStatus,
        "template_id": MonitorTemplate,
        "spec": MonitorSpec,
        "targets": [AlertTarget],
        "recipient_user_ids": [int],
        "last_fired_at": datetime,
        "last_resolved_at": datetime,
        "evaluation_unavailable_reason": str,
    }

    def __init__(
        self,
        *,
        id: str,
        name: str,
        description: str | None = None,
        status: AlertStatus | str | None = None,
        template_id: MonitorTemplate | str | None = None,
        spec: MonitorSpec | Mapping[str, Any] | None = None,
        targets: Sequence[AlertTarget | Mapping[str, Any]] | None = None,
        recipient_user_ids: Sequence[int] | None = None,
        last_fired_at: datetime | None = None,
        last_resolved_at: datetime | None = None,
        evaluation_unavailable_reason: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "id": id,
                "name": name,
                "description": description,
                "status": status,
                "template_id": template_id,
                "spec": spec,
                "targets": targets,
                "recipient_user_ids": recipient_user_ids,
                "last_fired_at": last_fired_at,
                "last_resolved_at": last_resolved_at,
                "evaluation_unavailable_reason": evaluation_unavailable_reason,
            },
            extra,
        )


class Reaction(Answer):
    """A reaction of an app."""

    id: str
    """Identifier, a UUID."""

    name: str
    """Name, unique over the monitors and reactions of an app whatever the case."""

    description: str | None = None
    """Free text."""

    status: AlertStatus | None = None
    """Whether the reaction is switched on."""

    template_id: ReactionTemplate | None = None
    """What the reaction watches."""

    spec: ReactionSpec | None = None
    """When the reaction fires."""

    targets: tuple[AlertTarget, ...] = ()
    """Where people are told, without any token."""

    recipient_user_ids: tuple[int, ...] = ()
    """Members who get the e-mail."""

    last_fired_at: datetime | None = None
    """When it last fired."""

    last_resolved_at: datetime | None = None
    """When what it fired for last came to an end. It is still going on when it fired later than
    that.
    """

    _fields: ClassVar[dict[str, object]] = {
        "id": str,
        "name": str,
        "description": str,
        "status": AlertStatus,
        "template_id": ReactionTemplate,
        "spec": ReactionSpec,
        "targets": [AlertTarget],
        "recipient_user_ids": [int],
        "last_fired_at": datetime,
        "last_resolved_at": datetime,
    }

    def __init__(
        self,
        *,
        id: str,
        name: str,
        description: str | None = None,
        status: AlertStatus | str | None = None,
        template_id: ReactionTemplate | str | None = None,
        spec: ReactionSpec | Mapping[str, Any] | None = None,
        targets: Sequence[AlertTarget | Mapping[str, Any]] | None = None,
        recipient_user_ids: Sequence[int] | None = None,
        last_fired_at: datetime | None = None,
        last_resolved_at: datetime | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "id": id,
                "name": name,
                "description": description,
                "status": status,
                "template_id": template_id,
                "spec": spec,
                "targets": targets,
                "recipient_user_ids": recipient_user_ids,
                "last_fired_at": last_fired_at,
                "last_resolved_at": last_resolved_at,
            },
            extra,
        )


class Member(Answer):
    """A member of the organization."""

    user_id: int
    """Identifier of the user."""

    username: str
    """Spice.ai user name."""

    roles: tuple[MemberRole, ...] = ()
    """Roles in the organization."""

    is_owner: bool | None = None
    """Whether the member owns the organization; absent from the answers to adding and updating."""

    created_at: datetime | None = None
    """When the member joined."""

    _fields: ClassVar[dict[str, object]] = {
        "user_id": int,
        "username": str,
        "roles": [MemberRole],
        "is_owner": bool,
        "created_at": datetime,
    }

    def __init__(
        self,
        *,
        user_id: int,
        username: str,
        roles: Sequence[MemberRole | str] | None = None,
        is_owner: bool | None = None,
        created_at: datetime | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "user_id": user_id,
                "username": username,
                "roles": roles,
                "is_owner": is_owner,
                "created_at": created_at,
            },
            extra,
        )


class SecretReference(Model):
    """A place of a spicepod that refers to a secret."""

    name: str
    """Name of the secret."""

    place: str
    """Where it stands, such as `datasets[0].params.pg_pass`."""

    _fields: ClassVar[dict[str, object]] = {"name": str, "place": str}

    def __init__(self, *, name: str, place: str, extra: Mapping[str, Any] | None = None) -> None:
        self._fill({"name": name, "place": place}, extra)


class SpicepodReport(Answer):
    """A spicepod beside the secrets of its app."""

    ok: bool
    """Whether all secrets that it refers to are there."""

    references: tuple[SecretReference, ...]
    """Where it refers to secrets."""

    missing: tuple[str, ...]
    """Names of secrets that it refers to and the app does not have."""

    unused: tuple[str, ...]
    """Names of secrets that the app has and it does not refer to."""

    _fields: ClassVar[dict[str, object]] = {
        "ok": bool,
        "references": [SecretReference],
        "missing": [str],
        "unused": [str],
    }

    def __init__(
        self,
        *,
        ok: bool,
        references: Sequence[SecretReference | Mapping[str, Any]],
        missing: Sequence[str],
        unused: Sequence[str],
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {"ok": ok, "references": references, "missing": missing, "unused": unused},
            extra,
        )


class SecretDrift(Answer):
    """Secrets beside the deployment that runs."""

    ok: bool
    """Whether the runtime has the present value of every secret, as far as their times tell."""

    changed: tuple[AppSecret, ...]
    """Secrets that were set after the deployment began: the runtime may have an older value, or
    none.
    """

    deployment: Deployment | None = None
    """The last deployment that succeeded; nothing when there is none."""

    unknown: tuple[str, ...] = ()
    """Names of secrets of which the API does not say when they were set."""

    _fields: ClassVar[dict[str, object]] = {
        "ok": bool,
        "changed": [AppSecret],
        "deployment": Deployment,
        "unknown": [str],
    }

    def __init__(
        self,
        *,
        ok: bool,
        changed: Sequence[AppSecret | Mapping[str, Any]],
        deployment: Deployment | Mapping[str, Any] | None = None,
        unknown: Sequence[str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {"ok": ok, "changed": changed, "deployment": deployment, "unknown": unknown},
            extra,
        )


class RotationEvent(Model):
    """A step of a rotation."""

    step: RotationStep
    """What has happened in a rotation."""

    slot: int
    """Number of the key that it is about: 2 first, then 1."""

    journal: str
    """How far the rotation is. Kept somewhere, it lets another process go on; it holds no key."""

    _fields: ClassVar[dict[str, object]] = {"step": RotationStep, "slot": int, "journal": str}

    def __init__(
        self,
        *,
        step: RotationStep | str,
        slot: int,
        journal: str,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"step": step, "slot": slot, "journal": journal}, extra)


class RotationReport(Answer):
    """A rotation that has come to its end."""

    keys: ApiKeys
    """Both runtime keys of an app, in clear."""

    journal: str
    """What was done. It holds no key."""

    _fields: ClassVar[dict[str, object]] = {"keys": ApiKeys, "journal": str}

    def __init__(
        self,
        *,
        keys: ApiKeys | Mapping[str, Any],
        journal: str,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"keys": keys, "journal": journal}, extra)


class ScopeReport(Answer):
    """Scopes that were asked for."""

    granted: tuple[str, ...]
    """Those that are granted."""

    unknown: tuple[str, ...]
    """Those of which it cannot be known without a change."""

    source: ScopeSource
    """How scopes were found out."""

    _fields: ClassVar[dict[str, object]] = {
        "granted": [str],
        "unknown": [str],
        "source": ScopeSource,
    }

    def __init__(
        self,
        *,
        granted: Sequence[str],
        unknown: Sequence[str],
        source: ScopeSource | str,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"granted": granted, "unknown": unknown, "source": source}, extra)


class Identity(Answer):
    """What a client signs in with, and what that grants."""

    credential: CredentialKind
    """What a client signs in with."""

    org: str | None = None
    """Organization that the client names, or that the token says it is for."""

    orgs: tuple[Org, ...]
    """Organizations that it reaches, as far as it may ask."""

    scopes: tuple[str, ...]
    """Scopes that are granted, as far as is known; what they imply is not repeated."""

    refused: tuple[str, ...]
    """Scopes that are known not to be granted."""

    source: ScopeSource
    """How scopes were found out."""

    expires_at: datetime | None = None
    """When the token ends, if it says so."""

    _fields: ClassVar[dict[str, object]] = {
        "credential": CredentialKind,
        "org": str,
        "orgs": [Org],
        "scopes": [str],
        "refused": [str],
        "source": ScopeSource,
        "expires_at": datetime,
    }

    def __init__(
        self,
        *,
        credential: CredentialKind | str,
        org: str | None = None,
        orgs: Sequence[Org | Mapping[str, Any]],
        scopes: Sequence[str],
        refused: Sequence[str],
        source: ScopeSource | str,
        expires_at: datetime | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "credential": credential,
                "org": org,
                "orgs": orgs,
                "scopes": scopes,
                "refused": refused,
                "source": source,
                "expires_at": expires_at,
            },
            extra,
        )


class PlannedChange(Model):
    """One change."""

    action: PlannedAction
    """What is done."""

    target: str
    """What is changed, such as `app`, `secret:PG_PASS` or `member:ada`."""

    text: str
    """The change in a line."""

    _fields: ClassVar[dict[str, object]] = {"action": PlannedAction, "target": str, "text": str}

    def __init__(
        self,
        *,
        action: PlannedAction | str,
        target: str,
        text: str,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"action": action, "target": target, "text": text}, extra)


class Plan(Answer):
    """What has to change for a desired state."""

    is_empty: bool
    """Whether everything is as it should be."""

    changes: tuple[PlannedChange, ...]
    """What `apply` would do, in its order."""

    warnings: tuple[str, ...]
    """What should be known before."""

    text: str
    """The plan for people to read."""

    document: str
    """The plan for `apply`. It holds no secret and may be kept in a file."""

    _fields: ClassVar[dict[str, object]] = {
        "is_empty": bool,
        "changes": [PlannedChange],
        "warnings": [str],
        "text": str,
        "document": str,
    }

    def __init__(
        self,
        *,
        is_empty: bool,
        changes: Sequence[PlannedChange | Mapping[str, Any]],
        warnings: Sequence[str],
        text: str,
        document: str,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "is_empty": is_empty,
                "changes": changes,
                "warnings": warnings,
                "text": text,
                "document": document,
            },
            extra,
        )


class AppliedPlan(Answer):
    """What was done."""

    app: App | None = None
    """The app as it is now."""

    changes: tuple[PlannedChange, ...]
    """What was done, in order."""

    deployment: Deployment | None = None
    """The deployment that was waited for; nothing when none was needed."""

    fingerprints: str
    """What the next plan recognises secrets by. It holds no secret, and tells nothing without the
    key.
    """

    _fields: ClassVar[dict[str, object]] = {
        "app": App,
        "changes": [PlannedChange],
        "deployment": Deployment,
        "fingerprints": str,
    }

    def __init__(
        self,
        *,
        app: App | Mapping[str, Any] | None = None,
        changes: Sequence[PlannedChange | Mapping[str, Any]],
        deployment: Deployment | Mapping[str, Any] | None = None,
        fingerprints: str,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "app": app,
                "changes": changes,
                "deployment": deployment,
                "fingerprints": fingerprints,
            },
            extra,
        )


class Check(Model):
    """Something that was looked at."""

    name: str
    """What was looked at, such as `tls`."""

    outcome: CheckOutcome
    """How something was found."""

    detail: str
    """What was found."""

    hint: str | None = None
    """What to do about it."""

    _fields: ClassVar[dict[str, object]] = {
        "name": str,
        "outcome": CheckOutcome,
        "detail": str,
        "hint": str,
    }

    def __init__(
        self,
        *,
        name: str,
        outcome: CheckOutcome | str,
        detail: str,
        hint: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"name": name, "outcome": outcome, "detail": detail, "hint": hint}, extra)


class Diagnosis(Answer):
    """What was found on the way to the API."""

    ok: bool
    """Whether nothing was found that is wrong."""

    checks: tuple[Check, ...]
    """What was looked at, in order."""

    text: str
    """The report as text, without secrets."""

    _fields: ClassVar[dict[str, object]] = {"ok": bool, "checks": [Check], "text": str}

    def __init__(
        self,
        *,
        ok: bool,
        checks: Sequence[Check | Mapping[str, Any]],
        text: str,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"ok": ok, "checks": checks, "text": text}, extra)


class SqlResult(Answer):
    """Rows."""

    row_count: int
    """How many rows there are."""

    rows: tuple[Any, ...]
    """The rows, each an object with the columns by name."""

    schema: Any = None
    """What the columns are, in the JSON form of Arrow's schemas, if the runtime says so."""

    execution_time_ms: float | None = None
    """How long the query took, in milliseconds, if the runtime says so."""

    _fields: ClassVar[dict[str, object]] = {
        "row_count": int,
        "rows": [object],
        "schema": object,
        "execution_time_ms": float,
    }

    def __init__(
        self,
        *,
        row_count: int,
        rows: Sequence[Any],
        schema: Any = None,
        execution_time_ms: float | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "row_count": row_count,
                "rows": rows,
                "schema": schema,
                "execution_time_ms": execution_time_ms,
            },
            extra,
        )


class SearchHit(Model):
    """Something that was found."""

    dataset: str | None = None
    """Where it was found."""

    score: float | None = None
    """How well it fits: more is better."""

    matches: Any = None
    """What fits, by column."""

    primary_key: Any = None
    """What identifies the row."""

    data: Any = None
    """Columns that were asked for."""

    metadata: Any = None
    """What else is known of it."""

    _fields: ClassVar[dict[str, object]] = {
        "dataset": str,
        "score": float,
        "matches": object,
        "primary_key": object,
        "data": object,
        "metadata": object,
    }

    def __init__(
        self,
        *,
        dataset: str | None = None,
        score: float | None = None,
        matches: Any = None,
        primary_key: Any = None,
        data: Any = None,
        metadata: Any = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "dataset": dataset,
                "score": score,
                "matches": matches,
                "primary_key": primary_key,
                "data": data,
                "metadata": metadata,
            },
            extra,
        )


class SearchResult(Answer):
    """What was found."""

    results: tuple[SearchHit, ...]
    """What was found, the best first."""

    duration_ms: float | None = None
    """How long it took, in milliseconds."""

    _fields: ClassVar[dict[str, object]] = {"results": [SearchHit], "duration_ms": float}

    def __init__(
        self,
        *,
        results: Sequence[SearchHit | Mapping[str, Any]],
        duration_ms: float | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"results": results, "duration_ms": duration_ms}, extra)


class ChatCompletion(Answer):
    """An answer."""

    id: str | None = None
    """Name of the answer."""

    model: str | None = None
    """Who has answered."""

    content: str | None = None
    """The words of the answer."""

    choices: tuple[Any, ...] = ()
    """The answers as they came."""

    usage: Any = None
    """How many tokens it took."""

    _fields: ClassVar[dict[str, object]] = {
        "id": str,
        "model": str,
        "content": str,
        "choices": [object],
        "usage": object,
    }

    def __init__(
        self,
        *,
        id: str | None = None,
        model: str | None = None,
        content: str | None = None,
        choices: Sequence[Any] | None = None,
        usage: Any = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {"id": id, "model": model, "content": content, "choices": choices, "usage": usage},
            extra,
        )


class ChatChunk(Answer):
    """A piece of an answer."""

    id: str | None = None
    """Name of the answer."""

    model: str | None = None
    """Who answers."""

    content: str | None = None
    """The words that it adds."""

    choices: tuple[Any, ...] = ()
    """The pieces as they came."""

    _fields: ClassVar[dict[str, object]] = {
        "id": str,
        "model": str,
        "content": str,
        "choices": [object],
    }

    def __init__(
        self,
        *,
        id: str | None = None,
        model: str | None = None,
        content: str | None = None,
        choices: Sequence[Any] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"id": id, "model": model, "content": content, "choices": choices}, extra)


class RuntimeStatus(Answer):
    """How a runtime is."""

    ok: bool
    """Whether all is well."""

    status: int
    """The HTTP status of the answer."""

    text: str
    """What it says."""

    _fields: ClassVar[dict[str, object]] = {"ok": bool, "status": int, "text": str}

    def __init__(
        self,
        *,
        ok: bool,
        status: int,
        text: str,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"ok": ok, "status": status, "text": text}, extra)


class RuntimeDataset(Model):
    """A dataset of a runtime."""

    name: str
    """Name of the dataset."""

    source: str | None = None
    """Where its data comes from."""

    status: str | None = None
    """How it is, such as `ready`."""

    error_message: str | None = None
    """What is wrong with it."""

    _fields: ClassVar[dict[str, object]] = {
        "name": str,
        "source": str,
        "status": str,
        "error_message": str,
    }

    def __init__(
        self,
        *,
        name: str,
        source: str | None = None,
        status: str | None = None,
        error_message: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {"name": name, "source": source, "status": status, "error_message": error_message},
            extra,
        )


class RuntimeDatasets(Answer):
    """The datasets of a runtime."""

    ready: bool
    """Whether all of them are ready."""

    datasets: tuple[RuntimeDataset, ...]
    """The datasets."""

    _fields: ClassVar[dict[str, object]] = {"ready": bool, "datasets": [RuntimeDataset]}

    def __init__(
        self,
        *,
        ready: bool,
        datasets: Sequence[RuntimeDataset | Mapping[str, Any]],
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"ready": ready, "datasets": datasets}, extra)


class MetricSample(Model):
    """A number that is counted."""

    name: str
    """What is counted."""

    labels: Mapping[str, str]
    """What tells it from others of its name."""

    value: float
    """The number."""

    _fields: ClassVar[dict[str, object]] = {"name": str, "labels": {str: str}, "value": float}

    def __init__(
        self,
        *,
        name: str,
        labels: Mapping[str, str],
        value: float,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"name": name, "labels": labels, "value": value}, extra)


class RuntimeMetrics(Answer):
    """What a runtime counts."""

    text: str
    """Prometheus' text, as it came."""

    samples: tuple[MetricSample, ...]
    """The same, line by line. Values that are no finite number are left out."""

    _fields: ClassVar[dict[str, object]] = {"text": str, "samples": [MetricSample]}

    def __init__(
        self,
        *,
        text: str,
        samples: Sequence[MetricSample | Mapping[str, Any]],
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill({"text": text, "samples": samples}, extra)
