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
    r"|(?<!\bthe )(?<!\ba )huddl(?:e|es|ed|ing) (?:in|with|on|at|over)|confer(?:s|red|ring)?"
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
    r"(?:(?:resum|land|arriv|assembl|gather|return|leav|dispers|ris|break|start|conven|finish"
    r"|conclud|end|fly|fli|depart|head|jet|travel|join|converg|emerg|reach|stay|work|toil|argu|spar"
    r"|linger|wait|reconven|adjourn|await|attend|sit|seat|fac|welcom|receiv|com)(?:e|s|es|d|ed"
    r"|ing)?"
    r"|open(?:s|ed|ing)|left|rose|broke|began|begins?|go(?:es)?|going|went|flew|parted|sat|met"
    r"|came|spen[dt]s?"
    r"|touch(?:es|ed)? down|check(?:s|ed)? (?:in|out)|pack(?:s|ed)? (?:up|their)|retire[sd]?"
    r"|bid(?:s|ding)?|(?:due|expected|set|bound) (?:to|in|at|for|on|back|here|there)|en route"
    r"|on (?:the|its|his|their) way|back"
    r"|(?:will|to) be|in (?-i:[A-Z]\w+)|at (?-i:[A-Z]\w+))"
)
DOING = Gated(
    r"\b(?:(?:agree[ds]?|str[iu]ck|sealed|reached|clinched|sign(?:ed|s)) (?:[\w-]+ ){0,5}?"
    r"(?<!fighting )(?<!cease-fire )(?<!ceasefire )(?<!truce )(?<!war )(?<!peace )(?<!forces )"
    r"(?<!troops )(?<!hostilities )(?<!hostages )(?<!attacks )(?<!strikes )in (?-i:[A-Z])"
    r"|converg(?:e|es|ed|ing) (?:on|in)|g[eo]t together"
    r"|(?:talk(?:s|ed)?|negotiat(?:e|es|ed)|discuss(?:es|ed)?) (?:a |the )?(?:[\w-]+ )?(?:truce"
    r"|peace|cease-?fire|swaps?|hostages?|prisoners?|borders?|exchange)"
    r"|(?:br(?:ings?|ought)|g[eo]ts?|seats?|seated|sits|fetch(?:es|ed)|gather(?:s|ed)?"
    r"|summon(?:s|ed)?|reunit(?:es|ed)"
    r"|invit(?:es?|ed)|assembl(?:es?|ed)|s[ae]es?|lin(?:es?|ed) up) "
    r"(?=(?:the |both |two )?(?-i:[A-Z])[^.;:]{3,90} (?:together|into|to (?:one|the same|a|the)"
    r" table|face to face|at|in|for)\b)|(?:plays?|played|play) host"
    r"|(?:to )?(?:host|receive|welcome|gather)(?:s|d|ed)? (?:the |both |two |its )?(?-i:[A-Z])"
    r"|to (?:see|visit|face|join|sit|lead|fly|travel|head|return|attend)"
    r"|(?:land|arriv|jett?|touch|travell?|head|depart|return)(?:s|es|ed|ing)? (?:[\w-]+ ){0,2}?"
    r"(?:in|to|for|from|down|home|out|back)|(?:fl(?:y|ies|ew|ying)|leaves?|left|leaving) "
    r"(?:[\w-]+ ){0,2}?(?:in|to|for|from|home|out|back|after|without|with)"
    r"|(?<!to make )(?<!see any )progress|headway|sticking points?|narrow(?:s|ed"
    r"|ing)? (?:the )?(?:gaps?|differences)|gaps"
    r"|bridg(?:e|es|ed|ing) (?:the )?(?:gaps?|differences)|(?:no )?(?:closer|nearer) to|inch(?:es"
    r"|ed)?"
    r"|counterparts?|quartet|troika|(?:[\w-]+ )?format|good offices|consultation|pourparlers"
    r"|greet(?:s|ed)|red carpet|motorcades?|get(?:s|ting)? down to|got down to"
    r"|(?:all-day|day-long|hours-long|week-long|marathon|late-night|overnight)(?= [a-z])"
    r"|pored over|work(?:s|ed|ing)? through|compar(?:e|es|ed) notes|sh(?:ook|akes?|aking) hands"
    r"|handshakes?|(?:is|are|was|were|due|set|expected) to (?:see|face|sit|join|receive|host)"
    r"|(?:com(?:e|es|ing)|came) (?:away|face|out|together|back)|sp[ae]n[dt]s? (?:[\w-]+ ){1,4}"
    r"(?:in|with|at|on|over)|(?:hours|days|minutes) (?:with|together|behind)|at work"
    r"|(?:dispersed|parted|adjourned|rose)\b|(?:first|second|third|fourth|fifth|sixth|final|last"
    r"|opening|same) day|day (?:two|three|four|five|six|one)|behind closed doors|contacts?"
    r"|dialogue|mediation|gathering|proceedings|quadrilateral|conference|forum|retreat|ceremony"
    r"|handover of|lunch(?:es|ed)?|din(?:es?|ed|ner)|breakfast|audience|appointment|rendezvous"
    r"|marathon|visits?|trip|stalemate|deadlock(?:ed)?|impasse"
    r"|read-?outs?|communiques?|joint statement|breakthrough|headway|no accord|agenda"
    rf"|{MAN} (?:(?!said|says|told|which|that|who|whose|after)[\w’',-]+ ){{0,5}}?{GOES})\b"
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
    r"(?:peace )?(?:talks|negotiations?|rounds?|bargaining|consultations|sessions?)", re.IGNORECASE
)
"""What is said of the sides of a war, even where but one of them is named."""
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
    r"|in parliament|(?:eve|birthday|watch|dinner|ruling) party|partygoers)\b"
    r"|\btold (?:[\w’'.-]+ ){1,7}?(?:at|in|during) an? (?:[\w-]+ )?(?:meeting|session)\b",
    re.IGNORECASE,
)
"""Others meet, or one speaks to his own men, or they meet for something else."""
NOT_SO = re.compile(
    r"\?|\b(?:do not|don['’]t|must not|could|might|may(?= (?:meet|hold|be|resume|soon|still|yet"
    r"|not))|should|would (?:be"
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
    r"\b(?:kill(?:s|ed|ing)?|struck(?! (?:an? )?(?:[\w-]+ )?(?:deals?|accord|agreement|pact|truce"
    r"|bargain|compromise))|strikes?(?! (?:an? )?(?:[\w-]+ )?(?:deals?|accord|agreement|pact|truce"
    r"|bargain|compromise))|shell(?:s|ed|ing)|bomb(?:s|ed|ing)|raid(?:s|ed)?"
    r"|attack(?:s|ed)?|wound(?:s|ed)|drones?|missiles?|airstrikes?|dead|injur\w+"
    r"|hit(?! (?:an? )?(?:snag|wall|impasse|obstacle|deadlock))|shot|arrest\w*"
    r"|sanction\w*|tariffs?|trade(?! (?:blame|barbs|accusations|proposals|drafts|papers|charges))"
    r"|visas?|flights?|imports?|exports?|cricket|match|cup|championship"
    r"|captur\w+|abduct\w*|detain(?:s|ed)|charges|court|jail\w*|warns?|accuses?|denounces?"
    r"|condemns?"
    r"|speaks?|spoke|rang|phones?d?|phoned|telephon\w+|dials?|dialled|by (?:phone|video)"
    r"|hotline)\b",
    re.IGNORECASE,
)
"""In the title, without a word of meeting: other news, beside which talks are only mentioned."""
SAYS = re.compile(
    r"\W*(?:[\w’'-]+ ){0,3}?(?:say|said|says|accus|blam|trad|exchang|vow|warn|clash|fight|fire"
    r"|launch"
    r"|claim|confirm|den(?:y|ies)|call|urge|want|reject|spoke|speak|phone|telephon|condemn|mark"
    r"|mourn"
    r"|report|swap|repeat|insist|disagree|differ|spar|feud|appear|address|deliver|told|tell)",
    re.IGNORECASE,
)
"""After two people: they speak, each for himself."""
