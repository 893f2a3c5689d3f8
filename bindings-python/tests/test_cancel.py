"""A call of the asynchronous client that is given up drops its request: the server sees it go."""

from __future__ import annotations

import asyncio
import gc
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import pytest

from spice_cloud import AsyncSpiceCloud
from support.server import PATIENCE, Exchange, RawServer, answer, usual

Call = Callable[[AsyncSpiceCloud], Coroutine[Any, Any, object]]


def client_of(server: RawServer) -> AsyncSpiceCloud:
    return AsyncSpiceCloud("example-token", base_url=server.url)


async def happened(wait: Callable[[], None]) -> None:
    """Waits in another thread, so that the loop goes on."""
    await asyncio.wait_for(asyncio.to_thread(wait), PATIENCE)


async def drain(client: AsyncSpiceCloud) -> None:
    async for _ in client.apps.list():
        continue


async def follow(client: AsyncSpiceCloud) -> None:
    async for _ in client.deployments.watch(7, 8):
        continue


CALLS: dict[str, Call] = {
    "read": lambda client: client.regions.list(),
    "list": drain,
    "first": lambda client: client.apps.list().first(),
    "watch": follow,
    "wait": lambda client: client.deployments.wait(7, 8),
    "request": lambda client: client.request("GET", "/v1/regions"),
}


# Fails when cancelling a task only forgets the call: the server would never see the peer go.
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_cancelling_a_task_drops_its_request(call: Call, slow: RawServer) -> None:
    async def main() -> None:
        async with client_of(slow) as client:
            task = asyncio.create_task(call(client))
            await happened(lambda: slow.wait_for_requests(1))
            assert slow.gone == []
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            await happened(slow.wait_for_gone)

    asyncio.run(main())


def test_a_limit_of_asyncio_drops_the_request(slow: RawServer) -> None:
    # Fails when CancelledError is swallowed, or becomes an error of the SDK.
    async def main() -> None:
        async with client_of(slow) as client:
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(client.regions.list(), 0.05)
            await happened(slow.wait_for_gone)

    asyncio.run(main())


def test_other_calls_of_the_client_go_on(slow: RawServer) -> None:
    async def main() -> None:
        async with client_of(slow) as client:
            given_up = asyncio.create_task(client.regions.list())
            kept = asyncio.create_task(client.orgs.list())
            await happened(lambda: slow.wait_for_requests(2))
            given_up.cancel()
            await happened(slow.wait_for_gone)
            slow.go_on()
            assert [org.name for org in await kept] == ["acme"]
            assert (await client.regions.list()).default == "us-west-2"

    asyncio.run(main())


def test_an_answer_that_comes_as_a_task_is_cancelled_disturbs_nobody() -> None:
    # Fails when an answer is handed to a future that is cancelled already: the loop would tell.
    told: list[dict[str, Any]] = []

    async def main(server: RawServer) -> None:
        asyncio.get_running_loop().set_exception_handler(lambda _, what: told.append(what))
        async with client_of(server) as client:
            for _ in range(50):
                task = asyncio.create_task(client.regions.list())
                await asyncio.sleep(0)
                # The loop is held up, so that the answer is there when it goes on.
                time.sleep(0.002)
                await asyncio.sleep(0)
                task.cancel()
                await asyncio.gather(task, return_exceptions=True)

    with RawServer(lambda exchange: usual(exchange.request)) as server:
        asyncio.run(main(server))
    assert told == []


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [
        record.getMessage()
        for record in caplog.records
        if record.name == "spice_cloud" and record.levelno == logging.WARNING
    ]


def test_a_cancelled_change_is_told_once(slow: RawServer, caplog: pytest.LogCaptureFixture) -> None:
    # Fails when the log is not emptied after a cancellation, or says nothing of changes.
    async def main() -> None:
        async with client_of(slow) as client:
            task = asyncio.create_task(client.apps.create(name="sales-bi"))
            await happened(lambda: slow.wait_for_requests(1))
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(main())
    told = warnings(caplog)
    assert len(told) == 1
    assert "apps.create" in told[0]
    assert "sales-bi" not in told[0]


def test_a_cancelled_read_is_not_worth_a_warning(
    slow: RawServer, caplog: pytest.LogCaptureFixture
) -> None:
    async def main() -> None:
        async with client_of(slow) as client:
            task = asyncio.create_task(client.apps.get(7))
            await happened(lambda: slow.wait_for_requests(1))
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task

    asyncio.run(main())
    assert warnings(caplog) == []


def test_a_change_that_is_cancelled_before_it_starts_sends_nothing(
    slow: RawServer, caplog: pytest.LogCaptureFixture
) -> None:
    async def main() -> None:
        async with client_of(slow) as client:
            task = asyncio.create_task(client.apps.create(name="sales-bi"))
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            slow.go_on()
            await client.regions.list()

    asyncio.run(main())
    assert [request.path for request in slow.requests] == ["/v1/regions"]
    assert warnings(caplog) == []


def test_a_call_that_nobody_awaits_sends_nothing() -> None:
    # Fails when calling the method starts the call, instead of awaiting what it gives.
    async def main(server: RawServer) -> None:
        async with client_of(server) as client:
            client.apps.create(name="sales-bi").close()
            client.apps.list()
            client.deployments.watch(7, 8)
            await client.regions.list()

    with RawServer(lambda exchange: usual(exchange.request)) as server:
        asyncio.run(main(server))
        assert [request.path for request in server.requests] == ["/v1/regions"]


def begin(call: Coroutine[Any, Any, object]) -> Awaitable[object]:
    """Runs a call until it waits for its answer."""
    waiting = call.send(None)
    assert waiting is not None
    return call


# Fails when a call is kept alive by what wakes it.
@pytest.mark.parametrize("ending", ["close", "collect"])
def test_a_half_run_call_that_is_thrown_away_drops_its_request(
    slow: RawServer, ending: str
) -> None:
    async def main() -> None:
        async with client_of(slow) as client:
            call = client.regions.list()
            begin(call)
            await happened(lambda: slow.wait_for_requests(1))
            assert slow.gone == []
            if ending == "close":
                call.close()
            else:
                del call
                gc.collect()
            await happened(slow.wait_for_gone)

    asyncio.run(main())


def test_an_iterator_that_is_left_early_drops_what_it_fetches() -> None:
    # Fails when the page that is fetched ahead outlives the loop that wanted it.
    page = {"apps": [{"id": number, "name": f"app-{number}"} for number in range(20)]}

    def script(exchange: Exchange) -> bytes | None:
        if exchange.request.target.endswith("offset=0"):
            return answer(200, page)
        exchange.held()
        return None

    async def main(server: RawServer) -> None:
        async with client_of(server) as client:
            apps = client.apps.list(page_size=20).__aiter__()
            assert (await apps.__anext__()).id == 0
            await happened(lambda: server.wait_for_requests(2))
            assert server.gone == []
            del apps
            gc.collect()
            await happened(server.wait_for_gone)

    with RawServer(script) as server:
        asyncio.run(main(server))
