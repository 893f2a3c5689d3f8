"""One asynchronous client in every kind of event loop, one after the other or at once."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
import trio
import uvloop

from spice_cloud import AsyncSpiceCloud, NotFound
from spice_cloud.testing import Emulator
from support.loops import NoReaders
from support.processes import environment, run_well
from support.server import PATIENCE, RawServer, slow_server

Work = Callable[[], Coroutine[Any, Any, None]]


def client_of(server: Emulator | RawServer) -> AsyncSpiceCloud:
    return AsyncSpiceCloud("example-token", base_url=server.url)


@pytest.fixture
def client(demo: Emulator) -> AsyncSpiceCloud:
    return AsyncSpiceCloud(demo.token, base_url=demo.url)


async def session(client: AsyncSpiceCloud) -> None:
    """A bit of everything: a call, several at once, a list, an error."""
    assert (await client.regions.list()).default == "us-west-2"
    both = [await call for call in (client.orgs.list(), client.clusters.list())]
    assert [len(items) for items in both] == [2, 0]
    assert len([app async for app in client.apps.list(page_size=20)]) == 25
    with pytest.raises(NotFound):
        await client.apps.get(404404)


async def crowd(client: AsyncSpiceCloud) -> None:
    await asyncio.gather(*(session(client) for _ in range(5)))


def test_several_loops_one_after_the_other(client: AsyncSpiceCloud) -> None:
    # Fails when what wakes calls is bound to the loop of the first call.
    for _ in range(5):
        asyncio.run(session(client))
        asyncio.run(crowd(client))


def test_loops_in_threads_at_once(client: AsyncSpiceCloud) -> None:
    # Fails when what wakes calls is one for the whole process.
    with ThreadPoolExecutor(4) as pool:
        for ended in [pool.submit(asyncio.run, crowd(client)) for _ in range(4)]:
            ended.result(PATIENCE)


def test_one_loop_used_again(client: AsyncSpiceCloud) -> None:
    loop = asyncio.new_event_loop()
    for _ in range(3):
        loop.run_until_complete(session(client))
    loop.close()


def test_the_loop_goes_on_while_calls_wait() -> None:
    async def main(server: RawServer) -> None:
        async with client_of(server) as client:
            calls = [asyncio.create_task(client.regions.list()) for _ in range(3)]
            await asyncio.to_thread(server.wait_for_requests, 3)
            assert not any(call.done() for call in calls)
            server.go_on()
            assert [(await call).default for call in calls] == ["us-west-2"] * 3

    with slow_server() as server:
        asyncio.run(main(server))


def test_uvloop(client: AsyncSpiceCloud) -> None:
    for _ in range(3):
        loop = uvloop.new_event_loop()
        loop.run_until_complete(crowd(client))
        loop.close()


def test_trio(client: AsyncSpiceCloud) -> None:
    async def main() -> None:
        async with trio.open_nursery() as nursery:
            for _ in range(5):
                nursery.start_soon(session, client)

    for _ in range(3):
        trio.run(main)


def test_trio_drops_what_it_cancels(slow: RawServer) -> None:
    async def main() -> None:
        client = client_of(slow)
        async with trio.open_nursery() as nursery:
            nursery.start_soon(client.regions.list)
            await trio.to_thread.run_sync(slow.wait_for_requests, 1)
            nursery.cancel_scope.cancel()
        await trio.to_thread.run_sync(slow.wait_for_gone)
        await client.aclose()

    trio.run(main)


def test_trio_after_asyncio(client: AsyncSpiceCloud) -> None:
    asyncio.run(session(client))
    trio.run(session, client)
    asyncio.run(session(client))


def test_without_a_loop_the_words_are_clear(client: AsyncSpiceCloud) -> None:
    call = client.regions.list()
    with pytest.raises(RuntimeError, match="running event loop") as refused:
        call.send(None)
    assert "SpiceCloud" in str(refused.value)


def run_without_readers(work: Coroutine[Any, Any, None]) -> None:
    loop = NoReaders()
    loop.run_until_complete(work)
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()


# Fails when there is no fallback for loops without `add_reader`.
def test_a_loop_that_cannot_watch_pipes(client: AsyncSpiceCloud) -> None:
    for _ in range(3):
        run_without_readers(crowd(client))


def test_such_a_loop_drops_what_it_cancels(slow: RawServer) -> None:
    async def main() -> None:
        async with client_of(slow) as client:
            task = asyncio.create_task(client.regions.list())
            await asyncio.to_thread(slow.wait_for_requests, 1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await asyncio.to_thread(slow.wait_for_gone)

    run_without_readers(main())


# Fails when an answer that comes after the loop was closed reaches for the loop: that shows on
# stderr, as `Event loop is closed`.
@pytest.mark.parametrize("way", ["task", "half-run", "half-run no-readers", "uvloop"])
def test_a_loop_that_is_closed_while_calls_wait(demo: Emulator, way: str) -> None:
    env = environment(demo.url, demo.token)
    assert run_well("loops_closed_early", *way.split(), env=env) == "200 loops\n"
