"""A matrix of budgets as rows for the table, bars for the picture, notes below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hrss_tui.plain import indent
from hrss_tui.query.filings.years import Row as Compared
from hrss_tui.query.percents import percent_text
from hrss_tui.records import BudgetLine
from hrss_tui.reference.spending import staff_bases
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.filings.matrix import Matrix, Scale, Side
from hrss_tui.tui.filings.state import EXECUTION, HEAD, State
from hrss_tui.tui.paint.glyphs import bar
from hrss_tui.tui.paint.lines import Line, Seg, line
from hrss_tui.tui.paint.text import cells, pad
from hrss_tui.tui.widgets.columns import Cell, Column, Row
from hrss_tui.tui.widgets.sums import Adds

STATES = ("", "renamed", "moved", "new", "vanished")
"""What became of a row, in the order of the column that says so: sorted downwards what vanished is on top."""


def table(desk: Desk, of: Matrix, state: State) -> tuple[list[Column], list[Row]]:
    """Rows and their amounts, or what the mode makes of them; over years also the change."""
    columns = [
        Column(desk.say("col.name") if of.across else _department(desk, of, state), most=34, leave=True)
    ]
    columns += [
        Column(
            f"{label}\n{unit(desk, state)}",
            right=True,
            head=_head(desk, 12 if of.across else 8),
            low=state.mode == "rank",
            adds=_adds(desk, of, state),
        )
        for _, label in of.columns
    ]
    compared = of.across and len(of.columns) > 1
    if compared:
        span = f"\n{of.span}" if of.span else ""
        rate = desk.say("filed.rate") if state.of == EXECUTION else f"%{span}"
        columns += [
            Column(f"{desk.say('filed.change')}{span}\n{desk.unit_name}", right=True, head=_head(desk, 9)),
            Column(rate, right=True, head=_head(desk, 9)),
            Column(desk.say("filed.share"), right=True, head=_head(desk)),
            Column(desk.say("filed.state"), most=20),
        ]
    scales = {column: of.scale(column) for column, _ in of.columns}
    return columns, [_row(desk, of, state, side, scales) for side in of.sides]


def _head(desk: Desk, least: int = 8) -> int:
    """Cells of a heading: in English a long word is to stand whole."""
    return least if desk.lang == "zh" else 13


def _adds(desk: Desk, of: Matrix, state: State) -> Adds | None:
    """Amounts of departments, or of codes none of which is a part of another, add up."""
    flat = not of.across or len({side.level for side in of.sides}) == 1
    return Adds(said=desk.money_of) if flat and state.mode == "value" else None


def _department(desk: Desk, of: Matrix, state: State) -> str:
    """What is above the departments; per head also how their people are counted."""
    said = desk.say("filed.department")
    basis = next((one.basis for one in of.staff.values()), "") if state.mode == HEAD else ""
    return f"{said} {_basis(desk, basis)}" if basis else said


def _basis(desk: Desk, key: str) -> str:
    """What a way to count people is called."""
    found = next(one for one in staff_bases() if one.key == key)
    return found.name_en if desk.lang == "en" else found.name


def _label(of: Matrix, state: State, side: Side) -> str:
    """A row by its name; per head also of how many."""
    staff = of.staff.get(side.key) if state.mode == HEAD else None
    said = f"{side.label}  {staff.count:,}" if staff else side.label
    return indent(side.level) + said


def unit(desk: Desk, state: State) -> str:
    """What the numbers count."""
    words = {"share": "%", "rank": desk.say("compare.rank"), "index": desk.say("compare.index")}
    return words.get(state.mode, desk.unit_name)


def _row(desk: Desk, of: Matrix, state: State, side: Side, scales: Mapping[str, Scale]) -> Row:
    shown = [_cell(desk, of, state, side, column, scale) for column, scale in scales.items()]
    if len(of.columns) > 1 and side.compared is not None:
        shown += _change(desk, side.compared, executed=state.of == EXECUTION)
    printed = [found for column, _ in of.columns if (found := of.lines.get((side.key, column)))]
    last = printed[-1] if printed else None
    return Row(
        (
            Cell(
                _label(of, state, side),
                side.label,
                "strong" if of.across and not side.level else "",
            ),
            *shown,
        ),
        side.key,
        source=source_of(last),
        value=side.label,
        record=last.line_id if last else "",
    )


def source_of(found: BudgetLine | None) -> str:
    """`document:line` of an amount."""
    return f"{found.doc_id}:{found.line_start}" if found else ""


def _cell(desk: Desk, of: Matrix, state: State, side: Side, column: str, scale: Scale) -> Cell:  # noqa: PLR0913, PLR0917
    amount = of.amount(side.key, column)
    if amount is None:
        return Cell("")
    if state.mode == "value":
        return Cell(desk.money(amount), amount)
    figure = of.measured(side, column, state.mode, state.base, scale)
    if figure is None:
        return Cell(desk.say("filed.not_stated") if state.mode == HEAD else "")
    if state.mode == HEAD:
        return Cell(desk.money(round(figure)), figure)
    if state.mode == "difference":
        style = "warn" if figure > 0 else "good" if figure < 0 else ""
        return Cell(desk.change(round(figure)), figure, style)
    return Cell(f"{figure:,.0f}" if state.mode == "rank" else percent_text(figure, 1), figure)


def _change(desk: Desk, row: Compared, *, executed: bool) -> list[Cell]:
    """Change, its percent (of an execution how much of the budget was spent), its share, what became of the code."""
    percent = row.rate if executed else row.percent
    shown = "" if percent is None else percent_text(percent, 1, signed=not executed)
    style = "" if not row.change else "warn" if row.change > 0 else "good"
    state = ""
    if row.state:
        state = f"{desk.say(f'filed.{row.state}')} {row.linked or ''}".strip()
    return [
        Cell(desk.change(row.change), row.change, style),
        Cell(shown, percent, style),
        Cell(
            "" if row.share_of_change is None else percent_text(row.share_of_change, 1), row.share_of_change
        ),
        Cell(
            state,
            STATES.index(row.state) if row.state else None,
            "warn" if row.state in ("new", "vanished") else "dim",
        ),
    ]


def bars(  # noqa: PLR0913, PLR0917
    desk: Desk, of: Matrix, row: str, column: str, order: Sequence[str], width: int
) -> list[Line]:
    """Over years a bar a year of the row under the cursor; of departments a bar each of the chosen column."""
    if of.across:
        entries = [(label, of.lines.get((row, key))) for key, label in of.columns]
    else:
        labels = {side.key: side.label for side in of.sides}
        entries = [(labels[key], of.lines.get((key, column))) for key in order if key in labels]
    most = max((found.amount for _, found in entries if found), default=0)
    names = min(max((cells(label) for label, _ in entries), default=4), max(8, width // 2))
    wide = max((len(desk.money(found.amount)) for _, found in entries if found), default=1)
    room = max(4, width - names - wide - 3)
    return [
        line(
            pad(label, names, ellipsis=desk.signs.ellipsis),
            " ",
            Seg(
                (desk.money(found.amount) if found else desk.say("filed.none")).rjust(wide),
                "strong" if found else "dim",
            ),
            " ",
            Seg(bar(max(0, found.amount) / most if found and most > 0 else 0.0, room, desk.signs), "bar"),
            source=source_of(found),
            value=f"{label} {desk.money(found.amount)}{desk.unit_after}" if found else label,
            record=found.line_id if found else "",
        )
        for label, found in entries
    ]


def notes(desk: Desk, of: Matrix, row: str, column: str) -> list[Line]:
    """Where the amount under the cursor is printed, and who does not print it."""
    found = of.lines.get((row, column))
    lines = []
    if found is not None:
        printed = f"{desk.named(found.table_title)}  {desk.named(found.measure_label)}"
        what = f"{printed}  {desk.money(found.amount)} {desk.unit_name}"
        title = desk.data.title(found.doc_id)
        lines.append(
            line(
                Seg(what, "strong"),
                Seg(f"  {title}", "dim"),
                source=source_of(found),
                indent=2,
                record=found.line_id,
            )
        )
    staff = of.staff.get(row)
    if staff is not None and found is not None:
        what = desk.say("filed.per_head", basis=_basis(desk, staff.basis), count=f"{staff.count:,}")
        amount = f"{desk.money(staff.per_head(found.amount))} {desk.unit_name}"
        place = f"{staff.doc_id}:{staff.line_start}"
        lines.append(
            line(
                f"{what}  ",
                Seg(amount, "strong"),
                Seg(f"  {place}", "dim"),
                source=place,
                indent=2,
                record=staff.record_id,
            )
        )
    absent = [side.label for side in of.sides if (side.key, column) not in of.lines]
    if absent and not of.across:
        names = desk.say("tui.join").join(absent[:5])
        lines.append(line(Seg(desk.say("filed.absent", count=len(absent), names=names), "dim"), indent=2))
    return lines
