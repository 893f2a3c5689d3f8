"""The command `spice-cloud` out of the Python package."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from spice_cloud import SpiceCloud, __version__
from spice_cloud.testing import Emulator
from support.processes import environment
from support.server import PATIENCE, RawServer

# As it is installed beside Python, and as a module.
COMMANDS = {
    "script": [str(Path(sys.executable).parent / "spice-cloud")],
    "module": [sys.executable, "-m", "spice_cloud"],
}


@pytest.fixture(params=COMMANDS)
def command(request: pytest.FixtureRequest) -> list[str]:
    """Each way to start the command in turn."""
    return COMMANDS[request.param]


def run(
    command: list[str], *args: str, server: Emulator | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*command, *args],
        env=environment() if server is None else environment(server.url, server.token),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def test_it_knows_its_version(command: list[str]) -> None:
    ended = run(command, "--version")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.split()[-1] == __version__


def test_it_calls_itself_by_its_name(command: list[str]) -> None:
    ended = run(command, "--help")
    assert ended.returncode == 0
    assert "spice-cloud" in ended.stdout
    assert "__main__" not in ended.stdout


def test_it_writes_data_to_stdout(command: list[str], demo: Emulator) -> None:
    ended = run(command, "apps", "list", "-o", "json", server=demo)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert len(json.loads(ended.stdout)) == 25


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["apps", "get", "404404"], 5),
        (["apps", "create", "orders-api"], 6),
        (["apps", "nonsense"], 2),
    ],
)
def test_its_exit_codes_tell_what_happened(
    command: list[str], demo: Emulator, args: list[str], code: int
) -> None:
    ended = run(command, *args, server=demo)
    assert (ended.returncode, ended.stdout) == (code, "")
    assert ended.stderr
    assert "Traceback" not in ended.stderr


def test_without_a_token_it_says_so(command: list[str]) -> None:
    ended = run(command, "apps", "list")
    assert ended.returncode not in (0, 101)
    assert "SPICE_API_TOKEN" in ended.stderr


def test_it_reads_secrets_from_stdin(command: list[str], demo: Emulator) -> None:
    app = demo.client().apps.find("orders-api")
    assert app is not None
    ended = subprocess.run(
        [*command, "secrets", "set", str(app.id), "PG_EXTRA"],
        env=environment(demo.url, demo.token),
        input="canary-4p8r6t\n",
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert "canary" not in ended.stdout + ended.stderr
    names = [secret.name for secret in demo.client().secrets.list(app)]
    assert "PG_EXTRA" in names


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_stops_its_emulator(command: list[str], number: signal.Signals) -> None:
    # Fails when native code that waits does not look for signals.
    with subprocess.Popen(
        [*command, "emulator"],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        ready = json.loads(program.stdout.readline())
        with SpiceCloud(ready["token"], base_url=ready["url"]) as client:
            assert client.regions.list().default == "us-west-2"
        program.send_signal(number)
        _, errors = program.communicate(timeout=PATIENCE)
    # That it stops is what it was asked for.
    assert program.returncode == 0, errors
    assert "Traceback" not in errors


def test_ctrl_c_ends_a_command_that_waits(command: list[str], slow: RawServer) -> None:
    with subprocess.Popen(
        [*command, "apps", "list"],
        env=environment(slow.url),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        slow.wait_for_requests(1)
        program.send_signal(signal.SIGINT)
        words, errors = program.communicate(timeout=PATIENCE)
    assert (program.returncode, words) == (130, "")
    assert "Traceback" not in errors
    slow.wait_for_gone()


def test_a_reader_that_goes_away_is_no_crash(command: list[str], demo: Emulator) -> None:
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as pipe:
        ended = subprocess.run(
            [*command, "apps", "list"],
            env=environment(demo.url, demo.token),
            stdout=pipe,
            stderr=subprocess.PIPE,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    assert "Traceback" not in ended.stderr
    assert "panicked" not in ended.stderr
