"""Runs the programs of `tests/programs`, each in a Python of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from .server import PATIENCE

TESTS = Path(__file__).resolve().parents[1]
PROGRAMS = TESTS / "programs"

# Nothing that the programs are started from may reach into them but these.
_KEPT = ("PATH", "HOME", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "TMPDIR", "VIRTUAL_ENV")


def environment(
    url: str | None = None, token: str = "example-token", **more: str
) -> dict[str, str]:
    """The variables of a program, by which a client without options finds a server."""
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    if url is not None:
        kept |= {"SPICE_CLOUD_API_URL": url, "SPICE_API_TOKEN": token}
    # Programs share what tests share, and a crash in native code shows where it was.
    return kept | {"PYTHONPATH": str(TESTS), "PYTHONFAULTHANDLER": "1"} | more


def command(program: str, *args: str) -> list[str]:
    """What starts a program: a file of `tests/programs` without its ending."""
    return [sys.executable, str(PROGRAMS / f"{program}.py"), *args]


def run(program: str, *args: str, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs a program to its end, however it ends."""
    return subprocess.run(
        command(program, *args),
        env=env,
        capture_output=True,
        text=True,
        timeout=3 * PATIENCE,
        check=False,
    )


def run_well(program: str, *args: str, env: Mapping[str, str]) -> str:
    """Runs a program that must return 0 and write nothing to stderr; gives what it wrote."""
    ended = run(program, *args, env=env)
    assert (ended.returncode, ended.stderr) == (0, ""), (
        f"{program} {args} returned {ended.returncode}\n{ended.stdout}\n{ended.stderr}"
    )
    return ended.stdout


def stay_on_one_core() -> None:
    """Keeps this process on one core, where its threads are most in each other's way."""
    if sys.platform == "linux":
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[int(os.environ.get("CORE", "0")) % len(cores)]})


def start(program: str, *args: str, env: Mapping[str, str]) -> subprocess.Popen[str]:
    """Starts a program and leaves it running."""
    return subprocess.Popen(
        command(program, *args),
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
