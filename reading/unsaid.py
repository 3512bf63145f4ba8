"""What a sentence tells only to say that it is not so: a false report, a claim that is denied."""

import re

from reading.document import Sentence

_CLAIM = (
    r"(?:reports?|claims?|rumou?rs?|allegations?|suggestions?|posts?|stories|story|videos?|images?)"
)
_FALSE = (
    r"(?:false|untrue|fake|wrong|baseless|incorrect|inaccurate|fabricated|unfounded|nonsense|a lie"
    r"|not true|not correct|made up)"
)
_UNSAID = re.compile(
    rf"^\W*(?:[\w-]+ ){{0,3}}?{_CLAIM} (?:that|of|saying|in \w+ that)\b.*"
    rf"\b(?:is|are|was|were) (?:\w+ly )?{_FALSE}\b"
    rf"|\b(?:wrongly|falsely|mistakenly|erroneously) (?:claim|said|say|report|announc|suggest)\w*"
    rf"|^\W*(?:an? )?{_FALSE} {_CLAIM}\b"
    rf"|^.{{0,60}}\b(?:den(?:ies|ied|y)|refut(?:es|ed)) (?:that\b|having\b|it (?:had|has)\b"
    rf"|(?:the |any |media |press )*{_CLAIM} (?:that|of)\b)",
    re.IGNORECASE,
)


def is_unsaid(sentence: Sentence) -> bool:
    """True where somebody calls what the sentence tells untrue: no room makes a fact of it."""
    return _UNSAID.search(sentence.text) is not None
