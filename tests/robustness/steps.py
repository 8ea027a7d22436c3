"""Counted work: lines of Python that are carried out, among them each turn of a loop and of a comprehension, never seconds."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from tests.robustness.process import ROOT

OURS = str(ROOT / "hrss_tui")
Tracer = Callable[[FrameType, str, Any], Any]


def steps(work: Callable[[], object]) -> int:
    """What some work takes in all: lines that are carried out, and returns.

    Calls of functions in C are not counted beside the line that they stand in: there are so many to a line.
    """
    traced, count = _counting()
    _followed(work, lambda frame, event, arg: traced)
    return count()


def by_function(work: Callable[[], object]) -> Counter[str]:
    """The same by the function that does it.

    Functions that are not ours count together, as "": what they are called for is work of ours.
    """
    counts: dict[int, tuple[CodeType, Callable[[], int]]] = {}
    tracers: dict[int, Tracer] = {}
    known = tracers.get

    def called(frame: FrameType, event: str, arg: Any) -> Tracer:
        code = frame.f_code
        key = id(code)  # a code has no hash of its own: it would be made of all that it holds
        tracer = known(key)
        if tracer is None:
            tracer, count = _counting()
            tracers[key], counts[key] = tracer, (code, count)
        return tracer

    _followed(work, called)
    found: Counter[str] = Counter()
    for code, count in counts.values():
        found[_name(code)] += count()
    return found


def _followed(work: Callable[[], object], called: Tracer) -> None:
    """Do some work with a function that is told of every call and says what is told of the lines."""
    sys.settrace(called)
    try:
        work()
    finally:
        sys.settrace(None)


def _counting() -> tuple[Tracer, Callable[[], int]]:
    """A function for the lines of a code, and how many it has been told."""
    count = 0

    def line(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal count
        count += 1

    return line, lambda: count


def _name(code: CodeType) -> str:
    """Module, line and name of a function of ours."""
    if not code.co_filename.startswith(OURS):
        return ""
    path = Path(code.co_filename).relative_to(OURS).with_suffix("")
    return f"{'.'.join(path.parts)}:{code.co_firstlineno} {code.co_name}"
