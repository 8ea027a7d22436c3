"""Rows of a table by place that are of no known place (高新区, 市本级) and count to its total all the same.

Their figures are printed; only whose they are has no code. With all of them the total is checked. Where some of them
are parts of others nobody knows which, and only a total that no choice of them gives is wrong; that they count at all
is for another column to prove.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import msgspec

from hrss_tui.compile.checks.basics.columns import cells_of, column_of, digits
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, compare, total
from hrss_tui.compile.checks.basics.papers import figure
from hrss_tui.compile.prefectures.cells import NOT_APPLICABLE, number
from hrss_tui.compile.prefectures.rows import is_part
from hrss_tui.records import Check, PrefectureTotal, PrefectureValue, Unread, record_id

_ROW = "row"
_MOST = 10
"""Rows of which all choices are tried, at most."""
_SUM = "计"
_SHOWN = 3


class Sum(msgspec.Struct, frozen=True):
    """A total with its known rows: what is claimed, both sides, the decimals that all cells of the column have."""

    identity: Identity
    stated: PrefectureTotal
    rows: Sequence[PrefectureValue]
    left: Quantity
    right: Quantity
    decimals: int


def with_others(check: Check, made: Sum, unread: Sequence[Unread], texts: Mapping[int, str]) -> Check:
    """A total that its known rows do not give, with the rows of no known place; `texts` are the printed rows by line."""
    if check.status != "fails" or made.stated.operator not in ("=", None):
        return check
    first, last = made.stated.rows_start, made.stated.rows_end
    others = [row for row in unread if _is_between(row, first, last)]
    printed = [(row.line_start, row.printed) for row in made.rows]
    printed.append((made.stated.line_start, made.stated.printed))
    column = column_of([(texts.get(line, ""), each) for line, each in printed])
    if (
        not others
        or len(others) > _MOST
        or column is None
        or len({row.line_start for row in made.rows}) < len(made.rows)
    ):
        return check
    figures: list[tuple[Unread, Quantity]] = []
    for row in others:
        cells = cells_of(texts.get(row.line_start, ""))
        text = cells[column] if column < len(cells) else ""
        if not text or text in NOT_APPLICABLE:
            continue
        found = number(text)
        if found is None or found.operator != "=" or found.unit not in ("", made.stated.unit):
            return check
        figures.append((row, figure(digits(text), made.stated.unit, record_id(row), made.decimals)))
    return _compared(check, made, figures)


def _is_between(row: Unread, first: int | None, last: int | None) -> bool:
    own = row.kind == _ROW and row.table_kind == PrefectureValue.TABLE and bool(row.name)
    return own and first is not None and last is not None and first <= row.line_start <= last


def _compared(check: Check, made: Sum, others: Sequence[tuple[Unread, Quantity]]) -> Check:
    """The total against all of these rows but sums and parts of others; as it was where only some of them give it."""
    counted = [(row, each) for row, each in others if not is_of_others(row.name or "")]
    right = made.right + total(each for _, each in counted)
    result = compare(_with_names(made.identity, [row for row, _ in counted]), made.left, right)
    if counted and result.status != "fails":
        return result
    if not others or _is_open(made, [each for _, each in others]):
        return check
    nearer = counted and abs(result.difference or 0) < abs(check.difference or 0)
    found, known = (result, result.records) if nearer else (check, check.records)
    # All rows are used, and none of them leaves open what the total is.
    ids = [*known, *(record_id(row) for row, _ in others)]
    return msgspec.structs.replace(found, records=list(dict.fromkeys(ids)))


def _with_names(identity: Identity, rows: Sequence[Unread]) -> Identity:
    names = [row.name for row in rows if row.name]
    more = f"等 {len(names)} 行" if len(names) > _SHOWN else ""
    words = f"{identity.description.removesuffix('之和')}与{'、'.join(names[:_SHOWN])}{more}之和"
    return msgspec.structs.replace(identity, description=words)


def is_of_others(name: str) -> bool:
    """Is a row beside the places another sum of them, or a part of one?"""
    return name.endswith(_SUM) or is_part(name)


def _is_open(made: Sum, others: Sequence[Quantity]) -> bool:
    """Is the total what some of these rows give with the known ones?"""
    for count in range(1, len(others) + 1):
        for some in combinations(others, count):
            right = made.right + total(some)
            if abs(right.value - made.left.value) <= right.error + made.left.error:
                return True
    return False
