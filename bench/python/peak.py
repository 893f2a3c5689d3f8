"""The most memory that this process had; run by itself, that of a bare Python."""

from __future__ import annotations

import resource
import sys


def peak() -> int:
    """The most memory that this process had, in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


if __name__ == "__main__":
    for name in sys.argv[1:]:
        __import__(name)
    print(0, 0.0, peak())
