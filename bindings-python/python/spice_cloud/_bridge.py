"""Event loops and the core: how a loop learns that a call is worth looking at again.

The core's threads never enter Python, which would be unsafe while the interpreter exits. They note
the token of a call in `Wakes` and make a pipe readable, which the loop watches as it watches its
sockets.
"""

from __future__ import annotations

import os
import sys
import weakref
from _thread import allocate_lock
from collections.abc import Callable

from ._native import Wakes
from ._typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    from typing import Any

    from ._logging import Log


class Bridge:
    """Wakes what waits in one event loop of one process."""

    def __init__(self) -> None:
        self.process = os.getpid()
        self.wakes = Wakes()
        self._last = 0
        # What is to be done when a token comes. These functions get the bridge and do not hold it:
        # it is to go when the loop goes, without waiting for the garbage collector.
        self._waiting: dict[int, Callable[[Bridge], object]] = {}
        self._watched: weakref.WeakSet[Log] = weakref.WeakSet()

    def new_token(self) -> int:
        """A token for a call."""
        self._last += 1
        return self._last

    async def wait(self, token: int) -> None:
        """Waits until a token comes."""
        wait, wake = self._waiter()
        self._waiting[token] = wake
        try:
            await wait()
        finally:
            self._waiting.pop(token, None)

    def watch(self, log: Log) -> None:
        """Hands on lines of a log as they come, while calls of its session wait."""
        if log in self._watched:
            return
        token, waiting = self.new_token(), self._waiting
        watched = weakref.ref(log, lambda _: waiting.pop(token, None))

        def wake(bridge: Bridge) -> None:
            log = watched()
            if log is not None:
                bridge._watched.discard(log)
                log.drain()
                if log.sleepers:
                    bridge.watch(log)

        waiting[token] = wake
        self._watched.add(log)
        log.session.watch_log(self.wakes, token)

    def dispatch(self) -> None:
        """Wakes those whose tokens have come; in the loop's thread."""
        self.settle(self.wakes.drain())

    def settle(self, tokens: list[int]) -> None:
        """Wakes those that wait for these tokens; in the loop's thread."""
        for index, token in enumerate(tokens):
            wake = self._waiting.pop(token, None)
            if wake is None:
                continue
            try:
                wake(self)
            except BaseException:
                # What a hook raises must not leave others waiting.
                self.settle(tokens[index + 1 :])
                raise

    def _waiter(self) -> tuple[Callable[[], Any], Callable[[Bridge], object]]:
        """How to wait in this kind of loop, and how to end that."""
        raise NotImplementedError


class AsyncioBridge(Bridge):
    """The bridge of an asyncio loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        try:
            loop.add_reader(self.wakes.fileno(), self.dispatch)
        except NotImplementedError:
            self._pump(loop)

    def _waiter(self) -> tuple[Callable[[], Any], Callable[[Bridge], object]]:
        import asyncio

        future = asyncio.get_running_loop().create_future()

        async def wait() -> None:
            await future

        return wait, lambda _: None if future.done() else future.set_result(None)

    def _pump(self, loop: asyncio.AbstractEventLoop) -> None:
        """Waits in a thread, for loops that cannot watch a pipe. It keeps no loop alive."""
        import threading

        # It ends when they are gone.
        weakref.finalize(self, self.wakes.close)
        work = (self.wakes, weakref.ref(self), weakref.ref(loop))
        threading.Thread(target=pump, args=work, name="spice-cloud-wakes", daemon=True).start()


class TrioBridge(Bridge):
    """The bridge of a trio run."""

    def __init__(self) -> None:
        super().__init__()
        import trio

        # The run ends it.
        trio.lowlevel.spawn_system_task(self._listen, name="spice_cloud")

    async def _listen(self) -> None:
        import trio

        while True:
            await trio.lowlevel.wait_readable(self.wakes.fileno())
            self.dispatch()

    def _waiter(self) -> tuple[Callable[[], Any], Callable[[Bridge], object]]:
        import trio

        event = trio.Event()
        return event.wait, lambda _: event.set()


def pump(
    wakes: Wakes,
    bridge_ref: weakref.ref[AsyncioBridge],
    loop_ref: weakref.ref[asyncio.AbstractEventLoop],
) -> None:
    """Carries tokens from the core to a loop until either is gone."""
    while wakes.wait():
        tokens = wakes.drain()
        bridge, loop = bridge_ref(), loop_ref()
        if bridge is None or loop is None:
            return
        try:
            loop.call_soon_threadsafe(bridge.settle, tokens)
        except RuntimeError:
            # The loop was closed.
            return
        del bridge, loop


_bridges: weakref.WeakKeyDictionary[object, Bridge] = weakref.WeakKeyDictionary()
_lock = allocate_lock()


def running() -> Bridge:
    """The bridge of the event loop that runs here."""
    loop = _trio_run()
    is_trio = loop is not None
    if not is_trio:
        import asyncio

        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:
            needs = "AsyncSpiceCloud needs a running event loop, of asyncio or trio"
            raise RuntimeError(f"{needs}; without one use SpiceCloud") from None
    bridge = _bridges.get(loop)
    if bridge is None or bridge.process != os.getpid():
        bridge = TrioBridge() if is_trio else AsyncioBridge(loop)
        with _lock:
            _forget_closed()
            _bridges[loop] = bridge
    return bridge


def _trio_run() -> Any:
    """What stands for the trio run that this is a task of, if it is one."""
    if "trio" not in sys.modules:
        return None
    import trio

    try:
        trio.lowlevel.current_task()
    except RuntimeError:
        return None
    return trio.lowlevel.current_trio_token()


def _forget_closed() -> None:
    """A closed loop that somebody keeps needs no pipe."""
    for loop in list(_bridges):
        is_closed = getattr(loop, "is_closed", None)
        if is_closed is not None and is_closed():
            del _bridges[loop]


def _forget_all() -> None:
    """In a forked child: loops and pipes are the parent's."""
    global _bridges, _lock
    _bridges = weakref.WeakKeyDictionary()
    _lock = allocate_lock()


if sys.platform != "win32":
    os.register_at_fork(after_in_child=_forget_all)
