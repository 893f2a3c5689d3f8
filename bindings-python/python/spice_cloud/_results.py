"""What calls give that no schema of the contract describes."""

from __future__ import annotations

from collections.abc import Mapping

from ._errors import DecodeError
from ._generated.enums import DeploymentErrorCode, DeploymentStatus
from ._generated.models import Deployment
from ._model import Answer, Model
from ._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, ClassVar

    from typing_extensions import Self


class _Told(Model):
    """What the SDK tells, and not the API: there is only one way to write it."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Reads what `to_dict` wrote.

        Args:
            data: Plain data, as JSON holds it.

        Raises:
            DecodeError: A field is missing, or holds what it cannot hold.
        """
        values = {name: data.get(name) for name in cls._fields}
        extra = {name: value for name, value in data.items() if name not in cls._fields}
        # Each class has a constructor of its own.
        make: Any = cls
        try:
            told: Self = make(**values, extra=extra)
            return told
        except TypeError as error:
            raise DecodeError(f"the {cls.__name__} cannot be read: {error}") from None


class Attempt(_Told):
    """One attempt of a call."""

    number: int
    """1 for the first."""

    waited: float
    """How long was waited before it, in seconds."""

    took: float
    """How long it took, in seconds."""

    status: int | None = None
    """The HTTP status that was answered, if any was."""

    outcome: str
    """How it ended: the name of an error, or `ok`."""

    request_id: str | None = None
    """The server's name for the request."""

    _fields: ClassVar[dict[str, object]] = {
        "number": int,
        "waited": float,
        "took": float,
        "status": int,
        "outcome": str,
        "request_id": str,
    }

    def __init__(
        self,
        *,
        number: int,
        waited: float,
        took: float,
        status: int | None = None,
        outcome: str,
        request_id: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {
                "number": number,
                "waited": waited,
                "took": took,
                "status": status,
                "outcome": outcome,
                "request_id": request_id,
            },
            extra,
        )


class DeploymentEvent(_Told):
    """A step of a deployment."""

    deployment: Deployment
    """The deployment as it is now."""

    elapsed: float
    """Since the wait began, in seconds."""

    expected: float | None = None
    """How long deployments of this app usually take, by those that succeeded lately, in seconds;
    only `deploy` knows."""

    note: str | None = None
    """What there is to say besides, such as what capacity it waits for."""

    _fields: ClassVar[dict[str, object]] = {
        "deployment": Deployment,
        "elapsed": float,
        "expected": float,
        "note": str,
    }

    def __init__(
        self,
        *,
        deployment: Deployment | Mapping[str, Any],
        elapsed: float,
        expected: float | None = None,
        note: str | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        self._fill(
            {"deployment": deployment, "elapsed": elapsed, "expected": expected, "note": note},
            extra,
        )

    @property
    def status(self) -> DeploymentStatus:
        """Where the deployment stands."""
        return self.deployment.status

    @property
    def waits_for(self) -> DeploymentErrorCode | None:
        """The capacity that it waits for, which is no failure: the platform goes on trying."""
        return None if self.status.is_terminal else self.deployment.error_code


class RawResponse(Answer, _Told):
    """The answer to `client.request`. Its repr leaves out the body, which may hold secrets."""

    status: int
    """The HTTP status."""

    body: Any = None
    """The body, as JSON holds it; None when there was none."""

    _fields: ClassVar[dict[str, object]] = {"status": int, "body": object}

    def __init__(
        self, *, status: int, body: Any = None, extra: Mapping[str, Any] | None = None
    ) -> None:
        self._fill({"status": status, "body": body}, extra)

    def __repr__(self) -> str:
        return f"RawResponse(status={self.status!r})"
