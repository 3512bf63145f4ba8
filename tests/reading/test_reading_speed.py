"""What keeps the reader fast: rules tried only where they can open, and no dear sentence."""

import re
from datetime import UTC, datetime

from made_presets import MADE
from timed import within

from eval.items import load
from reading.facts import Article
from reading.reader import read
from reading.times import _RULES
from reading.times_found import DIGITS

PARAGRAPH = (
    "Ruritania launched 450 drones and missiles overnight into Monday, 14 July, its neighbour's "
    "air force said, killing at least 12 people. Both sides agreed on Wednesday to exchange 1,200 "
    "prisoners each by the end of August, and talks will resume within two weeks in the capital. "
    "The president gave them 50 days, until September 3, to stop, or face tariffs."
)
FIRST_WORD = re.compile(r"[^\W\d_]+|(\d+)")


def test_a_full_article_is_read_in_little_time() -> None:
    text = "\n\n".join(PARAGRAPH for _ in range(12))
    article = Article("a", "Ruritania strikes", text, datetime(2025, 7, 14, 12, tzinfo=UTC))
    assert within(0.5, lambda: read(article, [MADE])).conflict == MADE.slug


def test_every_match_of_a_time_rule_begins_with_a_word_that_the_rule_names() -> None:
    texts = ["\n".join((item.title, *item.text)) for item in load() if item.half == "dev"][::3]
    missed = set()
    for text in texts:
        for order, rule in enumerate(_RULES):
            for match in rule.pattern.finditer(text):
                first = FIRST_WORD.match(match.group().strip().lower())
                assert first is not None
                word = DIGITS if first[1] else first.group()
                if word not in rule.opens:
                    missed.add((order, word, match.group()))
    assert not missed
