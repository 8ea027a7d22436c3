"""A number exactly as it is printed, and as it is shown."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from hrss_tui import lazy_re as re

_PRINTED: Final = re.compile(r"[+-]?\d[\d,]{0,40}(?:\.\d{0,40})?", re.ASCII)
"""What can be calculated with: no 1e999, no NaN, no thousand digits, which a package may hold and no document prints."""


def exact(printed: str, value: float) -> Decimal:
    """The number that is printed; the value that was read of it where that is none in figures."""
    return Decimal(printed.replace(",", "") if _PRINTED.fullmatch(printed) else repr(value))


_DIGITS: Final = 10
"""Digits of a fraction that was calculated; all digits before the point and two behind it are shown however many there are."""
_LARGEST: Final = 40
_HALVES_UP: Final = Context(prec=2 * _LARGEST, rounding=ROUND_HALF_UP)


def shown(value: float, *, signed: bool = False) -> str:
    """A number for people: no digit of an amount is lost, a fraction without end is cut, nothing stands as a power of ten."""
    number = Decimal(repr(value))
    if not number.is_finite() or number.adjusted() > _LARGEST:
        return f"{value:+,.10g}" if signed else f"{value:,.10g}"
    places = max(2, _DIGITS - max(1, number.adjusted() + 1))
    text = f"{number.quantize(Decimal(1).scaleb(-places), context=_HALVES_UP):{'+' if signed else ''},f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def shown_as_printed(printed: str, value: float) -> str:
    """A number for people with the decimals it is printed with: 3.60 is measured more exactly than 3.6."""
    number = exact(printed, value) if _PRINTED.fullmatch(printed) else None
    return f"{number:,f}" if number is not None and number == Decimal(repr(value)) else shown(value)
