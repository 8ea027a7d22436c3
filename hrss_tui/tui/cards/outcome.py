"""A target and what came of it, as lines with bars."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui.formulas import without_math
from hrss_tui.query.indicators import Statement
from hrss_tui.query.outcomes import Outcome, amount
from hrss_tui.query.percents import beside_whole
from hrss_tui.query.views import format_view, view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.glyphs import bar
from hrss_tui.tui.paint.lines import Line, Seg, line
from hrss_tui.tui.paint.text import cells, pad

TITLE = 20
"""Cells of a document's title behind a bar, for which a bar is shorter than it could be."""


def fulfilments(desk: Desk, found: Sequence[Outcome], width: int, named: bool = True) -> list[list[Line]]:
    """Targets and their outcomes as two bars each on one scale; all bars begin at one column."""
    printed = [_printed(desk, row) for one in found for row in (one.target, one.actual)]
    figures = max(map(cells, printed), default=0)
    several = len({row.place for row in desk.data.documents.values() if row.place}) > 1
    heads = [_head(desk, one, named=named, placed=several) for one in found]
    return [
        lines
        for one, head in zip(found, heads, strict=True)
        if (lines := _fulfilment(desk, one, width, figures, head))
    ]


def _head(desk: Desk, one: Outcome, *, named: bool, placed: bool) -> Line:
    """What the target is of, and what came of it: the place where the package knows several, the indicator or the year."""
    say, signs = desk.say, desk.signs
    place = f"{desk.place_name(one.target.place)}  " if placed and one.target.place else ""
    verdict = (
        Seg(say(f"outcome.{one.doubt}"), "dim")
        if one.met is None
        else Seg(
            f"{signs.good if one.met else signs.bad} {say('outcome.met' if one.met else 'outcome.missed')}",
            "good" if one.met else "bad",
        )
    )
    far = _far(desk, one)
    return line(
        Seg(f"{place}{_name(desk, one) if named else one.year}  ", "strong"),
        verdict,
        Seg(f"  {far}" if far else "", "dim"),
        target=format_view(view("indicators", one.indicator_id)) if named else "",
    )


def _far(desk: Desk, one: Outcome) -> str:
    """How far the outcome is from the target: of a rate in percentage points, a share of a share would be read as one of them."""
    wanted, got = amount(one.target), amount(one.actual)
    if wanted and got and wanted[1] == "%":
        return desk.say("outcome.points", points=f"{got[0] - wanted[0]:+f}")
    return "" if one.percent is None else desk.say("outcome.percent", percent=beside_whole(one.percent, 1))


def _name(desk: Desk, one: Outcome) -> str:
    indicator = desk.data.indicators.get(one.indicator_id)
    if indicator is None:
        return one.target.subject
    return indicator.name_en if desk.lang == "en" else indicator.name


def _printed(desk: Desk, row: Statement) -> str:
    return desk.quantity(without_math(row.printed), row.unit, row.operator)


def _fulfilment(desk: Desk, one: Outcome, width: int, figures: int, head: Line) -> list[Line]:
    say, signs = desk.say, desk.signs
    wanted, got = amount(one.target), amount(one.actual)
    if wanted is None or got is None:
        return []
    most = max(wanted[0], got[0])
    kinds = max(cells(say(f"kind.{kind}")) for kind in ("target", "actual"))
    free = width - kinds - figures - 5
    room = max(6, min(40, free - TITLE))
    titled = max(8, free - room)
    lines = [head]
    for row, value, style in ((one.target, wanted[0], "dim"), (one.actual, got[0], "bar")):
        printed = _printed(desk, row)
        lines.append(
            line(
                f"  {pad(say(f'kind.{row.kind}'), kinds)} ",
                Seg(pad(printed, figures, right=True)),
                " ",
                Seg(bar(float(value / most) if most else 0.0, room, signs), style),
                Seg(f" {desk.called(row.doc_id, titled)}", "dim"),
                source=f"{row.doc_id}:{row.line_start}",
                value=f"{_name(desk, one)} {one.year} {say(f'kind.{row.kind}')} {printed}",
                record=row.record_id,
            )
        )
    note = one.actual.scope_note or one.target.scope_note
    return lines + (
        [line(Seg(f"  {say('outcome.scope', note=desk.named(note))}", "warn"), indent=2)] if note else []
    )
