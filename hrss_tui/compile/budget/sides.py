"""The columns of a header as the sides of a table: income left and spending right, or blocks side by side.

A side is the columns that describe a row and the amounts to their right. A new side begins where a label column follows
amounts, in tables that have several; elsewhere what follows amounts describes the same row (备注).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, zip_longest

import msgspec

from hrss_tui.compile.budget import compared
from hrss_tui.compile.budget.header import (
    Context,
    HeaderColumn,
    header_columns,
    last_year,
    measure,
    names_government,
    settled,
)
from hrss_tui.compile.budget.label_columns import NAMING, Known, label_columns
from hrss_tui.compile.budget.labels import bare_label, is_year
from hrss_tui.compile.budget.rulers import known_labels
from hrss_tui.compile.budget.three_public import held_twice, is_sum, item_label, item_level, item_measure
from hrss_tui.compile.budget.under_funds import measures_of
from hrss_tui.compile.budget.unsure import unsure
from hrss_tui.compile.budget.values import has_han, is_value
from hrss_tui.reference.budget_tables import (
    BudgetBlock,
    BudgetTable,
    Role,
    classification,
    column_roles,
)
from hrss_tui.reference.classifications import all_names
from hrss_tui.reference.print import subtotal_labels
from hrss_tui.reference.things import things
from hrss_tui.sources.tables import Row
from hrss_tui.sources.text import close_gaps

_THINGS = things()
_STARTERS = frozenset(("code", "code_class", "name", "project", "content", "unit_name"))
_INCOME, _SPENDING = "收入", "支出"
_TOTAL, _PROJECT = "total", "项目"
_LAST = 10_000
_FEWEST_CODES = 2
"""Codes below a label that nobody knows which make their column one of codes."""


class AmountColumn(msgspec.Struct, frozen=True):
    """A column of amounts: where it stands, its measure, its label as printed, the unit it prints.

    `item` is what the amounts are of where columns name it: the item of a 三公 table of one row, the area of transfers.
    """

    index: int
    measure: str
    label: str
    unit: str | None = None
    item: str | None = None


class Side(msgspec.Struct, frozen=True):
    """One block of a table: its label columns as (index, role), its amount columns, first cell to last.

    `unknown` are columns of figures below labels that no reference entry knows; `mixed` says that the units stand in one
    column with what they spend on (单位（项目）名称).
    """

    block: BudgetBlock
    labels: tuple[tuple[int, str], ...]
    amounts: tuple[AmountColumn, ...]
    start: int
    stop: int
    unknown: frozenset[int] = frozenset()
    mixed: bool = False

    def role_index(self, role: str) -> int | None:
        """Where the column of a role stands."""
        return next((index for index, name in self.labels if name == role), None)

    @property
    def coded(self) -> bool:
        """Do codes have columns of their own?"""
        return any(role in ("code", "code_class") for _, role in self.labels)

    @property
    def by_columns(self) -> bool:
        """Do the columns name the items?"""
        return any(column.item for column in self.amounts)


class Header(msgspec.Struct, frozen=True):
    """The sides of a segment, the labels that no reference entry knows, and the year whose figures are its own."""

    sides: tuple[Side, ...]
    unknown: tuple[str, ...]
    width: int
    year: int | None = None


def read_header(
    kind: BudgetTable, head: Sequence[Row], rows: Sequence[Row], phase: str, year: int | None
) -> Header:
    """What the header of a segment says; `rows` are those below, which tell words from amounts."""
    columns = settled(header_columns(head), _filled(rows))
    context = Context(phase, year or last_year(columns), kind.government or names_government(columns))
    groups = _groups(kind, columns, context, rows)
    sides, unknown = [], []
    beside = _beside_income(kind, columns)
    for at, group in enumerate(map(_without_headings, groups)):
        if beside and _INCOME in set(chain.from_iterable(each.column.labels for each in group)):
            unknown += [each.column.leaf for each in group if each.role is None]
            continue
        block = _block(kind, group, at)
        start = group[0].column.index if at else 0
        stop = groups[at + 1][0].column.index if at + 1 < len(groups) else _LAST
        known = _named([_know(block, each.column, context, rows) for each in group], block, context)
        known = _of_funds(_without_wholes(known, groups[at], block), block, context)
        found = unsure([(each.measure, each.item, each.column) for each in known], rows)
        known = [Known(each.column, None, None) if at in found else each for at, each in enumerate(known)]
        amounts = tuple(
            AmountColumn(each.column.index, each.measure, _printed_label(each), each.column.unit, each.item)
            for each in known
            if each.measure is not None
        )
        labels = label_columns(known, block)
        headings = {bare_label(text) for text in block.headings}
        nameless = [each.column for each in known if each.role is None and each.measure is None]
        nameless = [column for column in nameless if bare_label(column.leaf) not in headings]
        unknown += [column.leaf for column in nameless]
        if amounts:
            others = frozenset(column.index for column in nameless)
            mixed = any(each.role == "unit_name" and _PROJECT in each.column.leaf for each in known)
            sides.append(Side(block, labels, amounts, start, stop, others, mixed))
    width = max((len(row.cells) for row in (*head, *rows)), default=0)
    return Header(tuple(sides), tuple(unknown), width, context.year)


def _without_headings(group: list[Known]) -> list[Known]:
    """A group of columns without the labels that span the whole of it: 人员经费 over codes, names and amounts.

    What spans the columns that describe a row says what the rows are, not what the amounts are. A share stands below the
    label of its amount, or of its year.
    """
    heads = [(each.role, bare_label(label)) for each in group for label in each.column.labels[:-1]]
    over = {label for role, label in heads if role and (role != "attribute" or not _says_which(label))}
    found = []
    for each in group:
        rest = tuple(label for label in each.column.labels[:-1] if bare_label(label) not in over)
        labels = (*rest, each.column.leaf)
        if each.role is None and len(labels) < len(each.column.labels):
            column = msgspec.structs.replace(each.column, labels=labels)
            found.append(msgspec.structs.replace(each, column=column))
        else:
            found.append(each)
    return found


def _without_wholes(known: Sequence[Known], group: Sequence[Known], block: BudgetBlock) -> list[Known]:
    """The columns without that of all money of the projects (项目 over 名称 and 金额) in a table of a part of it."""
    if classification(block.classification).project_money != "part":
        return list(known)
    totals = [each.measure == _TOTAL for each in known]
    wholes = [is_total and _is_of_project(each) for is_total, each in zip(totals, group, strict=True)]
    if sum(wholes) == sum(totals):
        return list(known)
    return [
        Known(each.column, None, None) if whole else each for each, whole in zip(known, wholes, strict=True)
    ]


def _is_of_project(known: Known) -> bool:
    """Does the amount of a project stand beside its name, below one label?"""
    return any(column_roles().get(bare_label(label)) == "project" for label in known.column.labels[:-1])


def _says_which(label: str) -> bool:
    """Does a label over a share say of which amounts it is: 2031年, 基本支出?"""
    return label in known_labels() or is_year(label) or compared.says_change(label)


def _filled(rows: Sequence[Row]) -> frozenset[int]:
    """Columns of a grid in which amounts stand."""
    return frozenset(
        cell.column for row in rows if row.row is not None for cell in row.cells if is_value(cell.text)
    )


def _printed_label(known: Known) -> str:
    leaf = close_gaps(known.column.leaf)
    return f"{known.item} {leaf}" if known.item and known.item != leaf else leaf


def _know(block: BudgetBlock, column: HeaderColumn, context: Context, rows: Sequence[Row]) -> Known:
    """What a column is in a block."""
    role, rows_are = column.role, classification(block.classification)
    if role == "name" and _holds_codes(column.index, rows):
        role = "code"
    if role is None and bare_label(column.leaf) in (_INCOME, _SPENDING) and _holds_words(column.index, rows):
        role = "name"  # 收入 | 金额 | 支出 | 金额: what comes in and what goes out, not how much
    if rows_are.rows == "items" and role is None:
        item = item_label(column.labels)
        if item is not None:
            return Known(column, None, item_measure(block, column, context), item)
    found = measure(block, column, context)
    if found is not None and role is None:
        return Known(column, None, found)
    if role is not None:
        return Known(column, role, None)
    guess = _guessed(column.index, rows)
    if guess is not None:
        return Known(column, guess, None, guessed=True)
    if rows_are.areas:
        return Known(column, None, "total", close_gaps(column.leaf))
    return Known(column, None, None)


def _named(known: list[Known], block: BudgetBlock, context: Context) -> list[Known]:
    """Columns that name no item but sums are the columns of a table whose rows name the items.

    Beside columns that do name items a sum is the total of them; of a second one (小计) nothing says what it sums.
    """
    if classification(block.classification).rows != "items":
        return known
    if not any(each.item and item_level(each.item) for each in known):
        named = any(each.role in NAMING for each in known)
        return [_unnamed(each, block, context, named) if each.item else each for each in known]
    found: list[Known] = []
    for each in known:
        if each.item is not None or each.measure is None:
            found.append(each)
            continue
        totalled = any(
            one.item and (is_sum(one.item) or item_level(one.item) == 0) and not _is_apart(one, each)
            for one in found
        )
        partial = totalled and bare_label(_last(each)) in subtotal_labels()
        item = None if partial else close_gaps(_last(each))
        own = None if partial else item_measure(block, each.column, context)
        found.append(Known(each.column, None, own, item))
    return found


def _is_apart(one: Known, other: Known) -> bool:
    """Do two columns stand below different labels, each of which has a total of its own: 预算数 | 决算数?"""
    above, beside = one.column.labels[:-1], other.column.labels[:-1]
    return bool(above and beside) and above[0] != beside[0]


def _unnamed(known: Known, block: BudgetBlock, context: Context, named: bool) -> Known:
    """A column that names 三公 as a whole: what the rows name stands in it, where they do."""
    found = measure(block, known.column, context)
    if found is None and not named:
        return known
    return Known(known.column, None, found or item_measure(block, known.column, context))


def _last(known: Known) -> str:
    """The label of a sum, without 预算数 below it."""
    return next((label for label in reversed(known.column.labels) if is_sum(label)), known.column.leaf)


def _holds_words(index: int, rows: Sequence[Row]) -> bool:
    """Do the rows print words in a column rather than amounts?"""
    texts = [row.cells[index].text for row in rows if index < len(row.cells) and row.cells[index].text]
    return bool(texts) and sum(map(has_han, texts)) > sum(map(is_value, texts))


def _guessed(index: int, rows: Sequence[Row]) -> Role | None:
    """What a column holds below a label that nobody knows, where it holds no amounts."""
    if _holds_codes(index, rows):
        return "code"
    return "attribute" if _holds_words(index, rows) else None


def _holds_codes(index: int, rows: Sequence[Row]) -> bool:
    """Do the rows print nothing in a column but codes that a classification has, and words of totals?"""
    texts = [
        row.cells[index].text.strip() for row in rows if index < len(row.cells) and row.cells[index].text
    ]
    codes = [text for text in texts if not has_han(text)]
    most = len(codes) >= _FEWEST_CODES and 2 * len(codes) > len(texts)
    return most and all(map(all_names, codes))


def _groups(
    kind: BudgetTable, columns: Sequence[HeaderColumn], context: Context, rows: Sequence[Row]
) -> list[list[Known]]:
    """The columns side by side, each group with its labels first."""
    groups: list[list[Known]] = [[]]
    beside = _beside_income(kind, columns)
    known = [_know_any(kind, column, context, rows) for column in columns]
    known = [_below_heading(kind, each, known[:at], context, rows) for at, each in enumerate(known)]
    for each, after in zip_longest(known, known[1:]):
        group = groups[-1]
        amounts = any(other.measure is not None for other in group)
        starts = each.role in _STARTERS and (beside or _may_part(kind, group, each.role))
        if amounts and (starts or _begins_again(kind, group, each, after)):
            groups.append([])
            while len(group) > 1 and group[-1].role == "sequence":
                groups[-1].insert(0, group.pop())
        groups[-1].append(each)
    return [group for group in groups if group]


def _below_heading(
    kind: BudgetTable, each: Known, before: Sequence[Known], context: Context, rows: Sequence[Row]
) -> Known:
    """A column of amounts without the labels that it shares with the names left of it: 支出用途 over 项目 and 预算数."""
    names = next((other for other in reversed(before) if other.role is not None), None)
    if each.role is not None or each.measure is not None or names is None:
        return each
    rest = tuple(label for label in each.column.labels[:-1] if label not in names.column.labels[:-1])
    found = _know_any(
        kind, msgspec.structs.replace(each.column, labels=(*rest, each.column.leaf)), context, rows
    )
    return each if found.measure is None else msgspec.structs.replace(found, column=each.column)


def _begins_again(kind: BudgetTable, group: Sequence[Known], each: Known, after: Known | None) -> bool:
    """Does a column of words under a label that nobody knows head amounts of a measure that the group has already?"""
    if not each.guessed or len(kind.blocks) < 2 or after is None or after.measure is None:
        return False
    return any(other.measure == after.measure for other in group)


def _beside_income(kind: BudgetTable, columns: Sequence[HeaderColumn]) -> bool:
    """Does a table of spending alone stand beside its income, of which its kind knows nothing?"""
    heads = {bare_label(label) for column in columns for label in column.labels[:-1]}
    return len(kind.blocks) == 1 and heads >= {_INCOME, _SPENDING}


def _may_part(kind: BudgetTable, group: Sequence[Known], role: str) -> bool:
    several = len(kind.blocks) > 1 or classification(kind.blocks[0].classification).blocks
    return several or any(other.role == role for other in group)


def _of_funds(known: list[Known], block: BudgetBlock, context: Context) -> list[Known]:
    """The columns with what funds above them make of their measures; of those that name items each figure is one."""
    last = compared.told_apart([(each.item, each.column.labels, each.measure) for each in known])
    labels = [each.column.labels for each in known]
    told = compared.settled(list(zip(labels, last, strict=True)), context.phase)
    known = [msgspec.structs.replace(each, measure=own) for each, own in zip(known, told, strict=True)]
    if any(each.item for each in known):
        twice = held_twice([(each.item, each.measure, each.column.labels) for each in known])
        unsure = [each.item is not None and (each.item, each.measure) in twice for each in known]
        return [
            Known(each.column, None, None) if no else each for each, no in zip(known, unsure, strict=True)
        ]
    found = measures_of([(each.column, each.measure) for each in known], block, context)
    return [msgspec.structs.replace(each, measure=own) for each, own in zip(known, found, strict=True)]


def _know_any(kind: BudgetTable, column: HeaderColumn, context: Context, rows: Sequence[Row]) -> Known:
    """What a column is in any block of the kind."""
    found = [_know(block, column, context, rows) for block in kind.blocks]
    return next((each for each in found if each.measure is not None), found[0])


def _block(kind: BudgetTable, group: Sequence[Known], at: int) -> BudgetBlock:
    """The block a group of columns is; spending by economic nature beside spending by function is one of its own."""
    if len(kind.blocks) == 1:
        return kind.blocks[0]
    labels = " ".join(bare_label(label) for each in group for label in each.column.labels)
    spending, income = "支出" in labels, "收入" in labels
    block = kind.blocks[0 if income and not spending else 1 if spending and not income else min(at, 1)]
    by_nature = any(word in labels for word in _THINGS.money.sides_of) and "功能" not in labels
    if by_nature and block.side == "expenditure":
        return msgspec.structs.replace(block, classification="economic")
    return block
