"""Points that titles tell in words of their own: captives at home, silent guns, signed papers."""

import pytest
from small_wars import RURITANIA, news

from reading.facts import Item, Stance
from reading.points import read_points

DAY = "2031-03-14"


@pytest.mark.parametrize(
    ("title", "item", "stance", "count"),
    [
        ("Ruritania, Grandmark: 84 captives apiece come home", Item.PRISONER_EXCHANGE,
         Stance.CARRIED_OUT, 84),
        ("Grandmark takes delivery of 1,212 corpses from Ruritania", Item.BODY_RETURN,
         Stance.CARRIED_OUT, 1212),
        ("All 20 living hostages back in Grandmark", Item.HOSTAGE_RELEASE, Stance.CARRIED_OUT, 20),
        ("Eight Ruritanian fishermen cross home", Item.PRISONER_EXCHANGE, Stance.CARRIED_OUT, 8),
        ("Guns fall silent along Ruritania's border with Grandmark", Item.CEASEFIRE,
         Stance.CARRIED_OUT, None),
        ("Ruritania and Grandmark stop all firing on land and air", Item.CEASEFIRE, Stance.AGREED,
         None),
        ("Ruritania, Grandmark put names to declaration of principles", Item.DOCUMENT,
         Stance.AGREED, None),
    ],
)  # fmt: skip
def test_a_title_tells_it_by_signs(
    title: str, item: Item, stance: Stance, count: int | None
) -> None:
    found = [(p.item, p.stance, p.count) for p in read_points(news(RURITANIA, DAY, title))]
    assert found == [(item, stance, count)]


@pytest.mark.parametrize(
    "title",
    [
        "84 captives could come home from Grandmark, Ruritania says",
        "84 Ruritanian soldiers killed, bodies recovered in Grandmark",
        "Two years on: Ruritania's guns quiet, Grandmark's promises half kept",
        "Ruritania and Grandmark could stop all firing",
        "Ruritania, Grandmark ink trade deal",
        "Grandmark court frees 12 protesters",
    ],
)
def test_hopes_memories_and_other_matters_are_no_points(title: str) -> None:
    assert not read_points(news(RURITANIA, DAY, title))
