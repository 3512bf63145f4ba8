"""Words of meetings: what names one, and what says that it is recalled, wished for or beside."""

import re

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
    r"|\b(?:hail|prais|welcom|tout|report|claim|cit|made|mak|saw|see|not(?:e|ed|es|ing)\b)\w*"
    r"\b[^.;:,]{0,40}\b(?:progress|headway|breakthrough|advances)\b[^.;:,]{0,15}"
    r"\b(?:in|at|during|from)\b[^.;:,]{0,30}$"
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
