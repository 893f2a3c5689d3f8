# Generated from api/openapi.json by `cargo xtask codegen`. Do not edit.
"""The operations as methods that wait: the twins of the asynchronous ones."""

from __future__ import annotations

import builtins
import os
from collections.abc import Callable, Mapping, Sequence

from .._arguments import as_read, changes, duration, given, ident, rollout, target, text, waiting
from .._secret import SecretStr
from .._typing import TYPE_CHECKING
from .._unset import UNSET, Unset
from . import enums, models

if TYPE_CHECKING:
    from typing import Any

    from .._caller import Caller
    from .._options import Distribute, Duration, Verify
    from .._pager import Pager, Stream, Watch
    from .._results import DeploymentEvent


class Apps:
    """Spice apps, called projects since Aug 2026."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        *,
        page_size: int | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Pager[models.App]:
        """Lists the organization's apps, page by page, without their configuration.

        `GET /v1/apps`, scope `apps:read`.

        Args:
            page_size: How many items to ask for at a time, 100 if not given.
            offset: How many items to pass over; the error of a list that failed says it as
                `next_offset`.
            limit: How many items there may be in all; no limit if not given.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.pages(
            "apps.list",
            models.App,
            page_size=page_size,
            offset=offset,
            limit=limit,
        )

    def create(
        self,
        *,
        name: str,
        region: str | None = None,
        cname: str | None = None,
        cluster_name: str | None = None,
        description: str | None = None,
        visibility: enums.Visibility | str | None = None,
        tags: Mapping[str, str] | None = None,
        update_channel: enums.UpdateChannel | str | None = None,
        replicas: int | None = None,
        resources: models.Resources | Mapping[str, Any] | None = None,
        executor: models.Executor | Mapping[str, Any] | None = None,
        storage_size_gb: float | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> models.App:
        """Creates an app. It does not run until it has a spicepod and a deployment.

        `POST /v1/apps`, scope `apps:write`.

        Args:
            name: Name: 4 to 38 letters, digits and hyphens, unique in the organization whatever the
                case.
            region: Region identifier from the list of regions.
            cname: Internal name of the region; older servers want it instead of `region`.
            cluster_name: Dedicated cluster; with a region, the region must be the cluster's.
            description: Free text.
            visibility: Who may see the app; private when left out.
            tags: Free key-value pairs. Values: letters, digits, `_`, `@`, `-` (the vendor's deploy
                action).
            update_channel: Stream of releases to follow; None clears it.
            replicas: How many replicas, 1 to 10; the plan may allow fewer.
            resources: What one replica may use.
            executor: Executors of a distributed app.
            storage_size_gb: Persistent storage, in gigabytes.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            Conflict: It conflicts with what is there.
            ApiError: The body is larger than 1 MiB.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "apps.create",
            models.App,
            body=given(
                {
                    "name": name,
                    "region": region,
                    "cname": cname,
                    "cluster_name": cluster_name,
                    "description": description,
                    "visibility": visibility,
                    "tags": tags,
                    "update_channel": update_channel,
                    "replicas": replicas,
                    "resources": resources,
                    "executor": executor,
                    "storage_size_gb": storage_size_gb,
                },
                extra,
            ),
        )

    def get(self, app: int | models.App) -> models.App:
        """Reads an app with its configuration.

        `GET /v1/apps/{app_id}`, scope `apps:read`.

        Args:
            app: Identifier of the app, or the `App` itself.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "apps.get",
            models.App,
            path={"app_id": ident(app, models.App, "app")},
        )

    def update(
        self,
        app: int | models.App,
        *,
        description: str | Unset = UNSET,
        visibility: enums.Visibility | str | Unset = UNSET,
        production_branch: str | Unset = UNSET,
        tags: Mapping[str, str] | Unset | None = UNSET,
        spicepod: str | Mapping[str, Any] | os.PathLike[str] | Unset = UNSET,
        image_tag: str | Unset | None = UNSET,
        image: str | Unset = UNSET,
        registry: str | Unset = UNSET,
        update_channel: enums.UpdateChannel | str | Unset | None = UNSET,
        version: str | Unset = UNSET,
        replicas: int | Unset = UNSET,
        resources: models.Resources | Mapping[str, Any] | Unset = UNSET,
        executor: models.Executor | Mapping[str, Any] | Unset = UNSET,
        region: str | Unset = UNSET,
        cluster_name: str | Unset | None = UNSET,
        node_group: str | Unset = UNSET,
        storage_size_gb: float | Unset = UNSET,
        storage_claim_size_gb: float | Unset = UNSET,
        extra: Mapping[str, Any] | None = None,
    ) -> models.App:
        """Changes what is named and leaves the rest; None clears where the API allows it.

        Nothing is deployed.

        `PUT /v1/apps/{app_id}`, scope `apps:write`.

        Args:
            app: Identifier of the app, or the `App` itself.
            description: Free text.
            visibility: Who may see the app.
            production_branch: Git branch that production follows.
            tags: Replaces all key-value pairs; None removes them. Values: letters, digits, `_`,
                `@`, `-` (the vendor's deploy action).
            spicepod: The manifest: YAML text or an object. A path is read as text.
            image_tag: Runtime version to pin; None lets the channel decide again.
            image: Image name.
            registry: Image registry.
            update_channel: Stream of releases to follow; None clears it.
            version: Runtime version range, such as `2.x`.
            replicas: How many replicas, 1 to 10; the plan may allow fewer.
            resources: What one replica may use.
            executor: Executors of a distributed app.
            region: Region identifier.
            cluster_name: Dedicated cluster; None takes the app off it.
            node_group: Node group.
            storage_size_gb: Persistent storage, in gigabytes.
            storage_claim_size_gb: Older name of `storage_size_gb`.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            Conflict: It conflicts with what is there.
            ApiError: The body is larger than 1 MiB.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "apps.update",
            models.App,
            path={"app_id": ident(app, models.App, "app")},
            body=changes(
                {
                    "description": description,
                    "visibility": visibility,
                    "production_branch": production_branch,
                    "tags": tags,
                    "spicepod": text(spicepod),
                    "image_tag": image_tag,
                    "image": image,
                    "registry": registry,
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
            ),
        )

    def delete(self, app: int | models.App) -> None:
        """Deletes an app and stops what it runs.

        `DELETE /v1/apps/{app_id}`, scope `apps:delete`.

        Args:
            app: Identifier of the app, or the `App` itself.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        self._caller.call_none("apps.delete", path={"app_id": ident(app, models.App, "app")})

    def metrics(self, app: int | models.App, *, window: str | None = None) -> models.AppMetrics:
        """Reads load and ingestion of an app, as far as they are known.

        `GET /v1/apps/{app_id}/metrics`, scope `apps:read` (a guess: no source states it).

        Args:
            app: Identifier of the app, or the `App` itself.
            window: Window such as `5m`, which turns counters into rates.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "apps.metrics",
            models.AppMetrics,
            path={"app_id": ident(app, models.App, "app")},
            query=given({"window": window}),
        )

    def resume(self, app: int | models.App) -> models.ResumedApp:
        """Ends the pause of an app and starts a deployment of it.

        `POST /v1/apps/{app_id}/resume`, scope `apps:write`.

        Args:
            app: Identifier of the app, or the `App` itself.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            Conflict: It conflicts with what is there.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "apps.resume",
            models.ResumedApp,
            path={"app_id": ident(app, models.App, "app")},
        )

    def lint(
        self,
        app: int | models.App,
        *,
        spicepod: str | Mapping[str, Any] | os.PathLike[str] | None = None,
    ) -> models.SpicepodReport:
        """Compares the secrets that a spicepod refers to with those of the app.

        It says which of those that stand as `${secrets:NAME}` are missing, and which ones nothing
        refers to. Nothing is changed.

        Calls `apps.get` and `secrets.list`; needs their scopes.

        Args:
            app: Identifier of the app, or the `App` itself.
            spicepod: The spicepod, as YAML text or as an object; if not given, the one that the app
                has. A path is read as text.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "apps.lint",
            models.SpicepodReport,
            path={"app_id": ident(app, models.App, "app")},
            body=given({"spicepod": text(spicepod)}),
        )

    def find(self, name: str) -> models.App | None:
        """Finds the app with a name, whatever its case, or gives None.

        Walks all pages until it is found.

        `GET /v1/apps`, scope `apps:read`.

        Args:
            name: Name of the app.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call_optional("apps.find", models.App, name=name)

    def update_if_unchanged(
        self,
        app: models.App,
        *,
        description: str | Unset = UNSET,
        visibility: enums.Visibility | str | Unset = UNSET,
        production_branch: str | Unset = UNSET,
        tags: Mapping[str, str] | Unset | None = UNSET,
        spicepod: str | Mapping[str, Any] | os.PathLike[str] | Unset = UNSET,
        image_tag: str | Unset | None = UNSET,
        image: str | Unset = UNSET,
        registry: str | Unset = UNSET,
        update_channel: enums.UpdateChannel | str | Unset | None = UNSET,
        version: str | Unset = UNSET,
        replicas: int | Unset = UNSET,
        resources: models.Resources | Mapping[str, Any] | Unset = UNSET,
        executor: models.Executor | Mapping[str, Any] | Unset = UNSET,
        region: str | Unset = UNSET,
        cluster_name: str | Unset | None = UNSET,
        node_group: str | Unset = UNSET,
        storage_size_gb: float | Unset = UNSET,
        storage_claim_size_gb: float | Unset = UNSET,
        extra: Mapping[str, Any] | None = None,
    ) -> models.App:
        """Changes an app like `update`, unless somebody else has changed it since it was read.

        If somebody has, this fails with a `Conflict` of the kind `stale_write`, and what they wrote
        stays. The API has no such condition, so the SDK reads the app again before the request, and
        once more when the answer is lost: a change that comes in the moment between that look and
        the request is not noticed.

        `GET` and `PUT /v1/apps/{app_id}`, scopes `apps:read` and `apps:write`.

        Args:
            app: The `App` as it was read; one from a list does not tell enough.
            description: Free text.
            visibility: Who may see the app.
            production_branch: Git branch that production follows.
            tags: Replaces all key-value pairs; None removes them. Values: letters, digits, `_`,
                `@`, `-` (the vendor's deploy action).
            spicepod: The manifest: YAML text or an object. A path is read as text.
            image_tag: Runtime version to pin; None lets the channel decide again.
            image: Image name.
            registry: Image registry.
            update_channel: Stream of releases to follow; None clears it.
            version: Runtime version range, such as `2.x`.
            replicas: How many replicas, 1 to 10; the plan may allow fewer.
            resources: What one replica may use.
            executor: Executors of a distributed app.
            region: Region identifier.
            cluster_name: Dedicated cluster; None takes the app off it.
            node_group: Node group.
            storage_size_gb: Persistent storage, in gigabytes.
            storage_claim_size_gb: Older name of `storage_size_gb`.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            Conflict: It conflicts with what is there.
            ApiError: The body is larger than 1 MiB.
            RateLimited: Too many requests.
            ServerError: The server failed.
            AmbiguousOutcome: Nobody can tell whether it was changed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "apps.update_if_unchanged",
            models.App,
            unchanged=as_read(app, models.App, "app"),
            path={"app_id": app.id},
            body=changes(
                {
                    "description": description,
                    "visibility": visibility,
                    "production_branch": production_branch,
                    "tags": tags,
                    "spicepod": text(spicepod),
                    "image_tag": image_tag,
                    "image": image,
                    "registry": registry,
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
            ),
        )


class Deployments:
    """Roll-outs of an app."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(
        self,
        app: int | models.App,
        *,
        page_size: int | None = None,
        offset: int | None = None,
        limit: int | None = None,
        status: enums.DeploymentStatus | str | None = None,
    ) -> Pager[models.Deployment]:
        """Lists an app's deployments, newest first, page by page.

        `GET /v1/apps/{app_id}/deployments`, scope `deployments:read`.

        Args:
            app: Identifier of the app, or the `App` itself.
            status: Only deployments with this status.
            page_size: How many items to ask for at a time, 100 if not given.
            offset: How many items to pass over; the error of a list that failed says it as
                `next_offset`.
            limit: How many items there may be in all; no limit if not given.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.pages(
            "deployments.list",
            models.Deployment,
            path={"app_id": ident(app, models.App, "app")},
            query=given({"status": status}),
            page_size=page_size,
            offset=offset,
            limit=limit,
        )

    def create(
        self,
        app: int | models.App,
        *,
        image_tag: str | None = None,
        channel: enums.UpdateChannel | str | None = None,
        replicas: int | None = None,
        branch: str | None = None,
        commit_sha: str | None = None,
        commit_message: str | None = None,
        debug: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> models.Deployment:
        """Starts a deployment, which is queued at first.

        `POST /v1/apps/{app_id}/deployments`, scope `deployments:write`.

        Args:
            app: Identifier of the app, or the `App` itself.
            image_tag: Runtime version from the list of container images.
            channel: Stream of releases.
            replicas: How many replicas, 1 to 10; the plan may allow fewer.
            branch: Git branch that is being deployed.
            commit_sha: Git commit that is being deployed.
            commit_message: What is being deployed, in words.
            debug: Run in debug mode.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            Conflict: It conflicts with what is there.
            ApiError: The body is larger than 1 MiB.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "deployments.create",
            models.Deployment,
            path={"app_id": ident(app, models.App, "app")},
            body=given(
                {
                    "image_tag": image_tag,
                    "channel": channel,
                    "replicas": replicas,
                    "branch": branch,
                    "commit_sha": commit_sha,
                    "commit_message": commit_message,
                    "debug": debug,
                },
                extra,
            ),
        )

    def get(self, app: int | models.App, deployment: int | models.Deployment) -> models.Deployment:
        """Reads one deployment.

        `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`.

        Args:
            app: Identifier of the app, or the `App` itself.
            deployment: Identifier of the deployment, or the `Deployment` itself.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "deployments.get",
            models.Deployment,
            path={
                "app_id": ident(app, models.App, "app"),
                "deployment_id": ident(deployment, models.Deployment, "deployment"),
            },
        )

    def rollback(self, app: int | models.App, *, to: int | None = None) -> models.Deployment:
        """Deploys once more what an earlier deployment ran.

        That is its image tag, replicas, branch and commit. The API has no way back, so this starts
        a new deployment and gives it at once; `wait` follows it. The app's spicepod and secrets
        stay as they are now, because the API does not keep those of a deployment.

        Calls `deployments.list`, `deployments.get` and `deployments.create`; needs their scopes.

        Args:
            app: Identifier of the app, or the `App` itself.
            to: Identifier of the deployment to go back to; if not given, the last one that
                succeeded before the newest.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            Conflict: It conflicts with what is there.
            ApiError: The body is larger than 1 MiB.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "deployments.rollback",
            models.Deployment,
            path={"app_id": ident(app, models.App, "app")},
            body=given({"to": to}),
        )

    def deploy(
        self,
        app: int | models.App,
        *,
        image_tag: str | None = None,
        channel: enums.UpdateChannel | str | None = None,
        replicas: int | None = None,
        branch: str | None = None,
        commit_sha: str | None = None,
        commit_message: str | None = None,
        debug: bool | None = None,
        timeout: Duration | None = None,
        poll_interval: Duration | None = None,
        redeploy_on: Sequence[enums.DeploymentErrorCode | str] | None = None,
        max_redeploys: int | None = None,
        rollback_on_failure: bool = False,
        until_ready: bool = False,
        on_event: Callable[[DeploymentEvent], object] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> models.Deployment:
        """Starts a deployment and waits until it has succeeded: `create` and `wait`.

        `POST /v1/apps/{app_id}/deployments`, scope `deployments:write`.

        Args:
            app: Identifier of the app, or the `App` itself.
            image_tag: Runtime version from the list of container images.
            channel: Stream of releases.
            replicas: How many replicas, 1 to 10; the plan may allow fewer.
            branch: Git branch that is being deployed.
            commit_sha: Git commit that is being deployed.
            commit_message: What is being deployed, in words.
            debug: Run in debug mode.
            timeout: Limit of the wait, in seconds or as a timedelta; 15 minutes if not given. The
                deployment itself goes on.
            poll_interval: How long to wait between the first looks, in seconds or as a timedelta; 2
                s if not given. It grows to 10 s.
            redeploy_on: Codes of failures after which it is deployed again, such as those of
                missing capacity; none if not given.
            max_redeploys: How often at most it is deployed again; 3 times if not given.
            rollback_on_failure: Whether a deployment that fails for good is followed by one that
                goes back to what ran before. It fails all the same.
            until_ready: Whether to wait until the app's runtime is ready, too, with all its
                datasets; that needs the scope of `api_keys.get`.
            on_event: Called with each step, such as `print`.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            Conflict: It conflicts with what is there.
            ApiError: The body is larger than 1 MiB.
            RateLimited: Too many requests.
            ServerError: The server failed.
            DeploymentFailed: The deployment ended as failed.
            WaitTimeout: The wait reached its limit.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.follow(
            "deployments.deploy",
            path={"app_id": ident(app, models.App, "app")},
            body=given(
                {
                    "image_tag": image_tag,
                    "channel": channel,
                    "replicas": replicas,
                    "branch": branch,
                    "commit_sha": commit_sha,
                    "commit_message": commit_message,
                    "debug": debug,
                },
                extra,
            ),
            wait=rollout(
                timeout,
                poll_interval,
                redeploy_on,
                max_redeploys,
                rollback_on_failure,
                until_ready,
            ),
            on_event=on_event,
        )

    def wait(
        self,
        app: int | models.App,
        deployment: int | models.Deployment,
        *,
        timeout: Duration | None = None,
        poll_interval: Duration | None = None,
        on_event: Callable[[DeploymentEvent], object] | None = None,
    ) -> models.Deployment:
        """Waits until a deployment has succeeded.

        `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`.

        Args:
            app: Identifier of the app, or the `App` itself.
            deployment: Identifier of the deployment, or the `Deployment` itself.
            timeout: Limit of the wait, in seconds or as a timedelta; 15 minutes if not given. The
                deployment itself goes on.
            poll_interval: How long to wait between the first looks, in seconds or as a timedelta; 2
                s if not given. It grows to 10 s.
            on_event: Called with each step, such as `print`.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            DeploymentFailed: The deployment ended as failed.
            WaitTimeout: The wait reached its limit.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.follow(
            "deployments.wait",
            path={
                "app_id": ident(app, models.App, "app"),
                "deployment_id": ident(deployment, models.Deployment, "deployment"),
            },
            wait=waiting(timeout, poll_interval),
            on_event=on_event,
        )

    def watch(
        self,
        app: int | models.App,
        deployment: int | models.Deployment,
        *,
        timeout: Duration | None = None,
        poll_interval: Duration | None = None,
    ) -> Watch:
        """Follows a deployment: gives an event for each step, and ends when the deployment does.

        `GET /v1/apps/{app_id}/deployments/{deployment_id}`, scope `deployments:read`.

        After the event of a failed deployment comes its error. What is raised is raised while
        events are taken.

        Args:
            app: Identifier of the app, or the `App` itself.
            deployment: Identifier of the deployment, or the `Deployment` itself.
            timeout: Limit of the wait, in seconds or as a timedelta; 15 minutes if not given. The
                deployment itself goes on.
            poll_interval: How long to wait between the first looks, in seconds or as a timedelta; 2
                s if not given. It grows to 10 s.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            DeploymentFailed: The deployment ended as failed.
            WaitTimeout: The wait reached its limit.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.watch(
            "deployments.watch",
            path={
                "app_id": ident(app, models.App, "app"),
                "deployment_id": ident(deployment, models.Deployment, "deployment"),
            },
            wait=waiting(timeout, poll_interval),
        )


class Secrets:
    """Secrets of an app: set, listed, deleted, never read back."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, app: int | models.App) -> builtins.list[models.AppSecret]:
        """Lists an app's secrets, without their values.

        `GET /v1/apps/{app_id}/secrets`, scope `secrets:read`.

        Args:
            app: Identifier of the app, or the `App` itself.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call_list(
            "secrets.list",
            models.AppSecret,
            path={"app_id": ident(app, models.App, "app")},
        )

    def set(self, app: int | models.App, name: str, value: SecretStr | str) -> models.AppSecret:
        """Creates a secret or replaces its value.

        Running deployments see it only after the next deployment.

        `POST /v1/apps/{app_id}/secrets`, scope `secrets:write`.

        Args:
            app: Identifier of the app, or the `App` itself.
            name: Name: letters, digits and underscores, not starting with a digit.
            value: The value; stored encrypted, never given back.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            ApiError: The body is larger than 1 MiB.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "secrets.set",
            models.AppSecret,
            path={"app_id": ident(app, models.App, "app")},
            body={"name": name, "value": value},
        )

    def get(self, app: int | models.App, name: str) -> models.AppSecret:
        """Reads when a secret was set; its value is never given back.

        `GET /v1/apps/{app_id}/secrets/{name}`, scope `secrets:read`.

        Args:
            app: Identifier of the app, or the `App` itself.
            name: Name of the secret.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "secrets.get",
            models.AppSecret,
            path={"app_id": ident(app, models.App, "app"), "name": name},
        )

    def delete(self, app: int | models.App, name: str) -> None:
        """Deletes a secret for good.

        `DELETE /v1/apps/{app_id}/secrets/{name}`, scope `secrets:write`.

        Args:
            app: Identifier of the app, or the `App` itself.
            name: Name of the secret.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        self._caller.call_none(
            "secrets.delete",
            path={"app_id": ident(app, models.App, "app"), "name": name},
        )

    def drift(self, app: int | models.App) -> models.SecretDrift:
        """Finds the secrets that have changed since the last deployment that succeeded.

        The runtime goes on with their old values until the next deployment. Nothing is changed.

        Calls `secrets.list` and `deployments.list`; needs their scopes.

        Args:
            app: Identifier of the app, or the `App` itself.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "secrets.drift",
            models.SecretDrift,
            path={"app_id": ident(app, models.App, "app")},
        )

    def set_many(
        self,
        app: int | models.App,
        secrets: Mapping[str, str | SecretStr],
    ) -> builtins.list[models.AppSecret]:
        """Sets several secrets, one after the other.

        Running deployments see them only after the next deployment. At the first secret that fails,
        the error's hint names those that were set before it.

        `POST /v1/apps/{app_id}/secrets` for each, scope `secrets:write`.

        Args:
            app: Identifier of the app, or the `App` itself.
            secrets: Names and values.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            ApiError: The body is larger than 1 MiB.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call_list(
            "secrets.set_many",
            models.AppSecret,
            path={"app_id": ident(app, models.App, "app")},
            secrets=secrets,
        )


class ApiKeys:
    """The two runtime keys of an app."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def get(self, app: int | models.App) -> models.ApiKeys:
        """Reads both runtime keys of an app, in clear.

        `GET /v1/apps/{app_id}/api-keys`, scope `apps:read`.

        Args:
            app: Identifier of the app, or the `App` itself.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "api_keys.get",
            models.ApiKeys,
            path={"app_id": ident(app, models.App, "app")},
        )

    def regenerate(
        self,
        app: int | models.App,
        *,
        key_number: int | None = None,
        both_keys_stop_working: bool | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> models.ApiKeys:
        """Replaces a runtime key; the old one stops working at once.

        `POST /v1/apps/{app_id}/api-keys`, scope `apps:write`.

        Args:
            app: Identifier of the app, or the `App` itself.
            key_number: 0 both, 1 primary (when left out), 2 secondary.
            both_keys_stop_working: Must be true to replace both keys: whoever uses either is locked
                out at once. It is not sent.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "api_keys.regenerate",
            models.ApiKeys,
            path={"app_id": ident(app, models.App, "app")},
            body=given(
                {"key_number": key_number, "both_keys_stop_working": both_keys_stop_working},
                extra,
            ),
        )

    def rotate(
        self,
        app: int | models.App,
        distribute: Distribute,
        *,
        verify: Verify | None = None,
        on_event: Callable[[models.RotationEvent], object] | None = None,
        journal: str | None = None,
        grace: Duration | None = None,
        verify_times: int | None = None,
        verify_timeout: Duration | None = None,
        verify_interval: Duration | None = None,
    ) -> models.RotationReport:
        """Replaces both keys of an app so that clients never stand without one.

        The second key is replaced and handed to `distribute`; `verify` has to pass several times in
        a row before the first one is touched. When it does not pass, this stops with a
        `RotationFailed`, and the first key goes on working. The journal, which holds no key, says
        how far it got: a later call goes on from there.

        Calls `api_keys.get`, `api_keys.regenerate` and `apps.get`; needs their scopes.

        Args:
            app: Identifier of the app, or the `App` itself.
            distribute: Called with the number of a new key and the key; gives the key to whoever
                uses it. What it raises stops the rotation.
            verify: Called with the number of a key and the key; says whether the key works. If not
                given, a query to the app's runtime is tried.
            on_event: Called with each step; what it keeps of the journal lets another process go
                on.
            journal: The journal of a rotation that did not come to its end, to go on from there.
            grace: How long to wait after the second key was verified, so that everybody has it,
                before the first is replaced; 30 s if not given. In seconds or as a timedelta.
            verify_times: How often in a row `verify` has to pass; 3 if not given.
            verify_timeout: How long it may take until it does; 2 minutes if not given. In seconds
                or as a timedelta.
            verify_interval: How long to wait between two tries; 1 s if not given. In seconds or as
                a timedelta.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            RotationFailed: A key was not distributed or not verified; its cause is what a function
                has raised.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.rotate(
            "api_keys.rotate",
            path={"app_id": ident(app, models.App, "app")},
            body=given(
                {
                    "journal": journal,
                    "grace": duration("grace", grace),
                    "verify_times": verify_times,
                    "verify_timeout": duration("verify_timeout", verify_timeout),
                    "verify_interval": duration("verify_interval", verify_interval),
                },
            ),
            distribute=distribute,
            verify=verify,
            on_event=on_event,
        )


class Forks:
    """Apps that were made from another app."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, app: int | models.App) -> builtins.list[models.App]:
        """Lists the apps that were forked from an app.

        `GET /v1/apps/{app_id}/forks`, scope `apps:read`.

        Args:
            app: Identifier of the app, or the `App` itself.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call_list(
            "forks.list",
            models.App,
            path={"app_id": ident(app, models.App, "app")},
        )

    def create(
        self,
        app: int | models.App,
        *,
        name: str | None = None,
        region: str | None = None,
        cluster_name: str | None = None,
        scheduler_state_location: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> models.App:
        """Creates an app from another one's configuration and secrets, there or elsewhere.

        The fork is not deployed: look at its `shared_state` first.

        `POST /v1/apps/{app_id}/forks`, scope `apps:write`.

        Args:
            app: Identifier of the app, or the `App` itself.
            name: Name; that of the app with `-fork` behind it when left out, and then `-fork-2` and
                so on.
            region: Region identifier; where the app is when neither this nor a cluster is given.
            cluster_name: Dedicated cluster.
            scheduler_state_location: `s3://` address for the state of the scheduler, apart from the
                app's own; a distributed app needs it, and no other takes it.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PaymentRequired: The organization has used up what it has paid for.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            Conflict: It conflicts with what is there.
            Unprocessable: It is understood, and cannot be done as things are.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "forks.create",
            models.App,
            path={"app_id": ident(app, models.App, "app")},
            body=given(
                {
                    "name": name,
                    "region": region,
                    "cluster_name": cluster_name,
                    "scheduler_state_location": scheduler_state_location,
                },
                extra,
            ),
        )


class Monitors:
    """What watches the figures of an app, and tells people."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, app: int | models.App) -> builtins.list[models.Monitor]:
        """Lists the monitors of an app.

        `GET /v1/apps/{app_id}/monitors`, scope `monitors:read`.

        Args:
            app: Identifier of the app, or the `App` itself.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call_list(
            "monitors.list",
            models.Monitor,
            path={"app_id": ident(app, models.App, "app")},
        )

    def create(
        self,
        app: int | models.App,
        *,
        name: str,
        template_id: enums.MonitorTemplate | str,
        spec: models.MonitorSpec | Mapping[str, Any],
        description: str | None = None,
        status: enums.AlertStatus | str | None = None,
        targets: Sequence[models.AlertTarget | Mapping[str, Any]] | None = None,
        recipient_user_ids: Sequence[int] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> models.Monitor:
        """Watches a figure of an app, and tells people when it is out of bounds.

        It is live at once.

        `POST /v1/apps/{app_id}/monitors`, scope `monitors:write`.

        Args:
            app: Identifier of the app, or the `App` itself.
            name: Name, unique over the monitors and reactions of an app whatever the case.
            template_id: What the monitor watches.
            spec: When the monitor fires.
            description: Free text.
            status: Whether it is switched on; active when left out.
            targets: Where people are told: one to three, at most one of each kind. Whoever makes
                the call, by e-mail, when left out.
            recipient_user_ids: Members who get the e-mail, at most 50. Whoever makes the call when
                left out; an empty list for none.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            Conflict: It conflicts with what is there.
            Unprocessable: It is understood, and cannot be done as things are.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "monitors.create",
            models.Monitor,
            path={"app_id": ident(app, models.App, "app")},
            body=given(
                {
                    "name": name,
                    "templateId": template_id,
                    "spec": spec,
                    "description": description,
                    "status": status,
                    "targets": targets,
                    "recipientUserIds": recipient_user_ids,
                },
                extra,
            ),
        )

    def get(self, app: int | models.App, monitor: str) -> models.Monitor:
        """Reads a monitor of an app.

        `GET /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:read`.

        Args:
            app: Identifier of the app, or the `App` itself.
            monitor: Identifier of the monitor, a UUID.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "monitors.get",
            models.Monitor,
            path={"app_id": ident(app, models.App, "app"), "monitor": monitor},
        )

    def update(
        self,
        app: int | models.App,
        monitor: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset | None = UNSET,
        status: enums.AlertStatus | str | Unset = UNSET,
        template_id: enums.MonitorTemplate | str | Unset = UNSET,
        spec: models.MonitorSpec | Mapping[str, Any] | Unset = UNSET,
        targets: Sequence[models.AlertTarget | Mapping[str, Any]] | Unset = UNSET,
        recipient_user_ids: Sequence[int] | Unset = UNSET,
        extra: Mapping[str, Any] | None = None,
    ) -> models.Monitor:
        """Changes what is named and leaves the rest.

        A `spec` or `targets` that is given replaces the whole of it.

        `PATCH /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:write`.

        Args:
            app: Identifier of the app, or the `App` itself.
            monitor: Identifier of the monitor, a UUID.
            name: Name, unique over the monitors and reactions of an app whatever the case.
            description: Free text; None removes it.
            status: Whether it is switched on.
            template_id: What the monitor watches; another needs a `spec` as well.
            spec: Replaces the whole of when it fires.
            targets: Replaces all of where people are told: one to three, at most one of each kind.
            recipient_user_ids: Replaces the members who get the e-mail, at most 50; an empty list
                for none.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            Conflict: It conflicts with what is there.
            Unprocessable: It is understood, and cannot be done as things are.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "monitors.update",
            models.Monitor,
            path={"app_id": ident(app, models.App, "app"), "monitor": monitor},
            body=changes(
                {
                    "name": name,
                    "description": description,
                    "status": status,
                    "templateId": template_id,
                    "spec": spec,
                    "targets": targets,
                    "recipientUserIds": recipient_user_ids,
                },
                extra,
            ),
        )

    def delete(self, app: int | models.App, monitor: str) -> None:
        """Deletes a monitor for good.

        `DELETE /v1/apps/{app_id}/monitors/{monitor}`, scope `monitors:write`.

        Args:
            app: Identifier of the app, or the `App` itself.
            monitor: Identifier of the monitor, a UUID.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        self._caller.call_none(
            "monitors.delete",
            path={"app_id": ident(app, models.App, "app"), "monitor": monitor},
        )


class Reactions:
    """What watches the data of an app, and tells people."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, app: int | models.App) -> builtins.list[models.Reaction]:
        """Lists the reactions of an app.

        `GET /v1/apps/{app_id}/reactions`, scope `reactions:read`.

        Args:
            app: Identifier of the app, or the `App` itself.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call_list(
            "reactions.list",
            models.Reaction,
            path={"app_id": ident(app, models.App, "app")},
        )

    def create(
        self,
        app: int | models.App,
        *,
        name: str,
        template_id: enums.ReactionTemplate | str,
        spec: models.ReactionSpec | Mapping[str, Any],
        description: str | None = None,
        status: enums.AlertStatus | str | None = None,
        targets: Sequence[models.AlertTarget | Mapping[str, Any]] | None = None,
        recipient_user_ids: Sequence[int] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> models.Reaction:
        """Watches the data of an app, and tells people when a query matches. It is live at once.

        `POST /v1/apps/{app_id}/reactions`, scope `reactions:write`.

        Args:
            app: Identifier of the app, or the `App` itself.
            name: Name, unique over the monitors and reactions of an app whatever the case.
            template_id: What the reaction watches.
            spec: When the reaction fires.
            description: Free text.
            status: Whether it is switched on; active when left out.
            targets: Where people are told: one to three, at most one of each kind. Whoever makes
                the call, by e-mail, when left out.
            recipient_user_ids: Members who get the e-mail, at most 50. Whoever makes the call when
                left out; an empty list for none.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            Conflict: It conflicts with what is there.
            Unprocessable: It is understood, and cannot be done as things are.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "reactions.create",
            models.Reaction,
            path={"app_id": ident(app, models.App, "app")},
            body=given(
                {
                    "name": name,
                    "templateId": template_id,
                    "spec": spec,
                    "description": description,
                    "status": status,
                    "targets": targets,
                    "recipientUserIds": recipient_user_ids,
                },
                extra,
            ),
        )

    def get(self, app: int | models.App, reaction: str) -> models.Reaction:
        """Reads a reaction of an app.

        `GET /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:read`.

        Args:
            app: Identifier of the app, or the `App` itself.
            reaction: Identifier of the reaction, a UUID.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "reactions.get",
            models.Reaction,
            path={"app_id": ident(app, models.App, "app"), "reaction": reaction},
        )

    def update(
        self,
        app: int | models.App,
        reaction: str,
        *,
        name: str | Unset = UNSET,
        description: str | Unset | None = UNSET,
        status: enums.AlertStatus | str | Unset = UNSET,
        template_id: enums.ReactionTemplate | str | Unset = UNSET,
        spec: models.ReactionSpec | Mapping[str, Any] | Unset = UNSET,
        targets: Sequence[models.AlertTarget | Mapping[str, Any]] | Unset = UNSET,
        recipient_user_ids: Sequence[int] | Unset = UNSET,
        extra: Mapping[str, Any] | None = None,
    ) -> models.Reaction:
        """Changes what is named and leaves the rest.

        A `spec` or `targets` that is given replaces the whole of it.

        `PATCH /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:write`.

        Args:
            app: Identifier of the app, or the `App` itself.
            reaction: Identifier of the reaction, a UUID.
            name: Name, unique over the monitors and reactions of an app whatever the case.
            description: Free text; None removes it.
            status: Whether it is switched on.
            template_id: What the reaction watches; another needs a `spec` as well.
            spec: Replaces the whole of when it fires.
            targets: Replaces all of where people are told: one to three, at most one of each kind.
            recipient_user_ids: Replaces the members who get the e-mail, at most 50; an empty list
                for none.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            Conflict: It conflicts with what is there.
            Unprocessable: It is understood, and cannot be done as things are.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "reactions.update",
            models.Reaction,
            path={"app_id": ident(app, models.App, "app"), "reaction": reaction},
            body=changes(
                {
                    "name": name,
                    "description": description,
                    "status": status,
                    "templateId": template_id,
                    "spec": spec,
                    "targets": targets,
                    "recipientUserIds": recipient_user_ids,
                },
                extra,
            ),
        )

    def delete(self, app: int | models.App, reaction: str) -> None:
        """Deletes a reaction for good.

        `DELETE /v1/apps/{app_id}/reactions/{reaction}`, scope `reactions:write`.

        Args:
            app: Identifier of the app, or the `App` itself.
            reaction: Identifier of the reaction, a UUID.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        self._caller.call_none(
            "reactions.delete",
            path={"app_id": ident(app, models.App, "app"), "reaction": reaction},
        )


class Members:
    """Members of the organization."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self) -> builtins.list[models.Member]:
        """Lists the members of the organization.

        `GET /v1/members`, scope `members:read`.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call_list("members.list", models.Member)

    def add(
        self,
        *,
        username: str,
        roles: Sequence[enums.MemberRole | str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> models.Member:
        """Adds a user to the organization. The user must have signed in to Spice.ai once.

        `POST /v1/members`, scope `members:write`.

        Args:
            username: Spice.ai user name; the user must have signed in once.
            roles: Roles; `member` when left out.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            Conflict: It conflicts with what is there.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "members.add",
            models.Member,
            body=given({"username": username, "roles": roles}, extra),
        )

    def get(self, user: int | models.Member) -> models.Member:
        """Reads a member of the organization.

        `GET /v1/members/{user_id}`, scope `members:read`.

        Args:
            user: Identifier of the user, or the `Member` itself.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "members.get",
            models.Member,
            path={"user_id": ident(user, models.Member, "user", "user_id")},
        )

    def update(
        self,
        user: int | models.Member,
        *,
        roles: Sequence[enums.MemberRole | str],
        extra: Mapping[str, Any] | None = None,
    ) -> models.Member:
        """Replaces all roles of a member. Owners cannot be changed.

        `PATCH /v1/members/{user_id}`, scope `members:write`.

        Args:
            user: Identifier of the user, or the `Member` itself.
            roles: Every role that the member shall have.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "members.update",
            models.Member,
            path={"user_id": ident(user, models.Member, "user", "user_id")},
            body=changes({"roles": roles}, extra),
        )

    def remove(self, user: int | models.Member) -> None:
        """Removes a member from the organization. Owners cannot be removed.

        `DELETE /v1/members/{user_id}`, scope `members:delete`.

        Args:
            user: Identifier of the user, or the `Member` itself.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        self._caller.call_none(
            "members.remove",
            path={"user_id": ident(user, models.Member, "user", "user_id")},
        )


class Regions:
    """Regions that apps can run in."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self) -> models.Regions:
        """Lists the regions that apps can run in, and the default one.

        `GET /v1/regions`, scope `apps:read`.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call("regions.list", models.Regions)


class ContainerImages:
    """Runtime versions that apps can run."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self, *, channel: enums.ImageChannel | str | None = None) -> models.ContainerImages:
        """Lists the runtime versions of a channel, and the default one.

        `GET /v1/container-images`, scope `apps:read`.

        Args:
            channel: Channel of the images; stable when left out.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "container_images.list",
            models.ContainerImages,
            query=given({"channel": channel}),
        )


class Orgs:
    """Organizations of the caller."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self) -> builtins.list[models.Org]:
        """Lists the organizations that the caller belongs to; an empty list when there is none.

        `GET /v1/orgs`, scope `apps:read`.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call_list("orgs.list", models.Org)


class Clusters:
    """Dedicated clusters of the organization."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self) -> builtins.list[models.Cluster]:
        """Lists the dedicated clusters of the organization.

        `GET /v1/clusters`, scope `apps:read`.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call_list("clusters.list", models.Cluster)


class Runtime:
    """The runtime of an app: its data, by SQL, search and chat."""

    __slots__ = ("_caller",)

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def sql(self, sql: str) -> models.SqlResult:
        """Runs a statement of SQL in the app's runtime.

        That is `POST /v1/sql`, with the app's API key. A statement that surely reads only is tried
        again like any read; another is not.

        Calls `apps.get` and `api_keys.get`; needs their scopes.

        Args:
            sql: The statement, in the SQL of the runtime.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call("runtime.sql", models.SqlResult, body={"sql": sql})

    def search(
        self,
        *,
        text: str,
        datasets: Sequence[str] | None = None,
        max_results: int | None = None,
        condition: str | None = None,
        additional_columns: Sequence[str] | None = None,
        keywords: Sequence[str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> models.SearchResult:
        """Searches the app's datasets for what is meant.

        That is `POST /v1/search`, with the app's API key. Which datasets can be searched is said by
        the spicepod.

        Calls `apps.get` and `api_keys.get`; needs their scopes.

        Args:
            text: What is looked for, in words.
            datasets: Where to look; everywhere that can be searched if not given.
            max_results: How many results there may be.
            condition: A condition of SQL that results have to meet.
            additional_columns: Columns to give beside those that were searched.
            keywords: Words of which a result has to have one.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "runtime.search",
            models.SearchResult,
            body=given(
                {
                    "text": text,
                    "datasets": datasets,
                    "limit": max_results,
                    "where": condition,
                    "additional_columns": additional_columns,
                    "keywords": keywords,
                },
                extra,
            ),
        )

    def chat(
        self,
        *,
        model: str,
        messages: Sequence[Mapping[str, str]],
        temperature: float | None = None,
        max_tokens: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> models.ChatCompletion:
        """Asks one of the app's models.

        That is `POST /v1/chat/completions`, with the app's API key. It is tried once, because a
        second try would cost a second answer.

        Calls `apps.get` and `api_keys.get`; needs their scopes.

        Args:
            model: Name of the model, as the spicepod has it.
            messages: What was said so far, each with `role` and `content`.
            temperature: How freely the model may answer.
            max_tokens: How long the answer may be, in tokens.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "runtime.chat",
            models.ChatCompletion,
            body=given(
                {
                    "model": model,
                    "messages": messages,
                    "temperature": temperature,
                    "max_tokens": max_tokens,
                },
                extra,
            ),
        )

    def chat_stream(
        self,
        *,
        model: str,
        messages: Sequence[Mapping[str, str]],
        temperature: float | None = None,
        max_tokens: int | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> Stream[models.ChatChunk]:
        """Asks one of the app's models, and gives its answer piece by piece.

        That is `POST /v1/chat/completions` with `stream`, with the app's API key. Between two
        pieces there may be as much time as an attempt may take.

        Calls `apps.get` and `api_keys.get`; needs their scopes.

        Args:
            model: Name of the model, as the spicepod has it.
            messages: What was said so far, each with `role` and `content`.
            temperature: How freely the model may answer.
            max_tokens: How long the answer may be, in tokens.
            extra: Further members to send as they are, for what this version does not know.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.stream(
            "runtime.chat_stream",
            models.ChatChunk,
            body=given(
                {
                    "model": model,
                    "messages": messages,
                    "temperature": temperature,
                    "max_tokens": max_tokens,
                },
                extra,
            ),
        )

    def ready(self) -> models.RuntimeStatus:
        """Says whether the runtime is ready for queries.

        This is `GET /v1/ready`, with the app's API key. That it is not is an answer, and no error.

        Calls `apps.get` and `api_keys.get`; needs their scopes.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call("runtime.ready", models.RuntimeStatus)

    def health(self) -> models.RuntimeStatus:
        """Says whether the runtime is there, `GET /health`.

        Calls `apps.get` and `api_keys.get`; needs their scopes.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call("runtime.health", models.RuntimeStatus)

    def datasets(self) -> models.RuntimeDatasets:
        """Lists the runtime's datasets with their states.

        That is `GET /v1/datasets?status=true`, with the app's API key.

        Calls `apps.get` and `api_keys.get`; needs their scopes.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call("runtime.datasets", models.RuntimeDatasets)

    def metrics(self) -> models.RuntimeMetrics:
        """Gives what the runtime counts.

        That is `GET /v1/metrics`, with the app's API key. It is Prometheus' text, and the same as
        samples. The vendor's documents say that the cloud does not serve it everywhere.

        Calls `apps.get` and `api_keys.get`; needs their scopes.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            NotFound: It does not exist, or is hidden from the caller.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call("runtime.metrics", models.RuntimeMetrics)


class ClientOperations:
    """What every client has: its resources, and the operations of its own."""

    apps: Apps
    """Spice apps, called projects since Aug 2026."""

    deployments: Deployments
    """Roll-outs of an app."""

    secrets: Secrets
    """Secrets of an app: set, listed, deleted, never read back."""

    api_keys: ApiKeys
    """The two runtime keys of an app."""

    forks: Forks
    """Apps that were made from another app."""

    monitors: Monitors
    """What watches the figures of an app, and tells people."""

    reactions: Reactions
    """What watches the data of an app, and tells people."""

    members: Members
    """Members of the organization."""

    regions: Regions
    """Regions that apps can run in."""

    container_images: ContainerImages
    """Runtime versions that apps can run."""

    orgs: Orgs
    """Organizations of the caller."""

    clusters: Clusters
    """Dedicated clusters of the organization."""

    projects: Apps
    """Spice apps under the API's newer name: the same as `apps`."""

    def _serve(self, caller: Caller) -> None:
        """Gives the client its resources, which all call through one caller."""
        self._caller = caller
        self.apps = Apps(caller)
        self.deployments = Deployments(caller)
        self.secrets = Secrets(caller)
        self.api_keys = ApiKeys(caller)
        self.forks = Forks(caller)
        self.monitors = Monitors(caller)
        self.reactions = Reactions(caller)
        self.members = Members(caller)
        self.regions = Regions(caller)
        self.container_images = ContainerImages(caller)
        self.orgs = Orgs(caller)
        self.clusters = Clusters(caller)
        self.projects = self.apps

    def runtime(self, of: int | models.App | str | SecretStr, *, url: str | None = None) -> Runtime:
        """The runtime of an app, for its data: SQL, search and chat.

        Nothing is sent for this. An app's key is fetched when it is first needed, and again when
        it was replaced. What this client does differently, its runtimes do, too.

        Args:
            of: Identifier of the app, the `App` itself, or one of its API keys.
            url: Where the runtime is, instead of where the app's region says.

        Raises:
            ValidationError: It is nothing that has a runtime.
        """
        return Runtime(self._caller.bound(target(of, models.App, url)))

    def health(self) -> models.Health:
        """Says whether the API is up. Needs no token.

        `GET /v1/health`.

        Raises:
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call("health.get", models.Health)

    def limits(self) -> models.Limits:
        """Reads what the organization's plan allows.

        `GET /v1/limits`, scope `apps:read` (a guess: no source states it).

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call("limits.get", models.Limits)

    def whoami(self) -> models.Identity:
        """Tells what the client signs in with and which scopes it has.

        Scopes and organization are read from the token where it is a JWT, without trusting it for
        anything; else they are tried out with reads that change nothing; what neither tells is
        unknown.

        Calls `orgs.list`, `apps.list` and `members.list`; needs their scopes.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call("client.whoami", models.Identity)

    def require(self, scopes: Sequence[str]) -> models.ScopeReport:
        """Fails with the scopes that are missing, before anything is begun.

        Scopes of which it cannot be known whether they are granted pass, and are named in the
        answer.

        Calls `orgs.list`, `apps.list` and `members.list`; needs their scopes.

        Args:
            scopes: Scopes, such as `deployments:write`.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            RateLimited: Too many requests.
            ServerError: The server failed.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call("client.require", models.ScopeReport, body={"scopes": scopes})

    def plan(
        self,
        *,
        desired: str | Mapping[str, Any] | os.PathLike[str],
        prune: bool | None = None,
        values: Mapping[str, SecretStr | str] | None = None,
        fingerprints: str | None = None,
        fingerprint_key: SecretStr | str | None = None,
    ) -> models.Plan:
        """Compares what is there with what should be, and says what `apply` would change.

        That is an app, its configuration, its secrets and the organization's members. Nothing is
        changed, and no value of a secret is kept: secrets are compared by keyed fingerprints, whose
        key is never written down.

        Calls `apps.list`, `apps.get`, `secrets.list` and `members.list`; needs their scopes.

        Args:
            desired: The desired state, as YAML or JSON text or as an object with `app`, `secrets`
                and `members`. A path is read as text.
            prune: Whether secrets, tags and members that the desired state does not name are
                removed; false if not given.
            values: Values of secrets by their names; others come from the environment.
            fingerprints: The `fingerprints` of the last `apply`, by which secrets that have not
                changed are recognised. Without them a secret that is there is left as it is.
            fingerprint_key: Key of the fingerprints; if not given, it is made of the token or
                client secret that the client signs in with.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            RateLimited: Too many requests.
            ServerError: The server failed.
            NotFound: It does not exist, or is hidden from the caller.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "client.plan",
            models.Plan,
            body=given(
                {
                    "desired": text(desired),
                    "prune": prune,
                    "values": values,
                    "fingerprints": fingerprints,
                    "fingerprint_key": fingerprint_key,
                },
            ),
        )

    def apply(
        self,
        *,
        document: str,
        values: Mapping[str, SecretStr | str] | None = None,
        fingerprint_key: SecretStr | str | None = None,
    ) -> models.AppliedPlan:
        """Does what a plan says, in an order that is safe.

        There is one deployment at the end, where the runtime needs it. When anything has changed
        since the plan was made, nothing is done: make a new plan. Each change happens once; what
        has been done when one fails is told by the error's hint, and a new plan goes on from there.

        Calls `apps.list`, `apps.get`, `apps.create`, `apps.update`, `secrets.list`, `secrets.set`,
        `secrets.delete`, `members.list`, `members.add`, `members.update`, `members.remove`,
        `deployments.create` and `deployments.get`; needs their scopes.

        Args:
            document: The `document` of a plan.
            values: Values of secrets by their names, as for the plan.
            fingerprint_key: Key of the fingerprints, as for the plan.

        Raises:
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            RateLimited: Too many requests.
            ServerError: The server failed.
            NotFound: It does not exist, or is hidden from the caller.
            Conflict: It conflicts with what is there.
            ApiError: The body is larger than 1 MiB.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call(
            "client.apply",
            models.AppliedPlan,
            body=given(
                {"document": document, "values": values, "fingerprint_key": fingerprint_key},
            ),
        )

    def doctor(self) -> models.Diagnosis:
        """Looks at the way to the API step by step.

        That is address, name, connection, TLS, proxy, clock, credentials, organization, rate
        limits. The report holds no secrets and can be pasted anywhere. It does not fail for what it
        finds.

        Calls `health.get` and `orgs.list`; needs their scopes.

        Raises:
            RateLimited: Too many requests.
            ServerError: The server failed.
            BadRequest: A malformed body, parameter or identifier.
            AuthenticationError: A missing, malformed, expired or revoked token.
            PermissionDenied: The scope, the role, the organization or the plan does not allow it.
            SpiceCloudError: What any call may meet, such as `Timeout`.
        """
        return self._caller.call("client.doctor", models.Diagnosis)
