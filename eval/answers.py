"""What the reader answers to the gold's articles, through the contract that others script."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from eval.items import GoldItem
from reading.contract import article_from_json, report_to_json
from reading.event_json import event_lines
from reading.facts import Article, Report
from reading.preset import Preset
from reading.reader import read
from reading.telling import events_of


@dataclass(frozen=True, slots=True)
class Answer:
    """One article with its report, as an object and as the line that `parley read` prints."""

    item: GoldItem
    article: Article
    report: Report
    line: dict[str, Any]

    @property
    def unread(self) -> bool:
        """True for another language of which the reader, rightly, says nothing."""
        return self.item.lang != "en" and not self.line["kinds"]


def answer(items: Iterable[GoldItem], presets: Sequence[Preset]) -> list[Answer]:
    """The reader's answer to each item."""
    answers = []
    for item in items:
        article = article_from_json(item.as_line())
        report = read(article, presets)
        answers.append(Answer(item, article, report, report_to_json(report)))
    return answers


def clusters(told: Sequence[tuple[Article, Report]], presets: Sequence[Preset]) -> dict[str, str]:
    """The event that each mention was put into, by the mention's key (article:kind:index)."""
    return {
        key: f"{slug}/{number}"
        for slug, (_, events) in events_of(told, presets).items()
        for number, event in enumerate(events)
        for key in event.mentions
    }


def told_events(
    told: Sequence[tuple[Article, Report]], presets: Sequence[Preset]
) -> list[dict[str, Any]]:
    """The lines that `parley events` prints."""
    found = events_of(told, presets)
    return [line for slug in sorted(found) for line in event_lines(found[slug][1], found[slug][0])]
