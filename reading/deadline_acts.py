"""What one side can ask of another in war, as verbs and as nouns; and what tells of war at all."""

import re

ACTS = (
    r"withdr[ae]w\w*|pull\w*|leav\w+|left|quit\w*|vacat\w+|evacuat\w+|depart\w*|surrender\w*"
    r"|capitulat\w+|disarm\w*|demilitari[sz]\w+|disband\w*|dismantl\w+|dissol\w+|lay\w* down"
    r"|put\w* down|give\w* up|hand\w* (?:over|back|in)|releas\w+|free\w*|return\w*|repatriat\w+"
    r"|accept\w*|agree\w*|sign\w*|reach\w*|conclud\w+|seal\w*|finali[sz]\w+|strike a|make (?:a"
    r" deal|peace|concessions)|comply|compli\w+|re-?open\w*|open\w*|halt\w*|stop\w*|end|ends|ended"
    r"|ending|ceas\w+|lift\w*|implement\w*|honou?r\w*|fulfil\w*|meet (?:the|its|their|his|our|all)"
    r"|respond|answer|reply|submit\w*|integrat\w+|merg\w+|clear|remov\w+|mov\w+|relocat\w+|retreat"
    r"|begin|start|resum\w+|enter talks|negotiat\w+|come to|choose|free[sz]\w+|allow\w*|let|grant"
    r"|cooperat\w+|disclos\w+|destroy\w*|transfer\w*|ratif\w+|apply|restor\w+|fall back"
    r"|come clean|assess|judge|see (?:if|whether)|find out|come up with|work\w* out|set free"
    r"|bring\w*|done|over|in place|finished"
    r"|completed?|gone|out of|present\w*|prepar\w+"
    r"|tabl\w+|produc\w+|account|draw up|settle\w*"
    r"|report\w*|decid\w+|prov\w+|show|dispers\w+|shut|close|expel\w*"
    r"|deliver\w*|observ\w+|respect\w*|join\w*|back down|yield|consult\w*|carry(?:ing)? out"
    r"|in the hands of|under (?:the |state )?control"
    r"|(?:out|home|back)(?= (?:of|by|before|within)\b)"
    r"|have (?:an?|the|its|their) (?:[\w-]+ ){0,3}(?:draft|plan|text|deal|agreement|answer|reply)"
    r"|come together|meet to|convene|go(?= home| away| by\b| within\b|[.,;:]|$)|work (?:on|towards)"
    r"|neutrali[sz]\w+|set up|establish\w*"
)
"""What one side asks of another in war: an act with which a demand can be met."""

DEEDS = (
    r"withdrawals?|pull-?outs?|pull-?backs?|releases?|cease-?fire|truce|surrender|disarmament"
    r"|demilitari[sz]ation|deal|agreement|halt|end to|cessation|answers?|repl(?:y|ies)|responses?"
    r"|evacuation|handover|hand-?over|return of|departure|dissolution|integration|lifting"
    r"|reopening|opening|signature|signing|implementation|compliance|acceptance|retreat|everything"
    r"|inspections?|dismantling"
)
"""The same as nouns: what can be demanded by a day."""

ACT = re.compile(rf"\b(?:{ACTS})\b", re.IGNORECASE)

WAR = re.compile(
    r"\b(?:war|peace|cease-?fires?|truces?|hostages?|captives?|prisoners?|invasion|fight\w*|siege"
    r"|hostilities|nuclear|missiles?|uranium|enrich\w*|sanctions?|withdr[ae]w\w*"
    r"|pull(?:ing)?[- ]?out|troops|forces|fighters|soldiers|militia\w*|rebels?|army|weapons?"
    r"|arms|disarm\w*|snap-?back"
    r"|ultimatum|attacks?|strikes?|offensive|blockade|strait|landmines?|mines|border|territory"
    r"|declaration|treaty|pact|city|towns?|villages?|positions?|surrender\w*|inspect\w+|terms|plan|proposal|deal"
    r"|agreement|accord|force|integrat\w+|hand(?:s|ed)? over|occupied|evacuat\w+|airspace|envoys?"
    r"|diplomats?|attach[eé]s?|nationals|peacekeepers?|remains)\b",
    re.IGNORECASE,
)
