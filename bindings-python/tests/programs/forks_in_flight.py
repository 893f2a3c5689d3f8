"""Forks while a thread waits for a slow answer; the child uses clients of its own and inherited."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
from typing import Any

from spice_cloud import AsyncSpiceCloud, SpiceCloud

IS_SYNC = sys.argv[1] == "sync"
FREE = {"base_url": os.environ["FREE"], "token": os.environ["FREE_TOKEN"]}


def new(**options: Any) -> SpiceCloud | AsyncSpiceCloud:
    """A client of the kind that is asked for."""
    return SpiceCloud(**options) if IS_SYNC else AsyncSpiceCloud(**options)


def use(client: SpiceCloud | AsyncSpiceCloud) -> str | None:
    """A call of a client."""
    if isinstance(client, SpiceCloud):
        return client.regions.list().default
    return asyncio.run(client.regions.list()).default


SLOW, INHERITED = new(), new(**FREE)
answers: list[str | None] = []
thread = threading.Thread(target=lambda: answers.append(use(SLOW)))
thread.start()
sys.stdin.readline()
process = os.fork()
if process == 0:
    code = 1
    try:
        code = 0 if use(INHERITED) == use(new(**FREE)) == "us-west-2" else 2
    finally:
        os._exit(code)
print("child:", os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)
thread.join()
print("parent:", answers[0])
