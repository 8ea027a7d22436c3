"""Amounts of 分 as people read them: in 元, 万元 or 亿元, exact, aligned by their decimals."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from hrss_tui.query.percents import percent_text

UNITS: Final[dict[str, tuple[int, int]]] = {"yuan": (2, 0), "wan": (6, 2), "yi": (10, 2)}
"""Unit → power of ten of 分, decimals that are always shown."""
DEFAULT: Final = "wan"


class Money:
    """How the amounts of one table are written: in one unit, with as many decimals as the finest needs."""

    def __init__(self, unit: str, amounts: Iterable[int | None]) -> None:
        self.power, least = UNITS[unit]
        self.decimals = max([least, *(self._needed(amount) for amount in amounts if amount)])

    def _needed(self, amount: int) -> int:
        digits = str(abs(amount))
        zeros = len(digits) - len(digits.rstrip("0"))
        return max(0, self.power - zeros)

    def text(self, amount: int | None, signed: bool = False) -> str:
        """The amount with thousands separators; nothing for None."""
        if amount is None:
            return ""
        value = Decimal(amount).scaleb(-self.power)
        return f"{value:{'+' if signed else ''},.{self.decimals}f}"


def percent(value: float | None, signed: bool = False) -> str:
    """A percentage with two decimals; nothing for None."""
    return "" if value is None else percent_text(value, 2, signed=signed)
