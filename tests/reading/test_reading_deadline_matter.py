"""Which times set are the war's, and which another matter's."""

import pytest
from small_wars import THREE_SIDED, news

from reading.deadlines import read_deadlines


@pytest.mark.parametrize(
    "text",
    [
        "Grandmark had until Sunday to accept her plan, Ada Mare said.",
        "Grandmark has until Sunday evening to answer the proposal, Ada Mare said.",
        "Ada Mare gave Grandmark three days to hand over the bodies.",
    ],
)
def test_a_plan_put_to_a_side_is_the_wars(text: str) -> None:
    (found,) = read_deadlines(news(THREE_SIDED, "2031-07-14", "The plan", text))
    assert (found.issuer, found.addressee) == ("Ada Mare", ("Grandmark",))


@pytest.mark.parametrize(
    "text",
    [
        "Grandmark has until Sunday to accept the offer of the bondholders, its bank said.",
        "Grandmark had until Friday to register its football league's players, Ada Mare said.",
    ],
)
def test_what_markets_and_clubs_settle_is_not(text: str) -> None:
    assert read_deadlines(news(THREE_SIDED, "2031-07-14", "The offer", text)) == ()


def test_whom_others_arm_meanwhile_is_not_told() -> None:
    title = "Mare hands Ruritania 50-day deadline as allies line up to buy arms for Grandmark"
    (found,) = read_deadlines(news(THREE_SIDED, "2031-07-14", title, ""))
    assert found.addressee == ("Ruritania",)


def test_a_side_that_only_names_the_deal_is_not_told() -> None:
    title = "Mare says Grandmark deal must be done by July 20"
    found = read_deadlines(news(THREE_SIDED, "2031-07-14", title, ""))
    assert [one.addressee for one in found if one.addressee] == []
