"""Counted work: calls and lines of Python, among them each turn of a loop and of a comprehension, never seconds."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from cProfile import Profile
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from tests.robustness.process import ROOT

OURS = str(ROOT / "hrss_tui")
Tracer = Callable[[FrameType, str, Any], Any]


def steps(work: Callable[[], object]) -> int:
    """What some work takes in all."""
    return by_function(work).total()


def by_function(work: Callable[[], object]) -> Counter[str]:
    """What some work takes by the function that does it: lines that are carried out, a loop's as often as it turns.

    Functions that are not ours count together, as "": what they are called for is work of ours.
    """
    counted: dict[int, tuple[CodeType, Tracer, Callable[[], int]]] = {}

    def traced(frame: FrameType, event: str, arg: Any) -> Any:
        code = frame.f_code
        if id(code) not in counted:  # a code has no hash of its own: it would be made of all that it holds
            counted[id(code)] = (code, *_counting())
        return counted[id(code)][1](frame, event, arg)

    called = Profile(builtins=True)  # counts calls of functions in C without a call of one in Python
    called.enable()
    sys.settrace(traced)
    try:
        work()
    finally:
        sys.settrace(None)
        called.disable()
    foreign = sum(entry.callcount for entry in called.getstats() if isinstance(entry.code, str))
    found: Counter[str] = Counter({"": foreign})
    for code, _, count in counted.values():
        found[_name(code)] += count()
    return found


def _counting() -> tuple[Tracer, Callable[[], int]]:
    """A function for the lines of a code, and how many it has been told."""
    count = 0

    def line(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += 1
        return line

    return line, lambda: count


def _name(code: CodeType) -> str:
    """Module, line and name of a function of ours."""
    if not code.co_filename.startswith(OURS):
        return ""
    path = Path(code.co_filename).relative_to(OURS).with_suffix("")
    return f"{'.'.join(path.parts)}:{code.co_firstlineno} {code.co_name}"
