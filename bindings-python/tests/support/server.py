"""Servers that answer byte for byte what a test says, and that know when a peer goes away.

Nothing here sleeps: whoever waits is woken by what happens, or gives up after `PATIENCE` seconds.
"""

from __future__ import annotations

import contextlib
import functools
import json
import select
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

# How long anything may take that is expected to happen, in seconds.
PATIENCE = 20.0


@dataclass(frozen=True)
class Request:
    """A request as it came."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """The target without its query."""
        return self.target.partition("?")[0]

    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)


def answer(
    status: int, body: bytes | str | object = b"", headers: Mapping[str, str] | None = None
) -> bytes:
    """A whole answer: a body that is neither bytes nor text is written as JSON."""
    if isinstance(body, str):
        raw = body.encode()
    elif isinstance(body, bytes):
        raw = body
    else:
        raw = json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} -"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    if status != 204:
        lines.append(f"content-length: {len(raw)}")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + raw


class Exchange:
    """A request that waits for its answer."""

    def __init__(self, server: RawServer, connection: socket.socket, request: Request) -> None:
        self._server = server
        self._connection = connection
        self.request = request

    def send(self, data: bytes) -> None:
        """Sends a part of an answer; a peer that is gone gets nothing."""
        try:
            self._connection.sendall(data)
        except OSError:
            self._server.note_gone(self.request)

    def held(self) -> bool:
        """Waits until the server is told to go on; false when the peer went away instead."""
        told = self._server.told_to_go_on
        ready, _, _ = select.select([self._connection, told], [], [], PATIENCE)
        if self._connection in ready and told not in ready:
            self._server.note_gone(self.request)
            return False
        return told in ready


# Gives the whole answer, or nothing when the connection shall end, also after a part of one.
Script = Callable[[Exchange], "bytes | None"]


@dataclass
class _Record:
    requests: list[Request] = field(default_factory=list[Request])
    gone: list[Request] = field(default_factory=list[Request])


class RawServer:
    """A server that asks a script for each answer; connections are kept."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._record = _Record()
        self._changed = threading.Condition()
        self._listener = socket.create_server(("127.0.0.1", 0), backlog=512)
        self._go_on, self.told_to_go_on = socket.socketpair()
        self._connections: list[socket.socket] = []
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._threads: list[threading.Thread] = []
        self._start(self._accept)

    @property
    def requests(self) -> list[Request]:
        """The requests so far, in the order in which they came."""
        with self._changed:
            return list(self._record.requests)

    @property
    def gone(self) -> list[Request]:
        """The requests whose peers went away before they were answered."""
        with self._changed:
            return list(self._record.gone)

    def wait_for_requests(self, count: int) -> None:
        """Waits until so many requests have come."""
        self._wait(lambda: len(self._record.requests) >= count, f"{count} requests")

    def wait_for(self, happened: Callable[[list[Request]], bool]) -> None:
        """Waits until the requests so far are as they should be."""
        self._wait(lambda: happened(self._record.requests), "the right requests")

    def wait_for_gone(self, count: int = 1) -> None:
        """Waits until so many peers went away without an answer."""
        self._wait(lambda: len(self._record.gone) >= count, f"{count} peers to go away")

    def go_on(self) -> None:
        """Lets every held exchange end, also those to come."""
        self._go_on.send(b".")

    def note_gone(self, request: Request) -> None:
        """Notes that a peer went away."""
        with self._changed:
            self._record.gone.append(request)
            self._changed.notify_all()

    def close(self) -> None:
        """Stops listening and ends every connection."""
        with self._changed:
            ends = [self._listener, *self._connections]
            threads = list(self._threads)
        for end in ends:
            # This wakes whoever waits at the socket; one that is closed already needs no waking.
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        for thread in threads:
            thread.join(PATIENCE)
        for end in (self._listener, self._go_on, self.told_to_go_on):
            end.close()

    def __enter__(self) -> RawServer:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _wait(self, happened: Callable[[], bool], what: str) -> None:
        with self._changed:
            if not self._changed.wait_for(happened, PATIENCE):
                seen = [f"{request.method} {request.target}" for request in self._record.requests]
                raise AssertionError(f"waited in vain for {what}; the server saw {seen}")

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, name="raw-server", daemon=True)
        with self._changed:
            self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with self._changed:
                self._connections.append(connection)
            self._start(functools.partial(self._serve, connection))

    def _serve(self, connection: socket.socket) -> None:
        with connection, connection.makefile("rb") as incoming:
            while True:
                try:
                    request = _read(incoming.readline, incoming.read)
                except (OSError, ValueError):
                    return
                if request is None:
                    return
                with self._changed:
                    self._record.requests.append(request)
                    self._changed.notify_all()
                reply = self._script(Exchange(self, connection, request))
                if reply is None:
                    return
                try:
                    connection.sendall(reply)
                except OSError:
                    self.note_gone(request)
                    return


def _read(line: Callable[[], bytes], read: Callable[[int], bytes]) -> Request | None:
    start = line().decode("latin-1").split()
    if len(start) < 2:
        return None
    headers: dict[str, str] = {}
    while (text := line().decode("latin-1").strip()) != "":
        name, _, value = text.partition(":")
        headers[name.lower()] = value.strip()
    length = int(headers.get("content-length", "0"))
    return Request(start[0], start[1], headers, read(length) if length else b"")


# What is read from the API, as far as these tests do.
BODIES: dict[str, object] = {
    "/v1/apps": {"apps": []},
    "/v1/regions": {"regions": [], "default": "us-west-2"},
    "/v1/orgs": {"orgs": [{"id": 1, "name": "acme"}]},
}
APP = {"id": 7, "name": "sales-bi"}


def usual(request: Request) -> bytes:
    """A good answer to some reads, and to the creation of an app."""
    if request.method == "POST":
        return answer(201, APP)
    return answer(200, BODIES.get(request.path, APP))


def slow_server() -> RawServer:
    """A server that answers nothing until it is told to go on, and then everything as usual."""
    return RawServer(lambda exchange: usual(exchange.request) if exchange.held() else None)


def fixed_server(*answers: bytes) -> RawServer:
    """A server that gives these answers, the last one for good, and then ends the connection."""
    left = list(answers)
    lock = threading.Lock()

    def script(exchange: Exchange) -> None:
        with lock:
            reply = left.pop(0) if len(left) > 1 else left[0]
        exchange.send(reply)

    return RawServer(script)
