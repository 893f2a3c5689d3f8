"""Makes calls while the interpreter exits."""

from __future__ import annotations

import atexit


def after_the_sdk() -> None:
    """The runtime of the SDK has ended: what is refused is refused at once."""
    from spice_cloud import SpiceCloudError

    try:
        client.regions.list()
    except SpiceCloudError:
        print("registered before: refused")


# Functions are called in the opposite order.
atexit.register(after_the_sdk)

from spice_cloud import SpiceCloud  # noqa: E402

client = SpiceCloud()
client.regions.list()
atexit.register(lambda: print("registered after the import:", client.regions.list().default))
