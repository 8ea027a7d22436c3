"""How a figure that is wrong may have come about: a factor of ten, a digit too many or too few, two digits exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from hrss_tui.words.check_reasons import because

_FACTORS = (10, 100, 1000, 10_000, 100_000_000)
_LEAST = 3
"""Digits of a figure from which on a slip of one of them tells anything."""
_HUNDREDTH = Decimal("0.01")


def slip_of(stated: Decimal, computed: Decimal, error: Decimal) -> str:
    """What one slip would make of the computed figure the stated one, in words; empty where none would."""
    left, right = abs(stated), abs(computed)
    missed = abs(left - right)
    if not left or not right:
        return ""
    for factor in _FACTORS:
        if _near(left, right * factor, error * factor, left, missed) or _rounds_to(
            right, (left / factor).normalize()
        ):
            return because("too_large", factor=factor)
        if _near(left * factor, right, error, right, missed) or _rounds_to(right / factor, left):
            return because("too_small", factor=factor)
    plain = left.normalize().as_tuple()
    for words, changed in _slips("".join(map(str, plain.digits))):
        if _near(Decimal(changed).scaleb(int(plain.exponent)), right, error, right, missed):
            return words
    return ""


def _rounds_to(exact: Decimal, printed: Decimal) -> bool:
    """Is this what is printed but for its last digit's rounding, where two digits at least are printed: 6.552 as 0.66?"""
    digits = printed.as_tuple()
    last = Decimal(1).scaleb(int(digits.exponent))
    return len(digits.digits) > 1 and exact.quantize(last, ROUND_HALF_UP) == printed


def _near(one: Decimal, other: Decimal, error: Decimal, size: Decimal, missed: Decimal) -> bool:
    """Equal but for rounding, half a hundredth of the figure at most, or for next to nothing of it and of what was missed.

    In a figure of many digits two exchanged at its end are next to nothing of it, whatever it was missed by.
    """
    left = abs(one - other)
    return left <= min(error, size * _HUNDREDTH / 2) or left <= min(size * _HUNDREDTH, missed) * _HUNDREDTH


def _slips(digits: str) -> Iterator[tuple[str, str]]:
    """Each digit left out, and each pair of neighbours exchanged."""
    if len(digits) < _LEAST:
        return
    for place in range(len(digits)):
        yield because("digit_too_many"), digits[:place] + digits[place + 1 :]
    for place in range(len(digits) - 1):
        first, second = digits[place], digits[place + 1]
        if first != second:
            yield because("digits_exchanged"), digits[:place] + second + first + digits[place + 2 :]
