"""One subject of spending across the departments of a package: a code, an economic class, 三公, 委托业务费.

across(pack, "2080101")                    # what each department spends on one code, the largest first
across(pack, "委托业务费", year=2025)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import ClassVar

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import UsageError
from hrss_tui.pack.read import Pack
from hrss_tui.pack.summary import Filing
from hrss_tui.query.filings.amounts import TOTAL, Basis, Book, of_cells
from hrss_tui.query.filings.bodies import offices
from hrss_tui.query.filings.filings import filings, meant, of_year, table_word
from hrss_tui.query.filings.staff import Counted, Staff, of_filings, shared
from hrss_tui.query.percents import percent_of
from hrss_tui.query.subjects import find_subject
from hrss_tui.records import BudgetLine
from hrss_tui.reference.english import english_of
from hrss_tui.reference.spending import SpendingCell, subjects
from hrss_tui.words import Phrase, listed, phrase

_CODE = re.compile(r"\d{3}(?:\d\d){0,2}", re.ASCII)
_FUNCTIONAL = ("expenditure", "general_public", "government_fund", "state_capital")
_ECONOMIC = ("general_public_basic",)
_WHOLE = "total"
"""The column that holds all of a row."""


class DepartmentRow(msgspec.Struct, frozen=True):
    """What one department spends on the subject.

    `share` is percent of all that the table prints for the department (None of that itself), `of_all` percent of what all
    departments here spend on the subject; `rank` 1 is the largest. Amount (分) and rank are None where it is not printed;
    rank and `of_all` also of the own office of a department that stands here, which holds what the office spends.
    `staff` is how many people its document says the department has, `per_head` the amount of one of them (rounded to
    a hundredth of 元), and `staff_record_id` the figure that says so; None where it does not say it, or not by the basis of the others.
    """

    MONEY: ClassVar[tuple[str, ...]] = ("amount", "per_head")

    department: str
    doc_id: str
    place: str | None
    year: int | None
    phase: str
    amount: int | None
    share: float | None
    of_all: float | None
    rank: int | None
    record_id: str | None
    staff: int | None = None
    per_head: int | None = None
    staff_record_id: str | None = None


class Ranking(msgspec.Struct, frozen=True):
    """The departments by what they spend on a subject, the largest first, those that do not print it last.

    `staff` is the basis by which people are counted (a key of the reference); empty where no filing counts them.
    """

    subject: Phrase
    basis: Basis
    year: int | None
    phase: str
    rows: tuple[DepartmentRow, ...]
    staff: str = ""


def across(  # noqa: PLR0913, PLR0917
    pack: Pack,
    subject: str = "",
    names: Sequence[str] = (),
    year: int | None = None,
    phase: str = "budget",
    amounts: Book | None = None,
    counted: Mapping[str, Counted] | None = None,
) -> Ranking:
    """Rank departments by a subject: a code or a word of the reference, all spending where it is empty.

    `amounts` are those of the subject, `counted` the people of each filing, for who asks more than once (`amounts_of`,
    `people_of`).

    Raises UsageError for an unknown subject or department and NothingFoundError where nobody prints it.
    """
    known = filings(pack)
    chosen = of_year(known, year, phase)
    if names:
        wanted = {meant(pack, known, name) for name in names}
        chosen = tuple(one for one in chosen if one.department in wanted)
    title, cells = _asked(subject)
    found = of_cells(pack, chosen, _wanted(cells)) if amounts is None else amounts
    cell = _best(found, chosen, cells, subject if is_code(subject) else "")
    basis = Basis(cell.table, cell.measure)
    lines = [(one, found.rows(one, basis).get(cell.code or TOTAL)) for one in chosen]
    counted = of_filings(pack, chosen) if counted is None else counted
    staff = shared(counted, chosen)
    rows = tuple(
        _per_head(row, counted.get(row.doc_id, {}).get(staff)) for row in _ranked(found, basis, lines)
    )
    year = chosen[0].year if chosen else None
    return Ranking(title or _named(lines, subject), basis, year, phase, rows, staff)


def amounts_of(
    pack: Pack,
    asked: Sequence[str],
    year: int | None,
    phase: str,
    going: Callable[[int, int], bool] | None = None,
) -> Book:
    """The amounts of several subjects, for which every filing of a year is read once; subjects that are none are left out.

    Raises NothingFoundError where there is no filing.
    """
    cells: list[SpendingCell] = []
    for subject in asked:
        with suppress(UsageError):
            cells += _asked(subject)[1]
    return of_cells(pack, of_year(filings(pack), year, phase), _wanted(cells), going)


def people_of(
    pack: Pack, year: int | None, phase: str, going: Callable[[int, int], bool] | None = None
) -> dict[str, Counted]:
    """How many people the filings of a year say there are. Raises as `amounts_of`."""
    return of_filings(pack, of_year(filings(pack), year, phase), going)


def _wanted(cells: Iterable[SpendingCell]) -> dict[Basis, set[str]]:
    """The rows that state a subject, and the totals they are a share of."""
    found: dict[Basis, set[str]] = {}
    for cell in cells:
        found.setdefault(Basis(cell.table, _WHOLE), set()).add(TOTAL)
        found.setdefault(Basis(cell.table, cell.measure), set()).add(cell.code or TOTAL)
    return found


def is_code(text: str) -> bool:
    """Is it a classification code?"""
    return bool(_CODE.fullmatch(text))


def _asked(subject: str) -> tuple[Phrase | None, tuple[SpendingCell, ...]]:
    if is_code(subject):
        # Functional codes begin with 2, economic classes of departments with 3, of governments with 5.
        kinds = _FUNCTIONAL if subject.startswith("2") else _ECONOMIC
        return None, tuple(SpendingCell(kind, "total", subject) for kind in kinds)
    found = find_subject(subject) if subject else subjects()[0]
    if found is None:
        every = listed(Phrase(one.name, one.name_en) for one in subjects())
        raise UsageError(
            phrase("error.no_subject", name=subject), phrase("error.no_subject.hint", found=every)
        )
    return Phrase(found.name, found.name_en), found.cells


def _best(found: Book, chosen: Sequence[Filing], cells: Sequence[SpendingCell], code: str) -> SpendingCell:
    """The cell that most filings print, the first of equals."""

    def printed(cell: SpendingCell) -> int:
        basis = Basis(cell.table, cell.measure)
        return sum((cell.code or TOTAL) in found.rows(one, basis) for one in chosen)

    best = max(cells, key=printed)
    if not printed(best):
        row = (
            Phrase(best.code, best.code)
            if best.code
            else phrase("error.no_row.total", table=table_word(best.table))
        )
        raise found.without(chosen, row, code)
    return best


def _named(lines: Sequence[tuple[Filing, BudgetLine | None]], subject: str) -> Phrase:
    name = next((line.name for _, line in lines if line is not None), "")
    return Phrase(f"{subject} {name}".strip(), f"{subject} {english_of(name) or name}".strip())


def _ranked(
    found: Book, basis: Basis, lines: Sequence[tuple[Filing, BudgetLine | None]]
) -> tuple[DepartmentRow, ...]:
    inner = offices(one.department for one, line in lines if line is not None)
    counted = [(one, line) for one, line in lines if one.department not in inner]
    amounts = sorted((line.amount for _, line in counted if line is not None), reverse=True)
    whole = sum(amounts)
    rows = []
    for one, line in sorted(lines, key=lambda pair: (pair[1] is None, -(pair[1].amount if pair[1] else 0))):
        total = found.rows(one, Basis(basis.table, _WHOLE)).get(TOTAL)
        rows.append(
            DepartmentRow(
                department=one.department,
                doc_id=one.doc_id,
                place=one.place,
                year=one.year,
                phase=one.phase,
                amount=line.amount if line else None,
                share=percent_of(line.amount, total.amount) if line and total and line != total else None,
                of_all=percent_of(line.amount, whole) if line and one.department not in inner else None,
                rank=amounts.index(line.amount) + 1 if line and one.department not in inner else None,
                record_id=line.line_id if line else None,
            )
        )
    return tuple(rows)


def _per_head(row: DepartmentRow, staff: Staff | None) -> DepartmentRow:
    if staff is None:
        return row
    per_head = None if row.amount is None else staff.per_head(row.amount)
    return msgspec.structs.replace(row, staff=staff.count, per_head=per_head, staff_record_id=staff.record_id)
