"""What the rows of a table of indicators add up to: 合计 and the rows beside it, 一、 and the 1. 2. 3. below it.

Rows may overlap, or be some of all. So that a sum fails is only said where something proves that they are all and
apart: that they add up in another column, that one of them is 其他, or that a slip of one digit is the whole difference.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.doubts import undecided
from hrss_tui.compile.checks.basics.identity import Identity, compare, not_checkable, total
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.basics.slips import slip_of
from hrss_tui.compile.checks.prose.sentences import is_level, quantity
from hrss_tui.compile.checks.stated.tables import Line, runs
from hrss_tui.compile.prefectures.cells import NOT_APPLICABLE
from hrss_tui.compile.prefectures.names import is_sum
from hrss_tui.compile.prefectures.rows import is_part
from hrss_tui.compile.stated.labels import sort_of
from hrss_tui.records import Check, Observation, Unread
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.units import units
from hrss_tui.sources import marks
from hrss_tui.words.check_reasons import because

_FEWEST = 2
_REST = re.compile(r"^其[他它余]")
TWICE = ("人", "户", "家", "个")
"""What stands in several rows at once, whatever the money of these rows adds up to: persons insured twice."""
_AGE = "岁"
_NEVER_ADDED = ("ratio", "points")
_OPEN, _OVERLAP = because("parts_missing"), because("parts_overlap")
_DIFFERENT = because("sum_of_rows")
_SUM, _NUMBERED = "sum", "numbered"
_HIDDEN, _BESIDE = "hidden", "column"
"""Why nothing is read that a file hides inside a table, and that its sums may hold; what stands beside all of them."""


def checks(papers: Papers) -> Iterator[Check]:
    """Every sum of every table, column by column."""
    lost = (row for row in papers.of(Unread) if row.reason == _HIDDEN and row.kind != _BESIDE)
    hidden = sorted(lost, key=_line)
    for run in runs(papers):
        at = bisect_left(
            hidden, run[0].block.line_start - 1, key=_line
        )  # below the header, it is declared there
        inside = at < len(hidden) and hidden[at].line_start <= run[-1].block.line_end
        for whole, parts, sort in _wholes(run):
            for check in _sums(whole, parts, sort):
                fails = inside and check.status == "fails"
                yield undecided(check, hidden[at].line_start, hidden[at].printed) if fails else check


def _line(row: Unread) -> int:
    return row.line_start


def _wholes(run: Sequence[Line]) -> Iterator[tuple[Line, Sequence[Line], str]]:
    """The rows that others add up to, each with these."""
    sums = [at for at, line in enumerate(run) if is_sum(line.name)]
    ranks = [_rank(line.name) for line in run]
    if len(sums) == 1 and sums[0] in (0, len(run) - 1):
        (at,) = sums
        parts = [*run[:at], *run[at + 1 :]]
        if len({rank for place, rank in enumerate(ranks) if place != at}) == 1:
            yield run[at], parts, _SUM
    for at, rank in enumerate(ranks):
        if rank is None or at in sums:
            continue
        stop = next((end for end in range(at + 1, len(run)) if (ranks[end] or 0) <= rank), len(run))
        below = run[at + 1 : stop]
        if below and len(set(ranks[at + 1 : stop])) == 1:
            yield run[at], below, _NUMBERED


def _rank(name: str) -> int | None:
    marker = marks.marker(name)
    return marker.rank if marker else None


def _sums(whole: Line, parts: Sequence[Line], sort: str) -> Iterator[Check]:
    if len(parts) < _FEWEST or any(is_part(line.name) for line in (whole, *parts)):
        return
    made = [
        (stated, rows)
        for column, stated in whole.figures.items()
        if (rows := _parts(parts, column, stated)) is not None
    ]
    compared = [(stated, rows, _compared(stated, rows)) for stated, rows in made]
    proved = {check.unit for _, _, check in compared if check.status != "fails" and check.left}
    rest = any(_REST.match(line.name) for line in parts)
    for stated, rows, check in compared:
        once = check.unit in proved or (check.unit not in TWICE and bool(proved or rest))
        if check.status != "fails" or once or _slipped(stated, rows):
            yield check
        elif sort == _SUM:
            short = (check.difference or 0) > 0
            yield not_checkable(_identity(stated, rows), _OPEN if short else _OVERLAP, quantity(stated))


def _parts(lines: Sequence[Line], column: int, stated: Observation) -> list[Observation] | None:
    """The figures below or above a sum in its column; None where one was not read, or they are not to be added up."""
    if not adds_up(stated):
        return None
    found = []
    for line in lines:
        row = line.figures.get(column)
        text = line.cells[column] if column < len(line.cells) else ""
        if row is None and (text and text not in NOT_APPLICABLE):
            return None
        if row is None:
            continue
        alike = (row.base_unit, row.kind, row.period, row.change, row.operator)
        if alike != (stated.base_unit, stated.kind, stated.period, stated.change, stated.operator):
            return None
        found.append(row)
    return found if len(found) >= _FEWEST else None


def adds_up(row: Observation) -> bool:
    """Is a figure one of what is counted or paid, exactly: no rate, no mean, no age, no bound?"""
    unit = units().get(row.base_unit)
    never = unit is not None and (unit.kind in _NEVER_ADDED or unit.base == _AGE)
    mean = "/" in row.unit or any(word in row.subject for word in prose_words().averages)
    label = row.subject.rpartition(" ")[2]
    return not (never or mean) and is_level(row) and sort_of(label) == "level" and row.operator == "="


def _identity(stated: Observation, rows: Sequence[Observation]) -> Identity:
    words = f"{stated.subject} = {len(rows)} 行之和"
    return Identity("stated_parts", words, stated, stated.base_unit, "rows", _DIFFERENT)


def _compared(stated: Observation, rows: Sequence[Observation]) -> Check:
    return compare(_identity(stated, rows), quantity(stated), total(map(quantity, rows)))


def _slipped(stated: Observation, rows: Sequence[Observation]) -> bool:
    """Is one slip of a digit in the sum all that keeps it from being that of the rows?"""
    right = total(map(quantity, rows))
    return bool(slip_of(quantity(stated).value, right.value, right.error))
