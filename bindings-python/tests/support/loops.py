"""An event loop as Windows has it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed import FileDescriptorLike
    from typing_extensions import TypeVarTuple, Unpack

    Ts = TypeVarTuple("Ts")


class NoReaders(asyncio.SelectorEventLoop):
    """A loop that watches no pipes. Its own pipe goes around `add_reader`."""

    def add_reader(
        self,
        fd: FileDescriptorLike,
        callback: Callable[[Unpack[Ts]], Any],
        *args: Unpack[Ts],
    ) -> None:
        """Refuses, as the loop of Windows does."""
        raise NotImplementedError
