"""Every metric over a set of items, with the disagreements behind each."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from eval.answers import Answer, clusters, told_events
from eval.baseline import Keywords
from eval.grouping import b_cubed, elements, torn_apart
from eval.judge_deadlines import deadline_marks
from eval.judge_kinds import conflict_marks, kind_marks, pair_marks
from eval.judge_strikes import figure_marks, strike_marks
from eval.judge_talks import point_marks, talks_marks
from eval.summaries import summary_marks
from eval.tally import Mark, Scores, Verdict, summed
from reading.preset import Preset


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A mark that is not right, with the article it was given for; None: for an event's summary."""

    answer: Answer | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class Result:
    """The figures of one set of items."""

    scores: Scores
    disagreements: list[Disagreement]
    items: int
    without_preset: int
    unread: int


def score(answers: Sequence[Answer], presets: Sequence[Preset], known: Collection[str]) -> Result:
    """All figures. A conflict that is not `known` counts only where it was taken for another."""
    keywords = Keywords(presets)
    marks: list[tuple[Answer | None, Mark]] = []
    read = [a for a in answers if not a.unread]
    for answer in read:
        marks += [(answer, mark) for mark in _marks(answer, known, keywords)]
    marks += [(answer, mark) for answer in answers if answer.unread for mark in _misread(answer)]
    told = [(a.article, a.report) for a in read]
    texts = {a.item.id: f"{a.article.title}\n{a.article.text}" for a in read}
    marks += [(None, mark) for mark in summary_marks(told_events(told, presets), texts)]
    scored = [a for a in read if a.item.gold.conflict in known]
    grouped, torn = _grouped(scored, clusters(told, presets))
    return Result(
        scores=summed(mark for _, mark in marks) | grouped,
        disagreements=[
            *(Disagreement(a, mark) for a, mark in marks if _counts(mark)),
            *torn,
        ],
        items=len(answers),
        without_preset=sum(a.item.gold.conflict not in {*known, None, "*"} for a in answers),
        unread=len(answers) - len(read),
    )


def _counts(mark: Mark) -> bool:
    twice = mark.metric.startswith(("baseline", "kinds in "))
    return mark.verdict is not Verdict.RIGHT and not twice


def _marks(answer: Answer, known: Collection[str], keywords: Keywords) -> Iterator[Mark]:
    gold, line = answer.item.gold, answer.line
    yield from conflict_marks(gold, line, known)
    if gold.conflict not in {*known, None, "*"}:
        return
    yield from kind_marks(gold, line)
    slug, kinds = keywords.kinds(answer.article.title, answer.article.text)
    here = gold.conflict in (slug, "*")
    wanted = {kind.value for kind in gold.kinds}
    yield from pair_marks("baseline kinds", wanted, kinds, here)
    for judge in (talks_marks, point_marks, deadline_marks, strike_marks, figure_marks):
        yield from judge(gold, line)


def _misread(answer: Answer) -> Iterator[Mark]:
    """A language that is not read must yield nothing, and the reader must say so."""
    found = [f for part in ("talks", "deadlines", "strikes") for f in answer.line[part]]
    yield Mark("left unread", Verdict.WRONG if found else Verdict.RIGHT, "", str(found)[:80])
    told = (answer.report.problem or "").startswith("not read: language")
    yield Mark("marked not read", Verdict.RIGHT if told else Verdict.MISSED, answer.item.lang)


def _grouped(
    answers: Sequence[Answer], cluster_of: dict[str, str]
) -> tuple[Scores, list[Disagreement]]:
    """B³ over all events and for each kind of event."""
    by_id = {a.item.id: a for a in answers}
    found = [e for a in answers for e in elements(a)]
    scores: Scores = {"grouping": b_cubed(found, cluster_of)}
    for kind in ("round", "deadline", "strike"):
        same = [e for e in found if e.kind == kind]
        scores[f"grouping {kind}s"] = b_cubed(same, cluster_of)
    return scores, [
        Disagreement(by_id[e.article], Mark("grouping", Verdict.DIFFERS, e.event, how))
        for e, how in torn_apart(found, cluster_of)
    ]
