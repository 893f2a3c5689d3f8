"""Makes one call and exits, on one core, where threads are most in each other's way."""

from __future__ import annotations

import asyncio
import sys
import threading

from spice_cloud import AsyncSpiceCloud, SpiceCloud
from spice_cloud.testing import Emulator
from support.loops import NoReaders
from support.processes import stay_on_one_core

stay_on_one_core()


async def later() -> None:
    """A call of the asynchronous client, which is not closed."""
    print((await AsyncSpiceCloud().regions.list()).default)


way = sys.argv[1]
if way == "sync":
    print(SpiceCloud().regions.list().default)
elif way == "async":
    asyncio.run(later())
elif way == "async-thread":
    thread = threading.Thread(target=asyncio.run, args=(later(),))
    thread.start()
    thread.join()
elif way == "no-readers":
    NoReaders().run_until_complete(later())
else:
    emulator = Emulator()
    print(emulator.client().regions.list().default)
