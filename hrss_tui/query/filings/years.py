"""One department over years, and its budget against its final accounts of one year.

over_years(pack, "某某局", phase="budget")      # every code with one amount a year
execution(pack, "某某局", year=2024)            # budget, final accounts, rate and gap of every code
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar, Final, Literal

import msgspec

from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.read import Pack
from hrss_tui.pack.summary import Filing
from hrss_tui.query.filings.amounts import PROJECT_TABLES, TOTAL, Basis, Book, book, undated
from hrss_tui.query.filings.filings import filings, label, of_department, the_department
from hrss_tui.query.ledger import beside
from hrss_tui.query.percents import percent_of
from hrss_tui.query.places import fold
from hrss_tui.records import BudgetLine
from hrss_tui.words import listed, phrase

State = Literal["", "new", "vanished", "moved", "renamed"]
_TREE: Final = 3
_PAIR: Final = 2


class Row(msgspec.Struct, frozen=True):
    """One code (or named row) over the filings of a comparison.

    `amounts` (分) and `record_ids` have one entry per filing, None where it prints no such row. `change` is the last
    amount less the first, None where one of them is missing; `percent` is of the first; `share_of_change` is percent of
    the change of the total. `state` is new or vanished where only the last or only the first has the row, and moved where
    a row of the same name under another code (`linked`) takes its place, and renamed where a code had another name at
    first (`linked`). A row of a `project` is named by it, and has the code it is paid from and the unit; names of projects
    are compared without the years in them.
    """

    MONEY: ClassVar[tuple[str, ...]] = ("amounts", "change")

    key: str
    code: str | None
    name: str
    level: int
    amounts: tuple[int | None, ...]
    record_ids: tuple[str | None, ...]
    change: int | None
    percent: float | None
    share_of_change: float | None
    state: State
    linked: str | None
    unit_name: str | None = None
    project: str | None = None

    @property
    def rate(self) -> float | None:
        """How much the last amount is of the first in percent: of the amounts, as one more or less than a rounded change is not."""
        return percent_of(self.amounts[-1], self.amounts[0]) if len(self.amounts) > 1 else None


class Columns(msgspec.Struct, frozen=True):
    """Filings side by side; `rows` in the order of codes, the total first; `label` is the column as printed."""

    department: str
    filings: tuple[Filing, ...]
    basis: Basis
    rows: tuple[Row, ...]
    label: str = ""

    @property
    def span(self) -> str:
        """From when to when the rows tell the change, where it is not plainly that of two columns."""
        first, last = self.filings[0], self.filings[-1]
        return f"{first.year or ''}–{last.year or ''}" if len(self.filings) > _PAIR else ""


def over_years(  # noqa: PLR0913, PLR0917
    pack: Pack,
    name: str,
    phase: str | None = None,
    table: str | None = None,
    measure: str = "total",
    amounts: Book | None = None,
) -> Columns:
    """The filings of one phase of a department as columns, oldest first.

    Without a phase it is the one with more years, budgets where both have as many. Raises UsageError for a department
    that is none or several and NothingFoundError where there is nothing to compare. `amounts` is the `book` of the package.
    """
    known = filings(pack)
    department = the_department(pack, known, name)
    own = of_department(known, department, phase or _longer(of_department(known, department, None)))
    one_a_year = {one.year: one for one in own}
    chosen = tuple(one_a_year.values())
    return _columns(book(pack) if amounts is None else amounts, department, chosen, table, measure)


def projects(pack: Pack, name: str, phase: str | None = None, amounts: Book | None = None) -> Columns:
    """The projects of a department over the years, with those that are new and those that are not listed any more.

    Raises as `over_years`, and NothingFoundError where its filings list no projects.
    """
    amounts = book(pack) if amounts is None else amounts
    found: Columns | None = None
    for table in PROJECT_TABLES:
        try:
            own = over_years(pack, name, phase, table, amounts=amounts)
        except NothingFoundError as error:
            fault = error
            continue
        rows = tuple(row for row in own.rows if row.project or row.key == TOTAL)
        if found is None or len(rows) > len(found.rows):
            found = msgspec.structs.replace(own, rows=rows)
    if found is None:
        raise fault
    return found


def execution(  # noqa: PLR0913, PLR0917
    pack: Pack,
    name: str,
    year: int | None = None,
    table: str | None = None,
    measure: str = "total",
    amounts: Book | None = None,
) -> Columns:
    """Budget and final accounts of one year as two columns, the newest year that has both where none is given.

    `change` is final accounts less budget and `percent` that of the budget. Raises as `over_years`.
    """
    known = filings(pack)
    department = the_department(pack, known, name)
    own = of_department(known, department, None)
    phases: dict[int | None, dict[str, Filing]] = {}
    for one in own:
        phases.setdefault(one.year, {})[one.phase] = one
    both = sorted(each for each, found in phases.items() if each is not None and len(found) == 2)
    chosen = year if year is not None else (both[-1] if both else None)
    if chosen not in both:
        raise NothingFoundError(
            phrase("error.no_execution", department=department, year=f" {chosen}" if chosen else ""),
            phrase("error.no_phase.hint", found=listed(map(label, own))),
        )
    pair = phases[chosen]
    return _columns(
        book(pack) if amounts is None else amounts,
        department,
        (pair["budget"], pair["final"]),
        table,
        measure,
    )


def _longer(own: Sequence[Filing]) -> str:
    finals = sum(one.phase == "final" for one in own)
    return "final" if finals > len(own) - finals else "budget"


def _columns(
    found: Book, department: str, chosen: tuple[Filing, ...], table: str | None, measure: str
) -> Columns:
    basis = found.shared(chosen, table, measure)
    columns = [found.rows(one, basis) for one in chosen]
    keys = sorted({key for column in columns for key in column}, key=lambda key: (key != TOTAL, key))
    if not all(key.isdigit() for key in keys if key):
        printed = dict.fromkeys(key for column in reversed(columns) for key in column)
        keys = sorted(printed, key=lambda key: key != TOTAL)
    whole = _change(columns, TOTAL)
    apart = {one for column in columns for one in beside(column.get(TOTAL), column.values())}
    rows = [_row(columns, key, whole, apart) for key in keys]
    label = next((line.measure_label for column in reversed(columns) for line in column.values()), "")
    return Columns(department, chosen, basis, tuple(_linked(rows)), label)


def _change(columns: Sequence[Mapping[str, BudgetLine]], key: str) -> int | None:
    if len(columns) < 2:
        return None
    first, last = columns[0].get(key), columns[-1].get(key)
    return last.amount - first.amount if first is not None and last is not None else None


def _row(
    columns: Sequence[Mapping[str, BudgetLine]], key: str, whole: int | None, apart: Collection[str]
) -> Row:
    """A row of all columns; those whose newest amount is one of `apart` are no part of the whole."""
    lines = [column.get(key) for column in columns]
    printed = [line for line in lines if line is not None]
    newest, first = printed[-1], lines[0]
    change = _change(columns, key)
    compared = len(columns) > 1
    state: State = ""
    if compared and lines[0] is None and lines[-1] is not None:
        state = "new"
    elif compared and lines[-1] is None:
        state = "vanished"
    elif first is not None and newest.code and not newest.project and fold(first.name) != fold(newest.name):
        state = "renamed"
    return Row(
        key=key,
        code=newest.code,
        name=_name(newest),
        level=newest.level,
        amounts=tuple(line.amount if line else None for line in lines),
        record_ids=tuple(line.line_id if line else None for line in lines),
        change=change,
        percent=percent_of(change, first.amount if first else None),
        share_of_change=percent_of(change, whole) if newest.line_id not in apart else None,
        state=state,
        linked=_name(first) if state == "renamed" and first is not None else None,
        unit_name=newest.unit_name,
        project=newest.project,
    )


def _name(line: BudgetLine) -> str:
    return line.project or line.name


def _linked(rows: Sequence[Row]) -> list[Row]:
    """Rows that vanished and rows that are new under the same name, one of each, are the same thing moved.

    So is a project that another code pays for, or another unit carries out.
    """
    gone: dict[tuple[int, str], list[Row]] = {}
    come: dict[tuple[int, str], list[Row]] = {}
    for row in rows:
        if row.code and row.state in ("vanished", "new"):
            found = gone if row.state == "vanished" else come
            found.setdefault((row.level, undated(row.name)), []).append(row)
    partner: dict[str, Row] = {}
    for name, olds in gone.items():
        news = come.get(name, [])
        if len(olds) == len(news) == 1:
            partner[olds[0].key], partner[news[0].key] = news[0], olds[0]
    return [
        msgspec.structs.replace(row, state="moved", linked=partner[row.key].code)
        if row.key in partner
        else row
        for row in rows
    ]
