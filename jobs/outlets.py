"""Whose story it is: the outlet behind a link."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from courlan import extract_domain
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from db.models import Outlet
from feeds.hosts import host_of
from feeds.parse import ParsedEntry
from reading.preset import Preset


@dataclass(frozen=True, slots=True)
class OutletFacts:
    """What is known of an outlet before any of its stories is read."""

    name: str
    country: str | None = None
    affinity: str | None = None

    @property
    def key(self) -> str:
        """Its key in the table."""
        return self.name.lower()[:255]


OutletTable = Mapping[str, OutletFacts]
"""By domain."""


def outlet_table(presets: Iterable[Preset]) -> dict[str, OutletFacts]:
    """The presets' outlets by each of their domains."""
    return {
        domain.lower(): OutletFacts(outlet.name, outlet.country, outlet.affinity)
        for preset in presets
        for outlet in preset.outlets
        for domain in outlet.domains
    }


def registrable_domain(url: str) -> str:
    """The part of the host that somebody registered: bbc.co.uk. The host itself for an address."""
    return _registered(host_of(url))


@lru_cache(maxsize=4_096)
def _registered(host: str) -> str:
    """Kept: the public suffixes are looked through anew for every link otherwise."""
    return extract_domain(f"https://{host}/") or host if host else ""


def outlet_of(url: str, table: OutletTable) -> OutletFacts | None:
    """The outlet of a link: the table's by the longest matching domain, else the domain itself."""
    host = host_of(url)
    labels = host.split(".")
    for start in range(len(labels)):
        known = table.get(".".join(labels[start:]))
        if known is not None:
            return known
    domain = registrable_domain(url)
    return OutletFacts(domain) if domain else None


def outlet_of_entry(
    entry: ParsedEntry, feed_url: str, own: OutletFacts | None, table: OutletTable
) -> OutletFacts:
    """Whose item it is: an aggregator's stated source, else the link's, else the feed's own."""
    feed_domain = registrable_domain(feed_url)
    link_domain = registrable_domain(entry.link or "")
    at_home = not link_domain or link_domain == feed_domain
    if at_home and entry.source_url and registrable_domain(entry.source_url) != feed_domain:
        # An aggregator's link leads back to itself; its <source> names the paper.
        return outlet_of(entry.source_url, table) or OutletFacts(feed_domain)
    if at_home and own is not None:
        return own
    return outlet_of(entry.link or feed_url, table) or OutletFacts(feed_domain or "unknown")


async def ensure_outlets(session: AsyncSession, wanted: Iterable[OutletFacts]) -> dict[str, int]:
    """The outlets' ids by key; those missing are made."""
    facts = {outlet.key: outlet for outlet in wanted}
    rows = await session.execute(select(Outlet.key, Outlet.id).where(Outlet.key.in_(facts)))
    ids: dict[str, int] = {row.key: row.id for row in rows}
    for key, outlet in facts.items():
        if key not in ids:
            row = Outlet(
                key=key, name=outlet.name, country=outlet.country, affinity=outlet.affinity
            )
            session.add(row)
            await session.flush()
            ids[key] = row.id
    return ids
