"""Docs that cannot rot: settings, commands, make targets and the README agree with the program."""

import re
import runpy
import subprocess
import sys
from pathlib import Path

import pytest
from typer.core import TyperGroup
from typer.main import get_command

from bot.cli import build
from bot.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [".env.example", "docs/configuration.md"])
def test_generated_pages_are_in_step_with_the_settings(name: str) -> None:
    pages = runpy.run_path(str(ROOT / "docs" / "generate.py"))["PAGES"]
    assert (ROOT / name).read_text(encoding="utf-8") == pages[name](), (
        "run: python docs/generate.py"
    )


def test_every_setting_says_what_it_does() -> None:
    assert [n for n, field in Settings.model_fields.items() if not field.description] == []


def test_every_command_has_help_and_is_in_the_readme() -> None:
    group = get_command(build())
    assert isinstance(group, TyperGroup)
    commands = group.commands
    assert [name for name, command in commands.items() if not command.get_short_help_str()] == []
    assert [name for name in commands if f"`parley {name}" not in README] == []


def test_every_make_target_is_explained() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY: (.+)$", text, re.MULTILINE)
    assert phony is not None
    for target in phony.group(1).split():
        assert re.search(rf"^{target}:.* ## \S", text, re.MULTILINE), target


def test_links_inside_the_docs_lead_somewhere() -> None:
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]
    links = [
        (page, link)
        for page in pages
        for link in re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
        if "://" not in link
    ]
    broken = [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()]
    assert broken == []


def test_requirements_are_hashed_and_name_no_index() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index" not in text
        assert text.count("--hash=") >= text.count("==")


def test_a_mistake_on_the_command_line_is_one_line_and_exit_2(tmp_path: Path) -> None:
    parley = Path(sys.executable).parent / "parley"
    run = subprocess.run(
        [parley, "db", "check"],
        env={"DATABASE_URL": "mysql://x/y", "PATH": ""},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert "sqlite or postgresql" in run.stderr.replace("\n", " ")
    assert "Traceback" not in run.stderr
