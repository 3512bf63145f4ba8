"""From articles to events in one go, without a database: what `parley events` does."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from reading.events import DeadlineThread, Event, Mention, RoundEvent, Source, StrikeEvent
from reading.facts import Article, DeadlineStatement, Report, RoundStatus, Strike, Talks
from reading.grouping import by_conflict, group
from reading.merge_rounds import round_event
from reading.merge_strikes import strike_event
from reading.merge_threads import deadline_thread
from reading.origins import origins
from reading.preset import Preset
from reading.sides import Sides

Told = tuple[Article, Report]

_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)


def events_of(
    told: Iterable[Told], presets: Iterable[Preset]
) -> dict[str, tuple[Sides, list[Event]]]:
    """The events that these articles report, by conflict; the order of the articles is nothing.

    What articles only recall joins events but makes none.
    """
    mentions = mentions_of(told, presets)
    known = {preset.slug: Sides(preset) for preset in presets}
    found: dict[str, tuple[Sides, list[Event]]] = {}
    for slug, together in by_conflict(mentions).items():
        sides = known.get(slug) or Sides()
        found[slug] = (sides, [*_rounds(together, sides), *_threads(together, sides)])
        found[slug][1].extend(_strikes(together, sides))
    return found


def mentions_of(told: Iterable[Told], presets: Iterable[Preset]) -> list[Mention[Any]]:
    """Every mention in the articles, each with its origin."""
    relevant = [pair for pair in told if pair[1].conflict is not None]
    first = origins(relevant)
    outlets = {o.name.casefold(): o.affinity for p in presets for o in p.outlets}
    return [
        Mention(f"{article.id}:{kind}:{n}", report.conflict or "", source, fact)
        for article, report in relevant
        for source in [_source(article, first[article.id], outlets)]
        for kind, facts in _facts(report)
        for n, fact in enumerate(facts)
    ]


def _source(article: Article, origin: str, affinities: dict[str, str | None]) -> Source:
    return Source(
        article=article.id,
        outlet=article.outlet,
        title=article.title,
        url=article.url,
        published=article.published or _UNDATED,
        origin=origin,
        affinity=affinities.get(article.outlet.casefold()),
    )


def _facts(report: Report) -> list[tuple[str, Sequence[Any]]]:
    return [
        ("round", with_loose_points(report)),
        ("deadline", report.deadlines),
        ("strike", report.strikes),
    ]


def with_loose_points(report: Report) -> tuple[Talks, ...]:
    """A report's talks; its points outside any round as a recollection that waits for its own."""
    if not report.points:
        return report.talks
    return (*report.talks, Talks(RoundStatus.ENDED, background=True, points=report.points))


def _groups(mentions: Sequence[Mention[Any]], fact: type, sides: Sides) -> list[list[Mention[Any]]]:
    """Groups that some article itself reports."""
    groups = group([m for m in mentions if isinstance(m.fact, fact)], sides)
    return [g for g in groups if not all(m.fact.background for m in g)]


def _rounds(mentions: Sequence[Mention[Any]], sides: Sides) -> list[RoundEvent]:
    return [round_event(g, sides) for g in _groups(mentions, Talks, sides)]


def _threads(mentions: Sequence[Mention[Any]], sides: Sides) -> list[DeadlineThread]:
    return [deadline_thread(g, sides) for g in _groups(mentions, DeadlineStatement, sides)]


def _strikes(mentions: Sequence[Mention[Any]], sides: Sides) -> list[StrikeEvent]:
    return [strike_event(g, sides) for g in _groups(mentions, Strike, sides)]
