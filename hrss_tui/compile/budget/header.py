"""Header rows of a segment to columns with their labels, and what each column is: a measure, a label, furniture.

Where the grid knows merged cells they say how far a label reaches; in a text without them a blank cell belongs to the
label left of it if one stands below.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.columns import columns as inferred_columns
from hrss_tui.compile.budget.compared import PREVIOUS, difference, is_share, of_year, says_change
from hrss_tui.compile.budget.labels import bare_label, is_year, label_year, shorter
from hrss_tui.compile.budget.rulers import known_labels, totals
from hrss_tui.compile.budget.units import label_unit
from hrss_tui.reference import column_roles, match_column
from hrss_tui.reference.budget_tables import BudgetBlock, Role, qualifiers
from hrss_tui.reference.classifications import (
    economic_children,
    economic_class_names,
    lone_economic_groups,
)
from hrss_tui.reference.print import subtotal_labels, total_endings
from hrss_tui.sources.tables import Row

_EMPTY_LABELS = ("", "栏次")
_ECONOMIC = "economic_"
_PLAIN, _INITIAL = ("", "budget", PREVIOUS), "initial_budget"
"""Figures of an earlier year that its year says all of; in a budget so is what that year began with."""
_OLDER = "older"
"""What a column gives that is of none of the last two years: no measure says of which."""
_OPENED = re.compile(r"([^()]{2,12})\(([^()]{2,20})\)", re.ASCII)
"""A label with the one below it in brackets: 资金来源（单位资金）."""
_BUDGETED = re.compile(r"(?<!公共|基金|经营)预算数?$")
"""What budgets write behind a label of theirs: 事业收入预算."""


class HeaderColumn(msgspec.Struct, frozen=True):
    """A column: its labels as printed from top to leaf, the unit they print."""

    index: int
    labels: tuple[str, ...]
    unit: str | None

    @property
    def leaf(self) -> str:
        """The label nearest to the data."""
        return self.labels[-1]

    @property
    def role(self) -> Role | None:
        """What the column holds where it holds no amounts; print may have broken its label over two rows."""
        own = column_roles().get(bare_label(self.leaf)) or ("attribute" if is_share(self.leaf) else None)
        if len(self.labels) < 2:
            return own
        upper, whole = bare_label(self.labels[-2]), bare_label(self.labels[-2] + self.leaf)
        if whole in known_labels() and upper not in known_labels():
            return column_roles().get(whole)
        above = column_roles().get(upper)
        return own or (above if above == "code" else None)


class Context(msgspec.Struct, frozen=True):
    """What decides between two readings of a label: phase and year of the document, the economic classification."""

    phase: str
    year: int | None
    government: bool = False


def header_columns(head: Sequence[Row]) -> list[HeaderColumn]:
    """The labelled columns of header rows, left to right."""
    merged = any(cell.columns > 1 or cell.rows > 1 for row in head for cell in row.cells if cell.text)
    guessed = {column.index: (*column.spans, column.leaf) for column in inferred_columns(head)}
    paths = _spanned(head) if merged else guessed
    found = []
    for index in sorted({*paths, *guessed}):
        labels = paths.get(index) or guessed[index]
        column = _column(index, labels)
        if column is not None:
            found.append(column)
    return found


def last_year(columns: Sequence[HeaderColumn]) -> int | None:
    """The last of several years that the labels name: that of a paper that says none; None where they name one or none."""
    years = {year for column in columns for label in column.labels if (year := label_year(label))}
    return max(years) if len(years) > 1 else None


def names_government(columns: Sequence[HeaderColumn]) -> bool:
    """Are the economic classes of the header those of the government's classification?"""
    names = economic_class_names()
    found = [names.get(bare_label(column.leaf), ()) for column in columns]
    return any(codes and all(code.startswith("5") for code in codes) for codes in found)


def settled(columns: Sequence[HeaderColumn], filled: Collection[int]) -> list[HeaderColumn]:
    """Columns where their amounts stand: those of a label without any may stand beside it, in a column without its own.

    Where columns were found by alignment alone, labels in the middle and amounts at the right end may part.
    """
    labels = {column.index: column.labels for column in columns}
    moved: dict[int, int] = {}
    for column in columns:
        if column.index in filled or column.role is not None:
            continue
        for beside in (column.index + 1, column.index - 1):
            own = labels.get(beside, ())
            bare = len(own) < len(column.labels) and column.labels[: len(own)] == own
            if beside in filled and bare and beside not in moved.values():
                moved[column.index] = beside
                break
    taken = set(moved.values())
    kept = (column for column in columns if column.index not in taken)
    return sorted(
        (msgspec.structs.replace(column, index=moved.get(column.index, column.index)) for column in kept),
        key=lambda column: column.index,
    )


def _spanned(head: Sequence[Row]) -> dict[int, tuple[str, ...]]:
    """Column → labels of the merged cells over it."""
    paths: dict[int, list[str]] = {}
    for row in head:
        for text, first, stop in _labels(row):
            for index in range(first, stop):
                paths.setdefault(index, []).append(text)
    return {index: tuple(labels) for index, labels in paths.items()}


def _labels(row: Row) -> Iterator[tuple[str, int, int]]:
    """The labels of a header row with their columns; one that the side of a page cut in two is over those of both parts."""
    cells = [cell for cell in row.cells if cell.text]
    at = 0
    while at < len(cells):
        cell = cells[at]
        text, first, stop = cell.text, cell.column, cell.column + cell.columns
        after = cells[at + 1] if at + 1 < len(cells) and cells[at + 1].column == stop else None
        if after is not None and _is_cut(text, after.text):
            text, stop, at = text + after.text, after.column + after.columns, at + 1
        yield text, first, stop
        at += 1


def _is_cut(left: str, right: str) -> bool:
    """Are two labels none that is known, and one that is where they are put together?"""
    one, other, whole = map(bare_label, (left, right, left + right))
    return whole in known_labels() and one not in known_labels() and other not in known_labels()


def _column(index: int, labels: Sequence[str]) -> HeaderColumn | None:
    """The column without labels that only repeat, or state a unit."""
    units = [unit for label in labels if (unit := label_unit(label))]
    kept: list[str] = []
    for label in labels:
        bare = bare_label(label)
        alone = label_unit(label) is not None and not bare.strip("()").rstrip("元万亿")
        if bare not in _EMPTY_LABELS and not alone and not (kept and bare_label(kept[-1]) == bare):
            kept.append(label)
    return HeaderColumn(index, tuple(kept), units[-1] if units else None) if kept else None


def measure(block: BudgetBlock, column: HeaderColumn, context: Context) -> str | None:
    """The key of what the column's amounts are; None where no reference entry knows its labels.

    A label that says which figure is given (年初预算数, 决算数) qualifies the one above it; a sum below a label that
    is itself a measure is that measure. Print may have broken a label over two rows.
    """
    labels = [bare_label(label) for label in column.labels]
    qualifier = _qualifier(column, context)
    headings = {bare_label(text) for text in block.headings} - column_roles().keys()
    parted = _parted_sum(column, headings, context) or _opened(column, headings)
    if parted is not None:
        return measure(block, parted, context)
    differs = difference(column.labels, context.phase, context.year)
    named = [
        label
        for label, text in zip(labels, column.labels, strict=True)
        if not (label in qualifiers(context.phase) or is_year(label) or (differs and says_change(text)))
    ]
    rest = [label for label in named if label not in headings]
    base = (_base(block, rest, context) or _broken(block, rest)) if rest else "total"
    if base is None or qualifier == _OLDER:
        return None
    if not qualifier:
        return base
    return qualifier if base == "total" else f"{qualifier}_{base}"


def _parted_sum(column: HeaderColumn, headings: Collection[str], context: Context) -> HeaderColumn | None:
    """A column whose leaf is the label above it and a sum in one, where print set them in one cell: 本年预算数合计."""
    leaf = bare_label(column.leaf)
    total = next((word for word in total_endings() if leaf.endswith(word) and leaf != word), None)
    above = leaf.removesuffix(total) if total else ""
    if (
        total is None
        or leaf in known_labels()
        or not (above in headings or above in known_labels() or above in qualifiers(context.phase))
    ):
        return None
    return msgspec.structs.replace(column, labels=(*column.labels[:-1], above, total))


def _opened(column: HeaderColumn, headings: Collection[str]) -> HeaderColumn | None:
    """A column whose leaf is a heading with what it spans in brackets, where print gave each its own cell."""
    match = _OPENED.fullmatch(bare_label(column.leaf))
    if match is None or match[0] in known_labels() or match[1] not in headings or match[2] in headings:
        return None
    return msgspec.structs.replace(column, labels=(*column.labels[:-1], match[1], match[2]))


def _broken(block: BudgetBlock, labels: Sequence[str]) -> str | None:
    """The measure of a label that print broke over two rows: 一般公共预算财 above 政拨款."""
    if len(labels) < 2:
        return None
    match = match_column(block, labels[-2] + labels[-1], tuple(labels[:-2]))
    return match.measure if match is not None else None


def _qualifier(column: HeaderColumn, context: Context) -> str | None:
    """Which figure of an item the column gives; "" that of the document, None where it does not say."""
    differs = difference(column.labels, context.phase, context.year)
    if differs is not None:
        return differs
    known = qualifiers(context.phase)
    found = [known[label] for text in column.labels if (label := bare_label(text)) in known]
    years = [year for text in column.labels if (year := label_year(text))]
    if years and context.year and years[-1] < context.year:
        plain = (*_PLAIN, _INITIAL) if context.phase == "budget" else _PLAIN
        dated = not found or found[-1] in plain
        return of_year(years[-1], context.year) or _OLDER if dated else found[-1]
    told = [each for each in found if each]  # 金额 below 上年数 says nothing else
    return told[-1] if told else found[-1] if found else None


def _base(block: BudgetBlock, labels: Sequence[str], context: Context) -> str | None:
    """The measure of labels among which are no qualifiers and no headings of the block."""
    leaf, spans = labels[-1], tuple(labels[:-1])
    forms = (*shorter(leaf), _BUDGETED.sub("", leaf)) if context.phase == "budget" else shorter(leaf)
    match = next((found for form in forms if (found := match_column(block, form, spans))), None)
    is_sum = leaf in totals() or leaf in subtotal_labels()
    if is_sum and spans and (match is None or not set(spans[-1:]) & set(match.under)):
        above = _base(block, spans, context)
        if above is not None and (above != "total" or match is None):
            return above
    if match is not None:
        return match.measure
    return (
        "total" if is_sum and not spans else _economic_group(leaf, spans, context) or _economic(leaf, context)
    )


def _economic_group(leaf: str, spans: Sequence[str], context: Context) -> str | None:
    """economic_30101 for the name of an economic 款 below that of its 类, or that no other of the departments has."""
    above = next((found for span in reversed(spans) if (found := _economic(span, context))), None)
    code = economic_children().get((above.removeprefix(_ECONOMIC), leaf)) if above else None
    if above is None and not context.government:
        code = lone_economic_groups().get(leaf)
    return f"{_ECONOMIC}{code}" if code else None


def _economic(label: str, context: Context) -> str | None:
    """economic_301 for the name of an economic 类, of the classification that the header uses; None where it has none."""
    codes = economic_class_names().get(label, ())
    wanted = [code for code in codes if code.startswith("5") == context.government]
    return f"{_ECONOMIC}{wanted[0]}" if wanted else None
