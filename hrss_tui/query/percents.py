"""A part in percent of a whole, and a percentage as it is shown: halves are rounded up, and nothing is rounded twice to another figure.

percent_of(1_234_496, 10_000_000)     # 12.34496: as 12.345 it would be shown as 12.35, which it is not
percent_text(12.34496, 2)             # "12.34"
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal, DecimalException
from typing import Final

_PLACES: Final = 4
"""Decimals of a percentage that is calculated; more only where four would be rounded on to another figure."""
_MOST: Final = 12
_WHOLE: Final = 100
_EXACT: Final = Context(prec=700, rounding=ROUND_HALF_UP)
"""Holds every number that a float can be."""


def percent_of(part: int | Decimal | None, whole: int | Decimal | None) -> float | None:
    """The part in percent of the whole; None where either is unknown and where the whole is nothing."""
    if part is None or not whole:
        return None
    exact = _EXACT.divide(Decimal(part).scaleb(2, _EXACT), Decimal(whole))
    for places in range(_PLACES, _MOST):
        short = _rounded(exact, places)
        if all(_rounded(short, fewer) == _rounded(exact, fewer) for fewer in range(_PLACES)):
            return float(short)
    return float(_rounded(exact, _MOST))


def percent_text(value: float | Decimal, places: int, *, signed: bool = False) -> str:
    """A percentage with so many decimals and thousands separated, halves away from nothing as by hand."""
    sign = "+" if signed else ""
    exact = value if isinstance(value, Decimal) else Decimal(repr(value))
    try:
        return f"{_rounded(exact, places):{sign},f}"
    except DecimalException:
        return f"{value:{sign},.{places}f}"


def beside_whole(value: float, places: int) -> str:
    """A percentage of what was aimed at, with more decimals where it would be rounded to the whole that it is not."""
    while (
        value != _WHOLE and places < _MOST and float(percent_text(value, places).replace(",", "")) == _WHOLE
    ):
        places += 1
    return percent_text(value, places)


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), context=_EXACT)
