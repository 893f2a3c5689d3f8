"""Lines of the core's log, handed on from the caller's thread: to `logging` and to the user's hook.

Native code never calls Python to log: a thread of its own that waits for the interpreter could
block its exit.
"""

from __future__ import annotations

import sys
from _thread import get_ident
from collections.abc import Callable

from ._typing import TYPE_CHECKING

if TYPE_CHECKING:
    import logging
    from typing import Any, NoReturn

    from ._native import Session

NAME = "spice_cloud"

_LEVELS = {"debug": 10, "info": 20, "warn": 30, "error": 40}
# What no exception tells.
_UNSEEN = ("cancelled", "lost")


class RequestEvent:
    """One attempt of a call, as the hook `on_request` is told of it. It holds nothing secret."""

    operation: str
    """The operation, such as `apps.list`."""

    method: str
    """The HTTP method."""

    path: str
    """The path with placeholders, such as `/v1/apps/{app_id}`."""

    attempt: int
    """1 for the first attempt."""

    status: int | None
    """The status that was answered, if any was."""

    outcome: str
    """`ok`, or the name of the error, such as `NotFound`."""

    took: float
    """How long the attempt took, in seconds."""

    request_id: str | None
    """The server's name for the request."""

    retry_in: float | None
    """In how many seconds another attempt follows; None if none does."""

    __match_args__ = (
        "operation",
        "method",
        "path",
        "attempt",
        "status",
        "outcome",
        "took",
        "request_id",
        "retry_in",
    )
    __slots__ = __match_args__

    def __init__(
        self,
        operation: str,
        method: str,
        path: str,
        attempt: int,
        status: int | None,
        outcome: str,
        took: float,
        request_id: str | None,
        retry_in: float | None,
    ) -> None:
        values = (operation, method, path, attempt, status, outcome, took, request_id, retry_in)
        for name, value in zip(self.__match_args__, values, strict=True):
            object.__setattr__(self, name, value)

    def to_dict(self) -> dict[str, Any]:
        """The same as plain data."""
        return {name: getattr(self, name) for name in self.__match_args__}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, RequestEvent):
            return NotImplemented
        return self.to_dict() == other.to_dict()

    def __hash__(self) -> int:
        return hash(tuple(self.to_dict().values()))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.to_dict().items())
        return f"RequestEvent({shown})"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"RequestEvent is immutable; its {name} cannot be set")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"RequestEvent is immutable; its {name} cannot be deleted")

    def __reduce__(self) -> tuple[type[RequestEvent], tuple[Any, ...]]:
        return RequestEvent, tuple(self.to_dict().values())


Hook = Callable[[RequestEvent], object]


class Log:
    """The log of a session, which copies of a client share."""

    __slots__ = (
        "__weakref__",
        "_draining",
        "_hook",
        "_logger",
        "_told",
        "is_watched",
        "session",
        "sleepers",
    )

    def __init__(self, session: Session, hook: Hook | None) -> None:
        self.session: Session = session
        # How many calls wait in an event loop.
        self.sleepers: int = 0
        # Whether somebody wants to hear of attempts while a call still waits.
        self.is_watched: bool = False
        self._hook = hook
        self._told: int | None = None
        self._logger: logging.Logger | None = None
        self._draining: set[int] = set()

    def tune(self) -> None:
        """Tells the core what somebody wants to hear, if that has changed."""
        weight = self._wanted()
        if weight != self._told:
            level = next((name for name, least in _LEVELS.items() if weight <= least), "off")
            self.session.set_log_level(level)
            self._told = weight
            self.is_watched = weight <= _LEVELS["info"]

    def drain(self) -> None:
        """Hands on the lines that have come since."""
        if not self.session.has_log:
            return
        thread = get_ident()
        # A hook may make calls of its own, whose lines would call it again.
        if thread in self._draining:
            return
        self._draining.add(thread)
        try:
            for line in self.session.drain_log():
                self._hand_on(line)
        finally:
            self._draining.discard(thread)

    def _wanted(self) -> int:
        if self._hook is not None:
            return _LEVELS["debug"]
        # This is asked for each call: the logger, once there is one, answers without more ado.
        logger = self._logger
        if logger is None:
            if "logging" not in sys.modules:
                return _LEVELS["warn"]
            logger = self._get_logger()
        return logger.getEffectiveLevel()

    def _get_logger(self) -> logging.Logger:
        if self._logger is None:
            import logging

            self._logger = logging.getLogger(NAME)
        return self._logger

    def _hand_on(self, line: dict[str, Any]) -> None:
        # Where nobody has set up logging, Python prints warnings. What failed is raised anyway.
        if line["event"] in _UNSEEN or (
            "logging" in sys.modules and self._get_logger().hasHandlers()
        ):
            level = _LEVELS[line["level"]]
            self._get_logger().log(level, "%s", describe(line), extra={NAME: line})
        if self._hook is not None and line["event"] in ("request", "retry"):
            event = RequestEvent(*(line[name] for name in RequestEvent.__match_args__))
            try:
                self._hook(event)
            except Exception:
                self._get_logger().exception("on_request failed")


def describe(line: dict[str, Any]) -> str:
    """A line for people."""
    event = line["event"]
    if event == "token":
        return f"token: {line['outcome']} in {line['took']:.3f} s"
    if event == "cancelled":
        sent = "the request of a change may have been sent already"
        return f"{line['operation']} was cancelled, but {sent}"
    if event == "lost":
        return f"{line['lines']} lines of the log came too fast and were lost"
    ended = line["outcome"] if line["status"] is None else line["status"]
    text = f"{line['operation']} {line['method']} {line['path']}: {ended} in {line['took']:.3f} s"
    request = "" if line["request_id"] is None else f", request {line['request_id']}"
    text = f"{text} (attempt {line['attempt']}{request})"
    return text if line["retry_in"] is None else f"{text}, again in {line['retry_in']:.3f} s"
