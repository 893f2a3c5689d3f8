"""Planted tokens, secrets and keys: a whole session at the finest level, and none of them shows."""

from __future__ import annotations

import copy
import logging
import pickle
import pprint
import traceback
from collections.abc import Iterator
from typing import Any

import pytest

from conftest import Connect
from scenario import Caller
from spice_cloud import (
    ApiKeys,
    App,
    Model,
    RequestEvent,
    SecretStr,
    SpiceCloudError,
)
from spice_cloud._arguments import as_read  # pyright: ignore[reportPrivateUsage]
from spice_cloud.testing import Emulator
from support.server import answer, fixed_server

SECRET = "7h3qk9-canary-secret-x2m5w8z"


class Record:
    """Everything that was shown in any way."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def show(self, *things: object) -> None:
        """Shows things in every way that people have."""
        for thing in things:
            self.parts += [str(thing), repr(thing), f"{thing}", f"{thing!r:>9}"]
            self.parts.append(pprint.pformat(thing))
            self.parts.append(repr([thing, {"key": thing}]))
            if isinstance(thing, Model):
                self.parts += [thing.to_json(), repr(thing.to_dict())]
            self.pack(thing)

    def pack(self, thing: object) -> None:
        """What a pickle holds; what cannot be pickled says so without a secret."""
        for version in range(6):
            try:
                packed = pickle.dumps(thing, version)
            except (AttributeError, TypeError, pickle.PicklingError) as refusal:
                self.parts.append(str(refusal))
            else:
                self.parts.append(packed.decode("latin-1"))
                self.parts.append(repr(pickle.loads(packed)))

    def show_error(self, error: BaseException) -> None:
        """Shows an error as programs do that end with it, with the variables of its frames."""
        self.parts += traceback.format_exception(error)
        stack = traceback.TracebackException.from_exception(error, capture_locals=False)
        self.parts += stack.format()
        self.show(error)
        self.parts.append(repr(vars(error)))

    def search(self, plants: set[str]) -> list[str]:
        """Where planted texts show, whole or in halves."""
        text = "\n".join(self.parts)
        halves = {half for plant in plants for half in _halves(plant)}
        return [half for half in halves if half in text]


def _halves(plant: str) -> tuple[str, str]:
    middle = len(plant) // 2
    return plant[:middle], plant[middle:]


@pytest.fixture
def record(caplog: pytest.LogCaptureFixture) -> Iterator[Record]:
    """A record that holds all that is logged, too."""
    caplog.set_level(logging.DEBUG)
    record = Record()
    yield record
    assert record.parts


class Session:
    """A session of a client that is watched from all sides."""

    def __init__(self, connect: Connect, emulator: Emulator, record: Record) -> None:
        self.record = record
        self.emulator = emulator
        self.token = emulator.mint(label="canary")
        self.plants = {self.token, SECRET}
        self.caller: Caller = connect(
            emulator,
            token=self.token,
            on_request=self._watch,
            headers={"x-key": SecretStr(SECRET)},
            _time_scale=100,
            timeout=6000,
            attempt_timeout=3000,
        )

    def _watch(self, event: RequestEvent) -> None:
        self.record.show(event)

    def run(self, name: str, /, **args: Any) -> Any:
        """A call that must succeed; its result is shown."""
        resource, method = name.split(".")
        got = self.caller.run(getattr(getattr(self.caller.client, resource), method)(**args))
        self.record.show(got)
        return got

    def fail(self, name: str, /, **args: Any) -> SpiceCloudError:
        """A call that must fail; its error is shown."""
        resource, method = name.split(".")
        with pytest.raises(SpiceCloudError) as failure:
            self.caller.run(getattr(getattr(self.caller.client, resource), method)(**args))
        self.record.show_error(failure.value)
        return failure.value

    def echo(self, status: int) -> None:
        """The next change is refused with words that repeat what the client has sent."""
        body = {
            "error": f"Bearer {self.token} may not store {SECRET}",
            "code": f"code-{self.token}",
            "details": {"fieldErrors": {SECRET: [self.token]}, "formErrors": [SECRET]},
        }
        self.emulator.fault("POST", "**/secrets", kind="status", status=status, body=body, times=1)


def test_a_whole_session_shows_nothing(
    connect: Connect, emulator: Emulator, record: Record, caplog: pytest.LogCaptureFixture
) -> None:
    session = Session(connect, emulator, record)
    record.show(session.caller.client, session.caller.client.with_options(timeout=5))
    record.show(session.caller.client.secrets, session.caller.client.apps.list())

    app: App = session.run("apps.create", name="sales-bi", tags={"team": "sales"})
    session.run("secrets.set", app=app, name="PG_PASS", value=SECRET)
    session.run("secrets.set_many", app=app, secrets={"A": SECRET, "B": SecretStr(SECRET)})
    keys: ApiKeys = session.run("api_keys.get", app=app)
    other: ApiKeys = session.run(
        "api_keys.regenerate", app=app, key_number=0, both_keys_stop_working=True
    )
    for key in (keys.api_key, keys.api_key_2, other.api_key, other.api_key_2):
        assert key is not None
        session.plants.add(key.reveal())
    assert len(session.plants) == 6

    for status in (400, 401, 403, 409, 418, 422, 429, 500):
        session.echo(status)
        if status in (429, 500):
            # Retried, and told with what the server said.
            session.run("secrets.set", app=app, name="PG_PASS", value=SECRET)
        else:
            session.fail("secrets.set", app=app, name="PG_PASS", value=SECRET)
    session.fail("secrets.set", app=app, name=f"9-{'bad'}", value=SECRET)
    session.fail("secrets.set", app=app, name="PG_PASS", value=[SECRET])
    emulator.fault(
        "GET",
        "**/api-keys",
        kind="status",
        status=200,
        body={"api_key": [next(iter(session.plants))], "api_key_2": 7},
        times=1,
    )
    session.fail("api_keys.get", app=app)

    client = session.caller.client
    raw = session.caller.run(client.request("GET", f"/v1/apps/{app.id}/api-keys"))
    # Its body is whatever the API answered, for those who ask for it.
    record.parts += [str(raw), repr(raw), repr([raw])]
    with pytest.raises(SpiceCloudError) as failure:
        path = "/v1/apps/1/secrets"
        session.caller.run(client.request("POST", path, body={"name": "A", "value": SECRET}))
    record.show_error(failure.value)

    record.parts.append(caplog.text)
    record.parts += [repr(vars(line)) for line in caplog.records]
    record.parts.append(repr(emulator.requests()))
    assert "secrets.set POST /v1/apps/{app_id}/secrets: 200" in caplog.text
    assert record.search(session.plants) == []


def test_the_words_of_a_server_are_kept_without_what_they_repeat(
    connect: Connect, emulator: Emulator, record: Record
) -> None:
    session = Session(connect, emulator, record)
    app = session.run("apps.create", name="sales-bi")
    session.echo(400)
    error = session.fail("secrets.set", app=app, name="PG_PASS", value=SECRET)
    assert "[redacted] may not store [redacted]" in error.message


def test_a_request_id_that_repeats_the_token_shows_nothing(
    connect: Connect, record: Record
) -> None:
    token = "4p8r6t-canary-token-1y9u3e"
    for status in (200, 404):
        reply = answer(status, {"status": "ok", "error": "no"}, {"x-request-id": token})
        with fixed_server(reply) as server:
            caller = connect(server, token=token, max_retries=0)
            outcome = caller.call("client.limits")
        record.show(outcome)
        if isinstance(outcome, SpiceCloudError):
            record.show_error(outcome)
    assert record.search({token}) == []


def test_copies_of_a_secret_are_as_silent() -> None:
    secret = SecretStr(SECRET)
    for other in (copy.copy(secret), copy.deepcopy(secret)):
        assert SECRET not in f"{other} {other!r}"
        assert other.reveal() == SECRET


def test_an_app_that_is_compared_with_goes_without_its_key() -> None:
    app = App(id=7, name="shop", api_key=SecretStr(SECRET), tags={"team": "data"}, config={})
    assert as_read(app, App, "app") == {
        "id": 7,
        "name": "shop",
        "tags": {"team": "data"},
        "config": {},
    }


def test_the_search_finds_what_is_there() -> None:
    record = Record()
    record.show(f"a line with {SECRET}")
    assert len(record.search({SECRET})) == 2
    packed = Record()
    packed.pack({"key": SECRET})
    assert packed.search({SECRET}) != []
    try:
        raise LookupError(SECRET)
    except LookupError as error:
        failed = Record()
        failed.show_error(error)
    assert failed.search({SECRET}) != []
    assert record.search({"nothing-of-the-kind"}) == []
