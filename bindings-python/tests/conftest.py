"""What every test starts from."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from scenario import KINDS, Caller, Kind
from spice_cloud.testing import Emulator
from support.server import RawServer, slow_server

# Variables that a client reads; a test that wants them sets them.
_READ = ("SPICE", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT")


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:  # pyright: ignore[reportUnusedFunction]
    """Nothing of the machine's environment gets into a test."""
    for name in list(os.environ):
        if name.upper().startswith(_READ):
            monkeypatch.delenv(name)


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    """An emulator with an organization and no apps."""
    with Emulator() as emulator:
        yield emulator


@pytest.fixture
def demo() -> Iterator[Emulator]:
    """An emulator with 25 apps."""
    with Emulator(seed="demo") as emulator:
        yield emulator


@pytest.fixture
def slow() -> Iterator[RawServer]:
    """A server that answers nothing until it is told to go on."""
    with slow_server() as server:
        yield server


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> Kind:
    """Each kind of client in turn."""
    kind: Kind = request.param
    return kind


# Makes clients of the kind in turn.
Connect = Callable[..., Caller]


@pytest.fixture
def connect(kind: Kind) -> Iterator[Connect]:
    """Makes clients of the kind in turn, and closes them in the end.

    Takes an emulator or a server, or the address of one, and the options of the client.
    """
    callers: list[Caller] = []

    def make(server: Emulator | RawServer | str, **options: Any) -> Caller:
        if not {"token", "token_provider", "client_id"} & options.keys():
            options["token"] = server.token if isinstance(server, Emulator) else "example-token"
        url = server if isinstance(server, str) else server.url
        callers.append(Caller(kind, base_url=url, **options))
        return callers[-1]

    yield make
    for caller in callers:
        caller.close()
