"""Attacks that the war of an article takes in only by what else is told: abroad, or mere blasts."""

import re
from dataclasses import replace

from reading.bare import stems
from reading.document import Document
from reading.strike_attacks import Attack
from reading.strike_patterns import ABROAD
from reading.strike_sides import are_allied, ground, is_contested
from reading.strike_tags import Tagged, side_of, tag


def on_foreign_soil(document: Document, tagged: Tagged, attack: Attack) -> Attack:
    """The attack with the side that it was aimed at on a third state's soil, if that is told.

    'It fired at the base in Sylvania': whose base, the sentence or the headline says.
    """
    if _OUTSIDER_TOO.search(tagged.text, 0, attack.start) or _told_abroad(document, tagged, attack):
        return replace(attack, on="T")
    if attack.on != "T" or attack.by is None or not attack.by.isdigit():
        return attack
    lines = (
        tagged.text[attack.end : attack.end + _OBJECT_ENDS],
        tag(document.sentences[0], document).text,
    )
    for line in lines:
        for match in ABROAD.finditer(_SAID.split(line)[0]):
            side = match["side"] or match["host"]
            if side != attack.by and not are_allied(document, side, attack.by):
                return replace(attack, on=side)
    return attack


_OUTSIDER_TOO = re.compile(r"\b(?:Pty|Adj|Per)T(?:'s? [\w-]+)? and $")
"""'C and Beland traded fire': theirs is another war."""
_ITS_MEDIA = re.compile(
    r"(?:['’]s)? (?:[\w-]+ ){0,2}(?:agency|media|television|ministry|army|military|police)\b"
)


def _told_abroad(document: Document, tagged: Tagged, attack: Attack) -> bool:
    """Whether an outsider's own media tell of an attack on nobody that is named: on its soil."""
    sentence = tagged.sentence
    if attack.on is not None or attack.by == "T" or ground(document, sentence) is not None:
        return False
    if attack.by is not None and _AT_SEA.search(sentence.lowered):
        return False
    said = sentence.claimant_at((tagged.at(attack.start), tagged.at(attack.end)))
    return said is not None and any(
        _ITS_MEDIA.match(document.text, name.span[1])
        for name in sentence.names
        if side_of(name.party, document.preset) == "T"
    )


_AT_SEA = re.compile(r"\b(?:ships?|vessels?|tankers?|freighters?|carriers?)\b")
"""What a side did to ships others tell of, too: the sea is nobody's soil."""
_OBJECT_ENDS = 160
_SAID = re.compile(
    r";|, (?:which|while|but)\b|\b(?:said|condemn\w*|denounc\w*|call(?:s|ed) (?:on|for))\b"
)


def is_disputed_blast(document: Document) -> bool:
    """Whether blasts on one contested soil are called an attack: gas and stores explode too."""
    told = frozenset[str]().union(*(sentence.stems for sentence in document.sentences))
    return is_contested(document) and not told.isdisjoint(_ATTACKED)


_ATTACKED = stems("attack accused blamed")
