"""A look at a feed before it is added: what it is, its newest item, or the feeds a page names."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.words import counted
from feeds.discover import FeedLink, feed_links
from feeds.fetch import Fetcher, FetchRequest, FetchResult
from feeds.parse import ParsedEntry
from feeds.sniff import format_of, looks_like_a_page
from jobs.keep import read_answer
from jobs.verdict import Answer, judge
from reading.facts import Article
from reading.preset import Preset
from reading.relevance import relevance_of


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
    kind: str = ""
    """RSS, Atom, RDF or JSON Feed."""
    entries: tuple[ParsedEntry, ...] = ()
    result: FetchResult | None = None
    """The answer itself, to be kept as the first poll: a feed that is added is asked once."""


@dataclass(frozen=True, slots=True)
class FeedPage:
    """A web page that names several feeds, for a person to choose from."""

    url: str
    links: tuple[FeedLink, ...]


Probe = Callable[[str], Awaitable[FeedPreview | FeedPage]]
"""Fetches an address once, politely. Raises FeedRefused."""


async def no_probe(url: str) -> FeedPreview:
    """For a bot that runs without the jobs: it takes the address as it is."""
    return FeedPreview(url, url, 0, warning="It was not looked at: this process polls no feeds.")


def probe_with(fetcher: Fetcher) -> Probe:
    """A probe that asks the server once and reads what it answers.

    A page that names one feed is left for that feed; of several a person chooses.
    """

    async def probe(url: str) -> FeedPreview | FeedPage:
        result = await fetcher.fetch(FetchRequest(url))
        links = _named_feeds(result)
        if len(links) > 1:
            return FeedPage(result.final_url, links)
        if links:
            result = await fetcher.fetch(FetchRequest(links[0].url))
        return _preview(await read_answer(result, None))

    return probe


def _named_feeds(result: FetchResult) -> tuple[FeedLink, ...]:
    if result.problem is None and looks_like_a_page(result.body):
        return feed_links(result.body, result.final_url)
    return ()


def _preview(answer: Answer) -> FeedPreview:
    result, feed = answer.result, answer.parsed
    if feed is None:
        raise FeedRefused(_why_refused(answer))
    newest = max(feed.entries, key=_printed, default=None)
    return FeedPreview(
        url=result.permanent_url,
        title=feed.title or result.permanent_url,
        items=len(feed.entries),
        newest_title=newest.title if newest else "",
        newest_url=(newest.link or "") if newest else "",
        newest_at=newest.published if newest else None,
        warning=None if newest else "It holds no item yet.",
        kind=format_of(result.body, result.headers.get("content-type")),
        entries=feed.entries,
        result=result,
    )


_WALL = (
    "Parley gives its own name and does not pose as a browser. Ask the site to let it through, "
    "or look for another address that carries its feed"
)
_CLOSED = frozenset((401, 403, 429, 451))


def _why_refused(answer: Answer) -> str:
    reason = judge(answer).error or "it sent no feed"
    walled = "bot check" in reason or answer.result.status in _CLOSED
    return f"{reason}. {_WALL}" if walled else reason


def weigh(preview: FeedPreview, followed: Iterable[Preset]) -> FeedPreview:
    """The preview with a warning where none of its items is about a conflict that is followed."""
    presets = tuple(followed)
    if preview.warning is not None or not preview.entries or not presets:
        return preview
    relevance = relevance_of(presets)
    for number, entry in enumerate(preview.entries):
        if relevance.best(Article(str(number), entry.title, entry.text)) is not None:
            return preview
    names = " or ".join(preset.name for preset in presets)
    warning = (
        f"Nothing in it ({counted(preview.items, 'item')}) is about talks, deadlines or strikes in "
        f"the {names}. It can be added all the same."
    )
    return replace(preview, warning=warning)


def _printed(entry: ParsedEntry) -> datetime:
    return entry.published or datetime.min.replace(tzinfo=UTC)
