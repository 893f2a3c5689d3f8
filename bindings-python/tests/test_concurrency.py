"""Many calls at once: each gets its own answer."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from spice_cloud import AsyncSpiceCloud, NotFound, SpiceCloud, Token
from spice_cloud.testing import Emulator
from support.emulators import seen
from support.server import PATIENCE, Exchange, RawServer, answer

THREADS, TASKS = 32, 200


@pytest.fixture
def numbered() -> Iterator[RawServer]:
    """A server whose apps have the number that was asked for; each seventh is missing."""

    def script(exchange: Exchange) -> bytes:
        number = int(exchange.request.path.rpartition("/")[2])
        if number % 7 == 0:
            return answer(404, {"error": f"no app {number}"})
        return answer(200, {"id": number, "name": f"app-{number}"})

    with RawServer(script) as server:
        yield server


def check(number: int, name: str) -> None:
    assert name == f"app-{number}"


def test_threads_get_their_own_answers(numbered: RawServer) -> None:
    ready = threading.Barrier(THREADS)

    def work(first: int) -> int:
        ready.wait(PATIENCE)
        for number in range(first, first + 20):
            if number % 7 == 0:
                with pytest.raises(NotFound, match=f"no app {number}"):
                    client.apps.get(number)
            else:
                check(number, client.apps.get(number).name)
        return 20

    with (
        SpiceCloud("example-token", base_url=numbered.url) as client,
        ThreadPoolExecutor(THREADS) as pool,
    ):
        done = sum(pool.map(work, range(1, THREADS * 20, 20)))
    assert done == len(numbered.requests) == THREADS * 20


def test_tasks_get_their_own_answers(numbered: RawServer) -> None:
    async def work(client: AsyncSpiceCloud, first: int) -> int:
        for number in range(first, first + 4):
            if number % 7 == 0:
                with pytest.raises(NotFound, match=f"no app {number}"):
                    await client.apps.get(number)
            else:
                check(number, (await client.apps.get(number)).name)
        return 4

    async def main() -> int:
        async with AsyncSpiceCloud("example-token", base_url=numbered.url) as client:
            starts = range(1, TASKS * 4, 4)
            return sum(await asyncio.gather(*(work(client, first) for first in starts)))

    assert asyncio.run(main()) == len(numbered.requests) == TASKS * 4


def test_tasks_that_are_cancelled_among_others_disturb_nobody(numbered: RawServer) -> None:
    async def main() -> None:
        async with AsyncSpiceCloud("example-token", base_url=numbered.url) as client:
            numbers = [number for number in range(1, 301) if number % 7]
            calls = [asyncio.create_task(client.apps.get(number)) for number in numbers]
            await asyncio.sleep(0)
            for call in calls[::3]:
                call.cancel()
            answers = await asyncio.gather(*calls, return_exceptions=True)
        for index, (number, got) in enumerate(zip(numbers, answers, strict=True)):
            if index % 3 == 0:
                assert isinstance(got, asyncio.CancelledError)
            else:
                assert not isinstance(got, BaseException), got
                check(number, got.name)

    asyncio.run(main())


def test_calls_at_once_share_one_token(emulator: Emulator) -> None:
    asked = 0

    def provide() -> Token:
        nonlocal asked
        asked += 1
        return Token(emulator.token, expires_in=3600)

    with (
        SpiceCloud(base_url=emulator.url, token_provider=provide) as client,
        ThreadPoolExecutor(THREADS) as pool,
    ):
        for call in [pool.submit(client.regions.list) for _ in range(200)]:
            call.result(PATIENCE)
    assert asked == 1
    assert seen(emulator) == ["GET /v1/regions 200"] * 200


def test_no_more_requests_are_on_their_way_than_may_be(slow: RawServer) -> None:
    async def main() -> None:
        client = AsyncSpiceCloud("example-token", base_url=slow.url, max_in_flight=3)
        async with client:
            calls = [asyncio.create_task(client.regions.list()) for _ in range(10)]
            await asyncio.to_thread(slow.wait_for_requests, 3)
            # A fourth would have had all the time of this call.
            other = AsyncSpiceCloud("example-token", base_url=slow.url, timeout=0.1)
            await asyncio.gather(other.orgs.list(), return_exceptions=True)
            assert [request.path for request in slow.requests].count("/v1/regions") == 3
            slow.go_on()
            await asyncio.gather(*calls)
            await other.aclose()

    asyncio.run(main())


def test_many_clients_at_once() -> None:
    with Emulator() as emulator, ThreadPoolExecutor(8) as pool:

        def work(_: int) -> str | None:
            with emulator.client() as client:
                return client.regions.list().default

        assert set(pool.map(work, range(64))) == {"us-west-2"}
