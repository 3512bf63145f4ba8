"""Fixtures of the feeds' tests: a scripted site, a world to poll it in, a bare fetcher."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from feed_site import Site, open_site
from feed_world import CONTACT, World, no_sleep

from feeds.fetch import Fetcher
from feeds.hosts import HostGate


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """A scripted server on loopback."""
    async with open_site() as site:
        yield site


@pytest.fixture
async def world(site: Site, tmp_path: Path) -> AsyncIterator[World]:
    """A poller with its database, and the site that it polls."""
    world = World(site, tmp_path)
    await world.start()
    yield world
    await world.stop()


@pytest.fixture
async def fetcher() -> AsyncIterator[Fetcher]:
    """A fetcher that may go to loopback, quickly impatient."""
    gate = HostGate(sleep=no_sleep)
    async with Fetcher(contact=CONTACT, allow_private=True, gate=gate, deadline=1.0) as fetcher:
        yield fetcher
