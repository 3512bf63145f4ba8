"""Limits of processor time that a busy machine cannot break: the best of a few runs counts.

What is quadratic is slow every time; what shares its core with others is slow once.
"""

import time
from collections.abc import Callable
from typing import TypeVar

RUNS = 5
T = TypeVar("T")


def seconds_of(run: Callable[[], object]) -> float:
    """Processor seconds of one run."""
    began = time.process_time()
    run()
    return time.process_time() - began


def within(seconds: float, run: Callable[[], T]) -> T:
    """What the first run inside the limit answers; the last run's failure when none is."""
    spent = []
    for _ in range(RUNS):
        began = time.process_time()
        answer = run()
        spent.append(time.process_time() - began)
        if spent[-1] < seconds:
            return answer
    raise AssertionError(f"none of {RUNS} runs took under {seconds} s: {spent}")


def grows_linearly(run: Callable[[int], object], small: int = 8_000) -> None:
    """Four times the size takes less than ten times as long, in one of a few tries."""
    run(small // 8)
    tries = []
    for _ in range(RUNS):
        tries.append((seconds_of(lambda: run(small)), seconds_of(lambda: run(4 * small))))
        if tries[-1][1] < max(10 * tries[-1][0], 0.2):
            return
    raise AssertionError(f"{small} and {4 * small} characters took, in seconds: {tries}")
