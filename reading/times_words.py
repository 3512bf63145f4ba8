"""The words that time expressions are made of, as data and as pieces of patterns."""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
MONTH = (
    r"(?-i:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|Jun(?:e|\.)?|Jul(?:y|\.)?"
    r"|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
    r"(?![A-Za-z])"
)
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu",
            "friday fri", "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
# Short forms are words of their own ("sat", "Sun"), so they count only before a date.
SHORT_WEEKDAY = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|(?-i:Mon|Tues?|Wed|Weds|Thurs?|Thu|Fri|Sat|Sun)\b\.?"
)
NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hundred": 100,
}  # fmt: skip
_NUMBER_WORD = "|".join(sorted((w for w in NUMBERS if len(w) > 2), key=len, reverse=True))
_DIGIT_WORD = "one|two|three|four|five|six|seven|eight|nine"
NUMBER = (
    rf"(?:\d{{1,4}}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:{_DIGIT_WORD})"
    rf"|{_NUMBER_WORD}|an?(?=\s))"
)
UNIT = r"(?:minute|hour|day|week|fortnight|month|year)"
UNIT_MINUTES = {
    "minute": 1,
    "hour": 60,
    "day": 1440,
    "week": 7 * 1440,
    "fortnight": 14 * 1440,
    "month": 30 * 1440,
    "year": 365 * 1440,
}
PART_OF_DAY = r"(?:morning|afternoon|evening|night|noon|midnight|lunchtime|midday)"
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

# Parts of a month or year, by the words that name them.
PART = (
    r"(?:(?:very\s+)?early|mid|late|(?:at\s+|by\s+)?(?:the\s+)?(?:very\s+)?(?:start|beginning|middle|end|close|"
    r"first\s+half|second\s+half|(?:first|second|third|fourth|last|final)\s+(?:full\s+)?week"
    r"|first\s+days|last\s+days|final\s+days)\s+of)"
)
PART_OPENS = (
    " very early mid late at by the start beginning middle end close first second third fourth last"
    " final "
)
"""Every word that such a part can begin with."""
NUMBER_OPENS = f" # {' '.join(NUMBERS)} "
_PARTS = tuple(
    (re.compile(pattern, re.IGNORECASE), part)
    for pattern, part in (
        (r"first\s+half", "half1"),
        (r"second\s+half", "half2"),
        (r"first\s+(?:full\s+)?week", "week1"),
        (r"second\s+(?:full\s+)?week", "week2"),
        (r"third\s+(?:full\s+)?week", "week3"),
        (r"fourth\s+(?:full\s+)?week", "week4"),
        (r"(?:last|final)\s+(?:full\s+)?week", "lastweek"),
        (r"first\s+days|start|beginning", "start"),
        (r"(?:last|final)\s+days|end|close", "end"),
        (r"mid", "mid"),
        (r"early", "early"),
        (r"late", "late"),
    )
)


def part_of(words: str) -> str:
    """The part that the words name: 'the beginning of' is the start."""
    return next((part for pattern, part in _PARTS if pattern.search(words)), "")


def month_number(word: str) -> int:
    """1 to 12 for a month's name or its short form."""
    return MONTHS[word.rstrip(".").lower()]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a weekday's name or its short form."""
    return WEEKDAYS[word.rstrip(".").lower()]


def count_of(word: str) -> int:
    """The value of a number as digits or words."""
    if word.isdigit():
        return int(word)
    return sum(NUMBERS.get(part, 0) for part in word.lower().split("-"))
