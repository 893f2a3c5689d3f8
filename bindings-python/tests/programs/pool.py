"""Uses the SDK in the processes of a pool, and sends what they get back to this one."""

from __future__ import annotations

import asyncio
import multiprocessing
import sys

from spice_cloud import App, AsyncSpiceCloud, NotFound, SpiceCloud

IS_SYNC = sys.argv[1] == "sync"
CLIENT = SpiceCloud() if IS_SYNC else AsyncSpiceCloud()


def create(name: str) -> App:
    """Creates an app; with `fork` the client is the one that the parent has used."""
    if isinstance(CLIENT, SpiceCloud):
        return CLIENT.apps.create(name=name)
    return asyncio.run(CLIENT.apps.create(name=name))


def refuse(number: int) -> App:
    """Fails."""
    if isinstance(CLIENT, SpiceCloud):
        return CLIENT.apps.get(number)
    return asyncio.run(CLIENT.apps.get(number))


if __name__ == "__main__":
    first = create("first-app")
    with multiprocessing.get_context(sys.argv[2]).Pool(2) as pool:
        created = pool.map(create, ["second-app", "third-app"])
        refusals: list[NotFound] = []
        try:
            pool.apply(refuse, (404404,))
        except NotFound as error:
            refusals.append(error)
    numbers = {app.id for app in [first, *created]}
    assert all(isinstance(app, App) for app in created)
    print(f"{len(numbers)} apps, {len(refusals)} refusal")
