"""Calls of the blocking client: each is a conversation with the core, taken step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ._arguments import given
from ._errors import ConfigError, SpiceCloudError
from ._failures import invalid
from ._logging import Hook, Log
from ._native import DONE, NEED_TOKEN, Call, Session
from ._options import (
    Duration,
    Token,
    is_async,
    kind,
    merged,
    native_options,
    optional_seconds,
    refused,
)
from ._pager import Page, Pager, Watch, count
from ._results import DeploymentEvent
from ._secret import SecretStr
from ._typing import TYPE_CHECKING, M

if TYPE_CHECKING:
    from typing import Any, TypedDict

    from typing_extensions import Self, Unpack

    from ._generated.models import Deployment

    Step = tuple[int, Any]

    class Params(TypedDict, total=False):
        """What a call is made with; it goes to the core as it is, without what is not given."""

        path: Values
        query: Values
        body: Values
        unchanged: Values
        name: str
        secrets: Values
        raw: Values
        change: str


Values = Mapping[str, object]

# What a client's repr shows.
_SHOWN = ("base_url", "org")


class Connection:
    """What a client and its copies share."""

    __slots__ = ("log", "provider", "session", "shown")

    def __init__(
        self,
        options: Values,
        provider: Callable[[], object] | None,
        hook: Hook | None,
        *,
        may_wait: bool,
    ) -> None:
        check_function("token_provider", provider, may_wait=may_wait)
        check_function("on_request", hook, may_wait=False)
        settings = native_options(options)
        self.shown: dict[str, object] = {
            name: value for name, value in settings.items() if name in _SHOWN
        }
        if provider is not None:
            settings["token_provider"] = True
        self.provider: Callable[[], object] | None = provider
        self.session: Session = Session(settings)
        self.log: Log = Log(self.session, hook)


class BaseCaller:
    """What the callers of both clients do alike."""

    __slots__ = ("_connection", "_log", "_options", "_session")

    def __init__(self, connection: Connection, options: dict[str, object] | None = None) -> None:
        self._connection: Connection = connection
        self._session: Session = connection.session
        self._log: Log = connection.log
        self._options: dict[str, object] | None = options

    def with_options(self, options: Values) -> Self:
        """A caller over the same connection that does some things differently."""
        return type(self)(self._connection, merged(self._options or {}, options))

    def close(self) -> None:
        """Ends all calls, and refuses later ones."""
        self._session.close()
        self._log.drain()

    def describe(self) -> str:
        """What the client's repr shows."""
        shown = self._connection.shown | (self._options or {})
        return ", ".join(f"{name}={shown[name]!r}" for name in _SHOWN if name in shown)

    def _start(self, operation: str, result: object, event: object, params: Any) -> Call:
        if self._options:
            params["options"] = self._options
        self._log.tune()
        return self._session.call(operation, params, result, event)

    def _give_up(self, call: Call) -> None:
        call.cancel()
        # It may say that a change was sent already.
        self._log.drain()

    def _follow(
        self,
        operation: str,
        path: Values,
        body: Values | None,
        timeout: Duration | None,
        poll_interval: Duration | None,
    ) -> Call:
        from ._generated.models import Deployment

        limits = {
            "timeout": optional_seconds("timeout", timeout, invalid),
            "poll_interval": optional_seconds("poll_interval", poll_interval, invalid),
        }
        params = given({"path": path, "body": body, "wait": given(limits)})
        return self._start(operation, Deployment, DeploymentEvent, params)


class Caller(BaseCaller):
    """Makes calls and waits for them."""

    __slots__ = ()

    def call(self, operation: str, result: type[M], **params: Unpack[Params]) -> M:
        """Makes a call that gives an object."""
        value: M = self._run(operation, result, params)
        return value

    def call_list(self, operation: str, item: type[M], **params: Unpack[Params]) -> list[M]:
        """Makes a call that gives a whole list."""
        items: list[M] = self._run(operation, [item], params)
        return items

    def call_optional(self, operation: str, result: type[M], **params: Unpack[Params]) -> M | None:
        """Makes a call that gives an object or nothing."""
        found: M | None = self._run(operation, result, params)
        return found

    def call_none(self, operation: str, **params: Unpack[Params]) -> None:
        """Makes a call that gives nothing."""
        self._run(operation, None, params)

    def pages(
        self,
        operation: str,
        item: type[M],
        *,
        path: Values | None = None,
        query: Values | None = None,
        page_size: int | None = None,
        offset: int | None = None,
        limit: int | None = None,
    ) -> Pager[M]:
        """A list that comes in pages; nothing is sent before they are wanted."""
        whole = given({"path": path, "query": query, "offset": count("offset", offset)})

        def begin(page_size: int | None, limit: int | None) -> Iterator[Page[M]]:
            part = given({"page_size": page_size, "limit": limit})
            return self._pages(operation, item, whole | part)

        return Pager(operation, begin, page_size, limit)

    def follow(
        self,
        operation: str,
        *,
        path: Values,
        body: Values | None = None,
        timeout: Duration | None = None,
        poll_interval: Duration | None = None,
        on_event: Callable[[DeploymentEvent], object] | None = None,
    ) -> Deployment:
        """Follows a deployment to its end."""
        check_function("on_event", on_event, may_wait=False, refusal=invalid)
        call = self._follow(operation, path, body, timeout, poll_interval)
        while True:
            kind, value = self._step(call)
            if kind == DONE:
                ended: Deployment = value
                return ended
            if on_event is not None:
                try:
                    on_event(value)
                except BaseException:
                    self._give_up(call)
                    raise

    def watch(
        self,
        operation: str,
        *,
        path: Values,
        timeout: Duration | None = None,
        poll_interval: Duration | None = None,
    ) -> Watch:
        """Follows a deployment step by step."""
        call = self._follow(operation, path, None, timeout, poll_interval)
        return Watch(lambda: self._step(call), lambda: self._give_up(call))

    def _run(self, operation: str, result: object, params: Params) -> Any:
        return self._step(self._start(operation, result, None, params))[1]

    def _pages(self, operation: str, item: type[M], params: dict[str, object]) -> Iterator[Page[M]]:
        call = self._start(operation, None, [item], params)
        try:
            while True:
                kind, value = self._step(call)
                if kind == DONE:
                    return
                yield Page(*value)
        finally:
            call.cancel()

    def _step(self, call: Call) -> Step:
        """The next step that is not about tokens."""
        failure: Exception | None = None
        try:
            step = call.wait()
            while step[0] == NEED_TOKEN:
                failure = self._answer(call)
                step = call.wait()
            return step
        except ConfigError as error:
            # The core knows the words of the provider's exception only.
            if failure is None:
                raise
            raise error from failure
        finally:
            self._log.drain()

    def _answer(self, call: Call) -> Exception | None:
        """Asks the provider for a token; gives what it raised."""
        provider = self._connection.provider
        try:
            provided = None if provider is None else provider()
            if hasattr(provided, "__await__"):
                close(provided)
                raise TypeError("it gave something to await; AsyncSpiceCloud takes such providers")
            token, expires_in = read_token(provided)
        except Exception as error:
            call.answer_failed(words_of(error))
            return error
        except BaseException:
            self._give_up(call)
            raise
        call.answer_token(token, expires_in)
        return None


def check_function(
    name: str,
    function: object,
    *,
    may_wait: bool,
    refusal: Callable[[str, str], SpiceCloudError] = refused,
) -> None:
    """Refuses what cannot be called, and coroutine functions where nobody would await them."""
    if function is None:
        return
    if not callable(function):
        raise refusal(f"must be a function, not {kind(function)}", name)
    if not may_wait and is_async(function):
        raise refusal("must be a function that is no coroutine function", name)


def read_token(provided: object) -> tuple[str, float | None]:
    """What a provider gave, as a text and how many seconds it is valid."""
    if isinstance(provided, Token):
        return provided.token.reveal(), provided.expires_in
    if isinstance(provided, SecretStr):
        return provided.reveal(), None
    if isinstance(provided, str):
        return str(provided), None
    raise TypeError(f"it gave {kind(provided)}, not a str, a SecretStr or a Token")


def words_of(error: Exception) -> str:
    """What an error of the core says about an exception of the user's code."""
    return f"{type(error).__name__}: {error}"


def close(awaitable: object) -> None:
    """Ends a coroutine that nobody will await, which Python would warn of."""
    end = getattr(awaitable, "close", None)
    if callable(end):
        end()
