"""`parley preset check`, as a person runs it: a line per fault, and exit codes."""

import re
from importlib import resources
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli import UsageError, build

GOOD = """
slug = "a-b"
name = "A and B"
parties = [{ name = "A" }, { name = "B" }]
actors = [{ name = "Ada Okello", party = "A" }]
places = [{ name = "Port", party = "B" }]
outlets = [{ name = "News", domains = ["news.example"] }]
tracks = [{ slug = "a-b", parties = ["A", "B"] }]
feeds = [{ url = "https://news.example/rss", title = "News", outlet = "News" }]
[[history.statements]]
reported = 2025-07-28
sources = ["https://news.example/1"]
fact = { op = "issue", issuer = "Ada Okello", addressee = ["B"], said_on = 2025-07-28, \
window = { start = 2025-08-04, end = 2025-08-04 }, sentence = "Okello gives B until Monday." }
[[history.rounds]]
reported = 2025-06-02
sources = ["https://news.example/2"]
fact = { status = "ended", track = "a-b", window = { start = 2025-06-02, end = 2025-06-02 } }
"""


def check(file: Path) -> tuple[int, str]:
    done = CliRunner().invoke(build(), ["preset", "check", str(file)])
    if isinstance(done.exception, UsageError):
        raise done.exception
    return done.exit_code, done.output


def written(folder: Path, text: str) -> Path:
    file = folder / "a-b.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_good_file_passes(tmp_path: Path) -> None:
    code, said = check(written(tmp_path, GOOD))
    assert (code, said.strip().endswith("nothing wrong found")) == (0, True)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'name = "A and B"',
            'name = "A and B"\npartys = []',
            "partys: is no word that Parley knows",
        ),
        ('"Ada Okello", party = "A"', '"Ada Okello", party = "C"', "party 'C' is not in the file"),
        ('"Ada Okello", party', '"Ada Okello", spelings = [], party', "actors.0.spelings (Ada"),
        ('"Ada Okello", party', '"Ada Okello", spellings = ["Ada Okello"], party', "2 times"),
        ('"Ada Okello", party', '"Ada Okello", spellings = ["May"], party', "everyday word"),
        (
            "reported = 2025-07-28",
            'reported = "soon"',
            "reported: is no day; write it as 2025-07-25",
        ),
        ('"Ada Okello", party = "A"', '"Ada Okello"', "actors.0.party (Ada Okello): is missing"),
        ("reported = 2025-07-28", "reported = 2025-07-20", "before it was said"),
        ('parties = ["A", "B"] }]', 'parties = ["A", "D"] }]', "party 'D'"),
        ('party = "B" }]', 'party = "B", held = { by = "D" } }]', "side 'D'"),
        ("until Monday", "until Friday", "2025-08-04 is a Monday"),
        ('domains = ["news.example"]', "domains = []", "no domain"),
        ('track = "a-b"', 'track = "b-c"', "track 'b-c' is not in the file"),
        ('issuer = "Ada Okello"', 'issuer = "Ben Ruto"', "actor 'Ben Ruto' is not in the file"),
        (
            'fact = { status = "ended",',
            """fact = { status = "ended" }
[[history.strikes]]
reported = 2025-06-03
sources = ["https://news.example/3"]
fact = { attacker = "A", figures = [{ measure = "killed", low = 9, high = 3 }] }
#""",
            "history.strikes.0: killed: low 9, yet high 3",
        ),
        ('slug = "a-b"\nname', 'slug = "b-a"\nname', "slug 'b-a' is not the file's name"),
        ('name = "A and B"', 'name = "A', "not valid TOML"),
        ('name = "A and B"', 'name = "A and B"\nzone = "Mars/Base"', "time zone 'Mars/Base'"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert old in GOOD
    code, told = check(written(tmp_path, GOOD.replace(old, new, 1)))
    assert code == 1
    assert said in told


def test_every_fault_has_its_line(tmp_path: Path) -> None:
    text = GOOD.replace('party = "A"', 'party = "C"').replace("until Monday", "until Friday")
    _, told = check(written(tmp_path, text))
    assert len(told.strip().splitlines()) == 2


def test_the_guides_examples_pass_together(tmp_path: Path) -> None:
    guide = Path(__file__).parents[2] / "docs" / "preset.md"
    examples = re.findall(r"```toml\n(.*?)```", guide.read_text(encoding="utf-8"), re.DOTALL)
    file = tmp_path / "north-south.toml"
    file.write_text("\n".join(examples), encoding="utf-8")
    assert check(file) == (0, f"{file}: nothing wrong found\n")


def test_a_city_without_party_is_only_noted(tmp_path: Path) -> None:
    code, told = check(written(tmp_path, GOOD.replace('"Port", party = "B"', '"Port"')))
    assert code == 0
    assert "note: place 'Port': a city without party" in told


def test_a_file_that_is_not_there_is_a_persons_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot read"):
        check(tmp_path / "none.toml")


def test_every_bundled_preset_passes() -> None:
    for file in (resources.files("reading") / "conflicts").iterdir():
        assert check(Path(str(file)))[0] == 0, file.name


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            '[{ name = "Ada Okello", party = "A" }]',
            '[{ name = "Ada Okello", party = "A" }, { name = "Bo Ada", party = "B" }]',
            "note: actor 'Bo Ada': 'Ada' alone stands for this person, and is the first name of",
        ),
        (
            '"Ada Okello", party = "A"',
            '"Ada Okello", party = "A", roles = [{ title = "Member of the delegation" }]',
            "note: actor 'Ada Okello': 'Member of the delegation' makes this the head",
        ),
        ('name = "Port"', 'name = "Kiev"', "note: place 'Kiev': elsewhere Parley prints 'Kyiv'"),
    ],
)
def test_what_may_be_a_slip_is_noted(tmp_path: Path, old: str, new: str, said: str) -> None:
    code, told = check(written(tmp_path, GOOD.replace(old, new)))
    assert (code, said in " ".join(told.split())) == (0, True)
