"""Values that a scenario has saved, and where it uses them."""

from __future__ import annotations

import re
from typing import Any

from .files import read_text
from .json_types import is_list, is_object


class Mistake(AssertionError):
    """A mistake of the scenario, not of the SDK."""


class Variables:
    """What a scenario has saved so far."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}
        self._objects: dict[str, object] = {}

    def save(self, name: str, value: Any, thing: object | None = None) -> None:
        """Saves a value, and the object of the SDK that it is, if it is one."""
        self._values[name] = value
        self._objects.pop(name, None)
        if thing is not None:
            self._objects[name] = thing

    def object(self, name: str) -> object:
        """An object that was saved."""
        if name not in self._objects:
            raise Mistake(f"no object was saved as {name}")
        return self._objects[name]

    def fill(self, value: Any) -> Any:
        """The value with every reference replaced by what it stands for.

        `"$name"` is the value of a variable, `"$$text"` the text with one of the two signs,
        `{"$file": path}` the text of a file of the project. In texts under `path`, `{name}` is the
        text of a variable.
        """
        if isinstance(value, str) and value.startswith("$"):
            return value[1:] if value.startswith("$$") else self._value(value[1:])
        if is_list(value):
            return [self.fill(item) for item in value]
        if is_object(value):
            if list(value) == ["$file"]:
                return read_text(value["$file"])
            return {name: self._fill_member(name, member) for name, member in value.items()}
        return value

    def _fill_member(self, name: str, value: Any) -> Any:
        # Patterns have dollar signs of their own.
        if name in ("$regex", "$object"):
            return value
        if name == "path" and isinstance(value, str):
            return self._fill_path(value)
        return self.fill(value)

    def _fill_path(self, path: str) -> str:
        filled = re.sub(r"{([^{}]*)}", lambda name: str(self._value(name[1])), path)
        if "{" in filled:
            raise Mistake(f"{path}: a brace is left open")
        return filled

    def _value(self, name: str) -> Any:
        if name not in self._values:
            raise Mistake(f"nothing was saved as {name}")
        return self._values[name]
