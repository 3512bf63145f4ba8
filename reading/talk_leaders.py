"""Meetings of leaders that are told by their names: "an A-B summit", "a meeting of A and B"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from reading.document import NameKind
from reading.gate import Gated
from reading.talk_clauses import Clause
from reading.talk_item_words import pattern_of

GET_TOGETHER = pattern_of(
    r"(?:should |would |to |might )?(?:meet|get together|sit down|come together|hold talks)\b"
)
"""After two leaders' names: a meeting of the two that somebody asks for."""
MEETING = Gated(r"\b(?:meeting|summit|talks|encounter)\b")
WITH_ONE = pattern_of(
    r"(?:face-to-face|direct|in-person|one-on-one|bilateral|personal|three-way|trilateral)"
    r"(?: \w+)? (?:meeting|summit|talks|encounter)$"
)
"""Two leaders' own meeting, of whom one asks for it and so is named first."""
BETWEEN = pattern_of(
    r"\s*(?:\w+ ){0,2}(?:between|of|among|involving|with)\b|\s(?:[\w’'-]+ ){3,7}between\b"
)
HELD = pattern_of(r"\b(?:after|following|during|since) (?:[\w-]+ ){0,2}$")
"""Before a meeting: it was held, and something else came of it."""
JOINT = re.compile(r"\s*(?:[-–/,]|and|,? and)\s*(?:[A-Z]\w+\s)*\s*")


def leaders_meet(clause: Clause) -> Iterator[tuple[int, int]]:
    """A meeting named by its people: "a meeting between A, B and C", "an A–B summit"."""
    offset = clause.span[0]
    people = [
        (name.span[0] - offset, name.span[1] - offset)
        for name in clause.names
        if name.kind is NameKind.PERSON
    ]
    for one, other in pairwise(people):
        act = GET_TOGETHER.match(clause.text, other[1] + 1)
        if act is not None and clause.text[one[1] : other[0]].strip() == "and":
            yield one[0], act.end()
    for found in MEETING.finditer(clause.text, clause.sentence.stems):
        after = [person for person in people if 0 <= person[0] - found.end() <= 160]
        if HELD.search(clause.text, 0, found.start()):
            continue
        if len(after) >= 2 and BETWEEN.match(clause.text[found.end() :]):
            yield found.start(), after[1][1]
            continue
        if after and _is_with(clause.text, found, after[0]):
            yield found.start(), after[0][1]
            continue
        before = [person for person in people if person[1] <= found.start()][-2:]
        if len(before) == 2 and _compound(clause.text, before, found.start()):
            yield before[0][0], found.end()


def _is_with(text: str, found: re.Match[str], person: tuple[int, int]) -> bool:
    """ "A face-to-face meeting with B"."""
    joined = re.fullmatch(r" with (?:[\w-]+ ){0,2}", text[found.end() : person[0]])
    return joined is not None and WITH_ONE.search(text[: found.end()]) is not None


def _compound(text: str, people: list[tuple[int, int]], noun: int) -> bool:
    joint = JOINT.fullmatch(text[people[0][1] : people[1][0]])
    return joint is not None and text[people[1][1] : noun].strip(" -'’s") == ""
