"""The blocking client."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ._base_client import BaseClient
from ._caller import Caller, Connection
from ._failures import change_of
from ._generated.resources import ClientOperations
from ._options import TokenProvider, raw_request
from ._results import RawResponse
from ._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType

    from typing_extensions import Self

    from . import AmbiguousOutcome, ApiKeys, App, Deployment, Member
    from ._logging import Hook


class SpiceCloud(BaseClient[TokenProvider], ClientOperations):
    """The Spice.ai Cloud Management API, with calls that wait for their results.

    Without a token, client credentials or a provider it takes them from the environment:
    `SPICE_API_TOKEN`, or `SPICE_CLIENT_ID` and `SPICE_CLIENT_SECRET`. Durations are seconds or
    timedeltas. A client may be used from many threads, and in forked processes.

    Raises:
        ConfigError: An option is wrong, or there is nothing to sign in with.
    """

    def _open(
        self, options: dict[str, object], provider: TokenProvider | None, hook: Hook | None
    ) -> None:
        self._serve(Caller(Connection(options, provider, hook, may_wait=False)))

    def _copy(self, options: dict[str, object]) -> Self:
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__)
        copy._serve(self._caller.with_options(options))
        return copy

    def _describe(self) -> str:
        return self._caller.describe()

    def reconcile(self, error: AmbiguousOutcome) -> Deployment | App | ApiKeys | Member | None:
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
        return self._caller.call_optional("reconcile", result, change=change)

    def request(
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
        return self._caller.call("request", RawResponse, raw=raw)

    def close(self) -> None:
        """Ends the client: calls on their way and later ones raise `ClientClosed`.

        May be repeated.
        """
        self._caller.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
