"""Plays the scenarios that all languages share; `tests/scenarios/README.md` says what they mean."""

from __future__ import annotations

from .calls import KINDS, Caller, Kind, operation_of, public_name, public_operations
from .errors import describe
from .files import ROOT, documents, read_json
from .matching import differences
from .play import play
from .record import Record, recorded
from .variables import Variables

__all__ = [
    "KINDS",
    "ROOT",
    "Caller",
    "Kind",
    "Record",
    "Variables",
    "describe",
    "differences",
    "documents",
    "operation_of",
    "play",
    "public_name",
    "public_operations",
    "read_json",
    "recorded",
]
