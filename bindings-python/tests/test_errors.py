"""The tree of errors: what is a kind of what, how errors travel, and what real ones tell."""

from __future__ import annotations

import copy
import pickle
from typing import Any, cast

import pytest

import spice_cloud
from conftest import Connect
from scenario import Caller
from spice_cloud import (
    Attempt,
    Deployment,
    SpiceCloudError,
    _native,  # pyright: ignore[reportPrivateUsage]
)
from spice_cloud.testing import Emulator
from support.emulators import SPICEPOD
from support.server import RawServer, answer, fixed_server

# The tree of INTERFACE: each class under the one that it is a kind of.
TREE: dict[str, tuple[str, ...]] = {
    "SpiceCloudError": (
        "ConfigError",
        "ValidationError",
        "TransportError",
        "ApiError",
        "AmbiguousOutcome",
        "DeploymentFailed",
        "RotationFailed",
        "WaitTimeout",
        "Cancelled",
        # Of clients that only show their changes.
        "DryRun",
        "ClientClosed",
        "InternalError",
    ),
    "TransportError": (
        "ConnectError",
        "Timeout",
        "TlsError",
        "ProxyError",
        "RedirectError",
        "DecodeError",
        "ResponseTooLarge",
    ),
    "ApiError": (
        "BadRequest",
        "AuthenticationError",
        "PaymentRequired",
        "PermissionDenied",
        "NotFound",
        "Conflict",
        "Unprocessable",
        "RateLimited",
        "ServerError",
    ),
}
PUBLIC: list[str] = vars(spice_cloud)["__all__"]
NAMES = ("SpiceCloudError", *(name for kinds in TREE.values() for name in kinds))


def error_class(name: str) -> type[SpiceCloudError]:
    return cast("type[SpiceCloudError]", getattr(spice_cloud, name))


@pytest.mark.parametrize(
    ("name", "base"), [(name, base) for base, names in TREE.items() for name in names]
)
def test_each_class_stands_where_it_should(name: str, base: str) -> None:
    assert error_class(name).__mro__[1] is error_class(base)
    assert name in PUBLIC


def test_the_tree_has_no_other_branches() -> None:
    public = [getattr(spice_cloud, name) for name in PUBLIC]
    errors = {
        thing.__name__
        for thing in public
        if isinstance(thing, type) and issubclass(thing, SpiceCloudError)
    }
    assert errors == set(NAMES)


def test_every_kind_of_the_core_has_its_class_and_code() -> None:
    kinds = _native.error_kinds()
    assert [(name, error_class(name).code) for name, _ in kinds] == kinds
    assert {name for name, _ in kinds} == set(NAMES) - {"SpiceCloudError", "TransportError"}


def test_builtin_classes_catch_what_they_should() -> None:
    assert issubclass(spice_cloud.Timeout, TimeoutError)
    assert issubclass(spice_cloud.WaitTimeout, TimeoutError)
    assert issubclass(spice_cloud.ConnectError, ConnectionError)
    assert not issubclass(spice_cloud.TlsError, OSError)
    assert issubclass(SpiceCloudError, Exception)


def full(kind: type[SpiceCloudError]) -> SpiceCloudError:
    """An error that tells something under every name that its class knows."""
    facts: dict[str, Any] = {
        "operation": "apps.get",
        "route": "GET /v1/apps/{app_id}",
        "status": 404,
        "api_code": "gone",
        "hint": "look elsewhere",
        "request_id": "req-1",
        "retryable": True,
        "field_errors": {"name": ("too short", "taken")},
        "next_offset": 20,
        "journal": "the journal",
        "attempts": (
            Attempt(number=1, waited=0.0, took=0.5, status=404, outcome="NotFound", request_id="r"),
        ),
    }
    own: dict[str, Any] = {
        "retry_after": 1.5,
        "required_scope": "apps:read",
        "granted_scopes": ("apps:write", "secrets:read"),
        "kind": "name_taken",
        "deployment": Deployment(id=1, status="failed"),
        "elapsed": 2.5,
        "rollback_to": Deployment(id=0, status="succeeded"),
        "request_may_have_been_sent": True,
    }
    error = kind("the message", **facts)
    told = {name: value for name, value in own.items() if hasattr(error, name)}
    return kind("the message", **facts, **told)


@pytest.mark.parametrize("name", NAMES)
def test_errors_travel(name: str) -> None:
    error = full(error_class(name))
    copies = [pickle.loads(pickle.dumps(error, version)) for version in range(6)]
    for other in [*copies, copy.copy(error), copy.deepcopy(error)]:
        assert type(other) is type(error)
        assert vars(other) == vars(error)
        assert (other, hash(other), str(other)) == (error, hash(error), str(error))
        assert other.args == error.args


@pytest.mark.parametrize("name", NAMES)
def test_errors_differ_when_what_they_tell_differs(name: str) -> None:
    error = full(error_class(name))
    for fact in vars(error):
        other = copy.copy(error)
        setattr(other, fact, "something else")
        assert other != error, fact
    assert error != Exception("the message")
    assert error != SpiceCloudError("the message")


@pytest.mark.parametrize("name", NAMES)
def test_errors_built_by_hand_are_one_line(name: str) -> None:
    error = full(error_class(name))
    assert str(error) == (
        f"{name} (404 gone): the message; name: too short, taken. Hint: look elsewhere "
        "[GET /v1/apps/{app_id}, request req-1]"
    )
    assert str(error_class(name)("words")) == f"{name}: words"


def failure(caller: Caller, name: str, /, **args: Any) -> Any:
    reply = caller.call(name, args)
    assert isinstance(reply, SpiceCloudError)
    assert "\n" not in str(reply)
    # What native code raises travels as well as what is built by hand.
    copied = pickle.loads(pickle.dumps(reply))
    assert (copied, str(copied)) == (reply, str(reply))
    assert copy.deepcopy(reply) == reply
    return reply


def test_a_refusal_tells_everything(connect: Connect, emulator: Emulator) -> None:
    error = failure(connect(emulator), "apps.get", app=404404)
    assert isinstance(error, spice_cloud.NotFound)
    assert (error.status, error.code) == (404, "SPICE_NOT_FOUND")
    assert (error.operation, error.route) == ("apps.get", "GET /v1/apps/{app_id}")
    assert error.hint is not None and error.hint in str(error)
    assert error.request_id is not None and error.request_id in str(error)
    assert [attempt.outcome for attempt in error.attempts] == ["NotFound"]
    assert (error.attempts[0].number, error.attempts[0].status) == (1, 404)
    assert error.attempts[0].took > 0
    assert not error.retryable


def test_a_missing_scope_is_named(connect: Connect, emulator: Emulator) -> None:
    caller = connect(emulator, token=emulator.mint(scopes=["apps:read"]))
    error = failure(caller, "apps.create", name="sales-bi")
    assert isinstance(error, spice_cloud.PermissionDenied)
    assert error.required_scope == "apps:write"
    # A personal token does not say what it may do.
    assert error.granted_scopes is None
    caller = connect(emulator, token=emulator.mint(kind="oauth", scopes=["apps:read"]))
    error = failure(caller, "apps.create", name="sales-bi")
    assert error.granted_scopes == ("apps:read",)


def test_a_conflict_has_its_kind(connect: Connect, emulator: Emulator) -> None:
    caller = connect(emulator)
    caller.call("apps.create", {"name": "sales-bi"})
    error = failure(caller, "apps.create", name="Sales-BI")
    assert isinstance(error, spice_cloud.Conflict)
    assert error.kind == "name_taken"


def test_fields_are_named(connect: Connect, emulator: Emulator) -> None:
    error = failure(connect(emulator), "apps.create", name="ab", replicas=0)
    assert isinstance(error, spice_cloud.ValidationError)
    assert error.field_errors.keys() == {"name", "replicas"}
    assert error.attempts == ()


def test_a_limit_says_when_to_come_back(connect: Connect) -> None:
    with fixed_server(answer(429, {"error": "slow down"}, {"retry-after": "7"})) as server:
        error = failure(connect(server, max_retries=0), "regions.list")
    assert isinstance(error, spice_cloud.RateLimited)
    assert (error.retry_after, error.retryable) == (7.0, True)


def test_nobody_there_is_a_connection_error(connect: Connect) -> None:
    with fixed_server(answer(200)) as server:
        url = server.url
    error = failure(connect(url, max_retries=0), "regions.list")
    assert isinstance(error, spice_cloud.ConnectError)
    assert isinstance(error, ConnectionError)


def test_slow_answers_are_timeouts(connect: Connect, slow: RawServer) -> None:
    error = failure(connect(slow, timeout=0.05), "regions.list")
    assert isinstance(error, spice_cloud.Timeout)
    assert isinstance(error, TimeoutError)


def test_a_change_without_an_answer_is_ambiguous(connect: Connect, emulator: Emulator) -> None:
    emulator.fault("POST", kind="drop_after_commit")
    caller = connect(emulator, reconcile_timeout=0)
    error = failure(caller, "apps.create", name="sales-bi")
    assert isinstance(error, spice_cloud.AmbiguousOutcome)
    # It can be settled where it was sent to, by whoever has the same error.
    sent: spice_cloud.AmbiguousOutcome = pickle.loads(pickle.dumps(error))
    made = caller.run(caller.client.reconcile(sent))
    assert isinstance(made, spice_cloud.App)
    assert (made.name, made.meta.adopted) == ("sales-bi", True)


def test_only_changes_are_settled(connect: Connect, emulator: Emulator) -> None:
    client = connect(emulator)
    by_hand = spice_cloud.AmbiguousOutcome("lost", candidates=[], watermark=3)
    assert (by_hand.candidates, by_hand.watermark) == ((), 3)
    for error in (by_hand, spice_cloud.NotFound("gone")):
        with pytest.raises(spice_cloud.ValidationError):
            client.run(client.client.reconcile(error))


@pytest.mark.parametrize("operation", ["deployments.deploy", "deployments.wait"])
def test_a_failed_deployment_is_told(connect: Connect, emulator: Emulator, operation: str) -> None:
    caller = connect(emulator, _time_scale=100, timeout=6000, attempt_timeout=3000)
    emulator.set_progression("immediate", fail_with="insufficient_memory")
    app = caller.run(caller.client.apps.create(name="sales-bi"))
    caller.run(caller.client.apps.update(app, spicepod=SPICEPOD))
    if operation == "deployments.wait":
        created = caller.run(caller.client.deployments.create(app))
        error = failure(caller, operation, app=app, deployment=created)
    else:
        error = failure(caller, operation, app=app)
    assert isinstance(error, spice_cloud.DeploymentFailed)
    assert isinstance(error.deployment, Deployment)
    assert error.deployment.status == "failed"
    assert error.error_code == "insufficient_memory"
    assert error.elapsed is not None and error.elapsed >= 0


def test_a_failed_deployment_tells_what_to_go_back_to(connect: Connect, emulator: Emulator) -> None:
    caller = connect(emulator, _time_scale=100, timeout=6000, attempt_timeout=3000)
    emulator.set_progression("immediate")
    app = caller.run(caller.client.apps.create(name="sales-bi"))
    caller.run(caller.client.apps.update(app, spicepod=SPICEPOD))
    good = caller.run(caller.client.deployments.deploy(app))
    emulator.set_progression("immediate", fail_with="unable_to_start")
    error = failure(caller, "deployments.deploy", app=app)
    assert isinstance(error, spice_cloud.DeploymentFailed)
    assert isinstance(error.rollback_to, Deployment)
    assert error.rollback_to.id == good.id


def test_a_wait_that_reaches_its_limit_tells_what_it_saw(
    connect: Connect, emulator: Emulator
) -> None:
    caller = connect(emulator, _time_scale=100, timeout=6000, attempt_timeout=3000)
    emulator.set_progression("manual")
    app = caller.run(caller.client.apps.create(name="sales-bi"))
    caller.run(caller.client.apps.update(app, spicepod=SPICEPOD))
    error = failure(caller, "deployments.deploy", app=app, timeout=2)
    assert isinstance(error, spice_cloud.WaitTimeout)
    assert isinstance(error, TimeoutError)
    assert error.deployment is not None and error.deployment.status == "queued"
    assert error.elapsed is not None and error.elapsed >= 2
