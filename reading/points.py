"""Points: what was agreed, offered, asked for, refused or carried out, at a meeting or outside.

Agreed is never confused with offered: a point's stance comes from the word that governs it, and
where none does, there is no point.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reading.document import Document, Name, Sentence, TimeExpression, TimeKind
from reading.facts import Item, Point, Stance, Window
from reading.talk_clauses import (
    BOTH_SIDES,
    Clause,
    acting_names,
    clauses,
    opens_with_pronoun,
    parties_of,
    sides_meant,
    sides_named,
)
from reading.talk_counts import COUNTED, count_of
from reading.talk_items import Mention, find_items
from reading.talk_stances import Cue, find_cues, governing

MUTUAL = frozenset({Item.PRISONER_EXCHANGE, Item.NEXT_MEETING, Item.DOCUMENT, Item.WORKING_GROUP})
"""Items that bind both sides wherever they are agreed or carried out."""

MEETINGS = frozenset({Item.NEXT_MEETING, Item.LEADERS_MEETING})
"""Items that become a meeting of their own once they take place."""

LASTING = frozenset({Item.CEASEFIRE, Item.PAUSE})

PAST_ACT = re.compile(
    r"(?:exchanged|swapped|traded|released|freed|handed|returned|repatriated|transferred|delivered"
    r"|brought|went|came|received|sent|gave)\b",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r"\b(?:will|would|shall|to|should|must|could|(?-i:may)|might|can|be|see|sees"
    r"|have)\b(?: \w+){0,3} ?$"
    r"|n['’]t ?$|\b(?:not|never)(?: \w+)? ?$",
    re.IGNORECASE,
)
"""Before an act's past form: an infinitive, a wish or a refusal; nothing was carried out."""

WILL = re.compile(r"\b(?:will|would|is to|are to|shall)\b", re.IGNORECASE)
OUTCOMES = re.compile(
    r"\b(?:outcomes?|results?|agreements?|decisions?|points agreed|main points)\b[^:.]{0,30}:\s",
    re.IGNORECASE,
)
"""Before a list: its entries were agreed, unless one says otherwise."""

LISTED = frozenset({Item.PRISONER_EXCHANGE, Item.BODY_RETURN, Item.DOCUMENT, Item.WORKING_GROUP})

WILL_DO = re.compile(r"\b(?:will|would|is to|are to|shall)\b(?: \w+){0,4} ?$", re.IGNORECASE)
WILL_BE_DONE = re.compile(r"\b(?:will|would) (?:also )?(?:be|go|come|receive|get)\b", re.IGNORECASE)
COMPLAINED_OF = re.compile(
    r"\b(?:complain(?:ed|s|ing)? (?:of|about)|spoke of|denounc(?:ed|es)|face[ds]?|decried"
    r"|reject(?:ed|s)"
    r"|unacceptable|told of)\b[^.;]*$",
    re.IGNORECASE,
)
"""Before "demands": the one who speaks is the one of whom they are made."""

PRESENTED_WITH = re.compile(
    r"\b(?:was|were|been) (?:\w+ )?(?:presented with|given|handed|offered|shown|sent)\b",
    re.IGNORECASE,
)
"""Before a proposal: the one named received it."""

PARTNER = re.compile(
    r"\b(?:with|by|after|alongside)\s+(?:the |President |\w+ President )?$", re.IGNORECASE
)
JOINED = re.compile(r"(?:['’]s)?,?\s(?:and\s)?(?:the\s)?(?:leaders?\sof\s)?", re.IGNORECASE)

WILL_BE_SWAPPED = re.compile(r"[\w ]{0,12}\b(?:will|would|are to) be (?:exchanged|swapped)\b")
DOUBTED = re.compile(
    r"\b(?:if|unless|could|might|(?-i:may)|should|not|whether)\b|n['’]t\b", re.IGNORECASE
)


def read_points(document: Document) -> tuple[Point, ...]:
    """Every point of the article, restatements merged, in the order of the text."""
    found: list[Point] = []
    for index, sentence in enumerate(document.sentences):
        previous = document.sentences[index - 1] if index else None
        found += sentence_points(document, sentence, previous)
    return merge_points(found)


def sentence_points(
    document: Document, sentence: Sentence, previous: Sentence | None = None
) -> Iterator[Point]:
    """The points that one sentence states."""
    for clause in clauses(sentence):
        mentions = list(find_items(clause))
        cues = find_cues(clause.text) if mentions else []
        for mention in mentions:
            point = _point(document, clause, cues, mention, previous)
            if point is not None:
                yield point


def _point(
    document: Document,
    clause: Clause,
    cues: list[Cue],
    mention: Mention,
    previous: Sentence | None,
) -> Point | None:
    stance, cue = _stance(document, clause, cues, mention)
    if stance is None or (stance is Stance.CARRIED_OUT and mention.item in MEETINGS):
        return None
    by = _by(document, clause, cue, mention, stance, previous)
    stance, by = _declared(document, clause, mention, stance, by, cue)
    stance = _mutual_only(document, mention, stance, by)
    if cue is not None and ON_HOW.match(clause.text[cue.end : mention.start]):
        return None
    item = _item(mention.item, stance, by, cue, clause)
    count, at_least, per_side = count_of(document, clause, mention)
    span = (clause.at(mention.start), clause.at(mention.end))
    attribution = clause.sentence.claimant_at(span)
    if item in MUTUAL and stance in (Stance.AGREED, Stance.CARRIED_OUT):
        by = _with_partner(document, clause, by) if len(by) < 2 else by
    return Point(
        item=item,
        stance=stance,
        by=by,
        count=count,
        per_side=per_side,
        claimant=attribution.claimant if attribution else None,
        span=_wide(clause, mention, cue),
        sentence=clause.sentence.text,
        due=None if stance is Stance.CARRIED_OUT else _due(clause.times),
        hours=_hours(clause, mention) if item in LASTING else None,
        at_least=at_least,
        done=_done(document, clause.sentence) if stance is Stance.CARRIED_OUT else None,
    )


def _with_partner(document: Document, clause: Clause, by: tuple[str, ...]) -> tuple[str, ...]:
    """What binds both was agreed by both: of two sides the two, of more only those named."""
    sides = document.preset.party_names
    if len(sides) < 3:
        return sides
    if not by:
        return sides_meant(document, clause.sentence)
    here = (sides_named(document, names) for names in (clause.names, clause.sentence.names))
    return next((found for found in here if len(found) > 1 and set(by) <= {*found}), by)


def _others(document: Document, clause: Clause, names: list[Name]) -> tuple[str, ...]:
    """The sides across the table from those named: of more than two, only where named too."""
    meant = sides_meant(document, clause.sentence)
    return tuple(party for party in meant if party not in parties_of(names))


def _stance(
    document: Document, clause: Clause, cues: list[Cue], mention: Mention
) -> tuple[Stance | None, Cue | None]:
    cue = governing(cues, mention.start, mention.end)
    if mention.act is not None:
        return _act_stance(document, clause, cue, mention)
    if cue is not None:
        return _own_proposal(cues, cue, mention)
    if mention.item in (Item.DOCUMENT, Item.NEXT_MEETING):
        before = clause.text[max(0, mention.start - 90) : mention.start]
        mutual = _mutual(document, clause)
        if mutual and WILL.search(before) and not DOUBTED.search(before):
            return Stance.AGREED, None
        if WILL_BE_SWAPPED.match(clause.text[mention.end :]):
            return Stance.AGREED, None
    listed = OUTCOMES.search(
        clause.sentence.text[: clause.at(mention.start) - clause.sentence.span[0]]
    )
    return (Stance.AGREED, None) if listed and mention.item in LISTED else (None, None)


def _own_proposal(cues: list[Cue], cue: Cue, mention: Mention) -> tuple[Stance | None, Cue | None]:
    """ "A's request for a summit was noted": A proposed it, whatever became of it."""
    if cue.stance is not Stance.NOTED:
        return cue.stance, cue
    asked = [c for c in cues if c.stance is Stance.PROPOSED and 0 <= mention.start - c.end <= 20]
    return (Stance.PROPOSED, asked[-1]) if asked else (cue.stance, cue)


def _act_stance(
    document: Document, clause: Clause, cue: Cue | None, mention: Mention
) -> tuple[Stance | None, Cue | None]:
    """An act's own tense speaks where no verb governs it: "swapped" is done, "will swap" agreed."""
    assert mention.act is not None
    act = clause.text[slice(*mention.act)]
    before = clause.text[: mention.act[0]]
    if PAST_ACT.match(act) and not NOT_YET.search(before):
        return Stance.CARRIED_OUT, None
    if cue is not None:
        return cue.stance, cue
    future = WILL_DO.search(before) or WILL_BE_DONE.search(clause.text)
    doubted = DOUBTED.search(before)
    if future and not doubted and (_mutual(document, clause) or acting_names(document, clause)):
        return Stance.AGREED, None
    return None, None


def _mutual(document: Document, clause: Clause) -> bool:
    parties = set(parties_of(acting_names(document, clause)))
    return BOTH_SIDES.search(clause.text) is not None or len(parties) > 1


def _by(
    document: Document,
    clause: Clause,
    cue: Cue | None,
    mention: Mention,
    stance: Stance,
    previous: Sentence | None,
) -> tuple[str, ...]:
    edge = cue.start if cue and not cue.passive else mention.start
    names = _subjects(document, clause, clause.at(edge))
    subject = clause.text[:edge]
    sides = document.preset.party_names
    if stance is Stance.CARRIED_OUT and RECEIVED.match(_act(clause, mention)):
        return _others(document, clause, names)
    if stance in (Stance.AGREED, Stance.CARRIED_OUT):
        if BOTH_SIDES.search(subject) or (cue is not None and cue.passive):
            return sides_meant(document, clause.sentence)
        acting = parties_of(names) or _spoken_for(clause, mention, previous)
        return tuple(party for party in acting if party in sides) or acting
    if PRESENTED_WITH.search(subject):
        return _others(document, clause, names)
    if stance is Stance.DEMANDED and COMPLAINED_OF.search(subject):
        return _others(document, clause, names)
    return parties_of(_coordinated(document, names)) or _spoken_for(clause, mention, previous)


RECEIVED = re.compile(r"receiv", re.IGNORECASE)
"""What one side received, the other handed over."""


def _act(clause: Clause, mention: Mention) -> str:
    return clause.text[slice(*mention.act)] if mention.act else ""


def _subjects(document: Document, clause: Clause, before: int) -> list[Name]:
    """Those who act before that position; a partner ("with X") is no subject."""
    names = acting_names(document, clause, before)
    return [
        n for n in names if not PARTNER.search(document.text[max(0, n.span[0] - 24) : n.span[0]])
    ]


def _coordinated(document: Document, names: list[Name]) -> list[Name]:
    """The last name with those joined to it: "Kyiv, Paris and Berlin demanded"."""
    group = names[-1:]
    for name in reversed(names[:-1]):
        if not JOINED.fullmatch(document.text[name.span[1] : group[0].span[0]]):
            break
        group.insert(0, name)
    return group


def _spoken_for(clause: Clause, mention: Mention, previous: Sentence | None) -> tuple[str, ...]:
    """Where the clause names no one: whom the pronoun stands for, or whose spokesman says it."""
    if opens_with_pronoun(clause) and previous is not None:
        before = [n for n in previous.names if n.party and not n.adjective]
        if before:
            return parties_of(before[:1])
    attribution = clause.sentence.claimant_at((clause.at(mention.start), clause.at(mention.end)))
    return (attribution.party,) if attribution and attribution.party else ()


DECLARES = re.compile(r"(?:declar|announc|order|proclaim)", re.IGNORECASE)


def _declared(
    document: Document,
    clause: Clause,
    mention: Mention,
    stance: Stance,
    by: tuple[str, ...],
    cue: Cue | None,
) -> tuple[Stance, tuple[str, ...]]:
    """A truce that a third party announces between both sides is theirs, and agreed."""
    sides = document.preset.party_names
    named = sides_named(document, clause.names)
    declared = cue is not None and DECLARES.match(clause.text[cue.start :])
    if mention.item in LASTING and declared and not set(by) & set(sides) and len(named) > 1:
        return Stance.AGREED, sides if len(sides) < 3 else named
    return stance, by


ON_HOW = re.compile(r"[^.;]{0,40}\b(?:how|whether|when|where)\b", re.IGNORECASE)
"""Between a word of agreement and its item: the manner is settled, not the thing."""


def _mutual_only(
    document: Document, mention: Mention, stance: Stance, by: tuple[str, ...]
) -> Stance:
    """No truce is agreed before both sides have said so: one side's yes is an offer."""
    both = len(set(by) & set(document.preset.party_names)) > 1
    if mention.item is Item.CEASEFIRE and stance is Stance.AGREED and not both:
        return Stance.OFFERED
    return stance


def _item(item: Item, stance: Stance, by: tuple[str, ...], cue: Cue | None, clause: Clause) -> Item:
    """One side's own truce is a pause: *ceasefire* is earned by being mutual."""
    if item is not Item.CEASEFIRE or len(by) > 1:
        return item
    declared = cue is not None and DECLARES.match(clause.text[cue.start :])
    return Item.PAUSE if declared or stance is Stance.CARRIED_OUT else item


def _wide(clause: Clause, mention: Mention, cue: Cue | None) -> tuple[int, int]:
    low = min(mention.start, cue.start) if cue else mention.start
    high = max(mention.end, cue.end) if cue else mention.end
    return clause.at(low), clause.at(high)


def _due(times: Iterable[TimeExpression]) -> Window | None:
    """By when: the end of the stretch that "by the end of August" spans."""
    found = next((t.window for t in times if t.kind is TimeKind.DEADLINE and t.window), None)
    return replace(found, start=found.end, start_time=found.end_time) if found else None


def _done(document: Document, sentence: Sentence) -> Window | None:
    today = document.ref.date()
    past = [t.window for t in sentence.times if t.window and t.window.start <= today]
    return past[0] if past else None


HOURS_NEAR = 40


def _hours(clause: Clause, mention: Mention) -> tuple[int, int] | None:
    low, high = clause.at(mention.start) - HOURS_NEAR, clause.at(mention.end) + HOURS_NEAR
    for time in clause.times:
        if time.hours is not None and low <= time.span[0] <= high:
            return time.hours
    return None


def merge_points(points: Iterable[Point]) -> tuple[Point, ...]:
    """One point per item, stance, doers and count; a firm number and a named claimant win."""
    kept: list[Point] = []
    for point in points:
        twin = next((i for i, other in enumerate(kept) if _same(point, other)), None)
        if twin is None:
            kept.append(point)
        else:
            kept[twin] = _joined(kept[twin], point)
    return tuple(kept)


def _same(one: Point, other: Point) -> bool:
    return (
        one.item is other.item
        and one.stance is other.stance
        and (one.count == other.count or None in (one.count, other.count))
        and (not one.by or not other.by or bool(set(one.by) & set(other.by)))
    )


def _joined(one: Point, other: Point) -> Point:
    best, rest = sorted((one, other), key=_strength, reverse=True)
    return replace(
        best,
        by=best.by if len(best.by) >= len(rest.by) else rest.by,
        per_side=best.per_side if best.per_side is not None else rest.per_side,
        claimant=best.claimant or rest.claimant,
        due=best.due or rest.due,
        hours=best.hours or rest.hours,
        done=best.done or rest.done,
    )


def _strength(point: Point) -> tuple[bool, bool, bool]:
    return point.count is not None, not point.at_least, point.claimant is not None


__all__ = ["COUNTED", "merge_points", "read_points", "sentence_points"]
