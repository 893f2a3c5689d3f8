"""A panic in native code is an InternalError: not a crash, and no exception that nobody catches.

Only debug builds have operations that panic on purpose. A release build has none of them.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from spice_cloud import (
    AsyncSpiceCloud,
    InternalError,
    SpiceCloud,
    SpiceCloudError,
    ValidationError,
    _native,  # pyright: ignore[reportPrivateUsage]
)
from spice_cloud.testing import Emulator

IN_THE_TASK = "__panic_for_tests"
IN_THE_METHOD = "__panic_in_native_for_tests"


def session_of(server: Emulator) -> _native.Session:
    return _native.Session({"base_url": server.url, "token": server.token})


def outcome(emulator: Emulator, operation: str) -> SpiceCloudError:
    with pytest.raises(SpiceCloudError) as failure:
        session_of(emulator).call(operation, {}, None).wait()
    return failure.value


def is_debug_build(emulator: Emulator) -> bool:
    """Whether the operations are there, which must be so for all of them or for none."""
    kinds = {type(outcome(emulator, name)) for name in (IN_THE_TASK, IN_THE_METHOD)}
    assert kinds in ({InternalError}, {ValidationError})
    return kinds == {InternalError}


# Fails when a panic gets through as a PanicException, which is no Exception, or hangs the call.
@pytest.mark.parametrize("operation", [IN_THE_TASK, IN_THE_METHOD])
def test_a_panic_is_an_internal_error(emulator: Emulator, operation: str) -> None:
    error = outcome(emulator, operation)
    if not is_debug_build(emulator):
        assert "no operation" in str(error)
        return
    assert error.code == "SPICE_INTERNAL"
    assert error.hint is not None and "report" in error.hint
    assert isinstance(error, Exception)


# Fails when a panic that nobody waits for in a thread leaves an event loop waiting for ever.
@pytest.mark.parametrize("operation", [IN_THE_TASK, IN_THE_METHOD])
def test_a_panic_ends_an_awaited_call(emulator: Emulator, operation: str) -> None:
    async def main() -> None:
        client = AsyncSpiceCloud(emulator.token, base_url=emulator.url)
        caller: Any = client._caller  # pyright: ignore[reportPrivateUsage]
        expected = InternalError if is_debug_build(emulator) else ValidationError
        with pytest.raises(expected):
            await asyncio.wait_for(caller.call_none(operation), 5)
        # The client is as good as ever.
        assert (await client.regions.list()).default == "us-west-2"

    asyncio.run(main())


def test_a_client_survives_a_panic(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with SpiceCloud(emulator.token, base_url=emulator.url) as client:
        caller: Any = client._caller  # pyright: ignore[reportPrivateUsage]
        for operation in (IN_THE_TASK, IN_THE_METHOD):
            with pytest.raises((InternalError, ValidationError)):
                caller.call_none(operation)
        assert client.regions.list().default == "us-west-2"
    assert emulator.token not in caplog.text
