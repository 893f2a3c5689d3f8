"""Exits while a thread waits for an answer that will not come."""

from __future__ import annotations

import asyncio
import os
import sys
import threading
import urllib.request

from spice_cloud import AsyncSpiceCloud, SpiceCloud
from support.loops import NoReaders
from support.processes import stay_on_one_core

URL, NAME = os.environ["SPICE_CLOUD_API_URL"], os.environ["SPICE_API_TOKEN"]
stay_on_one_core()


def wait(way: str) -> None:
    """Waits for ever."""
    if way == "sync":
        SpiceCloud().regions.list()
    elif way == "pager":
        print(list(SpiceCloud().apps.list()))
    elif way == "async":
        asyncio.run(AsyncSpiceCloud().regions.list())
    else:
        NoReaders().run_until_complete(AsyncSpiceCloud().regions.list())


threading.Thread(target=wait, args=(sys.argv[1],), daemon=True).start()
urllib.request.urlopen(f"{URL}/has-seen/{NAME}").read()
print("in flight")
