"""Small made-up records: only what the checks look at is told, the rest is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from hrss_tui.compile.checks import checks
from hrss_tui.compile.money import yuan
from hrss_tui.records import BudgetLine, BudgetTable, Check, Record

CLASSIFICATION = {"general_public_basic": "economic", "three_public": "three_public"} | {
    name: name for name in ("outsourcing", "carryover")
}
NUMBERS = {
    "overview": 1,
    "income": 2,
    "expenditure": 3,
    "fiscal_overview": 4,
    "general_public": 5,
    "general_public_basic": 6,
    "general_public_projects": 7,
    "government_fund": 8,
    "state_capital": 9,
    "three_public": 10,
    "outsourcing": 11,
    "carryover": 12,
}

MadeRow = (
    tuple[int, str | None, str, dict[str, str]] | tuple[int, str | None, str, dict[str, str], str | None]
)


def budget(kind: str, rows: Sequence[MadeRow], unit: str = "万元", side: str = "") -> list[Record]:
    """A table: rows are (level, code, name, amounts by measure[, unit]); the total row has level 0.

    In the tables of projects the name of a row without code stands below its unit: level 2 is a project.
    """
    number = NUMBERS[kind]
    classification = side or CLASSIFICATION.get(kind, "functional")
    lines: list[BudgetLine] = []
    first = number * 100 + (50 if side == "income" else 0)
    above: list[tuple[int, dict[str, str]]] = []
    total = next((at for at, row in enumerate(rows) if row[0] == 0 and len(row) == 4), None)
    ids = [
        {measure: f"d:t{number}:{first + at}.{measure}" for measure in row[3]} for at, row in enumerate(rows)
    ]
    for at, row in enumerate(rows):
        while above and above[-1][0] >= row[0]:
            above.pop()
        parents = above[-1][1] if above else ids[total] if total not in (None, at) else {}
        above.append((row[0], ids[at]))
        shared = {"table_kind": kind, "classification": classification, "line_start": first + at}
        lines += [
            _line(row, measure, unit, shared | {"line_id": own, "parent_id": parents.get(measure)})
            for measure, own in ids[at].items()
        ]
    table = BudgetTable(
        table_no=number,
        table_kind=kind,
        title=kind,
        department=None,
        year=2030,
        unit=unit,
        amounts=len(lines),
        empty=not lines,
        empty_reason=None,
        doc_id="d",
        line_start=first,
        line_end=first + len(rows),
    )
    return [table, *lines]


def _line(row: MadeRow, measure: str, unit: str, shared: dict[str, Any]) -> BudgetLine:
    level, code, name, amounts = row[:4]
    owner = row[4] if len(row) > 4 else None
    return BudgetLine(
        year=2030,
        department=None,
        table_no=NUMBERS[shared["table_kind"]],
        table_title=shared["table_kind"],
        code=code,
        level=level,
        name=name,
        parent_code=None,
        unit_name=owner,
        project=name if owner and owner != name else None,
        measure=measure,
        measure_label=measure,
        amount=yuan(amounts[measure], unit),
        printed=amounts[measure],
        code_restored=False,
        doc_id="d",
        line_end=shared["line_start"],
        **shared,
    )


def run(*records: Iterable[Record]) -> list[Check]:
    """The checks of made-up records; tables of the same kind are put together."""
    tables: dict[str, list[Record]] = {}
    seen: set[tuple[str, str]] = set()
    for record in (each for part in records for each in part):
        if isinstance(record, BudgetTable):
            if (record.doc_id, record.table_kind) in seen:
                continue
            seen.add((record.doc_id, record.table_kind))
        tables.setdefault(record.TABLE, []).append(record)
    found = checks(tables)
    assert len({check.check_id for check in found}) == len(found)
    return found


def of_kind(found: Iterable[Check], kind: str) -> list[Check]:
    """The checks of one kind."""
    return [check for check in found if check.kind == kind]


def outcomes(found: Iterable[Check], kind: str) -> dict[str, str]:
    """Status by the place of the check within its document."""
    return {check.check_id.split("/", 2)[2]: check.status for check in of_kind(found, kind)}
