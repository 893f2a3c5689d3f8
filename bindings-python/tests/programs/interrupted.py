"""Waits in a call until Ctrl-C ends it, and says so."""

from __future__ import annotations

import asyncio
import sys

from spice_cloud import AsyncSpiceCloud, SpiceCloud


async def later() -> None:
    async with AsyncSpiceCloud() as client:
        await client.regions.list()


def wait(way: str) -> None:
    client = SpiceCloud()
    if way == "call":
        client.regions.list()
    elif way == "change":
        client.apps.create(name="sales-bi")
    elif way == "pager":
        for app in client.apps.list():
            print(app)
    elif way == "wait":
        client.deployments.wait(7, 8, poll_interval=600)
    elif way == "watch":
        for _ in client.deployments.watch(7, 8, poll_interval=600):
            continue
    else:
        asyncio.run(later())


try:
    wait(sys.argv[1])
except KeyboardInterrupt:
    print("interrupted")
