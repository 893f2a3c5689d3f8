"""Clients are closed once and for all, and end what is on its way."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import pytest

from conftest import Connect
from spice_cloud import AsyncSpiceCloud, ClientClosed, SpiceCloud
from spice_cloud.testing import Emulator
from support.emulators import seen
from support.server import PATIENCE, RawServer


def test_closing_twice_does_no_harm(connect: Connect, emulator: Emulator) -> None:
    caller = connect(emulator)
    client = caller.client
    for _ in range(3):
        caller.run(client.close() if caller.kind == "sync" else client.aclose())


def test_after_closing_everything_is_refused(connect: Connect, emulator: Emulator) -> None:
    caller = connect(emulator)
    client = caller.client
    pager, copy = client.apps.list(), client.with_options(timeout=5)
    caller.run(client.close() if caller.kind == "sync" else client.aclose())
    for refused in (
        lambda: caller.run(client.regions.list()),
        lambda: caller.all(pager),
        lambda: caller.run(pager.first()),
        lambda: caller.all(client.deployments.watch(1, 2)),
        lambda: caller.run(client.request("GET", "/v1/regions")),
        # Copies share what was closed.
        lambda: caller.run(copy.regions.list()),
    ):
        with pytest.raises(ClientClosed):
            refused()
    assert seen(emulator) == []


def test_a_client_is_a_context_manager(emulator: Emulator) -> None:
    with SpiceCloud(emulator.token, base_url=emulator.url) as client:
        assert isinstance(client, SpiceCloud)
        client.regions.list()
    with pytest.raises(ClientClosed):
        client.regions.list()


def test_an_asynchronous_client_is_one_too(emulator: Emulator) -> None:
    async def main() -> None:
        async with AsyncSpiceCloud(emulator.token, base_url=emulator.url) as client:
            assert isinstance(client, AsyncSpiceCloud)
            await client.regions.list()
        with pytest.raises(ClientClosed):
            await client.regions.list()

    asyncio.run(main())


def test_an_error_inside_is_not_swallowed(emulator: Emulator) -> None:
    async def main() -> None:
        async with AsyncSpiceCloud(emulator.token, base_url=emulator.url):
            raise LookupError

    with pytest.raises(LookupError), SpiceCloud(emulator.token, base_url=emulator.url):
        raise LookupError
    with pytest.raises(LookupError):
        asyncio.run(main())


def test_closing_ends_a_call_of_another_thread(slow: RawServer) -> None:
    # Fails when closing only refuses what comes later.
    client = SpiceCloud("example-token", base_url=slow.url)
    with ThreadPoolExecutor(1) as pool:
        call = pool.submit(client.regions.list)
        slow.wait_for_requests(1)
        client.close()
        with pytest.raises(ClientClosed):
            call.result(PATIENCE)
    slow.wait_for_gone()


def test_closing_ends_a_call_of_another_task(slow: RawServer) -> None:
    async def main() -> None:
        client = AsyncSpiceCloud("example-token", base_url=slow.url)
        call = asyncio.create_task(client.regions.list())
        await asyncio.to_thread(slow.wait_for_requests, 1)
        await client.aclose()
        with pytest.raises(ClientClosed):
            await asyncio.wait_for(call, PATIENCE)
        await asyncio.to_thread(slow.wait_for_gone)

    asyncio.run(main())


def test_a_client_without_an_event_loop_can_be_thrown_away(emulator: Emulator) -> None:
    # Neither making nor dropping a client needs a loop.
    for _ in range(50):
        AsyncSpiceCloud(emulator.token, base_url=emulator.url)
