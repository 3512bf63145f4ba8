"""Words for exchanges, returns, truces, papers and meetings to come."""

import re

from reading.bare import stems
from reading.facts import Item
from reading.gate import Gated


def pattern_of(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


SWAP = (
    r"(?:exchang\w+|swap(?:s|ped|ping)?|trad(?:e|ed|ing))"
    r"(?! (?:heavy |artillery |cross-border )?(?:\w*fire|blows|shots|accusations|blame|barbs"
    r"|strikes|attacks|insults|threats|shell\w*))"
)
FREE = (
    r"releas(?:e|es|ed|ing)|free(?:d|s|ing)?|set(?:s|ting)? free|handover"
    r"|hand(?:s|ed|ing)?(?: over| back)?"
    r"|turn(?:s|ed|ing)? over|(?:giv(?:e|es|en|ing)|gave) (?:back|up)|let(?:s|ting)? go"
    r"|let(?= (?:[\w’'-]+ ){1,6}go\b)"
    r"|(?:tak(?:e|es|en|ing)|took|got|gets?) back|return(?:s|ed|ing)?|repatriat\w+"
    r"|transfer(?:s|red|ring)?|deliver(?:s|ed|y)|recover(?:s|ed|ing)?|retriev(?:es?|ed|ing)"
    r"|br(?:ing|ings|ought|inging) (?:back|home)|brought to(?! (?:court|trial|justice|hospital))"
    r"|(?:go|goes|went|going|come|comes|coming|came) (?:back )?home"
    r"|(?:walk|go|went|goes|walks|walked) free|back home"
    r"|receiv(?:e|es|ed|ing)|sen(?:d|ds|t|ding) (?:back|home)|welcom(?:e|es|ed|ing) (?:back|home)"
    r"|crossed into|left (?:[\w’'-]+ ){0,3}(?:jails?|prisons?)|out(?=$|,)"
    r"|(?:giv(?:e|en|ing)|gave)(?= (?:[\w’'-]+ ){1,3}the (?:bodies|remains))"
)
HOME = (
    r"releas(?:e|es|ed|ing)|free(?:d|s|ing)?|set(?:s|ting)? free|hand(?:s|ed|ing)? (?:over|back)"
    r"|turn(?:s|ed) over|repatriat\w+|return(?:s|ed|ing)?"
    r"|(?:go|goes|went|going|come|comes|coming|came) (?:back )?home"
    r"|br(?:ing|ings|ought|inging) (?:back|home)|sen(?:d|ds|t|ding) (?:back|home)|back home|let go"
    r"|let(?= (?:[\w’'-]+ ){1,6}go\b)"
    r"|gave back|giv(?:e|ing) back|receiv(?:e|es|ed|ing)|welcom(?:es|ed) (?:back|home)"
)
"""Acts that make captives of soldiers: nobody "frees" those who are not held."""
CAPTIVES = (
    r"prisoners?(?:[- ]of[- ]war)?|POWs?|captives?|detainees|inmates|abductees"
    r"|(?:captured|captive|imprisoned|detained|held) (?:[\w-]+ ){0,2}"
    r"(?:soldiers?|servicemen|troops|fighters|guards?)"
)
TROOPS = (
    r"soldiers|servicemen|servicemembers|service members|troops|fighters|people|men|personnel"
    r"|defenders|border guards|officers"
)
COUNT_WORDS = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen|sixty|seventy|eighty|ninety|hundred)"
)
BODIES = (
    r"bodies|(?:mortal )?remains|corpses|fallen (?:soldiers|defenders|servicemen)"
    r"|body of|dead (?:soldiers|fighters|(?-i:[A-Z])\w+s)|coffins"
    r"|dead(?= (?:over|back|to) )"
)
TRUCE = (
    r"cease-?fires?|truces?|cessation of (?:all )?hostilities|armistice"
    r"|(?:halt|end) to (?:all |the )?(?:fighting|hostilities)"
)
ACTS: tuple[tuple[Item, Gated, Gated], ...] = (
    (Item.BODY_RETURN, Gated(rf"\b(?:{BODIES})\b"), Gated(rf"\b(?:{SWAP}|{FREE})\b")),
    (Item.HOSTAGE_RELEASE, Gated(r"\bhostages?\b"), Gated(rf"\b(?:{SWAP}|{FREE})\b")),
    (
        Item.CHILDREN,
        Gated(r"\bchildren\b"),
        Gated(rf"\b(?:{SWAP}|return(?:s|ed|ing)?|repatriat\w+|br(?:ing|ought) (?:back|home))\b"),
    ),
    (
        Item.PRISONER_EXCHANGE,
        Gated(rf"\b(?:{CAPTIVES})\b"),
        Gated(rf"\b(?:{SWAP}|{FREE})\b"),
    ),
    (Item.PRISONER_EXCHANGE, Gated(rf"\b(?:{TROOPS})\b"), Gated(rf"\b(?:{SWAP})\b")),
    (
        Item.PRISONER_EXCHANGE,
        Gated(
            rf"(?<!\w)(?:\d[\d,.]*|{COUNT_WORDS})(?: [\w’'-]+){{0,3}}? (?:{TROOPS}|members"
            r"|supporters|followers|militants|rebels)\b"
            r"(?! (?:who (?:know|knew|spoke|were briefed)|with|familiar|briefed|close to)\b)"
            rf"|\bgroups? of (?:[\w-]+ ){{0,6}}(?:{TROOPS})\b"
        ),
        Gated(rf"\b(?:{HOME})\b"),
    ),
    (
        Item.PRISONER_EXCHANGE,
        Gated(r"\b\d[\d,]*(?= (?:more )?(?:come|came|return(?:ed)?|go|went) (?:back )?home\b)"),
        Gated(r"\b(?:come|came|return(?:ed)?|go|went) (?:back )?home\b"),
    ),
    (
        Item.CIVILIAN_RETURN,
        Gated(r"\bcivilians\b"),
        Gated(
            rf"\b(?:{SWAP}|releas(?:e|ed|ing)|freed|return(?:s|ed|ing)?|repatriat\w+"
            r"|hand(?:ed|ing)? (?:over|back)|br(?:ing|ought) (?:back|home)|receiv(?:e|es|ed|ing)"
            r"|(?:came|come) (?:back )?home)\b"
        ),
    ),
)
"""Items that are an act on people: who or what is handed over, and the act, in either order."""
FORCES = (
    r"troops?|forces?|army|armies|soldiers|units|military|fighters|militias?|reinforcements"
    r"|(?:heavy )?weapons|artillery|tanks"
)
GROUND = (
    r"areas?|regions?|territor\w+|land|lines?|provinces?|cit(?:y|ies)|zones?|points|positions"
    r"|border|bank|hills?|posts|outposts|villages?|towns?"
)
NOUNS: tuple[tuple[Item, Gated], ...] = (
    (Item.CHILDREN, Gated(r"\blists? of (?:[\w,-]+ ){0,4}children\b")),
    (
        Item.BODY_RETURN,
        Gated(r"\b\d[\d,.]*(?: \w+)? bodies\b|\b(?:bodies|remains) of (?:the )?\d[\d,.]*\b"),
    ),
    (
        Item.HOSTAGE_RELEASE,
        Gated(
            r"\bhostages?['’]?[- ](?:releases?|swaps?|exchanges?|deals?)\b"
            r"|\breleases? of (?:[\w-]+ ){0,4}hostages\b"
        ),
    ),
    (
        Item.PRISONER_EXCHANGE,
        Gated(
            r"\b(?:prisoners?(?:[- ]of[- ]war)?|POWs?|captives?|detainees?)['’]?[- ]"
            r"(?:swaps?|exchanges?|releases?|deals?)\b|\b\d[\d,.]*[- ]for[- ]\d[\d,.]*\b"
            r"|\ball[- ]for[- ]all\b"
        ),
    ),
    (
        Item.DOCUMENT,
        Gated(
            r"\b(?:written|detailed|draft)\b[\w ]{0,24}\b(?:proposals?|terms|conditions"
            r"|visions?|papers?"
            r"|memorand\w+)|\bdetail (?:a |the |their |its )?(?:possible )?(?:truce|cease-?fire)"
            r"|\b(?:terms|conditions|visions?|proposals?|ideas?|plans?|views?"
            r"|position)\b[\w ]{0,50}"
            r"\b(?:on paper|in writing)"
            r"|\bwrite down\b[^.;]{0,40}\b(?:truce|cease-?fire|terms|conditions|vision)"
            r"|\bset (?:out|down)\b[^.;]{0,40}\b(?:truce|cease-?fire|vision|on paper|in writing)"
            r"|\bmemorand(?:um|a|ums)\b|\b(?:joint )?declarations?(?: of (?:principles|intent))?\b"
            r"|\broadmap\b|\b(?:peace|framework|final|comprehensive|separate|grain) "
            r"(?:agreements?|accords?|deals?|treat(?:y|ies)|pacts?)\b|\bprotocols?\b"
            r"|\b(?:peace |updated |joint )?framework\b|\bguiding principles\b"
            r"|\bterms of reference\b|\bjoint (?:statement|communique)\b"
            r"|\bexchang\w+ (?:of )?(?:documents|papers|proposals|drafts)"
            r"|\b(?:signed|signs|signing|inked) (?:an? |the |their )?"
            r"(?:(?!cease|truce|trade|mineral|arms|gas|oil|economic)[\w-]+ ){0,3}?"
            r"(?:agreement|accord|pact|document|text|minutes|paper)\b"
        ),
    ),
    (
        Item.WORKING_GROUP,
        Gated(
            r"\b(?:online )?(?:working|expert|technical|contact) (?:sub)?groups?\b"
            r"|\b(?:joint|technical) (?:commission|committee)s?\b"
        ),
    ),
    (
        Item.MONITORING,
        Gated(
            r"\b(?:monitoring|verification|oversight|supervision) "
            r"(?:mission|mechanism|team|group|force|body|committee)s?\b"
            r"|\b(?:monitor|observer)s? (?:mission|team|group|force)s?\b"
            r"|\bteams? of (?:\w+ )?(?:observers|monitors)\b"
            r"|\blet(?:s|ting)? (?:[\w-]+ ){0,3}(?:observers|monitors) (?:in|inspect|visit)\b"
            r"|\bcease-?fire (?:monitor(?:s|ing)|verification)\b"
            r"|\b(?:monitor(?:s|ed|ing)?|verif(?:y|ied|ying)|supervis(?:e|ed|ing|ion of)"
            r"|overs(?:ee|een|eeing)|watch(?:ed|ing)? over)\b[^.;]{0,40}\b(?:truce|cease-?fire"
            r"|compliance|implementation|halt|cessation|border|withdrawal)\b"
            r"|\bobservers (?:will|would|to|from|of|be|are)\b[^.;]{0,60}"
            r"|\b(?:committee|panel|mission|mechanism|body|team|monitors|officers)\b[^.;]{0,80}\b"
            r"(?:will|would|shall|(?:is|are) to) (?:jointly )?(?:supervise|monitor|oversee"
            r"|verify|watch)\b"
            r"|\b(?:truce|cease-?fire|halt)\b[^.;,]{0,30}\b(?:be|is|being) "
            r"(?:monitored|verified|supervised|overseen|watched over|policed)\b"
        ),
    ),
    (
        Item.SECURITY_GUARANTEES,
        Gated(
            r"\bsecurity (?:guarantees?|assurances?)\b|\b(?:guarantees|assurances) "
            r"(?:modell?ed|on the pattern|similar to|like|akin to)\b"
        ),
    ),
    (
        Item.AID_ACCESS,
        Gated(
            r"\b(?:humanitarian|aid|relief) (?:aid|access|corridors?|convoys?|deliver(?:y|ies)"
            r"|trucks|lorries|suppl(?:y|ies)|shipments|crossings?|routes?)\b"
            r"|\baid (?:is|was|will|would|must|can)(?: to)? be (?:let|allowed|delivered|brought)\b"
            r"|\b(?:routes|roads|crossings?|corridors?) (?:for|to bring(?: in)?) "
            r"(?:food|aid|medicine)\b"
            r"|\b(?:access|entry|flow|deliver(?:y|ies)|passage|increase|surge) (?:for|of|in) "
            r"(?:humanitarian |more |emergency )?(?:aid|relief|food)\b"
            r"|\b(?:trucks|lorries|truckloads|tonnes|tons) (?:of|with|carrying) (?:\w+ )?aid\b"
            r"|\b(?:food |humanitarian )?aid (?:is |was |being |be )?(?:distributed|handed out"
            r"|delivered)\b|\baid (?:(?:to|will|would|shall|is to) )?"
            r"(?:enter|flow|reach|into|get)\w*|\blet(?:ting)?(?: in)?"
            r" (?:[\w-]+ ){0,3}aid\b|\bhumanitarian corridors?\b"
            r"|\bre-?open\w* (?:[\w’'-]+ ){0,4}(?:crossings?|border|roads?|routes?) (?:to|for)"
            r" (?:[\w-]+ )?(?:aid|relief)\b"
            r"|\blet(?:ting)? (?:[\w-]+ ){0,3}(?:goods|supplies|food|lorries|trucks|convoys)"
            r" (?:through|in|pass|enter|be (?:distributed|delivered))\b"
        ),
    ),
    (
        Item.WITHDRAWAL,
        Gated(
            rf"\b(?:leav(?:e|es|ing)|left|vacat(?:e|es|ed|ing)) (?:[\w’'-]+ ){{0,3}}(?:{GROUND})\b"
            r"|\b(?:withdraw(?:s|ing|n)?|withdrew"
            r"|(?:pull|mov)(?:e|s|ing|ed)?[- ](?:\w+ )?(?:back|out|away)"
            r"|draw(?:s|ing|n)? back"
            r"|(?:pull|move|draw)(?:s|ing|ed)? (?:[\w’'-]+ ){1,4}(?:out|back)"
            r"|vacat(?:e|es|ed|ing)|quit(?:s|ting)?|evacuat(?:e|es|ed|ing))\b"
            rf"(?=[^.;]{{0,50}}\b(?:{FORCES}|{GROUND})\b|\s+from\b)"
            rf"|\b(?:{FORCES})(?:['’]s?)? (?:(?:to|will|would|must|should|have|has|are|is"
            r"|also|all|then|partly|now|quickly) ){0,3}"
            r"(?:withdraw\w*|pull(?:ing)?[- ]?(?:back|out)|leav(?:e|ing)|redeploy\w*|move back)\b"
            rf"|\b(?:{FORCES})(?: (?:shall|will|would|must|should|(?:are|is|were|was) to|to))? "
            r"be(?:ing)? "
            r"(?:withdrawn|pulled (?:back|out)|moved (?:back|away|out)|removed)\b"
            r"|\b(?:withdrawals?|pull-?(?:outs?|backs?))\b(?! from (?:the )?(?:\w+ )?"
            r"(?:talks|negotiations|treaty|deal|agreement|pact|accord|convention|race|NPT))"
        ),
    ),
    (
        Item.LEADERS_MEETING,
        Gated(
            r"\b(?:leaders?|presidents?|presidential|heads? of state|summit)\b['’]?[- ]+"
            r"(?:meeting|summit|talks|level meeting)\b"
            r"|\b(?:meeting|summit|talks|encounter)\b[\w ]{0,14}\b(?:of|between|among"
            r"|for)\b[\w ]{0,12}"
            r"\b(?:leaders|presidents|heads of state|prime ministers|the two men)\b"
            r"|\bsummit of\b|\b(?:a|any) (?:bilateral |trilateral )?summit\b"
            r"|\b(?:presidents|leaders|heads of state|prime ministers) (?:should |would |to )?"
            r"(?:meet|sit down|hold talks)\b"
        ),
    ),
    (
        Item.NEXT_MEETING,
        Gated(
            r"\b(?:next|another|further|new|fresh|fourth|follow-up|second|third|fifth|more"
            r"|additional) (?:round|meeting|talks|negotiations|session|discussions)s?\b"
            r"|\bmeet(?:ing)? (?:once )?(?:again|more)\b|\breconven(?:e|ing)\b"
            r"|\b(?:convene|gather|come together|get together|sit down|see each other) again\b"
            r"|\bresum(?:e|ing|ption of) (?:the |their )?(?:talks|negotiations|discussions)\b"
            r"|\b(?:hold|holding) (?:another|a (?:new|further|fresh)|more|further)\b"
            r"[^.;]{0,30}\b(?:meeting|talks|round|session)s?\b"
            r"|\bcontinu(?:e|ing) (?:the |with |their |to )?"
            r"(?:talks|negotiations|negotiating|contacts|discussions|dialogue|negotiate|talk)\b"
            r"|\b(?:keep|kept|go on) talking\b"
            r"|\bcontinue (?:on|next|this|in) (?:\w+day|(?:the )?(?:coming|week|month|days)\w*)\b"
            r"|\bcontinue next \w+day\b"
            r"|\bmeet(?:ing)? (?:in (?-i:[A-Z])\w+ )?(?:on \w+day|(?:again )?(?:in|within) "
            r"(?:a|an|one|two|three|four|\d+|the coming) (?:days?|weeks?|months?)"
            r"|next (?:week|month)|on (?:\d|(?-i:[A-Z])[a-z]+ \d))"
            r"|\b(?:negotiations|talks|discussions|meetings) (?:are|is|will|would) (?:to )?"
            r"(?:continue|go on|resume|reconvene)\b"
        ),
    ),
    (
        Item.PAUSE,
        Gated(
            r"\b(?:humanitarian |energy |partial |Easter |unilateral |temporary )*(?:pause"
            r"|moratorium)s?\b"
            r"(?: in| on| to)?(?: the)?(?: \w+){0,2} ?(?:strikes|attacks|fighting|fire"
            r"|hostilities)?"
            r"|\b(?:halt|stop|suspend|cease|refrain from|pause)(?:ing)? "
            r"(?:all |any |their |its |his )?(?:long-range |air |mutual |military |offensive )?"
            r"(?:strikes|attacks|bombing|shelling|operations|offensives?)\b"
            r"(?! (?:on|against) (?:the )?"
            r"(?:judiciary|media|press|courts?|democracy|journalists|independence|freedom))"
            r"|\b(?:\w+ )?(?:unilateral|partial|energy|Easter|holiday|Christmas|humanitarian"
            r"|Victory Day) (?:cease-?fire|truce)"
            r"|\bbreaks? (?:of|in|from) (?:[\w-]+ ){0,4}(?:days?|hours?|fighting|hostilities)\b"
            r"|\brefrain(?:s|ed|ing)?(?: [\w-]+){0,4} from (?:attack|strik|fir|bomb|shell)ing\b"
            r"|\b(?:stop|halt|cease|avoid) (?:hitting|attacking|striking|bombing|shelling)\b"
            r"|\bspar(?:e|es|ing) (?:[\w’'-]+ ){0,3}(?:energy|power|infrastructure|grid)\b"
        ),
    ),
    (
        Item.CEASEFIRE,
        Gated(
            rf"\b(?:{TRUCE})\b|\b(?:cease|hold|holding) (?:their )?fire\b"
            r"|\b(?:guns|weapons) (?:(?:are|will|shall|were|to|now) ){0,3}"
            r"(?:be|fall|go|fell) silent\b"
            r"|\b(?:end|stop(?:p)?|halt|ceas)(?:e|ing)? (?:all |the |their )?"
            r"(?:firing|fighting|combat|hostilities)\b"
            r"|\bpause (?:the )?(?:war|fighting)\b"
            r"|\bneither (?:side|army|party|country) (?:will |would |to |may )?(?:fires?|shoots?"
            r"|attacks?|opens fire)\b|\bnot (?:to )?fire (?:a|any) (?:single )?(?:shot|bullet)\b"
        ),
    ),
)
"""Items named by a noun phrase."""
STEMS: dict[Item, frozenset[str]] = {
    item: stems(words)
    for item, words in {
        Item.PRISONER_EXCHANGE: "prisoner pow pows captive captured detainee inmate soldier members"
        " supporters followers militants rebels"
        " service troops fighters people men personnel defenders guards officers abductee"
        " imprisoned held home",
        Item.BODY_RETURN: "bodies remains corpse fallen body dead coffin",
        Item.HOSTAGE_RELEASE: "hostage",
        Item.CHILDREN: "children",
        Item.CIVILIAN_RETURN: "civilian",
        Item.DOCUMENT: "written detail draft paper writing write set memorandum declaration"
        " roadmap document documents proposals agreement accord deal treaty pact protocol"
        " framework principles terms conditions joint visions ideas plans views position"
        " exchanged",
        Item.WORKING_GROUP: "group groups subgroup committee commission",
        Item.MONITORING: "monitor observer verify verification oversight supervise oversee watch"
        " truce ceasefire cease halt",
        Item.SECURITY_GUARANTEES: "guarantee assurance",
        Item.AID_ACCESS: "aid humanitarian relief food medicine goods supplies lorries trucks"
        " convoys",
        Item.WITHDRAWAL: "withdraw pull pull-out pulled leave left vacate redeploy move moving"
        " removed"
        " draw quit evacuate pullback",
        Item.LEADERS_MEETING: "together sit leader president heads head summit prime men meeting"
        " talks encounter",
        Item.NEXT_MEETING: "meet talks talking negotiate round session contacts reconvene"
        " discussions dialogue continue resume hold keep kept",
        Item.PAUSE: "pause moratorium halt stop suspend truce cease ceasefire refrain spare avoid"
        " sparing break breaks",
        Item.CEASEFIRE: "cease ceasefire truce cessation armistice halt fire firing hostilities"
        " fighting pause end stop silent fires shoots shot bullet neither",
    }.items()
}
"""Stems of which one must stand in a sentence that speaks of the item; most sentences have none."""

ACT_STEMS = stems(
    "exchange swap trade release free hand turn give gave given let take took taken got get return"
    " repatriate transfer deliver recover retrieve bring brought go goes went come came walk home"
    " receive send sent welcome crossed back set"
)
"""Stems of the acts: without one of them nobody was handed over."""
