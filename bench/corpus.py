"""What is measured on: the gold's articles, and feeds made of them and of other news."""

import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from itertools import cycle, groupby, islice
from pathlib import Path
from xml.sax.saxutils import escape

from eval.items import GoldItem, load
from reading.contract import article_from_json
from reading.facts import Article

LONG = 4096
"""Characters of a full-length article, as news prints them."""
STREAM = 12_235
"""Entries of a stream: 126 feeds of a week."""
_SHARE = 19
"""One entry of so many is about one of the conflicts, as in feeds of general news."""
_PER_FEED = 97
_SUMMARY = 300
_SEED = 2025
_NEVER = datetime.min.replace(tzinfo=UTC)


def _english() -> list[GoldItem]:
    return [item for item in load() if item.lang == "en"]


def long_articles() -> list[Article]:
    """Articles of 4 KB on one conflict each, of paragraphs as they stand in the gold."""
    items = sorted(_english(), key=lambda i: (i.gold.conflict or "", i.published, i.id))
    found: list[Article] = []
    for conflict, group in groupby(items, key=lambda item: item.gold.conflict):
        parts: list[str] = []
        for item in group if conflict else ():
            parts += item.text
            text = "\n\n".join(parts)
            if len(text) >= LONG:
                line = item.as_line() | {"text": text[:LONG]}
                found.append(article_from_json(line))
                parts = []
    return found


def other_news(count: int) -> Iterator[tuple[str, str]]:
    """(title, summary) of news that is about none of the conflicts, each of words of its own."""
    dice = random.Random(_SEED)
    plain = [i for i in _english() if i.gold.conflict is None]
    words = sorted({w for i in plain for p in i.text for w in p.split() if w.islower()})
    names = [f"{a}{b}" for a in ("Bel", "Cor", "Del", "Mar", "Ost") for b in ("by", "na", "ton")]
    for number in range(count):
        sentences = [
            f"{dice.choice(names)} {' '.join(dice.choices(words, k=18))}." for _ in range(2)
        ]
        yield (
            f"{dice.choice(names)} {' '.join(dice.choices(words, k=7))} {number}",
            " ".join(sentences),
        )


def stream(count: int = STREAM) -> Iterator[tuple[str, bytes]]:
    """(address, RSS document) of feeds that hold so many entries in all, none twice."""
    about = _english()
    last = max(article_from_json(i.as_line()).published or _NEVER for i in about)
    told = ((i.title, "\n".join(i.text)[:_SUMMARY]) for i in cycle(about))
    other = other_news(count)
    entries = (next(told) if n % _SHARE == 0 else next(other) for n in range(count))
    for feed in range(-(-count // _PER_FEED)):
        some = list(islice(entries, _PER_FEED))
        home = f"https://paper{feed}.example"
        yield f"{home}/feed", _rss(home, some, last - timedelta(hours=feed % 96))


def _rss(site: str, entries: Sequence[tuple[str, str]], latest: datetime) -> bytes:
    items = "".join(
        f"<item><title>{escape(title)}</title><link>{site}/{number}</link>"
        f"<description>{escape(text)}</description>"
        f"<pubDate>{format_datetime(latest - timedelta(minutes=number))}</pubDate></item>"
        for number, (title, text) in enumerate(entries)
    )
    head = f"<title>{site}</title><link>{site}/</link><description>News</description>"
    return f'<rss version="2.0"><channel>{head}{items}</channel></rss>'.encode()


def saved(folder: Path) -> Iterator[tuple[str, bytes]]:
    """(address, document) of every saved feed in the folder."""
    for number, file in enumerate(sorted(folder.glob("*.xml"))):
        yield f"https://saved{number}.example/{file.stem}", file.read_bytes()


def again(feeds: Iterable[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """The same news under other addresses: articles that nobody has stored yet."""
    return [(url + "/again", body.replace(b"://", b"://again.")) for url, body in feeds]
