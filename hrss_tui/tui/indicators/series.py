"""Small multiples: what happened of each indicator over the years, a line each that is read without colours."""

from __future__ import annotations

from hrss_tui.query.percents import percent_text
from hrss_tui.query.series import Point, Series
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.paint.glyphs import curve
from hrss_tui.tui.paint.text import cut
from hrss_tui.tui.widgets.columns import Cell, Column, Row

LONGEST = 24
"""Years that are drawn; of a longer series the last ones."""
MOST = 500
FIGURE = 20
"""Cells of a value with its year and unit."""
BESIDE = "@"
"""Stands in a key between an indicator and the place, the scope and the department of its series."""


def series_table(desk: Desk, place: str = "") -> tuple[list[Column], list[Row]]:
    """A line per indicator and place: its curve, the first and the last value, the change."""
    say = desk.say
    columns = [
        Column(say("col.indicator"), grow=True, most=44),
        Column(say("col.curve"), most=LONGEST),
        Column(say("col.first"), right=True, most=FIGURE),
        Column(say("col.last"), right=True, most=FIGURE),
        Column("%", right=True),
    ]
    found = [one for one in desk.data.series if place in ("", one.place)][:MOST]
    several = len({(one.place, one.department) for one in desk.data.series}) > 1
    return columns, [_row(desk, one, several) for one in found]


def undrawn(desk: Desk, place: str) -> int:
    """How many have no line because there are so many."""
    return max(0, sum(place in ("", one.place) for one in desk.data.series) - MOST)


def _row(desk: Desk, one: Series, several: bool) -> Row:
    indicator = desk.data.indicators.get(one.indicator_id)
    name = one.indicator_id
    if indicator is not None:
        name = indicator.name_en if desk.lang == "en" else indicator.name
    where = [one.department or desk.place_name(one.place or "")] if several else []
    said = "  ".join(part for part in (name, *where, desk.named(one.scope or "")) if part)
    drawn = curve(one.levels(len(desk.signs.levels))[-LONGEST:], desk.signs)
    percent, points = one.percent, one.difference
    grown = "" if percent is None else percent_text(percent, 1, signed=True)
    changed = grown if points is None else desk.say("indicators.points", points=f"{points:+f}")
    last = one.points[-1].stated
    cells = (
        Cell(said),
        Cell(drawn, len(one.points), "strong"),
        _value(desk, one.points[0]),
        _value(desk, one.points[-1]),
        Cell(changed, percent if points is None else float(points)),
    )
    key = BESIDE.join((one.indicator_id, one.place or "", one.scope or "", one.department or ""))
    return Row(cells, key, source=f"{last.doc_id}:{last.line_start}", value=said, record=last.record_id)


def _value(desk: Desk, point: Point) -> Cell:
    printed = desk.quantity(point.stated.printed, point.stated.unit)
    return Cell(cut(f"{point.year} {printed}", FIGURE, desk.signs.ellipsis), float(point.value))


def of_key(key: str) -> tuple[str, str, str]:
    """The indicator, the place and the department that the key of a line names."""
    indicator, place, _, department = [*key.split(BESIDE, 3), "", "", ""][:4]
    return indicator, place, department
