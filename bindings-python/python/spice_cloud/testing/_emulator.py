"""The emulator, as tests use it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from .. import AsyncSpiceCloud
from .._client import SpiceCloud
from .._failures import invalid
from .._native import Emulator as NativeEmulator
from .._native import Snapshot
from .._options import Duration, seconds
from .._typing import TYPE_CHECKING
from ._told import given, glob, instant, milliseconds, moves

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any, TypedDict

    from typing_extensions import Self, Unpack

    from .._generated.models import App
    from .._options import AsyncTokenProvider, CommonOptions, TokenProvider

    class ClientOptions(CommonOptions, total=False):
        """The options of `SpiceCloud`."""

        token_provider: TokenProvider | None

    class AsyncClientOptions(CommonOptions, total=False):
        """The options of `AsyncSpiceCloud`."""

        token_provider: AsyncTokenProvider | None

    class Settings(TypedDict, total=False):
        """What an emulator can be started with."""

        seed: str
        port: int
        random_seed: int
        clock: str | datetime | None
        progression: Mapping[str, object] | None
        rate_limit: Mapping[str, object] | int | None
        quirks: Mapping[str, object] | None
        faults: Sequence[Mapping[str, object]] | None
        data_dir: str | os.PathLike[str] | None
        keep_secret_values: bool


class Emulator:
    """A local Spice.ai Cloud that listens on the loopback address until it is stopped.

    It starts when it is made, and stops at the end of a `with`:

        with Emulator(seed="demo") as emulator, emulator.client() as client:
            print(client.apps.list().first())

    Args:
        seed: What is there at first: `empty`, an organization without apps, or `demo`.
        port: Where it listens; any free port if not given.
        random_seed: Two emulators with the same number give out the same ids, keys and tokens.
        clock: `real`, or the time at which its clock stands until it is advanced.
        progression: How deployments move on, as `set_progression` takes it.
        rate_limit: How many requests a token may make in a minute, or the arguments of
            `set_rate_limit`.
        quirks: What older servers do, as `set_quirks` takes it.
        faults: Rules as `add_fault` takes them.
        data_dir: A directory that keeps the state for the next emulator.
        keep_secret_values: Whether `state()` may show the values of secrets.

    Raises:
        ValueError: A setting is wrong, or it cannot listen there.
    """

    def __init__(
        self,
        *,
        seed: str = "empty",
        port: int = 0,
        random_seed: int = 0,
        clock: str | datetime | None = "real",
        progression: Mapping[str, object] | None = None,
        rate_limit: Mapping[str, object] | int | None = None,
        quirks: Mapping[str, object] | None = None,
        faults: Sequence[Mapping[str, object]] | None = None,
        data_dir: str | os.PathLike[str] | None = None,
        keep_secret_values: bool = False,
    ) -> None:
        if isinstance(rate_limit, int):
            rate_limit = {"per_minute": rate_limit}
        settings: dict[str, object] = {
            "seed": seed,
            "port": port,
            "random_seed": random_seed,
            "clock": instant(clock),
            "progression": None if progression is None else moves(progression),
            "rate_limit": rate_limit,
            "quirks": quirks,
            "faults": None if faults is None else list(faults),
            "data_dir": None if data_dir is None else os.fspath(data_dir),
            "keep_secret_values": keep_secret_values,
        }
        self._native = NativeEmulator(given(settings))
        self._is_running = True

    @classmethod
    def start(cls, **settings: Unpack[Settings]) -> Self:
        """Starts an emulator: the same as making one."""
        return cls(**settings)

    @property
    def url(self) -> str:
        """Where it listens: `http://127.0.0.1:PORT`."""
        return self._native.url

    @property
    def port(self) -> int:
        """The port that it listens on."""
        return self._native.port

    @property
    def token(self) -> str:
        """A token that may do everything in the first organization, and nothing anywhere else."""
        return self._native.token

    @property
    def client_id(self) -> str:
        """Id of an OAuth client that may do everything in the first organization."""
        return self._native.client_id

    @property
    def client_secret(self) -> str:
        """Secret of that client."""
        return self._native.client_secret

    @property
    def is_running(self) -> bool:
        """Whether it has not been stopped."""
        return self._is_running

    def client(
        self, *, scopes: Sequence[str] | None = None, **options: Unpack[ClientOptions]
    ) -> SpiceCloud:
        """A client of this emulator.

        Args:
            scopes: What its token may do, such as `["apps:read"]`; everything if not given.
            options: Options of the client; they come before the emulator's.
        """
        self._sign_in(scopes, options)
        return SpiceCloud(**options)

    def async_client(
        self, *, scopes: Sequence[str] | None = None, **options: Unpack[AsyncClientOptions]
    ) -> AsyncSpiceCloud:
        """An asynchronous client of this emulator; see `client`."""
        self._sign_in(scopes, options)
        return AsyncSpiceCloud(**options)

    def mint(
        self,
        *,
        kind: str | None = None,
        scopes: Sequence[str] | None = None,
        expires_in: Duration | None = None,
        role: str | None = None,
        org: str | None = None,
        user: str | None = None,
        label: str | None = None,
    ) -> str:
        """Makes a token and gives its text.

        Args:
            kind: `pat`, `oauth` or `session`.
            scopes: What it may do; everything if not given.
            expires_in: How long it is valid, in whole seconds of the emulator's clock.
            role: The role of its owner; a `viewer` may only read.
            org: The organization that it belongs to.
            user: Whose it is.
            label: What the log of requests calls it.
        """
        settings = {
            "kind": kind,
            "scopes": None if scopes is None else list(scopes),
            "expires_in": None if expires_in is None else round(seconds("expires_in", expires_in)),
            "role": role,
            "org": org,
            "user": user,
            "label": label,
        }
        token: str = self.admin("POST", "tokens", given(settings))["token"]
        return token

    def fault(
        self,
        method: str | None = None,
        path: str | None = None,
        *,
        kind: str,
        times: int | None = None,
        nth: int | Sequence[int] | None = None,
        probability: float | None = None,
        **details: object,
    ) -> str:
        """Makes chosen requests go wrong, and gives the id of the rule.

            emulator.fault("POST", "**/deployments", kind="status", status=503, times=2)

        Args:
            method: For which method; any if not given.
            path: For which paths: `*` stands for anything within a segment, `**` for anything.
            kind: `status`, `delay`, `drop_before_commit`, `drop_after_commit`, `html_page` or
                `bad_json`.
            times: How often at most.
            nth: At which matching requests, counted from 1.
            probability: How likely it is.
            details: What the kind takes: `status`, `body`, `text`, `headers`, `after_commit`; for a
                delay `ms` and `when`.
        """
        rule = {
            "match": given({"method": method, "path": path}),
            "do": {"kind": kind, **details},
            "times": times,
            "nth": nth if nth is None or isinstance(nth, int) else list(nth),
            "probability": probability,
        }
        return self.add_fault(given(rule))

    def add_fault(self, rule: Mapping[str, object]) -> str:
        """Adds a rule in the form of the administration, and gives its id."""
        identity: str = self.admin("POST", "faults", dict(rule))["id"]
        return identity

    def clear_faults(self) -> None:
        """Takes all faults away."""
        self.admin("DELETE", "faults")

    def requests(self) -> list[dict[str, Any]]:
        """The requests so far, oldest first, without secrets."""
        records: list[dict[str, Any]] = self.admin("GET", "requests")["requests"]
        return records

    def count(self, method: str | None = None, path: str | None = None) -> int:
        """How many requests there were, of a method and with paths as `fault` takes them."""
        import re

        fits = re.compile(glob(path or "**"))
        return sum(
            (method is None or record["method"] == method.upper())
            and fits.fullmatch(record["path"]) is not None
            for record in self.requests()
        )

    def clear_requests(self) -> None:
        """Forgets the requests so far."""
        self.admin("DELETE", "requests")

    def state(self) -> dict[str, Any]:
        """Everything that there is, without secrets."""
        state: dict[str, Any] = self.admin("GET", "state")
        return state

    def advance(self, by: Duration) -> None:
        """Moves its clock forward, in seconds or as a timedelta."""
        self.admin("POST", "clock", {"advance": f"{milliseconds('advance', by)}ms"})

    def freeze(self) -> None:
        """Stops its clock at the present."""
        self.admin("POST", "clock", {"freeze": True})

    def set_progression(
        self,
        kind: str,
        *,
        app: int | App | None = None,
        queued: Duration | None = None,
        in_progress: Duration | None = None,
        reads: int | None = None,
        entries: Sequence[str] | None = None,
        wait_for: str | None = None,
        fail_with: str | None = None,
    ) -> None:
        """Says how new deployments move on.

        Args:
            kind: `immediate`, `after` some time, after some `polls`, by a `script`, or `manual`.
            app: For one app only, or its id.
            queued: How long they are queued, for `after`, in seconds of the emulator's clock.
            in_progress: How long they are in progress, for `after`.
            reads: How many reads each state lasts, for `polls`.
            entries: What successive reads show, for `script`, such as `["queued", "in_progress*2",
                "failed:internal_error"]`.
            wait_for: The error code that they show while they are in progress.
            fail_with: The error code that they fail with; without one they succeed.
        """
        settings: dict[str, object] = {
            "kind": kind,
            "app": app,
            "queued": queued,
            "in_progress": in_progress,
            "reads": reads,
            "entries": None if entries is None else list(entries),
            "wait_for": wait_for,
            "fail_with": fail_with,
        }
        self.admin("POST", "progression", moves(settings))

    def load(
        self,
        app: int | App,
        dataset: str,
        rows: Iterable[Mapping[str, object]],
        *,
        source: str | None = None,
    ) -> None:
        """Loads rows into a dataset of an app's runtime, in place of what was loaded before.

        Args:
            app: The app, or its id.
            dataset: Name of the dataset.
            rows: The rows, each with values by the names of columns; together at most 1 MiB.
            source: Where the data is said to come from.
        """
        body = given({"rows": [dict(row) for row in rows], "from": source})
        self.admin("PUT", f"apps/{getattr(app, 'id', app)}/datasets/{dataset}", body)

    def set_quirks(
        self,
        *,
        ignore_offset: bool = False,
        ignore_limit: bool = False,
        short_pages: int | None = None,
        no_single_deployment: bool = False,
    ) -> None:
        """Says what it does as older servers do; what is not given is off.

        Args:
            ignore_offset: Lists start at their beginning, whatever is asked for.
            ignore_limit: Lists are given whole, whatever is asked for.
            short_pages: How many items a page has at most.
            no_single_deployment: Reading one deployment is answered with 404.
        """
        quirks = {
            "ignore_offset": ignore_offset,
            "ignore_limit": ignore_limit,
            "short_pages": short_pages,
            "no_single_deployment": no_single_deployment,
        }
        self.admin("POST", "quirks", given(quirks))

    def set_rate_limit(self, per_minute: int | None, *, retry_after: str = "seconds") -> None:
        """Says how many requests each token may make in a minute; None for as many as it likes.

        Args:
            per_minute: How many.
            retry_after: How a refusal says when to come back: `seconds`, `date`, `ms` or `none`.
        """
        if per_minute is None:
            self.admin("DELETE", "rate-limit")
        else:
            limit = {"per_minute": per_minute, "retry_after": retry_after}
            self.admin("POST", "rate-limit", limit)

    def reset(self) -> None:
        """Goes back to how it started: state, clock, randomness, faults and the log of requests."""
        self.admin("POST", "reset")

    def snapshot(self) -> Snapshot:
        """Copies everything that requests can change, for `restore`."""
        return self._native.snapshot()

    def restore(self, snapshot: Snapshot) -> None:
        """Puts everything back as it was. The log of requests goes on."""
        self._native.restore(snapshot)

    def admin(self, method: str, path: str, body: object = None) -> Any:
        """Any call of the administration, which also listens under `/_emulator/`.

            emulator.admin("POST", "apps/1", {"paused": True})

        Raises:
            ValueError: The administration refuses it.
            LookupError: There is no such thing.
        """
        return self._native.admin(method, path, body)

    def stop(self) -> None:
        """Stops it; its port is free then. May be repeated."""
        self._is_running = False
        self._native.stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()

    def __repr__(self) -> str:
        return f"Emulator(url={self.url!r})"

    def _sign_in(self, scopes: Sequence[str] | None, options: CommonOptions) -> None:
        """Adds what leads to this emulator, where the options say nothing else."""
        signs_in = {"token", "client_id", "client_secret", "token_provider"} & options.keys()
        if scopes is not None and signs_in:
            raise invalid(f"cannot be given with {', '.join(sorted(signs_in))}", "scopes")
        if not signs_in:
            options["token"] = self.token if scopes is None else self.mint(scopes=scopes)
        options.setdefault("base_url", self.url)
