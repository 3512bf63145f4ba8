"""Whose dead and wounded a toll counts, so that it is filed under the attack that struck them."""

import re

from reading.document import Document
from reading.facts import Measure
from reading.strike_attacks import Attack
from reading.strike_counted import Counted
from reading.strike_roles import clause_of
from reading.strike_sides import are_allied, is_contested, party_of, side_of_speaker
from reading.strike_tags import Tagged, document_span, side_of
from reading.strike_waves import Wave, Waves
from reading.strike_words import any_of

TOLLS = (Measure.KILLED, Measure.INJURED)
_THEIRS = any_of("""
    fighters? militants? rebels? insurgents? gunm[ae]n police(?:m[ae]n)? combatants?
    soldiers? troops civilians? people citizens? nationals servicem[ae]n personnel villagers?
    wom[ae]n m[ae]n child(?:ren)? officers? guards? crew sailors? marines? forces
""")
_SIDE = rf"(?:Adj|Pty)(?P<side>[0-9])(?: [\w'-]+){{0,2}}? {_THEIRS}\b"
_ITS = rf"(?:of )?(?:its|their|our) (?:own )?{_THEIRS}\b"
_OF_SIDE = re.compile(_SIDE)
_OF_ITS = re.compile(rf"Num\d+ (?:more )?{_ITS}")
_OF_THE_SAME = re.compile(
    rf"(?:{_SIDE}|{_ITS})(?: [a-z]+){{0,3}} (?:killed|dead|died|wounded|injured)(?:,| and|, and)"
    r" (?:[a-z]+ ){0,2}$"
)
"""'Eight of its soldiers were killed and 11 injured': the second count is of the same men."""
_TOLL_OF = re.compile(
    r"(?:Pty|Adj|Per)(?P<side>[0-9])(?:'s?)? (?:"
    r"(?:[\w-]+ ){0,2}?(?:its|their) own |(?:own |military |civilian )?)"
    r"(?:(?:death )?toll|dead|deaths|losses|casualties)\b[^;]*$"
)
"""'Aland's death toll', 'Aland put its own dead at': whose they are."""
_ITS_TOLL = re.compile(
    r"its [^;,]{3,50} its (?:own )?(?:(?:military|civilian|army) )?(?:dead|losses)\b[^;,]{0,30}$"
)
"""'Its defence ministry put its dead at 50': the side's that is spoken of."""
_BEFORE_TOLL = 60
_PAIR = 110
_ARMED = re.compile(
    r"\b(?:army|military|armed|forces?|defen[cs]e|staff|navy|air force|brigades?|guards?|command"
    r"|corps)\b",
    re.IGNORECASE,
)
"""Who tells of the enemy's dead as well as of his own."""
_PLACE = re.compile(r"(?:Loc|\b[Ii]n Pty)(?P<side>[0-9])")
_RESULT = re.compile(r"^[^,]*, (?:killing|wounding|injuring|leaving) [^,]*$")
_AFTER = re.compile(r"\b(?:after|following)\b")


def without_own(
    document: Document,
    tagged: Tagged,
    counted: Counted,
    told: list[tuple[Attack | None, Wave]],
) -> list[tuple[Attack | None, Wave]] | None:
    """The attacks of the sentence that can have struck those counted; None where another one did.

    'It bombed a town after two of its soldiers were killed' counts no dead of the bombing.
    """
    if _is_cause(tagged, counted, told) if told else _is_old_grief(tagged, counted):
        return None
    side = side_counted(document, tagged, counted)
    if side is None and told:
        side = of_the_speaking_army(document, tagged, counted, told)
    if side is None and told and not is_contested(document):
        start, end = clause_of(tagged.text, counted.start, counted.end)
        apart = not any(a is not None and start <= a.start < end for a, _ in told)
        if apart or _TOLL_CLIMBS.search(tagged.text, 0, counted.start):
            told = [
                (attack, wave)
                for attack, wave in told
                if not _fell_on_his_ground(document, tagged, counted, wave)
                and not (apart and _is_the_others_word(document, tagged, counted, wave))
            ]
            return told or None
    if side is None or not told:
        return told
    fitting = [(a, wave) for a, wave in told if wave.attacker != party_of(document, side)]
    # Other counts of the sentence tell of other dead: 'it lost eight and killed 55 of theirs'.
    return fitting if fitting or all(a is None for a, _ in told) else None


_TROOPS = re.compile(
    r"(?:at least )?Num\d+ (?:more )?(?:soldiers|troops|servicem[ae]n|sailors|marines|airmen"
    r"|paratroopers)"
    r"(?: (?:were|was|had been|have been|had|have))? (?:killed|dead|died|wounded|injured|missing)\b"
)


def of_the_speaking_army(
    document: Document,
    tagged: Tagged,
    counted: Counted,
    told: list[tuple[Attack | None, Wave]],
) -> str | None:
    """'The army said two soldiers were killed': its own, unless it has just told whom it struck."""
    if not _TROOPS.match(tagged.text, counted.start):
        return None
    said = tagged.sentence.claimant_at(document_span(tagged, counted.start, counted.end))
    if said is None or not (said.claimant == said.party or _ARMED.search(said.claimant)):
        return None
    before = any(attack is not None and attack.end <= counted.start for attack, _ in told)
    return None if before else side_of_speaker(document, tagged, counted)


_TOLL_CLIMBS = re.compile(r"\b(?:death )?toll\b[^,;]*$")


def _fell_on_his_ground(document: Document, tagged: Tagged, counted: Counted, wave: Wave) -> bool:
    """'Aville's toll reaches 83, A fires rockets': those dead are not of what came from there."""
    place, mark = _side_of_place(tagged, counted), side_of(wave.attacker, document.preset)
    return place is not None and (place == mark or are_allied(document, place, mark))


_FOES = re.compile(r"Num\d+ (?:more )?(?:militants|fighters|insurgents|terrorists|gunmen|rebels)\b")


def _is_the_others_word(document: Document, tagged: Tagged, counted: Counted, wave: Wave) -> bool:
    """'A raids B; B says 200 fighters dead', 'eight dead in A's raid, says B; A reports 16 dead'.

    In a clause of its own each side of a headline counts its dead, or the fighters it killed.
    """
    speaker = party_of(document, side_of_speaker(document, tagged, counted))
    if speaker is None or not tagged.sentence.heading:
        return False
    if _FOES.match(tagged.text, counted.start):
        return wave.attacker != speaker
    others = {said.party for said in tagged.sentence.attributions} - {speaker, None}
    return bool(others) and wave.attacker == speaker


def _is_old_grief(tagged: Tagged, counted: Counted) -> bool:
    """'He gave the order after gunmen killed six': those dead are the reason, not the toll."""
    if "after" not in tagged.text and "following" not in tagged.text:
        return False
    return bool(_REASON.search(tagged.text[max(0, counted.start - 140) : counted.start]))


_REASON = re.compile(
    r"\b(?:order(?:ed|s)?|decid\w+|decision|vow\w*|threat\w*|retaliat\w+|respon\w+|answer\w*|reveng\w*"
    r"|aveng\w+|came|comes|promis\w+|warn\w+|tension\w*|escalat\w+)\b[^.;]{0,70}?"
    r"\b(?:after|following) [^.;]{0,70}$"
    r"|\b(?:after|following) (?:[\w-]+ ){0,3}?(?:gunm[ae]n|militants|attackers|assailants|shooters"
    r"|terrorists|insurgents) [^.;,]{0,70}$"
)


def _is_cause(tagged: Tagged, counted: Counted, told: list[tuple[Attack | None, Wave]]) -> bool:
    """Whether the toll is told as what came before the only attacks that the sentence names."""
    attacks = [attack for attack, _ in told if attack is not None]
    after = list(_AFTER.finditer(tagged.text, 0, counted.start))
    if not attacks or not after:
        return False
    start = after[-1].end()
    between = tagged.text[start : counted.start]
    return all(attack.end <= start for attack in attacks) and (
        ", " not in between or bool(_RESULT.search(between))
    )


def fell_in_fighting(tagged: Tagged, counted: Counted) -> bool:
    """'21 have died in the fighting': the toll of both sides' fire, of no one attack."""
    start, end = clause_of(tagged.text, counted.start, counted.end)
    more = _AND_HURT.match(tagged.text, counted.end)
    left = _FIGHTING_LEFT.search(tagged.text, start, counted.start)
    fought = _IN_FIGHTING.search(tagged.text, start, max(end, more.end() if more else 0))
    if fought and fought["by"] not in ("in", "during", "by"):
        # 'A rocket kills one as fighting goes on': by the rocket.
        fought = None if _BY_ARMS.search(tagged.text, start, counted.start) else fought
    return bool(left or fought)


_BY_ARMS = re.compile(r"W[a-z]|\b(?:strikes?|shell|fire|raids?|attacks?|bomb)")
_FIGHTING_LEFT = re.compile(
    r"\b(?:fighting|clashes|battles|crossfire|firefights?|gun ?battles?|skirmish(?:es)?) "
    r"(?:(?!W|and\b|with\b|as\b)[\w'-]+ ){0,6}?"
    r"(?:leaves?|left|kill(?:s|ed)?|claim(?:s|ed)?|wound(?:s|ed)?|injure[sd]?|cost)\b[^;]{0,40}$"
    r"|^(?:[\w'-]+ ){0,3}(?:fighting|clashes) [^;:]{0,60}[;:] $"
)
"""'Border clashes leave eleven dead': who of the two killed them is not said."""
_AND_HURT = re.compile(
    r"[^,;:.]{0,40} and (?:[\w-]+ ){0,4}(?:wounded|injured|hurt|killed)\b[^,;:.]*"
)
"""'Four were killed and a dozen wounded in clashes': where holds for both."""


_IN_FIGHTING = re.compile(
    r"\b(?P<by>in|during|by|as|amid|when|after) "
    r"(?:(?!(?:since|as|when|amid|after|while)\b)[\w'-]+ ){0,3}"
    r"(?:fighting|clashes|battles|crossfire|cross-fire|(?<=border )clash|(?<=\ba )clash)\b"
    r"(?!,? (?:and |or )?(?:air ?)?(?:W[a-z]+ )?(?:strikes|raids|shelling|bombing|bombardment)\b)"
)


def side_counted(document: Document, tagged: Tagged, counted: Counted) -> str | None:
    """The mark of the side whose people a toll counts, where the words say it."""
    own = _ITS_TOLL.match(tagged.text, 0, counted.start)
    if own or tells_own_losses(tagged, counted):
        return side_of_speaker(document, tagged, counted)
    match = _OF_SIDE.search(tagged.text, counted.start, counted.end) or _OF_SIDE.match(
        tagged.text, counted.end + 1
    )
    if match is None:
        match = _OF_THE_SAME.search(tagged.text, max(0, counted.start - _PAIR), counted.start)
        if match is not None and match["side"] is None:
            return side_of_speaker(document, tagged, counted)
    if match is None:
        match = _TOLL_OF.search(tagged.text, max(0, counted.start - _BEFORE_TOLL), counted.start)
    return match["side"] if match else None


def tells_own_losses(tagged: Tagged, counted: Counted) -> bool:
    """'Its army said that two of its men died': by an attack that is told, or by none of ours."""
    return _OF_ITS.match(tagged.text, counted.start) is not None


def victims_elsewhere(
    document: Document, tagged: Tagged, counted: Counted, waves: Waves
) -> str | None:
    """The mark of the side of those counted, where the attack spoken of cannot have struck them.

    A side's civil officials count its own dead, and a place in the clause tells whose they are;
    where the two disagree, the place is held by the other side and nothing follows.
    """
    side = side_counted(document, tagged, counted)
    side = side or of_the_speaking_army(document, tagged, counted, [])
    if side is None and not is_contested(document):
        place, speaker = (
            _side_of_place(tagged, counted),
            _side_of_official(document, tagged, counted),
        )
        side = place if speaker in (None, place) else speaker if place is None else None
    if side is None:
        return None
    running = waves.spoken_of
    if running is None or running.attacker != party_of(document, side):
        return None
    return side


def _side_of_place(tagged: Tagged, counted: Counted) -> str | None:
    start, end = clause_of(tagged.text, counted.start, counted.end)
    if _THERE.search(tagged.text, start, end):
        start = 0
    said = _SAID.search(tagged.text, counted.end, end)
    end = said.start() if said else end  # 'according to the bishop of Aville' tells no place
    sides = {match["side"] for match in _PLACE.finditer(tagged.text, start, end)}
    return sides.pop() if len(sides) == 1 else None


_SAID = re.compile(r"\b(?:according to|said|says|reported by)\b")
_THERE = re.compile(r"\bthere\b(?! (?:was|were|is|are|had|has|have|will)\b)")
"""'Aville was struck; four people died there': in the place named before."""


_NO_OFFICIAL = re.compile(
    r"\b(?:church|patriarchate|(?:arch)?diocese|parish|monastery|charity|university|monitors?"
    r"|observatory|red cross|red crescent)\b",
    re.IGNORECASE,
)
"""They bear a town's name and count whoever died in the war."""


_CIVILIANS = re.compile(
    r"(?:at least )?Num\d+ (?:more )?(?:civilians|children|villagers|people, including civilians)\b"
)
"""'Aland said four civilians were killed': a country that names no place tells of its own."""


def _side_of_official(document: Document, tagged: Tagged, counted: Counted) -> str | None:
    said = tagged.sentence.claimant_at(document_span(tagged, counted.start, counted.end))
    if said is None or _ARMED.search(said.claimant):
        return None
    if said.claimant == said.party and not _CIVILIANS.match(tagged.text, counted.start):
        return None
    if _NO_OFFICIAL.search(said.claimant):
        return None
    if all(name.party != said.party for name in tagged.sentence.names):
        return None  # A bare 'the health ministry' may be either side's.
    return side_of_speaker(document, tagged, counted)
