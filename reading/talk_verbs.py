"""Verbs and nouns that give a stance, as data: a lemma stands for all its forms."""

import re

from reading.facts import Stance

_IRREGULAR = {
    "commit": "commit(?:s|ted|ting)?",
    "hold": "hold(?:s|ing)?|held",
    "forbid": "forb(?:id|ids|ade|idden)",
    "get": "gets?|getting|got",
    "give": "giv(?:e|es|en|ing)|gave",
    "go": "go(?:es|ing|ne)?|went",
    "make": "mak(?:e|es|ing)|made",
    "put": "put(?:s|ting)?",
    "say": "sa(?:y|ys|ying|id)",
    "see": "see(?:s|ing|n)?|saw",
    "seek": "seek(?:s|ing)?|sought",
    "set": "set(?:s|ting)?",
    "shoot": "shoot(?:s|ing)?|shot",
    "shut": "shut(?:s|ting)?",
    "slam": "slam(?:s|med|ming)?",
    "snub": "snub(?:s|bed|bing)?",
    "swat": "swat(?:s|ted|ting)?",
    "strike": "str(?:ike|ikes|iking|uck)",
    "submit": "submit(?:s|ted|ting)?",
    "throw": "throw(?:s|n|ing)?|threw",
    "veto": "veto(?:es|ed|ing)?",
    "undertake": "undert(?:ake|akes|aking|aken|ook)",
}

_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
_ADVERB = rf"(?:again|also|once more|instead|repeatedly|only|even|on {_WEEKDAY})"
"""May stand inside a phrasal verb: "called again for", "called on Friday for"."""


def forms(lemma: str) -> str:
    """A pattern of all forms of a verb; words after the first ("rule out") stay as they are."""
    verb, _, rest = lemma.partition(" ")
    if verb in _IRREGULAR:
        found = _IRREGULAR[verb]
    elif verb.endswith("ee"):
        found = f"{verb}(?:s|d|ing)?"
    elif verb.endswith("e"):
        found = f"{verb[:-1]}(?:e|es|ed|ing)"
    elif re.search(r"[^aeiou]y$", verb):
        found = f"{verb[:-1]}(?:y|ies|ied|ying)"
    else:
        found = f"{verb}(?:s|es|ed|ing)?"
    if not rest:
        return f"(?:{found})"
    day = rf"(?! {_WEEKDAY})" * (rest == "on")  # "a call on Friday" asks nobody for anything
    return f"(?:{found}) (?:{_ADVERB} )?{rest}{day}"


def any_form(lemmas: str) -> str:
    """A pattern of all forms of several verbs, given with bars between them."""
    return "|".join(forms(lemma.strip()) for lemma in lemmas.split("|"))


DEAL = (
    r"(?:deals?|agreements?|accords?|pacts?|understandings?|arrangements?|truces?|cease-?fires?"
    r"|treat(?:y|ies)|settlements?|compromises?|swaps?|exchanges?)"
)
TEXT = (
    r"(?:deals?|agreements?|accords?|pacts?|treat(?:y|ies)|declarations?|documents?|memorand\w+"
    r"|protocols?|frameworks?|roadmaps?|statements?|communiques?|texts?|lists?|plans?)"
)
TRUCE_AHEAD = (
    r"(?= (?:(?:an?|its|his|the|their) )?(?:[\w-]+ ){0,4}(?:truces?|cease-?fires?|pauses?"
    r"|moratorium|halt)\b)"
)
_WORD = (
    r"(?!(?:as|after|despite|amid|while|over|before|during|when|since|without|no|nor)\b)"
    r"[“\"‘]?[\w’'-]+[”\"]? "
)
_UP_TO_DEAL = rf"(?= (?:{_WORD}){{0,5}}{DEAL}\b)"
_UP_TO_TEXT = rf"(?= (?:{_WORD}){{0,5}}{TEXT}\b)"

AGREED = (
    r"agree(?:d|s|ing)?(?! with\b)"
    r"|agree(?:d|s|ing)? with (?:[\w’'-]+ ){1,8}?(?:on|to)(?= )"
    r"|agreements?(?: \w+){1,4} (?:by|under) which"
    r"|(?:agreements?|deals?|understandings?|consensus|accords?|pacts?),? (?:on|to|for|about|that"
    r"|notably|including|such as|under which|by which|whereby|which)"
    r"|(?:agreements?|deals?|understandings?) (?:ha[sd]|have|was|were)(?: also| now)?(?: been)?"
    r" (?:made|found) (?:to|on|for|that)"
    rf"|{any_form('accept|consent to|settle on|sign off on|endorse')}"
    r"|arrang(?:ed|ing for)|decided (?:on(?! \w+day)|to)"
    r"|(?:c[oa]m(?:e|es|ing) to|arriv(?:e|es|ed|ing) at|negotiated) (?:terms|an? (?:[\w-]+ )?"
    r"(?:agreement|understanding|compromise|arrangement|settlement|consensus|accommodation|formula))"
    r"|settl(?:ed|es) (?:the )?(?:terms|details|modalities|issue|question|matter) of"
    r"|(?:thrashed|hammered) out|ratif(?:y|ies|ied)|decided upon"
    r"|(?:gave|given|giv(?:e|es|ing)) (?:its|their|his) word (?:on|to|for|that)"
    r"|bound (?:themselves|itself|both sides) to"
    rf"|(?:{any_form('reach|conclude|clinch|seal|strike|secure|finalize|finalise|announce|unveil')}"
    rf"|hammered out|confirmed(?! that)){_UP_TO_DEAL}"
    rf"|(?:{any_form('approve|adopt|ratify')}){_UP_TO_TEXT}"
    rf"|(?:{any_form('approve|endorse|adopt')})(?= [^.,;:]{{0,40}}\b(?:deal|agreement|accord"
    rf"|pact)\b)"
    rf"|(?:{any_form('adopt|back|embrace')})"
    r"(?= (?:[\w’'-]+ ){0,5}(?:proposals?|plans?|offers?|initiatives?)\b)"
    rf"|(?:{any_form('approve|endorse|ratify')}|voted (?:\w+ ){{0,4}}for){TRUCE_AHEAD}"
    rf"|(?:{any_form('extend|prolong|renew')})"
    r"(?= (?:[\w’'-]+,? ){0,12}(?:truces?|cease-?fires?|pauses?|cessation)\b)"
    rf"|{any_form('sign|ink')}|initial(?:l?ed|l?ing|s)"
    r"|put (?:(?:their|his|her|its) )?(?:names?|signatures?|initials)(?: on \w+day)? to"
    r"|commit(?:ted|s|ting)?"
    r"(?: (?:themselves|itself|both(?: sides)?|them|all|the (?:two )?(?:sides"
    r"|parties)))?(?: on \w+day)? to"
    r"|committing (?:[\w’'-]+ ){1,5}to|shook hands on"
    r"|(?<!\bthe )(?:acceptance|approval|endorsement|adoption) of|(?:assent|consent) to"
    r"|commitment of (?:all|both|the) (?:parties|sides) to"
    rf"|green-?(?:light(?:s|ed|ing)?|lit)|ok(?:ay)?(?:s|ed|[’']d)"
    rf"|(?:{any_form('give')}) (?:[\w’'-]+ ){{0,3}}?(?:(?:green light|go-ahead|nod|blessing|backing"
    r"|assent|approval|consent|okay|OK|agreement|thumbs[- ]up)) (?:[\w’'-]+ ){0,3}?(?:to|for|on)"
    rf"|{any_form('assent to|accede to|acquiesce in|acquiesce to|subscribe to|go along with')}"
    rf"|on board with|sign(?:s|ed|ing)? up (?:to|for)|{any_form('put')} pen to paper(?: on)?"
    r"|(?:established|establishes|formed|creat(?:ed|es)|launch(?:ed|es)"
    r"|(?<!\bto )(?<!will )(?<!would )(?<!must )(?<!should )(?<!can )(?<!could )set up)"
    r"(?= (?:[\w-]+ ){0,5}(?:groups?|committees?|commissions?|mechanisms?|body|panels?|missions?"
    r"|task forces?|subcommittees?)\b)"
    rf"|{any_form('resolve to|pledge themselves to|bind themselves to')}"
    rf"|(?:{any_form('achieve|broker|mediate|lock in|nail down|thrash out|work out')}){_UP_TO_DEAL}"
    r"|(?:affirm|re-?affirm|reiterat|renew|restat|confirm)(?:ed|e?s|ing) their"
    r" (?:[\w-]+ ){0,2}commitments? to|affirm(?:ed|s|ing) its commitment to"
    rf"|{any_form('concur on|converge on')}|(?:f(?:ou|i)nd(?:s|ing)?|reach(?:ed|es|ing)?) common"
    r" ground on"
    r"|(?:outcomes?|results?|fruit|upshot|product|yield) of (?:the |their )?(?:[\w-]+ ){0,3}"
    r"(?:talks|meetings?|negotiations|rounds?|summit|session)(?: (?:in|on) \w+)?"
    r" (?:was|were|is|are)"
    r"|c[oa]me (?:out )?of (?:the |their )?(?:[\w-]+ ){0,3}(?:talks|meetings?|negotiations|rounds?"
    r"|summit|session) (?:was|were|is)|(?:could )?agreed? on (?:was|were|is)(?! not\b)"
    r"|(?:respond|repl|react|answer)\w* (?:positively|favou?rably) to|sa(?:id|ys) yes to"
    r"|gave (?:its|their|his) (?:approval|consent|assent) to"
)
OFFERED = (
    r"(?:(?:declar|announc|order|proclaim)(?:ed|es|ing|e|s)?|call(?:s|ed)(?= (?:an?|another) ))"
    rf"{TRUCE_AHEAD}"
    r"|order(?:ed|s)(?= (?:[\w’'-]+ ){1,4}to (?:cease|stop|halt|hold) )"
    r"|offer(?:ed|s|ing)?|(?:is|are|was|were|be|been|itself|himself|themselves) "
    r"(?:ready|willing|prepared|open)(?:, [\w’'. -]{2,30} (?:said|says|added),)? (?:to|for)"
    r"|(?:readiness|willingness) to|no objections? to"
    rf"|{any_form('dangle')}|hint(?:ed|s|ing)? at"
    r"|h(?:old|olds|olding|eld) out (?:the |an? )?(?:prospect|possibility|promise|offer|chance) of"
    r"|(?:volunteer|pledg|promis|vow)(?:ed|es|s|ing)(?: to)?"
    r"|(?<!broken their )(?<!broken its )(?<!broke their )(?<!broke its )"
    r"(?:promise|pledge|vow|undertake)(?= (?:to|an?|the|that)\b)(?: to)?"
    r"|(?<!not )(?<!yet )(?:ready|willing|prepared)(?:, (?:says|said) [\w’'. -]{2,30},)? to(?= \w)"
    r"|(?:express|signal|voic|indicat|show|reiterat|reaffirm|confirm)\w* (?:\w+ ){0,3}?"
    r"(?:readiness|willingness|openness|preparedness)(?: [\w’'-]+){0,4} (?:to|for)"
    r"|(?:is|are|was|were|be) (?:\w+ )?in favou?r of|on offer"
    rf"|(?:{any_form('give|offer')}) (?:\w+ )?(?:assurances?|guarantees?)"
    r" (?:of|for|that|on)"
    r"|undert(?:ook|aken|akes?|aking)"
    r"|(?:will|would) (?:abide by|adhere to|observe|honou?r|respect|comply with)"
    rf"{TRUCE_AHEAD}"
)
PROPOSED = (
    rf"{any_form('propose|suggest|put forward|float|submit|present|request|urge|invite|advocate')}"
    rf"|{any_form('moot|pitch|broach|circulate|recommend|lobby for|implore|beseech|exhort')}"
    r"|(?:put|l(?:ay|aid)|brought|bring)(?:s|ting|ing)?(?= [^.;]{3,80} (?:on|to) the table\b)"
    r"|let(?:[’']s| us) (?:have|agree on|agree to|make|do|try|hold)"
    r"|tables(?= (?:an? |the |its )?(?:[\w-]+ ){0,3}(?:plan|proposal|idea|draft|truce|pause"
    r"|ceasefire))"
    r"|appeal(?:s|ed|ing)? to [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? (?:for|to)|pleas? (?:for|to)"
    r"|(?:proposals?|suggestions?|requests?|appeals?|initiatives?|plans?|ideas?|drafts?|motions?"
    r"|bids?"
    r"|wish(?:es)?) (?:for|of|to|on|that)|suggestion"
    r"|(?:press|push|prod|pressur|nudg|encourag|entreat|beg|lobb)(?:e?d|ged|es|s|ing|ies|ied)?"
    r" (?:[\w’'-]+ ){1,5}?to(?= \w)|ask(?:s|ed|ing)? that"
    r"|(?:ask|invit|summon)(?:s|es|ed|ing)? (?:(?:the|both|its|all) )?(?:[A-Z]|two|sides|warring)"
    r"(?:[\w’'-]*,? ){1,5}?to(?= \w)"
    rf"|{any_form('ask for|call for|call on|appeal for|push for|plead for')}"
    r"|ask(?:s|ed|ing)? to(?= (?:meet|hold|talk|see|resume|have|discuss))"
    r"|next step (?:should|must|has to) be"
    r"|(?:ask|call)(?:ed|s|ing)? [A-Z][\w’'-]+ (?:for|to)|calls? for|tabled"
    r"|put(?:s|ting)?(?= (?:[\w’'-]+ ){1,5}first\b)|(?:first|top|main|chief) priority (?:is|was)"
    r"|want(?:s|ed|ing)?|seek(?:s|ing)?|sought|wish(?:es|ed)?"
)
DEMANDED = (
    rf"{any_form('demand|insist|require|press for|hold out for|stipulate')}|ultimatum"
    r"|(?:will|would) only (?:accept|agree to|sign|settle for|consider)"
    r"|(?:want|demand|insist|require|seek)(?:s|ed|ing)?(?: on| that)? (?:any|every)"
    r" (?:[\w-]+ ){0,2}(?:deal|agreement|accord|truce|cease-?fire|settlement|pact)"
    r" (?:to|must|should|has to)(?: \w+)?"
    r"|(?:agree|accept|consent|sign|talk|negotiate)"
    r"(?: (?!only\b)[\w’'-]+){0,6} only (?:when|after|once|if|on condition that)"
    r"|(?:tells?|told|instruct(?:s|ed)|order(?:s|ed))"
    r" (?!(?:(?-i:[a-z])[\w’'-]* ){0,2}(?:army|armies|troops|forces|military|soldiers|guns|fighters"
    r"|men|units|commanders|generals|officers|negotiators|delegation|team|envoys?)\b)"
    r"(?:(?!it\b|he\b|they\b|she\b|that\b|would\b|will\b|report"
    r"|journalist)[\w’'-]+ ){1,4}?to(?= \w)"
    r"|demands?(?::|,? (?:for|to|that|including|among them))"
    r"|(?:aims?|goals?|demands?|conditions?|objectives?|priorit(?:y|ies)),?"
    r"(?: [\w’' -]{2,30} (?:said|added|says),)? (?:is|are|was|were|remains?|remained)\b"
    r"|need(?:s|ed)?(?= (?:an?|the) (?:[\w-]+ ){0,4}(?:truce|cease-?fire)\b)"
    r"|(?:gave|given|hand(?:ed|s)(?: over)?|passed|presented|submitted)"
    r"(?= (?:[\w’'-]+ ){0,5}lists? (?:of|with|bearing|containing|naming) )"
    r"|(?:set|sets|made|makes|nam(?:ed|es)|laid down|put) as (?:an?|its|their|the) (?:\w+ )?"
    r"(?:(?:pre-?)?conditions?|price|demand)(?: for (?:an?|any|the|its) \w+)?"
    r"|red lines?(?=,|:| of | on | is | was )"
    r"|(?:ma[dk]e|makes|sets?(?! to\b)|put|puts|nam(?:e|es|ed)|lists?|listed|cit(?:es|ed)|l(?:ays?"
    r"|aid) down)"
    r"(?= [^.;]{3,80} (?:an?|the|its|their|as|his) (?:\w+ )?(?:(?:pre-?)?conditions?|prerequisites?"
    r"|price|red lines?|sine qua non|terms)\b)"
    r"|(?:depend|conditional|contingent) on|condition(?:ed|s|ing) (?:[\w’'-]+ ){1,8}?(?:up)?on"
    r"|must(?: first)?(?= \w)"
    r"|ha(?:ve|s) to(?= (?:\w+ )?"
    r"(?:withdraw|pull|leave|quit|vacate|cede|release|free|return|stop)\b)"
    r"|(?:pre)?conditions? that"
)
REJECTED = (
    rf"{any_form('reject|refuse|rule out|turn down|dismiss|rebuff|spurn|decline|oppose|balk at')}"
    rf"|(?:{any_form('slam|pan|rubbish|blast|lambast|savage|deride|ridicule|scorn|condemn|brand')}"
    r"|rip(?:s|ped|ping)? into|t(?:ears?|ore|earing) into|hit(?:s|ting)? out at|lash(?:es|ed|ing)?"
    r" out at)(?= [^.;,:]{0,40}\b(?:truce|cease-?fire|peace|pause)[- ](?:\w+ )?(?:proposals?|plans?"
    r"|texts?|papers?|offers?|terms|ideas?|initiatives?|drafts?)\b)"
    rf"|{any_form('snub|shun|brush aside|brush off|wave away|wave aside|wave off|shrug off')}"
    rf"|(?:{any_form('block|obstruct|cut off|ban|suspend|halt|stop|prevent|bar|close|seal|shut')})"
    r"(?= (?:[\w-]+ ){0,3}(?:entry|passage|flow|deliver(?:y|ies)|aid|access|crossings?)\b)"
    r"|(?:is|was|stands?|stood|remains?|came out|argued|spoke)(?: (?!not\b)\w+)? (?:against"
    r"|opposed to)"
    r"|no (?:need|reason|point|room|place|basis|grounds|sense) (?:for|in|of)"
    rf"|{any_form('knock back|bat away|swat away|scoff at|baulk at|repudiate|veto|resist|nix')}"
    rf"|(?:{any_form('throw|shoot|swat')}) (?:out|down)(?= (?:[\w-]+ ){{0,3}}"
    r"(?:truce|cease-?fire|plan|proposal|offer|idea|call|appeal|request))"
    rf"|(?:{any_form('pour|throw|heap')}) (?:cold water|scorn) on"
    rf"|{any_form('object to|bristle at|bridle at|frown on|recoil from|push back against')}"
    r"|(?:will|would) not (?:hear of|stand for|go along with)"
    rf"|(?:{any_form('slam|shut|close')}) the doors? (?:on|to)|slam(?:s|med)? door (?:on|to)"
    rf"|{any_form('turn')} (?:its|his|her|their|a) backs? (?:on|to)"
    rf"|(?:{any_form('see')}) no (?:point|need|reason|sense|grounds|use|value) (?:in|for|to)"
    r"|(?:ha(?:s|ve|d)|with) no (?:interest|intention) (?:in|of)|no question of"
    r"|(?:not|never|n[’']t) (?:\w+ )?(?:interested in|(?:ready|willing|prepared|going|inclined"
    r"|about|disposed) (?:to|for))|unwilling to|unprepared to"
    r"|(?:under|in) no circumstances?|no(?= (?:[\w-]+ ){0,2}(?:truce|cease-?fire|pause|withdrawal"
    r"|pull-?out|pull-?back|halt|swap|exchange|summit|hostages?|prisoners?)s?\b[^.;]{0,40}"
    r"\b(?:until|unless|without|before|while|as long as|so long as)\b)|there (?:will|would|can"
    r"|could) be no"
    r"|(?:rejection|refusal) (?:of|to)|(?:said|sa(?:ys|ying)|and|but) no to|^no to"
    r"|stopp(?:ed|ing) short of(?: \w+ing)?"
    r"|but not(?: to)?(?= (?:(?:an?|the|any) )?(?:[\w-]+ ){0,2}(?:truce|cease-?fire)\b)"
    r"|(?:did|does|do) not (?:grant|agree to|accept|consent to)"
    r"|(?:will|would|can) (?:not|never)(?= (?:\w+ )?(?:withdraw|pull|leave|cede|release|free|accept"
    r"|agree|allow|hand|return|stop|sign|discuss|countenance|entertain|tolerate|contemplate"
    r"|consider|relinquish|give up|evacuate|vacate|surrender|free|swap|budge on))"
    r"|(?:won|wouldn)['’]t"
)
NOTED = (
    rf"(?:{any_form('produce|draft|draw up')})(?= (?:[\w’'“”\"-]+ ){{1,8}}(?:framework|text|paper"
    rf"|draft"
    r"|document|plan|proposal)\b)|worked out"
    r"|(?:drew|drawn) up(?! (?:an? |the )?(?:\w+ )?(?:lists?|agenda)\b)|"
    r"(?:took|take|takes|taken|taking) (?:note|account|into account|[“\"']?under advisement)"
    r"|(?:agreed?|agrees|promis(?:ed|es)) (?:to )?(?:consider|study|examine|look (?:at|into))"
    r"|agreed? to discuss|agree[sd]? in principle(?: to| on)?"
    r"|(?:agreements?|deals?|understandings?) in principle|to (?:consider|study|examine|weigh)"
    r"|not(?:ed|es) (?:the|this|that|its|a) (?:request|proposal|wish)"
    r"|(?:would|will) (?:think about|consider|study)"
)
CARRIED_OUT = (
    r"(?:mediat|broker|facilitat|secur|arrang)(?:ed|es)"
    r"(?= the (?:\w+ )?(?:return|release|handover|freeing|repatriation)\b)|"
    r"complet(?:ed|es)|re-?open(?:ed|s)(?= [^.;]{0,40}\b(?:aid|relief)\b)"
    r"|carr(?:ied|y|ies) out|conduct(?:ed|s)|finaliz(?:ed|es)"
    r"|implement(?:ed|s)|(?:took|takes|taken) (?:place|effect)|went (?:ahead|into effect)"
    r"|(?:came|comes|entered|enters) into (?:force|effect)|has begun|began"
)
OPEN = (
    r"discuss(?:ed|es|ing|ion|ions)?|talk(?:ed|ing|s)? (?:about|of|on)|spoke (?:of|about)"
    r"|debat(?:ed|ing)|rais(?:ed|ing)|negotiat(?:e|ed|ing)|consider(?:ed|ing)"
    r"|work(?:ed|ing)? (?:on|out)|mention(?:ed|s)|plan(?:s|ned|ning)? (?:to|for)"
    r"|hop(?:ed|es|ing) (?:for|to)|prepar(?:ed|ing|ation)|possibility|prospects?|chance|efforts? to"
    r"|lead(?:ing)? to|led to|yield(?:ed|ing)?|regard(?:s|ed|ing)|purpose|topics?"
    r"|aim(?:s|ed|ing) (?:at|to)"
    rf"|(?:{any_form('suspend|halt|freeze|stop|block')})"
    r"(?= (?:[\w-]+ ){0,4}(?:releases?|handovers?|exchanges?|swaps?|withdrawals?|pull-?outs?"
    r"|returns?"
    r"|releasing|freeing|returning|withdrawing)\b)"
    rf"|{any_form('postpone|delay|put off|call off|cancel|review|weigh|mull|study|examine')}"
)
"""Talk that settles nothing."""

GIVING: tuple[tuple[Stance | None, str], ...] = (
    (Stance.NOTED, NOTED),
    (Stance.REJECTED, REJECTED),
    (Stance.DEMANDED, DEMANDED),
    (Stance.OFFERED, OFFERED),
    (Stance.PROPOSED, PROPOSED),
    (Stance.AGREED, AGREED),
    (Stance.CARRIED_OUT, CARRIED_OUT),
    (None, OPEN),
)
"""First come, first kept where two overlap."""

PARTICIPLES: dict[str, Stance | None] = {
    participle: stance
    for stance, participles in (
        (
            Stance.AGREED,
            (
                "agreed|settled|accepted|reached|signed|inked|initialled|initialed|endorsed"
                "|approved|adopted|concluded|clinched|sealed|struck|finalised|finalized"
                "|hammered out|extended|prolonged|renewed"
            ),
        ),
        (Stance.OFFERED, "offered|pledged|promised"),
        (Stance.PROPOSED, "proposed|suggested|put forward|floated|tabled|requested|sought"),
        (
            Stance.REJECTED,
            "rejected|refused|ruled out|turned down|rebuffed|dismissed|spurned|declined",
        ),
        (Stance.DEMANDED, "demanded|required"),
        (Stance.NOTED, "noted"),
        (Stance.CARRIED_OUT, "completed|carried out|implemented|conducted|held"),
        (None, "discussed|raised|mentioned|prepared(?! to)|considered|debated"),
    )
    for participle in participles.split("|")
}
"""What the passive of a verb gives ("was agreed")."""

HAPPENED: dict[str, Stance | None] = {
    said: stance
    for stance, saying in (
        (
            Stance.CARRIED_OUT,
            (
                "has been in place|is in place|took place|takes place|went ahead|took effect"
                "|takes effect|went into effect|came into force|came into effect|has been in force"
                "|is in force|is in effect|comes into force|entered into force|began|has begun"
                "|took hold|takes hold|kicked in"
            ),
        ),
        (Stance.AGREED, "lives on|runs on|gets another|given another"),
    )
    for said in saying.split("|")
}
"""Words after an item that tell it came about."""

_IT_IS = ("is", "are", "was", "were", "remains", "remained", "would be", "will be")
_FIRST: dict[str, Stance | None] = dict.fromkeys(
    ("must come first", "should come first", "has to come first", "have to come first"),
    Stance.DEMANDED,
)
_NEXT: dict[str, Stance | None] = {
    f"{be} the {kind}next {step}": Stance.PROPOSED
    for be in ("should be", "must be", "has to be", "would be", "is")
    for kind in ("", "logical ", "natural ", "obvious ")
    for step in ("step", "stage")
}
JUDGED: dict[str, Stance | None] = (
    _FIRST
    | _NEXT
    | {
        f"{is_} {said}": stance
        for stance, saying in (
            (
                Stance.REJECTED,
                (
                    "not acceptable|out of the question|off the table|not on the table|not on the"
                    " agenda|unacceptable"
                    "|a non-starter|unthinkable|premature|a red line|not an option|not up for"
                    " discussion"
                ),
            ),
            (
                Stance.DEMANDED,
                (
                    "a condition|a precondition|a prerequisite|non-negotiable|a must|not negotiable"
                    "|the price|its condition|the condition|indispensable|imperative"
                ),
            ),
        )
        for said in saying.split("|")
        for is_ in _IT_IS
    }
)
"""What is said of an item by those who refuse it, or who will not do without it."""
