"""Meets a failure that is retried and one that is not, with or without logging set up."""

from __future__ import annotations

import sys

from spice_cloud import NotFound, SpiceCloud

if sys.argv[1] == "debug":
    import logging

    logging.basicConfig()
    logging.getLogger("spice_cloud").setLevel(logging.DEBUG)

client = SpiceCloud()
client.orgs.list()
try:
    client.apps.get(404404)
except NotFound as error:
    print(type(error).__name__)
