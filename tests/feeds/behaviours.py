"""What a server can check of a poller, P1 to P46, and the tests that hold ours to it.

A test says in its docstring which behaviour it holds: "P9", "P9, for a process that dies".
`make conformance` runs them and lists what came of each.
"""

import ast
import re
import sys
from collections import defaultdict
from pathlib import Path

import pytest

COUNT = 46
FOLDER = Path(__file__).parent
_NAMED = re.compile(r"P(\d{1,2})\b")


def holders() -> dict[int, list[str]]:
    """Behaviour → the tests that hold it, as 'file::name'."""
    found: dict[int, list[str]] = defaultdict(list)
    for file in sorted(FOLDER.glob("test_feeds_*.py")):
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                named = _NAMED.match(ast.get_docstring(node) or "")
                if named is not None:
                    found[int(named[1])].append(f"{file.name}::{node.name}")
    return dict(found)


class _Outcomes:
    """Gathers what came of each test; of one that runs in several forms the worst."""

    def __init__(self) -> None:
        self.failed: set[str] = set()
        self.passed: set[str] = set()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        name = report.nodeid.partition("[")[0].rpartition("/")[2]
        if report.failed:
            self.failed.add(name)
        elif report.when == "call" and report.passed:
            self.passed.add(name)

    def of(self, name: str) -> str:
        if name in self.failed:
            return "FAILED"
        return "passed" if name in self.passed else "NOT RUN"


def main() -> int:
    """Run the suite and list it; 0 where every behaviour is held."""
    tests = holders()
    names = [f"{FOLDER}/{name}" for behaviour in sorted(tests) for name in tests[behaviour]]
    outcomes = _Outcomes()
    code = pytest.main(["-q", "--no-header", "-p", "no:randomly", *names], plugins=[outcomes])
    print()
    for behaviour in range(1, COUNT + 1):
        for name in tests.get(behaviour, ["::no_test"]):
            words = name.partition("::")[2].removeprefix("test_").replace("_", " ")
            print(f"P{behaviour:<3} {outcomes.of(name):<8} {words}")
    held = sum(all(outcomes.of(name) == "passed" for name in some) for some in tests.values())
    print(f"\n{held} of {COUNT} behaviours held, by {len(names)} tests")
    return int(code) or held != COUNT


if __name__ == "__main__":
    sys.exit(main())
