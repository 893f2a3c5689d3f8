"""Partial comparison: what an expectation does not name is not compared.

The rules are those of `tests/scenarios/README.md`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from .json_types import is_list, is_object


def differences(expected: Any, actual: Any) -> list[str]:
    """Where a value differs from what is expected, in words; nothing when it fits."""
    return list(_compare(expected, actual, ""))


def _compare(expected: Any, actual: Any, place: str) -> Iterator[str]:
    if is_object(expected):
        if any(name.startswith("$") for name in expected):
            for name, argument in expected.items():
                words = _matcher(name, argument, actual)
                if words is not None:
                    yield _at(place, words)
        else:
            yield from _compare_object(expected, actual, place)
    elif is_list(expected):
        yield from _compare_list(expected, actual, place)
    elif not _is_equal(expected, actual):
        yield _at(place, f"expected {_show(expected)}, got {_show(actual)}")


def _compare_object(members: dict[str, Any], actual: Any, place: str) -> Iterator[str]:
    if not is_object(actual):
        # One that names nothing stands for an empty one, or none.
        if members or actual is not None:
            yield _at(place, f"expected an object, got {_show(actual)}")
        return
    if actual and not members:
        yield _at(place, f"expected nothing in it, got {_show(actual)}")
    for name, value in members.items():
        if name == "extra" and name not in actual and is_object(value):
            # Members that the contract does not know stand beside those that it knows.
            for unknown, argument in value.items():
                yield from _compare(argument, actual.get(unknown), f"{place}/{unknown}")
        else:
            yield from _compare(value, actual.get(name), f"{place}/{name}")


def _compare_list(items: list[Any], actual: Any, place: str) -> Iterator[str]:
    if not is_list(actual):
        if items or actual is not None:
            yield _at(place, f"expected a list, got {_show(actual)}")
        return
    if len(items) != len(actual):
        yield _at(place, f"expected {len(items)} items, got {len(actual)}: {_show(actual)}")
        return
    for index, (item, value) in enumerate(zip(items, actual, strict=True)):
        yield from _compare(item, value, f"{place}/{index}")


def _is_equal(expected: Any, actual: Any) -> bool:
    """Numbers are equal when they mean the same, as 1 and 1.0 do; true is no number."""
    if isinstance(expected, bool) or isinstance(actual, bool):
        return expected is actual
    return bool(expected == actual)


def _matcher(name: str, argument: Any, actual: Any) -> str | None:
    """What is wrong with a value, in words; nothing when it fits."""
    if name == "$each":
        return _each(argument, actual)
    check = _MATCHERS.get(name)
    fits = check(argument, actual) if check is not None else None
    if fits is None:
        return f"there is no matcher {name} that takes {_show(argument)}"
    return None if fits else f"expected {name} {_show(argument)}, got {_show(actual)}"


def _each(item: Any, actual: Any) -> str | None:
    if not is_list(actual):
        return f"expected a list, got {_show(actual)}"
    wrong = (words for present in actual for words in differences(item, present))
    first = next(wrong, None)
    return None if first is None else f"in an item: {first}"


def _any(argument: Any, actual: Any) -> bool | None:
    return actual is not None if argument is True else None


def _secret(argument: Any, actual: Any) -> bool:
    return _is_equal(argument, actual)


def _not(argument: Any, actual: Any) -> bool:
    return bool(differences(argument, actual))


def _type(argument: Any, actual: Any) -> bool | None:
    kinds: dict[str, tuple[type, ...]] = {
        "string": (str,),
        "boolean": (bool,),
        "number": (int, float),
        "integer": (int,),
        "array": (list,),
        "object": (dict,),
    }
    kind = kinds.get(argument) if isinstance(argument, str) else None
    if kind is None:
        return None
    return isinstance(actual, kind) and (bool in kind or not isinstance(actual, bool))


def _length(argument: Any, actual: Any) -> bool:
    if actual is None:
        return _is_equal(argument, 0)
    if isinstance(actual, str) or is_list(actual) or is_object(actual):
        return _is_equal(argument, len(actual))
    return False


def _contains(argument: Any, actual: Any) -> bool:
    """A text contains a part of it, a list an item that fits."""
    if isinstance(actual, str):
        return isinstance(argument, str) and argument in actual
    if is_list(actual):
        return any(not differences(argument, item) for item in actual)
    return False


def _regex(argument: Any, actual: Any) -> bool | None:
    if not isinstance(argument, str):
        return None
    return isinstance(actual, str) and re.search(argument, actual) is not None


# Each says whether a value fits, or nothing when it does not take the argument.
_MATCHERS: dict[str, Callable[[Any, Any], bool | None]] = {
    "$any": _any,
    "$contains": _contains,
    "$length": _length,
    "$not": _not,
    "$regex": _regex,
    "$secret": _secret,
    "$type": _type,
}


def _at(place: str, words: str) -> str:
    return f"{place or 'the whole'}: {words}"


def _show(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
