"""Cards of deadlines, countdowns and times as a reader sees them."""

from datetime import date, time

import pytest
from bot_samples import (
    EIGHTH,
    PARTIES,
    WAR,
    countdown_view,
    deadline_view,
    on,
    on_kyiv,
    thread,
)
from card_text import REF, section, text_of

from bot.cards import render
from bot.cards.dates import night_or_day, plain, when
from db.views import BoardView
from reading.events import DeadlineStatus
from reading.facts import (
    Precision,
    Window,
)

MOVED = """\
# Donald Trump’s deadline for Russia: shortened
**Donald Trump demands of Russia**: “a ceasefire deal”
Otherwise: “tariffs of about 100 percent”
Due: **between <t:1754560800:D> and <t:1754733600:D>** · ends <t:1754783999:R>
No hour was stated: counted to the end of the day, UTC.
Moved: 2 September 2025 → **7–9 August 2025**
Status: open
[In the source’s words]
“I'm going to make a new deadline.” — The Herald
[How it moved, newest first]
• <t:1753696800:D> **shortened** → between <t:1754560800:D> and <t:1754733600:D> · ✓ 2 independent \
origins
• <t:1752487200:D> set → <t:1756807200:D> · ✓ 2 independent origins
"""


def test_a_moved_deadline_shows_where_it_stood() -> None:
    message = render(deadline_view(2), REF)
    assert message.content == (
        "Deadline moved closer, Donald Trump to Russia: now 7–9 August 2025 (was 2 September 2025)"
    )
    assert text_of(message).startswith(MOVED)


@pytest.mark.parametrize(
    ("steps", "content"),
    [
        (1, "New deadline, Donald Trump to Russia: 2 September 2025 (“a ceasefire deal”)"),
        (3, "Deadline fixed, Donald Trump to Russia: now 8 August 2025 (was 7–9 August 2025)"),
        (4, "Deadline overtaken, Donald Trump to Russia: 8 August 2025 (“a ceasefire deal”)"),
    ],
)
def test_each_step_has_its_head(steps: int, content: str) -> None:
    assert render(deadline_view(steps), REF).content == content


def test_a_deadline_that_only_passed_is_not_told_as_its_last_step() -> None:
    view = deadline_view(3, status=DeadlineStatus.MISSED)
    message = render(view, REF)
    assert message.content.startswith("Deadline passed, Donald Trump to Russia: 8 August 2025")
    assert "ends <t:" not in text_of(message)


def test_rival_readings_stand_beside_the_deadline() -> None:
    from dataclasses import replace

    steps = thread(1).steps
    later = replace(steps[0], readings=(on(date(2025, 9, 5)),))
    view = deadline_view(1, steps=(later,))
    assert section(view, "The same words") == "• <t:1757066400:D>"


def test_what_the_window_covers_is_no_rival() -> None:
    from dataclasses import replace

    inside = replace(thread(2).steps[1], readings=(on(date(2025, 8, 7)), on(date(2025, 8, 9))))
    view = deadline_view(2, steps=(thread(1).steps[0], inside))
    assert "The same words" not in text_of(render(view, REF))


def test_an_older_card_does_not_show_its_date_as_if_it_held() -> None:
    from dataclasses import replace

    shown = text_of(render(replace(deadline_view(3), step=0), REF))
    assert (
        "Due when this was posted: <t:1756807200:D>\nLater moved to: **<t:1754647200:D>**" in shown
    )
    assert "Moved: 2 September 2025 → 7–9 August 2025 → **8 August 2025**" in shown


def test_the_board_names_the_last_deadline_that_ended_but_not_as_open() -> None:
    view = BoardView(WAR, PARTIES, ((3, thread(4)),), None, None, (), "UTC")
    shown = render(view, REF)
    assert "no open deadline" in shown.content
    assert "No open deadline is known." in text_of(shown)
    assert "overtaken by events" in text_of(shown)


def test_a_countdown_says_how_long_is_left_and_makes_up_no_hour() -> None:
    message = render(countdown_view("3 days"), REF)
    assert message.content.startswith("3 days left: Donald Trump’s deadline for Russia, 8 August")
    assert "<t:1754647200:D>" in text_of(message)
    assert ":F>" not in text_of(message)


def test_a_countdown_to_a_window_says_at_most() -> None:
    message = render(countdown_view("7 days", window=on(date(2025, 8, 7), date(2025, 8, 9))), REF)
    assert message.content.startswith("At most 7 days left: ")


def test_an_hour_that_a_source_states_is_shown_in_full() -> None:
    noon = Window(
        date(2025, 8, 8), date(2025, 8, 8), Precision.MINUTE, time(12), time(12), "Europe/Kyiv"
    )
    assert when(noon) == "<t:1754643600:F>"
    assert plain(noon) == "8 August 2025, 12:00 Kyiv time"
    unzoned = Window(date(2025, 8, 8), date(2025, 8, 8), Precision.HOUR, None, time(12))
    assert when(unzoned) == "<t:1754654400:F> (no time zone stated; read as UTC)"
    assert plain(unzoned) == "8 August 2025, 12:00 (zone not stated)"


@pytest.mark.parametrize(
    ("window", "short", "full"),
    [
        (None, "no date stated", "no date stated"),
        (EIGHTH, "8 August 2025", "<t:1754647200:D>"),
        (
            on(date(2025, 8, 30), date(2025, 9, 2)),
            "30 August – 2 September 2025",
            "between <t:1756548000:D> and <t:1756807200:D>",
        ),
        (
            on(date(2025, 9, 1), date(2025, 9, 10), Precision.VAGUE),
            "early September 2025",
            "early September 2025 (between <t:1756720800:D> and <t:1757498400:D>; no day stated)",
        ),
        (
            on(date(2025, 8, 1), date(2025, 8, 31), Precision.MONTH),
            "August 2025",
            "some time in August 2025",
        ),
    ],
)
def test_a_window_is_shown_as_finely_as_it_is_known(
    window: Window | None, short: str, full: str
) -> None:
    assert plain(window) == short
    assert when(window) == full


def test_a_wave_over_midnight_is_one_night() -> None:
    assert night_or_day(on_kyiv().window) == "night to <t:1753092000:D>"
