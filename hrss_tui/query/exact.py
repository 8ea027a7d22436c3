"""A number exactly as it is printed."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

_PRINTED: Final = re.compile(r"[+-]?\d[\d,]{0,40}(?:\.\d{0,40})?", re.ASCII)
"""What can be calculated with: no 1e999, no NaN, no thousand digits, which a package may hold and no document prints."""


def exact(printed: str, value: float) -> Decimal:
    """The number that is printed; the value that was read of it where that is none in figures."""
    return Decimal(printed.replace(",", "") if _PRINTED.fullmatch(printed) else repr(value))
