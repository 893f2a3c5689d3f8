"""Errors that the SDK makes: from what the core tells, and of its own. Native code calls them."""

from __future__ import annotations

from ._errors import (
    KINDS,
    AmbiguousOutcome,
    InternalError,
    SpiceCloudError,
    ValidationError,
)
from ._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    from . import ApiKeys, App, Deployment, Member

# What some errors tell beside the facts of every error, and what the core calls it.
_OWN = {
    "retry_after": "retry_after",
    "required_scope": "required_scope",
    "granted_scopes": "granted_scopes",
    "kind": "conflict_kind",
    "deployment": "deployment",
    "rollback_to": "rollback_to",
    "elapsed": "elapsed",
    "watermark": "watermark",
    "request_may_have_been_sent": "request_may_have_been_sent",
}

# The changes whose candidates are apps.
_OF_APPS = ("apps.create", "apps.update")


def from_native(state: dict[str, Any]) -> SpiceCloudError:
    """Makes the error that the core tells of."""
    from . import App, Attempt, Deployment
    from ._native import read_model

    kind = KINDS.get(state["kind"], SpiceCloudError)
    attempts = [Attempt(**attempt) for attempt in state.get("attempts") or ()]
    error = kind(
        state["message"],
        operation=state.get("operation"),
        route=state.get("route"),
        status=state.get("status"),
        api_code=state.get("api_code"),
        hint=state.get("hint"),
        request_id=state.get("request_id"),
        retryable=bool(state.get("retryable")),
        field_errors=state.get("field_errors"),
        next_offset=state.get("next_offset"),
        journal=state.get("journal"),
        attempts=attempts,
    )
    facts = vars(error)
    for name, key in _OWN.items():
        if name in facts:
            facts[name] = state.get(key)
    for name in ("deployment", "rollback_to"):
        if facts.get(name) is not None:
            facts[name] = read_model(Deployment, facts[name])
    if facts.get("granted_scopes") is not None:
        facts["granted_scopes"] = tuple(facts["granted_scopes"])
    if isinstance(error, AmbiguousOutcome):
        about: type[Deployment | App] = App if error.operation in _OF_APPS else Deployment
        found = state.get("candidates") or ()
        error.candidates = tuple(read_model(about, candidate) for candidate in found)
        facts["_change"] = state.get("change")
    facts["_text"] = state.get("text")
    return error


def change_of(error: object) -> tuple[str, type[Deployment | App | ApiKeys | Member]]:
    """The change that an error tells of, and what came of it if it has happened."""
    from . import ApiKeys, App, Deployment, Member

    if not isinstance(error, AmbiguousOutcome):
        raise invalid(f"must be an AmbiguousOutcome, not {type(error).__name__}", "error")
    models: dict[str | None, type[Deployment | App | ApiKeys | Member]] = {
        "apps.create": App,
        "apps.update": App,
        "api_keys.regenerate": ApiKeys,
        "members.add": Member,
    }
    change: str | None = vars(error).get("_change")
    return change or "", models.get(error.operation, Deployment)


def invalid(message: str, field: str) -> ValidationError:
    """The error for an argument that cannot be sent: what is wrong with it, and where it stands."""
    return ValidationError(
        f"nothing was sent, because of {field}", field_errors={field: (message,)}
    )


def internal(message: str) -> InternalError:
    """The error for a bug in the SDK."""
    return InternalError(message, hint="this is a bug in the SDK: please report it")
