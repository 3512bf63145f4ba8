"""An attack that no form of words tells: arms, harm done and a place of the war in one sentence.

News has endless ways to say that something was struck ("UAV over the port, silo ablaze"). Where a
sentence near the top of an article names a means of attack, the harm and whose soil, and nothing
says that it is old, planned, feared, made or sold, an attack is what it tells of.
"""

import re

from reading.gate import Gated
from reading.strike_attacks import Attack
from reading.strike_parts import ATTACK_NOUN
from reading.strike_tags import Tagged
from reading.strike_words import HARM, any_of

_MEANS = Gated(
    rf"W(?:drone|missile|bomb|artillery|any)\b|\b(?:{ATTACK_NOUN}|gunners|"
    + any_of("""
        bombed shelled bombarded pounded pummelled battered strafed blasted blown_up blown_apart
        warplanes
    """)
    + r")\b",
    0,
)
_DONE = re.compile(rf"\b(?:{HARM}|under (?:attack|fire|bombardment))\b")
_NOT_TOLD = re.compile(
    r"\b"
    + any_of(r"""
        could would may(?!_\d) might can cannot will should must if unless threat\w*
        plan(?:s|ned|ning)?
        prepar\w+ warn\w* fear(?:s|ed)? risks? potential\w* imminent prevent\w* avoid avert\w*
        deter\w*
        vow\w* promis\w+ wants? order(?:s|ed)? authori[sz]\w+ allow\w* drills? exercises?
        test(?:s|ed|ing)?
        simulat\w+ rehears\w+ hop(?:es?|ed|ing) call(?:s|ed|ing)?_(?:on|for) urg(?:es?|ed|ing)
        deny den(?:ies|ied) not rul(?:e|es|ed)_out safety leak negligence causes?
        no_(?:more|further|new) without halt\w* stop(?:s|ped|ping)? paus\w+
        end(?:s|ed|ing)?
        truce cease-?fire talks negotiat\w+ agree\w* deals? peace
        produc\w+ manufactur\w+ builds? buil(?:t|ding) buy(?:s|ing)? bought purchas\w+
        suppl(?:y|ies|ied)
        deliver\w* donat\w+ contract\w* pledg\w+ export\w* s[eo]l[dl]s? develop\w* unveil\w* package
        anniversar\w+ ago commemorat\w+ memorial museum film documentary book opinion analysis
        history
        trial court convict\w+ sentenc\w+ jailed charged prosecut\w+ investigat\w+ arrest\w*
        extradit\w+
        condemn\w* denounc\w+ protest\w* mourn\w* funerals? rebuil\w+ sanction\w* insur\w+ markets?
        prices?
        shares stocks record poll elections? vote\w* minist(?:er|ers)_meet champion\w* match goal
        cup league
        cyber\w* heart knife stabb\w+ accident\w* earthquake flood\w* lightning storm crash(?:es)?
        clear\w* defus\w+ unexploded mines? landmines?
        total toll_(?:in|since)
        since_(?!dawn|midnight|early|the_early|Time|morning|last_night) so_far overall exceed\w*
        year month months years
        sightings? spotted mystery jamm\w+ gps airspace closed closure
    """)
    + r"\b|\?"
)
"""Words of what is not there yet, is long over, or is something else than an attack told."""
_WHOSE = re.compile(
    r"(?:Adj|Pty|Per)(?P<by>[0-9])(?:'s)? "
    r"(?:(?!(?:an?|the|in|on|by|after|says?|said) )[a-z][a-z-]* ){0,2}?"
    r"(?:W[a-z]+|air(?! def)|strikes?|raids?|shell|bomb)"
)
_LAST = 3
"""Sentences, with the title, in which an article says what its news is."""


def attack_by_signs(tagged: Tagged) -> Attack | None:
    """The attack of which the sentence shows the means, the harm and the place."""
    if tagged.sentence.index >= _LAST:
        return None
    means = _MEANS.search(tagged.text, tagged.stems)
    if means is None or not _DONE.search(tagged.text) or _NOT_TOLD.search(tagged.text):
        return None
    whose = _WHOSE.search(tagged.text)
    return Attack(
        by=whose["by"] if whose else None,
        on=None,
        start=means.start(),
        end=means.end(),
        form="signs",
    )
