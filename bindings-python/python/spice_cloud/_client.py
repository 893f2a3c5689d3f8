"""The blocking client."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping

from ._caller import Caller, Connection
from ._generated.resources import ClientOperations
from ._logging import RequestEvent
from ._options import Duration, TokenProvider, query_pairs
from ._results import RawResponse
from ._secret import SecretStr
from ._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType
    from typing import NoReturn

    from typing_extensions import Self


class SpiceCloud(ClientOperations):
    """The Spice.ai Cloud Management API, with calls that wait for their results.

    Without a token, client credentials or a provider it takes them from the environment:
    `SPICE_API_TOKEN`, or `SPICE_CLIENT_ID` and `SPICE_CLIENT_SECRET`. Durations are seconds or
    timedeltas. A client may be used from many threads, and in forked processes.

    Args:
        token: A personal access token.
        client_id: Id of an OAuth client of an organization; needs `client_secret`.
        client_secret: Secret of that client.
        scope: What scopes to ask for with client credentials, separated by spaces; all of the
            client's if not given.
        token_provider: A function that gives a token, a `str`, a `SecretStr` or a `Token`, whenever
            one is needed.
        base_url: Where the API is; https://api.spice.ai if not given.
        oauth_url: Where client credentials are exchanged.
        org: The organization to act on, for tokens that reach several.
        timeout: Limit of a whole call with its waits and retries; 60 s if not given.
        attempt_timeout: Limit of one attempt; 30 s if not given.
        connect_timeout: Limit of connecting; 5 s if not given.
        max_retries: How many times a failed attempt may be followed by another; 2 if not given, at
            most 10.
        max_in_flight: How many requests may be on their way at a time; 16 if not given.
        headers: Headers to add to each request.
        proxy: Address of a proxy; those of the environment if not given.
        ca_bundle: File with the certificates, in PEM, of authorities that are trusted besides the
            others.
        trust_store: Which authorities are trusted: `auto`, `platform` or `bundled`.
        user_agent_suffix: What is added to the header User-Agent.
        allow_insecure_http: Whether tokens may be sent without encryption to other machines.
        allow_dotenv: Whether `.env.local` and `.env` of the working directory are read, too.
        path_style: Which of the API's names stands in paths: `apps` or `projects`.
        validate: Whether input is checked before it is sent.
        on_request: A function that is told of each attempt, in the thread of the caller.

    Raises:
        ConfigError: An option is wrong, or there is nothing to sign in with.
    """

    def __init__(
        self,
        token: str | SecretStr | None = None,
        *,
        client_id: str | None = None,
        client_secret: str | SecretStr | None = None,
        scope: str | None = None,
        token_provider: TokenProvider | None = None,
        base_url: str | None = None,
        oauth_url: str | None = None,
        org: str | None = None,
        timeout: Duration | None = None,
        attempt_timeout: Duration | None = None,
        connect_timeout: Duration | None = None,
        max_retries: int | None = None,
        max_in_flight: int | None = None,
        headers: Mapping[str, str | SecretStr] | None = None,
        proxy: str | SecretStr | None = None,
        ca_bundle: str | os.PathLike[str] | None = None,
        trust_store: str | None = None,
        user_agent_suffix: str | None = None,
        allow_insecure_http: bool = False,
        allow_dotenv: bool = False,
        path_style: str | None = None,
        validate: bool = True,
        on_request: Callable[[RequestEvent], object] | None = None,
        _time_scale: int | None = None,
    ) -> None:
        options: dict[str, object] = {
            "token": token,
            "client_id": client_id,
            "client_secret": client_secret,
            "scope": scope,
            "base_url": base_url,
            "oauth_url": oauth_url,
            "org": org,
            "timeout": timeout,
            "attempt_timeout": attempt_timeout,
            "connect_timeout": connect_timeout,
            "max_retries": max_retries,
            "max_in_flight": max_in_flight,
            "headers": headers,
            "proxy": proxy,
            "ca_bundle": ca_bundle,
            "trust_store": trust_store,
            "user_agent_suffix": user_agent_suffix,
            "allow_insecure_http": allow_insecure_http,
            "allow_dotenv": allow_dotenv,
            "path_style": path_style,
            "validate": validate,
            "time_scale": _time_scale,
        }
        connection = Connection(options, token_provider, on_request, may_wait=False)
        self._serve(Caller(connection))

    def with_options(
        self,
        *,
        timeout: Duration | None = None,
        attempt_timeout: Duration | None = None,
        max_retries: int | None = None,
        headers: Mapping[str, str | SecretStr] | None = None,
        org: str | None = None,
    ) -> Self:
        """A copy that does some things differently; it shares connections and token.

        What is None stays. `headers` are added to those that there are, replacing those of the same
        name. Closing a copy closes the client.

        Raises:
            ConfigError: An option has the wrong type. A wrong value is told by the copy's calls.
        """
        options: dict[str, object] = {
            "timeout": timeout,
            "attempt_timeout": attempt_timeout,
            "max_retries": max_retries,
            "headers": headers,
            "org": org,
        }
        copy = object.__new__(type(self))
        copy.__dict__.update(self.__dict__)
        copy._serve(self._caller.with_options(options))
        return copy

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
        raw: dict[str, object] = {"method": method, "path": path, "idempotent": idempotent}
        if query is not None:
            raw["query"] = query_pairs(query)
        if body is not None:
            raw["body"] = body
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

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._caller.describe()})"

    def __reduce__(self) -> NoReturn:
        hint = "make one where it is used, or pass its options"
        raise TypeError(f"a client cannot be pickled or copied: {hint}")
