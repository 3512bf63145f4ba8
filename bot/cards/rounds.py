"""The card of one negotiation round."""

from collections.abc import Iterator, Sequence

from bot.cards.claims import (
    claimants,
    names,
    newest,
    origin_count,
    point_line,
    point_words,
    source_links,
    upper_first,
)
from bot.cards.dates import plain, when
from bot.cards.embed import Card, Section
from bot.cards.lexicon import ITEMS, ROUND_STATUS, SECTIONS, STANCES, TALKS_COLOUR
from bot.words import counted, listing, safe
from db.views import RoundView
from reading.events import Attested, RoundEvent
from reading.facts import Item, Point, RoundStatus, Stance
from reading.round_changes import carried_out, compared, fresh, item_of

_INITIALISM = 3
"""Parts of a track's slug this short are initials: us, uae, drc."""
_SPOKEN_IN_MINUTES = 100
_AHEAD = {RoundStatus.ANNOUNCED, RoundStatus.POSTPONED, RoundStatus.UNDER_WAY}


def track_name(event: RoundEvent, parties: Sequence[str]) -> str:
    """`Russia–Ukraine` for `russia-ukraine`; the two sides where no track is known."""
    words = event.track.split("-") if event.track else list(parties)
    return "–".join(
        safe(word.upper() if len(word) <= _INITIALISM else upper_first(word), 40) for word in words
    )


def round_name(event: RoundEvent, parties: Sequence[str]) -> str:
    """`Russia–Ukraine talks, round 3`."""
    name = f"{track_name(event, parties)} talks"
    return f"{name}, round {event.number}" if event.number is not None else name


def status_word(event: RoundEvent, phase: str) -> str:
    """The word for where it stands; an 'announced' card keeps its word once the meeting is over."""
    if phase == "announced" and event.status is RoundStatus.ENDED:
        return ROUND_STATUS[RoundStatus.ANNOUNCED]
    return ROUND_STATUS[event.status]


def _was_plan(view: RoundView) -> bool:
    """An announcement whose meeting is over: what came of it is on a card of its own."""
    return view.phase == "announced" and view.event.status is RoundStatus.ENDED


def _content(view: RoundView) -> str:
    event = view.event
    word = status_word(event, view.phase)
    where = f" in {safe(event.city, 40)}" if event.city else ""
    date = plain(event.window) if event.window else ""
    head = f"{round_name(event, view.parties)}: {word}"
    if word == ROUND_STATUS[RoundStatus.ANNOUNCED]:
        return head + (f" for {date}" if date else "") + where
    head += where + (f", {date}" if date else "")
    if view.phase == "announced" or event.status in _AHEAD:
        return head
    settled = [point for point in event.points if point.value.stance is Stance.AGREED]
    agreed = [point for point in settled if point.value.item is not Item.NEXT_MEETING]
    return f"{head} — {_outcome(agreed)}"


def _outcome(agreed: Sequence[Attested[Point]]) -> str:
    counts = [point for point in agreed if point.value.count is not None] or list(agreed)
    if not counts:
        return "nothing reported as agreed"
    value = counts[0].value
    text = ITEMS[value.item][1]
    if value.count is not None:
        text += f" ({value.count:,} each)" if value.per_side else f" ({value.count:,})"
    rest = len(agreed) - 1
    return f"agreed: {text}" + (f" and {rest} more" if rest else "")


def _facts(view: RoundView) -> Iterator[str]:
    event = view.event
    status = f"**{upper_first(status_word(event, view.phase))}** · {when(event.window)}"
    if event.duration_minutes is not None and not _was_plan(view):
        status += f" · {_duration(event.duration_minutes)}"
    yield status
    places = [safe(place, 80) for place in (event.venue, event.city) if place]
    if places:
        yield "At " + ", ".join(places)
    if event.heads:
        yield "Led by " + " · ".join(
            f"{safe(head, 60)} ({safe(party, 40)})" for party, head in sorted(event.heads.items())
        )
    if event.mediators:
        yield f"Mediated by {names(event.mediators)}"


def lasting(minutes: int) -> str:
    """`40 minutes`, `3 h`, `4 h 30 min`."""
    whole, rest = divmod(minutes, 60)
    if minutes < _SPOKEN_IN_MINUTES:
        return f"{minutes} minutes"
    return f"{whole} h {rest} min" if rest else f"{whole} h"


def _duration(minutes: Attested[int]) -> str:
    others = [lasting(value) for value in sorted({one.value for one in minutes.rivals})]
    rivals = f"; others say {listing(others)}" if others else ""
    return f"lasted {lasting(minutes.value)} ({claimants(minutes.said)}{rivals})"


def _sections(event: RoundEvent) -> Iterator[Section]:
    ahead = Item.NEXT_MEETING
    for stance, head, by_side in SECTIONS:
        points = [p for p in event.points if p.value.stance is stance and p.value.item is not ahead]
        if not by_side:
            if points:
                yield Section(head, tuple(point_line(point) for point in points))
            continue
        for by in dict.fromkeys(point.value.by for point in points):
            lines = tuple(point_line(point) for point in points if point.value.by == by)
            yield Section(f"{head} {names(by) or 'a side not named'}", lines)


def _next(view: RoundView) -> Section | None:
    event = view.event
    lines = [
        point_line(point, f"{STANCES[point.value.stance]}: ")
        for point in event.points
        if point.value.item is Item.NEXT_MEETING
    ]
    if not lines and event.status is RoundStatus.ENDED and view.phase != "announced":
        lines = ["No next meeting has been reported."]
    return Section("What next", tuple(lines)) if lines else None


def _short(point: Attested[Point]) -> str:
    """`1,200 each agreed`, `offered by Russia`: a point within its item, as one compares it."""
    value = point.value
    words = STANCES[value.stance]
    if value.stance in {Stance.OFFERED, Stance.PROPOSED} and value.by:
        words += f" by {names(value.by)}"
    if value.count is None:
        return words
    each = {True: " each", False: " in all", None: ""}[value.per_side]
    return f"{'at least ' if value.at_least else ''}{value.count:,}{each} {words}"


def _change(was: Attested[Point], now: Attested[Point]) -> str:
    head = upper_first(ITEMS[item_of(was)][1])
    if (was.value.stance, was.value.count) == (now.value.stance, now.value.count):
        return f"• {head}: again {_short(now)}"
    return f"• {head}: {_short(was)} → {_short(now)}"


def changes(before: RoundEvent, event: RoundEvent) -> list[str]:
    """What is carried out, different or new against the round before, a line each."""
    done = [f"• Carried out since: {point_words(point)}" for point in carried_out(before.points)]
    moved = [_change(was, now) for was, now in compared(before, event)]
    new = [f"{ITEMS[item_of(p)][1]} ({_short(p)})" for p in fresh(before, event)]
    lines = list(dict.fromkeys([*moved, *done]))
    return [*lines, f"• New: {', '.join(dict.fromkeys(new))}"] if new else lines


def _since(view: RoundView) -> Section | None:
    before = view.before
    if before is None or view.phase == "announced":
        return None
    lines = changes(before, view.event)
    name = f"round {before.number}" if before.number is not None else "the round before"
    date = f" ({plain(before.window)})" if before.window else ""
    return Section(f"Since {name}{date}", tuple(lines)) if lines else None


def round_card(view: RoundView, ref: str) -> Card:
    """A round: who met, what was agreed, offered, refused, and who says so."""
    event = view.event
    sections = [] if _was_plan(view) else [*_sections(event), _next(view), _since(view)]
    if view.phase != "announced" and event.status is RoundStatus.ENDED:
        agreed = any(section and section.name == "Agreed" for section in sections)
        if not agreed:
            sections.insert(0, Section("Agreed", ("Nothing reported as agreed so far.",)))
    if event.sources:
        links = source_links(event.sources)
        sections.append(Section(f"Sources: {origin_count(event.sources)}", (links,)))
    return Card(
        content=_content(view),
        title=f"{round_name(event, view.parties)} — {status_word(event, view.phase)}",
        colour=TALKS_COLOUR,
        lines=tuple(_facts(view)),
        sections=tuple(section for section in sections if section),
        as_of=newest(event.sources),
        more=f"/talks show R-{view.id}",
        buttons=(("Sources", f"parley:why:{ref}"),),
    )


def brief(event: RoundEvent, parties: Sequence[str]) -> str:
    """One line for the board: what, when, where, what came of it."""
    where = f", {safe(event.city, 40)}" if event.city else ""
    status = f"{ROUND_STATUS[event.status]}{where} · {when(event.window)}"
    line = f"**{round_name(event, parties)}** {status}"
    agreed = [point_words(p) for p in event.points if p.value.stance is Stance.AGREED]
    if event.status is RoundStatus.ENDED:
        line += "\nAgreed: " + ("; ".join(agreed[:2]) or "nothing reported")
        line += f"; and {counted(len(agreed) - 2, 'more point')}" if len(agreed) > 2 else ""
    return line
