"""The budget tables of a document to `budget_tables` and `budget_lines`.

A table is what its title and columns say, never its number. Each page segment is read with its own header;
rows that a page break or a lost column damaged are put together before anything is recorded. A blank cell
gives no row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hrss_tui.compile.basics.facts import Claim, Harvest, Source
from hrss_tui.compile.basics.money import fen, is_money_unit
from hrss_tui.compile.budget.codes import CodeBook, code_book, restore
from hrss_tui.compile.budget.header import Header, Side, is_header, read_header, split_header
from hrss_tui.compile.budget.levels import (
    code_level,
    is_total,
    numbered_levels,
    three_public_level,
    unit_rows,
)
from hrss_tui.compile.budget.repairs import RepairedRow, repairs
from hrss_tui.compile.budget.rows import PrintedRow, read_row
from hrss_tui.records import BudgetLine, BudgetTable, Record
from hrss_tui.reference import furniture, table_for_title
from hrss_tui.reference.budget_tables import BudgetTable as Kind
from hrss_tui.sources.paragraphs import Kind as BlockKind
from hrss_tui.sources.tables import Row, Table
from hrss_tui.sources.text import close_gaps, fold
from hrss_tui.words import phrase

_DIGITS = re.compile(r"\d+", re.ASCII)
_UNIT_IN_BRACKETS = re.compile(r"[（(]\s*(?:单位[:：])?\s*([十百千万亿]*元)\s*[）)]")


class _Reading(msgspec.Struct, frozen=True):
    """One side of a row with the source rows it was put together from."""

    printed: PrintedRow
    side: Side
    lines: tuple[int, int]
    name: str
    project: str | None


class _Printed(msgspec.Struct, frozen=True):
    """A recognised table: kind, number, caption, and its rows side by side."""

    table: Table
    kind: Kind
    number: int
    department: str | None
    unit: str | None
    sides: tuple[tuple[_Reading, ...], ...]
    notes: tuple[str, ...]


class _Place(msgspec.Struct, frozen=True):
    """Where a row stands: code, level, unit, project, whether digits were restored."""

    code: str | None
    level: int
    unit: str | None
    project: str | None
    restored: bool


def extract(source: Source, _found: Harvest) -> Harvest:
    """Every amount of every recognised budget table."""
    found = [(table, kind) for table in source.parsed.tables if (kind := table_for_title(table.title))]
    prose = fold("".join(block.text.text for block in source.blocks))
    tables = [_read(table, kind, order, source, prose) for order, (table, kind) in enumerate(found, 1)]
    book = code_book(
        (reading.printed.code, reading.name)
        for printed in tables
        for side in printed.sides
        for reading in side
        if reading.side.block.classification == "functional"
    )
    units = _unit_names(source)
    told = _printed_codes(tables)
    records: list[Record] = []
    claims: list[Claim] = []
    for printed in tables:
        placed = [list(_places(printed, side, book, units, source.year)) for side in printed.sides]
        lines = [
            line
            for side, places in zip(printed.sides, placed, strict=True)
            for line in _lines(source, printed, side, places)
        ]
        records.append(_table_row(source, printed, len(lines)))
        records += [line for line, _ in lines]
        for side, places in zip(printed.sides, placed, strict=True):
            rows = zip(side, places, strict=True)
            records += repairs(source, (_repaired(reading, place, told) for reading, place in rows))
        claims += [claim for _, claim in lines]
        claims += _furniture_claims(printed, {claim.span for _, claim in lines})
    notes = tuple(f"{source.doc_id}: {note}" for printed in tables for note in printed.notes)
    return Harvest(tuple(records), tuple(claims), notes)


def _read(table: Table, kind: Kind, order: int, source: Source, prose: str) -> _Printed:
    captions = [text for _, text in table.captions]
    unit = _caption(captions, furniture().unit)
    header: Header | None = None
    sides: list[list[_Reading]] = [[] for _ in kind.blocks]
    notes: list[str] = []
    for part, segment in enumerate(table.segments):
        head, rows = split_header(segment)
        header = read_header(kind, head) if head else header
        if header is None or not any(side.amounts for side in header.sides):
            notes.append(phrase("note.unknown_header", title=table.title, line=segment.rows[0].line))
            continue
        notes += [
            phrase("note.unknown_column", title=table.title, column=close_gaps(label))
            for label in header.unknown
        ]
        unit = unit or _unit_in(head)
        for position, row in enumerate(rows):
            first = part > 0 and position == 0
            for readings, side in zip(sides, header.sides, strict=True):
                _add(readings, row, side, prose if first else None)
    if unit is None or not is_money_unit(unit):
        notes.append(phrase("note.no_unit", title=table.title, line=table.line_start))
        sides, unit = [[] for _ in kind.blocks], None
    number = table.number if table.number is not None else order
    return _Printed(
        table,
        kind,
        number,
        _caption(captions, furniture().preparer),
        unit,
        tuple(map(tuple, sides)),
        tuple(dict.fromkeys(notes)),
    )


def _caption(captions: Sequence[str], labels: Sequence[str]) -> str | None:
    """The value of the first caption that begins with one of the labels."""
    for caption in captions:
        label, colon, value = caption.replace(":", "：").partition("：")
        if colon and close_gaps(label) in labels:
            return close_gaps(value)
    return None


def _unit_in(rows: Sequence[Row]) -> str | None:
    """The unit a header cell prints in brackets."""
    found = [
        match.group(1) for row in rows for cell in row.cells if (match := _UNIT_IN_BRACKETS.search(cell.text))
    ]
    return found[0] if found else None


def _add(readings: list[_Reading], row: Row, side: Side, prose: str | None) -> None:
    """Add one side of a row, or its text to the row before where a page break cut a name in two.

    `prose` is the folded text of the document for the first row of a page, None elsewhere.
    """
    printed = read_row(row, side, readings[-1].printed.code if readings else "")
    if not printed.texts:
        return
    bare = not printed.amounts and not printed.code and len(printed.texts) == 1
    if prose is not None and bare and readings and not is_total(printed.texts[0]):
        joined = _joined(readings[-1], printed, prose)
        if joined is not None:
            readings[-1] = joined
            return
    has_project = side.role_index("project") is not None and len(printed.texts) > 1
    project = printed.texts[-1] if has_project else None
    readings.append(_Reading(printed, side, (row.line, row.line), printed.texts[0], project))


def _joined(last: _Reading, rest: PrintedRow, prose: str) -> _Reading | None:
    """The row before with the rest of its name, where the document has the whole name elsewhere or codes rule."""
    coded = last.side.role_index("code") is not None or last.side.role_index("code_class") is not None
    name, project = last.name, last.project
    if project is not None and fold(project + rest.texts[0]) in prose:
        project = close_gaps(project + rest.texts[0])
    elif coded or fold(name + rest.texts[0]) in prose:
        name = close_gaps(name + rest.texts[0])
    else:
        return None
    printed = msgspec.structs.replace(last.printed, text_cells=last.printed.text_cells + rest.text_cells)
    return msgspec.structs.replace(
        last, printed=printed, name=name, project=project, lines=(last.lines[0], rest.line)
    )


def _unit_names(source: Source) -> frozenset[str]:
    """Folded names of the department's units: the numbered bullets that a line about 预算单位 announces."""
    names: set[str] = set()
    listing = False
    for block in source.blocks:
        text = block.text.text
        if block.kind is BlockKind.LIST_ITEM and listing:
            names.add(fold(re.sub(r"^\d+[.、．]\s*", "", text)))
        elif block.kind is not BlockKind.TABLE_ROW:
            listing = "预算单位" in text and text.rstrip().endswith(("：", ":"))
    return frozenset(names)


def _places(
    printed: _Printed, side: Sequence[_Reading], book: CodeBook, units: frozenset[str], year: int | None
) -> Iterator[_Place]:
    """The place of every row of one side."""
    classification = side[0].side.block.classification if side else ""
    names = [reading.name for reading in side]
    if classification == "income":
        yield from (_Place(None, level, None, None, False) for level in numbered_levels(names))
    elif classification == "three_public":
        yield from (_Place(None, three_public_level(name), None, None, False) for name in names)
    elif classification in ("outsourcing", "carryover"):
        yield from _listed(side, names, units, printed.unit or "元")
    else:
        yield from _coded(side, book, year)


def _listed(
    side: Sequence[_Reading], names: Sequence[str], units: frozenset[str], unit: str
) -> Iterator[_Place]:
    """Units with their projects below them."""
    sums = [fen(r.printed.amounts[0].cell.text, unit) if r.printed.amounts else None for r in side]
    owner: str | None = None
    for name, is_unit in zip(names, unit_rows(names, sums, units), strict=True):
        if is_total(name):
            yield _Place(None, 0, None, None, False)
        elif is_unit:
            owner = name
            yield _Place(None, 1, name, None, False)
        else:
            yield _Place(None, 2, owner, name, False)


def _coded(side: Sequence[_Reading], book: CodeBook, year: int | None) -> Iterator[_Place]:
    """Rows with codes; a row without one is a total or, where projects are listed, a unit."""
    owner: str | None = None
    for reading in side:
        if reading.printed.code:
            code, restored = reading.printed.code, False
            if reading.side.block.classification == "functional":
                code, restored = restore(code, reading.name, book, year)
            yield _Place(code, code_level(code), owner, reading.project, restored)
        else:
            owner = None if is_total(reading.name) else reading.name
            yield _Place(None, 0, owner, None, False)


def _printed_codes(tables: Sequence[_Printed]) -> dict[str, int]:
    """Code → the first line that prints it."""
    readings = [reading for printed in tables for side in printed.sides for reading in side]
    return {reading.printed.code: reading.printed.line for reading in reversed(readings)}


def _repaired(reading: _Reading, place: _Place, told: Mapping[str, int]) -> RepairedRow:
    return RepairedRow(
        printed=reading.printed,
        lines=reading.lines,
        name=reading.name,
        code=place.code,
        restored=place.restored,
        told=told.get(place.code or ""),
        coded=any(reading.side.role_index(role) is not None for role in ("code", "code_class")),
    )


def _lines(
    source: Source, printed: _Printed, side: Sequence[_Reading], places: Sequence[_Place]
) -> list[tuple[BudgetLine, Claim]]:
    """The amounts of one side of a table, each with its claim, parents filled in."""
    rows: list[tuple[BudgetLine, Claim]] = []
    for reading, place in zip(side, places, strict=True):
        for amount in reading.printed.amounts:
            span = amount.cell.span
            line = BudgetLine(
                line_id=f"{source.doc_id}:t{printed.number}:{span.line}.{span.start + 1}",
                year=source.year,
                department=printed.department,
                table_no=printed.number,
                table_title=printed.table.title,
                classification=reading.side.block.classification,
                code=place.code,
                level=place.level,
                name=reading.name,
                parent_code=place.code[:-2] if place.code and place.level > 1 else None,
                unit_name=place.unit,
                project=place.project,
                measure=amount.column.measure,
                measure_label=close_gaps(amount.column.label),
                amount=fen(amount.cell.text, printed.unit or "元"),
                printed=amount.cell.text,
                code_restored=place.restored,
                table_kind=printed.kind.key,
                parent_id=None,
                doc_id=source.doc_id,
                line_start=reading.lines[0],
                line_end=reading.lines[1],
            )
            rows.append((line, Claim(span, line.line_id)))
    return _with_parents(rows)


def _with_parents(rows: Sequence[tuple[BudgetLine, Claim]]) -> list[tuple[BudgetLine, Claim]]:
    """Fill in parent_id: the nearest row above of a lower level in the same column, else the grand total."""
    totals = {line.measure: line.line_id for line, _ in rows if line.level == 0 and line.unit_name is None}
    above: dict[str, list[BudgetLine]] = {}
    found = []
    for line, claim in rows:
        stack = above.setdefault(line.measure, [])
        while stack and stack[-1].level >= line.level:
            stack.pop()
        total = totals.get(line.measure)
        parent = stack[-1].line_id if stack else total if total != line.line_id else None
        stack.append(line)
        found.append((msgspec.structs.replace(line, parent_id=parent), claim))
    return found


def _table_row(source: Source, printed: _Printed, amounts: int) -> BudgetTable:
    table = printed.table
    empty = amounts == 0
    told = any(phrase in table.after for phrase in furniture().empty_phrases)
    first = min([line for line, _ in table.captions] + [table.line_start])
    heading = source.blocks[table.heading].text.line_start if table.heading is not None else first
    return BudgetTable(
        table_no=printed.number,
        table_kind=printed.kind.key,
        title=table.title,
        department=printed.department,
        year=source.year,
        unit=printed.unit or "",
        amounts=amounts,
        empty=empty,
        empty_reason=table.after if empty and told else None,
        doc_id=source.doc_id,
        line_start=min(first, heading),
        line_end=table.line_end,
    )


def _furniture_claims(printed: _Printed, taken: set[object]) -> Iterator[Claim]:
    """Digits of a table that are no amounts: headers, codes, figures inside names."""
    if printed.unit is None:
        return
    for row in printed.table.rows:
        header = is_header(row)
        for cell in row.cells:
            if _DIGITS.search(cell.text) and cell.span not in taken:
                yield Claim(cell.span, "header" if header else _cell_class(cell.text), fact=False)


def _cell_class(text: str) -> str:
    """A cell of digits and spaces is a code; words that hold digits are a name."""
    return "code" if re.fullmatch(r"[\d\s]+", text) else "name"
