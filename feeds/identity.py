"""What is the same item, and what is the same story. A date is never part of the answer."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from courlan import clean_url

from feeds.parse import ParsedEntry
from feeds.trackers import is_tracker


def canonical_url(url: str) -> str:
    """The link without trackers, fragment and default port. Never raises; a bad URL is itself."""
    stripped = url.strip()
    try:
        parts = urlsplit(stripped)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            return stripped
        bare = clean_url(urlunsplit(parts._replace(query="", fragment="")))
        if not bare:
            return stripped
        cleaned = urlsplit(bare)
        return urlunsplit(cleaned._replace(query=_identifying(parts.query), fragment=""))
    except (ValueError, TypeError):
        return stripped


def _identifying(query: str) -> str:
    kept = [
        (name, value)
        for name, value in parse_qsl(query.replace("&amp;", "&"), keep_blank_values=True)
        if not is_tracker(name, value)
    ]
    return urlencode(sorted(kept))


def story_key(url: str) -> str | None:
    """The canonical link as a key, http and https alike; None where it names no page of its own."""
    link = canonical_url(url)
    try:
        parts = urlsplit(link)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or (parts.path in ("", "/") and not parts.query):
        # Some feeds give the front page as every item's link; it would make them all one story.
        return None
    return urlunsplit(parts._replace(scheme="https"))


def entry_key(entry: ParsedEntry) -> str:
    """Digest of the item's identity: its guid, else its link, else title and text."""
    if entry.guid:
        return _digest("guid", entry.guid)
    if entry.link:
        return _digest("link", story_key(entry.link) or entry.link)
    return _digest("text", entry.title, entry.text)


def candidate_keys(entry: ParsedEntry) -> tuple[str, str, str]:
    """Every key the entry may be stored under, the plain one first."""
    return (entry_key(entry), _with_link(entry), _with_title(entry))


def assign_keys(entries: Sequence[ParsedEntry], known: Mapping[str, str]) -> dict[str, ParsedEntry]:
    """Each entry under its own key, stable from poll to poll.

    Items of one document that share a guid are told apart by link, then by title; the one whose
    link is already `known` (key → stored link) under the plain key keeps it. Of exact doubles one
    is kept.
    """
    told = [(candidate_keys(entry), entry) for entry in reversed(entries)]
    told = list({keys[-1]: (keys, entry) for keys, entry in told}.values())[::-1]
    shared = Counter(plain for (plain, _, _), _ in told)
    shared_link = Counter(linked for (_, linked, _), _ in told)
    keyed: dict[str, ParsedEntry] = {}
    for (plain, linked, titled), entry in told:
        if titled in known:
            key = titled
        elif linked in known:
            key = linked
        elif shared[plain] == 1 or (known.get(plain) == (entry.link or "") and plain not in keyed):
            key = plain
        else:
            key = linked if shared_link[linked] == 1 else titled
        keyed.setdefault(key, entry)
    return keyed


def content_hash(title: str, text: str) -> str:
    """Digest of what is read; an edit is a change of this."""
    return _digest("content", title, text)


def body_hash(body: bytes) -> str:
    """Digest of a document, to know one that came again."""
    return hashlib.sha256(body).hexdigest()


def _with_link(entry: ParsedEntry) -> str:
    return _digest("guid+link", entry.guid or "", entry.link or "")


def _with_title(entry: ParsedEntry) -> str:
    return _digest("guid+link+title", entry.guid or "", entry.link or "", entry.title)


def _digest(*parts: str) -> str:
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()


def every_key(entries: Iterable[ParsedEntry]) -> set[str]:
    """All keys to look up before `assign_keys`."""
    return {key for entry in entries for key in candidate_keys(entry)}
