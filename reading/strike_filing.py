"""From a count in a sentence to its wave."""

import re

from reading.document import Document, NameKind
from reading.facts import Measure, Weapon, Window
from reading.strike_attacks import Attack
from reading.strike_camps import camps_of
from reading.strike_counted import Counted
from reading.strike_recall import looks_back
from reading.strike_roles import STOPPED
from reading.strike_scope import AT_PLACE
from reading.strike_sides import (
    attacker_of,
    enemy,
    is_contested,
    is_power,
    opponent_of_speaker,
    party_of,
    sender,
    side_of_speaker,
)
from reading.strike_sums import is_of_no_raid
from reading.strike_tags import Tagged, document_span, side_of
from reading.strike_times import is_aged, same_attack, window_at
from reading.strike_victims import TOLLS, tells_own_losses, victims_elsewhere, without_own
from reading.strike_waves import Mention, Wave, Waves
from reading.strike_words import any_of

_ACCIDENT = re.compile(
    r"\b"
    + any_of(r"""
        bridge landmine mine crash collaps\w+ accident flood\w* earthquake shooting knife avalanche
        derail\w* crowd_crush stampede epidemic hunger starv\w+ prison executed
    """)
    + r"\b"
)


def wave_of(
    document: Document,
    tagged: Tagged,
    counted: Counted,
    told: list[tuple[Attack | None, Wave]],
    waves: Waves,
) -> Wave | None:
    """The wave that a figure belongs to; None for a number of no attack of ours."""
    mark = sender(document, tagged, counted) or _came_at_him(document, tagged, counted, told, waves)
    if mark == "T" or is_of_no_raid(document, tagged, counted, told):
        return None
    if counted.measure in TOLLS:
        fitting = without_own(document, tagged, counted, told)
        if fitting is None:
            return None
        told = _in_clause(tagged, counted, fitting)
        side = None if told else victims_elsewhere(document, tagged, counted, waves)
        mark = attacker_of(document, side)
        if is_power(document, side) and not waves.has_one_by(party_of(document, mark)):
            return None  # its men may have fallen in its own raid
        if side is None:
            told = fitting
        elif mark is None or tells_own_losses(tagged, counted):
            return waves.by_another_than(party_of(document, side))
    attacker = party_of(document, mark)
    window = window_at(document, tagged.sentence, tagged.at(counted.start))
    if (
        attacker is not None
        and (last := waves.spoken_of) is not None
        and last.attacker == attacker
        and _OF_THESE.match(document.text, tagged.at(counted.start))
    ):
        return last
    if attacker is not None:
        same = [w for _, w in told if w.attacker == attacker and _when(w, window)]
        return (
            same[-1] if same else waves.file(_as_mention(document, tagged, counted, window, mark))
        )
    if told:
        return _nearest(tagged, counted, told) if not _is_mutual(counted, told) else None
    if _SEPARATELY.match(tagged.text):
        return None
    if counted.weapon is Weapon.ANY and _ACCIDENT.search(tagged.sentence.text.lower()):
        return None
    return _running(document, tagged, counted, window, waves)


_SEPARATELY = re.compile(r"(?:separately|in an?(?:other)? (?:separate|unrelated) )")
"""What opens so is of another event than the one spoken of."""


def _came_at_him(
    document: Document,
    tagged: Tagged,
    counted: Counted,
    told: list[tuple[Attack | None, Wave]],
    waves: Waves,
) -> str | None:
    """Where nobody is said to have sent them, a side counts what came at it."""
    at_speaker = _came_at_speaker(document, tagged, counted, told) or (
        not _in_clause(tagged, counted, told)
        and counted.measure is Measure.LAUNCHED
        and not _CARRIED.search(tagged.text, 0, counted.start)
        and not _used_by_its_own(document, tagged, counted, waves)
    )
    return opponent_of_speaker(document, tagged, counted) if at_speaker else None


def _is_mutual(counted: Counted, told: list[tuple[Attack | None, Wave]]) -> bool:
    """'They traded fire, killing two': either side's may have done it."""
    exchanged = any(attack is not None and attack.form == "mutual" for attack, _ in told)
    return exchanged and counted.measure in TOLLS


_OF_THESE = re.compile(r"[\w,]+ of (?:the|those|these|them)\b")
"""'224 of the drones': of those just told."""


_THAT_ONE = re.compile(
    r"\bin (?:that|those|the same) (?:(?:air|missile|drone|initial|first) ?)?"
    r"(?:attacks?|strikes?|raids?|bombings?|assaults?|barrages?)\b"
)
"""Points at the attack of the sentence before, be it old or new."""


def _running(
    document: Document, tagged: Tagged, counted: Counted, window: Window | None, waves: Waves
) -> Wave | None:
    """The attack under discussion, for a count whose sentence names none."""
    again = looks_back(tagged.sentence, "", None, _offset(tagged, counted))
    if _THAT_ONE.search(tagged.sentence.lowered) and waves.spoken_of is not None:
        return waves.spoken_of
    running = waves.running(window, recalled=again)
    if running is not None and counted.measure in STOPPED and running.attacker is not None:
        said = side_of_speaker(document, tagged, counted)
        if counted.stopped_by is not None or said is not None:
            defender = party_of(document, counted.stopped_by or said)
            if defender == running.attacker:  # Nobody shoots down what he fired himself.
                running = waves.by_another_than(running.attacker)
    if running is not None and _is_past(document, tagged, counted, window, running, waves):
        return None
    if running is not None and _fell_at_home(document, tagged, counted, running):
        return waves.by_another_than(running.attacker) or running
    if running is None and window is not None and counted.measure in STOPPED and waves.spoken_of:
        # Shot down at another time than the raid spoken of: the same side's, another wave.
        mark = side_of(waves.spoken_of.attacker, document.preset)
        if mark.isdigit() and not again:
            return waves.file(_as_mention(document, tagged, counted, window, mark))
    return running


def _offset(tagged: Tagged, counted: Counted) -> int:
    return tagged.at(counted.start) - tagged.sentence.span[0]


def _is_past(
    document: Document,
    tagged: Tagged,
    counted: Counted,
    window: Window | None,
    running: Wave,
    waves: Waves,
) -> bool:
    """Whether count and attack are days apart: an old count, or an old attack of paragraphs ago."""
    sentence = tagged.sentence
    if running.window is None:
        return is_aged(document, sentence, window)
    old = window is None and is_aged(document, sentence, running.window)
    told = waves.paragraph
    next_to = told is not None and sentence.paragraph - told <= 1
    goes_on = counted.measure not in TOLLS or _IN_IT.search(sentence.lowered) is not None
    return old and told != sentence.paragraph and not (next_to and goes_on)


_IN_IT = re.compile(r"\bin the (?:attack|strike|raid|barrage|assault|bombing|shelling)s?\b")
"""A count of the attack that the paragraph before told."""


def _fell_at_home(document: Document, tagged: Tagged, counted: Counted, wave: Wave) -> bool:
    """True where what was sent came down on the soil of the side that is said to have sent it."""
    if counted.measure not in (Measure.LAUNCHED, Measure.HIT) or is_contested(document):
        return False
    low, high = tagged.at(counted.end), tagged.sentence.span[1]
    soils = {
        side_of(name.party, document.preset)
        for name in tagged.sentence.names
        if name.kind is NameKind.PLACE
        and low <= name.span[0] < high
        and AT_PLACE.search(document.text, low, name.span[0])
    }
    home = camps_of(document.preset).home
    own = home.get(side_of(wave.attacker, document.preset))
    return own is not None and {home.get(soil) for soil in soils} == {own}


_CARRIED = re.compile(
    r"\b(?:jets|planes|warplanes|bombers?|aircraft|submarines?|warships?|ships|helicopters?) "
    r"(?:had )?(?:dropped|fired|released|launched|loosed|used) $"
)
"""The attacker's own account: '15 jets dropped ten bombs'."""


_WERE_FIRED = re.compile(r"(?: \w+)? (?:had been|have been|were) (?:fired|launched|lobbed|shot)\b")


def _came_at_speaker(
    document: Document,
    tagged: Tagged,
    counted: Counted,
    told: list[tuple[Attack | None, Wave]],
) -> bool:
    """'The army said 1,500 rockets had been fired and that it had hit 600 targets'."""
    if counted.measure is not Measure.LAUNCHED or not _WERE_FIRED.match(tagged.text, counted.end):
        return False
    own = party_of(document, side_of_speaker(document, tagged, counted))
    return own is not None and all(wave.attacker == own for _, wave in told)


_USED = re.compile(r"(?:[\w ]{0,20} )?(?:were|was|had been) (?:used|involved|deployed|employed)\b")


def _used_by_its_own(document: Document, tagged: Tagged, counted: Counted, waves: Waves) -> bool:
    """'A total of 117 drones were used, it said', of its own attack that is being told."""
    if waves.spoken_of is None or _USED.match(tagged.text, counted.end) is None:
        return False
    own = party_of(document, side_of_speaker(document, tagged, counted))
    return any(wave.attacker == own for wave in waves.all if wave.attacker and not wave.recalled)


def _when(wave: Wave, window: Window | None) -> bool:
    return window is None or wave.window is None or same_attack(window, wave.window)


def _as_mention(
    document: Document, tagged: Tagged, counted: Counted, window: Window | None, mark: str | None
) -> Mention:
    """A count of one side's weapons is word of that side's attack."""
    sentence = tagged.sentence
    span = document_span(tagged, counted.start, counted.end)
    attribution = sentence.claimant_at(span)
    return Mention(
        attacker=party_of(document, mark),
        target=party_of(document, enemy(document, mark)),
        window=window,
        recalled=looks_back(sentence, "", None, _offset(tagged, counted)),
        soft=False,
        reacted=False,
        denied=False,
        firm=True,
        separate=False,
        aged=is_aged(document, sentence, window),
        claimant=attribution.claimant if attribution else None,
        sentence=sentence,
        span=span,
    )


def _in_clause(
    tagged: Tagged, counted: Counted, told: list[tuple[Attack | None, Wave]]
) -> list[tuple[Attack | None, Wave]]:
    """The attacks told in the same clause; 'strikes kill eight; four die in another town'."""
    return [
        (attack, wave)
        for attack, wave in told
        if attack is None or _apart(tagged.text, attack.start, counted.start) < _OTHER_CLAUSE
    ]


_OTHER_CLAUSE = 300


def _nearest(tagged: Tagged, counted: Counted, told: list[tuple[Attack | None, Wave]]) -> Wave:
    """Of the waves that the sentence speaks of, the one whose attack stands nearest."""
    named = [(attack, wave) for attack, wave in told if attack is not None]
    if not named:
        return told[-1][1]
    line = tagged.text
    set_off = any(attack.end <= counted.start for attack, _ in named)

    def weight(pair: tuple[Attack, Wave]) -> int:
        # 'It, after they sent 40 drones, launched ten': a comma parts them from what comes after.
        apart = set_off and "," in line[counted.end : max(counted.end, pair[0].start)]
        return _apart(line, pair[0].start, counted.start) + _OTHER_CLAUSE * apart // 2

    return min(named, key=weight)[1]


_CLAUSES_BETWEEN = re.compile(
    r"; | but | while |, (?:[\w-]+ )?(?:after|following) "
    r"|\bin (?:retaliation|response|revenge) (?:for|to)\b"
)


def _apart(line: str, first: int, second: int) -> int:
    """Characters between; another clause weighs as a long way."""
    low, high = sorted((first, second))
    return high - low + (_OTHER_CLAUSE if _CLAUSES_BETWEEN.search(line[low:high]) else 0)
