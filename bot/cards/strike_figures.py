"""The figures of one strike, a line a measure: what each claimant counts, never netted."""

from collections.abc import Sequence

from bot.cards.claims import amount, borne_out, in_reading_order, unique
from bot.words import listing, safe
from reading.events import Attested, Said, StrikeEvent
from reading.facts import Figure, Measure, Weapon
from reading.merge_figures import exact_sayers
from reading.summary_words import QUALIFIERS, WEAPONS
from reading.wordlist import words

_ROWS: tuple[tuple[str, dict[Measure, str]], ...] = (
    ("Launched", {Measure.LAUNCHED: ""}),
    (
        "Stopped",
        {
            Measure.SHOT_DOWN: "shot down",
            Measure.SUPPRESSED: "jammed or lost",
            Measure.NEUTRALISED_TOTAL: "shot down or jammed",
        },
    ),
    (
        "Hit",
        {
            Measure.HIT: "got through",
            Measure.HIT_LOCATIONS: "places",
            Measure.DEBRIS_LOCATIONS: "places by debris",
        },
    ),
    ("Killed", {Measure.KILLED: ""}),
    ("Injured", {Measure.INJURED: ""}),
)
"""Name of the row, and the words for each measure in it; empty where the name says it."""
_MOST = 4
"""Values in a row; more are counted."""
_GENERIC = words(
    """
    officials authorities governor governors mayor local regional city state military police
    reports sources rescuers prosecutors spokesman spokesperson the and
    """
)


def voices(said: Sequence[Said[Figure]]) -> str:
    """Who says so, each once: a named person or body rather than 'officials' or a whole country."""
    people = unique(one.claimant or "" for one in said)
    named = [who for who in people if who.lower().split()[-1] not in _GENERIC]
    described = [who for who in people if not _bare(who) <= _GENERIC]
    kept = named or described or people[:1]
    fullest = [w for w in kept if not any(w != other and _within(w, other) for other in kept)]
    if fullest:
        return listing([safe(who, 60) for who in fullest], 2)
    return f"reported by {listing(unique(safe(one.source.outlet, 40) for one in said), 2)}"


def _bare(who: str) -> set[str]:
    return {word.removesuffix("'s").removesuffix("’s") for word in who.lower().split()}


def _within(short: str, full: str) -> bool:
    """'Air Force' is said in full by 'Northern Air Force'."""
    return set(short.lower().split()) < set(full.lower().split())


def figure_rows(event: StrikeEvent) -> list[str]:
    """A line for each measure: `Launched: 426 drones, 24 missiles — Air Force, single report`."""
    figures = [f for f in in_reading_order(event.figures) if not _is_sum(f, event.figures)]
    proof = shared_proof(event)
    rows = []
    for name, verbs in _ROWS:
        here = [f for f in figures if f.value.measure in verbs]
        if here:
            rows.append(f"{name}: {_row(here, verbs, event.revisions, proof)}")
    return rows


def shared_proof(event: StrikeEvent) -> str | None:
    """How far the figures are borne out, where it is the same for all: said once, at the head."""
    proofs = {borne_out(figure.corroboration, figure.said) for figure in event.figures}
    return proofs.pop() if len(proofs) == 1 else None


def _row(
    figures: Sequence[Attested[Figure]],
    verbs: dict[Measure, str],
    revisions: Sequence[Said[Figure]],
    shared: str | None,
) -> str:
    shown = figures[:_MOST]
    groups: dict[str, dict[str, list[str]]] = {}
    for figure in shown:
        proof = borne_out(figure.corroboration, figure.said)
        said_by = voices(exact_sayers(figure))
        who = said_by if proof == shared else f"{said_by}, {proof}"
        tail = _tail(figure.value, verbs) + earlier(figure.value, revisions) + _rivals(figure)
        groups.setdefault(who, {}).setdefault(tail, []).append(_counted(figure.value))
    text = "; ".join(
        f"{', '.join(', '.join(counts) + tail for tail, counts in told.items())} — {who}"
        for who, told in groups.items()
    )
    more = len(figures) - len(shown)
    return f"{text}; and {more} more" if more else text


def _counted(figure: Figure) -> str:
    one, many = WEAPONS[figure.weapon]
    weapon = "" if figure.weapon is Weapon.ANY else f" {one if figure.low == 1 else many}"
    return f"{amount(figure)}{weapon}"


def _tail(figure: Figure, verbs: dict[Measure, str]) -> str:
    """What was done and where: ` got through`, ` places by debris`, ` in Southport`."""
    verb = verbs[figure.measure]
    if figure.low == 1:
        verb = verb.replace("places", "place")
    scope = f" in {safe(figure.scope, 40)}" if figure.scope else ""
    return f"{f' {verb}' if verb else ''}{scope}"


def earlier(figure: Figure, revisions: Sequence[Said[Figure]]) -> str:
    """The values that a climbing toll had before, latest first: ` (earlier 16, 8)`."""
    hedge = QUALIFIERS[figure.qualifier]
    now = amount(figure).removeprefix(hedge)
    alike = (figure.measure, figure.weapon, figure.scope)
    before = unique(
        amount(one.value).removeprefix(QUALIFIERS[one.value.qualifier])
        for one in sorted(revisions, key=lambda said: (said.source.published, said.value.low))
        if (one.value.measure, one.value.weapon, one.value.scope) == alike
    )
    old = [value for value in reversed(before) if value != now]
    return f" (earlier {', '.join(old)})" if old else ""


def _rivals(figure: Attested[Figure]) -> str:
    told = unique(f"{amount(one.value)} ({voices([one])})" for one in figure.rivals)
    return f" [others say {listing(told)}]" if told else ""


def _is_sum(figure: Attested[Figure], figures: Sequence[Attested[Figure]]) -> bool:
    """Whether a count of all weapons is the sum of counts by weapon that stand beside it."""
    value = figure.value
    if value.weapon is not Weapon.ANY or value.measure is not Measure.LAUNCHED:
        return False
    parts = [
        f.value.low
        for f in figures
        if f.value.measure is value.measure and f.value.weapon is not Weapon.ANY
    ]
    return len(parts) > 1 and sum(parts) == value.low
