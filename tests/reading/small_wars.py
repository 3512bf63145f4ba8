"""Small presets, one of them invented, for the tests of talks, points and deadlines."""

from datetime import UTC, datetime
from typing import Any

from reading.annotate import annotate
from reading.document import Document
from reading.facts import Article
from reading.preset import Preset, parse_preset


def _preset(slug: str, **rest: Any) -> Preset:
    return parse_preset({"slug": slug, "name": slug, **rest}, slug)


RURITANIA = _preset(
    "ruritania-strelsau",
    parties=[
        {"name": "Ruritania", "aliases": ["Zenda"], "adjectives": ["Ruritanian", "Ruritanians"]},
        {"name": "Grandmark", "aliases": ["Tarlen"], "adjectives": ["Grandmarker", "Grandmarkers"]},
    ],
    third_parties=[
        {"name": "Atlantis", "aliases": ["Poseidonis"], "adjectives": ["Atlantean"]},
        {"name": "Lilliput", "aliases": ["Mildendo"], "adjectives": ["Lilliputian"]},
        {"name": "the League", "aliases": ["coalition of the ready", "League partners"]},
    ],
    actors=[
        {"name": "Rudolf Rassendyll", "party": "Ruritania", "spellings": ["Rassendyll"]},
        {"name": "Michael Elphberg", "party": "Ruritania", "spellings": ["Elphberg"]},
        {"name": "Greta Holm", "party": "Grandmark", "spellings": ["Holm"]},
        {"name": "Otto Brand", "party": "Grandmark", "spellings": ["Brand"]},
        {"name": "Ada Mare", "party": "Atlantis", "spellings": ["Mare"]},
        {"name": "Tom Small", "party": "Lilliput", "spellings": ["Small"]},
    ],
    places=[
        {"name": "Mildendo Bay", "party": "Lilliput"},
        {"name": "Brobdir", "party": "Lilliput"},
        {"name": "Amber Palace", "party": "Lilliput", "kind": "site", "within": "Brobdir"},
    ],
    tracks=[
        {"slug": "ruritania-grandmark", "parties": ["Ruritania", "Grandmark"]},
        {"slug": "atlantis-grandmark", "parties": ["Atlantis", "Grandmark"]},
        {"slug": "three-way", "parties": ["Atlantis", "Ruritania", "Grandmark"]},
        {"slug": "ruritania-league", "parties": ["Ruritania", "the League"]},
    ],
)

HOSTAGES = _preset(
    "israel-hamas",
    parties=[
        {"name": "Israel", "hostages": True, "adjectives": ["Israeli", "Israelis"]},
        {"name": "Hamas"},
    ],
    third_parties=[
        {"name": "United States", "aliases": ["US", "Washington"], "adjectives": ["American"]},
        {"name": "Egypt", "aliases": ["Cairo"], "adjectives": ["Egyptian"]},
        {"name": "Qatar", "adjectives": ["Qatari"]},
    ],
    actors=[
        {"name": "Donald Trump", "party": "United States", "spellings": ["Trump"]},
        {"name": "Ron Dermer", "party": "Israel", "spellings": ["Dermer"]},
        {"name": "Khalil al-Hayya", "party": "Hamas", "spellings": ["al-Hayya"]},
    ],
    places=[{"name": "Sharm el-Sheikh", "party": "Egypt"}, {"name": "Gaza"}],
    tracks=[{"slug": "israel-hamas", "parties": ["Israel", "Hamas"]}],
)

SNAPBACK = _preset(
    "iran-us",
    parties=[
        {"name": "Iran", "aliases": ["Tehran"], "adjectives": ["Iranian"]},
        {"name": "United States", "aliases": ["US", "Washington"], "adjectives": ["American"]},
    ],
    third_parties=[
        {"name": "E3", "aliases": ["France, Germany and Britain"]},
        {"name": "Oman", "adjectives": ["Omani"]},
    ],
    actors=[
        {"name": "Abbas Araghchi", "party": "Iran", "spellings": ["Araghchi"]},
        {"name": "Steve Witkoff", "party": "United States", "spellings": ["Witkoff"]},
        {"name": "Donald Trump", "party": "United States", "spellings": ["Trump"]},
    ],
    places=[{"name": "Muscat", "party": "Oman"}],
    tracks=[{"slug": "us-iran", "parties": ["United States", "Iran"]}],
)

BORDER = _preset(
    "thailand-cambodia",
    parties=[
        {"name": "Thailand", "adjectives": ["Thai"]},
        {"name": "Cambodia", "adjectives": ["Cambodian"]},
    ],
    third_parties=[{"name": "Malaysia", "adjectives": ["Malaysian"]}],
    actors=[{"name": "Anwar Ibrahim", "party": "Malaysia", "spellings": ["Anwar"]}],
    places=[{"name": "Putrajaya", "party": "Malaysia"}],
    tracks=[{"slug": "thailand-cambodia", "parties": ["Thailand", "Cambodia"]}],
)

REBELS = _preset(
    "drc-m23",
    parties=[
        {"name": "DR Congo", "aliases": ["Kinshasa"], "adjectives": ["Congolese"]},
        {"name": "AFC/M23", "aliases": ["M23", "the rebels"]},
    ],
    places=[{"name": "Doha"}],
    tracks=[{"slug": "drc-m23", "parties": ["DR Congo", "AFC/M23"]}],
)

BORDER_FIRE = _preset(
    "india-pakistan",
    parties=[
        {"name": "India", "adjectives": ["Indian"]},
        {"name": "Pakistan", "adjectives": ["Pakistani"]},
    ],
    actors=[{"name": "Ishaq Dar", "party": "Pakistan", "spellings": ["Dar"]}],
    tracks=[{"slug": "india-pakistan", "parties": ["India", "Pakistan"]}],
)


THREE_SIDED = _preset(
    "three-sided",
    parties=[
        {"name": "Ruritania", "adjectives": ["Ruritanian"]},
        {"name": "Grandmark", "adjectives": ["Grandmarker"]},
        {"name": "Borduria", "adjectives": ["Bordurian", "Bordurians"]},
    ],
    third_parties=[{"name": "Atlantis", "adjectives": ["Atlantean"]}],
    actors=[
        {"name": "Greta Holm", "party": "Grandmark", "spellings": ["Holm"]},
        {"name": "Ada Mare", "party": "Atlantis", "spellings": ["Mare"]},
    ],
    tracks=[{"slug": "ruritania-grandmark", "parties": ["Ruritania", "Grandmark"]}],
)


def news(preset: Preset, day: str, title: str, text: str = "") -> Document:
    """The article as a Document, published at 20:00 UTC on that day."""
    published = datetime.fromisoformat(day).replace(hour=20, tzinfo=UTC)
    return annotate(Article(id="t", title=title, text=text, published=published), preset)
