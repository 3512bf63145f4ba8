"""Numbers that are no figure of the attack at hand: plans, long totals, old waves, sub-counts."""

import re

from reading.bare import stems
from reading.gate import Gated
from reading.strike_words import any_of

_PLANNED = re.compile(
    r"\b"
    + any_of(r"""
        produc\w+ manufactur\w+ build(?:s|ing)? built assembl\w+ buy(?:s|ing)? bought purchas\w+
        order(?:ed|s)? suppl(?:y|ies|ied|ying) deliver\w* receiv\w+ provid\w+ donat\w+ contract\w*
        fund\w* financ\w+ procur\w+ pledg\w+ stockpil\w+ export\w* import\w* sell sold develop\w*
        transfer\w* plan(?:s|ned)?_to capable_of able_to could can would may(?!_\d) might will
        in_order_to
        seek(?:s|ing)?_to aim(?:s|ing)?_(?:to|at) hop(?:es?|ing)_to want(?:s|ed)?_to goal capacity
        potential needs? ask(?:s|ed|ing)?_for request\w* daily monthly annual\w*
        (?:a|per|each|every)_(?:month|day|week|year) (?:per|each|every)_night
    """)
    + r"\b"
)
_ACCUMULATED = re.compile(
    r"\bsince (?!(?:been|died|risen|grown|climbed|become|found)\b"
    r"|(?:an? |the )?(?:W[a-z]|(?:attack|strike|raid|blast|explosion)"
    r"(?!\w* (?:began|started|broke|resumed)))"
    r"|(?:early|dawn|midnight|morning|(?:last |the )?(?:night|evening))\b)(?:the |\w)"
    r"|\b(?:over|in|during|for|within|across|throughout) (?:the )?"
    r"(?:past|last|previous|first|entire|whole|course of)\b"
    r"(?!(?: \w+){0,2} (?:day|24 hours|Time\d+|night|hours|raid|attack|strike|wave|time)\b)"
    r"|\b(?:in|during|over|throughout) (?:the |this |that )?"
    r"(?:war|conflict|invasion|year|month|week)\b(?! was)"
    r"|\b(?:in|over|during|for) (?:the|that) same (?:time|period|span|months|year)\b"
    r"|\b(?:this|last|that|past) (?:year|month)\b(?!'s)|\b"
    + any_of(r"""
        so_far_this_(?:year|month) in_all_of this_week in_total_since cumulative since_then
        by_un_(?:data|figures|count) have_been_killed_in_the_war to_date
        so_far_in_the_(?:war|conflict)
        (?:overall|cumulative|total|its|their)_(?:own_|military_|civilian_|overall_)?(?:death_)?toll
        (?:days|weeks|months|years|Time\d+)_of_(?:[\w-]+_)?(?:fighting|combat|clashes|conflict|war|warfare|hostilities|violence)
        near-daily almost_daily
        (?:a|per|each|every)_month
        (?:a|per|each|every)_week
    """)
    + r"\b"
)
_BY_THE_WAR = re.compile(
    r"\b(?:war|conflict|fighting|violence|clashes|crisis|hostilities|insurgency|campaign"
    r"|days|weeks|months|years|(?:those|these|the) Time\d+)"
    r"(?: (?:at|in|along|across|on|around|near|between|of) [^.;,]{3,100})?"
    r" (?:(?:has|have|had) )?(?:(?:so far|already|now|also) )?"
    r"(?:killed|claimed|left|cost|wounded|injured)\b[^;]*$"
)
"""'The war has killed 700 and injured 5,000': what the war did, no one attack did."""
_SUPERLATIVE = re.compile(
    r"\b(?:first|more than (?:in|on|at) any|(?:the|its|one of the|a) (?:[\w-]+ ){0,3}?"
    r"(?:(?!latest)\w+est|worst|most|record|\w+th|second|third))\b[^.;]{0,100}?"
    r"\b(?:since|in|for) [^,.;]*"
)
"""'The largest raid since spring', 'the first time in months', 'the eighth since October'."""
_COMPARED = re.compile(
    r"\b(?:the )?(?:old|previous|earlier|last|former) "
    r"(?:record|high|peak|raid|attack|strike|wave|barrage|(?:death )?toll|count|estimate)\b"
    r"|\b(?:up|down|compared|more|fewer|less) (?:from|with|than in|than the)\b"
    r"|\bwhen\b[^,;]{0,40}\b(?:killed|died)\b"
    r"|\b(?:Time\d+|(?:since|in|on|of) [^;.,]{1,30}), when (?:[\w-]+ ){0,3}$"
    r"|\b(?:surpass\w+|beat(?:ing)?|exceed\w+|topp(?:ed|ing)|eclips\w+|break(?:s|ing)) "
    r"(?:the|a|its)\b"
    r"|\b(?:one|that|those|attack|strike|raid|massacre) (?:that|which|who) (?:had )?"
    r"(?:killed|injured|wounded|left|claimed)\b"
)
_OF_OLD_CRIME = re.compile(
    r"\b(?:link(?:s|ed|ing)|ties?|tied|connect(?:ed|ion)|responsib(?:le|ility)|blam(?:es?|ed|ing)"
    r"|wanted|behind|(?:response|retaliation|revenge|retribution|answer|reprisal))"
    r"(?: (?:to|with|for|by|in|of))* (?:an?|the|last|Time\d+) "
    r"(?:(?!Num)[\w'\"-]+,? ){0,4}?(?:attacks?|massacre|bombings?|shooting|raid|assault|ambush)\b"
    r"[^;.]{0,80}?(?:that|which|in which|where|killing|wounding)\b[^;.,]{0,40}$"
)
"""'Linked to an attack on tourists that killed 26': those dead are of the attack before."""
_OF_ANOTHER = re.compile(
    r"\b(?:in|during|by) (?:an?|the|two|three|those|these|its|other)? ?"
    r"(?:earlier|previous|prior|past|similar|separate|other|last (?:week|month|year)'s)"
    r" (?:\w+ )?(?:ones?|attacks?|strikes?|raids?|incidents?|bombings?|barrages?|violence)\b"
)
_SUM_OF_RAIDS = re.compile(
    r"^[^.;,]{0,20}, including (?:at least )?Num\d+ (?:\w+ )?in (?:an?|the|one) (?:[\w-]+ ){0,3}?"
    r"(?:attack|(?:air )?strike|raid|bombing)\b"
)
"""'250 dead, including 68 in a strike on…': the sum of many."""
_HARMED = "(?:dead|killed|wounded|injured|victims|casualties)"
_SUBCOUNT_BEFORE = re.compile(
    rf"\b(?:including|among (?:them|those|the {_HARMED})|of whom|of them|of these|of the {_HARMED}"
    r"|, one of|(?:bodies|remains) of|\balso injuring|\baged"
    r"|\b(?:killed|dead|died|deaths|wounded|injured|hurt)\b[^;]*\bwith)"
    r"\s*(?:at least |another )?$"
)
_SUBCOUNT_AFTER = re.compile(
    rf"^(?: of (?:them|whom|these|those|the (?:{_HARMED}|Num\d+))"
    r"| (?:\w+ )?(?:children|minors|women|infants|babies|teenagers|rescuers|medics|police(?:men)?)"
    r" (?:among|of) them)\b"
)
_SERIOUSLY = re.compile(r"^(?: \w+)?(?: of them)? (?:seriously|critically|gravely|severely)\b")
_BESIDE_THE_DEAD = re.compile(r"\b(?:killed|died|dead) and $")
"""'Nine were killed and two critically hurt': no share of other hurt."""


_ARMS = re.compile(r"W(?:drone|missile|bomb|artillery|any)\b|\b(?:kill|wound|injur|shell)")
_STAFF = (
    r"(?:doctors|nurses|teachers|pilots|workers|drivers|truckers|farmers"
    r"|miners|judges|lawyers|lecturers|bakers|dockers|merchants|shopkeepers|staff|crew|students)"
)
_LABOUR = Gated(
    r"\b"
    + any_of(r"""
        unions? unionists? walk-?outs? walk(?:ed|ing)?_out wages? pay_(?:dispute|rise|claim|deal)
        over_pay strikers? picket(?:s|ing)? industrial_action ballot(?:ed)? general_strike on_strike
        hunger_strikes? go(?:es|ing)?_on_strike
        strike_(?:over|for)_(?:pay|wages|better|higher|unpaid|contracts?)
        strike_(?:action|notice|committee) strike_over_(?:the_)?(?:prices?|fuel|costs?|cuts)
        cyber-?attacks? hack(?:ers?|ed|ing) heart_attacks?
        (?:verbal|personal)_attacks? stabb\w+ knife
    """)
    + rf"\b|\b{_STAFF}\b[^.;]{{0,60}}\bstrikes?\b|\bstrikes? by (?:Num\d+ )?(?:\w+ )?{_STAFF}\b"
    r"|\bstrike (?:[\w' -]{1,60} )?(?:enter(?:s|ed)|in|into) (?:its |an? )?"
    r"(?:[a-z]+th|second|third|Num\d+|Time\d+) (?:day|week|month)\b"
    r"|\bstrike in [\w' -]{1,40} (?:has |had )?spread to\b",
    flags=0,
)
"""Strikes that no weapon makes."""
_PLAY = Gated(r"\b(?:lightning|pitcher|inning|goal|match)\b", flags=0)
"""Strikes of a storm or a ball, unless a side attacks."""
_SIDE_ATTACKS = re.compile(r"\b(?:Adj|Pty|Per)\d (?:\w+ )?(?:attack|raid)(?:s|ed)?\b")
_POLICING = re.compile(
    r"\b"
    + any_of(r"""
        settlers? by_(?:\w+_)?police
        police_(?:officers?_)?(?:shot|shoot|kill\w*|open\w*|fire\w*|storm\w*|raid\w*|clash\w*|clear\w*)
        arrest\w* detain\w* stones stone-throw\w+ stabb\w+ ramm\w+  demolish\w* protest\w*
        demonstrat\w+ crackdown unrest riot\w* assailants? car-ramming checkpoints? custody
        executed(?!_(?:an?|the)_) hanged gun_?battles? gun_?fights? shoot-?outs?
    """)
    + r"\b"
)
"""Shootings by police and settlers, riots, arrests: deaths that no attack of a war caused."""
_TERROR = re.compile(
    r"\b(?:suicide|car|roadside|truck|church|mosque|train)[ -](?:Wbomb|bomb\w*)|\bWbomb blast"
    r"|\bexplosive device\b"
)
_BY_ARMS = re.compile(
    r"W(?:drone|missile|bomb|artillery|any)\b"
    r"|\b(?:air ?strikes?|air raids?|shell(?:s|ed|ing)|bomb(?:s|ed|ing|ardment)|strikes?|struck"
    r"|attacks? by (?:the )?(?:(?:Adj|Pty)\d )?(?:\w+ )?(?:forces|army|military|troops|soldiers))\b"
)
_DRILL = re.compile(
    r"\b(?:drills?|(?:military|naval|live-fire|joint) exercises?"
    r"|(?:in|during) (?:(?:an?|the) )?exercises?"
    r"|war games?|test-?(?:fir(?:ed|es|ing)|launch\w*)|tested|manoeuvres|maneuvers|parade"
    r"|simulat\w+|rehears\w+)\b"
)


_POLICED = stems(
    """
    settlers police arrest detained stone stabbed rammed demolished protest demonstrators crackdown
    unrest rioters assailant car checkpoint custody executed hanged
    gun gunbattle gunfight shoot shootout
    """
)
_DRILLED = stems("drill exercise war test tested manoeuvre maneuvers parade simulated rehearsal")


_FEARED = re.compile(
    r"\b(?:attack|raid|(?:air ?)?strike|W(?:drone|missile|bomb|artillery|any))s?"
    r"(?: (?!that\b|which\b|who\b)[\w-]+){0,5}? (?:could|would|might) (?:still |easily )?"
    r"(?:kill|wound|injure)\b"
)
"""What an attack could do: none is told."""


def _is_drill(line: str) -> bool:
    """ "A attacked after B had tested a drone": the test is not what is told."""
    found = _DRILL.search(line)
    return found is not None and not _ATTACKED_AFTER.search(line[: found.start()])


_ATTACKED_AFTER = re.compile(
    r"\b(?:attacked|struck|raided|shelled|bombed)\b[^.;]*"
    r"\b(?:after|since|as|when|while) [^.;]{1,40}$"
)


def is_no_attack(line: str, words: frozenset[str]) -> bool:
    """Strikes of workers, drills, and deaths at the hands of police; `words` are the stems."""
    if line.startswith(("correction", "this story has been", "(corrects")):
        return True
    if not _ARMS.search(line) and _LABOUR.search(line, words):
        return True
    if _FEARED.search(line):
        return True
    if not _ARMS.search(line) and _PLAY.search(line, words) and not _SIDE_ATTACKS.search(line):
        return True
    if "kill" not in line and not words.isdisjoint(_DRILLED) and _is_drill(line):
        return True
    if "bomb" in line and _TERROR.search(line):
        return True
    if words.isdisjoint(_POLICED):
        return False
    return bool(_POLICING.search(line)) and not _BY_ARMS.search(line)


def is_planned(clause: str) -> bool:
    """Production, deliveries, plans, habits: weapons counted, but not sent in one attack."""
    return bool(_PLANNED.search(clause))


def without_comparison(words: str) -> str:
    """The words without comparisons to earlier times, which date nothing."""
    return _SUPERLATIVE.sub(" ", words)


def is_of_the_war(before: str) -> bool:
    """What stands before a count makes the whole war, or what an attack answers, the subject."""
    return bool(_BY_THE_WAR.search(before) or _OF_OLD_CRIME.search(before))


def is_accumulated(clause: str) -> bool:
    """A total over weeks, months or a whole war."""
    return bool(_ACCUMULATED.search(clause) and _ACCUMULATED.search(without_comparison(clause)))


def is_compared(before: str) -> bool:
    """The figure of another attack, named to compare: 'the old record was 537'."""
    return bool(_COMPARED.search(before))


def is_of_another(after: str) -> bool:
    """The toll of an attack before this one: '57 died in the earlier ones'."""
    return bool(_OF_ANOTHER.search(after) or _SUM_OF_RAIDS.match(after))


def is_part_of_count(before: str, after: str) -> bool:
    """A share of a toll already given: 'three of them children'."""
    if _SUBCOUNT_BEFORE.search(before) or _SUBCOUNT_AFTER.search(after):
        return True
    return bool(_SERIOUSLY.search(after) and not _BESIDE_THE_DEAD.search(before))
