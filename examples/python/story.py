"""How demo.py shows what happens: line by line as it goes on, and as a table in the end."""

from __future__ import annotations

import io
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from spice_cloud.testing import Emulator

# The most that a column may have; what is longer goes on below.
_WIDTHS = (2, 22, 36, 38, 6)
_HEADER = ("#", "step", "what happened", "HTTP calls", "time")


@dataclass
class _Step:
    title: str
    happened: str
    calls: int
    routes: list[str]
    seconds: float


class Story:
    """Keeps what happened in each step, and the HTTP calls that the emulator saw meanwhile."""

    def __init__(self, intro: str, emulator: Emulator) -> None:
        self._emulator = emulator
        self._steps: list[_Step] = []
        # Lines and arrows are shown as what they are, whatever this terminal takes for text.
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(encoding="utf-8")
        self.note(f"{intro}\n")

    def note(self, words: str) -> None:
        """Says something while the story goes on."""
        print(words, file=sys.stderr, flush=True)

    @contextmanager
    def step(self, title: str) -> Generator[Callable[[str], None], None, None]:
        """A step of the story. What it gives takes the words for what happened."""
        happened: list[str] = []
        self.note(f"[{len(self._steps) + 1}] {title}")
        self._emulator.admin("DELETE", "requests")
        began = time.perf_counter()
        yield happened.append
        seconds = time.perf_counter() - began
        calls: list[dict[str, Any]] = self._emulator.admin("GET", "requests")["requests"]
        counted = Counter(_route(call) for call in calls)
        routes = [f"{times} × {route}" for route, times in counted.items()]
        self._steps.append(_Step(title, " ".join(happened), len(calls), routes, seconds))
        self.note(f"    {' '.join(happened)} ({_took(seconds)})")

    def show(self) -> None:
        """Prints the table."""
        print("\n" + _rule("╭", "─", "┬", "╮"))
        print(_row(_HEADER))
        print(_rule("╞", "═", "╪", "╡"))
        for number, step in enumerate(self._steps, 1):
            cells = (str(number), step.title, step.happened, "\n".join(step.routes))
            print(_row((*cells, _took(step.seconds))))
        calls = sum(step.calls for step in self._steps)
        seconds = sum(step.seconds for step in self._steps)
        print(_row(("", "the whole story", "", f"{calls} in all", _took(seconds))))
        print(_rule("╰", "─", "┴", "╯"))


def _route(call: dict[str, Any]) -> str:
    """A call as it is told, with its status where that is not good."""
    route = f"{call['method']} {call['path']}"
    return route if call["status"] < 400 else f"{route} → {call['status']}"


def _took(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def _rule(left: str, line: str, cross: str, right: str) -> str:
    return left + cross.join(line * (width + 2) for width in _WIDTHS) + right


def _row(cells: Sequence[str]) -> str:
    """A row of as many lines as its longest cell has; numbers stand to the right."""
    wrapped = [
        [
            part
            for line in cell.splitlines()
            for part in textwrap.wrap(line, width, break_on_hyphens=False)
        ]
        for cell, width in zip(cells, _WIDTHS, strict=True)
    ]
    lines: list[str] = []
    for index in range(max(len(parts) for parts in wrapped)):
        texts = [parts[index] if index < len(parts) else "" for parts in wrapped]
        aligned = [
            text.rjust(width) if place in (0, len(_WIDTHS) - 1) else text.ljust(width)
            for place, (text, width) in enumerate(zip(texts, _WIDTHS, strict=True))
        ]
        lines.append("│ " + " ┆ ".join(aligned) + " │")
    return "\n".join(lines)
