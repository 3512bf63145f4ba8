"""History: what a preset knows from before the first poll, as claims of the pages that it cites."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from db.engine import Sessions
from db.models import Article, Conflict
from db.reports import Fact, Told, drop_reports, ensure_conflicts, store_reports
from jobs.clock import Clock
from jobs.outlets import OutletFacts, ensure_outlets, outlet_of, outlet_table
from reading.contract import fact_to_dict
from reading.preset import HistoricRound, HistoricStatement, HistoricStrike, Preset

Cited = dict[tuple[str, date], list[Fact]]
"""The facts that each page states, by its link and the day it was public."""


async def load_history(sessions: Sessions, presets: Sequence[Preset], clock: Clock) -> None:
    """Make each preset's conflict and history known, so that a fresh install answers at once.

    What became public only after the clock's time is left out, so that a replayed summer does not
    know its autumn. Loading the same history again changes nothing; a changed one replaces what it
    changed. The mentions wait to be grouped like any others.
    """
    for preset in presets:
        async with sessions.begin() as session:
            await ensure_conflicts(session, [preset])
            query = select(Conflict).where(Conflict.slug == preset.slug)
            conflict = (await session.scalars(query)).one()
            conflict.name = preset.name
            cited = _cited(preset, clock().date())
            digest = _digest(cited)
            if conflict.history_hash != digest:
                await _load(session, preset, cited, conflict.id, clock())
                conflict.history_hash = digest


def _digest(cited: Cited) -> str:
    """Changes whenever the history that is known does."""
    plain = [
        [url, str(day), [fact_to_dict(fact) for fact in facts]]
        for (url, day), facts in sorted(cited.items(), key=lambda item: item[0])
    ]
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


async def _load(
    session: AsyncSession, preset: Preset, cited: Cited, conflict_id: int, now: datetime
) -> None:
    keys = {_url_key(preset.slug, *page): page for page in cited}
    ids = await _articles(session, preset, keys, now)
    gone = [id_ for key, id_ in ids.items() if key not in keys]
    await drop_reports(session, gone, now)
    names = {row.id: row.url for row in await session.scalars(_references(preset.slug))}
    table = outlet_table([preset])
    told = [
        Told(
            article_id=ids[key],
            conflict_id=conflict_id,
            published=_noon(page[1]),
            origin=(outlet_of(names[ids[key]], table) or OutletFacts("unknown")).name,
            kinds=(),
            facts=tuple(cited[page]),
        )
        for key, page in keys.items()
    ]
    await store_reports(session, told, now)


def _cited(preset: Preset, today: date) -> Cited:
    cited: Cited = defaultdict(list)
    for fact, urls, reported in _entries(preset):
        for url in dict.fromkeys(urls):
            if reported <= today:
                cited[url, reported].append(fact)
    return cited


def _entries(preset: Preset) -> Iterator[tuple[Fact, tuple[str, ...], date]]:
    history = preset.history
    entries: list[HistoricRound | HistoricStatement | HistoricStrike] = []
    entries += [*history.rounds, *history.statements, *history.strikes]
    for entry in entries:
        yield entry.fact, entry.sources, entry.reported


def _url_key(slug: str, url: str, reported: date) -> str:
    """Apart from the same page met in a feed, which is read for itself."""
    return f"reference:{slug}:{reported}:{url}"


def _noon(day: date) -> datetime:
    """A day without an hour counts from noon UTC, so that no zone moves it to another day."""
    return datetime.combine(day, time(12), UTC)


def _references(slug: str) -> Select[Article]:
    return select(Article).where(
        Article.reference, Article.url_key.startswith(f"reference:{slug}:", autoescape=True)
    )


async def _articles(
    session: AsyncSession, preset: Preset, keys: dict[str, tuple[str, date]], now: datetime
) -> dict[str, int]:
    """The ids of all reference pages of the conflict by key; those missing are made."""
    rows = {row.url_key: row for row in await session.scalars(_references(preset.slug))}
    table = outlet_table([preset])
    owners = {
        key: outlet_of(url, table) or OutletFacts("unknown") for key, (url, _) in keys.items()
    }
    outlets = await ensure_outlets(session, owners.values())
    for key, (url, reported) in keys.items():
        if key in rows:
            continue
        rows[key] = Article(
            url_key=key,
            outlet_id=outlets[owners[key].key],
            url=url,
            title=f"{owners[key].name}, {reported.isoformat()}",
            text="",
            published=_noon(reported),
            first_seen=now,
            content_hash="",
            read_at=now,
            reference=True,
        )
        session.add(rows[key])
    await session.flush()
    return {key: row.id for key, row in rows.items()}
