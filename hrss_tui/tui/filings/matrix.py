"""Budgets side by side as a matrix of amounts: rows, columns, and what each amount is measured against. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable

import msgspec

from hrss_tui.errors import HrssError
from hrss_tui.query.filings.amounts import TOTAL, Book
from hrss_tui.query.filings.departments import Ranking, across, amounts_of, is_code, people_of
from hrss_tui.query.filings.filings import phase_word
from hrss_tui.query.filings.staff import Staff
from hrss_tui.query.filings.years import Columns, execution, over_years
from hrss_tui.query.filings.years import Row as Compared
from hrss_tui.query.ledger import beside, preference
from hrss_tui.records import BudgetLine
from hrss_tui.reference.spending import subjects
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.filings.state import DEPARTMENTS, EXECUTION, HEAD, State
from hrss_tui.words import Lang, spoken

FIRST = ("expenditure", "three_public", "general_public_basic")
"""Kinds of table that are asked for most and turned to first."""


class Side(msgspec.Struct, frozen=True):
    """A row: a department, or a code (`compared` is what is known of it over the columns)."""

    key: str
    label: str
    level: int = 0
    doc_id: str = ""
    compared: Compared | None = None


class Scale(msgspec.Struct, frozen=True):
    """The whole of a column, the mean, and its amounts by level of the row, the smallest first.

    `apart` are the ids of amounts that are no part of the whole.
    """

    whole: int | None
    mean: float | None
    levels: dict[int, tuple[int, ...]]
    apart: frozenset[str] = frozenset()


class Matrix(msgspec.Struct, frozen=True):
    """Rows, columns (key, label), printed amounts by (row, column); `across` where columns are filings of one department.

    `said` names what is compared, `bases` the kinds of table there are to turn to, `table` the one shown; `staff` is how
    many people a row is of, where that is stated; `span` between which years the change is, where there are more.
    """

    said: str
    sides: tuple[Side, ...]
    columns: tuple[tuple[str, str], ...]
    lines: dict[tuple[str, str], BudgetLine]
    across: bool
    bases: tuple[str, ...] = ()
    table: str = ""
    staff: dict[str, Staff] = {}
    span: str = ""

    def amount(self, side: str, column: str) -> int | None:
        """The amount in 分; None where nothing is printed."""
        found = self.lines.get((side, column))
        return found.amount if found else None

    def scale(self, column: str) -> Scale:
        """What the amounts of a column are measured against."""
        levels: dict[int, list[int]] = defaultdict(list)
        for side in self.sides:
            amount = self.amount(side.key, column)
            if amount is not None:
                levels[side.level].append(amount)
        found = [amount for amounts in levels.values() for amount in amounts]
        mean = sum(found) / len(found) if found else None
        whole = self.amount(TOTAL, column) if self.across else sum(found)
        own = [line for (_, key), line in self.lines.items() if key == column] if self.across else []
        apart = beside(self.lines.get((TOTAL, column)), own)
        return Scale(whole, mean, {level: tuple(sorted(amounts)) for level, amounts in levels.items()}, apart)

    def measured(self, side: Side, column: str, mode: str, base: str, scale: Scale) -> float | None:
        """The figure of a mode: percent, rank, index (percent of the base), difference or amount per head in 分.

        None where there is none.
        """
        amount = self.amount(side.key, column)
        if amount is None:
            return None
        if mode == "rank":
            peers = scale.levels[side.level]
            return 1 + len(peers) - bisect_right(peers, amount)
        if mode == HEAD:
            return self.staff[side.key].per_head(amount) if side.key in self.staff else None
        if mode == "share":
            return (
                None if self.lines[side.key, column].line_id in scale.apart else _percent(amount, scale.whole)
            )
        against = self._base(side.key, column, base, scale)
        if against is None:
            return None
        return amount - against if mode == "difference" else _percent(amount, against)

    def _base(self, side: str, column: str, base: str, scale: Scale) -> float | None:
        """Of years the base is a column, the first one where none is chosen; of departments a row, else the mean."""
        if self.across:
            return self.amount(side, base or self.columns[0][0])
        return self.amount(base, column) if base else scale.mean


def matrix(desk: Desk, state: State, going: Callable[[int, int], bool] | None = None) -> Matrix:
    """Read the comparison; `going` hears how far it is. Raises HrssError where the package cannot answer it."""
    if state.of == DEPARTMENTS:
        return _departments(desk, state, going)
    data, table = desk.data, state.table or None
    if state.of == EXECUTION:
        found = execution(data.pack, state.name, state.year, table, amounts=data.book)
    else:
        found = over_years(data.pack, state.name, state.phase or None, table, amounts=data.book)
    return _columns(desk, state, found)


def _columns(desk: Desk, state: State, found: Columns) -> Matrix:
    columns = tuple((one.doc_id, f"{one.year or ''} {_phase(desk, one.phase)}") for one in found.filings)
    lines = {
        (key, one.doc_id): line
        for one in found.filings
        for key, line in desk.data.book.rows(one, found.basis).items()
    }
    newest = found.filings[-1].doc_id
    sides = [
        Side(row.key, _said(desk, row), 1 if row.project else row.level, newest, row) for row in found.rows
    ]
    if state.by_gap:
        sides.sort(key=lambda side: (side.level != 0, *_gap(side.compared)))
    bases = {basis for one in found.filings for basis in desk.data.book.bases(one)}
    shared = sorted({basis.table for basis in bases if basis.measure == "total"}, key=_turn)
    printed = [line.table_title for line in lines.values()]
    said = f"{found.department}  {printed[-1] if printed else found.basis.table}"
    return Matrix(said, tuple(sides), columns, lines, True, tuple(shared), found.basis.table, span=found.span)


def _said(desk: Desk, row: Compared) -> str:
    """A row in words; a project with its unit."""
    unit = [f"· {row.unit_name}"] if row.project and row.unit_name else []
    name = row.name if row.project else desk.named(row.name)
    return " ".join([*([row.code] if row.code else []), name, *unit])


def _turn(table: str) -> tuple[int, int, str]:
    """What kinds of table are turned to in the order of."""
    return FIRST.index(table) if table in FIRST else len(FIRST), *preference(table)


def _gap(row: Compared | None) -> tuple[bool, int]:
    """The largest differences first; what only one side has by its amount."""
    if row is None:
        return True, 0
    known = [amount for amount in row.amounts if amount is not None]
    return False, -abs(row.change if row.change is not None else max(known, default=0))


def _departments(desk: Desk, state: State, going: Callable[[int, int], bool] | None) -> Matrix:
    asked = [one.key for one in subjects()]
    if is_code(state.name) or (state.name and state.name not in asked):
        asked.insert(0, state.name)
    phase = state.phase or "budget"
    year = state.year or _fullest(desk, phase)
    amounts = amounts_of(desk.data.pack, asked, year, phase, going)
    counted = people_of(desk.data.pack, year, phase, going)
    rankings: dict[str, Ranking] = {}
    fault: HrssError | None = None
    for subject in asked:
        try:
            rankings[subject] = across(desk.data.pack, subject, (), year, phase, amounts, counted)
        except HrssError as error:
            fault = fault or error
    if not rankings and fault is not None:
        raise fault
    lang: Lang = "en" if desk.lang == "en" else "zh"
    sides = {row.department: row for ranking in rankings.values() for row in ranking.rows}
    newest = next(iter(rankings.values()))
    said = " ".join(
        part
        for part in (desk.say("filed.departments"), str(newest.year or ""), _phase(desk, newest.phase))
        if part
    )
    columns = tuple((key, spoken(ranking.subject, lang)) for key, ranking in rankings.items())
    return Matrix(
        said,
        tuple(Side(name, name, 0, row.doc_id) for name, row in sides.items()),
        columns,
        dict(_lines(desk, rankings, amounts)),
        False,
        staff={
            name: counted[row.doc_id][newest.staff] for name, row in sides.items() if row.staff is not None
        },
    )


def _fullest(desk: Desk, phase: str) -> int | None:
    """The newest year of which several departments print amounts, else of which one does."""
    known: dict[int, set[str]] = defaultdict(set)
    filled = desk.data.places.counts(BudgetLine.TABLE)
    for one in desk.data.filings.values():
        if one.phase == phase and one.year and one.doc_id in filled:
            known[one.year].add(one.department)
    return max(known, key=lambda year: (len(known[year]) > 1, year), default=None)


def _lines(
    desk: Desk, rankings: dict[str, Ranking], amounts: Book
) -> Iterable[tuple[tuple[str, str], BudgetLine]]:
    """The printed line behind every amount of a ranking."""
    filings = desk.data.filings
    for key, ranking in rankings.items():
        for row in ranking.rows:
            printed = amounts.rows(filings[row.doc_id], ranking.basis).values() if row.record_id else ()
            for line in printed:
                if line.line_id == row.record_id:
                    yield (row.department, key), line


def _phase(desk: Desk, phase: str) -> str:
    return spoken(phase_word(phase), "en" if desk.lang == "en" else "zh")


def _percent(part: float, whole: float | None) -> float | None:
    return part * 100 / whole if whole else None
