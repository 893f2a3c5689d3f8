"""What methods are given, made ready for a call."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from ._failures import invalid
from ._model import Model
from ._options import Duration, kind, optional_seconds, whole
from ._secret import SecretStr
from ._typing import TYPE_CHECKING, cast
from ._unset import UNSET

if TYPE_CHECKING:
    from typing import Any

Values = Mapping[str, object]


def given(values: Values, extra: Mapping[str, Any] | None = None) -> dict[str, object]:
    """What is not None, over further members that are sent as they are."""
    kept = {
        name: value for name, value in values.items() if value is not None and value is not UNSET
    }
    return kept if extra is None else _extra(extra) | kept


def changes(values: Values, extra: Mapping[str, Any] | None = None) -> dict[str, object]:
    """What is not UNSET, over further members that are sent as they are: None clears a field."""
    kept = {name: value for name, value in values.items() if value is not UNSET}
    return kept if extra is None else _extra(extra) | kept


def ident(value: object, model: type[Model], name: str, field: str = "id") -> int:
    """The id of an object that may be given as itself."""
    # What is usually given is told apart first.
    if type(value) is int:
        return value
    if isinstance(value, model):
        value = getattr(value, field)
    # A bool is an int for Python.
    if isinstance(value, int) and not isinstance(value, bool):
        return int(value)
    wanted = f"an id (an int) or {model.__name__}"
    raise invalid(f"must be {wanted}, not {type(value).__name__}", name)


def as_read(value: object, model: type[Model], name: str) -> dict[str, Any]:
    """An object as plain data that tells later whether it is still the same; no secret is in it."""
    if not isinstance(value, model):
        raise invalid(f"must be {model.__name__}, not {type(value).__name__}", name)
    return {
        member: held
        for member, held in value.to_dict().items()
        if not isinstance(getattr(value, member, None), SecretStr)
    }


def text(value: object) -> object:
    """The text of the file that a path names; everything else is what it is."""
    if isinstance(value, os.PathLike):
        # Some editors begin a file with a mark that is not part of its text.
        with open(cast("os.PathLike[str]", value), encoding="utf-8-sig") as file:
            return file.read()
    return value


def duration(name: str, value: Duration | None) -> float | None:
    """A duration in seconds, if one was given."""
    return optional_seconds(name, value, invalid)


def waiting(timeout: Duration | None, poll_interval: Duration | None) -> dict[str, object]:
    """How to wait for a deployment."""
    limits = {
        "timeout": duration("timeout", timeout),
        "poll_interval": duration("poll_interval", poll_interval),
    }
    return given(limits)


def rollout(
    timeout: Duration | None,
    poll_interval: Duration | None,
    redeploy_on: Sequence[str] | None,
    max_redeploys: int | None,
    rollback_on_failure: bool,
    until_ready: bool,
) -> dict[str, object]:
    """How to deploy, and to wait for it."""
    flags = {"rollback_on_failure": rollback_on_failure, "until_ready": until_ready}
    for name, flag in flags.items():
        if not isinstance(cast("object", flag), bool):
            raise invalid(f"must be True or False, not {kind(flag)}", name)
    told = waiting(timeout, poll_interval)
    if redeploy_on is not None:
        told["redeploy_on"] = _codes("redeploy_on", redeploy_on)
    if max_redeploys is not None:
        told["max_redeploys"] = whole("max_redeploys", max_redeploys, invalid)
    return told | flags


def target(of: object, app: type[Model], url: str | None) -> dict[str, object]:
    """Whose runtime is called, and where it is."""
    whose: dict[str, object]
    if isinstance(of, (str, SecretStr)):
        # As a secret, which does not show wherever this is kept.
        whose = {"key": SecretStr(of)}
    elif isinstance(of, (int, app)) and not isinstance(of, bool):
        whose = {"app_id": ident(of, app, "of")}
    else:
        wanted = f"an id (an int), {app.__name__} or an API key"
        raise invalid(f"must be {wanted}, not {kind(of)}", "of")
    if url is None:
        return whose
    if not isinstance(cast("object", url), str):
        raise invalid(f"must be a str, not {kind(url)}", "url")
    return whose | {"url": url}


def _codes(name: str, codes: object) -> list[str]:
    # A text is a sequence of texts, too.
    if isinstance(codes, str) or not isinstance(codes, (Sequence, set, frozenset)):
        raise invalid(f"must be a sequence of codes, not {kind(codes)}", name)
    told: list[str] = []
    for code in cast("Sequence[object]", codes):
        if not isinstance(code, str):
            raise invalid(f"must hold codes that are str, not {kind(code)}", name)
        told.append(str(code))
    return told


def _extra(extra: Mapping[str, Any]) -> dict[str, object]:
    if not isinstance(cast("object", extra), Mapping):
        raise invalid(f"must be a mapping, not {type(extra).__name__}", "extra")
    return dict(extra)
