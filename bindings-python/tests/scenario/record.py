"""What shows of a scenario while it is played, for `cargo xtask canary`.

Where `CANARY_RECORD` names a folder, the log at its finest level goes there, every result and every
error in all the ways in which it can be shown, the output, and the requests of the emulator.
"""

from __future__ import annotations

import copy
import json
import logging
import os
import pickle
import traceback
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from spice_cloud import Model, SpiceCloudError

from .calls import Caller, Kind
from .json_types import is_list
from .outcome import Reply, Watched
from .rotation import Rotated

_VARIABLE = "CANARY_RECORD"
# Panics on purpose, where the native code was built for tests.
_PANIC = "__panic_for_tests"


class _Output(Protocol):
    def readouterr(self) -> tuple[str, str]: ...


class Record:
    """What shows of one scenario."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shown: list[str] = []

    def reply(self, call: str, reply: Reply) -> None:
        """Adds what came of a call."""
        if isinstance(reply, SpiceCloudError):
            self._add(call, _ways_of_error(reply))
            return
        self._add(call, _ways(reply.value))
        if isinstance(reply.value, Rotated):
            self._add(f"{call}, its report", _ways(reply.value.report))
        if isinstance(reply.value, Watched) and reply.value.error is not None:
            self._add(f"{call}, how it ended", _ways_of_error(reply.value.error))

    def finish(self, caller: Caller, requests: list[dict[str, Any]]) -> None:
        """Adds a panic, what shows of the client, and what the emulator kept of its requests."""
        private: Any = caller.client._caller
        try:
            caller.run(private.call_none(_PANIC))
        except SpiceCloudError as error:
            self._add("a panic", _ways_of_error(error))
        self._add("the client", _ways(caller.client))
        self._write("shown.txt", "\n".join([*self._shown, ""]))
        self._write("requests.json", json.dumps(requests))

    def said(self, output: tuple[str, str]) -> None:
        """Keeps what was printed meanwhile."""
        self._write("output.txt", "\n".join(output))

    def _add(self, what: str, ways: dict[str, str]) -> None:
        self._shown.append(f"== {what}")
        for way, text in ways.items():
            self._shown += [f"-- {way}", text]

    def _write(self, name: str, text: str) -> None:
        (self._folder / name).write_text(text, encoding="utf-8", errors="backslashreplace")


@contextmanager
def recorded(
    kind: Kind, folder: str, name: str, output: _Output
) -> Generator[Record | None, None, None]:
    """The record of a file of scenarios; none, unless somebody asks for it."""
    place = os.environ.get(_VARIABLE)
    if place is None:
        yield None
        return
    path = Path(place) / f"python-{kind}" / folder / name
    path.mkdir(parents=True, exist_ok=True)
    record = Record(path)
    with _listening(path / "log.txt"):
        yield record
    record.said(output.readouterr())


@contextmanager
def _listening(file: Path) -> Generator[None, None, None]:
    """Writes to a file what anybody logs, with all that goes with it."""
    handler = logging.FileHandler(file, mode="w", encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(_Whole())
    root, ours = logging.getLogger(), logging.getLogger("spice_cloud")
    before = (root.level, ours.level)
    root.addHandler(handler)
    root.setLevel(1)
    ours.setLevel(1)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()
        root.setLevel(before[0])
        ours.setLevel(before[1])


class _Whole(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return f"{super().format(record)} {vars(record)!r}"


def _ways(value: object) -> dict[str, str]:
    ways = {"str": str(value), "repr": repr(value), "members": _members(value)}
    for way, make in (("copy", _copies), ("pickle", _pickles)):
        try:
            ways[way] = make(value)
        except TypeError as refusal:
            ways[way] = repr(refusal)
    return ways


def _ways_of_error(error: BaseException) -> dict[str, str]:
    ways = {**_ways(error), "traceback": "".join(traceback.format_exception(error))}
    for link in (error.__cause__, error.__context__):
        if link is not None:
            ways |= {f"{way} of what led to it": text for way, text in _ways(link).items()}
    return ways


def _members(value: object) -> str:
    """All that it holds, and as plain data, whose secrets are masked."""
    if is_list(value):
        return "\n".join(_members(item) for item in value)
    held = repr(getattr(value, "__dict__", None))
    return f"{held}\n{value.to_dict()}\n{value.to_json()}" if isinstance(value, Model) else held


def _copies(value: object) -> str:
    return f"{copy.copy(value)!r}\n{copy.deepcopy(value)!r}"


def _pickles(value: object) -> str:
    protocols = range(pickle.HIGHEST_PROTOCOL + 1)
    return "\n".join(pickle.dumps(value, protocol).decode("latin-1") for protocol in protocols)
