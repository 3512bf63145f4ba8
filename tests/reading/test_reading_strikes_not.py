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
        "A strike by 2,000 Ruritanian doctors entered its third day on Monday.",
        "A strike by lorry drivers in Zenda entered its third day on Monday.",
        "A strike in Zenda's bazaar has spread to Strelsau.",
        "Its quarrel with Freedonia sank it, the king of Ruritania said.",
        "There was no word from Freedonia on damage in the port.",
        "Fights between Freedonia and the Ruritanian army have killed 114 people this week.",
        "Ties between Freedonia and Ruritania hit a new low on Monday.",
        "Nurses at two hospitals in Zenda began a strike on Monday over salaries.",
        "Ruritania's guards fired five missiles and dozens of drones during a drill on Monday.",
        "A car bomb killed eight people in Strelsau, Ruritania, on Monday.",
        "Ruritanian police shot dead two men in a raid in Firefly City; 20 were arrested.",
        "Freedonia's leader said that an attack on Zenda could very well happen.",
        "A Freedonian strike on Zenda could kill 500 people, an expert warned on Monday.",
        "Ruritania hit back at Freedonia on Monday with a ban on exports.",
        "The old Ruritanian pounds with the king's head went out of use on Monday.",
        "A one-hit-wonder singer's son was detained in Zenda by Ruritanian guards on Monday.",
        "Sylvania says Freedonian strikes a 'grave violation' of Ruritanian sovereignty.",
        "Sylvania lifts its limits tied to Ruritania strikes",
        "Freedonia launches a new currency as strikes by miners hit Sylvania.",
    ],
)
def test_no_strike_is_read_from(text: str) -> None:
    assert read_strikes(annotate(Article("a", "", text, NOW), MADE)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Sylvania condemned Freedonia's strike on Zenda as barbaric.",
        "Mourners filled Strelsau for the funeral of a captain killed in a Freedonian strike.",
        "Ruritanians marked four years since a Freedonian air strike on Zenda killed 300 people.",
        "Previously, Freedonian missiles struck three cargo ships off Zenda.",
        "Sales of stoves rose in Ruritania after months of Freedonian attacks on Zenda's grid.",
        "Freedonia has struck Zenda almost daily.",
        "Freedonia's recent attack on Zenda will hurt trade, the bank said on Monday.",
        "Oil stocks surged on Monday after a Freedonian air strike on Zenda.",
        "Ruritania's king declined to comment on a reported Freedonian strike on Zenda.",
        "Power was cut in Zenda because of damage from earlier Freedonian attacks.",
        "A report came out a year after Freedonian bombers struck three sites in Zenda.",
    ],
)
def test_what_is_only_answered_or_remembered_is_background(text: str) -> None:
    found = read_strikes(annotate(Article("a", "", text, NOW), MADE))
    assert all(strike.background for strike in found), found


@pytest.mark.parametrize(
    "text",
    [
        "A depot in Zenda was in flames after a Freedonian drone attack on Monday.",
        "Freedonian aircraft struck Zenda on Monday in what marked the worst raid on the town.",
        "A Freedonian attack on Zenda hit a stadium during a match on Monday.",
        "Freedonia attacked Zenda on Monday after Ruritania tested a new drone.",
        "A Freedonian attack on Zenda on Monday hit a stone church.",
    ],
)
def test_what_an_attack_did_is_news_of_the_attack(text: str) -> None:
    (strike,) = read_strikes(annotate(Article("a", "", text, NOW), MADE))
    assert not strike.background


@pytest.mark.parametrize(
    ("text", "places", "facilities"),
    [
        ("Freedonian drones hit Zenda, killing two, the king said in Strelsau.", ["Zenda"], []),
        ("Freedonian drones killed two, the ministry in Strelsau said.", [], []),
        ("Freedonian drones hit an aid convoy for Zenda.", [], []),
        ("Freedonian drones hit Zenda; a boy is in hospital with burns.", ["Zenda"], []),
        ("Gunmen fled a church; Freedonian drones hit Zenda.", ["Zenda"], []),
        ("Freedonian drones hit a hospital in Strelsau.", ["Strelsau"], ["hospital"]),
        ("Freedonian drones hit Zenda; a church was damaged.", ["Zenda"], ["place of worship"]),
    ],
)
def test_where_it_was_told_or_meant_for_was_not_struck(
    text: str, places: list[str], facilities: list[str]
) -> None:
    (strike,) = read_strikes(annotate(Article("a", "", text, NOW), MADE))
    assert (list(strike.places), list(strike.facilities)) == (places, facilities)
