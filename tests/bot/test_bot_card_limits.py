"""No text that a feed can send breaks a card, a limit of Discord's, or out of its line."""

import re
from dataclasses import replace
from typing import Any

from bot_samples import (
    HERALD,
    PARTIES,
    attested,
    board_view,
    countdown_view,
    deadline_view,
    digest_view,
    figure,
    on_kyiv,
    round_view,
    said,
    second_round,
    third_round,
    thread,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.cards import render
from bot.cards.embed import TOTAL, Card, Section, finish, fit, total
from bot.cards.why import why_card
from bot.words import size
from db.views import NoticeView, RoundView, View
from jobs.poster import Rendered
from reading.events import Source
from reading.facts import Item, Measure, Point, Stance

HOSTILE = st.one_of(
    st.sampled_from(
        [
            "@everyone <@123> <@&456> <#789>",
            "[click](https://evil.test) https://evil.test discord.gg/evil",
            "](https://evil.test) [",
            "\u202egnirts\u2066 " * 30,
            "`" * 300,
            "*" * 900,
            "\U0001f4a5" * 700,
            "word " * 400,
            "",
            "\x00\x07",
        ]
    ),
    st.text(max_size=300),
)
MANY = st.sampled_from([0, 1, 3, 8, 30])
OURS = re.compile(r"\]\((https?://[^()\s<>]+)\)")


def hostile_source(text: str, number: int) -> Source:
    return replace(
        HERALD,
        article=str(number),
        outlet=f"{text[:80]}{number}",
        origin=text,
        title=text,
        url=f"https://outlet{number}.test/{text}",
    )


def assert_within_limits(message: Rendered) -> None:
    embed: dict[str, Any] = message.embed or {}
    assert 0 < size(message.content) <= 150
    assert 0 < size(embed["title"]) <= 256
    assert size(embed.get("description", "x")) <= 4096
    fields = embed.get("fields", [])
    assert len(fields) <= 25
    for entry in fields:
        assert 0 < size(entry["name"].strip()) <= 256
        assert 0 < size(entry["value"].strip()) <= 1024
    assert total(embed) <= 6000


def assert_harmless(message: Rendered, hosts: str = r"https://outlet\d+\.test/") -> None:
    embed: dict[str, Any] = message.embed or {}
    texts = [message.content, embed["title"], embed.get("description", "")]
    texts += [part for f in embed.get("fields", ()) for part in (f["name"], f["value"])]
    for text in texts:
        assert not re.search(r"@(?:everyone|here|[!&\d])", text)
        assert not re.search(r"(?<!\\)<(?!t:\d+:[A-Za-z]>)", text), "only our own timestamps"
        for address in OURS.findall(text):
            assert re.match(hosts, address), f"a link that the feed made: {address}"
        bare = OURS.sub("", text)
        assert "://" not in bare


def views(text: str, count: int) -> list[View]:
    sources = tuple(hostile_source(text, n) for n in range(count + 1))
    points = tuple(
        attested(
            Point(item, stance, (text[:90] or "x",), 10 + n), text, *sources[:4], sentence=text
        )
        for n, (item, stance) in enumerate(
            [(item, stance) for item in Item for stance in Stance][: count * 3]
        )
    )
    figures = tuple(
        figure(measure, n, text, *sources[:3], scope=f"{text}{n}")
        for n in range(count)
        for measure in (Measure.KILLED, Measure.HIT)
    )
    step = replace(thread(1).steps[0], said=(said(None, text, sources[0], text),), issuer=text)
    threads = {
        "issuer": text,
        "addressee": (text,) * (count % 7),
        "demand": text,
        "consequence": text,
        "steps": (step,) * (count + 1),
        "sources": sources,
    }
    talks: dict[str, Any] = {
        "city": text,
        "venue": text,
        "heads": dict.fromkeys((text, "North"), text),
        "mediators": (text,) * (count % 7),
        "points": points,
        "sources": sources,
        "track": text.lower() or None,
        "duration_minutes": attested(40, text, *sources[:5]),
    }
    strike = on_kyiv(
        attacker=text,
        places=(text,) * 5,
        facilities=(text,) * 5,
        figures=figures,
        sources=sources,
    )
    return [
        round_view(before=second_round(), **talks),
        replace(deadline_view(1, **threads), step=count),
        countdown_view(text or "1 day", **threads),
        digest_view(*((n, strike) for n in range(count))) if count else digest_view(),
        replace(
            board_view(),
            conflict_name=text,
            parties=(*PARTIES, text),
            deadlines=((1, thread(1, **threads)),) * count,
            last_round=(1, third_round(**talks)),
            strikes=((5, strike),) * count,
        ),
        NoticeView(text, f"{text}\n{text}"),
    ]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HOSTILE, MANY)
def test_no_text_breaks_a_card(text: str, count: int) -> None:
    for view in views(text, count):
        message = render(view, "K7F2QX")
        assert_within_limits(message)
        if count:
            assert_harmless(message, r"https://(?:outlet\d+|the-herald|gazette)\.test/")


@settings(max_examples=20, deadline=None)
@given(HOSTILE, MANY)
def test_no_text_breaks_the_answer_to_why(text: str, count: int) -> None:
    talks = views(text, count)[0]
    assert isinstance(talks, RoundView)
    message = finish(why_card("a round", "R-1", (talks.event,)), "R-1")
    assert_within_limits(message)
    assert_harmless(message)


def test_what_does_not_fit_is_counted_and_says_where_it_is() -> None:
    lines = [f"line {n} " + "x" * 100 for n in range(30)]
    shown = fit(lines, 1024, "/talks show R-12")
    assert size(shown) <= 1024
    kept = shown.count("line ")
    assert shown.endswith(f"\n… and {30 - kept} more (/talks show R-12)")
    assert all(line in lines for line in shown.splitlines()[:-1])


def test_many_long_heads_keep_within_the_whole() -> None:
    sections = tuple(Section(f"{n} " + "head " * 34, ("value " * 17,)) for n in range(25))
    embed = finish(Card("c", "title", 0, ("line",), sections), "ABCDEF").embed
    assert embed is not None
    assert total(embed) <= TOTAL
    assert embed["fields"][0]["name"].startswith("0 head")
    assert len(embed["fields"]) > 15
