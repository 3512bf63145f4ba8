"""Items named by a noun phrase or by a side's own deed: truces, retreats, papers, aid, meetings."""

from reading.facts import Item
from reading.gate import Gated

TRUCE = (
    r"cease-?fires?|truces?|armistice|cessation of (?:all |the |military )?"
    r"(?:hostilities|fighting|combat|fire|attacks|operations|firing)"
    r"|(?:halt|end|stop) (?:to|in) (?:all |the )?"
    r"(?:fighting|hostilities|firing|combat|shooting|bloodshed)"
    r"|(?:regime|day|period) of (?:silence|calm)|standstill"
)
FIGHTING_STOPS = (
    r"(?:fighting|hostilities|combat|firing|military action) (?:is|are|was|were|will|would|shall)"
    r" (?:(?:to|also|now|have) ){0,2}(?:stop|end|cease|halt)"
)
FORCES = (
    r"troops?|forces?|army|armies|soldiers|units|fighters|military(?! (?:powers|aid|support|action"
    r"|help|assistance|equipment|budget))|militias?|reinforcements"
    r"|(?:heavy )?weapons|heavy (?:arms|guns)|armou?r|(?:rocket )?launchers|artillery|tanks"
)
GROUND = (
    r"areas?|regions?|territor\w+|land|lines?|provinces?|cit(?:y|ies)|zones?|points|positions"
    r"|border|bank|hill(?:top)?s?|posts|outposts|villages?|towns?"
)
HANDS_OVER_LAND = (
    r"(?:hand(?:s|ed|ing)? (?:over|back)|hand-?over of|return(?:s|ing| of)?"
    r"|transfer(?:s|ring)?(?: of)?|ced(?:e|es|ing)) "
    r"(?:(?!(?:to|from|in|on|near|people|residents|civilians|refugees|families)\b)"
    r"[\w’'-]+ ){0,4}(?:districts|provinces|territor(?:y|ies)|villages|towns|land|regions)"
)
NOUNS: tuple[tuple[Item, Gated], ...] = (
    (
        Item.CHILDREN,
        Gated(r"\blists? (?:of|with|bearing|containing|naming) (?:[\w,-]+ ){0,6}children\b"),
    ),
    (
        Item.BODY_RETURN,
        Gated(r"\b\d[\d,.]*(?: \w+)? bodies\b|\b(?:bodies|remains) of (?:the )?\d[\d,.]*\b"),
    ),
    (
        Item.HOSTAGE_RELEASE,
        Gated(
            r"\bhostages?['’]?[- ](?:releases?|swaps?|exchanges?|deals?)\b"
            r"|\bfreedom (?:for|of) (?:[\w-]+ ){0,4}hostages\b"
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
            r"|\b(?<!economic )(?:peace |updated |joint )?framework\b|\bguiding principles\b"
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
            r"|\b(?:joint|bilateral|technical|liaison|coordination|steering|expert|military)"
            r" (?:[\w-]+ )?(?:commission|committee|subcommittee|task force|panel)s?\b"
            r"|\bjoint (?:(?!monitor|verif|oversight|supervis|observ)[\w-]+ ){0,3}mechanisms?\b"
            r"|\b(?:high-level|joint) (?:negotiating )?teams\b"
            r"|\b(?:set(?:s|ting)? up|establish(?:es|ed|ing)?|form(?:s|ed|ing)?"
            r"|creat(?:e|es|ed|ing))"
            r" (?:[\w-]+ ){0,3}(?:technical|joint|negotiating|expert|liaison|working) teams?\b"
            r"|\b(?:sub-?committees?|task forces?|(?:panel|committee|group|team)s? of experts)\b"
        ),
    ),
    (
        Item.MONITORING,
        Gated(
            r"\b(?:monitoring|verification|oversight|supervision|supervisory|truce|observation)"
            r"(?: and (?!to\b|for\b|an?\b|the\b|its\b)\w+)? (?:missions?|mechanisms?|teams?"
            r"|groups?|forces?|body|bodies|committees?"
            r"|panels?|commissions?|centres?|centers?|structures?|regimes?|systems?)\b"
            r"|\b(?:monitor|observer)s? (?:mission|team|group|force|contingent|corps)s?\b"
            r"|\b(?:deployment|dispatch|sending|posting|arrival|presence|despatch) of"
            r" (?:[\w-]+ ){0,4}(?:observers|monitors|peacekeepers)\b"
            r"|\b(?:deploy|dispatch|send|post|station|admit|despatch|receiv|accept|host)\w*"
            r" (?:[\w-]+ ){0,4}(?:observers|monitors|peacekeepers)\b"
            r"|\b(?:observers|monitors|peacekeepers) (?:(?:will|would|to|shall|are|be|is) ){1,3}"
            r"(?:deployed?|posted|sent|stationed|dispatched)\b"
            r"|\bteam to (?:verify|monitor|supervise|oversee|watch)\b"
            r"|\bteams? of (?:\w+ )?(?:observers|monitors)\b"
            r"|\blet(?:s|ting)? (?:[\w-]+ ){0,3}(?:observers|monitors) (?:in|inspect|visit)\b"
            r"|\bcease-?fire (?:monitor(?:s|ing)|verification)\b"
            r"|\b(?:monitor(?:s|ed|ing)?|verif(?:y|ied|ying)|supervis(?:e|ed|ing|ion of)"
            r"|overs(?:ee|een|eeing)|watch(?:ed|ing)? over)\b[^.;]{0,40}\b(?:truce|cease-?fire"
            r"|compliance|implementation|halt|cessation|border|withdrawal)\b"
            r"|\bobservers (?:will|would|to|from|of|be|are)\b[^.;]{0,60}"
            r"|\b(?:committee|panel|mission|mechanism|body|team|cent(?:re|er)|monitors|officers)\b[^.;]{0,80}\b"
            r"(?:will|would|shall|(?:is|are) to) (?:jointly )?(?:supervise|monitor|oversee"
            r"|verify|watch|police)\b"
            r"|\b(?:truce|cease-?fire|halt|implementation|compliance)\b[^.;,]{0,30}"
            r"\b(?:be|is|being) "
            r"(?:monitored|verified|supervised|overseen|watched over|policed)\b"
        ),
    ),
    (
        Item.SECURITY_GUARANTEES,
        Gated(
            r"\bsecurity (?:guarantees?|assurances?|commitments?|umbrella)\b"
            r"|\b(?:Article (?:5|Five)|NATO)-(?:like|style|type) (?:\w+ )?(?:guarantees?|pledges?"
            r"|protections?|commitments?|assurances?)\b"
            r"|\b(?:guarantees?|assurances?) (?:of|for|on) (?:its |their |the )?(?:\w+ )?security\b"
            r"|\b(?:guarantees?|assurances?) against (?:(?:any|a|new|further|future|renewed) )*"
            r"(?:attack|aggression|invasion|war|strike)s?\b"
            r"|\b(?:guarantees|assurances) "
            r"(?:modell?ed|on the pattern|similar to|like|akin to)\b"
        ),
    ),
    (
        Item.AID_ACCESS,
        Gated(
            r"\b(?:humanitarian|aid|relief) (?:aid|access|corridors?|convoys?|deliver(?:y|ies)"
            r"|trucks|lorries|suppl(?:y|ies)|shipments|crossings?|routes?|assistance|flights?|goods"
            r"|passages?|flows?|entry|airlifts?)\b"
            r"|\b(?:food|medical|medicine|fuel) (?:aid|deliver(?:y|ies)|convoys?|suppl(?:y|ies)"
            r"|shipments|trucks)\b|\bcorridors? for (?:[\w-]+ )?(?:aid|relief|food|medicines?)\b"
            r"|\b(?:entry|arrival|passage|flow|influx|movement|admission) of (?:[\w,-]+ ){0,4}"
            r"(?:aid|relief|food|lorries|trucks|supplies|assistance|medicines?|fuel|goods)\b"
            r"|\b(?:shut|clos|seal)(?:s|es|ed|ing|e)? (?:[\w’'-]+ ){0,3}(?:crossings?|border"
            r"|gates?)"
            r" (?:to|for) (?:all |any )?(?:goods|aid|relief|supplies|food)\b"
            r"|\b(?:unimpeded|unhindered|unrestricted|unfettered|safe|free"
            r"|full) (?:[\w-]+ )?access\b"
            r"|\b(?:aid|relief|supplies) (?:is|are|was|were|will|would|must|can|shall)(?:"
            r" to)?(?: be)?"
            r" (?:also )?(?:let|allowed|delivered|brought|admitted)\b"
            r"|\b(?:bring|get|rush|send)(?:ing)? in (?:[\w-]+ ){0,2}(?:aid|relief|food|supplies)\b"
            r"|\b(?:routes|roads|crossings?|corridors?) (?:for|to bring(?: in)?) "
            r"(?:food|aid|medicine)\b"
            r"|\b(?:access|entry|flow|deliver(?:y|ies)|passage|increase|surge) (?:for|of|in) "
            r"(?:humanitarian |more |emergency )?(?:aid|relief|food)\b"
            r"|\b(?:trucks|lorries|truckloads|tonnes|tons) (?:of|with|carrying) (?:\w+ )?"
            r"(?:aid|relief|food|medicines?|supplies|humanitarian)\b"
            r"|\bair-?(?:drops?|dropping|lifts?) (?:of )?(?:[\w-]+ )?(?:aid|relief|food)\b"
            r"|\bair ?drops? over\b|\b(?:parachute|drop|airdrop) (?:[\w-]+ ){0,2}(?:aid|relief"
            r"|food)\b"
            r"|\b(?:food |humanitarian )?aid (?:is |was |being |be )?(?:distributed|handed out"
            r"|delivered)\b|\baid (?:(?:to|will|would|shall|is to) )?"
            r"(?:enter|flow|reach|into|get)\w*|\blet(?:ting)?(?: in)?"
            r" (?:[\w-]+ ){0,3}aid\b|\bhumanitarian corridors?\b"
            r"|\b(?:re-?)?open(?!ly)\w* (?:[\w’'-]+ ){0,4}(?:crossings?|border|roads?|routes?"
            r"|corridors?)[^.;,]{0,24} (?:to|for) (?:[\w-]+ )?(?:aid|relief|food|supplies)\b"
            r"|\blet(?:ting)? (?:[\w-]+ ){0,3}(?:aid|relief|food|supplies) (?:in|through|pass)\b"
            r"|\ballow(?:s|ing)? (?:[\w-]+ ){0,3}(?:aid|relief|food|supplies|trucks|lorries)"
            r" (?:to (?:enter|reach|pass|flow|get|move)|in|into|through|access)\b"
            r"|\bnot (?:to )?(?:imped|hinder|obstruct|block|hamper|restrict|interfer)\w*"
            r" (?:with )?(?:[\w-]+ ){0,3}(?:aid|relief|humanitarian)\b"
            r"|\b(?:distribut|deliver)(?:e|es|ing|s|ion of|y of)?"
            r" (?:[\w-]+ ){0,3}(?:aid|relief)\b(?! workers)"
            r"|\blet(?:ting)? (?:[\w-]+ ){0,3}(?:goods|supplies|food|lorries|trucks|convoys)"
            r" (?:through|in|pass|enter|be (?:distributed|delivered))\b"
        ),
    ),
    (
        Item.WITHDRAWAL,
        Gated(
            rf"\b{HANDS_OVER_LAND}\b"
            rf"|\b(?:leav(?:e|es|ing)|left|vacat(?:e|es|ed|ing)) (?:[\w’'-]+ ){{0,3}}(?:{GROUND})\b"
            r"|\b(?:withdraw(?:s|ing|n)?(?! (?:\w+ )?(?:money|cash|funds|savings)\b)|withdrew"
            r"|(?:pull|mov)(?:e|s|ing|ed)?[- ](?:\w+ )?(?:back|out|away)"
            r"|draw(?:s|ing|n)? back"
            r"|(?:pull|move|draw)(?:s|ing|ed)? (?:[\w’'-]+ ){1,6}(?:out|back)"
            r"|vacat(?:e|es|ed|ing)|quit(?:s|ting)?|evacuat(?:e|es|ed|ing))\b"
            rf"(?=[^.;]{{0,50}}\b(?:{FORCES}|{GROUND})\b|\s+from\b"
            r"|\s+(?:to the )?(?:(?:north|south|east|west)(?:ern (?:side|bank))? of|beyond"
            r"|behind)\b)"
            rf"|\b(?:{FORCES})(?:['’]s?)? (?:(?:on|from|of) (?:both|each|either) sides?"
            rf" )?(?:(?:to|will|would|must|should|have|has|are|is"
            r"|also|all|then|partly|now|quickly|set|due|obliged|required) ){0,4}"
            r"(?:withdraw\w*|pull(?:ing)?[- ]?(?:back|out)|leav(?:e|ing)|redeploy\w*|(?:move"
            r"|step|fall)"
            r" back)\b"
            rf"|\b(?:departure|exit|removal|redeployment|evacuation|retreat|repositioning)"
            rf" of (?:[\w’'-]+ ){{0,4}}(?:{FORCES})\b"
            r"|\b(?-i:[A-Z])\w+(?:s|ese) (?:will|would|must|should|shall|are to|have to)"
            r" (?:withdraw"
            r"|pull (?:out|back)|retreat)\b"
            rf"|\b(?:{FORCES}) (?:roll|march|drive|head|file|pour|ship|move|go|fly)(?:s|es|ing)?"
            rf" out of\b"
            rf"|\b(?:{FORCES}) (?:(?:to|will|would|must|should) )?(?:quit|vacate|go(?:es)?"
            rf"|return)s?"
            rf" (?:home|to (?:its|their) (?:bases?|barracks)|(?:[\w’'-]+ ){{0,3}}(?:{GROUND})"
            r"|(?:the )?(?-i:[A-Z]))"
            r"|\b(?:pull|move|draw)(?:s|ing)? (?:back )?(?:(?:north|south|east|west) of"
            r"|beyond|behind)\b"
            r"|\b(?:paramilitar(?:y|ies)|rebels|gunmen|insurgents) (?:out|away) (?:of|from)\b"
            rf"|\b(?:{FORCES}) (?:(?:out|away) (?:of|from)|(?:(?:will|would|must|to|should) )"
            r"(?:be )?(?:gone|out) (?:of|from))\b"
            rf"|\b(?:remov|relocat|redeploy|evacuat|retreat|disengag)(?:e|es|ing|s)?"
            rf" (?:from|(?:[\w’'-]+ ){{0,4}}(?:{FORCES})\b)"
            rf"|\b(?:get|take|pull|move|draw|clear|pulling|moving|taking|getting|clearing)"
            rf" (?:[\w’'-]+ ){{0,3}}"
            rf"(?:{FORCES}) (?:back|out|away|from|off)\b"
            rf"|\b(?:{FORCES})(?: (?:shall|will|would|must|should|(?:are|is|were|was) to|to))? "
            r"be(?:ing)? "
            r"(?:withdrawn|pulled (?:back|out)|moved (?:back|away|out)|removed)\b"
            r"|\b(?:ced(?:e|es|ing)|giv(?:e|es|ing) up|surrender(?:s|ing)?|relinquish(?:es|ing)?)"
            r" (?:(?:[\w-]+ ){0,3}(?:territor\w+|land|regions?|provinces?|ground|areas?)\b"
            r"|(?:all|the (?:whole|rest|remainder)) of (?-i:[A-Z]|the [a-z]))"
            r"|\b(?:hand|giv|turn)(?:e|es|s|ing|ed)? (?:back|over) (?:[\w’'-]+ ){0,4}(?:districts?"
            r"|territor\w+|land|regions?|provinces?|areas?|towns?|villages?)\b"
            r"|\b(?:withdrawals?|pull-?(?:outs?|backs?)|draw-?downs?"
            r"|disengagement)\b(?! from (?:the )?(?:\w+ )?"
            r"(?:talks|negotiations|treaty|deal|agreement|pact|accord|convention|race|NPT))"
        ),
    ),
    (
        Item.LEADERS_MEETING,
        Gated(
            r"\b(?:leaders?|presidents?|presidential|heads? of state|summit)\b['’]?[- ]+"
            r"(?:meeting|summit|talks|level meeting)\b"
            r"|\b(?:meeting|summit|talks|encounter)\b[\w ]{0,14}\b(?:of|between|among"
            r"|for)\b[\w ’']{0,24}"
            r"\b(?:leaders|presidents|heads of state|prime ministers|the two men)\b"
            r"|\bsummit of\b|\b(?:a|any) (?:bilateral |trilateral )?summit\b"
            r"|\b(?:head-to-head|one-on-one|face-to-face|tete-a-tete) (?:meeting |talks "
            r"|encounter )?"
            r"(?:with|between|of) (?:(?:the|its|his) )?(?:(?:[\w’'-]+ ){0,2}(?:president|leader"
            r"|prime minister)\b|(?-i:[A-Z])[a-z]+)"
            r"|\bmeeting at (?:the )?(?:highest level|level of (?:leaders|presidents))\b"
            r"|\b(?:presidents|leaders|heads of state|prime ministers) (?:should |would |to )?"
            r"(?:meet|sit down|hold talks)\b"
        ),
    ),
    (
        Item.NEXT_MEETING,
        Gated(
            r"\bround (?:two|three|four|five|six|seven)\b"
            r"|\b(?:next|another|further|new|fresh|follow-up|second|third|fourth|fifth|sixth|more"
            r"|additional|subsequent|renewed|follow-on) (?:(?:nuclear|peace|indirect|direct|truce"
            r"|technical|bilateral|trilateral|face-to-face|in-person|working|high-level|informal"
            r"|formal|exploratory|substantive|intensive|expert-level|technical-level|military"
            r"|ministerial) ){0,2}"
            r"(?:round|meeting|talks|negotiations|session|discussions|consultations|contacts"
            r"|gathering|sitting|encounter)s?\b"
            r"|\bfollow-(?:up|on) (?:discussion|consultation)\b"
            r"|\bagree(?:d|s|ment)? (?:also |then )?(?:to|on)"
            r" (?:start|begin|open|enter|launch|hold)(?:ing)?(?: [\w-]+){0,3} (?:talks|dialogue"
            r"|negotiations)\b"
            r"|\bmeet(?:ing)? (?:once )?(?:again|more)\b|\breconven(?:e|ing)\b"
            r"|\bmeet(?:ing)? for (?:a|the) (?:second|third|fourth|fifth|sixth|next) time\b"
            r"|\b(?:convene|gather|come together|get together|sit down|see each other|speak|talk"
            r"|assemble|confer|negotiate) (?:once )?(?:again|anew|once more)\b"
            r"|\b(?:(?:get|go|come|be|sit|getting|going|coming|sitting) back|return(?:ing)?) (?:to"
            r"|at)"
            r" the (?:[\w-]+ )?table\b"
            r"|\b(?:stay|remain|keep)(?:ing)? at the (?:[\w-]+ )?table\b"
            r"|\b(?:restart|reopen|relaunch|revive)(?:ing)? (?:the |their )?(?:[\w-]+ )?"
            r"(?:talks|negotiations|dialogue|discussions)\b"
            r"|\bresum(?:e|ing|ption of) (?:the |their )?(?:[\w-]+ )?(?:talks|negotiations"
            r"|discussions)\b"
            r"|\b(?:hold|holding) (?:another|a (?:new|further|fresh)|more|further)\b"
            r"[^.;]{0,30}\b(?:meeting|talks|round|session)s?\b"
            r"|\bcontinu(?:e|ing) (?:the |with |their |to )?(?:(?:bilateral|direct|indirect|peace"
            r"|technical|nuclear) )?"
            r"(?:talks|negotiations|negotiating|contacts|discussions|dialogue|negotiate|talk)\b"
            r"|\b(?:keep|kept|go on) (?:talking|meeting|negotiating)\b"
            r"|\b(?:carry(?:ing)? on|go(?:ing)? on|press(?:ing)? (?:on|ahead)|proceed(?:ing)?"
            r"|persever(?:e|ing)|persist(?:ing)?|stick(?:ing)?) with (?:the |their "
            r"|its )?(?:[\w-]+ )?"
            r"(?:talks|negotiations|dialogue|contacts|discussions)\b|\bcarry(?:ing)? on (?:the "
            r"|their )?"
            r"(?:[\w-]+ )?(?:talks|negotiations|dialogue|talking|negotiating|discussions)\b"
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
            r"(?: in| on| to)?(?: the)?(?: (?!with\b|by\b|and\b)\w+){0,2} ?(?:strikes|attacks"
            r"|fighting|fire"
            r"|hostilities)?"
            r"|\b(?:halt|stop|suspend|cease|refrain from|pause)(?:ing)? "
            r"(?:all |any |their |its |his )?(?:(?:long-range|air|mutual|military|offensive|drone"
            r"|missile|rocket|artillery|naval|ground|cross-border|deep|and) ){0,4}"
            r"(?:strikes|attacks|bombing|shelling|operations|offensives?)\b"
            r"(?! (?:on|against) (?:the )?"
            r"(?:judiciary|media|press|courts?|democracy|journalists|independence|freedom))"
            r"|\b(?:days?|weeks?|months?|hours?|nights?) of (?:silence|quiet|calm)\b"
            r"|\b(?:quiet|calm|silent) (?:days|weeks|hours)\b"
            r"|\b(?:\w+ )?(?:unilateral|partial|energy|Easter|holiday|Christmas|humanitarian"
            r"|Victory Day) (?:cease-?fire|truce)"
            r"|\b(?:breaks?|lulls?|respites?|let-?ups?|breathers?|time-?outs?|halts?) (?:of|in"
            r"|from)"
            r" (?:[\w-]+ ){0,4}(?:days?|hours?|fighting|hostilities|combat|war)\b"
            r"|\b(?:humanitarian|temporary|tactical|brief|short|(?:\w+-)?(?:hour|day|week)) "
            r"(?:lull|respite|halt|break|silence|breather)s?\b"
            r"|\b(?:halt|stop|end|cessation|suspension|moratorium|ban) (?:to|of|on|in) "
            r"(?:[\w-]+ ){0,3}(?:strikes|attacks|raids|bombing|shelling|bombardments?|offensives?"
            r"|operations)\b"
            r"|\brefrain(?:s|ed|ing)?(?: [\w-]+){0,4} from (?:attack|strik|fir|bomb|shell)ing\b"
            r"|\bnot (?:to )?(?:attack|strike|hit|target|shell|bomb|attacking|striking|hitting"
            r"|targeting|shelling|bombing) (?:[\w’'-]+ ){0,4}(?:power"
            r"|energy|infrastructure|ports?|ships?|vessels?|shipping|civilians?|cities|hospitals|grids?)\b"
            r"|\b(?:stop|halt|cease|avoid) (?:hitting|attacking|striking|bombing|shelling)\b"
            r"|\b(?:stop|halt|cease|renounce|refrain from|forgo)(?:ing)? (?:(?:the use of|using)"
            r" (?:military )?force|(?:all|any|further) (?:(?:further|other) )?(?:military|hostile"
            r"|offensive|provocative)"
            r" (?:actions?|activit(?:y|ies)|acts|moves|operations))\b"
            r"|\bspar(?:e|es|ing) (?:[\w’'-]+ ){0,3}(?:energy|power|infrastructure|grid)\b"
        ),
    ),
    (
        Item.CEASEFIRE,
        Gated(
            rf"\b(?:{TRUCE})\b|\b(?:ceas(?:e|ing)|hold|holding|halt|stop) (?:their |its |his"
            rf" )?fire\b"
            r"|\b(?:silence|silencing|put down|lay down|laying down|lower) (?:(?:the|their"
            r"|its) )?(?:guns|weapons|arms)\b"
            r"|\b(?:guns|weapons) (?:(?:are|will|shall|were|to|now) ){0,3}"
            r"(?:be|fall|go|fell) silent\b"
            r"|\b(?:end|stop(?:p)?|halt|ceas)(?:e|ing)? (?:all |the |their )?"
            r"(?:firing|fighting|combat|hostilities|shooting|military (?:conflict|action))\b"
            r"|\bpause (?:the )?(?:war|fighting)\b"
            rf"|\b{FIGHTING_STOPS}\b"
            r"|\bnot (?:to )?(?:attack|target|strike) (?:each other|one another)\b(?!['’])"
            r"|\bneither (?:side|army|party|country) (?:will |would |to |may )?(?:fires?|shoots?"
            r"|attacks?|opens fire)\b|\bnot (?:to )?fire (?:a|any) (?:single )?(?:shot|bullet)\b"
        ),
    ),
)
"""Items named by a noun phrase."""
