"""Rotations: what the user's functions are given, and what becomes of what they do."""

from __future__ import annotations

import asyncio
import gc
import warnings
from datetime import timedelta
from typing import Any

import pytest

from conftest import Connect
from scenario import Caller
from spice_cloud import (
    App,
    AsyncSpiceCloud,
    RotationEvent,
    RotationFailed,
    RotationReport,
    SecretStr,
    SpiceCloud,
    ValidationError,
)
from spice_cloud.testing import Emulator
from support.emulators import seen

# The waits of the SDK are a hundredth of themselves, its limits as long as ever.
FAST: dict[str, Any] = {"_time_scale": 100, "timeout": 6000, "attempt_timeout": 3000}


class VaultError(Exception):
    """What a function of the user's raises."""


def passes(slot: int, key: SecretStr) -> bool:
    return slot in (1, 2) and key.reveal() != ""


def refuses(slot: int, key: SecretStr) -> bool:
    return not passes(slot, key)


def forgets(slot: int, key: SecretStr) -> None:
    """Gives nothing, where it should say whether the key works."""


def nothing(slot: int, key: SecretStr) -> None:
    assert passes(slot, key)


@pytest.fixture
def caller(connect: Connect, emulator: Emulator) -> Caller:
    return connect(emulator, **FAST)


@pytest.fixture
def app(caller: Caller) -> App:
    app: App = caller.run(caller.client.apps.create(name="sales-bi"))
    return app


def rotate(caller: Caller, app: App, *args: Any, **named: Any) -> RotationReport:
    report: RotationReport = caller.run(caller.client.api_keys.rotate(app, *args, **named))
    return report


def test_keys_are_handed_over_one_after_the_other(caller: Caller, app: App) -> None:
    given: list[tuple[int, SecretStr]] = []
    told: list[RotationEvent] = []

    def take(slot: int, key: SecretStr) -> None:
        given.append((slot, key))

    report = rotate(
        caller,
        app,
        take,
        verify=passes,
        on_event=told.append,
        grace=timedelta(seconds=1),
    )
    assert given == [(2, report.keys.api_key_2), (1, report.keys.api_key)]
    steps = ["started", *(["replaced", "distributed", "verified"] * 2)]
    assert [str(event.step) for event in told] == steps
    assert [event.slot for event in told] == [2, 2, 2, 2, 1, 1, 1]
    # The journal holds no key.
    keys = [key.reveal() for _, key in given]
    assert not any(key in event.journal for key in keys for event in told)
    assert all(key not in repr((report, told)) for key in keys)
    assert report.keys.meta.attempts == report.meta.attempts


def test_what_distribute_raises_is_the_cause(caller: Caller, app: App, emulator: Emulator) -> None:
    keys: list[str] = []

    def fail(slot: int, key: SecretStr) -> None:
        keys.append(key.reveal())
        raise VaultError(f"cannot keep {key.reveal()}")

    with pytest.raises(RotationFailed) as failure:
        rotate(caller, app, fail, verify=passes)
    error = failure.value
    assert isinstance(error.__cause__, VaultError)
    assert "VaultError: cannot keep [redacted]" in str(error)
    assert keys[0] not in f"{error}{error!r}{vars(error)}"
    # A later rotation goes on from there: the second key is not replaced again.
    emulator.clear_requests()
    report = rotate(caller, app, nothing, verify=passes, journal=error.journal, grace=0)
    assert report.keys.api_key_2 == SecretStr(keys[0])
    assert sum(line.startswith("POST") for line in seen(emulator)) == 1


def test_what_verify_raises_is_the_cause_though_it_goes_on(caller: Caller, app: App) -> None:
    answers: list[bool | Exception] = [True, VaultError("no route"), False]

    def verify(slot: int, key: SecretStr) -> bool:
        answer = answers.pop(0) if answers else False
        if isinstance(answer, Exception):
            raise answer
        return answer

    with pytest.raises(RotationFailed, match="VaultError: no route") as failure:
        rotate(caller, app, nothing, verify=verify, verify_timeout=5)
    assert isinstance(failure.value.__cause__, VaultError)
    assert failure.value.journal is not None
    assert answers == []


def test_a_key_that_does_not_pass_has_no_cause(caller: Caller, app: App) -> None:
    with pytest.raises(RotationFailed, match="it did not pass") as failure:
        rotate(caller, app, nothing, verify=refuses, verify_timeout=2)
    assert failure.value.__cause__ is None


def test_what_is_neither_true_nor_false_does_not_pass(caller: Caller, app: App) -> None:
    # A function that forgot to give something would pass as anything that is not None.
    with pytest.raises(RotationFailed, match="it gave None, not True or False"):
        rotate(caller, app, nothing, verify=forgets, verify_timeout=2)


def test_who_is_told_may_end_it(caller: Caller, app: App) -> None:
    def stop(event: RotationEvent) -> None:
        raise VaultError(event.step)

    with pytest.raises(VaultError, match="started"):
        rotate(caller, app, nothing, verify=passes, on_event=stop)


@pytest.mark.parametrize("raised", [KeyboardInterrupt, SystemExit])
def test_an_interrupt_while_a_key_is_distributed_gives_it_up(
    emulator: Emulator, raised: type[BaseException]
) -> None:
    def interrupted(slot: int, key: SecretStr) -> None:
        raise raised

    with SpiceCloud(emulator.token, base_url=emulator.url, **FAST) as client:
        app = client.apps.create(name="sales-bi")
        first = client.api_keys.get(app).api_key
        with pytest.raises(raised):
            client.api_keys.rotate(app, interrupted, verify=passes)
        assert client.api_keys.get(app).api_key == first


@pytest.mark.parametrize(
    ("named", "field"),
    [
        ({"distribute": None}, "distribute"),
        ({"distribute": "vault"}, "distribute"),
        ({"verify": True}, "verify"),
        ({"on_event": "print"}, "on_event"),
        ({"grace": "30s"}, "grace"),
        ({"grace": -1}, "grace"),
        ({"verify_timeout": float("nan")}, "verify_timeout"),
        ({"verify_interval": True}, "verify_interval"),
        ({"verify_times": 0}, "verify_times"),
        ({"journal": "{}"}, "journal"),
    ],
)
def test_wrong_arguments_are_refused(
    caller: Caller, emulator: Emulator, named: dict[str, Any], field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        caller.run(caller.client.api_keys.rotate(1, **{"distribute": nothing, **named}))
    assert field in str(refused.value)
    assert seen(emulator) == []


def test_a_blocking_client_takes_no_coroutine_functions(emulator: Emulator) -> None:
    async def later(slot: int, key: SecretStr) -> bool:
        raise AssertionError(slot)

    def hidden(slot: int, key: SecretStr) -> object:
        return later(slot, key)

    with SpiceCloud(emulator.token, base_url=emulator.url, **FAST) as client:
        app = client.apps.create(name="sales-bi")
        unchecked: Any = client.api_keys.rotate
        for named in ({"distribute": later}, {"distribute": nothing, "verify": later}):
            with pytest.raises(ValidationError, match="coroutine function"):
                unchecked(app, **named)
        # What only shows when it is called is not awaited, and nothing warns of it.
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with pytest.raises(RotationFailed, match="AsyncSpiceCloud takes such functions"):
                client.api_keys.rotate(app, hidden)
            gc.collect()


def test_asynchronous_functions_are_awaited(emulator: Emulator) -> None:
    done: list[str] = []

    async def distribute(slot: int, key: SecretStr) -> None:
        await asyncio.sleep(0)
        done.append(f"distribute {slot}")

    async def verify(slot: int, key: SecretStr) -> bool:
        await asyncio.sleep(0)
        done.append(f"verify {slot}")
        return True

    async def tell(event: RotationEvent) -> None:
        await asyncio.sleep(0)
        done.append(str(event.step))

    async def main() -> None:
        async with AsyncSpiceCloud(emulator.token, base_url=emulator.url, **FAST) as client:
            app = await client.apps.create(name="sales-bi")
            await client.api_keys.rotate(
                app, distribute, verify=verify, on_event=tell, verify_times=1
            )

    asyncio.run(main())
    assert done == [
        "started",
        *["replaced", "distribute 2", "distributed", "verify 2", "verified"],
        *["replaced", "distribute 1", "distributed", "verify 1", "verified"],
    ]


def test_a_task_that_is_cancelled_while_a_key_is_distributed_gives_it_up(
    emulator: Emulator,
) -> None:
    begun = asyncio.Event()
    ended: list[str] = []

    async def distribute(slot: int, key: SecretStr) -> None:
        begun.set()
        try:
            await asyncio.sleep(3600)
        finally:
            ended.append("distribute")

    async def main() -> None:
        async with AsyncSpiceCloud(emulator.token, base_url=emulator.url, **FAST) as client:
            app = await client.apps.create(name="sales-bi")
            first = (await client.api_keys.get(app)).api_key
            task = asyncio.create_task(client.api_keys.rotate(app, distribute))
            await begun.wait()
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert ended == ["distribute"]
            assert (await client.api_keys.get(app)).api_key == first

    asyncio.run(main())
