"""Forks beside an emulator; the child ends as programs end, and the parent goes on with it."""

from __future__ import annotations

import os
import sys

from spice_cloud.testing import Emulator

with Emulator() as emulator:
    client = emulator.client()
    client.regions.list()
    process = os.fork()
    if process == 0:
        assert client.regions.list().default == "us-west-2"
        emulator.stop()
        sys.exit(0)
    print("child:", os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
    print("parent:", client.regions.list().default)
