"""What the administration of an emulator is told, in its own words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone

from .._options import seconds


def given(settings: Mapping[str, object]) -> dict[str, object]:
    """What is not None."""
    return {name: value for name, value in settings.items() if value is not None}


def milliseconds(name: str, duration: object) -> int:
    """A duration as a whole number of milliseconds."""
    return round(seconds(name, duration) * 1000)


def instant(clock: str | datetime | None) -> str:
    """A clock's time, or `real`."""
    if isinstance(clock, datetime):
        return clock.astimezone(timezone.utc).isoformat()
    return "real" if clock is None else clock


def moves(settings: Mapping[str, object]) -> dict[str, object]:
    """The administration counts in milliseconds and calls an app by its id."""
    told = given(settings)
    for name in ("queued", "in_progress"):
        if name in told:
            told[f"{name}_ms"] = milliseconds(name, told.pop(name))
    if "app" in told:
        app = told.pop("app")
        told["app_id"] = getattr(app, "id", app)
    return told


def glob(pattern: str) -> str:
    """A regular expression for paths: `*` is anything within a segment, `**` anything."""
    import re

    parts = re.split(r"(\*\*|\*)", pattern)
    wild = {"**": ".*", "*": "[^/]*"}
    return "".join(wild.get(part) or re.escape(part) for part in parts)
