"""The reader alone: full articles a second and core, the price of saying no, growth with length."""

import argparse
import time
from collections.abc import Callable, Iterable
from itertools import islice
from pathlib import Path

from bench.corpus import STREAM, long_articles, saved, stream
from bench.tokenised import beside
from feeds.parse import parse_feed
from reading.facts import Article
from reading.preset import bundled_presets
from reading.reader import LONGEST, read
from reading.relevance import relevance_of

_TRIES = 5


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.reading", description=__doc__)
    parser.add_argument("--feeds", type=Path, metavar="FOLDER", help="say no to these (*.xml)")
    parser.add_argument("--spacy", metavar="PYTHON", help="an interpreter that has spaCy")
    arguments = parser.parse_args()
    presets = tuple(bundled_presets().values())

    def reader(article: Article) -> object:
        return read(article, presets)

    articles = long_articles()
    took = best(reader, articles)
    size = sum(len(article.text) for article in articles) / len(articles)
    print(f"{len(articles)} articles of {size:.0f} characters about a conflict:")
    print(
        f"  {len(articles) / took:.0f} a second and core, {took / len(articles) * 1e3:.2f} ms each"
    )
    print(f"  {beside(took, [_whole(a) for a in articles], arguments.spacy)}")

    relevance = relevance_of(presets)
    others = [a for a in _entries(arguments.feeds) if relevance.best(a) is None]
    took = best(reader, others)
    print(f"{len(others)} entries about something else:")
    print(f"  {took / len(others) * 1e6:.0f} µs to say no")
    print(f"  {beside(took, [_whole(a) for a in others], arguments.spacy)}")

    text = "\n\n".join(article.text for article in articles)
    short, long = (_cut(articles[0], text, length) for length in (LONGEST // 8, LONGEST))
    growth = best(reader, [long]) / best(reader, [short] * 8)
    print(f"a text of {LONGEST:,} characters: {growth:.2f} times eight of an eighth")


def best(action: Callable[[Article], object], articles: Iterable[Article]) -> float:
    """Processor seconds of the fastest of a few passes: a busy machine only ever adds."""
    held = list(articles)
    found = []
    for _ in range(_TRIES):
        begun = time.process_time()
        for article in held:
            action(article)
        found.append(time.process_time() - begun)
    return min(found)


def _entries(folder: Path | None) -> Iterable[Article]:
    feeds = saved(folder) if folder else stream()
    found = (
        Article(entry.link or "", entry.title, entry.text, entry.published)
        for address, body in feeds
        for entry in parse_feed(body, "application/rss+xml", address).entries
    )
    return islice(found, STREAM)


def _whole(article: Article) -> str:
    return f"{article.title}\n\n{article.text}"


def _cut(article: Article, text: str, length: int) -> Article:
    return Article(article.id, article.title, text[:length], article.published)


if __name__ == "__main__":
    main()
