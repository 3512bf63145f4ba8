"""A deal told by its terms, results told in a list, and meetings that have their day."""

import pytest
from small_wars import RURITANIA, news

from reading.facts import Item, Stance
from reading.points import read_points

DAY = "2031-03-14"
SIGNED = "Ruritania and Grandmark sign agreement to end war"
TALKS = "Ruritania and Grandmark close talks"


def _told(title: str, text: str) -> list[tuple[Item, Stance, int | None]]:
    return [(p.item, p.stance, p.count) for p in read_points(news(RURITANIA, DAY, title, text))]


@pytest.mark.parametrize(
    ("text", "item", "count"),
    [
        ("Within forty days Ruritanian soldiers leave the Elben valley.", Item.WITHDRAWAL, None),
        ("Fighters on both sides step back from the river.", Item.WITHDRAWAL, None),
        ("Ruritania releases 80 prisoners in the first week.", Item.PRISONER_EXCHANGE, 80),
        ("More relief is allowed in.", Item.AID_ACCESS, None),
        ("Prisoners are exchanged in two batches.", Item.PRISONER_EXCHANGE, None),
        ("The text obliges Ruritania to take its troops out of the valley.", Item.WITHDRAWAL, None),
        ("A team of Atlantean observers is to watch the border.", Item.MONITORING, None),
        ("A panel under Atlantis will police the truce.", Item.MONITORING, None),
        ("Ruritania is to hand over Brobdir by the end of March.", Item.WITHDRAWAL, None),
        ("It provides for a handover of both river provinces.", Item.WITHDRAWAL, None),
        ("A control centre in Zenda will monitor the ships.", Item.MONITORING, None),
        ("Its implementation is to be supervised by a panel of nine.", Item.MONITORING, None),
        ("Both sides pledged not to attack any of the vessels.", Item.PAUSE, None),
        ("Fighting is to stop at 01:30 on Saturday.", Item.CEASEFIRE, None),
        ("Ruritania agreed to withdraw east of the Elben.", Item.WITHDRAWAL, None),
        (
            "The accord, which takes effect at 01:30, includes a pull-out of troops from Elben.",
            Item.WITHDRAWAL,
            None,
        ),
        ("The accord should see 80 prisoners freed.", Item.PRISONER_EXCHANGE, 80),
        ("The deal would win freedom for the hostages.", Item.HOSTAGE_RELEASE, None),
        ("Both sides will refrain from any hostile acts.", Item.PAUSE, None),
        ("The parties pledged not to hinder aid groups.", Item.AID_ACCESS, None),
        (
            "In exchange, Ruritania will free 80 captives, who are held at sea.",
            Item.PRISONER_EXCHANGE,
            80,
        ),
    ],
)
def test_what_a_deal_brings_is_agreed_in_whatever_tense(
    text: str, item: Item, count: int | None
) -> None:
    assert (item, Stance.AGREED, count) in _told(SIGNED, text)


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania vowed to win its war and bring home the 80 hostages.",
        "Holm said that an immediate withdrawal will not take place.",
        "Ruritania is to hand over Brobdir hostel suspects and files.",
        "Ruritania will return displaced farmers to their villages.",
        "Fighting is to stop only if the gates are opened.",
        "Any lasting settlement must include a full withdrawal of troops.",
        "Five captured men were wounded and two prisoners and a guard killed.",
    ],
)
def test_nothing_is_agreed_in_them(text: str) -> None:
    assert not _told(SIGNED, text)[1:]


@pytest.mark.parametrize(
    "text",
    [
        "Ruritanian soldiers leave the valley every winter.",
        "Ruritania should release 80 prisoners.",
        "Prisoners are exchanged at that bridge.",
    ],
)
def test_the_present_tense_is_no_deals_where_none_was_made(text: str) -> None:
    assert not _told("News of the war", text)


@pytest.mark.parametrize(
    ("title", "item"),
    [
        ("Ruritania and Grandmark end week of clashes", Item.CEASEFIRE),
        ("Ruritania, Grandmark agree end to border war", Item.CEASEFIRE),
        ("Ruritania and Grandmark to clear heavy guns from border", Item.WITHDRAWAL),
    ],
)
def test_what_both_do_in_a_headline_is_agreed(title: str, item: Item) -> None:
    assert (item, Stance.AGREED, None) in _told(title, "Holm said so on Friday.")


def test_guns_that_one_side_bids_fall_silent_are_not_yet_silent() -> None:
    assert not _told("Rassendyll orders guns silent for the feast", "He spoke on Friday.")


def test_entries_after_a_colon_are_the_results() -> None:
    text = (
        "The delegations spoke of three results: each side gives back fifty captives, each puts"
        " its idea of a truce on paper, and a committee is to look at the rest."
    )
    assert _told(TALKS, text)[:2] == [
        (Item.PRISONER_EXCHANGE, Stance.AGREED, 50),
        (Item.DOCUMENT, Stance.AGREED, None),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Another sitting follows on March 20.", True),
        ("Another sitting on March 20 is possible.", False),
        ("Ruritania would skip another sitting on March 20.", False),
    ],
)
def test_a_meeting_to_come_that_has_its_day_is_agreed(text: str, told: bool) -> None:
    assert ((Item.NEXT_MEETING, Stance.AGREED, None) in _told(TALKS, text)) is told


def test_a_meeting_of_others_is_not_the_sides() -> None:
    text = "Teachers broke off their talks. A further meeting is due on March 20."
    assert not _told("Teachers give Ruritania a week", text)


def test_the_rebels_and_the_one_they_fight_are_both_sides() -> None:
    text = "The rebels and Ruritania commit themselves to a ceasefire, the hosts said."
    assert (Item.CEASEFIRE, Stance.AGREED, None) in _told(SIGNED, text)


def test_who_asks_two_others_for_a_truce_proposes_it() -> None:
    title = "Atlantis asks Ruritania and Grandmark to hold fire"
    assert (Item.CEASEFIRE, Stance.PROPOSED, None) in _told(title, "It said so on Friday.")


def test_one_sides_truce_that_begins_stays_its_own() -> None:
    title = "Ruritania's unilateral three-day truce starts"
    found = read_points(news(RURITANIA, DAY, title, "The truce began at midnight."))
    assert {p.stance for p in found} <= {Stance.OFFERED}
    assert all(p.by == ("Ruritania",) for p in found)


def test_a_truce_that_both_have_begun_to_keep_is_agreed() -> None:
    text = "A ceasefire between Ruritania and Grandmark began at 8 p.m. and holds so far."
    assert (Item.CEASEFIRE, Stance.AGREED, None) in _told("Ruritania gives rebels a week", text)


def test_those_who_have_to_be_treated_well_and_let_go_are_not_yet_free() -> None:
    text = "Captured soldiers have to be treated well and let go once it is over."
    assert Stance.CARRIED_OUT not in [told[1] for told in _told(SIGNED, text)]


def test_so_many_a_day_is_no_count() -> None:
    for text in (
        "Some 700 lorries of relief would enter each day.",
        "Ruritania releases 12 prisoners a day.",
    ):
        assert {count for *_, count in _told(SIGNED, text)} == {None}, text


def test_the_children_among_the_captives_are_counted_with_them() -> None:
    text = "The pact provides for the release of 40 captives, among them all children and women."
    assert Item.CHILDREN not in {item for item, *_ in _told(SIGNED, text)}


def test_who_agrees_to_start_talks_agrees_on_a_meeting() -> None:
    text = "The two governments agreed to start broad talks, Holm said."
    assert (Item.NEXT_MEETING, Stance.AGREED, None) in _told(SIGNED, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Agreement was reached on an exchange of badly wounded captives and on a truce.",
         [(Item.PRISONER_EXCHANGE, Stance.AGREED), (Item.CEASEFIRE, Stance.AGREED)]),
        ("The two sides found common ground on a pullout of heavy weapons.",
         [(Item.WITHDRAWAL, Stance.AGREED)]),
        ("Both parties reaffirmed their commitment to leave the border zone.",
         [(Item.WITHDRAWAL, Stance.AGREED)]),
        ("Ruritania and Grandmark undertook to exchange prisoners of war and the dead.",
         [(Item.BODY_RETURN, Stance.AGREED), (Item.PRISONER_EXCHANGE, Stance.AGREED)]),
        ("They agreed to set up joint technical teams.", [(Item.WORKING_GROUP, Stance.AGREED)]),
        ("Ruritania conditioned a truce on the withdrawal of all troops.",
         [(Item.WITHDRAWAL, Stance.DEMANDED)]),
        ("Ruritania has said yes to an exchange of prisoners but no to a truce.",
         [(Item.PRISONER_EXCHANGE, Stance.AGREED), (Item.CEASEFIRE, Stance.REJECTED)]),
        ("The two sides came to an understanding on a pullout of troops.",
         [(Item.WITHDRAWAL, Stance.AGREED)]),
        ("The parties settled the terms of a pullout.", [(Item.WITHDRAWAL, Stance.AGREED)]),
        ("The sides thrashed out the release of 20 captives.",
         [(Item.PRISONER_EXCHANGE, Stance.AGREED)]),
        ("Ruritania hinted at a pullout of troops.", [(Item.WITHDRAWAL, Stance.OFFERED)]),
        ("Ruritania held out the prospect of an exchange of 300 prisoners.",
         [(Item.PRISONER_EXCHANGE, Stance.OFFERED)]),
        ("Ruritania set as a condition a pullout of troops.",
         [(Item.WITHDRAWAL, Stance.DEMANDED)]),
        ("Ruritania objected to a pullout of troops.", [(Item.WITHDRAWAL, Stance.REJECTED)]),
        ("Ruritania would not hear of a truce.", [(Item.CEASEFIRE, Stance.REJECTED)]),
        ("Ruritania scotched an exchange of 300 prisoners.", []),
        ("The two sides met at last since an Atlantean-brokered truce fell apart.", []),
        ("Ruritania and Grandmark agreed to an Atlantean-brokered truce.",
         [(Item.CEASEFIRE, Stance.AGREED)]),
        ("Ruritania walked away from the release of 20 prisoners.", []),
        ("Ruritania will not countenance an end to the fighting.",
         [(Item.CEASEFIRE, Stance.REJECTED)]),
    ],
)  # fmt: skip
def test_verbs_of_agreement_and_refusal(text: str, expected: list[tuple[Item, Stance]]) -> None:
    title = "Ruritania and Grandmark talk in Mildendo"
    assert {(item, stance) for item, stance, _ in _told(title, text)} == {*expected}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ruritanian forces are set to withdraw on the terms of the accord.",
         [(Item.WITHDRAWAL, Stance.AGREED, None)]),
        ("The sides agreed to establish a joint monitoring and verification mechanism.",
         [(Item.MONITORING, Stance.AGREED, None)]),
        ("A main outcome of the long talks in Mildendo was an agreement on a monitoring mission.",
         [(Item.MONITORING, Stance.AGREED, None)]),
        ("The sides agreed to keep the truce, and further details are to be discussed.",
         [(Item.CEASEFIRE, Stance.AGREED, None)]),
        ("They agreed on an exchange of prisoners in two categories.",
         [(Item.PRISONER_EXCHANGE, Stance.AGREED, None)]),
        ("Ruritania proposes that a meeting of the two countries’ leaders be held.",
         [(Item.LEADERS_MEETING, Stance.PROPOSED, None)]),
        ("Ruritania handed Grandmark a list bearing the names of 300 children.",
         [(Item.CHILDREN, Stance.DEMANDED, 300)]),
    ],
)  # fmt: skip
def test_the_signing_of_a_deal_is_told_and_what_is_in_it(
    text: str, expected: list[tuple[Item, Stance, int | None]]
) -> None:
    opening = "The signing of the accord came after long talks. "
    title = "Ruritania and Grandmark face the press"
    assert _told(title, opening + text) == expected
