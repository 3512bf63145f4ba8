"""How long a meeting itself lasted: lengths that the text gives to the meeting, and no bounds."""

import re

_NUMBER = (
    r"\d+(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen"
    r"|twenty"
    r"|thirty|forty|fifty|sixty|ninety|half an"
)
_VALUES = {
    "a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0,
    "seven": 7.0, "eight": 8.0, "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0,
    "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "sixty": 60.0,
    "ninety": 90.0, "half an": 0.5,
}  # fmt: skip
_LENGTH = re.compile(
    rf"(?P<bound>\b(?:less than|under|over|more than|nearly|almost|close to|at least|up to|within"
    rf"|just (?:over|under)|no more than)\s+)?\b(?P<hours>{_NUMBER})(?P<half> and a half)?[- ]"
    rf"hours?\b(?P<tail_half> and a half)?(?:,? (?:and )?(?P<extra>{_NUMBER})[- ]minutes?)?"
    rf"|(?P<bound2>\b(?:less than|under|over|more than|nearly|almost|close to|at least|up to|within"
    rf"|just (?:over|under)|no more than)\s+)?\b(?P<minutes>{_NUMBER})[- ]minutes?\b",
    re.IGNORECASE,
)
_GIVEN_BEFORE = re.compile(
    r"\b(?:last(?:ed|ing|s)?|took(?: (?:the|both) (?:[\w-]+ ){1,4}(?:delegations|teams|sides|men"
    r"|negotiators))?|taking|spent|for|in|after|sat|length at|duration(?: of| was)?"
    r"|over(?=\s(?:some|about|around|roughly)\b)"
    r"|end(?:ed|s)? (?:in|after))\s+(?:a |an |the )?(?:mere |just |only |about |around |roughly "
    r"|some"
    r" |approximately |total of )*$",
    re.IGNORECASE,
)
_GIVEN_AFTER = re.compile(
    r"^[- ](?:long )?(?:of )?(?:\w+ ){0,3}(?:talks|meeting|negotiations?|session|round|together)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"^\s*(?:later|ago|before|after|earlier|from|old|away|late|notice|behind)\b"
    r"|^\s*to (?:(?:early|late) )?(?:\w+day|midnight|noon|dawn|\d)",
    re.IGNORECASE,
)
_OTHER_THING = re.compile(
    r"\b(?:press (?:conference|briefing)|news conference|phone call|called|flight|drive|truce"
    r"|cease-?fire"
    r"|one-on-one|speech|outage|deadline|ultimatum|break|delay)\b",
    re.IGNORECASE,
)


_LONGEST = 30 * 60
"""Nobody sits longer; 48 hours are spent on many calls."""


def minutes_of(text: str) -> int | None:
    """Minutes that the sentence gives to the meeting; None for bounds and for other things."""
    lowered = text.lower()
    if "hour" not in lowered and "minute" not in lowered:
        return None
    for found in _LENGTH.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if found["bound"] or found["bound2"] or _ELSEWHERE.match(after):
            continue
        if not (_GIVEN_BEFORE.search(before) or _GIVEN_AFTER.match(after)):
            continue
        if _OTHER_THING.search(text[max(0, found.start() - 50) : found.end() + 25]):
            continue
        minutes = round(_minutes(found))
        if minutes <= _LONGEST:
            return minutes
    return None


def _minutes(found: re.Match[str]) -> float:
    if found["minutes"]:
        return _value(found["minutes"])
    half = 0.5 if found["half"] or found["tail_half"] else 0.0
    extra = _value(found["extra"]) if found["extra"] else 0.0
    return 60 * (_value(found["hours"]) + half) + extra


def _value(word: str) -> float:
    lowered = word.lower()
    return _VALUES[lowered] if lowered in _VALUES else float(lowered)
