"""Small made-up records: only what the checks look at is told, the rest is filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from hrss_tui.compile.basics.money import fen
from hrss_tui.compile.checks import checks
from hrss_tui.compile.projects.joins import join
from hrss_tui.records import (
    Block,
    BudgetChange,
    BudgetLine,
    BudgetTable,
    Check,
    Document,
    Observation,
    PerformanceTable,
    PerformanceTarget,
    PrefectureTotal,
    PrefectureValue,
    Project,
    ProjectAllocation,
    Record,
)
from hrss_tui.reference import base_unit, split_unit

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
    "fiscal_expenditure": 13,
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
        amount=fen(amounts[measure], unit),
        printed=amounts[measure],
        code_restored=False,
        doc_id="d",
        line_end=shared["line_start"],
        **shared,
    )


def project(number: int, name: str, printed: str, unit: str = "甲单位") -> Project:
    """A project of the narrative; `printed` is in 万元."""
    return Project(
        project_id=f"d:project-{number}",
        name=name,
        unit_name=unit,
        amount=fen(printed, "万元"),
        starts=None,
        ends=None,
        year=2030,
        printed=printed,
        doc_id="d",
        line_start=2000 + number,
        line_end=2000 + number,
    )


def parts(number: int, *items: str) -> list[Record]:
    """Parts of a project as "item printed" or "item printed < parent item"."""
    rows: list[Record] = []
    for at, item in enumerate(items):
        own, _, parent = item.partition(" < ")
        name, printed = own.split()
        rows.append(
            ProjectAllocation(
                allocation_id=f"d:{2000 + number}.{at}",
                project_id=f"d:project-{number}",
                item=name,
                amount=fen(printed, "万元"),
                prefecture_code=None,
                parent_item=parent or None,
                printed=f"{printed} 万元",
                unit_inferred=False,
                doc_id="d",
                line_start=2000 + number,
                line_end=2000 + number,
            )
        )
    return rows


def performance(
    name: str | None, amount: str, targets: Sequence[tuple[str, str, str, str, float]] = (), **sources: str
) -> list[Record]:
    """A performance table: targets are (level1, indicator, value, unit, weight); amounts are in 万元."""
    table_id = f"d:performance-{name or 'all'}"
    money = {column: fen(printed, "万元") for column, printed in sources.items()}
    empty = dict.fromkeys(("fiscal", "fiscal_superior", "fiscal_own", "other"))
    table = PerformanceTable(
        table_id=table_id,
        project=name,
        unit_name="甲单位",
        year=2030,
        amount=fen(amount, "万元"),
        goal="",
        doc_id="d",
        line_start=3000,
        line_end=3001,
        **(empty | money),
    )
    return [table, *(_target(table_id, name, at, row) for at, row in enumerate(targets))]


def _target(table_id: str, name: str | None, at: int, row: tuple[str, str, str, str, float]) -> Record:
    level1, indicator, value, unit, weight = row
    return PerformanceTarget(
        target_id=f"{table_id}.{at}",
        table_id=table_id,
        project=name,
        unit_name="甲单位",
        level1=level1,
        level2=None,
        indicator=indicator,
        operator="<=",
        value=value,
        unit=unit,
        basis=None,
        previous=None,
        weight=weight,
        scoring=None,
        evidence=None,
        indicator_id=None,
        printed=value,
        doc_id="d",
        line_start=3002 + at,
        line_end=3002 + at,
    )


def prefectures(total: str, values: dict[str, str], unit: str = "万人") -> list[Record]:
    """A table by prefecture with one column; "/" is not applicable."""
    shared: dict[str, Any] = {
        "metric": "m",
        "metric_label": "城镇新增就业人数",
        "year": 2030,
        "unit": unit,
        "kind": "target",
        "indicator_id": "urban_new_jobs",
        "doc_id": "d",
    }
    rows: list[Record] = []
    for at, (code, printed) in enumerate(values.items()):
        given = printed != "/"
        rows.append(
            PrefectureValue(
                prefecture_code=code,
                value=float(printed) if given else None,
                status="value" if given else "not_applicable",
                printed=printed,
                line_start=at,
                line_end=at,
                **shared,
            )
        )
    line = len(rows)
    rows.append(PrefectureTotal(value=float(total), printed=total, line_start=line, line_end=line, **shared))
    return rows


def document(
    doc_id: str = "d", issuer: str | None = None, year: int = 2030, place: str | None = "65"
) -> Document:
    """A document; its title is its id."""
    return Document(
        doc_id=doc_id,
        title=doc_id,
        title_supplied=False,
        kind="bulletin",
        issuer=issuer,
        doc_number=None,
        date=None,
        period=str(year),
        source_file="",
        source_sha256="",
        source_lines=1,
        encoding="utf-8",
        author=None,
        place=place,
        line_start=1,
        line_end=1,
    )


def block(line: int, text: str = "", section: str = "", kind: str = "paragraph", doc_id: str = "d") -> Block:
    """A block at a line."""
    return Block(
        block_id=f"{doc_id}:{line}",
        parent_id=None,
        kind=kind,
        level=1,
        number=None,
        text=text,
        section=section,
        breaks=[0, line],
        doc_id=doc_id,
        line_start=line,
        line_end=line,
    )


def change(
    line: int,
    name: str,
    printed: str,
    changed: str,
    percent: str | None = None,
    *,
    section: str = "",
    **rest: Any,
) -> BudgetChange:
    """A statement of change; amounts are in 万元, `changed` has a sign. `rest`: code, share_printed, reason."""
    amount, difference = fen(printed, "万元"), fen(changed, "万元")
    given: dict[str, Any] = {"code": None, "share_printed": None, "reason": None} | rest
    return BudgetChange(
        change_id=f"d:{line}.1",
        code_restored=False,
        name=name,
        amount=amount,
        change=difference,
        percent=float(percent) if percent else None,
        previous_amount=amount - difference,
        reclassified=False,
        year=2030,
        printed=printed,
        change_printed=changed.lstrip("+-"),
        percent_printed=percent,
        section=section,
        share=float(given["share_printed"]) if given["share_printed"] else None,
        doc_id="d",
        line_start=line,
        line_end=line,
        **given,
    )


def said(line: int, subject: str, printed: str, unit: str, **rest: Any) -> Observation:
    """A figure of prose in a block of its own line.

    `rest`: indicator_id, period, kind, operator, change, against, scope, scope_note, place, doc_id, column, block.
    """
    doc_id, column = rest.pop("doc_id", "d"), rest.pop("column", 1)
    at = rest.pop("block", line)
    given: dict[str, Any] = {
        "indicator_id": None,
        "period": "2030",
        "scope": None,
        "kind": "actual",
        "operator": "=",
        "change": None,
        "against": None,
        "scope_note": None,
        "place": "65",
    }
    factor, counter = split_unit(unit)
    value = float(printed.replace(",", ""))
    return Observation(
        observation_id=f"{doc_id}:{line}.{column}",
        subject=subject,
        value=value,
        unit=unit,
        base_value=value * factor,
        base_unit=base_unit(counter),
        printed=printed,
        block_id=f"{doc_id}:{at}",
        doc_id=doc_id,
        line_start=line,
        line_end=line,
        **(given | rest),
    )


def run(*records: Iterable[Record]) -> list[Check]:
    """The checks of made-up records, whose rows are joined with their projects; tables of the same kind are put together."""
    tables: dict[str, list[Record]] = {}
    seen: set[tuple[str, str]] = set()
    for record in (each for part in records for each in part):
        if isinstance(record, BudgetTable):
            if (record.doc_id, record.table_kind) in seen:
                continue
            seen.add((record.doc_id, record.table_kind))
        tables.setdefault(record.TABLE, []).append(record)
    join(tables)
    found = checks(tables)
    assert len({check.check_id for check in found}) == len(found)
    return found


def of_kind(found: Iterable[Check], kind: str) -> list[Check]:
    """The checks of one kind."""
    return [check for check in found if check.kind == kind]


def outcomes(found: Iterable[Check], kind: str) -> dict[str, str]:
    """Status by the place of the check within its document."""
    return {check.check_id.split("/", 2)[2]: check.status for check in of_kind(found, kind)}
