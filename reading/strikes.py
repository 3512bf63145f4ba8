"""The attacks that an article tells of, each with its figures and who claims them.

Sentences of one wave join one strike: same attacker, same window. What an article only recalls is
marked as background; what was feared, planned or forbidden is left out.
"""

import re
from datetime import timedelta

from reading.document import Document, NameKind, Sentence
from reading.facts import Figure, Measure, Precision, Strike, Weapon, Window
from reading.strike_attacks import Attack, attacks_in, denier_in
from reading.strike_casualties import casualties_counted
from reading.strike_figures import Counted, clause_of, weapons_counted
from reading.strike_places import facilities_in, soil
from reading.strike_tags import Tagged, document_span, side_of, tag
from reading.strike_times import looks_back, long_ago, taken_as_known, window_at
from reading.strike_waves import Mention, Wave, Waves

_TRIGGER = re.compile(
    r"drone|uav|missile|rocket|strike|struck|attack|raid|shell|bomb|barrage|assault|kill|wound|injur"
    r"|dead|died|death|hurt|shot down|downed|intercept|destroy|debris|wreckage|toll|casualt|salvo|hit|air force",
    re.IGNORECASE,
)
_ACCIDENT = re.compile(
    r"\b(?:bridge|landmine|mine|crash|collaps\w+|accident|flood\w*|earthquake|shooting|knife|avalanche|derail\w*"
    r"|crowd crush|stampede|epidemic|hunger|starv\w+|prison|executed)\b",
    re.IGNORECASE,
)
_SEPARATELY = re.compile(r"^\W*(?:separately|elsewhere|in a separate)\b", re.IGNORECASE)
_LEAD = 5
"""Sentences in which an article may give figures before it names their attack."""

_OLDEST = 7
"""Days after which an attack is history to a news article."""


def read_strikes(document: Document) -> tuple[Strike, ...]:
    """Every attack the article tells of, in the order of first mention."""
    waves = Waves()
    held: list[tuple[Tagged, Counted]] = []
    for sentence in document.sentences:
        if _TRIGGER.search(sentence.text):
            held += _take(document, sentence, waves)
    _settle(document, held, waves)
    return tuple(
        _strike(wave, document) for wave in waves.all if wave.anchored and wave.attacks_told
    )


def _settle(document: Document, held: list[tuple[Tagged, Counted]], waves: Waves) -> None:
    """Give figures told before their attack was named to the first attack that is reported."""
    first = next((wave for wave in waves.all if not wave.recalled), None)
    for tagged, counted in held if first is not None else ():
        if first is not None and tagged.sentence.index < _LEAD:
            first.figures.append(_figure(document, tagged, counted, first))


def _take(
    document: Document, sentence: Sentence, waves: Waves
) -> list[tuple[Tagged, Counted]]:
    """File what one sentence says of attacks under the waves it speaks of; the figures of no wave yet."""
    tagged = tag(sentence, document)
    attacks = attacks_in(tagged)
    real = [attack for attack in attacks if not attack.unreal and attack.by != "T"]
    foreign = any(attack.by == "T" or attack.on == "T" for attack in attacks)
    real = [attack for attack in real if attack.on != "T"]
    carried = waves.weapon_at(sentence.index - 1)
    figures = weapons_counted(tagged, carried) + casualties_counted(tagged)
    waves.counted(sentence.index, figures)
    if not real and foreign:
        return []
    held: list[tuple[Tagged, Counted]] = []
    touched: list[Wave] = []
    for attack in real:
        mention = _mention(document, tagged, attack)
        if mention is not None:
            touched.append(waves.file(mention))
    for counted in figures:
        wave = _wave_of(document, tagged, counted, real, touched, waves)
        if wave is not None:
            wave.figures.append(_figure(document, tagged, counted, wave))
            touched.append(wave)
        elif not waves.all:
            held.append((tagged, counted))
    _places(document, sentence, touched)
    if (denier := denier_in(tagged)) is not None:
        waves.deny(_party(document, denier))
    return held


def _party(document: Document, mark: str | None) -> str | None:
    """The party behind a mark; None for a third party or nobody."""
    return document.preset.party_names[int(mark)] if mark and mark.isdigit() else None


def _opponent(document: Document, mark: str | None) -> str | None:
    """The mark of the other side, where there are only two."""
    if mark is None or not mark.isdigit() or len(document.preset.party_names) != 2:
        return None
    return str(1 - int(mark))


def _mention(document: Document, tagged: Tagged, attack: Attack) -> Mention | None:
    """An attack of a sentence with its sides and time; None where no side of ours is in it."""
    by, on = attack.by, attack.on
    if by is None:
        by = _opponent(document, on)
    elif on is None or on == by:
        on = _opponent(document, by)
    sentence = tagged.sentence
    if by is None and on is None:
        on = _ground(document, sentence)
        by = _opponent(document, on)
    if by is None and on is None:
        return None
    span = document_span(tagged, attack.start, attack.end)
    window = window_at(document, sentence, span[0])
    age = (document.ref.date() - window.end).days if window else None
    before = document.text[sentence.span[0] : span[0]]
    recalled = looks_back(sentence, before, age)
    recalled = recalled or (window is None and long_ago(sentence, document.ref.date()))
    attribution = sentence.claimant_at(span)
    return Mention(
        attacker=_party(document, by),
        target=_party(document, on),
        window=window,
        recalled=recalled,
        soft=window is None and taken_as_known(before),
        denied=attack.denied,
        firm=attack.firm,
        separate=bool(_SEPARATELY.match(sentence.text)),
        claimant=attribution.claimant if attribution else None,
        sentence=sentence,
        span=span,
    )


def _ground(document: Document, sentence: Sentence) -> str | None:
    """The side on whose soil all places of the sentence lie, or else those of the title."""
    for told in (sentence, document.sentences[0]):
        sides = {
            side_of(name.party, document.preset)
            for name in told.names
            if name.kind is NameKind.PLACE and name.party is not None
        }
        if len(sides) == 1 and (mark := sides.pop()).isdigit():
            return mark
    return None


def _wave_of(
    document: Document,
    tagged: Tagged,
    counted: Counted,
    attacks: list[Attack],
    touched: list[Wave],
    waves: Waves,
) -> Wave | None:
    """The wave that a figure belongs to; None for a number of no attack of ours."""
    sentence = tagged.sentence
    sender = _sender(document, tagged, counted)
    if sender == "T":
        return None
    attacker = _party(document, sender)
    span = document_span(tagged, counted.start, counted.end)
    window = window_at(document, sentence, span[0])
    recalled = looks_back(sentence, "", None)
    if attacker is None and touched:
        return _nearest(tagged, counted, attacks, touched)
    if attacker is None and counted.weapon is Weapon.ANY and _ACCIDENT.search(sentence.text):
        return None
    if attacker is not None:
        for wave in reversed(touched):
            if wave.attacker == attacker:
                return wave
    if attacker is None:
        return waves.running(window, recalled=recalled, before=len(touched))
    attribution = sentence.claimant_at(span)
    target = _party(document, _opponent(document, sender))
    return waves.file(
        Mention(
            attacker=attacker,
            target=target,
            window=window,
            recalled=recalled,
            soft=False,
            denied=False,
            firm=True,
            separate=False,
            claimant=attribution.claimant if attribution else None,
            sentence=sentence,
            span=span,
        )
    )


def _nearest(
    tagged: Tagged, counted: Counted, attacks: list[Attack], touched: list[Wave]
) -> Wave:
    """Of the waves that the sentence speaks of, the one whose attack stands nearest."""
    if len(attacks) == len(touched) > 1:
        pairs = list(zip(attacks, touched, strict=True))
        return min(pairs, key=lambda pair: _apart(tagged.text, pair[0], counted))[1]
    return touched[-1] if len(attacks) <= 1 else touched[0]


def _apart(line: str, attack: Attack, counted: Counted) -> int:
    low, high = sorted((attack.start, counted.start))
    return high - low + (300 if re.search(r"; | but | while ", line[low:high]) else 0)


def _sender(document: Document, tagged: Tagged, counted: Counted) -> str | None:
    """Whose weapons a figure counts, as a mark, where the sentence itself tells."""
    if counted.by is not None:
        return counted.by
    if counted.stopped_by is not None:
        return _opponent(document, counted.stopped_by)
    stopped = (Measure.SHOT_DOWN, Measure.SUPPRESSED, Measure.NEUTRALISED_TOTAL)
    if counted.measure in stopped or counted.measure is Measure.LAUNCHED:
        span = document_span(tagged, counted.start, counted.end)
        said = tagged.sentence.claimant_at(span)
        if said is not None and said.party is not None and counted.measure in stopped:
            return _opponent(document, side_of(said.party, document.preset))
    return None


def _figure(document: Document, tagged: Tagged, counted: Counted, wave: Wave) -> Figure:
    sentence = tagged.sentence
    span = document_span(tagged, counted.start, counted.end)
    attribution = sentence.claimant_at(span)
    claimant = attribution.claimant if attribution else wave.speaker_for(counted, sentence)
    figure = Figure(
        measure=counted.measure,
        weapon=counted.weapon,
        low=counted.low,
        high=counted.high,
        qualifier=counted.qualifier,
        claimant=claimant,
        scope=counted.kind or _scope(document, tagged, counted, wave),
        span=span,
        sentence=sentence.text,
    )
    wave.spoke(counted, sentence, claimant)
    return figure


_DISTRICT = re.compile(
    r"\b(?:in|at|near) (?:the |\w+ )?((?:[A-Z][\w'’-]+ ){1,2}(?:district|region|oblast|province|village))"
)


def _scope(document: Document, tagged: Tagged, counted: Counted, wave: Wave) -> str | None:
    """The place that a figure is for, where its own clause, or else its sentence, names just one."""
    sentence = tagged.sentence
    ground = soil(document.preset)
    start, end = (tagged.at(at) for at in clause_of(tagged.text, counted.start, counted.end))
    near = ground.struck(sentence, document, wave.attacker, (start, end), officials=True)
    after = [at for at in near.values() if at >= tagged.at(counted.start)]
    if len(near) > 1 and len(after) == 1:
        near = {place: at for place, at in near.items() if at in after}
    if not near and (district := _DISTRICT.search(document.text, start, end)):
        return district[1]
    near = near or ground.struck(sentence, document, wave.attacker, officials=True)
    return next(iter(near)) if len(near) == 1 else None


def _places(document: Document, sentence: Sentence, touched: list[Wave]) -> None:
    for wave in dict.fromkeys(touched):
        wave.add_places(list(soil(document.preset).struck(sentence, document, wave.attacker)))
        wave.add_facilities(facilities_in(sentence.text))


def _strike(wave: Wave, document: Document) -> Strike:
    ref = document.ref.date()
    window = wave.window
    old = window is not None and (ref - window.end).days > _OLDEST
    if window is None and not wave.recalled:
        window = Window(ref - timedelta(days=1), ref, Precision.VAGUE)
    return Strike(
        attacker=wave.attacker,
        target=wave.target,
        window=window,
        places=tuple(wave.places),
        facilities=tuple(wave.facilities),
        figures=tuple(_unrepeated(wave.figures)),
        background=wave.recalled or old,
        disputed=wave.denied,
        claimant=wave.claimant,
        span=wave.span,
        sentence=wave.sentence,
    )


def _unrepeated(figures: list[Figure]) -> list[Figure]:
    """Without repeats; a headline's round number gives way to nothing, a body's repeat to the first."""
    kept: dict[tuple[object, ...], Figure] = {}
    for figure in figures:
        key = (figure.measure, figure.weapon, figure.low, figure.high, figure.claimant, figure.scope)
        kept.setdefault(key, figure)
    return list(kept.values())
