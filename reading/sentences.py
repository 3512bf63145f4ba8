"""Sentence and paragraph boundaries of news text: rules about stops, abbreviations and openers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reading.wordlist import words


class SentenceSpan(NamedTuple):
    """Where one sentence lies, the paragraph it belongs to, and whether it stands as a heading."""

    start: int
    end: int
    paragraph: int
    heading: bool


# Begun only at the first of a run of stops, so that a page of dots takes linear time.
# The look-behind stands second, so that the search leaps to the next stop.
_STOP = re.compile(r"""[.!?…](?<![.!?…].)[.!?…]*+["'”’»)\]]*+(?=\s)""")
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)*[^\W_]+$")
_NEXT_WORD = re.compile(r"""\s+(["'“‘«(\[—–-]*)([^\W_]*)""")
_TERMINAL = re.compile(r"""[.!?…]["'”’»)\]]*$""")

# A name or number always follows these, so the stop after them never ends a sentence.
_TITLES = words(
    """
    mr mrs ms dr prof lt gen maj col capt cpt sgt cpl pvt adm cmdr brig sen rep gov st hon rev
    fr pres supt amb min dep atty mt ft messrs vs cf approx
    """
)
_BEFORE_DIGIT = words(
    """
    no nos art sec vol pp p fig jan feb mar apr jun jul aug sep sept oct nov dec
    """
)
# These may end a sentence; only a word that usually opens one tells.
_MAYBE = words("inc corp ltd co jr sr etc al bros dept est")
_OPENERS = words(
    """
    The A An In On At By For From With After Before Since During As If When While Although But
    And Or So Yet He She It They We I You His Her Its Their Our This That These Those There Here
    What Who Why How No Not One Two Three Some Many Most Both All Each Every Another Earlier
    Later Now However Meanwhile Moreover Officials According Asked Despite Among Under Also Last
    More
    """
)
_CLOCK_FOLLOWERS = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|[A-Z]{2,4}$|(?:Eastern|Central|Pacific|Mountain)$"
)
_TIME_WORD = re.compile(r"\s+[^\W_]+(?:\s[^\W_]+)?\s+[Tt]ime\b")
_ELSEWHERE = re.compile(
    r"\s+\((?:\d{1,2}[:.]?\d\d\b|\d{1,2}\s?[ap]\.?m|[A-Z]{2,4}\)|[^\W_]+(?:\s[^\W_]+)?\s[Tt]ime\b)"
)
"""After a clock time the same moment elsewhere: '4 a.m. (0200 GMT)'."""
_MAX_HEADING_WORDS = 16
_LONGEST = 1_000
"""Characters of one sentence: no newspaper's is longer, and rules look through it many times."""


def split(text: str) -> list[SentenceSpan]:
    """Every sentence of the text in order; spans carry no outer white space and never overlap."""
    found: list[SentenceSpan] = []
    paragraphs = _paragraphs(text)
    for number, (start, end, alone) in enumerate(paragraphs):
        heading = _is_heading(text, start, end, alone and number + 1 < len(paragraphs))
        found += [SentenceSpan(a, b, number, heading) for a, b in _sentences(text, start, end)]
    return found


def _paragraphs(text: str) -> list[tuple[int, int, bool]]:
    """Spans of the lines, wrapped ones joined; the flag says that the paragraph is one line."""
    found: list[tuple[int, int, bool]] = []
    position, blank_before = 0, True
    for line in text.splitlines(keepends=True):
        start = position + len(line) - len(line.lstrip())
        end = position + len(line.rstrip())
        position += len(line)
        if start >= end:
            blank_before = True
            continue
        if found and not blank_before and _continues(text, found[-1][1], start):
            found[-1] = (found[-1][0], end, False)
        else:
            found.append((start, end, True))
        blank_before = False
    return found


def _continues(text: str, before: int, start: int) -> bool:
    """A wrapped line: the one before has no stop and this one goes on in lower case."""
    return text[start].islower() and not _TERMINAL.search(text, max(0, before - 6), before)


def _is_heading(text: str, start: int, end: int, may_be: bool) -> bool:
    if not may_be or _TERMINAL.search(text, max(start, end - 6), end):
        return False
    return text.count(" ", start, end) < _MAX_HEADING_WORDS


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_sentence(text, stop):
            found.append((opened, stop.end()))
            opened = stop.end()
            while opened < end and text[opened].isspace():
                opened += 1
    found.append((opened, end))
    return [piece for a, b in found if a < b for piece in _pieces(text, a, b)]


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence that is none, for its length, in pieces cut between words."""
    while end - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > start else start + _LONGEST
        yield start, cut
        start = cut + (text[cut] == " ")
    if start < end:
        yield start, end


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    following = _NEXT_WORD.match(text, stop.end(), stop.end() + 40)
    if following is None:
        return True
    opener, word = following.groups()
    if word and word[0].islower():
        return False
    if stop.group()[0] != "." or len(stop.group()) > 1:
        return True
    return _full_stop_ends(text, stop.start(), word, opener)


def _full_stop_ends(text: str, at: int, following: str, opener: str) -> bool:
    match = _LAST_WORD.search(text, max(0, at - 20), at)
    if match is None:
        return True
    word = match.group()
    lowered = word.lower()
    if lowered in {"a.m", "p.m"}:
        if opener == "(" and _ELSEWHERE.match(text, at + 1, at + 40):
            return False
        return bool(opener) or not (
            _CLOCK_FOLLOWERS.match(following) or _TIME_WORD.match(text, at + 1, at + 40)
        )
    if lowered in _TITLES:
        return False
    if lowered in _BEFORE_DIGIT:
        return not following[:1].isdigit()
    if len(word) == 1 and word.isupper():
        # An initial, as in "J. Doe"; "plan B. The" is told by the opener.
        return following in _OPENERS
    if "." in word or lowered in _MAYBE:
        return following in _OPENERS
    return True
