"""Tables by place to `prefecture_values` and `prefecture_totals`.

The leaf headers decide what a column is; a label that spans several of them may stand over the wrong ones. A total is
of the rows above it, or of all rows below it where it stands first. One total of a column is kept, the first: a second
is a row that was not read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.columns import columns, reaches_over
from hrss_tui.compile.basics.facts import Claim, Harvest, Source
from hrss_tui.compile.prefectures.blocks import bodies
from hrss_tui.compile.prefectures.canonical import narrowed_by, of_some
from hrss_tui.compile.prefectures.cells import NOT_APPLICABLE, Number, are_codes, is_code, number
from hrss_tui.compile.prefectures.kinds import table_kind
from hrss_tui.compile.prefectures.labels import Measure, Said, measures, of_part
from hrss_tui.compile.prefectures.periods import months_of, states_year, year_of
from hrss_tui.compile.prefectures.rows import Body, Labelled
from hrss_tui.compile.prefectures.several import several
from hrss_tui.compile.prefectures.unit_of_sum import with_unit_of_sum
from hrss_tui.compile.prefectures.units import caption_units, is_ratio
from hrss_tui.compile.prefectures.unsure import unsure
from hrss_tui.records import PrefectureTotal, PrefectureValue, Record, Unread, record_id
from hrss_tui.reference.metrics import is_beside, is_identifier, is_remark
from hrss_tui.reference.print import ordinal_labels
from hrss_tui.reference.units import split_unit
from hrss_tui.sources.marks import is_signed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.tables import Cell, Table
from hrss_tui.sources.text import close_gaps, fold
from hrss_tui.words import phrase

_YEAR = re.compile(r"((?:19|20)\d{2})\s*年")
_SHOWN = 8
_LONGEST_LINE = 60
_SENTENCE = re.compile(rf"[。；;《〔]|.{{{_LONGEST_LINE}}}")
"""What stands above a table and is no line that speaks of it: a sentence, what it rests on."""
_LARGEST_SHARE = 200
"""No figure of a column that is neither a change nor how much of a task was done is a larger part in a hundred."""


class _Read(msgspec.Struct, frozen=True):
    """A table by place: its rows, its columns of values, and those of which it is open what they are."""

    table: Table
    rows: list[Labelled]
    measures: list[Measure]
    body: Body
    unsure: frozenset[int]


def extract(source: Source, _found: Harvest) -> Harvest:
    """Every cell of every table by place."""
    records: list[Record] = []
    claims: list[Claim] = []
    notes: list[str] = []
    for table in (part for each in source.parsed.tables for part in several(each, source.blocks)):
        totalled: set[tuple[str, int | None, str]] = set()
        parts = bodies(table, source.document.place)
        claims += _ordinals(table) if parts else ()
        for found, made in zip(parts, _of_parts(table, parts, source), strict=True):
            open_ = unsure(found, found.rows, made)
            sure = [each for each in made if each.index not in open_]
            read = _Read(table, list(_one_total(found.rows, sure, totalled)), sure, found, open_)
            for record, claim in _cells(source, read):
                records.append(record)
                claims.append(claim)
            records += _unread(source, read)
            claims += _furniture(read)
            notes += _notes(source, read)
    return Harvest(tuple(records), tuple(claims), tuple(notes))


def _of_parts(table: Table, parts: Sequence[Body], source: Source) -> list[list[Measure]]:
    """The columns of the parts of a table. One figure of a place in several parts has the name of its part: 男, 女."""
    made = [_measures(table, part, source) for part in parts]
    times = Counter(
        (code, each.key, each.year, each.kind)
        for part, own in zip(parts, made, strict=True)
        for code in {row.code for row in part.rows if row.code and not row.part}
        for each in own
    )
    twice = {tuple(what) for (_, *what), count in times.items() if count > 1}
    return [
        [of_part(each) if (each.key, each.year, each.kind) in twice else each for each in own] for own in made
    ]


def _measures(table: Table, read: Body, source: Source) -> list[Measure]:
    """The value columns: all but the ordinal and those that name the places."""
    named = {row.row.cells.index(row.cell) for row in read.rows}
    position = read.rows[0].row.cells.index(read.rows[0].cell)
    found = [
        column
        for column in columns(read.header)
        if column.index > position
        and column.index not in named
        and fold(column.leaf) not in ordinal_labels()
        and not _is_beside(column.leaf, [row.row.cells[column.index : column.index + 1] for row in read.rows])
    ]
    texts = [*(text for _, text in table.captions), *_above(table, source)]
    stated = _YEAR.search(table.title)
    year = year_of(table.title, None) if stated else source.year
    past = year is not None and source.year is not None and year < source.year
    kind = table_kind(table.title, planned=source.document.kind == "plan" and not past)
    title = table.title or source.document.title
    units = caption_units([*texts, table.title])
    labels = [text for column in found for text in (column.leaf, *column.spans)]
    months = _months([table.title, *texts], year, source)
    whom, narrowed = of_some(table.title, labels), narrowed_by(table.title, labels)
    made = measures(found, Said(title, units, year, kind, months, whom, narrowed))
    return with_unit_of_sum([_by_size(each, units, read.rows) for each in made], read.rows)


def _months(own: Sequence[str], year: int | None, source: Source) -> str:
    """The months of a table: of its title or a line above it that is of its year, else of its document, where these state no time."""
    told = [text for text in own if months_of(text) and year_of(text, year) in (None, year)]
    timed = any(map(states_year, own))
    return months_of(next(iter(told), "" if timed else source.document.title))


def _by_size(measure: Measure, stated: Sequence[str], rows: Sequence[Labelled]) -> Measure:
    """A column of which it is open whether it is counted or a part in a hundred, where its figures are too large for the latter."""
    counts = [unit for unit in stated if not is_ratio(unit)]
    if measure.unit is not None or len(counts) != 1 or measure.kind not in ("target", "actual"):
        return measure
    found = [number(cell.text) for row in rows if (cell := _cell(row, measure)) is not None]
    plain = [each for each in found if each is not None]
    whole = bool(plain) and all(each.digits.replace(",", "").isdecimal() and not each.unit for each in plain)
    if not whole or max(each.value for each in plain) <= _LARGEST_SHARE:
        return measure
    return msgspec.structs.replace(measure, unit=counts[0])


def _is_beside(label: str, cells: Iterable[Sequence[Cell]]) -> bool:
    """Is a column one of words or codes beside the figures: 责任单位, 完成时限, 备注, 资金文号, 功能科目?"""
    told = [cell for each in cells for cell in each if cell.text]
    if are_codes(label, [cell.text for cell in told]):
        return True
    return (is_beside(label) or is_remark(label) or is_identifier(label)) and not any(
        number(cell.text) for cell in told
    )


def _one_total(
    rows: Sequence[Labelled], made: Sequence[Measure], totalled: set[tuple[str, int | None, str]]
) -> Iterator[Labelled]:
    """The rows, where a total of what has one already is a row of no known place; `totalled` is what has one."""
    for row in rows:
        stated = {
            (measure.key, measure.year, measure.kind)
            for measure in made
            if row.total and (cell := _cell(row, measure)) is not None and number(cell.text) is not None
        }
        yield msgspec.structs.replace(row, total=False) if stated & totalled else row
        if not stated & totalled:
            totalled |= stated


def _above(table: Table, source: Source) -> list[str]:
    """What stands on the line above the title (单位：人 beside 附件2) and, short, right above the table (截至9月底　单位：人)."""
    lines = [table.heading - 1] if table.heading else []
    before = table.rows[0].block - 1
    lines += [before] if before >= 0 and before != table.heading else []
    found = [source.blocks[at] for at in dict.fromkeys(lines)]
    return [
        text
        for block in found
        if block.kind is not Kind.TABLE_ROW
        and not _SENTENCE.search(text := block.text.text)
        and not is_signed(text)
    ]


def _cells(source: Source, read: _Read) -> Iterator[tuple[Record, Claim]]:
    for at, row in enumerate(read.rows):
        for measure in read.measures:
            cell = _cell(row, measure)
            if cell is None:
                continue
            record: Record | None = None
            if _is_shared(read, row, measure, cell):
                continue
            if row.total:
                record = _total(source, read, at, measure, cell)
            elif _is_read(row):
                record = _value(source, row, measure, cell)
            if record is not None:
                yield record, Claim(cell.span, record_id(record))


def _cell(row: Labelled, measure: Measure) -> Cell | None:
    """The cell of a row in a column, None where it is empty."""
    cells = row.row.cells
    cell = cells[measure.index] if measure.index < len(cells) else None
    return cell if cell is not None and cell.text else None


def _value(source: Source, row: Labelled, measure: Measure, cell: Cell) -> PrefectureValue | None:
    if not _is_readable(cell, measure):
        return None
    found = number(cell.text)
    return PrefectureValue(
        prefecture_code=row.code or "",
        metric=measure.key,
        metric_label=measure.label,
        year=measure.year,
        value=float(found.value) if found else None,
        unit=_unit(found, measure),
        kind=measure.kind,
        status="value" if found else "not_applicable",
        printed=found.digits if found else cell.text,
        indicator_id=measure.indicator,
        operator=_operator(found, measure),
        doc_id=source.doc_id,
        line_start=cell.span.line,
        line_end=cell.span.line,
    )


def _total(source: Source, read: _Read, at: int, measure: Measure, cell: Cell) -> PrefectureTotal | None:
    found = number(cell.text)
    if found is None or not _is_readable(cell, measure):
        return None
    rows = [] if read.body.turned else _addends(read.rows, at)
    lines = read.body.lines or [row.row.line for row in rows] or [cell.span.line]
    return PrefectureTotal(
        metric=measure.key,
        metric_label=measure.label,
        year=measure.year,
        value=float(found.value),
        unit=_unit(found, measure),
        kind=measure.kind,
        printed=found.digits,
        indicator_id=measure.indicator,
        operator=_operator(found, measure),
        rows_start=min(lines),
        rows_end=max(lines),
        doc_id=source.doc_id,
        line_start=cell.span.line,
        line_end=cell.span.line,
    )


def _operator(found: Number | None, measure: Measure) -> str:
    """The bound of a cell, else that of its column."""
    return measure.operator if found is None or found.operator == "=" else found.operator


def _unit(found: Number | None, measure: Measure) -> str:
    own = found.unit if found else ""
    if _is_multiplier(own):
        return f"{own}{measure.unit or ''}"
    return own or measure.unit or ""


def _is_multiplier(unit: str) -> bool:
    """Is what stands behind a figure only how often it is to be taken: 1.2万?"""
    return bool(unit) and not split_unit(unit)[1]


def _is_readable(cell: Cell, measure: Measure) -> bool:
    """Does a cell print a figure of which it is plain what unit it has, or a known mark?"""
    found = number(cell.text)
    if found is None:
        return cell.text in NOT_APPLICABLE
    if _is_multiplier(found.unit):  # 420万 in a column of 万人 is 420 of them, or so many times ten thousand
        return bool(measure.unit) and split_unit(measure.unit or "")[0] == 1
    return bool(found.unit) or measure.unit is not None


def _is_shared(read: _Read, row: Labelled, measure: Measure, cell: Cell) -> bool:
    """Does a merged cell reach over another measure, or over more places than its row, in a turned table its column, is of?"""
    places, across, own = cell.rows, cell.columns, row.cell.rows
    if read.body.turned:
        places, across, own = cell.columns, cell.rows, row.cell.columns
    if reaches_over(across, measure.index, (each.index for each in read.measures)):
        return True
    return not row.total and places > own


def _addends(rows: Sequence[Labelled], at: int) -> list[Labelled]:
    """The rows a total is of: those above it, or where it stands first those below it up to the next total."""
    if at:
        return [row for row in rows[:at] if not row.total]
    end = next((i for i, row in enumerate(rows[1:], 1) if row.total), len(rows))
    return list(rows[1:end])


def _unread(source: Source, read: _Read) -> Iterator[Unread]:
    """Rows of no known place and parts of others (其中：…), and cells that cannot be read."""
    for row in read.rows:
        cells = [(measure, cell) for measure in read.measures if (cell := _cell(row, measure)) is not None]
        if not _is_read(row):
            yield _missed(source, read, row, None, [cell for _, cell in cells])
            continue
        for measure, cell in cells:
            if not _is_readable(cell, measure) or _is_shared(read, row, measure, cell):
                yield _missed(source, read, row, measure, [cell])
    for row in read.body.left:
        yield _missed(source, read, row, None, [cell for cell in row.row.cells if cell is not row.cell])
    yield from _unlabelled(source, read)


def _unlabelled(source: Source, read: _Read) -> Iterator[Unread]:
    """Columns of figures, right of the places, over which no label stands, or one that does not tell them apart."""
    known = {index for row in read.body.header for index, cell in enumerate(row.cells) if cell.text}
    known |= {measure.index for measure in read.measures}
    known -= read.unsure
    first = read.rows[0].row.cells.index(read.rows[0].cell)
    found: dict[int, list[Cell]] = {}
    for row in filter(_is_read, read.rows):
        for index, cell in enumerate(row.row.cells):
            told = index in read.unsure or not (read.body.turned or index in known)
            if index > first and told and number(cell.text) is not None:
                found.setdefault(index, []).append(cell)
    for index, cells in sorted(found.items()):
        yield Unread(
            unread_id=f"{source.doc_id}:unread:{cells[0].span.line}.{index + 1}",
            kind="column",
            reason="unknown_column",
            title=read.table.title,
            table_kind=PrefectureValue.TABLE,
            name=None,
            measure=None,
            printed="　".join(cell.text for cell in cells[:_SHOWN]),
            doc_id=source.doc_id,
            line_start=cells[0].span.line,
            line_end=cells[-1].span.line,
        )


def _is_read(row: Labelled) -> bool:
    return row.total or (row.code is not None and not row.part)


def _missed(
    source: Source, read: _Read, row: Labelled, measure: Measure | None, cells: Sequence[Cell]
) -> Unread:
    """A cell of a row, or where no column is named the row.

    The places of a turned table share lines: what is missing there has its column in its id.
    """
    first = row.cell.span if measure is None else cells[0].span
    own = f"{first.line}.{first.start + 1}" if read.body.turned else f"{row.row.line}"
    line = first.line if read.body.turned else row.row.line
    return Unread(
        unread_id=f"{source.doc_id}:unread:{own}{f'/{measure.key}' if measure else ''}",
        kind="cell" if measure else "row",
        reason="unreadable" if measure else "unknown_row",
        title=read.table.title,
        table_kind=PrefectureValue.TABLE,
        name=close_gaps(row.cell.text),
        measure=measure.key if measure else None,
        printed="　".join(cell.text for cell in cells if cell.text),
        doc_id=source.doc_id,
        line_start=line,
        line_end=line,
    )


def _ordinals(table: Table) -> Iterator[Claim]:
    """The numbers below a label that says so, whatever they number: a place, a total, a task of all places."""
    columns: set[int] = set()
    for row in table.rows:
        if labels := {at for at, cell in enumerate(row.cells) if fold(cell.text) in ordinal_labels()}:
            columns = labels
        for at in columns:
            if at < len(row.cells) and number(row.cells[at].text) is not None:
                yield Claim(row.cells[at].span, "ordinal", fact=False)


def _furniture(read: _Read) -> Iterator[Claim]:
    """The running numbers of the rows that no label tells, and codes beside their figures."""
    measured = {measure.index for measure in read.measures}
    for row in read.rows:
        for at, cell in enumerate(row.row.cells):
            if at not in measured and is_code(cell.text):
                yield Claim(cell.span, "code", fact=False)
        first = row.row.cells[0]
        if row.code is not None and first is not row.cell and number(first.text) is not None:
            yield Claim(first.span, "ordinal", fact=False)


def _notes(source: Source, read: _Read) -> Iterator[str]:
    """The columns of no known metric."""
    names = [measure.label for measure in read.measures if not (measure.known or measure.of)]
    if names:
        more = f" … ({len(names)})" if len(names) > _SHOWN else ""
        listed = "、".join(names[:_SHOWN]) + more
        yield phrase("note.unknown_metrics", doc=source.doc_id, line=read.table.line_start, names=listed)
