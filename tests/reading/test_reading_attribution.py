"""Who answers for a figure or a statement, and from which word to which."""

from datetime import UTC, date, datetime

import pytest
from made_presets import MADE

from reading.annotate import annotate
from reading.document import Attribution, Document
from reading.facts import Article
from reading.preset import Actor

# Text, words that somebody answers for, who, and for which party.
SPOKEN = [
    (
        "Nine soldiers died, per the Freedonian Defence Ministry.",
        "Nine",
        "Freedonian Defence Ministry",
        "Freedonia",
    ),
    (
        "Nine soldiers killed, two hurt: the Freedonian Defence Ministry.",
        "Nine",
        "Freedonian Defence Ministry",
        "Freedonia",
    ),
    ("Firefly speaks of 92 dead.", "92", "Rufus Firefly", "Freedonia"),
    ("In Zenda 24 people died. Firefly gave the toll.", "24", "Rufus Firefly", "Freedonia"),
    (
        "In Zenda 24 people died. The figure was given by Firefly.",
        "24",
        "Rufus Firefly",
        "Freedonia",
    ),
    (
        "Firefly accused Ruritania of dropping 2 bombs near the border.",
        "2",
        "Rufus Firefly",
        "Freedonia",
    ),
    (
        "Drones hit 12 towns, according to Ruritania’s Air Force.",
        "12",
        "Ruritanian Air Force",
        "Ruritania",
    ),
    (
        "According to a senior Sylvanian strategist, 40 drones are ready.",
        "40",
        "senior Sylvanian strategist",
        "Sylvania",
    ),
    ("Local authorities reported that 16 were hurt.", "16", "local authorities", None),
    (
        "Sirens wailed and local authorities reported that 16 were hurt.",
        "16",
        "local authorities",
        None,
    ),
    (
        "They downed 13 drones, Freedonian government officials said.",
        "13",
        "Freedonian government officials",
        "Freedonia",
    ),
    ("They downed 13 drones, said Rufus Firefly.", "13", "Rufus Firefly", "Freedonia"),
    ("They downed 13 drones, said Otto Marlow on Friday.", "13", "Otto Marlow", None),
    ("Freedonia claimed to have downed 74 drones.", "74", "Freedonia", "Freedonia"),
    ("The Ruritanians claimed that 5 hit home.", "5", "Ruritania", "Ruritania"),
    (
        "“We lost 5 men,” Ruritanian President Rudolf Rassendyll said.",
        "5",
        "Rudolf Rassendyll",
        "Ruritania",
    ),
    ("Otto Marlow, the interior minister, said 9 had died.", "9", "Otto Marlow", None),
    ("The air force said 9 came.", "9", "Ruritanian Air Force", "Ruritania"),
    (
        "Freedonia was silent, though its Defence Ministry counted 9 drones.",
        "9",
        "Freedonian Defence Ministry",
        "Freedonia",
    ),
    ("Rescuers and police said 9 had died.", "9", "rescuers and police", None),
    ("Firefly said he was sad. He added that 9 had died.", "9", "Rufus Firefly", "Freedonia"),
    (
        "It ended, according to a Freedonian negotiator. The negotiator said 9 had died.",
        "9",
        "Freedonian negotiator",
        "Freedonia",
    ),
    ("Officials: 9 dead in strike", "9", "officials", None),
    ("The toll, he was told, rose to 9, the mayor said; 4 were missing.", "9", "mayor", None),
    ("Rassendyll said: “It was dark. We lost 9 men.”", "9", "Rudolf Rassendyll", "Ruritania"),
    ("“It was dark. We lost 9 men,” Rassendyll said.", "dark", "Rudolf Rassendyll", "Ruritania"),
    ("Freedonia reportedly lost 9 men.", "9", "reports", None),
    (
        "It was met, said Lt. Gen. Otto Marlow, the spokesman, with 9 guns.",
        "met",
        "Otto Marlow",
        None,
    ),
    ("The raid killed 9, Freedonia claims.", "9", "Freedonia", "Freedonia"),
    ("Firefly announces raid, says 9 hit.", "9", "Rufus Firefly", "Freedonia"),
    (
        "Firefly declares a truce, tells Ruritanian men to go.",
        "truce",
        "Rufus Firefly",
        "Freedonia",
    ),
    ("In the morning the rescue service said 9 died.", "9", "rescue service", None),
    ("Talks ended with a promise to meet again, both sides said.", "promise", "both sides", None),
    (
        "The Air Force said 9 came. Of these, 4 were downed.",
        "4",
        "Ruritanian Air Force",
        "Ruritania",
    ),
]

SILENT = [
    ("The minister spoke of his July warning that 9 men might fall.", "9 men"),
    ("Freedonia: rival factions agree to meet for 3 days.", "3 days"),
    ("The army lost 40 men, according to a copy of the letter seen by Reuters.", "40"),
    ("The reported attack killed 9.", "9"),
    ("He was told to leave 9 men.", "9"),
    ("Flavia's claims of 9 dead", "9"),
    ("Ruritania launched 9 drones.", "9"),
    ("Firefly declares an emergency after raids kill 9.", "9"),
    ("The envoy rejects Freedonian claims of 9 raids.", "9"),
    ("The envoy spurns Freedonia's raid claim, 9 die in Zenda.", "9"),
    ("Raids hit 9 towns, military sites in multiple states.", "9"),
    ("They met 1,003 people it says are dead.", "met"),
]


def _read(text: str) -> Document:
    published = datetime(2025, 7, 25, 12, tzinfo=UTC)
    return annotate(Article("a", "Title", f"{text}\n\nEnd.", published), MADE)


def _answering(text: str, words: str) -> Attribution | None:
    document = _read(text)
    at = document.text.index(words)
    sentence = next(s for s in document.sentences if s.span[0] <= at < s.span[1])
    return sentence.claimant_at((at, at + len(words)))


@pytest.mark.parametrize(("text", "words", "claimant", "party"), SPOKEN)
def test_somebody_answers(text: str, words: str, claimant: str, party: str | None) -> None:
    found = _answering(text, words)
    assert found is not None
    assert (found.claimant, found.party) == (claimant, party)


@pytest.mark.parametrize(("text", "words"), SILENT)
def test_nobody_answers(text: str, words: str) -> None:
    assert _answering(text, words) is None


def test_two_speakers_share_a_sentence() -> None:
    text = "Rassendyll said 9 men fell, while Freedonia said 4 did."
    nine, four = _answering(text, "9"), _answering(text, "4")
    assert nine is not None
    assert four is not None
    assert (nine.claimant, four.claimant) == ("Rudolf Rassendyll", "Freedonia")


@pytest.mark.parametrize(
    ("text", "said_on"),
    [
        ("Firefly said on Saturday that 9 fell.", date(2025, 7, 19)),
        ("On Saturday, Firefly said that 9 fell.", date(2025, 7, 19)),
        ("Firefly told reporters in Zenda on Monday that 9 fell.", date(2025, 7, 21)),
        ("The attack killed 9, Firefly said Sunday.", date(2025, 7, 20)),
        ("Firefly said the attack of 9 drones began on Monday.", None),
    ],
)
def test_the_verb_carries_a_day(text: str, said_on: date | None) -> None:
    found = _answering(text, "9")
    assert found is not None
    assert found.said_on == said_on


@pytest.mark.parametrize(
    "text",
    [
        "40 men were freed with help of the United States, Rufus Firefly, the minister, said.",
        "40 men were freed with help of Sylvania, the Gulf States, Rufus Firefly said.",
        "40 Freed With Help of the United States, Rufus Firefly Says",
    ],
)
def test_the_tail_of_a_name_is_no_verb_and_its_head_no_speaker(text: str) -> None:
    document = annotate(Article("a", "", text, datetime(2025, 7, 21, 12, tzinfo=UTC)), MADE)
    said = [a.claimant for s in document.sentences for a in s.attributions]
    assert said == ["Rufus Firefly"]


def test_a_verb_in_a_headline_has_its_capital_and_its_speaker() -> None:
    found = _answering("Firefly Says That 9 Soldiers Fell Near Zenda", "9")
    assert found is not None
    assert found.claimant == "Rufus Firefly"


def test_a_bare_ministry_is_nobody_s_where_a_place_has_one_too() -> None:
    actors = (
        *MADE.actors,
        Actor(name="Ruritanian Health Ministry", party="Ruritania", kind="body"),
        Actor(name="Zenda health ministry", party="Freedonia", kind="body"),
    )
    document = annotate(
        Article(
            "a", "Title", "The health ministry said 9 had died.", datetime(2025, 7, 25, tzinfo=UTC)
        ),
        MADE.model_copy(update={"actors": actors}),
    )
    (found,) = document.sentences[1].attributions
    assert (found.claimant, found.party) == ("health ministry", None)


@pytest.mark.parametrize(
    "title",
    [
        *(
            f"{label}: Ruritanian drones hit Freedonia"
            for label in (
                "Watch",
                "Poll",
                "Exclusive",
                "Explainer",
                "Live Blog",
                "Operation Dawn",
                "Blasts, smoke, panic",
                "Zenda",
                "Morning Briefing",
                "First Thing",
            )
        ),
        "Ruritanian drones hit Freedonia - The Daily Wire",
    ],
)
def test_a_label_before_a_colon_and_the_paper_are_no_speakers(title: str) -> None:
    day = datetime(2025, 7, 21, 12, tzinfo=UTC)
    assert annotate(Article("a", title, "", day), MADE).sentences[0].attributions == ()
