"""Basic spending as prose tells it, against the table of economic classes: 人员经费 and 公用经费, and what they are spent on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.book import Row, Sheet
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, compare, not_checkable, total
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.text.figures import Figure, Passage, is_changed
from hrss_tui.compile.checks.text.findings import finding
from hrss_tui.records import Check
from hrss_tui.reference import fold_label
from hrss_tui.reference.checks import BasicPart, basic_parts
from hrss_tui.reference.classifications import economic_children
from hrss_tui.words.check_reasons import because

_TABLE = "general_public_basic"
_ABOUT = re.compile(r"基本支出")
_PUBLIC = "一般公共预算"
_LISTED = re.compile(r"^[^。;]{0,12}?主要(?:用于|包括|是|支出)?(?:支付)?:?(?P<items>[^。;]{4,400})")
_PARTED = re.compile(r"[、,，]|以及|及其他|和(?=其他)")
_CLASS = 3
_REACH = 60
"""Characters behind an amount in which its list begins."""


def checks(papers: Papers, passages: Sequence[Passage]) -> Iterator[Check]:
    """Every amount of a part of basic spending, and every list of what it is spent on."""
    sheet = papers.book.sheets.get(_TABLE)
    if sheet is None or not sheet.rows:
        return
    table = Table(papers, sheet)
    for passage in passages:
        for one in passage.figures:
            part = _part(passage, one)
            if part is not None:
                yield from _amount(table, passage, one, part)
                yield from _items(table, passage, one, part)


class Table:
    """The table of basic spending, gone through once however often the text tells of it."""

    def __init__(self, papers: Papers, sheet: Sheet) -> None:
        self.label = sheet.label
        self.amounts = {part.measure: _table_amount(papers, sheet, part) for part in basic_parts()}
        self.items = {row.first.code: row for row in sheet.rows if row.first.code and row.first.level > 1}
        self.classes = {code[:_CLASS] for code in self.items}


def _part(passage: Passage, one: Figure) -> BasicPart | None:
    """Which part of basic spending a figure is; None where the text before it tells of something else."""
    said = fold_label(one.before.strip(" ，。;:")).removesuffix("为")
    part = next((each for each in basic_parts() if said.endswith(each.words)), None)
    word = next((word for word in part.words if said.endswith(word)), "") if part is not None else ""
    about = (
        part is not None
        and one.base == "元"
        and not one.is_change
        and not is_changed(said.removesuffix(word))
    )
    return part if about and _ABOUT.search(passage.text, 0, one.start) else None


def _amount(table: Table, passage: Passage, one: Figure, part: BasicPart) -> Iterator[Check]:
    found = table.amounts[part.measure]
    if found is None:
        return
    name, other = found
    words = f"{part.words[0]} {one.printed}{one.unit}：情况说明 = {table.label} {name}"
    at = passage.block(one.start)
    identity = Identity(
        "narrative_amount", words, at, "元", f"{part.measure}/{one.start}", because("narrative")
    )
    check = compare(identity, passage.quantity(one), other)
    if check.status == "fails" and _PUBLIC not in passage.text[: one.start]:
        check = not_checkable(identity, because("general_public_only"), passage.quantity(one))
    yield check


def _table_amount(papers: Papers, sheet: Sheet, part: BasicPart) -> tuple[str, Quantity] | None:
    """A part in the table: its own total row, its column in the total row, else its classes added up."""
    rows = papers.book.totals(_TABLE)
    own = next((row for row in rows if fold_label(row.first.name).startswith(part.words)), None)
    if own is not None and "total" in own.cells:
        return own.first.name, sheet.cell(own.cells["total"])
    whole = papers.book.grand_total(_TABLE)
    if whole is not None and part.measure in whole.cells:
        return f"{whole.first.name} {whole.cells[part.measure].measure_label}", sheet.cell(
            whole.cells[part.measure]
        )
    classes = [row for row in sheet.rows if row.first.code in part.classes and "total" in row.cells]
    if not classes or sheet.has(part.measure):
        return None
    return " + ".join(row.name for row in classes), total(sheet.cell(row.cells["total"]) for row in classes)


def _items(table: Table, passage: Passage, one: Figure, part: BasicPart) -> Iterator[Check]:
    """What is named as spent on has an amount in the table: one finding a list."""
    match = _LISTED.match(passage.text[one.end : one.end + _REACH + 400])
    if match is None:
        return
    missing: list[tuple[str, Row | None]] = []
    known = 0
    for name in _PARTED.split(match["items"]):
        code = _code(name, part)
        if code is None or code[:_CLASS] not in table.classes:
            continue
        known += 1
        row = table.items.get(code)
        if row is None or not any(line.amount for line in row.cells.values()):
            missing.append((name.strip(), row))
    if not missing:
        return
    words = f"{part.words[0]}主要包括的 {known} 项 = {table.label} 中有金额"
    identity = Identity("wording", words, passage.block(one.start), "", f"items/{one.start}")
    ids = tuple(line.line_id for _, row in missing if row is not None for line in row.cells.values())
    names = "、".join(name for name, _ in missing)
    yield finding(identity, because("not_in_narrative_table", names=names), ids)


def _code(name: str, part: BasicPart) -> str | None:
    """The economic 款 of a name below the classes of a part."""
    folded = fold_label(name)
    for (parent, each), code in economic_children().items():
        if parent in part.classes and len(code) > len(parent) and _same(folded, each):
            return code
    return None


def _same(one: str, other: str) -> bool:
    return one.removesuffix("支出") == other.removesuffix("支出") and bool(one)
