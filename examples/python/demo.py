"""A session with Spice.ai Cloud, on an emulator inside this process: it needs no account.

On the real cloud nothing changes but the client: there it is `SpiceCloud()`, with a token in the
variable SPICE_API_TOKEN.
"""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

from spice_cloud import AsyncSpiceCloud, DeploymentEvent, NotFound, SpiceCloud
from spice_cloud.testing import Emulator
from story import Story

SPICEPOD = Path(__file__).parent.parent / "sales-bi" / "spicepod.yaml"


def tell(story: Story, spice: SpiceCloud, also_spice: AsyncSpiceCloud) -> None:
    """What happens, from the first look at the API to the last trace of the app."""
    with story.step("look at the regions") as say:
        regions = spice.regions.list()
        say(f"{', '.join(one.region for one in regions.regions)}; the default is {regions.default}")

    with story.step("create an app") as say:
        app = spice.apps.create(name="sales-bi", region=regions.default, description="A demo")
        say(f"{app.name} (id {app.id}), at https://{app.name}.spice.ai once it runs")

    with story.step("set its spicepod") as say:
        spice.apps.update(app, spicepod=SPICEPOD)
        say(f"{app.name} has examples/sales-bi/spicepod.yaml now")

    with story.step("set its secrets") as say:
        # Each that the spicepod refers to, once.
        names = dict.fromkeys(re.findall(r"\$\{secrets:(\w+)\}", SPICEPOD.read_text("utf-8")))
        spice.secrets.set_many(app, {name: f"made-up-{name}" for name in names})
        say(f"{', '.join(names)}; nobody can read the values back")

    with story.step("deploy and watch") as say:
        statuses: list[str] = []

        def on_event(event: DeploymentEvent) -> None:
            if event.status not in statuses:
                statuses.append(event.status)
                story.note(f"      {event.status}")

        deployment = spice.deployments.deploy(
            app, commit_message="First deployment", poll_interval=0.15, on_event=on_event
        )
        say(f"deployment {deployment.id}: {' → '.join(statuses)}")

    with story.step("list all apps") as say:
        count = sum(1 for _ in spice.apps.list(page_size=10))
        say(f"{count} apps, in pages of 10")

    with story.step("ask two things at once") as say:
        say(asyncio.run(at_once(also_spice, app.name)))

    with story.step("ask for a missing app") as say:
        try:
            spice.apps.get(999_999_999)
        except NotFound as error:
            say(f"{type(error).__name__}, {error.status}: {error.message}")

    with story.step("delete the app") as say:
        spice.apps.delete(app)
        say("deleted, with all that it ran")


async def at_once(spice: AsyncSpiceCloud, name: str) -> str:
    """The asynchronous client has the same methods."""
    async with spice:
        app, members = await asyncio.gather(spice.apps.find(name), spice.members.list())
    return f"{name} has the id {app.id if app else None}, and there are {len(members)} members"


def main() -> None:
    """Tells the story, and shows it as a table."""
    with Emulator(seed="demo") as emulator:
        story = Story(
            "A session with Spice.ai Cloud in Python, on an emulator of its own.", emulator
        )
        with SpiceCloud(emulator.token, base_url=emulator.url) as spice:
            tell(story, spice, AsyncSpiceCloud(emulator.token, base_url=emulator.url))
        story.show()


if __name__ == "__main__":
    main()
