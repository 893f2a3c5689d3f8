"""Calls of the blocking client: each is a conversation with the core, taken step by step."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from ._arguments import given
from ._errors import ConfigError, RotationFailed
from ._failures import invalid
from ._functions import Handover, at_once, check_function, read_token, words_of
from ._logging import Hook, Log
from ._native import ASK, DONE, NEED_TOKEN, Call, Session
from ._options import merged, native_options
from ._pager import Page, Pager, Stream, Watch, count
from ._results import DeploymentEvent
from ._typing import TYPE_CHECKING, M

if TYPE_CHECKING:
    from typing import Any, TypedDict

    from typing_extensions import Self, Unpack

    from ._generated.models import Deployment, RotationEvent, RotationReport
    from ._options import Distribute, Verify
    from ._secret import SecretStr

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

    def bound(self, runtime: Values) -> Self:
        """A caller over the same connection for the runtime of an app, or of a key."""
        return type(self)(self._connection, {**(self._options or {}), "runtime": runtime})

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

    def _follow(self, operation: str, path: Values, body: Values | None, wait: Values) -> Call:
        from ._generated.models import Deployment

        params = given({"path": path, "body": body, "wait": wait})
        return self._start(operation, Deployment, DeploymentEvent, params)

    def _rotate(self, operation: str, path: Values, body: Values, handover: Handover) -> Call:
        from ._generated.models import RotationEvent, RotationReport

        params = {"path": path, "body": body, "verifies": handover.verifies}
        return self._start(operation, RotationReport, RotationEvent, params)


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
        wait: Values,
        on_event: Callable[[DeploymentEvent], object] | None = None,
    ) -> Deployment:
        """Follows a deployment to its end."""
        check_function("on_event", on_event, may_wait=False, refusal=invalid)
        call = self._follow(operation, path, body, wait)
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

    def watch(self, operation: str, *, path: Values, wait: Values) -> Watch:
        """Follows a deployment step by step."""
        call = self._follow(operation, path, None, wait)
        return Watch(lambda: self._step(call), lambda: self._give_up(call))

    def stream(self, operation: str, item: type[M], **params: Unpack[Params]) -> Stream[M]:
        """Makes a call that gives one object after the other."""
        call = self._start(operation, None, item, params)
        return Stream(lambda: self._step(call), lambda: self._give_up(call))

    def rotate(
        self,
        operation: str,
        *,
        path: Values,
        body: Values,
        distribute: Distribute,
        verify: Verify | None,
        on_event: Callable[[RotationEvent], object] | None,
    ) -> RotationReport:
        """Rotates keys, which functions distribute and verify."""
        handover = Handover(distribute, verify, on_event, may_wait=False)
        call = self._rotate(operation, path, body, handover)
        while True:
            try:
                kind, value = self._step(call)
            except RotationFailed as error:
                # The core knows the words of what a function raised only.
                error.__cause__ = handover.failure
                raise
            if kind == DONE:
                report: RotationReport = value
                return report
            try:
                if kind == ASK:
                    self._hand_over(call, handover, *value)
                elif on_event is not None:
                    on_event(value)
            except BaseException:
                self._give_up(call)
                raise

    def _hand_over(
        self, call: Call, handover: Handover, step: str, slot: int, key: SecretStr
    ) -> None:
        try:
            value = at_once(handover.begin(step, slot, key), "functions")
            answer = handover.answer(step, value)
        except Exception as error:
            handover.failure = error
            call.answer_failed(words_of(error))
        else:
            call.answer_value(answer)

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
            token, expires_in = read_token(at_once(provided, "providers"))
        except Exception as error:
            call.answer_failed(words_of(error))
            return error
        except BaseException:
            self._give_up(call)
            raise
        call.answer_token(token, expires_in)
        return None
