"""Lists that come in pages, answers that come in pieces, and deployments that are followed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ._failures import invalid
from ._native import DONE, Meta
from ._options import whole
from ._results import DeploymentEvent
from ._typing import TYPE_CHECKING, Generic, P, T, cast

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any

    from typing_extensions import Self


class Page(Generic[T]):
    """One page of a list.

    Attributes:
        items: The items that no page before had.
        offset: How many items come before this page.
        meta: About the request that fetched it.
    """

    __slots__ = ("items", "meta", "offset")

    def __init__(self, items: list[T], offset: int = 0, meta: Meta | None = None) -> None:
        self.items: list[T] = items
        self.offset: int = offset
        self.meta: Meta = Meta() if meta is None else meta

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        return f"Page({len(self.items)} items, offset={self.offset})"

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Page):
            return NotImplemented
        page = cast("Page[object]", other)
        return (self.items, self.offset) == (page.items, page.offset)

    def __reduce__(self) -> tuple[type[Page[T]], tuple[list[T], int]]:
        return Page, (self.items, self.offset)


class Listing(Generic[P]):
    """What both kinds of pagers know: the list, and how to begin fetching pages of it."""

    def __init__(
        self,
        operation: str,
        begin: Callable[[int | None, int | None], P],
        page_size: int | None,
        limit: int | None,
    ) -> None:
        self._operation = operation
        self._begin = begin
        self._page_size = count("page_size", page_size)
        self._limit = count("limit", limit)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._operation!r})"

    def _at_most(self, most: int | None) -> int | None:
        wanted = [limit for limit in (self._limit, count("max", most)) if limit is not None]
        return min(wanted, default=None)


class Pager(Listing[Iterator[Page[T]]]):
    """A list that is fetched page by page, as its items are wanted, each exactly once.

    Iterating over it begins anew each time and may raise what any call may raise.
    """

    def __iter__(self) -> Iterator[T]:
        return self._items(self._page_size, self._limit)

    def pages(self) -> Iterator[Page[T]]:
        """The same list, page by page."""
        return self._begin(self._page_size, self._limit)

    def first(self) -> T | None:
        """The first item, for one request; None when the list is empty."""
        return next(self._items(1, self._at_most(1)), None)

    def to_list(self, *, max: int | None = None) -> list[T]:
        """Every item, or at most `max` of them."""
        return list(self._items(self._page_size, self._at_most(max)))

    def _items(self, page_size: int | None, limit: int | None) -> Iterator[T]:
        for page in self._begin(page_size, limit):
            yield from page.items


class Stream(Generic[T]):
    """What comes piece by piece: an iterator that can be closed.

    It may raise what any call may raise, whenever a piece is taken.
    """

    def __init__(self, next_step: Callable[[], tuple[int, Any]], close: Callable[[], None]) -> None:
        self._next_step = next_step
        self._close = close
        self._ended = False

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        if self._ended:
            raise StopIteration
        try:
            kind, value = self._next_step()
        except BaseException:
            self._ended = True
            raise
        if kind == DONE:
            self._ended = True
            raise StopIteration
        piece: T = value
        return piece

    def close(self) -> None:
        """Gives up what has not come yet."""
        if not self._ended:
            self._ended = True
            self._close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


class Watch(Stream[DeploymentEvent]):
    """The steps of a deployment, as they happen: an iterator that can be closed.

    It ends when the deployment has succeeded. Closing it does not stop the deployment.

    Raises:
        DeploymentFailed: The deployment has failed.
        WaitTimeout: The limit of the wait was reached; the deployment goes on.
    """


def count(name: str, value: int | None) -> int | None:
    """A number of items, if one was given."""
    return None if value is None else whole(name, value, invalid)
