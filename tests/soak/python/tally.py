"""What came of the calls."""

from __future__ import annotations

import enum
import inspect
import threading
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Final, Literal, TypeVar, cast

from spice_cloud import SpiceCloudError

T = TypeVar("T")

# So many examples of what was wrong are kept.
EXAMPLES = 5


class _Failed(enum.Enum):
    FAILED = "failed"


FAILED: Final = _Failed.FAILED
"""What a call that failed gives."""


class Tally:
    """Counts calls and what went wrong with them."""

    def __init__(self, call_limit: float) -> None:
        self._call_limit = call_limit
        self._lock = threading.Lock()
        self.calls = 0
        self._errors: Counter[str] = Counter()
        self._bad = 0
        self._examples: list[str] = []
        self._hung = 0
        self._slowest = 0.0

    async def call(self, make: Callable[[], T | Awaitable[T]]) -> T | Literal[_Failed.FAILED]:
        """Makes a call of either client; gives what came, or that it failed, which is counted."""
        began = time.perf_counter()
        try:
            came = make()
            return cast(T, await came if inspect.isawaitable(came) else came)
        except SpiceCloudError as error:
            with self._lock:
                self._errors[error.code] += 1
        except Exception as error:
            self.expect(False, f"{type(error).__name__}: {error}")
        finally:
            took = time.perf_counter() - began
            with self._lock:
                self.calls += 1
                self._slowest = max(self._slowest, took)
                self._hung += took > self._call_limit
        return FAILED

    def expect(self, holds: bool, what: str) -> None:
        """Counts an answer that is not what it has to be."""
        if holds:
            return
        with self._lock:
            self._bad += 1
            if len(self._examples) < EXAMPLES:
                self._examples.append(what)

    def result(self) -> dict[str, object]:
        """What is said in the end."""
        return {
            "calls": self.calls,
            "errors": self._errors,
            "bad": self._bad,
            "examples": self._examples,
            "hung": self._hung,
            "slowest": self._slowest,
        }
