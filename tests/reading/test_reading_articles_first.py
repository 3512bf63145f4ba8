"""The news that Parley began with, told anew: all that it says in one article, and nothing else."""

from datetime import UTC, date, datetime

from reading.facts import Article, Item, Measure, Report, RoundStatus, Stance, Strike
from reading.preset import bundled_presets
from reading.reader import read

PRESETS = list(bundled_presets().values())
TITLE = "Kyiv and Moscow trade blows after third round of Istanbul talks"
TEXT = """\
With President Trump's early September deadline for a truce between Russia and Ukraine drawing \
nearer, the two sides met in Turkey on Wednesday. A Russian official had said beforehand that \
their positions were "diametrically opposed". Two earlier rounds, on May 16 and June 2, brought \
little more than prisoner swaps and the return of bodies.

Missiles and drones over Kyiv

On Sunday night Russian missiles rained on Kyiv and other cities.

Russia launched 450 drones and missiles overnight into Monday, according to Ukraine's Air Force.

Most were shot down, but 23 hit three locations and debris fell in 12 areas. Local authorities \
reported that at least two people were killed and 16 wounded.

Drones over Moscow

Russian air defences downed 13 drones heading for Moscow on Saturday, according to Russian \
officials.

On Tuesday Russia claimed to have shot down 74 Ukrainian drones, a third of them near Moscow.

The following day Ukraine reportedly blew up a gas pipeline in Khanty-Mansiysk.

On Saturday, Zelensky said that Ukraine had signed deals with allies to build "hundreds of \
thousands" more drones this year.

Forty minutes

In just 40 minutes of talks Moscow and Kyiv agreed to exchange 1,200 prisoners of war \
each, according to a Russian negotiator. Russia also offered to hand over the bodies of 3,000 \
soldiers.

The negotiator said that Russia had offered Ukraine a truce of 24 to 48 hours, but that nothing \
had been agreed.

The head of the Ukrainian delegation proposed a meeting of Zelensky, Putin, Trump and Erdogan by \
the end of August.
"""


def _first() -> Report:
    published = datetime(2025, 7, 25, 12, tzinfo=UTC)
    return read(Article("first", TITLE, TEXT, published), PRESETS)


def _counts(strike: Strike) -> dict[Measure, int]:
    return {figure.measure: figure.low for figure in strike.figures}


def test_the_third_round_and_what_came_of_it() -> None:
    (met,) = [talks for talks in _first().talks if not talks.background]
    assert (met.status, met.number, met.city) == (RoundStatus.ENDED, 3, "Istanbul")
    assert met.window is not None
    assert (met.window.start, met.duration_minutes) == (date(2025, 7, 23), 40)
    assert {(point.item, point.stance, point.count, point.per_side) for point in met.points} >= {
        (Item.PRISONER_EXCHANGE, Stance.AGREED, 1200, True),
        (Item.BODY_RETURN, Stance.OFFERED, 3000, None),
        (Item.LEADERS_MEETING, Stance.PROPOSED, None, None),
    }
    agreed = [point.item for point in met.points if point.stance is Stance.AGREED]
    assert agreed == [Item.PRISONER_EXCHANGE]


def test_each_attack_with_its_day_and_its_figures() -> None:
    told = [strike for strike in _first().strikes if not strike.background]
    days = {(s.attacker, s.window.end): _counts(s) for s in told if s.window is not None}
    assert days == {
        ("Russia", date(2025, 7, 21)): {
            Measure.LAUNCHED: 450,
            Measure.HIT: 23,
            Measure.HIT_LOCATIONS: 3,
            Measure.DEBRIS_LOCATIONS: 12,
            Measure.KILLED: 2,
            Measure.INJURED: 16,
        },
        ("Ukraine", date(2025, 7, 19)): {Measure.SHOT_DOWN: 13},
        ("Ukraine", date(2025, 7, 22)): {Measure.SHOT_DOWN: 74},
        ("Ukraine", date(2025, 7, 23)): {},
    }


def test_the_deadline_that_draws_nearer_is_known_and_not_set_anew() -> None:
    (known,) = _first().deadlines
    assert (known.issuer, known.background) == ("Donald Trump", True)
    assert known.window is not None
    assert (known.window.start, known.window.end) == (date(2025, 9, 1), date(2025, 9, 10))
