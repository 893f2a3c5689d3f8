"""What cannot be sent is refused before anything is, and the words name its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from conftest import Connect
from scenario import Caller
from spice_cloud import (
    UNSET,
    App,
    Resources,
    SecretStr,
    SpiceCloudError,
    UpdateChannel,
    ValidationError,
)
from spice_cloud.testing import Emulator
from support.emulators import SPICEPOD, seen
from support.server import RawServer, usual

CANARY = "canary-4p8r6t"

ENDLESS: list[Any] = []
ENDLESS.append(ENDLESS)

# Values that are no JSON, and where they are found in an app's tags.
UNFIT: dict[str, tuple[Any, str]] = {
    "nan": (float("nan"), "body.tags.team"),
    "infinity": (float("-inf"), "body.tags.team"),
    "huge": (2**64, "body.tags.team"),
    "very-negative": (-(2**63) - 1, "body.tags.team"),
    "surrogate": (f"{CANARY}\ud800", "body.tags.team"),
    "bytes": (CANARY.encode(), "body.tags.team"),
    "object": (object(), "body.tags.team"),
    "set": ({CANARY}, "body.tags.team"),
    "datetime": (datetime(2026, 1, 1), "body.tags.team"),
    "deep": ([1, {"a": float("nan")}], "body.tags.team[1].a"),
    "key": ({7: CANARY}, "body.tags.team"),
    "surrogate-key": ({"\udfff": CANARY}, "body.tags.team"),
    "endless": (ENDLESS, "body.tags.team"),
    "unset": (UNSET, "body.tags.team"),
}


def refusal(caller: Caller, name: str, /, **args: Any) -> ValidationError:
    reply = caller.call(name, args)
    assert isinstance(reply, ValidationError)
    assert CANARY not in str(reply)
    assert "\n" not in str(reply)
    return reply


@pytest.mark.parametrize("unfit", UNFIT)
def test_what_json_cannot_carry_is_refused(
    connect: Connect, emulator: Emulator, unfit: str
) -> None:
    value, place = UNFIT[unfit]
    error = refusal(connect(emulator), "apps.create", name="sales-bi", tags={"team": value})
    assert place in str(error)
    assert next(iter(error.field_errors)).startswith(place)
    assert seen(emulator) == []


# Wrong types, by the operation and the argument that they are given for.
WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("apps.get", {"app": "7"}, "app"),
    ("apps.get", {"app": True}, "app"),
    ("apps.get", {"app": 7.0}, "app"),
    ("apps.get", {"app": None}, "app"),
    ("apps.get", {"app": -1}, "app"),
    ("apps.get", {"app": 2**70}, "app"),
    ("apps.get", {"app": Resources()}, "app"),
    ("apps.update_if_unchanged", {"app": 7, "replicas": 2}, "app"),
    ("apps.update_if_unchanged", {"app": {"id": 7, "name": "no-app"}, "replicas": 2}, "app"),
    ("deployments.get", {"app": 1, "deployment": App(id=2, name="no-deployment")}, "deployment"),
    ("members.get", {"user": App(id=2, name="no-member")}, "user"),
    ("apps.create", {"name": 7}, "name"),
    ("apps.create", {"name": b"sales-bi"}, "name"),
    ("apps.create", {"name": "sales-bi", "replicas": "two"}, "replicas"),
    ("apps.create", {"name": "sales-bi", "tags": ["team"]}, "tags"),
    ("apps.create", {"name": "sales-bi", "resources": 4}, "resources"),
    ("apps.create", {"name": "sales-bi", "visibility": "secret"}, "visibility"),
    ("apps.update", {"app": 1, "replicas": 11}, "replicas"),
    ("secrets.set", {"app": 1, "name": "9-bad", "value": CANARY}, "name"),
    ("secrets.set", {"app": 1, "name": "PG_PASS", "value": 7}, "value"),
    ("secrets.set_many", {"app": 1, "secrets": {"PG_PASS": 7}}, "secrets"),
    ("secrets.set_many", {"app": 1, "secrets": [CANARY]}, "secrets"),
    ("members.update", {"user": 1, "roles": 7}, "roles"),
    ("apps.metrics", {"app": 1, "window": "5 minutes"}, "window"),
    ("apps.find", {"name": 7}, "name"),
    ("client.request", {"method": "BREW", "path": "/v1/apps"}, "method"),
    ("client.request", {"method": "GET", "path": "https://elsewhere.example/"}, "path"),
    ("client.request", {"method": "POST", "path": "/v1/apps", "body": {1: 2}}, "body"),
]


@pytest.mark.parametrize(
    ("name", "args", "field"),
    [pytest.param(*wrong, id=f"{wrong[0]}-{n}") for n, wrong in enumerate(WRONG)],
)
def test_wrong_types_are_refused(
    connect: Connect, emulator: Emulator, name: str, args: dict[str, Any], field: str
) -> None:
    error = refusal(connect(emulator), name, **args)
    assert any(field in place for place in error.field_errors) or field in error.message
    assert error.attempts == ()
    assert seen(emulator) == []


def test_arguments_that_nobody_knows_are_type_errors(connect: Connect, emulator: Emulator) -> None:
    client: Any = connect(emulator).client
    with pytest.raises(TypeError, match="colour"):
        client.apps.create(name="sales-bi", colour="red")
    with pytest.raises(TypeError):
        client.apps.create("sales-bi")
    assert seen(emulator) == []


@pytest.fixture
def echo() -> Iterator[RawServer]:
    """A server whose requests are looked at."""
    with RawServer(lambda exchange: usual(exchange.request)) as server:
        yield server


def sent(caller: Caller, echo: RawServer, name: str, /, **args: Any) -> Any:
    reply = caller.call(name, args)
    assert not isinstance(reply, SpiceCloudError), reply
    return echo.requests[-1].json()


def test_none_clears_and_unset_keeps(connect: Connect, echo: RawServer) -> None:
    caller = connect(echo)
    assert sent(caller, echo, "apps.update", app=7, image_tag=None) == {"image_tag": None}
    assert sent(caller, echo, "apps.update", app=7, image_tag=UNSET, replicas=2) == {"replicas": 2}
    assert sent(caller, echo, "apps.update", app=7, tags=None, description="") == {
        "tags": None,
        "description": "",
    }
    assert sent(caller, echo, "apps.update", app=7) == {}


def test_what_is_none_is_not_given_to_a_new_object(connect: Connect, echo: RawServer) -> None:
    body = sent(connect(echo), echo, "apps.create", name="sales-bi", region=None, tags=None)
    assert body == {"name": "sales-bi"}


class Tags(Mapping[str, str]):
    """A mapping that is no dict."""

    def __getitem__(self, name: str) -> str:
        return {"team": "sales"}[name]

    def __iter__(self) -> Iterator[str]:
        return iter(["team"])

    def __len__(self) -> int:
        return 1


def test_values_are_sent_as_they_are_meant(
    connect: Connect, echo: RawServer, tmp_path: Path
) -> None:
    caller = connect(echo)
    manifest = tmp_path / "spicepod.yaml"
    manifest.write_text(SPICEPOD)
    assert sent(caller, echo, "apps.update", app=7, spicepod=manifest) == {"spicepod": SPICEPOD}
    limits = {"limits": {"cpu": "2", "ephemeral_storage": "10Gi"}}
    on_the_wire = {"limits": {"cpu": "2", "ephemeral-storage": "10Gi"}}
    for resources in (limits, Resources.from_dict(limits)):
        body = sent(caller, echo, "apps.create", name="sales-bi", resources=resources)
        assert body["resources"] == on_the_wire
    body = sent(
        caller,
        echo,
        "apps.create",
        name="sales-bi",
        tags=Tags(),
        update_channel=UpdateChannel.STABLE,
        storage_size_gb=0.5,
    )
    assert body == {
        "name": "sales-bi",
        "tags": {"team": "sales"},
        "update_channel": "stable",
        "storage_size_gb": 0.5,
    }
    body = sent(caller, echo, "secrets.set", app=7, name="A", value=SecretStr("example-1"))
    assert body == {"name": "A", "value": "example-1"}


def test_members_that_the_sdk_does_not_know_can_be_sent(connect: Connect, echo: RawServer) -> None:
    caller = connect(echo)
    extra = {"later": {"deep": [1, None, True, 2**63]}, "key": SecretStr("example-1")}
    body = sent(caller, echo, "apps.create", name="sales-bi", extra=extra)
    assert body == {"name": "sales-bi", "later": extra["later"], "key": "example-1"}


def test_the_server_checks_what_the_client_is_told_not_to(
    connect: Connect, emulator: Emulator
) -> None:
    caller = connect(emulator, validate=False)
    reply = caller.call("apps.create", {"name": "ab"})
    assert isinstance(reply, SpiceCloudError)
    assert reply.status == 400
    # What would be unsafe is never sent.
    assert isinstance(caller.call("apps.get", {"app": -1}), ValidationError)
    assert len(seen(emulator)) == 1
