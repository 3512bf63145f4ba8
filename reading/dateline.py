"""Where and when a report was written, as it stands before its first sentence: "ROME, May 5 -"."""

import re

DATELINE = re.compile(
    r"\s*(?P<city>[A-Z][A-Z’' -]{2,28}[A-Z])(?:/[A-Z ]+)?"
    r"(?:, (?:[^—–:.(]|(?<=\b[A-Z][a-z][a-z])\.|(?<=\bSept)\.){0,30})?(?: ?\([^)]{2,30}\))?"
    r"(?:\s*[—–:]|\.\s|\s-)"
)


def end_of_dateline(text: str) -> int:
    """Where the sentence itself begins; its day is the report's, not that of what it tells."""
    found = DATELINE.match(text)
    return found.end() if found else 0
