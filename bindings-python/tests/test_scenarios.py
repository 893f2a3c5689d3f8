"""Plays every scenario with both clients: one test for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from scenario import (
    KINDS,
    Caller,
    Kind,
    documents,
    operation_of,
    play,
    public_operations,
    recorded,
)

DOCUMENTS = documents("tests/scenarios")


@pytest.mark.parametrize(
    ("name", "kind"),
    [pytest.param(name, kind, id=f"{name}[{kind}]") for name in DOCUMENTS for kind in KINDS],
)
def test_scenario(name: str, kind: Kind, capfd: pytest.CaptureFixture[str]) -> None:
    with recorded(kind, "scenarios", name, capfd) as record:
        play(DOCUMENTS[name], kind, record)


def successes(scenarios: Iterable[dict[str, Any]]) -> set[str]:
    """The operations that scenarios call and get a result from."""
    steps = [step for scenario in scenarios for step in scenario["steps"]]
    return {operation_of(step["call"]) for step in steps if "call" in step and "error" not in step}


@pytest.mark.parametrize("kind", KINDS)
def test_every_public_operation_is_called_by_a_scenario(kind: Kind) -> None:
    with Caller(kind, token="example-token") as caller:
        offered = set(public_operations(caller.client))
    assert offered == successes(DOCUMENTS.values())


def test_an_operation_that_no_scenario_calls_is_found() -> None:
    without = [
        {**scenario, "steps": [step for step in scenario["steps"] if not _is_about_secrets(step)]}
        for scenario in DOCUMENTS.values()
    ]
    left_out = successes(DOCUMENTS.values()) - successes(without)
    methods = ("delete", "drift", "get", "list", "set", "set_many")
    assert left_out == {f"secrets.{method}" for method in methods}


def _is_about_secrets(step: dict[str, Any]) -> bool:
    return str(step.get("call", "")).startswith("secrets.")


def test_scenarios_are_all_there() -> None:
    names = {scenario["name"] for scenario in DOCUMENTS.values()}
    assert len(names) == len(DOCUMENTS) >= 48


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("step", "words"),
    [
        ({"call": "apps.list", "result": [{"id": 1}]}, "expected 1 items"),
        ({"call": "apps.list", "error": {"kind": "NotFound"}}, "expected an error"),
        ({"call": "apps.get", "args": {"app": 1}}, "expected a result, got NotFound"),
        (
            {"call": "apps.get", "args": {"app": 1}, "error": {"kind": "Conflict"}},
            'expected "Conflict"',
        ),
        ({"call": "regions.list", "meta": {"attempts": 2}}, "/attempts: expected 2, got 1"),
        ({"requests": [{"method": "GET"}]}, "expected 1 items, got 0"),
        ({"call": "apps.lists"}, "no call of the name"),
        ({"call": "apps.list", "args": {"page": 1}}, "unknown arguments: page"),
        ({"call": "apps.get", "args": {"app": "$app"}}, "nothing was saved as app"),
        ({"call": "regions.list", "save": {"x": "/nowhere"}}, "there is no /nowhere"),
        ({"emulator": "explode", "args": {}}, "cannot be told to explode"),
        ({"call": "apps.list", "results": []}, "not a step"),
    ],
)
def test_what_is_not_as_expected_is_found(kind: Kind, step: dict[str, Any], words: str) -> None:
    with pytest.raises(AssertionError) as wrong:
        play({"name": "An example", "steps": [step]}, kind)
    assert str(wrong.value).startswith("step 1, ")
    assert words in str(wrong.value)


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_as_expected_passes(kind: Kind) -> None:
    steps: list[dict[str, Any]] = [
        {
            "call": "apps.create",
            "args": {"name": "sales-bi"},
            "save": {"app": "/id", "all": ""},
        },
        {"call": "apps.get", "args": {"app": {"$object": "all"}}, "result": {"id": "$app"}},
        {"requests": [{"method": "POST"}, {"path": "/v1/apps/{app}"}]},
        {"requests": []},
    ]
    play({"name": "An example", "steps": steps}, kind)
