"""An error of the SDK, as JSON that an expectation can be compared with."""

from __future__ import annotations

from typing import Any

from spice_cloud import (
    AmbiguousOutcome,
    ApiError,
    Conflict,
    DeploymentFailed,
    PermissionDenied,
    SpiceCloudError,
    WaitTimeout,
)


def describe(error: SpiceCloudError) -> dict[str, Any]:
    """All that an error tells, through its public attributes."""
    followed = error if isinstance(error, DeploymentFailed | WaitTimeout) else None
    unclear = error if isinstance(error, AmbiguousOutcome) else None
    deployment = None if followed is None else followed.deployment
    rollback_to = error.rollback_to if isinstance(error, DeploymentFailed) else None
    return {
        "kind": type(error).__name__,
        "code": error.code,
        "operation": error.operation,
        "status": error.status,
        "api_code": error.api_code,
        "message": error.message,
        "hint": error.hint,
        "request_id": error.request_id,
        "retryable": error.retryable,
        "retry_after": error.retry_after if isinstance(error, ApiError) else None,
        "required_scope": error.required_scope if isinstance(error, PermissionDenied) else None,
        "granted_scopes": _listed(error.granted_scopes)
        if isinstance(error, PermissionDenied)
        else None,
        "conflict_kind": error.kind if isinstance(error, Conflict) else None,
        "field_errors": {name: list(words) for name, words in error.field_errors.items()},
        "attempts": len(error.attempts),
        "candidates": [candidate.to_dict() for candidate in unclear.candidates] if unclear else [],
        "next_offset": error.next_offset,
        "watermark": None if unclear is None else unclear.watermark,
        "deployment": None if deployment is None else deployment.to_dict(),
        "rollback_to": None if rollback_to is None else rollback_to.to_dict(),
        "journal": error.journal,
        "elapsed": None if followed is None else followed.elapsed,
        "text": str(error),
    }


def _listed(scopes: tuple[str, ...] | None) -> list[str] | None:
    return None if scopes is None else list(scopes)
