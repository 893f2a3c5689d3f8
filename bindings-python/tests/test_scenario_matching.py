"""The matchers and variables of scenarios: what differs is found."""

from __future__ import annotations

from typing import Any

import pytest

from scenario import Variables, differences
from scenario.variables import Mistake

ACTUAL = {"id": 7, "name": "x", "config": {"replicas": 2}, "list": [1, 2], "yes": True}


@pytest.mark.parametrize(
    "expected",
    [
        {"id": 7.0},
        {"config": {"replicas": 2}, "absent": None, "empty": [], "none": {}},
        {"extra": {"name": "x"}},
        {"list": [1, 2]},
        {"yes": True},
    ],
)
def test_what_is_not_named_is_not_compared(expected: Any) -> None:
    assert differences(expected, ACTUAL) == []


@pytest.mark.parametrize(
    "expected",
    [
        {"id": 8},
        {"id": "7"},
        {"absent": 1},
        {"absent": False},
        {"name": None},
        {"list": [1]},
        {"list": []},
        {"yes": 1},
        {"extra": {"other": 1}},
        [],
        {},
        {"config": {}},
        {"config": []},
    ],
)
def test_what_differs_is_found(expected: Any) -> None:
    assert len(differences(expected, ACTUAL)) == 1


@pytest.mark.parametrize(
    ("expected", "good", "bad"),
    [
        ({"$any": True}, 0, None),
        ({"$type": "integer"}, 1, 1.5),
        ({"$type": "integer"}, 0, False),
        ({"$type": "boolean"}, False, 0),
        ({"$type": "string"}, "", 1),
        ({"$regex": "^a+$"}, "aa", "ab"),
        ({"$regex": "a"}, "bab", ["a"]),
        ({"$contains": "b"}, "abc", "ac"),
        ({"$contains": {"id": 2}}, [{"id": 1}, {"id": 2, "x": 0}], [{"id": 1}]),
        ({"$length": 2}, ["a", "b"], ["a"]),
        ({"$length": 0}, None, 1),
        ({"$not": "x"}, "y", "x"),
        ({"$each": {"$type": "integer"}}, [1, 2], [1, "2"]),
        ({"$each": {"$any": True}}, [], None),
        ({"$secret": "s"}, "s", "t"),
        ({"$type": "string", "$contains": "a"}, "a", "b"),
    ],
)
def test_matchers_match_what_they_say(expected: Any, good: Any, bad: Any) -> None:
    assert differences(expected, good) == []
    assert differences(expected, bad) != []


@pytest.mark.parametrize(
    "expected",
    [{"$anything": True}, {"$any": False}, {"$type": 1}, {"$regex": 1}, {"$any": True, "name": 1}],
)
def test_a_matcher_that_is_misspelt_never_fits(expected: Any) -> None:
    assert differences(expected, "x") != []


def test_differences_say_where() -> None:
    assert differences({"a": [{"b": 1}]}, {"a": [{"b": 2}]}) == ["/a/0/b: expected 1, got 2"]


def test_references_become_what_they_stand_for() -> None:
    variables = Variables()
    variables.save("app", 42)
    filled = variables.fill(
        {"app": "$app", "price": "$$5", "list": ["$app"], "path": "/{app}/x", "$regex": "^a$"}
    )
    assert filled == {"app": 42, "price": "$5", "list": [42], "path": "/42/x", "$regex": "^a$"}
    assert "edition" in variables.fill({"$file": "rustfmt.toml"})


@pytest.mark.parametrize("value", ["$app", {"path": "/{app}"}, {"path": "/{"}])
def test_what_was_not_saved_is_a_mistake(value: Any) -> None:
    with pytest.raises(Mistake):
        Variables().fill(value)


def test_files_outside_the_project_are_not_read() -> None:
    with pytest.raises(LookupError):
        Variables().fill({"$file": "../x"})
