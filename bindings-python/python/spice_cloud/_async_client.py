"""The asynchronous client."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ._async_caller import AsyncCaller
from ._base_client import BaseClient
from ._caller import Connection
from ._failures import change_of
from ._generated.async_resources import AsyncClientOperations
from ._options import AsyncTokenProvider, raw_request
from ._results import RawResponse
from ._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self

    from . import AmbiguousOutcome, ApiKeys, App, Deployment, Member
    from ._logging import Hook


class AsyncSpiceCloud(BaseClient[AsyncTokenProvider], AsyncClientOperations):
    """The Spice.ai Cloud Management API for event loops.

    Every call is a coroutine; cancelling it drops its request. A client may be used in one event
    loop after the other, of asyncio, uvloop or trio. Without a token, client credentials or a
    provider it takes them from the environment: `SPICE_API_TOKEN`, or `SPICE_CLIENT_ID` and
    `SPICE_CLIENT_SECRET`. The options are those of `SpiceCloud`; `token_provider` may also be a
    coroutine function.

    Raises:
        ConfigError: An option is wrong, or there is nothing to sign in with.
    """

    def _open(
        self, options: dict[str, object], provider: AsyncTokenProvider | None, hook: Hook | None
    ) -> None:
        self._serve(AsyncCaller(Connection(options, provider, hook, may_wait=True)))

    def _copy(self, options: dict[str, object]) -> Self:
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__)
        copy._serve(self._caller.with_options(options))
        return copy

    def _describe(self) -> str:
        return self._caller.describe()

    async def reconcile(
        self, error: AmbiguousOutcome
    ) -> Deployment | App | ApiKeys | Member | None:
        """Finds out what became of a change that failed with `AmbiguousOutcome`.

        It only looks, and sends no change.

        Args:
            error: What the change failed with, here or in another process.

        Returns:
            What the change has made; None when nothing of it is there, so that it did not happen
            and may be tried again.

        Raises:
            AmbiguousOutcome: Nobody can tell yet.
            Conflict: Something else was there first.
            ValidationError: The error tells of no change that can be found out, as those of raw
                requests.
        """
        change, result = change_of(error)
        return await self._caller.call_optional("reconcile", result, change=change)

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | Iterable[tuple[str, object]] | None = None,
        body: object = None,
        idempotent: bool = False,
    ) -> RawResponse:
        """Makes any request to the API, with the client's token, limits and retries.

        Args:
            method: GET, POST, PUT, PATCH or DELETE.
            path: The path, such as `/v1/apps`, without the query.
            query: What stands in the query. None is left out, and a list gives its name several
                times.
            body: What is sent as JSON.
            idempotent: Whether sending the request twice does no harm, so that it may be repeated.

        Raises:
            ValidationError: The request is malformed or not safe to send.
            ApiError: The API refused, with a status; what else any call may meet is a
                `SpiceCloudError`.
        """
        raw = raw_request(method, path, query, body, idempotent)
        return await self._caller.call("request", RawResponse, raw=raw)

    async def aclose(self) -> None:
        """Ends the client: calls on their way and later ones raise `ClientClosed`.

        May be repeated.
        """
        self._caller.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()
