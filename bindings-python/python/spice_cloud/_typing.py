"""What the package needs of `typing`, without importing it: that would cost more than all the rest.

Type checkers see the real thing; annotations are never evaluated.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Generic, TypeVar, cast, final

    M = TypeVar("M")
    P = TypeVar("P")
    T = TypeVar("T")
else:
    from types import GenericAlias

    M = P = T = object

    class Generic:
        """A base of classes that take type arguments."""

        __slots__ = ()

        def __class_getitem__(cls, item):
            return cls if cls is Generic else GenericAlias(cls, item)

    def cast(_, value):
        """Tells type checkers only."""
        return value

    def final(cls):
        """Tells type checkers only."""
        return cls


__all__ = ["TYPE_CHECKING", "Generic", "M", "P", "T", "cast", "final"]
