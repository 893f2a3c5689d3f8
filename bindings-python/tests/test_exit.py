"""The interpreter exits silently, whatever the SDK is doing."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from spice_cloud.testing import Emulator
from support.processes import environment, run, run_well
from support.server import Exchange, RawServer, Request, answer

# A thread of the SDK that enters Python during the exit aborts the process, but only sometimes:
# most often right after a call, on one core.
TIMES = 20


def repeat(work: Callable[[int], None]) -> None:
    """Does something so many times, for each core at once."""
    with ThreadPoolExecutor(2) as pool:
        for done in [pool.submit(work, number) for number in range(TIMES)]:
            done.result()


# Fails when a thread of the SDK is inside Python, or waits for it, while the interpreter exits.
@pytest.mark.parametrize("way", ["sync", "async", "async-thread", "no-readers", "emulator"])
def test_right_after_a_call(demo: Emulator, way: str) -> None:
    def exit_once(number: int) -> None:
        env = environment(demo.url, demo.token, CORE=str(number))
        assert run_well("exits_after_call", way, env=env) == "us-west-2\n"

    repeat(exit_once)


class Witness:
    """A server that answers one question only: whether the call of a program has come."""

    def __init__(self) -> None:
        self.server = RawServer(self._answer)

    def _answer(self, exchange: Exchange) -> bytes | None:
        _, question, name = exchange.request.path.split("/", 2)
        if question == "has-seen":
            self.server.wait_for(lambda requests: f"Bearer {name}" in _names(requests))
            return answer(200, "yes")
        exchange.held()
        return None


def _names(requests: list[Request]) -> list[str | None]:
    return [request.headers.get("authorization") for request in requests]


# Fails when nobody ends the runtime, or when that waits for calls that will never end.
@pytest.mark.parametrize("way", ["sync", "pager", "async", "no-readers"])
def test_with_a_call_in_flight_on_another_thread(way: str) -> None:
    witness = Witness()
    with witness.server as server:

        def exit_once(number: int) -> None:
            env = environment(server.url, f"program-{number}", CORE=str(number))
            assert run_well("exits_in_flight", way, env=env) == "in flight\n"

        repeat(exit_once)
        server.wait_for_gone(TIMES)


def test_calls_at_exit(demo: Emulator) -> None:
    # Fails when the runtime ends before functions that were registered after the import have run,
    # or when a call after that waits for ever.
    env = environment(demo.url, demo.token)
    for _ in range(TIMES // 4):
        words = run_well("exits_with_calls", env=env)
        assert words == "registered after the import: us-west-2\nregistered before: refused\n"


def test_a_client_that_nobody_closes_is_no_reason_to_warn(demo: Emulator) -> None:
    env = environment(demo.url, demo.token, PYTHONWARNINGS="error", PYTHONDEVMODE="1")
    for way in ("sync", "async"):
        assert run_well("exits_after_call", way, env=env) == "us-west-2\n"


def test_a_failure_is_told_as_any_other(demo: Emulator) -> None:
    # Nothing of native code stands in the traceback, and the exit code is Python's own.
    ended = run("exits_with_error", env=environment(demo.url, demo.token))
    assert ended.returncode == 1
    lines = ended.stderr.strip().split("\n")
    assert lines[0] == "Traceback (most recent call last):"
    assert lines[-1].startswith("spice_cloud.NotFound: NotFound (404")
    assert "panicked" not in ended.stderr
    assert demo.token not in ended.stderr
