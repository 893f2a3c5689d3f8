"""The pytest fixture `spice_emulator`. Nothing is loaded or started before a test asks for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from ._typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .testing import Emulator


@pytest.fixture(scope="session")
def _spice_emulators() -> Iterator[Callable[[], Emulator]]:
    """Gives the emulator of this run, and another when a test has stopped it."""
    from .testing import Emulator

    emulators: list[Emulator] = []

    def running() -> Emulator:
        if not emulators or not emulators[-1].is_running:
            emulators.append(Emulator(seed="demo"))
        return emulators[-1]

    yield running
    for emulator in emulators:
        emulator.stop()


@pytest.fixture
def spice_emulator(_spice_emulators: Callable[[], Emulator]) -> Emulator:
    """An emulator with the apps of the demo, as new for each test.

    def test_listing(spice_emulator):
        with spice_emulator.client() as client:
            assert client.apps.list().first() is not None
    """
    emulator = _spice_emulators()
    emulator.reset()
    return emulator
