"""A WSGI application that uses its client before its server forks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

from spice_cloud import SpiceCloud

CLIENT = SpiceCloud()
CLIENT.regions.list()


def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answers with the process and what a call gives."""
    start_response("200 OK", [("content-type", "text/plain")])
    return [f"{os.getpid()} {CLIENT.regions.list().default}".encode()]
