"""Who attacked whom: the attacks that one sentence speaks of, on its line of marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reading.gate import Gated
from reading.strike_parts import ATTACK_NOUN
from reading.strike_patterns import (
    ARMS_GATE,
    ATTACKS,
    BLAME_GATE,
    BLAST_GATE,
    CREW_GATE,
    DEADLY_GATE,
    NOUN_GATE,
    PASSIVE_GATE,
    TARGET,
)
from reading.strike_tags import Tagged
from reading.strike_words import any_of

_DENIED = re.compile(
    r"(?:\bnot|n't) believe|\bdid(?: not|n't) (?!(?:[a-z]+ly |yet )?"
    r"(?:meet|respond|reply|answer|comment|say|specify|elaborate|accept|agree|end|stop|halt|prevent|spare|include|mention|give|name|confirm)\b)|\b"
    + any_of(r"""
        den(?:y|ies|ied|ying)(?!_targeting|_aiming|_hitting) dismiss(?:es|ed)
        reject(?:s|ed)(?!_(?:the_|this_)?(?:Adj|Pty)[0-9T](?:'s)?_(?:\w+_)?(?:aggression|attack|raid))
        refut(?:es|ed) disput(?:es|ed|ing) no_evidence
        false(?:ly)? fabricat\w+
        never_happened not_targeting untrue push(?:es|ed)_back_(?:on|at|against) cast(?:s)?_doubt
        doubt(?:s|ed)_claims
    """)
    + r"\b"
)
_DENIED_AFTER = re.compile(
    r"^[^;]*?\b(?:(?:did not|didn't|never) (?:happen|take place|occur)"
    r"|(?:is|was|are|were) (?:false|untrue|denied|fabricated))\b"
)
_AND_SAID = re.compile(
    r".*(?:;| but|,? and) (?:(?:it|they|he|she) )?(?:instead )?"
    r"(?:said|says|accused|accuses|blamed|blames|claimed|added|told)\b"
)
"""'It denied having fired first and said the others had shelled it': that is not denied."""
_ALLEGED = re.compile(r"\b(?:alleged|purported|supposed|so-called|(?:proof|evidence)\W+of)\b")
_UNREAL = re.compile(
    r"\b"
    + any_of(r"""
        could(?!_be_(?:seen|heard)) would might may(?!_\d) can(?!_be_(?:seen|heard)) cannot if
        unless
        threat(?:s|en\w*)? plan(?:s|ned|ning)? prepar\w+
        warn\w*(?:_\w+)?_(?:of|that|against) risks?
        fear\w*(?!_dead) possible potential imminent prevent\w*
        avoid avert deter\w* end cease refrain\w*
        (?:stop(?:s|ped|ping)?|halt(?:s|ed|ing)?|suspend\w*|suspension|cessation)(?!_(?:by|after|following|due|when)\b)
        will future
        capable ability able right ready vow\w* promis\w+ intend\w* want(?:s|ed)?_to order(?:s|ed)?
        authori[sz]\w+ allow\w* permi\w+ moratorium paus\w+ exercises? drills?
        hop(?:es?|ed|ing) call(?:s|ed|ing)?_(?:on|for) no_(?:more|further) in_case_of protect\w*
        defen[cds]\w+_(?:from|against) should must expect\w* alert ahead_of_any repel\w* simulat\w+
        agree(?:s|d)?_to resum\w+ further any plot\w* rul(?:es|ed|ing)_out not_support\w*
        oppos(?:es|ed|ing)
        postpon\w* delay(?:s|ed|ing)? put(?:s|ting)?_off hold(?:s|ing)?_off mull\w*
        weigh(?:s|ed|ing)?
    """)
    + r"\b[^,;]{0,40}$"
)

_UNREAL_AFTER = re.compile(
    r"^ (?:[\w-]+ ){0,4}?will be (?:answered|met|punished|avenged)\b"
    r"|^ (?:them|it|these|those|(?:the|this|that|civilian) (?:[\w-]+ )?(?:areas?|buildings?|sites?"
    r"|compounds?|hospitals?|schools?|facilit\w+|territory|soil|houses?|homes?)) "
    r"(?:to|for|as an? (?:\w+ )?base to) (?:fir|launch|attack|stag|stor|shell)\w*"
    r"|^ (?:plans?|planning|threats?|warnings?|options?|fears|capabilit\w+|deadline)\b"
    r"|^[^.;,]{0,40}\b(?:could|would|may|might|will|can) (?:[\w-]+ ){0,3}?(?:happen|take place"
    r"|occur|continue|go on"
    r"|come|follow|be (?:launched|carried out))\b"
)


@dataclass(frozen=True, slots=True)
class Attack:
    """One attack that a sentence speaks of; `by` and `on` are marks of sides, None where unsaid."""

    by: str | None
    on: str | None
    start: int
    end: int
    form: str
    denied: bool = False
    unreal: bool = False
    """Feared, planned, forbidden or hoped against: not said to have happened."""
    place_like: bool = False
    """Named by a country's bare name, 'Aland drone raid': that may be where, not who."""
    person_like: bool = False
    """Named by a man's bare name, 'the Doe raid': that may be whom it was for."""
    firm: bool = True
    """One deed told as done; not 'attacks' in general."""


_NO_SUBJECT = re.compile(
    r"\b(?:in|on|off|across|against|over|near|inside|into|at|throughout|around|towards?"
    r"|to|about|(?:fired|launched|sent|coming|flown) from"
    r"|(?:east|west|north|south|cent(?:er|re)|suburbs?|outskirts|city|capital|region|province"
    r"|district|town|parts?) of"
    r"|(?:held|controlled|run|ruled|seized|occupied|governed|besieged|defended|surrounded|claimed"
    r"|captured|taken|manned|guarded|used|populated|inhabited) by) "
    r"(?:(?:the|all|much|parts|of|whole|central|upper|lower) |[a-z]+ern )*$"
)
"""'The raid on Aland killed two', 'on a village held by Aland': Aland killed nobody."""
_BETWEEN = re.compile(
    r"\b(?:fight\w*|clash\w*|battles?|fire|violence|war|ties|relations|tensions?)"
    r" (?:[a-z-]+ ){0,3}?between (?:the )?(?:Adj|Pty|Per)[0-9TX](?:'s)?"
    r"(?: [a-z-]+){0,3} and (?:the )?$"
)
"""'Fighting between Aland and Beland has killed nine': not Beland alone."""
_WITH = re.compile(r"\bwith (?:the )?$")
"""'Its talks with Aland sank', but 'with Aland launching a raid'."""


_SUFFERED = re.compile(
    r"(?:(?:killed|wounded|injured)(?:(?:,| and| or) (?:killed|wounded|injured))*|shot dead)"
    r"(?= ?[.,;:]| ?$| (?:in|inside|during|by|when|while|after|amid|since|on|near|outside|overnight"
    r"|this|last|yesterday|today|Time\d+|at(?! least)|as(?! many))\b)"
    r"|targeted(?= ?$| ?[.,;:]| (?:in|by|as|amid)\b)"
)
"""'Three Alanders killed in a strike': a headline leaves out that they were."""


def _has_no_doer(line: str, match: re.Match[str]) -> bool:
    """True where the side before the verb only lies near it, or was itself the one struck."""
    far = _NO_SUBJECT.search(line, 0, match.start()) or _BETWEEN.search(line, 0, match.start())
    if not match["core"].endswith("ing"):
        far = far or _WITH.search(line, 0, match.start())
    return bool(far or _SUFFERED.match(line, match.start("core")))


def _open_gates(line: str) -> set[str]:
    """What the line holds of what the forms of attack need."""
    gates = {gate for gate in ("", " by ", " of ", "fire") if gate in line}
    for name, words in (
        ("noun", NOUN_GATE),
        ("arms", ARMS_GATE),
        ("blame", BLAME_GATE),
        ("blast", BLAST_GATE),
        ("crew", CREW_GATE),
        ("passive", PASSIVE_GATE),
        ("deadly", DEADLY_GATE),
    ):
        if any(word in line for word in words):
            gates.add(name)
    if not gates.isdisjoint({"noun", "arms"}):
        gates.add("noun or arms")
    return gates


_BOTH = Gated(
    r"(?<![\w-])(?:Adj|Pty|Per)(?P<one>[0-9])(?:'s)?(?: [a-z-]+){0,2} and (?:the )?(?:[\w-]+ )?"
    r"(?:Adj|Pty|Per)(?P<other>[0-9])(?: [a-z]+){0,2}? (?:(?:trade|exchange)[sd]? "
    r"(?:(?!blame|accus|alleg|barbs|claims|charges|insults|words|recrim|threats)[\w-]+ ){0,3}?"
    r"(?:(?:gun)?fire|strikes|attacks|raids|shelling|barrages|salvo(?:e?s)|bombardments?|W[a-z]+)\b"
    r"|(?:(?:fire|shoot|shell|strike|attack|bomb|pound)(?:s|e?d)?|shot|struck|hit"
    r"|(?:have |had )?been (?:fir|shoot|shell|strik|attack|bomb|pound)ing)"
    r"(?: [\w-]+){0,3}? (?:each other|one another)\b)",
    flags=0,
)


def _exchanged(tagged: Tagged) -> Iterator[Attack]:
    """'A and B trade fire': each struck the other, and no verb has one of them alone."""
    for match in _BOTH.finditer(tagged.text, tagged.stems):
        head = tagged.text[max(0, match.start() - 70) : match.start()]
        if match["one"] == match["other"] or _UNREAL.search(head):
            continue
        for by, on in ((match["one"], match["other"]), (match["other"], match["one"])):
            yield Attack(by, on, *match.span(), form="mutual")


def attacks_in(tagged: Tagged) -> list[Attack]:
    """Every attack of the sentence, in order; one stretch of text gives one attack, or two."""
    found = list(_exchanged(tagged)) if " and " in tagged.text else []
    open_gates = _open_gates(tagged.text)
    for form, gate, pattern in ATTACKS:
        if gate not in open_gates:
            continue
        for match in pattern.finditer(tagged.text, tagged.stems):
            if form == "verb" and _has_no_doer(tagged.text, match):
                continue
            attack = _attack(form, match, tagged.text)
            clash = next((a for a in found if attack.start < a.end and a.start < attack.end), None)
            if clash is None:
                found.append(attack)
            elif clash.on is None and attack.on is not None and attack.by in (None, clash.by):
                found[found.index(clash)] = replace(clash, on=attack.on)
    return sorted(found, key=lambda attack: attack.start)


_AND_ALSO = re.compile(r"(?:,| and|, and|/) ?(?:Pty|Adj)(?P<on>[0-9])")


def _on(target: re.Match[str] | None) -> str | None:
    """Whose ground was struck; a third party's company or envoy on it does not make it theirs.

    Where a third party is struck together with a side, it is the side that concerns us.
    """
    if target is not None and target["on"] == "T":
        also = _AND_ALSO.match(target.string, target.end())
        if also is not None:
            return also["on"]
    if (
        target is not None
        and target["on"] == "T"
        and _THEIR_SOIL.match(target.string, target.end())
    ):
        return "T"
    if (
        target is None
        or target["on"] == "X"
        or (target["on"] == "T" and target["mark"] in ("Adj", "Per") and not target["held"])
    ):
        return None
    if target["on"] == "T" and _THEIR_GOODS.match(target.string, target.end()):
        return None
    return target["on"]


_THEIR_SOIL = re.compile(
    r" (?:[\w-]+ ){0,2}(?:towns?|cit(?:y|ies)|villages?|territory|soil|capital|province|region"
    r"|airspace)\b"
)
"""What fell on an outsider's town was not aimed at the other side there."""
_THEIR_GOODS = re.compile(
    r"(?:'s)? (?:\w+ )?(?:lorries|trucks?|aid|convoys?|vehicles?|peacekeepers?|mission|staff"
    r"|workers?|schools?|camps?|hospitals?|clinics?|ships?|tankers?|vessels?|warehouses?|buildings?|offices?)\b"
)
"""A third party's lorries and schools stand on the soil of a side."""


def _attack(form: str, match: re.Match[str], line: str) -> Attack:
    groups = match.groupdict()
    by = groups.get("by") or groups.get("of")
    teller, by = (by, None) if form == "told" else (None, by)
    owner = _OWNER.search(line, 0, match.start()) if groups.get("by") else None
    whose = by if owner is not None and owner["by"] != by and form == "noun" else None
    by = owner["by"] if owner is not None and whose else by
    start, end = match.start("core"), match.end("core")
    head = line[max(0, match.start() - 70) : match.start()]
    inner = line[match.start() : start]
    noun = form != "verb" and _ENDS_IN_NOUN.search(match["core"])
    aim = end if noun else start
    target = TARGET.search(line, aim, min(len(line), end + 90))
    tail = line[end : end + 90]
    denied = bool(
        groups.get("not")
        or _DENIED_AFTER.search(tail)
        or (form not in ("blame", "pinned") and _DENIED.search(_AND_SAID.sub("", head)))
        or _ALLEGED.search(head[-25:] + inner)
    )
    return Attack(
        by=by,
        on=_on(target) or teller or groups.get("under") or whose,
        start=start if form == "answer" else match.start(),
        end=max(end, match.end()) if form != "passive" else match.end(),
        form=form,
        denied=denied,
        unreal=bool(_UNREAL.search(head) or _UNREAL.search(inner) or _UNREAL_AFTER.match(tail))
        or _is_general(match.group(), line[match.end() :], line),
        place_like=form == "noun" and bool(_BARE_NAME.fullmatch(inner)),
        person_like=form == "noun" and inner.startswith("Per") and "'" not in inner,
        firm=form in ("arms", "verb", "answer", "blame", "pinned")
        or not _MANY.search(match["core"])
        or bool(
            _FRESH.search(head[-12:] + inner)
            or _ANNOUNCED.search(head)
            or _ANNOUNCED.search(inner)
            or _ARRIVED.match(tail)
        ),
    )


_OWNER = re.compile(r"(?<![\w-])(?:Pty|Per)(?P<by>[0-9])'s? (?:[a-z-]+ )?$")
"""'Aland's Belander raid': Aland's, on Beland."""


def _is_general(told: str, tail: str, line: str) -> bool:
    """'Its drones have hit refineries': what they do, unless a day, place or count is said."""
    return bool(_PERFECT.search(told) and _PLURAL.match(tail)) and not _DETAIL.search(line)


_PERFECT = re.compile(r"\b(?:have|has) (?:(?:also|already|often|long) )?\w+$")
_PLURAL = re.compile(
    r" (?!(?:an?|the|its|their|this|that|one) )(?:(?:Adj\d|[a-z-]+) ){0,2}[a-z]+s\b"
)
_DETAIL = re.compile(r"Num|Time|Loc")
_BARE_NAME = re.compile(r"Pty[0-9] ")
_ENDS_IN_NOUN = re.compile(rf"\b{ATTACK_NOUN}$")
_MANY = re.compile(r"(?:strikes|attacks|raids|assaults|fire|shelling|bombardment|bombings?)$")
_ANNOUNCED = re.compile(
    r"\b(?:confirm(?:s|ed)|announc(?:es|ed)|report(?:s|ed)|carr(?:y|ies|ied|ying) out"
    r"|launch(?:es|ed|ing)?|conduct(?:s|ed|ing)?) (?:(?:the|new|more|fresh|its|a series of) )?$"
)
_ARRIVED = re.compile(
    r" (?:hit|hits|struck|kill(?:s|ed)?|wound(?:s|ed)?|injure[sd]?|rock(?:s|ed)?|destroy(?:s|ed)?"
    r"|damage[sd]?|pound(?:s|ed)?|leave|left|target(?:s|ed)?)\b|.{0,40}? (?:led to|resulted in) "
)
"""'Strikes hit', 'attacks killed': so many of them, but told as done."""
_FRESH = re.compile(r"\b(?:new|fresh|latest|deadly|massive|overnight|Time\d+)\b")
_DENIER = re.compile(
    r"(?:Adj|Pty|Per)(?P<who>[0-9])(?:'s)?(?: [\w'-]+){0,4}? "
    r"(?:den(?:y|ies|ied)|dismiss(?:es|ed)|reject(?:s|ed)|refut(?:es|ed)) "
    r"(?:(?:that|the|any|its|it|having|carrying) |responsibility|involvement|reports|claims|attack)"
    r"(?!targeting civilians)"
)


def denier_in(tagged: Tagged) -> str | None:
    """The mark of a side that denies an attack in this sentence."""
    match = _DENIER.search(tagged.text)
    return match["who"] if match else None
