"""How a feed is doing, in plain words, and what to do where it is not well. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from db.models import Feed

BAD_FAILURES = 5
BAD_AFTER = timedelta(hours=24)
"""So many failures in a row, or failing for so long, and the admins are told (feeds.md §3)."""
_QUIET_AFTER = timedelta(days=7)
_ERRORS_FROM = 400
"""Below it the server answered well, but sent no feed."""


@dataclass(frozen=True, slots=True)
class Health:
    """`state` in words; `trouble` is the last error, `fix` what to do about it."""

    state: str
    trouble: str | None = None
    fix: str | None = None


_PLAIN = {"new": "not polled yet", "off": "switched off"}
_FIXES = {
    401: "Its owner asks for a password: look for a public feed of the same outlet.",
    403: "Ask the site to let Parley through, or add another address of the outlet.",
    404: "Look on the site for the feed's present address and add that.",
    410: "Look for a new address, then /feeds add.",
    429: "Nothing to do: Parley asks it less often by itself.",
    451: "It is withheld for legal reasons: add another outlet.",
}
_TRANSIENT = "Nothing to do yet: it is tried again by itself, ever more slowly."
_NO_FEED = "Look at the address in a browser; if the feed has moved, add its new address."
_UNREACHED = "It is tried again by itself; check the address if it goes on."


def health_of(feed: Feed, now: datetime) -> Health:
    """The feed's state at that time (aware)."""
    if feed.state == "gone":
        return Health("stopped", feed.last_error, _FIXES[410])
    if feed.state == "failing":
        state = "in trouble" if is_bad(feed, now) else "failing for now"
        return Health(state, feed.last_error or "no reason noted", fix_for(feed))
    if feed.state == "ok" and feed.new_entry_at and now - feed.new_entry_at >= _QUIET_AFTER:
        days = (now - feed.new_entry_at).days
        return Health(f"well, but nothing new for {days} days")
    return Health(_PLAIN.get(feed.state, "well" if feed.state == "ok" else feed.state))


def fix_for(feed: Feed) -> str:
    """What an admin can do about the last error, in a sentence."""
    status = feed.last_status
    if status is None:
        return _UNREACHED
    if status < _ERRORS_FROM:
        return _NO_FEED
    return _FIXES.get(status, _TRANSIENT)


def is_bad(feed: Feed, now: datetime) -> bool:
    """True once a failing feed is worth a word to the admins."""
    since = feed.failing_since
    return feed.state == "failing" and (
        feed.failures >= BAD_FAILURES or (since is not None and now - since >= BAD_AFTER)
    )
