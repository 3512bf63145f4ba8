"""The yardstick: a plain spaCy tokenisation of the same texts, in an environment that has spaCy."""

import json
import subprocess
import sys
from collections.abc import Sequence

# Run by an interpreter that knows nothing of Parley.
_PASS = """
import json, sys, time
import spacy
nlp, best, texts = spacy.blank("en"), None, json.load(sys.stdin)
for _ in range(3):
    begun = time.process_time()
    for text in texts:
        nlp(text)
    took = time.process_time() - begun
    best = took if best is None or took < best else best
print(best)
"""
HOW = (
    "no ratio to spaCy: `python -m venv spacy-env && spacy-env/bin/pip install spacy`, "
    "then --spacy spacy-env/bin/python"
)


def seconds(texts: Sequence[str], python: str | None) -> float | None:
    """Processor time of the best of three passes of `python`'s spaCy; None where it has none."""
    done = subprocess.run(
        [python or sys.executable, "-c", _PASS],
        input=json.dumps(list(texts)).encode(),
        capture_output=True,
        check=False,
    )
    return float(done.stdout) if done.returncode == 0 else None


def beside(took: float, texts: Sequence[str], python: str | None) -> str:
    """The ratio in words; how to get one where there is no spaCy."""
    plain = seconds(texts, python)
    return (
        HOW if plain is None else f"{took / plain:.1f} times a spaCy tokenisation ({plain:.2f} s)"
    )
