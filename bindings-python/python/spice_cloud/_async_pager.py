"""Lists in pages, answers in pieces, and deployments that are followed, for event loops.

The iterators are classes, not generators: one that is left early goes away at once, with its call,
and no event loop has to finish it.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

from ._native import DONE
from ._pager import Listing, Page
from ._results import DeploymentEvent
from ._typing import TYPE_CHECKING, Generic, T

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any

    from typing_extensions import Self


class Steps:
    """The steps of a call, up to its end."""

    def __init__(
        self, next_step: Callable[[], Awaitable[tuple[int, Any]]], close: Callable[[], None]
    ) -> None:
        self._next_step = next_step
        self._close = close
        self._ended = False

    async def next(self) -> Any:
        """What the next step tells; raises StopAsyncIteration at the end."""
        if self._ended:
            raise StopAsyncIteration
        try:
            kind, value = await self._next_step()
        except BaseException:
            self._ended = True
            raise
        if kind == DONE:
            self._ended = True
            raise StopAsyncIteration
        return value

    def close(self) -> None:
        """Gives the call up, if it has not ended."""
        if not self._ended:
            self._ended = True
            self._close()


class AsyncPages(Generic[T]):
    """The pages of a list, as they are wanted."""

    def __init__(self, steps: Steps) -> None:
        self._steps = steps

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Page[T]:
        return Page(*await self._steps.next())

    async def aclose(self) -> None:
        """Stops fetching."""
        self._steps.close()


class AsyncItems(Generic[T]):
    """The items of a list, as they are wanted."""

    def __init__(self, pages: AsyncPages[T]) -> None:
        self._pages = pages
        self._items: Iterator[T] = iter(())

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        while True:
            for item in self._items:
                return item
            self._items = iter(await self._pages.__anext__())

    async def aclose(self) -> None:
        """Stops fetching."""
        self._items = iter(())
        await self._pages.aclose()


class AsyncPager(Listing[AsyncPages[T]]):
    """A list that is fetched page by page, as its items are wanted, each exactly once.

    Iterating over it begins anew each time and may raise what any call may raise.
    """

    def __aiter__(self) -> AsyncIterator[T]:
        return AsyncItems(self._begin(self._page_size, self._limit))

    def pages(self) -> AsyncPages[T]:
        """The same list, page by page."""
        return self._begin(self._page_size, self._limit)

    async def first(self) -> T | None:
        """The first item, for one request; None when the list is empty."""
        async for item in AsyncItems(self._begin(1, self._at_most(1))):
            return item
        return None

    async def to_list(self, *, max: int | None = None) -> list[T]:
        """Every item, or at most `max` of them."""
        items = AsyncItems(self._begin(self._page_size, self._at_most(max)))
        return [item async for item in items]


class AsyncStream(Generic[T]):
    """What comes piece by piece: an asynchronous iterator that can be closed.

    It may raise what any call may raise, whenever a piece is taken.
    """

    def __init__(self, steps: Steps) -> None:
        self._steps = steps

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        piece: T = await self._steps.next()
        return piece

    async def aclose(self) -> None:
        """Gives up what has not come yet."""
        self._steps.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()


class AsyncWatch(AsyncStream[DeploymentEvent]):
    """The steps of a deployment, as they happen: an asynchronous iterator that can be closed.

    It ends when the deployment has succeeded. Closing it does not stop the deployment.

    Raises:
        DeploymentFailed: The deployment has failed.
        WaitTimeout: The limit of the wait was reached; the deployment goes on.
    """
