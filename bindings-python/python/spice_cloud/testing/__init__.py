"""A local Spice.ai Cloud for tests: it needs no account and no network."""

from __future__ import annotations

from .._native import Snapshot
from ._emulator import Emulator

__all__ = ["Emulator", "Snapshot"]

Emulator.__module__ = __name__
