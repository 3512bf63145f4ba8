"""Items that stood byte for byte in a feed's last document are not read again.

Most documents that changed have one or two new items among a hundred, many only another build date.
What was read before is cut out of the document and the rest is read. A document is remembered by
its digest, which the database keeps once its items are stored: what is not stored is never cut out.
"""

from array import array
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from feeds.identity import candidate_keys
from feeds.parse import ParsedEntry, ParsedFeed, parse_plain_feed

Document = tuple[bytes, str | None, str]
"""Body, content type, address."""
Keys = tuple[int, ...]
Spans = Sequence[tuple[int, int]]
_DOCUMENTS = 2_000
_ITEMS = 1_000
"""Items of one document; of a longer one nothing is remembered."""
_KEYS = 3
"""Keys that an item may be stored under."""


@dataclass(frozen=True, slots=True)
class _Items:
    """The items of one document, in its order: what each looked like, and its keys."""

    looks: "array[int]"
    keys: "array[int]"

    def keys_of(self, number: int) -> Keys:
        return tuple(self.keys[_KEYS * number : _KEYS * (number + 1)])


class Seen:
    """The last documents by their digests. For one thread."""

    def __init__(self) -> None:
        self._documents: OrderedDict[tuple[str, str], _Items] = OrderedDict()

    def read(
        self, body: bytes, content_type: str | None, url: str, digest: str, last: str | None
    ) -> ParsedFeed | None:
        """As `parse_plain_feed`, without the items of the document whose digest is `last`."""
        slices = list(_spans(body, b"item")) or list(_spans(body, b"entry"))
        looks = array("q", (hash(body[start:end]) for start, end in slices))
        before = self._documents.pop((url, last or ""), None)
        told = None
        if before is not None and slices:
            told = _read_rest((body, content_type, url), slices, looks, before)
        if told is None:
            told = _read_all((body, content_type, url), slices)
        if told is None:
            return None
        feed, keys = told
        if len(keys) == len(slices) <= _ITEMS:
            self._documents[url, digest] = _Items(looks, array("Q", chain.from_iterable(keys)))
        if len(self._documents) > _DOCUMENTS:
            self._documents.popitem(last=False)
        return feed


def _read_all(document: Document, slices: Spans) -> tuple[ParsedFeed, list[Keys]] | None:
    feed = parse_plain_feed(*document)
    if feed is None:
        return None
    told = len(feed.entries) == len(slices)
    return feed, [_short_keys(entry) for entry in feed.entries] if told else []


def _read_rest(
    document: Document, slices: Spans, looks: "array[int]", before: _Items
) -> tuple[ParsedFeed, list[Keys]] | None:
    """The feed with its new items only; None where they cannot be told from the known ones."""
    body, content_type, url = document
    known = {look: number for number, look in enumerate(before.looks)}
    # One is always read, so that there is a feed to be read at all.
    new = [n for n, look in enumerate(looks) if look not in known] or [0]
    old = sorted(set(range(len(slices))) - set(new))
    feed = parse_plain_feed(_without(body, [slices[n] for n in old]), content_type, url)
    if feed is None or len(feed.entries) != len(new):
        return None
    keys = {n: before.keys_of(known[looks[n]]) for n in old}
    fresh = {n: _short_keys(entry) for n, entry in zip(new, feed.entries, strict=True)}
    if not set(chain.from_iterable(keys.values())).isdisjoint(chain.from_iterable(fresh.values())):
        return None  # a guid or link that two items share: which is which takes all of them
    keys |= fresh
    return replace(feed, left_out=len(old)), [keys[n] for n in range(len(slices))]


def _spans(body: bytes, name: bytes) -> Iterator[tuple[int, int]]:
    """Where the elements of that name stand, if they are plain; the parser has the last word."""
    begin, finish, at = b"<" + name, b"</" + name + b">", 0
    while (start := body.find(begin, at)) >= 0:
        at = start + len(begin)
        if body[at : at + 1].isspace() or body[at : at + 1] == b">":
            end = body.find(finish, at)
            if end < 0:
                return
            at = end + len(finish)
            yield start, at


def _without(body: bytes, spans: Spans) -> bytes:
    pieces, at = [], 0
    for start, end in spans:
        pieces.append(body[at:start])
        at = end
    return b"".join((*pieces, body[at:]))


def _short_keys(entry: ParsedEntry) -> Keys:
    return tuple(int(key[:16], 16) for key in candidate_keys(entry))
