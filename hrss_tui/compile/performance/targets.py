"""Indicator rows to `performance_targets`, with a correction for every cell that was not read as printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.basics.missing import missing
from hrss_tui.compile.basics.money import narrow
from hrss_tui.compile.performance import evidence as performance_evidence
from hrss_tui.compile.performance.align import Aligned, align
from hrss_tui.compile.performance.cells import repaired
from hrss_tui.compile.performance.forms import Form
from hrss_tui.compile.performance.levels import Levels, levels
from hrss_tui.compile.performance.rows import Entry, entries, usual_words, without_repeats
from hrss_tui.compile.performance.values import TEXT, Target, read_target
from hrss_tui.records import Correction, PerformanceTable, PerformanceTarget, Unread
from hrss_tui.reference import find_indicator
from hrss_tui.reference.performance import Role
from hrss_tui.reference.units import split_unit, units
from hrss_tui.sources.text import Piece, Text, concat, join_pieces

BETWEEN = " | "
"""Stands between the pieces of a broken cell in `corrections`."""

BROKEN = "单元格被分页断开"
DOUBLED = "单元格内多出制表符"
REPEATED = "分页处重复的字不计"
GLUED = "两个单元格之间缺制表符"
SHIFTED = "整行与表头错位，按内容对齐"

_FIGURES: tuple[Role, ...] = ("value", "previous", "weight")


class Cell(msgspec.Struct, frozen=True):
    """A cell of an indicator row: its printed pieces, and how they are read together."""

    pieces: tuple[Text, ...]
    text: str
    joined: str
    reasons: tuple[str, ...]


class TargetRow(msgspec.Struct, frozen=True):
    """One indicator row with what it was read from."""

    record: PerformanceTarget
    cells: dict[Role, Cell]
    corrections: tuple[Correction, ...]
    unread: tuple[Unread, ...]


class _Fix(msgspec.Struct, frozen=True):
    """A correction before it has its place."""

    pieces: tuple[Text, ...]
    reading: str
    reason: str


def target_rows(source: Source, form: Form, table: PerformanceTable) -> tuple[list[TargetRow], list[Unread]]:
    """Every indicator row of a form, and the rows that hold none."""
    aligned = [align(row) for row in form.body]
    usual = usual_words(aligned)
    displaced = sum(row.shifted for row in aligned) * 2 > len(aligned)
    above = Levels()
    found: list[TargetRow] = []
    unread: list[Unread] = []
    for entry in entries(aligned):
        cells = _cells(entry, usual)
        above = levels(_text(cells, "level1") or None, _text(cells, "level2") or None, above)
        if "indicator" in cells and "value" in cells:
            shown = Entry(tuple(_unshifted(row) for row in entry.rows)) if displaced else entry
            found.append(_target(source, table, shown, cells, above))
        elif not entry.levels_only:
            unread.append(_no_target(source, form, cells))
    return found, unread


def _no_target(source: Source, form: Form, cells: dict[Role, Cell]) -> Unread:
    """A row without an indicator or without a value."""
    pieces = [piece for cell in cells.values() for piece in cell.pieces]
    name = _text(cells, "indicator") or _text(cells, "level2") or _text(cells, "level1")
    row = missing(source, concat(pieces), "row", "unknown_row", PerformanceTarget.TABLE, form.title, name)
    return msgspec.structs.replace(row, printed="　".join(cell.text for cell in cells.values()))


def _unshifted(row: Aligned) -> Aligned:
    """Where most rows stand beside their header, that is how the table is set, and no damage."""
    return msgspec.structs.replace(row, shifted=False)


def _cells(entry: Entry, usual: dict[Role, frozenset[str]]) -> dict[Role, Cell]:
    roles = {role: None for row in entry.rows for role in row.cells}
    return {role: _cell(role, entry.pieces(role), usual.get(role, frozenset())) for role in roles}


def _cell(role: Role, pieces: tuple[Text, ...], usual: frozenset[str]) -> Cell:
    kept = without_repeats(pieces, usual)
    joined = join_pieces(Piece(*text.locate(0), text.text) for text in kept).text
    text, reasons = repaired(joined, figures=role in _FIGURES)
    broken = len({piece.line_start for piece in pieces}) > 1
    extra = [BROKEN if broken else DOUBLED] if len(pieces) > 1 else []
    extra += [REPEATED] if kept != pieces else []
    return Cell(pieces, text, joined, (*extra, *reasons))


def _text(cells: dict[Role, Cell], role: Role) -> str:
    return cells[role].text if role in cells else ""


def _target(
    source: Source, table: PerformanceTable, entry: Entry, cells: dict[Role, Cell], above: Levels
) -> TargetRow:
    lines = [row.line for row in entry.rows]
    indicator = cells["indicator"].text
    value = read_target(
        cells["value"].joined,
        _text(cells, "sign"),
        _text(cells, "unit"),
        indicator,
        lambda digits, unit: performance_evidence.restore(source, digits, unit),
    )
    last = _previous(_text(cells, "previous"), value.unit, value)
    canonical = find_indicator(indicator, split_unit(value.unit)[1]) if value.unit else None
    record = PerformanceTarget(
        target_id=f"{source.doc_id}:target:{lines[0]}",
        table_id=table.table_id,
        project=table.project,
        unit_name=table.unit_name,
        level1=above.level1,
        level2=above.level2,
        indicator=indicator,
        operator=value.operator,
        value=value.value,
        unit=value.unit,
        basis=_text(cells, "basis") or None,
        previous=_text(cells, "previous") or None,
        weight=_weight(cells),
        scoring=_text(cells, "scoring") or None,
        evidence=_text(cells, "evidence") or None,
        indicator_id=canonical.indicator_id if canonical else None,
        printed=cells["value"].joined,
        previous_value=float(last.value) if last else None,
        previous_unit=last.unit if last else None,
        doc_id=source.doc_id,
        line_start=min(lines),
        line_end=max(lines),
    )
    fixes = _corrections(source, [*_cell_fixes(cells, value), *_row_fixes(entry, cells, above)])
    unread = [_no_figure(source, table, cells)] if value.damaged else []
    return TargetRow(record, cells, tuple(fixes), tuple(unread))


def _previous(printed: str, unit: str | None, aim: Target | None = None) -> Target | None:
    """Last year's result as a figure, in its own unit or in the target's; None where it is no number.

    A bare figure of no more than one (0.68) beside parts in a hundred (`aim`: ≥70%) may be a part of one: its unit is not known.
    """
    found = read_target(printed, "", unit or "", "", lambda digits, unit: None)
    if not printed or found.operator == TEXT:
        return None
    return (
        msgspec.structs.replace(found, unit=None) if aim and _is_part_of_one(printed, found, aim) else found
    )


def _is_part_of_one(printed: str, last: Target, aim: Target) -> bool:
    unit = aim.unit or ""
    known = units().get(unit)
    if known is None or known.kind != "ratio" or aim.operator == TEXT or unit in printed:
        return False
    return float(aim.value) > 1 and 0 < float(last.value) <= 1


_ENDLESS = 15
"""Characters of a weight that is none."""


def _weight(cells: dict[Role, Cell]) -> float | None:
    digits = narrow(_text(cells, "weight")).strip("分% ")
    known = digits.replace(".", "", 1).isdecimal() and len(digits) < _ENDLESS
    return float(digits) if known else None


def _no_figure(source: Source, table: PerformanceTable, cells: dict[Role, Cell]) -> Unread:
    """A value that should be a number and is none; its row keeps it as text."""
    text = concat(cells["value"].pieces)
    name = cells["indicator"].text
    title = table.project or table.unit_name or ""
    return missing(source, text, "cell", "unreadable", PerformanceTarget.TABLE, title, name, "value")


def _cell_fixes(cells: dict[Role, Cell], value: Target) -> Iterator[_Fix]:
    for role, cell in cells.items():
        if role == "value":
            reasons = tuple(dict.fromkeys((*cell.reasons, *value.reasons)))
            reading = value.reading
        else:
            reasons, reading = cell.reasons, cell.text
        if reasons:
            yield _Fix(cell.pieces, reading, "；".join(reasons))


def _row_fixes(entry: Entry, cells: dict[Role, Cell], above: Levels) -> Iterator[_Fix]:
    if above.reason and ("level1" in cells or "level2" in cells):
        cell = cells.get("level1") or cells["level2"]
        reading = f"一级指标 {above.level1}，二级指标 {above.level2 or '（空）'}"
        yield _Fix(cell.pieces, reading, above.reason)
    for row in entry.rows:
        for whole, parts in row.unsplit:
            yield _Fix((whole,), BETWEEN.join(part.text for part in parts), GLUED)
    if len(entry.rows) == 1 and entry.rows[0].shifted:
        row = entry.rows[0]
        pieces = tuple(text for group in row.cells.values() for text in group)
        labels = "，".join(f"{_LABELS[role]} {cells[role].text}" for role in row.cells)
        yield _Fix(pieces, labels, SHIFTED)


_LABELS: dict[Role, str] = {
    "level1": "一级指标", "level2": "二级指标", "indicator": "三级指标", "sign": "指标性质", "value": "指标值",
    "unit": "计量单位", "basis": "设置依据", "previous": "上年完成值", "weight": "权重", "scoring": "赋分规则",
    "evidence": "佐证资料",
}  # fmt: skip


def _corrections(source: Source, fixes: Sequence[_Fix]) -> Iterator[Correction]:
    """One correction per place: what concerns the same cell is said together."""
    places: dict[str, list[_Fix]] = {}
    for fix in fixes:
        places.setdefault(source.repair(fix.pieces[0].spans(0, 1)[0]), []).append(fix)
    for place, group in places.items():
        pieces = [text for fix in group for text in fix.pieces]
        yield Correction(
            correction_id=place,
            type="extraction",
            printed=BETWEEN.join(text.text for text in group[0].pieces),
            reading="；".join(dict.fromkeys(fix.reading for fix in group)),
            reason="；".join(dict.fromkeys(fix.reason for fix in group)),
            doc_id=source.doc_id,
            line_start=min(text.line_start for text in pieces),
            line_end=max(text.line_end for text in pieces),
        )
