"""Whether what was agreed or done is told as news, or recalled from well before it."""

import re
from datetime import timedelta

from reading.document import Document, Sentence, TimeKind
from reading.facts import Stance
from reading.talk_clauses import Clause
from reading.talk_items import Mention
from reading.talk_stances import Cue

OLD = timedelta(days=4)
"""What was held, agreed or done longer before publication than this is recalled, not news."""


def is_old(
    document: Document, clause: Clause, mention: Mention, stance: Stance, cue: Cue | None
) -> bool:
    """The day of the deed, or of the word that settled it, lies well before the news."""
    settled = stance in (Stance.AGREED, Stance.CARRIED_OUT)
    if stance is Stance.CARRIED_OUT and SO_FAR.search(clause.text):
        return True
    if settled and (LONG_AGO.search(clause.text) or opens_long_ago(document, clause.sentence)):
        return True
    if stance is Stance.AGREED and cue is not None and THEIR_LAST.search(clause.text[: cue.start]):
        return True
    if stance is Stance.AGREED and _under_an_old_paper(document, clause, mention):
        return True
    if settled and _dated_long_ago(document, clause):
        return True
    days = [t for t in clause.times if t.window is not None and t.kind is not TimeKind.DURATION]
    if stance is Stance.AGREED and cue is not None:
        end = clause.at(cue.end)
        days = [t for t in days if 0 <= t.span[0] - end <= SAID_WHEN]
        days = [t for t in days if "," not in document.text[end : t.span[0]]]
    elif stance is not Stance.CARRIED_OUT:
        start = clause.at(cue.start if cue else mention.start)
        days = [t for t in days if 0 <= start - t.span[1] <= JUST_BEFORE]
    at = clause.at(mention.start)
    days = [t for t in days if not OF_A_DEAL.match(document.text, t.span[1])]
    nearest = min(days, key=lambda t: abs(t.span[0] - at), default=None)
    if nearest is None or nearest.window is None:
        return False
    return nearest.window.end < document.ref.date() - OLD


def opens_long_ago(document: Document, sentence: Sentence) -> bool:
    """ "In October, the two sides achieved": the day or month that the sentence is set in."""
    for time in sentence.times:
        before = sentence.text[: time.span[0] - sentence.span[0]]
        opens = OPENING.fullmatch(before) or OPENS_WITH_TALKS.fullmatch(before)
        if opens and time.window and document.text[time.span[1] : time.span[1] + 1] == ",":
            return time.window.end < document.ref.date() - OLD
    return False


OPENING = re.compile(r"\W*(?:(?:Back |Early |Late )?(?:[Ii]n|[Oo]n|[Aa]t) )?(?:the )?")
OPENS_WITH_TALKS = re.compile(
    r"\W*(?:At|During|In|After|Following) [^,;]{0,90}"
    r"\b(?:talks|rounds?|meetings?|negotiations|summit|consultations)\b[^,;]{0,50}"
)
"""Up to the day of the talks that a sentence opens with: what follows was settled at them."""


def _dated_long_ago(document: Document, clause: Clause) -> bool:
    """ "A truce reached at the end of November": every time in the clause is months old."""
    times = [t for t in clause.times if t.window and t.kind is not TimeKind.DURATION]
    told = [t for t in times if DATES_IT.search(document.text[clause.at(0) : t.span[0] + 4])]
    newest = max((t.window.end for t in times if t.window), default=document.ref.date())
    return bool(told) and newest < document.ref.date() - MONTHS


MONTHS = timedelta(days=60)
DATES_IT = re.compile(
    r"\b(?:in|at|on|during|late in|early in)(?: (?:the|early|mid|late))? ?\S{0,4}$"
)
"""Before a time: it is when something was done, not since when or of when something is."""


def _under_an_old_paper(document: Document, clause: Clause, mention: Mention) -> bool:
    """ "It follows a deal signed on June 27, under which troops were to leave"."""
    low, at = clause.sentence.span[0], clause.at(mention.start)
    link = max((m.start() for m in UNDER_WHICH.finditer(document.text, low, at)), default=None)
    days = [t.window for t in clause.sentence.times if t.window and t.kind is TimeKind.DATE]
    old = document.ref.date() - OLD
    return link is not None and any(w.end < old for w in days)


UNDER_WHICH = re.compile(r"\b(?:under|by|in) (?:which|whose terms)\b", re.IGNORECASE)
THEIR_LAST = re.compile(
    r"\b(?:last|the previous) (?:week|month|year)['’]s (?:[\w-]+ ){0,3}$", re.IGNORECASE
)
"""Before the noun of agreement: an earlier one, of which the news only speaks."""
SO_FAR = re.compile(
    r"^\W*(?:so far|to date|thus far|until now|up to now)\b"
    r"|\b(?:has|have|had|been) (?:so|thus) far\b"
    r"|\b(?:freed|released|returned|exchanged|handed over|recovered) (?:so|thus) far\b",
    re.IGNORECASE,
)
"""With those handed over: all of them, whenever that was."""
LONG_AGO = re.compile(
    r"\b(?:months?|years?|decades?) ago\b|\bon this day\b|\bback in \d{4}\b", re.IGNORECASE
)
OF_A_DEAL = re.compile(
    r"(?:['’]s)? (?:[\w-]+ )?(?:truce|cease-?fire|deal|accord|agreement|pact|plan|talks|round"
    r"|meeting"
    r"|summit|statement|declaration)\b",
    re.IGNORECASE,
)
"""After a date: it only tells which deal ("under the January truce")."""
JUST_BEFORE = 12
"""Characters after a day in which the verb of that day stands ("on March 2 it refused")."""
SAID_WHEN = 40
"""Characters after a word of agreement in which its own day stands ("agreed in July to")."""
