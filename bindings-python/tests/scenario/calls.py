"""Calls by their public names, through either client."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Any, Literal, cast

from spice_cloud import (
    AsyncPager,
    AsyncSpiceCloud,
    AsyncStream,
    Pager,
    SpiceCloud,
    SpiceCloudError,
    Stream,
)

from .json_types import is_object
from .outcome import Reply, Watched, outcome
from .rotation import Rotated, Rotation
from .variables import Mistake, Variables

Kind = Literal["sync", "async"]
KINDS: tuple[Kind, Kind] = ("sync", "async")

# What a client has beside its operations.
_NOT_OPERATIONS = {"aclose", "close", "with_options"}
# Other ways to walk a list, and to deploy, each under the name of the operation.
_WAYS = ("first", "pages", "events")
# What says whose runtime is called.
_OF_RUNTIMES = ("app", "key", "url")


def operation_of(call: str) -> str:
    """The operation that a call exercises: `apps.list` for `apps.list.pages`."""
    operation, _, way = call.rpartition(".")
    return operation if way in _WAYS else call


def public_name(operation_id: str) -> str:
    """The name of an operation of the contract; those of no resource are the client's own."""
    renamed = {"health.get": "client.health", "limits.get": "client.limits"}
    return renamed.get(operation_id, operation_id)


def public_operations(client: SpiceCloud | AsyncSpiceCloud) -> dict[str, Callable[..., Any]]:
    """Every operation that a client offers, found on the client itself, under its public name."""
    found: dict[str, Callable[..., Any]] = {}
    seen: list[object] = []
    for name in sorted(dir(client)):
        member: object = getattr(client, name) if not name.startswith("_") else None
        if name in _NOT_OPERATIONS or any(member is other for other in seen):
            continue
        seen.append(member)
        if name == "runtime":
            # It is no operation: it gives what has some.
            found |= {f"runtime.{method}": call for method, call in _methods(client.runtime(1))}
            continue
        if inspect.isroutine(member):
            found[f"client.{name}"] = cast("Callable[..., Any]", member)
        elif type(member).__module__ == "spice_cloud":
            found |= {f"{name}.{method}": call for method, call in _methods(member)}
    return found


def _methods(resource: object) -> list[tuple[str, Callable[..., Any]]]:
    members = [(name, getattr(resource, name)) for name in dir(resource) if name[0] != "_"]
    return [(name, member) for name, member in members if inspect.isroutine(member)]


class Caller:
    """A client of the one kind or the other; what the asynchronous one gives is run to its end."""

    def __init__(self, kind: Kind, **options: Any) -> None:
        self.kind: Kind = kind
        self._loop = asyncio.new_event_loop() if kind == "async" else None
        try:
            client = SpiceCloud if kind == "sync" else AsyncSpiceCloud
            self.client: Any = client(**options)
        except BaseException:
            self._close_loop()
            raise

    def run(self, result: Any) -> Any:
        """What a method of the client gives, in the end."""
        if self._loop is None:
            return result

        async def finish() -> Any:
            return await result

        return self._loop.run_until_complete(finish())

    def all(self, items: Any) -> list[Any]:
        """All that an iterator of the client gives."""
        if self._loop is None:
            return list(items)

        async def finish() -> list[Any]:
            return [item async for item in items]

        return self._loop.run_until_complete(finish())

    def call(
        self,
        name: str,
        args: Mapping[str, Any] | None = None,
        *,
        variables: Variables | None = None,
        options: Mapping[str, Any] | None = None,
    ) -> Reply:
        """Makes a call, with a copy of the client where there are options: its result or error."""
        try:
            if name == "api_keys.rotate":
                return outcome(self._rotate(args, variables, options))
            if name == "deployments.deploy.events":
                return outcome(self._deploy(args, variables, options))
            return outcome(self._perform(name, self._begin(name, args, variables, options)))
        except SpiceCloudError as error:
            return error

    def at_once(
        self,
        count: int,
        name: str,
        args: Mapping[str, Any] | None = None,
        *,
        variables: Variables | None = None,
        options: Mapping[str, Any] | None = None,
    ) -> list[Reply]:
        """Makes a call several times at the same time, in threads or as tasks of one loop.

        Lists in pages are walked one at a time.
        """
        if self._loop is None:
            with ThreadPoolExecutor(count) as threads:
                calls = [
                    threads.submit(self.call, name, args, variables=variables, options=options)
                    for _ in range(count)
                ]
                return [call.result() for call in calls]

        async def one() -> Reply:
            try:
                begun: Any = self._begin(name, args, variables, options)
                return outcome(await begun)
            except SpiceCloudError as error:
                return error

        async def all_of_them() -> list[Reply]:
            return await asyncio.gather(*(one() for _ in range(count)))

        return self._loop.run_until_complete(all_of_them())

    def _begin(
        self,
        name: str,
        args: Mapping[str, Any] | None,
        variables: Variables | None,
        options: Mapping[str, Any] | None,
    ) -> Any:
        """What a method of the client, or of a copy with options, gives at first."""
        client, args = self._copy(options), dict(args or {})
        variables = variables or Variables()
        if name.startswith("runtime."):
            of = {part: args.pop(part) for part in _OF_RUNTIMES if part in args}
            client = _Runtimes(_runtime(client, of, variables))
        method = _method(client, name)
        positional, named = _bind(method, args, variables)
        return method(*positional, **named)

    def _copy(self, options: Mapping[str, Any] | None) -> Any:
        return self.client if options is None else self.client.with_options(**options)

    def _rotate(
        self,
        args: Mapping[str, Any] | None,
        variables: Variables | None,
        options: Mapping[str, Any] | None,
    ) -> Rotated:
        client, known = self._copy(options), variables or Variables()
        rotation = Rotation({name: _argument(value, known) for name, value in (args or {}).items()})
        if self._loop is None:
            return rotation.run(client)
        return self._loop.run_until_complete(rotation.run_async(client))

    def _deploy(
        self,
        args: Mapping[str, Any] | None,
        variables: Variables | None,
        options: Mapping[str, Any] | None,
    ) -> Watched:
        """Deploys, and gives what following the deployment would give."""
        watched = Watched([])
        told = {**(args or {}), "on_event": watched.events.append}
        try:
            self.run(self._begin("deployments.deploy", told, variables, options))
        except SpiceCloudError as error:
            watched.error = error
        return watched

    def close(self) -> None:
        """Closes the client."""
        self.run(self.client.close() if self._loop is None else self.client.aclose())
        self._close_loop()

    def __enter__(self) -> Caller:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _perform(self, name: str, begun: Any) -> object:
        if name.endswith(".first"):
            return self.run(begun.first())
        if name.endswith(".pages"):
            return self.all(begun.pages())
        if name == "deployments.watch":
            return self.run(_watched_async(begun)) if self._loop else _watched(begun)
        if isinstance(begun, Pager | AsyncPager | Stream | AsyncStream):
            return self.all(begun)
        return self.run(begun)

    def _close_loop(self) -> None:
        if self._loop is not None:
            self._loop.close()


class _Runtimes:
    """What stands for a client whose runtime was asked for."""

    def __init__(self, runtime: Any) -> None:
        self.runtime = runtime


def _runtime(client: Any, of: dict[str, Any], variables: Variables) -> Any:
    url = of.pop("url", None)
    if len(of) != 1:
        raise Mistake("a runtime is that of an app or of a key")
    [whose] = of.values()
    return client.runtime(_argument(whose, variables), url=url)


def _method(client: Any, name: str) -> Callable[..., Any]:
    resource, _, method = operation_of(name).partition(".")
    owner = client if resource == "client" else getattr(client, resource, None)
    found = getattr(owner, method, None)
    if found is None:
        raise Mistake(f"there is no call of the name {name}")
    return cast("Callable[..., Any]", found)


def _bind(
    method: Callable[..., Any], args: Mapping[str, Any], variables: Variables
) -> tuple[list[Any], dict[str, Any]]:
    """The arguments as people write them: what can be positional is."""
    parameters = inspect.signature(method).parameters
    unknown = [name for name in args if name not in parameters]
    if unknown:
        raise Mistake(f"unknown arguments: {', '.join(unknown)}")
    values = {name: _argument(value, variables) for name, value in args.items()}
    positional = [
        values.pop(name)
        for name, parameter in parameters.items()
        if parameter.kind is not inspect.Parameter.KEYWORD_ONLY and name in values
    ]
    return positional, values


def _argument(value: Any, variables: Variables) -> Any:
    if is_object(value) and list(value) == ["$object"]:
        return variables.object(value["$object"])
    return value


def _watched(watch: Any) -> Watched:
    watched = Watched([])
    try:
        for event in watch:
            watched.events.append(event)
    except SpiceCloudError as error:
        watched.error = error
    return watched


async def _watched_async(watch: Any) -> Watched:
    watched = Watched([])
    try:
        async for event in watch:
            watched.events.append(event)
    except SpiceCloudError as error:
        watched.error = error
    return watched
