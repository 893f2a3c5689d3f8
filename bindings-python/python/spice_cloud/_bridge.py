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
from collections.abc import Awaitable, Callable
from itertools import count

from ._native import Wakes
from ._typing import TYPE_CHECKING

if TYPE_CHECKING:
    import asyncio
    from typing import Any

    import trio

    from ._logging import Log


class Bridge:
    """Wakes what waits in one event loop of one process."""

    def __init__(self, loop: object) -> None:
        # Nothing here holds the loop: the bridge is to go when the loop goes, and at once, without
        # waiting for the garbage collector.
        self.loop: Callable[[], Any] = weakref.ref(loop)
        self.process = os.getpid()
        self.wakes = Wakes()
        self.new_token: Callable[[], int] = count(1).__next__
        """A token for a call."""
        # What waits for tokens: whatever loops of this kind wait for, and logs.
        self._waiting: dict[int, Any] = {}
        self._logs: dict[int, weakref.ref[Log]] = {}
        self._watched: weakref.WeakSet[Log] = weakref.WeakSet()

    def wait(self, token: int) -> Awaitable[object]:
        """What to await, at once, until a token comes."""
        raise NotImplementedError

    def forget(self, token: int) -> None:
        """Nothing waits for this token any more."""
        self._waiting.pop(token, None)

    def watch(self, log: Log) -> None:
        """Hands on lines of a log as they come, while calls of its session wait."""
        if log in self._watched:
            return
        token, logs = self.new_token(), self._logs
        logs[token] = weakref.ref(log, lambda _: logs.pop(token, None))
        self._watched.add(log)
        log.session.watch_log(self.wakes, token)

    def dispatch(self) -> None:
        """Wakes those whose tokens have come; in the loop's thread."""
        self.settle(self.wakes.drain())

    def settle(self, tokens: list[int]) -> None:
        """Wakes those that wait for these tokens; in the loop's thread."""
        for index, token in enumerate(tokens):
            try:
                waiter = self._waiting.pop(token, None)
                if waiter is not None:
                    self._wake(waiter)
                elif token in self._logs:
                    self._hand_on(self._logs.pop(token)())
            except BaseException:
                # What a hook raises must not leave others waiting.
                self.settle(tokens[index + 1 :])
                raise

    def _hand_on(self, log: Log | None) -> None:
        if log is not None:
            self._watched.discard(log)
            log.drain()
            if log.sleepers:
                self.watch(log)

    def _wake(self, waiter: Any) -> None:
        """Ends the waiting for something that `wait` has made."""
        raise NotImplementedError


class AsyncioBridge(Bridge):
    """The bridge of an asyncio loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        try:
            loop.add_reader(self.wakes.fileno(), self.dispatch)
        except NotImplementedError:
            self._pump(loop)

    def wait(self, token: int) -> Awaitable[object]:
        future: asyncio.Future[None] = self.loop().create_future()
        self._waiting[token] = future
        return future

    def _wake(self, waiter: asyncio.Future[None]) -> None:
        if not waiter.done():
            waiter.set_result(None)

    def _pump(self, loop: asyncio.AbstractEventLoop) -> None:
        """Waits in a thread, for loops that cannot watch a pipe. It keeps no loop alive."""
        import threading

        # It ends when they are gone.
        weakref.finalize(self, self.wakes.close)
        work = (self.wakes, weakref.ref(self), weakref.ref(loop))
        threading.Thread(target=pump, args=work, name="spice-cloud-wakes", daemon=True).start()


class TrioBridge(Bridge):
    """The bridge of a trio run."""

    def __init__(self, loop: object) -> None:
        super().__init__(loop)
        import trio

        self._new_event = trio.Event
        # The run ends it.
        trio.lowlevel.spawn_system_task(self._listen, name="spice_cloud")

    async def _listen(self) -> None:
        import trio

        while True:
            await trio.lowlevel.wait_readable(self.wakes.fileno())
            self.dispatch()

    def wait(self, token: int) -> Awaitable[object]:
        self._waiting[token] = event = self._new_event()
        return event.wait()

    def _wake(self, waiter: trio.Event) -> None:
        waiter.set()


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


def _none() -> None:
    """A reference to nothing."""


# The bridge that was asked for last: mostly the only one.
_latest: Callable[[], Bridge | None] = _none
# `asyncio.get_running_loop`, once asyncio is imported.
_running_loop: Callable[[], asyncio.AbstractEventLoop] | None = None


def running() -> Bridge:
    """The bridge of the event loop that runs here."""
    run = _trio_run() if "trio" in sys.modules else None
    loop = _asyncio_loop() if run is None else run
    bridge = _latest()
    if bridge is None or bridge.loop() is not loop:
        bridge = _bridge_of(loop, is_trio=run is not None)
    return bridge


def _bridge_of(loop: Any, *, is_trio: bool) -> Bridge:
    """The bridge of an event loop, which it gets with its first call."""
    global _latest
    bridge = _bridges.get(loop)
    if bridge is None or bridge.process != os.getpid():
        bridge = TrioBridge(loop) if is_trio else AsyncioBridge(loop)
        with _lock:
            _forget_closed()
            _bridges[loop] = bridge
    _latest = weakref.ref(bridge)
    return bridge


def _asyncio_loop() -> object:
    """The loop of asyncio that runs here."""
    global _running_loop
    if _running_loop is None:
        import asyncio

        _running_loop = asyncio.get_running_loop
    try:
        return _running_loop()
    except RuntimeError:
        needs = "AsyncSpiceCloud needs a running event loop, of asyncio or trio"
        raise RuntimeError(f"{needs}; without one use SpiceCloud") from None


def _trio_run() -> object:
    """What stands for the trio run that this is a task of, if it is one."""
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
    global _bridges, _latest, _lock
    _bridges = weakref.WeakKeyDictionary()
    _latest = _none
    _lock = allocate_lock()


if sys.platform != "win32":
    os.register_at_fork(after_in_child=_forget_all)
