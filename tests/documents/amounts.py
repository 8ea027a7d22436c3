"""Money as documents print it: unit, decimals, separators, and the kinds of nothing."""

from __future__ import annotations

import msgspec


class Money(msgspec.Struct, frozen=True):
    """How a table prints money. `unit` is 元, 万元 or 亿元; `nothing` is what stands where there is no money.

    `nothing` that is a number (0, 0.00) is a printed amount; anything else (blank, -, /) is none. `short` leaves
    out decimals that are zero: 15 beside 21.56.
    """

    unit: str = "万元"
    decimals: int = 2
    commas: bool = True
    nothing: str = ""
    short: bool = False

    @property
    def fen(self) -> int:
        """What one of the unit is in 分."""
        return {"元": 100, "万元": 1_000_000, "亿元": 10_000_000_000}[self.unit]

    @property
    def step(self) -> int:
        """The smallest amount that can be printed, in 分."""
        return self.fen // 10**self.decimals

    def rounded(self, fen: int) -> int:
        """An amount as far as it can be printed, half away from zero."""
        whole, rest = divmod(abs(fen), self.step)
        size = (whole + (2 * rest >= self.step)) * self.step
        return size if fen >= 0 else -size

    def text(self, fen: int) -> str:
        """An amount as printed. `fen` must be a multiple of what can be printed."""
        if fen == 0 and self.is_zero:
            return self.nothing
        whole, rest = divmod(abs(fen) // self.step, 10**self.decimals)
        digits = f"{whole:,}" if self.commas else str(whole)
        part = f"{rest:0{self.decimals}}" if self.decimals else ""
        if self.short:
            part = part.rstrip("0")
        return ("-" if fen < 0 else "") + digits + (f".{part}" if part else "")

    @property
    def is_zero(self) -> bool:
        """Whether nothing is printed as a number."""
        return self.nothing[:1].isdigit()


def wan(fen: int) -> str:
    """An amount in prose: 1,234.56万元."""
    return Money().text(Money().rounded(fen)) + "万元"


def percent(part: int, whole: int) -> str:
    """A share or rate with two decimals, half up; `whole` is positive."""
    size = (abs(part) * 20_000 + whole) // (2 * whole)
    return f"{'-' if part < 0 else ''}{size // 100}.{size % 100:02}%"
