"""Whether an attack is the news: or recalled, reacted to, or taken as known."""

import re
from datetime import date
from functools import lru_cache

from reading.document import Sentence, TimeKind
from reading.facts import Precision
from reading.strike_exclusions import without_comparison
from reading.strike_times import is_since
from reading.strike_words import any_of

_MONTHS = any_of("""
    january february march april may june july august september october november december 20\\d\\d
""")
_UNITS = "(?:days?|weeks?|months?|years?|nights?)"
_RECALLED = re.compile(
    rf"\b(?:(?!(?:an?|one) (?:day|night)\b)"
    rf"(?:(?:an?|one|two|three|four|five|several|\d+) )?(?<!\ba )(?<!\bone ){_UNITS} "
    r"(?:earlier|before(?=[,.;]|$| had)|ago)"
    r"|(?:a|one) (?:week|month|year) (?:earlier|before(?=[,.;]|$| had)|ago)"
    r"|the (?:week|month) before(?=[,.;]|$)|anniversar\w+|recall(?:s|ed|ing)?\b"
    r"|previous(?:ly)?,? (?!unknown|\d|day|night|evening)|earlier this (?:week|month|year)"
    r"|earlier (?:[\w-]+ ){0,2}(?:raids?|attacks?|strikes?)"
    r"|(?<!most )recent (?:[\w-]+ ){0,2}(?:raids?|attacks?|(?:air)?strikes?|bombings?|shelling)"
    rf"|last (?:week|month|year|spring|summer|autumn|fall|winter|{_MONTHS})"
    rf"|since (?:the|start|{_MONTHS})|old record|in 20[0-2]\d|at the time of"
    r"|as an? (?:pretext|excuse|justification)"
    r"|the (?:last|previous|only other) time"
    r"|(?:over|in|during|for|throughout) the (?:past|last) (?:[\w-]+ ){0,2}(?:weeks|months|years)"
    r"|(?:war|conflict|campaign|invasion|insurgency) (?:[\w-]+ )?(?:began|started|erupted|broke out"
    r"|was (?:triggered|sparked|ignited))"
    r")\b|^earlier:"
    r"|\b(?:near-daily|daily (?:strikes?|attacks?|raids?|violations|bombardment)"
    r"|almost (?:every day|daily|every night|nightly)|nearly (?:every day|daily)"
    r"|regularly|repeatedly|routinely|frequently|(?:after|amid|despite|following|during) "
    r"(?:[\w-]+ )?(?:days|weeks|months|years) of (?:[\w-]+ ){0,3}?(?:(?:air)?strikes?|attacks?"
    r"|raids?|shelling|bombard\w+|bombings?|fighting|war|conflict|clashes|violence|drones?|missiles?"
    r"|rockets?|hostilities|siege|fire|assaults?)"
    r"|(?:days|weeks|months|years|(?:a|one) (?:week|month|year)) (?:since|after|on)\b"
    r"|(?:was|were|is|are|constitutes?|amount(?:s|ed)? to) (?:a )?war crimes?\b"
    r"|mark(?:ed|s|ing) (?:[\w-]+ ){0,4}(?:days?|weeks?|months?|years?|centenary|memory|death)\b"
    r"|commemorat\w+ |(?:tell|told|tells|telling|tale|memories) of"
    r"|(?:strikes?|attacks?|raids?|massacre|assault) (?:that |which )?(?:triggered|sparked|ignited"
    r"|started|unleashed) )"
)
_TOTAL = re.compile(r",? (?:bringing|taking|raising|pushing|lifting) (?:the|its|their|to) ")
"""After it comes a total of the war, which recalls nothing of the attack."""
_ELSEWHEN = re.compile(
    r", (?:(?:[\w-]+ ){1,3}(?:days?|weeks?|months?|years?|hours?) (?:after|before|since)"
    r"|despite|in (?:violation|breach|defiance) of"
    r"|(?:[\w-]+ ){0,4}(?:linked|tied|connected) (?:to|with) (?:an?|the))\b"
)
"""'They struck at dawn, two weeks after gunmen had killed five': that is of another event."""
_OF_THE_PLACE = re.compile(
    r", (?:which|where) (?:(?:has|have|had) (?:long )?been|(?:is|are|was|were) )"
    r"[^,;.]{0,60}\bsince [^,;.]*"
)
"""'It hit a town, which has been besieged since May': how the town fares dates no attack."""
_SET_OFF = re.compile(
    r"(?:^|, )(?:[\w-]+ ){0,3}(?:days?|weeks?|months?|hours?) after [^,;.]+, (?!and |but |or )"
)
"""'It, days after a raid on its port, sent drones': what is set off dates nothing else."""
_DAY_BEFORE = re.compile(
    r"\b(?:an?|one|the) (?:day|night) (?:earlier|before)\b"
    r"(?! (?:an?|the|this|that|his|her|its|their|talks|negotiations|leaders|envoys|delegations)\b)"
)
"""'A day before the summit' looks ahead, not back."""
_DAY_AFTER = re.compile(
    r"\w.{20,}(?:,| )(?:an?|one) (?:day|night) after (?!.*, )(?:[\w'’-]+ ){0,5}$"
)
"""'It sent drones, a day after raids killed 31': the raids are what went before."""
_OF_THE_NEWS = re.compile(
    r"\b(?:attacks?|strikes?|raids?|barrages?|assaults?|shelling|bombardment)"
    r"(?: (?:on|in|of|at|against) (?:the )?[\w'’-]+(?: [A-Z][\w'’-]+)*)? "
    r"(?:an?|one|the) (?:day|night) (?:earlier|before)\b",
    re.IGNORECASE,
)
"""'In the attack a day earlier' dates what the news is about; 'a day earlier it had…' recalls."""
_BEFORE_THAT = re.compile(
    r"\bhad (?:(?:already|also|previously|earlier|only) )?(?:been )?"
    + any_of("""
        hit struck killed attacked shelled bombed launched fired wounded injured damaged destroyed
        targeted died suffered been_through
    """)
    + r"\b"
)
_REPORTED_SPEECH = re.compile(
    r"\b(?:said|says|saying|told|reported|according|wrote|claimed|claiming|confirmed|stated|added"
    r"|announced|noted)\b"
)
_TAKEN_AS_KNOWN = re.compile(
    r"\b"
    + any_of(r"""
        condemn\w* denounc\w* deplor\w* mourn\w* react\w* respon(?:d|se)\w* in_answer_to
        retaliat\w* (?<!the_)following after despite since damaged_by destroyed_by hit_by
        survivors?_of victims?_of funerals? wake_of inspect\w* visit\w* promis\w* revenge over
        emerged recover\w*
        rebuild\w* rebuilt
    """)
    + r"\b[^.;]{0,80}$"
)


_OUTCOME = re.compile(
    r"\b"
    + any_of(r"""
        captur(?:es?|ed) seiz(?:es?|ed) toppl(?:es?|ed) oust(?:s|ed)? flown_out kill(?:s|ed)? dead
        dies? died injur(?:es|ed) wound(?:s|ed) missing evacuat(?:es?|ed) flees? fled empty quiet
        silent dark(?:ness)? power_cuts? blackouts? without_power ablaze burn(?:s|ing)? in_ruins
        rubble damaged destroyed smoke explosions? retak(?:es?|en) retook regain(?:s|ed)?
        recaptur(?:es?|ed)
        grounded shut closed hospitali[sz]ed trapped buried
    """)
    + r"\b(?![^.;]*\b(?:months|weeks|years) )[^.;]{0,90}? (?:after|following|amid) [^.;]{0,30}$"
)
"""'Leader captured after air strikes', 'streets empty after a raid': what the attack itself did."""


_ANNOUNCING = re.compile(
    r"\b(?:confirm|announc|report|claim|describ)ing "
    r"(?:(?!(?:after|following|despite|since)\b)[\w\"'“”‘’.-]+ ){0,5}$"
)
"""'He spoke after confirming a large-scale strike': that it was made is told with it."""


def taken_as_known(before: str) -> bool:
    """Whether the words before an attack speak of something else that it caused or preceded."""
    words = before[-130:].lower()
    if _ANNOUNCING.search(words) or _OUTCOME.search(words):
        return False
    return _TAKEN_AS_KNOWN.search(_OPENING.sub("", before)[-130:].lower()) is not None


def brought_about(before: str) -> bool:
    """Whether the words before an attack tell what it did, so that it was made."""
    return _OUTCOME.search(before[-130:].lower()) is not None


_OPENING = re.compile(
    r"^\W*(?:(?:only|just|barely|shortly|soon|hours|minutes|an?|few|the|day|hour) )*"
    r"(?:after|following|despite|since)\b[^,;]*, (?!and |but |or )",
    re.IGNORECASE,
)
"""'Hours after the talks ended, drones struck': what follows the comma is told itself."""


_REACTION = re.compile(
    r"\b(?:condemn|denounc|deplor|mourn|react|respon|outrage|slam|decr|criticis|criticiz|protest"
    r"|sanction|despite|revenge|rattl|anger|concern|worr|fears? |sympath|condolence|solidarity"
    r"|scrambl|alarm|shock|appal|horrif|dismay|dodg|affront|divided over|weigh(?:s|ed|ing)? in"
    r"|refus(?:es?|ed|ing) to (?:say|comment|condemn)"
    r"|stocks (?!of )|share prices|(?:stock|bond|oil|financial) (?:markets?|prices)|investors"
    r"|betting"
    r"|asked about|comment|in light of|not involved|distanc|emergency (?:meeting|session)"
    r"|urges? (?:\w+ ){0,4}(?:calm|restraint|parties|sides)|eas(?:e|ing) tension)\w*[^.;]{0,90}$"
)


_BURIAL = re.compile(r"\b(?:funerals?|buries|buried|bury|burials?|laid to rest)\b[^.;]{0,90}$")


_ANSWERED = re.compile(
    r"\b(?:in (?:response|retaliation|reply|answer|revenge) (?:to|for)|respond(?:ed|s|ing) to"
    r"|retaliat(?:ed|es|ing) (?:for|after)|to avenge|avenging)\b[^.;]{0,60}$"
)
_EVADING = re.compile(
    r"\b(?:dodg(?:e|es|ed|ing)|evad(?:e|es|ed|ing)|elusive|(?:declin|refus)(?:es|ed|ing) to"
    r" (?:say|comment|speak|confirm|answer|discuss)|non-?committal"
    r"|avoid(?:s|ed|ing)? (?:questions?|comment))\b[^.;]{0,90}$"
)


def is_reaction(before: str, *, by_the_struck: bool) -> bool:
    """Whether the words before an attack say how somebody took it.

    What the side struck says of it is word of it; its burials are not, nor how it struck back, nor
    what it will not say.
    """
    words = before[-130:].lower()
    if _BURIAL.search(words) or _ANSWERED.search(words) or _EVADING.search(words):
        return True
    return not by_the_struck and bool(_REACTION.search(words))


@lru_cache(maxsize=512)
def _recalls(words: str) -> bool:
    """Whether the words recall; asked again for each attack and figure of a sentence."""
    return bool(_RECALLED.search(words) and _RECALLED.search(without_comparison(words)))


_CLIMBS = re.compile(
    r"\b(?:toll|number|dead|deaths|victims)\b[^;]* (?:ris(?:es|en)|rose|climb(?:s|ed)|grown|grew"
    r"|reach(?:es|ed)|revised|increased|stands at|stood at)\b"
)
"""A toll that climbs is news, however old its attack."""


def looks_back(sentence: Sentence, before: str, age: int | None, at: int | None = None) -> bool:
    """Whether the sentence recalls its attack instead of reporting it.

    `before` is what stands before the attack in the sentence, `at` where the attack stands in it;
    `age` its days before the article.
    """
    words = _TOTAL.split(sentence.lowered)[0]
    if at is not None and "after" in words:
        words = _SET_OFF.sub(
            lambda aside: aside[0] if aside.end() > at > aside.start() else ", ", words
        )
    if elsewhere := _ELSEWHEN.search(words, len(before)):
        words = words[: elsewhere.start()]
    words = _OF_THE_PLACE.sub("", words)
    if _recalls(words):
        return True
    if at is not None and at > 0 and _DAY_AFTER.search(words, 0, at):
        return True
    if _DAY_BEFORE.search(words) and not _OF_THE_NEWS.search(sentence.text):
        return True
    if " had " in words and _BEFORE_THAT.search(words) and not _REPORTED_SPEECH.search(words):
        return True
    known = age is not None and age >= 2 and (taken_as_known(before) or _FOLLOWED.search(before))
    return bool(known) and not _CLIMBS.search(words)


_FOLLOWED = re.compile(r"\bfollow(?:s|ed) (?:(?:an?|the) )?(?:[\w-]+ ){0,2}$")
"""'The raids followed a drone attack on Monday.'"""


def long_ago(sentence: Sentence, ref: date) -> bool:
    """A time of the sentence that is a period, or lies more than a month back."""
    return any(
        time.window is not None
        and time.kind is not TimeKind.DURATION
        and not is_since(sentence, time)
        and (time.window.precision is Precision.MONTH or (ref - time.window.end).days > 31)
        for time in sentence.times
    )
