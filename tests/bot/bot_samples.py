"""Hand-made views: the third Istanbul round, the 50-day deadline and a night of strikes."""

from datetime import UTC, date, datetime
from typing import Any

from db.views import BoardView, CountdownView, DeadlineView, DigestView, RoundView
from reading.events import (
    Attested,
    Corroboration,
    DeadlineStatus,
    DeadlineStep,
    DeadlineThread,
    RoundEvent,
    Said,
    Source,
    StrikeEvent,
)
from reading.facts import (
    DeadlineOp,
    DeadlineStatement,
    Figure,
    Item,
    Measure,
    Point,
    Precision,
    Qualifier,
    RoundStatus,
    Stance,
    Weapon,
    Window,
)

PARTIES = ("Russia", "Ukraine")
WAR = "Russia–Ukraine war"


def source(outlet: str, origin: str | None = None, hour: int = 12, day: int = 24) -> Source:
    """An article of an outlet, printed in July 2025."""
    slug = outlet.lower().replace(" ", "-")
    at = datetime(2025, 7, day, hour, tzinfo=UTC)
    return Source(
        f"{slug}-1", outlet, f"{outlet} story", f"https://{slug}.test/1", at, origin or outlet
    )


HERALD = source("The Herald")
COURIER = source("Evening Courier", "Newswire", 13)
POST = source("Harbour Post", "Newswire", 14)
GAZETTE = source("Gazette", hour=15)


def said(value: Any, claimant: str | None, where: Source = HERALD, sentence: str = "") -> Said[Any]:
    """One value as one article states it."""
    return Said(value, claimant, where, (0, 10), sentence or f"{claimant} said so.")


def attested(
    value: Any,
    claimant: str | None,
    *where: Source,
    level: Corroboration = Corroboration.SINGLE,
    sentence: str = "",
) -> Attested[Any]:
    """A value with those who state it."""
    sources = where or (HERALD,)
    return Attested(value, level, tuple(said(value, claimant, s, sentence) for s in sources))


def on(day: date, end: date | None = None, precision: Precision = Precision.DAY) -> Window:
    """A window of whole days."""
    return Window(day, end or day, precision)


MEDINSKY, UMEROV = "Vladimir Medinsky", "Rustem Umerov"
THIRD_POINTS = (
    attested(
        Point(Item.PRISONER_EXCHANGE, Stance.AGREED, PARTIES, 1200, True, MEDINSKY, at_least=True),
        MEDINSKY,
        HERALD,
        COURIER,
        level=Corroboration.INDEPENDENT,
        sentence="We have agreed that at least 1,200 prisoners will be exchanged on both sides.",
    ),
    attested(Point(Item.BODY_RETURN, Stance.OFFERED, ("Russia",), 3000), MEDINSKY),
    attested(Point(Item.CEASEFIRE, Stance.OFFERED, ("Russia",), hours=(24, 48)), MEDINSKY),
    attested(
        Point(
            Item.LEADERS_MEETING,
            Stance.PROPOSED,
            ("Ukraine",),
            due=on(date(2025, 8, 21), date(2025, 8, 31), Precision.VAGUE),
        ),
        UMEROV,
        GAZETTE,
    ),
    attested(Point(Item.LEADERS_MEETING, Stance.REJECTED, ("Russia",)), MEDINSKY),
)


def third_round(**changes: Any) -> RoundEvent:
    """The round of 23 July 2025, with anything about it changed."""
    values: dict[str, Any] = {
        "conflict": "russia-ukraine",
        "status": RoundStatus.ENDED,
        "track": "russia-ukraine",
        "number": 3,
        "window": on(date(2025, 7, 23)),
        "city": "Istanbul",
        "venue": "Çırağan Palace",
        "heads": {"Russia": MEDINSKY, "Ukraine": UMEROV},
        "mediators": ("Turkey",),
        "duration_minutes": attested(40, MEDINSKY),
        "points": THIRD_POINTS,
        "corroboration": Corroboration.INDEPENDENT,
        "sources": (HERALD, COURIER, POST, GAZETTE),
        "mentions": ("m1",),
    }
    return RoundEvent(**(values | changes))


def second_round() -> RoundEvent:
    """The round of 2 June 2025."""
    points = (
        attested(Point(Item.PRISONER_EXCHANGE, Stance.AGREED, PARTIES, 1000, True), UMEROV),
        attested(
            Point(
                Item.BODY_RETURN, Stance.CARRIED_OUT, ("Russia",), 6000, done=on(date(2025, 6, 16))
            ),
            MEDINSKY,
        ),
    )
    return third_round(number=2, window=on(date(2025, 6, 2)), points=points, duration_minutes=None)


def round_view(phase: str = "ended", before: RoundEvent | None = None, **changes: Any) -> RoundView:
    """The third round's card."""
    return RoundView(12, WAR, PARTIES, third_round(**changes), phase, before)


def _step(op: DeadlineOp, day: date, window: Window | None, *where: Source) -> DeadlineStep:
    fact = DeadlineStatement(op, "Donald Trump", ("Russia",), day, window)
    level = Corroboration.INDEPENDENT if len(where) > 1 else Corroboration.SINGLE
    at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    words = tuple(said(fact, "Donald Trump", s, "I'm going to make a new deadline.") for s in where)
    return DeadlineStep(op, "Donald Trump", at, window, (), level, words)


FIRST_DUE = on(date(2025, 9, 2))
SHORTER = on(date(2025, 8, 7), date(2025, 8, 9))
EIGHTH = on(date(2025, 8, 8))
STEPS = (
    _step(DeadlineOp.ISSUE, date(2025, 7, 14), FIRST_DUE, HERALD, GAZETTE),
    _step(DeadlineOp.SHORTEN, date(2025, 7, 28), SHORTER, HERALD, COURIER),
    _step(DeadlineOp.FIX, date(2025, 7, 29), EIGHTH, HERALD),
    _step(DeadlineOp.OVERTAKE, date(2025, 8, 8), None, GAZETTE),
)


def thread(told: int = 4, /, **changes: Any) -> DeadlineThread:
    """The 50-day deadline after so many of its steps."""
    window = next(step.window for step in reversed(STEPS[:told]) if step.window)
    values: dict[str, Any] = {
        "conflict": "russia-ukraine",
        "status": DeadlineStatus.OVERTAKEN if told == len(STEPS) else DeadlineStatus.OPEN,
        "issuer": "Donald Trump",
        "addressee": ("Russia",),
        "demand": "a ceasefire deal",
        "consequence": "tariffs of about 100 percent",
        "window": window,
        "steps": STEPS[:told],
        "sources": (HERALD, GAZETTE, COURIER),
        "mentions": ("d1",),
    }
    return DeadlineThread(**(values | changes))


def deadline_view(told: int = 4, /, **changes: Any) -> DeadlineView:
    """The card of the last of so many steps."""
    return DeadlineView(3, WAR, PARTIES, thread(told, **changes), told - 1, "UTC")


def countdown_view(left: str = "7 days", **changes: Any) -> CountdownView:
    """A countdown to 8 August 2025."""
    return CountdownView(3, WAR, PARTIES, thread(3, **changes), left, "UTC")


def figure(
    measure: Measure,
    low: int,
    claimant: str | None,
    *where: Source,
    high: int | None = None,
    weapon: Weapon = Weapon.ANY,
    qualifier: Qualifier = Qualifier.EXACT,
    scope: str | None = None,
) -> Attested[Any]:
    """A number about a strike."""
    value = Figure(measure, low, high or low, weapon, qualifier, claimant, scope)
    return attested(value, claimant, *where)


LOCALS, AIR_FORCE, MINISTRY = "local authorities", "Ukrainian Air Force", "Russian Defence Ministry"


def on_kyiv(**changes: Any) -> StrikeEvent:
    """The night to 21 July 2025."""
    figures = (
        figure(Measure.KILLED, 31, LOCALS, qualifier=Qualifier.AT_LEAST),
        figure(Measure.LAUNCHED, 450, AIR_FORCE),
        figure(Measure.HIT, 23, AIR_FORCE),
        figure(Measure.HIT_LOCATIONS, 3, AIR_FORCE),
        figure(Measure.DEBRIS_LOCATIONS, 12, AIR_FORCE),
        figure(Measure.INJURED, 16, LOCALS),
    )
    earlier = tuple(
        said(
            Figure(Measure.KILLED, low, None, claimant=LOCALS, qualifier=Qualifier.AT_LEAST), LOCALS
        )
        for low in (8, 16)
    )
    values: dict[str, Any] = {
        "conflict": "russia-ukraine",
        "attacker": "Russia",
        "target": "Ukraine",
        "window": on(date(2025, 7, 20), date(2025, 7, 21)),
        "places": ("Kyiv",),
        "facilities": (),
        "figures": figures,
        "revisions": earlier,
        "disputed": False,
        "corroboration": Corroboration.SINGLE,
        "sources": (HERALD,),
        "mentions": ("s1",),
    }
    return StrikeEvent(**(values | changes))


def on_moscow() -> StrikeEvent:
    """74 drones, as Russia says."""
    down = figure(Measure.SHOT_DOWN, 74, MINISTRY, weapon=Weapon.DRONE)
    return on_kyiv(
        attacker="Ukraine",
        target="Russia",
        window=on(date(2025, 7, 22)),
        places=("Moscow region",),
        figures=(down,),
        revisions=(),
    )


def digest_view(*strikes: tuple[int, StrikeEvent]) -> DigestView:
    """The digest of 21 July 2025."""
    start, end = datetime(2025, 7, 21, 6, tzinfo=UTC), datetime(2025, 7, 22, 6, tzinfo=UTC)
    found = strikes or ((5, on_kyiv()), (6, on_moscow()))
    return DigestView(WAR, PARTIES, start, end, tuple(found), "Europe/Kyiv")


def board_view() -> BoardView:
    """The board with one of everything but a next round."""
    return BoardView(
        WAR, PARTIES, ((3, thread(3)),), (12, third_round()), None, ((5, on_kyiv()),), "UTC"
    )
