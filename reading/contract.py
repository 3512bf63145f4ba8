"""The reader's contract: JSON lines in, JSON lines out, and facts as the database stores them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from typing import Any

from pydantic import TypeAdapter

from reading.facts import (
    Article,
    DeadlineStatement,
    Figure,
    Measure,
    Point,
    Report,
    Strike,
    Talks,
    Weapon,
)
from reading.plain_json import known, point_fields, window_fields

Fact = Talks | DeadlineStatement | Strike

_OF_WEAPONS = frozenset(
    {
        Measure.LAUNCHED,
        Measure.SHOT_DOWN,
        Measure.SUPPRESSED,
        Measure.NEUTRALISED_TOTAL,
        Measure.HIT,
    }
)


class ContractError(ValueError):
    """A line that cannot be read as an article; the message says what to change."""


_ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "talks": TypeAdapter(Talks),
    "deadline": TypeAdapter(DeadlineStatement),
    "strike": TypeAdapter(Strike),
}
_NAMES: dict[type, str] = {Talks: "talks", DeadlineStatement: "deadline", Strike: "strike"}


def article_from_json(obj: object) -> Article:
    """One input line as an article. Raises ContractError; a naive time is taken as UTC."""
    if not isinstance(obj, Mapping):
        raise ContractError(f"a line must be a JSON object, not {type(obj).__name__}")
    identity = id_of(obj)
    if identity is None:
        raise ContractError("id is missing: give every article an id (text or a whole number)")
    title, text = _text(obj, "title"), _text(obj, "text")
    return Article(
        id=identity,
        title=title,
        text=text,
        published=_published(obj.get("published")),
        url=_text(obj, "url"),
        outlet=_text(obj, "outlet"),
        lang=_text(obj, "lang") or None,
    )


def id_of(obj: object) -> str | None:
    """The id of an input line as text, so that 1 and "1" are one; None where it has none."""
    identity = obj.get("id") if isinstance(obj, Mapping) else None
    if isinstance(identity, bool) or not isinstance(identity, str | int):
        return None
    return str(identity) or None


def _text(obj: Mapping[str, object], key: str) -> str:
    value = obj.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ContractError(f"{key} must be text, not {type(value).__name__}")
    return value


def _published(value: object) -> datetime | None:
    """Aware, by the clock that it is given in: "on Tuesday" is said of that clock's Tuesday.

    A bare date counts from noon UTC, so that no zone moves it to another day.
    """
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise ContractError("published must be text: 2025-07-25 or 2025-07-25T12:00:00Z")
    try:
        moment = datetime.fromisoformat(value.strip())
    except ValueError:
        raise ContractError(
            f"published is not a date: {value[:40]!r}; write 2025-07-25 or 2025-07-25T12:00:00Z"
        ) from None
    if "T" not in value and ":" not in value:
        moment = datetime.combine(moment.date(), time(12))
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    try:
        moment.astimezone(UTC)
    except OverflowError:
        raise ContractError(f"published is out of range: {value[:40]!r}") from None
    return moment


def report_to_json(report: Report) -> dict[str, Any]:
    """One output line. Dates as ISO; what is not known is left out."""
    line: dict[str, Any] = {
        "id": report.id,
        "conflict": report.conflict,
        "kinds": [kind.value for kind in report.kinds],
        "talks": [_talks(talks) for talks in report.talks],
        "deadlines": [_deadline(statement) for statement in report.deadlines],
        "strikes": [_strike(strike) for strike in report.strikes],
    }
    if report.points:
        line["points"] = [_point(point) for point in report.points]
    extra = {"lang": report.lang, "origin": report.origin, "problem": report.problem}
    return line | known(extra)


def _talks(talks: Talks) -> dict[str, Any]:
    window = window_fields(talks.window)
    if talks.window is not None and talks.window.is_one_day:
        del window["end"]
    return {
        "status": talks.status.value,
        **known({"track": talks.track, "number": talks.number}),
        **window,
        **known(
            {
                "city": talks.city,
                "venue": talks.venue,
                "heads": dict(talks.heads),
                "mediators": list(talks.mediators),
                "duration_minutes": talks.duration_minutes,
                "claimant": talks.claimant,
            }
        ),
        "background": talks.background,
        "points": [_point(point) for point in talks.points],
        "span": list(talks.span),
    }


def _point(point: Point) -> dict[str, Any]:
    return point_fields(point) | known({"claimant": point.claimant}) | {"span": list(point.span)}


def _deadline(statement: DeadlineStatement) -> dict[str, Any]:
    window = window_fields(statement.window)
    if statement.window is not None:
        window["precision"] = statement.window.precision.value
    said_on: date | None = statement.said_on
    return {
        "op": statement.op.value,
        "issuer": statement.issuer,
        "addressee": list(statement.addressee),
        **known({"said_on": said_on.isoformat() if said_on else None}),
        **window,
        **known(
            {
                "readings": [window_fields(reading) for reading in statement.readings],
                "demand": statement.demand,
                "consequence": statement.consequence,
                "claimant": statement.claimant,
            }
        ),
        "background": statement.background,
        "span": list(statement.span),
    }


def _strike(strike: Strike) -> dict[str, Any]:
    return {
        "attacker": strike.attacker,
        "target": strike.target,
        **window_fields(strike.window),
        "places": list(strike.places),
        **known({"facilities": list(strike.facilities), "claimant": strike.claimant}),
        "background": strike.background,
        **known({"disputed": strike.disputed or None}),
        "figures": [_figure(figure) for figure in strike.figures],
        "span": list(strike.span),
    }


def _figure(figure: Figure) -> dict[str, Any]:
    weapon = figure.weapon.value
    counts_weapons = figure.weapon is not Weapon.ANY or figure.measure in _OF_WEAPONS
    as_of = figure.as_of.isoformat() if figure.as_of else None
    return {
        "measure": figure.measure.value,
        **({"weapon": weapon} if counts_weapons else {}),
        "low": figure.low,
        "high": figure.high,
        "qualifier": figure.qualifier.value,
        **known({"claimant": figure.claimant, "scope": figure.scope, "as_of": as_of}),
        "span": list(figure.span),
    }


def fact_to_dict(fact: Fact) -> dict[str, Any]:
    """A fact as plain JSON values, losing nothing; `fact_from_dict` is its inverse."""
    name = _NAMES[type(fact)]
    plain: dict[str, Any] = _ADAPTERS[name].dump_python(fact, mode="json")
    return {"fact": name, **plain}


def fact_from_dict(stored: Mapping[str, Any]) -> Fact:
    """A fact from what `fact_to_dict` made. Raises ContractError where it is something else."""
    fields = dict(stored)
    adapter = _ADAPTERS.get(str(fields.pop("fact", None)))
    if adapter is None:
        raise ContractError("a stored fact must say which it is: talks, deadline or strike")
    fact: Fact = adapter.validate_python(fields)
    return fact
