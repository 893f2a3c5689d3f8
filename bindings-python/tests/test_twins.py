"""The two clients are twins: the same names, arguments and words, but for what is awaited."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from typing import Any

import pytest

from scenario import public_name, public_operations, read_json
from scenario.json_types import is_object
from spice_cloud import AsyncSpiceCloud, SpiceCloud

SYNC = SpiceCloud(token="example-token")
ASYNC = AsyncSpiceCloud(token="example-token")
OPERATIONS = public_operations(SYNC)

# What gives an iterator at once, without being awaited.
ITERATED = {"apps.list", "deployments.list", "deployments.watch", "runtime.chat_stream"}
# The asynchronous client closes under another name.
ENDINGS = {"close": "aclose", "__enter__": "__aenter__", "__exit__": "__aexit__"}


def normal(annotation: object) -> str:
    """An annotation without what only the asynchronous twin says."""
    return re.sub(r"\bAsync", "", str(annotation))


def shape(call: Callable[..., Any]) -> tuple[list[tuple[str, Any, str, str]], str]:
    signature = inspect.signature(call)
    parameters = [
        (one.name, one.kind, repr(one.default), normal(one.annotation))
        for one in signature.parameters.values()
    ]
    return parameters, normal(signature.return_annotation)


def members(thing: object) -> set[str]:
    return {name for name in dir(thing) if not name.startswith("_")}


def test_the_clients_have_the_same_members() -> None:
    renamed = {ENDINGS.get(name, name) for name in members(SYNC)}
    assert renamed == members(ASYNC)


def test_the_clients_take_the_same_options() -> None:
    assert shape(SpiceCloud) == shape(AsyncSpiceCloud)
    assert shape(SpiceCloud.with_options) == shape(AsyncSpiceCloud.with_options)


def test_the_clients_have_the_same_operations() -> None:
    assert list(public_operations(ASYNC)) == list(OPERATIONS)


@pytest.mark.parametrize("name", OPERATIONS)
def test_operations_have_the_same_signature(name: str) -> None:
    assert shape(public_operations(ASYNC)[name]) == shape(OPERATIONS[name])


@pytest.mark.parametrize("name", OPERATIONS)
def test_operations_are_awaited_in_one_twin_only(name: str) -> None:
    # Not a native future: a call that nobody awaits sends nothing.
    assert inspect.iscoroutinefunction(public_operations(ASYNC)[name]) is (name not in ITERATED)
    assert not inspect.iscoroutinefunction(OPERATIONS[name])


def words(call: Callable[..., Any]) -> str:
    return inspect.getdoc(call) or ""


@pytest.mark.parametrize("name", OPERATIONS)
def test_operations_are_documented_alike(name: str) -> None:
    documented = words(OPERATIONS[name])
    # Only the asynchronous twin awaits what it calls; lines break elsewhere then.
    twin = words(public_operations(ASYNC)[name]).split()
    assert " ".join(twin).replace(" and awaited if it wants to be", "") == " ".join(
        documented.split()
    )
    assert documented.split("\n")[0].endswith(".")
    assert "Raises:" in documented


def contract() -> list[tuple[str, str, str | None]]:
    """The operations of the contract: their public name, route and scope."""
    found: list[tuple[str, str, str | None]] = []
    for path, methods in read_json("api/openapi.json")["paths"].items():
        for method, operation in methods.items():
            if is_object(operation) and "resource" in operation.get("x-sdk", {}):
                name: str = operation["operationId"]
                scope: str | None = operation.get("x-required-scope")
                found.append((public_name(name), f"{method.upper()} {path}", scope))
    return found


@pytest.mark.parametrize(("name", "route", "scope"), contract())
def test_operations_tell_their_route_and_scope(name: str, route: str, scope: str | None) -> None:
    documented = words(OPERATIONS[name])
    assert f"`{route}`" in documented
    assert scope is None or f"`{scope}`" in documented


def workflows() -> dict[str, list[str]]:
    """The workflows, and the operations that they are made of."""
    found = read_json("api/workflows.json")["operations"]
    return {name: workflow["calls"] for name, workflow in found.items()}


def test_every_operation_that_is_built_from_others_tells_their_routes() -> None:
    for name, calls in workflows().items():
        for called in calls:
            assert f"`{called}`" in words(OPERATIONS[name]), name
    by_hand = OPERATIONS.keys() - {name for name, _, _ in contract()} - workflows().keys()
    assert by_hand == {
        "apps.find",
        "apps.update_if_unchanged",
        "client.reconcile",
        "client.request",
        "deployments.deploy",
        "deployments.wait",
        "deployments.watch",
        "secrets.set_many",
    }
    for name in by_hand - {"client.request", "client.reconcile"}:
        assert re.search(r"`(GET|POST|PUT) /v1/", words(OPERATIONS[name])), name


@pytest.mark.parametrize("client", [SYNC, ASYNC], ids=["sync", "async"])
def test_projects_is_another_name_of_apps(client: SpiceCloud | AsyncSpiceCloud) -> None:
    assert client.projects is client.apps


PAIRS = [("Pager", "AsyncPager"), ("Stream", "AsyncStream"), ("Watch", "AsyncWatch")]


@pytest.mark.parametrize(("name", "twin"), PAIRS)
def test_iterators_have_the_same_methods(name: str, twin: str) -> None:
    import spice_cloud

    one, other = getattr(spice_cloud, name), getattr(spice_cloud, twin)
    assert {ENDINGS.get(member, member) for member in members(one)} == members(other)
    for member in members(one) - ENDINGS.keys():
        # What is given differs: an iterator here, an asynchronous one there.
        assert shape(getattr(one, member))[0] == shape(getattr(other, member))[0], member
