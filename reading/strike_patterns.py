"""The forms in which news tells of an attack, as patterns over a sentence's line of marks.

`by` (or `of`, for a possessive) is the attacker's mark, `core` the words that name the deed. The
gate of each form names what a line must hold for it to match, so that most forms cost nothing.
"""

import re

from reading.gate import Gated
from reading.strike_words import any_of

ATTACK_NOUN = any_of("""
    air[_-]?strikes? strikes? attacks? raids? assaults? barrages? bombardments? bombings? shelling
    salvos? onslaught blitz bombing_campaign ambush incursion (?<=Wdrone_)operation
    (?<=Wartillery_)fire (?<=Wmissile_)fire (?:sniper_|tank_)fire gunfire
""")
BLAME_GATE = ("blam", "accus")
DEADLY_GATE = ("deadly", "fatal", "lethal")
NOUN_GATE = ("strike", "attack", "raid", "assault", "barrage", "bomb", "shelling", "salvo",
              "onslaught", "blitz", "ambush", "incursion", "operation", " fire",
              "gunfire")  # fmt: skip
BLAST_GATE = ("explosion", "blast", "grenade")
CREW_GATE = ("bomb", "struck", "hit", "attacked", "pounded", "shelled", "strafed", "raided",
              "fired")  # fmt: skip
PASSIVE_GATE = ("was ", "were ", "been ", "came under")
ARMS_GATE = ("Wdrone", "Wmissile", "Wbomb", "Wartillery", "Wany")

# Words over which a side's name does not reach the attack that follows.
_STOPPED = any_of("""
    said says? told of in on by for to from at with after before that is was were are has have had
    against amid over as who which when while claims? claimed den(?:y|ies|ied) could would may might
    will toward towards into near between or if about since during under without
    downed shot intercepted destroyed repelled
""")
_MODIFIERS = rf"(?:(?!(?:Adj|Pty|Per|Loc)[0-9TX])(?!{_STOPPED}\b)[\w'\"-]+,? ){{0,7}}?"
_AGENT = rf"(?:(?!(?:Adj|Pty|Per|Loc|Num)[0-9TX])(?!(?:{_STOPPED}|and)\b)[\w'\"-]+ ){{0,6}}?"
_PARTY = r"(?<![\w-])(?:Adj|Pty|Per)(?P<by>[0-9T])"
_OWNED = r"(?<![\w-])(?:Adj(?P<by>[0-9T])|(?:Pty|Per)(?P<of>[0-9T])'s?)(?!-)"
_FORCES = (
    r"(?:'s?)?(?: (?:armed |air |ground |naval |special |own |government |stealth |fighter |war "
    r"|tank "
    r"|mobile |coalition |paramilitary |elite |border |[a-z]+ (?=jets|warplanes|bombers"
    r"|helicopters|fighter)|[a-z]{1,3}-\d+\w* )*"
    + any_of("""
        forces troops army military air_force navy warplanes fighter_jets? jets? warships gunboats
        planes aircraft helicopters? soldiers gunners units security_services? drone_operators
        intelligence fighters militants rebels side bombers? submarines? artillery tanks snipers
        militia(?:s|men)? gunmen [a-z]{1,3}-\\d+s?
    """)
    + ")?"
)
_ASIDE = (
    "(?: "
    + any_of(r"""
        on in early late has have had again also then once more later reportedly allegedly meanwhile
        overnight separately already twice just yesterday today itself Time\d+ \(\w+\) at_night
        (?:during|in|through|throughout)_the_(?:early_hours|night|small_hours|first_hours)(?:_of)?
        at_dawn in_one_night
    """)
    + ")*"
)
_CLAIMING = (
    r"(?: (?:claim(?:s|ed)?|sa(?:ys|id)|report(?:s|ed))"
    r" (?:to have|(?:that )?(?:it|they|he|(?:its|their|his) (?:own )?(?:armed |air )?"
    r"(?:forces?|army|troops|jets|warplanes|drones|navy|military|aircraft|planes|fighters|units|artillery))"
    r"(?: had| has| have)?))?"
)
_NEGATED = r"(?P<not> (?:did not|didn't|has not|had not|was not|were not|wasn't|never))?"
_SUBJECT = rf"{_PARTY}{_FORCES}{_CLAIMING}{_NEGATED}{_ASIDE}"
# 'Its targets', 'targets in the south': what was struck; the verb has its object next to it.
_AIMS_AT = (
    r"(?<!Adj[0-9T] )targets?(?!(?: (?:in|on|at|across|near|along|inside|around|over|throughout"
    r"|deep|with|and|or|by|to|for|from|of|that|which|was|were|is|are|has|have|had|overnight|early"
    r"|late|hit|struck|destroyed|Time[0-9]+))\b| ?[-.,;:()\"]|$)"
)
_HITTING = any_of(r"""
    struck strikes? hit hits attacked attacks? bombarded bombards? bombed
    Wbomb(?=_(?:[a-z]|Loc|Adj|Pty|Num\d+_(?:places|sites|targets|locations|cities|positions)))
    fire[sd]_(?:\w+_){0,3}?(?:at|on)(?!_by) opened_up_on
    Wartillery(?=_(?:Loc|Adj|Pty)) sank sunk shelled pounded
    pounds? pummell?ed hammered hammers targeted
    targeting killed kills? destroyed destroys? damaged damages? raided raids blew_up
    blasted wounds? wounded injures? injured stormed overran
""")
_HITTING = rf"(?:{_HITTING}|{_AIMS_AT})"
_NOT_HITTING = (
    r"(?! (?:by|back(?! with W| by firing)|out|hard|twice in|(?:a )?deal|a bargain|a balance"
    r"|a chord"
    r"|(?:at least |some |all |over |the )?Num\d+ (?:[\w-]+ ){0,3}(?:Wdrone|boats?"
    r"|Wany(?! (?:in|across|inside|deep) ))|all "
    r"(?:Wdrone|Wmissile)"
    r"|(?:an? )?(?:[\w-]+ ){1,3}(?:tone|note|pose)\b|home|the (?:post|headlines|market|economy)"
    r"|an? (?:\w+ )?(?:agreement|accord)"
    r"|new high|record high|with (?:new |fresh |more )?(?:sanctions|tariffs)))"
)
_IS_PLURAL_NOUN = (
    r"(?:(?<=strikes)|(?<=attacks)|(?<=raids))"
    r"(?= ?$| ?[.,;:?!'\"()-]| (?:on|in|against|at|near|inside|across|over|by|of|from|that|which"
    r"|for|to|has|have|had|was|were|is|are|will|would|could|may|might|can|continue|began|begin|came"
    r"|aim|are|do|did|mean|could)\b)"
)
_IS_SINGULAR_NOUN = (
    r"(?:(?<=[0-9T] strike)|(?<=[0-9T] attack)|(?<=[0-9T] raid))"
    r"(?! (?:the|its|their|several|all|more|Num\d+|W[a-z]+|(?:Pty|Loc|Adj|Per)[0-9TX])\b)"
)
_IS_VERB = rf"(?!{_IS_PLURAL_NOUN})(?!{_IS_SINGULAR_NOUN})"
"""'Aland strikes a port', but 'Aland strikes on a port', 'after the Aland strike'."""
_SENDING = any_of("""
    launched launches launch launching fired fires? firing sent sends? sending unleashed unleashes
    used uses? dropped drops hurled rained lobbed carried_out carries_out
    carrying_out conducted conducts conducting mounted staged threw throws throwing let_loose
    loosed emptied poured flung made makes directed aimed aims deployed responded_with
    retaliated_with
    answered_with replied_with
""")
_BEGINNING = any_of("""
    continues? continued resumes? resumed intensifie[sd] steps_up stepped_up trades? traded begins?
    began starts? started opens opened presses pressed keeps_up kept_up
""")
# Of these verbs attacks must be the object: one opens a drone factory as well.
_ATTACKING = (
    r"(?:(?:to )?(?:launch|fire|send|drop|use|hurl|rain|strike|attack|bomb|shell|pound|hit)"
    r"|(?:launch|fir|send|dropp|us|hurl|rain|strik|attack|bomb|shell|pound|hitt)ing)"
)
_ITS_ATTACKS = (
    r"(?= (?:(?!(?:after|amid|before|despite|following|since|production|talks)\b)"
    r"[\w'\"-]+,? ){0,6}?"
    rf"(?:{ATTACK_NOUN}\b|with (?:[\w-]+ ){{0,3}}?W[a-z]+|{_ATTACKING}\b))"
)
_ON = r"(?:(?!;| but | while )[^;])"
_OBJECT = rf"(?={_ON}{_ON}{{0,80}}?(?:\b{ATTACK_NOUN}\b|W[a-z]+))"
_ARRIVING = any_of("""
    struck strikes? hit hits attack(?:ed|s|ing)? target(?:ed|s|ing)? pound(?:ed|s|ing)?
    kill(?:ed|s|ing)? injur(?:ed|es?|ing) wound(?:ed|s|ing)? damag(?:ed|es?|ing)
    destroy(?:ed|s|ing)? slam(?:med|s)? rain(?:ed|s)? pummell?ed bombard(?:ed|s)? set
    reach(?:ed|es)? ignit(?:ed|es) disrupt(?:ed|s)? came flew landed fell crash(?:ed|es)
    caus(?:ed|es) spark(?:ed|s)
    left leaves? forc(?:ed|es) bomb(?:ed)? shelled swarm(?:ed)? approach(?:ed|ing) burn(?:ed)?
    smash(?:ed|es) ripped tore blast(?:ed)? breach(?:ed)? flying over damage fired
    fires(?=_(?:on|at))
    dropped
""")
_LANDED = (
    any_of("""
        rain(?:ed|ing)? pour(?:ed|ing)? (?:came|coming|crash(?:ed|ing)|plummet(?:ed|ing)|fell)_down
        fell falling land(?:ed|ing) slam(?:med|ming) crash(?:ed|ing) smash(?:ed|ing)
        plough(?:ed|ing) plung(?:ed|ing) tore tear(?:s|ing)? ripp?(?:ed|ing)? punch(?:ed|ing)
        explod(?:ed|ing) burst detonated got_through broke_through slic(?:ed|ing) hurtled flew
        opened_up opened_fire
        cut bored ricocheted
    """)
    + r" (?:down |in)?(?:on|onto|beside|upon|at|in|into|through|open|near|next to|outside|among|to"
    r"|apart|off|away)\b|(?:levell?ed|levell?ing|flatten(?:ed|ing)|demolish(?:ed|ing)|gutted"
    r"|burn(?:ed|t) down|wrecked|obliterated|swept|set (?:[\w'-]+ ){1,6}?(?:on fire|ablaze"
    r"|alight)|set (?:fire to|ablaze|alight)|reduced|torched|engulfed|collapsed)\b"
)
"""How what was fired arrives: 'slammed into a block', 'came down on the market'."""
_CREWED = any_of("""
    jets? warplanes? fighter[_-]jets? bombers? (?:attack_)?helicopters? planes gunboats warships
    gunners tanks [a-z]{1,3}-\\d+s?
""")
_STRUCK_SITE = any_of("""
    buildings? houses? homes? blocks? flats? schools? kindergartens? hospitals? clinics? churches
    church mosques? markets? stations? depots? refiner(?:y|ies) plants? bridges? ports? airports?
    airfields? bases? barracks convoys? bus(?:es)? trains? hotels? shelters? camps? villages? towns?
    cit(?:y|ies) districts? quarters? suburbs? headquarters offices? sanatorium theatre library
    museum universit(?:y|ies) warehouses? substations? dams? tankers? ships? ferr(?:y|ies) boats?
    funerals? vehicles? cars? ambulances? embassy consulate
""")
_FIRED_FROM = r" (?:(?:fired|launched|coming) )?from (?:(?!and\b)[\w'-]+ ?){1,5}?(?=[ ])"
_AIMED = any_of("""
    on at against across over in near toward towards around into of for to outside deep_inside
""")
_ARMS = r"W(?:drone|missile|bomb|artillery|any)\b"
_BY_AIR = any_of("""
    air[_-]?strikes? air_(?:attack|raid|assault)s? aerial_(?:attack|assault|bombardment)s? shelling
    bombardment barrage
""")
_NO_SPEAKER = (
    r"(?!(?: \w+){0,2} (?:officials?|media|governor|air defen[cs]es?))"  # intercepted by, said by
)


def _form(name: str, gate: str, *parts: str) -> tuple[str, str, Gated]:
    return name, gate, Gated("".join(parts), 0)


ATTACKS: tuple[tuple[str, str, Gated], ...] = (
    # its largest drone and missile attack; the neighbour's strike
    _form("noun", "noun", rf"{_OWNED} {_MODIFIERS}(?P<core>{ATTACK_NOUN})\b(?!-)"),
    _form("noun", "fire", r"under Adj(?P<by>[0-9T]) (?:W[a-z]+ )?(?P<core>fire)\b"),
    # a headline's noun before noun: (name) drone strike, (name) army air strike, (name) shelling
    _form("noun", "arms", rf"{_PARTY}{_FORCES} (?P<core>W[a-z]+(?: and W[a-z]+)* {ATTACK_NOUN})\b"),
    _form("noun", "noun", rf"{_PARTY}{_FORCES} (?P<core>{_BY_AIR})\b(?! of (?:the )?(?:Adj|Pty))"),
    # a strike by name, and whose: (name) strikes on a port
    _form(
        "noun",
        "noun",
        rf"{_PARTY}{_FORCES}(?: (?:deadly|overnight|massive|new|fresh|latest|surprise))* "
        rf"(?P<core>{ATTACK_NOUN})"
        r"(?= (?:on|in|against|at|near|inside|across|over)\b)",
    ),
    # (name) fire had killed five
    _form(
        "noun",
        "fire",
        rf"(?:Adj|Pty|Per)(?P<by>[0-9T])(?:'s)?{_FORCES} (?P<core>(?:artillery |rocket |tank "
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
        rf"{_OWNED} {_MODIFIERS}(?P<core>W[a-z]+(?:(?:,| and|, and) (?:[a-z-]+ )?W[a-z]+)*)",
        rf"{_ASIDE}(?: \w+ly)? (?:{_ARRIVING}|{_LANDED})\b",
    ),
    # (name) artillery killed
    _form(
        "arms",
        "arms",
        rf"{_PARTY} (?P<core>W(?:artillery|drone|missile)(?: and W[a-z]+)*)\b{_ASIDE} ",
        r"(?:(?:killed|kills|killing|struck|strikes?|hits?|pounded|pounds|wounded|damaged"
        rf"|destroyed)|{_LANDED})\b",
    ),
    # its forces struck; it launched drones
    _form("verb", "", rf"{_SUBJECT} (?P<core>{_HITTING}\b{_NOT_HITTING}{_IS_VERB})"),
    _form("verb", "noun or arms", rf"{_SUBJECT} (?P<core>{_SENDING}\b){_OBJECT}"),
    _form("verb", "noun or arms", rf"{_SUBJECT} (?P<core>{_BEGINNING}\b){_ITS_ATTACKS}"),
    # its forces opened fire on a crowd; they shot dead three
    _form(
        "verb", "", rf"{_SUBJECT} (?P<core>(?:had )?opened fire(?! with)|shot dead|gunned down)\b"
    ),
    # struck by its drones; an attack by it; by that state's rebels
    _form(
        "passive",
        " by ",
        rf"(?P<core>(?:{_HITTING}|fired|launched|sent|{ATTACK_NOUN})\b)[^;.]{{0,60}}? by ",
        rf"{_AGENT}(?:(?:(?:Pty|Per)[0-9T]'s?|Adj[0-9T]) (?:[a-z-]+ ){{0,3}}?(?=(?:Pty"
        rf"|Per)[0-9T]))?",
        rf"(?:Adj|Pty|Per)(?P<by>[0-9T])(?!-){_NO_SPEAKER}",
    ),
    # blames it for a deadly strike; accused it of killing 27
    _form(
        "blame",
        "blame",
        rf"\b(?:blam(?:es?|ed|ing)|accus(?:es?|ed|ing)) {_MODIFIERS}{_PARTY}(?:'s)?(?: \w+)? ",
        rf"(?:of|for) [^;.]{{0,60}}?(?P<core>\b{ATTACK_NOUN}\b",
        r"|attacking|targeting|striking|killing|shelling|bombing|launching|firing|sending"
        r"|dropping)\b",
    ),
    # residents blamed it; the army accused the rebels; they blamed a rebel drone
    _form(
        "pinned",
        "blame",
        rf"\b(?P<core>blam(?:es?|ed|ing)|accus(?:es?|ed|ing))(?: (?:the|it|this) ?"
        rf"(?:{ATTACK_NOUN})?)?(?: on)? {_MODIFIERS}",
        rf"{_PARTY}(?: W[a-z]+| (?:army|forces|fighters|rebels|troops|side))?"
        rf"(?: and (?:its|their) [\w, -]{{0,40}})?(?=[,.;]|$| for (?:the |it|this|both)|, an? )",
    ),
    # a drone attack on a city; air strikes near the border
    _form(
        "bare",
        "noun or arms",
        rf"(?<![\w-])(?P<core>{_ARMS}(?: and W[a-z]+)* (?:and [a-z]+ )?{ATTACK_NOUN}|{_BY_AIR})\b",
    ),
    # the worst strikes on a city for a year
    _form(
        "bare",
        "noun",
        rf"(?<![\w-])(?P<core>{ATTACK_NOUN}) (?:on|against|across|at|in) ",
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
        rf"(?P<core>{_ARMS})(?: (?:were|was|had been|have been))?{_ASIDE} ",
        r"(?:shot down|downed|intercepted|destroyed)(?: by [\w' -]{0,30})?",
        r"(?: \w+){0,2} (?:over|above|near|in) (?=(?:the |\w+ |a ){0,3}(?:Loc|Pty|Adj)[0-9])",
    ),
    # jets bombed positions; a helicopter fired at a boat
    _form(
        "bare",
        "crew",
        rf"\b(?:{_CREWED}) (?:(?:had|have|has) )?(?P<core>bombed|struck|hit|attacked|pounded"
        rf"|shelled|strafed|raided|fired (?:at|on|W[a-z]+)){_NOT_HITTING}"
        r"(?= .{0,60}(?:Loc|Pty|Adj)[0-9])",
    ),
    # it took a direct hit from a drone; the house was hit by two missiles
    _form(
        "bare",
        "arms",
        r"\b(?P<core>(?:direct hits? (?:from|by|of)|(?:hit|struck|attacked|destroyed|damaged"
        r"|set ablaze|set on fire|torn apart|ripped open|wrecked|shattered|sunk"
        r"|killed|wounded|injured) by) "
        r"(?:(?!Adj|Pty|Per|Loc)[\w-]+ )"
        rf"{{0,3}}?{_ARMS})",
    ),
    # the theatre was bombed; the town came under fire
    _form(
        "bare",
        "passive",
        rf"\b{_STRUCK_SITE}\b(?: (?:in|of|at|near|on) [^,;.]{{1,40}}?)?(?:, [^,;.]{{1,30}},)? "
        r"(?P<core>(?:was|were|had been|has been|have been|came) "
        r"(?:(?:also|directly|repeatedly|badly|again) )?(?:bombed|shelled|struck|attacked"
        r"|bombarded|raided|hit|under (?:attack|\w+ fire"
        r"|fire)))\b(?! by (?!W|Num|an? W))",
    ),
    # explosions tore through a rally
    _form(
        "blast",
        "blast",
        rf"\b(?P<core>(?:explosions?|blasts?|grenades?)(?: that)? (?:{_LANDED}))",
    ),
    # the strikes with which it answered
    _form("noun", "noun", rf"(?P<core>{ATTACK_NOUN}) (?:with|in|by|through) which {_PARTY}\b"),
    # missiles were sent
    _form(
        "bare",
        "arms",
        rf"(?P<core>{_ARMS}(?: and W[a-z]+)*) (?:that |which )?(?:were|was|had been|have been) ",
        r"(?:sent|launched|fired|directed|aimed|dropped|used)\b",
    ),
    # says that the other side made a deadly strike
    _form(
        "told",
        "deadly",
        rf"{_PARTY}(?: \w+)?(?:'s)? (?:says|said|claim(?:s|ed)|report(?:s|ed|ing)|alleg(?:es|ed)) ",
        r"(?:that )?(?:a |an )?(?:new |overnight |massive )?",
        rf"(?P<core>(?:deadly|fatal|lethal) (?:[a-z'-]+ ){{0,2}}?{ATTACK_NOUN})\b",
    ),
    # waves of missiles
    _form(
        "bare",
        " of ",
        r"\b(?P<core>(?:waves?|barrages?|swarms?|salvos?|volleys?|hail) of (?:[a-z-]+ )?",
        rf"{_ARMS}(?: and W[a-z]+)*)",
    ),
    # drones attacked an industrial site
    _form(
        "bare",
        "arms",
        rf"(?P<core>{_ARMS}(?: and W[a-z]+)*)(?:{_FIRED_FROM})?{_ASIDE} ",
        any_of("""
            struck hits? attacked attacks targeted killed killing kills? damaged pounded wounded
            injured destroyed
        """)[:-1],
        rf"|{_LANDED})\b",
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
    rf"(?:\b{_AIMED}|{_HITTING}|damaging|killing|{_ARRIVING}) "
    r"(?:(?:the|an?|its|several|other|some) )?"
    r"(?:(?!Adj|Pty|Per|Loc)(?:[a-z'-]+|Num\d+) ){0,4}(?P<mark>Adj|Pty|Loc|Per)(?P<on>[0-9TX])"
    r"(?P<held>-(?:held|controlled|run|ruled|occupied))?"
)
"""What an attack was aimed at, searched from the words that name it."""
