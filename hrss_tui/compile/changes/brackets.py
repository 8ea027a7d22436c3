"""The brackets of a text: what stands in one is no part of the sentence around it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

Spans = list[tuple[int, int]]


def brackets(form: str, start: int, stop: int) -> Spans:
    """The outermost brackets that open and close in form[start:stop], in their order."""
    opened: list[int] = []
    found: Spans = []
    for mark in re.finditer(r"[()]", form[start:stop]):
        if mark.group() == "(":
            opened.append(start + mark.start())
        elif opened:
            begin = opened.pop()
            while found and found[-1][0] > begin:
                found.pop()
            found.append((begin, start + mark.start()))
    return found


def is_within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Does an offset lie in one of the brackets?"""
    place = bisect_right(spans, at, key=lambda span: span[0]) - 1
    return place >= 0 and at < spans[place][1]
