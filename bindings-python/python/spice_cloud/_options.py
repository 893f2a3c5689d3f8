"""What clients and calls are told: read, refused in words, and made ready for the core."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import timedelta

from ._errors import ConfigError, SpiceCloudError
from ._failures import invalid
from ._secret import SecretStr
from ._typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from typing import TypeAlias, TypedDict

    from ._logging import RequestEvent

Duration: TypeAlias = float | timedelta
"""A number of seconds, or a timedelta."""

Refusal: TypeAlias = Callable[[str, str], SpiceCloudError]
"""Makes the error for what is wrong (first) with a named value (second)."""


class Token:
    """A token that a token provider gives, and how long it is valid.

    Without `expires_in`, which is in seconds, the provider is asked for every call.
    """

    __slots__ = ("expires_in", "token")

    def __init__(self, token: str | SecretStr, expires_in: Duration | None = None) -> None:
        self.token: SecretStr = SecretStr(token)
        self.expires_in: float | None = optional_seconds("expires_in", expires_in)

    def __repr__(self) -> str:
        return f"Token({self.token!r}, expires_in={self.expires_in!r})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Token):
            return NotImplemented
        return (self.token, self.expires_in) == (other.token, other.expires_in)

    def __hash__(self) -> int:
        return hash((self.token, self.expires_in))


Provided: TypeAlias = str | SecretStr | Token
TokenProvider: TypeAlias = Callable[[], Provided]
AsyncTokenProvider: TypeAlias = Callable[[], Provided | Awaitable[Provided]]

Distribute: TypeAlias = Callable[[int, SecretStr], object]
"""Gives a key, with its number, to whoever uses it."""

Verify: TypeAlias = Callable[[int, SecretStr], bool]
"""Says whether a key, with its number, works."""

AsyncVerify: TypeAlias = Callable[[int, SecretStr], bool | Awaitable[bool]]
"""The same, which may have to be awaited."""

if TYPE_CHECKING:

    class CommonOptions(TypedDict, total=False):
        """The options of both clients, for functions that pass them on."""

        token: str | SecretStr | None
        client_id: str | None
        client_secret: str | SecretStr | None
        scope: str | None
        base_url: str | None
        oauth_url: str | None
        org: str | None
        timeout: Duration | None
        attempt_timeout: Duration | None
        connect_timeout: Duration | None
        max_retries: int | None
        max_in_flight: int | None
        dedupe: str | None
        reconcile_timeout: Duration | None
        headers: Mapping[str, str | SecretStr] | None
        proxy: str | SecretStr | None
        ca_bundle: str | os.PathLike[str] | None
        trust_store: str | None
        user_agent_suffix: str | None
        allow_insecure_http: bool
        allow_dotenv: bool
        path_style: str | None
        validate: bool
        on_request: Callable[[RequestEvent], object] | None
        _time_scale: int | None


def kind(value: object) -> str:
    """The type of a value, for words about it; never the value, which may be a secret."""
    return "None" if value is None else type(value).__name__


def refused(words: str, option: str) -> ConfigError:
    """The error for an option that is wrong."""
    return ConfigError(f"{option} {words}")


def seconds(name: str, value: object, refusal: Refusal = refused) -> float:
    """A duration as a number of seconds."""
    if isinstance(value, timedelta):
        value = value.total_seconds()
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        wanted = "must be a number of seconds or a timedelta"
        raise refusal(f"{wanted}, not {kind(value)}", name)
    # Neither NaN nor what is too large for a float gets through.
    if not 0 <= value <= 1e15:
        raise refusal("must be a number of seconds that is finite and not negative", name)
    return float(value)


def optional_seconds(name: str, value: object, refusal: Refusal = refused) -> float | None:
    """A duration that need not be given."""
    return None if value is None else seconds(name, value, refusal)


def whole(name: str, value: object, refusal: Refusal = refused) -> int:
    """A count."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise refusal(f"must be a whole number, not {kind(value)}", name)
    if not 0 <= value < 2**32:
        raise refusal("must be a whole number from 0 to 4294967295", name)
    return int(value)


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise refused(f"must be a str, not {kind(value)}", name)
    return str(value)


def _secret(name: str, value: object) -> str:
    if isinstance(value, SecretStr):
        return value.reveal()
    if not isinstance(value, str):
        raise refused(f"must be a str or a SecretStr, not {kind(value)}", name)
    return str(value)


def _flag(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise refused(f"must be True or False, not {kind(value)}", name)
    return value


def _path(name: str, value: object) -> str:
    if isinstance(value, (str, os.PathLike)):
        return os.fsdecode(cast("str | os.PathLike[str]", value))
    raise refused(f"must be a str or a path, not {kind(value)}", name)


def _headers(name: str, value: object) -> list[tuple[str, str]]:
    if not isinstance(value, Mapping):
        raise refused(f"must be a mapping of names to values, not {kind(value)}", name)
    pairs: list[tuple[str, str]] = []
    for header, words in cast("Mapping[object, object]", value).items():
        if not isinstance(header, str):
            raise refused(f"must have names that are str, not {kind(header)}", name)
        pairs.append((header, _secret(f"{name}[{header!r}]", words)))
    return pairs


_READERS: dict[str, Callable[[str, object], object]] = {
    "token": _secret,
    "client_id": _text,
    "client_secret": _secret,
    "scope": _text,
    "base_url": _text,
    "oauth_url": _text,
    "org": _text,
    "timeout": seconds,
    "attempt_timeout": seconds,
    "connect_timeout": seconds,
    "max_retries": whole,
    "max_in_flight": whole,
    "dedupe": _text,
    "reconcile_timeout": seconds,
    "headers": _headers,
    "proxy": _secret,
    "ca_bundle": _path,
    "trust_store": _text,
    "user_agent_suffix": _text,
    "allow_insecure_http": _flag,
    "allow_dotenv": _flag,
    "path_style": _text,
    "validate": _flag,
    "time_scale": whole,
}


def native_options(options: Mapping[str, object]) -> dict[str, object]:
    """Options as the core takes them; None is what was not given."""
    return {
        name: _READERS[name](name, value) for name, value in options.items() if value is not None
    }


def merged(before: Mapping[str, object], options: Mapping[str, object]) -> dict[str, object]:
    """The options of a copy of a copy: the later ones count, also among headers, for the core."""
    given = native_options(options)
    pairs = [cast("list[object]", each.get("headers", [])) for each in (before, given)]
    headers = [pair for some in pairs for pair in some]
    return {**before, **given, **({"headers": headers} if headers else {})}


def raw_request(
    method: str,
    path: str,
    query: Mapping[str, object] | Iterable[tuple[str, object]] | None,
    body: object,
    idempotent: bool,
) -> dict[str, object]:
    """A request that no method stands for, as the core takes it."""
    raw: dict[str, object] = {"method": method, "path": path, "idempotent": idempotent}
    if query is not None:
        raw["query"] = query_pairs(query)
    if body is not None:
        raw["body"] = body
    return raw


def is_async(function: object) -> bool:
    """Whether calling a function gives a coroutine."""
    import inspect

    call = getattr(function, "__call__", None)  # noqa: B004
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(call)


def query_pairs(query: Mapping[str, object] | Iterable[tuple[str, object]]) -> list[list[str]]:
    """A query as names and texts: None is left out, and a list gives its name several times."""
    if isinstance(query, str):
        raise invalid("must be a mapping or pairs, not str", "query")
    if isinstance(query, Mapping):
        query = cast("Mapping[str, object]", query).items()
    pairs: list[list[str]] = []
    for name, value in query:
        is_list = isinstance(value, (list, tuple))
        several = cast("Iterable[object]", value if is_list else (value,))
        pairs.extend([name, _query_text(item)] for item in several if item is not None)
    return pairs


def _query_text(value: object) -> str:
    # As JSON spells them.
    return str(value).lower() if isinstance(value, bool) else str(value)
