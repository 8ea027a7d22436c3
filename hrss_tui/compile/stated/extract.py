"""Tables of indicators to observations: the name of a row and the label of a column are the subject of a figure.

Only what no one else has read is looked at, and only where the shape of the table is plain. What a row or a cell does
not surely say is declared; where that is most of a table, the table is left to be declared whole.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.columns import reaches_over
from hrss_tui.compile.basics.facts import Claim, Harvest, Source
from hrss_tui.compile.documents import surroundings
from hrss_tui.compile.prefectures.cells import NOT_APPLICABLE, Number, moved, number
from hrss_tui.compile.prefectures.kinds import said_kind
from hrss_tui.compile.prefectures.periods import states_year
from hrss_tui.compile.prefectures.rows import labels_of
from hrss_tui.compile.prefectures.several import several
from hrss_tui.compile.prefectures.units import caption_units, is_ratio
from hrss_tui.compile.stated.accumulated import accumulated
from hrss_tui.compile.stated.arithmetic import as_level, in_points, settled
from hrss_tui.compile.stated.grown import growth
from hrss_tui.compile.stated.labels import Said, Value, values
from hrss_tui.compile.stated.measured import unit_of, unit_of_row
from hrss_tui.compile.stated.of_fund import fund_of, within
from hrss_tui.compile.stated.sheet import Named, Sheet, sheets
from hrss_tui.compile.stated.subjects import (
    Subject,
    is_elsewhere,
    keyed,
    listed,
    scope_named,
    scope_of,
    subjects,
    without_listed,
    words,
)
from hrss_tui.compile.stated.times import Time, of_row, of_rows, of_table
from hrss_tui.compile.stated.told_apart import Figure, distinct
from hrss_tui.compile.stated.unread import Missed, unread
from hrss_tui.records import BudgetTable, Observation, PerformanceTable, Unread
from hrss_tui.reference import is_of_indicators, is_of_planned_things, table_for_title
from hrss_tui.reference.metrics import EXPECTED, is_remark, says_expected
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import in_base_unit, units
from hrss_tui.sources.marks import is_signed
from hrss_tui.sources.outline import SEPARATOR
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.tables import Cell, Table
from hrss_tui.sources.text import fold

_THINGS = things()
_TURNS = turns()
_BUDGET, _PLAN = "budget", "plan"
_OF_BUDGET = re.compile(re.any_of(_THINGS.money.titles))
"""Labels of columns that a budget has tables of its own for."""
_OF_FUNDS = re.compile("保险基金|社保基金")
"""Titles of the budget of the funds, which has no tables of a department."""
_STANDARD = re.compile(re.any_of(_THINGS.money.levels_of))
"""Titles of what is set, and no aim, whatever kind of paper sets it."""
_PLANNED = re.compile(re.any_of(_TURNS.aims.titles))
_RESTS = re.compile("根据|依据|按照|[《〔。；]")
_SPAN, _YEAR = re.compile(r"\d{4}/\d{4}"), 4
_LONGEST = 80
"""Characters of a line above a table that speaks of it, at most."""


class _Place(msgspec.Struct, frozen=True):
    """Where a cell of figures stands: its row with what it is of, its column, its time, what its title lists."""

    row: Named
    subject: Subject
    value: Value
    cell: Cell
    time: Time | None
    listed: Sequence[str]


class _Table(msgspec.Struct, frozen=True):
    """A table with what it says of all its figures."""

    source: Source
    title: str
    said: Said
    scope: str | None


def extract(source: Source, found: Harvest) -> Harvest:
    """Every figure of every such table."""
    taken = _taken(found)
    records: list[Observation | Unread] = []
    claims: list[Claim] = []
    for table in (part for each in source.parsed.tables for part in several(each, source.blocks)):
        if any(row.line in taken for row in table.rows) or not _is_own(source, table):
            continue
        about = _about(source, table)
        before: dict[int, str] = {}
        made = [(sheet, distinct(list(_figures(about, sheet, before)))) for sheet in sheets(table)]
        every = [figure for _, figures in made for figure in figures]
        read = [(figure.cell, figure.record) for figure in every if figure.record is not None]
        if not read or 2 * len(read) < len(every):
            continue
        records += [record for _, record in read]
        claims += [Claim(cell.span, record.observation_id) for cell, record in read]
        for sheet, figures in made:
            claims += _furniture(sheet)
            missed = [Missed(each.named, each.value, each.cell) for each in figures if each.record is None]
            records += unread(source, about.title, sheet, missed)
    return Harvest(tuple(records), tuple(claims))


def _taken(found: Harvest) -> set[int]:
    """The lines of which others have read a figure, those of tables that others know, and those around a page."""
    lines = {claim.span.line for claim in found.claims if claim.fact or claim.by == surroundings.LABEL}
    for record in found.records:
        if isinstance(record, BudgetTable | PerformanceTable | Unread):
            lines.update(range(record.line_start, record.line_end + 1))
    return lines


def _is_own(source: Source, table: Table) -> bool:
    """Is a table of the place of its document, and neither one of a budget nor one by place?"""
    place = source.document.place
    around = [table.title, *_above(source, table), *_sections(source, table)]
    if table_for_title(table.title) is not None or any(is_elsewhere(text, place) for text in around):
        return False
    of_funds = any(map(_OF_FUNDS.search, (*around, source.document.title)))
    if source.document.kind == _BUDGET and not of_funds and not is_of_indicators(table.title):
        header = [cell.text for row in table.rows[:1] for cell in row.cells]
        if any(_OF_BUDGET.search(fold(text)) for text in header):
            return False
    label = labels_of(table.rows, place)
    beside = {at for row in table.rows[:1] for at, cell in enumerate(row.cells) if is_remark(cell.text)}
    told = (
        (row, cell)
        for row in table.rows
        for at, cell in enumerate(row.cells)
        if cell.text and at not in beside and number(cell.text) is None
    )
    return not any(label(row, cell).code for row, cell in told)


def _about(source: Source, table: Table) -> _Table:
    above = _above(source, table)
    captions = [text for _, text in table.captions]
    sections = _sections(source, table)
    beside = [*captions, *above]
    time = of_table([table.title, *beside, *sections, source.document.title], source.year, beside)
    planned = source.document.kind == _PLAN
    past = time is not None and time.year is not None and source.year is not None and time.year < source.year
    kind = _kind_of_table([table.title, *above], [*sections, source.document.title], planned and not past)
    title = table.title or source.document.title
    units_said = caption_units([*captions, *above, table.title])
    said = Said(time, kind, units_said, planned and not past, _first_year(source))
    scope = next((found for text in (*above, table.title, *sections) if (found := scope_of(text))), None)
    return _Table(source, title, said, scope)


def _first_year(source: Source) -> int | None:
    """The year of a document, or the first of those that its plan is of: 2021/2025 of a “十四五”规划."""
    period = source.document.period or ""
    return int(period[:_YEAR]) if source.year is None and _SPAN.fullmatch(period) else source.year


def _sections(source: Source, table: Table) -> list[str]:
    """The headings that a table stands below, the nearest first, but for the title of its document."""
    found = reversed(table.section.split(SEPARATOR))
    return [text for text in found if text and text != source.document.title]


def _kind_of_table(own: Sequence[str], wider: Sequence[str], planned: bool) -> str:
    """What the figures of a table are: as its own texts say; in a plan what all around it aim at, "" where none does."""
    said = next((kind for text in own if (kind := said_kind(text)) in {"target", "actual"}), None)
    if said is not None:
        return said
    texts = [own[0], *wider]
    if not planned or any(map(_STANDARD.search, texts)):
        return "actual"
    return "target" if any(said_kind(text) == "target" or _PLANNED.search(text) for text in texts) else ""


def _above(source: Source, table: Table) -> list[str]:
    """What stands right above a table: the line above its title (单位：人 beside 附件2), a paragraph that leads to it."""
    titled = [table.heading - 1] if table.heading else []
    before = table.rows[0].block - 1
    found = [source.blocks[at] for at in dict.fromkeys((before, *titled)) if at >= 0 and at != table.heading]
    return [
        block.text.text for block in found if block.kind is not Kind.TABLE_ROW and _leads(block.text.text)
    ]


def _leads(text: str) -> bool:
    """Does a line speak of the table below it, and not of what it rests on or who signs it: 2033年完成情况如下：?"""
    return len(text) <= _LONGEST and not _RESTS.search(text) and not is_signed(text)


def _figures(about: _Table, sheet: Sheet, before: dict[int, str]) -> Iterator[Figure]:
    """Every cell that prints something in a column of figures; marks that there is none are left out."""
    made = accumulated(sheet, settled(sheet, values(sheet.values, about.said)))
    named = list(subjects(sheet.rows, before))
    fund = fund_of(about.title, (value.label for value in made), named)
    named = [within(subject, fund) for subject in named]
    starts = [row.row.row for row in sheet.rows if row.row.row is not None]
    columns = [value.index for value in made]
    whole = of_rows([row.names[-1].text for row, each in zip(sheet.rows, named, strict=True) if each.time])
    heads = listed(about.title, ("".join(value.names) for value in made))
    own = [each.name for each in named if not each.time]
    called = listed(about.title, own)
    title = "" if fund else without_listed(about.title, own)
    about = msgspec.structs.replace(about, title=title)
    above: tuple[Named, Subject] | None = None
    levels: dict[tuple[str, ...], Observation] = {}
    for row, subject in zip(sheet.rows, named, strict=True):
        grown = growth(row, above)
        above = above if grown else (row, subject) if subject.clear and not subject.time else None
        levels = levels if grown else {}
        found: list[Figure] = []
        for value in sorted(made, key=_is_change):
            cell = row.row.cells[value.index] if value.index < len(row.row.cells) else None
            if cell is None or not cell.text or cell.text in NOT_APPLICABLE:
                continue
            time = _time(row, subject, value, (about.said.time, whole))
            place = _Place(row, subject, value, cell, time, heads if subject.time else called)
            if grown is not None and value.sort == "level":
                place = _Place(grown.of, grown.subject, grown.column(value), cell, time, called)
            shared = _is_shared(row, cell, starts) or reaches_over(cell.columns, value.index, columns)
            record = None if shared else _record(about, place, levels)
            beside = [each.record for each in found if _is_level_of(each, value)]
            if record is not None and value.sort == "change":
                left = [each.record for each in found if each.value.index < value.index]
                record = as_level(record, [one for one in beside if one in left] or beside)
            if record is not None and value.sort == "change" and is_ratio(record.unit):
                counted = unit_of_row(row.names[-1].text, row.unit.text if row.unit else "")
                by_row = value.unit is None and grown is None and is_ratio(counted)
                record = in_points(record, beside, proved=by_row)
            if record is not None and value.sort == "level" and grown is None:
                levels.setdefault(value.names, record)
            found.append(Figure(row, value, cell, record))
        yield from sorted(found, key=lambda figure: figure.value.index)


def _is_level_of(figure: Figure, change: Value) -> bool:
    """Is a figure one of those whose change a column gives?"""
    return figure.value.sort == "level" and figure.value.names == change.names


def _is_shared(named: Named, cell: Cell, starts: Sequence[int]) -> bool:
    """Does a merged cell of figures reach over rows below its own, which have names of theirs? `starts` are all such rows."""
    first = named.row.row
    if first is None or cell.rows <= named.names[-1].rows:
        return False
    return bisect_left(starts, first + cell.rows) - bisect_right(starts, first) > 0


def _is_change(value: Value) -> bool:
    """Are the figures of a column changes of those beside it, which say of what they are?"""
    return value.sort == "change"


def _time(row: Named, subject: Subject, value: Value, at: tuple[Time | None, Time | None]) -> Time | None:
    """The time of a row of figures: its own; of the sum of rows that are times the whole of them; else the column's.

    `at` has the time of the table, and what the rows that are times come to; 当月 is a time beside such rows only.
    """
    table, whole = at
    if not subject.time and not (subject.total and whole is not None):
        return value.time
    column = value.time
    if column is None and subject.time and states_year(row.names[-1].text):
        column = value.of_years
    if column is None and value.reach == "own" and table is not None:
        column = Time(table.year)
    if column is None:
        return None
    if subject.time:
        return of_row(row.names[-1].text, column, value.reach)
    return None if whole is None or whole.start else Time(whole.year or column.year, whole.months)


def _record(about: _Table, at: _Place, levels: Mapping[tuple[str, ...], Observation]) -> Observation | None:
    """A figure; None where it is not plain what it is of, of when, or in what it is counted.

    `levels` are the levels of its row, or of that whose growth it tells.
    """
    row, subject, value, cell, time = at.row, at.subject, at.value, at.cell, at.time
    stated = moved(cell.text) if value.sort == "change" else number(cell.text)
    if stated is None or time is None or not (value.sure and subject.clear):
        return None
    names = (row.names[-1].text, subject.below)
    unit = unit_of(stated.unit, names, row.unit.text if row.unit else "", value, value.units)
    if not unit:
        return None
    base_unit = in_base_unit(1, unit)[1] or ""
    local = about.scope is not None and _is_level(about.scope)
    whole = levels.get(value.names) if value.sort == "change" else None
    indicator, title = (
        (None, about.title) if local else keyed(subject, value, (about.title, at.listed), base_unit, whole)
    )
    text = words(subject, value, title, known=indicator is not None)
    fall = value.sort == "change" and stated.digits.startswith("-")
    digits = stated.digits.lstrip("+-" if value.sort == "change" else "+")
    number_of = float(Number(digits, "=", "").value)
    base, _ = in_base_unit(number_of, unit)
    told = value.kind
    if subject.time and told == about.said.kind:  # years of a plan: what lies before it is no aim
        told = about.said.kind_of([row.names[-1].text], time.year)
    if not (told and text):
        return None
    return Observation(
        observation_id=about.source.place(cell.span),
        indicator_id=indicator,
        subject=text,
        period=time.period,
        scope=scope_named(value.label) or about.scope,
        kind="target" if told == "target" else _kind(about, base_unit),
        operator=stated.operator if stated.operator != "=" else value.operator,
        value=number_of,
        unit=unit,
        base_value=base,
        base_unit=base_unit or unit,
        printed=digits,
        change=("decrease" if fall else "increase") if value.sort == "change" else None,
        against=value.against,
        scope_note=EXPECTED
        if _is_expected(about, value) or (subject.time and says_expected(row.names[-1].text))
        else None,
        block_id=about.source.block_id(row.row.block),
        doc_id=about.source.doc_id,
        line_start=cell.span.line,
        line_end=cell.span.line,
    )


def _is_expected(about: _Table, value: Value) -> bool:
    """Are the figures of a column only expected, in a table that plans nothing or of a time before its aims: 全年预计 beside 全年目标?"""
    return value.expected and (value.kind != "target" or not about.said.planned)


def _kind(about: _Table, base_unit: str) -> str:
    """Money in a budget is an amount; things that it is to buy are not there yet."""
    if about.source.document.kind != _BUDGET:
        return "actual"
    known = units().get(base_unit)
    if known is not None and known.kind == "money":
        return "amount"
    planned = about.source.document.phase == _BUDGET and is_of_planned_things(about.title)
    return "target" if planned else "actual"


def _is_level(scope: str) -> bool:
    """Is a scope one of some of what there is, and not of all?"""
    return not scope.startswith(_THINGS.who.some)


def _furniture(sheet: Sheet) -> Iterator[Claim]:
    """The numbers of the rows, and digits in their names."""
    for named in sheet.rows:
        for index in sheet.ordinals:
            if index < len(named.row.cells) and named.row.cells[index].text:
                yield Claim(named.row.cells[index].span, "ordinal", fact=False)
        for cell in named.names:
            yield Claim(cell.span, "name", fact=False)
