"""Plays a scenario, step by step, and says what was not as expected."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from spice_cloud import SpiceCloudError

from .calls import Caller, Kind
from .errors import describe
from .json_types import is_list
from .matching import differences
from .outcome import Outcome, Reply
from .record import Record
from .stage import Stage
from .variables import Mistake, Variables

_PARTS = {"name", "case", "within", "emulator", "client", "steps"}
# What a step of each kind may hold.
_STEPS = {
    "call": {
        "call",
        "args",
        "options",
        "result",
        "error",
        "meta",
        "save",
        "save_error",
        "times",
        "at_once",
        "note",
    },
    "emulator": {"emulator", "args", "note"},
    "requests": {"requests", "note"},
}


def play(scenario: dict[str, Any], kind: Kind, record: Record | None = None) -> None:
    """Plays a scenario with a client of one kind, against an emulator of its own.

    What shows of it is recorded where a record is given.

    Raises:
        AssertionError: What was not as expected, with the number and the name of the step.
    """
    if scenario.keys() - _PARTS:
        raise Mistake(f"unknown parts of a scenario: {scenario.keys() - _PARTS}")
    with (
        Stage(scenario.get("emulator", {})) as stage,
        Caller(kind, **stage.client_options(scenario.get("client", {}), kind)) as caller,
    ):
        began = time.monotonic()
        player = _Player(stage, caller, record)
        for number, step in enumerate(scenario["steps"], 1):
            try:
                player.step(step)
            except AssertionError as wrong:
                name = step.get("call") or step.get("emulator") or "requests"
                raise AssertionError(f"step {number}, {name}: {wrong}") from None
        took = time.monotonic() - began
        if record is not None:
            record.finish(caller, stage.requests())
        assert took <= scenario.get("within", took), f"it took {took:.1f} s"


class _Player:
    def __init__(self, stage: Stage, caller: Caller, record: Record | None) -> None:
        self._stage = stage
        self._record = record
        self._caller = caller
        self._variables = Variables()
        # Number of the last request that was looked at.
        self._seen = 0

    def step(self, step: dict[str, Any]) -> None:
        kinds = [kind for kind in _STEPS if kind in step]
        if len(kinds) != 1 or step.keys() - _STEPS[kinds[0]]:
            raise Mistake(f"not a step: {step}")
        if kinds == ["call"]:
            self._call(step)
        elif kinds == ["emulator"]:
            self._stage.act(step["emulator"], self._variables.fill(step.get("args", {})))
        else:
            self._requests(step["requests"])

    def _call(self, step: dict[str, Any]) -> None:
        for _ in range(step.get("times", 1)):
            if "at_once" in step:
                replies = self._caller.at_once(step["at_once"], step["call"], **self._with(step))
            else:
                replies = [self._caller.call(step["call"], **self._with(step))]
            for reply in replies:
                self._judge(step, reply)

    def _with(self, step: dict[str, Any]) -> dict[str, Any]:
        args = self._variables.fill(step.get("args", {}))
        return {"args": args, "variables": self._variables, "options": step.get("options")}

    def _judge(self, step: dict[str, Any], reply: Reply) -> None:
        if self._record is not None:
            self._record.reply(step["call"], reply)
        expects_error = "error" in step
        if isinstance(reply, SpiceCloudError):
            assert expects_error, f"expected a result, got {reply}"
            described = describe(reply)
            _agree("the error", self._variables.fill(step["error"]), described)
            self._save(step, described)
            if "save_error" in step:
                self._variables.save(step["save_error"], described, reply)
        else:
            assert not expects_error, f"expected an error, got {reply.result}"
            self._take(step, reply)

    def _take(self, step: dict[str, Any], outcome: Outcome) -> None:
        if "result" in step:
            _agree("the result", self._variables.fill(step["result"]), outcome.result)
        if "meta" in step:
            _agree("meta", self._variables.fill(step["meta"]), outcome.meta)
        self._save(step, outcome.result, outcome.objects)

    def _save(
        self, step: dict[str, Any], value: Any, objects: Mapping[str, object] | None = None
    ) -> None:
        for name, place in step.get("save", {}).items():
            self._variables.save(name, _at(value, place), (objects or {}).get(place))

    def _requests(self, expected: Any) -> None:
        records = [record for record in self._stage.requests() if record["seq"] > self._seen]
        self._seen = records[-1]["seq"] if records else self._seen
        _agree("the requests", self._variables.fill(expected), records)


def _at(value: Any, place: str) -> Any:
    """What a JSON pointer leads to."""
    for part in place.split("/")[1:]:
        try:
            value = value[int(part)] if is_list(value) else value[part]
        except (IndexError, KeyError, TypeError, ValueError):
            raise Mistake(f"there is no {place} in {value}") from None
    return value


def _agree(what: str, expected: Any, actual: Any) -> None:
    found = differences(expected, actual)
    assert not found, "\n  ".join([f"{what} differs", *found])
