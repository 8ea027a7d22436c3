"""A recognised table with what was read of it, before anything is recorded."""

from __future__ import annotations

import msgspec

from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.basics.money import is_money_unit
from hrss_tui.compile.budget.gather import Found
from hrss_tui.compile.budget.names import Joiner
from hrss_tui.compile.budget.readings import Gap, Readings, read
from hrss_tui.compile.budget.rows import Reading
from hrss_tui.compile.budget.units import first_unit, only_unit, preparer, stated_unit, title_unit
from hrss_tui.reference import budget_tables
from hrss_tui.sources.paragraphs import Kind as BlockKind


class Printed(msgspec.Struct, frozen=True):
    """A table: its key (kind, numbered where a document has several), number, caption, phase and rows."""

    found: Found
    key: str
    number: int
    department: str | None
    phase: str | None
    unit: str | None
    readings: Readings
    gaps: tuple[Gap, ...]

    @property
    def sides(self) -> tuple[tuple[Reading, ...], ...]:
        """The rows side by side."""
        return self.readings.sides


def printed(source: Source, found: Found, number: int, joiner: Joiner) -> Printed:
    """Read a table of a document; `number` is the printed one or its position."""
    phase = table_phase(source, found)
    readings = read(found, phase, source.year, joiner)
    if found.kind.uncoded and not any(row.side.coded for side in readings.sides for row in side):
        kind = next(table for table in budget_tables() if table.key == found.kind.uncoded)
        found = msgspec.structs.replace(found, kind=kind)
        readings = read(found, phase, source.year, joiner)
    stated = _stated_units(found)
    unit = stated[0] if stated else _header_unit(readings) or _document_unit(source)
    gaps = list(readings.gaps)
    if len(stated) > 1 or (unit is not None and not is_money_unit(unit)):
        unit = None
    if unit is None and any(_lacks_unit(reading) for side in readings.sides for reading in side):
        gaps.append(Gap("table", "no_unit", found.segments[0].rows[0].line, "　".join(stated)))
    return Printed(
        found,
        found.kind.key,
        number,
        preparer(found.captions) or source.document.department,
        phase,
        unit,
        readings,
        tuple(gaps),
    )


def table_phase(source: Source, found: Found) -> str:
    """Budget or final: by the title of the table, else by the document."""
    if "决算" in found.title:
        return "final"
    if source.document.phase == "final" and "预算数" not in found.title and "预算表" not in found.title:
        return "final"
    return "budget"


def _stated_units(found: Found) -> list[str]:
    """The unit that title and captions state, or a caption above them; several where they contradict each other."""
    above, below = found.captions[: found.above], found.captions[found.above :]
    own = dict.fromkeys(filter(None, (*map(stated_unit, reversed(below)), title_unit(found.title))))
    return list(own) or list(filter(None, [first_unit(reversed(above))]))


def _header_unit(readings: Readings) -> str | None:
    """The unit that all column headers print, where the table itself states none."""
    units = {column.unit for side in readings.sides for reading in side for column in reading.side.amounts}
    return units.pop() if len(units) == 1 else None


def _document_unit(source: Source) -> str | None:
    """The unit a document states for its tables in its text."""
    blocks = (block for block in source.blocks if block.kind is not BlockKind.TABLE_ROW)
    return only_unit(block.text.text for block in blocks)


def _lacks_unit(reading: Reading) -> bool:
    return any(amount.value.unit is None and amount.column.unit is None for amount in reading.printed.amounts)
