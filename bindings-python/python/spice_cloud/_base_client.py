"""What both clients do alike: the options, and how a client shows itself."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping

from ._logging import RequestEvent
from ._options import Duration
from ._secret import SecretStr
from ._typing import TYPE_CHECKING, Generic, T

if TYPE_CHECKING:
    from typing import NoReturn

    from typing_extensions import Self

    from ._logging import Hook


class BaseClient(Generic[T]):
    """What both clients do alike; they differ in what may give them tokens."""

    def __init__(
        self,
        token: str | SecretStr | None = None,
        *,
        client_id: str | None = None,
        client_secret: str | SecretStr | None = None,
        scope: str | None = None,
        token_provider: T | None = None,
        base_url: str | None = None,
        oauth_url: str | None = None,
        org: str | None = None,
        timeout: Duration | None = None,
        attempt_timeout: Duration | None = None,
        connect_timeout: Duration | None = None,
        max_retries: int | None = None,
        max_in_flight: int | None = None,
        dedupe: str | None = None,
        reconcile_timeout: Duration | None = None,
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
        """Opens a client; what is not given is read from the environment, or has a default.

        Args:
            token: A personal access token.
            client_id: Id of an OAuth client of an organization; needs `client_secret`.
            client_secret: Secret of that client.
            scope: What scopes to ask for with client credentials, separated by spaces; all of the
                client's if not given.
            token_provider: A function that gives a token, a `str`, a `SecretStr` or a `Token`,
                whenever one is needed.
            base_url: Where the API is; https://api.spice.ai if not given.
            oauth_url: Where client credentials are exchanged.
            org: The organization to act on, for tokens that reach several.
            timeout: Limit of a whole call with its waits and retries; 60 s if not given.
            attempt_timeout: Limit of one attempt; 30 s if not given. Up to that, an attempt also
                ends when nothing comes for 20 s; a longer limit leaves a slow server all of its
                time.
            connect_timeout: Limit of connecting; 5 s if not given.
            max_retries: How many times a failed attempt may be followed by another; 2 if not
                given, at most 10.
            max_in_flight: How many requests may be on their way at a time; 16 if not given.
            dedupe: How changes are kept from happening twice, where a second request would do them
                twice: `list` if not given, by what is there before and afterwards; `marker`, so and
                with a mark in a deployment's commit message; `off`, not at all.
            reconcile_timeout: How long the outcome of a change may be looked for when the time of
                the call is up; 15 s if not given, 0 for not at all.
            headers: Headers to add to each request.
            proxy: Address of a proxy; those of the environment if not given.
            ca_bundle: File with the certificates, in PEM, of authorities that are trusted besides
                the others.
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
            "dedupe": dedupe,
            "reconcile_timeout": reconcile_timeout,
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
        self._open(options, token_provider, on_request)

    def with_options(
        self,
        *,
        timeout: Duration | None = None,
        attempt_timeout: Duration | None = None,
        max_retries: int | None = None,
        headers: Mapping[str, str | SecretStr] | None = None,
        org: str | None = None,
        dedupe: str | None = None,
        reconcile_timeout: Duration | None = None,
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
            "dedupe": dedupe,
            "reconcile_timeout": reconcile_timeout,
        }
        return self._copy(options)

    def _open(self, options: dict[str, object], provider: T | None, hook: Hook | None) -> None:
        """Begins to serve with these options."""
        raise NotImplementedError

    def _copy(self, options: dict[str, object]) -> Self:
        """A client over the same connection."""
        raise NotImplementedError

    def _describe(self) -> str:
        """What the repr shows."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._describe()})"

    def __reduce__(self) -> NoReturn:
        hint = "make one where it is used, or pass its options"
        raise TypeError(f"a client cannot be pickled or copied: {hint}")
