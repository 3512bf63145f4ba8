"""Whose word a point is, whom a rate counts, and where and when a meeting was."""

import pytest
from small_wars import HOSTAGES, RURITANIA, THREE_SIDED, news

from reading.facts import Item, Point, RoundStatus, Stance, Talks
from reading.points import read_points
from reading.preset import Place
from reading.talks import read_talks

DAY = "2031-03-14"


def _points(text: str, title: str = "Ruritania and Grandmark") -> tuple[Point, ...]:
    return read_points(news(RURITANIA, DAY, title, text))


def _talks(title: str, text: str) -> tuple[Talks, ...]:
    return read_talks(news(RURITANIA, DAY, title, text))[0]


def test_an_aside_between_commas_does_not_part_a_verb_from_its_subject() -> None:
    text = "Atlantis, which hosted the meeting, is ready to monitor the ceasefire, Small said."
    assert {point.by for point in _points(text)} == {("Atlantis",)}


def test_whoever_is_told_that_another_will_not_come_has_refused_nothing() -> None:
    (point,) = _points(
        "Ruritania told Atlantis and Lilliput that it won't take part in another round of talks"
        " with Grandmark."
    )
    assert (point.stance, point.by) == (Stance.REJECTED, ("Ruritania",))


def test_a_paper_that_is_signed_binds_them_to_what_it_holds() -> None:
    found = _points(
        "Ruritania and Grandmark signed a declaration to end the fighting that commits them to a"
        " permanent ceasefire and a final agreement to be signed in one month."
    )
    assert (Item.CEASEFIRE, Stance.AGREED) in {(point.item, point.stance) for point in found}


def test_the_land_of_the_town_they_met_in_asks_for_nothing() -> None:
    (point,) = (
        point
        for point in _points(
            "The commanders, who have been meeting in the Lilliputian capital Mildendo, signed an"
            " agreement demanding that they withdraw from the front."
        )
        if point.item is Item.WITHDRAWAL
    )
    assert "Lilliput" not in point.by


def test_the_warring_factions_of_a_land_are_not_its_government() -> None:
    (point,) = _points("Ruritania's warring factions rejected a ceasefire, envoys said.")
    assert (point.stance, point.by) == (Stance.REJECTED, ())


def test_what_is_to_be_negotiated_is_not_agreed() -> None:
    text = "Negotiations will begin on the return of prisoners, a statement said."
    found = _points(text, "Ruritania and Grandmark sign truce")
    assert [p.item for p in found] == [Item.CEASEFIRE]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Ruritania released 84 prisoners on Friday.", ("Ruritania",)),
        ("Ruritania released 84 prisoners and got 80 back on Friday.", ("Ruritania", "Grandmark")),
        ("Ruritania and Grandmark released 84 prisoners each.", ("Ruritania", "Grandmark")),
    ],
)
def test_a_release_is_of_those_who_let_go(text: str, by: tuple[str, ...]) -> None:
    assert _points(text, "Prisoners go home")[0].by == by


def test_so_many_a_side_are_each_sides() -> None:
    (swap,) = _points("Ruritania and Grandmark swapped 300 prisoners a side.", "Prisoners go home")
    assert (swap.count, swap.per_side) == (300, True)


def test_what_all_parties_agreed_is_not_only_of_the_one_who_says_so() -> None:
    (truce,) = _points("All parties agreed to a ceasefire, the ministry of Ruritania said.", "News")
    assert (truce.stance, truce.by) == (Stance.AGREED, ("Ruritania", "Grandmark"))


def test_a_deadline_that_is_ignored_is_no_offer_to_keep_it() -> None:
    found = _points("They stayed on Friday.", "Grandmark ignores deadline to leave border towns")
    assert [p for p in found if p.stance is Stance.OFFERED] == []


def test_whose_people_are_freed_does_not_act() -> None:
    title = "Israel and Hamas sign ceasefire deal"
    text = "Israel will free nine Egyptian detainees and withdraw its forces from the coast."
    found = read_points(news(HOSTAGES, DAY, title, text))
    assert {p.by for p in found if p.item is Item.WITHDRAWAL} == {("Israel",)}


def test_so_many_for_each_hostage_is_no_count() -> None:
    title = "Israel and Hamas sign ceasefire deal"
    text = "Israel will free 40 Egyptian prisoners for every woman hostage."
    found = read_points(news(HOSTAGES, DAY, title, text))
    assert {p.count for p in found if p.item is Item.PRISONER_EXCHANGE} == {None}


def test_who_rejects_calls_and_insists_is_one_and_the_same() -> None:
    text = "Ruritania rejected calls for an amnesty and insists on a full withdrawal."
    found = [p for p in _points(text) if p.item is Item.WITHDRAWAL]
    assert [(p.stance, p.by) for p in found] == [(Stance.DEMANDED, ("Ruritania",))]


def test_what_a_side_will_do_is_outside_the_phrase_of_the_deal() -> None:
    title = "Israel and Hamas sign ceasefire deal"
    text = "Under the deal, a long one, Hamas will free 21 hostages, including all the women."
    found = read_points(news(HOSTAGES, DAY, title, text))
    assert {p.count for p in found if p.item is Item.HOSTAGE_RELEASE} == {21}


def test_the_hour_from_which_a_truce_holds_is_not_the_meetings() -> None:
    found = _talks(
        "Ruritania, Grandmark agree truce after Brobdir talks",
        "Ruritania and Grandmark agreed to a ceasefire from noon on Saturday to bury the dead, "
        "Tom Small said after nine hours of talks in Brobdir.",
    )
    assert [(t.city, t.duration_minutes) for t in found] == [("Brobdir", 540)]


def test_a_seat_of_power_tells_the_city_where_none_is_named() -> None:
    found = _talks(
        "Rassendyll receives Holm for talks",
        "Rassendyll of Ruritania and Greta Holm of Grandmark held talks in the Kremlin on Friday.",
    )
    assert [t.city for t in found] == ["Moscow"]


def test_who_only_speaks_at_a_seat_of_power_meets_nobody_there() -> None:
    found = _talks(
        "Ruritania and Grandmark hold talks",
        "Ruritania and Grandmark held peace talks on Friday, an official at the White House said.",
    )
    assert [t.city for t in found] == [None]


def test_what_the_sides_are_apart_on_is_not_agreed() -> None:
    title = "Ruritania, Grandmark agree prisoner exchange, far apart on truce"
    found = {p.item for p in _points("", title) if p.stance is Stance.AGREED}
    assert found == {Item.PRISONER_EXCHANGE}


def test_envoys_sent_to_a_truce_panel_agree_on_nothing() -> None:
    assert _points("", "Ruritania, Grandmark send judges to ceasefire panel") == ()


@pytest.mark.parametrize(
    ("relative", "stance"),
    [
        ("on which all else hangs", None),
        ("which Grandmark insists on", Stance.DEMANDED),
        ("which Grandmark has repeatedly ruled out", Stance.REJECTED),
        ("which Grandmark rejected when a pause was offered", None),
    ],
)
def test_a_side_wants_or_refuses_what_the_relative_clause_tells_of(
    relative: str, stance: Stance | None
) -> None:
    found = _points(f"There was no word on an unconditional ceasefire, {relative}.")
    assert {(p.stance, p.by) for p in found if p.item is Item.CEASEFIRE} == (
        {(stance, ("Grandmark",))} if stance else set()
    )


def test_the_hours_left_to_free_hostages_are_of_the_deal() -> None:
    title = "Israel and Hamas sign ceasefire deal"
    text = "Hamas now has 48 hours to release the 17 hostages."
    found = [p for p in read_points(news(HOSTAGES, DAY, title, text)) if p.count == 17]
    assert [(p.item, p.stance) for p in found] == [(Item.HOSTAGE_RELEASE, Stance.AGREED)]


def test_a_meeting_before_a_day_between_leaders_is_theirs() -> None:
    text = "Grandmark proposed a meeting before the end of April between Rassendyll and Holm."
    assert [p.item for p in _points(text)] == [Item.LEADERS_MEETING]


def test_who_will_resume_talks_has_held_this_round() -> None:
    told = _talks(
        "Ruritania, Grandmark end Brobdir talks",
        "Ruritania and Grandmark made headway in their fifth round of talks on Thursday and will "
        "resume negotiations soon, Tom Small said.",
    )
    assert [(t.status, t.number) for t in told] == [(RoundStatus.ENDED, 5)]


def test_a_deal_that_a_mediator_seeks_is_no_meeting() -> None:
    told = read_talks(
        news(
            HOSTAGES,
            DAY,
            "Egypt seeks deal to free hostages",
            "Egyptian mediators on Friday sought to negotiate a deal between Israel and Hamas.",
        )
    )
    assert told[0] == ()


def test_a_plan_named_by_two_mediators_is_not_their_truce() -> None:
    title = "Grandmark accepts Atlantean-Lilliputian ceasefire proposal"
    assert {point.by for point in _points("", title)} == {("Grandmark",)}


def test_what_a_deal_ensures_is_agreed() -> None:
    title = "Israel and Hamas sign ceasefire deal"
    text = "The deal ensured the entry of humanitarian aid, Qatar said."
    found = read_points(news(HOSTAGES, DAY, title, text))
    assert [p.stance for p in found if p.item is Item.AID_ACCESS] == [Stance.AGREED]


def test_a_truce_that_the_headline_excepts_is_not_offered() -> None:
    title = "Ruritania agrees to halt energy strikes, not full ceasefire"
    assert Item.CEASEFIRE not in {point.item for point in _points("", title)}


def test_who_hands_over_so_many_hands_over_no_more() -> None:
    text = "They will swap 90 prisoners each, and Ruritania will hand over 23 wounded soldiers."
    title = "Ruritania and Grandmark agree on prisoner exchange"
    found = [p for p in _points(text, title) if p.count == 23]
    assert [p.at_least for p in found] == [False]


def test_the_words_of_one_at_his_own_mens_meeting_seat_no_enemy() -> None:
    told = _talks(
        "Elphberg declares holiday truce",
        "Michael Elphberg of Ruritania announced a truce on Friday.\n\n"
        '"We assume that the Grandmarker side will follow," he told the chief of staff, Vincent '
        "Gold, at a meeting in the Kremlin.",
    )
    assert told == ()


def test_a_round_of_two_sides_talks_is_theirs_whoever_strikes() -> None:
    told = _talks(
        "Sixth round of Ruritania-Grandmark talks cancelled after Atlantean strikes",
        "A sixth round of talks between Ruritania and Grandmark that was to be held in Brobdir "
        "on Sunday will not take place, Tom Small said on Friday.",
    )
    assert [(t.track, t.number) for t in told] == [("ruritania-grandmark", 6)]


@pytest.mark.parametrize(
    "sequel",
    [
        "Another meeting was set for March 20.",
        "An Atlantean official said a fourth round was planned for March 20.",
        "A follow-up meeting will be held on March 20, Tom Small said.",
    ],
)
def test_a_meeting_that_follows_is_of_those_who_met(sequel: str) -> None:
    told = _talks(
        "Atlantis, Ruritania, Grandmark wrap up talks in Brobdir",
        "Envoys of Atlantis, Ruritania and Grandmark ended talks in Brobdir on Friday.\n\n"
        + sequel,
    )
    assert [(t.status, t.track, t.window.start.day if t.window else 0) for t in told] == [
        (RoundStatus.ENDED, "three-way", 14),
        (RoundStatus.ANNOUNCED, "three-way", 20),
    ]


def test_a_truce_between_two_is_of_those_two() -> None:
    text = "A ceasefire between Ruritania and Grandmark took effect at dawn on Friday."
    found = read_points(news(THREE_SIDED, DAY, "Truce takes effect", text))
    assert {frozenset(p.by) for p in found} == {frozenset({"Ruritania", "Grandmark"})}


def test_the_length_of_a_round_is_not_its_number() -> None:
    told = _talks(
        "Ruritania and Grandmark end talks",
        "Ruritania and Grandmark ended a second two-day round of talks in Brobdir on Friday.",
    )
    assert [t.number for t in told] == [2]


def test_initials_of_a_land_do_not_part_two_who_meet() -> None:
    told = _talks(
        "Ruritania and Grandmark hold talks",
        "Foreign Minister Michael Elphberg of Ruritania and G.M. envoy Otto Brand held indirect "
        "talks in Brobdir on Friday.",
    )
    assert [dict(t.heads) for t in told] == [
        {"Ruritania": "Michael Elphberg", "Grandmark": "Otto Brand"}
    ]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Zenda's list included tolls and a withdrawal of troops from the hills.", "Ruritania"),
        ("Grandmark's demands include a withdrawal from the hills.", "Grandmark"),
        ("The list included troops to be let go, and a withdrawal from the hills.", None),
    ],
)
def test_what_stands_on_a_sides_list_that_side_demands(text: str, by: str | None) -> None:
    found = [p for p in _points(text) if p.item is Item.WITHDRAWAL]
    assert [(p.stance, p.by) for p in found] == ([(Stance.DEMANDED, (by,))] if by else [])


def test_whom_a_paper_obliges_has_to_do_it_alone() -> None:
    title = "Ruritania and Grandmark sign agreement to end war"
    for text in (
        "The accord gives Ruritanian troops 40 days to leave the border towns.",
        "The text commits Ruritania to taking its troops out of the valley.",
        "Ruritanian troops must withdraw from the valley in the first week.",
    ):
        found = [p for p in _points(text, title) if p.item is Item.WITHDRAWAL]
        assert [(p.stance, p.by) for p in found] == [(Stance.AGREED, ("Ruritania",))], text


def test_a_verb_after_but_has_the_subject_before_it_whoever_tells() -> None:
    text = (
        "Ruritania's army and weary Grandmark signed a protocol on relief, but did not"
        " agree to a ceasefire, Atlantean officials said."
    )
    found = [p for p in _points(text) if p.item is Item.CEASEFIRE]
    assert [(p.stance, p.by) for p in found] == [(Stance.REJECTED, ("Ruritania", "Grandmark"))]


def test_what_a_paper_provides_for_holds_no_paper_of_its_own() -> None:
    text = "The pact provides for a ceasefire along the river and guarantees safe access."
    title = "Ruritania and Grandmark sign pact"
    assert (Item.CEASEFIRE, Stance.AGREED) in {(p.item, p.stance) for p in _points(text, title)}


def test_with_whom_there_is_to_be_a_truce_does_not_sit_at_the_table() -> None:
    found = _talks(
        "Grandmark ready for truce, says Atlantis after Brobdir talks",
        "Grandmark on Friday endorsed an Atlantean proposal for a ceasefire with Ruritania after "
        "eight hours of talks in Brobdir, and Atlantis said it would send grain.",
    )
    assert [t.track for t in found] == ["atlantis-grandmark"]


def test_a_meeting_by_which_another_is_followed_has_its_own_day() -> None:
    found = _talks(
        "Ruritania and Grandmark agree truce",
        "Ruritania and Grandmark agreed on Friday to a truce.\n\nGenerals of both sides would meet "
        "on Saturday, to be followed by a meeting of the ministers on March 21.",
    )
    ahead = [t.window.start.day for t in found if t.window and t.status is RoundStatus.ANNOUNCED]
    assert ahead == [15, 21]


def test_where_somebody_speaks_of_a_meeting_to_come_it_is_not_held() -> None:
    found = _talks(
        "Ruritania and Grandmark to resume talks",
        "Ruritania and Grandmark will hold talks on Monday, Tom Small told reporters in Brobdir.",
    )
    assert [t.city for t in found] == [None]


def test_the_delegations_of_one_and_of_the_other_sit_at_one_table() -> None:
    (talks,) = _talks(
        "Ruritania-Grandmark talks resume in Brobdir",
        "Delegations of Ruritania and of the Grandmark rebels sat down in Brobdir on Friday for a"
        " third round, with Lilliputian officials, after agreeing last week to keep up a truce.",
    )
    assert talks.number == 3


def test_who_announces_a_deal_on_captives_has_none_to_offer() -> None:
    (point,) = _points("Lilliput announces prisoner deal between Ruritania and Grandmark.")
    assert (point.stance, point.by) == (Stance.AGREED, ("Ruritania", "Grandmark"))


def test_what_is_asked_in_return_is_not_offered_by_the_same() -> None:
    found = _points("Ruritania offered a pause of two weeks against the release of 40 captives.")
    assert {p.item: p.stance for p in found}[Item.PRISONER_EXCHANGE] is Stance.PROPOSED


def test_who_confirms_that_the_dead_were_brought_home_has_not_given_them() -> None:
    found = _points("Three bodies were brought back on Friday, Ruritania's army spokesman said.")
    assert all(p.by != ("Ruritania",) for p in found)


def test_a_deal_struck_after_days_of_talks_tells_the_talks() -> None:
    text = "The deal was struck on Friday after six days of talks in Brobdir between the two sides."
    (talks,) = _talks("Ruritania and Grandmark agree truce", text)
    assert (talks.status, talks.city) == (RoundStatus.ENDED, "Brobdir")


def test_a_truce_is_his_who_declares_it_whomever_he_threatens_then() -> None:
    text = "The truce began at 3am in three districts, Tom Small said."
    found = _points(text, "Ruritania declares truce in Tarlen, tells Grandmark's men to leave")
    assert {(p.stance, p.by) for p in found if p.item is Item.PAUSE} == {
        (Stance.OFFERED, ("Ruritania",))
    }
    assert Item.CEASEFIRE not in {p.item for p in found}


def test_where_a_shell_fell_nobody_meets() -> None:
    where = (*RURITANIA.places, Place(name="Marl", party="Grandmark"))
    war = RURITANIA.model_copy(update={"places": where})
    title = "School hit in Marl as Elphberg-Holm talks are shelved"
    ((one,), *_) = read_talks(news(war, DAY, title, "It burned."))
    assert one.city is None


def test_a_truce_told_by_an_outsider_is_not_his_offer() -> None:
    title = "Ruritania and Grandmark agree truce after talks in Brobdir"
    text = "The truce will take effect at 4am on March 16, Ada Mare said."
    found = {(p.stance, p.by) for p in _points(text, title) if p.item is Item.CEASEFIRE}
    assert found == {(Stance.AGREED, ("Ruritania", "Grandmark"))}


def test_a_truce_that_starts_tomorrow_has_not_begun() -> None:
    title = "Ruritania and Grandmark agree to truce after 11 days"
    found = _points("The Atlantis-brokered truce starts at 2am on March 16.", title)
    assert {p.stance for p in found} == {Stance.AGREED}
    found = _points("The Atlantis-brokered truce starts on Friday.", title)  # of today
    assert Stance.CARRIED_OUT in {p.stance for p in found}


def test_what_ends_beside_a_halt_is_not_what_is_halted() -> None:
    title = "Ruritania halts grain deliveries as first phase of truce ends"
    assert Item.CEASEFIRE not in {p.item for p in _points("It was cold.", title)}


@pytest.mark.parametrize(
    "text",
    [
        "The truce is to start at noon on Friday, Tom Small said.",
        "Guns are to fall silent at noon on Friday.",
        "All hostilities will cease from noon on Friday, Tom Small said.",
    ],
)
def test_the_hour_of_a_truce_is_not_that_of_the_talks(text: str) -> None:
    title = "Ruritania and Grandmark agree truce after talks in Brobdir"
    hours = [t.window and t.window.start_time for t in _talks(title, text)]
    assert hours == [None]


def test_what_one_side_offered_is_told_beside_what_each_will_do() -> None:
    text = "Elphberg said each side would free 90 prisoners and that Ruritania had offered truces."
    found = {(p.item, p.stance, p.by) for p in _points(text, "Ruritania and Grandmark hold talks")}
    assert (Item.CEASEFIRE, Stance.OFFERED, ("Ruritania",)) in found
    assert not any(item is Item.CEASEFIRE and stance is Stance.AGREED for item, stance, _ in found)
