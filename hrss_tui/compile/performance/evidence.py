"""A figure with one decimal point too many, restored where the document states it elsewhere.

1234.5.6 could be 12345.6 or 1234.56. Only an amount in the same document that equals exactly one of the two
decides; without one the figure stays unread.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.basics.money import amounts, fen, is_amount, is_money_unit
from hrss_tui.compile.performance.head import CAPTION_UNIT
from hrss_tui.money import FEN_OF_YUAN
from hrss_tui.reference.units import split_unit
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import close_gaps

_TWO_POINTS = re.compile(r"\d+\.\d+\.\d+", re.ASCII)


def restore(source: Source, digits: str, unit: str) -> tuple[Decimal, str] | None:
    """The amount meant by damaged digits, and the reason with its evidence; None where nothing decides."""
    if not _TWO_POINTS.fullmatch(digits) or not is_money_unit(unit):
        return None
    factor = split_unit(unit)[0]
    readings = [value for value in _readings(digits) if value * factor % 1 == 0]
    wanted = {int(value * factor) * FEN_OF_YUAN: value for value in readings}
    stated = [(money, line, printed) for money, line, printed in _stated(source) if money in wanted]
    if len({money for money, _line, _printed in stated}) != 1:
        return None
    money, line, printed = stated[0]
    return wanted[money], f"数字多出一个小数点；本文件第 {line} 行载有 {printed}"


def _readings(digits: str) -> list[Decimal]:
    """The figure without its first, and without its second point."""
    first, second, third = digits.split(".")
    return [Decimal(f"{first}{second}.{third}"), Decimal(f"{first}.{second}{third}")]


def _stated(source: Source) -> Iterator[tuple[int, int, str]]:
    """Every amount of the document in 分, with its line and how it is printed: prose first, then tables."""
    for block in source.blocks:
        if block.kind is not Kind.TABLE_ROW:
            for amount in amounts(block.text.text):
                yield amount.fen, block.text.locate(amount.start)[0], close_gaps(amount.printed)
    for table in source.parsed.tables:
        unit = next((m.group(1) for _line, note in table.captions if (m := CAPTION_UNIT.search(note))), None)
        for row in table.rows if unit else ():
            for cell in row.cells:
                if unit and is_amount(cell.text):
                    yield fen(cell.text, unit), row.line, f"{cell.text} {unit}"
