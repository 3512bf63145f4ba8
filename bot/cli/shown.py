"""Printing that suits where it goes: fitted to a terminal, whole lines into a pipe or a file."""

from rich.console import Console
from rich.table import Table

_WHOLE = 100_000
"""Columns; so wide that no address is ever broken."""


def print_table(console: Console, table: Table) -> None:
    """In a terminal a table shortens what has no room; elsewhere everything stands in full."""
    if not console.is_terminal:
        console = Console(file=console.file, width=_WHOLE, highlight=False)
    console.print(table, crop=False)


def shortened(console: Console, text: str, room: int) -> str:
    """The text cut to the terminal's width less `room` columns; whole elsewhere."""
    most = console.width - room
    fits = not console.is_terminal or len(text) <= most
    return text if fits else text[: max(most - 1, 1)] + "…"
