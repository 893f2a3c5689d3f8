"""Ctrl-C ends a call that waits, at once, and the request with it."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Iterator

import pytest

from support.processes import environment, start
from support.server import PATIENCE, Exchange, RawServer, answer

# How long after the signal a call may still wait, in seconds.
AT_ONCE = 1.0


@pytest.fixture
def stuck() -> Iterator[RawServer]:
    """A server that answers nothing, but for deployments that stay queued."""

    def script(exchange: Exchange) -> bytes | None:
        if "/deployments/" in exchange.request.path:
            return answer(200, {"id": 8, "status": "queued"})
        exchange.held()
        return None

    with RawServer(script) as server:
        yield server


def interrupted(program: subprocess.Popen[str]) -> str:
    """Sends the signal, to which the program must come at once; gives what it wrote to stderr."""
    sent = time.monotonic()
    program.send_signal(signal.SIGINT)
    words, errors = program.communicate(timeout=PATIENCE)
    assert time.monotonic() - sent < AT_ONCE
    assert (program.returncode, words) == (0, "interrupted\n")
    return errors


# Fails when `Call.wait` does not look for signals: the program would wait for the answer.
@pytest.mark.parametrize("way", ["call", "pager", "async"])
def test_a_call_ends_and_its_request_is_dropped(stuck: RawServer, way: str) -> None:
    program = start("interrupted", way, env=environment(stuck.url))
    stuck.wait_for_requests(1)
    assert stuck.gone == []
    assert interrupted(program) == ""
    stuck.wait_for_gone(1)


def test_a_change_that_may_have_happened_is_told(stuck: RawServer) -> None:
    # Without configuration `logging` writes warnings to stderr.
    program = start("interrupted", "change", env=environment(stuck.url))
    stuck.wait_for_requests(1)
    errors = interrupted(program)
    assert "apps.create" in errors
    assert errors.count("\n") == 1
    stuck.wait_for_gone(1)


# Between two looks at a deployment there is no request to drop, but a wait to end.
@pytest.mark.parametrize("way", ["wait", "watch"])
def test_a_wait_between_requests_ends(stuck: RawServer, way: str) -> None:
    program = start("interrupted", way, env=environment(stuck.url))
    stuck.wait_for_requests(1)
    assert interrupted(program) == ""


def test_a_signal_that_is_handled_ends_no_call(slow: RawServer) -> None:
    # Fails when any signal cancels the call, instead of a handler that raises.
    program = start("signalled", env=environment(slow.url))
    slow.wait_for_requests(1)
    program.send_signal(signal.SIGUSR1)
    assert program.stdout is not None
    assert program.stdout.readline() == "handled\n"
    slow.go_on()
    words, errors = program.communicate(timeout=PATIENCE)
    assert (program.returncode, words, errors) == (0, "us-west-2\n", "")


def test_a_handler_may_raise_what_it_likes(slow: RawServer) -> None:
    # Fails when only KeyboardInterrupt is passed on.
    program = start("signalled", "raise", env=environment(slow.url))
    slow.wait_for_requests(1)
    program.send_signal(signal.SIGUSR1)
    words, errors = program.communicate(timeout=PATIENCE)
    assert (program.returncode, words, errors) == (0, "LookupError\n", "")
    slow.wait_for_gone(1)
