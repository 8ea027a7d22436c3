"""A stated change on last year, as lines."""

from __future__ import annotations

from hrss_tui.query.percents import percent_text
from hrss_tui.records import BudgetChange
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.lines import Line, Seg, line


def change_lines(
    desk: Desk, change: BudgetChange, named: bool = False, name: str | None = None
) -> list[Line]:
    """The stated change on last year with the amount it is of, which may be a part of the row's, and its reason.

    `named` begins with what it is of, by the name it has in a list where that is given.
    """
    say = desk.say
    percent = "" if change.percent is None else f"  {percent_text(change.percent, 2, signed=True)}%"
    base = say("budget.general") if change.code else desk.named(change.name)
    whole = base if change.amount is None else f"{base} {desk.money(change.amount)}"
    in_unit = whole if change.amount is None else f"{whole}{desk.unit_after}"
    moved = f"{say('budget.change')} {desk.change(change.change)} {desk.unit_name}{percent}"
    last = change.previous_amount
    lines = (
        [line(Seg(f"{change.code or ''} {name or desk.named(change.name)}".strip(), "head"))] if named else []
    )
    lines.append(
        line(
            f"{whole}  ",
            Seg(moved, "strong"),
            Seg("" if last is None else f"  {say('budget.previous', amount=desk.money(last))}", "dim"),
            source=f"{change.doc_id}:{change.line_start}",
            value=f"{change.code or ''} {desk.named(change.name)} {in_unit} {moved}".strip(),
            indent=2,
            record=change.change_id,
        )
    )
    if change.reclassified:
        lines.append(line(Seg(f"{desk.signs.moved} {say('budget.reclassified')}", "warn"), indent=3))
    if change.reason:
        lines.append(line(f"  {change.reason}", indent=2))
    return lines
