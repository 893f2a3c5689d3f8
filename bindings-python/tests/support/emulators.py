"""What tests ask of emulators."""

from __future__ import annotations

from spice_cloud.testing import Emulator

# A manifest that the emulator deploys.
SPICEPOD = "version: v1\nkind: Spicepod\nname: sales-bi\n"


def seen(emulator: Emulator) -> list[str]:
    """The requests so far, each as `GET /v1/apps 200`."""
    log = emulator.requests()
    return [f"{request['method']} {request['path']} {request['status']}" for request in log]
