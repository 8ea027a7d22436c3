"""Total, mean and median of some numbers: exact decimals, the latter two rounded to one place more than the numbers have; and what has a total."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from hrss_tui.reference.units import base_unit, split_unit

RATES = ("%", "‰", "百分点", "千分点", "基点")
"""Units of which a sum would mean nothing."""
_UNSUMMED = ("rate", "rank")
"""Kinds of values of which a sum would mean nothing."""
_CHANGE = "change"


def adds_up(unit: str, kind: str = "") -> bool:
    """Whether numbers of a unit and kind have a sum: rates, places in an order and what is so much for one (元/人) have none."""
    return kind not in _UNSUMMED and "/" not in unit and base_unit(split_unit(unit)[1]) not in RATES


def has_shares(unit: str, kind: str) -> bool:
    """Whether numbers are parts of their sum: what has a sum, but for changes, of which some are against others."""
    return adds_up(unit, kind) and kind != _CHANGE


class Averages(NamedTuple):
    """What some numbers come to together."""

    total: Decimal
    mean: Decimal
    median: Decimal


def averages(numbers: Iterable[Decimal]) -> Averages | None:
    """Of the numbers; None where there is none."""
    ordered = sorted(numbers)
    if not ordered:
        return None
    middle = len(ordered) // 2
    median = ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    total = sum(ordered, Decimal(0))
    places = max(map(_places, ordered)) + 1
    return Averages(total, _rounded(total / len(ordered), places), _rounded(median, places))


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _rounded(value: Decimal, places: int) -> Decimal:
    """To so many decimals at most."""
    short = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return short.normalize() if _places(short) else short
