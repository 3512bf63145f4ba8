"""Points in the many words that papers have for them, and what is none."""

from datetime import date

import pytest
from small_wars import HOSTAGES, RURITANIA, THREE_SIDED, news

from reading.facts import Item, Point, Stance
from reading.points import read_points
from reading.talks import read_talks

DAY = "2031-03-14"
BOTH = ("Ruritania", "Grandmark")


def _points(text: str, title: str = "Ruritania and Grandmark") -> tuple[Point, ...]:
    return read_points(news(RURITANIA, DAY, title, text))


def _told(text: str, title: str = "Ruritania and Grandmark") -> list[tuple[Item, Stance]]:
    return [(point.item, point.stance) for point in _points(text, title)]


MANY_WORDS = {
    "prisoner_exchange": [
        ("agreed", "The two sides struck a deal on an exchange of prisoners."),
        ("agreed", "The only thing the delegations could agree on was a swap of 80 prisoners."),
        ("offered", "Ruritania vowed to release 40 prisoners."),
        ("demanded", "Grandmark appealed for the release of all prisoners."),
        ("carried_out", "Ruritania set 40 Grandmarkers free."),
        ("carried_out", "Buses with 40 prisoners left for Zenda under the January truce."),
    ],
    "body_return": [
        ("agreed", "The one result of the meeting in Brobdir is a return of 80 bodies."),
        ("agreed", "An agreement has also been made to return 40 bodies, both sides said."),
        ("offered", "Ruritania is prepared to hand over 40 bodies."),
    ],
    "ceasefire": [
        ("agreed", "Ruritania and Grandmark agreed to halt military action."),
        ("agreed", "Ruritania and Grandmark announced an “immediate” agreement on a truce."),
        ("offered", "Grandmark has no objection to a truce, Rassendyll said."),
        ("offered", "Ruritania voiced its readiness to accept a truce."),
        ("proposed", "Grandmark pushed for a ceasefire."),
        ("demanded", "A ceasefire must come first, Rassendyll said."),
        ("rejected", "Ruritania ruled out any ceasefire."),
        ("rejected", "Ruritania brushed aside a Grandmarker request for an end to hostilities."),
        ("rejected", "Ruritania turned its back on an appeal for a truce."),
        ("rejected", "A ceasefire is out of the question, Ruritania said."),
        ("rejected", "Ruritania said there would be no truce with Grandmark."),
        ("rejected", "Holm tore into the Atlantean truce text."),
    ],
    "pause": [
        ("agreed", "The two sides agreed on a ban on strikes against power plants."),
        ("agreed", "Both navies agreed to stop using force at sea."),
        ("agreed", "Both sides agreed to halt missile and drone strikes on each other's ports."),
        ("agreed", "Ruritania and Grandmark struck a deal on a halt to attacks on ports."),
        ("offered", "Grandmark pledged not to shell the coast's hospitals for a month."),
        ("offered", "Ruritania gave the green light on Friday to a humanitarian truce."),
        ("proposed", "Ruritania pitched a 72-hour lull at the talks with Grandmark."),
    ],
    "working_group": [
        ("agreed", "The armies of Ruritania and Grandmark agreed to form a liaison committee."),
    ],
    "monitoring": [
        ("agreed", "Observers from Lilliput will monitor the truce, both sides agreed."),
        ("agreed", "Both sides put pen to paper on the deployment of observers."),
        (
            "agreed",
            "Both sides agreed on a monitoring mechanism to ensure the truce is implemented.",
        ),
    ],
    "document": [
        ("agreed", "Ruritania and Grandmark initialled a framework for peace."),
    ],
    "next_meeting": [
        ("agreed", "It was agreed that the committee would reconvene on May 7."),
        ("agreed", "Both sides agreed to hold a follow-up discussion."),
        ("agreed", "The delegations agreed to return to Brobdir and to hold another round in May."),
        ("agreed", "The two sides ended their talks, but a new session is planned for next week."),
        ("agreed", "Both sides agreed to swap maps, and to convene again in May."),
        ("agreed", "Ruritania and Grandmark agreed to return to the negotiating table."),
        ("proposed", "Holm proposed that the next meeting be held in June."),
        ("rejected", "Ruritania saw no point in another round of talks."),
    ],
    "leaders_meeting": [
        ("proposed", "Grandmark put forward a meeting of the two presidents."),
        ("proposed", "Greta Holm proposed that the presidents meet in May."),
    ],
    "withdrawal": [
        ("agreed", "Both armies will pull troops back from the border, the ministers decided."),
        ("agreed", "Ruritania agreed to hand back the two districts."),
        ("offered", "Ruritania undertook to move its heavy guns 20 km back from the river."),
        ("demanded", "Ruritania insists on a withdrawal from the coast."),
        ("demanded", "Grandmark must leave the city of Mildendo first, Rassendyll said."),
        ("demanded", "Ruritania wants any accord to guarantee a withdrawal of Grandmark's army."),
        ("demanded", "Grandmark will accept a truce only once Ruritania withdraws its army."),
        ("demanded", "Ruritania again insisted that Grandmark give up the whole of the coast."),
        ("demanded", "Grandmark made the exit of Ruritanian troops a precondition for talks."),
        ("demanded", "A full withdrawal is non-negotiable, Grandmark said."),
        ("demanded", "Grandmark is holding out for a withdrawal of all troops."),
        ("demanded", "According to the text, Grandmark would have to pull troops out of a valley."),
        ("rejected", "Ruritania will never withdraw from the coast, Rassendyll said."),
        ("carried_out", "Ruritanian troops began withdrawing from Mildendo under the accord."),
    ],
    "security_guarantees": [
        ("offered", "Atlantis is offering guarantees modelled on its own treaty."),
    ],
    "aid_access": [
        ("agreed", "Both sides undertook to let humanitarian aid in."),
        ("agreed", "Grandmark agreed to let 90 lorries of medicines a day into the coast."),
        ("agreed", "Ruritania has okayed the entry of relief lorries."),
    ],
}


@pytest.mark.parametrize(
    ("item", "stance", "text"),
    [(item, *row) for item, rows in MANY_WORDS.items() for row in rows],
)
def test_stances_have_many_words(item: str, stance: str, text: str) -> None:
    assert (Item(item), Stance(stance)) in _told(text)


@pytest.mark.parametrize(
    ("text", "item", "count"),
    [
        ("Ruritania let 40 Grandmarker soldiers go home on Friday after 155 days in captivity.",
         Item.PRISONER_EXCHANGE, 40),
        ("Grandmark received 185 defenders on Friday.", Item.PRISONER_EXCHANGE, 185),
        ("A total of 146 Grandmarker soldiers returned home on Friday in the latest swap.",
         Item.PRISONER_EXCHANGE, 146),
        ("Ruritania sent back 15 dead Grandmarkers on Friday.", Item.BODY_RETURN, 15),
        ("Ruritania returned the remains of 12 of the 28 fallen on Friday.",
         Item.BODY_RETURN, 12),
        ("Ruritania has handed over eight of the 28 bodies.", Item.BODY_RETURN, 8),
        ("Ruritania received the remains of 30 men in return, Grandmark's prisoner office said.",
         Item.BODY_RETURN, 30),
        ("Both sides have released 390 prisoners each.", Item.PRISONER_EXCHANGE, 390),
        ("Eighteen Grandmarker soldiers were handed over on Friday.",
         Item.PRISONER_EXCHANGE, 18),
    ],
)  # fmt: skip
def test_what_was_done_keeps_its_own_number(text: str, item: Item, count: int) -> None:
    assert [(p.item, p.stance, p.count) for p in _points(text)] == [
        (item, Stance.CARRIED_OUT, count)
    ]


def test_two_numbers_with_one_verb_are_two_points() -> None:
    found = _points("Grandmark received 185 defenders and 20 civilians on Friday.")
    assert [(p.item, p.count) for p in found] == [
        (Item.PRISONER_EXCHANGE, 185),
        (Item.CIVILIAN_RETURN, 20),
    ]


def test_what_came_in_return_is_of_the_same_kind() -> None:
    found = _points("Ruritania gave Grandmark the bodies of 1,000 soldiers and received 19.")
    assert [(p.item, p.count) for p in found] == [(Item.BODY_RETURN, 1000), (Item.BODY_RETURN, 19)]


def test_nothing_was_done_after_it_was_told() -> None:
    (point,) = _points("Ruritania freed 40 prisoners; more would follow in the coming days.")
    assert (point.stance, point.done) == (Stance.CARRIED_OUT, None)
    (point,) = _points("Ruritania freed 40 prisoners this week.")
    assert point.done is not None
    assert point.done.end == date.fromisoformat(DAY)


@pytest.mark.parametrize(
    "whom", ["the last hostage's body", "a hostage’s remains", "two hostages' bodies"]
)
def test_a_hostage_whose_body_is_returned_has_not_been_freed(whom: str) -> None:
    found = read_points(news(HOSTAGES, DAY, "Truce holds", f"Hamas returned {whom} on Friday."))
    assert [(p.item, p.stance) for p in found] == [(Item.BODY_RETURN, Stance.CARRIED_OUT)]


def test_the_freed_were_not_let_go_since_the_day_of_their_capture() -> None:
    (point,) = _points("", "Ruritania frees 18 Grandmarker prisoners held since January")
    assert (point.stance, point.done) == (Stance.CARRIED_OUT, None)


@pytest.mark.parametrize("who", ["World leaders", "Mediators", "The guarantors formally"])
def test_those_who_stand_by_sign_for_nobody(who: str) -> None:
    assert _told(f"{who} signed a ceasefire document.") == []
    assert _told("The two sides signed a ceasefire document.") != []


@pytest.mark.parametrize(
    "whom",
    ["18 Grandmarker prisoners", "18 Grandmarkers", "nearly 18 Grandmarkers"],
)
def test_a_headlines_present_tense_is_the_past(whom: str) -> None:
    (point,) = _points("", f"Ruritania frees {whom}")
    assert (point.stance, point.count) == (Stance.CARRIED_OUT, 18)


def test_a_headlines_bare_verb_has_two_subjects() -> None:
    (point,) = _points("", "Army, Grandmark sign truce")
    assert (point.item, point.stance, point.by) == (Item.CEASEFIRE, Stance.AGREED, BOTH)


@pytest.mark.parametrize(
    ("frame", "stance"),
    [
        ("Under the deal,", Stance.AGREED),
        ("Under the proposal,", Stance.PROPOSED),
        ("Under the proposed deal,", Stance.PROPOSED),
    ],
)
def test_what_holds_under_a_text_stands_as_the_text_does(frame: str, stance: Stance) -> None:
    title = "Ruritania and Grandmark agree to a truce"
    found = _told(f"{frame} 40 prisoners will be released by each side.", title)
    assert (Item.PRISONER_EXCHANGE, stance) in found


@pytest.mark.parametrize(
    ("sentence", "stance"),
    [
        ("The agreement provides for the withdrawal of all troops.", Stance.AGREED),
        ("The plan calls for the withdrawal of all troops.", Stance.PROPOSED),
        ("A possible deal would include the withdrawal of all troops.", None),
    ],
)
def test_what_a_text_provides_for(sentence: str, stance: Stance | None) -> None:
    found = _told(sentence, "Ruritania and Grandmark sign a peace agreement")
    assert [s for item, s in found if item is Item.WITHDRAWAL] == ([stance] if stance else [])


def test_a_list_under_one_verb_shares_it() -> None:
    found = _told(
        "Grandmark is demanding a permanent ceasefire, a full withdrawal from the coast and the"
        " flow of aid."
    )
    assert set(found) == {
        (Item.CEASEFIRE, Stance.DEMANDED),
        (Item.WITHDRAWAL, Stance.DEMANDED),
        (Item.AID_ACCESS, Stance.DEMANDED),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Ruritania and Atlantis agreed to a one-year truce in their trade war.",
        "Ruritania and Grandmark exchanged lists of nuclear sites and prisoners.",
        "The freed prisoners met Greta Holm.",
        "Three years ago this week Ruritania and Grandmark exchanged almost 300 prisoners.",
        "The prisoners were released in January as agreed in an earlier truce.",
        "The two sides hope to sign a peace agreement.",
        "Negotiations on a full peace accord are to begin in May.",
        "Ruritania accused Grandmark of pulling out of the talks.",
        "Mare spoke of pushing Ruritania into accepting a truce.",
        "Talks between Ruritania and Grandmark conclude without agreement.",
        "In a year Ruritania and Grandmark reached one truce, at the end of November 2029.",
        "Holm said Ruritania had broken its pledge to uphold the ceasefire.",
        "Holm confirmed that Grandmark adhered to the ceasefire that Ruritania broke.",
        "Grandmark is ready to hold talks with Ruritania over an exchange of prisoners.",
        "We are ready to hold negotiations with Ruritania for a swap of prisoners, Holm said.",
        "In October, Ruritania and Grandmark achieved the largest prisoner swap of the war.",
        "In October, Ruritania and Grandmark released more than 1,000 prisoners.",
        "The sides committed to release all conflict-related prisoners and captives back in 2028.",
    ],
)
def test_what_only_sounds_like_a_point_is_none(text: str) -> None:
    assert _told(text) == []


def test_a_condition_is_a_demand_and_no_refusal() -> None:
    found = _told("Ruritania rejected any truce unless Grandmark leaves the coastal cities.")
    assert (Item.CEASEFIRE, Stance.REJECTED) in found
    assert (Item.WITHDRAWAL, Stance.REJECTED) not in found


def test_they_after_one_party_are_that_party() -> None:
    (point,) = _points("Grandmark said on Friday they had agreed to a ceasefire.")
    assert (point.stance, point.by) == (Stance.OFFERED, ("Grandmark",))


def test_a_truce_that_a_stranger_announces_without_the_sides_is_nobodys() -> None:
    assert _told("Ada Mare had announced a full ceasefire.") == []


def test_what_was_settled_long_ago_is_not_news() -> None:
    _, outside = read_talks(
        news(
            RURITANIA,
            DAY,
            "Shelling on the coast",
            "Shells fell on the coast on Friday. Ruritania and Grandmark agreed in January to a"
            " truce, and Ruritania released 40 prisoners on January 20.",
        )
    )
    assert outside == ()


def test_captives_among_hostages_are_hostages() -> None:
    (point,) = read_points(
        news(HOSTAGES, "2025-10-13", "Hostages", "Hamas freed 20 living captives on Monday.")
    )
    assert (point.item, point.count) == (Item.HOSTAGE_RELEASE, 20)


def test_an_agreement_with_a_third_party_is_of_those_who_made_it() -> None:
    found = read_points(
        news(
            THREE_SIDED, DAY, "Accord", "Ruritania and Atlantis signed a peace agreement on Friday."
        )
    )
    assert [point.by for point in found] == [("Ruritania", "Atlantis")]


def test_what_is_given_in_return_stands_as_firmly_and_is_the_other_sides() -> None:
    found = _points("Ruritania freed 3 hostages on Friday in exchange for 183 prisoners.")
    assert [(p.item, p.stance, p.by, p.count) for p in found] == [
        (Item.HOSTAGE_RELEASE, Stance.CARRIED_OUT, ("Ruritania",), 3),
        (Item.PRISONER_EXCHANGE, Stance.CARRIED_OUT, ("Grandmark",), 183),
    ]


@pytest.mark.parametrize(
    ("text", "per_side"),
    [
        ("Both sides agreed on the exchange of 314 prisoners, 157 from each side.", False),
        ("Both sides agreed on the exchange of 157 prisoners from each side.", True),
    ],
)
def test_each_belongs_to_the_number_before_it(text: str, per_side: bool) -> None:
    (point,) = _points(text)
    assert point.per_side is per_side


def test_who_acts_in_a_clause_of_his_own_acts_alone() -> None:
    found = _points("Ruritania freed 40 prisoners after Grandmark handed over 4 bodies.")
    assert {p.item: p.by for p in found}[Item.BODY_RETURN] == ("Grandmark",)


def test_both_sides_officials_who_speak_are_not_those_who_go_home() -> None:
    (point,) = _points(
        "Ruritania and Grandmark agreed to exchange 290 detainees, officials from both sides said."
    )
    assert (point.count, point.per_side) == (290, None)


def test_a_call_on_a_day_asks_for_nothing() -> None:
    assert not _points("They spoke in a call on Friday about a summit of the two presidents.")


def test_a_staged_withdrawal_has_not_been_staged() -> None:
    told = _told("The plan that Atlantis put forward calls for a staged Ruritanian withdrawal.")
    assert (Item.WITHDRAWAL, Stance.CARRIED_OUT) not in told


def test_so_many_dead_are_no_prisoners() -> None:
    found = _points(
        "The bodies of 60 soldiers and a group of prisoners were exchanged by Ruritania"
        " and Grandmark."
    )
    assert {p.count for p in found if p.item is Item.PRISONER_EXCHANGE} <= {None}


def test_a_list_drawn_up_for_a_meeting_is_no_meeting() -> None:
    assert not _told("Officers of both sides drew up a list of issues for the next meeting.")
