"""Lists that come in pages: nothing is fetched before it is wanted, and not much ahead."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Iterator
from itertools import islice
from typing import Any

import pytest

from conftest import Connect
from scenario import Caller
from spice_cloud import App, AsyncSpiceCloud, NotFound, Page, SpiceCloud, ValidationError
from spice_cloud.testing import Emulator


def queries(emulator: Emulator) -> list[str]:
    return [request["query"] for request in emulator.requests()]


def some(caller: Caller, items: Any, count: int) -> list[Any]:
    """The first items of an iterator, which is then left."""
    if caller.kind == "sync":
        return list(islice(items, count))

    async def take() -> list[Any]:
        taken: list[Any] = []
        async for item in items:
            taken.append(item)
            if len(taken) == count:
                break
        return taken

    taken: list[Any] = caller.run(take())
    return taken


def test_a_list_that_nobody_reads_sends_nothing(connect: Connect, demo: Emulator) -> None:
    client = connect(demo).client
    pager = client.apps.list(page_size=5)
    pager.pages()
    repr(pager)
    iter(pager) if isinstance(client, SpiceCloud) else aiter_of(pager)
    assert queries(demo) == []


def aiter_of(pager: Any) -> object:
    return pager.__aiter__()


def test_every_item_comes_once(connect: Connect, demo: Emulator) -> None:
    caller = connect(demo)
    apps = caller.all(caller.client.apps.list(page_size=10))
    assert len({app.id for app in apps}) == len(apps) == 25
    assert all(isinstance(app, App) for app in apps)
    assert queries(demo) == [f"limit=10&offset={offset}" for offset in (0, 10, 20)]


# Fails when iterating fetches the whole list first.
def test_a_list_that_is_left_early_is_not_fetched(connect: Connect, demo: Emulator) -> None:
    caller = connect(demo)
    assert len(some(caller, caller.client.apps.list(page_size=5), 3)) == 3
    gc.collect()
    # One page that was wanted, one that may be on its way, and one that may be fetched ahead of it.
    assert len(queries(demo)) <= 3


def test_a_list_may_be_read_again(connect: Connect, demo: Emulator) -> None:
    caller = connect(demo)
    pager = caller.client.apps.list(page_size=20)
    first = [app.id for app in caller.all(pager)]
    asked = len(queries(demo))
    assert [app.id for app in caller.all(pager)] == first
    assert len(queries(demo)) == 2 * asked


def test_the_first_item_costs_one_request(connect: Connect, demo: Emulator) -> None:
    caller = connect(demo)
    first = caller.run(caller.client.apps.list().first())
    assert first.id == some(caller, caller.client.apps.list(), 1)[0].id
    assert queries(demo)[0] == "limit=1&offset=0"


def test_the_first_of_nothing_is_none(connect: Connect, emulator: Emulator) -> None:
    caller = connect(emulator)
    assert caller.run(caller.client.apps.list().first()) is None
    assert len(queries(emulator)) == 1


@pytest.mark.parametrize(("most", "sent"), [(0, 0), (7, 1), (10, 1), (11, 2), (25, 3), (1000, 3)])
def test_a_list_of_at_most_so_many(connect: Connect, demo: Emulator, most: int, sent: int) -> None:
    caller = connect(demo)
    apps: list[App] = caller.run(caller.client.apps.list(page_size=10).to_list(max=most))
    assert type(apps) is list
    assert len(apps) == min(most, 25)
    assert len(queries(demo)) == sent


def test_the_smaller_limit_counts(connect: Connect, demo: Emulator) -> None:
    caller = connect(demo)
    pager = caller.client.apps.list(limit=4)
    assert len(caller.run(pager.to_list(max=9))) == 4
    assert len(caller.run(pager.to_list(max=2))) == 2
    assert len(caller.run(pager.to_list())) == 4
    assert len(caller.all(pager)) == 4


def test_items_are_passed_over(connect: Connect, demo: Emulator) -> None:
    caller = connect(demo)
    ids = [app.id for app in caller.all(caller.client.apps.list())]
    pager = caller.client.apps.list(page_size=4, offset=10)
    demo.clear_requests()
    # Each time anew, and in any way to walk it.
    for _ in range(2):
        assert [app.id for app in caller.run(pager.to_list(max=6))] == ids[10:16]
    assert caller.run(pager.first()).id == ids[10]
    assert caller.all(pager.pages())[-1].offset == 22
    assert queries(demo)[:2] == ["limit=4&offset=10", "limit=4&offset=14"]
    assert caller.all(caller.client.apps.list(offset=25)) == []


def test_pages_are_whole_and_know_their_place(connect: Connect, demo: Emulator) -> None:
    caller = connect(demo)
    pages = caller.all(caller.client.apps.list(page_size=10).pages())
    assert all(isinstance(page, Page) for page in pages)
    assert [page.offset for page in pages] == [0, 10, 20]
    assert [len(page) for page in pages] == [10, 10, 5]
    assert [len(page.items) for page in pages] == [10, 10, 5]
    assert [app.id for page in pages for app in page] == [
        app.id for app in caller.all(caller.client.apps.list())
    ]
    # Items share what their page tells.
    assert {app.meta.request_id for app in pages[0]} == {pages[0].meta.request_id}
    assert pages[0].meta.attempts == 1


def test_a_failure_on_the_way_ends_the_list(connect: Connect, demo: Emulator) -> None:
    caller = connect(demo)
    demo.fault("GET", "/v1/apps", kind="status", status=404, nth=2)
    seen: list[int] = []

    def take(apps: Iterator[App]) -> None:
        for app in apps:
            seen.append(app.id)

    async def take_later(apps: AsyncIterator[App]) -> None:
        async for app in apps:
            seen.append(app.id)

    pager = caller.client.apps.list(page_size=20)
    with pytest.raises(NotFound) as failed:
        take(iter(pager)) if caller.kind == "sync" else caller.run(take_later(pager))
    assert len(seen) == 20
    assert failed.value.next_offset == 20
    rest = caller.all(caller.client.apps.list(page_size=20, offset=failed.value.next_offset))
    assert seen + [app.id for app in rest] == [app.id for app in caller.all(pager)]


@pytest.mark.parametrize(
    "arguments",
    [
        {"page_size": 0},
        {"page_size": 1001},
        {"page_size": "5"},
        {"page_size": True},
        {"page_size": -1},
        {"offset": -1},
        {"offset": "20"},
        {"limit": -1},
        {"limit": 1.5},
    ],
)
def test_wrong_limits_are_refused(
    connect: Connect, demo: Emulator, arguments: dict[str, Any]
) -> None:
    caller = connect(demo)
    with pytest.raises(ValidationError) as refused:
        caller.all(caller.client.apps.list(**arguments))
    assert refused.value.field_errors.keys() == arguments.keys()
    assert queries(demo) == []


def test_filters_are_sent(connect: Connect, demo: Emulator) -> None:
    caller = connect(demo)
    app = caller.run(caller.client.apps.find("orders-api"))
    demo.clear_requests()
    listed = caller.all(caller.client.deployments.list(app, status="succeeded"))
    assert {str(deployment.status) for deployment in listed} == {"succeeded"}
    assert "status=succeeded" in queries(demo)[0]


def test_an_asynchronous_list_is_no_coroutine(demo: Emulator) -> None:
    async def main() -> None:
        client = AsyncSpiceCloud(demo.token, base_url=demo.url)
        ids = [app.id async for app in client.apps.list()]
        assert len(ids) == 25
        iterator = client.apps.list(page_size=5).pages()
        await iterator.__anext__()
        await iterator.aclose()
        with pytest.raises(StopAsyncIteration):
            await iterator.__anext__()

    asyncio.run(main())
