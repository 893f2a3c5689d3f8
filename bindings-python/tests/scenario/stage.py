"""The emulator and the client that a scenario asks for."""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import Any

from spice_cloud.testing import Emulator

from .calls import Kind
from .variables import Mistake

# Where clocks stand unless a scenario says otherwise.
_START = "2026-01-01T00:00:00Z"
_PARTS = {"seed", "random_seed", "clock", "progression", "quirks", "rate_limit", "faults"}
_OPTIONS = {
    "attempt_timeout",
    "dedupe",
    "headers",
    "max_in_flight",
    "max_retries",
    "org",
    "path_style",
    "reconcile_timeout",
    "scope",
    "timeout",
    "validate",
}
_SIGN_IN = {"token", "client_credentials", "token_provider"}


class Stage:
    """An emulator, as a scenario sets it up."""

    def __init__(self, settings: dict[str, Any]) -> None:
        _only(settings, _PARTS)
        usual: dict[str, Any] = {"clock": _START, "random_seed": 7}
        self._emulator = Emulator(**{**usual, **settings})

    def act(self, action: str, args: dict[str, Any]) -> None:
        """Tells the emulator what a step says."""
        if action == "advance":
            self._emulator.advance(args["seconds"])
        elif action == "fault":
            self._emulator.add_fault(args)
        elif action == "calm":
            self._emulator.clear_faults()
        elif action == "load":
            self._emulator.load(args["app"], args["dataset"], args["rows"])
        elif action == "progression":
            self._emulator.set_progression(**args)
        elif action == "quirks":
            self._emulator.set_quirks(**args)
        elif action == "rate_limit":
            self._emulator.set_rate_limit(**(args or {"per_minute": None}))
        else:
            raise Mistake(f"an emulator cannot be told to {action}")

    def requests(self) -> list[dict[str, Any]]:
        """What the emulator saw."""
        return self._emulator.requests()

    def client_options(self, settings: dict[str, Any], kind: Kind) -> dict[str, Any]:
        """The options of the client that a scenario asks for."""
        _only(settings, _OPTIONS | _SIGN_IN | {"proxy", "time_scale"})
        options = {name: settings[name] for name in _OPTIONS if name in settings}
        scale = settings.get("time_scale", 1)
        # What a scenario does not limit stays as it is, or a busy machine would break it.
        options.setdefault("timeout", 60 * scale)
        options.setdefault("attempt_timeout", 30 * scale)
        proxy = settings.get("proxy")
        if proxy is not None:
            user = f"{proxy['user']}:{proxy['password']}@"
            options["proxy"] = self._emulator.url.replace("://", f"://{user}")
        return {
            **options,
            **self._sign_in(settings, kind),
            "base_url": self._emulator.url,
            "_time_scale": scale,
        }

    def close(self) -> None:
        """Stops the emulator."""
        self._emulator.stop()

    def __enter__(self) -> Stage:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _sign_in(self, settings: dict[str, Any], kind: Kind) -> dict[str, Any]:
        given = [name for name in _SIGN_IN if name in settings]
        if len(given) > 1:
            raise Mistake("a client signs in with one thing")
        if given == ["client_credentials"]:
            client = settings["client_credentials"]
            return {
                "client_id": client.get("id", self._emulator.client_id),
                "client_secret": client.get("secret", self._emulator.client_secret),
            }
        if given == ["token_provider"]:
            tokens = [self._token(token) for token in settings["token_provider"]]
            return {"token_provider": _provider(tokens, kind)}
        return {"token": self._token(settings.get("token"))}

    def _token(self, given: Any) -> str:
        if given is None:
            return self._emulator.token
        if isinstance(given, str):
            return given
        return self._emulator.mint(**given)


def _provider(tokens: list[str], kind: Kind) -> Callable[[], Any]:
    """Gives one token after the other, and the last for good."""
    left = list(tokens)

    def provide() -> str:
        if not left:
            raise LookupError("there is no token")
        return left.pop(0) if len(left) > 1 else left[0]

    async def provide_later() -> str:
        return provide()

    return provide if kind == "sync" else provide_later


def _only(settings: dict[str, Any], known: set[str]) -> None:
    if settings.keys() - known:
        raise Mistake(f"unknown settings: {', '.join(settings.keys() - known)}")
