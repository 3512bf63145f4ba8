"""What looks like a strike and is none: plans, threats, makers, other wars, other strikes."""

from datetime import UTC, datetime

import pytest
from made_presets import MADE

from reading.annotate import annotate
from reading.facts import Article
from reading.strikes import read_strikes

NOW = datetime(2025, 7, 21, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Freedonia plans to build 200,000 drones this year, its minister said.",
        "Ruritania's allies will supply 500 drones and 40 missiles next month.",
        "Analysts say that Freedonia could launch 2,000 drones in one night by autumn.",
        "Ruritania warned of a possible Freedonian missile attack on Strelsau.",
        "Freedonia threatened to strike Strelsau if the talks fail.",
        "The sides agreed to halt attacks on power plants for 30 days.",
        "Freedonian railway workers began a strike on Monday over pay, their union said.",
        "Lightning strikes killed two hikers in the hills of Zenda on Sunday.",
        "Sylvania launched 30 missiles at its northern neighbour overnight, killing six people.",
        "Freedonia struck a deal with Sylvania on grain on Sunday.",
        "A bridge collapsed in Zenda on Sunday, killing seven people.",
        "Freedonia condemned Sylvanian air strikes that killed 12 people on Monday.",
        "Airports in Freedonia cancelled 60 flights on Sunday because of fog.",
        "A Freedonian striker, 27, was injured in Sunday's match against Ruritania.",
    ],
)
def test_no_strike_is_read_from(text: str) -> None:
    assert read_strikes(annotate(Article("a", "", text, NOW), MADE)) == ()
