"""`spice_cloud.testing.Emulator`: a cloud of one's own."""

from __future__ import annotations

import asyncio
import json
import urllib.error
import urllib.request
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from spice_cloud import (
    AuthenticationError,
    ConnectError,
    Deployment,
    NotFound,
    PermissionDenied,
    RateLimited,
    ServerError,
    SpiceCloud,
    ValidationError,
)
from spice_cloud.testing import Emulator, Snapshot
from support.emulators import SPICEPOD, seen
from support.server import PATIENCE

START = "2026-01-01T00:00:00Z"


def test_it_runs_until_it_is_stopped() -> None:
    with Emulator() as emulator:
        client = emulator.client(max_retries=0)
        assert client.regions.list().default == "us-west-2"
        assert emulator.url == f"http://127.0.0.1:{emulator.port}"
        assert emulator.is_running
        assert repr(emulator) == f"Emulator(url={emulator.url!r})"
    assert not emulator.is_running
    emulator.stop()
    with pytest.raises(ConnectError):
        client.regions.list()


def test_it_stops_when_nobody_holds_it() -> None:
    url = Emulator().url
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(url, timeout=PATIENCE)


def test_it_gives_clients_of_both_kinds() -> None:
    async def main(emulator: Emulator) -> None:
        async with emulator.async_client(org="acme") as client:
            assert [org.name for org in await client.orgs.list()] == ["acme"]

    with Emulator.start(seed="empty") as emulator:
        asyncio.run(main(emulator))
        with emulator.client(scopes=["apps:read"]) as client:
            assert client.apps.list().to_list() == []
            with pytest.raises(PermissionDenied):
                client.apps.create(name="sales-bi")
        with pytest.raises(AuthenticationError), emulator.client(token="wrong") as client:
            client.regions.list()
        with pytest.raises(ValidationError, match="scopes"):
            emulator.client(scopes=["apps:read"], token="given")
        with SpiceCloud(
            base_url=emulator.url,
            client_id=emulator.client_id,
            client_secret=emulator.client_secret,
        ) as client:
            client.regions.list()


def test_the_demo_has_apps() -> None:
    with Emulator(seed="demo") as emulator, emulator.client() as client:
        assert len(client.apps.list().to_list()) == 25
        assert len(emulator.state()["apps"]) == 29


def test_the_same_seed_gives_the_same() -> None:
    def ids() -> list[int]:
        with (
            Emulator(seed="demo", random_seed=3, clock=START) as emulator,
            emulator.client() as client,
        ):
            return [app.id for app in client.apps.list()]

    assert ids() == ids()


@pytest.mark.parametrize("clock", [START, datetime(2026, 1, 1, tzinfo=timezone.utc)])
def test_its_clock_stands_until_it_is_advanced(clock: str | datetime) -> None:
    with Emulator(clock=clock) as emulator, emulator.client() as client:
        start = datetime(2026, 1, 1, tzinfo=timezone.utc)
        assert client.apps.create(name="first-app").created_at == start
        emulator.advance(90)
        emulator.advance(timedelta(minutes=1))
        later = start + timedelta(seconds=150)
        assert client.apps.create(name="second-app").created_at == later


def test_its_clock_can_be_stopped() -> None:
    with Emulator() as emulator:
        emulator.freeze()
        assert emulator.admin("GET", "clock")["mode"] == "frozen"


def test_faults_make_requests_go_wrong(emulator: Emulator) -> None:
    client = emulator.client(max_retries=0)
    identity = emulator.fault("GET", "/v1/regions", kind="status", status=503, nth=2)
    client.regions.list()
    with pytest.raises(ServerError):
        client.regions.list()
    client.regions.list()
    assert emulator.count("GET", "/v1/*") == emulator.count() == 3
    assert emulator.count("POST") == emulator.count(path="/v1/*/x") == 0
    assert emulator.requests()[1]["fault"] == identity
    emulator.fault(kind="drop_before_commit")
    emulator.clear_faults()
    client.regions.list()
    emulator.clear_requests()
    assert emulator.requests() == []


def test_deployments_move_on_as_they_are_told(emulator: Emulator) -> None:
    with emulator.client(_time_scale=100, timeout=6000, attempt_timeout=3000) as client:
        app = client.apps.create(name="sales-bi")
        client.apps.update(app, spicepod=SPICEPOD)
        emulator.set_progression("script", entries=["queued", "failed:internal_error"], app=app)
        deployment = client.deployments.create(app)
        told = [client.deployments.get(app, deployment) for _ in range(2)]
        assert isinstance(told[0], Deployment)
        assert [str(one.status) for one in told] == ["queued", "failed"]
        emulator.set_progression("after", queued=1, in_progress=timedelta(seconds=2))
        emulator.freeze()


def test_limits_and_quirks(demo: Emulator) -> None:
    demo.set_quirks(short_pages=7)
    client = demo.client(max_retries=0)
    assert len(client.apps.list().to_list()) <= 25
    demo.set_quirks()
    demo.set_rate_limit(1, retry_after="ms")
    client.regions.list()
    with pytest.raises(RateLimited):
        client.regions.list()
    demo.set_rate_limit(None)
    client.regions.list()


def test_settings_may_be_given_at_the_start() -> None:
    with Emulator(
        seed="demo",
        rate_limit=2,
        quirks={"ignore_limit": True},
        progression={"kind": "polls", "reads": 1},
        faults=[{"do": {"kind": "status", "status": 500}, "nth": 1}],
    ) as emulator:
        client = emulator.client(max_retries=0)
        with pytest.raises(ServerError):
            client.regions.list()
        assert len(client.apps.list(page_size=5).to_list()) == 25
        assert seen(emulator)[1:] == ["GET /v1/apps 200"]


def test_snapshots_bring_back_what_was(emulator: Emulator) -> None:
    client = emulator.client()
    kept = client.apps.create(name="kept-app")
    before = emulator.snapshot()
    assert isinstance(before, Snapshot)
    gone = client.apps.create(name="gone-app")
    client.apps.delete(kept)
    emulator.restore(before)
    assert [app.name for app in client.apps.list()] == ["kept-app"]
    with pytest.raises(NotFound):
        client.apps.get(gone)


def test_a_reset_brings_back_the_start(demo: Emulator) -> None:
    client = demo.client()
    client.apps.create(name="extra-app")
    demo.fault(kind="status", status=500)
    demo.reset()
    assert demo.requests() == []
    assert len(client.apps.list().to_list()) == 25


def test_its_state_may_be_kept_in_a_directory(tmp_path: Path) -> None:
    with Emulator(data_dir=tmp_path) as emulator:
        emulator.client().apps.create(name="kept-app")
    with Emulator(data_dir=tmp_path) as emulator:
        assert [app.name for app in emulator.client().apps.list()] == ["kept-app"]


def test_values_of_secrets_are_shown_only_on_request() -> None:
    for keeps in (False, True):
        with Emulator(keep_secret_values=keeps) as emulator, emulator.client() as client:
            app = client.apps.create(name="sales-bi")
            client.secrets.set(app, "PG_PASS", "canary-4p8r6t")
            assert ("canary-4p8r6t" in json.dumps(emulator.state())) is keeps


def test_its_administration_listens_over_http_too(emulator: Emulator) -> None:
    emulator.client().regions.list()
    with urllib.request.urlopen(f"{emulator.url}/_emulator/requests") as reply:
        assert json.load(reply)["requests"] == emulator.requests()


@pytest.mark.parametrize(
    "settings",
    [
        {"seed": "other"},
        {"clock": "noon"},
        {"port": 99999},
        {"progression": {"kind": "sideways"}},
        {"quirks": {"ignore_everything": True}},
        {"rate_limit": 0},
        {"faults": [{"do": {"kind": "explode"}}]},
    ],
)
def test_wrong_settings_are_refused_in_words(settings: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        Emulator(**settings)


def test_wrong_orders_are_refused_in_words(emulator: Emulator) -> None:
    with pytest.raises(ValueError, match="explode"):
        emulator.fault(kind="explode")
    with pytest.raises(LookupError):
        emulator.admin("GET", "nowhere")
    with pytest.raises(ValueError, match="sideways"):
        emulator.set_progression("sideways")


def test_a_port_that_is_taken_is_told(emulator: Emulator) -> None:
    with pytest.raises(ValueError, match=str(emulator.port)):
        Emulator(port=emulator.port)
