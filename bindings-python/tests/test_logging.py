"""What the SDK tells `logging` and the hook `on_request`: routes, statuses and times."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue

import pytest

from conftest import Connect
from spice_cloud import AsyncSpiceCloud, NotFound, RequestEvent, SpiceCloud
from spice_cloud.testing import Emulator
from support.processes import environment, run
from support.server import PATIENCE, RawServer


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> Callable[[], list[tuple[str, str]]]:
    """What was logged so far, as levels and words."""

    def records() -> list[tuple[str, str]]:
        mine = [record for record in caplog.records if record.name == "spice_cloud"]
        return [(record.levelname, record.getMessage()) for record in mine]

    return records


Told = Callable[[], list[tuple[str, str]]]


def test_each_attempt_is_told_at_its_level(
    connect: Connect, emulator: Emulator, caplog: pytest.LogCaptureFixture, told: Told
) -> None:
    caplog.set_level(logging.DEBUG, "spice_cloud")
    caller = connect(emulator, _time_scale=100, timeout=6000, attempt_timeout=3000)
    emulator.fault("GET", "/v1/regions", kind="status", status=500, times=1)
    caller.run(caller.client.regions.list())
    with pytest.raises(NotFound):
        caller.run(caller.client.apps.get(404404))
    assert [level for level, _ in told()] == ["INFO", "DEBUG", "WARNING"]
    retried, succeeded, failed = (words for _, words in told())
    assert "regions.list GET /v1/regions: 500" in retried
    assert "again in" in retried
    assert "regions.list GET /v1/regions: 200" in succeeded
    assert "apps.get GET /v1/apps/{app_id}: 404" in failed
    assert "404404" not in caplog.text


def test_records_hold_the_facts_as_data(
    connect: Connect, emulator: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "spice_cloud")
    caller = connect(emulator)
    caller.run(caller.client.regions.list())
    facts = vars(caplog.records[-1])["spice_cloud"]
    expected = {"event": "request", "operation": "regions.list", "status": 200, "outcome": "ok"}
    assert {name: facts[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("level", "count"),
    [(logging.DEBUG, 3), (logging.INFO, 2), (logging.WARNING, 1), (logging.CRITICAL, 0)],
)
def test_only_what_weighs_enough_is_told(
    connect: Connect,
    emulator: Emulator,
    caplog: pytest.LogCaptureFixture,
    told: Told,
    level: int,
    count: int,
) -> None:
    caplog.set_level(level, "spice_cloud")
    caller = connect(emulator, _time_scale=100, timeout=6000, attempt_timeout=3000)
    emulator.fault("GET", "/v1/regions", kind="status", status=500, times=1)
    caller.run(caller.client.regions.list())
    with pytest.raises(NotFound):
        caller.run(caller.client.apps.get(1))
    assert len(told()) == count


def test_a_level_counts_from_when_it_is_set(
    connect: Connect, emulator: Emulator, caplog: pytest.LogCaptureFixture, told: Told
) -> None:
    caller = connect(emulator)
    caller.run(caller.client.regions.list())
    caplog.set_level(logging.DEBUG, "spice_cloud")
    caller.run(caller.client.regions.list())
    caplog.set_level(logging.WARNING, "spice_cloud")
    caller.run(caller.client.regions.list())
    assert len(told()) == 1


def test_fetching_a_token_is_told(
    connect: Connect, emulator: Emulator, caplog: pytest.LogCaptureFixture, told: Told
) -> None:
    caplog.set_level(logging.INFO, "spice_cloud")
    caller = connect(emulator, client_id=emulator.client_id, client_secret=emulator.client_secret)
    caller.run(caller.client.regions.list())
    assert [words.split(" in ")[0] for _, words in told()] == ["token: ok"]


def test_the_hook_is_told_of_each_attempt_in_order(connect: Connect, emulator: Emulator) -> None:
    events: list[RequestEvent] = []
    caller = connect(
        emulator, on_request=events.append, _time_scale=100, timeout=6000, attempt_timeout=3000
    )
    emulator.fault("GET", "/v1/regions", kind="status", status=503, times=2)
    caller.run(caller.client.regions.list())
    with pytest.raises(NotFound):
        caller.run(caller.client.apps.get(1))
    assert [(event.operation, event.attempt, event.status) for event in events] == [
        ("regions.list", 1, 503),
        ("regions.list", 2, 503),
        ("regions.list", 3, 200),
        ("apps.get", 1, 404),
    ]
    assert [event.retry_in is None for event in events] == [False, False, True, True]
    assert [event.outcome for event in events] == ["ServerError", "ServerError", "ok", "NotFound"]
    assert {event.path for event in events} == {"/v1/regions", "/v1/apps/{app_id}"}
    assert all(event.took > 0 and event.request_id for event in events)


def test_the_hook_is_called_in_the_thread_of_the_caller(emulator: Emulator) -> None:
    # Fails when a thread of the SDK calls Python.
    threads: list[int] = []
    client = SpiceCloud(
        emulator.token,
        base_url=emulator.url,
        on_request=lambda _: threads.append(threading.get_ident()),
    )

    def call() -> int:
        client.regions.list()
        return threading.get_ident()

    with ThreadPoolExecutor(1) as pool:
        assert [pool.submit(call).result(PATIENCE), call()] == threads


def test_a_hook_that_fails_breaks_nothing(
    connect: Connect, emulator: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: RequestEvent) -> None:
        raise LookupError("in the hook")

    caller = connect(emulator, on_request=fail)
    assert caller.run(caller.client.regions.list()).default == "us-west-2"
    told = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert len(told) == 1
    assert told[0].exc_info is not None and told[0].exc_info[0] is LookupError


def test_a_hook_may_make_calls(emulator: Emulator) -> None:
    events: list[str] = []

    def ask(event: RequestEvent) -> None:
        events.append(event.operation)
        if len(events) == 1:
            client.orgs.list()

    client = SpiceCloud(emulator.token, base_url=emulator.url, on_request=ask)
    client.regions.list()
    client.clusters.list()
    assert events[0] == "regions.list"
    assert events[-1] == "clusters.list"


def test_a_handler_that_makes_calls_ends(
    emulator: Emulator, caplog: pytest.LogCaptureFixture
) -> None:
    # Fails when lines of calls that a handler makes are handed on to it again and again.
    caplog.set_level(logging.DEBUG, "spice_cloud")
    client = SpiceCloud(emulator.token, base_url=emulator.url)

    class Asking(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if len(caplog.records) < 5:
                client.orgs.list()

    handler = Asking()
    logging.getLogger("spice_cloud").addHandler(handler)
    try:
        client.regions.list()
    finally:
        logging.getLogger("spice_cloud").removeHandler(handler)


def test_a_waiting_task_tells_of_its_retries_as_they_happen(
    emulator: Emulator, slow: RawServer
) -> None:
    # Fails when lines are handed on only at the end of a call.
    async def main() -> None:
        first = asyncio.Event()
        client = AsyncSpiceCloud(
            "example-token",
            base_url=slow.url,
            attempt_timeout=0.05,
            on_request=lambda _: first.set(),
        )
        call = asyncio.create_task(client.regions.list())
        await asyncio.wait_for(first.wait(), PATIENCE)
        assert not call.done()
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)

    logger = logging.getLogger("spice_cloud")
    logger.setLevel(logging.DEBUG)
    try:
        asyncio.run(main())
    finally:
        logger.setLevel(logging.NOTSET)


def test_lines_of_many_threads_are_all_told(emulator: Emulator) -> None:
    events: SimpleQueue[RequestEvent] = SimpleQueue()
    with (
        SpiceCloud(emulator.token, base_url=emulator.url, on_request=events.put) as client,
        ThreadPoolExecutor(8) as pool,
    ):
        for call in [pool.submit(client.regions.list) for _ in range(200)]:
            call.result(PATIENCE)
    assert events.qsize() == 200


@pytest.mark.parametrize("way", ["quiet", "debug"])
def test_nothing_is_printed_unless_it_is_asked_for(emulator: Emulator, way: str) -> None:
    # Fails when the package adds a handler, or sets a level, for others.
    emulator.fault("GET", "/v1/orgs", kind="status", status=500, times=1)
    ended = run("logs", way, env=environment(emulator.url, emulator.token))
    assert (ended.returncode, ended.stdout) == (0, "NotFound\n")
    lines = ended.stderr.splitlines()
    if way == "quiet":
        assert lines == []
    else:
        assert [line.split(":")[0] for line in lines] == ["INFO", "DEBUG", "WARNING"]
