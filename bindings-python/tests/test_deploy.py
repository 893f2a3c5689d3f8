"""Deployments that are followed: events as they happen, and errors for what went wrong."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from conftest import Connect
from scenario import Caller
from spice_cloud import (
    App,
    AsyncSpiceCloud,
    Deployment,
    DeploymentEvent,
    DeploymentFailed,
    SpiceCloud,
    SpiceCloudError,
    ValidationError,
    WaitTimeout,
)
from spice_cloud.testing import Emulator
from support.emulators import SPICEPOD, seen

# The waits of the SDK are a hundredth of themselves, its limits as long as ever.
FAST: dict[str, Any] = {"_time_scale": 100, "timeout": 6000, "attempt_timeout": 3000}


def app_of(caller: Caller) -> App:
    """An app that can be deployed."""
    app: App = caller.run(caller.client.apps.create(name="sales-bi"))
    caller.run(caller.client.apps.update(app, spicepod=SPICEPOD))
    return app


@pytest.fixture
def caller(connect: Connect, emulator: Emulator) -> Caller:
    return connect(emulator, **FAST)


SCRIPT = ["queued*2", "in_progress", "in_progress:insufficient_cpu*2", "succeeded"]


def test_watching_tells_each_step_once(caller: Caller, emulator: Emulator) -> None:
    emulator.set_progression("script", entries=SCRIPT)
    app = app_of(caller)
    deployment = caller.run(caller.client.deployments.create(app))
    events = caller.all(caller.client.deployments.watch(app, deployment))
    assert all(isinstance(event, DeploymentEvent) for event in events)
    assert [(str(event.status), event.waits_for) for event in events] == [
        ("queued", None),
        ("in_progress", None),
        ("in_progress", "insufficient_cpu"),
        ("succeeded", None),
    ]
    assert events[-1].deployment.id == deployment.id
    elapsed = [event.elapsed for event in events]
    assert elapsed == sorted(elapsed)


def test_waiting_gives_the_deployment_as_it_ended(caller: Caller, emulator: Emulator) -> None:
    emulator.set_progression("polls", reads=2)
    app = app_of(caller)
    deployment = caller.run(caller.client.deployments.create(app))
    events: list[DeploymentEvent] = []
    ended = caller.run(
        caller.client.deployments.wait(app.id, deployment.id, on_event=events.append)
    )
    assert isinstance(ended, Deployment)
    assert (ended.id, ended.status) == (deployment.id, "succeeded")
    assert [str(event.status) for event in events] == ["queued", "in_progress", "succeeded"]
    assert events[-1].deployment == ended


def test_deploying_is_creating_once_and_waiting(caller: Caller, emulator: Emulator) -> None:
    emulator.set_progression("polls", reads=1)
    app = app_of(caller)
    emulator.clear_requests()
    events: list[DeploymentEvent] = []
    ended = caller.run(
        caller.client.deployments.deploy(
            app, branch="main", commit_message="First", on_event=events.append
        )
    )
    assert (ended.status, ended.branch) == ("succeeded", "main")
    assert [str(event.status) for event in events][0::2] == ["queued", "succeeded"]
    methods = [line.split()[0] for line in seen(emulator)]
    # What is there before is looked at first.
    assert methods[:2] == ["GET", "POST"]
    assert set(methods[2:]) == {"GET"}


def test_a_failed_deployment_is_told_after_its_events(caller: Caller, emulator: Emulator) -> None:
    emulator.set_progression("immediate", fail_with="unable_to_start")
    app = app_of(caller)
    events: list[DeploymentEvent] = []
    with pytest.raises(DeploymentFailed) as failure:
        caller.run(caller.client.deployments.deploy(app, on_event=events.append))
    assert str(events[-1].status) == "failed"
    assert failure.value.deployment == events[-1].deployment
    assert failure.value.error_code == "unable_to_start"
    assert "unable_to_start" in str(failure.value)


@pytest.mark.parametrize("limit", [2, 2.0, timedelta(seconds=2)])
def test_a_wait_has_a_limit(caller: Caller, emulator: Emulator, limit: float | timedelta) -> None:
    emulator.set_progression("manual")
    app = app_of(caller)
    deployment = caller.run(caller.client.deployments.create(app))
    with pytest.raises(WaitTimeout) as failure:
        caller.run(caller.client.deployments.wait(app, deployment, timeout=limit))
    assert failure.value.deployment is not None
    assert failure.value.deployment.id == deployment.id
    assert failure.value.elapsed is not None and failure.value.elapsed >= 2
    # The deployment goes on, and can be waited for again.
    emulator.admin("POST", f"deployments/{deployment.id}/advance", {"status": "succeeded"})
    assert caller.run(caller.client.deployments.wait(app, deployment)).status == "succeeded"


class HookError(Exception):
    """What a hook of the user's raises."""


def test_a_hook_that_raises_ends_the_wait(caller: Caller, emulator: Emulator) -> None:
    emulator.set_progression("manual")
    app = app_of(caller)

    def fail(_: DeploymentEvent) -> None:
        raise HookError

    with pytest.raises(HookError):
        caller.run(caller.client.deployments.deploy(app, on_event=fail))


def test_an_asynchronous_hook_is_awaited(emulator: Emulator) -> None:
    emulator.set_progression("immediate")
    told: list[str] = []

    async def tell(event: DeploymentEvent) -> None:
        await asyncio.sleep(0)
        told.append(str(event.status))

    async def main() -> None:
        async with AsyncSpiceCloud(emulator.token, base_url=emulator.url, **FAST) as client:
            app = await client.apps.create(name="sales-bi")
            await client.apps.update(app, spicepod=SPICEPOD)
            await client.deployments.deploy(app, on_event=tell)

    asyncio.run(main())
    assert told == ["queued", "succeeded"]


def test_a_blocking_client_takes_no_coroutine_function(emulator: Emulator) -> None:
    async def tell(event: DeploymentEvent) -> None:
        raise AssertionError(event)

    with (
        SpiceCloud(emulator.token, base_url=emulator.url) as client,
        pytest.raises(SpiceCloudError, match="on_event"),
    ):
        client.deployments.wait(1, 2, on_event=tell)


def test_a_watch_is_closed_early(caller: Caller, emulator: Emulator) -> None:
    emulator.set_progression("manual")
    app = app_of(caller)
    deployment = caller.run(caller.client.deployments.create(app))
    emulator.clear_requests()
    watch = caller.client.deployments.watch(app, deployment)

    async def first() -> Any:
        async with watch:
            return await watch.__anext__()

    if caller.kind == "sync":
        with watch:
            event = next(watch)
        assert list(watch) == []
    else:
        event = caller.run(first())
        assert caller.all(watch) == []
    assert str(event.status) == "queued"
    assert len(seen(emulator)) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        {"timeout": -1},
        {"timeout": "5"},
        {"poll_interval": float("nan")},
        {"on_event": "print"},
    ],
)
def test_wrong_arguments_are_refused(
    caller: Caller, emulator: Emulator, arguments: dict[str, Any]
) -> None:
    with pytest.raises(ValidationError) as refused:
        caller.run(caller.client.deployments.wait(1, 2, **arguments))
    assert refused.value.field_errors.keys() == arguments.keys()
    assert seen(emulator) == []
