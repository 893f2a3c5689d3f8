"""Blocking calls wait without the GIL: other threads go on, and calls overlap."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue
from typing import Any

import pytest

from spice_cloud import SpiceCloud, SpiceCloudError
from support.server import PATIENCE, RawServer, answer, usual

# A call that holds the GIL keeps the server of the same process from answering: it ends as a
# Timeout after this many seconds, and the tests fail.
LIMIT = 5.0

# A wait outlasts a server that goes away, but not this.
SHORT: dict[str, Any] = {"timeout": 0.5, "poll_interval": 0.1}


def client_of(server: RawServer) -> SpiceCloud:
    return SpiceCloud("example-token", base_url=server.url, timeout=LIMIT, max_retries=0)


def test_an_unrelated_thread_goes_on_while_a_call_waits(slow: RawServer) -> None:
    # Fails when `Call.wait` keeps the GIL: nobody would count, and nobody would answer.
    counted = 0

    def count() -> None:
        nonlocal counted
        slow.wait_for_requests(1)
        for _ in range(100_000):
            counted += 1
        slow.go_on()

    with client_of(slow) as client, ThreadPoolExecutor(1) as pool:
        counting = pool.submit(count)
        assert client.regions.list().default == "us-west-2"
        assert counted == 100_000
        counting.result(PATIENCE)


def test_calls_of_two_threads_overlap(slow: RawServer) -> None:
    # Fails when calls wait for one another: the server answers none before both are there.
    with client_of(slow) as client, ThreadPoolExecutor(2) as pool:
        calls = [pool.submit(client.regions.list) for _ in range(2)]
        slow.wait_for_requests(2)
        slow.go_on()
        assert [call.result(PATIENCE).default for call in calls] == ["us-west-2"] * 2


WAYS: dict[str, Callable[[SpiceCloud], object]] = {
    "pager": lambda client: list(client.apps.list()),
    "pages": lambda client: list(client.apps.list().pages()),
    "first": lambda client: client.apps.list().first(),
    "watch": lambda client: list(client.deployments.watch(7, 8, **SHORT)),
    "wait": lambda client: client.deployments.wait(7, 8, **SHORT),
    "request": lambda client: client.request("GET", "/v1/regions"),
}


@pytest.mark.parametrize("call", WAYS.values(), ids=WAYS)
def test_every_way_to_wait_lets_other_threads_go_on(
    call: Callable[[SpiceCloud], object], slow: RawServer
) -> None:
    told: SimpleQueue[str] = SimpleQueue()

    def watch() -> None:
        slow.wait_for_requests(1)
        told.put("another thread went on")
        slow.close()

    # The server goes away instead of answering: what the call makes of it is not the point.
    with client_of(slow) as client, ThreadPoolExecutor(1) as pool:
        watching = pool.submit(watch)
        with pytest.raises(SpiceCloudError):
            call(client)
        assert told.get(timeout=PATIENCE) == "another thread went on"
        watching.result(PATIENCE)


def test_a_client_is_built_without_holding_up_other_threads() -> None:
    # Threads that build clients at once neither wait for ever nor share what they should not.
    ready = threading.Barrier(8)

    def build(number: int) -> str:
        ready.wait(PATIENCE)
        with SpiceCloud("example-token", base_url=f"http://127.0.0.1:{number}") as client:
            return repr(client)

    with ThreadPoolExecutor(8) as pool:
        built = list(pool.map(build, range(1, 9)))
    assert len(set(built)) == 8


def test_a_client_is_used_by_threads_that_did_not_make_it() -> None:
    # Nothing in native code is bound to a thread.
    with RawServer(lambda exchange: usual(exchange.request)) as server:
        client = client_of(server)
        pager = client.apps.list()
        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(client.regions.list).result(PATIENCE).default == "us-west-2"
            assert pool.submit(pager.first).result(PATIENCE) is None
            pool.submit(client.close).result(PATIENCE)


def test_threads_may_share_an_iterator() -> None:
    def page(target: str) -> bytes:
        first = int(target.partition("offset=")[2])
        numbers = range(first, min(first + 50, 100))
        return answer(200, {"apps": [{"id": n, "name": f"app-{n}"} for n in numbers]})

    with RawServer(lambda exchange: page(exchange.request.target)) as server:
        client = client_of(server)
        apps = iter(client.apps.list(page_size=50))
        lock = threading.Lock()

        def take() -> list[int]:
            taken: list[int] = []
            while True:
                with lock:
                    app = next(apps, None)
                if app is None:
                    return taken
                taken.append(app.id)

        with ThreadPoolExecutor(4) as pool:
            takers = [pool.submit(take) for _ in range(4)]
        assert sorted(number for taker in takers for number in taker.result()) == list(range(100))
        client.close()
