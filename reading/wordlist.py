"""Word lists written as running text, so that data reads as data."""


def words(text: str) -> frozenset[str]:
    """The words of the text, split at white space."""
    return frozenset(text.split())
