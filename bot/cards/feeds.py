"""Feeds for the admins: a preview before one is added, and how each is doing."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from bot.cards.dates import stamp
from bot.cards.embed import Card
from bot.cards.lexicon import NOTICE_COLOUR
from bot.feedbook import ServerFeed
from bot.preview import FeedPreview
from bot.words import counted, link, safe
from db.models import Feed
from jobs.health import Health, health_of


def feed_name(feed: Feed) -> str:
    """The feed's title, else its host."""
    return feed.title.strip() or (urlsplit(feed.url).hostname or feed.url)


def preview_lines(preview: FeedPreview) -> tuple[str, ...]:
    """What a look at the address gave."""
    kind = f" · {preview.kind}" if preview.kind else ""
    lines = [f"{link(preview.url, preview.url, 200)}{kind} · {counted(preview.items, 'item')}"]
    if preview.newest_title:
        at = f", {stamp(preview.newest_at, 'f')}" if preview.newest_at else ", undated"
        title = link(preview.newest_title, preview.newest_url, 200)
        lines.append(f"Newest: {title}{at}")
    if preview.warning:
        lines.append(f"**Note**: {safe(preview.warning)}")
    return tuple(lines)


def preview_card(preview: FeedPreview) -> Card:
    """The feed as it would be added."""
    title = safe(preview.title, 150) or "Feed without a title"
    return Card(title, title, NOTICE_COLOUR, preview_lines(preview), footer="Preview")


def _trouble(feed: Feed, health: Health) -> str:
    reason = (health.trouble or "").removeprefix("stopped: ").partition(". Add its")[0]
    since = f"since {stamp(feed.failing_since, 'R')}: " if feed.failing_since else ""
    line = f"{_INDENT}{since}{safe(reason, 160).rstrip('.')}. {health.fix or ''}".rstrip()
    return line if feed.state == "gone" else f"{line} /feeds test asks now."


_INDENT = "\n\u2003"
_MARKS = {"ok": "✓", "failing": "!", "gone": "✗"}


def feed_line(one: ServerFeed, now: datetime) -> str:
    """State; last success, newest item, next poll; trouble with what to do. A line each."""
    feed, health = one.feed, health_of(one.feed, now)
    mark = "–" if one.off else _MARKS.get(feed.state, "…")
    state = "switched off here" if one.off else health.state
    line = f"{mark} {link(feed_name(feed), feed.url, 80)}{' (yours)' if one.own else ''}"
    line += f" · **{state}**"
    line += " · full text" * one.full + " · full text asked for" * one.full_asked
    if one.off:
        return line
    dated = (
        ("ok", feed.succeeded_at),
        ("news", feed.new_entry_at),
        ("next", feed.due_at),
    )
    told = [f"{what} {stamp(moment, 'R')}" for what, moment in dated if moment]
    line += f"{_INDENT}{' · '.join(told)}" if told else ""
    return line + (_trouble(feed, health) if health.trouble else "")


def feeds_card(found: Sequence[ServerFeed], limit: int, now: datetime) -> Card:
    """All feeds of a server, those in trouble first."""
    own = sum(one.own for one in found)
    seen = sum(not one.off for one in found)
    head = f"{counted(seen, 'feed')} in use; {own} of {limit} of your own."
    return Card(
        content="Feeds",
        title="Feeds of this server",
        colour=NOTICE_COLOUR,
        lines=(head, *(feed_line(one, now) for one in found)),
        footer="A feed's first poll posts nothing · /feeds test looks at one now",
        more="/feeds test, where each can be picked",
    )
