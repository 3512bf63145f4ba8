"""Events as plain JSON values: one line of `parley events`."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

from reading.events import (
    Attested,
    DeadlineStep,
    DeadlineThread,
    Event,
    RoundEvent,
    Said,
    StrikeEvent,
)
from reading.facts import Figure, Point
from reading.plain_json import known, point_fields, window_fields
from reading.round_changes import round_before
from reading.sides import Sides
from reading.summary import summarise

KINDS: dict[type, str] = {RoundEvent: "talks", DeadlineThread: "deadline", StrikeEvent: "strike"}


def event_lines(events: Iterable[Event], sides: Sides) -> list[dict[str, Any]]:
    """The lines of one conflict's events, in order of their names."""
    events = list(events)
    rounds = [event for event in events if isinstance(event, RoundEvent)]
    named: dict[str, list[Event]] = {}
    for event in events:
        named.setdefault(event_name(event, sides), []).append(event)
    lines = []
    for name in sorted(named):
        same = sorted(named[name], key=lambda e: e.mentions)
        for number, event in enumerate(same, start=1):
            own = name if number == 1 else f"{name}-{number}"
            lines.append(_line(event, own, sides, rounds))
    return lines


def event_name(event: Event, sides: Sides) -> str:
    """A short stable name: conflict, kind, start and what tells it from others of that day."""
    if isinstance(event, RoundEvent):
        track = event.track or "talks"
        told = (track, str(event.number)) if event.number is not None else (track, event.city or "")
    elif isinstance(event, DeadlineThread):
        told = (sides.of(event.issuer) or event.issuer or "deadline", "")
    else:
        told = (event.attacker or "unknown", event.target or "")
    distinct = _slug("-".join(part for part in told if part))
    return f"{event.conflict}/{KINDS[type(event)]}/{_start(event) or 'undated'}/{distinct}"


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.casefold()).strip("-") or "event"


def _start(event: Event) -> str | None:
    """The day it began; of a deadline, the day it was first set."""
    if isinstance(event, DeadlineThread):
        return event.steps[0].said_on.date().isoformat() if event.steps else None
    return event.window.start.isoformat() if event.window else None


def _line(event: Event, name: str, sides: Sides, rounds: Sequence[RoundEvent]) -> dict[str, Any]:
    before = round_before(event, rounds) if isinstance(event, RoundEvent) else None
    summary = summarise(event, sides, before)
    return {
        "event": name,
        "kind": KINDS[type(event)],
        "conflict": event.conflict,
        "start": _start(event),
        "articles": [source.article for source in event.sources],
        "origins": sorted({source.origin for source in event.sources}),
        "corroboration": _corroboration(event),
        "facts": _facts(event),
        "summary": [{"text": line.text, "sources": list(line.sources)} for line in summary],
    }


def _corroboration(event: Event) -> str | None:
    if not isinstance(event, DeadlineThread):
        return event.corroboration.value
    return event.steps[-1].corroboration.value if event.steps else None


def _facts(event: Event) -> dict[str, Any]:
    if isinstance(event, RoundEvent):
        return _round(event)
    return _thread(event) if isinstance(event, DeadlineThread) else _strike(event)


def _round(event: RoundEvent) -> dict[str, Any]:
    minutes = event.duration_minutes
    return {
        "status": event.status.value,
        **known({"track": event.track, "number": event.number}),
        **window_fields(event.window),
        **known(
            {
                "city": event.city,
                "venue": event.venue,
                "heads": event.heads,
                "mediators": list(event.mediators),
                "duration_minutes": minutes.value if minutes else None,
            }
        ),
        "points": [_attested(point, point_fields(point.value)) for point in event.points],
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "measure": figure.measure.value,
        "weapon": figure.weapon.value,
        "low": figure.low,
        "high": figure.high,
        "qualifier": figure.qualifier.value,
        **known({"scope": figure.scope}),
    }


def _attested(attested: Attested[Any], value: dict[str, Any]) -> dict[str, Any]:
    """The value with who states it, and what others say instead."""
    rivals = [_rival(said) for said in attested.rivals]
    return (
        value
        | {"corroboration": attested.corroboration.value}
        | known({"claimants": _claimants(attested.said)})
        | {"sources": _sources(attested.said)}
        | known({"rivals": rivals})
    )


def _claimants(said: Sequence[Said[Any]]) -> list[str]:
    return list(dict.fromkeys(one.claimant for one in said if one.claimant))


def _sources(said: Sequence[Said[Any]]) -> list[str]:
    return list(dict.fromkeys(one.source.article for one in said))


def _rival(said: Said[Any]) -> dict[str, Any]:
    value = said.value
    plain = point_fields(value) if isinstance(value, Point) else _figure(value)
    return plain | known({"claimant": said.claimant}) | {"sources": [said.source.article]}


def _thread(thread: DeadlineThread) -> dict[str, Any]:
    return {
        "status": thread.status.value,
        "issuer": thread.issuer,
        "addressee": list(thread.addressee),
        **window_fields(thread.window),
        **({"precision": thread.window.precision.value} if thread.window else {}),
        **known({"demand": thread.demand, "consequence": thread.consequence}),
        "steps": [_step(step) for step in thread.steps],
    }


def _step(step: DeadlineStep) -> dict[str, Any]:
    return {
        "op": step.op.value,
        "issuer": step.issuer,
        "said_on": step.said_on.date().isoformat(),
        **window_fields(step.window),
        **known({"readings": [window_fields(reading) for reading in step.readings]}),
        "corroboration": step.corroboration.value,
        "sources": _sources(step.said),
    }


def _strike(event: StrikeEvent) -> dict[str, Any]:
    return {
        "attacker": event.attacker,
        "target": event.target,
        **window_fields(event.window),
        "places": list(event.places),
        **known({"facilities": list(event.facilities), "disputed": event.disputed or None}),
        "figures": [_attested(figure, _figure(figure.value)) for figure in event.figures],
        **known({"revisions": [_rival(said) for said in event.revisions]}),
    }
