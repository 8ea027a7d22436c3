"""Checks as rows and lines for the widgets."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.records import BudgetLine, Check, Observation
from hrss_tui.tui.desk import Desk
from hrss_tui.tui.lines import Line, Seg, line, spaced
from hrss_tui.tui.records_card import status_style
from hrss_tui.tui.widgets.table import Cell, Column, Row

STATUSES = ("fails", "rounding", "exact", "not_checkable")
"""What needs a look comes first."""
MOST = 200


def signs_of(desk: Desk) -> dict[str, str]:
    """A sign per status, for those who see no colours."""
    signs = desk.signs
    return {"exact": signs.good, "rounding": signs.about, "fails": signs.bad, "not_checkable": signs.unknown}


def check_table(desk: Desk, checks: Sequence[Check]) -> tuple[list[Column], list[Row]]:
    """The ledger, what fails first."""
    say, signs = desk.say, signs_of(desk)
    columns = [
        Column(say("col.status"), most=16),
        Column(say("col.check"), grow=True, most=70),
        Column(say("col.difference"), right=True),
        Column(say("col.document"), most=20),
    ]
    ordered = sorted(
        checks, key=lambda check: STATUSES.index(check.status) if check.status in STATUSES else 9
    )
    rows = [
        Row(
            (
                Cell(
                    f"{signs.get(check.status, '')} {say(f'status.{check.status}')}",
                    None,
                    status_style(check.status),
                ),
                Cell(check.description),
                Cell(
                    f"{figure(check.difference)} {check.unit}" if check.difference else "", check.difference
                ),
                Cell(check.doc_id, None, "dim"),
            ),
            check.check_id,
            "",
            f"{check.doc_id}:{check.line_start}",
            f"{check.description}  {say(f'status.{check.status}')}",
        )
        for check in ordered
    ]
    return columns, rows


def figure(value: float | None) -> str:
    """A side or a difference; nothing where it is not known."""
    return "" if value is None else f"{value:,.10g}" if abs(value) < 1e10 else f"{value:,.0f}"


def sides(desk: Desk, check: Check) -> list[Line]:
    """Both sides with their difference, what the result means, and the records on them with their places."""
    say = desk.say
    head = [
        line(Seg(check.description, "head")),
        line(
            Seg(
                f"{signs_of(desk).get(check.status, '')} {say(f'status.{check.status}')}  ",
                status_style(check.status),
            ),
            Seg(say(f"status.{check.status}.means"), "dim"),
            indent=2,
        ),
    ]
    if check.reason:
        head.append(line(check.reason, indent=2))
    numbers = [
        line(Seg(f"{say(f'checks.{name}')}  ", "dim"), Seg(f"{figure(value)} {check.unit}", "strong"))
        for name, value in (("left", check.left), ("right", check.right), ("difference", check.difference))
        if value is not None
    ]
    if check.tolerance and check.status in ("rounding", "fails"):
        numbers.append(
            line(Seg(say("checks.tolerance", tolerance=f"{figure(check.tolerance)} {check.unit}"), "dim"))
        )
    return spaced([head, numbers, _records(desk, check)])


def _records(desk: Desk, check: Check) -> list[Line]:
    rows = [_record(desk, record) for record in check.records[:MOST]]
    return [line(Seg(desk.say("checks.records"), "head")), *rows] if rows else []


def _record(desk: Desk, record: str) -> Line:
    row = desk.data.record(record)
    if isinstance(row, BudgetLine):
        name = " ".join(part for part in (row.code, row.name, row.unit_name, row.project) if part)
        return line(
            f"{row.printed:>12}  {name}",
            Seg(f"  {row.table_no} {row.measure_label}", "dim"),
            source=f"{row.doc_id}:{row.line_start}",
            indent=14,
        )
    if isinstance(row, Observation):
        return line(
            f"{row.printed:>12}{row.unit}  {row.subject}", source=f"{row.doc_id}:{row.line_start}", indent=14
        )
    return line(
        Seg(record, "dim"), source=record.rpartition(".")[0] if record.rpartition(".")[2].isdigit() else ""
    )
