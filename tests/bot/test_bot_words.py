"""Feed text is hostile until escaped."""

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.words import clean, counted, link, listing, safe, shorten, size, web_address

HOSTILE = st.text(
    alphabet=st.one_of(
        st.sampled_from("@<>[]()*_~`|#\\-:/&!.1 \n\t\u202e\u200f\u2066\u0000\u200b\U0001f600"),
        st.characters(),
    ),
    max_size=400,
)
UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*[<\[\]*_~`|#]")


@given(HOSTILE)
@example("<@123> @everyone @here <@&5> <#7> </feeds add:1> <:x:9> <t:1:R> <id:customize>")
@example("[pay here](https://evil.test) \\[x](y) ]( https://evil.test discord.gg/abc")
@example("# head\n> quote\n- list\n-# small\n1. one ``` code ``` ||spoiler||")
def test_safe_text_holds_no_markdown_no_mention_and_no_link(text: str) -> None:
    shown = safe(text)
    assert not UNESCAPED.search(shown)
    assert not re.search(r"@(?:everyone|here|!|&|\d)", shown)
    assert "://" not in shown
    assert not re.search(r"(?i)https?:[/\w]", shown)
    assert "\n" not in shown
    assert not re.match(r"(?:-|>|\d+\.)\s", shown)


@given(HOSTILE)
def test_safe_text_holds_no_character_that_one_cannot_see(text: str) -> None:
    unseen = {c for c in safe(text) if unicodedata.category(c) in {"Cc", "Cf", "Co", "Cs"}}
    assert unseen <= {"\u200b"}, "only the space with which a mention is broken"


@given(HOSTILE, st.integers(2, 120))
def test_text_is_shortened_within_its_limit(text: str, limit: int) -> None:
    assert size(shorten(text, limit)) <= limit


def test_text_is_cut_after_a_sentence_where_one_ends_late_enough() -> None:
    assert shorten("They met in June. Nothing came of it, says one side.", 30) == (
        "They met in June. …"
    )
    assert shorten("A single sentence without an end", 20) == "A single sentence…"


def test_marks_do_not_pile_up() -> None:
    assert len(clean("a" + "\u0301" * 50)) <= 4


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "ftp://example.test/x",
        "https://user:secret@example.test/",
        "https://",
        "http://exa mple.test/",
        "//example.test",
        "https://[bad/",
        "https://example.test:port/",
        "",
    ],
)
def test_only_plain_web_addresses_become_links(url: str) -> None:
    assert web_address(url) is None
    assert link("Label", url) == "Label"


def test_an_address_cannot_end_its_link_early() -> None:
    url = "https://example.test/a_(b)?q=) [x](https://evil.test) <script>"
    shown = link("Paper", url)
    assert shown.startswith("[Paper](https://example.test/a_%28b%29?q=%29")
    assert shown.count("(") == shown.count(")") == 1


def test_a_look_alike_host_is_shown_for_what_it_is() -> None:
    assert web_address("https://\u0430pple.test/") == "https://xn--pple-43d.test/"


def test_a_label_cannot_be_a_link_of_its_own() -> None:
    shown = link("](https://evil.test) [", "https://good.test/")
    assert shown.endswith("](https://good.test/)")
    assert "](https://evil" not in shown


def test_an_address_too_long_for_a_card_is_not_linked() -> None:
    assert link("Paper", "https://example.test/" + "a" * 500) == "Paper"


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a", "b", "c", "d"], "a, b, c and 1 other"),
        (["a", "b", "c", "d", "e"], "a, b, c and 2 others"),
    ],
)
def test_lists_read_as_a_sentence_does(words: list[str], shown: str) -> None:
    assert listing(words) == shown


def test_counts_have_their_plural() -> None:
    assert (counted(1, "outlet"), counted(1200, "origin")) == ("1 outlet", "1,200 origins")
