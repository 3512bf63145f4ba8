"""Who attacked whom: the attacks that one sentence speaks of, on its line of marks."""

import re
from dataclasses import dataclass, replace

from reading.strike_tags import Tagged
from reading.strike_words import any_of

ATTACK_NOUN = (
    r"(?:air[ -]?strikes?|strikes?|attacks?|raids?|assaults?|barrages?|bombardments?|bombings?"
    r"|shelling|salvos?|onslaught|blitz|bombing campaign|ambush|incursion|fire|hits?"
    r"|(?<=Wdrone )operation)"
)
_STOPPED = (
    r"(?!(?:said|says?|told|of|in|on|by|for|to|from|at|with|after|before|that|is|was|were|are|has|have"
    r"|had|against|amid|over|as|who|which|when|while|claims?|claimed|den(?:y|ies|ied)|could|would|may"
    r"|might|will|toward|towards|into|near|between|or|if|about|since|during|under|without)\b)"
)
_MODIFIERS = rf"(?:(?!(?:Adj|Pty|Per|Loc)[0-9TX]){_STOPPED}[\w'\"-]+,? ){{0,7}}?"
_PARTY = r"(?<![\w-])(?:Adj|Pty|Per)(?P<by>[0-9T])"
_OWNED = r"(?<![\w-])(?:Adj(?P<by>[0-9T])|(?:Pty|Per)(?P<of>[0-9T])'s?)(?!-)"
_FORCES = (
    r"(?:'s?)?(?: (?:armed |air |ground |naval |special |own |government )*(?:forces|troops|army"
    r"|military|air force|navy|warplanes|fighter jets?|jets?|warships|gunboats|planes|aircraft"
    r"|helicopters?|soldiers|gunners|units|security services?|drone operators|intelligence|fighters"
    r"|militants|rebels|side))?"
)
_ASIDE = (
    "(?: "
    + any_of("""
        on in early late has have had again also then once more later reportedly allegedly meanwhile
        overnight separately already twice just yesterday today itself Time\\d+ \\(\\w+\\)
        (?:during|in|through|throughout)_the_(?:early_hours|night|small_hours|first_hours)(?:_of)? at_night at_dawn
        in_one_night
    """)
    + ")*"
)
_CLAIMING = (
    r"(?: (?:claim(?:s|ed)?|sa(?:ys|id)|report(?:s|ed)) (?:to have|(?:that )?(?:it|they|he) (?:had|has|have)?))?"
)
_NEGATED = r"(?P<not> (?:did not|didn't|has not|had not|was not|were not|wasn't|never))?"
_HITTING = (
    r"(?:struck|strikes?|hit|hits|attacked|attacks?|bombarded|bombards?|bombed|Wbomb(?= (?:[a-z]|Loc|Adj|Pty))"
    r"|shelled|pounded|pounds?|pummell?ed|hammered|hammers|targeted|targets?|targeting|killed|kills?"
    r"|destroyed|destroys?|damaged|damages?|raided|raids|blew up|blasted|wounds?|wounded|injures?|injured)"
)
_NOT_HITTING = (
    r"(?! (?:by|a deal|a bargain|a balance|a chord|an? \w+ tone|an? (?:\w+ )?(?:agreement|accord)"
    r"|back at|out at|new high|record high|with (?:new |fresh |more )?(?:sanctions|tariffs)|deal))"
)
_SENDING = (
    r"(?:launched|launches|launch|launching|fired|fires?|firing|sent|sends?|sending|unleashed|unleashes"
    r"|used|uses?|dropped|drops|hurled|rained|lobbed|carried out|carries out|conducted|conducts|mounted"
    r"|staged|made|makes|continued|resumed|intensified|stepped up|traded|began|started|opened|pressed"
    r"|directed|deployed)"
)
_OBJECT = rf"(?=(?:(?!;| but | while )[^;])(?:(?!;| but | while )[^;]){{0,80}}?(?:\b{ATTACK_NOUN}\b|W[a-z]+))"
_ARRIVING = (
    r"(?:struck|strikes?|hit|hits|attack(?:ed|s|ing)?|target(?:ed|s|ing)?|pound(?:ed|s|ing)?|kill(?:ed|s|ing)?"
    r"|injur(?:ed|es?|ing)|wound(?:ed|s|ing)?|damag(?:ed|es?|ing)|destroy(?:ed|s|ing)?|slam(?:med|s)?"
    r"|rain(?:ed|s)?|pummell?ed|bombard(?:ed|s)?|set|reach(?:ed|es)?|ignit(?:ed|es)|disrupt(?:ed|s)?"
    r"|came|flew|landed|fell|crash(?:ed|es)|caus(?:ed|es)|spark(?:ed|s)|left|leaves?|forc(?:ed|es)"
    r"|bomb(?:ed)?|shelled|swarm(?:ed)?|approach(?:ed|ing)|burn(?:ed)?|smash(?:ed|es)|ripped|tore"
    r"|blast(?:ed)?|breach(?:ed)?|flying|over|damage)"
)
_AIMED = r"(?:on|at|against|across|over|in|near|toward|towards|around|into|of|for|to|outside|deep inside)"
_WEAPONED = rf"(?:W(?:drone|missile|bomb|artillery|any)(?: and W[a-z]+)* (?:and [a-z]+ )?(?:{ATTACK_NOUN})|air[ -]?strikes?|air (?:attack|raid|assault)s?|aerial (?:attack|assault|bombardment)s?|shelling|bombardment|barrage)"

_ATTACKS: tuple[tuple[str, re.Pattern[str]], ...] = (
    # Russia's largest drone and missile attack; the Ukrainian strike
    ("noun", re.compile(rf"{_OWNED} (?P<mods>{_MODIFIERS})(?P<core>{ATTACK_NOUN})\b(?!-)")),
    # Russia drone strike (a headline's noun before noun)
    ("noun", re.compile(rf"{_PARTY} (?P<mods>)(?P<core>W[a-z]+(?: and W[a-z]+)* {ATTACK_NOUN})\b")),
    # Russian drones and missiles struck
    ("arms", re.compile(
        rf"{_OWNED} {_MODIFIERS}(?P<core>W[a-z]+(?:(?:,| and|, and) (?:[a-z-]+ )?W[a-z]+)*)"
        rf"{_ASIDE}(?: \w+ly)? {_ARRIVING}\b"
    )),
    ("verb", re.compile(rf"{_PARTY}{_FORCES}{_CLAIMING}{_NEGATED}{_ASIDE} (?P<core>{_HITTING}\b{_NOT_HITTING})")),
    ("verb", re.compile(rf"{_PARTY}{_FORCES}{_CLAIMING}{_NEGATED}{_ASIDE} (?P<core>{_SENDING}\b){_OBJECT}")),
    # struck by Russian drones; an attack by Israel
    ("passive", re.compile(
        rf"(?P<core>(?:struck|hit|attacked|shelled|bombed|targeted|damaged|destroyed|killed|pounded|wounded"
        rf"|injured|fired|launched|sent|{ATTACK_NOUN})\b)[^;.]{{0,60}}? by {_MODIFIERS}"
        rf"(?:Adj|Pty|Per)(?P<by>[0-9T])(?!-)(?!(?: \w+){{0,2}} (?:officials?|media|governor|air defen[cs]es?))"
    )),
    # blames Ukraine for a deadly strike; accused Russia of killing 27
    ("blame", re.compile(
        rf"\b(?:blam(?:es?|ed|ing)|accus(?:es?|ed|ing)) {_MODIFIERS}{_PARTY}(?:'s)?(?: \w+)? (?:of|for) "
        rf"[^;.]{{0,60}}?(?P<core>\b{ATTACK_NOUN}\b|attacking|targeting|striking|killing|shelling|bombing|launching)"
    )),
    # a drone attack on Kharkiv; air strikes near the border
    ("bare", re.compile(rf"(?<![\w-])(?P<core>{_WEAPONED})\b")),
    # the worst strikes on a city for a year; drones were sent at it
    ("bare", re.compile(
        rf"(?<![\w-])(?P<core>{ATTACK_NOUN}) (?:on|against|across|at|in) (?:the |capital |city |town |of ){{0,3}}(?:Loc|Pty)[0-9]"
    )),
    ("bare", re.compile(
        r"(?P<core>W(?:drone|missile|bomb|artillery|any)(?: and W[a-z]+)*) (?:were|was|had been|have been) "
        r"(?:sent|launched|fired|directed|aimed|dropped|used)\b"
    )),
    # says the other side made a deadly strike
    ("told", re.compile(
        rf"{_PARTY}(?: \w+)?(?:'s)? (?:says|said|claims|claimed|reports|reported|reporting|alleges|alleged) (?:that )?(?:a |an )?"
        r"(?:new |overnight |massive )?(?P<core>(?:deadly|fatal|lethal) (?:[a-z'-]+ ){0,2}?(?:strikes?|attacks?|raids?|shelling|bombardment))"
    )),
    # waves of missiles
    ("bare", re.compile(
        r"\b(?P<core>(?:waves?|barrages?|swarms?|salvos?|volleys?|hail) of (?:[a-z-]+ )?W(?:drone|missile|bomb|artillery|any)\b(?: and W[a-z]+)*)"
    )),
    # Drones attacked an industrial facility
    ("bare", re.compile(rf"(?P<core>W(?:drone|missile|bomb|artillery)(?: and W[a-z]+)*){_ASIDE} (?:struck|hits?|attacked|attacks|targeted|killed|killing|kills?|damaged|pounded|wounded|injured|destroyed|slammed)\b")),
)  # fmt: skip
_TARGET = re.compile(
    rf"(?:\b{_AIMED}|{_HITTING}|damaging|killing|{_ARRIVING}) (?:the |a |an |its |several |other |some )?"
    r"(?:(?!Adj|Pty|Per|Loc)[a-z'-]+ ){0,4}(?P<mark>Adj|Pty|Loc|Per)(?P<on>[0-9TX])"
)
_DENIED = re.compile(
    r"(?:\bnot|n't) believe|\b(?:den(?:y|ies|ied|ying)(?! targeting| aiming| hitting)|dismiss(?:es|ed)|reject(?:s|ed)|refut(?:es|ed)|disput(?:es|ed|ing)"
    r"|did not|didn't|no evidence|false(?:ly)?|fabricat\w+|never happened|not targeting|untrue)\b"
)
_DENIED_AFTER = re.compile(
    r"^[^;]*?\b(?:(?:did not|didn't|never) (?:happen|take place|occur)|(?:is|was) (?:false|untrue|denied|fabricated))\b"
)
_ALLEGED = re.compile(r"\b(?:alleged|purported|supposed|so-called|(?:proof|evidence)\W+of)\b")
_UNREAL = re.compile(
    r"\b(?:could|would|might|may|can|cannot|if|unless|threat(?:s|en\w*)?|plan(?:s|ned|ning)?|prepar\w+"
    r"|warn\w*(?: \w+)? (?:of|that|against)|risks?|fear\w*|possible|potential|imminent|prevent\w*|avoid|avert"
    r"|deter\w*|stop(?:s|ped|ping)?|halt(?:s|ed|ing)?|end|cease|refrain\w*|will|future|capable|ability|able"
    r"|right|ready|vow\w*|promis\w+|intend\w*|want(?:s|ed)? to|order(?:s|ed)?|authori[sz]\w+|allow\w*"
    r"|permi\w+|moratorium|paus\w+|suspend\w*|exercises?|drills?|hop(?:es?|ed|ing)|call(?:s|ed|ing)? (?:on|for)"
    r"|no (?:more|further)|in case of|protect\w*|defen[cds]\w+ (?:from|against)|should|must|expect\w*|alert"
    r"|ahead of any|repel\w*|simulat\w+|agree(?:s|d)? to|resum\w+|further|any|plot\w*)\b[^,;]{0,40}$"
)


@dataclass(frozen=True, slots=True)
class Attack:
    """One attack that a sentence speaks of, as marks: `by` and `on` are sides, None where unsaid."""

    by: str | None
    on: str | None
    start: int
    end: int
    form: str
    denied: bool = False
    unreal: bool = False
    """Feared, planned, forbidden or hoped against: not said to have happened."""
    firm: bool = True
    """One deed told as done; not 'attacks' in general."""


def attacks_in(tagged: Tagged) -> list[Attack]:
    """Every attack of the sentence, in order; one stretch of text gives one attack."""
    found: list[Attack] = []
    for form, pattern in _ATTACKS:
        for match in pattern.finditer(tagged.text):
            attack = _attack(form, match, tagged.text)
            clash = next((a for a in found if attack.start < a.end and a.start < attack.end), None)
            if clash is None:
                found.append(attack)
            elif clash.on is None and attack.on is not None and attack.by in (None, clash.by):
                found[found.index(clash)] = replace(clash, on=attack.on)
    return sorted(found, key=lambda attack: attack.start)


def _on(target: re.Match[str] | None) -> str | None:
    """Whose ground was struck; a third party's company or envoy on it does not make it theirs."""
    if target is None or target["on"] == "X" or (target["on"] == "T" and target["mark"] in ("Adj", "Per")):
        return None
    return target["on"]


def _attack(form: str, match: re.Match[str], line: str) -> Attack:
    groups = match.groupdict()
    by = groups.get("by") or groups.get("of")
    teller, by = (by, None) if form == "told" else (None, by)
    start, end = match.start("core"), match.end("core")
    head = line[max(0, match.start() - 70) : match.start()]
    inner = line[match.start() : start]
    target = _TARGET.search(line, start, min(len(line), end + 90))
    tail = line[end : end + 90]
    denied = bool(groups.get("not") or _DENIED_AFTER.search(tail) or _DENIED.search(head) or _ALLEGED.search(head[-25:] + inner))
    return Attack(
        by=by,
        on=_on(target) or teller,
        start=match.start(),
        end=max(end, match.end()) if form != "passive" else match.end(),
        form=form,
        denied=denied,
        unreal=bool(_UNREAL.search(head) or _UNREAL.search(inner)),
        firm=form in ("arms", "verb", "blame") or not _MANY.search(match["core"]) or bool(_FRESH.search(inner)),
    )


_MANY = re.compile(r"(?:strikes|attacks|raids|assaults|fire|shelling|bombardment)$")
_FRESH = re.compile(r"\b(?:new|fresh|latest|deadly|massive|overnight|Time\d+)\b")
_DENIER = re.compile(
    r"(?:Adj|Pty|Per)(?P<who>[0-9])(?:'s)?(?: [\w'-]+){0,4}? (?:den(?:y|ies|ied)|dismiss(?:es|ed)|reject(?:s|ed)|refut(?:es|ed))"
    r" (?:that |the |any |its |responsibility|involvement|it |reports|claims|having |carrying |attack)"
    r"(?!targeting civilians)"
)


def denier_in(tagged: Tagged) -> str | None:
    """The mark of a side that denies an attack in this sentence."""
    match = _DENIER.search(tagged.text)
    return match["who"] if match else None
