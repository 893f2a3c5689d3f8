"""Functions that people give to clients and calls, and what these give."""

from __future__ import annotations

from collections.abc import Callable

from ._errors import SpiceCloudError
from ._failures import invalid
from ._options import Token, is_async, kind, refused
from ._secret import SecretStr
from ._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._generated.models import RotationEvent
    from ._options import AsyncVerify, Distribute


class Handover:
    """Who takes the keys of a rotation, and what an exception there was last."""

    __slots__ = ("_distribute", "_verify", "failure", "on_event")

    def __init__(
        self,
        distribute: Distribute,
        verify: AsyncVerify | None,
        on_event: Callable[[RotationEvent], object] | None,
        *,
        may_wait: bool,
    ) -> None:
        if not callable(distribute):
            raise invalid(f"must be a function, not {kind(distribute)}", "distribute")
        given = (("distribute", distribute), ("verify", verify), ("on_event", on_event))
        for name, function in given:
            check_function(name, function, may_wait=may_wait, refusal=invalid)
        self._distribute = distribute
        self._verify = verify
        self.on_event = on_event
        self.failure: Exception | None = None

    @property
    def verifies(self) -> bool:
        """Whether keys are verified by a function; otherwise the core does it."""
        return self._verify is not None

    def begin(self, step: str, slot: int, key: SecretStr) -> object:
        """Does what is asked for; gives what the function gives."""
        if step == "verify" and self._verify is not None:
            return self._verify(slot, key)
        # What went wrong with the key before has been mended.
        self.failure = None
        return self._distribute(slot, key)

    def answer(self, step: str, value: object) -> bool | None:
        """What a function gave, as the core takes it."""
        if step != "verify":
            return None
        if not isinstance(value, bool):
            raise TypeError(f"it gave {kind(value)}, not True or False")
        return value


def check_function(
    name: str,
    function: object,
    *,
    may_wait: bool,
    refusal: Callable[[str, str], SpiceCloudError] = refused,
) -> None:
    """Refuses what cannot be called, and coroutine functions where nobody would await them."""
    if function is None:
        return
    if not callable(function):
        raise refusal(f"must be a function, not {kind(function)}", name)
    if not may_wait and is_async(function):
        raise refusal("must be a function that is no coroutine function", name)


def at_once(value: object, takers: str) -> object:
    """What a function gave, unless somebody would have to await it."""
    if hasattr(value, "__await__"):
        _close(value)
        raise TypeError(f"it gave something to await; AsyncSpiceCloud takes such {takers}")
    return value


def read_token(provided: object) -> tuple[str, float | None]:
    """What a provider gave, as a text and how many seconds it is valid."""
    if isinstance(provided, Token):
        return provided.token.reveal(), provided.expires_in
    if isinstance(provided, SecretStr):
        return provided.reveal(), None
    if isinstance(provided, str):
        return str(provided), None
    raise TypeError(f"it gave {kind(provided)}, not a str, a SecretStr or a Token")


def words_of(error: Exception) -> str:
    """What an error of the core says about an exception of the user's code."""
    return f"{type(error).__name__}: {error}"


def _close(awaitable: object) -> None:
    """Ends a coroutine that nobody will await, which Python would warn of."""
    end = getattr(awaitable, "close", None)
    if callable(end):
        end()
