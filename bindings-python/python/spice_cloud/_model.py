"""What every object of the API does alike: it does not change, compares, and becomes plain data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from types import MappingProxyType

from ._enum import OpenEnum, publish
from ._native import Meta, Shape, read_model
from ._secret import REDACTED, SecretStr
from ._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, ClassVar, Final, NoReturn, TypeGuard

    from typing_extensions import Self, dataclass_transform
else:

    def dataclass_transform(**_):
        """Tells type checkers only."""
        return lambda cls: cls


EMPTY: Final[Mapping[str, Any]] = MappingProxyType({})
"""A map that holds nothing, and never will."""

NO_CALL: Final = Meta()
"""What an object tells about its call that no call gave."""


@dataclass_transform(frozen_default=True, eq_default=False, kw_only_default=True)
class Model:
    """An object of the API. It does not change, and two with the same fields are equal.

    Lists are tuples and maps are read-only. A field without a value is None, or empty.
    """

    # Names of the fields and what they hold: a class, `[kind]` for a list, `{str: kind}` for a map.
    _fields: ClassVar[dict[str, object]] = {}
    _required: ClassVar[frozenset[str]] = frozenset()
    _has_meta: ClassVar[bool] = False
    _shape: ClassVar[Shape]
    __match_args__: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        publish(cls)
        cls.__match_args__ = tuple(cls._fields)  # type: ignore[misc]  # mypy wants it written out
        # What may be absent has a default in the class.
        cls._required = frozenset(name for name in cls._fields if not hasattr(cls, name))
        cls._shape = Shape(cls, cls._fields, cls._has_meta)

    def _fill(self, values: Mapping[str, object], extra: Mapping[str, Any] | None) -> None:
        """Takes what a constructor was given."""
        members = self.__dict__
        for name, value in values.items():
            if value is not None:
                members[name] = _held(self._fields[name], value, f"{type(self).__name__}.{name}")
            elif name in self._required:
                raise TypeError(f"{type(self).__name__}.{name} must be given")
        if extra:
            members["extra"] = MappingProxyType(_copied(extra))

    @property
    def extra(self) -> Mapping[str, Any]:
        """Members that this version does not know, as they came."""
        extra: Mapping[str, Any] = self.__dict__.get("extra", EMPTY)
        return extra

    def to_dict(self, *, reveal_secrets: bool = False) -> dict[str, Any]:
        """The same as plain data that JSON can hold, under the SDK's names.

        Times are text in RFC 3339 and in UTC. What is absent is left out, and unknown members stand
        beside the fields.

        Args:
            reveal_secrets: Whether secrets are written in clear instead of as `[redacted]`.

        Raises:
            ValueError: A secret is to be revealed that was left out when it was pickled.
        """
        data = {
            name: _plain(value, reveal_secrets)
            for name, value in self._values().items()
            if value is not None
        }
        for name, value in self.extra.items():
            data.setdefault(name, _plain(value, reveal_secrets))
        return data

    def to_json(self, *, indent: int | None = None, reveal_secrets: bool = False) -> str:
        """The same as JSON text; see `to_dict`.

        Args:
            indent: By how many spaces each level is indented; all on one line if not given.
            reveal_secrets: Whether secrets are written in clear instead of as `[redacted]`.

        Raises:
            ValueError: A secret is to be revealed that was left out when it was pickled.
        """
        import json

        data = self.to_dict(reveal_secrets=reveal_secrets)
        return json.dumps(data, indent=indent, ensure_ascii=False)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Reads what `to_dict` wrote, or an answer of the API: it may have the names of either.

        Args:
            data: Plain data, as JSON holds it.

        Raises:
            DecodeError: A field is missing, or holds what it cannot hold.
        """
        return read_model(cls, data)

    def _values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self._fields}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Model) or type(self) is not type(other):
            return NotImplemented
        return self._values() == other._values() and self.extra == other.extra

    def __hash__(self) -> int:
        return hash((type(self), _hashable(self._values()), _hashable(self.extra)))

    def __repr__(self) -> str:
        shown = [
            f"{name}={dict(value) if _is_map(value) else value!r}"
            for name, value in self._values().items()
            if value is not None and value != () and value != EMPTY
        ]
        if self.extra:
            # Their names only: what an unknown member holds may be a secret.
            shown.append(f"extra={{{', '.join(map(repr, self.extra))}}}")
        return f"{type(self).__name__}({', '.join(shown)})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable; its {name} cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is immutable; its {name} cannot be deleted")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self

    def __replace__(self, /, **changes: Any) -> Self:
        return type(self)(**{**self._values(), "extra": self.extra, **changes})

    def __getstate__(self) -> dict[str, Any]:
        members = self.__dict__.items()
        return {name: _mutable(value) for name, value in members if name != "meta"}

    def __setstate__(self, state: dict[str, Any]) -> None:
        # Another version may have pickled fields that this one does not know.
        known = {name: value for name, value in state.items() if name in self._fields}
        unknown = {name: value for name, value in state.items() if name not in known}
        self._fill(known, {**unknown.pop("extra", {}), **unknown})


class Answer(Model):
    """What a call gave."""

    _has_meta = True

    @property
    def meta(self) -> Meta:
        """About the call that gave this; not part of equality, and not kept in pickles."""
        meta: Meta = self.__dict__.get("meta", NO_CALL)
        return meta


publish(Model)


def _is_map(value: object) -> TypeGuard[Mapping[str, Any]]:
    return isinstance(value, Mapping)


def _is_sequence(value: object) -> TypeGuard[Sequence[Any]]:
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes))


def _is_list(value: object) -> TypeGuard[list[Any] | tuple[Any, ...]]:
    return isinstance(value, (list, tuple))


def _held(kind: Any, value: Any, name: str) -> Any:
    """A value as a field of a kind holds it."""
    if isinstance(kind, list):
        if not _is_sequence(value):
            raise TypeError(f"{name} must be a sequence, not {type(value).__name__}")
        return tuple(_held(kind[0], item, name) for item in value)
    if isinstance(kind, dict):
        if not _is_map(value):
            raise TypeError(f"{name} must be a mapping, not {type(value).__name__}")
        return MappingProxyType({key: _held(kind[str], item, name) for key, item in value.items()})
    if kind is object:
        return _copied(value)
    if kind is float:
        return float(value) if type(value) is int else value
    if kind is datetime:
        return _instant(value, name)
    if issubclass(kind, Model):
        if isinstance(value, kind):
            return value
        if not _is_map(value):
            raise TypeError(
                f"{name} must be {kind.__name__} or a mapping, not {type(value).__name__}"
            )
        return kind.from_dict(value)
    if issubclass(kind, (OpenEnum, SecretStr)):
        return kind(value)
    return value


def _instant(value: object, name: str) -> datetime:
    if not isinstance(value, datetime):
        raise TypeError(f"{name} must be a datetime, not {type(value).__name__}")
    if value.tzinfo is None:
        raise ValueError(f"{name} must have a time zone")
    return value.astimezone(timezone.utc)


def _copied(value: Any) -> Any:
    """JSON of one's own, so that nobody else can change it."""
    if _is_map(value):
        return {name: _copied(item) for name, item in value.items()}
    if _is_list(value):
        return [_copied(item) for item in value]
    return value


def _plain(value: Any, reveal: bool) -> Any:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, SecretStr):
        return value.reveal() if reveal else REDACTED
    if isinstance(value, datetime):
        text = value.astimezone(timezone.utc).replace(tzinfo=None).isoformat()
        # As the core writes it: a fraction has no zeros at its end.
        return (text.rstrip("0") if "." in text else text) + "Z"
    if isinstance(value, Model):
        return value.to_dict(reveal_secrets=reveal)
    if _is_map(value):
        return {name: _plain(item, reveal) for name, item in value.items()}
    if _is_list(value):
        return [_plain(item, reveal) for item in value]
    return value


def _hashable(value: Any) -> Any:
    if _is_map(value):
        return frozenset((name, _hashable(item)) for name, item in value.items())
    if _is_list(value):
        return tuple(_hashable(item) for item in value)
    return value


def _mutable(value: Any) -> Any:
    """The same without read-only maps, which pickles cannot hold."""
    if _is_map(value):
        return {name: _mutable(item) for name, item in value.items()}
    if _is_list(value):
        return type(value)(_mutable(item) for item in value)
    return value
