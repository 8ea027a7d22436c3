"""Amounts of money as documents print them, read exactly.

Digits may be full-width, separated by commas or not, in 元, 万元, 亿元 …; in a list of amounts 元 is sometimes
left out (80 万). Everything is decimal; the result is integer 分, and what is printed below one 分 is rounded
half up.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.broken import broken, letters
from hrss_tui.compile.basics.unsaid import unsaid
from hrss_tui.errors import SourceError
from hrss_tui.money import FEN_OF_YUAN
from hrss_tui.plain import MINUS_SIGNS
from hrss_tui.reference.units import multipliers, split_unit
from hrss_tui.words import phrase

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20}
_WIDE |= dict.fromkeys(map(ord, MINUS_SIGNS), 0x2D)
_WIDE_CHARS = re.compile(f"[{re.escape(''.join(map(chr, _WIDE)))}]")
DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,14})(?:\.\d{1,8})?"
"""A number as printed, as large as anything is that a department counts."""
_CELL = re.compile(rf"[+-]?{DIGITS}", re.ASCII)
_CLAUSE_COMMA = re.compile(r"，(?<![０-９]，)|，(?![０-９])|,(?<!\d,)|,(?!\d{3}(?!\d))")
_TIMES = "[" + "".join(multipliers()) + "]"
_PROSE = re.compile(
    rf"(?<!\.)(?<![\dA-Za-z],)(?<![\dA-Za-z〔\[])(?P<digits>{DIGITS})(?![\d.])\s*"
    rf"(?:(?P<unit>{_TIMES}{{0,2}}\s?元)(?!\s*/)|(?P<bare>[万亿])(?=\s*(?:[，;。、)]|$)))",
    re.ASCII,
)
_SIGNS = "元万亿"
"""What every amount holds one of: most texts are no further looked through."""
_LOST_HEAD = re.compile(r"0\d", re.ASCII)
"""A number that begins so has lost what stood before: 2汉00."""
_LARGEST = 10**18
"""分; what two such amounts differ by still fits into 64 bits."""
_WIDE_ENOUGH = Context(prec=80)
"""Digits of the largest amount that can be written, and more: it is refused, not misread."""


class Amount(msgspec.Struct, frozen=True):
    """An amount in prose: text[start:end] is `printed`; `inferred` where 元 is not printed."""

    start: int
    end: int
    printed: str
    digits: str
    fen: int
    inferred: bool


def narrow(text: str) -> str:
    """Full-width forms as ASCII, character by character: offsets stay."""
    return text if text.isascii() else _WIDE_CHARS.sub(lambda match: chr(_WIDE[ord(match[0])]), text)


def plain(text: str) -> str:
    """Prose in one form, offsets kept: ASCII digits, brackets, ":" and ";", and "，" between clauses only.

    A comma separates thousands between digits of its own width where three digits follow, elsewhere clauses.
    """
    return narrow(_CLAUSE_COMMA.sub("\0", text)).replace("\0", "，")


def is_amount(cell: str) -> bool:
    """Is the whole cell one number: 12,345.67, 1234.50, ６.７, -1.25? A blank, "/" or "-" is none."""
    return bool(_CELL.fullmatch(narrow(cell).strip()))


# An amount is printed again in its total, in the text and in every table that repeats it, and read anew by every check.
@lru_cache(maxsize=4096)
def decimal(printed: str) -> Decimal:
    """The number a cell prints. Raises ValueError where is_amount is false."""
    text = narrow(printed).strip()
    if not _CELL.fullmatch(text):
        raise ValueError(f"not an amount: {printed!r}")
    return Decimal(text.replace(",", ""))


def is_headless(digits: str) -> bool:
    """Does a number begin with a zero that stands for nothing: 00, 026?"""
    return bool(_LOST_HEAD.match(digits))


def is_money_unit(unit: str) -> bool:
    """Does the unit count money: 元, 万元, 亿元, 百元, and 万 where 元 is left out?"""
    return unit in ("万", "亿") or split_unit(unit)[1] == "元"


@lru_cache(maxsize=4096)
def fen(printed: str, unit: str) -> int:
    """The amount in 分: 1,234.56 in 万元 is 1234560000.

    Raises ValueError where `printed` is no number or `unit` no unit of money, SourceError where the amount is
    too large for a package.
    """
    if not is_money_unit(unit):
        raise ValueError(f"not a unit of money: {unit!r}")
    exact = decimal(printed) * split_unit(unit)[0] * FEN_OF_YUAN
    whole = int(exact.quantize(Decimal(1), ROUND_HALF_UP, _WIDE_ENOUGH))
    if abs(whole) > _LARGEST:
        raise SourceError(phrase("source.amount", printed=f"{printed}{unit}"), phrase("source.amount.hint"))
    return whole


def amounts(text: str) -> Iterator[Amount]:
    """Every amount of a text in order, offsets in `text`; rates (5 万元/人), other quantities and broken numbers are none."""
    if not any(map(text.__contains__, _SIGNS)):
        return iter(())
    return iter(_amounts_again(text)) if len(text) <= _KEPT else _amounts(text)


_KEPT = 2_000
"""Characters up to which the amounts of a text are kept: those who read changes, projects and evidence ask for them in turn."""


@lru_cache(maxsize=1024)
def _amounts_again(text: str) -> tuple[Amount, ...]:
    return tuple(_amounts(text))


def _amounts(text: str) -> Iterator[Amount]:
    told = plain(text)
    matches = list(_PROSE.finditer(told))
    gone = (*broken(told), *letters(told), *unsaid(told)) if matches else ()
    lost = frozenset(at for span in gone for at in range(*span))
    for match in matches:
        if match.start() in lost or is_headless(match["digits"]):
            continue
        start, end = match.span()
        unit = match["unit"] or match["bare"]
        digits = text[match.start("digits") : match.end("digits")]
        value = fen(digits, "".join(unit.split()))
        yield Amount(start, end, text[start:end], digits, value, match["unit"] is None)
