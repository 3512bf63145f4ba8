"""B³ over events: does each mention stand with the mentions of its own event, and only with them?

Bagga and Baldwin, "Algorithms for Scoring Coreference Chains" (LREC 1998). An element is one event
that the gold says an article reports; where the reader found none, it stands alone.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from eval.answers import Answer
from eval.judge_deadlines import deadline_pairs
from eval.judge_strikes import strike_pairs
from eval.judge_talks import talks_pairs
from eval.tally import Ratio


@dataclass(frozen=True, slots=True)
class Element:
    """One gold event in one article, with the key of the mention that answers it, if any."""

    article: str
    kind: str
    event: str
    mention: str | None


def elements(answer: Answer) -> Iterator[Element]:
    """The events that an article reports itself."""
    gold, line = answer.item.gold, answer.line
    matched = (
        ("round", gold.talks, talks_pairs(gold, line)[0], line.get("talks", [])),
        ("deadline", gold.deadlines, deadline_pairs(gold, line)[0], line.get("deadlines", [])),
        ("strike", gold.strikes, strike_pairs(gold, line)[0], line.get("strikes", [])),
    )
    for kind, wanted, both, found in matched:
        index = {id(fact): n for n, fact in enumerate(found)}
        keys = {id(g): f"{answer.item.id}:{kind}:{index[id(f)]}" for g, f in both}
        for fact in wanted:
            if fact.event and not fact.background and not fact.optional:
                yield Element(answer.item.id, kind, fact.event, keys.get(id(fact)))


def b_cubed(found: Iterable[Element], cluster_of: Mapping[str, str]) -> Ratio:
    """Precision and recall of the clusters, averaged over elements."""
    labelled = [(e.event, _cluster(e, n, cluster_of)) for n, e in enumerate(found)]
    together = Counter(labelled)
    by_event = Counter(event for event, _ in labelled)
    by_cluster = Counter(cluster for _, cluster in labelled)
    count = len(labelled)
    if not count:
        return Ratio(1.0, 1.0, 0)
    precision = sum(together[e, c] / by_cluster[c] for e, c in labelled) / count
    recall = sum(together[e, c] / by_event[e] for e, c in labelled) / count
    return Ratio(precision, recall, count)


def _cluster(element: Element, number: int, cluster_of: Mapping[str, str]) -> str:
    """The found event; an element in none is its own."""
    return cluster_of.get(element.mention or "", f"alone {number}")


def torn_apart(
    found: Sequence[Element], cluster_of: Mapping[str, str]
) -> Iterator[tuple[Element, str]]:
    """Elements that stand apart from most of their event, or as guests among another's; and how."""
    labelled = [(e, _cluster(e, n, cluster_of)) for n, e in enumerate(found)]
    home = _most((e.event, c) for e, c in labelled)
    host = _most((c, e.event) for e, c in labelled)
    for element, cluster in labelled:
        if host[cluster] != element.event:
            yield element, f"put into {host[cluster]}"
        elif cluster != home[element.event]:
            yield element, "not found" if cluster.startswith("alone ") else "apart from the rest"


def _most(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each first, the second that it comes with most often."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for first, second in pairs:
        counts[first][second] += 1
    return {first: seconds.most_common(1)[0][0] for first, seconds in counts.items()}
