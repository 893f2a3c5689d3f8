"""The Python blocks of every page: each is run as it is printed, and shows what the page says.

A block is a program of its own, unless a comment above it says `<!-- after: NAME -->`: then it goes
on where the block ended that has `<!-- block: NAME -->` above it. A ```text block right below is
what it prints, where `…` stands for anything within a line, and for any lines when it is alone on
one. A block with tests is run by pytest. Whoever signs in with the environment finds an emulator.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from spice_cloud.testing import Emulator
from support.processes import environment
from support.server import PATIENCE

pytest_plugins = ["pytester"]

ROOT = Path(__file__).resolve().parents[2]

# What is built is no page of the project.
_SKIPPED = {"target", "node_modules"}

_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})(?P<language>[^\s`]*)[^`]*$")
_MARK = re.compile(r"^<!-- (?P<kind>block|after): (?P<name>[\w-]+) -->$")
_TEST = re.compile(r"^(?:async )?def test_\w+\(", re.MULTILINE)

# Printed between a block and what goes before it.
_CUT = "--- the block begins here ---"


@dataclass(frozen=True)
class Block:
    """A Python block of a page."""

    page: str
    heading: str
    line: int
    code: str
    # What it prints, if the page shows that.
    shown: str | None
    name: str | None
    after: str | None

    @property
    def place(self) -> str:
        """Where it stands."""
        return f"{self.page}:{self.line}"

    @property
    def tests(self) -> int:
        """How many tests it has."""
        return len(_TEST.findall(self.code))


class PageError(Exception):
    """A page that cannot be understood."""


def read(page: str, text: str) -> list[Block]:
    """The Python blocks of a page."""
    lines = text.split("\n")
    blocks: list[Block] = []
    heading = page
    marks: dict[str, str] = {}
    # The Python block that a block of text may belong to: nothing but empty lines is between.
    above: Block | None = None
    index = 0
    while index < len(lines):
        number, line = index + 1, lines[index]
        index += 1
        mark = _MARK.match(line)
        fence = _FENCE.match(line)
        if mark is not None:
            marks[mark["kind"]] = mark["name"]
        elif fence is not None:
            body, index = _body(lines, index, fence["fence"], f"{page}:{number}")
            if fence["language"] == "python":
                above = Block(
                    page, heading, number, body, None, marks.get("block"), marks.get("after")
                )
                blocks.append(above)
            elif fence["language"] == "text" and above is not None:
                blocks[-1] = replace(above, shown=body)
                above = None
            else:
                above = None
            marks = {}
        elif line.strip():
            above = None
            if marks:
                raise PageError(f"{page}:{number}: a mark stands above a block")
            if line.startswith("#"):
                heading = line.lstrip("# ")
    return blocks


def _body(lines: list[str], start: int, fence: str, place: str) -> tuple[str, int]:
    """The lines up to the end of a fence, and the index of the line after it."""
    for index in range(start, len(lines)):
        if lines[index].rstrip() == fence:
            return "".join(f"{line}\n" for line in lines[start:index]), index + 1
    raise PageError(f"{place}: the block does not end")


def pages() -> dict[str, str]:
    """Every page of the project and its text."""
    found: dict[str, str] = {}
    for folder, folders, files in os.walk(ROOT):
        if "pyvenv.cfg" in files:
            # An environment holds the pages of others.
            folders.clear()
            continue
        folders[:] = sorted(
            name for name in folders if name not in _SKIPPED and not name.startswith(".")
        )
        for name in sorted(files):
            if name.endswith(".md"):
                path = Path(folder, name)
                found[path.relative_to(ROOT).as_posix()] = path.read_text("utf-8")
    return found


PAGES = pages()
BLOCKS = [block for page, text in PAGES.items() for block in read(page, text)]


def whole(block: Block) -> list[str]:
    """What goes before a block, and the block: the parts of its program."""
    if block.after is None:
        return [block.code]
    wanted = (block.page, block.after)
    before = [other for other in BLOCKS if (other.page, other.name) == wanted]
    if len(before) != 1 or before[0].line >= block.line:
        raise PageError(f"{block.place}: no block before it is named {block.after}")
    return [*whole(before[0]), block.code]


def named() -> Iterator[tuple[str, Block]]:
    """The blocks under names of their own: page and heading, and a number if there are several."""
    seen: dict[str, int] = {}
    for block in BLOCKS:
        title = f"{block.page}: {block.heading}"
        seen[title] = seen.get(title, 0) + 1
        yield (title if seen[title] == 1 else f"{title} ({seen[title]})"), block


NAMED = dict(named())


def pattern(shown: str) -> str:
    """A regular expression for what a block prints."""
    lines = [
        r"(?:.*\n)*" if line.strip() == "…" else re.escape(line).replace("…", ".*") + r"\n"
        for line in shown.splitlines()
    ]
    return "".join(lines)


@pytest.mark.parametrize(
    "block", [pytest.param(block, id=name) for name, block in NAMED.items() if not block.tests]
)
def test_a_block_runs_as_printed(block: Block, spice_emulator: Emulator, tmp_path: Path) -> None:
    *before, code = whole(block)
    program = tmp_path / "example.py"
    program.write_text("".join([*before, f"print({_CUT!r})\n" if before else "", code]), "utf-8")
    (tmp_path / "spicepod.yaml").write_text(SPICEPOD, "utf-8")
    ended = subprocess.run(
        [sys.executable, "-W", "error", program.name],
        cwd=tmp_path,
        env=environment(spice_emulator.url, spice_emulator.token, PYTHONIOENCODING="utf-8"),
        capture_output=True,
        encoding="utf-8",
        timeout=3 * PATIENCE,
        check=False,
    )
    assert (ended.returncode, ended.stderr) == (0, ""), f"{block.place}\n{ended.stderr}"
    printed = ended.stdout.rpartition(f"{_CUT}\n")[2]
    if block.shown is not None:
        as_shown = re.fullmatch(pattern(block.shown), printed) is not None
        assert as_shown, f"{block.place} prints:\n{printed}"


# The file that blocks take an app's manifest from.
SPICEPOD = "version: v1\nkind: Spicepod\nname: sales-bi\n"


@pytest.mark.parametrize(
    "block", [pytest.param(block, id=name) for name, block in NAMED.items() if block.tests]
)
def test_a_block_of_tests_passes(block: Block, pytester: pytest.Pytester) -> None:
    pytester.makepyfile("".join(whole(block)))
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-W", "error")
    result.assert_outcomes(passed=block.tests)


def test_all_blocks_have_types(tmp_path: Path) -> None:
    files = [tmp_path / f"block_{number}.py" for number, _ in enumerate(BLOCKS)]
    for file, block in zip(files, BLOCKS, strict=True):
        file.write_text(f"# {block.place}\n" + "".join(whole(block)), "utf-8")
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", *map(str, files)],
        # Where the settings are.
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=10 * PATIENCE,
        check=False,
    )
    told = checked.stdout
    for file, block in zip(files, BLOCKS, strict=True):
        told = told.replace(str(file), f"the program of {block.place}")
    assert checked.returncode == 0, told + checked.stderr


def test_no_block_is_overlooked() -> None:
    # Fails when a block is indented, or its language is spelt in another way.
    fences = re.compile(r"^[ >\t]*(?:`{3,}|~{3,})[ \t]*\{?\.?(?:py|pycon|python3?)\b", re.I | re.M)
    for page, text in PAGES.items():
        here = [block for block in BLOCKS if block.page == page]
        assert len(fences.findall(text)) == len(here), page
    assert {"README.md", "docs/python.md"} <= {block.page for block in BLOCKS}


def test_all_that_is_shown_is_compared() -> None:
    # Fails when a block of text in the guide has slipped away from what prints it.
    texts = PAGES["docs/python.md"].count("\n```text\n")
    shown = [block for block in BLOCKS if block.page == "docs/python.md" and block.shown]
    assert len(shown) == texts > 0


PAGE = """# Title

<!-- block: first -->
```python
print("one")
```

## Part

<!-- after: first -->

```python
print("two")
```

```text
tw…
…
```

```python
def test_it():
    pass
```

Words.

```text
not shown by it
```
"""


def test_a_page_is_read() -> None:
    first, second, third = read("a.md", PAGE)
    assert (first.heading, first.line, first.name, first.shown) == ("Title", 4, "first", None)
    assert (second.heading, second.after, second.code) == ("Part", "first", 'print("two")\n')
    assert second.shown == "tw…\n…\n"
    assert (third.tests, third.shown, second.tests) == (1, None, 0)
    assert re.fullmatch(pattern("tw…\n…\n"), "two\nthree\nfour\n")
    assert not re.fullmatch(pattern("tw…\n"), "two\nthree\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("```python\nprint()\n", "does not end"),
        ("<!-- after: x -->\nWords.\n", "above a block"),
    ],
)
def test_a_page_with_a_mistake_is_refused(text: str, why: str) -> None:
    with pytest.raises(PageError, match=why):
        read("a.md", text)
