"""What a call gives back, as JSON that an expectation can be compared with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeGuard

from spice_cloud import DeploymentEvent, Model, Page, SpiceCloudError

from .errors import describe
from .json_types import is_list
from .rotation import Rotated


@dataclass
class Outcome:
    """The result of a call."""

    result: Any
    """The result, with its secrets revealed."""
    meta: dict[str, Any] | None
    """What the result tells about its call; nothing when it tells nothing."""
    objects: dict[str, object] = field(default_factory=dict[str, object])
    """The objects in it, each under its place in the result."""
    value: object = None
    """The result as the SDK gives it."""


# The result of a call, or its error.
Reply = Outcome | SpiceCloudError


@dataclass
class Watched:
    """What following a deployment has told: its steps, and the error at its end, if any."""

    events: list[DeploymentEvent]
    error: SpiceCloudError | None = None


def outcome(value: object) -> Outcome:
    """A result with all that is compared of it."""
    return Outcome(_shown(value), _meta(value), _objects(value), value)


def _shown(value: object) -> Any:
    if value is None:
        return None
    if isinstance(value, Watched):
        error = None if value.error is None else describe(value.error)
        return {"events": [_event(event) for event in value.events], "error": error}
    if isinstance(value, Rotated):
        events = [{"step": str(event.step), "slot": event.slot} for event in value.events]
        given = [{**one, "key": one["key"].reveal()} for one in value.distributed]
        more = {"events": events, "distributed": given, "busy": value.busy}
        return {**_shown(value.report), **more}
    if _is_page(value):
        return {"items": _shown(value.items), "offset": value.offset}
    if is_list(value):
        return [_shown(item) for item in value]
    assert isinstance(value, Model), f"a call gave {value!r}"
    return value.to_dict(reveal_secrets=True)


def _is_page(value: object) -> TypeGuard[Page[object]]:
    return isinstance(value, Page)


def _event(event: DeploymentEvent) -> dict[str, Any]:
    waits_for = event.waits_for
    return {
        "status": str(event.status),
        "waits_for": None if waits_for is None else str(waits_for),
        "deployment": event.deployment.to_dict(),
        "elapsed": event.elapsed,
        "expected": event.expected,
        "note": event.note,
    }


def _meta(value: object) -> dict[str, Any] | None:
    if isinstance(value, Rotated):
        return _meta(value.report)
    if is_list(value):
        # Items share what their page tells.
        return _meta(value[0]) if value else None
    meta = getattr(value, "meta", None)
    if meta is None:
        return None
    return {
        "attempts": meta.attempts,
        "request_id": meta.request_id,
        "adopted": meta.adopted,
    }


def _objects(value: object) -> dict[str, object]:
    if isinstance(value, Model):
        return {"": value}
    if is_list(value):
        return {f"/{index}": item for index, item in enumerate(value) if isinstance(item, Model)}
    return {}
