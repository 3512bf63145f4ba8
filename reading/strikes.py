"""The attacks that an article tells of, each with its figures and who claims them.

Sentences of one wave join one strike: same attacker, same window. What an article only recalls is
marked as background; what was feared, planned or forbidden is left out.
"""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from reading.document import Document, Sentence
from reading.facts import Figure, Precision, Span, Strike, Window
from reading.gate import Gated
from reading.strike_abroad import on_foreign_soil
from reading.strike_attacks import Attack, attacks_in, denier_in
from reading.strike_casualties import casualties_counted
from reading.strike_claimants import with_known_claimants
from reading.strike_counted import Counted
from reading.strike_exclusions import is_no_attack
from reading.strike_figures import weapons_counted
from reading.strike_filing import wave_of
from reading.strike_mentions import mention_of
from reading.strike_places import facilities_in, soil
from reading.strike_scope import figure_of
from reading.strike_sides import party_of, sender, side_of_speaker
from reading.strike_signs import attack_by_signs
from reading.strike_sums import is_of_no_raid
from reading.strike_tags import Tagged, tag
from reading.strike_times import dated_at, earlier_by, same_attack, told_as_night, window_at
from reading.strike_victims import TOLLS, fell_in_fighting, of_the_speaking_army, side_counted
from reading.strike_waves import Wave, Waves
from reading.strike_words import HARM
from reading.unsaid import Unsaid, is_unsaid
from reading.wordlist import words

_WORDS = words(
    """
    drone drones uav uavs quadcopter quadcopters decoys missile missiles rocket rockets projectiles
    munitions strike strikes struck striking attack attacks attacked attacking counterattack raid
    raids raided shell shells shelled shelling bomb bombs bombed bombing bombings bombardment
    bombarded bombers fire fired fires firing gunfire barrage barrages assault assaults kill kills
    killed killing wound wounds wounded wounding injure injures injured injuring injuries injury
    dead died die dies deaths death fatalities hurt shot downed downs downing intercept intercepts
    intercepted intercepting destroy destroys destroyed destroying destruction debris wreckage toll
    casualties casualty salvo salvos hit hits hitting airstrike airstrikes neutralised neutralized
    neutralising neutralizing martyred martyrs perished slain pounded pounds pounding bodies blame
    blames blamed accused accuses impacts explosion explosions explode exploded blast blasts lives
    corpses hospital hospitals blown massacred murdered eliminated fallen lose lost maimed
    hospitalised hospitalized treated treatment survive wounds
    toll rained pulled fell lost jammed suppressed batter batters battered blitzes pummels pummelled
    wrecks wrecked levels levelled leveled flattens flattened razes razed torches torched
    obliterated
    strafed smashed rammed mauled swoop swoops swooped sinks sank sunk ablaze alight loosed lobs
    lobbed hurls hurled rains unleashes unleashed sortie sorties pierced punched punches holed
    rocked
    lands landed slams slammed crashes crashed explodes detonated pours flames rubble onslaught
    blitz gunners warplanes jets missile mortar mortars howitzer howitzers artillery guns land
    fall falls rain pummel target targets targeted targeting bombings bombardments wiped slain
    blew blow damaged damages damage blasted hammered hammers knocked knocks knock ambush ambushed
    ambushes incursion incursions operation operations stormed overran mortared bombards set sets
    brought gunned gunmen
    """
)
"""Without one of these a sentence cannot speak of an attack."""

_DATED = Gated(
    r"\bthe (?:[\w-]+ ){0,2}?(?:attack|strike|raid|bombing|shelling|assault|incident)s? "
    r"(?:took place|happened|occurred|came|was carried out|was launched)\b",
    flags=0,
)
"""'The attack took place last Thursday': a day for the attack under discussion."""
_DATED_NOUN = re.compile(
    r"the Time\d+ (?:[\w-]+ ){0,2}?(?:attack|barrage|strike|raid|assault|salvo|bombardment)s?\b"
    r"|(?:the|one) (?:first |second |last )?(?:W[a-z]+|projectile|shell)s? "
    r"(?:struck|hit|slammed|fell|landed|exploded|crashed)\b"
)
"""'The overnight barrage included…': nobody is named, for it is the one just told."""
_HEARD = re.compile(
    r"(?:[a-z-]+ ){0,3}(?:explosions?|blasts?) (?:(?:were|was|had|have|also) )*"
    r"(?:shook|rocked|heard|rang out|echoed|lit|reported|rattled)\b"
)
"""'Explosions shook the capital on Saturday': the attack that is told was heard then."""
_LEAD = 5
"""Sentences in which an article may give figures before it names their attack."""

_HARM = re.compile(
    rf"\b(?:(?:kill|shot|struck|attack|strik|bomb|shell|fire|violat|raid|rocket|missile|drone)\w*"
    rf"|fell|{HARM})\b"
)
"""Without one of these the first sentence tells another matter than the attack of the headline."""

_OLDEST = 7
"""Days after which an attack is history to a news article."""


def read_strikes(document: Document) -> tuple[Strike, ...]:
    """Every attack the article tells of, in the order of first mention."""
    waves = Waves()
    held: list[tuple[Tagged, Counted]] = []
    for sentence in document.sentences:
        if not sentence.words.isdisjoint(_WORDS) or _denies_it(sentence):
            held += _take(document, sentence, waves, led=bool(held))
    _settle(document, held, waves)
    _date_by_lead(document, waves)
    return tuple(
        with_known_claimants(_strike(wave, document), document)
        for wave in waves.all
        if wave.anchored and not _only_headed(document, wave, waves)
    )


_DENIED = frozenset({"denied", "denies"})
_DEED = re.compile(
    r"\b(?:done (?:it|so|this)|responsibility|involvement|behind it|any part in it)\b"
)


def _denies_it(sentence: Sentence) -> bool:
    """'The palace denied that its forces had done it': no word of arms, but of the attack told."""
    return not sentence.words.isdisjoint(_DENIED) and bool(_DEED.search(sentence.text))


def _only_headed(document: Document, wave: Wave, waves: Waves) -> bool:
    """A heading inside the text that names an attack which the text below tells with its day."""
    headed = any(s.heading and s.index > 0 and _in(s, wave.span) for s in document.sentences)
    bare = wave.attacks_told == 1 and wave.window is None and not wave.figures
    return (
        headed
        and bare
        and any(
            other.window is not None and other.attacker == wave.attacker and other.span > wave.span
            for other in waves.all
        )
    )


def _date_by_lead(document: Document, waves: Waves) -> None:
    """A headline names no day; its first sentence tells the same news, and when it was."""
    undated = [
        wave for wave in waves.all if wave.window is None and _in(document.sentences[0], wave.span)
    ]
    for lead in document.sentences[1:2]:
        others = any(_in(lead, wave.span) for wave in waves.all)
        if len(undated) == 1 and not others and _HARM.search(lead.lowered):
            before = document.text[: undated[0].span[0]]
            undated[0].window = earlier_by(before, window_at(document, lead, dated_at(lead)))


def _in(sentence: Sentence, span: Span) -> bool:
    return sentence.span[0] <= span[0] < sentence.span[1]


def _settle(document: Document, held: list[tuple[Tagged, Counted]], waves: Waves) -> None:
    """Give figures told before their attack was named to the first attack that is reported."""
    first = next((wave for wave in waves.all if not wave.recalled), None)
    mutual = first is not None and sum(wave.span == first.span for wave in waves.all) > 1
    for tagged, counted in held if first is not None else ():
        mark = side_counted(document, tagged, counted)
        mark = mark or of_the_speaking_army(document, tagged, counted, [])
        side = party_of(document, mark)
        own = side is not None and first is not None and side == first.attacker
        other_day = first is not None and not _of_its_day(document, tagged, counted, first)
        other_day = other_day or (first is not None and _EARLIER.search(first.sentence) is not None)
        either = mutual and counted.measure in TOLLS  # the dead of fire that two sides exchanged
        teller = party_of(document, side_of_speaker(document, tagged, counted))
        own = own or (first is not None and teller is not None and teller == first.attacker)
        if first is not None and not (own or other_day or either) and tagged.sentence.index < _LEAD:
            first.figures.append(figure_of(document, tagged, counted, first))


_EARLIER = re.compile(r"\bhad (?:earlier|already|also|separately) |\b[Ss]eparately, ")
"""'Raids had earlier killed 46': whom another sentence counted before fell elsewhere."""


def _of_its_day(document: Document, tagged: Tagged, counted: Counted, wave: Wave) -> bool:
    """Whether a count that gives a day gives the attack's."""
    told = window_at(document, tagged.sentence, tagged.at(counted.start))
    return told is None or wave.window is None or same_attack(told, wave.window)


def _take(
    document: Document, sentence: Sentence, waves: Waves, *, led: bool
) -> list[tuple[Tagged, Counted]]:
    """File what one sentence says of attacks under its waves; gives back figures of no wave yet.

    `led`: sentences before gave figures of an attack that nobody has named yet.
    """
    tagged = tag(sentence, document)
    attacks = [on_foreign_soil(document, tagged, attack) for attack in attacks_in(tagged)]
    told_of = any(wave.told_of for wave in waves.all)
    if not attacks and not told_of and (signs := attack_by_signs(tagged)) is not None:
        attacks = [on_foreign_soil(document, tagged, signs)]
    if is_no_attack(tagged.text, sentence.stems):
        return []
    harmed = led or bool(waves.all) or bool(casualties_counted(tagged))
    ours = [a for a in attacks if "T" not in (a.by, a.on) and (a.form != "pinned" or harmed)]
    if attacks and not ours:
        return []
    told: list[tuple[Attack | None, Wave]] = [
        (attack, waves.file(mention))
        for attack in ours
        if not attack.unreal
        and not is_unsaid(sentence, tagged.at(attack.start), Unsaid.NONE)
        and (mention := mention_of(document, tagged, attack, followed=bool(waves.all))) is not None
    ]
    if attacks and not told and _NOBODYS_PLACE in tagged.text:
        return []
    if (not attacks and _DATED.search(tagged.text, tagged.stems)) or (
        not told and (_DATED_NOUN.match(tagged.text) or _HEARD.match(tagged.text))
    ):
        waves.date(window_at(document, sentence, sentence.span[0]))
    if not told and sentence.index == 1 and _HEARD.match(tagged.text):
        waves.confirm()
    parts = _parts(tagged, told)
    named = {id(wave) for _, wave in told}
    held = _count(document, tagged, told, waves, parts)
    for wave in dict.fromkeys(wave for _, wave in told):
        if named and id(wave) not in named:
            continue  # only counted here: the places are those of the attack that is told
        low, high = parts.get(id(wave), sentence.span)
        struck = soil(document.preset).struck(sentence, document, wave.attacker)
        wave.add_places([place for place, at in struck.items() if low <= at < high])
        wave.add_facilities(facilities_in(_without_ports(document, sentence, low, high)))
        wave.by_night = wave.by_night or told_as_night(sentence)
    if (denier := denier_in(tagged)) is not None:
        waves.deny(party_of(document, denier))
    return held


def _without_ports(document: Document, sentence: Sentence, low: int, high: int) -> str:
    """The text without the names of cities that are called so: Port Sudan is no port."""
    text = document.text[low:high]
    for name in sentence.names:
        at, end = name.span[0] - low, name.span[1] - low
        if at >= 0 and text[at:end].lower().startswith("port "):
            text = f"{text[:at]}{'-' * (end - at)}{text[end:]}"
    return text


_NOBODYS_PLACE = "LocX"
"""An attack on a place that is neither side's may be either's: its dead are no other attack's."""
_PARTED = re.compile(
    r"; |, (?:[\w-]+ ){0,3}?(?:after|following|while) "
    r"| in (?:response|retaliation|answer) (?:to|for) "
)


_AFTER_IT = re.compile(
    r"(?<! the),? (?:after|following|in (?:response|retaliation|answer|revenge) (?:to|for)) "
    r"(?!Time|midnight|dark|dawn|dusk|sun|night|which|that\b)"
)


def _parts(tagged: Tagged, told: list[tuple[Attack | None, Wave]]) -> dict[int, Span]:
    """Of two sides' attacks told in one sentence the part that is each one's, by its wave."""
    by = {wave.attacker for _, wave in told if wave.attacker}
    answer = next((a.start for a, _ in told if a is not None and a.form == "answer"), None)
    parted = _PARTED.search(tagged.text)
    cut = answer if answer is not None or parted is None else parted.start()
    if cut is None and parted is None:
        cut = _second_deed(tagged, told)
    low, high = tagged.sentence.span
    after = _AFTER_IT.search(tagged.text)
    same = parted is not None and after is not None and parted.end() >= after.start()
    if after is not None and told and (cut is None or (same and answer is None)):
        # 'It fired at a town after a raid on its port': the port is none of its targets.
        cut = after.start()
        deeds = [(a.start < cut, wave) for a, wave in told if a is not None]
        if len(by) == 1 and all(led for led, _ in deeds):
            return {id(wave): (low, tagged.at(cut)) for _, wave in deeds}
        if deeds and all(not led and wave.recalled for led, wave in deeds):
            return {id(wave): (tagged.at(cut), high) for _, wave in deeds}
        cut = cut if same or len({led for led, _ in deeds}) > 1 else None
    if len(by) < 2 or cut is None:
        return {}
    middle = tagged.at(cut)
    parts: dict[int, Span] = {}
    for attack, wave in told:
        if attack is not None:
            own = (low, middle) if attack.start < cut else (middle, high)
            parts[id(wave)] = own if parts.get(id(wave), own) == own else (low, high)
    return parts


_BESIDE = re.compile(r"(?:,|;|:| and| as| while) (?:the )?$")


def _second_deed(tagged: Tagged, told: list[tuple[Attack | None, Wave]]) -> int | None:
    """'A fires rockets at a port, B strikes a city': where the other side's clause begins."""
    deeds = sorted(
        (
            (a.start, a.end, w.attacker)
            for a, w in told
            if a is not None and a.form in ("verb", "arms")
        ),
        key=lambda deed: deed[0],
    )
    for (_, end, first), (start, _, second) in pairwise(deeds):
        if first != second and start >= end and _BESIDE.search(tagged.text, 0, start):
            return start
    return None


def _count(
    document: Document,
    tagged: Tagged,
    told: list[tuple[Attack | None, Wave]],
    waves: Waves,
    parts: dict[int, Span],
) -> list[tuple[Tagged, Counted]]:
    """File the sentence's figures; gives back those told before any attack was named."""
    index = tagged.sentence.index
    weapons = weapons_counted(tagged, waves.weapon_at(index - 1))
    waves.counted(index, weapons)
    held: list[tuple[Tagged, Counted]] = []
    for counted in (*weapons, *casualties_counted(tagged)):
        fought = counted.measure in TOLLS and fell_in_fighting(tagged, counted)
        known = fought and any(wave.told_of for wave in waves.all)
        nearly = is_unsaid(tagged.sentence, tagged.at(counted.start), Unsaid.NEARLY)
        if known or nearly or _heads_a_sum(document, tagged, counted):
            continue
        wave = wave_of(document, tagged, counted, told, waves)
        if fought:
            continue
        if wave is not None and _told_with_more(wave, tagged, counted):
            continue
        if wave is not None:
            part = parts.get(id(wave))
            wave.figures.append(figure_of(document, tagged, counted, wave, part))
            waves.goes_on(wave, tagged.sentence)
            told.append((None, wave))
        elif (
            not waves.all
            and sender(document, tagged, counted) != "T"
            and not is_of_no_raid(document, tagged, counted, told)
        ):
            held.append((tagged, counted))
    return held


_OF_THE = re.compile(r"Num\d+ of (?:the|those|these) W")


def _told_with_more(wave: Wave, tagged: Tagged, counted: Counted) -> bool:
    """Who only went to hospital, beside the hurt; 'ten of the missiles', beside all that fell."""
    if counted.mild:
        return wave.counts(counted.measure)
    return _OF_THE.match(tagged.text, counted.start) is not None and any(
        (figure.measure, figure.weapon) == (counted.measure, counted.weapon)
        and figure.low > counted.low
        and not tagged.sentence.span[0] <= figure.span[0] < tagged.sentence.span[1]
        for figure in wave.figures
    )


def _heads_a_sum(document: Document, tagged: Tagged, counted: Counted) -> bool:
    """Whether a title's toll is the one that the text tells of days, weeks or a war."""
    if tagged.sentence.index > 0 or counted.measure not in TOLLS:
        return False
    for sentence in document.sentences[1:_LEAD_OF_SUM]:
        line = tag(sentence, document)
        for other in casualties_counted(line):
            near = abs(other.low - counted.low) <= max(2, counted.low // 10)
            if near and other.measure is counted.measure:
                return is_of_no_raid(document, line, other, [])
    return False


_LEAD_OF_SUM = 3


def _strike(wave: Wave, document: Document) -> Strike:
    ref, day = document.ref.date(), document.news_day
    window = wave.window
    if window is not None and wave.by_night and window.is_one_day and not window.start_time:
        window = replace(window, start=window.start - timedelta(days=1))
    old = window is not None and (ref - window.end).days > _OLDEST
    if window is None and not wave.recalled and wave.by_night:
        # An undated night in the news is the one before.
        window = Window(ref - timedelta(days=1), ref)
    if window is None and not wave.recalled:
        # Undated news is of the day or the night before; that is all that is known.
        window = Window(day - timedelta(days=1), day, Precision.VAGUE)
    return Strike(
        attacker=wave.attacker,
        target=wave.target,
        window=window,
        places=tuple(wave.places),
        facilities=tuple(wave.facilities),
        figures=tuple(_unrepeated(wave.figures)),
        background=wave.merely_known or old,
        disputed=wave.denied,
        claimant=wave.claimant,
        span=wave.span,
        sentence=wave.sentence,
    )


def _unrepeated(figures: list[Figure]) -> list[Figure]:
    """Each figure once, as it was first given."""
    kept: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        what = (figure.measure, figure.weapon, figure.low, figure.high)
        kept.setdefault((*what, figure.claimant, figure.scope), figure)
    return list(kept.values())
