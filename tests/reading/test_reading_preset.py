"""The bundled preset holds together, and a broken one says what to change."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from importlib import resources
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest

from reading.facts import DeadlineOp, DeadlineStatement, RoundStatus, Strike, Talks
from reading.preset import Actor, Preset, PresetError, bundled_presets, parse_preset


@pytest.fixture(params=sorted(bundled_presets()))
def preset(request: pytest.FixtureRequest) -> Preset:
    return bundled_presets()[request.param]


@pytest.fixture
def ukraine() -> Preset:
    return bundled_presets()["russia-ukraine"]


def party_names(preset: Preset) -> set[str]:
    return {party.name for party in (*preset.parties, *preset.third_parties)}


def actor_names(preset: Preset) -> set[str]:
    return {actor.name for actor in preset.actors}


def facts(
    preset: Preset,
) -> Iterator[tuple[date, tuple[str, ...], Talks | DeadlineStatement | Strike]]:
    for round_ in preset.history.rounds:
        yield round_.reported, round_.sources, round_.fact
    for statement in preset.history.statements:
        yield statement.reported, statement.sources, statement.fact
    for strike in preset.history.strikes:
        yield strike.reported, strike.sources, strike.fact


def repeated(names: Iterator[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def small(**more: Any) -> dict[str, Any]:
    return {"slug": "a-b", "name": "A and B", "parties": [{"name": "A"}, {"name": "B"}], **more}


def test_every_file_of_the_folder_is_a_preset_named_like_its_slug() -> None:
    folder = resources.files("reading") / "conflicts"
    files = {f.name.removesuffix(".toml") for f in folder.iterdir() if f.name.endswith(".toml")}
    assert set(bundled_presets()) == files


def test_no_name_is_claimed_twice(preset: Preset) -> None:
    assert repeated(n for a in preset.actors for n in (a.name, *a.spellings)) == []
    assert repeated(n for p in preset.places for n in (p.name, *p.aliases)) == []
    everyone = (*preset.parties, *preset.third_parties)
    assert repeated(n for p in everyone for n in (p.name, *p.aliases, *p.adjectives)) == []
    assert repeated(d for outlet in preset.outlets for d in outlet.domains) == []
    assert repeated(iter(outlet.name for outlet in preset.outlets)) == []
    assert repeated(iter(feed.url for feed in preset.feeds)) == []


def test_every_reference_points_at_an_entry(preset: Preset) -> None:
    parties, places = party_names(preset), {place.name for place in preset.places}
    assert {actor.party for actor in preset.actors} <= parties
    assert {place.party for place in preset.places if place.party} <= parties
    assert {place.within for place in preset.places if place.within} <= places
    assert {o.affinity for o in preset.outlets if o.affinity} <= parties
    assert {name for track in preset.tracks for name in track.parties} <= parties
    assert {feed.outlet for feed in preset.feeds} <= {outlet.name for outlet in preset.outlets}


def test_every_zone_is_one_that_the_clock_knows(preset: Preset) -> None:
    zones = [party.zone for party in (*preset.parties, *preset.third_parties) if party.zone]
    for zone in (preset.zone, *zones):
        assert ZoneInfo(zone).key == zone


def test_occupied_soil_belongs_to_whom_the_un_says(ukraine: Preset) -> None:
    soil = {place.name: place.party for place in ukraine.places}
    occupied = ("Crimea", "Sevastopol", "Donetsk", "Luhansk", "Mariupol", "Enerhodar")
    assert {soil[name] for name in occupied} == {"Ukraine"}
    assert soil["Belgorod"] == "Russia"


def office(actor: Actor, day: date) -> list[str]:
    return [
        role.title
        for role in actor.roles
        if (role.since or date.min) <= day <= (role.until or date.max)
    ]


def test_roles_have_dates(ukraine: Preset) -> None:
    umerov = next(actor for actor in ukraine.actors if actor.name == "Rustem Umerov")
    june, july = office(umerov, date(2025, 6, 2)), office(umerov, date(2025, 7, 23))
    delegation = "Head of the Ukrainian delegation in talks with Russia"
    assert june == ["Defence Minister", delegation]
    assert july == ["Secretary of the National Security and Defence Council", delegation]


def test_no_role_ends_before_it_begins(preset: Preset) -> None:
    for actor in preset.actors:
        for role in actor.roles:
            assert (role.since or date.min) <= (role.until or date.max), actor.name


def test_the_default_feeds_hear_both_sides_and_others(ukraine: Preset) -> None:
    outlets = {outlet.name: outlet for outlet in ukraine.outlets}
    heard = [outlets[feed.outlet] for feed in ukraine.feeds]
    assert len(heard) >= 15
    assert len({outlet.country for outlet in heard}) >= 8
    assert set(ukraine.party_names) <= {outlet.affinity for outlet in heard}


def test_every_fact_of_the_history_has_a_source_that_is_a_page(preset: Preset) -> None:
    for _, sources, fact in facts(preset):
        for source in sources:
            address = urlsplit(source)
            assert address.scheme in {"http", "https"}, fact
            assert "." in address.netloc, fact


def test_nothing_is_reported_before_it_happened(preset: Preset) -> None:
    for reported, _, fact in facts(preset):
        if isinstance(fact, DeadlineStatement):
            assert fact.said_on, fact
            assert fact.said_on <= reported, fact
        else:
            assert fact.window, fact
            assert fact.window.end <= reported, fact


def test_the_history_uses_the_names_of_the_preset(preset: Preset) -> None:
    parties, people = party_names(preset), actor_names(preset)
    places = {place.name for place in preset.places}
    tracks = {track.slug for track in preset.tracks}
    for round_ in preset.history.rounds:
        fact = round_.fact
        assert fact.track in tracks
        assert fact.status is RoundStatus.ENDED
        assert {fact.city, fact.venue} - {None} <= places
        assert set(fact.heads) | set(fact.mediators) <= parties
        assert set(fact.heads.values()) <= people
        for point in fact.points:
            assert set(point.by) <= parties
            assert point.sentence
            assert point.claimant is None or point.claimant in parties | people
    for statement in preset.history.statements:
        assert statement.fact.issuer in parties | people
        assert set(statement.fact.addressee) <= parties
    for strike in preset.history.strikes:
        assert {strike.fact.attacker, strike.fact.target} <= set(preset.party_names)
        assert set(strike.fact.places) <= places
        for figure in strike.fact.figures:
            assert figure.claimant is None or figure.claimant in people
            assert figure.scope is None or figure.scope in places


def test_the_fifty_days_move_and_are_overtaken(ukraine: Preset) -> None:
    thread = [
        entry.fact
        for entry in ukraine.history.statements
        if entry.fact.issuer == "Donald Trump" and entry.reported <= date(2025, 8, 8)
    ]
    assert [fact.op for fact in thread] == [
        DeadlineOp.ISSUE,
        DeadlineOp.SHORTEN,
        DeadlineOp.FIX,
        DeadlineOp.CONFIRM,
        DeadlineOp.OVERTAKE,
    ]
    windows = [(fact.window.start, fact.window.end) for fact in thread if fact.window]
    assert windows[0] == (date(2025, 9, 2), date(2025, 9, 2))
    assert windows[1] == (date(2025, 8, 7), date(2025, 8, 9))
    assert set(windows[2:]) == {(date(2025, 8, 8), date(2025, 8, 8))}


def test_direct_rounds_are_numbered_from_the_first_of_the_series(ukraine: Preset) -> None:
    direct = {
        entry.fact.number: entry.fact.window.start
        for entry in ukraine.history.rounds
        if entry.fact.track == "russia-ukraine" and entry.fact.window
    }
    assert direct == {1: date(2025, 5, 16), 2: date(2025, 6, 2), 3: date(2025, 7, 23)}


def test_the_bodies_of_the_third_round_are_offered_and_not_agreed(ukraine: Preset) -> None:
    third = next(e.fact for e in ukraine.history.rounds if e.reported == date(2025, 7, 23))
    stances = {(p.item.value, p.stance.value) for p in third.points}
    assert ("body_return", "offered") in stances
    assert ("body_return", "agreed") not in stances
    assert ("prisoner_exchange", "agreed") in stances


def test_the_guides_examples_make_a_preset_that_works() -> None:
    page = (Path(__file__).parents[2] / "docs" / "preset.md").read_text(encoding="utf-8")
    examples = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    preset = parse_preset(tomllib.loads("\n".join(examples)), "docs/preset.md")
    assert len(examples) >= 6
    assert preset.actors[0].roles[1].since == date(2025, 7, 18)
    assert preset.history.strikes[0].fact.figures[1].high is None


def test_another_conflict_needs_only_another_file() -> None:
    text = """
    slug = "a-b"
    name = "A and B"
    parties = [{ name = "A" }, { name = "B", aliases = ["The Bs"] }]
    [[history.rounds]]
    reported = 2025-03-02
    sources = ["https://news.example/round"]
    fact = { status = "ended", window = { start = 2025-03-01, end = 2025-03-02 } }
    """
    preset = parse_preset(tomllib.loads(text))
    assert preset.party_names == ("A", "B")
    assert preset.history.rounds[0].fact.status is RoundStatus.ENDED


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (small(partys=[]), "war.toml: partys: Extra inputs are not permitted"),
        (small(parties=[{"name": "A"}]), "war.toml: parties: "),
        (small(actors=[{"name": "X"}]), "war.toml: actors.0.party: Field required"),
        (
            small(history={"rounds": [{"reported": "2025-01-01", "sources": [], "fact": {}}]}),
            "war.toml: history.rounds.0.fact.status",
        ),
        (
            small(
                history={
                    "strikes": [
                        {
                            "reported": "2025-01-02",
                            "sources": ["https://news.example"],
                            "fact": {"figures": [{"measure": "downed", "low": 3}]},
                        }
                    ]
                }
            ),
            "war.toml: history.strikes.0.fact.figures.0.measure: Input should be 'launched'",
        ),
        (
            small(
                history={
                    "rounds": [
                        {
                            "reported": "2025-01-02",
                            "sources": ["https://news.example"],
                            "fact": {"status": "ended", "town": "X"},
                        }
                    ]
                }
            ),
            "war.toml: history.rounds.0.fact.town: Unexpected keyword argument",
        ),
    ],
)
def test_a_broken_preset_names_the_entry_at_fault(raw: dict[str, Any], said: str) -> None:
    with pytest.raises(PresetError) as error:
        parse_preset(raw, "war.toml")
    assert str(error.value).startswith(said)
