"""The scores: each must move when the answer does."""

import json
from pathlib import Path
from typing import Any

import pytest

from eval.baseline import Keywords
from eval.compare import same, same_speaker
from eval.grouping import Element, b_cubed, torn_apart
from eval.items import Gold
from eval.judge_deadlines import deadline_marks
from eval.judge_kinds import kind_marks
from eval.judge_strikes import figure_marks, strike_marks
from eval.judge_talks import point_marks, talks_marks
from eval.record import Record, fallen, figures, record, recorded
from eval.summaries import stated_numbers, summary_marks
from eval.tally import Tally, summed
from reading.preset import bundled_presets


def strike_line(**figure: Any) -> dict[str, Any]:
    held = {"measure": "killed", "low": 5, "high": 5, "qualifier": "exact"} | figure
    strike = {"attacker": "Russia", "target": "Ukraine", "background": False, "figures": [held]}
    return {"conflict": "russia-ukraine", "kinds": ["strike"], "strikes": [strike]}


def strike_gold(**figure: Any) -> Gold:
    held = {"measure": "killed", "low": 5, "claimant": "Oleh Kiper"} | figure
    strike = {"attacker": "Russia", "target": "Ukraine", "figures": [held]}
    return Gold.model_validate(
        {
            "conflict": "russia-ukraine",
            "kinds": ["strike"],
            "complete": ["strikes", "figures"],
            "strikes": [strike],
        }
    )


def test_a_figure_is_right_on_measure_and_value() -> None:
    scores = summed(figure_marks(strike_gold(), strike_line(claimant="Kiper")))
    assert scores["figures"].f1 == 1
    assert scores["figure claimant"].f1 == 1


@pytest.mark.parametrize("change", [{"low": 6, "high": 6}, {"measure": "injured"}])
def test_another_value_or_measure_is_both_wrong_and_missed(change: dict[str, Any]) -> None:
    tally = summed(figure_marks(strike_gold(), strike_line(**change)))["figures"]
    assert isinstance(tally, Tally)
    assert (tally.right, tally.wrong, tally.missed) == (0, 1, 1)


def test_a_figure_of_the_other_side_is_wrong() -> None:
    line = strike_line()
    line["strikes"][0]["attacker"] = "Ukraine"
    assert summed(figure_marks(strike_gold(), line))["figures"].f1 == 0


def test_another_claimant_is_wrong() -> None:
    scores = summed(figure_marks(strike_gold(), strike_line(claimant="Vitali Klitschko")))
    assert scores["figure claimant"].f1 == 0


def test_a_figure_of_the_past_is_none_of_this_strike() -> None:
    line = strike_line()
    line["strikes"][0]["background"] = True
    scores = summed([*figure_marks(strike_gold(), line), *strike_marks(strike_gold(), line)])
    assert scores["figures"].recall == 0
    assert scores["background or main"].f1 == 0


def test_an_optional_figure_counts_for_neither() -> None:
    gold = strike_gold(optional=True)
    assert summed(figure_marks(gold, strike_line())) == {}
    assert summed(figure_marks(gold, {"strikes": []})) == {}


def test_the_same_number_in_the_headline_is_no_second_claim() -> None:
    line = strike_line(claimant="Oleh Kiper")
    line["strikes"][0]["figures"].append(line["strikes"][0]["figures"][0] | {"claimant": None})
    assert summed(figure_marks(strike_gold(), line))["figures"].precision == 1


def test_kinds_of_the_wrong_conflict_are_wrong() -> None:
    gold = Gold.model_validate({"conflict": "sudan", "kinds": ["strike"]})
    scores = summed(kind_marks(gold, strike_line()))
    assert (scores["kinds"].precision, scores["kinds"].recall) == (0, 0)
    assert scores["kinds in sudan"].recall == 0
    assert scores["kinds in russia-ukraine"].precision == 0


def test_a_kind_that_the_gold_leaves_open_is_not_judged() -> None:
    gold = Gold.model_validate({"conflict": "russia-ukraine", "kinds_optional": ["strike"]})
    assert summed(kind_marks(gold, strike_line())) == {}


TALKS: dict[str, Any] = {
    "status": "ended",
    "number": 3,
    "start": "2025-07-23",
    "city": "Istanbul",
    "heads": {"Russia": "Vladimir Medinsky"},
    "background": False,
    "points": [
        {"item": "prisoner_exchange", "stance": "agreed", "by": [], "count": 1200},
        {"item": "body_return", "stance": "offered", "by": ["Russia"], "count": 3000},
    ],
}


def talks_gold(**fields: Any) -> Gold:
    held = {
        "status": "ended",
        "number": 3,
        "start": "2025-07-23",
        "city": "İstanbul",
        "heads": {"Russia": "Medinsky"},
        "points": [
            {"item": "prisoner_exchange", "stance": "agreed", "count": 1200},
            {"item": "body_return", "stance": ["offered", "proposed"], "count": 3000},
        ],
    }
    talks = [held | fields]
    return Gold.model_validate({"complete": ["talks", "points"], "talks": talks})


def test_a_round_is_compared_field_by_field() -> None:
    scores = summed(talks_marks(talks_gold(number=2, city="*"), {"talks": [TALKS]}))
    assert scores["round start"].f1 == 1
    assert scores["round heads"].f1 == 1
    assert scores["round number"].f1 == 0
    assert "round city" not in scores


def test_what_the_text_does_not_say_must_not_be_found() -> None:
    scores = summed(talks_marks(talks_gold(number=None), {"talks": [TALKS]}))
    assert scores["round number"].precision == 0


def test_points_need_item_stance_and_count() -> None:
    offered = {**TALKS, "points": [{**TALKS["points"][0], "stance": "offered"}]}
    assert summed(point_marks(talks_gold(), {"talks": [TALKS]}))["points"].f1 == 1
    assert summed(point_marks(talks_gold(), {"talks": [offered]}))["points"].f1 == 0


def test_a_deadline_window_is_exact_or_wrong() -> None:
    line = {
        "deadlines": [
            {
                "op": "shorten",
                "issuer": "Donald Trump",
                "start": "2025-08-07",
                "end": "2025-08-09",
                "background": False,
            }
        ]
    }
    gold = {"op": "shorten", "issuer": "Donald Trump", "start": "2025-08-07", "end": "2025-08-09"}
    right = Gold.model_validate({"deadlines": [gold]})
    wrong = Gold.model_validate({"deadlines": [gold | {"start": "2025-08-08"}]})
    assert summed(deadline_marks(right, line))["deadline window"].f1 == 1
    assert summed(deadline_marks(wrong, line))["deadline window"].f1 == 0
    assert summed(deadline_marks(wrong, line))["deadline op"].f1 == 1


def elements(*pairs: tuple[str, str]) -> tuple[list[Element], dict[str, str]]:
    found = [Element(f"a{n}", "strike", e, f"k{n}") for n, (e, _) in enumerate(pairs)]
    return found, {f"k{n}": c for n, (_, c) in enumerate(pairs)}


def test_b_cubed_is_that_of_the_book() -> None:
    # Two events of two mentions; one mention strayed into the other event's cluster.
    found, clusters = elements(("x", "1"), ("x", "2"), ("y", "2"), ("y", "2"))
    ratio = b_cubed(found, clusters)
    assert ratio.precision == pytest.approx((1 + 1 / 3 + 2 / 3 + 2 / 3) / 4)
    assert ratio.recall == pytest.approx((1 / 2 + 1 / 2 + 1 + 1) / 4)
    assert [(e.article, how) for e, how in torn_apart(found, clusters)] == [("a1", "put into y")]


def test_what_was_not_found_stands_alone() -> None:
    found = [Element("a", "strike", "x", None), Element("b", "strike", "x", None)]
    assert b_cubed(found, {}).recall == 0.5


def test_a_sentence_with_a_new_number_is_unsupported() -> None:
    texts = {"a": "Two dozen people were hurt and 1,200 freed on 3 May."}
    told = ["24 people were injured on 7 May 2025.", "1,200 were freed.", "13 died."]
    lines = [{"text": text, "sources": ["a"]} for text in told]
    tally = summed(summary_marks([{"summary": lines}], texts))["summary supported"]
    assert tally.precision == pytest.approx(2 / 3)


def test_a_sentence_without_a_source_is_unsupported() -> None:
    events = [{"summary": [{"text": "Talks were held.", "sources": []}]}]
    assert summed(summary_marks(events, {}))["summary supported"].precision == 0


def test_numbers_in_words_are_numbers() -> None:
    found = stated_numbers("twenty-four drones, six hundred UAVs, a dozen, the third round")
    assert {24, 600, 12, 3} <= found


def test_digits_of_a_name_are_no_number() -> None:
    assert stated_numbers("M23 fired 4 rockets at F16s.") == {4}


def test_names_are_the_same_in_full_or_in_part() -> None:
    assert same_speaker("Oleh Kiper", "Governor Oleh Kiper")
    assert same_speaker(("air force", None), None)
    assert same_speaker("Serhiy Tyurin", "Serhii Tiurin")
    assert not same_speaker("Ukrainian Air Force", "Ukraine")
    assert not same_speaker("Ukrainian officials", "Russian officials")
    assert same("Çırağan", "Ciragan")


def test_the_baseline_knows_words_only() -> None:
    keywords = Keywords(tuple(bundled_presets().values()))
    assert keywords.kinds("Ukraine's chess players attack", "The striker ...")[1] == {"strike"}
    assert keywords.kinds("A drone show", "in Florida") == (None, set())


def test_a_figure_may_fall_two_points_and_no_more(tmp_path: Path) -> None:
    path = tmp_path / "recorded.json"
    before = figures({"dev": {"kinds": Tally(right=90, wrong=10, missed=10)}})
    record(Record(figures=before), path)
    assert fallen(before, recorded(path).figures) == []
    slightly = figures({"dev": {"kinds": Tally(right=885, wrong=115, missed=115)}})
    assert fallen(slightly, recorded(path).figures) == []
    much = figures({"dev": {"kinds": Tally(right=87, wrong=13, missed=13)}})
    assert len(fallen(much, recorded(path).figures)) == 3
    assert fallen({"dev": {}}, recorded(path).figures) == ["dev: kinds is not measured any more"]


def test_one_judgement_among_few_is_no_fall(tmp_path: Path) -> None:
    path = tmp_path / "recorded.json"
    record(Record(figures=figures({"dev": {"round number": Tally(right=5)}})), path)
    one_less = figures({"dev": {"round number": Tally(right=4, missed=1)}})
    two_less = figures({"dev": {"round number": Tally(right=3, missed=2)}})
    assert fallen(one_less, recorded(path).figures) == []
    assert len(fallen(two_less, recorded(path).figures)) == 2


def test_recording_one_set_keeps_the_others(tmp_path: Path) -> None:
    path = tmp_path / "recorded.json"
    record(Record(figures=figures({"real": {"kinds": Tally(right=1)}})), path)
    record(Record(figures=figures({"dev": {"kinds": Tally(right=1)}})), path)
    assert set(json.loads(path.read_text())["figures"]) == {"dev", "real"}
