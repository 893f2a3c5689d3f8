"""Rotating keys as scenarios say it: what the functions do, and a client that calls meanwhile."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from spice_cloud import (
    AsyncSpiceCloud,
    RotationEvent,
    RotationReport,
    SecretStr,
    SpiceCloud,
    SpiceCloudError,
)

from .json_types import is_list, is_object

# What a scenario says of a rotation beside the arguments of the method.
_OURS = ("distribute", "verify", "busy")


@dataclass
class Rotated:
    """The report of a rotation, and what was told and done until it was there."""

    report: RotationReport | None = None
    events: list[RotationEvent] = field(default_factory=list[RotationEvent])
    distributed: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    busy: dict[str, int] | None = None


class Rotation:
    """What one rotation is given, and what it shows."""

    def __init__(self, args: Mapping[str, Any]) -> None:
        self.args = {name: value for name, value in args.items() if name not in _OURS}
        self.shown = Rotated()
        self._distribute = _Script(args.get("distribute", "ok"))
        self._verify = _Script(args["verify"]) if "verify" in args else None
        self._is_busy = bool(args.get("busy", False))
        self._key: SecretStr | None = None
        self._is_over = False

    def run(self, client: SpiceCloud) -> Rotated:
        """Rotates with the blocking client; the busy one calls in a thread."""
        shown, app = self.shown, self.args.pop("app")
        busy = threading.Thread(target=self._call, args=(client,))
        if self._is_busy:
            self._begin(client.api_keys.get(app).api_key)
            busy.start()
        try:
            verify = None if self._verify is None else self._verified
            shown.report = client.api_keys.rotate(
                app, self._given, verify=verify, on_event=shown.events.append, **self.args
            )
        finally:
            self._is_over = True
            if self._is_busy:
                busy.join()
        return shown

    async def run_async(self, client: AsyncSpiceCloud) -> Rotated:
        """Rotates with the asynchronous client; the busy one is a task."""
        shown, app = self.shown, self.args.pop("app")
        busy: asyncio.Task[None] | None = None
        if self._is_busy:
            self._begin((await client.api_keys.get(app)).api_key)
            busy = asyncio.create_task(self._call_async(client))

        async def distribute(slot: int, key: SecretStr) -> None:
            self._given(slot, key)

        async def verified(slot: int, key: SecretStr) -> bool:
            return self._verified(slot, key)

        try:
            verify = None if self._verify is None else verified
            shown.report = await client.api_keys.rotate(
                app, distribute, verify=verify, on_event=shown.events.append, **self.args
            )
        finally:
            self._is_over = True
            if busy is not None:
                await busy
        return shown

    def _given(self, slot: int, key: SecretStr) -> None:
        _raise(next(self._distribute))
        self.shown.distributed.append({"slot": slot, "key": key})
        self._key = key

    def _verified(self, slot: int, key: SecretStr) -> bool:
        assert self._verify is not None and slot in (1, 2) and key.reveal()
        answer = next(self._verify)
        _raise(answer)
        return answer is True

    def _begin(self, key: SecretStr | None) -> None:
        self._key = key
        self.shown.busy = {"calls": 0, "failures": 0}

    def _call(self, client: SpiceCloud) -> None:
        while not self._is_over and self._key is not None:
            try:
                client.runtime(self._key).sql("SELECT 1")
                self._count("calls")
            except SpiceCloudError:
                self._count("failures")

    async def _call_async(self, client: AsyncSpiceCloud) -> None:
        while not self._is_over and self._key is not None:
            try:
                await client.runtime(self._key).sql("SELECT 1")
                self._count("calls")
            except SpiceCloudError:
                self._count("failures")

    def _count(self, what: str) -> None:
        assert self.shown.busy is not None
        self.shown.busy[what] += 1


class _Script:
    """Answers, one after the other, and the last for good."""

    def __init__(self, given: Any) -> None:
        self._left: list[Any] = list(given) if is_list(given) else [given]

    def __next__(self) -> Any:
        return self._left.pop(0) if len(self._left) > 1 else self._left[0]


def _raise(answer: Any) -> None:
    if is_object(answer):
        raise LookupError(answer["fail"])
