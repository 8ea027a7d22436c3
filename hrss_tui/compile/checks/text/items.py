"""Items of the classification named in prose, 教育支出（类）职业教育（款）技校教育（项）, against the table of their amounts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.book import Row, Sheet
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, compare, not_checkable, total
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.compile.checks.text.findings import finding
from hrss_tui.records import BudgetChange, Check
from hrss_tui.reference import fold_label
from hrss_tui.reference.classifications import all_names
from hrss_tui.words.check_reasons import because

_ITEM = re.compile(
    r"[“\"]?(?P<first>[^“”\"。，、.;:()\d]{2,24})\((?:\d{3}\s?)?类\)\s?(?P<group>[^“”\"。，;:\d]{2,40})\((?:\d{2}\s?)?款\)\s?(?P<item>[^“”\"。，;:\d]{2,40})\((?:\d{2}\s?)?项\)\s?[”\"]?"
)
_AMOUNT = re.compile(r"^[”\"]?\s?(?:\d{4}年)?(?:预算数|预算|支出|决算数?)?(?:为|安排)?$")
_DECIDED = re.compile(r"(?:支出)?决算(?:数)?为$|预算数为$|\d{4}年预算安排$")
_PURPOSE = re.compile(r"主要用于:?(?P<what>[^。，;]{4,60})")
_LEAST = 4
"""Characters of a name that was cut, at least."""
_LONG = 8
"""Characters from which on a text is not the same by chance."""
_PLAN = re.compile(r"年初预算(?:数)?为?$")
_OF_ALL = "财政拨款支出"
_MOST = 400
_ITEM_DIGITS, _GROUP_DIGITS = 7, 5
_OF_ALL_MONEY = "expenditure"
"""The kind of the table whose amounts are of all money, where texts tell items of what the treasury pays."""
_TABLES = ("general_public", "fiscal_expenditure", _OF_ALL_MONEY)


class Item(msgspec.Struct, frozen=True):
    """An item as prose names it, with its amounts and the row of the table that it means."""

    passage: Passage
    start: int
    names: tuple[str, str, str]
    amounts: tuple[Figure, ...]
    row: Row | None
    by_amount: bool


def checks(papers: Papers, passages: Sequence[Passage]) -> Iterator[Check]:
    """Every item against its row, its names against those of the table, all of them against the total."""
    sheet = next((papers.book.sheets[kind] for kind in _TABLES if kind in papers.book.sheets), None)
    if sheet is None:
        return
    told = {
        change.line_start
        for change in papers.of(BudgetChange)
        if change.code and len(change.code) == _ITEM_DIGITS
    }
    items = [
        item for item in _found(sheet, passages) if item.passage.block(item.start).line_start not in told
    ]
    known = {fold_label(item.names[1] + item.names[2]) for item in items}
    for item in items:
        yield from _amounts(sheet, item)
        yield from _names(sheet, item)
        yield from _purpose(item, known)
    yield from _sum(papers, sheet, items)
    yield from _planned(items, passages)


def _found(sheet: Sheet, passages: Sequence[Passage]) -> list[Item]:
    rows = Rows(sheet)
    items = []
    for passage in passages:
        for match in _ITEM.finditer(passage.text):
            names = (match["first"], match["group"], match["item"])
            amounts = tuple(_of(passage, match))
            if amounts:
                row, by_amount = rows.meant(names, passage.quantity(amounts[0]))
                items.append(Item(passage, match.start(), names, amounts, row, by_amount))
    return items


def _of(passage: Passage, match: re.Match[str]) -> Iterator[Figure]:
    """The amounts of an item: right behind its name, and those that are said to be decided for it."""
    following = _ITEM.search(passage.text, match.end())
    stop = following.start() if following else len(passage.text)
    for one in passage.figures:
        if one.base != "元" or not match.end() <= one.start < stop:
            continue
        between = passage.text[match.end() : one.start].strip()
        if _AMOUNT.match(between) or _DECIDED.search(one.before.strip()):
            yield one


class Rows:
    """The items of a table, to be found by their names or their class, gone through once."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._named: dict[tuple[str, str], list[Row]] = {}
        self._in_class: dict[str, list[Row]] = {}
        parents = {child.first.line_id: row for row in sheet.rows for child in sheet.below(row)}
        for row in sheet.rows:
            group = parents.get(row.first.line_id)
            if row.first.level != 3 or "total" not in row.cells or group is None:
                continue
            self._named.setdefault((_said(group.first.name), _said(row.first.name)), []).append(row)
            whole = parents.get(group.first.line_id)
            if whole is not None:
                self._in_class.setdefault(_said(whole.first.name), []).append(row)
        self._by_value: dict[str, list[tuple[Decimal, int, Row]]] = {}
        self._widest: dict[str, Decimal] = {}

    def meant(self, names: tuple[str, str, str], stated: Quantity) -> tuple[Row | None, bool]:
        """The row of these names; else the only row of the class with this amount, found by it."""
        exact = self._named.get((_said(names[1]), _said(names[2])), [])
        if len(exact) == 1:
            return exact[0], False
        fitting = [] if exact else self._fitting(_said(names[0]), stated)
        return (fitting[0], True) if len(fitting) == 1 else (None, False)

    def _fitting(self, of_class: str, stated: Quantity) -> list[Row]:
        """Rows of a class whose amount is the stated one, two at most: more than one is none."""
        if of_class not in self._by_value:
            cells = [(self._sheet.cell(row.cells["total"]), row) for row in self._in_class.get(of_class, ())]
            filled = [(cell, place, row) for place, (cell, row) in enumerate(cells) if cell.value != 0]
            self._by_value[of_class] = sorted((cell.value, place, row) for cell, place, row in filled)
            self._widest[of_class] = max((cell.error for cell, _, _ in filled), default=Decimal(0))
        rows, reach = self._by_value[of_class], self._widest[of_class] + stated.error
        at = bisect_left(rows, stated.value - reach, key=lambda row: row[0])
        found: list[Row] = []
        while at < len(rows) and rows[at][0] <= stated.value + reach and len(found) < 2:
            if _fits(self._sheet, rows[at][2], stated):
                found.append(rows[at][2])
            at += 1
        return found


def _fits(sheet: Sheet, row: Row, stated: Quantity) -> bool:
    own = sheet.cell(row.cells["total"])
    return abs(own.value - stated.value) <= own.error + stated.error


def _same(one: str, other: str) -> bool:
    return _said(one) == _said(other)


def _begins(row: Row, stated: str) -> bool:
    """Is a name of a table that of the narrative, or its beginning where the cell had no room for more?

    A name that its code has is whole.
    """
    own = fold_label(row.first.name)
    if own in all_names(row.first.code or ""):
        return _same(own, stated)
    return _same(own, stated) or (len(own) >= _LEAST and fold_label(stated).startswith(own))


def _said(name: str) -> str:
    """A name as it is compared."""
    return fold_label(name).removesuffix("支出")


def _amounts(sheet: Sheet, item: Item) -> Iterator[Check]:
    if item.row is None or item.by_amount:
        return
    cell = item.row.cells["total"]
    for one in item.amounts:
        words = f"{item.names[2]} {one.printed}{one.unit}：情况说明 = {sheet.label} {item.row.name}"
        at = item.passage.block(one.start)
        identity = Identity("narrative_amount", words, at, "元", str(one.start), because("narrative"))
        check = compare(identity, item.passage.quantity(one), sheet.cell(cell))
        own = item.passage.quantity(one)
        if (
            check.status == "fails"
            and sheet.table.table_kind == _OF_ALL_MONEY
            and own.value < sheet.cell(cell).value
        ):
            check = not_checkable(identity, because("fiscal_only"), own)
        yield check


def _names(sheet: Sheet, item: Item) -> Iterator[Check]:
    """An item that the table has under another name, told by its amount."""
    if item.row is None or not item.by_amount:
        return
    words = f"{'、'.join(item.names)}：情况说明的科目名称 = {sheet.label} {item.row.name}"
    identity = Identity("code", words, item.passage.block(item.start), "", str(item.start))
    reason = because("other_name", name=item.row.name)
    code = (item.row.first.code or "")[:_GROUP_DIGITS]
    group = next((row for row in sheet.rows if row.first.code == code), None)
    if group is not None and _begins(group, item.names[1]) and _begins(item.row, item.names[2]):
        return
    if _same(item.row.first.name, item.names[2]):
        reason = because("other_group", name=group.name) if group else reason
    yield finding(identity, reason, (item.row.cells["total"].line_id,))


def _purpose(item: Item, known: Set[str]) -> Iterator[Check]:
    """A purpose that is the name of another item, and not of its own."""
    match = _PURPOSE.search(item.passage.text, item.start)
    said = fold_label(match["what"]) if match else ""
    own = fold_label(item.names[1] + item.names[2])
    if len(said) < _LONG or said in own or own in said:
        return
    if said in known:
        words = f"{item.names[2]}：主要用于{match['what'] if match else ''}"
        identity = Identity("wording", words, item.passage.block(item.start), "", f"purpose/{item.start}")
        yield finding(identity, because("purpose_copied"))


def _planned(items: Sequence[Item], passages: Sequence[Passage]) -> Iterator[Check]:
    """What final accounts say was planned for all items together, against the items."""
    parts = [one for item in items for one in _plans(item)][:_MOST]
    whole = next((pair for passage in passages for pair in _plan_of_all(passage, items)), None)
    if whole is None or len(parts) < 2 or len(parts) != len(items):
        return
    passage, stated = whole
    words = f"年初预算 {stated.printed}{stated.unit} = {len(parts)} 项的年初预算之和"
    at = passage.block(stated.start)
    identity = Identity("stated_parts", words, at, "元", f"planned/{stated.start}", because("sum_listed"))
    added = total(item.passage.quantity(one) for item, one in zip(items, parts, strict=True))
    check = compare(identity, passage.quantity(stated), added)
    if check.status == "fails" and passage.quantity(stated).value < added.value:
        check = not_checkable(identity, because("items_of_more"), passage.quantity(stated))
    elif check.status == "fails" and not _are_all(passage, items):
        check = not_checkable(identity, because("items_open"), passage.quantity(stated))
    yield check


def _are_all(passage: Passage, items: Sequence[Item]) -> bool:
    """Does a text state, of all items together, as much as was spent on these: are none left out?"""
    spent = total(item.passage.quantity(item.amounts[-1]) for item in items)
    told = (passage.quantity(one) for one in passage.figures if one.base == "元")
    return any(abs(one.value - spent.value) <= one.error + spent.error for one in told)


def _plans(item: Item) -> list[Figure]:
    """The planned amount of an item: the first that follows its name and is said to be planned."""
    following = _ITEM.search(item.passage.text, item.passage.text.find(item.names[2], item.start))
    stop = following.start() if following else len(item.passage.text)
    fitting = (one for one in item.passage.figures if item.start <= one.start < stop and one.base == "元")
    return [one for one in fitting if _PLAN.search(one.before.strip())][:1]


def _plan_of_all(passage: Passage, items: Sequence[Item]) -> Iterator[tuple[Passage, Figure]]:
    """The planned amount that stands before the first item, of all spending."""
    if not items or passage.at.line_start > items[0].passage.at.line_start:
        return
    end = items[0].start if passage.at.block_id == items[0].passage.at.block_id else len(passage.text)
    for one in passage.figures:
        said = one.before.strip()
        if one.start < end and one.base == "元" and _PLAN.search(said) and _OF_ALL in said:
            yield passage, one


def _sum(papers: Papers, sheet: Sheet, items: Sequence[Item]) -> Iterator[Check]:
    """All items together, where the text names as many as the table has."""
    whole = papers.book.total(sheet.table.table_kind, "total")
    rows = [row for row in sheet.rows if row.first.level == 3 and "total" in row.cells]
    if whole is None or len(items) < 2 or len(items) != len(rows):
        return
    parts = total(item.passage.quantity(item.amounts[0]) for item in items)
    words = f"情况说明 {len(items)} 项之和 = {sheet.label} {whole[0].name}"
    at = items[0].passage.block(items[0].start)
    yield compare(Identity("narrative_amount", words, at, "元", "sum", because("narrative")), parts, whole[1])
