"""Runtimes of apps: whose is called, what comes piece by piece, and that keys do not show."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from conftest import Connect
from scenario import Caller
from spice_cloud import (
    App,
    AuthenticationError,
    BadRequest,
    ChatChunk,
    SecretStr,
    ServerError,
    ValidationError,
)
from spice_cloud.testing import Emulator
from support.emulators import SPICEPOD, seen

KEY = "7h3qk9-runtime-key-w5z2d8n4"
QUESTION = [{"role": "user", "content": "How many trips were there?"}]


@pytest.fixture
def caller(connect: Connect, emulator: Emulator) -> Caller:
    return connect(emulator)


@pytest.fixture
def app(caller: Caller, emulator: Emulator) -> App:
    """An app that runs, with a dataset."""
    emulator.set_progression("immediate")
    app: App = caller.run(caller.client.apps.create(name="sales-bi"))
    caller.run(caller.client.apps.update(app, spicepod=SPICEPOD))
    caller.run(caller.client.deployments.deploy(app, poll_interval=0.05))
    emulator.load(app, "trips", [{"id": 1, "km": 12.5}, {"id": 2, "km": 3}], source="s3://trips/")
    return app


def test_a_runtime_is_that_of_an_app_or_of_a_key(caller: Caller, app: App) -> None:
    keys = caller.run(caller.client.api_keys.get(app))
    assert isinstance(keys.api_key, SecretStr)
    for of in (app, app.id, keys.api_key, keys.api_key.reveal()):
        result = caller.run(caller.client.runtime(of).sql("SELECT sum(km) AS km FROM trips"))
        assert result.rows == ({"km": 15.5},)
        assert (result.row_count, result.meta.attempts) == (1, 1)


def test_making_a_runtime_sends_nothing(caller: Caller, emulator: Emulator) -> None:
    caller.client.runtime(7)
    assert seen(emulator) == []


@pytest.mark.parametrize("of", [None, True, 1.5, b"key", object()])
def test_what_has_no_runtime_is_refused(caller: Caller, of: Any) -> None:
    with pytest.raises(ValidationError) as refused:
        caller.client.runtime(of)
    assert refused.value.field_errors.keys() == {"of"}
    with pytest.raises(ValidationError):
        caller.client.runtime(7, url=8)


@pytest.mark.parametrize("of", [KEY, SecretStr(KEY)])
def test_a_key_shows_nowhere(caller: Caller, emulator: Emulator, of: str | SecretStr) -> None:
    runtime = caller.client.runtime(of)
    held: Any = runtime._caller
    shown = [repr(runtime), str(runtime), repr(held), repr(held._options), held.describe()]
    with pytest.raises(AuthenticationError) as refused:
        caller.run(runtime.sql("SELECT 1"))
    reply = refused.value
    shown += [str(reply), repr(reply), f"{vars(reply)!r}", repr(emulator.requests())]
    assert not any(KEY[:12] in text for text in shown)
    for travel in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError):
            travel(runtime)


def test_what_a_client_does_differently_its_runtimes_do(
    caller: Caller, app: App, emulator: Emulator
) -> None:
    emulator.fault(path="/v1/ready", kind="status", status=500)
    emulator.clear_requests()
    once = caller.client.with_options(max_retries=0, headers={"x-team": "bi"})
    with pytest.raises(ServerError):
        caller.run(once.runtime(app).ready())
    # The client itself goes on as before.
    assert [line for line in seen(emulator) if "/v1/ready" in line] == ["GET /v1/ready 500"]
    assert caller.run(caller.client.apps.get(app)).id == app.id


def test_an_answer_comes_piece_by_piece(caller: Caller, app: App) -> None:
    stream = caller.client.runtime(app).chat_stream(model="any", messages=QUESTION)
    pieces = caller.all(stream)
    assert all(isinstance(piece, ChatChunk) for piece in pieces)
    assert len(pieces) > 1
    assert "How many trips" in "".join(piece.content or "" for piece in pieces)
    assert caller.all(stream) == []


def test_a_stream_that_is_left_early_has_nothing_more(caller: Caller, app: App) -> None:
    stream = caller.client.runtime(app).chat_stream(model="any", messages=QUESTION)

    async def first() -> Any:
        async with stream:
            return await stream.__anext__()

    if caller.kind == "sync":
        with stream:
            piece = next(stream)
        stream.close()
    else:
        piece = caller.run(first())
    assert isinstance(piece, ChatChunk)
    assert caller.all(stream) == []


def test_what_is_wrong_is_raised_when_a_piece_is_taken(caller: Caller, app: App) -> None:
    stream = caller.client.runtime(app).chat_stream(model="any", messages=[])
    with pytest.raises((BadRequest, ValidationError)):
        caller.all(stream)
    assert caller.all(stream) == []


@pytest.mark.parametrize(
    ("named", "field"),
    [
        ({"redeploy_on": "internal_error"}, "redeploy_on"),
        ({"redeploy_on": [7]}, "redeploy_on"),
        ({"max_redeploys": 1.5}, "max_redeploys"),
        ({"rollback_on_failure": 1}, "rollback_on_failure"),
        ({"until_ready": None}, "until_ready"),
    ],
)
def test_wrong_options_of_a_deployment_are_refused(
    caller: Caller, emulator: Emulator, named: dict[str, Any], field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        caller.run(caller.client.deployments.deploy(1, **named))
    assert refused.value.field_errors.keys() == {field}
    assert seen(emulator) == []


def test_scopes_are_a_list(caller: Caller, emulator: Emulator) -> None:
    # A text is a sequence of texts, too.
    with pytest.raises(ValidationError):
        caller.run(caller.client.require("apps:read"))
    assert seen(emulator) == []
    assert caller.run(caller.client.require(("apps:read",))).granted == ("apps:read",)
