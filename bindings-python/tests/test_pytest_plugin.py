"""The fixture `spice_emulator`: one emulator for a run, as new for every test."""

from __future__ import annotations

import pytest

from spice_cloud.testing import Emulator

pytest_plugins = ["pytester"]


def test_the_fixture_is_there(spice_emulator: Emulator) -> None:
    assert isinstance(spice_emulator, Emulator)
    with spice_emulator.client() as client:
        assert client.apps.find("orders-api") is not None


TESTS = """
import asyncio

import pytest

urls = set()


@pytest.mark.parametrize("turn", range(3))
def test_sees_nothing_of_others(spice_emulator, turn):
    urls.add(spice_emulator.url)
    assert spice_emulator.requests() == []
    with spice_emulator.client() as client:
        assert client.apps.find("left-over") is None
        client.apps.create(name="left-over")
    spice_emulator.fault(kind="status", status=500)
    spice_emulator.set_rate_limit(1)
    spice_emulator.advance(1_000_000)


def test_is_one_for_the_run(spice_emulator):
    assert urls == {spice_emulator.url}


def test_may_be_stopped(spice_emulator):
    spice_emulator.stop()


def test_is_there_again(spice_emulator):
    async def main():
        async with spice_emulator.async_client() as client:
            return await client.apps.list().first()

    assert asyncio.run(main()) is not None
"""


def test_tests_are_isolated(pytester: pytest.Pytester) -> None:
    # Fails when a test sees what another has done to the emulator.
    pytester.makepyfile(TESTS)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    result.assert_outcomes(passed=6)
    assert result.stderr.str() == ""


def test_the_fixture_is_documented(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_subprocess("--fixtures", "-q")
    result.stdout.fnmatch_lines(["spice_emulator*", "*emulator with the apps of the demo*"])


def test_the_plugin_costs_nothing_until_it_is_used(pytester: pytest.Pytester) -> None:
    # Fails when every run of pytest, with or without the fixture, loads native code.
    pytester.makepyfile(
        """
        import sys

        def test_nothing_is_loaded():
            loaded = {name for name in sys.modules if name.startswith("spice_cloud")}
            assert "spice_cloud.testing" not in loaded
        """
    )
    pytester.runpytest_subprocess().assert_outcomes(passed=1)
