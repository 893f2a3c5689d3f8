"""How answers become typed objects: `as_pydantic` or `as_msgspec`, whichever is measured."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol, cast


class Read(Protocol):
    """An app that was read."""

    @property
    def id(self) -> int:
        """Its identifier."""
        ...


class Decoder(Protocol):
    """What both modules have."""

    def read_app(self, body: bytes) -> Read:
        """An app."""
        ...

    def read_page(self, body: bytes) -> Sequence[Read]:
        """The apps of a page."""
        ...


def decoder(name: str) -> Decoder:
    """The decoder of this name; nothing else is imported, so that memory can be told apart."""
    return cast("Decoder", import_module(f"as_{name}"))
