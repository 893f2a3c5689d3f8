"""Calls per second of one client, whenever the benchmark asks: `worker.py sync|async CLIENT URL`.

It says `ready`, and then answers each line `one|page AT_ONCE SECONDS` with a figure.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import perf_counter

import asynchronous
import blocking

# Before each round: connections that have lain idle for too long are replaced, caches get warm.
WARM_UP = 0.05
EXPECTED = {"one": 1, "page": 100}


def check(came: int, expected: int) -> None:
    """An answer that was not read counts for nothing."""
    if came != expected:
        raise RuntimeError(f"read {came} instead of {expected}")


def in_threads(call: Callable[[], int], expected: int, at_once: int, seconds: float) -> float:
    """Calls per second of so many threads; one alone is the main thread."""
    began = perf_counter()

    def start() -> None:
        nonlocal began
        began = perf_counter()

    everybody = Barrier(at_once, start, timeout=10)

    def work() -> int:
        everybody.wait()
        done = 0
        while perf_counter() - began < seconds:
            check(call(), expected)
            done += 1
        return done

    if at_once == 1:
        done = work()
    else:
        with ThreadPoolExecutor(at_once) as pool:
            done = sum(worker.result() for worker in [pool.submit(work) for _ in range(at_once)])
    return done / (perf_counter() - began)


async def in_tasks(
    call: Callable[[], Awaitable[int]], expected: int, at_once: int, seconds: float
) -> float:
    """Calls per second of so many tasks."""
    began = perf_counter()

    async def work() -> int:
        done = 0
        while perf_counter() - began < seconds:
            check(await call(), expected)
            done += 1
        return done

    done = sum(await asyncio.gather(*(work() for _ in range(at_once))))
    return done / (perf_counter() - began)


Measure = Callable[[str, int, float], float]


def of_threads(name: str, url: str) -> Measure:
    """Measures a client whose calls wait."""
    client = blocking.client(name, url)
    calls = {"one": client.one, "page": client.page}
    return lambda task, at_once, seconds: in_threads(calls[task], EXPECTED[task], at_once, seconds)


def of_tasks(name: str, url: str) -> Measure:
    """Measures a client of event loops, in one loop."""
    loop = asyncio.new_event_loop()
    client = loop.run_until_complete(asynchronous.client(name, url))
    calls = {"one": client.one, "page": client.page}
    return lambda task, at_once, seconds: loop.run_until_complete(
        in_tasks(calls[task], EXPECTED[task], at_once, seconds)
    )


def main(face: str, name: str, url: str) -> None:
    """Measures until nobody asks any more."""
    measure = of_threads(name, url) if face == "sync" else of_tasks(name, url)
    print("ready", flush=True)
    for line in sys.stdin:
        task, at_once, seconds = line.split()
        measure(task, int(at_once), WARM_UP)
        print(measure(task, int(at_once), float(seconds)), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
