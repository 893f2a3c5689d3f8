"""An app as people who use pydantic write it down."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pydantic import BaseModel, SecretStr


class ForkSource(BaseModel):
    """The app that an app was forked from."""

    id: int | None = None
    name: str | None = None


class App(BaseModel):
    """An app with all that the API may say of it."""

    id: int
    name: str
    description: str | None = None
    visibility: str | None = None
    created_at: datetime | None = None
    region: str | None = None
    cname: str | None = None
    cluster_id: str | None = None
    cluster_name: str | None = None
    endpoint: str | None = None
    production_branch: str | None = None
    api_key: SecretStr | None = None
    tags: dict[str, str] = {}
    warning: str | None = None
    forked_from: ForkSource | None = None
    config: dict[str, Any] | None = None


class Page(BaseModel):
    """A page of apps."""

    apps: list[App]


def read_app(body: bytes) -> App:
    """An app."""
    return App.model_validate_json(body)


def read_page(body: bytes) -> list[App]:
    """The apps of a page."""
    return Page.model_validate_json(body).apps
