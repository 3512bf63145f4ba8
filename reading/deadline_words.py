"""Words of deadlines: what names one, moves or ends one; what is asked, what is threatened."""

import re

from reading.facts import DeadlineOp


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


NOUN = _compile(
    r"\b(?:deadlines?|ultimatums?|time limit|cut-?off|grace period|time frame|timeframe|countdown"
    r"|\d+-(?:day|hour|week) (?:process|clock|window|period|notice)"
    r"|(?:cuts?|shorten(?:s|ed)?|reduc(?:es|ed)|slash(?:es|ed)?|extend(?:s|ed)?)"
    r" (?:[\w’']+ ){1,3}time(?= (?:for|to|limit)\b))\b"
)
"""A word that names a deadline."""

GIVES_TIME = _compile(
    r"\b(?:gave|give|gives|given|giving|set|sets|setting|grant(?:ed|s)|ha[sd]|have|would have)\b"
    r"[^.;]{0,50}$"
)
"""Before a length of time: so long is somebody given ("gave him 50 days")."""

TIME_TO_ACT = _compile(r"^[”\"’']?,? (?:to|for|or|in which to|before|until)\b")

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

MUST = _compile(
    r"\b(?:must|ha(?:s|ve|d) (?:to|until|till)|need(?:s)? to|demand(?:s|ed|ing)?|order(?:s|ed)"
    r"|requir(?:es|ed)|told|want(?:s|ed)? (?:a|an|the|to see|everything)|expect(?:s|ed)|urg(?:es"
    r"|ed)"
    r"|call(?:s|ed) on|insist(?:s|ed)?|should be (?:done|finished|released|returned|returned))\b"
)
"""An obligation in the sentence."""

CONSEQUENCES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("secondary tariffs", _compile(r"\bsecondary [’'”\"]?(?:tariffs?|duties)"
        r"|tariffs?[^.;]{0,40}[“\"‘']?secondary\b"
                                   r"|[“\"‘']secondary[”\"’',]+ (?:ones?|tariffs)?"
                                   r"|[“\"]?they['’]ll be secondary")),
    ("secondary sanctions", _compile(r"\bsecondary sanctions\b")),
    ("tariffs", _compile(r"\btariffs?\b")),
    ("return of UN sanctions", _compile(r"\bsnap-?back\b|\b(?:UN|U\.N\."
        r"|United Nations) sanctions\b")),
    ("sanctions", _compile(r"\bsanctions?\b|\bpenalties\b")),
    ("end of the ceasefire", _compile(r"\b(?:ceasefire|truce) (?:will|would"
                                      r"|should) (?:be )?(?:cancel|end|over"
        r"|collapse)|\b(?:end|cancel\w*)"
                                      r" the (?:ceasefire|truce)\b|\ball hell\b|\blet hell\b")),
    ("renewed fighting", _compile(r"\b(?:resum\w+|return to) (?:the )?(?:war|fight\w*|bomb\w*"
        r"|strikes|attacks|combat)"
                                  r"|\bintense fighting\b")),
    ("military action", _compile(r"\bmilitary (?:action|force|operation|response|strikes?)"
        r"|\b(?:bomb|attack|strike|destroy|obliterate)\b"
                                 r"|\bair ?strikes?\b")),
    ("end of support", _compile(r"\b(?:cut(?:ting)? off|halt(?:ing)?|end(?:ing)?"
        r"|los\w+) (?:\w+ ){0,3}(?:support|aid|weapons|intelligence)\b")),
    ("further measures", _compile(r"\b(?:additional|further|other|new) (?:measures|steps|action)\b"
                                  r"|\bconsequences\b|\bvery hard\b")),
)  # fmt: skip
"""What is threatened; the first that the text names is the one, the most particular first."""

DEMANDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("hostage release", _compile(r"\b(?:hostages?|captives)\b")),
    ("nuclear deal", _compile(r"\bnuclear\b|\benrich\w*\b|\bsnap-?back\b")),
    ("reopening of a waterway", _compile(r"\b(?:re)?open\w*\b[^.;]{0,30}\b(?:strait|canal"
        r"|waterway|port)\b")),
    ("withdrawal", _compile(r"\b(?:withdraw\w*|pull(?:ing)?[- ](?:out|back)|pull-?out|leave"
        r"|vacate|evacuate)\b")),
    ("disarmament", _compile(r"\b(?:disarm\w*|lay down (?:their|its) arms|surrender\w*)\b")),
    ("ceasefire", _compile(r"\bcease-?fire\b|\btruce\b|\bstop (?:the )?(?:fighting|firing"
        r"|killing|war)\b|\bhalt to the fighting\b")),
    ("peace deal", _compile(r"\bpeace (?:deal|agreement|plan|accord|settlement|treaty)\b"
        r"|\b(?:deal|agreement|accord|settlement)\b"
                            r"|\bend(?:s|ing|ed)? (?:the|its|their|this|his) (?:\w+ )?(?:war"
                            r"|invasion|conflict)\b|\bpeace\b"
                            r"|\bsettled its war\b|\bstop (?:its|his) (?:war|invasion)\b"
                            r"|\baccept (?:the|his|a) (?:\w+ )?plan\b")),
    ("end of attacks", _compile(r"\bstop (?:the |its |their )?(?:attacks|strikes|bombing"
        r"|shelling|rockets?)\b")),
    ("leaders' meeting", _compile(r"\b(?:summit|meet(?:ing)?)\b")),
)  # fmt: skip
"""What is asked; the first that the text names is the one."""

HINT = _compile(
    r"\b(?:(?-i:may)|might|could|consider(?:s|ed|ing)?|hint(?:s|ed|ing)?|mull(?:s|ed|ing)?"
    r"|weigh(?:s"
    r"|ed|ing)?"
    r"|possib\w+|perhaps|speculat\w+|suggest(?:s|ed|ing) (?:he|she|it|they) (?:(?-i:may)|might"
    r"|could)"
    r"|rumou?r\w*"
    r"|wonder\w*|whether|would like to|think(?:s|ing)? (?:about|of)|unclear|urged|asked|want(?:s"
    r"|ed) to)\b"
)
"""Before an operation: only hinted at, and hinting is not revising."""

_RAN_OUT = (
    r"\b(?:arriv\w+|expir\w+|r[au]ns? out|pass(?:es|ed|ing)|came|falls?|fell|laps\w+|reached)"
)
MEETING_INSTEAD = _compile(
    r"\b(?:will|would|to|agrees?|agreed to|announc\w+|plans?)\b[^.;]{0,40}"
    r"\b(?:meet|host|summit|hold talks)\b"
)
"""A meeting is announced: where a deadline has just run out, that is what came of it."""

GENERIC = _compile(
    r"\b(?:every|any|each|such|whether (?:the|a|his|her|its|their))\s(?:\w+\s){0,2}$"
)
"""Before a word for a deadline: it means no particular one, or asks about one."""

OPERATIONS: tuple[tuple[DeadlineOp, re.Pattern[str]], ...] = (
    (
        DeadlineOp.OVERTAKE,
        _compile(
            r"\b(?:will|would|to|agreed to|set to|plans? to) (?:meet|host|hold (?:a |talks))"
            r"[^.;]{0,180}\b(?:as|when|on the day|just as|after)\b[^.;]{0,60}"
            r"\b(?:deadline|ultimatum)\b[^.;]{0,80}" + _RAN_OUT + r"\b"
            r"|\b(?:deadline|ultimatum)\b[^.;]{0,80}" + _RAN_OUT + r"\b[^.;]{0,90}"
            r"\b(?:announc\w+|will|would|agreed to)\b[^.;]{0,40}\b(?:meet|summit|hold talks)\b"
            r"|\b(?:deadline|ultimatum)\b[^.;]{0,30}\b(?:gives?|gave|giving|given) way to\b"
            r"|\b(?:deadline|ultimatum)\b[^.;]{0,30}\b(?:superseded|overtaken|replaced by an?)\b"
            r"|\binstead of (?:\w+ ){0,4}(?:sanctions|tariffs|acting)\b|\bovertaken\b"
        ),
    ),
    (
        DeadlineOp.LAPSE,
        _compile(
            r"\b(?:deadline|ultimatum|grace period)s?\b[^.;]{0,60}\b(?:pass(?:es|ed)|expir(?:es"
            r"|ed)|laps(?:es|ed)"
            r"|(?:came|comes|come) and (?:went|goes|gone)|ran out|slip(?:s|ped) by|went by"
            r"|elapsed)\b"
            r"|\b(?:(?:did|ha[sd]|have) ?(?:not|n['’]t)|fail(?:s|ed) to)"
            r" (?:meet|met|keep|kept|comply|complied)\b[^.;]{0,40}\bdeadline\b"
            r"|\b(?:pass(?:es|ed)|expir(?:y|ation) of|missed|let(?:s)? (?:\w+ ){0,4}(?:lapse"
            r"|pass|slip))\b[^.;]{0,30}\bdeadline\b"
        ),
    ),
    (
        DeadlineOp.SUSPEND,
        _compile(
            r"\b(?:suspend(?:s|ed|ing)?|put(?:s|ting)? (?:on hold|on ice)|freez(?:es|ing)|froze"
            r"|paus(?:es|ed|ing))\b"
            r"[^.;]{0,40}\b(?:deadline|ultimatum|countdown)\b"
            r"|\b(?:deadline|ultimatum)\b[^.;]{0,40}\b(?:suspended|on hold|paused|frozen)\b"
        ),
    ),
    (
        DeadlineOp.RETRACT,
        _compile(
            r"\b(?:withdr[ae]w(?:s|n)?|drop(?:s|ped)|scrap(?:s|ped)|retract(?:s|ed)|lift(?:s|ed)"
            r"|abandon(?:s|ed)"
            r"|back(?:s|ed)? (?:off|away|down)(?: from)?|walk(?:s|ed)? back|cancel(?:s|led|ed)"
            r"|rescind(?:s|ed)"
            r"|disown(?:s|ed))\b[^.;]{0,40}\b(?:deadline|ultimatum)\b"
            r"|\b(?:deadline|ultimatum)\b[^.;]{0,30}\b(?:withdrawn|dropped|scrapped|retracted"
            r"|lifted|abandoned"
            r"|cancelled|rescinded)\b|\bno longer (?:a|any|has a) deadline\b"
        ),
    ),
    (
        DeadlineOp.MEET,
        _compile(
            r"\b(?:releas(?:es|ed)|fre(?:es|ed)|hand(?:s|ed) over|return(?:s|ed)|withdr[ae]ws?"
            r"|accept(?:s|ed)|compl(?:ies|ied))\b[^.;]{0,60}\b(?:ahead of|before|within)\b"
            r" [^.;]{0,25}\b(?:deadline|ultimatum)\b|"
            r"\b(?:met|meets|meeting|beat|beats) (?:the |a |his |its |their "
            r"|[\w’' ]{0,24})deadline\b"
            r"|\bcompl(?:ied|ies) (?:with|before|ahead of|by)\b[^.;]{0,40}\b(?:deadline"
            r"|ultimatum)\b"
            r"|\b(?:ahead of|before|just before|hours before|within) (?:the|a|his"
            r"|its) deadline,? (?:\w+ ){0,4}"
            r"(?:released|freed|accepted|handed|withdrew|agreed)\b"
        ),
    ),
    (
        DeadlineOp.EXTEND,
        _compile(
            r"(?<!no )(?<!not )\b(?:extend(?:s|ed|ing)?|extension|prolong(?:s|ed)|push(?:es"
            r"|ed)? back|postpon(?:es|ed)"
            r"|delay(?:s|ed)|more time|another (?:\w+ )?(?:days?|weeks?|hours|months?)"
            r"|extra (?:days?|weeks?|time)"
            r"|roll(?:s|ed) over)\b"
        ),
    ),
    (
        DeadlineOp.SHORTEN,
        _compile(
            r"\b(?:shorten(?:s|ed|ing)?|short(?:er) deadline|cut(?:s"
            r"|ting)?\b[^.;]{0,40}\b(?:deadline|to|days|down)"
            r"|reduc(?:es|ed|ing)|bring(?:s|ing)? (?:\w+ ){0,4}forward"
            r"|brought (?:\w+ ){0,4}forward|mov(?:es|ed|ing) (?:\w+ ){0,4}(?:up|forward)"
            r"|speed(?:s|ed)? up|slash(?:es|ed)?|trim(?:s|med)|new deadline|sooner|fewer (?:days"
            r"|than)|less than the"
            r"|accelerat\w+|tighten(?:s|ed))\b"
        ),
    ),
    (
        DeadlineOp.REINTERPRET,
        _compile(
            r"\b(?:clarif(?:y|ied|ies)|counts? (?:it )?from|reinterpret\w*|meant (?:that )?"
            r"|actually (?:falls|ends|runs out)"
            r"|not an? (?:deadline|ultimatum) but)\b[^.;]{0,60}"
        ),
    ),
    (
        DeadlineOp.CONFIRM,
        _compile(
            r"\b(?:reiterat\w+|reaffirm\w+|confirm(?:s|ed|ing)?|stand(?:s|ing)? by"
            r"|still (?:stands|in place|applies)"
            r"|stands|remains? (?:in place|in force)|no extension|not (?:be )?extend\w*|loom(?:s"
            r"|ing)?|near(?:s|ed|ing)?|approach(?:es|ed|ing)?"
            r"|coming closer|draws? (?:near|closer)|ahead of|before|as|repeat(?:s|ed)?|tick(?:s"
            r"|ing)|remind(?:s|ed)?"
            r"|restat(?:es|ed)|by the set date|earlier|despite|defy|defies|defied|amid|with"
            r"|although)\b"
        ),
    ),
    (
        DeadlineOp.FIX,
        _compile(
            r"\b(?:ten|10|\d{1,2}|two|seven) days from (?:today|now|this|tonight)\b"
            r"|\bexact (?:date|day)\b"
            r"|\bfix(?:es|ed)? (?:the|a) (?:date|deadline)\b|\bfinal deadline\b"
        ),
    ),
)
"""What a sentence does to its deadline; the first that fits, from ending it to repeating it."""

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

SETS = _compile(
    r"\b(?:set(?:s|ting)?|gave|giv(?:es|ing|en)|give|impos(?:es|ed|ing)|issu(?:es|ed|ing)"
    r"|announc(?:es|ed|ing)"
    r"|threaten(?:s|ed|ing)?|warn(?:s|ed|ing)?|vow(?:s|ed)?|told|said|says|offers?|unveil(?:s"
    r"|ed)|deliver(?:s|ed)"
    r"|demand(?:s|ed|ing)?|prepared to|must|tells?|order(?:s|ed)?|new|start(?:s|ed)?"
    r"|trigger(?:s|ed)?|launch(?:es|ed)|begin(?:s)?|began)\b"
)
"""Somebody is setting a deadline, not mentioning one."""

RECALLING = _compile(
    r"\b(?:had (?:\w+ )?(?:given|set|threatened|warned|said|issued|promised|demanded)|first gave"
    r"|initially|originally"
    r"|earlier(?: this| last)? (?:week|month)|last (?:week|month|year)|previously|in (?:January"
    r"|February|March|April|May"
    r"|June|July|August|September|October|November|December)\b(?= first| gave| set)|weeks? ago"
    r"|months? ago|days ago"
    r"|a month earlier|already|follow(?:s|ed|ing)(?: by days)?)\b"
)
"""The statement itself is looked back on."""

EXTENDED_TRUCE = _compile(
    r"\b(?:extend|prolong|renew)\w* (?:[\w-]+ ){0,3}(?:cease-?fire|truce|pause|armistice)\b"
    r"|\b(?:cease-?fire|truce|pause|armistice)\b[\w\s,'’-]{0,80}\b(?:extended|prolonged|renewed)\b"
)
"""A truce that is given more time."""

TRUCE = _compile(
    r"\b(?P<what>cease-?fires?|truces?|pause|armistice|moratorium)\b(?! (?:talks|negotiations?"
    r"|meeting|offer|proposal|plan|deal|efforts?|hopes?))[^.;]{0,60}?"
    r"\b(?P<end>expir(?:es|ed|e|ing|y)|ends?|ended|runs? out|ran out|laps(?:es|ed)|due to (?:end"
    r"|expire)|set to (?:end|expire))\b"
)
"""A truce that runs out."""
