"""One call in a Python of its own, `once.py sync|async CLIENT URL one|every`: what does it take?

Prints the seconds that the call took and the most memory that the process had, in bytes.
"""

from __future__ import annotations

import sys
from time import perf_counter

from peak import peak


def waiting(name: str, url: str, what: str) -> tuple[int, float]:
    """What came of a call that waits, and after how many seconds."""
    import blocking

    client = blocking.client(name, url)
    began = perf_counter()
    came = client.one() if what == "one" else client.every()
    return came, perf_counter() - began


async def awaited(name: str, url: str, what: str) -> tuple[int, float]:
    """What came of a call in an event loop, and after how many seconds."""
    import asynchronous

    client = await asynchronous.client(name, url)
    began = perf_counter()
    came = await client.one() if what == "one" else await client.every()
    took = perf_counter() - began
    await client.aclose()
    return came, took


def main(face: str, name: str, url: str, what: str) -> None:
    """Makes the call."""
    if face == "sync":
        came, took = waiting(name, url, what)
    else:
        import asyncio

        came, took = asyncio.run(awaited(name, url, what))
    print(came, took, peak())


if __name__ == "__main__":
    main(*sys.argv[1:])
