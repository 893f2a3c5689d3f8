"""Waits in a call while a signal is handled."""

from __future__ import annotations

import signal
import sys

from spice_cloud import SpiceCloud


def handle(_number: int, _frame: object) -> None:
    if "raise" in sys.argv:
        raise LookupError("from the handler")
    print("handled", flush=True)


signal.signal(signal.SIGUSR1, handle)
try:
    print(SpiceCloud().regions.list().default)
except LookupError as error:
    print(type(error).__name__)
