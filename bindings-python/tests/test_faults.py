"""Plays every case of `tests/faults` with both clients: one test for each.

Where `FAULTS_REPORT` names a folder, each that passes leaves a file there, for
`cargo xtask faults`.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scenario import KINDS, Kind, documents, play, recorded

CASES = documents("tests/faults")


@pytest.mark.parametrize(
    ("name", "kind"),
    [pytest.param(name, kind, id=f"{name}[{kind}]") for name in CASES for kind in KINDS],
)
def test_fault(name: str, kind: Kind, capfd: pytest.CaptureFixture[str]) -> None:
    with recorded(kind, "faults", name, capfd) as record:
        play(CASES[name], kind, record)
    folder = os.environ.get("FAULTS_REPORT")
    if folder is not None:
        face = Path(folder) / f"python-{kind}"
        face.mkdir(parents=True, exist_ok=True)
        (face / name).touch()
