"""The tree of errors; what makes them of what the core tells is in `_failures.py`."""

from __future__ import annotations

from ._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import ClassVar, TypedDict

    from typing_extensions import Unpack

    from . import App, Attempt, Deployment, DeploymentErrorCode

    class Facts(TypedDict, total=False):
        """What every error may tell."""

        operation: str | None
        route: str | None
        status: int | None
        api_code: str | None
        hint: str | None
        request_id: str | None
        retryable: bool
        field_errors: Mapping[str, Iterable[str]] | None
        next_offset: int | None
        journal: str | None
        attempts: Iterable[Attempt]


class SpiceCloudError(Exception):
    """What every call of the SDK may fail with. Its text is one line that a person can act on.

    Neither the text nor the repr ever shows a token, a key or the value of a secret.

    Attributes:
        code: The SDK's code for this kind of error, such as `SPICE_NOT_FOUND`.
        message: What happened, in words.
        hint: What to do about it, where the SDK knows.
        operation: The operation that failed, such as `apps.create`.
        route: Method and path with placeholders, such as `GET /v1/apps/{app_id}`.
        status: The HTTP status of the last answer.
        api_code: The server's own code, such as `insufficient_scope`.
        request_id: The server's name for the last request, which its operators ask for.
        retryable: Whether the same call may succeed later, unchanged.
        field_errors: What is wrong with each field of the input.
        next_offset: How many items come before those that could not be fetched, of a list that
            failed; with this `offset` it goes on.
        journal: How far a rotation of keys got that this has ended; given to a later one, it goes
            on from there. It holds no key.
        attempts: Every attempt that was made, in order.
    """

    code: ClassVar[str] = "SPICE_ERROR"
    # The core's line, which is what would be composed here.
    _text: str | None = None

    def __init__(
        self,
        message: str,
        *,
        operation: str | None = None,
        route: str | None = None,
        status: int | None = None,
        api_code: str | None = None,
        hint: str | None = None,
        request_id: str | None = None,
        retryable: bool = False,
        field_errors: Mapping[str, Iterable[str]] | None = None,
        next_offset: int | None = None,
        journal: str | None = None,
        attempts: Iterable[Attempt] = (),
    ) -> None:
        super().__init__(message)
        self.message = message
        self.operation = operation
        self.route = route
        self.status = status
        self.api_code = api_code
        self.hint = hint
        self.request_id = request_id
        self.retryable = retryable
        self.field_errors: dict[str, tuple[str, ...]] = {
            field: tuple(problems) for field, problems in (field_errors or {}).items()
        }
        self.next_offset = next_offset
        self.journal = journal
        self.attempts: tuple[Attempt, ...] = tuple(attempts)

    def __str__(self) -> str:
        return self._text or self._compose()

    def _compose(self) -> str:
        words = [str(word) for word in (self.status, self.api_code) if word is not None]
        text = type(self).__name__ + (f" ({' '.join(words)})" if words else "")
        text = f"{text}: {self.message}"
        for field, problems in sorted(self.field_errors.items()):
            text = f"{text}; {field}: {', '.join(problems)}"
        if self.hint is not None:
            text = f"{text}. Hint: {self.hint}"
        request = None if self.request_id is None else f"request {self.request_id}"
        attempts = f"{len(self.attempts)} attempts" if len(self.attempts) > 1 else None
        trail = [part for part in (self.route, request, attempts) if part is not None]
        return f"{text} [{', '.join(trail)}]" if trail else text

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return told(self) == told(other)

    def __hash__(self) -> int:
        return hash((type(self), self.message, self.operation, self.status, self.request_id))


class ConfigError(SpiceCloudError):
    """An option is wrong or a credential is missing; found before anything is sent."""

    code = "SPICE_CONFIG"


class ValidationError(SpiceCloudError):
    """The input is malformed or unsafe to send; nothing was sent."""

    code = "SPICE_VALIDATION"


class TransportError(SpiceCloudError):
    """The request or its answer did not get through."""

    code = "SPICE_TRANSPORT"


class ConnectError(TransportError, ConnectionError):
    """There is no connection, or it broke off."""

    code = "SPICE_CONNECT"


class Timeout(TransportError, TimeoutError):
    """An attempt or the whole call took too long."""

    code = "SPICE_TIMEOUT"


class TlsError(TransportError):
    """The secure connection could not be set up, such as for an expired certificate."""

    code = "SPICE_TLS"


class ProxyError(TransportError):
    """The proxy refused or failed."""

    code = "SPICE_PROXY"


class RedirectError(TransportError):
    """The server wanted to send the request elsewhere."""

    code = "SPICE_REDIRECT"


class DecodeError(TransportError):
    """The answer is not what the API answers with."""

    code = "SPICE_DECODE"


class ResponseTooLarge(TransportError):
    """The answer is larger than the limit."""

    code = "SPICE_RESPONSE_TOO_LARGE"


class ApiError(SpiceCloudError):
    """The API refused, with a status.

    Attributes:
        retry_after: How long the server asks to wait, in seconds.
    """

    code = "SPICE_API"

    def __init__(
        self, message: str, *, retry_after: float | None = None, **facts: Unpack[Facts]
    ) -> None:
        super().__init__(message, **facts)
        self.retry_after = retry_after


class BadRequest(ApiError):
    """400: the server does not accept the input."""

    code = "SPICE_BAD_REQUEST"


class AuthenticationError(ApiError):
    """401: the token is missing, malformed, expired or revoked."""

    code = "SPICE_AUTHENTICATION"


class PaymentRequired(ApiError):
    """402: credits or payment are missing."""

    code = "SPICE_PAYMENT_REQUIRED"


class PermissionDenied(ApiError):
    """403: the scope, the role, the organization or the plan does not allow it.

    Attributes:
        required_scope: The scope that the operation needs.
        granted_scopes: The scopes that the token says it has; None when it does not say so.
    """

    code = "SPICE_PERMISSION_DENIED"

    def __init__(
        self,
        message: str,
        *,
        required_scope: str | None = None,
        granted_scopes: Iterable[str] | None = None,
        retry_after: float | None = None,
        **facts: Unpack[Facts],
    ) -> None:
        super().__init__(message, retry_after=retry_after, **facts)
        self.required_scope = required_scope
        self.granted_scopes: tuple[str, ...] | None = (
            None if granted_scopes is None else tuple(granted_scopes)
        )


class NotFound(ApiError):
    """404: it does not exist, or is hidden from the caller."""

    code = "SPICE_NOT_FOUND"


class Conflict(ApiError):
    """409: it conflicts with what is there.

    Attributes:
        kind: `name_taken`, `deployment_in_progress`, `already_member`, `stale_write`, the server's
            own code, or None when the server does not say.
    """

    code = "SPICE_CONFLICT"

    def __init__(
        self,
        message: str,
        *,
        kind: str | None = None,
        retry_after: float | None = None,
        **facts: Unpack[Facts],
    ) -> None:
        super().__init__(message, retry_after=retry_after, **facts)
        self.kind = kind


class Unprocessable(ApiError):
    """422: understood, but cannot be done."""

    code = "SPICE_UNPROCESSABLE"


class RateLimited(ApiError):
    """429: too many requests; `retry_after` says when to come back, in seconds."""

    code = "SPICE_RATE_LIMITED"


class ServerError(ApiError):
    """5xx: the server failed."""

    code = "SPICE_SERVER"


class AmbiguousOutcome(SpiceCloudError):
    """A change may or may not have happened, and the SDK does not guess.

    `client.reconcile(error)` finds out later what became of it, also in another process.

    Attributes:
        candidates: What may have come of the change: objects that nobody can tell from the one that
            was asked for.
        watermark: The newest deployment of the app before the call, of `deployments.create`; 0 when
            there was none. What the call has started has a greater id.
    """

    code = "SPICE_AMBIGUOUS_OUTCOME"

    def __init__(
        self,
        message: str,
        *,
        candidates: Iterable[Deployment | App] = (),
        watermark: int | None = None,
        **facts: Unpack[Facts],
    ) -> None:
        super().__init__(message, **facts)
        self.candidates: tuple[Deployment | App, ...] = tuple(candidates)
        self.watermark = watermark


class DeploymentFailed(SpiceCloudError):
    """A deployment ended as failed.

    Attributes:
        deployment: The deployment as it ended.
        elapsed: How long was waited, in seconds.
        rollback_to: The last deployment that succeeded before, which `deployments.rollback` goes
            back to; None when there is none, or nobody looked.
    """

    code = "SPICE_DEPLOYMENT_FAILED"

    def __init__(
        self,
        message: str,
        *,
        deployment: Deployment | None = None,
        elapsed: float | None = None,
        rollback_to: Deployment | None = None,
        **facts: Unpack[Facts],
    ) -> None:
        super().__init__(message, **facts)
        self.deployment = deployment
        self.elapsed = elapsed
        self.rollback_to = rollback_to

    @property
    def error_code(self) -> DeploymentErrorCode | None:
        """Why it failed, such as `insufficient_memory`, where the platform says so."""
        return None if self.deployment is None else self.deployment.error_code


class RotationFailed(SpiceCloudError):
    """A rotation of keys stopped: a new key was not distributed, or did not pass.

    The key that clients had before goes on working. `journal` lets a later rotation go on from
    here, and what a function of yours has raised is the cause.
    """

    code = "SPICE_ROTATION_FAILED"


class WaitTimeout(SpiceCloudError, TimeoutError):
    """A wait reached its limit; what was waited for goes on.

    Attributes:
        deployment: The deployment as it was last seen.
        elapsed: How long was waited, in seconds.
    """

    code = "SPICE_WAIT_TIMEOUT"

    def __init__(
        self,
        message: str,
        *,
        deployment: Deployment | None = None,
        elapsed: float | None = None,
        **facts: Unpack[Facts],
    ) -> None:
        super().__init__(message, **facts)
        self.deployment = deployment
        self.elapsed = elapsed


class Cancelled(SpiceCloudError):
    """The call was cancelled.

    Attributes:
        request_may_have_been_sent: Whether the request of a change may have been sent before.
    """

    code = "SPICE_CANCELLED"

    def __init__(
        self,
        message: str,
        *,
        request_may_have_been_sent: bool | None = None,
        **facts: Unpack[Facts],
    ) -> None:
        super().__init__(message, **facts)
        self.request_may_have_been_sent = request_may_have_been_sent


class DryRun(SpiceCloudError):
    """The client only shows its changes: nothing was sent."""

    code = "SPICE_DRY_RUN"


class ClientClosed(SpiceCloudError):
    """The client is closed."""

    code = "SPICE_CLIENT_CLOSED"


class InternalError(SpiceCloudError):
    """A bug in the SDK."""

    code = "SPICE_INTERNAL"


KINDS: dict[str, type[SpiceCloudError]] = {
    kind.__name__: kind
    for kind in (
        ConfigError,
        ValidationError,
        ConnectError,
        Timeout,
        TlsError,
        ProxyError,
        RedirectError,
        DecodeError,
        ResponseTooLarge,
        ApiError,
        BadRequest,
        AuthenticationError,
        PaymentRequired,
        PermissionDenied,
        NotFound,
        Conflict,
        Unprocessable,
        RateLimited,
        ServerError,
        AmbiguousOutcome,
        DeploymentFailed,
        RotationFailed,
        WaitTimeout,
        Cancelled,
        DryRun,
        ClientClosed,
        InternalError,
    )
}


def told(error: object) -> dict[str, object]:
    """What an error tells; notes and the like are not part of it."""
    return {name: value for name, value in vars(error).items() if not name.startswith("_")}
