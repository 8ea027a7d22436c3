"""Formulas of pages and Word files on one line: a fraction is 7/2 and never 72, a power is 10².

Elements of both kinds are told by what they are (`FRACTION`, `UP` …), their parts are texts already.
"""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.sources.formats.raised import raised

_LOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def fraction(parts: Sequence[str]) -> str:
    """What stands above a line and what below it."""
    return "/".join(_whole(part) for part in parts if part)


def power(parts: Sequence[str]) -> str:
    """What stands on the line, and what stands raised beside it."""
    base, *ups = (*parts, "")
    return base + "".join(raised(up) for up in ups)


def index(parts: Sequence[str]) -> str:
    """What stands on the line, what stands below it, and what stands above that."""
    base, low, *ups = (*parts, "", "")
    return base + low.translate(_LOW) + "".join(raised(up) for up in ups)


def root(parts: Sequence[str]) -> str:
    """What stands under a root, and its degree before it."""
    under, *degree = (*parts, "")
    return "".join(raised(each) for each in degree) + "√" + _whole(under)


def beside(before: str, formula: str) -> str:
    """A formula behind a text: a blank parts it from the digits of a number that is none of its own, as of 2 and 1/2."""
    return f" {formula}" if before[-1:].isdigit() and "/" in formula else formula


def _whole(part: str) -> str:
    """A part that others join, in brackets where it is more than a number or a word."""
    return part if all(char.isalnum() or char in ".," for char in part) else f"({part})"
