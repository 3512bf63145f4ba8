"""The `reader` library at the stand of `bench.feeds`. Run by an interpreter that has reader.

Takes the feeds' addresses as JSON on its first line of input; each further line is a round.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

import reader

_WORKERS = 10
"""As its documentation has it for many feeds."""


def main() -> None:
    """Poll until the input ends; answers each round with what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        library = reader.make_reader(str(Path(folder) / "reader.sqlite"))
        for url in json.loads(sys.stdin.readline()):
            library.add_feed(url)
        print(json.dumps({"version": reader.__version__}), flush=True)
        for _ in sys.stdin:
            print(json.dumps(_round(library)), flush=True)
        library.close()


def _round(library: reader.Reader) -> dict[str, float]:
    started, failed, new = time.perf_counter(), 0, 0
    for _, value in library.update_feeds_iter(scheduled=False, workers=_WORKERS):
        if isinstance(value, Exception):
            failed += 1
        elif value is not None:
            new += value.new
    return {"seconds": time.perf_counter() - started, "failed": failed, "new": new}


if __name__ == "__main__":
    main()
