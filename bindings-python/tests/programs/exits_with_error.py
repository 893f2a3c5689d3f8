"""Ends with an error of the SDK."""

from __future__ import annotations

from spice_cloud import SpiceCloud

SpiceCloud().apps.get(404404)
