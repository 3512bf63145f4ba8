"""What a story mentions in passing is no fact of its news: sums of a war, envoys' masters."""

from datetime import UTC, datetime

import pytest
from made_presets import MADE
from small_wars import RURITANIA, news

from reading.annotate import annotate
from reading.facts import Article, Measure, Strike
from reading.strikes import read_strikes
from reading.talks import read_talks

MONDAY = datetime(2025, 7, 21, 12, tzinfo=UTC)


def _strikes(title: str, *paragraphs: str) -> tuple[Strike, ...]:
    text = "\n\n".join(paragraphs)
    return read_strikes(annotate(Article("a", title, text, MONDAY), MADE))


def _counts(strikes: tuple[Strike, ...]) -> list[tuple[Measure, int]]:
    return [(figure.measure, figure.low) for strike in strikes for figure in strike.figures]


@pytest.mark.parametrize("deed", ["harbouring", "arming", "openly sheltering"])
def test_who_is_accused_of_helping_those_who_strike_has_not_struck(deed: str) -> None:
    told = _strikes(
        "Freedonia and Ruritania sign a truce",
        f"Ruritania accuses Freedonia of {deed} militants who stage attacks over the border.",
    )
    assert not any(strike.attacker == "Freedonia" for strike in told)


@pytest.mark.parametrize(
    "toll",
    [
        "The war has killed 205 people and injured at least 5,287, the health ministry said.",
        "In all 210 people have been killed at home since 13 June. In Freedonia 28 were killed.",
    ],
)
def test_a_war_s_dead_and_what_goes_on_with_them_are_no_strike_s(toll: str) -> None:
    told = _strikes(
        "Freedonian missiles hit Zenda",
        "Freedonian missiles killed four people in Zenda on Sunday night.",
        toll,
    )
    assert _counts(told) == [(Measure.KILLED, 4)]


def test_nuclear_sites_are_no_power_plants() -> None:
    (strike,) = _strikes("Freedonia bombs Zenda", "Freedonia struck nuclear sites near Zenda.")
    assert strike.facilities == ("nuclear site",)


def test_the_master_of_an_envoy_leads_no_delegation() -> None:
    talks, _ = read_talks(
        news(
            RURITANIA,
            "2031-03-14",
            "Ruritania and Grandmark sign in Zenda",
            "Ruritania and Grandmark held talks in Zenda on Friday. The paper was signed by Otto"
            " Brand, the high representative of Chancellor Greta Holm, and by Rudolf Rassendyll,"
            " who led the Ruritanian delegation.",
        )
    )
    assert talks[0].heads == {"Grandmark": "Otto Brand", "Ruritania": "Rudolf Rassendyll"}
