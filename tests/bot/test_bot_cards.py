"""Cards as a reader sees them."""

from datetime import date
from typing import Any

import pytest
from bot_samples import (
    GAZETTE,
    HERALD,
    MEDINSKY,
    PARTIES,
    WAR,
    attested,
    board_view,
    countdown_view,
    deadline_view,
    digest_view,
    figure,
    on,
    on_kyiv,
    round_view,
    said,
    second_round,
    source,
    third_round,
)
from card_text import REF, section, show, text_of

from bot.cards import render
from bot.cards.claims import is_ceasefire, point_words
from db.views import BoardView, DigestView, NoticeView
from reading.events import Attested, Corroboration
from reading.facts import (
    Figure,
    Item,
    Measure,
    Point,
    Precision,
    Qualifier,
    RoundStatus,
    Stance,
    Weapon,
)

THIRD_ROUND = """\
# Russia–Ukraine talks, round 3 — ended
**Ended** · <t:1753264800:D> · lasted 40 minutes (Vladimir Medinsky)
At Çırağan Palace, Istanbul
Led by Vladimir Medinsky (Russia) · Rustem Umerov (Ukraine)
Mediated by Turkey
[Agreed]
• Exchange of at least 1,200 prisoners from each side — Vladimir Medinsky · ✓ 2 independent \
origins
[Offered by Russia]
• Return of the bodies of 3,000 soldiers — Vladimir Medinsky · single report
• Pause in fighting of 24 to 48 hours (the source says “ceasefire”) — Vladimir Medinsky · single \
report
[Proposed by Ukraine]
• Meeting of the leaders by late August 2025 (<t:1756634400:D> at the latest) — Rustem Umerov · \
single report
[Refused by Russia]
• Meeting of the leaders — Vladimir Medinsky · single report
[What next]
No next meeting has been reported.
[Since round 2 (2 June 2025)]
• Prisoner exchange: 1,000 each agreed → at least 1,200 each agreed
• Carried out since: return of the bodies of 6,000 soldiers on <t:1750068000:D>
• New: pause in fighting (offered by Russia), meeting of the leaders (proposed by Ukraine)
[Sources: 4 outlets, 3 origins]
[The Herald](https://the-herald.test/1) · [Evening Courier](https://evening-courier.test/1) \
(from Newswire) · [Harbour Post](https://harbour-post.test/1) (from Newswire) · \
[Gazette](https://gazette.test/1)"""


def test_a_round_is_told_whole_with_what_changed() -> None:
    assert show(round_view(before=second_round())) == THIRD_ROUND


def test_a_notification_says_what_where_and_when() -> None:
    assert render(round_view(), REF).content == (
        "Russia–Ukraine talks, round 3: ended in Istanbul, 23 July 2025 — agreed: prisoner "
        "exchange (1,200 each)"
    )
    ahead = round_view("announced", status=RoundStatus.ANNOUNCED, points=())
    assert render(ahead, REF).content == (
        "Russia–Ukraine talks, round 3: announced for 23 July 2025 in Istanbul"
    )


def test_an_announced_card_says_nothing_of_outcomes_and_keeps_its_word() -> None:
    shown = show(round_view("announced", points=()))
    assert "announced" in shown
    assert "Agreed" not in shown
    assert "What next" not in shown


@pytest.mark.parametrize("status", [RoundStatus.POSTPONED, RoundStatus.CANCELLED])
def test_a_round_put_off_says_so(status: RoundStatus) -> None:
    message = render(round_view("announced", status=status, points=()), REF)
    assert status.value in message.content
    assert status.value in text_of(message)


def test_where_nothing_was_agreed_the_card_says_so() -> None:
    view = round_view(points=())
    assert section(view, "Agreed") == "Nothing reported as agreed so far."
    assert render(view, REF).content.endswith("nothing reported as agreed")


def test_an_offer_is_never_shown_as_agreed() -> None:
    embed: dict[str, Any] = render(round_view(), REF).embed or {}
    agreed = [f["value"] for f in embed["fields"] if f["name"] == "Agreed"]
    assert "bodies" not in " ".join(agreed)


def test_a_point_keeps_what_others_say_instead() -> None:
    value = Point(Item.PRISONER_EXCHANGE, Stance.AGREED, PARTIES, 1200, True)
    rival = Point(Item.PRISONER_EXCHANGE, Stance.OFFERED, ("Russia",), 1000)
    both = Attested(
        value,
        Corroboration.BOTH_SIDES,
        (said(value, MEDINSKY), said(value, "Rustem Umerov", GAZETTE)),
        (said(rival, None, source("Harbour Post")),),
    )
    line = section(round_view(points=(both,)), "Agreed")
    assert "Vladimir Medinsky and Rustem Umerov · ✓✓ both sides" in line
    assert line.endswith("others say 1,000 offered (reported by Harbour Post)")


CEASEFIRE = Point(Item.CEASEFIRE, Stance.AGREED, PARTIES, due=on(date(2025, 8, 1)))


@pytest.mark.parametrize(
    ("point", "level", "earned"),
    [
        (CEASEFIRE, Corroboration.BOTH_SIDES, True),
        (CEASEFIRE, Corroboration.SINGLE, True),
        (Point(Item.CEASEFIRE, Stance.AGREED, PARTIES), Corroboration.BOTH_SIDES, False),
        (
            Point(Item.CEASEFIRE, Stance.OFFERED, PARTIES, due=CEASEFIRE.due),
            Corroboration.BOTH_SIDES,
            False,
        ),
        (
            Point(Item.CEASEFIRE, Stance.AGREED, ("Russia",), due=CEASEFIRE.due),
            Corroboration.ONE_SIDE,
            False,
        ),
        (
            Point(Item.CEASEFIRE, Stance.AGREED, PARTIES, due=CEASEFIRE.due, hours=(72, 72)),
            Corroboration.BOTH_SIDES,
            False,
        ),
    ],
)
def test_the_word_ceasefire_is_earned(point: Point, level: Corroboration, earned: bool) -> None:
    shown = attested(point, MEDINSKY, level=level)
    assert is_ceasefire(shown) is earned
    words = point_words(shown)
    assert words.startswith("ceasefire") is earned
    assert earned or "ceasefire" not in words.replace("(the source says “ceasefire”)", "")


def test_one_side_alone_makes_a_unilateral_pause() -> None:
    alone = Point(Item.CEASEFIRE, Stance.AGREED, ("Russia",), hours=(30, 30))
    assert point_words(attested(alone, None)) == (
        "unilateral pause of 30 hours (the source says “ceasefire”)"
    )


DIGEST = """\
# Russia–Ukraine war: strikes reported
<t:1753077600:f> to <t:1753164000:f>
Each figure is a claim of whom it names; none is set off against another.
[Strikes by Russia]
**night to <t:1753092000:D>** · Kyiv · single report · S-5
• Launched: 450 — Ukrainian Air Force
• Hit: 23 got through, 3 places, 12 places by debris — Ukrainian Air Force
• Killed: at least 31 (earlier 16, 8) — local authorities
• Injured: 16 — local authorities
[Strikes by Ukraine]
**<t:1753178400:D>** · Moscow region · single report · S-6
• Stopped: 74 drones shot down — Russian Defence Ministry
[Sources: 1 outlet, 1 origin]
[The Herald](https://the-herald.test/1)"""


def test_a_digest_shows_both_sides_claims_and_nets_nothing() -> None:
    message = render(digest_view(), REF)
    assert text_of(message) == DIGEST
    fields = (message.embed or {})["fields"]
    assert [field["inline"] for field in fields] == [True, True, False]
    assert message.content == (
        "Russia–Ukraine war strikes to 22 July: at least 31 killed in Kyiv "
        "— local authorities; 74 drones shot down over Russia — Russian Defence Ministry"
    )


def test_a_total_is_not_listed_beside_its_parts() -> None:
    parts = (
        figure(Measure.LAUNCHED, 450, "Air Force"),
        figure(Measure.LAUNCHED, 426, "Northern Air Force", weapon=Weapon.DRONE),
        figure(Measure.LAUNCHED, 24, "Northern Air Force", weapon=Weapon.MISSILE),
    )
    shown = show(digest_view((5, on_kyiv(figures=parts, revisions=()))))
    assert "• Launched: 426 drones, 24 missiles — Northern Air Force" in shown
    assert "450" not in shown


def test_a_claim_names_the_fullest_of_its_claimants() -> None:
    value = Figure(Measure.KILLED, 4, 4)
    people = ("officials", "Air Force", "Northern Air Force")
    made = Attested(value, Corroboration.SINGLE, tuple(said(value, who) for who in people))
    shown = show(digest_view((5, on_kyiv(figures=(made,), revisions=()))))
    assert "• Killed: 4 — Northern Air Force" in shown


def test_a_strike_that_no_report_dates_is_said_to_be_undated() -> None:
    window = on(date(2025, 7, 20), date(2025, 7, 21), Precision.VAGUE)
    shown = show(digest_view((5, on_kyiv(window=window))))
    assert "**reported <t:1753092000:D>, day not stated**" in shown


def test_a_figure_that_others_put_otherwise_shows_both() -> None:
    value = Figure(Measure.LAUNCHED, 450, 450)
    rival = said(Figure(Measure.LAUNCHED, 400, None, qualifier=Qualifier.ABOUT), "Ministry")
    both = Attested(value, Corroboration.SINGLE, (said(value, "Air Force"),), (rival,))
    shown = show(digest_view((5, on_kyiv(figures=(both,), disputed=True))))
    assert "Launched: 450 [others say about 400 (Ministry)] — Air Force" in shown
    assert "**disputed**" in shown


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (figure(Measure.KILLED, 20, None, high=25, qualifier=Qualifier.RANGE), "Killed: 20–25"),
        (figure(Measure.KILLED, 0, None, high=25, qualifier=Qualifier.UP_TO), "Killed: up to 25"),
        (
            figure(Measure.SHOT_DOWN, 1, None, weapon=Weapon.MISSILE, scope="Kyiv"),
            "Stopped: 1 missile shot down in Kyiv",
        ),
        (figure(Measure.HIT_LOCATIONS, 1, None), "Hit: 1 place"),
    ],
)
def test_a_figure_is_hedged_as_its_source_hedged_it(made: Attested[Figure], words: str) -> None:
    shown = show(digest_view((5, on_kyiv(figures=(made,), revisions=()))))
    assert f"• {words} — reported by The Herald" in shown


def test_silence_is_honest() -> None:
    start, end = digest_view().start, digest_view().end
    assert "not the same as knowing that there was none" in show(
        DigestView(WAR, PARTIES, start, end, (), "UTC")
    )
    empty = show(BoardView(WAR, PARTIES, (), None, None, (), "UTC"))
    for words in ("No open deadline is known.", "No round is known.", "None announced."):
        assert words in empty


def test_the_board_fits_on_one_screen() -> None:
    shown = show(board_view())
    assert "**Donald Trump’s deadline for Russia**: “a ceasefire deal”" in shown
    assert "open, moved twice from 2 September 2025 · D-3" in shown
    assert "exchange of at least 1,200 prisoners from each side · R-12" in shown
    assert len(shown) < 900


def test_a_notice_says_its_text() -> None:
    assert show(NoticeView("A feed stopped", "It answered 410.\n\nLook for another.")) == (
        "# A feed stopped\nIt answered 410.\nLook for another."
    )


def test_a_further_copy_of_known_news_changes_no_fingerprint_by_its_time() -> None:
    later = source("The Herald", hour=23)
    first = render(deadline_view(2, sources=(HERALD,)), REF)
    second = render(deadline_view(2, sources=(later,)), REF)
    assert (first.embed or {})["timestamp"] != (second.embed or {})["timestamp"]
    assert first.fingerprint == second.fingerprint


def test_a_changed_figure_changes_the_fingerprint() -> None:
    more = attested(Point(Item.PRISONER_EXCHANGE, Stance.AGREED, PARTIES, 1300, True), MEDINSKY)
    assert (
        render(round_view(), REF).fingerprint != render(round_view(points=(more,)), REF).fingerprint
    )


def test_every_card_leads_to_its_sources() -> None:
    for view in (round_view(), deadline_view(), countdown_view()):
        message = render(view, REF)
        assert (message.embed or {})["footer"]["text"] == f"Parley · {REF} · /why {REF}"
        assert message.buttons == (("Sources", f"parley:why:{REF}"),)


def test_a_track_without_number_is_named_by_who_meets() -> None:
    event = third_round(track="us-russia", number=None)
    assert render(round_view(track="us-russia", number=None), REF).content.startswith(
        "US–Russia talks: ended"
    )
    assert event.number is None
