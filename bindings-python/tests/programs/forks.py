"""Forks three children, before or after the client is used, or in a loop; all use it."""

from __future__ import annotations

import asyncio
import os
import sys

from spice_cloud import AsyncSpiceCloud, SpiceCloud

CLIENT = SpiceCloud() if sys.argv[1] == "sync" else AsyncSpiceCloud()


def use() -> str | None:
    """A call of the client."""
    if isinstance(CLIENT, SpiceCloud):
        return CLIENT.regions.list().default
    return asyncio.run(CLIENT.regions.list()).default


def child() -> int:
    """Starts a child that uses the client; its exit code says whether it could."""
    process = os.fork()
    if process == 0:
        # Not the way out of an exception: what the parent has still to do is not the child's.
        code = 1
        try:
            code = 0 if use() == "us-west-2" else 2
        finally:
            os._exit(code)
    return process


def have_children() -> None:
    """Starts them, and tells how they ended."""
    children = [child() for _ in range(3)]
    codes = [os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) for process in children]
    print("children:", *codes)


async def inside(client: AsyncSpiceCloud) -> None:
    """All of it in one run of a loop, which the children leave behind."""
    await client.regions.list()
    have_children()
    print("parent:", (await client.regions.list()).default)


if isinstance(CLIENT, AsyncSpiceCloud) and sys.argv[2] == "inside":
    asyncio.run(inside(CLIENT))
else:
    if sys.argv[2] == "after":
        use()
    have_children()
    print("parent:", use())
