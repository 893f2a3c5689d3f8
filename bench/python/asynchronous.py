"""The clients of event loops, each with a pool of 64 connections and otherwise as it is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Protocol

from blocking import HEADERS, PAGE, POOL

Get = Callable[[str], Awaitable[bytes]]
Close = Callable[[], Awaitable[None]]


class Client(Protocol):
    """What is measured of a client."""

    async def one(self) -> int:
        """Reads an app; gives its id."""
        ...

    async def page(self) -> int:
        """Reads a page of 100 apps; gives how many came."""
        ...

    async def every(self) -> int:
        """Reads all apps there are; gives how many came."""
        ...

    async def aclose(self) -> None:
        """Closes its connections."""
        ...


class SpiceCloud:
    """The package, which fetches pages ahead."""

    def __init__(self, url: str) -> None:
        import spice_cloud

        self._client = spice_cloud.AsyncSpiceCloud("token", base_url=url, max_in_flight=POOL)

    async def one(self) -> int:
        """Reads an app."""
        return (await self._client.apps.get(1)).id

    async def page(self) -> int:
        """Reads a page."""
        return len(await anext(self._client.apps.list(limit=PAGE).pages()))

    async def every(self) -> int:
        """Reads all apps."""
        total = 0
        async for _ in self._client.apps.list():
            total += 1
        return total

    async def aclose(self) -> None:
        """Closes its connections."""
        await self._client.aclose()


class Peer:
    """A client of another library: it gets bodies, a decoder reads them."""

    def __init__(self, get: Get, close: Close, decoded_as: str) -> None:
        from decoders import decoder

        self._get = get
        self._close = close
        self._decoder = decoder(decoded_as)

    async def one(self) -> int:
        """Reads an app."""
        return self._decoder.read_app(await self._get("/v1/apps/1")).id

    async def page(self) -> int:
        """Reads a page."""
        return await self._page_at(0)

    async def every(self) -> int:
        """Reads all apps, one page after the other."""
        total = 0
        while True:
            came = await self._page_at(total)
            total += came
            if came < PAGE:
                return total

    async def aclose(self) -> None:
        """Closes its connections."""
        await self._close()

    async def _page_at(self, offset: int) -> int:
        body = await self._get(f"/v1/apps?limit={PAGE}&offset={offset}")
        return len(self._decoder.read_page(body))


def with_httpx(url: str) -> tuple[Get, Close]:
    """Gets bodies with httpx."""
    import httpx

    limits = httpx.Limits(max_connections=POOL, max_keepalive_connections=POOL)
    client = httpx.AsyncClient(base_url=url, headers=HEADERS, limits=limits)

    async def get(path: str) -> bytes:
        return (await client.get(path)).raise_for_status().content

    return get, client.aclose


def with_aiohttp(url: str) -> tuple[Get, Close]:
    """Gets bodies with aiohttp."""
    import aiohttp

    connector = aiohttp.TCPConnector(limit=POOL)
    session = aiohttp.ClientSession(url, headers=HEADERS, connector=connector)

    async def get(path: str) -> bytes:
        async with session.get(path, raise_for_status=True) as response:
            return await response.read()

    return get, session.close


async def client(name: str, url: str) -> Client:
    """The client of this name, such as `aiohttp+pydantic`; it belongs to the running loop."""
    if name == "spice-cloud":
        return SpiceCloud(url)
    library, decoded_as = name.split("+")
    libraries = {"aiohttp": with_aiohttp, "httpx": with_httpx}
    get, close = libraries[library](url)
    return Peer(get, close, decoded_as)
