"""Options of clients: what is wrong is refused in words that hold no value."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from conftest import Connect
from scenario import Caller, Kind
from spice_cloud import ConfigError, SecretStr, SpiceCloudError, Timeout, ValidationError
from spice_cloud.testing import Emulator
from support.emulators import seen
from support.server import RawServer, usual

# Stands in every wrong option, and must not stand in the words about it.
CANARY = "canary-4p8r6t"


class Odd:
    """Something that no option takes."""

    def __repr__(self) -> str:
        return CANARY


WRONG: list[tuple[str, Any]] = [
    ("token", " \n"),
    ("token", f"Bearer {CANARY}"),
    ("token", f"{CANARY}\0"),
    ("token", 7),
    ("token", Odd()),
    ("base_url", f"http://{CANARY}.example.com"),
    ("base_url", f"https://user:{CANARY}@example.com"),
    ("base_url", f"ftp://{CANARY}"),
    ("base_url", Odd()),
    ("oauth_url", f"http://{CANARY}.example.com"),
    ("org", f"{CANARY} two words"),
    ("org", Odd()),
    ("timeout", 0),
    ("timeout", -1),
    ("timeout", float("nan")),
    ("timeout", float("inf")),
    ("timeout", "5"),
    ("timeout", True),
    ("timeout", timedelta(seconds=-1)),
    ("attempt_timeout", 0),
    ("attempt_timeout", Odd()),
    ("connect_timeout", 0),
    ("connect_timeout", 1e300),
    ("max_retries", 11),
    ("max_retries", -1),
    ("max_retries", 1.5),
    ("max_retries", True),
    ("max_in_flight", 0),
    ("max_in_flight", 2**40),
    ("headers", {"x-a": f"{CANARY}\r\nx-b: c"}),
    ("headers", {"x-a": Odd()}),
    ("headers", [f"x-a: {CANARY}"]),
    ("proxy", f"nonsense {CANARY}"),
    ("proxy", Odd()),
    ("ca_bundle", Odd()),
    ("trust_store", CANARY),
    ("trust_store", Odd()),
    ("user_agent_suffix", f"{CANARY}\n"),
    ("allow_insecure_http", "yes"),
    ("allow_dotenv", 1),
    ("path_style", CANARY),
    ("validate", "no"),
    ("scope", "apps:read"),
    ("token_provider", CANARY),
    ("on_request", CANARY),
]


@pytest.mark.parametrize(
    ("option", "value"),
    [pytest.param(option, value, id=f"{option}-{n}") for n, (option, value) in enumerate(WRONG)],
)
def test_wrong_options_are_refused(kind: Kind, option: str, value: Any) -> None:
    options: dict[str, Any] = {"token": "example-token", option: value}
    if option == "token_provider":
        del options["token"]
    with pytest.raises(SpiceCloudError) as refused:
        Caller(kind, **options)
    assert isinstance(refused.value, ConfigError | ValidationError)
    text = str(refused.value)
    assert option in text or (option == "headers" and "header" in text)
    assert CANARY not in text
    assert "\n" not in text


@pytest.mark.parametrize("name", ["Authorization", "Host", "X-Org-Name", "x trace", ""])
def test_headers_of_the_sdk_cannot_be_given(kind: Kind, name: str) -> None:
    with pytest.raises(ConfigError, match="header"):
        Caller(kind, token="example-token", headers={name: CANARY})


@pytest.mark.parametrize(
    "options",
    [
        {"token": "a", "client_id": "b", "client_secret": "c"},
        {"token": "a", "token_provider": lambda: "b"},
        {"client_id": "b", "client_secret": "c", "token_provider": lambda: "b"},
        {"client_id": "b"},
        {"client_secret": "c"},
        {"client_id": " ", "client_secret": "c"},
    ],
)
def test_a_client_signs_in_with_one_thing(kind: Kind, options: dict[str, Any]) -> None:
    with pytest.raises(SpiceCloudError, match=r"client_id|client credentials|give one of"):
        Caller(kind, **options)


def test_options_that_nobody_knows_are_type_errors(kind: Kind) -> None:
    with pytest.raises(TypeError, match="colour"):
        Caller(kind, token="a", colour="red")


def test_without_credentials_every_place_is_named(kind: Kind) -> None:
    with pytest.raises(ConfigError) as refused:
        Caller(kind)
    for place in ("SPICE_API_TOKEN", "SPICE_CLOUD_PAT", "SPICE_CLIENT_ID", "SPICEAI_CLIENT_SECRET"):
        assert f"{place} is not set" in str(refused.value)


@pytest.mark.parametrize("name", ["SPICE_API_TOKEN", "SPICE_CLOUD_PAT", "SPICE_SPICEAI_TOKEN"])
def test_tokens_come_from_the_environment(
    kind: Kind, emulator: Emulator, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, emulator.token)
    monkeypatch.setenv("SPICE_CLOUD_API_URL", emulator.url)
    with Caller(kind) as caller:
        assert caller.run(caller.client.regions.list()).default == "us-west-2"


def test_client_credentials_come_from_the_environment(
    kind: Kind, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPICE_CLIENT_ID", emulator.client_id)
    monkeypatch.setenv("SPICE_CLIENT_SECRET", emulator.client_secret)
    monkeypatch.setenv("SPICEAI_API_ENDPOINT", emulator.url)
    with Caller(kind) as caller:
        caller.run(caller.client.regions.list())
    assert seen(emulator) == ["POST /api/oauth/token 200", "GET /v1/regions 200"]


def test_what_is_given_goes_before_the_environment(
    connect: Connect, emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPICE_API_TOKEN", "wrong")
    monkeypatch.setenv("SPICE_CLOUD_API_URL", "http://127.0.0.1:1")
    caller = connect(emulator)
    assert caller.run(caller.client.regions.list()).default == "us-west-2"


def test_a_dotenv_file_is_read_only_when_allowed(
    kind: Kind, emulator: Emulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text(f"SPICE_SPICEAI_TOKEN={emulator.token}\n")
    with pytest.raises(ConfigError):
        Caller(kind, base_url=emulator.url)
    with Caller(kind, base_url=emulator.url, allow_dotenv=True) as caller:
        assert caller.run(caller.client.regions.list()).default == "us-west-2"


def test_secrets_may_be_wrapped(kind: Kind, emulator: Emulator) -> None:
    for options in (
        {"token": SecretStr(emulator.token)},
        {"client_id": emulator.client_id, "client_secret": SecretStr(emulator.client_secret)},
        {"token": emulator.token, "headers": {"x-key": SecretStr("example-1")}},
    ):
        with Caller(kind, base_url=emulator.url, **options) as caller:
            assert caller.run(caller.client.regions.list()).default == "us-west-2"


def test_what_is_said_about_the_client_is_sent(connect: Connect) -> None:
    with RawServer(lambda exchange: usual(exchange.request)) as server:
        caller = connect(
            server, headers={"x-trace": "a-7"}, user_agent_suffix="my-tool/1.2", org="acme"
        )
        caller.run(caller.client.regions.list())
        headers = server.requests[0].headers
    assert headers["x-trace"] == "a-7"
    assert headers["user-agent"].endswith(" my-tool/1.2")
    assert headers["x-org-name"] == "acme"
    assert headers["authorization"] == "Bearer example-token"


@pytest.mark.parametrize("limit", [0.05, timedelta(milliseconds=50)])
@pytest.mark.parametrize("option", ["timeout", "attempt_timeout"])
def test_durations_are_seconds_or_timedeltas(
    connect: Connect, slow: RawServer, option: str, limit: float | timedelta
) -> None:
    caller = connect(slow, **{option: limit}, max_retries=0)
    with pytest.raises(Timeout):
        caller.run(caller.client.regions.list())
    copy = connect(slow, max_retries=0).client.with_options(**{option: limit})
    with pytest.raises(Timeout):
        caller.run(copy.regions.list())


def test_a_copy_differs_only_in_what_it_is_told(connect: Connect) -> None:
    with RawServer(lambda exchange: usual(exchange.request)) as server:
        caller = connect(server, headers={"x-a": "1", "x-b": "2"}, org="acme")
        client = caller.client
        copy = client.with_options(headers={"X-B": "3"}).with_options(org="northwind")
        for each in (copy, client):
            caller.run(each.regions.list())
        of_copy, of_client = (request.headers for request in server.requests)
    assert type(copy) is type(client)
    assert (of_copy["x-a"], of_copy["x-b"], of_copy["x-org-name"]) == ("1", "3", "northwind")
    assert (of_client["x-a"], of_client["x-b"], of_client["x-org-name"]) == ("1", "2", "acme")


@pytest.mark.parametrize(
    "options",
    [
        {"timeout": 0},
        {"timeout": "5"},
        {"attempt_timeout": -1},
        {"max_retries": 11},
        {"org": "two words"},
        {"headers": {"Authorization": "Bearer x"}},
    ],
)
def test_wrong_options_of_a_copy_are_refused(
    connect: Connect, emulator: Emulator, options: dict[str, Any]
) -> None:
    caller = connect(emulator)
    with pytest.raises(SpiceCloudError) as refused:
        caller.run(caller.client.with_options(**options).regions.list())
    assert isinstance(refused.value, ConfigError | ValidationError)
    assert seen(emulator) == []


def test_a_client_shows_where_it_goes_and_no_secret(kind: Kind) -> None:
    with Caller(
        kind, token=CANARY, base_url="http://127.0.0.1:9", org="acme", headers={"x-key": CANARY}
    ) as caller:
        text = f"{caller.client} {caller.client!r} {caller.client.with_options(org='other')!r}"
    assert "http://127.0.0.1:9" in text
    assert "org='acme'" in text
    assert "org='other'" in text
    assert type(caller.client).__name__ in text
    assert CANARY not in text
