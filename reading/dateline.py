"""Where and when a report was written, as it stands before its first sentence: "ROME, May 5 -"."""

import re

DATELINE = re.compile(
    r"\s*(?P<city>[A-Z][A-Z’' -]{2,28}[A-Z])(?:/[A-Z ]+)?"
    r"(?:, (?:[^—–:.(]|(?<=\b[A-Z][a-z][a-z])\.|(?<=\bSept)\.){0,30})?(?: ?\([^)]{2,30}\))?"
    r"(?:\s*[—–:]|\.\s|\s-)"
)

_WORD = r"[A-Z][a-z’'-]+"
_AGENCY = r"\([A-Z][A-Za-z/ ]{1,20}\)"
_IN_SMALL = re.compile(
    rf"\s*{_WORD}(?: {_WORD}){{0,2}}(?:"
    rf"(?:, {_WORD}(?: {_WORD}){{0,2}}| ?{_AGENCY})(?: ?[—–]| -{{1,2}}) ?"
    rf"|, {_WORD}\.? \d{{1,2}} ?{_AGENCY}\.?(?: ?[—–:]| ?-{{1,2}})? "
    r")(?=[A-Z])"
)
"""'Aville, Aland — The', 'Aville, Feb 2 (ABC) The': a country, a day or an agency gives it away."""


def end_of_dateline(text: str) -> int:
    """Where the sentence itself begins; its day is the report's, not that of what it tells."""
    found = DATELINE.match(text) or _IN_SMALL.match(text)
    return found.end() if found else 0
