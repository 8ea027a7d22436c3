"""What a page break or a lost column did to rows of a budget table, and how they were read: to `corrections`.

The digits of a 项 that the page lost or glued to its name, a name cut in two or by its cell, amounts that stand right of their
header. The row itself holds the reading; nothing here changes it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import BREAK, Source
from hrss_tui.compile.budget.codes import Repair
from hrss_tui.compile.budget.cut_names import is_cut
from hrss_tui.compile.budget.rows import PrintedRow
from hrss_tui.records import Correction

_GLUED = re.compile(r"\d{2}\D")


class RepairedRow(msgspec.Struct, frozen=True):
    """A row as it was read: its cells, first and last line, name and full code.

    `repair` says what was wrong with the printed code, `told` which line prints the code that was read (None where
    only the classification does), `coded` whether codes have columns of their own.
    """

    printed: PrintedRow
    lines: tuple[int, int]
    name: str
    code: str | None
    repair: Repair
    told: int | None
    coded: bool


def repairs(source: Source, rows: Iterable[RepairedRow]) -> Iterator[Correction]:
    """One correction per damaged row, with all that was done to it."""
    for row in rows:
        reasons = list(_reasons(row))
        if reasons and row.printed.text_cells:
            first, last = row.lines
            yield Correction(
                correction_id=source.repair(row.printed.text_cells[0].span),
                type="extraction",
                printed=BREAK.join(_cells(source, row)),
                reading=" ".join(filter(None, (row.code, row.name))),
                reason="；".join(reasons),
                doc_id=source.doc_id,
                line_start=first,
                line_end=last,
            )


def _reasons(row: RepairedRow) -> Iterator[str]:
    if row.lines[0] != row.lines[1]:
        yield "名称被分页断开"
    if not is_cut(row.name) and any(is_cut(cell.text) for cell in row.printed.text_cells):
        yield "名称未印全，按政府收支分类科目补全"
    source = f"第 {row.told} 行" if row.told else "政府收支分类科目"
    if row.repair == "lost":
        yield f"缺项的代码，按{source}的同名科目补全"
    elif row.repair == "wrong":
        yield f"印出的代码 {row.printed.code} 是另一科目，按{source}的同名科目更正"
    elif row.repair == "misplaced":
        yield f"印出的代码 {row.printed.code} 不存在，按{source}的同名科目更正"
    if (
        row.coded
        and row.printed.text_cells
        and _GLUED.match(unicodedata.normalize("NFKC", row.printed.text_cells[0].text))
    ):
        yield "项的代码与名称印在同一格"
    if row.printed.shift:
        side = "右" if row.printed.shift > 0 else "左"
        yield f"各金额比表头偏{side} {abs(row.printed.shift)} 格，以第一个金额为合计对齐"


def _cells(source: Source, row: RepairedRow) -> Sequence[str]:
    """What the row prints up to its last name: code, names, and the rest of a name on a later line."""
    found: list[str] = []
    for line in dict.fromkeys(cell.span.line for cell in row.printed.text_cells):
        end = max(cell.span.end for cell in row.printed.text_cells if cell.span.line == line)
        text = source.parsed.file.lines[line - 1][:end]
        found += [cell.strip() for cell in text.split("\t") if cell.strip()]
    return found
