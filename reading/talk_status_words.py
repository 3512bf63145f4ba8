"""Words that tell where a meeting stands: planned, called off, under way or over."""

from reading.facts import RoundStatus
from reading.gate import Gated

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
