"""By whom a point is agreed, offered, asked for, refused or carried out."""

import re

from reading.document import Document, Name, Sentence
from reading.facts import Stance
from reading.talk_clauses import (
    BOTH_SIDES,
    Clause,
    acting_names,
    opens_with_pronoun,
    parties_of,
    sides_named,
    whole,
)
from reading.talk_items import Mention
from reading.talk_parties import both_meant
from reading.talk_stances import Cue
from reading.talk_subjects import carried_on, coordinated, of_last_clause, proposer, subjects

COMPLAINED_OF = re.compile(
    r"\b(?:complain(?:ed|s|ing)? (?:of|about)|spoke of|denounc(?:ed|es)|face[ds]?|decried"
    r"|reject(?:ed|s)"
    r"|unacceptable|told of)\b[^.;]*$",
    re.IGNORECASE,
)
"""Before "demands": the one who speaks is the one of whom they are made."""

DEMANDS = re.compile(r"(?:demands?|conditions?|insistence|calls?|requests?)\b", re.IGNORECASE)


def _is_complaint(clause: Clause, cue: Cue | None, stance: Stance, subject: str) -> bool:
    """ "A rejects demands for" speaks of B's; "A rejects B's plan and insists on" does not."""
    told = stance is Stance.DEMANDED and COMPLAINED_OF.search(subject) is not None
    return told and (cue is None or DEMANDS.match(clause.text, cue.start) is not None)


PRESENTED_WITH = re.compile(
    r"\b(?:was|were|been) (?:\w+ )?(?:presented with|given|handed|offered|shown|sent)\b",
    re.IGNORECASE,
)
"""Before a proposal: the one named received it."""

RECEIVED = re.compile(r"receiv|(?:took|takes?|got|gets?) back|recover|retriev", re.IGNORECASE)
"""What one side received, the other handed over."""


def doers(
    document: Document,
    clause: Clause,
    cue: Cue | None,
    mention: Mention,
    stance: Stance,
    previous: Sentence | None,
) -> tuple[str, ...]:
    """The parties whose word or deed the point is; empty where the text does not say."""
    edge = cue.start if cue and not cue.passive else mention.start
    if cue is not None and cue.frame:
        return _of_frame(document, clause, cue, stance)
    if stance is Stance.CARRIED_OUT and (agent := _agent(document, clause, mention)):
        return (agent,)
    names = _named(document, clause, cue, mention, stance)
    names, low = of_last_clause(document, clause, names, edge)
    subject = clause.text[low:edge]
    duty = _of_duty(clause, cue) if stance is Stance.DEMANDED else None
    if duty is not None:
        return _spoken_for(document, clause, mention, previous) if duty else ()
    studied = cue is not None and cue.noun and STUDIES.search(subject)
    if studied or THEIR_FRIENDS.search(subject) or GOT_FOR.search(_told(clause, mention)):
        return ()
    if stance is Stance.CARRIED_OUT and RECEIVED.match(_act(clause, mention)):
        return others(document, clause, names)
    if stance in (Stance.AGREED, Stance.CARRIED_OUT):
        between = pair_between(document, clause, mention)
        if between or _by_both(document, clause, cue, names, subject):
            return between or _pair(document, names) or both_meant(document, clause.sentence)
        fetched = FETCHED.search(clause.text[: mention.end][-60:]) if not names else None
        acting = parties_of(names)
        acting = acting or (() if fetched else _spoken_for(document, clause, mention, previous))
        return _own(document, acting, stance)
    if PRESENTED_WITH.search(subject):
        return others(document, clause, names)
    if _is_complaint(clause, cue, stance, subject):
        return others(document, clause, names)
    if stance is Stance.OFFERED and not THEIR_MEN.search(subject) and _both(subject, names):
        return both_meant(document, clause.sentence)
    if stance is Stance.OFFERED and A_PROMISE.search(subject) and len(parties_of(names)) > 1:
        return parties_of(names)
    same = cue is not None and not cue.passive and SAME_SUBJECT.search(subject) is not None
    own = names[:1] if same else coordinated(document, names)
    return (
        parties_of(own)
        or _spoken_for(document, clause, mention, previous)
        or _asked(document, clause, edge, subject)
    )


THEIR_FRIENDS = re.compile(
    r"['’]s? (?:[\w-]+ ){0,2}(?:allies|backers|partners|friends|supporters|neighbou?rs|patrons"
    r"|sponsors|enemies|foes|guarantors)(?: (?:have|had|also|then|again|on \w+day))* $",
    re.IGNORECASE,
)
"""Who acts is no side, but somebody who stands by one."""


def _asked(document: Document, clause: Clause, edge: int, subject: str) -> tuple[str, ...]:
    """ "The army demands that B withdraw": it is the side across from the one that is asked."""
    if not A_SIDE.search(subject):
        return ()
    return others(document, clause, [n for n in clause.names if n.span[0] >= clause.at(edge)][:1])


A_SIDE = re.compile(
    r"\b(?:the|its|their) (?:(?:army|military|government|authorities|junta|rebels|insurgents"
    r"|paramilitar(?:y|ies))\b(?: [\w’'-]+){0,3}) ?$",
    re.IGNORECASE,
)
"""Before a demand: the side that goes by no name makes it of the one that is named."""
SAME_SUBJECT = re.compile(r"[\w’']\w*,? and(?: \w+ly| also| then| again| in turn| later)?\s$")
"""Before a verb: it has the subject of the verb before it ("A gave B a list and asked for")."""


def pair_between(document: Document, clause: Clause, mention: Mention) -> tuple[str, ...]:
    """ "The truce between A and B": those two, whoever else is of the war."""
    end = clause.at(mention.end)
    opening = BETWEEN.match(document.text, end)
    named = [n for n in clause.names if opening and opening.end() <= n.span[0] <= end + 60][:2]
    pair = parties_of(named)
    both = len(pair) == len(named) > 1 and set(pair) <= {*document.preset.party_names}
    return pair if both and AND.fullmatch(document.text, named[0].span[1], named[1].span[0]) else ()


def _pair(document: Document, names: list[Name]) -> tuple[str, ...]:
    """Of more than two sides those who act, whoever else is named around them."""
    sides = document.preset.party_names
    acting = tuple(party for party in parties_of(names) if party in sides)
    return acting if len(acting) > 1 and len(sides) > len(acting) else ()


BETWEEN = re.compile(r"(?: (?:deal|agreement|accord|exchange|swap))? between (?:the )?")
AND = re.compile(r" and (?:the )?(?:[A-Z]?[\w-]+ ){0,2}")


def _by_both(
    document: Document, clause: Clause, cue: Cue | None, names: list[Name], subject: str
) -> bool:
    """What both sides settled or did: told by a plural, a passive, or a word for both."""
    only_sides = set(parties_of(names)) <= set(document.preset.party_names)
    plural = cue is not None and _plural(clause, cue) and only_sides
    return plural or _both(subject, names) or (cue is not None and cue.passive)


def _own(document: Document, acting: tuple[str, ...], stance: Stance) -> tuple[str, ...]:
    """Of those who act the sides; an outsider who settles something with one side counts too."""
    own = tuple(party for party in acting if party in document.preset.party_names)
    if stance is Stance.AGREED and len(own) == 1 and len(acting) > 1:
        return acting
    return own or (() if stance is Stance.CARRIED_OUT else acting)


def _named(
    document: Document, clause: Clause, cue: Cue | None, mention: Mention, stance: Stance
) -> list[Name]:
    """Who is named as acting; of those handed over the adjective tells whose people they are."""
    edge = cue.start if cue and not cue.passive else mention.start
    names = subjects(document, clause, clause.at(edge))
    if clause.sentence.heading and mention.act is not None:
        low, high = clause.at(0), mention.start
        names = [n for n in names if not AS_OTHERS.search(clause.text, n.span[1] - low, high)]
    if stance is Stance.CARRIED_OUT:
        names = [n for n in names if not _is_of_captives(clause, mention, n)]
    if cue is not None and AGREED_WITH.match(clause.text[cue.start : cue.end]):
        low, high = clause.at(cue.start), clause.at(cue.end)
        names = [*names, *(name for name in clause.names if low <= name.span[0] < high)]
    return names


AS_OTHERS = re.compile(r" (?:as|while) (?!part\b|agreed\b|well\b)")
"""In a headline, between a side and those handed over: somebody else did that meanwhile."""
STUDIES = re.compile(
    r"\b(?:stud(?:y|ies|ied|ying)|(?:consider|review|weigh|examin|receiv|assess|debat)(?:s|es|ed|ing|e)?"
    r"|(?:look|looking|looked) (?:at|into)|mull(?:s|ed|ing)?)\b[^.;]{0,30}$",
    re.IGNORECASE,
)
"""Before a proposal: who studies one has not made it."""


def _of_duty(clause: Clause, cue: Cue | None) -> bool | None:
    """Whether the speaker says that they "must"; False where they "were required to" by nobody."""
    if cue is None:
        return None
    if OF_THEM.search(clause.text, 0, cue.end):
        return False
    return True if DUTY.match(clause.text, cue.start) else None


OF_THEM = re.compile(
    r"\b(?:is|are|was|were|been|be) (?:\w+ly )?(?:required|obliged|demanded|asked|told|ordered)$",
    re.IGNORECASE,
)
"""'It had been required to': the subject is asked, and does not ask."""
DUTY = re.compile(r"must\b|ha(?:s|ve) to\b", re.IGNORECASE)
"""Whoever has to do it is not the one who asks for it."""
AGENT = re.compile(r"[^.;,]{0,30}\bby (?:the )?$", re.IGNORECASE)


def _agent(document: Document, clause: Clause, mention: Mention) -> str | None:
    """ "Freed in the desert by B": B did it, whoever was freed."""
    if mention.act is None:
        return None
    end = clause.at(mention.act[1])
    after = next((n for n in clause.names if n.party and n.span[0] >= end), None)
    if after is None or after.party not in document.preset.party_names:
        return None
    return after.party if AGENT.fullmatch(document.text[end : after.span[0]]) else None


def _is_of_captives(clause: Clause, mention: Mention, name: Name) -> bool:
    """ "Six Israeli hostages crossed into": the adjective tells whose people they are."""
    if mention.whom is None or not name.adjective:
        return False
    low, high = (clause.at(edge) for edge in mention.whom)
    between = clause.sentence.text[name.span[1] - clause.sentence.span[0] :][
        : max(0, low - name.span[1])
    ]
    return name.span[0] < high and re.fullmatch(r"(?: [\w’'-]+){0,2} ?", between) is not None


AGREED_WITH = re.compile(r"agree\w* with\b", re.IGNORECASE)
"""With whom one agrees is the other doer."""
FETCHED = re.compile(
    r"\b(?:is|are|was|were|been) (?:\w+ )?(?:brought|flown) (?:back|home)\b", re.IGNORECASE
)
"""Of captives and the dead: who confirms that they came has not given them."""
GOT_FOR = re.compile(r"\w+ \d[\d,]* [\w ]{2,40} for [\w ,-]{0,24}hostages?$", re.IGNORECASE)
"""What one side "frees 90 prisoners for" is freed by another, whom the words do not name."""


def _told(clause: Clause, mention: Mention) -> str:
    return clause.text[mention.start : mention.end]


PLURAL = re.compile(r"(?:sign|agree|reach|accept|strike|seal|clinch)(?: (?!with)|$)", re.IGNORECASE)


def _plural(clause: Clause, cue: Cue) -> bool:
    """A headline's bare verb has more than one subject: "Army, rebels sign truce"."""
    before = clause.text[: cue.start].rstrip()
    if not clause.sentence.heading or re.search(r"\b(?:to|will|would|must|should|can)$", before):
        return False
    return PLURAL.match(clause.text[cue.start : cue.end]) is not None


A_PROMISE = re.compile(
    r"\b(?:ended|closed|concluded|finished|parted|wound up)\b[^.;]{0,20}\b(?:an?|the) (?:\w+ )?$",
    re.IGNORECASE,
)
"""Before "promise": a meeting ended with it, and so it is given by all who met."""


OWN_THEY = re.compile(r"they|we|each", re.IGNORECASE)
THEIR_MEN = re.compile(
    r"\b(?:ministers|presidents|leaders|commanders|generals|delegations|negotiators|delegates"
    r"|envoys)(?: \w+ly)?(?: have| had)? $",
    re.IGNORECASE,
)
"""Right before "signed": both sides' men together."""


PLAIN_SIDE = re.compile(
    r"\b(?:army|government|military|authorities)\b(?: [\w’'-]+){0,3} and (?:the )?"
    r"(?=[\w ]*(?-i:[A-Z]))"
    r"|(?-i:[A-Z])[\w ]+ and (?:the|its) (?:\w+ )?(?:army|government|military|authorities|rebels"
    r"|insurgents|paramilitaries|militia|movement)\b"
    r"|\b(?:rebels|insurgents|paramilitaries|militia|movement)(?: [\w’'-]+){0,2} and (?:the )?"
    r"(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
"""One side goes by no name: "the army and the Rapid Force"."""


def _both(subject: str, names: list[Name]) -> bool:
    """The subject is both sides; "they" after one party's name is only that party."""
    found = BOTH_SIDES.search(subject)
    if len(parties_of(names)) < 2 and PLAIN_SIDE.search(subject):
        return True
    if found is None:
        return not parties_of(names) and THEIR_MEN.search(subject) is not None
    return not (OWN_THEY.fullmatch(found.group()) and len(parties_of(names)) == 1)


def _of_frame(document: Document, clause: Clause, cue: Cue, stance: Stance) -> tuple[str, ...]:
    """An agreed text binds the sides; a proposal is of the party named in its phrase."""
    low, high = clause.at(cue.start), clause.at(cue.end)
    if stance is Stance.AGREED:
        return _obliged(document, clause, high) or both_meant(document, clause.sentence)
    named = parties_of(n for n in clause.names if n.party and low <= n.span[0] < high)[:1]
    said = clause.sentence.claimant_at((high, high + 1))
    return named or ((said.party,) if said and said.party else proposer(document, clause))


OBLIGED = re.compile(r"(?:['’]s?)?(?: (?!and\b)[\w’'-]+){0,4} to\b(?! be\b)")


def _obliged(document: Document, clause: Clause, at: int) -> tuple[str, ...]:
    """ "The text commits A to pulling out", "gives A's men 60 days to leave": A alone has to."""
    named = next((n for n in clause.names if n.party and n.span[0] >= at), None)
    seated = {party for track in document.preset.tracks for party in track.parties}
    if named is None or named.party is None or named.party not in seated:
        return ()
    near = re.fullmatch(r" (?:the |both )?", document.text[at : named.span[0]])
    if near is None or not OBLIGED.match(document.text, named.span[1]):
        return ()
    return (named.party,)


def others(document: Document, clause: Clause, names: list[Name]) -> tuple[str, ...]:
    """The sides across the table from those named: of more than two, only where named too.

    Where nobody is named there is nobody across.
    """
    named = parties_of(names)
    meant = both_meant(document, clause.sentence) if named else ()
    return tuple(party for party in meant if party not in named)


def with_partner(document: Document, clause: Clause, by: tuple[str, ...]) -> tuple[str, ...]:
    """What binds both was agreed by both: of two sides the two, of more only those named."""
    sides = document.preset.party_names
    if len(sides) < 3:
        return sides
    if not by:
        return both_meant(document, clause.sentence)
    here = (sides_named(document, names) for names in (clause.names, clause.sentence.names))
    return next((found for found in here if len(found) > 1 and set(by) <= {*found}), by)


def _act(clause: Clause, mention: Mention) -> str:
    return clause.text[slice(*mention.act)] if mention.act else ""


def _spoken_for(
    document: Document, clause: Clause, mention: Mention, previous: Sentence | None
) -> tuple[str, ...]:
    """Where the clause names no one: whom the pronoun stands for, or whose spokesman says it."""
    if opens_with_pronoun(clause) and previous is not None:
        for near in reversed(document.sentences[max(0, previous.index - 1) : previous.index + 1]):
            before = acting_names(document, whole(near))
            if before:
                return parties_of(before[:1])
    said = clause.sentence.claimant_at((clause.at(mention.start), clause.at(mention.end)))
    if said is not None and BOTH_SIDES.match(said.claimant):
        return both_meant(document, clause.sentence)
    if (subject := carried_on(document, clause)) is not None:
        return parties_of(subject)
    paper = said is not None and said.party is None and PAPER.search(said.claimant)
    if paper and previous is not None:
        return parties_of(acting_names(document, whole(previous))[:1])
    return spokesmans(clause, mention) or _group(document, clause, mention)


GROUP = re.compile(
    r"\b(?:movement|group|rebels?|militants?|paramilitar\w+|militia\w*|insurgents?|coalition"
    r"|guerrillas?|fighters)\b(?! (?:of|from|in) )",
    re.IGNORECASE,
)


def _group(document: Document, clause: Clause, mention: Mention) -> tuple[str, ...]:
    """ "The movement", "rebels": the one side that is no state, and so has no adjective."""
    groups = [party.name for party in document.preset.parties if not party.adjectives]
    if len(groups) > 1:
        told_of = {name.party for s in document.sentences for name in s.names}
        groups = [group for group in groups if group in told_of]
    told = GROUP.search(clause.text[: mention.start])
    return tuple(groups) if len(groups) == 1 and told is not None else ()


PAPER = re.compile(r"\b(?:text|memorandum|paper|document|plan|proposal|draft)\b", re.IGNORECASE)
"""What a side has put on the table speaks for it."""


def spokesmans(clause: Clause, mention: Mention) -> tuple[str, ...]:
    """The party that answers for the clause, through whoever speaks."""
    attribution = clause.sentence.claimant_at((clause.at(mention.start), clause.at(mention.end)))
    return (attribution.party,) if attribution and attribution.party else ()


def speaks_for_himself(document: Document, clause: Clause, mention: Mention) -> bool:
    """A side's man says what "forces will" do of his side's; an outsider's has to say whose."""
    speaker = spokesmans(clause, mention)
    if not speaker or speaker[0] in document.preset.party_names:
        return bool(speaker)
    named = parties_of(acting_names(document, clause, clause.at(mention.start)))
    return speaker[0] in named or ITS_OWN.search(clause.text, 0, mention.end) is not None


ITS_OWN = re.compile(r"\b(?:it|its|we|our|they|their|he|his|she|her)\b", re.IGNORECASE)
