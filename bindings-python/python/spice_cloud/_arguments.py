"""What methods are given, made ready for a call."""

from __future__ import annotations

import os
from collections.abc import Mapping

from ._failures import invalid
from ._model import Model
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


def _extra(extra: Mapping[str, Any]) -> dict[str, object]:
    if not isinstance(cast("object", extra), Mapping):
        raise invalid(f"must be a mapping, not {type(extra).__name__}", "extra")
    return dict(extra)
