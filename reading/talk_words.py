"""Words of meetings: what names one, and what says it is planned, held, over or wished for."""

import re

from reading.facts import RoundStatus
from reading.gate import Gated


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


MEETING = Gated(
    r"\b(?<=mini-)summits?\b|(?<!-)\b(?:talks|negotiations?|rounds?|meetings?|summits?|sessions?"
    r"|consultations?|sit-down"
    r"|(?<!collective )bargaining|deliberations|conversations?|encounters?|discussions|conclaves?"
    r"|parleys?|huddles?\b(?! with)|t[eê]te-[aà]-t[eê]tes?|get-togethers?"
    r"|face-to-face(?! (?:talks|meeting|negotiations|round|session|encounter|discussions))"
    r"|(?:tri|bi|quadri)laterals?(?=[.,;:’”]|$| (?:in|on|at|with|between|held|of|that|moves?|gets?"
    r"|is|was|will|ends?|ended|begins?|opens?|yields?|set|due|planned)\b)"
    r"|(?<=\bsecond )sitting|(?<=\bfirst )sitting|(?<=['’]s )sitting|horse-trading)\b"
)
"""A noun that may name a meeting."""

MET = Gated(
    r"(?<!be )(?<!been )\b(?:met\b(?! (?:with )?(?:(?:[\w-]+ ){0,2}(?:resistance|criticism"
    r"|opposition|fire|silence|anger)|halfway\b|(?:(?:the|our|its|their|all|these|those) )?"
    r"(?:deadline|demand|condition|requirement)))"
    r"|meets?\b(?! [“‘'\"(])(?! (?:with )?(?:(?:the|our|its|their|all|these|those) )?"
    r"(?:deadline|demand|condition|requirement"
    r"|needs?|goals?))"
    r"|sat (?:across|down|face)|face[ds]? (?:each other|one another)|convened?\b"
    r"|spent (?:[\w ]{1,24} (?:together|in)|[\w ]{1,20}hours)\b"
    r"(?![^.;]{0,40} (?:jails?|prison|custody|cells?|detention|hospital|bars)\b)"
    r"|are (?:meeting|talking|negotiating)"
    r"|sat (?:together|with|opposite|around|at (?:one|the same|a) table|down (?:at|in))"
    r"|(?:trad|exchang)ed (?:positions|views|ideas|drafts|proposals|papers|documents)"
    r"|discussed (?=[^.;]{3,90}\bwith (?:\w+ ){0,4}(?:officials|ministers?|negotiators|leaders"
    r"|representatives|delegates|delegation|commanders)\b)"
    r"|shook hands with|went through (?:the|a) |huddled"
    r"|had (?:\w+ ){0,3}(?:discussions|conversations)"
    r"|sit(?:s|ting)? down(?: (?:again )?(?:with|in|for|on)|(?=[.,;:]|$))"
    r"|talk(?:ed|s)? (?:for|in (?=[A-Z]))|came together|come together|conferred"
    r"|(?:shuttl|walk|commut)(?:ed|ing|es) (?:back and forth )?between"
    r"|(?:carr(?:ied|ying)|pass(?:ed|ing)|relay(?:ed|ing)|exchang(?:ed|ing)) messages"
    r"|(?<!\bto )(?<!see )(?:report|make|made|hail|cite|note)(?:d|ed|s|ing)? (?:[\w-]+ ){0,3}"
    r"progress"
    r"|(?:pull|recall|withdr[ae]w|call|bring)(?:s|ed|ing)? (?:back |home )?(?:[\w’'-]+ ){0,3}"
    r"(?:negotiators|negotiating teams?|delegations?)"
    r"|(?:brought|bringing) (?=[^.;,]{3,90} (?:to (?:one|the same|a|the) table|together"
    r"|face to face|into (?:one|the same|a) room)\b)"
    r"|received (?=(?:the )?(?:\w+ ){0,3}(?:commander|head|leader|envoys?|president|minister) of)"
    r"|received (?=(?-i:[A-Z])[^.;,]{3,60} (?:in|at|to talk|for talks)\b)"
    r"|(?<!take )(?<!takes )(?<!took )(?<!taken )(?<!taking )part(?:ed|s)? "
    r"(?:in (?=(?-i:[A-Z]))|without |with no |ways\b)"
    r"|(?<!who )(?<!who had )(?<!who has )(?<!who have )(?<!was )(?<!were )negotiated\b"
    r"|held (?:direct |indirect )?talks|gather(?:ed|s)?\b"
    r"|hosts?\b(?= (?:(?-i:[A-Z])|talks|the |an? ))"
    r"|host(?:ed|ing)\b"
    r"|visit(?:ed|s)? [A-Z][\w ]{1,30} (?:to discuss|for talks))"
)
"""A verb of two sides in one room."""

SIGNED = Gated(
    r"\b(?:signed|(?<!\bno )(?<!\bany )(?<!clear )(?<!some )(?<!few )(?<!first )(?<!positive )"
    r"sign(?:s\b(?! (?:of|that|are|were)\b))?|ink(?:ed|s)|initial(?:led|ed|s)|put (?:their|his|her)"
    r" (?:names?|signatures?)(?: on \w+day)? (?:to|under))\b(?! (?:off|up|by))"
)
"""Two sides with pens in one room; that a paper is for peace, other words must say."""

PEACE_PAPER = Gated(
    r"\b(?:peace|cease-?fire|truce|hostilities|declaration|framework|accord|protocol|pact|treaty"
    r"|memorandum|fighting|conflict)\b"
)

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20,
}  # fmt: skip
ORDINAL = Gated(
    rf"\b(?P<word>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\s+"
    r"(?:[a-z]+-(?:day|hour|week)s? )?(?:(?!days?\b|hours?\b|weeks?\b)\w+[- ]){0,3}?"
    r"(?:round|meeting|talks|negotiations?|summit|conversation|encounter)\b"
)
ROUND_NUMBER = Gated(
    r"\bround (?P<word>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b"
)
SINCE = _compile(
    r"^[\w\s,’'-]{0,40}\b(?:in|for|since)\b[\w\s]{0,14}"
    r"\b(?:years?|decades?|months|weeks|generations?|time|ever|since|20\d\d)\b|[^.;]*\bsince\b"
)
"""After "first talks": first in a time, which is no count of rounds."""

ROUND_OF = _compile(r" of (?:[\w-]+ ){0,3}(?:talks|negotiations|consultations|meetings)\b")
"""After a meeting noun: the rest of its name ("round of direct talks")."""

EARLIER_ROUNDS = Gated(
    r"\b(?P<first>first )?(?P<count>two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) "
    r"(?:(?:previous|earlier|prior|preceding) (?:\w+ ){0,2}?(?:rounds?|meetings|sessions|talks)"
    r"|(?(first)(?:rounds|meetings|sessions)|(?!)))\b"
)
"""Rounds counted before this one: with N of them this is number N + 1."""

WAR_MATTER = _compile(
    r"\b(?:war|peace|cease-?fire|truce|hostages?|security guarantees?|invasion|nuclear"
    r"|settlement)\b"
)
"""What a meeting of one side with somebody else must be about to be told here."""

COUNTS = {
    word: number
    for number, word in enumerate(
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1
    )
}

TALK_OF_TALKS = _compile(
    r"\b(?:before|pending|call(?:s|ed|ing)?(?: on \w+day)? for"
    r"|read(?:y|iness) (?:for|to)|open(?:ness)? to|prospects? (?:of|for)"
    r"|possib\w+(?: of)?|hop(?:e|es|ed|ing)|push(?:es|ed|ing)? for|demand(?:s|ed|ing)?"
    r"|seek(?:s|ing)?|sought|want(?:s|ed|ing)?|urg(?:e|es|ed|ing)|favou?rs?"
    r"|(?<!\bof the )willing\w* to"
    r"|refus(?:e|es|ed|ing)|reject(?:s|ed|ing)?|without(?! (?:an? |any |much )?(?:\w+ )?(?:results?"
    r"|progress|breakthrough|deal|agreement|outcome|accord|truce|end))|conditions? for"
    r"|chance (?:of|for)"
    r"|return(?:ing)? to|path to|road to|bring\w*|prefer|if|avoid|rul(?:ed|es) out|idea of"
    r"|no(?! (?:[\w-]+ )?(?:results?|progress|breakthrough|deal|agreement|outcome|accord|advance"
    r"|movement|headway|end|word|truce))"
    r"|need for"
    r"|derail\w*|torpedo\w*|sabotag\w*|undermin\w*|jeopardi[sz]\w*|disrupt\w*|spoil\w*|thwart\w*"
    r"|insist\w* on|demand\w* for|willingness|wait\w* for|dodg\w*|until|support for|commitment to"
    r"|bid for|efforts? (?:at|for|towards?)|talk of|arrang(?:e|es|ing)|preparations? for|such"
    r"|no (?:\w+ ){0,2}(?:date|dates|day|timetable|plans?|venue)(?: \w+){0,3} (?:for|of|on)"
    r"|(?:reveal|disclos)(?:ed?|es|s|ing)?(?! that)|option of|discuss(?:ed|es|ing)? (?:possible"
    r"|a possible))\b"
    r"(?:[\s“\"‘]+[\w’'-]+){0,4}[\s“\"‘]*$"
    r"|\b(?:reject|refus|turn(?:s|ed|ing)? down|declin|spurn|rebuff|dismiss|snub|brush\w* (?:off"
    r"|aside))\w*(?: on \w+day)? (?:[\w’'-]+ ){0,4}?(?:offers?|invitations?|proposals?|calls?"
    r"|appeals?|bids?|overtures?|suggestions?)\b[^.;,]{0,60}$"
    r"|\burg(?:e|es|ed|ing)\b[^.;]{0,80} (?:and|to) (?:start|begin|open|enter|resume|return to)"
    r"[\s“\"‘]+(?:[\w-]+ )?$"
)
"""Before a meeting noun: it is wished for, refused or imagined, not held or planned."""

OFFERED_MEETING = _compile(
    r"\b(?:offer(?:s|ed|ing)?|propos(?:e|es|ed|ing|al)|invit(?:e|es|ed|ing)|suggest(?:s|ed|ing)?"
    r"|ask(?:s|ed|ing)? for|request(?:s|ed|ing)?)\b"
)

NO_MEETING = _compile(
    r"\b(?:papal|mortar|artillery|tank|rocket|live|rubber|phone|telephone|video|cabinet|press"
    r"|news|emergency|(?:G-?7|G-?20|NATO|BRICS|OPEC)(?: [\w-]+){0,2}"
    r"|security council|general assembly"
    r"|(?:security council|general assembly|cabinet|parliament) (?:\w+ ){0,2}(?:holds?|held|hold"
    r"|convened?s?|called|met for)(?: an?)?(?: \w+)?"
    r"|closed-door cabinet"
    r"|sidelines of (?:a|an|the|their)"
    r"|parliament\w*|party|budget|trade|tariffs?|wage|pay|contract|coalition|board|annual|previous"
    r"|earlier|prior|Council|cabinet"
    r"|(?<!border )(?<!monitoring )(?<!ceasefire )(?<!joint )committee)[- ]+$"
)
"""Right before a meeting noun: not a meeting of the sides."""

NO_ROUND_AFTER = _compile(
    r"^\s(?:\w+\s){0,2}?(?:with|between|among) (?:the |its |local |foreign )?(?:\w+ )?"
    r"(?:airlines?|banks?|compan\w+|firms?|unions?|investors?|farmers?|traders?|students?|clubs?"
    r"|creditors?|lenders?|employers?|teachers?|doctors?|carriers?|manufacturers?|suppliers?"
    r"|shareholders?|broadcasters?|industry"
    r"|(?:\w+ )?famil(?:y|ies)|relatives|mothers|clerics|clergy|athletes|artists|business\w*"
    r"|coalition partners?|lawmakers|deputies|(?<!warring )(?<!rival )(?<!armed )factions)\b|"
    r"^\s(?:on|over|about) (?:the |a |its |(?:next|this) year['’]s )?(?:\w+ )?"
    r"(?:budget|pay|wages|trade|tariffs?|gas|fishing|coalition)\b|"
    r"^ (?:with [\w ]{2,30} )?(?:are |is |were |was )?go(?:es|ing)? "
    r"(?:(?:very|extremely|quite|really) )?(?:well|badly|smoothly|slowly|nowhere)\b|"
    r"^(?:s)?[- ](?:press|room|table|place|point|traps?|strateg(?:y|ies)|tactics?|skills?|chips?"
    r"|stance|posture|leverage|position)\b|^\s+(?:of ammunition|of fire)\b"
)

SEVERAL = Gated(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|both|all|\d{1,2}) "
    r"(?:\w+ ){0,2}?(?:rounds|meetings|sessions|summits)(?: of (?:\w+ )?(?:talks|negotiations"
    r"|consultations))?\b"
)
"""A series of meetings: not one of them is told."""

RECALLED = _compile(
    r"\b(?:previous|earlier|prior|past|preceding|last (?:month|year|week|round)|former)\b"
    r"|\b(?:had|have) (?!just |now )(?:\w+ )?(?:had|held|met|yielded|dealt|led|brought|gone|ended"
    r"|produced)\b"
    r"|\b(?:back )?in 20\d\d\b|\bmonths? ago\b|\byears? ago\b|\bas on\b"
)
"""In the same clause: the meeting is recalled, not reported."""

OBJECT_OF_TALK = _compile(
    r"\b(?:discuss(?:es|ed|ing)?|spoke|about(?! (?:\d|an? |half|one|two|three|four|five|six))"
    r"|call on|comment(?:s|ed)? on|react(?:s|ed)? to"
    r"|mediators? (?:of|in|at|for)|(?:days|hours|weeks|time|space|room) (?:for|to)"
    r"|results? of"
    r"|outcome of|what came of|citing|following|after|hours after|days after|amid|despite"
    r"|since(?! (?:\w+day|yesterday|early)\b)|days? before|hours before)\b"
    r"(?:[^.;:]{0,60})$"
)
"""Before a meeting: the sentence is about something else that came after it or speaks of it."""

AFTERMATH = _compile(
    r"\b(?:said|says|told [\w’' -]{1,20}|agree[ds]?|have agreed|announced?|emerged|part(?:ed|s)?"
    r"|did so|report(?:s|ed)?|hail(?:s|ed)?|cit(?:es|ed)|optimistic|upbeat|hopeful"
    r"|(?:deal|accord|truce|pact|agreement) (?:was|were|is|ha[sd] been) (?:made|struck|concluded"
    r"|clinched|sealed|hammered out)"
    r"|signed|issued|reach(?:ed)?|left|leave|back(?:s|ed)|handed|exchanged)\b"
    r"(?:[^.;:]|(?<=[A-Z])\.){0,140}(?<!\bday )(?<!\bdays )(?<!\bweek )(?<!\bweeks )"
    r"(?<!\bmonth )(?<!\bmonths )(?<!\byear )(?<!\byears )\b(?:after|following)\b[^.;:,]{0,40}$"
)
"""Before a meeting: what was said or agreed as it ended; that is news of the meeting itself."""

OPENS_AFTER = _compile(
    r"^(?:(?-i:[A-Z][A-Z/, ]{2,40})(?:\([^)]+\) )?[-–—] )?"
    r"\W*(?:on \w+day )?(?:in (?-i:[A-Z])[\w ]+,? )?(?:after|following)\b[^.;:,]{0,50}$"
)
OUTCOME_FOLLOWS = _compile(
    r"^[^.;]{0,80},\s[^.;]{0,90}\b(?:agree[ds]?|signed|reached|said|announced|told|parted|emerged"
    r"|ended|spoke|left|adjourned|adopted|initialled|tabled|put|presented)\b"
    r"|^ in [^.;,]{2,40} (?:the |both )?(?:mediators|sides|delegations|teams|negotiators|parties) "
    r"(?:agreed|signed|parted|adjourned|adopted|initialled|tabled|put|presented|announced)\b"
)
"""Around a meeting: "After talks in X, A and B have agreed ..."."""

SECTION_OF_RECALL = _compile(
    r"^(?:let us remind|background|reminder|recap|earlier|previously|what (?:we know"
    r"|happened before)"
    r"|context|to recall|as a reminder|talks in|history)\b"
)
"""A heading inside the body after which older events are retold."""

_NO_DEED = (
    r"(?! (?:[\w-]+ ){0,2}(?:aid|assistance|supplies|shipments|deliver(?:y|ies)|attacks|strikes"
    r"|fighting|operations|exports|flights|support|war)\b)"
)
"""After "resume": it is something else than a meeting that goes on."""

STATUS_WORDS: tuple[tuple[RoundStatus, int, Gated], ...] = (
    (
        RoundStatus.CANCELLED,
        4,
        Gated(
            r"\b(?:cancel(?:s|led|ed|ling)?|call(?:s|ed) off|scrapp(?:ed|s)|scraps|ax(?:es|ed)"
            r"|abandon(?:ed|s)|shelv(?:ed|es)|abort(?:ed|s)|scupper(?:ed|s)|nix(?:ed|es)"
            r"|won['’]t (?:take place|happen|go ahead)|pulls? the plug on"
            r"|(?:will|would|did|is|are) (?:not|no longer) (?:now |be )?(?:(?:going to )?take place"
            r"|go ahead|held|happen|being held|taking place)"
            r"|(?:that|which) (?:wasn['’]t|was not|never was)\b(?! [\w-]+ed\b)"
            r"|(?:will|would|is|are|was|were) not (?:now )?(?:going )?to (?:meet|take place"
            r"|be held)"
            r"|f[ae]ll(?:s|en)? through"
            r"|(?:is|are) (?:now )?off(?=[,.;]|$)"
            r"|(?:pull(?:s|ed|ing)?|back(?:s|ed|ing)?|drop(?:s|ped|ping)?) out of"
            r"|withdr(?:ew|aws|awing) from|(?:is|are|was|were) off the table"
            r"|bow(?:s|ed) out of|boycott(?:s|ed)?|cr(?:ies|ied) off"
            r"|(?:will|would) not (?:take part|attend|participate|go|send|travel|sit)"
            r")\b"
        ),
    ),
    (
        RoundStatus.POSTPONED,
        4,
        Gated(
            r"\b(?:(?:mov|slid|shift|roll)(?:ed|es|s)? (?:back |over )?(?:to|from) "
            r"(?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|next"
            r"|later|a later|the \d|\d|(?:Jan|Febr)uary|March|April|May|June|July|August|Septem"
            r"|Octo|Novem|Decem)|(?<!, )postpon(?:ed|es|ing|ement)"
            r"|(?<=, )postponed(?! from)|delay(?:ed|s)"
            r"|(?:put|puts) (?:off|back)|slip(?:s|ped)? (?:to|past|into)|(?:put |placed )?on hold"
            r"|push(?:ed|es)? (?:back|until|to (?=(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))"
            r"|defer(?:s|red)|suspend(?:s|ed)|adjourn(?:ed|s) (?:until|till|to)"
            r"|reschedul(?:ed|es))\b"
        ),
    ),
    (
        RoundStatus.UNDER_WAY,
        3,
        Gated(
            r"\b(?:(?:are|is|still|now|get|gets|got) (?:indirectly |directly |currently |still "
            r"|now )*"
            r"(?:under ?way|meeting|talking|negotiating|holding|in session|ongoing)|goes on"
            r"|(?:are|is) continuing|continued? (?:into|for)"
            r"|enter(?:s|ed)? (?:(?:a|its|their) )?\w+ day"
            r"|(?:now )?in progress|(?:get|got|gets|getting) (?:going|under way|down to work)"
            r"|kick(?:s|ed)? off|start(?:s|ed)? (?:at|in)|(?:is|are) at work"
            r"|breaks? for the night"
            r"|back in (?:the|one) (?:same )?room|reconvene(?:s|d)"
            r"|sat down (?:\w+ ){0,5}for (?:\w+ )days"
            r"|return(?:s|ed)? to the (?:negotiating |bargaining )?table|back at the (?:\w+ )?table"
            r"|ha(?:ve|s) been (?:\w+ ){0,3}in (?-i:[A-Z])[^.;,]{2,40} for (?:\w+ )?(?:talks"
            r"|negotiations)"
            r"|(?:is|are) (?:now |today |currently )?(?:witnessing|hosting)"
            r"(?= (?:[\w-]+ ){0,5}(?:talks|negotiations|round)\b)"
            r"|ha(?:ve|s) been (?:under ?way|ongoing|going on) (?:there )?(?:since (?=\w+day\b)"
            r"|for (?=(?:[\w-]+ )?days\b|(?:a|one|two|three) weeks?\b))"
            r"|met (?:[\w-]+ ){0,6}for (?:an?|the) (?:second|third|fourth|fifth|sixth) "
            r"(?:straight |consecutive )?day"
            r"|on the (?:second|third|fourth|fifth) day of (?:\w+ ){0,3}(?:talks|negotiations)"
            rf"|resumes?{_NO_DEED}"
            r"|in (?:direct|indirect|proximity|face-to-face) talks"
            r"|(?:began|opened|started|open|launch(?:es|ed)?) (?:[\w-]+ ){0,4}"
            r"(?:talks|negotiations|round)"
            r"|(?:has|have) (?:begun|started|opened|convened)"
            r"|since (?:morning|dawn|noon|early (?:morning|today|in the day))|sessions? continues?"
            r"|(?:second|third|fourth|fifth|sixth) day (?!of)|day (?:two|three|four|five|six))\b"
        ),
    ),
    (
        RoundStatus.ENDED,
        3,
        Gated(
            r"(?<!\bto )(?<!\bthe )(?<!\ban )\bend(?:s|ed)?\b(?! of\b)(?! (?:[\w’']+ ){0,3}"
            r"(?:war|conflict|fighting|invasion|hostilities|siege|bloodshed))"
            r"|\b(?:conclud(?:es?|ed|ing)|(?:is|are|was|were) [“\"‘']?over|finish(?:es|ed|ing)?"
            r"|fold(?:s|ed)?|dispers(?:ed|es?)|came out of|emerg(?:ed|es) from"
            r"|close[sd]?(?!-)(?! (?:to|by|door|session|meeting|ally|allies|contact))"
            r"|broke (?:off|down)|break(?:s|ing)? (?:off|up)|adjourn(?:ed|s)|part(?:ed|s)? after"
            r"|fl(?:ies|ew) (?:out|home)"
            r"|(?:left|leaves?|leaving) (?:\w+ ){0,3}(?:without|with no|empty|after)"
            r"|drew to a close"
            r"|walk(?:ed|s)? (?:out|away)"
            r"|(?:pull|recall)(?:s|ed)? (?:\w+ ){0,3}(?:negotiat\w+|delegation|team)s?"
            r"|w(?:ound|inds?) up|wrap(?:s|ped)? up|broke up|c[ao]mes? to (?:an|its) (?:end|close)"
            r"|br(?:ought|ings?) (?:[\w-]+ ){1,8}to (?:a close|an end)|saw the end|cuts? short"
            r"|fail(?:s|ed) to"
            r"|collaps(?:ed|es)|(?<!\bon )(?<!\bof )(?<!\bto )(?<!\bnear )(?<!\bthe )collapse"
            r"|last(?:ed|ing)|took (?:just |about |around |nearly |less |under |almost |over "
            r"|than |more )*"
            r"(?:place|(?:an?|\w+) (?:hours?|minutes)))\b"
        ),
    ),
    (
        RoundStatus.CANCELLED,
        2,
        Gated(
            r"\b(?:stay(?:s|ed) (?:at )?home|skip(?:s|ped)|snub(?:s|bed)"
            r"|stay(?:s|ed)? away from(?!.*\b(?:instead|sending|sent)\b)"
            r"|did not (?:send|show up|turn up|come|arrive|travel|appear)"
            r"|fail(?:s|ed) to (?:appear|show up|turn up|arrive|come|materiali[sz]e))\b"
        ),
    ),
    (
        RoundStatus.ANNOUNCED,
        2,
        Gated(
            r"\b(?:will (?:also |again |now |then )?(?:be held|meet|hold|host|attend|begin"
            rf"|start|resume{_NO_DEED}|travel"
            r"|take place|open|gather|convene|continue|lead|join|go to|fly|head|send|discuss)"
            r"|to (?:be held|meet|hold|host|attend|begin|start|resume|take place|discuss|sit"
            r"|open(?! (?:(?!(?:in|on|at|with|by|for)\b)[\w-]+ ){0,2}(?:crossings?|corridors?"
            r"|borders?|fire|routes?|roads?|ports?|airports?|straits?|channels?|aid|banks"
            r"|schools)\b)"
            r"|convene|gather|reconvene|lead|head|fly|travel|welcome|receive|face|send|sponsor"
            r"|be (?:seated|represented|hosted|convened|chaired))"
            r"|scheduled|planned|(?:is|are|was|were) (?:set|due|expected|slated)"
            r"(?! to (?:come into|take effect|go into|enter into|expire|run out))|set (?:for"
            r"|to begin|to meet)"
            r"|due (?:on|in|to meet|for)|expected (?:on|in|to)|upcoming|ahead of|on the eve of"
            r"|next (?:round|meeting|talks|session)|agreed (?:in principle )?(?:to (?:meet|hold)"
            r"|for (?:the )?(?:coming|next))|plans? to (?:meet|hold|host)"
            r"|heads? to|headed to|moved to (?-i:[A-Z])|moved from (?-i:the |[A-Z])"
            r"|(?:will|to) be convened"
            r"|prepar(?:e|es|ing) for|next (?:for|up|stop)|converges? (?:on|in)"
            r"|for (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s"
            r"|promis(?:es|ed) (?:\w+ ){0,2}(?:talks|consultations|negotiations|round|meeting)"
            r"|confirm(?:s|ed) (?:\w+ ){0,6}?(?:round|talks|meeting|summit)"
            r"|(?:is|are|was|were) to (?:be held|meet|hold|open|begin|take place|resume|host"
            r"|sit|gather|come together|reconvene|return)|back on"
            r"|(?:will|would|to) (?:now )?go ahead"
            r"|would (?:meet|hold|be held|take place|host|attend|begin|start|open|resume|travel)"
            r"|announc(?:e|es|ed|ing) (?:(?!after|following|during|at|deals?|truce|ceasefire)\w+ )"
            r"{0,4}(?:talks|meeting|round|summit|negotiations)"
            r"|(?<=, )postponed from (?=\w+day)"
            r"|(?:arriv(?:e|es|ed|ing)|land(?:s|ed)) (?:[\w-]+ ){0,5}for(?= ))\b"
        ),
    ),
    (
        RoundStatus.ENDED,
        1,
        Gated(
            r"\b(?:held|met|sat|faced|convened|spent|attended|negotiated|agreed|gathered|saw|gave"
            r"|brought|produced|yielded|visited|(?:took part|participated) (?:on |(?:Mon|Tues"
            r"|Wednes|Thurs|Fri|Satur|Sun)day)|talked|conferred|shuttled"
            r"|carried|walked"
            r"|report(?:ed|s)? (?:\w+ ){0,3}progress (?:after|at|following)"
            r"|signed|inked|initialled|sign|received"
            r"|host(?:ed(?! by\b)|ing)|sum(?:s|med)? up|part(?:ing|ed|s)|brought|bringing)\b"
        ),
    ),
    (
        RoundStatus.UNDER_WAY,
        1,
        Gated(
            r"\bin [A-Z]\w+(?: \w+)? for (?:\w+ )?(?:talks|meeting)|\b(?:hosts?|gather|gathers"
            r"|opens?"
            r"|hold|holds|meet|meets|begin|begins|began|start|starts|started|kick(?:s|ed)? off"
            r"|opened|restarted|resumed|discuss)\b"
        ),
    ),
    (
        RoundStatus.ENDED,
        0,
        Gated(
            r"\b(?:during|after(?:wards)?|outcome|results?|at (?:the|a|their|its) (?:\w+ ){0,4}"
            r"(?:talks|meeting|negotiations|round|session|summit))\b"
        ),
    ),
)
"""Status words with their weight, the heaviest first: the heavier wins, then the nearer.

Weight 0 only places it.
"""
