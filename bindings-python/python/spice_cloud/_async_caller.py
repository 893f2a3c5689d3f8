"""Calls of the asynchronous client: each is a conversation with the core, taken step by step."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Coroutine

from ._arguments import given
from ._async_pager import AsyncPager, AsyncPages, AsyncStream, AsyncWatch, Steps
from ._bridge import running
from ._caller import BaseCaller, Values
from ._errors import ConfigError, RotationFailed
from ._failures import invalid
from ._functions import Handover, check_function, read_token, words_of
from ._native import ASK, DONE, NEED_TOKEN, Call
from ._pager import count
from ._typing import TYPE_CHECKING, M, cast

if TYPE_CHECKING:
    from typing import Any

    from typing_extensions import Unpack

    from ._caller import Params, Step
    from ._generated.models import Deployment, RotationEvent, RotationReport
    from ._options import AsyncVerify, Distribute
    from ._results import DeploymentEvent
    from ._secret import SecretStr


class AsyncCaller(BaseCaller):
    """Makes calls and awaits them. An awaited call that is cancelled drops its request."""

    __slots__ = ()

    def call(
        self, operation: str, result: type[M], **params: Unpack[Params]
    ) -> Coroutine[Any, Any, M]:
        """Makes a call that gives an object."""
        return self._run(operation, result, params)

    def call_list(
        self, operation: str, item: type[M], **params: Unpack[Params]
    ) -> Coroutine[Any, Any, list[M]]:
        """Makes a call that gives a whole list."""
        return self._run(operation, [item], params)

    def call_optional(
        self, operation: str, result: type[M], **params: Unpack[Params]
    ) -> Coroutine[Any, Any, M | None]:
        """Makes a call that gives an object or nothing."""
        return self._run(operation, result, params)

    def call_none(self, operation: str, **params: Unpack[Params]) -> Coroutine[Any, Any, None]:
        """Makes a call that gives nothing."""
        return self._run(operation, None, params)

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
    ) -> AsyncPager[M]:
        """A list that comes in pages; nothing is sent before they are wanted."""
        whole = given({"path": path, "query": query, "offset": count("offset", offset)})

        def begin(page_size: int | None, limit: int | None) -> AsyncPages[M]:
            part = given({"page_size": page_size, "limit": limit})
            call = self._start(operation, None, [item], whole | part)
            return AsyncPages(self._steps(call))

        return AsyncPager(operation, begin, page_size, limit)

    async def follow(
        self,
        operation: str,
        *,
        path: Values,
        body: Values | None = None,
        wait: Values,
        on_event: Callable[[DeploymentEvent], object] | None = None,
    ) -> Deployment:
        """Follows a deployment to its end."""
        check_function("on_event", on_event, may_wait=True, refusal=invalid)
        call = self._follow(operation, path, body, wait)
        while True:
            kind, value = await self._step(call)
            if kind == DONE:
                ended: Deployment = value
                return ended
            if on_event is not None:
                try:
                    await _settled(on_event(value))
                except BaseException:
                    self._give_up(call)
                    raise

    def watch(self, operation: str, *, path: Values, wait: Values) -> AsyncWatch:
        """Follows a deployment step by step."""
        return AsyncWatch(self._steps(self._follow(operation, path, None, wait)))

    def stream(self, operation: str, item: type[M], **params: Unpack[Params]) -> AsyncStream[M]:
        """Makes a call that gives one object after the other."""
        return AsyncStream(self._steps(self._start(operation, None, item, params)))

    async def rotate(
        self,
        operation: str,
        *,
        path: Values,
        body: Values,
        distribute: Distribute,
        verify: AsyncVerify | None,
        on_event: Callable[[RotationEvent], object] | None,
    ) -> RotationReport:
        """Rotates keys, which functions distribute and verify."""
        handover = Handover(distribute, verify, on_event, may_wait=True)
        call = self._rotate(operation, path, body, handover)
        while True:
            try:
                kind, value = await self._step(call)
            except RotationFailed as error:
                # The core knows the words of what a function raised only.
                error.__cause__ = handover.failure
                raise
            if kind == DONE:
                report: RotationReport = value
                return report
            try:
                if kind == ASK:
                    await self._hand_over(call, handover, *value)
                elif on_event is not None:
                    await _settled(on_event(value))
            except BaseException:
                self._give_up(call)
                raise

    async def _hand_over(
        self, call: Call, handover: Handover, step: str, slot: int, key: SecretStr
    ) -> None:
        try:
            answer = handover.answer(step, await _settled(handover.begin(step, slot, key)))
        except Exception as error:
            handover.failure = error
            call.answer_failed(words_of(error))
        else:
            call.answer_value(answer)

    def _steps(self, call: Call) -> Steps:
        return Steps(lambda: self._step(call), lambda: self._give_up(call))

    async def _run(self, operation: str, result: object, params: Params) -> Any:
        return (await self._step(self._start(operation, result, None, params)))[1]

    async def _step(self, call: Call) -> Step:
        """The next step that is not about tokens; the call is given up when nobody waits."""
        bridge, log = running(), self._log
        token = bridge.new_token()
        failure: Exception | None = None
        try:
            while True:
                step = call.poll(bridge.wakes, token)
                if step is None:
                    log.sleepers += 1
                    try:
                        if log.is_watched:
                            bridge.watch(log)
                        await bridge.wait(token)
                    except BaseException:
                        bridge.forget(token)
                        call.cancel()
                        raise
                    finally:
                        log.sleepers -= 1
                elif step[0] == NEED_TOKEN:
                    failure = await self._answer(call)
                else:
                    return step
        except ConfigError as error:
            # The core knows the words of the provider's exception only.
            if failure is None:
                raise
            raise error from failure
        finally:
            log.drain()

    async def _answer(self, call: Call) -> Exception | None:
        """Asks the provider for a token; gives what it raised."""
        provider = self._connection.provider
        try:
            token, expires_in = read_token(await _settled(provider() if provider else None))
        except Exception as error:
            call.answer_failed(words_of(error))
            return error
        except BaseException:
            call.cancel()
            raise
        call.answer_token(token, expires_in)
        return None


async def _settled(value: object) -> object:
    """A value, awaited if it is something to await."""
    return await cast("Awaitable[object]", value) if hasattr(value, "__await__") else value
