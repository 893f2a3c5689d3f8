"""Sets of words that may grow: a word that this version does not know is kept as it is."""

from __future__ import annotations

from ._typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from typing import Any, ClassVar

    from typing_extensions import Self


def publish(cls: type) -> None:
    """Lets a class of this package say that it is the package's, not a private module's."""
    if cls.__module__.startswith("spice_cloud."):
        cls.__module__ = "spice_cloud"


class OpenEnum(str):
    """A word of a set that may grow.

    It is a `str` and equal to one. The words that this version knows are attributes of the class,
    such as `DeploymentStatus.SUCCEEDED`; `is_known` is False for all others.
    """

    __slots__ = ()

    KNOWN: ClassVar[tuple[Any, ...]] = ()
    """The words that this version knows."""

    # Names and words, from the contract; and the members of the words.
    _words: ClassVar[dict[str, str]] = {}
    _members: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        publish(cls)
        cls._members = {word: str.__new__(cls, word) for word in cls._words.values()}
        named = {name: cls._members[word] for name, word in cls._words.items()}
        for name, value in {**named, "KNOWN": tuple(named.values())}.items():
            setattr(cls, name, value)

    def __new__(cls, word: str) -> Self:
        if not isinstance(cast("object", word), str):
            raise TypeError(f"{cls.__name__} must be a str, not {type(word).__name__}")
        member: Self | None = cls._members.get(word)
        return str.__new__(cls, word) if member is None else member

    @property
    def is_known(self) -> bool:
        """Whether this version knows the word."""
        return self in self._members

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {str(self)!r}>"

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        return type(self), (str(self),)


publish(OpenEnum)
