"""Money inside and outside: whole 分 in the package and between modules, 元 wherever people and tools read it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

FEN: Final = "分"
YUAN: Final = "元"
FEN_OF_YUAN: Final = 100
_PLACES: Final = 2


def yuan(fen: int) -> Decimal:
    """An amount of 分 in 元, exactly."""
    return Decimal(fen).scaleb(-_PLACES)


def shown_yuan(fen: int | None) -> int | Decimal | None:
    """An amount of 分 as a number of 元 that has decimals only where there are any: 1234 is 12.34, 1200 is 12."""
    if fen is None:
        return None
    return fen // FEN_OF_YUAN if fen % FEN_OF_YUAN == 0 else yuan(fen).normalize()
