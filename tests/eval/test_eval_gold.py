"""The gold itself: whole, honest about halves, in the reader's own words, over many conflicts."""

import json
from collections import Counter
from pathlib import Path

import pytest

from eval.answers import answer
from eval.items import GoldError, GoldItem, half_of, load
from reading.facts import Kind
from reading.preset import bundled_presets

ITEMS = load()


def test_ids_are_unique() -> None:
    assert max(Counter(item.id for item in ITEMS).values()) == 1


def test_items_of_one_event_are_in_one_half() -> None:
    halves: dict[str, set[str]] = {}
    for item in ITEMS:
        halves.setdefault(item.event_key or item.id, set()).add(item.half)
    assert all(len(found) == 1 for found in halves.values())


def test_both_halves_hold_every_kind() -> None:
    for half in ("dev", "test"):
        kinds = {kind for item in ITEMS if item.half == half for kind in item.gold.kinds}
        assert kinds == set(Kind), half


def test_a_third_of_what_was_written_is_hard_negatives() -> None:
    written = [item for item in ITEMS if "written" in item.tags]
    without = [item for item in written if not item.gold.kinds]
    assert len(without) >= len(written) / 3


def test_at_least_twenty_are_of_full_length() -> None:
    lengths = [sum(len(p.split()) for p in item.text) for item in ITEMS]
    assert sum(400 <= length <= 900 for length in lengths) >= 20


def test_at_least_six_conflicts() -> None:
    assert len({item.gold.conflict for item in ITEMS} - {None, "*"}) >= 6


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.id)
def test_kinds_and_facts_agree(item: GoldItem) -> None:
    gold = item.gold
    own = {
        Kind.TALKS: [t for t in gold.talks if not (t.background or t.optional)],
        Kind.DEADLINE: [d for d in gold.deadlines if not (d.background or d.optional)],
        Kind.STRIKE: [s for s in gold.strikes if not (s.background or s.optional)],
    }
    for kind, facts in own.items():
        if facts:
            assert kind in gold.kinds, f"{kind} has facts of its own but is not among the kinds"
        elif kind in gold.kinds:
            pytest.fail(f"{kind} is among the kinds but has no fact of its own")
    assert bool(item.event_key) or not gold.kinds


def test_the_half_cannot_be_chosen(tmp_path: Path) -> None:
    wrong = {"dev": "test", "test": "dev"}[half_of("x")]
    line = {"id": "x", "half": wrong, "event_key": None, "outlet": "o", "published": "2025-01-01"}
    (tmp_path / "x.json").write_text(json.dumps(line | {"title": "t", "text": []}))
    with pytest.raises(GoldError, match=r"x\.json: .*half must be"):
        load(tmp_path)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{")
    with pytest.raises(GoldError, match=r"broken\.json: not JSON"):
        load(tmp_path)


def test_a_list_holds_an_item_a_line_and_its_broken_line_is_named(tmp_path: Path) -> None:
    line = {"id": "x", "half": half_of("x"), "event_key": None, "outlet": "o", "title": "t"}
    text = json.dumps(line | {"published": "2025-01-01", "text": []})
    (tmp_path / "short.jsonl").write_text(f"{text}\n\n{text}\n")
    assert [item.id for item in load(tmp_path)] == ["x", "x"]
    (tmp_path / "short.jsonl").write_text(f"{text}\n{{\n")
    with pytest.raises(GoldError, match=r"short\.jsonl:2: not JSON"):
        load(tmp_path)


def test_every_item_is_an_article_that_the_contract_takes() -> None:
    presets = tuple(bundled_presets().values())
    answers = answer(ITEMS[:3], presets)
    assert [a.line["id"] for a in answers] == [item.id for item in ITEMS[:3]]
