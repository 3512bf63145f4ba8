"""The reader on a real stream: a folder of feeds and the labels that one annotator gave.

The folder holds `real-feeds/*.xml` and `labels.jsonl` (`link`, `types`, `conflict`, `event_key`,
`facts`); an entry without a label is about no war. A label rests on a headline and one line only:
look at a disagreement before you believe either side.
"""

import json
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from eval.answers import Answer, clusters
from eval.baseline import Keywords
from eval.grouping import b_cubed, elements, torn_apart
from eval.items import Gold, GoldDeadline, GoldItem, GoldStrike, GoldTalks, half_of
from eval.judge_kinds import kind_marks, pair_marks
from eval.score import Disagreement, Result
from eval.tally import Mark, Verdict, summed
from feeds.parse import ParsedEntry, parse_feed
from reading.contract import report_to_json
from reading.facts import Article, Kind
from reading.preset import Preset
from reading.reader import read

_KINDS = {
    "talks_round": Kind.TALKS,
    "talks_announcement": Kind.TALKS,
    "deadline": Kind.DEADLINE,
    "deadline_set": Kind.DEADLINE,
    "deadline_revised": Kind.DEADLINE,
    "deadline_passed": Kind.DEADLINE,
    "strike": Kind.STRIKE,
    "agreement": Kind.AGREEMENT,
    "agreement_implementation": Kind.AGREEMENT,
}
_PRESET_OF = {"saudi-uae-stc-yemen": "yemen"}
"""Labels' names of what a preset covers under another name."""
_SAMPLED = frozenset({"us-venezuela"})
"""Wars of which only a part of the entries is labelled: those without a label are not scored."""


class RealDataError(ValueError):
    """The folder is not what `--real` needs; the message says what is missing."""


def score_real(folder: Path, presets: Sequence[Preset], known: Collection[str]) -> Result:
    """Kinds of every entry against its label, and the grouping of labelled ones."""
    labels = _labels(folder / "labels.jsonl")
    keywords = Keywords(presets)
    marks: list[tuple[Answer, Mark]] = []
    answers: list[Answer] = []
    articles = list(_articles(folder / "real-feeds"))
    for article in articles:
        report = read(article, presets)
        item = _item(article, labels.get(article.url), known)
        unlabelled = article.url not in labels
        if unlabelled and report.conflict in _SAMPLED:
            continue
        if report.conflict not in {None, *known} and not item.gold.kinds:
            continue  # of a war that is not scored
        answer = Answer(item, article, report, report_to_json(report))
        slug, kinds = keywords.kinds(article.title, article.text)
        wanted = {kind.value for kind in item.gold.kinds}
        here = slug == item.gold.conflict
        marks += [(answer, mark) for mark in kind_marks(item.gold, answer.line)]
        marks += [(answer, m) for m in pair_marks("baseline kinds", wanted, kinds, here)]
        if report.conflict is not None or item.gold.kinds:
            answers.append(answer)
    cluster_of = clusters([(a.article, a.report) for a in answers], presets)
    found = [e for a in answers for e in elements(a)]
    by_id = {a.item.id: a for a in answers}
    shown = [
        Disagreement(a, m)
        for a, m in marks
        if m.verdict is not Verdict.RIGHT and m.metric == "kinds"
    ]
    shown += [
        Disagreement(by_id[e.article], Mark("grouping", Verdict.DIFFERS, e.event, how))
        for e, how in torn_apart(found, cluster_of)
    ]
    return Result(
        scores=summed(m for _, m in marks) | {"grouping": b_cubed(found, cluster_of)},
        disagreements=shown,
        items=len(articles),
        without_preset=0,
        unread=0,
    )


def _labels(path: Path) -> dict[str, dict[str, Any]]:
    if not path.is_file():
        raise RealDataError(f"{path} is missing: --real needs a folder with labels.jsonl in it")
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return {label["link"]: label for label in lines}


def _articles(folder: Path) -> Iterator[Article]:
    """Every entry once, however many feeds carry it."""
    files = sorted(folder.glob("*.xml"))
    if not files:
        raise RealDataError(f"{folder} holds no feeds (*.xml): --real needs a folder real-feeds")
    seen: set[tuple[str, str]] = set()
    for file in files:
        for entry in parse_feed(file.read_bytes(), "application/rss+xml", file.as_uri()).entries:
            key = (entry.link or "", entry.title)
            if key not in seen:
                seen.add(key)
                yield _article(entry, f"{file.stem}-{len(seen)}", file.stem)


def _article(entry: ParsedEntry, identity: str, outlet: str) -> Article:
    return Article(
        id=identity,
        title=entry.title,
        text=entry.text,
        published=entry.published,
        url=entry.link or "",
        outlet=outlet,
    )


def _item(article: Article, label: dict[str, Any] | None, known: Collection[str]) -> GoldItem:
    """The label as gold; what is about a conflict without a preset must be left alone."""
    gold = _gold(label) if label is not None and _slug(label) in known else Gold()
    return GoldItem(
        id=article.id,
        half=half_of(article.id),
        event_key=None,
        outlet=article.outlet,
        published=str(article.published),
        title=article.title,
        text=(article.text,),
        gold=gold,
    )


def _slug(label: dict[str, Any]) -> str:
    named: str = label["conflict"]
    return _PRESET_OF.get(named, named)


def _gold(label: dict[str, Any]) -> Gold:
    kinds = tuple(dict.fromkeys(_KINDS[t] for t in label["types"] if t in _KINDS))
    event = label["event_key"] if label["event_key"] not in ("", "roundup") else None
    if not kinds:
        return Gold(conflict=None)
    # One key for all its types: it is the event of the kind that it is named for.
    events = {kind: event if event and event.startswith(kind.value) else None for kind in kinds}
    return Gold(
        conflict=_slug(label),
        kinds=kinds,
        talks=tuple(GoldTalks(event=events[k]) for k in kinds if k is Kind.TALKS),
        deadlines=tuple(
            GoldDeadline(event=events[k], end="*") for k in kinds if k is Kind.DEADLINE
        ),
        strikes=tuple(
            GoldStrike(event=events[k], attacker=label["facts"].get("attacker"))
            for k in kinds
            if k is Kind.STRIKE
        ),
    )
