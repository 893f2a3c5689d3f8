"""Text that does not print."""

from __future__ import annotations

import os

from ._errors import ConfigError
from ._typing import TYPE_CHECKING, cast, final

if TYPE_CHECKING:
    from typing import Any, Final, NoReturn

REDACTED: Final = "[redacted]"


@final
class SecretStr:
    """A token, a key or the value of a secret.

    It does not print: `str`, `repr` and `format` show `[redacted]`, it has no length, and it does
    not become JSON. In a pickle its value is left out, and so it is in `SecretStr("[redacted]")`,
    which is what was written in its place: then `reveal` raises a ValueError.
    """

    __slots__ = ("_value",)
    __module__ = "spice_cloud"

    _value: str | None

    def __new__(cls, value: str | SecretStr) -> SecretStr:
        if isinstance(value, SecretStr):
            return value
        if not isinstance(cast("object", value), str):
            # Not repeated: it may be a secret all the same.
            raise TypeError(f"a secret must be a str, not {type(value).__name__}")
        self = object.__new__(cls)
        object.__setattr__(self, "_value", None if value == REDACTED else str(value))
        return self

    @classmethod
    def from_env(cls, name: str) -> SecretStr:
        """Reads a secret from an environment variable.

        Args:
            name: Name of the variable.

        Raises:
            ConfigError: The variable is not set, or empty.
        """
        value = os.environ.get(name)
        if not value:
            raise ConfigError(f"the environment variable {name} is not set, or empty")
        return cls(value)

    def reveal(self) -> str:
        """The text itself. Whatever you do with it from here on is no longer protected.

        Raises:
            ValueError: There is no text: it was left out of a pickle or of JSON.
        """
        if self._value is None:
            raise ValueError(
                "the value of this secret was left out when it was pickled or written down"
            )
        return self._value

    def __repr__(self) -> str:
        return f"SecretStr({REDACTED})"

    def __str__(self) -> str:
        return REDACTED

    def __format__(self, form: str) -> str:
        return format(REDACTED, form)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SecretStr):
            return NotImplemented
        return self._value == other._value

    def __hash__(self) -> int:
        return hash((SecretStr, self._value))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError("a SecretStr is immutable")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError("a SecretStr is immutable")

    def __copy__(self) -> SecretStr:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> SecretStr:
        return self

    def __reduce__(self) -> tuple[type[SecretStr], tuple[str]]:
        return SecretStr, (REDACTED,)
