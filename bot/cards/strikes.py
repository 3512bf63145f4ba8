"""The digest of a day's strikes: both sides' claims side by side, nothing netted."""

from collections.abc import Sequence

from bot.cards.claims import (
    figure_lines,
    figure_words,
    in_reading_order,
    names,
    newest,
    origin_count,
    source_links,
)
from bot.cards.dates import night_or_day, said
from bot.cards.embed import Card, Section
from bot.cards.lexicon import STRIKE_COLOUR
from bot.words import counted, safe
from db.views import DigestView
from reading.events import StrikeEvent
from reading.facts import Measure

Numbered = tuple[int, StrikeEvent]

QUIET = (
    "No strike was reported by this server's sources in this time. "
    "That is not the same as knowing that there was none."
)
NOT_NETTED = "Each figure is a claim of whom it names; none is set off against another."
_TOLL = (Measure.KILLED, Measure.INJURED)


def strike_lines(number: int, event: StrikeEvent) -> list[str]:
    """A strike as lines: head, then a line a figure."""
    places = f", {names(event.places, 3)}" if event.places else ""
    disputed = " · **disputed**" if event.disputed else ""
    by = f" by {safe(event.attacker, 40)}" if event.attacker else " (attacker not stated)"
    lines = [f"**{night_or_day(event.window)}**{by}{places}{disputed} · S-{number}"]
    if event.facilities:
        lines.append(f"Reported hit: {names(event.facilities, 3)}")
    return [*lines, *(figure_lines(event.figures, event.revisions) or ["• No figures reported."])]


def _columns(view: DigestView) -> list[tuple[str, list[Numbered]]]:
    sides = [(party, [s for s in view.strikes if s[1].target == party]) for party in view.parties]
    rest = [s for s in view.strikes if s[1].target not in view.parties]
    return [*sides, ("", rest)] if rest else sides


def _section(party: str, strikes: Sequence[Numbered], inline: bool) -> Section:
    name = f"Strikes on {safe(party, 60)}" if party else "Target elsewhere or not stated"
    if not strikes:
        return Section(name, ("None reported.",), inline)
    ordered = sorted(strikes, key=_when_it_began)
    lines = [line for number, event in ordered for line in strike_lines(number, event)]
    return Section(name, tuple(lines), inline)


def _when_it_began(strike: Numbered) -> tuple[str, int]:
    window = strike[1].window
    return (window.start.isoformat() if window else "", strike[0])


def _content(view: DigestView) -> str:
    name = safe(view.conflict_name, 60)
    if not view.strikes:
        return f"{name}: no strikes reported, {_days(view)}"
    parts = [
        f"{len(strikes)} on {safe(party, 30)}" if party else f"{len(strikes)} elsewhere"
        for party, strikes in _columns(view)
    ]
    return f"{name} strikes, {_days(view)}: reported {', '.join(parts)}"


def _days(view: DigestView) -> str:
    return f"to {view.end.day} {view.end:%B %Y}"


def digest_card(view: DigestView, footer: str | None = None) -> Card:
    """The strikes between two instants, by whom they hit, each figure with its claimant."""
    sources = tuple({s.article: s for _, event in view.strikes for s in event.sources}.values())
    head = f"{said(view.start, 'f')} to {said(view.end, 'f')}"
    if not view.strikes:
        lines: tuple[str, ...] = (head, QUIET)
        sections: tuple[Section, ...] = ()
    else:
        lines = (head, NOT_NETTED)
        columns = _columns(view)
        sections = tuple(_section(party, found, bool(party)) for party, found in columns)
        sections += (Section(f"Sources: {origin_count(sources)}", (source_links(sources),)),)
    return Card(
        content=_content(view),
        title=f"{safe(view.conflict_name, 80)}: strikes reported",
        colour=STRIKE_COLOUR,
        lines=lines,
        sections=sections,
        as_of=newest(sources),
        more="/strikes recent",
        footer=footer,
    )


def brief(number: int, event: StrikeEvent) -> str:
    """One line for the board: when, on whom, the toll and who states it."""
    target = f" on {safe(event.target, 40)}" if event.target else ""
    figures = in_reading_order(event.figures)
    tolls = [f for f in figures if f.value.measure in _TOLL] or figures
    seen = "; ".join(
        f"{figure_words(f.value)} ({names([f.said[0].claimant or f.said[0].source.outlet])})"
        for f in tolls[:2]
        if f.said
    )
    disputed = ", disputed" if event.disputed else ""
    more = counted(len(event.sources), "source")
    head = f"• {night_or_day(event.window)}{target}{disputed}"
    return f"{head}: {seen or 'no figures reported'} · {more} · S-{number}"
