"""Points: what was agreed, offered, asked for, refused or carried out, at a meeting or outside.

Agreed is never confused with offered: a point's stance comes from the word that governs it, and
where none does, there is no point.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from reading.document import Document, Sentence, TimeExpression, TimeKind
from reading.facts import Item, Point, Span, Stance, Window
from reading.point_elided import HANDED_OVER, elided, gapped, in_return_of
from reading.point_merging import merge_points
from reading.point_outcomes import MEETINGS, SETTLED, is_no_outcome, words_of
from reading.point_relative import told_in_relatives
from reading.point_signs import are_own_people, points_by_signs
from reading.talk_clauses import Clause, clauses, sides_meant
from reading.talk_counts import count_of
from reading.talk_doers import doers, with_partner
from reading.talk_frames import answered
from reading.talk_governed import cues_of, stance_of
from reading.talk_items import Mention, find_items, speaks_of_items
from reading.talk_lasting import hours_of
from reading.talk_parties import both_meant
from reading.talk_setting import Setting, setting_of
from reading.talk_stances import Cue
from reading.talk_truces import (
    DECLARES,
    LASTING,
    agreed_by,
    declared,
    kept_by,
    mutual_only,
    one_s_yes,
    owner_of,
)
from reading.unsaid import EVERY, Unsaid, is_unsaid

MUTUAL = frozenset({Item.PRISONER_EXCHANGE, Item.NEXT_MEETING, Item.DOCUMENT, Item.WORKING_GROUP})
"""Items that bind both sides wherever they are agreed or carried out."""


def read_points(document: Document) -> tuple[Point, ...]:
    """Every point of the article, restatements merged, in the order of the text."""
    return merge_points(point for _, point in told_points(document))


def told_points(document: Document) -> Iterator[tuple[Sentence, Point]]:
    """Every point with the sentence that states it, restatements and all."""
    setting = setting_of(document)
    previous, before = None, list[tuple[int, Point]]()
    for sentence in document.sentences:
        if sentence.index in setting.entries:
            sentence = replace(sentence, heading=False)  # an entry of a list has no full stop
        governed = list(_sentence_points(setting, sentence, previous))
        governed += told_in_relatives(document, sentence)
        found = governed or list(points_by_signs(setting, sentence))
        found += list(gapped(sentence, found))
        found += list(elided(document, sentence, [*_near(before, sentence), *found]))
        found = [point for point in found if not _is_unsaid(sentence, point)]
        yield from ((sentence, point) for point in found)
        previous = sentence
        before += [(sentence.index, point) for point in found]


def _is_unsaid(sentence: Sentence, point: Point) -> bool:
    """Nothing of the kind was done; "did not agree to a truce" tells of a refusal."""
    why = EVERY | Unsaid.NOT if point.stance in SETTLED else EVERY
    return is_unsaid(sentence, point.span[0], why)


BACK = 3
"""Sentences within which a bare number still counts those who were handed over."""


def _near(before: list[tuple[int, Point]], sentence: Sentence) -> list[Point]:
    return [point for index, point in before if sentence.index - index <= BACK]


def _sentence_points(
    setting: Setting, sentence: Sentence, previous: Sentence | None
) -> Iterator[Point]:
    for clause in clauses(sentence) if speaks_of_items(sentence) else ():
        mentions = list(find_items(clause))
        if not mentions:
            continue
        cues = answered(cues_of(clause, previous.text if previous else ""), clause.text)
        frames = [cue for cue in cues if cue.frame]
        found: list[Point] = []
        given: Point | None = None
        for mention in sorted(mentions, key=lambda m: in_return_of(clause, m)):
            if any(f.start <= mention.start < f.end for f in frames):
                continue
            point = _point(setting, clause, cues, mention, previous)
            in_return = in_return_of(clause, mention)
            if point and point.stance is Stance.REJECTED and in_return:
                continue  # the offer was refused, not what was to be had for it
            if point and point.stance is Stance.OFFERED and in_return:
                point = replace(point, stance=Stance.PROPOSED)  # that the others give it
            if point is None and given and in_return:
                point = _returned(setting, clause, mention, given)
            elif point and given and in_return and _is_of_the_same(point, given):
                point = replace(point, by=_across(setting.document, sentence, given))
            if point is not None:
                found.append(point)
                given = given if in_return else point
        yield from found


def _is_of_the_same(point: Point, given: Point) -> bool:
    return point.stance not in WISHED and len(point.by) == 1 and point.by == given.by


def _across(document: Document, sentence: Sentence, first: Point) -> tuple[str, ...]:
    """Who gives something for what the first gave: for hostages those whose people they are."""
    own = [p.name for p in document.preset.parties if p.hostages and p.name not in first.by]
    if first.item is Item.HOSTAGE_RELEASE and len(own) == 1:
        return tuple(own)
    others = set(both_meant(document, sentence)) - {*first.by}
    return tuple(others) if len(others) == 1 else ()


WISHED = (Stance.PROPOSED, Stance.DEMANDED)
"""What is had for something is wished for by the same side."""


def _returned(setting: Setting, clause: Clause, mention: Mention, first: Point) -> Point | None:
    """What is given in return stands as firmly as what it is given for, and by the other side."""
    if first.item not in HANDED_OVER or mention.item not in HANDED_OVER:
        return None
    count, at_least, _ = count_of(setting.document, clause, mention)
    if count == first.count:
        count, at_least = None, False  # the number of those whom it is given for
    alone = len(first.by) == 1
    by = _across(setting.document, clause.sentence, first) if alone else first.by
    offered = first.stance is Stance.OFFERED
    return replace(
        first,
        item=mention.item,
        stance=Stance.PROPOSED if offered else first.stance,
        by=first.by if offered else by,
        count=count,
        at_least=at_least,
        per_side=None,
        span=(clause.at(mention.start), clause.at(mention.end)),
    )


def _point(
    setting: Setting,
    clause: Clause,
    cues: list[Cue],
    mention: Mention,
    previous: Sentence | None,
) -> Point | None:
    stance, cue = stance_of(setting, clause, cues, mention)
    stance = stance and one_s_yes(setting, clause, mention, stance, cue)
    if stance is None or is_no_outcome(clause, cue, mention, stance):
        return None
    if mention.item in HANDED_OVER and are_own_people(setting.document, clause.sentence):
        return None
    by = doers(setting.document, clause, cue, mention, stance, previous)
    of_both = setting.deal or cue is None or mention.item in MUTUAL or _takes_two(clause, cue)
    if stance is Stance.AGREED and not by and of_both:
        by = both_meant(setting.document, clause.sentence)
    if len(by) < 2 and LAY_DOWN.match(words_of(clause, mention)):
        return None
    told, by = declared(setting, clause, mention, stance, by, cue)
    if told is None or (told is Stance.AGREED and not by):
        return None
    outsiders = bool(by) and set(by).isdisjoint(setting.document.preset.party_names)
    if told is Stance.AGREED and not (by := agreed_by(setting, clause, mention, cue, by)):
        return None
    if told is Stance.REJECTED and outsiders and _none_was_reached(clause, cue):
        return None
    if mention.item in LASTING and _is_of_others(setting.document, clause, mention):
        return None
    by = _not_their_own(setting, clause, mention, stance, by)
    if _is_outsiders(setting.document, clause, mention, told, by):
        return None
    stance = mutual_only(setting.document, clause, mention, told, by)
    if mention.item in LASTING:
        stance, by = kept_by(setting, clause, mention, cue, (stance, by))
    return _told_point(setting, clause, cue, mention, stance, by)


def _takes_two(clause: Clause, cue: Cue) -> bool:
    """ "Agreement was reached on a truce": nobody reaches one alone, whoever is named."""
    return cue.passive and TAKES_TWO.search(clause.text, cue.start, cue.end) is not None


TAKES_TWO = re.compile(
    r"\b(?:agreed|reached|settled|concluded|clinched|sealed|struck|hammered out|signed|inked)$",
    re.IGNORECASE,
)


def _none_was_reached(clause: Clause, cue: Cue | None) -> bool:
    """ "The envoy: they did not agree to": it is not the envoy who has refused."""
    return cue is not None and NOT_AGREED.match(clause.text, cue.start) is not None


NOT_AGREED = re.compile(r"(?:did|do|have|had|could|can)(?: not|n[’']t) (?:yet )?agreed?\b")


def _is_outsiders(
    document: Document, clause: Clause, mention: Mention, told: Stance, by: tuple[str, ...]
) -> bool:
    """What outsiders settle among themselves, or one side with an outsider."""
    ours = bool(set(by) & {*document.preset.party_names})
    if mention.item in MUTUAL and told is Stance.AGREED and not ours:
        return True
    return mention.item in MEETINGS and len(by) < 2 and _with_outsider(document, clause, mention)


def _told_point(
    setting: Setting,
    clause: Clause,
    cue: Cue | None,
    mention: Mention,
    stance: Stance,
    by: tuple[str, ...],
) -> Point:
    """The point with what the clause says of it: how many, until when, for how long, by whom."""
    document, done = setting.document, stance is Stance.CARRIED_OUT
    item = _item(setting, mention, stance, by, cue, clause)
    wide = _wide(clause, mention, cue)
    alone = len(by) == 1 and _gave_alone(document, clause, wide)
    if item in MUTUAL and stance in SETTLED and len(by) < 2 and not alone:
        by = with_partner(document, clause, by)
    count, at_least, per_side = count_of(document, clause, mention)
    span = (clause.at(mention.start), clause.at(mention.end))
    attribution = clause.sentence.claimant_at(span)
    return Point(
        item=item,
        stance=stance,
        by=by,
        count=count,
        per_side=per_side,
        claimant=attribution.claimant if attribution else None,
        span=wide,
        sentence=clause.sentence.text,
        due=None if done else _due(document, clause.times, span[0]),
        hours=hours_of(clause, mention) if item in LASTING else None,
        at_least=at_least,
        done=_done(document, clause.sentence) if done else None,
    )


def _gave_alone(document: Document, clause: Clause, span: Span) -> bool:
    """ "A released 84 prisoners": only where an exchange is told did the other do so too."""
    gave = ONE_WAY.search(document.text, *span) is not None
    low = clause.sentence.span[0]
    anew = [found.end() for found in ANEW.finditer(clause.sentence.text, 0, span[0] - low)]
    return gave and TWO_WAY.search(clause.sentence.text, anew[-1] if anew else 0) is None


ANEW = re.compile(r"\band that ")
"""Between two deeds: another statement of the same speaker has begun."""
ONE_WAY = re.compile(
    r"\b(?:releas\w+|free[ds]?|freeing|hand\w* over|handover|return(?:s|ed)|repatriat\w+)\b",
    re.IGNORECASE,
)
TWO_WAY = re.compile(
    r"\b(?:swap\w*|exchang\w+|trad(?:e[sd]?|ing)|in return|each|both|mutual\w*|apiece|one another"
    r"|per side|between|as did|so did|gets?|got|receiv\w+)\b",
    re.IGNORECASE,
)


def _not_their_own(
    setting: Setting, clause: Clause, mention: Mention, stance: Stance, by: tuple[str, ...]
) -> tuple[str, ...]:
    """Hostages are freed by those who hold them, not by an outsider or their own side who says so.

    Of a deal that was made it is the sides' word.
    """
    preset = setting.document.preset
    own = {party.name for party in preset.parties if party.hostages}
    if mention.item is not Item.HOSTAGE_RELEASE or stance is not Stance.AGREED or not own:
        return by
    if set(by) & set(preset.party_names) - own:
        return by
    return sides_meant(setting.document, clause.sentence) if setting.deal else by


def _is_of_others(document: Document, clause: Clause, mention: Mention) -> bool:
    """ "The truce between A and C", of whom one is no side: of another war."""
    end = clause.at(mention.end)
    pair = [n for n in clause.names if n.party and end <= n.span[0] <= end + 60]
    between = BETWEEN_TWO.match(document.text, end) is not None
    return between and any(n.party not in document.preset.party_names for n in pair[:2])


BETWEEN_TWO = re.compile(r"(?: (?:deal|agreement|accord))? between ")


def _with_outsider(document: Document, clause: Clause, mention: Mention) -> bool:
    """A side's "next round with C", who is no side: another matter than this war's."""
    sides = document.preset.party_names
    return any(
        name.party is not None
        and name.party not in sides
        and name.span[0] >= clause.at(mention.start)
        and WITH.search(document.text[: name.span[0]][-12:])
        for name in clause.names
    )


WITH = re.compile(r"[^,] with (?:the )?$")
LAY_DOWN = re.compile(r"(?:lay|laying|put) down", re.IGNORECASE)
"""One side that lays down its arms disarms; only both make a truce of it."""
CAPTIVES = re.compile(r"\b(?:captives?|soldier|abductees?)\b", re.IGNORECASE)


def _item(
    setting: Setting,
    mention: Mention,
    stance: Stance,
    by: tuple[str, ...],
    cue: Cue | None,
    clause: Clause,
) -> Item:
    """One side's own truce is a pause: *ceasefire* is earned by being mutual."""
    item = mention.item
    if item is Item.PRISONER_EXCHANGE and setting.hostages:
        held = CAPTIVES.search(clause.text[mention.start : mention.end])
        return Item.HOSTAGE_RELEASE if held or _are_hostages(setting, clause, mention) else item
    if item is not Item.CEASEFIRE or len(by) > 1:
        return item
    declares = cue is not None and DECLARES.match(clause.text[cue.start :]) is not None
    own = declares or bool(owner_of(setting, clause, mention))
    return (
        Item.PAUSE if (own and stance is Stance.OFFERED) or stance is Stance.CARRIED_OUT else item
    )


def _are_hostages(setting: Setting, clause: Clause, mention: Mention) -> bool:
    """Those of a people whose captives are hostages, unless they are called prisoners."""
    if mention.whom is None or PRISONERS.search(_told(clause, mention.whom)):
        return False
    low, high = (clause.at(edge) for edge in mention.whom)
    of = {n.party for n in clause.names if low <= n.span[0] < high and n.adjective}
    return any(party.hostages and party.name in of for party in setting.document.preset.parties)


def _told(clause: Clause, span: tuple[int, int]) -> str:
    return clause.text[slice(*span)]


PRISONERS = re.compile(r"\b(?:prisoners?|detainees?|inmates?)\b", re.IGNORECASE)


def _wide(clause: Clause, mention: Mention, cue: Cue | None) -> tuple[int, int]:
    low = min(mention.start, cue.start) if cue else mention.start
    high = max(mention.end, cue.end) if cue else mention.end
    return clause.at(low), clause.at(high)


def _due(document: Document, times: Iterable[TimeExpression], at: int) -> Window | None:
    """By when: the end of the stretch that "by the end of August" spans."""
    found = next(
        (
            t.window
            for t in times
            if t.kind is TimeKind.DEADLINE
            and t.window
            and not NEXT_ACT.search(document.text, t.span[1], max(at, t.span[1]))
        ),
        None,
    )
    return replace(found, start=found.end, start_time=found.end_time) if found else None


NEXT_ACT = re.compile(r",? and (?:also |then )?to [a-z]+ ")
"""'To disarm within 30 days, and to restore aid': the second has no term."""


def _done(document: Document, sentence: Sentence) -> Window | None:
    """When it was done: not in "the coming days", and of "this week" no day after the print."""
    today = document.ref.date()
    told = [
        t.window
        for t in sentence.times
        if t.window
        and t.window.start <= today
        and not TAKEN.search(document.text[sentence.span[0] : t.span[0]])
    ]
    past = [w for w in told if w.end <= today or w.start < today]
    return replace(past[0], end=min(past[0].end, today)) if past else None


TAKEN = re.compile(
    r"\b(?:held|captured|detained|jailed|imprisoned|abducted|kidnapped|seized|arrested)"
    r"(?: (?:captive|hostage|prisoner))?(?: [\w-]+){0,3} $",
    re.IGNORECASE,
)
"""Before a time: since then the freed had been captives."""
