"""The forms in which news tells of an attack, as patterns over a sentence's line of marks.

`by` (or `of`, for a possessive) is the attacker's mark, `core` the words that name the deed. The
gate of each form names what a line must hold for it to match, so that most forms cost nothing.
"""

import re

from reading.gate import Gated
from reading.strike_parts import (
    AFTER_ITS_STRIKES,
    AGENT,
    AIMED,
    ARMS,
    ARRIVING,
    ASIDE,
    ATTACK_NOUN,
    BEGINNING,
    BY_AIR,
    CREWED,
    FIRED_FROM,
    FORCES,
    HITS_HOME,
    HITTING,
    IS_VERB,
    ITS_ATTACKS,
    LANDED,
    LEFT_OUT,
    MODIFIERS,
    NO_SPEAKER,
    NOT_ABETTING,
    NOT_HITTING,
    OBJECT,
    ON,
    OWNED,
    PARTY,
    SENDING,
    STRUCK_SITE,
    SUBJECT,
)
from reading.strike_words import any_of

BLAME_GATE = ("blam", "accus")
DEADLY_GATE = ("deadly", "fatal", "lethal")
NOUN_GATE = ("strike", "attack", "raid", "assault", "barrage", "bomb", "shelling", "salvo",
              "onslaught", "blitz", "ambush", "incursion", "operation", " fire",
              "gunfire", "sortie")  # fmt: skip
BLAST_GATE = ("explosion", "blast", "grenade")
CREW_GATE = ("bomb", "struck", "hit", "attacked", "pounded", "shelled", "strafed", "raided",
              "fired", "sortie", "carried out", "conducted", "launched", "level", "flatten",
              "destroy", "raze", "batter")  # fmt: skip
PASSIVE_GATE = ("was ", "were ", "been ", "came under")
ARMS_GATE = ("Wdrone", "Wmissile", "Wbomb", "Wartillery", "Wany")


def _form(name: str, gate: str, *parts: str) -> tuple[str, str, Gated]:
    return name, gate, Gated("".join(parts), 0)


ATTACKS: tuple[tuple[str, str, Gated], ...] = (
    # its largest drone and missile attack; the neighbour's strike
    _form("noun", "noun", rf"{OWNED} {MODIFIERS}(?P<core>{ATTACK_NOUN})\b(?!-)"),
    _form("noun", "fire", r"under Adj(?P<by>[0-9T]) (?:W[a-z]+ )?(?P<core>fire)\b"),
    # a headline's noun before noun: (name) drone strike, (name) army air strike, (name) shelling
    _form("noun", "arms", rf"{PARTY}{FORCES} (?P<core>W[a-z]+(?: and W[a-z]+)* {ATTACK_NOUN})\b"),
    _form("noun", "noun", rf"{PARTY}{FORCES} (?P<core>{BY_AIR})\b(?! of (?:the )?(?:Adj|Pty))"),
    # a strike by name, and whose: (name) strikes on a port
    _form(
        "noun",
        "noun",
        rf"{PARTY}{FORCES}(?: (?:deadly|overnight|massive|new|fresh|latest|surprise))* "
        rf"(?P<core>{ATTACK_NOUN})"
        r"(?= (?:on|in|against|at|near|inside|across|over)\b)",
    ),
    # (name) fire had killed five
    _form(
        "noun",
        "fire",
        rf"(?:Adj|Pty|Per)(?P<by>[0-9T])(?:'s)?{FORCES} (?P<core>(?:artillery |rocket |tank "
        rf"|gun)?fire) "
        r"(?:(?:had|has|have|that) )?(?:killed|kills|killing|wounded|injured|hit|struck)\b",
    ),
    # killed in rebel attacks on a city
    _form(
        "group",
        "noun",
        r"Pty(?P<by>[0-9]) "
        rf"(?P<core>{ATTACK_NOUN})\b (?=on|at|in|against|near|that|which|kill)",
    ),
    # its drones and missiles struck
    _form(
        "arms",
        "arms",
        rf"{OWNED} {MODIFIERS}(?P<core>W[a-z]+(?:(?:,| and|, and) (?:[a-z-]+ )?W[a-z]+)*)",
        rf"{ASIDE}(?: \w+ly)? (?:{ARRIVING}|{LANDED})\b",
    ),
    # (name) artillery killed
    _form(
        "arms",
        "arms",
        rf"{PARTY} (?P<core>W(?:artillery|drone|missile)(?: and W[a-z]+)*)\b{ASIDE} ",
        rf"(?:strikes?|{HITS_HOME}|{LANDED})\b",
    ),
    # its forces struck; it launched drones
    _form("verb", "", rf"{SUBJECT} (?P<core>{HITTING}\b{NOT_HITTING}{IS_VERB})"),
    # its forces seize a bridge and shell the town
    _form(
        "verb",
        "",
        rf"{SUBJECT} (?!(?:says?|said|claims?|claimed)\b)(?:[a-z]{{2,}}(?:s|ed)|takes|took|hit) ",
        rf"[^;.:]{{3,60}}?(?:,| and|, and|, then) (?P<core>{HITTING}\b{NOT_HITTING}{IS_VERB})",
        r"(?= (?:(?:the|capital|city|town|port|of) ){0,3}(?:Pty|Loc|Adj)(?!(?P=by))[0-9]"
        r"| (?:its |the )?(?:north|south|east|west|capital)\b)",
    ),
    _form("verb", "noun or arms", rf"{SUBJECT} [\"'“‘]?(?P<core>{SENDING}\b){OBJECT}"),
    _form("verb", "noun or arms", rf"{SUBJECT} (?P<core>{BEGINNING}\b){ITS_ATTACKS}"),
    # it, after the other struck its port, launched 30 drones: the other's deed stands between
    _form(
        "answer",
        "noun or arms",
        rf"(?<![\w-])(?:Pty|Per)(?P<by>[0-9]){FORCES}, (?:[a-z]+ )?(?:after|following) "
        rf"[^,;.]{{3,80}}, (?P<core>{SENDING}\b){OBJECT}",
    ),
    # it said that, in answer to the other's raids, its fighters launched 60 rockets
    _form(
        "answer",
        "noun or arms",
        rf"(?<![\w-])(?:Pty|Per)(?P<by>[0-9]){FORCES} (?:said|says|announce[sd]|claim(?:s|ed))"
        r"(?: that)?,? in (?:response|retaliation|reply|answer|revenge) (?:to|for) [^,;.]{3,80}?,? "
        rf"(?:it|they|(?:its|their) [a-z]+)(?: ha(?:d|ve))?{ASIDE} ",
        rf"[\"“]?(?P<core>{SENDING}\b){OBJECT}",
    ),
    # its forces opened fire on a crowd; they shot dead three
    _form(
        "verb", "", rf"{SUBJECT} (?P<core>(?:had )?opened fire(?! with)|shot dead|gunned down)\b"
    ),
    # it claimed responsibility for the attack; it took credit for sending drones against a port
    _form(
        "verb",
        "",
        rf"{PARTY}{FORCES}(?:'s? [a-z]+)? (?:(?:has|have|had|also|later) )*"
        r"(?P<core>(?:claim(?:s|ed)|took|takes|taken|accept(?:s|ed)|admit(?:s|ted)"
        r"|acknowledge[sd]) (?:responsibility|credit)\b)(?= [^;.]{0,60}?\bfor ",
        rf"[^;.]{{0,80}}?(?:\b{ATTACK_NOUN}\b|W[a-z]+))",
    ),
    # struck by its drones; an attack by it; by that state's rebels
    _form(
        "passive",
        " by ",
        rf"(?<!-)(?P<core>(?:{HITTING}|fired|launched|sent|{ATTACK_NOUN}"
        r"|set (?:on fire|ablaze|alight))\b(?!-))[^;.]{0,60}?(?<!supported)(?<!backed)(?<!held)"
        r"(?<!controlled)(?<!seized)(?<!revealed)(?<!described)(?<!condemned)(?<!run)"
        r"(?<!announced)(?<!brokered)(?<!declared)(?<!mediated)(?<!proposed)(?<!signed)(?<!agreed)"
        r"(?<!called)(?<!caused)(?<!released)(?<!issued)(?<!published)(?<!provided)(?<!compiled)"
        r"(?<!reported) by ",
        rf"{AGENT}(?:(?:(?:Pty|Per)[0-9T]'s?|Adj[0-9T]) "
        r"(?:(?!(?:in|on|at|near|of|over|and|across|inside|against|since)\b)[a-z-]+ ){0,3}?"
        r"(?=(?:Pty|Per)[0-9T]))?",
        rf"(?:Adj|Pty|Per)(?P<by>[0-9T])(?!-){NO_SPEAKER}",
    ),
    # blames it for a deadly strike; accused it of killing 27
    _form(
        "blame",
        "blame",
        rf"\b(?:blam(?:es?|ed|ing)|accus(?:es?|ed|ing)) {MODIFIERS}{PARTY}",
        r"(?:'s)?(?: (?!of\b|for\b)\w+){0,2}?(?:,? and (?:PtyT|(?:its|their) (?:[a-z-]+ )?"
        r"(?:allies|backers|proxies|militias?|partners)),?)? ",
        rf"(?:of|for) {NOT_ABETTING}(?:(?!\b(?:because|despite|amid) )[^;.]){{0,60}}?",
        rf"(?P<core>\b{ATTACK_NOUN}\b",
        r"|attacking|targeting|striking|killing|shelling|bombing|launching|firing|sending"
        r"|dropping|rocketing|hitting|pounding|bombarding|raiding|wounding|injuring|massacring"
        r"|murdering|destroying|levelling|flattening|mortaring|ambushing|carrying out"
        r"|opening fire|ordering)\b",
    ),
    # residents blamed it; the army accused the rebels; they blamed a rebel drone
    _form(
        "pinned",
        "blame",
        rf"\b(?P<core>blam(?:es?|ed|ing)|accus(?:es?|ed|ing))(?: (?:the|it|this) ?"
        rf"(?:{ATTACK_NOUN})?)?(?: on)? {MODIFIERS}",
        rf"{PARTY}(?: W[a-z]+| (?:army|forces|fighters|rebels|troops|side))?"
        rf"(?: and (?:its|their) [\w, -]{{0,40}})?(?=[,.;]|$| for (?:the |it|this|both)|, an? )",
    ),
    # a drone attack on a city; air strikes near the border
    _form(
        "bare",
        "noun or arms",
        rf"(?<![\w-])(?P<core>{ARMS}(?: and W[a-z]+)* (?:and [a-z]+ )?{ATTACK_NOUN}|{BY_AIR})\b"
        r"(?! by (?:the )?(?:Adj|Pty|Per)[0-9T])",
    ),
    # the worst strikes on a city for a year
    _form(
        "bare",
        "noun",
        rf"(?<![\w-])(?P<core>{ATTACK_NOUN})[\"'”’]? (?:on|against|across|at|in|inside) ",
        r"(?:the |capital |city |town |of ){0,3}(?:Loc|Pty)[0-9]",
    ),
    # a strike hit a school; an air strike on it killed three
    _form(
        "bare",
        "noun",
        r"(?:^(?!.{0,15}lightning)|\b(?:an?|the|another|one|two|three|Num\d+) )"
        r"(?:(?!Adj|Pty|Per|Loc|Num)[\w'-]+ ){0,2}?",
        r"(?P<core>(?:air )?(?:strikes?|raids?)|(?:tank|shell|rocket|mortar) ?fire"
        r"|Wartillery fire) "
        r"(?:that )?(?:ha[sd] )?",
        r"(?:hit|struck|killed|destroyed|wounded|injured|levell?ed|targeted|flattened|on|near)\b",
    ),
    # drones shot down over its region
    _form(
        "bare",
        "arms",
        rf"(?P<core>{ARMS})(?: (?:were|was|had been|have been))?{ASIDE} ",
        r"(?:shot down|downed|intercepted|destroyed)(?: by [\w' -]{0,30})?",
        r"(?: \w+){0,2} (?:over|above|near|in) (?=(?:the |\w+ |a ){0,3}(?:Loc|Pty|Adj)[0-9])",
    ),
    # jets bombed positions; a helicopter fired at a boat
    _form(
        "bare",
        "crew",
        rf"\b(?:{CREWED}) (?:(?:had|have|has) )?(?P<core>bombed|struck|hit|attacked|pounded"
        rf"|shelled|strafed|raided|levell?ed|flattened|destroyed|razed|battered"
        rf"|fired (?:at|on|W[a-z]+)){NOT_HITTING}"
        r"(?= .{0,60}(?:Loc|Pty|Adj)[0-9])",
    ),
    # warplanes carried out ten sorties against a height
    _form("bare", "crew", rf"\b(?:{CREWED}) (?P<core>{SENDING}\b){OBJECT}"),
    # it took a direct hit from a drone; the house was hit by two missiles
    _form(
        "bare",
        "arms",
        r"\b(?P<core>(?:direct hits? (?:from|by|of)|(?:hit|struck|attacked|destroyed|damaged"
        r"|set ablaze|set on fire|torn apart|ripped open|wrecked|shattered|sunk|knocked out"
        r"|taken out|gutted|levell?ed|flattened|demolished|shredded|pierced|blown up|rocked"
        r"|burn(?:ed|t)(?: down)?|crushed|dropped|brought down|targeted|maimed|pounded|bombarded"
        r"|battered|razed|holed|torched|set alight|swept"
        r"|killed|wounded|injured) by) "
        r"(?:(?!Adj|Pty|Per|Loc)[\w-]+ )"
        rf"{{0,3}}?{ARMS})",
    ),
    # the theatre was bombed; the town came under fire
    _form(
        "bare",
        "passive",
        rf"\b{STRUCK_SITE}\b(?: (?:in|of|at|near|on|for) [^,;.]{{1,40}}?)?(?:, [^,;.]{{1,30}},)? "
        r"(?P<core>(?:was|were|had been|has been|have been|came) "
        r"(?:(?:also|directly|repeatedly|badly|again|twice) )?(?:bombed|shelled|struck|attacked"
        r"|bombarded|raided|hit|under (?:attack|\w+ fire"
        r"|fire)))\b(?! by (?!W|Num|an? W))",
    ),
    # Aville was itself struck; Aville, the main town, came under fire
    _form(
        "bare",
        "passive",
        r"\bLoc[0-9X](?:, [^,;.]{1,50},)? ",
        r"(?P<core>(?:was|has been|had been|came) (?:(?:itself|also|again|later|repeatedly) )?",
        r"(?:bombed|shelled|struck|bombarded|hit|under (?:\w+ )?(?:attack|fire|bombardment)))\b",
        r"(?! (?:hard|hardest|with|up|off)\b| by (?!W|Num|an? W))",
    ),
    # a headline without its "was": school in (place) bombed; (place) hit again
    _form(
        "bare",
        "crew",
        rf"(?:\b{STRUCK_SITE}(?: (?:in|at|near) Loc[0-9][^,;:.]{{0,20}}?)?|^Loc[0-9]) "
        r"(?P<core>bombed|shelled|attacked|struck|hit|levell?ed|flattened|bombarded)"
        rf"{LEFT_OUT}",
    ),
    # half of it is under attack; the city under biggest drone raid
    _form(
        "bare",
        "noun",
        r"(?:Loc|Pty)(?P<under>[0-9])(?: (?:is|was|are|were|comes?|came|coming|again))* "
        rf"(?P<core>under {MODIFIERS}{ATTACK_NOUN})\b",
    ),
    # its forces captured the leader in a large-scale strike
    _form(
        "verb",
        "noun",
        rf"{SUBJECT} [\"'“‘]?(?P<core>(?:captured?|captures|seize[sd]|kill(?:s|ed)|eliminate[sd]"
        r"|destroy(?:s|ed)|assassinate[sd]|wounde?d?s?)\b)"
        rf"(?=[^;.]{{3,90}}? (?:in|during|with) (?:an?|its|their)? ?(?:[\w\"'-]+ ){{0,4}}?"
        rf"{ATTACK_NOUN}\b|{AFTER_ITS_STRIKES})",
    ),
    # its army carried out an operation in the other's land and captured the leader
    _form(
        "verb",
        "",
        rf"{SUBJECT} (?P<core>(?:carried out|conducted|launched|mounted|staged) "
        rf"(?:(?!special)[^;.]){{0,40}}?"
        r"operation)[\"'”’]? (?:in|inside|on|against) (?:the )?(?:Pty|Loc|Adj)(?!(?P=by))[0-9]"
        r"[^;.]{0,40}? and [\"'“‘]?(?:captured|killed|abducted|wounded)\b",
    ),
    # it says that a search is on after it bombed a boat
    _form(
        "verb",
        "",
        rf"{PARTY}{FORCES} (?:(?:has|have|had) )?(?:says?|said|confirm(?:s|ed)|announce[sd]) "
        r"(?:(?!Adj|Pty|Per)[^;.:]){3,90}? (?:after|when) (?:it|they) (?:had )?"
        rf"(?P<core>bombed|shelled|raided|(?:carried out|conducted|launched)(?={ON}{{1,40}}?"
        rf"\b{ATTACK_NOUN}\b))",
    ),
    # the other denounces its 'military aggression' as explosions are heard in the capital
    _form(
        "noun",
        "blast",
        r"(?:denounce|condemn|decrie|reject)[sd]? "
        rf"{PARTY}(?:'s)? [\"'“‘]?(?:[a-z]+ )?(?P<core>aggression)[\"'”’]? (?:as|after) ",
        r"(?:(?!Adj|Pty)[\w-]+ ){0,2}(?:explosions?|blasts?) (?:(?:are|were) )?"
        r"(?:heard|reported|rock(?:ed)?|shake|shook)\b",
    ),
    # explosions tore through a rally
    _form(
        "blast",
        "blast",
        rf"\b(?P<core>(?:explosions?|blasts?|grenades?)(?: that)? (?:{LANDED}))",
    ),
    # the strikes with which it answered
    _form("noun", "noun", rf"(?P<core>{ATTACK_NOUN}) (?:with|in|by|through) which {PARTY}\b"),
    # missiles were sent
    _form(
        "bare",
        "arms",
        rf"(?P<core>{ARMS}(?: and W[a-z]+)*) (?:that |which )?(?:were|was|had been|have been) ",
        r"(?:sent|launched|fired|directed|aimed|dropped|used|loosed|lobbed|unleashed|hurled"
        r"|let loose|rained)\b",
    ),
    # says that the other side made a deadly strike
    _form(
        "told",
        "deadly",
        rf"{PARTY}(?: \w+)?(?:'s)? (?:says|said|claim(?:s|ed)|report(?:s|ed|ing)|alleg(?:es|ed)) ",
        r"(?:that )?(?:a |an )?(?:new |overnight |massive )?",
        rf"(?P<core>(?:deadly|fatal|lethal) (?:[a-z'-]+ ){{0,2}}?{ATTACK_NOUN})\b",
    ),
    # (name) drone on a base: four killed
    _form(
        "noun",
        "arms",
        rf"{PARTY} (?P<core>W[a-z]+) (?:on|into|against) [^:;.]{{1,50}}?"
        r"(?:: | (?=(?:leaves?|left|kills?|killed|wounds?|injures?)\b))",
    ),
    # waves of missiles
    _form(
        "bare",
        " of ",
        r"\b(?P<core>(?:waves?|barrages?|swarms?|salvos?|volleys?|hail) of (?:[a-z-]+ )?",
        rf"{ARMS}(?: and W[a-z]+)*)",
    ),
    # drones attacked an industrial site
    _form(
        "bare",
        "arms",
        rf"(?P<core>{ARMS}(?: and W[a-z]+)*)[\"”’]?(?:{FIRED_FROM})?{ASIDE} ",
        rf"(?!hits? (?:over|above)\b)(?:{HITS_HOME}|{LANDED})\b",
    ),
    # its leader captured in a large-scale (initials) strike
    _form(
        "initials",
        "noun",
        rf"(?<![\w-])Pty(?P<by>[0-9]) (?P<core>{ATTACK_NOUN})\b(?! (?:on|in|against|at|near)\b)",
    ),
)
"""(form, gate, pattern), the surest first: where two match the same words, the first counts."""

_THEIRS = any_of("""
    bases? leaders? leadership officials? negotiators? delegation commanders? chiefs? members troops
    forces personnel embassy consulate offices? headquarters bureau compound facilit(?:y|ies)
    soldiers ships? installations? figures operatives fighters militants outposts? vessels? airbase
    barracks positions warships?
""")
ABROAD = re.compile(
    rf"(?:Adj|Pty|Per)(?P<side>[0-9])(?:'s?)? (?:[\w-]+ ){{0,2}}?{_THEIRS}\b"
    rf"|\b{_THEIRS} (?:of|belonging to|used by|housing|hosting|home to) (?:the )?"
    r"(?:[\w-]+ ){0,2}?(?:Adj|Pty|Per)(?P<host>[0-9])"
)
"""On a third state's soil who is struck is the side whose people or base it was."""
TARGET = re.compile(
    rf"(?:(?<!from )\b{AIMED}|{HITTING}|damaging|killing|{ARRIVING}) "
    r"(?:(?:the|an?|its|several|other|some) )?"
    r"(?:(?!Adj|Pty|Per|Loc|(?:from|by|as|when|while|after|before|because)\b)"
    r"(?:[a-z'-]+|Num\d+) ){0,4}"
    r"(?:Pty[0-9TX]'s? (?:[a-z-]+ ){0,2}?(?=(?:Pty|Adj)[0-9]))?"
    r"(?P<mark>Adj|Pty|Loc|Per)(?P<on>[0-9TX])"
    r"(?P<held>-(?:held|controlled|run|ruled|occupied))?"
)
"""What an attack was aimed at, searched from the words that name it."""
