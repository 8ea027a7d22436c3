"""Money inside and outside: whole 分 in the package and between modules, 元 wherever people and tools read it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from hrss_tui import lazy_re as re

FEN: Final = "分"
YUAN: Final = "元"
FEN_OF_YUAN: Final = 100
_PLACES: Final = 2
_NO_DIGITS: Final = re.compile(r"\D+")
_MOST_DIGITS: Final = 30
"""Of what is no figure but a damaged line only so many are read."""


def yuan(fen: int) -> Decimal:
    """An amount of 分 in 元, exactly."""
    return Decimal(fen).scaleb(-_PLACES)


def shown_yuan(fen: int | None) -> int | Decimal | None:
    """An amount of 分 as a number of 元 that has decimals only where there are any: 1234 is 12.34, 1200 is 12."""
    if fen is None:
        return None
    return fen // FEN_OF_YUAN if fen % FEN_OF_YUAN == 0 else yuan(fen).normalize()


def last_digit(fen: int | None, printed: str | None) -> int:
    """What the last digit of a printed amount is worth, in 分; 0 where that cannot be told."""
    digits = int(_NO_DIGITS.sub("", printed or "")[:_MOST_DIGITS] or 0)
    return abs(fen or 0) // digits if digits else 0
