"""Records as lines of CSV and JSON, the same in every command and export.

A text cell that a spreadsheet would take for a formula is preceded by an apostrophe: what a document or a
package says must never run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.money import shown_yuan

LIST_MARK: Final = ";"
"""Between the values of a list in one cell."""
_NEEDS_QUOTES = re.compile(r'[",;\t\r\n]|^(?!-\d+(?:\.\d+)?$)[\s=+\-@＝＋－＠]|\s$')
"""Also what ends a cell for a spreadsheet that is set to other marks, and whatever one may take for a formula."""
_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠].", re.DOTALL)
"""Also full-width: a spreadsheet set up for Chinese takes these marks for the others."""
_NUMBER = re.compile(r"[+-]?[\d,]+(?:\.\d+)?%?")

Row = Mapping[str, Any]
MONEY: Final = "MONEY"
"""What a class of records calls its fields that hold 分."""
_encode = msgspec.json.Encoder(decimal_format="number").encode


def names(record: msgspec.Struct | Row) -> tuple[str, ...]:
    """Column names of a record."""
    return tuple(record) if isinstance(record, Mapping) else record.__struct_fields__


def values(record: msgspec.Struct | Row) -> list[Any]:
    """Values of a record in the order of its names; amounts, which its class names in `MONEY`, in 元."""
    if isinstance(record, Mapping):
        return list(record.values())
    money = getattr(record, MONEY, ())
    found = ((name, getattr(record, name)) for name in record.__struct_fields__)
    return [_in_yuan(value) if name in money else value for name, value in found]


def _in_yuan(value: Any) -> Any:
    """An amount of 分, or several, in 元."""
    return tuple(map(shown_yuan, value)) if isinstance(value, tuple) else shown_yuan(value)


def cell(value: Any) -> str:
    """A value as a cell: nothing for None, true and false, lists joined, text safe in a spreadsheet."""
    if isinstance(value, (list, tuple)):
        return harmless(LIST_MARK.join(map(cell, value)))
    return harmless(value) if isinstance(value, str) else plain_cell(value)


def plain_cell(value: Any) -> str:
    """A value as a cell for programs: text as it is, never altered for a spreadsheet."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)):
        return LIST_MARK.join(map(plain_cell, value))
    if isinstance(value, (Mapping, msgspec.Struct)):
        return msgspec.json.encode(value).decode()
    return repr(value) if isinstance(value, float) else str(value)


def harmless(text: str) -> str:
    """The text, preceded by an apostrophe where a spreadsheet would calculate it; signed numbers stay."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def csv_line(cells: Iterable[str]) -> str:
    """One record of RFC 4180, without the line end."""
    return ",".join(
        f'"{text.replace(chr(34), chr(34) * 2)}"' if _NEEDS_QUOTES.search(text) else text for text in cells
    )


def csv_lines(header: Sequence[str], rows: Iterable[Iterable[Any]]) -> Iterable[str]:
    """A header row and one line per row of values."""
    yield csv_line(header)
    for row in rows:
        yield csv_line(map(cell, row))


def json_line(record: msgspec.Struct | Row) -> str:
    """One JSON object on one line."""
    plain = dict(zip(names(record), values(record), strict=True)) if hasattr(record, MONEY) else record
    return _encode(plain).decode()


def json_lines(records: Iterable[msgspec.Struct | Row]) -> Iterable[str]:
    """A JSON array with one object per line."""
    before = "["
    for record in records:
        yield before
        before = json_line(record) + ","
    yield before.removesuffix(",") if before != "[" else "["
    yield "]"
