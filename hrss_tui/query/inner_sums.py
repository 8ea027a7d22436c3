"""Which amounts of a table are sums of others that its coordinates put beside them: no part of it stands for them.

A table says some money several times among the rows of one level: 小计 below the rows it adds up, 一、本年支出 above the
classes of the year, the department itself above its units, a second 合计. Its parts are what it is made of, and such a
row is none of them; it is left where it is only where the amounts say that it is no more than others together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from hrss_tui.money import last_digit
from hrss_tui.records import BudgetChange, BudgetLine
from hrss_tui.reference.text import fold_label

Placed = tuple[BudgetLine, Mapping[Any, str]]
"""A line and its coordinates."""
_PART: Final = "小计"
_UNIT: Final = "unit"


def step(line: BudgetLine | BudgetChange) -> int:
    """What the last printed digit of an amount is worth, in 分; nothing where that cannot be told."""
    return last_digit(line.amount, line.printed)


def adds_up(wholes: Sequence[BudgetLine], parts: Sequence[BudgetLine]) -> bool:
    """Are parts the wholes, but for what rounding of the printed figures takes off or adds?"""
    several = (*wholes, *parts)
    usual = Counter(worth for line in several if (worth := step(line)))
    slack = usual.most_common(1)[0][0] * len(several) if usual else 0
    return 2 * abs(sum(line.amount for line in wholes) - sum(line.amount for line in parts)) <= slack


def inner_sums(placed: Sequence[Placed]) -> frozenset[str]:
    """The ids of the lines of a sheet that are sums of its other lines and none of its parts."""
    parts = _children(placed)
    found = {line.line_id for line, where in placed if where and _is_rest_of(line, where)}
    found.update(_headings(placed, parts))
    by_measure: dict[str, list[BudgetLine]] = defaultdict(list)
    for line, where in placed:
        if not where:
            by_measure[line.measure].append(line)
    tops = _tops(placed)
    kept = {measure: _wholes(lines, parts, tops.get(measure, [])) for measure, lines in by_measure.items()}
    whole = {line.line_id for lines in kept.values() for line in lines}
    found.update(line.line_id for lines in by_measure.values() for line in lines if line.line_id not in whole)
    totals = {measure: sum(line.amount for line in lines) for measure, lines in kept.items()}
    found.update(_above_units(placed, totals))
    if not totals:
        found.update(_of_department(tops))
    return frozenset(found)


def _children(placed: Iterable[Placed]) -> dict[str, list[Placed]]:
    """line_id → the lines that are counted by it."""
    found: dict[str, list[Placed]] = defaultdict(list)
    for each in placed:
        if each[0].parent_id:
            found[each[0].parent_id].append(each)
    return found


def _is_rest_of(line: BudgetLine, where: Mapping[str, str]) -> bool:
    """Is it 小计 among the rows of a level? That of a unit is the unit's own amount."""
    return line.code is None and line.level > 0 and _PART in map(fold_label, where.values())


def _headings(placed: Iterable[Placed], parts: Mapping[str, Sequence[Placed]]) -> Iterator[str]:
    """Rows over others that have a place of their own (一、本年支出 over 教育支出), and no more than these together."""
    for line, where in placed:
        below = parts.get(line.line_id, ())
        apart = any(not where.items() <= inner.items() for _, inner in below)
        if where and apart and adds_up([line], [each for each, _ in below]):
            yield line.line_id


def _tops(placed: Iterable[Placed]) -> dict[str, list[BudgetLine]]:
    """Measure → the rows that no other counts, but for the totals."""
    found: dict[str, list[BudgetLine]] = defaultdict(list)
    for line, where in placed:
        if where and not line.parent_id and not _is_rest_of(line, where):
            found[line.measure].append(line)
    return found


def _of_department(tops: Mapping[str, Sequence[BudgetLine]]) -> Iterator[str]:
    """The amounts of the row of the department itself, or of no name, that is all the others in every column of a table without a total."""
    own: list[BudgetLine] = []
    most = 0
    for lines in tops.values():
        named = [line for line in lines if fold_label(line.name) in ("", fold_label(line.department or ""))]
        others = [line for line in lines if line not in named]
        if not adds_up(named, others):
            return
        own += named
        most = max(most, len(others))
    if most > 1 and len({line.line_start for line in own}) == 1:
        yield from (line.line_id for line in own)


def _wholes(
    lines: Sequence[BudgetLine], parts: Mapping[str, Sequence[Placed]], tops: Sequence[BudgetLine]
) -> Sequence[BudgetLine]:
    """The totals of one column that are no sums on the way to another, nor one printed again; `tops` are what none counts."""
    ids = {line.line_id for line in lines}
    own = {
        line.line_id: sum(each.amount for each, where in parts.get(line.line_id, ()) if where)
        for line in lines
    }
    left = [line for line in lines if line.parent_id not in ids]
    if len(left) < 2:
        return left or lines[-1:]
    highest = min((line.level for line in tops), default=0)
    if tops and adds_up(left, [line for line in tops if line.level == highest]):
        return left
    counted = [line for line in left if own[line.line_id]] or left[-1:]
    amounts = {line.amount for line in counted}
    left = [line for line in left if line in counted or line.amount not in amounts]
    every = sum(line.amount for line in left)
    grand = (line for line in left if every - line.amount + own[line.line_id] == line.amount)
    closing = next(grand, None) if len(left) > 1 else None
    return [closing] if closing is not None else left


def _above_units(placed: Sequence[Placed], totals: Mapping[str, int]) -> Iterator[str]:
    """Rows of units that are the sum of the units below them, and all that stands under their name.

    Where the total of the table is that of all rows together, none is.
    """
    rows: dict[int, dict[str, int]] = defaultdict(dict)
    names: dict[int, str] = {}
    for line, where in placed:
        if where.keys() == {_UNIT} and line.measure not in rows[line.line_start]:
            rows[line.line_start][line.measure] = line.amount
            names[line.line_start] = where[_UNIT]
    heads = {names[at] for at in _heads(rows, totals)}
    return (line.line_id for line, where in placed if where.get(_UNIT) in heads)


def _heads(rows: Mapping[int, Mapping[str, int]], totals: Mapping[str, int]) -> list[int]:
    """The rows (by line) that are sums of those below them, where these and the rest together are the totals."""
    lines = sorted(rows)
    found: list[int] = []
    start = 0
    while start < len(lines):
        stop = _end_of_parts(rows, lines, start)
        if stop:
            found.append(lines[start])
        start = stop or start + 1
    flat = _added(rows, lines)
    inner = _added(rows, [at for at in lines if at not in set(found)])
    if not totals:
        # With nothing to hold them against, one unit may by chance cost what others do: only all the rest is no chance.
        return found if len(found) == 1 and len(lines) > 2 and flat == _twice(inner) else []
    held = {measure: amount for measure, amount in totals.items() if measure in flat}
    return found if _are(inner, held) and not _are(flat, held) else []


def _end_of_parts(rows: Mapping[int, Mapping[str, int]], lines: Sequence[int], start: int) -> int:
    """Where the rows end that together are the one at `start` in every column; 0 where there are none."""
    left = dict(rows[lines[start]])
    if not any(left.values()):
        return 0
    for stop in range(start + 1, len(lines)):
        for measure, amount in rows[lines[stop]].items():
            left[measure] = left.get(measure, 0) - amount
        if not any(left.values()):
            return stop + 1
        if min(left.values()) < 0:
            return 0
    return 0


def _added(rows: Mapping[int, Mapping[str, int]], lines: Iterable[int]) -> dict[str, int]:
    found: dict[str, int] = defaultdict(int)
    for at in lines:
        for measure, amount in rows[at].items():
            found[measure] += amount
    return found


def _twice(amounts: Mapping[str, int]) -> dict[str, int]:
    return {measure: 2 * amount for measure, amount in amounts.items()}


def _are(amounts: Mapping[str, int], totals: Mapping[str, int]) -> bool:
    return all(amounts.get(measure, 0) == amount for measure, amount in totals.items())
