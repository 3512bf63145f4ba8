"""Where a meeting stands: the words near it, and what its day says."""

import re

from reading.document import Document, Sentence
from reading.facts import RoundStatus, Window
from reading.talk_status_words import STATUS_WORDS

NEAR = 110
"""Characters between a meeting word and a status word, beyond which they are strangers."""
IMAGINED = re.compile(
    r"\b(?:could|(?-i:may)|might|would|should|if|whether|not|never|cannot)(?: \w+)? $"
    r"|\b(?:possible|potential|eventual|almost|nearly) $",
    re.IGNORECASE,
)
"""Before a status word: it did not happen, or only might."""
STILL_TO_COME = re.compile(
    r"\b(?:will|to|shall|['’]ll)(?: \w+)? $|\b(?:until|unless|if|once)\b[^.;,]{0,60}$"
    r"|\b(?:until|unless|if|once)\b[^.;]{0,140},(?: [^.;,]{2,60})? (?:and|or) $",
    re.IGNORECASE,
)
"""Before the word of an end or a beginning: it has not come yet."""
NEVER_MET = re.compile(
    r"\b(?:(?:will|would|do|does|is|are|can|could) (?:not|never)|cannot"
    r"|(?:wo|would|do|does|is|are|ca|could)n['’]t)"
    r"(?: (?:yet|now|also|even|be|going to|agree to|plan to|intend to|want to)){0,2} $",
    re.IGNORECASE,
)
"""Before a verb of meeting: nobody is going to meet.

Of the past it says less: those who "did not meet" have talked through a mediator.
"""
NOT_HELD = re.compile(
    r"\b(?:will|would|do|does|can|could) not(?: \w+){1,3} $"
    r"|\b(?:wo|would|ca|could)n['’]t(?: \w+){1,3} $",
    re.IGNORECASE,
)
"""Before the noun of a meeting: "will not resume indirect" negotiations."""
NOT_THEN = re.compile(
    r"\b(?:(?:will|is|are) not|won['’]t|aren['’]t|isn['’]t)(?: (?:now|be|going to|to)){0,2} $",
    re.IGNORECASE,
)
"""With a day: a meeting of that day is off."""
PAST_MET = re.compile(r"(?:met|convened|conferred|negotiated|sat|spent)\b", re.IGNORECASE)
"""They did meet, whatever they met to do."""


THERE_IS_ANOTHER = re.compile(
    r"\b(?:will|to|would) (?:\w+ ){0,2}(?:meet|talk|convene|gather|return|hold talks|sit down) "
    r"(?:again|next (?:week|month)|later (?:this|next) (?:week|month))\b"
    r"|\b(?:will|to|would) (?:\w+ ){0,2}(?:resume|continue) (?:the |their )?(?:[\w-]+ )?(?:talks"
    r"|negotiat\w+|discussions)\b"
    r"|\bmeet again\b|\breconvene\w*\b|\bnext (?:one|round|session) (?:is |was )?(?:due|set|fixed"
    r"|planned|scheduled|expected|agreed|on|in)\b"
    r"|\b(?:another|a (?:new|second|third|fourth|fifth|further)) round\b",
    re.IGNORECASE,
)
"""Those who will meet again have met."""
WAS_HELD = re.compile(
    r"(?<!\bto )(?<!\bwill )(?<!\bwould )\b(?:hold|holds|held|had|wrap(?:ped|s)? up|end(?:s|ed)?"
    r"|(?:conclude|complete|close)[sd]?|finish(?:es|ed)?"
    r"|(?:made|makes?) (?:[\w-]+ ){0,3}(?:progress|headway) (?:in|at|during))(?: [^\s;.]+){0,8} $",
    re.IGNORECASE,
)
"""Before the noun of a meeting: those who held it; of those who "hold" one, only their plan to meet
again says that it is over."""
CAME_TO_REST = re.compile(
    r"(?: (?:in|of|on|with|between) [^,.;]{2,40})?,? (?:were |was )?(?:paused?|pauses"
    r"|adjourn(?:ed|s)"
    r"|broke (?:up|off)|ended|ends?|concluded?s?|closed?s?|wrapp?(?:ed|s)? up)\b",
    re.IGNORECASE,
)
"""After the noun of a meeting: that meeting is over."""


AFTER = re.compile(r"\bafter (?:[\w-]+ ){0,3}$", re.IGNORECASE)
BROUGHT = re.compile(
    r"[^.;,]{0,50} (?:made|brought|yielded|produced|failed|faltered|stalled|broke|ended"
    r"|collapsed)\b"
)
"""After "after the talks": what came of them."""


def _met_already(text: str, anchor: re.Match[str]) -> bool:
    """ "They held their first round and will meet again": the plan is for the next one.

    Nor is it for the talks of "they will go on after talks that brought little".
    """
    if AFTER.search(text[: anchor.start()]) and BROUGHT.match(text, anchor.end()):
        return True
    after = THERE_IS_ANOTHER.search(text, anchor.end())
    if after is None:
        return False
    held = WAS_HELD.search(text[: anchor.start()]) or CAME_TO_REST.match(text, anchor.end())
    return held is not None


def of_the_next(document: Document, text: str, window: Window) -> bool:
    """ "They ended the round, to meet again on Friday": a day to come is not that of the round."""
    return window.start > document.ref.date() and THERE_IS_ANOTHER.search(text) is not None


OF_DEEDS = re.compile(
    r" (?:that|it|this|them) by\b|"
    r" (?:(?!(?:talks|negotiations|meeting|summit|round)\b)[\w’'-]+ ){0,4}?(?:strikes?|attacks?"
    r"|bombing|offensive|assault|operations?|tariffs?|sanctions|deadline|ultimatum|withdrawal"
    r"|release|payments?|aid)\b",
    re.IGNORECASE,
)
"""After "postpones": deeds are put off, and no meeting."""
OF_ANOTHER = re.compile(r"ahead of|on the eve of", re.IGNORECASE)
"""After a meeting: what is yet to come is something else."""
ONE_DAY_OF = re.compile(
    r"\b(?:(?:first|second|third|fourth|fifth|opening) day|day (?:one|two|three|four|five|\d)) of"
    r" (?:[\w.’'-]+ ){0,4}$",
    re.IGNORECASE,
)
"""Before the noun of a meeting: a day of it ends, and it goes on."""
HAS_COME = (RoundStatus.ENDED, RoundStatus.UNDER_WAY)


def status_of(sentence: Sentence, anchor: re.Match[str]) -> tuple[RoundStatus | None, int]:
    text = sentence.text
    best: tuple[RoundStatus | None, int, int] = (None, 0, NEAR)
    if NOT_THEN.search(text[: anchor.start()]):
        return RoundStatus.CANCELLED, 4
    if PAST_MET.search(anchor.group()) and not IMAGINED.search(text[: anchor.start()]):
        best = (RoundStatus.ENDED, 2, -1)
    for status, weight, pattern in STATUS_WORDS:
        if weight < best[1]:
            break  # the words that follow weigh no more
        for found in pattern.finditer(text, sentence.stems):
            if ";" in text[anchor.end() : found.start()] or _is_vain(text, status, found):
                continue  # behind a semicolon something else is told
            if found.start() > anchor.start() and (weight == 0 or OF_ANOTHER.match(found.group())):
                continue  # "talks after the raid" does not tell that they are over
            gap = max(found.start() - anchor.end(), anchor.start() - found.end())
            if gap < NEAR and (weight > best[1] or (weight == best[1] and gap < best[2])):
                best = (status, weight, gap)
    if best[0] is RoundStatus.ANNOUNCED and _met_already(text, anchor):
        return RoundStatus.ENDED, 3
    if best[0] is RoundStatus.ENDED and ONE_DAY_OF.search(text[: anchor.start()]):
        return RoundStatus.UNDER_WAY, best[1]
    if best[0] in HAS_COME and NOT_HELD.search(text[: anchor.start()]):
        return None, 0
    return best[0], best[1]


def status_told(sentence: Sentence) -> tuple[RoundStatus | None, int]:
    """The heaviest status word of a sentence, of whatever it is said; None where there is none."""
    for status, weight, pattern in STATUS_WORDS:
        for found in pattern.finditer(sentence.text, sentence.stems):
            if not _is_vain(sentence.text, status, found):
                return status, weight
    return None, 0


def _is_vain(text: str, status: RoundStatus, found: re.Match[str]) -> bool:
    """Only imagined or still to come, or it is deeds that are put off."""
    before = text[: found.start()]
    if IMAGINED.search(before) or (status in HAS_COME and STILL_TO_COME.search(before)):
        return True
    return status is RoundStatus.POSTPONED and OF_DEEDS.match(text, found.end()) is not None


def by_calendar(
    status: RoundStatus, weight: int, window: Window, document: Document
) -> RoundStatus:
    """What the day itself says: a day to come is planned, a day gone is over."""
    today = document.ref.date()
    if window.start > today and status in (RoundStatus.ENDED, RoundStatus.UNDER_WAY):
        return RoundStatus.ANNOUNCED
    if window.end > today and status is RoundStatus.ENDED and weight <= 1:
        return RoundStatus.ANNOUNCED
    if window.end < today and status is RoundStatus.UNDER_WAY and weight == 1:
        return RoundStatus.ENDED
    return status


NOT_REAL = re.compile(
    r"\b(?:not|never|could|(?-i:may)|might|would|should|unless|\w+n['’]t)\b[^.;,]{0,40}$",
    re.IGNORECASE,
)
"""Before a meeting word: nothing was held, or it only might be."""
MEANWHILE = re.compile(r"\W*(?:as|while|amid|with|although|though)\b", re.IGNORECASE)
WHILE = re.compile(
    r"\b(?:as|while|amid|despite|with|although|though) (?:[\w-]+ ){0,2}$", re.IGNORECASE
)
"""Right before a meeting: it only goes on beside what the sentence tells."""
SUBJECT = 60
"""Up to here a meeting word is what its sentence is about, and the day is its own."""


def is_told(text: str, anchor: re.Match[str]) -> bool:
    """What the sentence is about, with no doubt of it: a day is enough for it to have been held."""
    before = text[: anchor.start()]
    doubted = any(doubt.search(before) for doubt in (IMAGINED, NOT_REAL, WHILE))
    return anchor.start() < SUBJECT and not MEANWHILE.match(text) and not doubted
