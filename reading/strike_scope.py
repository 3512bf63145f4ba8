"""From a count that has its wave to a figure of it: who claims it, and the place it is for."""

import re
from itertools import pairwise

from reading.document import Document
from reading.facts import Figure, Measure, Span
from reading.strike_counted import Counted
from reading.strike_places import soil
from reading.strike_roles import clause_of
from reading.strike_tags import Tagged, document_span
from reading.strike_times import as_of_at
from reading.strike_waves import Wave

_LOCAL = (Measure.KILLED, Measure.INJURED, Measure.HIT)
"""Counts that a place has of its own; a barrage is counted for a country."""
_NEAR = 60
AT_PLACE = re.compile(
    r"\b(?:over|in|across|above|at|on|near|hit|struck|against)\s+(?:the\s+)?"
    r"(?:(?:(?:north|south|east|west)[a-z]*|central|border|neighbou?ring)\s+|city\s+of\s+)?$"
)
_IN_REGION = re.compile(r"\w[\w’'-]*(?: [A-Z][\w’'-]*)*(?:,|,? in)(?: \w+[’']s)?(?: the)? $")
_PART_OF = re.compile(r"Num|including|most|some|half|third|quarter|of them|;|, ")
"""Between a count and a place: the place is for a part, or for something else."""
_DISTRICT = re.compile(
    r"\b(?:in|at|near) (?:the |\w+ )?"
    r"((?:[A-Z][\w'’-]+ ){1,2}(?:district|region|oblast|province|village))"
)


def figure_of(
    document: Document, tagged: Tagged, counted: Counted, wave: Wave, part: Span | None = None
) -> Figure:
    """A count as a figure of its wave, with who claims it and the place it is for.

    `part`: the stretch of the sentence that tells of its wave, where it tells of more.
    """
    sentence = tagged.sentence
    span = document_span(tagged, counted.start, counted.end)
    attribution = sentence.claimant_at(span)
    claimant = attribution.claimant if attribution else wave.speaker_for(counted, sentence)
    wave.spoke(counted, sentence, claimant)
    return Figure(
        measure=counted.measure,
        weapon=counted.weapon,
        low=counted.low,
        high=counted.high,
        qualifier=counted.qualifier,
        claimant=claimant,
        scope=counted.kind or _scope(document, tagged, counted, wave, part),
        as_of=as_of_at(document, sentence, _zone_of(document, wave)),
        span=span,
        sentence=sentence.text,
    )


def _zone_of(document: Document, wave: Wave) -> str | None:
    """The clock of the side struck; its authorities count by it."""
    party = document.preset.party(wave.target or "")
    return party.zone if party is not None else document.preset.zone


def _aimed_at(document: Document, tagged: Tagged, counted: Counted, wave: Wave) -> str | None:
    """The place that weapons were counted at, where it stands right after them: 'over Aville'."""
    end = tagged.at(counted.end)
    listed = _NEXT_PART.search(tagged.text, counted.end)
    reach = min(end + 90, tagged.at(listed.start())) if listed else end + 90
    if counted.measure is Measure.HIT_LOCATIONS or not (
        near := soil(document.preset).struck(
            tagged.sentence, document, wave.attacker, (end, reach), officials=True
        )
    ):
        return None
    place, at = next(iter(near.items()))
    between = document.text[end:at]
    words = tagged.text[counted.end : tagged.place_of(at)].removeprefix(" of them")
    alone = len(near) == 1 and not _PART_OF.search(words)
    return place if alone and AT_PLACE.search(between) and len(between) < _NEAR else None


_NEXT_PART = re.compile(r",(?: and)? (?:Num|one each)|(?:,| and) Num")
"""'21 over Aland, five over Beland': each count has its own place."""


def _without_regions(near: dict[str, int], document: Document) -> dict[str, int]:
    """Of 'in Aville in the Beland region' the town."""
    kept = dict(near)
    ordered = sorted(near.items(), key=lambda pair: pair[1])
    for (_, first), (place, at) in pairwise(ordered):
        if _IN_REGION.fullmatch(document.text, first, at):
            kept.pop(place)
    return kept


_EVERYWHERE = re.compile(
    r"\b(?:across|throughout|around) the (?:country|enclave|territory|region|strip)\b"
    r"|\bnationwide\b",
    re.IGNORECASE,
)
"""A count for a whole country, whatever place the sentence names."""


_NAME = len("Loc0")
_LIST_LINK = len("Loc0, and ")
_IN_LIST = re.compile(
    r"(?:Loc|Pty)[0-9X], and (?:the )?Loc[0-9X]"
    r"(?= ?[.;]| ?$| (?:in the|on|leav|left|kill|wound|injur))"
)
"""'Strikes on Aville, Beville, and Ceville killed 80': in all of them, not in the last."""


_OTHER_DEED = re.compile(
    r",? and (?:leaving|cutting|damaging|destroying|forcing|causing|knocking|plunging|setting"
    r"|sparking|disrupting|depriving)\b"
)
"""What else an attack did, which has a place of its own."""


def _scope(
    document: Document, tagged: Tagged, counted: Counted, wave: Wave, part: Span | None
) -> str | None:
    """The place a figure is for, where its own clause, or else its sentence, names just one."""
    sentence, places = tagged.sentence, soil(document.preset)
    if counted.measure not in _LOCAL:
        return _aimed_at(document, tagged, counted, wave)
    first, last = clause_of(tagged.text, counted.start, counted.end)
    if any(_IN_LIST.match(tagged.text, max(0, at)) for at in (first - _LIST_LINK, last - _NAME)):
        return None
    start, end = tagged.at(first), tagged.at(last)
    if part is not None:
        start, end = max(start, part[0]), min(end, part[1])
    if _EVERYWHERE.search(document.text, start, end):
        return None
    other = _OTHER_DEED.search(document.text, tagged.at(counted.end), end)
    end = other.start() if other else end
    near = places.struck(sentence, document, wave.attacker, (start, end), officials=True)
    after = {place: at for place, at in near.items() if at >= tagged.at(counted.start)}
    near = after if len(near) > 1 and len(after) == 1 else _without_regions(near, document)
    if not near and (district := _DISTRICT.search(document.text, start, end)):
        return district[1]
    if counted.measure is not Measure.HIT and other is None:
        near = near or places.struck(sentence, document, wave.attacker, part, officials=True)
    return next(iter(near)) if len(near) == 1 else None
