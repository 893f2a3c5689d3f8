"""The command `spice-cloud`: `python -m spice_cloud`."""

from __future__ import annotations

import signal
import sys

from ._native import run_cli
from ._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NoReturn

# What shells say for a program that was interrupted.
_INTERRUPTED = 130


def main() -> NoReturn:
    """Runs the command with the arguments of this process and exits with its code."""
    # Whoever stops it wants it to end as Ctrl-C does: with its emulator stopped and its files
    # closed.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        code = run_cli(["spice-cloud", *sys.argv[1:]])
    except KeyboardInterrupt:
        code = _INTERRUPTED
    sys.exit(code)


if __name__ == "__main__":
    main()
