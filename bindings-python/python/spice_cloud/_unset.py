"""What stands for an argument that was not given, where None means something."""

from __future__ import annotations

from ._typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from typing import Final


@final
class Unset:
    """The type of `UNSET`, of which there is only the one object."""

    __slots__ = ()
    __module__ = "spice_cloud"

    def __new__(cls) -> Unset:
        return UNSET

    def __repr__(self) -> str:
        return "UNSET"

    def __bool__(self) -> bool:
        return False

    # The name under which copies and pickles find it.
    def __reduce__(self) -> str:
        return "UNSET"


UNSET: Final[Unset] = object.__new__(Unset)
"""Leave this as it is: what every argument of an update is that is not given."""
