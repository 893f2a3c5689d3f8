"""What the package must be able to do wherever it is installed, with the standard library alone.

`cargo xtask test python` runs it in environments that have nothing but the package.
"""

from __future__ import annotations

import asyncio
import importlib.metadata
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import spice_cloud
from spice_cloud import AsyncSpiceCloud, NotFound, SpiceCloud
from spice_cloud.testing import Emulator


def is_the_installed_one() -> None:
    place = Path(spice_cloud.__file__).resolve()
    assert place.is_relative_to(Path(sys.prefix).resolve()), f"imported from {place}"
    assert importlib.metadata.version("spice-cloud") == spice_cloud.__version__
    plugins = importlib.metadata.entry_points(group="pytest11")
    assert [plugin.value for plugin in plugins] == ["spice_cloud._pytest_plugin"]


def blocking(emulator: Emulator) -> None:
    with SpiceCloud(emulator.token, base_url=emulator.url) as spice:
        app = spice.apps.create(name="smoke-test", region="us-west-2")
        assert spice.apps.get(app).name == "smoke-test"
        assert "smoke-test" in [known.name for known in spice.apps.list(page_size=10)]
        try:
            spice.apps.get(999_999_999)
        except NotFound as error:
            assert error.status == 404
        else:
            raise AssertionError("an app that nobody made was found")


async def asynchronous(emulator: Emulator) -> None:
    async with AsyncSpiceCloud(emulator.token, base_url=emulator.url) as spice:
        names = [app.name async for app in spice.apps.list()]
        assert "smoke-test" in names and len(names) > 20
        apps, regions = await asyncio.gather(spice.apps.find("smoke-test"), spice.regions.list())
        assert apps is not None and regions.regions


def command() -> None:
    script = shutil.which("spice-cloud", path=sysconfig.get_path("scripts"))
    assert script is not None, "the package installs no command"
    for words in ([script], [sys.executable, "-m", "spice_cloud"]):
        done = subprocess.run([*words, "--version"], capture_output=True, text=True, check=True)
        assert done.stdout.split() == ["spice-cloud", spice_cloud.__version__], done.stdout
        refused = subprocess.run([*words, "no-such-command"], capture_output=True, text=True)
        assert refused.returncode == 2, refused.returncode


def main() -> None:
    is_the_installed_one()
    with Emulator(seed="demo") as emulator:
        blocking(emulator)
        asyncio.run(asynchronous(emulator))
    command()
    print(f"spice_cloud {spice_cloud.__version__} works on Python {sys.version.split()[0]}")


if __name__ == "__main__":
    main()
