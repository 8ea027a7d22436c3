"""A change told behind the level of the year before: 收入 1260 万元，上年 1310 万元，减少 50 万元 has fallen this year.

That it is one of the two levels told last is proved by them: it is their difference, or that in per cent.
"""

from __future__ import annotations

from decimal import Decimal

from hrss_tui.compile.prose import comparisons
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.times.stretches import is_year, same_before
from hrss_tui.compile.prose.told import Time

_OPEN_BASES = ("", "同比")
"""What a change is against that names no other level than the one before it."""
_HUNDRED, _HALF = Decimal(100), Decimal("0.5")


def changed(at: Situation) -> Time | None:
    """The time of the level told first, for a change behind that of the year before it; None where it is none of both."""
    context, found = at.context, at.statement.quantities
    now, before = context.last_but_one, context.last
    if now is None or before is None or at.frame.moment is not None or len(found) != 1 or not context.stated:
        return None
    change = comparisons.change(at.squeezed.folded, at.frame.begin, found[0].start)
    if change is None or change.start != at.frame.begin or change.base not in _OPEN_BASES:
        return None
    if not _is_of_year_before(before, now):
        return None
    return now.time if _is_proved(now.quantity, before.quantity, found[0], change.sign) else None


def _is_of_year_before(one: Reading, other: Reading) -> bool:
    """Are two readings levels in one unit, the one of the year, or of the same part of it, before that of the other?"""
    levels = one.change is None and other.change is None and not (one.share or other.share)
    own, later = one.time.period or "", other.time.period or ""
    earlier = own != later and bool(own and later) and same_before(later) == own
    plain = is_year(later) or "-" in later
    return levels and plain and earlier and one.quantity.base_unit == other.quantity.base_unit


def _is_proved(now: Quantity, before: Quantity, change: Quantity, sign: int) -> bool:
    """Is a change the difference of two levels, or that in per cent of the second, as far as their rounding tells?"""
    difference = now.base_value - before.base_value
    if difference * sign <= 0 or not before.base_value:
        return False
    error = _error(now) + _error(before)
    if change.base_unit == now.base_unit:
        return abs(abs(difference) - change.base_value) <= error + _error(change)
    part = abs(difference) * _HUNDRED / before.base_value
    allowed = error * 2 * _HUNDRED / before.base_value + _error(change)
    return change.base_unit == "%" and abs(part - change.value) <= allowed


def _error(figure: Quantity) -> Decimal:
    """Half the last printed digit of a figure, in its base unit."""
    exponent = figure.value.as_tuple().exponent
    return _HALF.scaleb(exponent) * figure.factor if isinstance(exponent, int) else Decimal(0)
