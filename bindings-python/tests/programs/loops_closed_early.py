"""Closes 200 event loops while calls wait for their answers, which then come too late."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import Coroutine
from typing import Any

from spice_cloud import AsyncSpiceCloud
from support.loops import NoReaders

CLIENT = AsyncSpiceCloud()
# Calls that no loop will ever look at again are kept, so that their answers do come.
KEPT: list[Coroutine[Any, Any, object]] = []


def new_loop() -> asyncio.AbstractEventLoop:
    """The kind of loop that is asked for."""
    if "uvloop" in sys.argv:
        import uvloop

        return uvloop.new_event_loop()
    return NoReaders() if "no-readers" in sys.argv else asyncio.new_event_loop()


async def leave_a_task(turns: int) -> None:
    """Ends while a task waits; the caller cancels it."""
    task = asyncio.ensure_future(CLIENT.regions.list())
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()


async def leave_a_call(turns: int) -> None:
    """Ends while a call waits that is no task and that nobody cancels."""
    call = CLIENT.regions.list()
    # The first answers may be there before anybody waits.
    with contextlib.suppress(StopIteration):
        call.send(None)
    KEPT.append(call)
    for _ in range(turns):
        await asyncio.sleep(0)


LEAVE = leave_a_call if "half-run" in sys.argv else leave_a_task
for number in range(200):
    loop = new_loop()
    # The answer comes before, while and after the loop is closed.
    loop.run_until_complete(LEAVE(number % 20))
    loop.close()
# The client is as good as ever.
assert asyncio.run(CLIENT.regions.list()).default == "us-west-2"
print("200 loops")
