"""`parley preset check FILE`: what is wrong with a conflict's file, a line per fault."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import typer
from pydantic import ValidationError

from bot.cli import UsageError
from reading.facts import DeadlineStatement, Strike, Talks
from reading.preset import Preset
from reading.talk_people import NEGOTIATING_ROLE
from reading.world import world

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_EVERYDAY = frozenset((*_WEEKDAYS, *_MONTHS, "Sun", "Sat", "Mar", "Will", "Mark", "The"))

presets = typer.Typer(no_args_is_help=True, help="Check the file of a conflict.")


def register(app: typer.Typer) -> None:
    """Add the command group to the application."""
    app.add_typer(presets, name="preset")


@presets.callback()
def _group() -> None:
    """Keep `check` a subcommand, so that others can join it."""


@presets.command("check")
def check_command(
    file: Annotated[str, typer.Argument(help="A preset, such as reading/conflicts/x-y.toml.")],
) -> None:
    """Say what is wrong with a preset, a line per fault; exit 1 where there is one."""
    faults, notes = read_file(Path(file))
    for line in faults:
        typer.echo(f"{file}: {line}")
    for line in notes:
        typer.echo(f"{file}: note: {line}")
    if faults:
        raise typer.Exit(1)
    typer.echo(f"{file}: nothing wrong found")


def read_file(path: Path) -> tuple[list[str], list[str]]:
    """Faults and notes of the file. Raises UsageError where it cannot be read at all."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror or error}") from None
    except UnicodeDecodeError:
        return ["not UTF-8; save it with that encoding"], []
    try:
        raw = tomllib.loads(text)
        preset = Preset.model_validate(raw)
    except tomllib.TOMLDecodeError as error:
        return [f"not valid TOML: {error}"], []
    except ValidationError as error:
        return [_unmet(raw, fault["loc"], _plainly(fault)) for fault in error.errors()], []
    named = [] if preset.slug == path.stem else [f"slug {preset.slug!r} is not the file's name"]
    return named + faults_of(preset), notes_of(preset)


_PLAIN = {
    "missing": "is missing",
    "extra_forbidden": "is no word that Parley knows; correct its spelling or take it out",
    "date_from_datetime_parsing": "is no day; write it as 2025-07-25, without quotation marks",
}


def _plainly(fault: "ErrorDetails") -> str:
    return _PLAIN.get(fault["type"], fault["msg"])


def _unmet(raw: dict[str, Any], where: tuple[int | str, ...], said: str) -> str:
    """A fault of form, with the name of the entry it is in, where that has one."""
    entry: Any = raw
    called = ""
    for part in where:
        try:
            entry = entry[part]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(entry, dict) and isinstance(entry.get("name"), str):
            called = f" ({entry['name']})"
    return f"{'.'.join(map(str, where))}{called}: {said}"


def faults_of(preset: Preset) -> list[str]:
    """What is wrong with a preset of the right form: each fault in words, in the file's order."""
    checks = (_zones, _twice, _everyday, _references, _roles, _outlets, _rounds, _statements)
    return [fault for check in (*checks, _strikes) for fault in check(preset)]


def _parties(preset: Preset) -> set[str]:
    return {party.name for party in (*preset.parties, *preset.third_parties)}


def _zones(preset: Preset) -> Iterator[str]:
    held = [("zone", preset.zone)]
    held += [
        (f"party {p.name!r}", p.zone) for p in (*preset.parties, *preset.third_parties) if p.zone
    ]
    for owner, zone in held:
        try:
            ZoneInfo(zone)
        except (KeyError, ValueError, OSError):
            yield f"{owner}: time zone {zone!r} is unknown; write it as Europe/Kyiv"


def _twice(preset: Preset) -> Iterator[str]:
    everyone = (*preset.parties, *preset.third_parties)
    lists: dict[str, Iterable[str]] = {
        "party": (n for p in everyone for n in (p.name, *p.aliases, *p.adjectives)),
        "actor": (n for a in preset.actors for n in (a.name, *a.spellings)),
        "place": (n for p in preset.places for n in (p.name, *p.aliases)),
        "outlet": (o.name for o in preset.outlets),
        "outlet's domain": (d for o in preset.outlets for d in o.domains),
        "track": (t.slug for t in preset.tracks),
        "feed": (f.url for f in preset.feeds),
    }
    for what, spellings in lists.items():
        for spelling, times in Counter(spellings).items():
            if times > 1:
                yield f"{what}: {spelling!r} is written {times} times; a spelling has one owner"


def _everyday(preset: Preset) -> Iterator[str]:
    """Words that start sentences or name days: as a spelling they would be found everywhere."""
    for actor in preset.actors:
        for spelling in (actor.name, *actor.spellings):
            if spelling in _EVERYDAY:
                yield f"actor {actor.name!r}: {spelling!r} is an everyday word; use the full name"
    for place in preset.places:
        for spelling in (place.name, *place.aliases):
            if spelling in _EVERYDAY:
                yield f"place {place.name!r}: {spelling!r} is an everyday word; leave it out"


def _references(preset: Preset) -> Iterator[str]:
    parties, places = _parties(preset), {place.name for place in preset.places}
    outlets = {outlet.name for outlet in preset.outlets}
    for actor in preset.actors:
        if actor.party not in parties:
            yield _unknown(f"actor {actor.name!r}", "party", actor.party)
    for place in preset.places:
        if place.party and place.party not in parties:
            yield _unknown(f"place {place.name!r}", "party", place.party)
        if place.held and place.held.by not in preset.party_names:
            yield _unknown(f"place {place.name!r}", "side", place.held.by)
        if place.within and place.within not in places:
            yield _unknown(f"place {place.name!r}", "place", place.within)
    for track in preset.tracks:
        for party in sorted(set(track.parties) - parties):
            yield _unknown(f"track {track.slug!r}", "party", party)
    for feed in preset.feeds:
        if feed.outlet not in outlets:
            yield _unknown(f"feed {feed.url}", "outlet", feed.outlet)


def notes_of(preset: Preset) -> list[str]:
    """What may be meant so: a city that both sides claim, a surname that others bear as first."""
    places = [
        f"place {place.name!r}: a city without party; right only if its country is in no list"
        for place in preset.places
        if place.party is None and place.kind == "city"
    ]
    return [*places, *_first_names(preset), *_mere_members(preset), *_printed_otherwise(preset)]


def _first_names(preset: Preset) -> Iterator[str]:
    people = [actor for actor in preset.actors if actor.kind == "person"]
    firsts = {actor.name.split()[0]: actor.name for actor in people if " " in actor.name}
    borne = Counter(actor.name.split()[-1] for actor in people)
    for actor in people:
        last = actor.name.split()[-1]
        other = firsts.get(last, actor.name)
        # A surname that two people bear is looked for with no one.
        if actor.surname and other != actor.name and borne[last] == 1:
            yield (
                f"actor {actor.name!r}: {last!r} alone stands for this person, and is the first "
                f"name of {other!r}; write surname = false"
            )


def _mere_members(preset: Preset) -> Iterator[str]:
    """A role at the table makes its holder the head of the delegation."""
    for actor in preset.actors:
        for role in actor.roles:
            if role.title.startswith("Member") and NEGOTIATING_ROLE.search(role.title):
                yield (
                    f"actor {actor.name!r}: {role.title!r} makes this the head of a delegation; "
                    "word a member's role without delegation and negotiator"
                )


def _printed_otherwise(preset: Preset) -> Iterator[str]:
    """Two spellings of one city would be two cities on the cards."""
    printed = {n: city.name for city in world().all_cities() for n in (city.name, *city.aliases)}
    for place in preset.places:
        name = printed.get(place.name, place.name)
        if name != place.name:
            yield f"place {place.name!r}: elsewhere Parley prints {name!r}; make yours an alias"


def _unknown(owner: str, what: str, name: str) -> str:
    return f"{owner}: {what} {name!r} is not in the file; add it or correct the spelling"


def _roles(preset: Preset) -> Iterator[str]:
    for actor in preset.actors:
        for role in actor.roles:
            if role.since and role.until and role.until < role.since:
                yield f"actor {actor.name!r}: {role.title!r} ends before it begins"


def _outlets(preset: Preset) -> Iterator[str]:
    parties = _parties(preset)
    for outlet in preset.outlets:
        if not outlet.domains:
            yield f"outlet {outlet.name!r}: no domain; its articles cannot be known as its own"
        if outlet.affinity and outlet.affinity not in parties:
            yield _unknown(f"outlet {outlet.name!r}", "party", outlet.affinity)
        for domain in outlet.domains:
            if "/" in domain or "." not in domain or domain != domain.lower():
                yield f"outlet {outlet.name!r}: {domain!r} is no domain; write it as news.example"
    for feed in preset.feeds:
        if not _is_page(feed.url):
            yield f"feed {feed.url!r}: no address; it starts with https://"


def _is_page(url: str) -> bool:
    address = urlsplit(url)
    return address.scheme in {"http", "https"} and "." in address.netloc


def _said(fact: Talks | DeadlineStatement | Strike, sources: tuple[str, ...]) -> Iterator[str]:
    """Faults that any fact of the history can have."""
    for source in sources:
        if not _is_page(source):
            yield f"source {source!r} is no address of a page"
    sentences = [fact.sentence]
    if isinstance(fact, Talks):
        sentences += [point.sentence for point in fact.points]
    for sentence in sentences:
        yield from _weekday(fact, sentence)


def _weekday(fact: Talks | DeadlineStatement | Strike, sentence: str) -> Iterator[str]:
    """A sentence that names one weekday, on which none of the days beside it falls."""
    named = [day for day in _WEEKDAYS if day in sentence]
    days = {fact.window.start, fact.window.end} if fact.window else set()
    if isinstance(fact, DeadlineStatement) and fact.said_on:
        days.add(fact.said_on)
    if len(named) == 1 and days and named[0] not in {_WEEKDAYS[day.weekday()] for day in days}:
        told = ", ".join(f"{day} is a {_WEEKDAYS[day.weekday()]}" for day in sorted(days))
        yield f"the sentence says {named[0]}, but {told}"


def _rounds(preset: Preset) -> Iterator[str]:
    parties, places = _parties(preset), {place.name for place in preset.places}
    tracks, people = {t.slug for t in preset.tracks}, {actor.name for actor in preset.actors}
    for index, entry in enumerate(preset.history.rounds):
        fact, owner = entry.fact, f"history.rounds.{index}"
        points = fact.points
        yield from (f"{owner}: {fault}" for fault in _said(fact, entry.sources))
        if fact.window and entry.reported < fact.window.start:
            yield f"{owner}: reported on {entry.reported}, before it was held"
        known = (
            ("track", {fact.track}, tracks),
            ("place", {fact.city, fact.venue}, places),
            ("party", {*fact.heads, *fact.mediators, *(b for p in points for b in p.by)}, parties),
            ("actor", {*fact.heads.values()}, people),
            ("actor", {p.claimant for p in points}, people | parties),
        )
        yield from _missing(owner, known)


def _missing(
    owner: str, known: Iterable[tuple[str, Iterable[str | None], set[str]]]
) -> Iterator[str]:
    for what, used, defined in known:
        for name in sorted({name for name in used if name} - defined):
            yield _unknown(owner, what, name)


def _statements(preset: Preset) -> Iterator[str]:
    parties, people = _parties(preset), {actor.name for actor in preset.actors}
    for index, entry in enumerate(preset.history.statements):
        fact, owner = entry.fact, f"history.statements.{index}"
        yield from (f"{owner}: {fault}" for fault in _said(fact, entry.sources))
        if fact.said_on is None:
            yield f"{owner}: no said_on; a statement has a day"
        elif entry.reported < fact.said_on:
            yield f"{owner}: reported on {entry.reported}, before it was said"
        if not fact.issuer:
            yield f"{owner}: no issuer; say who set the deadline"
        speakers = {fact.issuer, fact.claimant}
        known = (("actor", speakers, people | parties), ("party", fact.addressee, parties))
        yield from _missing(owner, known)


def _strikes(preset: Preset) -> Iterator[str]:
    parties, places = _parties(preset), {place.name for place in preset.places}
    people = {actor.name for actor in preset.actors}
    for index, entry in enumerate(preset.history.strikes):
        fact, owner = entry.fact, f"history.strikes.{index}"
        yield from (f"{owner}: {fault}" for fault in _said(fact, entry.sources))
        if fact.window and entry.reported < fact.window.start:
            yield f"{owner}: reported on {entry.reported}, before it happened"
        for figure in fact.figures:
            if figure.high is not None and figure.high < figure.low:
                yield f"{owner}: {figure.measure.value}: low {figure.low}, yet high {figure.high}"
        known = (
            ("side", {fact.attacker, fact.target}, set(preset.party_names)),
            ("place", {*fact.places, *(figure.scope for figure in fact.figures)}, places),
            ("actor", {figure.claimant for figure in fact.figures}, people | parties),
        )
        yield from _missing(owner, known)
