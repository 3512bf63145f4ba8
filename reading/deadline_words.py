"""Words of deadlines: what names one, moves or ends one; what is asked, what is threatened."""

import re

from reading.deadline_moves import ANY_TERM
from reading.gate import Gated
from reading.wordlist import words


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


NOUN = Gated(
    r"\b(?:deadlines?|ultimatums?|time[- ]?limits?|cut-?offs?(?: dates?)?|grace periods?"
    r"|time-?frames?|time frame|countdown|due date|target date"
    rf"|(?:that|the|this) date(?= by which|,? too|\b[^.;,]{{0,20}} (?:passed|went|came|slipped))"
    rf"|(?:date|day|hour|moment)(?= (?:by|at|on) which)|time(?= (?:limit|to {ANY_TERM}))"
    rf"|term(?= of {ANY_TERM})|(?:term|time|period)(?= (?:set|given|granted) (?:by|to|for) ))\b"
    rf"|(?<!\w){ANY_TERM} (?:process|clock|window|period|notice|countdown|reprieve)\b"
)
"""A word that names a deadline, in a sentence whose times are masked."""

# A pattern is tried only in a sentence with one of its words: most sentences cost a look.
NOUN_WORDS = words(
    """
    deadline deadlines ultimatum ultimatums limit limits timelimit cutoff cutoffs cut grace
    timeframe timeframes frame countdown date day hour moment
    term time process clock window period notice reprieve
    """
)
TRUCE_WORDS = words(
    """
    ceasefire ceasefires cease truce truces armistice moratorium cessation standstill lull pause
    arrangement halt phase effect fighting hostilities operations
    """
)
PUT_OFF_WORDS = words(
    """
    postpone postpones postponed postponing delay delays delayed delaying defer defers deferred
    deferring put puts putting push pushes pushed pushing hold holds held holding pause pauses
    paused pausing suspend suspends suspended suspending
    """
)
CUT_WORDS = words(
    """
    shorten shortens shortened shortening cut cuts cutting reduce reduces reduced reducing slash
    slashes slashed slashing trim trims trimmed trimming halve halves halved halving extend extends
    extended extending lengthen lengthened prolong prolongs prolonged prolonging stretch stretches
    stretched stretching
    """
)
OVER_WORDS = words("up over expired out lapsed day date moment term ended came comes")
UNLESS_WORDS = words(
    "unless fail fails failed failing failure otherwise else without absent if no not should t"
    " hasn isn doesn don"
)
GIVE_WORDS = words(
    """
    give gives gave given giving grant grants granted granting allow allows allowed allowing offer
    offers offered hand hands handed leave leaves leaving left has have had get gets got
    """
)
OPENING_WORDS = (
    NOUN_WORDS | TRUCE_WORDS | PUT_OFF_WORDS | CUT_WORDS | OVER_WORDS | UNLESS_WORDS | GIVE_WORDS
) | words("by until till within before in than from starting beginning")
"""Without one of these a sentence speaks of no deadline."""

NAMES_ONE = Gated(
    r"\b(?:deadlines?|ultimatums?|time[- ]?limit|cut-?off|grace period|time-?frame|countdown"
    r"|\d+-(?:day|hour|week|month) (?:process|clock|window|period|notice))\b"
)
"""The same in a sentence as it was printed."""

THREAT = _compile(
    r"\b(?:unless|fail(?:s|ed|ing|ure)?|otherwise|or else|without an?|absent an?|threat\w*"
    r"|warn(?:ed|s|ing)?"
    r"|if (?:[^,;.]{0,60}\b(?:not|no|n['’]t|refus\w*|fail\w*|reject\w*)|there (?:is|was)n['’]t"
    r"|none|peace)"
    r"|if [^.;]{0,60}\b(?:still|not|no deal|has not|have not|does not|isn['’]t|is not)"
    r"|no (?:deal|agreement)"
    r"|should none|not (?:settled|agreed|stopped)|hasn['’]t|vow\w*|await\w*|will (?:face|hit"
    r"|come|follow))\b"
    r"|['’]t\b"
)
"""A condition or a threat in the sentence."""

UNLESS = Gated(
    r"\b(?:unless|fail(?:s|ed|ing|ure)?|otherwise|or else|without an?|absent an?"
    r"|if (?:[^,;.]{0,80}\b(?:not|no|n['’]t|refus\w*|fail\w*|reject\w*|nothing|none|still)"
    r"|there (?:is|was)n['’]t|peace)"
    r"|if [^.;]{0,60}\b(?:still|not|no deal|has not|have not|does not|isn['’]t|is not)"
    r"|no (?:deal|agreement|truce|cease-?fire|peace)|should (?:none|no)"
    r"|not (?:settled|agreed|stopped|made|reached)|hasn['’]t)\b"
    r"|\bif\b[^.;]{0,60}n['’]t\b|n['’]t (?:\w+ ){0,2}(?:end|stop|reached|agree|accept|release)"
)
"""A condition that is to be met, lest something happen."""

THREATENED = _compile(r"\bthreat\w*|\bperiod of\b|\bultimatum|\bdeadline|\b(?:hours|days) to\b")
"""The strikes or tariffs that are put off were threatened, with a day."""

CONSEQUENCES: tuple[tuple[str, Gated], ...] = (
    ("secondary tariffs", Gated(r"\bsecondary [’'”\"]?(?:tariffs?|duties)"
        r"|\btariffs?[^.;]{0,40}[“\"‘']?secondary\b"
                                   r"|[“\"‘']secondary[”\"’',]+ (?:ones?|tariffs)?"
                                   r"|[“\"]?they['’]ll be secondary")),
    ("secondary sanctions", Gated(r"\bsecondary sanctions\b")),
    ("tariffs", Gated(r"\btariffs?\b")),
    ("return of UN sanctions", Gated(r"\bsnap-?back\b|\b(?:UN|U\.N\."
        r"|United Nations) sanctions\b")),
    ("sanctions", Gated(r"\bsanctions?\b|\bpenalties\b")),
    ("end of the ceasefire", Gated(r"\b(?:ceasefire|truce) is over\b"
        r"|\b(?:ceasefire|truce) (?:will|would|should) (?:be )?(?:cancel|end|over"
        r"|collapse)|\b(?:end|cancel\w*)"
                                      r" (?:the |(?-i:[A-Z])\w+ )?(?:ceasefire|truce)\b")),
    ("renewed fighting", Gated(r"\b(?:resum\w+|return to) (?:the )?(?:war|fight\w*|bomb\w*"
        r"|strikes|attacks|combat)"
                                  r"|\bintense fighting\b"
                                  r"|\bfighting (?:will|would) (?:spread|resume"
                                  r"|start|begin|go on)\b|\ball bets are off\b")),
    ("military action", Gated(r"\bmilitary (?:action|force|operation|response|strikes?)"
        r"|\b(?:bomb|attack|strike|destroy|obliterate)\b|\b(?:will|would) hit\b"
        r"|\b(?:ground |military )?(?:offensive|assault|invasion)\b"
        r"|\bor be bombed\b|\ball hell\b|\bact alone\b|\b(?:use|by) force\b"
        r"|\bfinish the (?:work|job)\b|\b(?:will|would) be (?:hit|bombed|struck|stormed|shelled)\b"
                                 r"|\bair ?strikes?\b")),
    ("end of support", Gated(r"\b(?:cut(?:ting)? off|halt(?:ing)?|end(?:ing)?"
        r"|los\w+) (?:\w+ ){0,3}(?:support|aid|weapons|intelligence)\b")),
    ("further measures", Gated(r"\b(?:additional|further|other|new) (?:measures|steps|action)\b"
                                  r"|\bconsequences\b|\bvery hard\b")),
)  # fmt: skip
"""What is threatened; the first that the text names is the one, the most particular first."""

DEMANDS: tuple[tuple[str, Gated], ...] = (
    ("hostage release", Gated(r"\b(?:hostages?|captives)\b")),
    ("nuclear deal", Gated(r"\bnuclear\b(?!-)|\benrich\w*\b|\bsnap-?back\b")),
    ("reopening of a waterway", Gated(r"\b(?:re)?open\w*\b[^.;]{0,30}\b(?:strait|canal"
        r"|waterway|port)\b")),
    ("withdrawal", Gated(r"\b(?:withdraw\w*|pull(?:ing)?[- ](?:out|back)|pull-?out|leave"
        r"|vacate|evacuate)\b")),
    ("disarmament", Gated(r"\b(?:disarm\w*|surrender\w*|demilitari[sz]\w+"
        r"|(?:lay|put|laying) down (?:their |its |your )?(?:arms|weapons)|(?:weapons|arms) under"
        r"|(?:hand|give|turn|take|clear|surrender)\w*(?: \w+){0,4} (?:arms|weapons|rockets"
        r"|rifles|guns))\b")),
    ("ceasefire", Gated(r"\bcease-?fire\b|\btruce\b|\bstop (?:the )?(?:fighting|firing"
        r"|killing|war)\b|\bhalt to the fighting\b")),
    ("peace deal", Gated(r"\bpeace (?:deal|agreement|plan|accord|settlement|treaty)\b"
        r"|\b(?:deal|agreement|accord|settlement)\b"
                            r"|\bend(?:s|ing|ed)? (?:the|its|their|this|his) (?:\w+ )?(?:war"
                            r"|invasion|conflict)\b|\bpeace\b"
                            r"|\bsettled its war\b|\bstop (?:its|his) (?:war|invasion)\b"
                            r"|\baccept (?:the|his|a) (?:\w+ )?plan\b")),
    ("end of attacks", Gated(r"\bstop (?:the |its |their )?(?:attacks|strikes|bombing"
        r"|shelling|rockets?)\b")),
    ("leaders' meeting", Gated(r"\b(?:summit|meet(?:ing)?)\b")),
)  # fmt: skip
"""What is asked; the first that the text names is the one."""

_RAN_OUT = (
    r"\b(?:arriv\w+|expir\w+|r[au]ns? out|pass(?:es|ed|ing)|came|falls?|fell|laps\w+|reached)"
)
MEETING_INSTEAD = _compile(
    r"\b(?:will|would|to|agrees?|agreed to|announc\w+|plans?)\b[^.;]{0,40}"
    r"\b(?:meet(?! [^.;]{0,40}(?:deadline|ultimatum|demand|terms|condition))|host|summit"
    r"|hold talks)\b"
)
"""A meeting is announced: where a deadline has just run out, that is what came of it."""

GENERIC = _compile(
    r"\b(?:every|any|each|such|whether (?:the|a|his|her|its|their))\s(?:\w+\s){0,2}$"
)
"""Before a word for a deadline: it means no particular one, or asks about one."""

OVERTAKEN = _compile(
    r"\b(?:will|would|to|agreed to|set to|plans? to) (?:meet|host|hold (?:a |talks))"
    r"[^.;]{0,180}\b(?:as|when|on the day|just as|after)\b[^.;]{0,60}"
    r"\b(?:deadline|ultimatum)\b[^.;]{0,80}" + _RAN_OUT + r"\b"
    r"|\b(?:deadline|ultimatum)\b[^.;]{0,80}" + _RAN_OUT + r"\b[^.;]{0,90}"
    r"\b(?:announc\w+|will|would|agreed to)\b[^.;]{0,40}\b(?:meet|summit|hold talks)\b"
    r"|\b(?:deadline|ultimatum)\b[^.;]{0,30}\b(?:gives?|gave|giving|given) way to\b"
    r"|\b(?:deadline|ultimatum)\b[^.;]{0,30}\b(?:superseded|overtaken|replaced by an?)\b"
)
"""A meeting or another plan came in the deadline's place."""

MET_EARLY = _compile(
    r"\b(?:releas(?:es|ed)|fre(?:es|ed)|hand(?:s|ed) over|return(?:s|ed)|withdr[ae]ws?|sign(?:s|ed)"
    r"|accept(?:s|ed)|compl(?:ies|ied)|pull(?:s|ed) out|left)\b[^.;]{0,60}\b(?:ahead of|before"
    r"|within)\b [^.;]{0,25}\b(?:deadline|ultimatum)\b"
    r"|\b(?:ahead of|before|just before|hours before|within) (?:the|a|his|its) deadline,?"
    r" (?:\w+ ){0,4}(?:released|freed|accepted|handed|withdrew|agreed|signed|left)\b"
)
"""What was asked was done in time."""

RENEWS = _compile(
    r"\b(?:reiterat\w+|reaffirm\w+|confirm(?:s|ed)|stand(?:s|ing)? by|still (?:stands|in place"
    r"|applies|holds)|stands|remains? (?:in place|in force)|ma[dk]es? (?:it )?clear|repeat(?:s|ed)"
    r"|restat(?:es|ed)|insist(?:s|ed)|remind(?:s|ed)|tells?|told|must be|no extension"
    r"|not (?:be )?extend\w*)\b"
)
"""Somebody says anew that a deadline stands, unlike a report that it draws near."""

LENGTH = _compile(
    r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen"
    r"|twenty|thirty|forty|fifty|sixty|ninety|hundred|a|an)"
    r"(?:[-\s](?:hour|day|week|fortnight|month)s?)\b"
)
"""So long, in words or digits."""

SAYS = _compile(
    r"\b(?:set(?:s|ting)?|g[ai]ve[sn]?|giving|impos\w+|issu\w+|announc\w+|threat\w+|warn\w*"
    r"|vow\w*|told|tells?|said|says|demand\w*|order\w*|launch\w*|trigger\w*|start\w*"
    r"|began|extend\w*|agree\w*|decid\w+|declar\w+|withdr[ae]w\w*|adopt\w*|approv\w+|sign\w*)\b"
)
"""A verb whose day is the day on which it was said."""

RECALLING = _compile(
    r"\b(?:had (?:\w+ )?(?:given|set|threatened|warned|said|issued|promised|demanded)|first gave"
    r"|initially|originally"
    r"|earlier(?: this| last)? (?:week|month)|last (?:week|month|year)|previously|in (?:January"
    r"|February|March|April|May"
    r"|June|July|August|September|October|November|December)\b(?= first| gave| set)|weeks? ago"
    r"|months? ago|days ago"
    r"|later (?:be )?(?:extend|push|mov|cut|put|delay)\w*|subsequently|at the time|back then"
    r"|then (?:\w+ ){0,3}(?:put|pushed|extended|cut)\b|had since|a (?:year|week) (?:ago|earlier)"
    r"|a month earlier|already|follow(?:s|ed|ing)(?: by days)?)\b"
)
"""The statement itself is looked back on."""

TRUCE = Gated(
    r"\b(?:(?:end|expiry|expiration|duration|term) of (?:the|an?|its|their|his) (?:[\w-]+ ){0,3})?"
    r"(?:cease-?fires?|truces?|armistice|moratorium|cessation of hostilities|standstill|lull"
    r"|pause|arrangement"
    r"|halt (?:to|in) (?:[\w'’-]+ ){0,4}(?:attacks|strikes|fighting|fire|bombing|hostilities)"
    r"|(?:first|second|third|initial|opening) phase|phase (?:one|two|three|1|2|3))\b"
    r"(?! (?:talks|negotiations?|meeting|offer|proposal|plan|efforts?|hopes?|violations?"
    r"|monitor\w*|terms))"
)
"""A truce, which is a deadline where it has an end."""

RAN_OUT = Gated(
    rf"(?:\b(?:the|those|these|his|her|its|their|that|putative) |['’]s? |^[“\"]?){ANY_TERM}"
    r"(?: (?:within|in|during) which [^.;]{2,80}?| for (?:the )?\w+)?"
    r" (?:(?:(?:have|has|had|is|are|was|were) )?(?:now )?"
    r"(?:up|expired|ended|ran out|run out|lapsed)"
    r"|(?:is|are|was|were) (?:now )?over)\b"
    rf"|^(?P<day>{ANY_TERM}) (?:came and went|comes and goes|has come and gone)\b"
)
"""A stretch of time that is over: "the two weeks expired"."""

WAS_THE_DAY = Gated(
    rf"(?<!\w){ANY_TERM},? (?:was|is|had been) (?:to be |meant to be |supposed to be )?(?:the"
    rf"|its|their"
    r"|his) (?:(?:last|final|due|agreed|set|target|appointed) ){0,2}(?:day|date|moment|term)\b"
    r"(?: (?P<setter>(?:[\w'’.-]+ ){1,4})(?:set|given|fixed|named|appointed)\b"
    r"|(?= (?:by|on|before) which| for| set| to\b| that\b))"
    rf"|(?<!\w){ANY_TERM}, the (?:day|date|deadline|hour|moment)"
    r" (?:(?:by|on|before) which"
    r"(?: (?P<teller>[^.;,]{2,60}?) had (?:told|ordered|given|asked|warned))?"
    r"|that (?P<own>[^.;,]{2,60}?) had (?:set|given|fixed|agreed))\b"
)
"""A day that is said to be the due one: "Monday was the day by which"."""
