"""A look at a feed before it is added: what it is, and its newest item."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from feeds.fetch import Fetcher, FetchRequest, describe_status
from feeds.parse import ParsedEntry, parse_feed
from feeds.problems import FeedParseError


class FeedRefused(Exception):
    """The address gives no feed that Parley can read; the message says what to do."""


@dataclass(frozen=True, slots=True)
class FeedPreview:
    """What an address gave. `url` is the feed's own address, where a page only names it."""

    url: str
    title: str
    items: int
    newest_title: str = ""
    newest_url: str = ""
    newest_at: datetime | None = None
    warning: str | None = None
    """Something to know before saving: nothing in it is about the conflict, say."""


Probe = Callable[[str], Awaitable[FeedPreview]]
"""Fetches an address once, politely. Raises FeedRefused."""


async def no_probe(url: str) -> FeedPreview:
    """For a bot that runs without the jobs: it takes the address as it is."""
    return FeedPreview(url, url, 0, warning="It was not looked at: this process polls no feeds.")


def probe_with(fetcher: Fetcher) -> Probe:
    """A probe that asks the server once and reads what it answers."""

    async def probe(url: str) -> FeedPreview:
        result = await fetcher.fetch(FetchRequest(url))
        if result.problem is not None:
            raise FeedRefused(f"{result.problem.value}: {result.reason}")
        if result.status != _OK:
            raise FeedRefused(f"the server answered {describe_status(result.status)}")
        try:
            feed = parse_feed(result.body, result.headers.get("content-type"), result.final_url)
        except FeedParseError as error:
            raise FeedRefused(str(error)) from error
        newest = max(feed.entries, key=_printed, default=None)
        return FeedPreview(
            url=result.permanent_url,
            title=feed.title or result.permanent_url,
            items=len(feed.entries),
            newest_title=newest.title if newest else "",
            newest_url=(newest.link or "") if newest else "",
            newest_at=newest.published if newest else None,
            warning=None if newest else "It holds no item yet.",
        )

    return probe


_OK = 200


def _printed(entry: ParsedEntry) -> datetime:
    return entry.published or datetime.min.replace(tzinfo=UTC)
