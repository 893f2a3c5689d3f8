"""The soak in Python: uses one of the clients at a steady rate, as `tests/soak/README.md` says."""

from __future__ import annotations

import asyncio
import itertools
import json
import sys
import threading
import time
from collections.abc import Coroutine, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypedDict

from spice_cloud import AsyncSpiceCloud, SpiceCloud
from tally import Tally
from worker import Worker

# How often it says how far it has come, in seconds.
REPORT = 5.0


class Plan(TypedDict):
    """What `cargo xtask soak` wants."""

    url: str
    token: str
    client: str
    rate: float
    seconds: float
    at_once: int
    call_limit: float
    mixture: list[str]


class Options(TypedDict):
    """What the client is told; durations are in seconds."""

    token: str
    base_url: str
    timeout: float
    attempt_timeout: float
    connect_timeout: float
    reconcile_timeout: float


def dues(plan: Plan, began: float, number: int) -> Iterator[tuple[str, float]]:
    """The steps of a worker, and when each is due, until the time is up."""
    pause = plan["at_once"] / plan["rate"]
    due = began + number / plan["rate"]
    for step in itertools.islice(itertools.cycle(plan["mixture"]), number * 5, None):
        if max(due, time.perf_counter()) >= began + plan["seconds"]:
            return
        yield step, due
        # What was missed while a fault lasted is made up for within a second, and not all at once.
        due = max(due + pause, time.perf_counter() - 1)


def at_once(coroutine: Coroutine[object, object, None]) -> None:
    """Runs what never has to wait for an event loop."""
    try:
        coroutine.send(None)
    except StopIteration:
        return
    raise RuntimeError("the client that waits wanted an event loop")


@contextmanager
def reports(tally: Tally) -> Generator[None, None, None]:
    """Says from time to time how far it has come."""
    done = threading.Event()

    def report() -> None:
        while not done.wait(REPORT):
            say({"calls": tally.calls})

    thread = threading.Thread(target=report)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def with_threads(plan: Plan, options: Options, tally: Tally) -> None:
    """Works with the client that waits, in threads."""
    with SpiceCloud(**options) as client:
        workers = [Worker(client, tally, number) for number in range(plan["at_once"])]
        for worker in workers:
            at_once(worker.begin())
        say({"ready": True})
        began = time.perf_counter()

        def work(number: int) -> None:
            for step, due in dues(plan, began, number):
                time.sleep(max(0.0, due - time.perf_counter()))
                at_once(workers[number].step(step))

        with reports(tally), ThreadPoolExecutor(len(workers)) as pool:
            for working in [pool.submit(work, number) for number in range(len(workers))]:
                working.result()


async def with_tasks(plan: Plan, options: Options, tally: Tally) -> None:
    """Works with the client of event loops, in tasks."""
    async with AsyncSpiceCloud(**options) as client:
        workers = [Worker(client, tally, number) for number in range(plan["at_once"])]
        for worker in workers:
            await worker.begin()
        say({"ready": True})
        began = time.perf_counter()

        async def work(number: int) -> None:
            for step, due in dues(plan, began, number):
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                await workers[number].step(step)

        with reports(tally):
            await asyncio.gather(*(work(number) for number in range(len(workers))))


def say(line: dict[str, object]) -> None:
    """Says a line of JSON."""
    print(json.dumps(line), flush=True)


def main(argument: str) -> None:
    """Works as the plan says, and tells what came of it."""
    plan: Plan = json.loads(argument)
    tally = Tally(plan["call_limit"])
    options: Options = {
        "token": plan["token"],
        "base_url": plan["url"],
        "timeout": 10,
        "attempt_timeout": 2,
        "connect_timeout": 2,
        "reconcile_timeout": 5,
    }
    if plan["client"] == "sync":
        with_threads(plan, options, tally)
    else:
        asyncio.run(with_tasks(plan, options, tally))
    say(tally.result())


if __name__ == "__main__":
    main(sys.argv[1])
