"""Tables that single out some spending: 三公 against the economic 款, outsourcing against its projects."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.compile.checks.basics.book import Book, Row
from hrss_tui.compile.checks.basics.identity import (
    Identity,
    Quantity,
    at_most,
    compare,
    not_checkable,
    total,
)
from hrss_tui.records import BudgetLine, Check
from hrss_tui.reference import three_public_item, three_public_lines
from hrss_tui.sources.text import fold
from hrss_tui.words.check_reasons import because

_NUMBERED = because("not_three_public")
_LESS = because("three_public")


def checks(book: Book) -> Iterator[Check]:
    """Both tables, where the document has them and what they are compared with."""
    yield from _three_public(book)
    yield from _outsourcing(book)


def _three_public(book: Book) -> Iterator[Check]:
    sheet, basic = book.sheets.get("three_public"), book.sheets.get("general_public_basic")
    if sheet is None or basic is None:
        return
    printed: dict[str, Row] = {}
    for each in book.rows("three_public"):
        item = three_public_item(each.first.name)
        if item is not None:
            printed.setdefault(item.key, each)
    economic = {row.first.code: row for row in book.rows("general_public_basic") if "total" in row.cells}
    for entry in three_public_lines():
        row = printed.get(entry.key)
        other = economic.get(entry.economic_code)
        stated = _fiscal(row) or (other.cells["total"] if other else None)
        if not entry.economic_code or stated is None:
            continue
        own = _fiscal(row)
        left = sheet.cell(own) if own else sheet.blank
        right = basic.cell(other.cells["total"]) if other else basic.blank
        words = f"{sheet.label} {stated.name} = {basic.label} {entry.economic_code}"
        identity = Identity("three_public_economic", words, stated, "元", context=_LESS)
        if other is not None and not _is_named(other):
            yield not_checkable(identity, _NUMBERED, left)
        else:
            yield _economic(identity, left, right)


def _is_named(row: Row) -> bool:
    """Is a row of an economic 款 of 三公 what its code says? Some tables number their own items through (30212 活动费)."""
    item = three_public_item(row.first.name)
    return item is not None and item.economic_code == row.first.code


def _fiscal(row: Row | None) -> BudgetLine | None:
    """The general public budget of a row, where the table tells it apart."""
    cells = row.cells if row else {}
    return cells.get("general_public_budget") or cells.get("total")


def _economic(identity: Identity, left: Quantity, right: Quantity) -> Check:
    if left.value > right.value + left.error + right.error:
        return not_checkable(identity, because("paid_by_projects"), left)
    return compare(identity, left, right)


def _outsourcing(book: Book) -> Iterator[Check]:
    sheet, projects = book.sheets.get("outsourcing"), book.sheets.get("general_public_projects")
    if sheet is None or projects is None:
        return
    found: dict[tuple[str, str], list[BudgetLine]] = {}
    for row in projects.rows:
        if row.first.project and "total" in row.cells:
            found.setdefault(_names(row.first), []).append(row.cells["total"])
    for row in sheet.rows:
        if row.first.project and "total" in row.cells:
            line = row.cells["total"]
            words = f"{sheet.label}：{line.unit_name} {line.project} 不超过 {projects.label} 的同一项目"
            identity = Identity("outsourcing_project", words, line, "元", context=because("outsourced"))
            lines = found.get(_names(line))
            if lines:
                whole = total(map(projects.cell, lines))
                yield at_most(identity, sheet.cell(line), whole)
            else:
                yield not_checkable(identity, because("no_project"), sheet.cell(line))


def _names(line: BudgetLine) -> tuple[str, str]:
    return fold(line.unit_name or ""), fold(line.project or "")
