"""Token providers: functions of the user's that are asked for tokens."""

from __future__ import annotations

import asyncio
import contextlib
import time
import traceback
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from conftest import Connect
from scenario import Kind
from spice_cloud import AsyncSpiceCloud, ConfigError, SecretStr, SpiceCloud, Token
from spice_cloud.testing import Emulator
from support.emulators import seen
from support.server import PATIENCE


class Vault:
    """Gives tokens one after the other, and counts how often it was asked."""

    def __init__(self, *tokens: Any) -> None:
        self._tokens = list(tokens)
        self.asked = 0

    def __call__(self) -> Any:
        self.asked += 1
        return self._tokens.pop(0) if len(self._tokens) > 1 else self._tokens[0]


class AsyncVault(Vault):
    """The same for those who await."""

    async def __call__(self) -> Any:
        await asyncio.sleep(0)
        return super().__call__()


def test_a_provider_is_asked_for_every_call(connect: Connect, emulator: Emulator) -> None:
    vault = Vault(emulator.token)
    caller = connect(emulator, token_provider=vault)
    assert vault.asked == 0
    for _ in range(3):
        caller.run(caller.client.regions.list())
    assert vault.asked == 3


WRAPS: list[Callable[[str], object]] = [
    str,
    SecretStr,
    Token,
    lambda text: Token(SecretStr(text)),
]


@pytest.mark.parametrize("wrap", WRAPS)
def test_a_provider_may_give_several_types(
    connect: Connect, emulator: Emulator, wrap: Callable[[str], object]
) -> None:
    caller = connect(emulator, token_provider=Vault(wrap(emulator.token)))
    assert caller.run(caller.client.regions.list()).default == "us-west-2"


def test_a_token_is_kept_while_it_is_valid(connect: Connect, emulator: Emulator) -> None:
    vault = Vault(Token(emulator.token, expires_in=3600))
    caller = connect(emulator, token_provider=vault)
    for _ in range(3):
        caller.run(caller.client.regions.list())
    assert vault.asked == 1


def test_a_token_that_expires_at_once_is_not_kept(connect: Connect, emulator: Emulator) -> None:
    vault = Vault(Token(emulator.token, expires_in=0))
    caller = connect(emulator, token_provider=vault)
    for _ in range(2):
        caller.run(caller.client.regions.list())
    assert vault.asked == 2


def test_a_refused_token_is_replaced_once(connect: Connect, emulator: Emulator) -> None:
    vault = Vault(Token("stale", expires_in=3600), Token(emulator.token, expires_in=3600))
    caller = connect(emulator, token_provider=vault)
    caller.run(caller.client.regions.list())
    assert seen(emulator) == ["GET /v1/regions 401", "GET /v1/regions 200"]
    assert vault.asked == 2


def test_a_list_asks_for_tokens_too(connect: Connect, demo: Emulator) -> None:
    vault = Vault(demo.token)
    caller = connect(demo, token_provider=vault)
    assert len(caller.all(caller.client.apps.list(page_size=10))) == 25
    assert vault.asked >= 1


def test_asynchronous_providers(emulator: Emulator) -> None:
    async def main(provider: Callable[[], Awaitable[str]]) -> None:
        client = AsyncSpiceCloud(base_url=emulator.url, token_provider=provider)
        async with client:
            crowd = await asyncio.gather(*(client.regions.list() for _ in range(10)))
        assert {regions.default for regions in crowd} == {"us-west-2"}

    async def provide() -> str:
        await asyncio.sleep(0)
        return emulator.token

    asyncio.run(main(provide))
    asyncio.run(main(AsyncVault(emulator.token)))
    # A function that only gives something to await.
    asyncio.run(main(lambda: provide()))


def test_a_blocking_client_takes_no_coroutine_function(emulator: Emulator) -> None:
    async def provide() -> str:
        return emulator.token

    # Type checkers refuse both.
    wrong: list[Any] = [provide, lambda: provide()]
    with pytest.raises(ConfigError, match="token_provider"):
        SpiceCloud(base_url=emulator.url, token_provider=wrong[0])
    client = SpiceCloud(base_url=emulator.url, token_provider=wrong[1])
    with pytest.raises(ConfigError, match="AsyncSpiceCloud"):
        client.regions.list()


class VaultError(Exception):
    """What a provider of the user's raises."""


def failing(kind: Kind, error: BaseException) -> Callable[[], Any]:
    def provide() -> str:
        raise error

    async def provide_later() -> str:
        raise error

    return provide if kind == "sync" else provide_later


def test_a_provider_that_fails_is_a_config_error(
    connect: Connect, kind: Kind, emulator: Emulator
) -> None:
    error = VaultError("the vault is closed")
    caller = connect(emulator, token_provider=failing(kind, error))
    with pytest.raises(ConfigError) as failure:
        caller.run(caller.client.regions.list())
    assert failure.value.__cause__ is error
    assert "VaultError: the vault is closed" in str(failure.value)
    told = "".join(traceback.format_exception(failure.value))
    assert "raise error" in told, "the traceback leads to the provider"
    assert seen(emulator) == []


@pytest.mark.parametrize("given", [None, 7, b"token", "", "two words", Token("")])
def test_what_is_no_token_is_a_config_error(
    connect: Connect, emulator: Emulator, given: object
) -> None:
    caller = connect(emulator, token_provider=Vault(given))
    with pytest.raises(ConfigError, match="token"):
        caller.run(caller.client.regions.list())
    assert seen(emulator) == []


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(3)])
def test_what_ends_a_program_passes_through_a_blocking_call(
    emulator: Emulator, error: BaseException
) -> None:
    client = SpiceCloud(base_url=emulator.url, token_provider=failing("sync", error))
    with pytest.raises(type(error)) as passed:
        client.regions.list()
    assert passed.value is error


def test_a_cancellation_passes_through_an_awaited_call(emulator: Emulator) -> None:
    async def main() -> None:
        provide = failing("async", asyncio.CancelledError())
        client = AsyncSpiceCloud(base_url=emulator.url, token_provider=provide)
        with pytest.raises(asyncio.CancelledError):
            await client.regions.list()

    asyncio.run(main())


def test_a_slow_provider_can_be_cancelled(emulator: Emulator) -> None:
    async def main() -> None:
        asked = asyncio.Event()

        async def provide() -> str:
            asked.set()
            await asyncio.Event().wait()
            raise AssertionError

        client = AsyncSpiceCloud(base_url=emulator.url, token_provider=provide)
        call = asyncio.create_task(client.regions.list())
        await asked.wait()
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call

    asyncio.run(main())
    assert seen(emulator) == []


def test_a_provider_that_failed_is_asked_again(connect: Connect, emulator: Emulator) -> None:
    asked: list[str] = []

    def provide() -> str:
        asked.append("once")
        if len(asked) == 1:
            raise VaultError("not yet")
        return emulator.token

    # After a failure nobody asks again for a second, which is a millisecond here.
    caller = connect(emulator, token_provider=provide, _time_scale=1000, timeout=60_000)
    with pytest.raises(ConfigError):
        caller.run(caller.client.regions.list())
    until = time.monotonic() + PATIENCE
    while len(asked) == 1 and time.monotonic() < until:
        with contextlib.suppress(ConfigError):
            caller.run(caller.client.regions.list())
    assert caller.run(caller.client.regions.list()).default == "us-west-2"


def test_tokens_do_not_show() -> None:
    token = Token("canary-4p8r6t", expires_in=60)
    assert "canary" not in f"{token} {token!r}"
    assert token == Token("canary-4p8r6t", expires_in=60)
    assert token != Token("other", expires_in=60)
    with pytest.raises(ConfigError, match="expires_in"):
        Token("a", expires_in=-1)
