"""A worker with an app of its own, who knows what has to come back.

It uses either client: with the one that waits, nothing in here ever has to be awaited for long, so
that a thread can run it.
"""

from __future__ import annotations

from collections.abc import Awaitable

from spice_cloud import ApiKeys, App, AsyncSpiceCloud, SpiceCloud
from tally import FAILED, Tally

SPICEPOD = "version: v1\nkind: Spicepod\nname: soak\n"

Client = SpiceCloud | AsyncSpiceCloud


class Worker:
    """Does steps, and compares what comes with what it knows."""

    def __init__(self, client: Client, tally: Tally, number: int) -> None:
        self._client = client
        self._tally = tally
        self._name = f"soak-worker-{number}"
        self._id = 0
        self._steps = 0
        # As it was set last; None while that is not known.
        self._description: str | None = None
        # Secrets that are there for certain.
        self._secrets: set[str] = set()
        # Both keys as they were seen last; None while they are not known.
        self._keys: tuple[str, str] | None = None
        self._deployment = 0
        # An app that could not be deleted yet.
        self._left_over: int | None = None

    async def begin(self) -> None:
        """Makes the worker's app."""
        app = await self._tally.call(lambda: self._client.apps.create(name=self._name))
        if app is FAILED:
            raise RuntimeError(f"{self._name} could not be created")
        self._id = app.id
        changed = await self._tally.call(
            lambda: self._client.apps.update(self._id, spicepod=SPICEPOD)
        )
        if changed is FAILED:
            raise RuntimeError(f"{self._name} could not be given a spicepod")

    async def step(self, step: str) -> None:
        """Does one step of the mixture."""
        self._steps += 1
        steps = {
            "list": self._list,
            "get": self._get,
            "update": self._update,
            "set": self._set,
            "delete": self._delete,
            "keys": self._see_keys,
            "regenerate": self._regenerate,
            "deploy": self._deploy,
            "create": self._create,
        }
        await steps[step]()

    async def _list(self) -> None:
        apps = await self._tally.call(lambda: every_app(self._client))
        if apps is FAILED:
            return
        own = any(app.id == self._id and app.name == self._name for app in apps)
        self._tally.expect(len({app.id for app in apps}) == len(apps), "list: an app came twice")
        self._tally.expect(own, f"list: {self._name} is missing among {len(apps)}")

    async def _get(self) -> None:
        app = await self._tally.call(lambda: self._client.apps.get(self._id))
        if app is FAILED:
            return
        self._is_own("get", app)
        known = self._description is None or app.description == self._description
        self._tally.expect(known, f"get: {app.description}, not {self._description}")

    async def _update(self) -> None:
        description, tags = f"step {self._steps}", {"step": str(self._steps)}
        self._description = None
        app = await self._tally.call(
            lambda: self._client.apps.update(self._id, description=description, tags=tags)
        )
        if app is FAILED:
            return
        self._is_own("update", app)
        is_set = app.description == description and app.tags == tags
        self._tally.expect(is_set, f"update: {app.description}, {app.tags}, not {description}")
        self._description = description

    async def _set(self) -> None:
        name, value = f"SOAK_{self._steps % 3}", f"value-{self._steps}"
        secret = await self._tally.call(lambda: self._client.secrets.set(self._id, name, value))
        if secret is FAILED:
            return
        self._tally.expect(secret.name == name, f"set: {secret.name} instead of {name}")
        self._secrets.add(name)

    async def _delete(self) -> None:
        if not self._secrets:
            return await self._get()
        name = self._secrets.pop()
        await self._tally.call(lambda: self._client.secrets.delete(self._id, name))

    async def _see_keys(self) -> None:
        keys = await self._tally.call(lambda: self._client.api_keys.get(self._id))
        if keys is FAILED:
            return
        came = both(keys)
        same = came is not None and self._keys in (None, came)
        self._tally.expect(same, "keys: not those that were there")
        self._keys = came

    async def _regenerate(self) -> None:
        before, self._keys = self._keys, None
        keys = await self._tally.call(
            lambda: self._client.api_keys.regenerate(self._id, key_number=1)
        )
        if keys is FAILED:
            return
        came = both(keys)
        right = came is not None and (
            before is None or (came[0] != before[0] and came[1] == before[1])
        )
        self._tally.expect(right, "regenerate: not the primary key, or not it alone")
        self._keys = came

    async def _deploy(self) -> None:
        deployment = await self._tally.call(
            lambda: self._client.deployments.deploy(
                self._id, commit_message=f"step {self._steps}", timeout=10, poll_interval=0.05
            )
        )
        if deployment is FAILED:
            return
        right = deployment.status == "succeeded" and deployment.id > self._deployment
        self._tally.expect(right, f"deploy: {deployment.id} is {deployment.status}")
        self._deployment = deployment.id

    async def _create(self) -> None:
        if self._left_over is not None:
            await self._remove(self._left_over)
        name = f"{self._name}-{self._steps}"
        app = await self._tally.call(lambda: self._client.apps.create(name=name))
        if app is FAILED:
            return
        self._tally.expect(app.name == name, f"create: {app.name} instead of {name}")
        await self._remove(app.id)

    async def _remove(self, app_id: int) -> None:
        deleted = await self._tally.call(lambda: self._client.apps.delete(app_id))
        self._left_over = app_id if deleted is FAILED else None

    def _is_own(self, step: str, app: App) -> None:
        own = app.id == self._id and app.name == self._name
        self._tally.expect(own, f"{step}: {app.name} instead of {self._name}")


def every_app(client: Client) -> list[App] | Awaitable[list[App]]:
    """All apps, in pages of 20."""
    if isinstance(client, SpiceCloud):
        return list(client.apps.list(page_size=20))
    pager = client.apps.list(page_size=20)

    async def every() -> list[App]:
        return [app async for app in pager]

    return every()


def both(keys: ApiKeys) -> tuple[str, str] | None:
    """Both keys, when both came."""
    if keys.api_key is None or keys.api_key_2 is None:
        return None
    return keys.api_key.reveal(), keys.api_key_2.reveal()
