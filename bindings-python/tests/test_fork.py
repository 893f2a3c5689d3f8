"""Processes that fork: parent and children go on, whenever the fork was."""

from __future__ import annotations

import contextlib
import re
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Generator

import pytest

from spice_cloud.testing import Emulator
from support.emulators import seen
from support.processes import PROGRAMS, environment, run_well
from support.server import PATIENCE, slow_server


def variables(url: str | None = None, token: str = "example-token", **more: str) -> dict[str, str]:
    """Since 3.12 Python warns of every fork beside threads, which is what these tests are about."""
    return environment(url, token, PYTHONWARNINGS="ignore::DeprecationWarning", **more)


# Fails when runtime and connections are not kept for each process: the children hang.
@pytest.mark.parametrize(
    ("client", "when"),
    [
        ("sync", "before"),
        ("sync", "after"),
        ("async", "before"),
        ("async", "after"),
        ("async", "inside"),
    ],
)
def test_fork_before_and_after_first_use(emulator: Emulator, client: str, when: str) -> None:
    env = variables(emulator.url, emulator.token)
    assert run_well("forks", client, when, env=env) == "children: 0 0 0\nparent: us-west-2\n"
    used_before = 0 if when == "before" else 1
    assert seen(emulator) == ["GET /v1/regions 200"] * (used_before + 3 + 1)


# Fails when a child waits for what a thread of the parent was doing.
@pytest.mark.parametrize("client", ["sync", "async"])
def test_fork_while_a_call_is_on_its_way(client: str) -> None:
    with slow_server() as slow, Emulator() as emulator:
        env = variables(slow.url, FREE=emulator.url, FREE_TOKEN=emulator.token)
        with subprocess.Popen(
            [sys.executable, str(PROGRAMS / "forks_in_flight.py"), client],
            env=env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as program:
            slow.wait_for_requests(1)
            assert program.stdin is not None and program.stdout is not None
            print("fork", file=program.stdin, flush=True)
            assert program.stdout.readline() == "child: 0\n"
            slow.go_on()
            words, errors = program.communicate(timeout=PATIENCE)
        assert (program.returncode, words, errors) == (0, "parent: us-west-2\n", "")
        assert seen(emulator) == ["GET /v1/regions 200"] * 2


# Fails when locks are held over a fork, or when clients or results do not survive the way.
@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
@pytest.mark.parametrize("client", ["sync", "async"])
def test_multiprocessing(emulator: Emulator, client: str, method: str) -> None:
    env = variables(emulator.url, emulator.token)
    assert run_well("pool", client, method, env=env) == "3 apps, 1 refusal\n"


@contextlib.contextmanager
def gunicorn(emulator: Emulator) -> Generator[str, None, None]:
    """A server that has used its client before it forks its workers; gives its address."""
    command = [sys.executable, "-m", "gunicorn", "--preload", "--workers", "2"]
    command += ["--bind", "127.0.0.1:0", "--chdir", str(PROGRAMS), "preloaded:app"]
    with subprocess.Popen(
        command,
        env=variables(emulator.url, emulator.token),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stderr is not None
        try:
            lines = iter(server.stderr.readline, "")
            found = (re.search(r"Listening at: (http://\S+)", line) for line in lines)
            yield next(match[1] for match in found if match)
        finally:
            server.send_signal(signal.SIGTERM)
            server.communicate(timeout=PATIENCE)


def test_a_preloading_gunicorn(emulator: Emulator) -> None:
    # Fails when the workers use what the master has begun: runtime, connections, locks.
    answers: set[str] = set()
    with gunicorn(emulator) as url:
        for _ in range(200):
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
                answers.add(answer.read().decode())
            if len(answers) == 2:
                break
    # Each names its process and what its call gave.
    assert {answer.split()[1] for answer in answers} == {"us-west-2"}
    assert len(answers) == 2, "both workers have answered"


def test_an_emulator_is_the_parents_own() -> None:
    # Fails when a child that ends stops the emulator of its parent, or hangs at it.
    assert run_well("forks_emulator", env=variables()) == "child: 0\nparent: us-west-2\n"


def test_a_list_that_began_before_the_fork_is_the_parents(demo: Emulator) -> None:
    # Fails when a child waits for ever for what a thread of the parent fetches.
    env = variables(demo.url, demo.token)
    assert run_well("forks_begun", env=env) == "child: 0\nparent: 24\n"
