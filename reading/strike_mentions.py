"""From an attack in a sentence to a mention of it: its sides, its day, whether it is news."""

import re
from collections.abc import Iterator

from reading.document import Document, Name, Sentence
from reading.strike_abroad import is_disputed_blast
from reading.strike_attacks import Attack
from reading.strike_camps import camps_of
from reading.strike_named import only_named
from reading.strike_recall import brought_about, is_reaction, long_ago, looks_back, taken_as_known
from reading.strike_sides import (
    are_allied,
    enemy,
    ground,
    is_beset,
    is_contested,
    is_power,
    named_beside,
    party_of,
    striker_of_ground,
    striker_of_held,
)
from reading.strike_tags import Tagged, document_span, side_of
from reading.strike_times import earlier_by, is_aged, usable, window_at
from reading.strike_waves import Mention
from reading.strike_words import HARM
from reading.unsaid import Unsaid, is_unsaid

_PLANTED = re.compile(
    r"\b(?:car|lorry|truck|scooter|parcel|letter|roadside|pipe|magnetic|suicide|improvised|planted)"
    r"[ -](?:[a-z]+ )?(?:bomb(?:s|ing|ings|ers?)?|explosives?|devices?)\b"
    r"|\b(?:bombs?|devices?|explosives?) (?:(?:was|were|had been|that was) )?"
    r"(?:under|beneath|inside|planted|placed|attached|hidden|concealed)\b"
)
"""Bombs that somebody laid: the place tells not who, as it does of what flies over a border."""
_SEPARATELY = re.compile(r"^\W*(?:separately|elsewhere|in a separate)\b")


def mention_of(
    document: Document, tagged: Tagged, attack: Attack, *, followed: bool
) -> Mention | None:
    """An attack of a sentence with its sides and time; None where no side of ours is in it.

    `followed`: an attack was told before, of which one whose sides are unsaid tells more.
    """
    sentence = tagged.sentence
    if attack.form == "blast" and not is_disputed_blast(document):
        return None
    if not _is_armed(document, attack.by):
        return None
    sides = _sides(document, tagged, attack, followed=followed)
    if sides is None:
        return None
    by, on = sides
    if by is None and on is None and not _is_armed(document, attack.on):
        by, on = enemy(document, attack.on), attack.on
    if attack.by is None and _PLANTED.search(sentence.lowered):
        by = None
    span = document_span(tagged, attack.start, attack.end)
    before = _ASIDE.sub("", document.text[sentence.span[0] : span[0]])
    window = window_at(document, sentence, span[0])
    if not any(time.window == window and time.span[0] > span[0] for time in sentence.times):
        window = earlier_by(before, window, document)
    ref = document.ref.date()
    head = tagged.text[: attack.start]
    recalled = looks_back(
        sentence, before, (ref - window.end).days if window else None, span[0] - sentence.span[0]
    )
    attribution = sentence.claimant_at(span)
    return Mention(
        attacker=party_of(document, by),
        target=party_of(document, on),
        window=window,
        recalled=recalled
        or (window is None and (long_ago(sentence, ref) or _follows_old(document, sentence))),
        soft=window is None and attack.form != "answer" and taken_as_known(before),
        reacted=(only_named(tagged, attack) and not brought_about(before))
        or is_reaction(
            _own_clause(before, attack),
            by_the_struck=bool(on and re.search(rf"(?:Pty|Per|Adj){on}", head)),
        ),
        denied=attack.denied or is_unsaid(sentence, span[0], Unsaid.FALSE),
        firm=attack.firm or brought_about(before),
        separate=bool(_SEPARATELY.match(sentence.text.lower())),
        aged=is_aged(document, sentence, window)
        or (window is not None and sentence.index > 0 and _IS_ANOTHER.search(before) is not None),
        claimant=attribution.claimant if attribution else None,
        sentence=sentence,
        span=span,
        behind=_BEHIND.search(before) is not None,
    )


_IS_ANOTHER = re.compile(r"\b(?:[Aa]nother|[Aa] similar) (?:[\w-]+ ){0,2}$")
"""'On Monday another drone struck' tells not when the first did."""
_BEHIND = re.compile(
    r"\b(?:after|following|in (?:response|retaliation|answer|reply) (?:to|for)) [^.;,]{0,60}$"
)
"""'It struck after accusing them of an attack': what is counted next is of its own strikes."""
_ASIDE = re.compile(r", (?:\w+ )?(?:after|following) [^,;.]+, $")
"""'It, after a raid on its port, launched drones': what it did is told itself."""
_MEANWHILE = re.compile(r".* (?:as|while|when) ", re.DOTALL)


def _own_clause(before: str, attack: Attack) -> str:
    """'Aland mourns as Beland strikes': what stands before a clause of its own is not about it."""
    if attack.form == "answer":
        return ""
    return _MEANWHILE.sub("", before) if attack.form == "verb" else before


_SOME_DAYS = 2


def _follows_old(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence goes on with what its paragraph has set days back, giving no day."""
    for near in reversed(document.sentences[: sentence.index]):
        if near.paragraph != sentence.paragraph or near.heading:
            return False
        next_to_it = near.index == sentence.index - 1 and " then " in sentence.lowered
        if next_to_it and long_ago(near, document.ref.date()):
            return True
        if times := usable(near.times, document.ref.date()):
            window = window_at(document, near, times[0].span[1])
            days = (document.ref.date() - window.end).days if window else 0
            return days > _SOME_DAYS
    return False


_HOLDER = re.compile(
    r"Adj(?P<side>[0-9])-(?:installed|appointed|backed|held|occupied|controlled|annexed|run)\b"
)
"""Who holds the ground is who is struck there."""
_WITH_OWN = re.compile(
    r"\b(?:with|on|in|by|up|resum\w+|continu\w+|press\w+) "
    r"(?:its|their) (?:(?!Num|Loc)[\w-]+ ){0,2}$"
)
"""'It pressed on with its raid': the subject's own, whoever speaks of it."""
_SUFFERED = re.compile(r"(?:[a-z]+ )?(?:was|were|ha[sd]|have|came)\b")
"""'Its bases had been hit': they are the target."""
_OWN_ARMS = re.compile(r"\b(?:its|their|our) (?:(?!Num|Loc)[\w-]+ ){0,2}$")
_AND_OWN = re.compile(r"\band (?:its|their) (?:(?!Num|Loc)[\w-]+ ){0,2}$")
"""'It forced them out, and its rockets…': those of the subject."""
_SIDE = re.compile(r"(?:Adj|Pty|Per)([0-9])")
_ITS_SUBJECT = re.compile(
    r"(?:Pty|Per)([0-9]) (?:(?!said |says |told )[a-z]+ ){1,3}(?:its|their) "
    r"(?:(?!Num|Loc)[\w-]+ ){0,2}$"
)
"""'Since Aland launched its campaign of raids': Aland's, whoever speaks of it."""


def _owner(document: Document, tagged: Tagged, attack: Attack) -> str | None:
    """Whose 'its drones' are: the speaker's, or else the side named last."""
    named = _SIDE.findall(tagged.text, 0, attack.start)
    if _AND_OWN.search(tagged.text, 0, attack.start):
        return named[0] if named else None
    if (subject := _ITS_SUBJECT.search(tagged.text, 0, attack.start)) is not None:
        return subject[1]
    first = str(named[0]) if named else None
    if first and _WITH_OWN.search(tagged.text, 0, attack.start):
        return first
    return _speaking(document, tagged, attack) or (named[-1] if named else None)


def _speaking(document: Document, tagged: Tagged, attack: Attack) -> str | None:
    """The mark of the side that speaks of an attack."""
    said = tagged.sentence.claimant_at(document_span(tagged, attack.start, attack.end))
    mark = side_of(said.party, document.preset) if said and said.party else ""
    return mark if mark.isdigit() else None


def _named_by_city(document: Document, tagged: Tagged, attack: Attack) -> bool:
    """'The first Beland City strike': a capital's name there says where."""
    at = tagged.at(attack.start)
    name = next((n for n in tagged.sentence.names if n.span[0] == at), None)
    return name is not None and document.text[slice(*name.span)] in document.preset.cities


_FORCE = re.compile(r"\b(?:military|army|junta|forces?|regime|navy)\b", re.IGNORECASE)


def _names_a_force(document: Document, tagged: Tagged, attack: Attack) -> bool:
    """'Aland military air strikes': a force says who, where a country's name may say where."""
    at = tagged.at(attack.start)
    name = next((n for n in tagged.sentence.names if n.span[0] == at), None)
    return name is not None and bool(_FORCE.search(document.text, *name.span))


_INITIALS = re.compile(r"(?:[A-Z]\.?){2,5}")
_SUFFERED_IN = re.compile(
    rf"\b(?:{HARM}|captured|seized)\b[^.;]{{0,60}} (?:in|during) [^.;]{{0,30}}$"
)


def _by_initials(document: Document, tagged: Tagged, attack: Attack) -> bool:
    """'Its leader seized in an ABC strike': initials say whose it is, where a name may say where.

    The other side, and what was done to it, stand before it.
    """
    at = tagged.at(attack.start)
    name = next((n for n in tagged.sentence.names if n.span[0] == at), None)
    if name is None or not _INITIALS.fullmatch(document.text[slice(*name.span)]):
        return False
    before = document.text[tagged.sentence.span[0] : at]
    done = brought_about(before) or _SUFFERED_IN.search(before.lower())
    others = (mark != attack.by for mark in _SIDE.findall(tagged.text, 0, attack.start))
    return bool(done) and any(others) and not is_reaction(before, by_the_struck=False)


def _may_tell_where(document: Document, tagged: Tagged, attack: Attack, by: str | None) -> bool:
    """Whether a name before the attack may as well be the ground: 'after Aland attacks'."""
    if attack.form == "initials":
        return not _by_initials(document, tagged, attack)
    return attack.form == "group" and by in camps_of(document.preset).landed


_ELSEWHERE = re.compile(
    r"(?: [a-z]+){0,3}? (?:on|in|inside|against|at|across|into|over) (?:the |early )?(?:[a-z]+ "
    r")?[A-Z]"
)
_INSIDE = re.compile(r"\bin (?:the )?(?:(?:north|south|east|west)[a-z]* )?(?:Pty|Loc)[0-9]")
"""'A power's raid on some group in Aland': there, whoever is meant."""
_WHEN = re.compile(r"(?: (?:on|in|early|late|the|of|at|during|overnight))*(?: Time\d+)+")
"""'A strike on Sunday' has told no place yet."""


def _is_armed(document: Document, mark: str | None) -> bool:
    """False for a side that only suffers attacks."""
    return mark is None or not mark.isdigit() or document.preset.parties[int(mark)].armed


def _sides(
    document: Document, tagged: Tagged, attack: Attack, *, followed: bool
) -> tuple[str | None, str | None] | None:
    """Marks of attacker and target; of two sides, naming one tells the other. None: not ours."""
    by, on = attack.by, attack.on
    by_name = attack.place_like and not _names_a_force(document, tagged, attack)
    if by_name and is_contested(document) and by in camps_of(document.preset).landed:
        by, on = None, by
    if attack.person_like and is_power(document, enemy(document, by)):
        by, on = None, by  # 'the Doe raid': in a power's war against whom
    if attack.place_like and _named_by_city(document, tagged, attack):
        by, on = None, by
    if _may_tell_where(document, tagged, attack, by):
        return None
    if by is None and attack.denied:
        # A side denies its own attack.
        by = _speaking(document, tagged, attack)
    if by is None and _OWN_ARMS.search(tagged.text, 0, attack.start):
        suffered = _SUFFERED.match(tagged.text, attack.start)
        by, on = (None, on) if suffered else (_owner(document, tagged, attack), on)
    if by is None:
        return _unsaid_sides(document, tagged, attack, on, followed=followed)
    if on is not None and on != by and not are_allied(document, by, on):
        return by, on
    # On ground that is its own by right, a side strikes the other's forces.
    beside = named_beside(document, tagged.sentence, by)
    if on is None and is_power(document, by):
        when = _WHEN.match(tagged.text, attack.end)
        abroad = _ELSEWHERE.match(document.text, tagged.at(when.end() if when else attack.end))
        return (by, beside) if not abroad and (beside or _INSIDE.search(tagged.text)) else None
    if on is None and not (beside or followed) and is_beset(document, by):
        return None  # It fights rebels at home as well.
    return by, enemy(document, by) or beside


_NEXT = len(" from the air")


def _unsaid_sides(
    document: Document, tagged: Tagged, attack: Attack, on: str | None, *, followed: bool
) -> tuple[str | None, str | None] | None:
    """The sides of an attack whose doer is not said: by the ground, or by who speaks of it."""
    if (holder := _HOLDER.search(tagged.text)) is not None:
        on = holder["side"]
    on = on or ground(document, tagged.sentence)
    beset = on is not None and is_beset(document, on) and not followed
    beset = beset and not is_contested(document)
    if beset and not named_beside(document, tagged.sentence, on or ""):
        # Rebels strike there too: only the other side's name makes it this war's.
        return None
    teller = _speaking(document, tagged, attack)
    if teller and on == attack.on and _is_foe(document, teller, on):
        return teller, on  # who tells of a blow against the other side tells of his own
    if is_contested(document) and on and _BY_AIR.search(tagged.text, attack.start, attack.end):
        striker = striker_of_held(document, tagged.sentence, on)
        if striker is not None:
            return striker, on
    heavy = _HEAVY.search(tagged.text, attack.start, attack.end + _NEXT) is not None
    told = followed or (heavy and on is not None and not is_beset(document, on))
    return _sides_of_ground(document, on, told=told)


def _is_foe(document: Document, side: str, other: str | None) -> bool:
    return (
        other is not None
        and other.isdigit()
        and other != side
        and side in (camps_of(document.preset).landed or {side})
        and not are_allied(document, side, other)
    )


_HEAVY = re.compile(
    r"W(?:drone|missile|bomb|artillery)|\bair\b|air-?strikes?|warplanes|jets?\b|shell"
)
"""Within one land only those who wage its war have these, unless it is `beset` by others."""


_BY_AIR = re.compile(r"W(?:drone|missile)|\bair\b|air-?strikes?|warplanes|jets?\b")
"""These come from those who do not hold the place; a bomb or a shell may be anybody's."""


def _sides_of_ground(
    document: Document, on: str | None, *, told: bool
) -> tuple[str | None, str | None] | None:
    """The sides of an attack of which only the place is told.

    `told`: an attack was told before, or with arms that only sides of the war have.
    """
    if on is None:
        return None
    if not is_contested(document):
        return striker_of_ground(document, on), on
    sides = range(len(document.preset.party_names))
    others = {str(side) for side in sides} - {on}
    named = {mark for name in _all_names(document) if (mark := _mark(document, name)) in others}
    return (None, None) if named or told else None


def _all_names(document: Document) -> Iterator[Name]:
    return (name for sentence in document.sentences for name in sentence.names)


def _mark(document: Document, name: Name) -> str:
    return side_of(name.party, document.preset)
