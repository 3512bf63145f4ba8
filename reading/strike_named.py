"""Attacks that a sentence only names: as what others argue over, fear, pay for or react to.

After a great attack most of the news is about what it means. Such pieces name it ("the strike on
Aland divides the senate") and tell nothing of it: no verb of striking, no harm, no time.
"""

import re

from reading.strike_attacks import Attack
from reading.strike_tags import Tagged
from reading.strike_words import HARM, any_of

_NOUNS = ("noun", "bare")
"""Forms that name an attack without saying that anybody did it."""
_DOING = any_of(r"""
    launch\w* carr(?:y|ies|ied|ying)_out conduct\w* mount(?:s|ed)? unleash\w* stag(?:es|ed)
    order(?:s|ed)? report(?:s|ed)? announc\w+ confirm\w* claim\w* accus\w+ blam\w+ alleg\w+
    detect\w* com(?:es|ing)_under came_under
    captur\w+ seize[sd]? toppl\w+ oust\w+ led_to result(?:s|ed)_in flown_out
    hear\w* witness\w* film\w* began begins? continu\w* intensif\w+ resum\w+
""")
_FRESH = any_of(r"""
    new fresh latest massive overnight tonight today yesterday tuesday another more again second
    third series_of wave_of waves_of barrage dawn early_(?:on|morning|hours)
    morning night hours Time\d+
""")
_DEEDS = ("ed", "hit", "struck")
"""How a participle ends: 'school bombed' says that it was done."""
_TOLD = re.compile(rf"\b(?:{HARM}|{_DOING}|{_FRESH}|W[a-z]+|Num\d+)\b")


_STRUCK = re.compile(r" (?:the |an? |its |their )?(?:Loc|Pty|Per|Adj|Num)[0-9TX]")
"""What is struck stands right after the word: 'troops attack Aland' tells it by a verb."""


def only_named(tagged: Tagged, attack: Attack) -> bool:
    """Whether nothing in the sentence tells that the attack was made, what it did, or when."""
    if tagged.text[attack.start : attack.end].endswith(_DEEDS):
        return False
    if attack.form not in _NOUNS or attack.denied or _STRUCK.match(tagged.text, attack.end):
        return False
    return _TOLD.search(tagged.text) is None
