"""The budget tables of a document to `budget_tables` and `budget_lines`.

A table is what its title and columns say, never its number. Each page segment is read with its own header;
rows that a page break or a lost column damaged are put together before anything is recorded. A blank cell
gives no row, and a cell that cannot be read is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Claim, Harvest, Source
from hrss_tui.compile.budget.codes import code_book, is_functional
from hrss_tui.compile.budget.compared import is_share
from hrss_tui.compile.budget.gather import Found, gather
from hrss_tui.compile.budget.header import header_columns
from hrss_tui.compile.budget.lines import Line, lines
from hrss_tui.compile.budget.names import Joiner
from hrss_tui.compile.budget.open_codes import without_open
from hrss_tui.compile.budget.places import Place, places, unit_names
from hrss_tui.compile.budget.printed import Printed, printed, without_unit
from hrss_tui.compile.budget.readings import all_readings
from hrss_tui.compile.budget.repairs import RepairedRow, repairs
from hrss_tui.compile.budget.rows import Reading
from hrss_tui.compile.budget.shared_units import with_shared_units
from hrss_tui.compile.budget.unread import unread
from hrss_tui.compile.budget.values import has_han, is_value, read_value
from hrss_tui.records import BudgetTable, Record
from hrss_tui.reference import furniture
from hrss_tui.sources.marks import is_note
from hrss_tui.sources.tables import Row
from hrss_tui.sources.text import fold

_DIGITS = re.compile(r"\d+", re.ASCII)


def extract(source: Source, _found: Harvest) -> Harvest:
    """Every amount of every recognised budget table."""
    tables = _tables(source)
    book = code_book(_functional_rows(tables))
    units = unit_names(source)
    told = _printed_codes(tables)
    records: list[Record] = []
    claims: list[Claim] = []
    for whole in tables:
        placed = [places(side, book, units, whole.unit or "元", whole.year) for side in whole.sides]
        table = without_open(whole, placed)
        found = lines(source, table, placed)
        records.append(_table_row(source, table, len(found)))
        records += [line for line, _ in found]
        for side, own in zip(table.sides, placed, strict=True):
            records += repairs(source, _repaired(table, side, own, told))
        claims += [claim for _, claim in found]
        claims += _furniture_claims(table, found)
        records += unread(source, table)
    return Harvest(tuple(records), tuple(claims))


def _tables(source: Source) -> list[Printed]:
    """The tables of the document, each with a key and a number of its own."""
    found = gather(source)
    joiner = Joiner("\0".join(fold(block.text.text) for block in source.blocks))
    tables = [
        printed(source, table, number, joiner) for table, number in zip(found, _numbers(found), strict=True)
    ]
    times: Counter[str] = Counter()
    for at, table in enumerate(tables):
        times[table.key] += 1
        if times[table.key] > 1:
            tables[at] = msgspec.structs.replace(table, key=f"{table.key}_{times[table.key]}")
    return [without_unit(table) for table in with_shared_units(source, tables)]


def _numbers(found: Sequence[Found]) -> Iterator[int]:
    """The printed number of each table where no other has it, else its position, or the next free number."""
    given = Counter(table.number for table in found)
    taken = {number for number, times in given.items() if number is not None and times == 1}
    for order, table in enumerate(found, 1):
        if table.number is not None and given[table.number] == 1:
            yield table.number
            continue
        free = next(number for number in count(order) if number not in taken)
        taken.add(free)
        yield free


def _functional_rows(tables: Sequence[Printed]) -> Iterator[tuple[str, str]]:
    for table in tables:
        for reading in all_readings(table.sides):
            if is_functional(reading.printed.code):
                yield reading.printed.code, reading.name


def _printed_codes(tables: Sequence[Printed]) -> dict[str, int]:
    """Code → the first line that prints it."""
    readings = [reading for table in tables for reading in all_readings(table.sides)]
    return {reading.printed.code: reading.printed.line for reading in reversed(readings)}


def _repaired(
    table: Printed, side: Sequence[Reading], own: Sequence[Place], told: Mapping[str, int]
) -> Iterator[RepairedRow]:
    for reading, place in zip(side, own, strict=True):
        yield RepairedRow(
            printed=reading.printed,
            lines=reading.lines,
            name=reading.name,
            code=place.code,
            repair=place.repair,
            told=told.get(place.code or ""),
            coded=reading.side.coded,
        )


def _table_row(source: Source, table: Printed, amounts: int) -> BudgetTable:
    told = [text for text in table.found.notes if _says_empty(text)]
    notes = [text for text in table.found.notes if is_note(text.strip()) or text in told]
    return BudgetTable(
        table_no=table.number,
        table_kind=table.key,
        title=table.found.title,
        department=table.department,
        year=table.year,
        unit=table.unit or "",
        amounts=amounts,
        empty=amounts == 0 and not _has_unread(table),
        empty_reason=" ".join(table.found.notes) if amounts == 0 and told else None,
        phase=table.phase,
        note=" ".join(notes) or None,
        doc_id=source.doc_id,
        line_start=table.found.line_start,
        line_end=table.found.line_end,
    )


def _has_unread(table: Printed) -> bool:
    """Does a table print amounts that nobody read?"""
    values = (part for gap in table.gaps if gap.kind == "row" for part in gap.printed.split())
    cells = (reading.printed.unread for reading in all_readings(table.sides))
    return any(gap.kind == "table" for gap in table.gaps) or any(map(is_value, values)) or any(cells)


def _says_empty(text: str) -> bool:
    return any(words in text for words in furniture().empty_phrases)


def _furniture_claims(table: Printed, found: Sequence[Line]) -> Iterator[Claim]:
    """Digits of a table that are no amounts: headers, codes, figures inside names, parts in a hundred of amounts."""
    if table.unit is None:
        return
    taken = {claim.span for _, claim in found}
    taken |= {amount.cell.span for reading in all_readings(table.sides) for amount in reading.printed.unread}
    unread = {row.line for row in table.readings.unread_rows}
    sides = {reading.side for reading in all_readings(table.sides)}
    labelled = {index for side in sides for index, _ in side.labels}
    first = min((side.amounts[0].index for side in sides), default=0)
    shares: frozenset[int] = frozenset()
    for segment in table.found.segments:
        head = [row for row in segment.rows if row.line in table.readings.head_lines]
        shares = _shares(head) if head else shares
        for row in segment.rows:
            header = row.line in table.readings.head_lines
            for cell in row.cells:
                if row.line in unread or cell.span in taken or not _DIGITS.search(cell.text):
                    continue
                share = (
                    not header and cell.column in shares and read_value(cell.text.strip().rstrip("%％")).kind
                )
                kind = "header" if header else "share" if share == "amount" else _cell_class(cell.text)
                beside = row.row is not None and cell.column > first and cell.column not in labelled
                if kind and not (kind == "code" and beside):
                    yield Claim(cell.span, kind, fact=False)


def _shares(head: Sequence[Row]) -> frozenset[int]:
    """The columns of parts in a hundred; which amounts these follow from is for the checks to show."""
    return frozenset(column.index for column in header_columns(head) if any(map(is_share, column.labels)))


def _cell_class(text: str) -> str:
    """A cell of digits and spaces is a code; words that hold digits are a name; "" for an amount nobody read."""
    if re.fullmatch(r"[\d\s]+", text):
        return "code"
    return "name" if has_han(text) else ""
