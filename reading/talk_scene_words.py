"""Words of people who meet, said without a word for a meeting; and of what is no meeting."""

import re

from reading.gate import Gated

TOGETHER = Gated(
    r"\b(?:(?:in|into|under|share[sd]?|sharing) (?:one|the same|a single|same|separate|adjoining"
    r"|different|a) (?:rooms?|roof|building|hotel|halls?|suites?|floors?|wings?|tents?|stage)"
    r"|(?:fac(?:e|es|ed|ing)|s[ae]e(?:s|n|ing)?) (?:each other|one another)"
    r"|fac(?:e|es|ed|ing) (?:off )?across|face to face|eye to eye|head to head|side by side"
    r"|(?:at|around|round|to|from|across|left|leaves?|quits?) (?:the|one|a) "
    r"(?:negotiating |bargaining |peace |conference |round |long |green |same )?table"
    r"|(?<!the )(?<!a )huddl(?:e|es|ed|ing) (?:in|with|on|at|over)|confer(?:s|red|ring)?"
    r"|caucus(?:ed|es)?|powwows?|palavers?|confabs?|rendezvous|one-on-ones?|horse-trad\w+"
    r"|crossed paths|cross paths|(?:br(?:oke|eaks?)|breaking) bread|part(?:ed|s)? ways"
    r"|(?:ferr|carr|shuttl|relay|pass|exchang|swapp?|trad|commut)(?:ies|ied|y|es|ed|s|ing|ying) "
    r"(?:back and forth |to and fro |(?:[\w-]+ ){0,3}(?:proposals?|messages?|papers?|drafts?|notes?"
    r"|texts?|answers?|positions|ideas|questions|views) )?(?:between|with)|shuttle between"
    r"|(?:hammer|thrash|iron|work)(?:s|ed|ing)? out|knock(?:s|ed)? heads|go-betweens?"
    r"|put(?:s)? (?:their|his|her) (?:names?|signatures?) to|(?:two|both) signatures"
    r"|sign(?:ing|ature) ceremony|(?:in|at|after|during) (?:an?|the) (?:[\w-]+ )?signing"
    r"|peace conference|working (?:groups?|lunch|dinner|breakfast)"
    r"|contact group|technical (?:teams?|committees?|groups?)|joint (?:communique|read-?out)"
    r"|break(?:s)? (?:up|off)|broke (?:up|off)|stormed out|walk(?:s|ed)? out|walkout"
    r"|still at it|into the (?:small hours|early hours)|locked in|pencilled in|bargain(?:s|ed)"
    r"|haggl(?:e|es|ed|ing)|wrangl(?:e|es|ed|ing)|negotiat(?:e|es|ed|ing)(?! table))\b"
)
"""What only people of two sides do who negotiate in one place."""
MAN = (
    r"(?:delegat(?:es?|ions?)|negotiat(?:ors?|ing teams?)|envoys?|teams?|mediators?"
    r"|emissar(?:y|ies)"
    r"|ministers?|chiefs?|generals?|commanders?|presidents?|leaders?|premiers?|officials"
    r"|experts|technocrats|technicians|representatives?|sides|pair|duo|trio|men|heads?|diplomats?"
    r"|officers|advis[eo]rs?|deputies|secretar(?:y|ies)|parties|belligerents|visitors|guests)"
)
GOES = (
    r"(?:(?:resum|land|arriv|assembl|gather|return|leav|dispers|ris|break|start|open|conven|finish"
    r"|conclud|end|fly|fli|depart|head|jet|travel|join|converg|emerg|reach|stay|work|toil|argu|spar"
    r"|linger|wait|reconven|adjourn|await|attend|sit|seat|fac|welcom|receiv|com)(?:e|s|es|d|ed"
    r"|ing)?"
    r"|left|rose|broke|began|begins?|go(?:es)?|going|went|flew|parted|sat|met|came|spen[dt]s?"
    r"|touch(?:es|ed)? down|check(?:s|ed)? (?:in|out)|pack(?:s|ed)? (?:up|their)|retire[sd]?"
    r"|bid(?:s|ding)?|due|expected|set|bound|en route|on (?:the|its|his|their) way|back"
    r"|(?:will|to) be|in (?-i:[A-Z]\w+)|at (?-i:[A-Z]\w+))"
)
DOING = Gated(
    r"\b(?:(?:agree[ds]?|str[iu]ck|sealed|reached|clinched|sign(?:ed|s)) (?:[\w-]+ ){0,5}?"
    r"in (?-i:[A-Z])|converg(?:e|es|ed|ing) (?:on|in)|g[eo]t together"
    r"|(?:talk(?:s|ed)?|negotiat(?:e|es|ed)|discuss(?:es|ed)?) (?:a |the )?(?:[\w-]+ )?(?:truce"
    r"|peace|cease-?fire|swaps?|hostages?|prisoners?|borders?|exchange)"
    r"|(?:br(?:ings?|ought)|g[eo]ts?|seats?|seated|sits|fetch(?:es|ed)|gather(?:s|ed)?"
    r"|summon(?:s|ed)?|welcom(?:es?|ed)|receiv(?:es?|ed)|host(?:s|ed)?|reunit(?:es|ed)"
    r"|invit(?:es?|ed)|assembl(?:es?|ed)|s[ae]es?|lin(?:es?|ed) up) "
    r"(?=(?:the |both |two )?(?-i:[A-Z])[^.;:]{3,90} (?:together|into|to (?:one|the same|a|the)"
    r" table|face to face|at|in|for)\b)|(?:plays?|played|play) host"
    r"|pored over|work(?:s|ed|ing)? through|compar(?:e|es|ed) notes|sh(?:ook|akes?|aking) hands"
    r"|handshakes?|(?:is|are|was|were|due|set|expected) to (?:see|face|sit|join|receive|host)"
    r"|(?:com(?:e|es|ing)|came) (?:away|face|out|together|back)|sp[ae]n[dt]s? (?:[\w-]+ ){1,4}"
    r"(?:in|with|at|on|over)|(?:hours|days|minutes) (?:with|together|of|behind|in|at|later)|at work"
    r"|(?:dispersed|parted|adjourned|rose)\b|(?:first|second|third|fourth|fifth|sixth|final|last"
    r"|opening|same) day|day (?:two|three|four|five|six|one)|behind closed doors|contacts?"
    r"|dialogue|mediation|gathering|proceedings|quadrilateral|conference|forum|retreat|ceremony"
    r"|handover of|lunch(?:es|ed)?|din(?:es?|ed|ner)|breakfast|audience|appointment|rendezvous"
    r"|exchanges?|diplomacy|mission|marathon|visits?|trip|stalemate|deadlock(?:ed)?|impasse"
    r"|read-?outs?|communiques?|joint statement|breakthrough|headway|no accord|accord|agenda"
    rf"|{MAN} (?:[\w’',-]+ ){{0,5}}?{GOES})\b"
)
"""What people of two sides do in one place; it tells a meeting where it is said that they
negotiate."""
BODY = Gated(
    r"\b(?:border|joint|truce|cease-?fire|monitoring|supervision|supervisory|oversight|boundary"
    r"|military|liaison|regional|general|mixed|coordination|implementation|extraordinary"
    r"|tripartite)"
    r"(?: [\w-]+){0,2} (?:committees?|commissions?|panels?|mechanisms?|boards?)\b"
)
"""Both sides sit there: its session is theirs, whoever is named."""
DIALOGUE = re.compile(r"dialogue|contacts?|mediation|negotiat", re.IGNORECASE)
"""Who does that needs no delegates named."""
MEN = Gated(
    r"\b(?:negotiators?|delegat(?:ions?|es)|envoys?|emissar(?:y|ies)|ministers?|leaders|diplomats"
    r"|teams?|generals|commanders?|presidents?|mediators?|officers|representatives|directors|chiefs"
    r"|officials|experts|deput(?:y|ies)|commissions?|committee|panel|talks|negotiations|round)\b"
)
NEGOTIATION = re.compile(
    r"(?:peace )?(?:talks|negotiations?|rounds?|bargaining|consultations)", re.IGNORECASE
)
"""What is said of the sides of a war, even where but one of them is named."""
WHILE = re.compile(
    r"\b(?:as|while|amid|despite|with|although|though) (?:[\w-]+ ){0,2}$", re.IGNORECASE
)
"""Right before a meeting: it only goes on beside what the sentence tells."""
MATTER = re.compile(
    r"\b(?:truce|cease-?fire|hostages?|peace|prisoners?|captives|swap|border|proposals?)\b",
    re.IGNORECASE,
)
"""What they negotiate about."""
COUNCIL = re.compile(
    r"\b(?:security council|UNSC|general assembly|UN (?:meeting|session)|emergency (?:meeting"
    r"|session|summit)|press conference|news conference|court (?:hearing|appearance|date)|(?:in"
    r"|before|to|with|outside)"
    r" (?:an? |the )?(?:[\w-]+ ){0,2}court|courts|parliament (?:session|sitting|debate|vote)"
    r"|in parliament|(?:eve|birthday|watch|dinner|ruling) party|partygoers)\b",
    re.IGNORECASE,
)
"""Others meet, or meet for something else."""
NOT_SO = re.compile(
    r"\?|\b(?:could|might|may(?= (?:meet|hold|be|resume|soon|still|yet|not))|should|would (?:be"
    r"|have)"
    r"|call(?:s|ed|ing)? (?:for|on)|urg(?:es|ed|ing)|demand(?:s|ed)|hop(?:es|ed)|want(?:s|ed)"
    r"|seek(?:s|ing)?|reject(?:s|ed)|refus(?:es|ed)|rul(?:es|ed) out|den(?:y|ies|ied)|ready (?:to"
    r"|for)"
    r"|open to|willing|offer(?:s|ed)|propos(?:es|ed)|if|no (?:plans?|talks|bilateral|meeting|dates?"
    r"|negotiations|contacts?|dialogue|direct)|never|anniversary|years? (?:ago|after|since|on)"
    r"|explained|explainer|analysis|opinion|why|how|what)\b",
    re.IGNORECASE,
)
"""In the title: a meeting is only spoken of."""
OTHER_NEWS = re.compile(
    r"\b(?:kill(?:s|ed|ing)?|struck|strikes?|shell(?:s|ed|ing)|bomb(?:s|ed|ing)|raid(?:s|ed)?"
    r"|attack(?:s|ed)?|wound(?:s|ed)|drones?|missiles?|airstrikes?|dead|injur\w+|hit|shot|arrest\w*"
    r"|sanction\w*|tariffs?|trade|visas?|flights?|imports?|exports?|cricket|match|cup|championship"
    r"|captur\w+|abduct\w*|detain\w*|charges|court|jail\w*|warns?|accuses?|denounces?|condemns?"
    r"|speaks?|spoke|rang|phones?d?|phoned|telephon\w+|dials?|dialled|by (?:phone|video)"
    r"|hotline)\b",
    re.IGNORECASE,
)
"""In the title, without a word of meeting: other news, beside which talks are only mentioned."""
