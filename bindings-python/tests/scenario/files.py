"""The files that the languages share."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]


def read_text(path: str) -> str:
    """A text file of the project, by its path from the root."""
    parts = path.split("/")
    if ".." in parts or parts[0] == "":
        raise LookupError(f"{path} is not a path below the root")
    return (ROOT / path).read_text(encoding="utf-8")


def read_json(path: str) -> Any:
    """A JSON file of the project, by its path from the root."""
    return json.loads(read_text(path))


def documents(folder: str) -> dict[str, Any]:
    """Every JSON file of a folder of the project by its name, but for `schema.json`."""
    files = sorted((ROOT / folder).glob("*.json"))
    return {
        file.stem: json.loads(file.read_text(encoding="utf-8"))
        for file in files
        if file.stem != "schema"
    }
