"""The digest of a day's strikes: both sides' claims side by side, nothing netted."""

from collections.abc import Sequence

from bot.cards.claims import (
    figure_words,
    in_reading_order,
    names,
    newest,
    origin_count,
    source_links,
)
from bot.cards.dates import day, night_or_day, said
from bot.cards.embed import CONTENT, Card, Section
from bot.cards.lexicon import STRIKE_COLOUR
from bot.cards.strike_figures import figure_rows, shared_proof, voices
from bot.words import counted, safe, size
from db.views import DigestView
from reading.events import Attested, StrikeEvent
from reading.facts import Figure, Measure, Precision, Window
from reading.merge_figures import exact_sayers

Numbered = tuple[int, StrikeEvent]

QUIET = (
    "No strike was reported by this server's sources in this time. "
    "That is not the same as knowing that there was none."
)
NOT_NETTED = "Each figure is a claim of whom it names; none is set off against another."
_TOLL = (Measure.KILLED, Measure.INJURED)


def strike_lines(number: int, event: StrikeEvent, parties: Sequence[str] = ()) -> list[str]:
    """A strike as lines: when, where and its number; then a line a measure."""
    places = f" · {names(event.places, 3)}" if event.places else ""
    disputed = " · **disputed**" if event.disputed else ""
    proof = f" · {shared}" if (shared := shared_proof(event)) else ""
    when = f"**{_time(event.window)}**"
    head = f"{when}{_on(event, parties)}{places}{disputed}{proof} · S-{number}"
    lines = [head, *(f"• {row}" for row in figure_rows(event))]
    if len(lines) == 1:
        lines.append("• No figures reported.")
    if event.facilities:
        lines.append(f"• Reported hit: {names(event.facilities, 3)}")
    return lines


def _on(event: StrikeEvent, parties: Sequence[str]) -> str:
    """Who was struck, where the column does not say it: of two sides, the one not attacking."""
    if event.target is None:
        return ""
    others = [party for party in parties if party != event.attacker]
    return "" if others == [event.target] else f" on {safe(event.target, 40)}"


def _time(window: Window | None) -> str:
    """When it was; of a strike that no report dates, the day of the report."""
    if window is None or window.precision is not Precision.VAGUE:
        return night_or_day(window)
    return f"reported {day(window.end)}, day not stated"


def _columns(view: DigestView) -> list[tuple[str, list[Numbered]]]:
    """A column an attacker. By target would call an occupied town the occupier's."""
    sides = [(party, [s for s in view.strikes if s[1].attacker == party]) for party in view.parties]
    rest = [s for s in view.strikes if s[1].attacker not in view.parties]
    return [*sides, ("", rest)] if rest else sides


def _section(
    party: str, strikes: Sequence[Numbered], parties: Sequence[str], inline: bool
) -> Section:
    name = f"Strikes by {safe(party, 60)}" if party else "Attacker not stated"
    if not strikes:
        return Section(name, ("None reported.",), inline)
    ordered = sorted(strikes, key=_when_it_began)
    told = [s for s in ordered if _tells(s[1])] or ordered
    lines = [line for number, event in told for line in strike_lines(number, event, parties)]
    if bare := [f"S-{number}" for number, event in ordered if (number, event) not in told]:
        lines.append(f"Also reported, without figures or places: {', '.join(bare)}")
    return Section(name, tuple(lines), inline)


def _tells(event: StrikeEvent) -> bool:
    return bool(event.figures or event.places or event.facilities)


def _when_it_began(strike: Numbered) -> tuple[str, int]:
    window = strike[1].window
    return (window.start.isoformat() if window else "", strike[0])


def _content(view: DigestView) -> str:
    """A sentence for a phone: of each side's strikes the gravest figure, with who states it."""
    name = safe(view.conflict_name, 60)
    if not view.strikes:
        return f"{name}: no strikes reported, {_days(view)}"
    struck = [(party, strikes) for party, strikes in _columns(view) if party and strikes]
    told = [_gravest(party, strikes) for party, strikes in sorted(struck, key=_worst)]
    quiet = [safe(party, 30) for party, strikes in _columns(view) if party and not strikes]
    if quiet:
        told.append(f"no strikes by {' or '.join(quiet)} reported")
    head = f"{name} strikes to {view.end.day} {view.end:%B}: "
    while len(told) > 1 and size(head + "; ".join(told)) > CONTENT:
        told.pop()
    return head + ("; ".join(told) or f"{counted(len(view.strikes), 'strike')} reported")


def _worst(column: tuple[str, Sequence[Numbered]]) -> tuple[int, int]:
    gravities = [_gravity(f) for _, event in column[1] for f in event.figures]
    return min(gravities, default=(len(_GRAVITY) + 1, 0))


def _gravest(party: str, strikes: Sequence[Numbered]) -> str:
    """`at least 31 killed in Southport — Interior Ministry`; the dead before what was sent."""
    figures = [(f, event) for _, event in strikes for f in event.figures]
    if not figures:
        return f"{counted(len(strikes), 'strike')} by {safe(party, 30)}"
    best, event = min(figures, key=lambda pair: _gravity(pair[0]))
    scope = "" if best.value.scope else _where(best.value.measure, event)
    return f"{figure_words(best.value)}{scope} — {voices(exact_sayers(best))}"


def _where(measure: Measure, event: StrikeEvent) -> str:
    """`in Southport`, `over Ruritania`: the place struck, for a toll; else whose sky it was."""
    over = _PREPOSITIONS.get(measure)
    if over is None and event.places:
        return f" in {names(event.places, 1)}" if len(event.places) == 1 else ""
    return f" {over or 'in'} {safe(event.target, 30)}" if event.target else ""


_PREPOSITIONS = {
    Measure.LAUNCHED: "at",
    Measure.SHOT_DOWN: "over",
    Measure.SUPPRESSED: "over",
    Measure.NEUTRALISED_TOTAL: "over",
}
_GRAVITY = (
    Measure.KILLED,
    Measure.LAUNCHED,
    Measure.SHOT_DOWN,
    Measure.NEUTRALISED_TOTAL,
    Measure.INJURED,
)


def _gravity(figure: Attested[Figure]) -> tuple[int, int]:
    measure = figure.value.measure
    place = _GRAVITY.index(measure) if measure in _GRAVITY else len(_GRAVITY)
    return place, -figure.value.low


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
        sections = tuple(
            _section(party, found, view.parties, bool(party)) for party, found in columns
        )
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
        f"{figure_words(f.value)} — {voices(exact_sayers(f))}" for f in tolls[:2] if f.said
    )
    disputed = ", disputed" if event.disputed else ""
    more = counted(len(event.sources), "source")
    head = f"• {_time(event.window)}{target}{disputed}"
    return f"{head}: {seen or 'no figures reported'} · {more} · S-{number}"
