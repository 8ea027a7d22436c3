"""Counted work: calls and lines, among them each turn of a loop and of a comprehension, never seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(work: Callable[[], object]) -> int:
    """Calls of functions, and lines of Python that are carried out: a loop counts as often as it turns."""
    count = 0

    def traced(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        count += 1
        return traced

    def called(frame: FrameType, event: str, arg: Any) -> None:
        nonlocal count
        count += event == "c_call"

    sys.setprofile(called)
    sys.settrace(traced)
    try:
        work()
    finally:
        sys.settrace(None)
        sys.setprofile(None)
    return count
