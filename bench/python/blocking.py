"""The clients whose calls wait, each with a pool of 64 connections and otherwise as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

PAGE = 100
POOL = 64
HEADERS = {"Authorization": "Bearer token"}


class Client(Protocol):
    """What is measured of a client."""

    def one(self) -> int:
        """Reads an app; gives its id."""
        ...

    def page(self) -> int:
        """Reads a page of 100 apps; gives how many came."""
        ...

    def every(self) -> int:
        """Reads all apps there are; gives how many came."""
        ...


class SpiceCloud:
    """The package, which fetches pages ahead."""

    def __init__(self, url: str) -> None:
        import spice_cloud

        self.client = spice_cloud.SpiceCloud("token", base_url=url, max_in_flight=POOL)

    def one(self) -> int:
        """Reads an app."""
        return self.client.apps.get(1).id

    def page(self) -> int:
        """Reads a page."""
        return len(next(self.client.apps.list(limit=PAGE).pages()))

    def every(self) -> int:
        """Reads all apps."""
        return sum(1 for _ in self.client.apps.list())


class ByHand(SpiceCloud):
    """The package with raw requests: one page after the other."""

    def every(self) -> int:
        """Reads all apps."""
        from spice_cloud import App

        def page_at(offset: int) -> int:
            query = {"limit": PAGE, "offset": offset}
            answer = self.client.request("GET", "/v1/apps", query=query)
            return len([App.from_dict(app) for app in answer.body["apps"]])

        return page_by_page(page_at)


class Peer:
    """A client of another library: it gets bodies, a decoder reads them."""

    def __init__(self, get: Callable[[str], bytes], decoded_as: str) -> None:
        from decoders import decoder

        self._get = get
        self._decoder = decoder(decoded_as)

    def one(self) -> int:
        """Reads an app."""
        return self._decoder.read_app(self._get("/v1/apps/1")).id

    def page(self) -> int:
        """Reads a page."""
        return self._page_at(0)

    def every(self) -> int:
        """Reads all apps."""
        return page_by_page(self._page_at)

    def _page_at(self, offset: int) -> int:
        body = self._get(f"/v1/apps?limit={PAGE}&offset={offset}")
        return len(self._decoder.read_page(body))


def page_by_page(page_at: Callable[[int], int]) -> int:
    """Reads pages up to one that is not full."""
    total = 0
    while True:
        came = page_at(total)
        total += came
        if came < PAGE:
            return total


def with_httpx(url: str) -> Callable[[str], bytes]:
    """Gets bodies with httpx."""
    import httpx

    limits = httpx.Limits(max_connections=POOL, max_keepalive_connections=POOL)
    client = httpx.Client(base_url=url, headers=HEADERS, limits=limits)

    def get(path: str) -> bytes:
        return client.get(path).raise_for_status().content

    return get


def with_requests(url: str) -> Callable[[str], bytes]:
    """Gets bodies with requests."""
    import requests
    from requests.adapters import HTTPAdapter

    session = requests.Session()
    session.headers.update(HEADERS)
    session.mount("http://", HTTPAdapter(pool_maxsize=POOL))

    def get(path: str) -> bytes:
        response = session.get(url + path)
        response.raise_for_status()
        return response.content

    return get


def client(name: str, url: str) -> Client:
    """The client of this name, such as `spice-cloud` or `httpx+pydantic`."""
    if name == "spice-cloud":
        return SpiceCloud(url)
    if name == "spice-cloud-by-hand":
        return ByHand(url)
    library, decoded_as = name.split("+")
    libraries = {"httpx": with_httpx, "requests": with_requests}
    return Peer(libraries[library](url), decoded_as)
