"""A target and what came of it, as lines with bars."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.formulas import without_math
from hrss_tui.query.indicators import Statement
from hrss_tui.query.outcomes import Outcome, amount
from hrss_tui.query.views import format_view, view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.glyphs import bar
from hrss_tui.tui.paint.lines import Line, Seg, line
from hrss_tui.tui.paint.text import cells, pad

TITLE = 20
"""Cells of a document's title behind a bar."""


def fulfilments(desk: Desk, found: Sequence[Outcome], width: int, named: bool = True) -> list[list[Line]]:
    """Targets and their outcomes as two bars each on one scale; all bars begin at one column."""
    printed = [_printed(desk, row) for one in found for row in (one.target, one.actual)]
    figures = max(map(cells, printed), default=0)
    return [lines for one in found if (lines := _fulfilment(desk, one, width, figures, named))]


def _printed(desk: Desk, row: Statement) -> str:
    return desk.quantity(without_math(row.printed), row.unit, row.operator)


def _fulfilment(desk: Desk, one: Outcome, width: int, figures: int, named: bool) -> list[Line]:
    say, signs = desk.say, desk.signs
    wanted, got = amount(one.target), amount(one.actual)
    if wanted is None or got is None:
        return []
    indicator = desk.data.indicators.get(one.indicator_id)
    name = (indicator.name_en if desk.lang == "en" else indicator.name) if indicator else one.target.subject
    verdict = Seg(
        f"{signs.good if one.met else signs.bad} {say('outcome.met' if one.met else 'outcome.missed')}",
        "good" if one.met else "bad",
    )
    percent = "" if one.percent is None else f"  {say('outcome.percent', percent=f'{one.percent:.1f}')}"
    head = line(
        Seg(f"{name}  " if named else f"{one.year}  ", "strong"),
        verdict,
        Seg(percent, "dim"),
        target=format_view(view("indicators", one.indicator_id)) if named else "",
    )
    most = max(wanted[0], got[0])
    kinds = max(cells(say(f"kind.{kind}")) for kind in ("target", "actual"))
    room = max(6, min(40, width - kinds - figures - TITLE - 5))
    lines = [head]
    for row, value, style in ((one.target, wanted[0], "dim"), (one.actual, got[0], "bar")):
        printed = _printed(desk, row)
        lines.append(
            line(
                f"  {pad(say(f'kind.{row.kind}'), kinds)} ",
                Seg(pad(printed, figures, right=True)),
                " ",
                Seg(bar(float(value / most) if most else 0.0, room, signs), style),
                Seg(f" {desk.called(row.doc_id, TITLE)}", "dim"),
                source=f"{row.doc_id}:{row.line_start}",
                value=f"{name} {one.year} {say(f'kind.{row.kind}')} {printed}",
                record=row.record_id,
            )
        )
    note = one.actual.scope_note or one.target.scope_note
    return lines + ([line(Seg(f"  {say('outcome.scope', note=note)}", "warn"), indent=2)] if note else [])
