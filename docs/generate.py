"""Write what the settings say of themselves into .env.example and docs/configuration.md.

`python docs/generate.py` writes them; a test fails while they differ.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bot.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
_INTRO = "# Copy this file to .env and fill in what you need. Everything has a default.\n"
_PAGE = """# Configuration

Every setting is an environment variable; a file `.env` in the folder where Parley starts works too.
Secrets come from there only: they are never logged and never stored.

| variable | default | what it does |
|---|---|---|
"""


def _default(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def env_example() -> str:
    """The text of .env.example."""
    parts = [_INTRO]
    for name, field in Settings.model_fields.items():
        parts.append(f"\n# {field.description}\n{name.upper()}={_default(field.default)}\n")
    return "".join(parts)


def configuration_page() -> str:
    """The text of docs/configuration.md."""
    rows = []
    for name, field in Settings.model_fields.items():
        default = f"`{_default(field.default)}`" if _default(field.default) else "none"
        rows.append(f"| `{name.upper()}` | {default} | {field.description} |\n")
    return _PAGE + "".join(rows)


PAGES = {".env.example": env_example, "docs/configuration.md": configuration_page}


if __name__ == "__main__":
    for name, write in PAGES.items():
        (ROOT / name).write_text(write(), encoding="utf-8")
