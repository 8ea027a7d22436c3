"""A recognised table with what was read of it, before anything is recorded."""

from __future__ import annotations

from itertools import chain

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.basics.money import is_money_unit
from hrss_tui.compile.budget.cut_names import with_whole_names
from hrss_tui.compile.budget.gather import Found
from hrss_tui.compile.budget.names import Joiner
from hrss_tui.compile.budget.readings import Gap, Readings, read
from hrss_tui.compile.budget.rows import PrintedAmount, Reading
from hrss_tui.compile.budget.units import (
    first_units,
    preparer,
    stated_for_one,
    stated_unit,
    title_unit,
    units_in,
)
from hrss_tui.reference import budget_tables, fold_label
from hrss_tui.sources.marks import is_note

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=年)")
_CARRIED_OUT = re.compile(r"执行(?:情况|结果)?(?:总|明细|对比|分析)?表(?:\([^()]{0,40}\))?$")


class Printed(msgspec.Struct, frozen=True):
    """A table: its key (kind, numbered where a document has several), number, caption, phase and rows.

    `disputed` are the units of which its columns state one and a note on it another: its amounts have none.
    """

    found: Found
    key: str
    number: int
    department: str | None
    phase: str | None
    year: int | None
    unit: str | None
    readings: Readings
    gaps: tuple[Gap, ...]
    disputed: tuple[str, ...] = ()

    def unit_of(self, amount: PrintedAmount) -> str | None:
        """The unit that is stated of an amount: its own, that of its column, of the table."""
        if self.disputed:
            return amount.value.unit
        return amount.value.unit or amount.column.unit or self.unit

    @property
    def sides(self) -> tuple[tuple[Reading, ...], ...]:
        """The rows side by side."""
        return self.readings.sides


def printed(source: Source, found: Found, number: int, joiner: Joiner) -> Printed:
    """Read a table of a document; `number` is the printed one or its position."""
    phase = table_phase(source, found)
    year = _year(source, found, phase)
    readings = read(found, phase, year, joiner)
    if found.kind.uncoded and not any(row.side.coded for side in readings.sides for row in side):
        kind = next(table for table in budget_tables() if table.key == found.kind.uncoded)
        found = msgspec.structs.replace(found, kind=kind)
        readings = read(found, phase, year, joiner)
    year = year or readings.year
    readings = with_whole_names(readings, year)
    stated, own = stated_units(found), _header_unit(readings)
    disputed = tuple(dict.fromkeys((own, *_noted(found)))) if own else ()
    disputed = disputed if len(disputed) > 1 else ()
    unit = own or (stated[0] if stated else None)
    if (len(stated) > 1 and own is None) or disputed or (unit is not None and not is_money_unit(unit)):
        unit = None
    return Printed(
        found,
        found.kind.key,
        number,
        preparer(found.captions) or source.document.department,
        phase,
        year,
        unit,
        readings,
        readings.gaps,
        disputed,
    )


def without_unit(table: Printed) -> Printed:
    """The table with word of it where amounts of it have no unit."""
    if table.unit is not None or not any(_lacks_unit(table, row) for side in table.sides for row in side):
        return table
    stated = "　".join(table.disputed or stated_units(table.found))
    gap = Gap("table", "no_unit", table.found.segments[0].rows[0].line, stated)
    return msgspec.structs.replace(table, gaps=(*table.gaps, gap))


def table_phase(source: Source, found: Found) -> str:
    """Budget or final: by the title of the table, else by the document. What was carried out (执行情况表) is no plan."""
    if "决算" in found.title or _CARRIED_OUT.search(fold_label(found.title)):
        return "final"
    if source.document.phase == "final" and "预算数" not in found.title and "预算表" not in found.title:
        return "final"
    return "budget"


def _year(source: Source, found: Found, phase: str) -> int | None:
    """The year of a table: that of its document, or in a budget of an outcome whose title says another before it."""
    stated = set(_YEAR.findall(found.title))
    if phase != "final" or source.document.phase == "final" or source.year is None or len(stated) != 1:
        return source.year
    return min(int(stated.pop()), source.year)


def stated_units(found: Found) -> list[str]:
    """The unit that title and captions state, or a caption above them; several where they contradict each other."""
    above, below = found.captions[: found.above], found.captions[found.above :]
    captioned = chain.from_iterable(map(units_in, (*reversed(below), found.title)))
    own = dict.fromkeys(filter(None, (*captioned, title_unit(found.title), *_noted(found))))
    others = (text for text in reversed(above) if not (is_note(text.strip()) and stated_for_one(text)))
    return list(own) or list(first_units(others))


def _noted(found: Found) -> list[str]:
    """The units that notes on a table state of it alone: 注：本表金额单位为万元."""
    return [unit for note in found.notes if stated_for_one(note) and (unit := stated_unit(note))]


def _header_unit(readings: Readings) -> str | None:
    """The unit that all column headers print: what stands above the table is of others, or of the page."""
    units = {column.unit for side in readings.sides for reading in side for column in reading.side.amounts}
    return units.pop() if len(units) == 1 else None


def _lacks_unit(table: Printed, reading: Reading) -> bool:
    return any(table.unit_of(amount) is None for amount in reading.printed.amounts)
